// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "compiler/check/framework.h"
#include "compiler/diagnostics/diagnostic.h"
#include "compiler/source/source_file.h"
#include "compiler/syntax/tree.h"

namespace assize::check {

/// Reads files for the library. The driver gives one over the file system; the check itself reads none.
class FileReader {
 public:
  virtual ~FileReader() = default;
  /// Gives the text of a file, or nothing if it cannot be read.
  virtual std::optional<std::string> read(const std::string& path) = 0;
  /// Gives the path of `used` as written in `use` or `listed in`, relative to the file that says so.
  virtual std::string resolve(const std::string& from, const std::string& used) = 0;
};

/// What is declared in a set of files, by name. Loads each file once, with those it uses.
class Library {
 public:
  Library(source::Sources& sources, FileReader& reader) : sources_(sources), reader_(reader) {}

  /// Loads a file and all it uses; what cannot be read or parsed goes to the sink. Gives the file's own
  /// tree, or null if it could not be read (nothing is added to the sink then for the first file).
  const syntax::Tree* load(const std::string& path, diagnostics::Sink& sink);

  /// Checks everything in the files loaded: each edition, and measures that stand in none.
  void check_all(diagnostics::Sink& sink);

  /// Gives one edition, flattened and checked, or null with the reason in the sink. Checked once; its
  /// diagnostics are given the first time.
  const Framework* framework(const std::string& family, const std::string& year,
                             const std::string& stage, diagnostics::Sink& sink);

  /// Names of the editions declared in the files loaded, `ascof 2024-25`, in order of declaration.
  std::vector<const syntax::Edition*> editions() const;
  /// Tests declared in the files loaded, in order of declaration.
  std::vector<const syntax::Test*> tests() const;
  std::vector<const syntax::Tree*> trees() const;

  const source::Sources& sources() const { return sources_; }
  FileReader& reader() { return reader_; }

 private:
  const syntax::Tree* load_used(const std::string& path, diagnostics::Sink& sink,
                                std::vector<std::string>& open);

  /// Says whether the files keep to the limits of language 10; if not, why goes to the sink.
  bool is_within_limits(diagnostics::Sink& sink);

  bool check_within(diagnostics::Sink& sink, const syntax::Edition& edition);

  source::Sources& sources_;
  FileReader& reader_;
  std::int64_t checked_parts_ = 0;  // of editions that `check_all` has checked
  std::size_t measured_ = 0;  // trees that were found to keep to the limits
  std::map<std::string, std::unique_ptr<syntax::Tree>> by_path_;
  std::vector<const syntax::Tree*> order_;  // each after those it uses
  std::map<std::string, std::unique_ptr<Framework>> frameworks_;
};

/// Flattens and checks one edition (or, with null, all measures that no edition introduces).
/// Declarations come from `trees`; gives null only if the edition cannot be represented at all.
/// A framework is usable only if no error was added to the sink.
std::unique_ptr<Framework> check_edition(const std::vector<const syntax::Tree*>& trees,
                                         const syntax::Edition* edition,
                                         const source::Sources& sources, FileReader& reader,
                                         diagnostics::Sink& sink);

/// Checks one expression standing alone, as `assize eval` gives it: no records, `age` by birthdays.
ExprPtr check_constant(const syntax::Expr& expression, diagnostics::Sink& sink);

}  // namespace assize::check
