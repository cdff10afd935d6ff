// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/series/series.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <utility>

#include "compiler/diff/compare.h"
#include "compiler/diff/write.h"
#include "compiler/reproduce/rules.h"
#include "compiler/results/marks.h"

namespace assize::series {
namespace {

/// A figure of an edition with its code and text.
struct Found {
  const check::Measure* measure = nullptr;
  const check::Part* part = nullptr;
  std::string path;
  std::string code;
};

std::string path_of(const check::Measure& measure, const check::Part& part) {
  return part.name.empty() ? measure.name : measure.name + "." + part.name;
}

std::vector<Found> figures_of(const check::Framework& framework) {
  std::vector<Found> all;
  for (const auto& measure : framework.measures) {
    for (const check::Part& part : measure->parts) {
      all.push_back({measure.get(), &part, path_of(*measure, part),
                     part.code.empty() ? measure->code : part.code});
    }
  }
  return all;
}

std::optional<Found> find_figure(const check::Framework& framework, const std::string& path) {
  for (Found& found : figures_of(framework)) {
    // A measure's name stands for its one part.
    const bool is_whole = found.measure->name == path && found.measure->parts.size() == 1;
    if (found.path == path || is_whole) return std::move(found);
  }
  return std::nullopt;
}

std::string title_of(const Found& found) {
  if (found.part->name.empty() || found.part->label.empty()) return found.measure->title;
  return found.measure->title + ": " + found.part->label;
}

std::string text_of(const syntax::Path& path) {
  std::string text;
  for (const syntax::Name& name : path.names) text += (text.empty() ? "" : ".") + name.text;
  return text;
}

/// What a figure says it follows: its part's words stand above its measure's.
std::vector<const syntax::Follows*> follows_of(const Edition& edition, const Found& found) {
  std::vector<const syntax::Follows*> all;
  for (const check::MeasureInForce& measure : edition.flat.measures) {
    if (measure.text.name.text != found.measure->name) continue;
    for (const syntax::Part& part : measure.text.parts) {
      if (part.name.text != found.part->name) continue;
      for (const syntax::Follows& each : part.body.follows) all.push_back(&each);
    }
    for (const syntax::Follows& each : measure.text.body.follows) all.push_back(&each);
  }
  return all;
}

const Edition* edition_of(const std::vector<Edition>& editions, const std::string& year) {
  const auto found = std::find_if(editions.begin(), editions.end(), [&](const Edition& edition) {
    return edition.framework->year == year;
  });
  return found == editions.end() ? nullptr : &*found;
}

/// Where a concept stands in each edition, and why it is another than in the edition before.
struct Step {
  std::string path;
  std::vector<std::string> reasons;
};

/// Goes from the editions that have the path backwards by what they follow, and forwards by what
/// follows them.
std::vector<Step> walk(const std::string& path, const std::vector<Edition>& editions) {
  std::vector<Step> steps(editions.size());
  std::size_t first = editions.size();
  std::size_t last = 0;
  for (std::size_t i = 0; i < editions.size(); ++i) {
    const auto found = find_figure(*editions[i].framework, path);
    if (!found) continue;
    steps[i].path = found->path;
    first = std::min(first, i);
    last = i;
  }
  if (first == editions.size()) return steps;
  for (std::size_t i = first; i > 0; --i) {
    const auto later = find_figure(*editions[i].framework, steps[i].path);
    if (!later) break;
    if (const auto same = find_figure(*editions[i - 1].framework, steps[i].path)) {
      steps[i - 1].path = same->path;
      continue;
    }
    for (const syntax::Follows* follows : follows_of(editions[i], *later)) {
      const auto before = find_figure(*editions[i - 1].framework, text_of(follows->what));
      if (!before) continue;
      steps[i - 1].path = before->path;
      if (follows->because) steps[i].reasons.push_back(follows->because->value);
      if (!follows->because) steps[i].reasons.push_back("another measure takes its place");
      break;
    }
    if (steps[i - 1].path.empty()) break;
  }
  for (std::size_t i = last + 1; i < editions.size(); ++i) {
    const std::string& before = steps[i - 1].path;
    if (before.empty()) break;
    if (const auto same = find_figure(*editions[i].framework, before)) {
      steps[i].path = same->path;
      continue;
    }
    for (const Found& found : figures_of(*editions[i].framework)) {
      for (const syntax::Follows* follows : follows_of(editions[i], found)) {
        const std::string what = text_of(follows->what);
        const bool is_it = what == before || before.starts_with(what + ".");
        if (!is_it || !steps[i].path.empty()) continue;
        steps[i].path = found.path;
        steps[i].reasons.push_back(follows->because ? follows->because->value
                                                    : "another measure takes its place");
      }
    }
  }
  return steps;
}

bool concerns(const diff::Revision& revision, const check::Part& part) {
  return std::any_of(
      revision.changes.begin(), revision.changes.end(), [&](const diff::Change& change) {
        const diff::Clause& clause = change.after ? *change.after : *change.before;
        return clause.has_meaning && (clause.part.empty() || clause.part == part.name);
      });
}

/// Says why a figure of the same name is not what it was.
std::vector<std::string> breaks_between(const Edition& before, const Edition& after,
                                        const Found& found, const source::Sources& sources) {
  std::vector<std::string> reasons;
  const diff::Difference difference =
      diff::compare({*before.framework, before.flat}, {*after.framework, after.flat}, sources);
  const auto add = [&](const diff::Revision& revision) {
    for (const std::string& because : revision.because) reasons.push_back(because);
    if (!revision.because.empty()) return;
    for (const diff::Change& change : revision.changes) reasons.push_back(diff::words_of(change));
  };
  for (const diff::Revision& revision : difference.revised) {
    if (revision.name == found.measure->name && concerns(revision, *found.part)) add(revision);
  }
  for (const diff::Revision& revision : difference.collections) {
    const auto& from = found.measure->from;
    const bool reads_it = std::any_of(from.begin(), from.end(), [&](const auto* collection) {
      return collection->name == revision.name;
    });
    if (reads_it) add(revision);
  }
  return reasons;
}

void describe(const Edition& edition, const Found& found, Point& point) {
  point.edition = edition.framework->at_name();
  point.path = found.path;
  point.code = found.code;
  point.title = title_of(found);
  for (const check::Collection* collection : found.measure->from)
    point.evidence += (point.evidence.empty() ? "" : ", ") + collection->name;
  point.marks = results::marks_text(*edition.framework, *found.measure, *found.part, "");
}

bool is_area(const reproduce::Figure& figure, const std::string& asked) {
  if (asked.empty()) return figure.area == reproduce::Area::kEngland;
  const std::string wanted = check::fold(asked);
  for (const std::string& text : {figure.area_name, figure.area_code, figure.ons_code}) {
    if (!text.empty() && check::fold(text) == wanted) return true;
  }
  return false;
}

bool is_total(const reproduce::Figure& figure) {
  return figure.breakdown.empty() || check::fold(figure.breakdown) == "total";
}

std::string newest_year(const reproduce::Published& published) {
  std::string newest;
  for (const reproduce::Figure& figure : published.figures) newest = std::max(newest, figure.year);
  return newest;
}

/// Collects the published values of all years, by the path that their codes meant.
std::map<std::pair<std::string, std::string>, std::vector<Value>> values_of(
    const Question& question, const std::vector<Edition>& editions,
    const std::vector<reproduce::FileContent>& files) {
  reproduce::Rules rules;
  for (const Edition& edition : editions) rules.add(*edition.framework);
  std::map<std::pair<std::string, std::string>, std::vector<Value>> by_year_and_path;
  for (std::size_t i = 0; i < files.size(); ++i) {
    const reproduce::Published& published = files[i].published;
    const std::string newest = newest_year(published);
    for (const reproduce::Figure& figure : published.figures) {
      if (!is_area(figure, question.area) || !is_total(figure)) continue;
      const bool by_publication = published.codes == reproduce::Codes::kOfPublication;
      const check::Framework* edition = rules.edition(by_publication ? newest : figure.year);
      if (edition == nullptr) continue;
      const reproduce::Rule* rule = rules.find(*edition, figure.code);
      if (rule == nullptr) continue;
      by_year_and_path[{figure.year, rule->name()}].push_back(
          {i, newest, figure.outcome, figure.numerator, figure.denominator});
    }
  }
  return by_year_and_path;
}

/// Puts the earliest publication first; what says the same again is left out.
std::vector<Value> vintages(std::vector<Value> values) {
  std::stable_sort(values.begin(), values.end(),
                   [](const Value& a, const Value& b) { return a.published_in < b.published_in; });
  std::vector<Value> kept;
  for (Value& value : values) {
    const bool is_known = std::any_of(kept.begin(), kept.end(), [&](const Value& other) {
      const bool both = value.outcome.is_number() && other.outcome.is_number();
      if (!both) return !value.outcome.is_number();
      // A value shown with fewer decimals is not another value.
      const int decimals = std::min(value.outcome.decimals, other.outcome.decimals);
      const mpq_class apart = abs(value.outcome.number - other.outcome.number);
      mpz_class scale = 1;
      for (int i = 0; i < decimals; ++i) scale *= 10;
      return apart * scale * 2 < 1;
    });
    if (!is_known) kept.push_back(std::move(value));
  }
  return kept;
}

}  // namespace

std::vector<std::string> years_between(const std::string& from, const std::string& to) {
  const auto start_of = [](const std::string& year) {
    const bool is_year = year.size() == 7 && year[4] == '-' && reproduce::year_text(year) == year;
    return is_year ? std::atoi(year.substr(0, 4).c_str()) : -1;
  };
  std::vector<std::string> years;
  const int first = start_of(from);
  const int last = start_of(to);
  if (first < 0 || last < first) return years;
  for (int year = first; year <= last; ++year) {
    const std::string end = std::to_string((year + 1) % 100);
    years.push_back(std::to_string(year) + "-" + (end.size() == 1 ? "0" : "") + end);
  }
  return years;
}

std::vector<Meaning> meanings_of(const std::string& asked, const std::vector<Edition>& editions) {
  std::vector<Meaning> meanings;
  const auto note = [&](const Found& found, const std::string& year) {
    const auto known = std::find_if(meanings.begin(), meanings.end(),
                                    [&](const Meaning& each) { return each.path == found.path; });
    Meaning& meaning = known == meanings.end()
                           ? meanings.emplace_back(Meaning{found.path, title_of(found), {}})
                           : *known;
    meaning.title = title_of(found);
    meaning.years.push_back(year);
  };
  for (const Edition& edition : editions) {
    if (const auto found = find_figure(*edition.framework, asked)) {
      note(*found, edition.framework->year);
      continue;
    }
    for (const Found& found : figures_of(*edition.framework)) {
      const bool is_code =
          !found.code.empty() && reproduce::plain_code(found.code) == reproduce::plain_code(asked);
      if (is_code || found.measure->name == asked) note(found, edition.framework->year);
    }
  }
  return meanings;
}

Series series_of(const Question& question, const std::vector<Edition>& editions,
                 const std::vector<reproduce::FileContent>& files, const source::Sources& sources) {
  Series series{question.path, question.area.empty() ? "England" : question.area, {}};
  const std::vector<Step> steps = walk(question.path, editions);
  const auto values = values_of(question, editions, files);
  const Edition* before = nullptr;
  std::optional<Found> was;
  for (const std::string& year : years_between(question.from, question.to)) {
    Point& point = series.points.emplace_back();
    point.year = year;
    const Edition* edition = edition_of(editions, year);
    if (edition == nullptr) continue;
    point.edition = edition->framework->at_name();
    const Step& step = steps[static_cast<std::size_t>(edition - editions.data())];
    const auto found =
        step.path.empty() ? std::nullopt : find_figure(*edition->framework, step.path);
    if (!found) continue;
    describe(*edition, *found, point);
    point.breaks = step.reasons;
    if (was && was->path == found->path) {
      point.breaks = breaks_between(*before, *edition, *found, sources);
      if (was->code != found->code) point.renamed_from = was->code;
    }
    if (const auto published = values.find({year, found->path}); published != values.end())
      point.values = vintages(published->second);
    before = edition;
    was = found;
  }
  return series;
}

}  // namespace assize::series
