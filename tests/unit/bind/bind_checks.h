// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "compiler/bind/bind.h"
#include "compiler/check/library.h"

namespace assize::bind {

/// Reads the files of a framework from one folder, and one text given outright as `test.assize`.
class FolderReader final : public check::FileReader {
 public:
  FolderReader(std::filesystem::path folder, std::string text)
      : folder_(std::move(folder)), text_(std::move(text)) {}
  std::optional<std::string> read(const std::string& path) override;
  std::string resolve(const std::string& from, const std::string& used) override;

 private:
  std::filesystem::path folder_;
  std::string text_;
};

/// A framework compiled from a text, or from a file; fails the test if it does not compile.
struct Compiled {
  explicit Compiled(const std::string& text);
  explicit Compiled(const std::filesystem::path& file);
  const check::Framework& framework(const std::string& family = "demo",
                                    const std::string& year = "2024-25");

  FolderReader reader;
  source::Sources sources;
  diagnostics::Sink sink;
  check::Library library;
};

/// Three lists, the collections `cld` (clauses may be added) and `councils`, the edition `demo
/// 2024-25`.
std::string demo_framework(const std::string& more_of_cld = "",
                           const std::string& unique = "unique number_sent");
/// The header of a file of `cld`.
inline constexpr const char* kHeader =
    "Council,Number,Nhs,Local,Start,End,Kind,Home,Year,Month,Died,Paid,Hours\n";
/// A file of three councils, the last of which ended in 2023.
inline constexpr const char* kCouncils =
    "ons_code,cassr,name,region,opened,closed\nE2,809,Bbury,South,2010-01-01,\nE1,810,Aford,North,"
    "2010-01-01,\n"
    "E3,809,Cton,South,2010-01-01,2023-03-31\n";

/// Binds texts as the files `cld.csv` and `councils.csv`; a failure fails the test.
Inputs bind_texts(Compiled& compiled, const std::string& cld,
                  const std::string& councils = kCouncils);
columns::Result<Inputs> try_bind_texts(Compiled& compiled, const std::string& cld,
                                       const std::string& councils = kCouncils);

/// Writes a file into a folder.
void write_file(const std::filesystem::path& path, const std::string& text);

/// Gives one field of all records as text: days as days, codes by name, `?` unknown, `none`,
/// `open`.
std::vector<std::string> field_texts(const Inputs& inputs, const std::string& collection,
                                     const std::string& field);
/// Gives the account of a collection, one line each: `refused 1 Start is blank (line 3)`.
std::vector<std::string> account_of(const Inputs& inputs, const std::string& collection);
const Records& records_named(const Inputs& inputs, const std::string& collection);

}  // namespace assize::bind
