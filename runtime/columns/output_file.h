// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "runtime/columns/result.h"

namespace assize::columns {

/// A file that is written under another name beside its place, and renamed when it is whole. What
/// is no plain file (a pipe, a device) is written directly.
class OutputFile {
 public:
  /// Errors  kInputOutput, with what to do.
  static Result<std::unique_ptr<OutputFile>> open(const std::string& path);

  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;
  /// Removes what was written, unless it was put in its place.
  ~OutputFile();

  Status write(std::string_view bytes);
  /// Puts the file in its place.
  Status finish();
  std::uint64_t written() const { return written_; }

 private:
  OutputFile(std::string path, std::string beside, int file)
      : path_(std::move(path)), beside_(std::move(beside)), file_(file) {}
  Status flush();
  Status failed(int error);

  std::string path_;
  std::string beside_;  // the name it is written under; empty if it is written directly
  int file_;
  std::uint64_t written_ = 0;
  std::string waiting_;  // not yet handed to the system
};

/// Writes a whole text file beside its place and renames it.
Status write_text(const std::string& path, std::string_view text);

}  // namespace assize::columns
