// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/driver/apply_settings.h"

#include <charconv>
#include <optional>
#include <string_view>
#include <utility>

#include "compiler/check/period.h"
#include "compiler/driver/report.h"
#include "compiler/driver/words.h"
#include "runtime/columns/spelling.h"

namespace assize::driver {
namespace {

using check::Base;
using check::Measure;
using check::Value;
using columns::Rational;

bool are_alike(const std::string& one, const std::string& other) {
  return !one.empty() && columns::folded(one) == columns::folded(other);
}

std::optional<std::int64_t> whole_number(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

/// `14 days`, `14days`, `100_000`: the number and what follows it.
struct Amount {
  std::string number;
  std::string unit;
};

Amount amount_of(const std::string& text) {
  Amount amount;
  const std::string_view all = columns::trimmed(text);
  std::size_t at = 0;
  for (; at < all.size(); ++at) {
    const char letter = all[at];
    if (letter == '_') continue;
    const bool is_digit = (letter >= '0' && letter <= '9') || letter == '.' || letter == '-';
    if (!is_digit) break;
    amount.number += letter;
  }
  amount.unit = columns::folded(all.substr(at));
  return amount;
}

std::optional<bool> yes_or_no(const std::string& text) {
  const std::string folded = columns::folded(text);
  if (folded == "yes") return true;
  if (folded == "no") return false;
  return std::nullopt;
}

std::optional<Value> days_of(const Amount& amount) {
  const auto number = whole_number(amount.number);
  if (!number) return std::nullopt;
  if (amount.unit == "weeks" || amount.unit == "week") return Value::of(Base::kDays, *number * 7);
  if (amount.unit == "days" || amount.unit == "day" || amount.unit.empty()) {
    return Value::of(Base::kDays, *number);
  }
  return std::nullopt;
}

// Reads a value of the parameter's own kind; nothing if the text is none.
std::optional<Value> value_of(const std::string& text, const check::Type& type) {
  const Amount amount = amount_of(text);
  switch (type.base) {
    case Base::kDays:
      return days_of(amount);
    case Base::kDate: {
      const auto day = check::parse_day(columns::trimmed(text));
      return day ? std::optional(Value::of(Base::kDate, *day)) : std::nullopt;
    }
    case Base::kBool: {
      const auto answer = yes_or_no(text);
      return answer ? std::optional(Value::yes_or_no(*answer)) : std::nullopt;
    }
    case Base::kNumber: {
      const auto number = whole_number(amount.number);
      if (!number || (!amount.unit.empty() && amount.unit != type.unit)) return std::nullopt;
      return Value::of(Base::kNumber, *number);
    }
    case Base::kDecimal: {
      const auto number = Rational::parse(amount.number);
      if (!number || (!amount.unit.empty() && amount.unit != type.unit)) return std::nullopt;
      Value value = Value::of(Base::kDecimal, 0);
      value.decimal = *number;
      return value;
    }
    default:
      return std::nullopt;
  }
}

Rational exact(const Value& value) {
  return value.base == Base::kDecimal ? value.decimal : Rational(value.whole);
}

bool is_within_bounds(const check::Parameter& parameter, const Value& value) {
  return !(parameter.from && exact(value) < exact(*parameter.from)) &&
         !(parameter.to && exact(value) > exact(*parameter.to));
}

columns::Failure wrong_value(const check::Parameter& parameter, const std::string& text) {
  std::vector<std::string> advice = {"It is " + value_words(parameter.value, parameter.type) +
                                     " now: " + parameter.why};
  if (parameter.from && parameter.to) {
    advice.push_back("It may be from " + value_words(*parameter.from, parameter.type) + " to " +
                     value_words(*parameter.to, parameter.type) + ".");
  }
  return usage_failure("`" + text + "` cannot be the value of `" + parameter.name + "`",
                       std::move(advice));
}

// Whether `2A.sequel_window` speaks of this measure: by its name, its code or the code of a part.
bool speaks_of(const Measure& measure, const std::string& owner) {
  if (owner.empty() || are_alike(owner, measure.name) || are_alike(owner, measure.code))
    return true;
  for (const check::Part& part : measure.parts) {
    if (are_alike(owner, part.code)) return true;
  }
  return false;
}

columns::Failure no_such_setting(const check::Framework& framework, const std::string& what) {
  std::string list;
  for (const auto& parameter : framework.parameters) list += (list.empty() ? "" : ", ") + parameter->name;
  for (const auto& flag : framework.flags) list += (list.empty() ? "" : ", ") + flag->name;
  for (const auto& measure : framework.measures) {
    const std::string owner = measure->code.empty() ? measure->name : measure->code;
    for (const auto& parameter : measure->parameters) {
      list += (list.empty() ? "" : ", ") + owner + "." + parameter->name;
    }
    for (const auto& flag : measure->flags) {
      list += (list.empty() ? "" : ", ") + owner + "." + flag->name;
    }
  }
  return usage_failure(
      "there is no parameter or flag `" + what + "` in " + framework.at_name(),
      {list.empty() ? "The edition has neither parameters nor flags." : "There are: " + list});
}

}  // namespace

Settings::~Settings() {
  // The last set is the first to be taken back, so that what was set twice ends as it began.
  for (auto was = parameters_.rbegin(); was != parameters_.rend(); ++was) {
    was->parameter->value = was->value;
  }
  for (auto was = flags_.rbegin(); was != flags_.rend(); ++was) was->flag->value = was->value;
}

columns::Status Settings::apply(const Setting& setting) {
  const std::size_t dot = setting.what.rfind('.');
  const std::string owner = dot == std::string::npos ? "" : setting.what.substr(0, dot);
  const std::string name = dot == std::string::npos ? setting.what : setting.what.substr(dot + 1);
  bool is_found = false;
  for (const auto& measure : framework_.measures) {
    if (!speaks_of(*measure, owner)) continue;
    auto found = apply_to(measure->parameters, measure->flags, name, setting.value);
    if (!found) return found.failure();
    is_found = is_found || *found;
  }
  // What the edition sets for all its measures has no owner, or any of them: they all obey it.
  auto found = apply_to(framework_.parameters, framework_.flags, name, setting.value);
  if (!found) return found.failure();
  is_found = is_found || *found;
  if (!is_found) return no_such_setting(framework_, setting.what);
  return {};
}

columns::Result<bool> Settings::apply_to(
    const std::vector<std::unique_ptr<check::Parameter>>& parameters,
    const std::vector<std::unique_ptr<check::Flag>>& flags, const std::string& name,
    const std::string& text) {
  bool is_found = false;
  for (const auto& parameter : parameters) {
    if (!are_alike(parameter->name, name)) continue;
    const auto value = value_of(text, parameter->type);
    if (!value || !is_within_bounds(*parameter, *value)) return wrong_value(*parameter, text);
    give(*parameter, *value);
    is_found = true;
  }
  for (const auto& flag : flags) {
    if (!are_alike(flag->name, name)) continue;
    const auto answer = yes_or_no(text);
    if (!answer) {
      return usage_failure("`" + text + "` cannot be the value of `" + flag->name + "`",
                           {"A flag is yes or no."});
    }
    give(*flag, *answer);
    is_found = true;
  }
  return is_found;
}

void Settings::apply_scenario(const check::Scenario& scenario) {
  for (const check::Scenario::Setting& setting : scenario.settings) {
    if (setting.measure.empty()) {
      for (const auto& parameter : framework_.parameters) {
        if (parameter->name == setting.name) give(*parameter, setting.value);
      }
      for (const auto& flag : framework_.flags) {
        if (flag->name == setting.name) give(*flag, setting.value.whole != 0);
      }
    }
    for (const auto& measure : framework_.measures) {
      if (measure->name != setting.measure) continue;
      for (const auto& parameter : measure->parameters) {
        if (parameter->name == setting.name) give(*parameter, setting.value);
      }
      for (const auto& flag : measure->flags) {
        if (flag->name == setting.name) give(*flag, setting.value.whole != 0);
      }
    }
  }
}

void Settings::give(check::Parameter& parameter, const Value& value) {
  parameters_.push_back({&parameter, parameter.value});
  parameter.value = value;
}

void Settings::give(check::Flag& flag, bool value) {
  flags_.push_back({&flag, flag.value});
  flag.value = value;
}

columns::Result<Setting> parse_setting(const std::string& text) {
  const std::size_t equals = text.find('=');
  if (equals == std::string::npos || equals == 0 || equals + 1 == text.size()) {
    return usage_failure("`" + text + "` sets nothing",
                         {"Write NAME=VALUE: 2A.sequel_window=14days"});
  }
  return Setting{std::string(columns::trimmed(std::string_view(text).substr(0, equals))),
                 std::string(columns::trimmed(std::string_view(text).substr(equals + 1)))};
}

}  // namespace assize::driver
