// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "runtime/columns/result.h"

namespace assize::columns {

/// The bytes of a file, mapped into memory while this lives. Does not change the file.
class FileBytes {
 public:
  /// Errors  kInputOutput: there is no such file, it is a folder, or it cannot be read.
  static Result<FileBytes> open(const std::string& path);

  FileBytes(FileBytes&& other) noexcept;
  FileBytes& operator=(FileBytes&& other) noexcept;
  FileBytes(const FileBytes&) = delete;
  FileBytes& operator=(const FileBytes&) = delete;
  ~FileBytes();

  std::string_view bytes() const { return bytes_; }

 private:
  explicit FileBytes(std::string_view bytes) : bytes_(bytes) {}

  std::string_view bytes_;
};

/// What a file can be, told by its name or by its first bytes.
enum class FileFormat { kCsv, kGzip, kParquet, kArrow };

/// Decides what a file is by its name, and by its content where the name says nothing.
/// Errors  kData: it is empty, not what its name says, or no table at all.
Result<FileFormat> format_of(const std::string& path, std::string_view bytes);

}  // namespace assize::columns
