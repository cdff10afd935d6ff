// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "compiler/interpret/interpreter.h"
#include "compiler/jit/evaluator.h"
#include "compiler/jit/supported.h"
#include "compiler/lower/from_framework.h"
#include "compiler/plan/verify.h"
#include "tests/unit/jit/compare_tallies.h"
#include "tests/unit/jit/generated_records.h"
#include "tests/unit/jit/trial_measures.h"
#include "tests/unit/jit/trial_shapes.h"
#include "tests/unit/lower/compile_text.h"

namespace assize::jit {
namespace {

using lower::tests::CompiledText;

/// Runs one measure on both engines over generated records, and says where they differ.
void expect_agreement(const CompiledText& text, const std::string& name, int seeds) {
  ASSERT_NE(text.framework(), nullptr) << text.messages();
  const check::Measure& measure = text.measure(name);
  const auto plan = lower::from_framework(*text.framework(), {&measure}, text.sources());
  ASSERT_TRUE(plan) << plan.failure().message;
  ASSERT_EQ(plan::verify(*plan), std::nullopt);
  ASSERT_EQ(not_built_yet(*plan), std::nullopt);
  const std::unique_ptr<ArrangedEvaluator> compiled = make_evaluator(*plan);
  interpret::Interpreter reference(*text.framework());
  for (int seed = 1; seed <= seeds; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    const bind::Inputs inputs =
        tests::generate(*text.framework(), measure.from,
                        {.people = 40 * seed, .seed = static_cast<std::uint64_t>(seed)});
    const results::Request counting{.measures = {&measure}, .threads = 1 + seed % 3};
    results::Request with_units = counting;
    with_units.units = true;
    auto expected = reference.evaluate(inputs, with_units);
    ASSERT_TRUE(expected) << expected.failure().message;
    const auto found = compiled->evaluate(inputs, with_units);
    ASSERT_TRUE(found) << found.failure().message;
    ASSERT_EQ(tests::first_difference(*expected, *found), "");
    expected->measures[0].units.clear();
    const auto counted = compiled->evaluate(inputs, counting);
    ASSERT_TRUE(counted) << counted.failure().message;
    ASSERT_EQ(tests::first_difference(*expected, *counted), "");
  }
}

TEST(Agreement, settled_home_is_the_same_on_both_engines) {
  const CompiledText text("frameworks/ascof/2024-25.assize", "ascof", "2024-25");
  expect_agreement(text, "settled_home", 8);
}

class TrialMeasure : public testing::TestWithParam<tests::TrialMeasure> {};

TEST_P(TrialMeasure, is_the_same_on_both_engines) {
  const CompiledText text(lower::tests::trial_edition(tests::measure_text(GetParam()), "m"));
  expect_agreement(text, "m", 5);
}

INSTANTIATE_TEST_SUITE_P(Agreement, TrialMeasure, testing::ValuesIn(tests::trial_measures()),
                         [](const auto& tested) { return tested.param.name; });

class TrialShape : public testing::TestWithParam<tests::TrialShape> {};

TEST_P(TrialShape, is_the_same_on_both_engines) {
  const CompiledText text(tests::edition_text(GetParam()));
  expect_agreement(text, "m", 5);
}

INSTANTIATE_TEST_SUITE_P(Agreement, TrialShape, testing::ValuesIn(tests::trial_shapes()),
                         [](const auto& tested) { return tested.param.name; });

}  // namespace
}  // namespace assize::jit
