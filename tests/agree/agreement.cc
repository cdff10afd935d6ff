// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "tests/agree/agreement.h"

#include <algorithm>
#include <memory>
#include <sstream>
#include <utility>

#include "compiler/bind/bind.h"
#include "compiler/interpret/interpreter.h"
#include "compiler/interpret/record_interpreter.h"
#include "compiler/jit/load.h"
#include "compiler/lower/from_framework.h"
#include "tests/agree/coverage.h"
#include "tests/agree/differences.h"

namespace assize::agree {
namespace {

namespace fs = std::filesystem;

constexpr int kThreadCounts[] = {1, 2, 8};

// `not built yet in the compiled engine: episodes in `x`` without what is `x` or stands in brackets.
std::string reason_of(const columns::Failure& failure) {
  std::string reason = failure.message;
  for (const char* tail : {" in `", " (trial"}) {
    if (const auto at = reason.find(tail); at != reason.npos) reason.resize(at);
  }
  std::string folded;
  bool inside = false;
  for (const char c : reason) {
    if (c == '"') inside = !inside;
    if (!inside) folded += c;
  }
  return folded;
}

/// The engine that was compiled for the measures that it can do.
struct CompiledEngine {
  std::unique_ptr<jit::ArrangedEvaluator> evaluator;
  std::set<const check::Measure*> measures;
};

columns::Result<std::unique_ptr<jit::ArrangedEvaluator>> load(const Compiled& compiled,
                                                              const std::vector<const check::Measure*>& measures) {
  const auto plan = lower::from_framework(*compiled.framework(), measures, compiled.sources());
  if (!plan) return plan.failure();
  return jit::load_jit(*plan);
}

using Measures = std::vector<const check::Measure*>;

CompiledEngine compiled_engine(const Compiled& compiled, const Measures& measures, Agreement& agreement) {
  CompiledEngine engine;
  if (!jit::is_jit_built()) return engine;
  Measures accepted;
  for (const check::Measure* measure : measures) {
    const auto alone = load(compiled, {measure});
    if (alone) {
      accepted.push_back(measure);
    } else {
      ++agreement.skipped[reason_of(alone.failure())];
      if (alone.failure().message.find("not built yet") == std::string::npos) {
        agreement.found.push_back({measure->name, 0, alone.failure().message + "\n"});
      }
    }
  }
  if (accepted.empty()) return engine;
  auto all = load(compiled, accepted);
  if (!all) {
    agreement.found.push_back({"", 0, "each measure alone is accepted, all together are not: " + all.failure().message + "\n"});
    return engine;
  }
  engine.evaluator = *std::move(all);
  engine.measures.insert(accepted.begin(), accepted.end());
  return engine;
}

/// Compares the answers to one data set.
class OnData {
 public:
  OnData(const check::Framework& framework, const Measures& measures, CompiledEngine& engine, Agreement& agreement,
         int number)
      : framework_(framework), measures_(measures), engine_(engine), agreement_(agreement), number_(number) {}

  void compare(const bind::Inputs& inputs, const std::vector<int>& threads, bool units);
  /// The same records in another order.
  void compare_orders(const bind::Inputs& inputs, const bind::Inputs& others);

  int stopped = 0;

 private:
  void compare_attrition(const bind::Inputs& inputs, const results::Request& request,
                         const columns::Result<results::Tally>& expected);
  void note(const check::Measure& measure, const std::string& difference) {
    if (!difference.empty()) agreement_.found.push_back({measure.name, number_, difference});
  }

  const check::Framework& framework_;
  const Measures& measures_;
  CompiledEngine& engine_;
  Agreement& agreement_;
  int number_;
};

void OnData::compare(const bind::Inputs& inputs, const std::vector<int>& threads, bool units) {
  interpret::Interpreter interpreter(framework_);
  std::optional<jit::Arranged> arranged;
  if (engine_.evaluator != nullptr) {
    auto made = engine_.evaluator->arrange_records(inputs);
    if (!made) {
      agreement_.found.push_back({"", number_, "records cannot be arranged: " + made.failure().message + "\n"});
      return;
    }
    arranged = *std::move(made);
  }
  for (const check::Measure* measure : measures_) {
    results::Request request;
    request.measures = {measure};
    request.units = units;
    const auto expected = interpreter.evaluate(inputs, request);
    if (!expected) ++stopped;
    if (number_ == 1) compare_attrition(inputs, request, expected);
    if (!arranged || !engine_.measures.contains(measure)) continue;
    for (const int count : threads) {
      request.threads = count;
      const auto obtained = engine_.evaluator->evaluate_arranged(*arranged, request);
      const Sides sides{"interpreter", "jit with " + std::to_string(count) + " threads", &inputs, &inputs};
      note(*measure, differences(sides, expected, obtained));
    }
  }
}

// What counts unknowns must not change what is counted.
void OnData::compare_attrition(const bind::Inputs& inputs, const results::Request& request,
                               const columns::Result<results::Tally>& expected) {
  results::Request counting = request;
  counting.attrition = true;
  interpret::Interpreter interpreter(framework_);
  auto obtained = interpreter.evaluate(inputs, counting);
  if (obtained) {
    const auto forget = [](std::vector<results::StepTally>& steps) {
      for (results::StepTally& step : steps) step.unknown_decided.clear();
    };
    for (results::MeasureTally& measure : obtained->measures) {
      forget(measure.steps);
      for (results::PartTally& part : measure.parts) {
        forget(part.steps);
        part.denominator.unknown_decided.clear();
        part.numerator_unknown.clear();
      }
    }
  }
  note(*request.measures.front(), differences({"interpreter", "interpreter that counts unknowns", &inputs, &inputs}, expected, obtained));
}

void OnData::compare_orders(const bind::Inputs& inputs, const bind::Inputs& others) {
  interpret::Interpreter interpreter(framework_);
  for (const check::Measure* measure : measures_) {
    results::Request request;
    request.measures = {measure};
    request.units = true;
    note(*measure, differences({"rows as they come", "rows in another order", &inputs, &others},
                               interpreter.evaluate(inputs, request), interpreter.evaluate(others, request)));
    if (!engine_.measures.contains(measure)) continue;
    request.units = false;
    note(*measure, differences({"jit, rows as they come", "jit, rows in another order", &inputs, &others},
                               engine_.evaluator->evaluate(inputs, request),
                               engine_.evaluator->evaluate(others, request)));
  }
}

// Reads the records that the measures need, from a folder.
columns::Result<bind::Inputs> bind_folder(const check::Framework& framework, const Measures& measures,
                                          const fs::path& folder, int threads) {
  bind::DataFiles files;
  if (const auto added = files.add(folder.string()); !added) return added.failure();
  bind::BindRequest request;
  for (const auto& collection : framework.collections) {
    const bool is_needed = std::any_of(measures.begin(), measures.end(), [&](const check::Measure* measure) {
      return std::find(measure->from.begin(), measure->from.end(), collection.get()) != measure->from.end();
    });
    if (is_needed) request.needed.push_back(collection.get());
  }
  request.period = {framework.covers_from, framework.covers_to};
  request.threads = threads;
  interpret::RecordInterpreter evaluator;
  return bind::bind_inputs(framework, files, evaluator, request);
}

Measures chosen_measures(const check::Framework& framework, const std::vector<std::string>& names) {
  Measures chosen;
  for (const auto& measure : framework.measures) {
    const bool named = std::find(names.begin(), names.end(), measure->name) != names.end();
    if (names.empty() || named) chosen.push_back(measure.get());
  }
  return chosen;
}

}  // namespace

Agreement compare_engines(const Compiled& compiled, const std::vector<std::string>& names,
                          const std::vector<DataSet>& data, const fs::path& folder, Thoroughness thoroughness) {
  const check::Framework& framework = *compiled.framework();
  const Measures measures = chosen_measures(framework, names);
  Agreement agreement;
  agreement.measures = static_cast<int>(measures.size());
  CompiledEngine engine = compiled_engine(compiled, measures, agreement);
  for (const check::Measure* measure : measures) {
    const auto constructs = constructs_of(*measure);
    agreement.constructs.insert(constructs.begin(), constructs.end());
    if (engine.measures.contains(measure)) agreement.compiled.insert(constructs.begin(), constructs.end());
  }
  for (std::size_t number = 0; number < data.size(); ++number) {
    OnData on_data(framework, measures, engine, agreement, static_cast<int>(number));
    const fs::path here = folder / std::to_string(number);
    fs::create_directories(here / "again");
    write_data(data[number], here);
    const auto inputs = bind_folder(framework, measures, here, 1);
    if (!inputs) {
      agreement.found.push_back({"", static_cast<int>(number), "data cannot be read: " + inputs.failure().message + "\n"});
      continue;
    }
    std::vector<int> threads = {1};
    if (number == 0 && thoroughness.threads) threads.assign(std::begin(kThreadCounts), std::end(kThreadCounts));
    on_data.compare(*inputs, threads, thoroughness.units && number % 2 == 1);
    agreement.stopped += on_data.stopped;
    if (number > 1 || !thoroughness.row_orders) continue;
    Random random(number + 1);
    write_data(shuffled(data[number], random), here / "again");
    const auto others = bind_folder(framework, measures, here / "again", 2);
    if (others) on_data.compare_orders(*inputs, *others);
  }
  return agreement;
}

// ---- as text, from one process to another: lines of a kind and what follows it

std::string Agreement::to_text() const {
  std::string text = "measures " + std::to_string(measures) + "\nstopped " + std::to_string(stopped) + "\n";
  for (const auto& [reason, times] : skipped) text += "skipped " + std::to_string(times) + " " + reason + "\n";
  for (const std::string& one : constructs) text += "construct " + one + "\n";
  for (const std::string& one : compiled) text += "compiled " + one + "\n";
  for (const Disagreement& one : found) {
    text += "found " + std::to_string(one.data_set) + " " + one.measure + "\n";
    std::istringstream lines(one.difference);
    for (std::string line; std::getline(lines, line);) text += "  " + line + "\n";
  }
  return text;
}

Agreement Agreement::from_text(const std::string& text) {
  Agreement made;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("  ")) {
      if (!made.found.empty()) made.found.back().difference += line.substr(2) + "\n";
      continue;
    }
    const std::string kind = line.substr(0, line.find(' '));
    const std::string rest = line.substr(std::min(line.size(), kind.size() + 1));
    const std::string tail = rest.substr(std::min(rest.size(), rest.find(' ') + 1));
    if (kind == "measures") made.measures = std::stoi(rest);
    if (kind == "stopped") made.stopped = std::stoi(rest);
    if (kind == "skipped") made.skipped[tail] += std::stoi(rest);
    if (kind == "construct") made.constructs.insert(rest);
    if (kind == "compiled") made.compiled.insert(rest);
    if (kind == "found") made.found.push_back({tail, std::stoi(rest), ""});
  }
  return made;
}

}  // namespace assize::agree
