// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

// From an engine's tally to rows of figures.
//
//   needs     a tally with a cell for every group of every part in every council
//   promises  rows in a fixed order; a total leaves out what has not both sides, and says so
//   reports   counts that are too large (exit 6)

#include "compiler/results/assemble.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "compiler/check/groups.h"
#include "compiler/check/period.h"
#include "compiler/results/borrowed.h"
#include "compiler/results/figure.h"
#include "compiler/results/marks.h"
#include "compiler/results/places.h"
#include "compiler/results/weighted.h"

namespace assize::results {
namespace {

using check::Group;
using check::Measure;
using check::Part;
using columns::Rational;

std::string joined(const std::string& one, const std::string& other) {
  if (one.empty()) return other;
  return other.empty() ? one : one + "; " + other;
}

class PartAssembler {
 public:
  PartAssembler(const check::Framework& framework, const bind::Inputs& inputs,
                const std::vector<Place>& places, const MeasureTally& measure,
                const PartTally& part, Intervals intervals, Results& results)
      : framework_(framework),
        inputs_(inputs),
        places_(places),
        measure_(measure),
        part_(part),
        with_intervals_(intervals == Intervals::kEverywhere || part.part->show.wilson_intervals),
        results_(results) {}

  /// Adds the part's rows; false if a number became too large.
  bool add_rows() {
    const std::vector<Group> groups = check::groups_of(*part_.part);
    for (const Place& place : places_) {
      for (std::size_t group = 0; group < groups.size(); ++group) {
        add_figure(place, groups[group], group);
      }
      add_tabulations(place);
    }
    return fits_;
  }

 private:
  Row row_at(const Place& place, const Group& group) const {
    Row row;
    row.of_measure = measure_.measure;
    row.of_part = part_.part;
    row.level = place.level;
    row.period = check::period_text(measure_.period);
    row.geography_level = place.geography_level;
    row.geography_code = place.code;
    row.geography_name = place.name;
    row.breakdown = group.breakdown;
    row.group = group.label;
    row.note = marks_text(framework_, *measure_.measure, *part_.part,
                          place.level == Level::kCouncil ? place.name : std::string());
    return row;
  }

  const Cell& cell_of(std::size_t group, std::size_t council) const {
    return part_.cells[group * inputs_.councils.size() + council];
  }

  Figure council_figure(std::size_t group, std::size_t council) const {
    if (!measure_.submitted[council]) {
      Figure figure;
      figure.status = Status::kNotSubmitted;
      return figure;
    }
    return figure_of(*part_.part, cell_of(group, council));
  }

  Status reason_to_leave_out(std::size_t council) const {
    if (!measure_.submitted[council]) return Status::kNotSubmitted;
    return is_left_out(framework_, *measure_.measure, *part_.part, inputs_.councils[council].name)
               ? Status::kWithheld
               : Status::kNone;
  }

  // The strata of all councils of a place that sent answers, of one group.
  Cell strata_at(const Place& place, std::size_t group) const {
    Cell sum;
    for (const std::size_t council : place.councils) {
      if (reason_to_leave_out(council) != Status::kNone) continue;
      for (const auto& [key, stratum] : cell_of(group, council).strata) sum.strata[key] = stratum;
    }
    return sum;
  }

  bool is_without_figure(const Place& place) const {
    return place.level != Level::kCouncil &&
           has_no_totals(framework_, *measure_.measure, *part_.part);
  }

  void add_weighted(const Place& place, const Group& group, std::size_t index) {
    Row row = row_at(place, group);
    Total total;
    for (const std::size_t council : place.councils) {
      total.add(*part_.part, cell_of(index, council), reason_to_leave_out(council));
    }
    if (total.left_out() == total.councils) {
      row.status = figure_of(*part_.part, total).status;
    } else {
      const WeightedFigure made = weighted_figure(*part_.part, strata_at(place, index),
                                                  strata_at(place, 0), measure_.eligible);
      row.numerator = made.figure.numerator;
      row.denominator = made.figure.denominator;
      row.value = made.figure.value;
      row.margin = made.margin;
      if (with_intervals_) set_limits(made.limits, row);
      row.status = made.figure.status != Status::kNone ? made.figure.status : made.margin_status;
    }
    if (place.level != Level::kCouncil) row.note = joined(row.note, without_text(total));
    results_.rows.push_back(std::move(row));
  }

  void add_figure(const Place& place, const Group& group, std::size_t index) {
    if (is_without_figure(place)) {
      Row row = row_at(place, group);
      row.status = Status::kNotApplicable;
      results_.rows.push_back(std::move(row));
      return;
    }
    if (measure_.measure->weighted) {
      add_weighted(place, group, index);
      return;
    }
    Row row = row_at(place, group);
    Figure figure;
    Cell sums;
    if (place.level == Level::kCouncil) {
      figure = council_figure(index, place.councils.front());
      sums = cell_of(index, place.councils.front());
    } else {
      Total total;
      for (const std::size_t council : place.councils) {
        total.add(*part_.part, cell_of(index, council), reason_to_leave_out(council));
      }
      fits_ = fits_ && !total.overflowed;
      figure = figure_of(*part_.part, total);
      sums = std::move(total.cell);
      row.note = joined(row.note, without_text(total));
    }
    row.numerator = figure.numerator;
    row.denominator = figure.denominator;
    row.status = figure.status;
    if (figure.value) set_value(*figure.value, row);
    if (with_intervals_) set_limits(limits_of(*measure_.measure, *part_.part, figure, sums), row);
    for (const auto& side : {row.numerator, row.denominator, row.value}) {
      fits_ = fits_ && !(side && side->overflowed());
    }
    results_.rows.push_back(std::move(row));
  }

  static void set_limits(const std::optional<Limits>& limits, Row& row) {
    if (!limits) return;
    row.lower = limits->lower;
    row.upper = limits->upper;
  }

  void set_value(const Rational& exact, Row& row) const {
    row.value = rounded_as_shown(exact, part_.part->show);
    const bool is_percent = part_.part->show.unit == check::Show::Unit::kPercent;
    if (part_.part->shape == check::Shape::kRate && is_percent && exact > Rational(100)) {
      row.note = joined(row.note, "above 100: a rate is not held inside its denominator");
    }
  }

  // Counts of the population by group: the numerator alone.
  void add_tabulations(const Place& place) {
    for (std::size_t which = 0; which < part_.tabulations.size(); ++which) {
      const auto groups = check::groups_of_tabulation(*part_.part, static_cast<int>(which));
      for (std::size_t group = 0; group < groups.size(); ++group) {
        std::int64_t count = 0;
        for (const std::size_t council : place.councils) {
          const std::size_t at = group * inputs_.councils.size() + council;
          fits_ = fits_ && !__builtin_add_overflow(count, part_.tabulations[which][at], &count);
        }
        if (count == 0) continue;
        Row row = row_at(place, groups[group]);
        row.is_tabulation = true;
        row.numerator = Rational(count);
        results_.rows.push_back(std::move(row));
      }
    }
  }

  const check::Framework& framework_;
  const bind::Inputs& inputs_;
  const std::vector<Place>& places_;
  const MeasureTally& measure_;
  const PartTally& part_;
  bool with_intervals_;
  Results& results_;
  bool fits_ = true;
};

std::vector<const check::CodeList*> lists_of(const check::Framework& framework) {
  std::vector<const check::CodeList*> lists;
  for (const auto& list : framework.code_lists) lists.push_back(list.get());
  return lists;
}

columns::Failure too_large(const Measure& measure) {
  return {columns::FailureKind::kLimit,
          "a count of measure `" + measure.name + "` is larger than 64 bits hold",
          {"Look for a column of the data that holds something else than counts."}};
}

const Measure* missing_lender(const Tally& tally, const Measure& measure) {
  for (const Measure* lender : measure.lenders()) {
    const bool is_there = std::any_of(tally.measures.begin(), tally.measures.end(),
                                      [&](const MeasureTally& other) { return other.measure == lender; });
    if (!is_there) return lender;
  }
  return nullptr;
}

// Rather no figure than one with nothing in the place of what is borrowed.
columns::Failure not_lent(const Measure& measure, const Measure& lender) {
  return {columns::FailureKind::kInternal,
          "measure `" + measure.name + "` borrows from `" + lender.name + "`, which was not evaluated",
          {}};
}

}  // namespace

columns::Result<Results> assemble(const check::Framework& framework, const bind::Inputs& inputs,
                                  const Tally& tally, const Purpose& purpose) {
  Results results;
  results.edition = framework.at_name();
  results.scenario = purpose.scenario;
  const std::vector<Place> places = places_of(framework, inputs);
  for (const check::CodeList* list : lists_of(framework)) results.code_lists.push_back(list);
  for (const MeasureTally& counted : tally.measures) {
    if (counted.only_lends) continue;
    if (const Measure* missing = missing_lender(tally, *counted.measure)) {
      return not_lent(*counted.measure, *missing);
    }
    const MeasureTally measure = with_borrowed_counts(tally, counted, inputs.councils.size());
    for (const PartTally& part : measure.parts) {
      PartAssembler assembler(framework, inputs, places, measure, part, purpose.intervals, results);
      if (!assembler.add_rows()) return too_large(*measure.measure);
    }
  }
  return results;
}

columns::Result<Results> assemble(const check::Framework& framework, const bind::Inputs& inputs,
                                  const Tally& tally, const std::string& scenario) {
  Purpose purpose;
  purpose.scenario = scenario;
  return assemble(framework, inputs, tally, purpose);
}

}  // namespace assize::results
