// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/driver/run_test.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "compiler/bind/bind_test.h"
#include "compiler/check/period.h"
#include "compiler/driver/apply_settings.h"
#include "compiler/driver/engine.h"
#include "compiler/driver/lenders.h"
#include "compiler/driver/report.h"
#include "compiler/interpret/record_interpreter.h"
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

/// What one `expect` is about.
struct Expectation {
  const syntax::Expect& text;
  const check::Framework* framework = nullptr;
  const check::Measure* measure = nullptr;
  check::Period period;
};

class TestRun {
 public:
  TestRun(Compilation& compilation, const syntax::Test& test)
      : compilation_(compilation), test_(test) {}

  columns::Result<std::vector<Verdict>> run(const std::vector<std::string>& engines) {
    std::vector<Verdict> verdicts;
    for (const std::string& engine : engines) verdicts.push_back({engine, {}, ""});
    for (const syntax::Expect& expect : test_.expect) {
      auto expectation = resolve(expect);
      if (!expectation) return expectation.failure();
      if (auto met = meet(*expectation, verdicts); !met) return met.failure();
    }
    return verdicts;
  }

 private:
  columns::Failure failed(source::Span span, const std::string& message) const {
    return usage_failure(place_of(compilation_.sources, span) + ": " + message);
  }

  columns::Result<Expectation> resolve(const syntax::Expect& expect) {
    const syntax::EditionName& edition = expect.in ? *expect.in : test_.in;
    Expectation made{expect, nullptr, nullptr, {}};
    made.framework =
        compilation_.library.framework(edition.family.text, edition.year,
                                       edition.stage ? edition.stage->text : "", compilation_.sink);
    if (made.framework == nullptr || compilation_.sink.has_errors()) {
      return failed(edition.span,
                    at_name_of(edition) + " does not compile, or is not declared here");
    }
    const std::string& name = test_.of.names.front().text;
    made.measure = made.framework->measure(name);
    if (made.measure == nullptr) {
      return failed(test_.of.span,
                    "there is no measure `" + name + "` in " + made.framework->at_name());
    }
    made.measure = given_evidence(*made.measure);
    made.period = {made.framework->covers_from, made.framework->covers_to};
    if (test_.covers_from == nullptr || test_.covers_to == nullptr) return made;
    const auto from = check::parse_day(written(compilation_.sources, test_.covers_from->span));
    const auto to = check::parse_day(written(compilation_.sources, test_.covers_to->span));
    if (!from || !to) return failed(test_.covers_from->span, "a test covers two days, written out");
    made.period = {*from, *to};
    return made;
  }

  // A test that gives records of other evidence alone is a test of that.
  const check::Measure* given_evidence(const check::Measure& measure) const {
    const auto is_given = [&](const check::Measure& one) {
      return std::any_of(test_.given.begin(), test_.given.end(), [&](const syntax::Given& given) {
        return given.what.text == one.from.front()->name;
      });
    };
    if (is_given(measure)) return &measure;
    for (const auto& other : measure.otherwise) {
      if (is_given(*other)) return other.get();
    }
    return &measure;
  }

  columns::Status apply(const Expectation& expectation, Settings& settings) const {
    for (const syntax::Setting& setting : expectation.text.with) {
      const std::string value = written(compilation_.sources, setting.value->span);
      auto applied = settings.apply({expectation.measure->name + "." + setting.name.text, value});
      if (!applied) return failed(setting.span, applied.failure().message);
    }
    return {};
  }

  columns::Status meet(const Expectation& expectation, std::vector<Verdict>& verdicts) {
    Settings settings(*expectation.framework);
    if (auto applied = apply(expectation, settings); !applied) return applied;
    interpret::RecordInterpreter records;
    const auto inputs = bind::bind_test(*expectation.framework, test_,
                                        {expectation.measure->collections(), expectation.period}, records,
                                        compilation_.sink);
    if (!inputs) return inputs.failure();
    if (compilation_.sink.has_errors()) return failed(test_.span, "its tables cannot be read");
    for (Verdict& verdict : verdicts) {
      if (!verdict.not_run.empty()) continue;
      if (auto met = meet_on(expectation, *inputs, verdict); !met) return met;
    }
    return {};
  }

  columns::Status meet_on(const Expectation& expectation, const bind::Inputs& inputs,
                          Verdict& verdict) const {
    results::Request request;
    request.measures = with_lenders({expectation.measure});
    request.units = expectation.text.each.has_value();
    auto engine = make_engine(*expectation.framework,
                              {verdict.engine, compilation_.sources, inputs, request});
    if (!engine && engine.failure().kind == columns::FailureKind::kUsage) {
      verdict.not_run = engine.failure().message;
      return {};
    }
    if (!engine) return engine.failure();
    auto tally = engine->evaluator->evaluate(inputs, request);
    if (!tally) return tally.failure();
    mark_lenders({expectation.measure}, *tally);
    return compare(expectation, inputs, *tally, verdict);
  }

  columns::Status compare(const Expectation& expectation, const bind::Inputs& inputs,
                          const results::Tally& tally, Verdict& verdict) const {
    std::vector<Difference> found;
    if (expectation.text.each) {
      found = compare_units(expectation.text, inputs, tally.measures.front());
    } else {
      auto results = results::assemble(*expectation.framework, inputs, tally, "");
      if (!results) return results.failure();
      found = compare_figures(expectation.text, inputs, of_part(*std::move(results)));
    }
    std::move(found.begin(), found.end(), std::back_inserter(verdict.differences));
    return {};
  }

  // A measure with parts is meant whole, unless the test names one of them.
  results::Results of_part(results::Results results) const {
    if (test_.of.names.size() < 2) return results;
    std::erase_if(results.rows, [&](const results::Row& row) {
      return row.of_part->name != test_.of.names[1].text;
    });
    return results;
  }

  Compilation& compilation_;
  const syntax::Test& test_;
};

}  // namespace

columns::Result<std::vector<Verdict>> run_test(Compilation& compilation, const syntax::Test& test,
                                               const std::vector<std::string>& engines) {
  return TestRun(compilation, test).run(engines);
}

}  // namespace assize::driver
