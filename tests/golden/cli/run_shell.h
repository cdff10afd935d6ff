// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>

namespace assize::golden {

/// What a command did.
struct Outcome {
  int exit_code = 0;
  std::string out;
  std::string error;
};

/// Runs a shell command in a folder, with `assize` on the path.
Outcome run_shell(const std::string& command, const std::filesystem::path& folder,
                  const std::filesystem::path& program);

}  // namespace assize::golden
