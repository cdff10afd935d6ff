// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/driver/marked_councils.h"

#include <algorithm>
#include <string>
#include <vector>

#include "compiler/bind/bind.h"
#include "compiler/check/errors.h"
#include "compiler/diagnostics/nearest.h"
#include "compiler/interpret/record_interpreter.h"

namespace assize::driver {
namespace {

bool names_councils(const check::Framework& framework) {
  return std::any_of(framework.marks.begin(), framework.marks.end(),
                     [](const check::Mark& mark) { return !mark.councils.empty(); });
}

}  // namespace

void check_marked_councils(const check::Framework& framework, const bind::Inputs& inputs,
                           diagnostics::Sink& sink) {
  std::vector<std::string> names;
  for (const bind::Council& council : inputs.councils) names.push_back(council.name);
  for (const check::Mark& mark : framework.marks) {
    for (const std::string& council : mark.councils) {
      if (std::find(names.begin(), names.end(), council) != names.end()) continue;
      auto error = diagnostics::diagnose(mark.span, check::errors::unknown_council, council);
      for (const std::string& near : diagnostics::nearest_words(council, names)) {
        error.note("there is \"" + near + "\"");
      }
      sink.add(std::move(error));
    }
  }
}

void check_marked_councils(const check::Framework& framework, diagnostics::Sink& sink) {
  if (!names_councils(framework) || !framework.areas || framework.areas->listed_in.empty()) return;
  interpret::RecordInterpreter evaluator;
  const check::Period period{framework.covers_from, framework.covers_to};
  const auto inputs = bind::bind_inputs(framework, bind::DataFiles{}, evaluator, {{}, period, {}, 1});
  if (inputs) check_marked_councils(framework, *inputs, sink);
}

}  // namespace assize::driver
