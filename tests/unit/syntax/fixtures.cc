// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#include "tests/unit/syntax/fixtures.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <utility>

#include "tests/support/places.h"

namespace assize::syntax {
namespace {

namespace fs = std::filesystem;

std::string content_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::vector<fs::path> files_in(const fs::path& folder, std::string_view extension) {
  std::vector<fs::path> made;
  if (!fs::is_directory(folder)) return made;
  for (const auto& each : fs::recursive_directory_iterator(folder)) {
    if (each.path().extension() == extension) made.push_back(each.path());
  }
  std::sort(made.begin(), made.end());
  return made;
}

bool begins_declaration(std::string_view text) {
  for (const std::string_view word :
       {"code list", "collection", "measure", "edition", "scenario", "test", "use"}) {
    if (text.starts_with(word)) return true;
  }
  return false;
}

/// The code blocks of a page; those that begin no declaration are clauses of a measure.
std::vector<Fixture> blocks_of(const std::string& page, const std::string& name) {
  std::vector<Fixture> made;
  const std::string fence = "\n```";
  for (std::size_t at = page.find(fence); at != std::string::npos;) {
    const std::size_t begin = page.find('\n', at + 1) + 1;
    const std::size_t end = page.find(fence, begin - 1);
    if (end == std::string::npos) break;
    std::string text = page.substr(begin, end + 1 - begin);
    // The grammar sketch is in another notation.
    if (!text.starts_with("file ")) {
      const Entry entry = begins_declaration(text) ? Entry::kFile : Entry::kClauses;
      made.push_back({name + ", block " + std::to_string(made.size() + 1), std::move(text), entry});
    }
    at = page.find(fence, end + fence.size());
  }
  return made;
}

constexpr std::string_view kLists = R"(// Code lists.
use "other.assize"
use "more.assize"

code list shelf release 2 includes room, floor revises release 1 {
  title "Where a book stands"   source "The catalogue, " "second part"
  purpose "To find it again."   note "Blank is unknown."
  | code      | text            | release 1    | open? | rank (1 is best) | unknown? |
  | reading   | Reading room    | Hall; Room 1 | yes   | 1                |          |   // the best
  | "a|b"     | Bars | |  |  | |
  | elsewhere |                 | -            |       |                  | yes      |
  unmapped "Cellar", "Attic"
  unmapped "Roof"
  retire hall into reading because "one room" " less"
  retire loft because "pulled down"
}
code list empty { }
)";

constexpr std::string_view kCollections = R"(collection loans {
  title    "Loans"
  holds    loans, one loan
  identify council by library as ons_code
  identify person by reader
  listed   in "loans.csv"
  unique   loan_id, `field`
  lasts    lent to returned
  ages     from birth in completed years of 365.25 days
  unlisted codes read as blank
  symbols  "c", "[c]" read as withheld
  symbols  ":" read as not submitted
  symbols  "z" read as not applicable
  stands   for copies readers
  sample   by library, stratum out of readers.people
  field loan_id  : number
  field library  : text                 column "Library"
  field lent     : date?                column "Year", "Month" on day 1
  field returned : date or still open   blank is open
  field shelf    : shelf release 2?     blank is unknown
  field fine     : decimal or none?     column "Fine" blank is none
  field renewed  : yes or no
  field place    : shelf                blank is elsewhere
  field step
  let late of loan = returned after lent + 3 weeks
  keep one per loan_id "one row for a loan" with latest returned then highest loan_id
  leave out "no reader" when reader is unknown, if unknown leave out
}
collection rooms {
  unique each row
  ages from opened in completed years by birthdays
  unlisted codes refuse the row
}
)";

constexpr std::string_view kMeasure = R"(measure readers_back as 1A {
  kind     outcome
  serves   reading
  follows  readers_home of circle 2023-24 because "counted anew"
  follows  readers_away.part_one of circle 2022-23 draft
  from     loans, rooms, unweighted
  lag      3 months
  parameter grace = 7 days in 0 days to 31 days "days of grace"
  parameter factor = 2
  flag blanks_count is no, to be decided by 2026-12-31 because "to be seen"
  flag late_counts is yes, to be decided by 2027-01-01 because "both"
  let rows = their loans where lent in period
  let outcome : ending? by the first case that holds, if unknown try next {
    case back   gives returned_home when renewed and (shelf is reading if unknown no), if unknown stop
    case shelf  gives shelf
    otherwise   gives unknown
  }
  let where_kept of loan : shelf by the first row that fits, if unknown stop {
    | shelf    | renewed | value   |
    | anything | yes     | reading |
    otherwise gives elsewhere
  }
  episodes visit from (rows where renewed) {
    begin when lent on or before grace_day
    join while lent on or before the furthest end + grace
    stop before lent after the previous end + 60 days
    let last = the shelf of (records with latest returned) if they differ unknown
  }
  population far_rooms = rooms where is_open { in every step, if unknown stop  keep "large" when size >= 20 }
  population people where any rows {
    in every step, if unknown leave out
    leave out "under 18" when age(on lent) < 18, if unknown keep
    keep "lent" when lent is known
    keep one per person, council "one each" with lowest age(on lent) then best shelf by rank then preferring renewed
  }
  denominator those where outcome in counted, if unknown count
  numerator   those where outcome in back, if unknown do not count
  over all far_rooms where size in 1 to 20 placed by place
  mean of score
  median of returned - lent
  result the score of rows
  split by age(on lent) into 18 to 64, 65 and above "65 or older", no "none", rest in total only and by shelf
  split by each shelf of rows into reading "Reading", rest as "Other"
  tabulate by outcome.step into back, rest left out
  combine by mean of councils
  show percent to 2 then 1 decimals, half even, higher is better, with margin of error, with wilson intervals

  part young as 1A(1a) "Young" {
    keep "young" when age(on lent) < 18
    numerator readers_back.numerator
    show per 100_000 to 1 decimal
  }
  part old as "B18a" { show score (0 to 24) }
  part others { show days, rounded down }
  otherwise from rooms, unweighted {
    let opened_rooms = their rooms where is_open
    result number of opened_rooms
    part young { show number }
  }
  otherwise from loans { }
}
measure kept_free as 7Y { placeholder }
measure plain { population their loans as loan where renewed  show number }
)";

constexpr std::string_view kEditions = R"(edition circle 2024-25 draft revises circle 2023-24 {
  title "Reading circles"
  covers 2024-04-01 to 2025-03-31
  codes loans release 2
  areas from councils by region, council_type
  domains { reading as 1 "Reading"  `set` as 2 "Set" " apart" }
  replace domains with objectives { lending as 3 "Lending" }
  parameter grace = 3 days
  flag late_counts is no, to be decided by 2026-12-31 because "see there"
  introduce readers_back, plain.young
  introduce measure inner as 7Z { show days }
  retire old_one, older.wing because "gone"
  redefine readers_back, plain because "another return"
  renumber readers_back as 3C(1) under lending
  renumber plain as "X1"
  reuse 1A, "X1" because "anew"
  revise measure readers_back because "stated" {
    parameter grace = 5 days
    population { drop "lent"  leave out "late" when late placed before "under 18" }
    let outcome { drop back, shelf  case new gives shelf placed after back }
    part young { drop rows }
    drop where_kept, visit
    otherwise from rooms { result number of their rooms }
  }
  revise collection loans because "a new form" {
    field shelf column "Shelf"
    drop "no reader"
  }
  mark readers_back as experimental until 2026-09-30 because "new"
  mark plain, inner as carried forward for "Derby", "Kent" because "no return"
  mark a as not collected because "x"
  mark b as withheld because "x"
  mark c as left out because "x"
  mark d as voluntary because "x"
  mark e as not comparable because "x"
  disclosure { suppress counts below 5 in councils  round counts to 5 in totals  round counts to 3 }
}
scenario generous of circle 2024-25 draft {
  title "Option B"
  set readers_back.grace = 30 days
  set readers_back.late_counts = yes
  set plain.limit = (2 * 3)
}
)";

constexpr std::string_view kTests = R"(test "two readers" of readers_back.young in circle 2024-25 {
  covers 2024-04-01 to 2025-03-31
  given people with born = 1940-01-01, renewed = no
  | person | born    |
  | A      | unknown |
  given loans
  | person | lent       | returned |
  | A      | 2024-05-01 | open     |
  expect
  | group | numerator |
  | total | 1         |
  expect each visit in circle 2023-24 with grace = 3 days
  | person | counted   |
  | A      | numerator |
  expect in circle 2024-25 draft
  | group |
  | total |
}
)";

constexpr std::string_view kExpressions = R"(let a = not x is a and not not (y in g or z in 1 to 3)
let b = x is not known
let c = x is known
let d = x is not none
let e = x not in (a, b, "c")
let f = x in a to b
let g = d before e
let h = d after e
let i = d on or before e
let j = d on or after e
let k = span overlaps period
let l = span inside a to b
let m = d within 84 days after e
let n = d within 7 days before e
let o = d within 1 day of e
let p = spelling starts with "65"
let q = 1 + 2 * 3 - -4 / 5
let r = x < 1 or x <= 2 or x > 3 or x >= 4
let s = any (their rows where a is b) and no next_rows
let t = number of rows + number of different council of (rows where x is a)
let u = latest known end of their events in every council
let v = earliest of (a, b, c)
let w = total (end - start) of rows
let x = highest amount of rows
let y = lowest known of (a, b)
let z = best known outcome of rows by rank
let aa = best of (a, b) by service_order
let ab = the home of (rows with preferring home is known then latest end unknown last then earliest start unknown first) if they differ unknown
let ac = the (end - start) of rows
let ad = age(born, on end, in completed years by birthdays) + age(on d, in completed years of 365.25 days)
let ae = shift(2024-01-31, 1 months, down)
let af = outcome if unknown not_mapped
let ag = (a if unknown yes) and (b if unknown (c or d))
let ah = rows as again where start before rows.end with latest end then best type by rank
let ai = period.end
let aj = 100_000 * 1.5
let ak = yes
let al = no
let am = open
let an = `measure`.population
let ao = a and b if unknown no
let ap = 2 years + 3 weeks
let aq = the furthest end
let ar = measured.step
)";

}  // namespace

std::vector<Fixture> constructs() {
  return {{"lists", std::string(kLists)},
          {"collections", std::string(kCollections)},
          {"measure", std::string(kMeasure)},
          {"editions", std::string(kEditions)},
          {"tests", std::string(kTests)},
          {"expressions", std::string(kExpressions), Entry::kClauses}};
}

std::vector<Fixture> shared_texts() {
  const auto shared = support::shared_data();
  if (!shared) return {};
  std::vector<Fixture> made;
  for (const fs::path& path : files_in(*shared / "design" / "examples", ".assize")) {
    made.push_back({path.filename().string(), content_of(path)});
  }
  for (Fixture& each : blocks_of(content_of(*shared / "design" / "language.md"), "language.md")) {
    made.push_back(std::move(each));
  }
  return made;
}

std::vector<Fixture> framework_texts() {
  std::vector<Fixture> made;
  for (const fs::path& path : files_in(support::source_root() / "frameworks", ".assize")) {
    made.push_back({path.filename().string(), content_of(path)});
  }
  return made;
}

Reading::Reading(std::string text, Entry entry) {
  const source::FileId file = sources.add("a.assize", std::move(text));
  switch (entry) {
    case Entry::kFile:
      tree = parse(sources, file, sink);
      break;
    case Entry::kExpression:
      tree = parse_expression(sources, file, sink);
      break;
    case Entry::kClauses:
      tree = parse_clauses(sources, file, sink);
      break;
  }
}

std::string Reading::messages() const {
  std::string made;
  for (const diagnostics::Diagnostic& each : sink.all()) {
    const auto place = sources.file(0).position_of(each.span.begin);
    made += std::to_string(place.line) + ":" + std::to_string(place.column) + " " + each.code +
            " " + each.message + "\n";
  }
  return made;
}

std::string Reading::places() const {
  const auto text_of = [&](source::Span span) {
    const auto begin = sources.file(0).position_of(span.begin);
    return std::to_string(begin.line) + ":" + std::to_string(begin.column) + "+" +
           std::to_string(span.end - span.begin);
  };
  std::string made;
  for (const diagnostics::Diagnostic& each : sink.all()) {
    made += text_of(each.span) + " " + each.code + "\n";
    for (const auto& label : each.labels) made += "  label " + text_of(label.span) + "\n";
    for (const auto& fix : each.fixes) {
      made += "  fix";
      for (const auto& edit : fix.edits)
        made += " " + text_of(edit.span) + " \"" + edit.text + "\"";
      made += "\n";
    }
  }
  return made;
}

std::string without_places(const std::string& tree) {
  std::string made;
  for (std::size_t at = 0; at < tree.size();) {
    const std::size_t end = tree.find('\n', at);
    std::string line = tree.substr(at, end - at);
    const std::size_t place = line.rfind("  [");
    if (place != std::string::npos && line.back() == ']') line.resize(place);
    made += line + "\n";
    at = end + 1;
  }
  return made;
}

std::string expression_tree(std::string text) {
  const Reading reading(std::move(text), Entry::kExpression);
  return reading.sink.all().empty() ? without_places(reading.tree_text()) : reading.messages();
}

}  // namespace assize::syntax
