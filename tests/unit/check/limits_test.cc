// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <functional>

#include "tests/unit/check/small_framework.h"

namespace assize::check {
namespace {

constexpr const char* kShare = "population people\nnumerator those where home in home, if unknown count\n"
                               "show percent to 1 decimal, higher is better\n";

std::string lines(int count, const std::function<std::string(int)>& line) {
  std::string made;
  for (int at = 0; at < count; ++at) made += line(at) + "\n";
  return made;
}

std::string codes_of(const std::string& body) { return check_measure_body(body).bare_codes(); }

TEST(limits, a_framework_has_at_most_25_000_names) {
  const auto list_of = [](int values) {
    return "code list many {\n| code | text |\n" +
           lines(values, [](int at) { return "| c" + std::to_string(at) + " | T" + std::to_string(at) + " |"; }) +
           "}\n";
  };
  EXPECT_EQ(check_text(list_of(24'900)).bare_codes(), "");
  EXPECT_EQ(check_text(list_of(25'000)).bare_codes(), "E0193");
}

TEST(limits, a_let_expands_to_at_most_10_000_parts) {
  const auto doubled = [](int times) {
    return "let d0 = number of (their events where urgent)\n" + lines(times, [](int at) {
             const std::string before = "d" + std::to_string(at);
             return "let d" + std::to_string(at + 1) + " = " + before + " + " + before;
           });
  };
  EXPECT_EQ(codes_of(doubled(8) + kShare), "");
  EXPECT_EQ(codes_of(doubled(13) + kShare), "E0194");
  EXPECT_EQ(codes_of(doubled(200) + kShare), "E0194");
}

TEST(limits, lets_of_records_count_as_much) {
  EXPECT_EQ(codes_of("let d0 of event = amount\n" + lines(60, [](int at) {
                       const std::string before = "d" + std::to_string(at);
                       return "let d" + std::to_string(at + 1) + " of event = " + before + " + " + before;
                     }) +
                     kShare),
            "E0194");
}

TEST(limits, lets_rest_on_at_most_400_others_in_a_row) {
  const auto chain = [](int length) {
    return "let c0 = 1\n" + lines(length, [](int at) {
             return "let c" + std::to_string(at + 1) + " = c" + std::to_string(at);
           });
  };
  EXPECT_EQ(codes_of(chain(390) + kShare), "");
  EXPECT_EQ(codes_of(chain(20'000) + kShare), "E0194");
}

TEST(limits, an_expression_has_at_most_10_000_parts) {
  const auto either = [](int tests) {
    std::string condition = "id is 0";
    for (int at = 1; at < tests; ++at) condition += " or id is " + std::to_string(at);
    return "population people where any (their events where " + condition +
           ")\nnumerator those where home in home, if unknown count\nshow percent, higher is better\n";
  };
  EXPECT_EQ(codes_of(either(3'000)), "");
  EXPECT_EQ(codes_of(either(3'400)), "E0194");
}

TEST(limits, where_stands_at_most_three_deep) {
  const std::string three =
      "any (their events as a where any (their events as b where start after a.start and "
      "any (their events as c where start after b.start)))";
  const std::string four =
      "any (their events as a where any (their events as b where start after a.start and "
      "any (their events as c where start after b.start and any (their events as d where start after c.start))))";
  EXPECT_EQ(codes_of("let x = " + three + "\n" + kShare), "");
  EXPECT_EQ(codes_of("let x = " + four + "\n" + kShare), "E0195");
  // A let of a record counts where it is used, one of the file does not.
  const std::string later = "let later of event = any (their events as b where start after event.start and "
                            "any (their events as c where start after b.start))\n";
  EXPECT_EQ(codes_of(later + "let x = any (their events where later)\n" + kShare), "");
  EXPECT_EQ(codes_of(later + "let x = any (their events as a where any (their events as z where later and "
                             "start after a.start))\n" + kShare),
            "E0195");
  EXPECT_EQ(codes_of("let many = " + three + "\nlet x = any (their events where many)\n" + kShare), "");
}

TEST(limits, a_set_tied_by_days_alone_costs_no_square) {
  for (const std::string tie : {"start before event.start", "start in event.start to event.end",
                                "start within 3 days after event.start", "span overlaps event.span"}) {
    EXPECT_EQ(codes_of("let x of event = any (their events as other where " + tie + ")\n" + kShare), "") << tie;
  }
  EXPECT_EQ(codes_of("let x of event = any (their events as other where sure is event.sure)\n" + std::string(kShare)),
            "W0198");
  EXPECT_EQ(codes_of("let x of event = number of (their events as other where start before event.start and "
                     "amount > event.amount)\n" + std::string(kShare)),
            "W0198");
  EXPECT_EQ(codes_of("population their events as stay where urgent {\n"
                     "  leave out \"again\" when any (their events where sure is stay.sure and start before stay.start)\n"
                     "}\nnumerator those where sure in home\nshow percent, higher is better"),
            "W0198");
}

TEST(limits, a_set_asked_about_nothing_further_out_costs_no_square) {
  EXPECT_EQ(codes_of("let x of event = any (their events as other where urgent and amount > 3)\n" + std::string(kShare)),
            "");
}

TEST(limits, a_breakdown_has_at_most_10_000_groups) {
  const auto crossed = [](int dimensions) {
    std::string text = "split by ";
    for (int at = 0; at < dimensions; ++at) {
      text += std::string(at == 0 ? "" : " and by ") + "age(on period.end) into 1, 2, 3, 4, 5, 6, 7, 8, rest in total only";
    }
    return kShare + text;
  };
  EXPECT_EQ(codes_of(crossed(4)), "");
  EXPECT_EQ(codes_of(crossed(5)), "E0196");
  EXPECT_EQ(codes_of(crossed(40)), "E0196");
}

TEST(limits, a_population_has_at_most_1_000_steps) {
  const auto steps = [](int count) {
    return "population people {\n" + lines(count, [](int at) {
             return "leave out \"s" + std::to_string(at) + "\" when died before period.start";
           }) + "}\nnumerator those where home in home, if unknown count\nshow percent, higher is better\n";
  };
  EXPECT_EQ(codes_of(steps(1'000)), "");
  EXPECT_EQ(codes_of(steps(1'001)), "E0196");
}

TEST(limits, a_code_list_has_at_most_100_releases_and_the_files_200_editions) {
  EXPECT_EQ(check_text(lines(101, [](int at) {
              return "code list l release " + std::to_string(at + 1) +
                     (at > 0 ? " revises release " + std::to_string(at) : "") +
                     " {\n| code | text |\n| c" + std::to_string(at) + " | T" + std::to_string(at) + " |\n}";
            })).bare_codes(),
            "E0196");
  EXPECT_EQ(check_text(lines(201, [](int at) {
              return "edition e" + std::to_string(at) + " 2025-26 { covers 2025-04-01 to 2026-03-31 }";
            })).bare_codes(),
            "E0196");
}

TEST(limits, all_parts_of_a_measure_share_what_they_are_checked_with) {
  const std::string splits =
      lines(300, [](int at) { return "split by age(on period.end) into " + std::to_string(at) + ", rest in total only"; });
  const std::string parts = lines(300, [](int at) {
    const std::string number = std::to_string(at);
    return "part p" + number + " as \"P" + number + "\" \"x\" { keep \"l\" when age(on period.end) > " + number +
           ", if unknown leave out }";
  });
  EXPECT_EQ(codes_of(kShare + splits + parts), "E0196");
}

}  // namespace
}  // namespace assize::check
