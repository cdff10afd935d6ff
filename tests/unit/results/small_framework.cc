// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "tests/unit/results/small_framework.h"

#include <gtest/gtest.h>

#include <utility>

#include "compiler/check/groups.h"
#include "compiler/check/period.h"

namespace assize::results {
namespace {

constexpr std::size_t kCouncils = 3;

check::Breakdown split_by_gender() {
  check::Dimension gender;
  gender.name = "gender";
  for (const char* label : {"male", "female"}) {
    check::Band band;
    band.label = label;
    band.from =
        check::Value::of(check::Base::kCode, static_cast<std::int64_t>(gender.bands.size()));
    band.to = band.from;
    gender.bands.push_back(std::move(band));
  }
  gender.rest = check::Dimension::Rest::kInTotalOnly;
  check::Breakdown breakdown;
  breakdown.dimensions.push_back(std::move(gender));
  return breakdown;
}

check::Part share_in_percent() {
  check::Part part;
  part.name = "aged_18_to_64";
  part.code = "2E(2a)";
  part.label = "18 to 64";
  part.numerator.emplace();
  part.splits.push_back(split_by_gender());
  part.show.unit = check::Show::Unit::kPercent;
  part.show.decimals = {1};
  return part;
}

std::unique_ptr<check::Collection> list_of_councils() {
  auto list = std::make_unique<check::Collection>();
  list->name = "councils";
  auto region = std::make_unique<check::Field>();
  region->name = "region";
  list->fields.push_back(std::move(region));
  return list;
}

}  // namespace

SmallFramework::SmallFramework() {
  framework.family = "ascof";
  framework.year = "2024-25";
  framework.collections.push_back(list_of_councils());
  framework.areas = framework.collections.front().get();
  framework.areas_by = {framework.areas->fields.front().get()};
  framework.measures.push_back(std::make_unique<check::Measure>());
  measure = framework.measures.front().get();
  measure->name = "settled_home";
  measure->code = "2E";
  measure->title = "People who live in their home or with family";
  measure->unit_noun = "people";
  measure->parts.push_back(share_in_percent());

  inputs.councils = {
      {"E1", "Ash", {"North"}}, {"E2", "Beck", {"North"}}, {"E3", "Cole", {"South"}}};

  MeasureTally measured;
  measured.measure = measure;
  measured.period = {*check::parse_day("2024-04-01"), *check::parse_day("2025-03-31")};
  measured.submitted.assign(kCouncils, true);
  measured.base.assign(kCouncils, 0);
  PartTally part_tally;
  part_tally.part = &measure->parts.front();
  part_tally.cells.resize(check::groups_of(part()).size() * kCouncils);
  part_tally.population.assign(kCouncils, 0);
  part_tally.numerator_unknown.assign(kCouncils, 0);
  measured.parts.push_back(std::move(part_tally));
  tally.measures.push_back(std::move(measured));
}

Cell& SmallFramework::cell(std::size_t group, std::size_t council) {
  return tally.measures.front().parts.front().cells[group * kCouncils + council];
}

void SmallFramework::count(std::size_t council, std::int64_t numerator, std::int64_t denominator) {
  cell(0, council).numerator = numerator;
  cell(0, council).denominator = denominator;
}

void SmallFramework::mark(check::Mark::Status status, std::vector<std::string> councils) {
  check::Mark mark;
  mark.measure = "settled_home";
  mark.status = status;
  mark.until = "2026-09-30";
  mark.councils = std::move(councils);
  framework.marks.push_back(std::move(mark));
}

Results SmallFramework::assembled() const {
  auto results = assemble(framework, inputs, tally, "");
  EXPECT_TRUE(results) << results.failure().message;
  return *std::move(results);
}

Row SmallFramework::total(const std::string& place) const {
  for (const Row& row : assembled().rows) {
    if (row.geography_name == place && row.breakdown == "total" && !row.is_tabulation) return row;
  }
  ADD_FAILURE() << "no total for " << place;
  return {};
}

}  // namespace assize::results
