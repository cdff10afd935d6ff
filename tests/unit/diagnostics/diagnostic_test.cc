// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#include "compiler/diagnostics/diagnostic.h"

#include <gtest/gtest.h>

namespace assize::diagnostics {
namespace {

constexpr Definition two_units{"E0999",
                               Severity::kError,
                               "`{measure}` divides {top} by {bottom}",
                               "{top} and {bottom} differ",
                               Arg{"measure"},
                               Arg{"top"},
                               Arg{"bottom"}};
constexpr Definition doubtful{"W0999", Severity::kWarning, "doubtful", ""};

TEST(Diagnostic, values_stand_in_the_place_of_their_names) {
  const Diagnostic made = diagnose({0, 3, 5}, two_units, "home", "episodes", "people");
  EXPECT_EQ(made.code, "E0999");
  EXPECT_EQ(made.message, "`home` divides episodes by people");
  EXPECT_EQ(made.consequence, "episodes and people differ");
  ASSERT_EQ(made.args.size(), 3U);
  EXPECT_EQ(made.args[1], (std::pair<std::string, std::string>("top", "episodes")));
}

TEST(Diagnostic, a_value_that_looks_like_a_placeholder_is_left_alone) {
  EXPECT_EQ(fill_in("a {x} b {y}", {{"x", "{y}"}, {"y", "2"}}), "a {y} b 2");
}

TEST(Diagnostic, what_names_no_argument_is_left_as_written) {
  EXPECT_EQ(fill_in("a {z} {", {{"x", "1"}}), "a {z} {");
}

TEST(Sink, counts_errors_but_not_warnings) {
  Sink sink;
  EXPECT_FALSE(sink.has_errors());
  sink.add(diagnose({}, doubtful));
  EXPECT_FALSE(sink.has_errors());
  sink.add(diagnose({}, two_units, "a", "b", "c"));
  EXPECT_TRUE(sink.has_errors());
  EXPECT_EQ(sink.error_count(), 1U);
  EXPECT_EQ(sink.all().size(), 2U);
}

}  // namespace
}  // namespace assize::diagnostics
