// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "runtime/columns/result.h"

struct zip;

namespace assize::sheets {

/// A packed workbook, read from memory.
class Archive {
 public:
  static columns::Result<Archive> open(const std::string& path, std::string_view bytes);

  bool has(const std::string& member) const;
  /// Unpacks one member. Errors kData: there is none, or it is damaged; kLimit: it is too large.
  columns::Result<std::string> read(const std::string& member) const;

 private:
  struct Close {
    void operator()(zip* archive) const;
  };
  Archive(std::string path, std::unique_ptr<zip, Close> archive)
      : path_(std::move(path)), archive_(std::move(archive)) {}

  std::string path_;
  std::unique_ptr<zip, Close> archive_;
};

}  // namespace assize::sheets
