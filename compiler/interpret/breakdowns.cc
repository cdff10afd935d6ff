// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#include "compiler/interpret/breakdowns.h"

#include <algorithm>
#include <map>

#include "compiler/interpret/values.h"

namespace assize::interpret {
namespace {

using check::Dimension;

bool holds(const check::Band& band, const Value& value) {
  if (!is_plain(band.from)) return is_yes(is_same(band.from, value));
  if (!band.to) return is_yes(is_less_or_equal(band.from, value));
  return is_yes(is_in_range(value, band.from, *band.to));
}

// Compares expressions; `names` says which variable of `b` stands for one of `a`.
bool is_same_expr(const Expr& a, const Expr& b,
                  std::map<const check::Variable*, const check::Variable*>& names) {
  if (a.op != b.op || a.field != b.field || a.let != b.let || a.parameter != b.parameter ||
      a.flag != b.flag || a.collection != b.collection || a.episodes != b.episodes ||
      a.population != b.population || a.members != b.members || a.column != b.column ||
      a.pick != b.pick || a.window != b.window || a.in_every_council != b.in_every_council ||
      a.in_all != b.in_all || a.months != b.months || a.round_up != b.round_up ||
      a.by_birthdays != b.by_birthdays || !(a.days_per_year == b.days_per_year) ||
      a.args.size() != b.args.size() || a.keys.size() != b.keys.size() ||
      !are_alike(a.value, b.value)) {
    return false;
  }
  if (a.variable != nullptr && names.emplace(a.variable, b.variable).first->second != b.variable) {
    return false;
  }
  for (std::size_t i = 0; i < a.args.size(); ++i) {
    if (!is_same_expr(*a.args[i], *b.args[i], names)) return false;
  }
  for (std::size_t i = 0; i < a.keys.size(); ++i) {
    const check::Key& a_key = a.keys[i];
    const check::Key& b_key = b.keys[i];
    if (a_key.kind != b_key.kind || a_key.pick != b_key.pick || a_key.column != b_key.column ||
        a_key.unknown_first != b_key.unknown_first ||
        !is_same_expr(*a_key.value, *b_key.value, names)) {
      return false;
    }
  }
  return true;
}

// Puts the dimensions that are read together side by side.
std::vector<Standing::Together> arrange(const check::Breakdown& breakdown) {
  std::vector<Standing::Together> parts;
  for (std::size_t i = 0; i < breakdown.dimensions.size(); ++i) {
    const Dimension& dimension = breakdown.dimensions[i];
    const auto goes_with = [&](const Standing::Together& part) {
      const Dimension& other = breakdown.dimensions[part.dimensions.front()];
      if (dimension.each_of == nullptr || other.each_of == nullptr) {
        return dimension.each_of == nullptr && other.each_of == nullptr;
      }
      return is_same_set(*dimension.each_of, *other.each_of);
    };
    const auto found = std::find_if(parts.begin(), parts.end(), goes_with);
    if (found == parts.end()) {
      parts.push_back({.dimensions = {i}, .by_each = dimension.each_of != nullptr, .rows = {}});
    } else {
      found->dimensions.push_back(i);
    }
  }
  return parts;
}

// Adds a row of bands, unless one of them is a rest that is left out.
template <class BandOf>
void add_row(Standing::Together& part, const check::Breakdown& breakdown, BandOf band_in) {
  std::vector<int> row;
  for (const std::size_t i : part.dimensions) {
    const Dimension& dimension = breakdown.dimensions[i];
    row.push_back(band_in(dimension));
    if (row.back() == check::kRestBand && dimension.rest == Dimension::Rest::kLeftOut) return;
  }
  part.rows.push_back(std::move(row));
}

bool fits(const check::Group& group, const Standing::Together& part) {
  const auto wanted = [&](std::size_t i) { return group.bands[part.dimensions[i]]; };
  bool only_totals = true;
  for (std::size_t i = 0; i < part.dimensions.size(); ++i) {
    only_totals = only_totals && wanted(i) == check::kTotalBand;
  }
  // Whoever has no record to be split by is in the total all the same.
  if (only_totals && part.by_each) return true;
  return std::any_of(part.rows.begin(), part.rows.end(), [&](const std::vector<int>& row) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (wanted(i) != check::kTotalBand && wanted(i) != row[i]) return false;
    }
    return true;
  });
}

}  // namespace

int band_of(const Dimension& dimension, const Value& value) {
  for (std::size_t i = 0; i < dimension.bands.size(); ++i) {
    if (holds(dimension.bands[i], value)) return static_cast<int>(i);
  }
  return check::kRestBand;
}

bool is_same_set(const Expr& a, const Expr& b) {
  std::map<const check::Variable*, const check::Variable*> names;
  return is_same_expr(a, b, names);
}

Standing standing_of(Evaluation& evaluation, const check::Breakdown& breakdown, Unit& unit) {
  Standing standing{.parts = arrange(breakdown)};
  Scope scope = evaluation.scope_of(unit);
  for (Standing::Together& part : standing.parts) {
    if (!part.by_each) {
      add_row(part, breakdown, [&](const Dimension& dimension) {
        return band_of(dimension, evaluation.value_of(*dimension.value, scope));
      });
      continue;
    }
    const Dimension& first = breakdown.dimensions[part.dimensions.front()];
    for (const Item& record : evaluation.set_of(*first.each_of, scope)) {
      add_row(part, breakdown, [&](const Dimension& dimension) {
        const Bound bound(scope, dimension.record, record);
        return band_of(dimension, evaluation.value_of(*dimension.value, scope));
      });
    }
  }
  return standing;
}

Standing standing_of_counted(Evaluation& evaluation, const check::Breakdown& breakdown,
                             const Item& counted) {
  Standing standing;
  Standing::Together& part = standing.parts.emplace_back();
  for (std::size_t i = 0; i < breakdown.dimensions.size(); ++i) part.dimensions.push_back(i);
  const check::Collection* collection =
      counted.records == nullptr ? nullptr : counted.records->collection;
  const check::Variable* unit = evaluation.setting().measure->unit;
  add_row(part, breakdown, [&](const Dimension& dimension) {
    const check::Variable* split = dimension.each_of != nullptr ? dimension.record : unit;
    if (split != nullptr && split->subject.what == check::Subject::What::kRecord &&
        split->subject.collection == collection) {
      // Of its kind are the units, or each record of a set; in the first place it is a unit like them.
      File& file = evaluation.own_file_of(counted, nullptr);
      Unit looked_at{.item = counted, .file = &file, .weight = 1, .memo = {}};
      Scope scope = dimension.each_of != nullptr ? Scope(&file) : evaluation.scope_of(looked_at);
      const Bound bound(scope, split, counted);
      return band_of(dimension, evaluation.value_of(*dimension.value, scope));
    }
    const check::Field* field = collection == nullptr ? nullptr : collection->field(dimension.name);
    if (field == nullptr) return check::kRestBand;
    return band_of(dimension, cell_value(counted, *field, *evaluation.setting().texts));
  });
  return standing;
}

bool is_in(const check::Group& group, const Standing& standing) {
  return std::all_of(standing.parts.begin(), standing.parts.end(),
                     [&](const Standing::Together& part) { return fits(group, part); });
}

}  // namespace assize::interpret
