// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <filesystem>
#include <optional>

namespace assize::support {

/// The root of the source tree: ASSIZE_SOURCE_ROOT, else the nearest folder above the current one
/// that holds `dependencies.env`. CTest sets the variable and starts tests in the root.
std::filesystem::path source_root();

/// The built `assize` (ASSIZE_PROGRAM, which CTest sets), or nothing if it was not built.
std::optional<std::filesystem::path> program();

/// The folder of large test data that is not part of the repository: ASSIZE_SHARED, else
/// `../shared` beside the source root, or nothing if there is none. Tests that need it skip by name
/// without it:
///
///     const auto shared = shared_data();
///     if (!shared) GTEST_SKIP() << kNoSharedData;
std::optional<std::filesystem::path> shared_data();

/// Why a test that needs `shared_data()` was skipped.
inline constexpr const char* kNoSharedData =
    "no shared test data: neither ASSIZE_SHARED nor ../shared is a folder";

/// A new empty folder of this test's own, under the system's temporary folder.
std::filesystem::path fresh_folder();

/// True when expected sections are to be rewritten from what was obtained (`./dev accept`).
bool is_accepting();

}  // namespace assize::support
