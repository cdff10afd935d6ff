// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#include "compiler/diagnostics/render_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "compiler/diagnostics/source_line.h"

namespace assize::diagnostics {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr Definition unsettled{"E0301", Severity::kError,
                               "nobody has said what an unknown `{field}` does here",
                               "as `yes`, they stay; as `no`, they do not", Arg{"field"}};
constexpr Definition doubtful{"W0302", Severity::kWarning, "nothing to decide here", ""};

/// One file, and the place of a text in it.
struct OneFile {
  explicit OneFile(std::string text) { sources.add("drafts/a.assize", std::move(text)); }

  source::Span at(std::string_view text) const {
    const auto begin = static_cast<std::uint32_t>(sources.file(0).text().find(text));
    return {0, begin, begin + static_cast<std::uint32_t>(text.size())};
  }
  std::string render(const std::vector<Diagnostic>& all, RenderOptions options = {}) const {
    return render_text(sources, all, options);
  }

  source::Sources sources;
};

TEST(RenderText, shows_the_line_the_place_the_consequence_and_edits_to_paste) {
  const OneFile file("measure m {\n  let a = b\n    and part is not short\n}\n");
  Diagnostic error = diagnose(file.at("part"), unsettled, "part");
  const source::Span test = file.at("part is not short");
  const auto brackets = [&](const std::string& answer) {
    return std::vector<Edit>{{{0, test.begin, test.begin}, "("},
                             {{0, test.end, test.end}, " if unknown " + answer + ")"}};
  };
  error.under("12 % of these are unknown").note("one more thing");
  error.fix(Confidence::kMaybe, "", brackets("yes")).fix(Confidence::kMaybe, "", brackets("no"));
  EXPECT_EQ(file.render({error}),
            "error[E0301]: nobody has said what an unknown `part` does here\n"
            "  --> drafts/a.assize:3:9\n"
            "   |\n"
            " 3 |     and part is not short\n"
            "   |         ^^^^ 12 % of these are unknown\n"
            "   |\n"
            "   = as `yes`, they stay; as `no`, they do not\n"
            "   = one more thing\n"
            "   = say it:   and (part is not short if unknown yes)\n"
            "        or:    and (part is not short if unknown no)\n"
            "   = assize explain E0301\n"
            "\n"
            "1 error.\n");
}

TEST(RenderText, labels_stand_in_the_order_of_lines_with_gaps_shown) {
  const OneFile file("one\ntwo\nthree\nfour\nfive\n");
  Diagnostic error = diagnose(file.at("two"), doubtful);
  error.label(file.at("five"), "and this").label(file.at("one"), "before");
  EXPECT_THAT(file.render({error}), HasSubstr(" 1 | one\n"
                                              "   | --- before\n"
                                              " 2 | two\n"
                                              "   | ^^^\n"
                                              "...\n"
                                              " 5 | five\n"
                                              "   | ---- and this\n"));
}

TEST(RenderText, columns_are_characters_and_tabs_are_blanks) {
  const OneFile file("\t\xC3\xA9t\xC3\xA9\tx y\n");
  const std::string text = file.render({diagnose(file.at("x"), doubtful)});
  EXPECT_THAT(text, HasSubstr("a.assize:1:6\n"));
  EXPECT_THAT(text, HasSubstr(" 1 |     \xC3\xA9t\xC3\xA9 x y\n"
                              "   |         ^\n"));
}

TEST(RenderText, of_several_lines_the_first_is_underlined) {
  const OneFile file("  one {\n  two\n}\n");
  EXPECT_THAT(file.render({diagnose({0, 2, 16}, doubtful)}),
              HasSubstr(" 1 |   one {\n   |   ^^^^^\n   |\n"));
}

TEST(RenderText, an_empty_place_at_the_end_of_the_file_is_one_mark) {
  const OneFile file("abc");
  EXPECT_THAT(file.render({diagnose({0, 3, 3}, doubtful)}), HasSubstr(" 1 | abc\n   |    ^\n"));
}

TEST(RenderText, equal_ones_are_shown_once_and_places_decide_the_order) {
  const OneFile file("one two");
  const std::string text =
      file.render({diagnose(file.at("two"), doubtful), diagnose(file.at("one"), unsettled, "one"),
                   diagnose(file.at("two"), doubtful)});
  EXPECT_LT(text.find("E0301"), text.find("W0302"));
  EXPECT_THAT(text, HasSubstr("1 error, 1 warning.\n"));
}

TEST(RenderText, shows_as_many_as_asked_and_counts_the_rest) {
  const OneFile file(std::string(30, 'x'));
  std::vector<Diagnostic> all;
  for (std::uint32_t at = 0; at < 30; ++at)
    all.push_back(diagnose({0, at, at + 1}, unsettled, std::to_string(at)));
  const std::string text = file.render(all);
  EXPECT_THAT(text, HasSubstr("`19`"));
  EXPECT_THAT(text, Not(HasSubstr("`20`")));
  EXPECT_THAT(text, HasSubstr("30 errors; the first 20 are shown.\n"));
  EXPECT_THAT(file.render(all, {.max_shown = 30}), HasSubstr("`29`"));
}

TEST(RenderText, says_what_is_ready_behind_the_count) {
  const OneFile file("x");
  EXPECT_THAT(
      file.render({diagnose(file.at("x"), doubtful)}, {.closing = "1 measure of 3 is ready: a."}),
      HasSubstr("1 warning. 1 measure of 3 is ready: a.\n"));
  EXPECT_EQ(file.render({}), "");
}

TEST(RenderText, colour_adds_nothing_but_colour) {
  const OneFile file("  x y\n");
  Diagnostic error = diagnose(file.at("x"), unsettled, "x");
  error.label(file.at("y"), "here").fix(Confidence::kMaybe, "", {{file.at("y"), "z"}});
  std::string coloured = file.render({error}, {.colour = true});
  EXPECT_THAT(coloured, HasSubstr("\x1b[1;31m"));
  for (std::size_t at = coloured.find('\x1b'); at != std::string::npos;
       at = coloured.find('\x1b')) {
    coloured.erase(at, coloured.find('m', at) - at + 1);
  }
  EXPECT_EQ(coloured, file.render({error}));
}

TEST(RenderText, a_file_cannot_steer_the_terminal) {
  const OneFile file("a \x1b[31m b \xFF\n");
  const std::string text = file.render({diagnose(file.at("a"), unsettled, "\x1b[0m")});
  EXPECT_EQ(text.find('\x1b'), std::string::npos);
  EXPECT_THAT(text, HasSubstr(" 1 | a ?[31m b ?\n"));
}

TEST(RenderText, a_long_line_is_cut_around_its_place) {
  const OneFile file(std::string(300, 'a') + "HERE" + std::string(300, 'b'));
  const std::string text = file.render({diagnose(file.at("HERE"), doubtful)});
  const std::size_t shown = text.find("HERE");
  ASSERT_NE(shown, std::string::npos);
  const std::size_t mark = text.find("^^^^");
  const auto column = [&](std::size_t at) { return at - text.rfind('\n', at); };
  EXPECT_EQ(column(shown), column(mark));
  EXPECT_THAT(text, HasSubstr(" 1 | ...a"));
}

TEST(RenderText, without_a_file_there_is_no_place) {
  const source::Sources none;
  EXPECT_EQ(render_text(none, {diagnose({}, doubtful)}, {}),
            "warning[W0302]: nothing to decide here\n   = assize explain W0302\n\n1 warning.\n");
}

TEST(Printable, directions_of_writing_are_not_passed_on) {
  EXPECT_EQ(printable("a\u202Eb"), "a?b");
  EXPECT_EQ(width_of("\t\u00E9"), 5U);
}

}  // namespace
}  // namespace assize::diagnostics
