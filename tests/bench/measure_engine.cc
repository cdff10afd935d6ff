// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

// Our side of the benchmark: binds the data once, and then does what standard input asks for, one
// line a command, one line of JSON back, so that whoever compares can alternate with another
// program.
//
//   prepare MEASURES         lays out the records and compiles: {"arrange_ms", "code_ms", …}, or
//   {"not_built"} forget MEASURES          lets go of what was laid out and compiled compile
//   MEASURES         from the text of the framework to machine code again: {"check_ms", …} run
//   THREADS MEASURES     counts: {"ms"} cells MEASURES           what the last run of these
//   counted: {"cells": [[code, council, breakdown, group, d, n]]}
//
// MEASURES are codes or names with a comma between them.

#include <chrono>
#include <cstdlib>
#include <iostream>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "compiler/bind/records.h"
#include "compiler/check/groups.h"
#include "compiler/driver/compile.h"
#include "compiler/driver/find_measures.h"
#include "compiler/driver/read_data.h"
#include "compiler/driver/report.h"
#include "compiler/interpret/interpreter.h"
#include "compiler/jit/load.h"
#include "compiler/lower/from_framework.h"
#include "compiler/results/row.h"
#include "compiler/results/tally.h"
#include "runtime/columns/calendar.h"

namespace assize::bench {
namespace {

using nlohmann::json;

/// What was typed.
struct Options {
  std::string edition;
  std::string data;
  std::optional<std::string> frameworks;
  std::vector<std::string> measures;  // all that will be asked for
  bool is_interpreted = false;
};

/// Tells how many milliseconds went by since the last question.
class Watch {
 public:
  double lap() {
    const auto now = std::chrono::steady_clock::now();
    const double took = std::chrono::duration<double, std::milli>(now - since_).count();
    since_ = now;
    return took;
  }

 private:
  std::chrono::steady_clock::time_point since_ = std::chrono::steady_clock::now();
};

/// Some measures of the edition, laid out and compiled; or interpreted, which needs neither.
struct Prepared {
  std::vector<const check::Measure*> measures;
  std::unique_ptr<jit::ArrangedEvaluator> compiled;
  std::unique_ptr<interpret::Interpreter> interpreted;
  std::optional<jit::Arranged> arranged;
  results::Tally tally;  // of the last run
};

/// Ends the program as `assize` would.
[[noreturn]] void fail(const columns::Failure& failure) {
  std::exit(static_cast<int>(driver::report(failure)));
}

template <class T>
T take(columns::Result<T> result) {
  if (!result) fail(result.failure());
  return *std::move(result);
}

std::vector<std::string> split(const std::string& text) {
  std::vector<std::string> names;
  std::stringstream stream(text);
  for (std::string name; std::getline(stream, name, ',');) names.push_back(name);
  return names;
}

const check::Framework& framework_of(driver::Compilation& compilation, const Options& options) {
  const check::Framework* framework =
      take(driver::compile_edition(compilation, options.edition, options.frameworks));
  if (framework == nullptr) {
    std::exit(static_cast<int>(driver::report(compilation.sink, compilation.sources)));
  }
  return *framework;
}

json cells_of(const Prepared& prepared, const bind::Inputs& inputs) {
  json cells = json::array();
  for (const results::MeasureTally& measure : prepared.tally.measures) {
    for (const results::PartTally& part : measure.parts) {
      const std::vector<check::Group> groups = check::groups_of(*part.part);
      for (std::size_t i = 0; i < part.cells.size(); ++i) {
        const check::Group& group = groups[i / inputs.councils.size()];
        const bind::Council& council = inputs.councils[i % inputs.councils.size()];
        cells.push_back({results::code_of(*measure.measure, *part.part), council.key,
                         group.breakdown, group.label, part.cells[i].denominator,
                         part.cells[i].numerator});
      }
    }
  }
  return cells;
}

/// One framework and its data, and whatever was prepared of them.
class Bench {
 public:
  explicit Bench(Options options) : options_(std::move(options)) {}

  json read() {
    Watch watch;
    framework_ = &framework_of(compilation_, options_);
    const double check = watch.lap();
    const driver::Chosen chosen = take(driver::find_measures(*framework_, options_.measures, true));
    const check::Period period = take(driver::period_of_run(*framework_, std::nullopt));
    inputs_ = take(driver::read_data(*framework_, chosen.measures, {{options_.data}, period, 0}));
    const bind::Records* main = inputs_.records_of(chosen.measures.front()->from.front());
    json councils = json::array();
    for (const bind::Council& council : inputs_.councils) councils.push_back(council.key);
    return {{"check_ms", check},
            {"read_ms", watch.lap()},
            {"councils", councils},
            {"period", {columns::day_text(period.start), columns::day_text(period.end)}},
            {"read", main->account.read},
            {"used", main->account.used}};
  }

  json answer(const std::string& line) {
    std::istringstream words(line);
    std::string command;
    std::string measures;
    int threads = 0;
    words >> command;
    if (command == "run") words >> threads;
    words >> measures;
    if (command == "prepare") return prepare(measures);
    if (command == "forget") return {{"forgotten", prepared_.erase(measures)}};
    if (command == "compile") return compile(measures);
    if (command == "run") return run(threads, measures);
    if (command == "cells") return {{"cells", cells_of(prepared(measures), inputs_)}};
    fail({columns::FailureKind::kUsage, "`" + command + "` is no command of this program", {}});
  }

 private:
  json prepare(const std::string& measures) {
    Watch watch;
    Prepared& now = prepared_[measures];
    now.measures = take(driver::find_measures(*framework_, split(measures), true)).measures;
    if (options_.is_interpreted) {
      now.interpreted = std::make_unique<interpret::Interpreter>(*framework_);
      return json::object();
    }
    json took;
    const auto plan = lower::from_framework(*framework_, now.measures, compilation_.sources);
    if (!plan) return not_built(measures, plan.failure());
    auto compiled = jit::load_jit(*plan);
    if (!compiled) return not_built(measures, compiled.failure());
    now.compiled = *std::move(compiled);
    took["load_ms"] = watch.lap();
    now.arranged = take(now.compiled->arrange_records(inputs_));
    took["arrange_ms"] = watch.lap();
    if (const auto made = now.compiled->compile_for(*now.arranged, false); !made)
      fail(made.failure());
    took["code_ms"] = watch.lap();
    return took;
  }

  json not_built(const std::string& measures, const columns::Failure& failure) {
    if (failure.kind != columns::FailureKind::kUsage) fail(failure);
    prepared_.erase(measures);
    return {{"not_built", failure.message}};
  }

  // Everything anew but for the records, as one that edits a framework would wait for it.
  json compile(const std::string& measures) {
    Watch watch;
    json took;
    driver::Compilation again;
    const check::Framework& framework = framework_of(again, options_);
    const auto chosen = take(driver::find_measures(framework, split(measures), true)).measures;
    took["check_ms"] = watch.lap();
    const plan::Plan plan = take(lower::from_framework(framework, chosen, again.sources));
    took["plan_ms"] = watch.lap();
    const auto compiled = take(jit::load_jit(plan));
    if (const auto made = compiled->compile_for(*prepared(measures).arranged, false); !made) {
      fail(made.failure());
    }
    took["code_ms"] = watch.lap();
    return took;
  }

  json run(int threads, const std::string& measures) {
    Prepared& now = prepared(measures);
    results::Request request;
    request.measures = now.measures;
    request.threads = threads;
    Watch watch;
    now.tally =
        take(now.compiled != nullptr ? now.compiled->evaluate_arranged(*now.arranged, request)
                                     : now.interpreted->evaluate(inputs_, request));
    return {{"ms", watch.lap()}};
  }

  Prepared& prepared(const std::string& measures) {
    const auto found = prepared_.find(measures);
    if (found == prepared_.end()) {
      fail({columns::FailureKind::kUsage, "`" + measures + "` was not prepared", {}});
    }
    return found->second;
  }

  Options options_;
  driver::Compilation compilation_;
  const check::Framework* framework_ = nullptr;
  bind::Inputs inputs_;
  std::map<std::string, Prepared> prepared_;
};

std::optional<Options> options_of(int count, char** arguments) {
  Options options;
  for (int i = 1; i < count; ++i) {
    const std::string word = arguments[i];
    const bool has_value = i + 1 < count;
    if (word == "--interpreter") {
      options.is_interpreted = true;
    } else if (word == "--data" && has_value) {
      options.data = arguments[++i];
    } else if (word == "--frameworks" && has_value) {
      options.frameworks = arguments[++i];
    } else if (word == "--measures" && has_value) {
      options.measures = split(arguments[++i]);
    } else if (options.edition.empty() && !word.starts_with("-")) {
      options.edition = word;
    } else {
      return std::nullopt;
    }
  }
  if (options.edition.empty() || options.data.empty() || options.measures.empty())
    return std::nullopt;
  return options;
}

int run_bench(int count, char** arguments) {
  auto options = options_of(count, arguments);
  if (!options) {
    std::cerr << "usage: assize_bench EDITION --data PATH --measures 2E[,…] [--frameworks FOLDER] "
                 "[--interpreter]\n";
    return 2;
  }
  Bench bench(*std::move(options));
  std::cout << bench.read().dump() << std::endl;
  for (std::string line; std::getline(std::cin, line);)
    std::cout << bench.answer(line).dump() << std::endl;
  return 0;
}

}  // namespace
}  // namespace assize::bench

int main(int argument_count, char** arguments) {
  return assize::bench::run_bench(argument_count, arguments);
}
