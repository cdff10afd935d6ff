// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "tests/unit/jit/generated_records.h"

#include <algorithm>
#include <memory>
#include <numeric>
#include <utility>

#include "compiler/check/period.h"

namespace assize::jit::tests {
namespace {

std::int64_t day(std::int64_t year, int month, int of_month) {
  return check::day_number_of({.year = year, .month = month, .day = of_month});
}

/// Days near the edges of the period, few enough to tie often.
std::int64_t a_day(Dice& dice, check::Period period) {
  const std::int64_t edges[] = {
      period.start,   period.start - 1, period.start + 1, period.end,      period.end + 1,
      period.end - 1, day(2024, 2, 29), day(2024, 2, 28), day(2024, 3, 1), period.start - 91};
  if (dice.in_hundred(40)) return edges[dice.below(std::size(edges))];
  return period.start - 500 + dice.below(30) * 30;
}

/// Births around the ages at which measures part people.
std::int64_t a_birth(Dice& dice, check::Period period) {
  if (dice.in_hundred(20)) return day(dice.in_hundred(50) ? 1960 : 2004, 2, 29);
  const std::int64_t years[] = {17, 18, 19, 40, 64, 65, 66, 90, 0};
  const std::int64_t near = dice.below(5) - 2;
  return period.end - years[dice.below(std::size(years))] * 1461 / 4 + near;
}

std::int64_t a_code(Dice& dice, const check::CodeList& list) {
  for (;;) {
    const std::int64_t value = dice.below(static_cast<std::int64_t>(list.values.size()));
    // The first values of each list come often, so that conditions are met.
    const std::int64_t likely = dice.in_hundred(60) ? value % 4 : value;
    if (!list.values[static_cast<std::size_t>(likely)].is_unknown) return likely;
  }
}

std::int64_t a_cell(Dice& dice, const check::Field& field, check::Period period,
                    bind::TextPool& texts) {
  const check::Type& type = field.type;
  if (type.may_be_unknown && dice.in_hundred(20)) return bind::kUnknownCell;
  if (type.may_be_none && dice.in_hundred(60)) return bind::kNoneCell;
  if (type.may_be_open && dice.in_hundred(30)) return bind::kOpenCell;
  switch (type.base) {
    case check::Base::kBool:
      return dice.below(2);
    case check::Base::kDate:
      return field.name == "born" ? a_birth(dice, period) : a_day(dice, period);
    case check::Base::kCode:
      return a_code(dice, *type.list);
    case check::Base::kText:
      // Some are keys of councils.
      return texts.intern((dice.in_hundred(30) ? "E0" : "text ") + std::to_string(dice.below(5)));
    default:
      return dice.below(20);
  }
}

struct Place {
  std::int32_t council;
  std::int32_t person;
};

std::vector<Place> places_of(const check::Collection& collection, const Generated& wanted,
                             Dice& dice, bind::TextPool& texts) {
  std::vector<Place> places;
  for (int person = 0; person < wanted.people; ++person) {
    const std::int32_t key = texts.intern("Person " + std::to_string((person * 7919LL) % 10000019));
    const int councils = dice.in_hundred(20) ? 2 : 1;
    for (int i = 0; i < councils; ++i) {
      const auto council = static_cast<std::int32_t>(dice.below(wanted.councils));
      const std::int64_t records = 1 + dice.below(wanted.most_records);
      for (std::int64_t k = 0; k < records; ++k)
        places.push_back({council, collection.person_key ? key : -1});
    }
  }
  for (std::size_t i = places.size(); i > 1; --i) {
    std::swap(places[i - 1],
              places[static_cast<std::size_t>(dice.below(static_cast<std::int64_t>(i)))]);
  }
  return places;
}

std::unique_ptr<bind::Records> records_of(const check::Collection& collection,
                                          const Generated& wanted, Dice& dice, check::Period period,
                                          bind::TextPool& texts) {
  auto made = std::make_unique<bind::Records>();
  made->collection = &collection;
  const std::vector<Place> places = places_of(collection, wanted, dice, texts);
  made->size = places.size();
  for (std::size_t row = 0; row < places.size(); ++row) {
    if (collection.council_key) made->council.push_back(places[row].council);
    if (collection.person_key) made->person.push_back(places[row].person);
    made->line.push_back(static_cast<std::uint32_t>(row + 2));
  }
  for (const auto& field : collection.fields) {
    std::vector<std::int64_t> cells;
    const bool is_key = !collection.unique.empty() && collection.unique.back() == field.get();
    for (std::size_t row = 0; row < places.size(); ++row) {
      const auto number = static_cast<std::int64_t>((row * 7919) % 100000007);
      if (is_key && field->type.base == check::Base::kNumber) {
        cells.push_back(number);
      } else if (is_key && field->type.base == check::Base::kText) {
        cells.push_back(texts.intern("Code " + std::to_string(number)));
      } else {
        cells.push_back(a_cell(dice, *field, period, texts));
      }
    }
    made->fields.push_back(bind::Column::narrowest(cells));
    if (field->type.base != check::Base::kDecimal) continue;
    // The cells are places in this list; some fractions have no end, one is whole, some are below
    // 0.
    for (std::int64_t i = 0; i < 20; ++i) {
      made->fields.back().decimals.emplace_back(3 * i - 20, i % 2 == 0 ? 7 : 4);
    }
  }
  return made;
}

}  // namespace

std::uint64_t Dice::roll() {
  // The splitmix64 generator.
  std::uint64_t mixed = state_ += 0x9E3779B97F4A7C15ULL;
  mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9ULL;
  mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBULL;
  return mixed ^ (mixed >> 31);
}

bind::Inputs generate(const check::Framework& framework,
                      const std::vector<const check::Collection*>& collections,
                      const Generated& wanted) {
  bind::Inputs inputs;
  inputs.period = {framework.covers_from, framework.covers_to};
  Dice dice(wanted.seed);
  for (int council = 0; council < wanted.councils + 1; ++council) {  // the last sent nothing
    inputs.councils.push_back({.key = "E0" + std::to_string(council), .name = "Council", .by = {}});
  }
  for (const check::Collection* collection : collections) {
    inputs.collections.push_back(
        records_of(*collection, wanted, dice, inputs.period, *inputs.texts));
  }
  return inputs;
}

}  // namespace assize::jit::tests
