// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assize::driver {

/// The page of one diagnostic code, as docs/errors/ holds it. Compiled into the program, so that
/// `assize explain` works wherever it stands.
struct ErrorPage {
  std::string_view code;
  std::string_view text;
};

/// All pages, by code.
const std::vector<ErrorPage>& error_pages();

}  // namespace assize::driver
