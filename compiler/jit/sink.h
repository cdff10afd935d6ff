// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "compiler/jit/arrange.h"
#include "compiler/jit/candidates.h"
#include "compiler/jit/context.h"
#include "compiler/jit/text_ids.h"
#include "runtime/columns/rational.h"

namespace assize::jit {

/// One unit's verdict as compiled code reports it.
struct RawUnit {
  std::int32_t part = 0;
  std::uint32_t file = 0;
  std::int64_t row = -1;
  std::uint32_t verdict = 0;
  std::vector<std::int64_t> cells;  // of what the measure shows: value, deciding case
};

/// How often each value stands in each group of a median: by the place of the group's first counter.
using Amounts = std::map<std::pair<std::int64_t, columns::Rational>, std::int64_t>;
/// Sums of fractions, by the place of the counters that would hold whole ones.
using Sums = std::map<std::int64_t, columns::Rational>;

/// Adds to how often a value stands somewhere; says whether that still fits 64 bits.
bool add_amount(Amounts& amounts, std::int64_t place, const columns::Rational& value,
                std::int64_t weight);
/// Adds to a sum; says whether it still can be held exactly.
bool add_sum(Sums& sums, std::int64_t place, const columns::Rational& amount);

/// Keeps what the compiled code of one thread reports, and answers what it asks.
class Sink final : public RunSink {
 public:
  Sink(const Arranged& arranged, const TextIds& texts, std::size_t cells_of_unit)
      : arranged_(&arranged), texts_(&texts), cells_of_unit_(cells_of_unit) {}

  void unit(std::int32_t part, std::uint32_t file, std::int64_t row, std::uint32_t verdict,
            const std::int64_t* cells) override;
  void candidate(std::int64_t row, std::size_t groups, std::size_t cells_count,
                 const std::int64_t* cells) override;
  void settle(std::size_t place) override;
  bool is_kept(std::size_t place, std::int64_t row) const override;
  void member(std::int64_t row) override { members.push_back(row); }
  void amount(std::int64_t place, const columns::Rational& value, std::int64_t weight) override;
  void add(std::int64_t place, const columns::Rational& amount) override;
  std::int64_t council_named(std::int64_t text) const override;
  std::int64_t reason_in_field(std::size_t collection, std::size_t field,
                               std::int64_t row) const override;
  void beyond_limits() override { is_beyond_limits = true; }

  std::vector<RawUnit> units;
  Candidates candidates;  // that are not settled yet
  std::vector<std::int64_t> members;
  Amounts amounts;
  Sums sums;
  bool is_beyond_limits = false;

 private:
  const Arranged* arranged_;
  const TextIds* texts_;
  std::size_t cells_of_unit_;
  std::vector<std::vector<std::int64_t>> kept_;  // by place: rows in ascending order
};

}  // namespace assize::jit
