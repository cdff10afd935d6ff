// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/driver/why_command.h"

#include <algorithm>
#include <string>
#include <vector>

#include "compiler/driver/apply_settings.h"
#include "compiler/driver/compile.h"
#include "compiler/driver/find_measures.h"
#include "compiler/driver/read_data.h"
#include "compiler/driver/report.h"
#include "compiler/explain/tell.h"
#include "compiler/explain/to_json.h"
#include "compiler/explain/to_text.h"
#include "compiler/results/lay_out.h"
#include "runtime/columns/spelling.h"

namespace assize::driver {
namespace {

using check::Framework;
using check::Measure;

bool names_persons(const Measure& measure) { return measure.from.front()->person_key != nullptr; }

std::string code_of(const Measure& measure) {
  return measure.code.empty() ? measure.name : measure.code;
}

columns::Status apply_all(const WhyOptions& options, Settings& settings) {
  std::vector<std::string> texts = options.settings;
  texts.insert(texts.end(), options.flags.begin(), options.flags.end());
  for (const std::string& text : texts) {
    const auto setting = parse_setting(text);
    if (!setting) return setting.failure();
    if (auto applied = settings.apply(*setting); !applied) return applied;
  }
  return {};
}

// What was typed has to fit the measure: its records name persons, or only councils.
columns::Status check_asked(const WhyOptions& options, const Measure& measure) {
  const std::string& collection = measure.from.front()->name;
  if (names_persons(measure) && !options.person) {
    return usage_failure(code_of(measure) + " is about people: say whose",
                         {"Add --person KEY, as `" + collection + "` spells it."});
  }
  if (!names_persons(measure) && options.person) {
    return usage_failure(
        "the records of `" + collection + "` name no person",
        {"Ask for a council, with --council, and for one record with --line N of its file."});
  }
  if (!names_persons(measure) && !options.council) {
    return usage_failure("the records of `" + collection + "` name councils only: say which",
                         {"Add --council NAME, and --line N for one record."});
  }
  return {};
}

columns::Result<std::int32_t> find_council(const bind::Inputs& inputs, const std::string& asked) {
  const std::string folded = columns::folded(asked);
  std::vector<std::string> names;
  for (std::size_t i = 0; i < inputs.councils.size(); ++i) {
    const bind::Council& council = inputs.councils[i];
    const bool is_also =
        std::any_of(council.also.begin(), council.also.end(),
                    [&](const std::string& also) { return columns::folded(also) == folded; });
    if (is_also || columns::folded(council.key) == folded ||
        columns::folded(council.name) == folded) {
      return static_cast<std::int32_t>(i);
    }
    names.push_back(council.name);
  }
  std::vector<std::string> advice;
  if (const auto nearest = columns::nearest_spelling(asked, names)) {
    advice.push_back("Did you mean " + *nearest + "?");
  }
  advice.emplace_back("A council is named by its name, or by a code of the edition's list.");
  return usage_failure("there is no council `" + asked + "` in the period", std::move(advice));
}

std::size_t people_in(const bind::Records& records) {
  std::vector<std::int32_t> people = records.person;
  std::sort(people.begin(), people.end());
  return static_cast<std::size_t>(std::unique(people.begin(), people.end()) - people.begin());
}

std::string people_words(std::size_t people) {
  return results::grouped(static_cast<std::int64_t>(people)) +
         (people == 1 ? " person" : " people");
}

// Finds the person among those whom records name. The key itself is said nowhere.
columns::Result<std::int32_t> find_person(const bind::Inputs& inputs, const std::string& key) {
  const std::int32_t id = inputs.texts->find(key);
  std::string known;
  for (const auto& records : inputs.collections) {
    if (records->person.empty()) continue;
    if (id >= 0 &&
        std::find(records->person.begin(), records->person.end(), id) != records->person.end()) {
      return id;
    }
    known += (known.empty() ? "" : ", ") + people_words(people_in(*records)) + " in " +
             records->collection->name;
  }
  return usage_failure(
      "no record that is used names the person asked for",
      {"The data name " + (known.empty() ? "nobody" : known) + ".",
       "A key is spelt as the collection makes it (`identify person by`); case does not matter.",
       "Rows that are refused or left out name nobody: see assize data describe."});
}

columns::Status check_has_records(const bind::Inputs& inputs, const Measure& measure,
                                  const interpret::Watch& about) {
  const bind::Records* records = inputs.records_of(measure.from.front());
  if (records == nullptr || about.person < 0 || about.council < 0 || records->council.empty())
    return {};
  std::string elsewhere;
  std::vector<bool> is_told(inputs.councils.size(), false);
  for (std::size_t row = 0; row < records->size; ++row) {
    if (records->person[row] != about.person || records->council[row] < 0) continue;
    if (records->council[row] == about.council) return {};
    const auto council = static_cast<std::size_t>(records->council[row]);
    if (!is_told[council])
      elsewhere += (elsewhere.empty() ? "" : ", ") + inputs.councils[council].name;
    is_told[council] = true;
  }
  if (elsewhere.empty()) return {};
  return usage_failure("the person asked for has no record in that council",
                       {"There are some in: " + elsewhere + ". Leave --council out to see all."});
}

ExitCode explain_for(const WhyOptions& options, const Compilation& compilation,
                     const Framework& framework, const Chosen& chosen) {
  const Measure& measure = *chosen.measures.front();
  const auto period = period_of_run(framework, options.period);
  if (!period) return report(period.failure());
  const auto inputs = read_data(framework, {&measure}, {options.data, *period, 0});
  if (!inputs) return report(inputs.failure());
  explain::Question question{framework, measure, *inputs,     compilation.sources,
                             {},        "",      options.line};
  if (options.council) {
    const auto council = find_council(*inputs, *options.council);
    if (!council) return report(council.failure());
    question.about.council = *council;
  }
  if (options.person) {
    const auto person = find_person(*inputs, *options.person);
    if (!person) return report(person.failure());
    question.about.person = *person;
  }
  if (auto has = check_has_records(*inputs, measure, question.about); !has) {
    return report(has.failure());
  }
  // One part may have been named; all of them, if the measure was.
  if (chosen.parts.size() == 1) question.one_part = chosen.parts.front()->name;
  const auto explanation = explain::explain(question);
  if (!explanation) return report(explanation.failure());
  const bool is_json = options.json || options.format == "json";
  write_out(is_json ? explain::json_of(*explanation) : explain::text_of(*explanation));
  return ExitCode::kFine;
}

}  // namespace

ExitCode why_command(const WhyOptions& options) {
  Compilation compilation;
  const auto compiled = compile_edition(compilation, options.edition, options.frameworks);
  if (!compiled) return report(compiled.failure());
  const ExitCode found = report(compilation.sink, compilation.sources);
  if (*compiled == nullptr || found != ExitCode::kFine) return found;
  const Framework& framework = **compiled;
  const auto chosen = find_measures(framework, {options.measure}, true);
  if (!chosen) return report(chosen.failure());
  if (auto fits = check_asked(options, *chosen->measures.front()); !fits) {
    return report(fits.failure());
  }
  Settings settings(framework);
  if (auto applied = apply_all(options, settings); !applied) return report(applied.failure());
  return explain_for(options, compilation, framework, *chosen);
}

}  // namespace assize::driver
