// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/jit/sink.h"

#include <algorithm>

#include "compiler/results/tally.h"

namespace assize::jit {

bool add_amount(Amounts& amounts, std::int64_t place, const columns::Rational& value,
                std::int64_t weight) {
  std::int64_t& count = amounts[{place, value}];
  return !__builtin_add_overflow(count, weight, &count);
}

bool add_sum(Sums& sums, std::int64_t place, const columns::Rational& amount) {
  columns::Rational& sum = sums[place];
  sum = sum + amount;
  return !sum.overflowed();
}

void Sink::unit(std::int32_t part, std::uint32_t file, std::int64_t row, std::uint32_t verdict,
                const std::int64_t* cells) {
  units.push_back({part, file, row, verdict, {cells, cells + cells_of_unit_}});
}

void Sink::candidate(std::int64_t row, std::size_t groups, std::size_t cells_count,
                     const std::int64_t* cells) {
  candidates.add(row, groups, cells_count, cells);
}

void Sink::settle(std::size_t place) {
  if (kept_.size() <= place) kept_.resize(place + 1);
  kept_[place] = first_of_each(candidates);
  candidates.clear();
}

bool Sink::is_kept(std::size_t place, std::int64_t row) const {
  return std::binary_search(kept_[place].begin(), kept_[place].end(), row);
}

void Sink::amount(std::int64_t place, const columns::Rational& value, std::int64_t weight) {
  if (!add_amount(amounts, place, value, weight)) is_beyond_limits = true;
}

void Sink::add(std::int64_t place, const columns::Rational& amount) {
  if (!add_sum(sums, place, amount)) is_beyond_limits = true;
}

std::int64_t Sink::council_named(std::int64_t text) const { return texts_->council_named(text); }

std::int64_t Sink::reason_in_field(std::size_t collection, std::size_t field,
                                   std::int64_t row) const {
  const ArrangedCollection& arranged = arranged_->collections[collection];
  const auto& symbols = arranged.records->fields[field].symbols;
  const auto found = symbols.find(arranged.origin[static_cast<std::size_t>(row)]);
  results::Status status = results::Status::kUnknown;
  if (found != symbols.end()) {
    switch (found->second) {
      case check::Symbol::Status::kWithheld:
        status = results::Status::kWithheld;
        break;
      case check::Symbol::Status::kNotSubmitted:
        status = results::Status::kNotSubmitted;
        break;
      case check::Symbol::Status::kNotApplicable:
        status = results::Status::kNotApplicable;
        break;
    }
  }
  return static_cast<std::int64_t>(status);
}

}  // namespace assize::jit
