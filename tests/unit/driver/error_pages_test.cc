// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/driver/error_pages.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/support/places.h"

namespace assize::driver {
namespace {

TEST(error_pages, are_those_of_the_docs) {
  std::size_t files = 0;
  for (const auto& entry :
       std::filesystem::directory_iterator(support::source_root() / "docs/errors")) {
    const std::string code = entry.path().stem().string();
    if (entry.path().extension() != ".md" || code == "README") continue;
    ++files;
    std::ostringstream text;
    text << std::ifstream(entry.path()).rdbuf();
    bool is_found = false;
    for (const ErrorPage& page : error_pages()) {
      if (page.code != code) continue;
      is_found = true;
      EXPECT_EQ(page.text, text.str()) << code;
    }
    EXPECT_TRUE(is_found) << code;
  }
  EXPECT_EQ(error_pages().size(), files);
}

}  // namespace
}  // namespace assize::driver
