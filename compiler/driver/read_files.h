// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "compiler/check/library.h"

namespace assize::driver {

/// Reads the files of a framework from the file system.
class FileSystem : public check::FileReader {
 public:
  std::optional<std::string> read(const std::string& path) override;
  std::string resolve(const std::string& from, const std::string& used) override;
};

}  // namespace assize::driver
