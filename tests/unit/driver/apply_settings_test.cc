// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/driver/apply_settings.h"

#include <gtest/gtest.h>

namespace assize::driver {
namespace {

using check::Base;
using check::Value;

/// Measure 2A with a window of 7 days, from 0 to 90, and a flag that is no.
struct Framework2A {
  Framework2A() {
    framework.measures.push_back(std::make_unique<check::Measure>());
    check::Measure& measure = *framework.measures.front();
    measure.name = "reablement_sequel";
    measure.code = "2A";
    measure.parameters.push_back(std::make_unique<check::Parameter>());
    window = measure.parameters.front().get();
    window->name = "sequel_window";
    window->type.base = Base::kDays;
    window->value = Value::of(Base::kDays, 7);
    window->from = Value::of(Base::kDays, 0);
    window->to = Value::of(Base::kDays, 90);
    measure.flags.push_back(std::make_unique<check::Flag>());
    flag = measure.flags.front().get();
    flag->name = "blank_components_count";
  }

  check::Framework framework;
  check::Parameter* window = nullptr;
  check::Flag* flag = nullptr;
};

TEST(apply_settings, values_hold_as_long_as_the_settings_live) {
  Framework2A made;
  {
    Settings settings(made.framework);
    EXPECT_TRUE(settings.apply({"2A.sequel_window", "14days"}));
    EXPECT_TRUE(settings.apply({"reablement_sequel.sequel_window", "3 weeks"}));
    EXPECT_TRUE(settings.apply({"blank_components_count", "yes"}));
    EXPECT_EQ(made.window->value.whole, 21);
    EXPECT_TRUE(made.flag->value);
  }
  EXPECT_EQ(made.window->value.whole, 7);
  EXPECT_FALSE(made.flag->value);
}

TEST(apply_settings, what_is_set_after_a_scenario_stands_above_it) {
  Framework2A made;
  check::Scenario scenario;
  scenario.settings = {{"reablement_sequel", "sequel_window", Value::of(Base::kDays, 30)},
                       {"reablement_sequel", "blank_components_count", Value::yes_or_no(true)}};
  {
    Settings settings(made.framework);
    settings.apply_scenario(scenario);
    EXPECT_EQ(made.window->value.whole, 30);
    EXPECT_TRUE(made.flag->value);
    EXPECT_TRUE(settings.apply({"2A.sequel_window", "14days"}));
    EXPECT_EQ(made.window->value.whole, 14);
  }
  EXPECT_EQ(made.window->value.whole, 7);
  EXPECT_FALSE(made.flag->value);
}

TEST(apply_settings, other_names_kinds_and_values_out_of_bounds_are_usage_errors) {
  Framework2A made;
  Settings settings(made.framework);
  for (const Setting& setting :
       {Setting{"2A.window", "7 days"}, Setting{"2B.sequel_window", "7 days"},
        Setting{"2A.sequel_window", "soon"}, Setting{"2A.sequel_window", "91 days"},
        Setting{"2A.sequel_window", "2 months"}, Setting{"2A.blank_components_count", "7"}}) {
    const auto status = settings.apply(setting);
    ASSERT_FALSE(status) << setting.what << "=" << setting.value;
    EXPECT_EQ(status.failure().kind, columns::FailureKind::kUsage);
  }
  EXPECT_EQ(made.window->value.whole, 7);
}

TEST(apply_settings, an_argument_is_parted_at_its_equals_sign) {
  const auto setting = parse_setting("2A.sequel_window = 14 days");
  ASSERT_TRUE(setting);
  EXPECT_EQ(setting->what, "2A.sequel_window");
  EXPECT_EQ(setting->value, "14 days");
  EXPECT_FALSE(parse_setting("2A.sequel_window"));
  EXPECT_FALSE(parse_setting("=7"));
}

}  // namespace
}  // namespace assize::driver
