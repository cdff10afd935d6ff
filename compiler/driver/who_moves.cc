// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/driver/who_moves.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "compiler/driver/engine.h"
#include "compiler/driver/read_data.h"
#include "compiler/driver/timing.h"

namespace assize::driver {
namespace {

/// Names one unit of one figure in both editions: council, person, days, record.
using UnitKey = std::tuple<std::string, std::string, std::string, std::int64_t, std::string>;

enum class Stand : std::uint8_t { kOut, kDenominator, kNumerator };

/// Where each unit stands in one edition; what is not there is out.
struct Standing {
  std::map<UnitKey, Stand> units;
  std::map<std::string, std::string> council_names;  // by key
  std::map<std::string, std::string> codes;          // by path
};

std::string path_of(const check::Measure& measure, const check::Part& part) {
  return part.name.empty() ? measure.name : measure.name + "." + part.name;
}

Stand stand_of(const std::string& counted) {
  if (counted == "numerator") return Stand::kNumerator;
  return counted == "denominator" ? Stand::kDenominator : Stand::kOut;
}

void add_units(const results::MeasureTally& tally, const bind::Inputs& inputs, Standing& standing) {
  for (const results::UnitRow& row : tally.units) {
    if (row.part < 0) continue;
    const check::Part& part = tally.measure->parts[static_cast<std::size_t>(row.part)];
    const Stand stand = stand_of(row.counted);
    if (stand == Stand::kOut) continue;
    const bind::Council& council = inputs.councils[static_cast<std::size_t>(row.council)];
    const std::string person = row.person < 0 ? std::string() : inputs.texts->folded(row.person);
    standing.units[{path_of(*tally.measure, part), council.key, person, row.start, row.record}] =
        stand;
  }
}

columns::Result<Standing> stand_in(const Compilation& compilation,
                                   const check::Framework& framework,
                                   const std::vector<const check::Measure*>& measures,
                                   check::Period period, const MovesRequest& request) {
  auto inputs = read_data(framework, measures, {request.data, period, request.threads});
  if (!inputs) return inputs.failure();
  results::Request work;
  work.measures = measures;
  work.units = true;
  work.threads = request.threads > 0 ? request.threads : threads_of_this_machine();
  auto engine = make_engine(framework, {"auto", compilation.sources, *inputs, work});
  if (!engine) return engine.failure();
  auto tally = engine->evaluator->evaluate(*inputs, work);
  if (!tally) return tally.failure();
  Standing standing;
  for (const bind::Council& council : inputs->councils)
    standing.council_names[council.key] = council.name;
  for (const results::MeasureTally& each : tally->measures) {
    add_units(each, *inputs, standing);
    for (const check::Part& part : each.measure->parts) {
      standing.codes[path_of(*each.measure, part)] =
          part.code.empty() ? each.measure->code : part.code;
    }
  }
  return standing;
}

bool has_units(const check::Measure& measure) {
  return measure.unit != nullptr || !measure.unit_noun.empty();
}

/// Which measures both editions have, in the order of the later one.
std::vector<std::pair<const check::Measure*, const check::Measure*>> measures_in_both(
    const check::Framework& before, const check::Framework& after) {
  std::vector<std::pair<const check::Measure*, const check::Measure*>> both;
  for (const auto& measure : after.measures) {
    const check::Measure* was = before.measure(measure->name);
    if (was != nullptr && has_units(*was) && has_units(*measure))
      both.emplace_back(was, measure.get());
  }
  return both;
}

void count_move(Stand was, Stand is, Moves& moves) {
  if (was == is) return;
  if (is == Stand::kNumerator) ++moves.into_numerator;
  if (was == Stand::kNumerator) ++moves.out_of_numerator;
  if (was == Stand::kOut) ++moves.into_denominator;
  if (is == Stand::kOut) ++moves.out_of_denominator;
}

}  // namespace

columns::Result<std::vector<FigureMoves>> who_moves(const Compilation& compilation,
                                                    const check::Framework& before,
                                                    const check::Framework& after,
                                                    const MovesRequest& request) {
  std::vector<const check::Measure*> old_measures;
  std::vector<const check::Measure*> new_measures;
  for (const auto& [was, is] : measures_in_both(before, after)) {
    old_measures.push_back(was);
    new_measures.push_back(is);
  }
  if (new_measures.empty()) return std::vector<FigureMoves>{};
  const auto period = period_of_run(after, request.period);
  if (!period) return period.failure();
  const auto was = stand_in(compilation, before, old_measures, *period, request);
  if (!was) return was.failure();
  const auto is = stand_in(compilation, after, new_measures, *period, request);
  if (!is) return is.failure();

  std::map<std::string, FigureMoves> by_path;
  const auto note = [&](const UnitKey& key, Stand old_stand, Stand new_stand) {
    if (old_stand == new_stand) return;
    const std::string& path = std::get<0>(key);
    if (was->codes.count(path) == 0 || is->codes.count(path) == 0) return;
    FigureMoves& figure = by_path[path];
    count_move(old_stand, new_stand, figure.all);
    const auto name = is->council_names.find(std::get<1>(key));
    count_move(old_stand, new_stand,
               figure.councils[name == is->council_names.end() ? std::get<1>(key) : name->second]);
  };
  const auto stand = [](const Standing& standing, const UnitKey& key) {
    const auto found = standing.units.find(key);
    return found == standing.units.end() ? Stand::kOut : found->second;
  };
  for (const auto& [key, old_stand] : was->units) note(key, old_stand, stand(*is, key));
  for (const auto& [key, new_stand] : is->units) {
    if (was->units.count(key) == 0) note(key, Stand::kOut, new_stand);
  }
  std::vector<FigureMoves> figures;
  for (const check::Measure* measure : new_measures) {
    for (const check::Part& part : measure->parts) {
      const std::string path = path_of(*measure, part);
      if (was->codes.count(path) == 0) continue;
      FigureMoves figure = by_path[path];
      figure.path = path;
      figure.code = is->codes.at(path);
      figures.push_back(std::move(figure));
    }
  }
  return figures;
}

}  // namespace assize::driver
