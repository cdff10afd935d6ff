// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/columns/result.h"

namespace assize::driver {

/// An edition as it is typed: `ascof@2024-25`, `ascof@2023-24-draft`.
struct EditionRequest {
  std::string family;
  std::string year;   // 2024-25
  std::string stage;  // may be empty

  std::string at_name() const;
};

/// Reads an edition's name; nothing if it is none (a path, say).
std::optional<EditionRequest> parse_edition_request(std::string_view text);

/// Gives the folder of frameworks: the one asked for, else ./frameworks, else the one that lies
/// beside the program: frameworks or share/assize/frameworks in a folder above it.
columns::Result<std::filesystem::path> frameworks_folder(const std::optional<std::string>& asked);

/// Lists the framework files (*.assize) of a folder and the folders in it, sorted; those whose name
/// begins with `first` come before the others.
std::vector<std::string> framework_files(const std::filesystem::path& folder,
                                         const std::string& first);

}  // namespace assize::driver
