// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/results/to_attrition.h"

#include <gtest/gtest.h>

#include "tests/unit/results/small_framework.h"

namespace assize::results {
namespace {

check::Step step(check::Step::Kind kind, const char* label, check::StepPolicy policy) {
  check::Step made;
  made.kind = kind;
  made.label = label;
  made.policy = policy;
  return made;
}

TEST(to_attrition, sums_add_up_and_unknowns_are_said) {
  SmallFramework small;
  small.measure->steps.push_back(
      step(check::Step::Kind::kLeaveOut, "under 18 when last supported", check::StepPolicy::kKeep));
  small.part().steps.push_back(
      step(check::Step::Kind::kKeep, "18 to 64", check::StepPolicy::kLeaveOut));
  small.part().numerator->policy = check::CountPolicy::kDoNotCount;
  MeasureTally& measured = small.tally.measures.front();
  measured.base = {1000, 200, 34};
  measured.steps = {{{30, 4, 0}, {7, 0, 0}}};
  measured.quiet_unknowns = {{"accommodation", 1105}, {"birth", 56}, {"quiet, support", 3}};
  PartTally& part = measured.parts.front();
  part.steps = {{{470, 96, 34}, {3, 2, 0}}};
  part.population = {500, 100, 0};
  part.numerator_unknown = {11, 0, 0};
  small.count(0, 400, 500);
  small.count(1, 50, 100);
  EXPECT_EQ(attrition_text(small.framework, {small.tally, small.assembled()},
                           {{places_of(small.framework, small.inputs).front()}, Counts::kExact}),
            " 2E  People who live in their home or with family                           England\n"
            "     people in scope                                                          1,234\n"
            "   - under 18 when last supported                                                34   "
            "  kept although unknown: 7\n"
            "   = population                                                               1,200\n"
            " 2E(2a)  18 to 64\n"
            "   - not \"18 to 64\"                                                             600 "
            "    of these unknown: 5\n"
            "   = population                                                                 600\n"
            "   = denominator                                                                600\n"
            "     numerator                                                                  450   "
            "  75.0 %     not counted as unknown: 11\n"
            " Unknowns decided by a word: 1,105 (accommodation), 56 (birth)\n"
            " Unknowns passed over quietly: 3 (support)\n"
            "\n");
}

}  // namespace
}  // namespace assize::results
