// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/reproduce/rules.h"

#include <array>

#include "compiler/results/row.h"
#include "runtime/statistics/exact.h"

namespace assize::reproduce {
namespace {

// What stands after a measure's code where the file has no column for the measure alone.
constexpr std::array<std::string_view, 9> kEndings{"1864", "65OV", "64U", "6584", "6574",
                                                   "7584", "85OV", "M",   "F"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string_view without_year(std::string_view code) {
  const auto line = code.rfind('_');
  if (line == std::string_view::npos || line + 1 == code.size()) return code;
  for (const char c : code.substr(line + 1)) {
    if (!is_digit(c)) return code;
  }
  return code.substr(0, line);
}

// A code that stands for a measure as a whole has the rule of its parts, if they all show alike.
bool show_alike(const check::Measure& measure) {
  const check::Show& first = measure.parts.front().show;
  for (const check::Part& part : measure.parts) {
    if (part.show.unit != first.unit || part.show.per != first.per ||
        part.show.decimals != first.decimals || part.show.rounding != first.rounding) {
      return false;
    }
  }
  return true;
}

}  // namespace

mpq_class Rule::factor() const {
  if (part->show.unit == check::Show::Unit::kPercent) return 100;
  if (is_per_population()) return mpq_class(mpz_class(static_cast<long>(part->show.per)));
  return 1;
}

mpq_class Rule::rounded(const mpq_class& value) const {
  mpq_class made = value;
  for (const int decimals : part->show.decimals) {
    made = statistics::rounded(made, decimals, part->show.rounding);
  }
  return made;
}

int Rule::decimals() const {
  constexpr int kAsMany = 9;
  return part->show.decimals.empty() ? kAsMany : part->show.decimals.back();
}

const std::string& Rule::code() const { return results::code_of(*measure, *part); }

std::string Rule::name() const {
  return part->name.empty() ? measure->name : measure->name + "." + part->name;
}

std::string plain_code(std::string_view code) {
  std::string made;
  for (const char c : without_year(code)) {
    if (c == '(' || c == ')' || c == ' ') continue;
    made += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  return made;
}

void Rules::add(const check::Framework& edition) {
  Edition made;
  made.framework = &edition;
  for (const auto& measure : edition.measures) {
    for (const check::Part& part : measure->parts) {
      const Rule rule{&edition, measure.get(), &part};
      if (!rule.code().empty()) made.by_code.emplace(plain_code(rule.code()), rule);
    }
    if (!measure->code.empty() && !measure->parts.empty() && show_alike(*measure)) {
      made.by_code.emplace(plain_code(measure->code),
                           Rule{&edition, measure.get(), &measure->parts.front()});
    }
  }
  editions_[edition.year] = std::move(made);
}

const check::Framework* Rules::edition(const std::string& year) const {
  const auto found = editions_.find(year);
  return found == editions_.end() ? nullptr : found->second.framework;
}

const check::Framework* Rules::newest() const {
  return editions_.empty() ? nullptr : editions_.rbegin()->second.framework;
}

const Rule* Rules::find(const check::Framework& edition, std::string_view code) const {
  const auto held = editions_.find(edition.year);
  if (held == editions_.end()) return nullptr;
  const auto& by_code = held->second.by_code;
  const std::string plain = plain_code(code);
  if (const auto found = by_code.find(plain); found != by_code.end()) return &found->second;
  for (const std::string_view ending : kEndings) {
    if (!plain.ends_with(ending)) continue;
    const auto found = by_code.find(plain.substr(0, plain.size() - ending.size()));
    if (found != by_code.end()) return &found->second;
  }
  return nullptr;
}

}  // namespace assize::reproduce
