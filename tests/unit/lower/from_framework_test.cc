// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/lower/from_framework.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "compiler/plan/print.h"
#include "compiler/plan/verify.h"
#include "tests/unit/lower/compile_text.h"

namespace assize::lower {
namespace {

using testing::HasSubstr;
using tests::CompiledText;
using tests::trial_edition;

constexpr const char* kHead = R"(
  title "T"  purpose "P"  source "S"  kind outcome  serves independence
  from cld
)";

/// Lowers the measure `m` of a text, and checks that the plan holds what every plan promises.
plan::Plan lowered(const std::string& body) {
  const CompiledText text(trial_edition("measure m {" + std::string(kHead) + body + "}", "m"));
  EXPECT_NE(text.framework(), nullptr) << text.messages();
  if (text.framework() == nullptr) return {};
  auto plan = from_framework(*text.framework(), {&text.measure("m")}, text.sources());
  EXPECT_TRUE(plan) << (plan ? "" : plan.failure().message);
  if (!plan) return {};
  EXPECT_EQ(plan::verify(*plan), std::nullopt);
  return *std::move(plan);
}

std::string printed(const std::string& body) { return plan::print(lowered(body)); }

TEST(FromFramework, settled_home_becomes_a_plan_that_holds_its_promises) {
  const CompiledText text("frameworks/ascof/2024-25.assize", "ascof", "2024-25");
  ASSERT_NE(text.framework(), nullptr) << text.messages();
  const auto plan =
      from_framework(*text.framework(), {&text.measure("settled_home")}, text.sources());
  ASSERT_TRUE(plan) << plan.failure().message;
  EXPECT_EQ(plan::verify(*plan), std::nullopt);
  const std::string print = plan::print(*plan);
  EXPECT_THAT(print, HasSubstr("fact accommodation : accommodation?"));
  EXPECT_THAT(print,
              HasSubstr("take out \"died before the year began\" when less(died, period_start)"));
  EXPECT_THAT(print, HasSubstr("show support = count(support)"));
  // What the measure does not use does not get into its plan.
  EXPECT_THAT(print, testing::Not(HasSubstr("let person_key")));
}

TEST(FromFramework, a_keep_takes_out_what_does_not_fit) {
  const std::string print = printed(R"(
    population people { keep "grown up" when age(on period.end) >= 18, if unknown leave out }
    numerator those where gender is male, if unknown do not count
    show percent to 1 decimal, higher is better)");
  EXPECT_THAT(
      print,
      HasSubstr("take out \"grown up\" when not(less_or_equal(18, age[of 365.25 days](birth, "
                "period_end))), unknown is yes"));
}

TEST(FromFramework, ranges_windows_and_spans_become_comparisons) {
  const std::string print = printed(R"(
    let a = their events where start in period
    let b = their events where span overlaps period
    let c = their events where start within 7 days after period.start
    population people where any a and any b and any c
    numerator those where gender is male, if unknown do not count
    show percent to 1 decimal, higher is better)");
  EXPECT_THAT(print, HasSubstr("and(less_or_equal(period_start, "));
  EXPECT_THAT(print, HasSubstr(".start), less_or_equal("));
  EXPECT_THAT(print, HasSubstr("add(period_start, 7 days)"));
  EXPECT_THAT(print, testing::Not(HasSubstr("within")));
}

TEST(FromFramework, groups_stand_in_the_order_in_which_they_are_shown) {
  const plan::Plan plan = lowered(R"(
    population people
    numerator those where gender is male, if unknown do not count
    split by gender into male, female, rest in total only and by age(on period.end) into 18 to 64, rest as "Other"
    show percent to 1 decimal, higher is better)");
  ASSERT_EQ(plan.measures.size(), 1U);
  std::vector<std::string> labels;
  for (const plan::Group& group : plan.measures[0].parts[0].groups) labels.push_back(group.label);
  EXPECT_THAT(labels, testing::ElementsAre("total", "male; 18 to 64", "male; Other", "male; total",
                                           "female; 18 to 64", "female; Other", "female; total",
                                           "total; 18 to 64", "total; Other"));
}

}  // namespace
}  // namespace assize::lower
