// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/reproduce/check_populations.h"

#include <algorithm>
#include <map>

#include "compiler/results/lay_out.h"

namespace assize::reproduce {
namespace {

using Key = std::pair<std::string, std::string>;  // year, code

int first_year_of(const std::string& year) {
  return year.size() < 4 ? 0 : std::stoi(year.substr(0, 4));
}

std::optional<Ages> ages_of(const Ruled& ruled) {
  const std::string& title = ruled.rule->measure->title;
  if (auto ages = ages_of_title(title + " " + ruled.rule->part->label)) return ages;
  if (auto ages = ages_of_title(title)) return ages;
  return ages_of_title(ruled.figure->title);
}

const Residents* residents_of(const Population& population, const Figure& figure) {
  const auto found = population.areas.find(figure.ons_code);
  return found == population.areas.end() ? nullptr : &found->second;
}

const Population* population_of(const std::vector<Population>& populations, int year) {
  for (const Population& population : populations) {
    if (population.year == year) return &population;
  }
  return nullptr;
}

std::string residents_text(const Ages& ages, int year) {
  return "residents aged " + ages_text(ages) + " of mid-" + std::to_string(year);
}

/// Looks for whose number a wrong denominator is.
class Search {
 public:
  Search(const std::vector<Population>& populations, std::vector<Ages> ages)
      : populations_(populations), ages_(std::move(ages)) {}

  std::string whose(const Figure& figure, const Ages& meant, int year) const {
    const mpq_class& published = figure.denominator.number;
    for (const Population& population : populations_) {
      const Residents* residents = residents_of(population, figure);
      if (residents == nullptr) continue;
      for (const Ages& ages : ages_) {
        if (is(residents->of(ages), published)) {
          return "it is the " + residents_text(ages, population.year) + ", not the " +
                 residents_text(meant, year);
        }
      }
    }
    if (const Population* same_year = population_of(populations_, year)) {
      for (const auto& [code, residents] : same_year->areas) {
        if (is(residents.of(meant), published)) {
          return "it is that of " + residents.name + " (" + code + ")";
        }
      }
    }
    return "it is nobody's";
  }

 private:
  static bool is(const std::optional<std::int64_t>& people, const mpq_class& published) {
    return people && published == mpq_class(mpz_class(static_cast<long>(*people)));
  }

  const std::vector<Population>& populations_;
  std::vector<Ages> ages_;
};

PopulationCheck check_of(const Ruled& ruled, const Population& population, const Ages& ages,
                         const Evidence& evidence, const Search& search) {
  const Figure& figure = *ruled.figure;
  PopulationCheck made;
  made.figure = &figure;
  const Residents* residents = residents_of(population, figure);
  const auto people = residents == nullptr ? std::nullopt : residents->of(ages);
  if (!people) {
    made.match = Match::kNoSuchArea;
    return made;
  }
  const mpq_class estimate(mpz_class(static_cast<long>(*people)));
  const mpq_class apart = abs(figure.denominator.number - estimate);
  if (apart == 0) return made;
  const mpq_class half = half_of(evidence.of(figure).denominator);
  if (apart <= half) {
    made.match = Match::kWithinRounding;
    return made;
  }
  made.match = Match::kOther;
  made.what = "the denominator is " + figure.denominator.text + ", the estimate " +
              results::grouped(*people) + ": " + search.whose(figure, ages, population.year);
  return made;
}

}  // namespace

std::vector<PopulationSummary> check_populations(const std::vector<Ruled>& figures,
                                                 const std::vector<Population>& populations,
                                                 const Evidence& evidence) {
  std::map<Key, std::pair<Ages, std::vector<Ruled>>> groups;
  std::vector<Ages> all_ages{{18, 64}, {65, std::nullopt}, {18, std::nullopt}, {0, std::nullopt}};
  for (const Ruled& ruled : figures) {
    if (ruled.rule == nullptr || !ruled.rule->is_per_population()) continue;
    if (!ruled.figure->denominator.is_number()) continue;
    const auto ages = ages_of(ruled);
    if (!ages) continue;
    auto& group = groups[{ruled.figure->year, ruled.rule->code()}];
    group.first = *ages;
    group.second.push_back(ruled);
    if (std::find(all_ages.begin(), all_ages.end(), *ages) == all_ages.end())
      all_ages.push_back(*ages);
  }
  const Search search(populations, all_ages);
  std::vector<PopulationSummary> made;
  for (const auto& [key, group] : groups) {
    const int year = first_year_of(key.first);
    const Population* population = population_of(populations, year);
    if (population == nullptr) continue;
    PopulationSummary summary{key.first, key.second, group.first, year, {}};
    for (const Ruled& ruled : group.second) {
      summary.checks.push_back(check_of(ruled, *population, group.first, evidence, search));
    }
    made.push_back(std::move(summary));
  }
  return made;
}

}  // namespace assize::reproduce
