// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "tests/unit/format/laid_out.h"

#include <gtest/gtest.h>

#include "compiler/format/format.h"

namespace assize::format {
namespace {

Formatted format_text(const std::string& text) {
  source::Sources sources;
  diagnostics::Sink sink;
  return format(sources, sources.add("a.assize", text), sink);
}

}  // namespace

std::string laid_out(const std::string& text) {
  const Formatted made = format_text(text);
  EXPECT_EQ(made.outcome, Formatted::Outcome::kDone) << text;
  const Formatted again = format_text(made.text);
  EXPECT_EQ(again.outcome, Formatted::Outcome::kDone) << made.text;
  EXPECT_EQ(again.text, made.text);
  return made.text;
}

}  // namespace assize::format
