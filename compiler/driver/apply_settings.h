// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "compiler/check/framework.h"
#include "runtime/columns/result.h"

namespace assize::driver {

/// One parameter or flag and the value it is to have for a run: `2A.sequel_window`, `14days`.
struct Setting {
  std::string what;   // MEASURE.NAME, by code or name; or NAME alone where it is the only one
  std::string value;  // as the language writes values, blanks left out or not
};

/// Parameters and flags of a run, in force for as long as this lives; then they are as the edition
/// says again.
class Settings {
 public:
  explicit Settings(const check::Framework& framework) : framework_(framework) {}
  ~Settings();
  Settings(const Settings&) = delete;
  Settings& operator=(const Settings&) = delete;

  /// Gives a parameter or flag a value. A failure of usage if there is none of the name, or the
  /// value is of another kind or outside its bounds.
  columns::Status apply(const Setting& setting);

  /// Gives parameters and flags the values of a scenario, which was checked with the framework.
  void apply_scenario(const check::Scenario& scenario);

 private:
  /// Says whether there was one of the name.
  columns::Result<bool> apply_to(const std::vector<std::unique_ptr<check::Parameter>>& parameters,
                                 const std::vector<std::unique_ptr<check::Flag>>& flags,
                                 const std::string& name, const std::string& text);
  void give(check::Parameter& parameter, const check::Value& value);
  void give(check::Flag& flag, bool value);

  struct WasParameter {
    check::Parameter* parameter;
    check::Value value;
  };
  struct WasFlag {
    check::Flag* flag;
    bool value;
  };

  const check::Framework& framework_;
  std::vector<WasParameter> parameters_;
  std::vector<WasFlag> flags_;
};

/// Reads `P=V`; a failure of usage if there is no `=`.
columns::Result<Setting> parse_setting(const std::string& text);

}  // namespace assize::driver
