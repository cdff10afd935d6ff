// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/driver/run_test.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "compiler/check/period.h"
#include "compiler/driver/apply_settings.h"
#include "compiler/driver/engine.h"
#include "compiler/driver/given_inputs.h"
#include "compiler/driver/given_rows.h"
#include "compiler/driver/report.h"
#include "compiler/results/assemble.h"

namespace assize::driver {
namespace {

std::string written(const source::Sources& sources, source::Span span) {
  return std::string(sources.file(span.file).text(span));
}

std::string place_of(const source::Sources& sources, source::Span span) {
  const source::SourceFile& file = sources.file(span.file);
  return file.path() + ":" + std::to_string(file.position_of(span.begin).line);
}

class TestRun {
 public:
  TestRun(Compilation& compilation, const syntax::Test& test, const std::string& engine)
      : compilation_(compilation), test_(test), engine_(engine) {}

  columns::Result<Verdict> run() {
    Verdict verdict;
    verdict.engine = engine_;
    for (const syntax::Expect& expect : test_.expect) {
      if (auto checked = check_expectation(expect, verdict); !checked) return checked.failure();
      if (!verdict.not_run.empty()) break;
    }
    return verdict;
  }

 private:
  columns::Failure failed(source::Span span, const std::string& message) const {
    return usage_failure(place_of(compilation_.sources, span) + ": " + message);
  }

  columns::Result<const check::Framework*> framework_of(const syntax::EditionName& name) const {
    const check::Framework* framework = compilation_.library.framework(
        name.family.text, name.year, name.stage ? name.stage->text : "", compilation_.sink);
    if (framework == nullptr || compilation_.sink.has_errors()) {
      return failed(name.span, at_name_of(name) + " does not compile");
    }
    return framework;
  }

  columns::Result<const check::Measure*> measure_in(const check::Framework& framework) const {
    const check::Measure* measure = framework.measure(test_.of.names.front().text);
    if (measure != nullptr) return measure;
    return failed(test_.of.span, "there is no measure `" + test_.of.names.front().text + "` in " +
                                     framework.at_name());
  }

  columns::Result<check::Period> period_in(const check::Framework& framework) const {
    if (test_.covers_from == nullptr || test_.covers_to == nullptr) {
      return check::Period{framework.covers_from, framework.covers_to};
    }
    const auto from = check::parse_day(written(compilation_.sources, test_.covers_from->span));
    const auto to = check::parse_day(written(compilation_.sources, test_.covers_to->span));
    if (from && to) return check::Period{*from, *to};
    return failed(test_.covers_from->span, "a test covers two days, written out");
  }

  columns::Status apply(const syntax::Expect& expect, const check::Measure& measure,
                        Settings& settings) const {
    for (const syntax::Setting& setting : expect.with) {
      const std::string value = written(compilation_.sources, setting.value->span);
      auto applied = settings.apply({measure.name + "." + setting.name.text, value});
      if (!applied) return failed(setting.span, applied.failure().message);
    }
    return {};
  }

  // A measure with parts is meant whole, unless the test or a column says which.
  results::Results kept(results::Results results) const {
    if (test_.of.names.size() < 2) return results;
    std::erase_if(results.rows, [&](const results::Row& row) {
      return row.of_part->name != test_.of.names[1].text;
    });
    return results;
  }

  columns::Status check_expectation(const syntax::Expect& expect, Verdict& verdict) const {
    const auto framework = framework_of(expect.in ? *expect.in : test_.in);
    if (!framework) return framework.failure();
    const auto measure = measure_in(**framework);
    if (!measure) return measure.failure();
    const auto period = period_in(**framework);
    if (!period) return period.failure();
    Settings settings(**framework);
    if (auto applied = apply(expect, **measure, settings); !applied) return applied;
    const auto given = given_rows(test_, **framework, compilation_.sources);
    if (!given) return given.failure();
    const auto inputs = given_inputs(**framework, **measure, *given, *period);
    if (!inputs) return inputs.failure();

    results::Request request;
    request.measures = {*measure};
    request.units = expect.each.has_value();
    auto engine = make_engine(**framework, {engine_, &*inputs, &request});
    if (!engine && engine_ != "interpreter" &&
        engine.failure().kind == columns::FailureKind::kUsage) {
      verdict.not_run = engine.failure().message;
      return {};
    }
    if (!engine) return engine.failure();
    const auto tally = engine->evaluator->evaluate(*inputs, request);
    if (!tally) return tally.failure();
    return compare(expect, **framework, *inputs, *tally, verdict);
  }

  columns::Status compare(const syntax::Expect& expect, const check::Framework& framework,
                          const bind::Inputs& inputs, const results::Tally& tally,
                          Verdict& verdict) const {
    std::vector<Difference> found;
    if (expect.each) {
      found = compare_units(expect, inputs, tally.measures.front());
    } else {
      auto results = results::assemble(framework, inputs, tally, "");
      if (!results) return results.failure();
      found = compare_figures(expect, kept(*std::move(results)));
    }
    std::move(found.begin(), found.end(), std::back_inserter(verdict.differences));
    return {};
  }

  Compilation& compilation_;
  const syntax::Test& test_;
  const std::string& engine_;
};

}  // namespace

columns::Result<Verdict> run_test(Compilation& compilation, const syntax::Test& test,
                                  const std::string& engine) {
  return TestRun(compilation, test, engine).run();
}

}  // namespace assize::driver
