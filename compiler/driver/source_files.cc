// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/driver/source_files.h"

#include <filesystem>

#include "compiler/driver/find_frameworks.h"

namespace assize::driver {

columns::Result<std::vector<std::string>> source_files(const std::vector<std::string>& paths) {
  std::vector<std::string> files;
  for (const std::string& path : paths) {
    std::error_code error;
    if (std::filesystem::is_directory(path, error)) {
      for (std::string& file : framework_files(path, "")) files.push_back(std::move(file));
    } else if (std::filesystem::exists(path, error)) {
      files.push_back(std::filesystem::path(path).lexically_normal().string());
    } else {
      return columns::Failure{columns::FailureKind::kInputOutput,
                              "there is no file or folder `" + path + "`",
                              {"Is it spelt as it is on the disk?"}};
    }
  }
  return files;
}

}  // namespace assize::driver
