// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/driver/read_files.h"

#include <filesystem>
#include <fstream>
#include <sstream>

namespace assize::driver {

namespace fs = std::filesystem;

std::optional<std::string> FileSystem::read(const std::string& path) {
  std::error_code error;
  if (!fs::is_regular_file(path, error)) return std::nullopt;
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  if (!file) return std::nullopt;
  return std::move(text).str();
}

std::string FileSystem::resolve(const std::string& from, const std::string& used) {
  const fs::path path(used);
  if (path.is_absolute()) return path.lexically_normal().string();
  return (fs::path(from).parent_path() / path).lexically_normal().string();
}

}  // namespace assize::driver
