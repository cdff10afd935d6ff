// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

// Splits and tabulations: into which groups units fall (language, 4.3).

#include <algorithm>
#include <utility>

#include "compiler/check/errors.h"
#include "compiler/check/groups.h"
#include "compiler/check/site.h"

namespace assize::check {
namespace {

std::string name_of(const Site& site, const syntax::Expr& text) {
  if (text.kind == syntax::ExprKind::kBrackets) return name_of(site, *text.args[0]);
  if (text.kind == syntax::ExprKind::kCall) return text.path.names.front().text;
  if (text.kind == syntax::ExprKind::kPath) {
    std::string name;
    for (const syntax::Name& part : text.path.names) name += (name.empty() ? "" : ".") + part.text;
    return name;
  }
  return written(site, text.span);
}

Band band_of_code(const CodeList& list, std::size_t at) {
  Band band;
  band.label = list.values[at].code;
  band.from = Value::of(Base::kCode, static_cast<std::int64_t>(at));
  band.to = band.from;
  return band;
}

std::optional<Band> check_band(Site& site, const syntax::Band& text, const Expr& value) {
  Band band;
  Wanted wanted{value.type.list, value.type.base == Base::kCode};
  Scope nothing;
  const auto plain = [&](const syntax::Expr& end) -> std::optional<Value> {
    ExprPtr made = check_value(site, nothing, end, wanted);
    if (is_poison(made)) return std::nullopt;
    made = fit(site, std::move(made), [&] {
      Type type = value.type;
      type.unit.clear();
      return type;
    }());
    if (is_poison(made) || made->op != Op::kConst) return std::nullopt;
    return made->value;
  };
  const auto from = plain(*text.from);
  if (!from) return std::nullopt;
  band.from = *from;
  band.label = written(site, text.from->span);
  if (text.and_above) {
    band.label += " and above";
  } else if (text.to) {
    band.to = plain(*text.to);
    if (!band.to) return std::nullopt;
    band.label += " to " + written(site, text.to->span);
  } else {
    band.to = band.from;
  }
  if (text.label) band.label = text.label->value;
  return band;
}

// Says whether the bands name every value that can stand there.
bool leaves_nothing(const Dimension& dimension) {
  const Type& type = dimension.value->type;
  if (type.may_be_unknown || type.may_be_none || type.may_be_open) return false;
  std::size_t values = 0;
  if (type.base == Base::kBool) values = 2;
  if (type.base == Base::kCode) values = type.list->values.size();
  if (type.base == Base::kStepName) return true;
  if (values == 0) return false;
  std::size_t named = 0;
  for (std::size_t at = 0; at < values; ++at) {
    const bool found = std::any_of(dimension.bands.begin(), dimension.bands.end(), [&](const Band& band) {
      return band.from.whole == static_cast<std::int64_t>(at);
    });
    const bool never = type.base == Base::kCode && type.list->values[at].is_unknown;
    if (found || never) ++named;
  }
  return named == values;
}

void every_value(Site& site, const syntax::Dimension& text, Dimension& made) {
  const Type& type = made.value->type;
  if (type.base == Base::kCode) {
    for (std::size_t at = 0; at < type.list->values.size(); ++at) {
      if (!type.list->values[at].is_unknown) made.bands.push_back(band_of_code(*type.list, at));
    }
  } else if (type.base == Base::kBool) {
    for (const bool answer : {true, false}) {
      Band band;
      band.label = answer ? "yes" : "no";
      band.from = Value::yes_or_no(answer);
      band.to = band.from;
      made.bands.push_back(band);
    }
  } else if (type.base == Base::kStepName) {
    for (const Case& item : made.value->let->cases) {
      Band band;
      band.label = item.name;
      band.from = Value::of(Base::kStepName, 0);
      band.from.text = item.name;
      band.to = band.from;
      made.bands.push_back(band);
    }
  } else {
    site.sink.add(diagnostics::diagnose(text.span, errors::wrong_type,
                                        "`" + written(site, made.value->span) + "`", describe(type),
                                        "a code, or bands after `into`"));
  }
}

std::optional<Dimension> check_dimension(Site& site, const Scope& scope,
                                         const syntax::Dimension& text, bool tabulate) {
  Dimension made;
  made.name = name_of(site, *text.value);
  if (text.each_of) {
    Scope outside = scope;
    outside.under_test = nullptr;
    CheckedSet set = check_set(site, outside, *text.each_of);
    if (!set.expr) return std::nullopt;
    made.record = make_variable(site, set.name, set.expr->type.subject);
    made.value = check_value(site, scope.inside(made.record), *text.value);
    made.each_of = std::move(set.expr);
  } else {
    made.value = check_value(site, scope, *text.value);
  }
  if (is_poison(made.value)) return std::nullopt;
  if (text.bands.empty()) {
    every_value(site, text, made);
  } else {
    for (const syntax::Band& band : text.bands) {
      if (auto checked = check_band(site, band, *made.value)) made.bands.push_back(*checked);
    }
  }
  switch (text.rest) {
    case syntax::Dimension::Rest::kInTotalOnly: made.rest = Dimension::Rest::kInTotalOnly; break;
    case syntax::Dimension::Rest::kLeftOut: made.rest = Dimension::Rest::kLeftOut; break;
    case syntax::Dimension::Rest::kLabelled:
      made.rest = Dimension::Rest::kLabelled;
      made.rest_label = text.rest_label->value;
      break;
    case syntax::Dimension::Rest::kNotSaid:
      made.rest = Dimension::Rest::kNothingLeft;
      if (!tabulate && !leaves_nothing(made)) {
        const std::string who =
            made.value->type.may_be_unknown ? "Those of whom it is unknown" : "Some";
        const Span after{text.span.file, text.span.end, text.span.end};
        auto error = diagnostics::diagnose(text.span, errors::rest_not_placed, who);
        if (!text.bands.empty()) {
          error.fix(diagnostics::Confidence::kMaybe, "they count in the total alone",
                    {{after, ", rest in total only"}});
          error.fix(diagnostics::Confidence::kMaybe, "they are a group of their own",
                    {{after, ", rest as \"Other\""}});
        } else {
          error.note("name the groups after `into`, and say what becomes of the `rest`");
        }
        site.sink.add(std::move(error));
      }
      break;
  }
  return made;
}

void cross(const std::vector<Dimension>& dimensions, bool with_totals, bool with_unknown, int of,
           std::vector<Group>& groups) {
  std::vector<std::vector<std::pair<int, std::string>>> choices;
  std::string breakdown;
  for (const Dimension& dimension : dimensions) {
    breakdown += (breakdown.empty() ? "" : "; ") + dimension.name;
    std::vector<std::pair<int, std::string>> of_dimension;
    for (std::size_t at = 0; at < dimension.bands.size(); ++at) {
      of_dimension.emplace_back(static_cast<int>(at), dimension.bands[at].label);
    }
    if (dimension.rest == Dimension::Rest::kLabelled) {
      of_dimension.emplace_back(kRestBand, dimension.rest_label);
    } else if (with_unknown) {
      of_dimension.emplace_back(kRestBand, "unknown");
    }
    if (with_totals) of_dimension.emplace_back(kTotalBand, "total");
    choices.push_back(std::move(of_dimension));
  }
  std::vector<std::size_t> at(choices.size(), 0);
  while (true) {
    Group group;
    group.of = of;
    group.breakdown = breakdown;
    bool all_total = true;
    for (std::size_t dimension = 0; dimension < choices.size(); ++dimension) {
      const auto& [band, label] = choices[dimension][at[dimension]];
      group.bands.push_back(band);
      group.label += (group.label.empty() ? "" : "; ") + label;
      all_total = all_total && band == kTotalBand;
    }
    if (!all_total) groups.push_back(std::move(group));
    std::size_t turn = choices.size();
    while (turn > 0 && ++at[turn - 1] == choices[turn - 1].size()) at[--turn] = 0;
    if (turn == 0) return;
  }
}

}  // namespace

std::vector<Breakdown> check_breakdowns(Site& site, const Scope& scope,
                                        const std::vector<syntax::Breakdown>& texts, bool tabulate) {
  std::vector<Breakdown> made;
  for (const syntax::Breakdown& text : texts) {
    if (text.tabulate != tabulate) continue;
    Breakdown breakdown;
    for (const syntax::Dimension& dimension : text.dimensions) {
      auto checked = check_dimension(site, scope, dimension, tabulate);
      if (checked) breakdown.dimensions.push_back(std::move(*checked));
    }
    if (breakdown.dimensions.size() == text.dimensions.size()) made.push_back(std::move(breakdown));
  }
  return made;
}

std::vector<Group> groups_of(const Part& part) {
  std::vector<Group> groups;
  groups.push_back({"total", "total", -1, {}});
  for (std::size_t at = 0; at < part.splits.size(); ++at) {
    cross(part.splits[at].dimensions, true, false, static_cast<int>(at), groups);
  }
  return groups;
}

std::vector<Group> groups_of_tabulation(const Part& part, int tabulation) {
  std::vector<Group> groups;
  cross(part.tabulations[static_cast<std::size_t>(tabulation)].dimensions, false, true, tabulation,
        groups);
  return groups;
}

}  // namespace assize::check
