// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "compiler/diagnostics/diagnostic.h"
#include "compiler/diff/compare.h"
#include "compiler/diff/write.h"
#include "compiler/syntax/parse.h"

namespace assize::diff {
namespace {

/// Takes the one measure of a text apart.
std::vector<Clause> clauses(source::Sources& sources, const std::string& text) {
  diagnostics::Sink sink;
  const syntax::Tree tree = syntax::parse(sources, sources.add("m.assize", text), sink);
  EXPECT_FALSE(sink.has_errors());
  return clauses_of(tree.measures.at(0), sources);
}

std::vector<std::string> differences(const std::string& before, const std::string& after) {
  source::Sources sources;
  std::vector<std::string> words;
  for (const Change& change : compare_clauses(clauses(sources, before), clauses(sources, after)))
    words.push_back(words_of(change));
  return words;
}

const char* const kBefore = R"(measure m {
  title "A"
  from cld
  parameter window = 3 days
  population people where any their events {
    leave out "young" when age(on period.end) < 18, if unknown keep
    leave out "gone"  when died before period.start
  }
  numerator those where home is known
  show percent to 1 decimal
})";

TEST(compare_clauses, takes_layout_and_comments_for_nothing) {
  EXPECT_TRUE(differences(kBefore, R"(measure m {
  title "A"
  from cld    // the return
  parameter window   =   3 days
  population people
    where any their events {
    leave out "young"
      when age(on period.end) < 18, if unknown keep
    leave out "gone" when died before period.start   // by then
  }
  numerator those where home is known
  show percent to 1 decimal
})")
                  .empty());
}

TEST(compare_clauses, says_which_clause_is_new_gone_or_changed) {
  const std::vector<std::string> expected = {"changed: parameter window", "changed: step \"young\"",
                                             "new: step \"moved away\"",
                                             "no longer: step \"gone\""};
  EXPECT_EQ(differences(kBefore, R"(measure m {
  title "A"
  from cld
  parameter window = 5 days
  population people where any their events {
    leave out "young" when age(on period.end) < 18, if unknown leave out
    leave out "moved away" when moved before period.start
  }
  numerator those where home is known
  show percent to 1 decimal
})"),
            expected);
}

TEST(compare_clauses, knows_that_a_title_has_no_meaning) {
  source::Sources sources;
  std::string after = kBefore;
  after.replace(after.find("\"A\""), 3, "\"B\"");
  const std::vector<Change> changes =
      compare_clauses(clauses(sources, kBefore), clauses(sources, after));
  ASSERT_EQ(changes.size(), 1U);
  EXPECT_FALSE(changes.front().after->has_meaning);
}

TEST(plain_text, leaves_what_stands_in_quotes_alone) {
  source::Sources sources;
  const std::string text = "note  \"two  blanks // no comment\"  // a comment\n next";
  const source::FileId file = sources.add("m.assize", text);
  EXPECT_EQ(plain_text(sources, {file, 0, static_cast<std::uint32_t>(text.size())}),
            "note \"two  blanks // no comment\" next");
}

}  // namespace
}  // namespace assize::diff
