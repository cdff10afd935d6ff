// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "tests/agree/differences.h"

#include <algorithm>
#include <vector>

#include "compiler/check/groups.h"

namespace assize::agree {
namespace {

using results::Cell;
using results::MeasureTally;
using results::PartTally;
using results::Status;
using results::Tally;

constexpr int kLinesShown = 12;

std::string text_of(std::int64_t value) {
  if (value == bind::kUnknownCell) return "unknown";
  if (value == bind::kNoneCell) return "none";
  if (value == bind::kOpenCell) return "open";
  return std::to_string(value);
}
std::string text_of(bool value) { return value ? "yes" : "no"; }
std::string text_of(const std::string& value) { return "\"" + value + "\""; }
std::string text_of(const columns::Rational& value) { return value.to_text(); }
std::string text_of(Status value) {
  static const char* const kWords[] = {"none", "withheld", "not submitted", "not applicable", "unknown"};
  return kWords[static_cast<int>(value)];
}
std::string text_of(const std::map<columns::Rational, std::int64_t>& values) {
  std::string text = "{";
  for (const auto& [value, times] : values) text += " " + value.to_text() + " x" + std::to_string(times);
  return text + " }";
}

bool operator==(const results::Stratum& one, const results::Stratum& other) {
  return one.units == other.units && one.counted == other.counted && one.sum == other.sum &&
         one.sum_squares == other.sum_squares;
}
std::string text_of(const std::vector<std::int64_t>& values) {
  std::string text;
  for (const std::int64_t value : values) text += (text.empty() ? "" : ", ") + text_of(value);
  return "(" + text + ")";
}
std::string text_of(const results::Stratum& value) {
  return std::to_string(value.units) + " units, " + std::to_string(value.counted) + " counted, sum " +
         text_of(value.sum) + ", of squares " + text_of(value.sum_squares);
}
template <class V>
std::string text_of(const std::map<std::vector<std::int64_t>, V>& values) {
  std::string text = "{";
  for (const auto& [key, value] : values) text += " " + text_of(key) + ": " + text_of(value);
  return text + " }";
}
template <class V>
bool is_alike(const V& one, const V& other) {
  return one == other;
}
bool is_alike(const std::map<std::vector<std::int64_t>, results::Stratum>& one,
              const std::map<std::vector<std::int64_t>, results::Stratum>& other) {
  return std::equal(one.begin(), one.end(), other.begin(), other.end(), [](const auto& a, const auto& b) {
    return a.first == b.first && a.second == b.second;
  });
}

/// Collects lines of what differs.
class Comparison {
 public:
  explicit Comparison(const Sides& sides) : sides_(sides) {}

  template <class T>
  void same(const std::string& what, const T& one, const T& other) {
    if (is_alike(one, other)) return;
    ++found_;
    if (found_ <= kLinesShown) {
      text_ += what + ": " + sides_.one + " " + text_of(one) + ", " + sides_.other + " " + text_of(other) + "\n";
    }
  }
  // By council, or another vector that is named by numbers.
  template <class T>
  void each(const std::string& what, const std::vector<T>& one, const std::vector<T>& other) {
    same(what + ", how many", static_cast<std::int64_t>(one.size()), static_cast<std::int64_t>(other.size()));
    for (std::size_t i = 0; i < std::min(one.size(), other.size()); ++i) {
      same(what + ", " + council(i), static_cast<T>(one[i]), static_cast<T>(other[i]));
    }
  }
  void measure(const MeasureTally& one, const MeasureTally& other);
  std::string text() const {
    return found_ > kLinesShown ? text_ + "… and " + std::to_string(found_ - kLinesShown) + " more\n" : text_;
  }

 private:
  std::string council(std::size_t at) const {
    const auto& councils = sides_.of_one->councils;
    return at < councils.size() ? councils[at].key : std::to_string(at);
  }
  void steps(const std::string& what, const std::vector<results::StepTally>& one,
             const std::vector<results::StepTally>& other, const std::vector<check::Step>& named);
  void cell(const std::string& what, const Cell& one, const Cell& other);
  void part(const std::string& what, const PartTally& one, const PartTally& other);
  void tabulation(const std::string& what, const check::Part& part, int index, const PartTally& one,
                  const PartTally& other);
  void units(const MeasureTally& one, const MeasureTally& other);

  const Sides& sides_;
  std::string text_;
  int found_ = 0;
};

void Comparison::steps(const std::string& what, const std::vector<results::StepTally>& one,
                       const std::vector<results::StepTally>& other, const std::vector<check::Step>& named) {
  same(what + " steps, how many", static_cast<std::int64_t>(one.size()), static_cast<std::int64_t>(other.size()));
  for (std::size_t i = 0; i < std::min(one.size(), other.size()); ++i) {
    const std::string step = what + " step \"" + (i < named.size() ? named[i].label : std::to_string(i)) + "\"";
    each(step + " took out", one[i].taken_out, other[i].taken_out);
    each(step + " unknown decided", one[i].unknown_decided, other[i].unknown_decided);
  }
}

void Comparison::cell(const std::string& what, const Cell& one, const Cell& other) {
  same(what + " denominator", one.denominator, other.denominator);
  same(what + " numerator", one.numerator, other.numerator);
  same(what + " numerator quantity", one.numerator_quantity, other.numerator_quantity);
  same(what + " over quantity", one.over_quantity, other.over_quantity);
  same(what + " numerator status", one.numerator_status, other.numerator_status);
  same(what + " over status", one.over_status, other.over_status);
  same(what + " values", one.values, other.values);
  // Cells of a sample are named by numbers of texts, which only the same inputs share.
  if (sides_.of_one == sides_.of_other) same(what + " strata", one.strata, other.strata);
}

void Comparison::tabulation(const std::string& what, const check::Part& part, int index, const PartTally& one,
                            const PartTally& other) {
  const auto at = static_cast<std::size_t>(index);
  if (at >= one.tabulations.size() || at >= other.tabulations.size()) return;
  const auto groups = check::groups_of_tabulation(part, index);
  const std::size_t councils = sides_.of_one->councils.size();
  same(what + " tabulation, how many", static_cast<std::int64_t>(one.tabulations[at].size()),
       static_cast<std::int64_t>(other.tabulations[at].size()));
  for (std::size_t i = 0; i < std::min(one.tabulations[at].size(), other.tabulations[at].size()); ++i) {
    same(what + " tabulation " + std::to_string(index) + ", " + groups[i / councils].label + ", " + council(i % councils),
         one.tabulations[at][i], other.tabulations[at][i]);
  }
}

void Comparison::part(const std::string& what, const PartTally& one, const PartTally& other) {
  same(what + " part is another", one.part->name, other.part->name);
  steps(what, one.steps, other.steps, one.part->steps);
  each(what + " population", one.population, other.population);
  each(what + " not in denominator", one.denominator.taken_out, other.denominator.taken_out);
  each(what + " denominator unknown", one.denominator.unknown_decided, other.denominator.unknown_decided);
  each(what + " numerator unknown", one.numerator_unknown, other.numerator_unknown);
  same(what + " cells, how many", static_cast<std::int64_t>(one.cells.size()),
       static_cast<std::int64_t>(other.cells.size()));
  const auto groups = check::groups_of(*one.part);
  const std::size_t councils = sides_.of_one->councils.size();
  for (std::size_t i = 0; i < std::min(one.cells.size(), other.cells.size()); ++i) {
    cell(what + " " + groups[i / councils].label + ", " + council(i % councils), one.cells[i], other.cells[i]);
  }
  same(what + " tabulations, how many", static_cast<std::int64_t>(one.tabulations.size()),
       static_cast<std::int64_t>(other.tabulations.size()));
  for (int i = 0; i < static_cast<int>(one.part->tabulations.size()); ++i) tabulation(what, *one.part, i, one, other);
}

void Comparison::units(const MeasureTally& one, const MeasureTally& other) {
  const std::string& name = one.measure->name;
  same(name + " units, how many", static_cast<std::int64_t>(one.units.size()),
       static_cast<std::int64_t>(other.units.size()));
  const auto person = [](const bind::Inputs* inputs, std::int32_t id) {
    return id < 0 ? std::string() : inputs->texts->folded(id);
  };
  const bool by_line = one.measure->unit != nullptr && one.measure->unit->subject.collection != nullptr &&
                       one.measure->unit->subject.collection->unique_each_row;
  for (std::size_t i = 0; i < std::min(one.units.size(), other.units.size()); ++i) {
    const std::string what = name + " unit " + std::to_string(i);
    const results::UnitRow& a = one.units[i];
    const results::UnitRow& b = other.units[i];
    same(what + " part", static_cast<std::int64_t>(a.part), static_cast<std::int64_t>(b.part));
    same(what + " council", static_cast<std::int64_t>(a.council), static_cast<std::int64_t>(b.council));
    same(what + " person", person(sides_.of_one, a.person), person(sides_.of_other, b.person));
    same(what + " start", a.start, b.start);
    same(what + " end", a.end, b.end);
    if (by_line) continue;
    same(what + " counted", a.counted, b.counted);
    same(what + " record", a.record, b.record);
    same(what + " lets, how many", static_cast<std::int64_t>(a.lets.size()), static_cast<std::int64_t>(b.lets.size()));
    for (std::size_t let = 0; let < std::min(a.lets.size(), b.lets.size()); ++let) {
      same(what + " let " + std::to_string(let), a.lets[let], b.lets[let]);
    }
  }
}

void Comparison::measure(const MeasureTally& one, const MeasureTally& other) {
  const std::string& name = one.measure->name;
  same(name + " measure is another", one.measure->name, other.measure->name);
  same(name + " period start", one.period.start, other.period.start);
  same(name + " period end", one.period.end, other.period.end);
  same(name + " councils submitted, how many", static_cast<std::int64_t>(one.submitted.size()),
       static_cast<std::int64_t>(other.submitted.size()));
  each(name + " submitted", one.submitted, other.submitted);
  each(name + " base", one.base, other.base);
  steps(name, one.steps, other.steps, one.measure->steps);
  same(name + " parts, how many", static_cast<std::int64_t>(one.parts.size()),
       static_cast<std::int64_t>(other.parts.size()));
  for (std::size_t i = 0; i < std::min(one.parts.size(), other.parts.size()); ++i) {
    const std::string& part_name = one.parts[i].part->name;
    part(part_name.empty() ? name : name + "." + part_name, one.parts[i], other.parts[i]);
  }
  if (sides_.of_one == sides_.of_other) same(name + " eligible", one.eligible, other.eligible);
  units(one, other);
}

// Rows in another order stand in other lines.
std::string without_lines(const std::string& message) {
  std::string text;
  std::size_t at = 0;
  for (std::size_t line = message.find(" line "); line != message.npos; line = message.find(" line ", at)) {
    text += message.substr(at, line + 6 - at);
    at = message.find_first_not_of("0123456789", line + 6);
    if (at == message.npos) return text;
    // The path of the file stands there too.
    const std::size_t comma = message.find(", ", at);
    if (comma != message.npos) at = comma;
  }
  return text + message.substr(at);
}

}  // namespace

std::string differences(const Sides& sides, const columns::Result<Tally>& one, const columns::Result<Tally>& other) {
  const auto words = [](const columns::Result<Tally>& result) {
    return result ? std::string("figures") : "\"" + result.failure().message + "\"";
  };
  if (!one || !other) {
    const bool both = !one && !other;
    const bool alike = both && one.failure().kind == other.failure().kind &&
                       without_lines(one.failure().message) == without_lines(other.failure().message);
    return alike ? "" : sides.one + " gives " + words(one) + ", " + sides.other + " gives " + words(other) + "\n";
  }
  Comparison comparison(sides);
  comparison.same("measures, how many", static_cast<std::int64_t>(one->measures.size()),
                  static_cast<std::int64_t>(other->measures.size()));
  for (std::size_t i = 0; i < std::min(one->measures.size(), other->measures.size()); ++i) {
    comparison.measure(one->measures[i], other->measures[i]);
  }
  return comparison.text();
}

}  // namespace assize::agree
