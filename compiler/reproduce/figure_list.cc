// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/reproduce/figure_list.h"

#include <utility>

#include "runtime/columns/spelling.h"

namespace assize::reproduce {
namespace {

std::string key_of(const Figure& figure) {
  std::string key;
  for (const std::string* part : {&figure.sheet, &figure.year, &figure.area_code, &figure.ons_code,
                                  &figure.area_name, &figure.code, &figure.breakdown}) {
    key += columns::folded(*part);
    key += '\x1F';
  }
  return key + std::to_string(static_cast<int>(figure.area));
}

std::string_view role_words(Role role) {
  switch (role) {
    case Role::kOutcome:
      return "outcome";
    case Role::kNumerator:
      return "numerator";
    case Role::kDenominator:
      return "denominator";
    case Role::kBase:
      return "base";
    case Role::kMargin:
      break;
  }
  return "margin of error";
}

}  // namespace

void remark_on_other_areas(const std::set<std::string>& names, Published& published) {
  if (names.empty()) return;
  std::string list;
  for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
  published.remarks.push_back("neither council, region, council type nor England: " + list);
}

void FigureList::add(const Figure& like, Role role, Shown shown) {
  const auto [at, is_new] = at_.emplace(key_of(like), published_.figures.size());
  if (is_new) published_.figures.push_back(like);
  Figure& figure = published_.figures[at->second];
  if (figure.title.empty()) figure.title = like.title;
  Shown& cell = figure.cell(role);
  if (cell.kind != Shown::Kind::kAbsent) {
    const bool is_same = cell.text == shown.text;
    published_.problems.push_back(
        {figure.sheet, shown.row,
         "the " + std::string(role_words(role)) + " of " + figure.code + " for " +
             figure.area_name + ", " + figure.breakdown + ", stands twice" +
             (is_same ? ""
                      : ": `" + cell.text + "` in row " + std::to_string(cell.row) + ", `" +
                            shown.text + "` here")});
    return;
  }
  if (role == Role::kNumerator || role == Role::kDenominator) published_.has_parts = true;
  cell = std::move(shown);
}

}  // namespace assize::reproduce
