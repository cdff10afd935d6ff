// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#include "compiler/explain/tell.h"

#include <algorithm>
#include <utility>

#include "compiler/explain/rules.h"
#include "compiler/explain/summary.h"
#include "compiler/explain/tracer.h"
#include "compiler/explain/values.h"
#include "compiler/interpret/interpreter.h"

namespace assize::explain {
namespace {

using check::Measure;
using check::Part;
using interpret::Matter;

/// Makes the explanation out of what is heard.
class Telling {
 public:
  explicit Telling(const Question& question)
      : question_(question),
        words_(question.framework, question.sources, question.inputs),
        rules_(words_) {
    words_.take_main(question.measure.from.front());
  }

  void hear(const Trace& trace);
  Explanation finish();

 private:
  FileReason tell_file(const Trace& trace, const Opened& opened);
  UnitReason tell_unit(const Trace& trace, const interpret::Unit& unit);
  PartReason tell_part(const Trace& trace, const interpret::Unit& unit, const Part& part,
                       const Decided* taken_out);
  PartReason tell_quantities(const Trace& trace, const interpret::File& file, const Part& part);
  void tell_members(const Trace& trace);
  std::string title_of(const Item& item) const;
  std::vector<std::string> records_of(const interpret::File& file) const;
  bool is_asked(const Part& part) const {
    return question_.one_part.empty() || part.name == question_.one_part;
  }
  bool is_asked(const Item& item) const {
    return question_.one_line == 0 || item.records == nullptr ||
           item.records->line[item.row] == question_.one_line;
  }

  const Question& question_;
  Words words_;
  Rules rules_;
  Explanation made_;
};

bool is_quantity(Matter::What what) {
  return what == Matter::What::kNumeratorQuantity || what == Matter::What::kOver ||
         what == Matter::What::kResult;
}

void Telling::hear(const Trace& trace) {
  tell_members(trace);
  for (const Opened& opened : trace.files) made_.files.push_back(tell_file(trace, opened));
  if (trace.is_cut_short) {
    made_.notes.emplace_back(
        "So much was looked at that the end of it is not told: name the council, or another "
        "person.");
  }
}

std::vector<std::string> Telling::records_of(const interpret::File& file) const {
  std::vector<std::string> told;
  for (const check::Collection* collection : question_.measure.collections()) {
    const bind::Records* records = question_.inputs.records_of(collection);
    if (records == nullptr || (records->person.empty() && file.person >= 0)) continue;
    Items own;
    for (std::size_t row = 0; row < records->size; ++row) {
      const bool same_person = records->person.empty() || records->person[row] == file.person;
      const bool same_council = records->council.empty() || records->council[row] == file.council;
      if (same_person && same_council) own.push_back(Item::of_record(*records, row));
    }
    told.push_back(collection->name + ": " + words_.counted_things(own));
  }
  return told;
}

FileReason Telling::tell_file(const Trace& trace, const Opened& opened) {
  const interpret::File& file = *opened.file;
  FileReason told;
  const bind::Council& council = question_.inputs.councils[static_cast<std::size_t>(file.council)];
  told.council = council.name;
  told.council_code = council.key;
  told.records = records_of(file);
  Findings findings(words_);
  Values values(words_, question_.measure, trace);
  for (const Looked& looked : opened.looked) {
    for (Finding& finding : findings.of(looked)) told.scope.push_back(std::move(finding));
  }
  values.note(opened.looked);
  for (const interpret::Unit* unit : opened.units) {
    if (is_asked(unit->item)) told.units.push_back(tell_unit(trace, *unit));
  }
  for (const Decided& decided : trace.decided) {
    const bool is_out = decided.matter.what == Matter::What::kBase && !decided.decision.is_in;
    if (!is_out || decided.matter.population != nullptr || decided.matter.file != &file) continue;
    if (!is_asked(decided.matter.item)) continue;
    UnitReason reason{
        .title = title_of(decided.matter.item), .rules = {}, .parts = {}, .values = {}};
    reason.rules.push_back(rules_.of(decided));
    reason.rules.back().decided = true;
    told.out_of_scope.push_back(std::move(reason));
    values.note(decided.parts);
  }
  for (const Part& part : question_.measure.parts) {
    if (!is_asked(part)) continue;
    PartReason quantities = tell_quantities(trace, file, part);
    if (quantities.rules.empty()) continue;
    for (const Decided& decided : trace.decided) {
      if (decided.matter.part == &part && is_quantity(decided.matter.what)) {
        values.note(decided.parts);
      }
    }
    told.quantities.push_back(std::move(quantities));
  }
  if (told.units.empty() || !told.quantities.empty()) told.values = values.told(file.person);
  return told;
}

PartReason Telling::tell_quantities(const Trace& trace, const interpret::File& file,
                                    const Part& part) {
  PartReason told;
  told.name = part.name;
  told.code = part.code.empty() ? question_.measure.code : part.code;
  for (const Decided& decided : trace.decided) {
    const Matter& matter = decided.matter;
    if (matter.part != &part || matter.file != &file || !is_quantity(matter.what)) continue;
    told.rules.push_back(rules_.of(decided));
  }
  return told;
}

std::string Telling::title_of(const Item& item) const {
  const Measure& measure = question_.measure;
  if (item.episode != nullptr) {
    const std::string name =
        measure.unit == nullptr || measure.unit->name.empty() ? "episode" : measure.unit->name;
    return name + " of " + words_.span(item.episode->start, item.episode->end) + " (" +
           words_.counted_things(item.episode->records) + ")";
  }
  if (item.records != nullptr) {
    const check::Collection& collection = *item.records->collection;
    const std::string name = measure.unit == nullptr || measure.unit->name.empty()
                                 ? collection.singular
                                 : measure.unit->name;
    return name + " in " + words_.thing(item);
  }
  return item.file != nullptr && item.file->person < 0 ? "the council" : "the person";
}

UnitReason Telling::tell_unit(const Trace& trace, const interpret::Unit& unit) {
  UnitReason told{.title = title_of(unit.item), .rules = {}, .parts = {}, .values = {}};
  Values values(words_, question_.measure, trace);
  values.note(unit.item.episode);
  const Decided* taken_out = nullptr;
  for (const Decided& decided : trace.decided) {
    if (decided.matter.unit != &unit) continue;
    values.note(decided.parts);
    if (decided.matter.part != nullptr) continue;
    const bool is_part_step = std::any_of(
        question_.measure.parts.begin(), question_.measure.parts.end(), [&](const Part& part) {
          return std::any_of(part.steps.begin(), part.steps.end(),
                             [&](const check::Step& step) { return &step == decided.matter.step; });
        });
    if (is_part_step) continue;
    told.rules.push_back(rules_.of(decided));
    if (!decided.decision.is_in) {
      taken_out = &decided;
      told.rules.back().decided = true;
    }
  }
  for (const Part& part : question_.measure.parts) {
    if (is_asked(part)) told.parts.push_back(tell_part(trace, unit, part, taken_out));
  }
  told.values = values.told(unit.file->person);
  return told;
}

PartReason Telling::tell_part(const Trace& trace, const interpret::Unit& unit, const Part& part,
                              const Decided* taken_out) {
  PartReason told;
  told.name = part.name;
  told.code = part.code.empty() ? question_.measure.code : part.code;
  const Decided* last = taken_out;
  if (taken_out == nullptr) {
    for (const Decided& decided : trace.decided) {
      const Matter& matter = decided.matter;
      const bool is_own_step =
          std::any_of(part.steps.begin(), part.steps.end(),
                      [&](const check::Step& step) { return &step == matter.step; });
      if (matter.unit != &unit || (matter.part != &part && !is_own_step)) continue;
      told.rules.push_back(rules_.of(decided));
      const bool is_side =
          matter.what == Matter::What::kDenominator || matter.what == Matter::What::kNumerator;
      if (is_own_step && decided.decision.is_in) continue;
      if (is_own_step || is_side) last = &decided;
    }
  }
  const PartVerdict verdict = verdict_on(part, last);
  told.verdict = verdict.name;
  told.sentence = verdict.sentence;
  if (last != nullptr) {
    told.decided = rules_.deciding_words(*last);
    const Rule rule = rules_.of(*last);
    told.decided_at = rule.place;
    for (Rule& own : told.rules) {
      own.decided = own.words == rule.words && own.place.line == rule.place.line;
    }
  }
  return told;
}

void Telling::tell_members(const Trace& trace) {
  for (const auto& population : question_.measure.named_populations) {
    std::vector<std::pair<Item, MemberReason>> members;
    for (const Decided& decided : trace.decided) {
      if (decided.matter.population != population.get()) continue;
      const auto found = std::find_if(members.begin(), members.end(), [&](const auto& member) {
        return member.first == decided.matter.item;
      });
      if (found == members.end()) {
        members.push_back({decided.matter.item,
                           {.population = population->name,
                            .title = population->collection->singular + " in " +
                                     words_.thing(decided.matter.item),
                            .verdict = "belongs",
                            .rules = {}}});
      }
      MemberReason& member = found == members.end() ? members.back().second : found->second;
      // Without a condition of its own everybody belongs at first.
      if (decided.parts.empty() && decided.matter.what == Matter::What::kBase) continue;
      member.rules.push_back(rules_.of(decided));
      if (decided.decision.is_in) continue;
      member.rules.back().decided = true;
      member.verdict = decided.matter.step == nullptr
                           ? "does not belong"
                           : "taken out by \"" + decided.matter.step->label + "\"";
    }
    for (auto& [item, member] : members) made_.members.push_back(std::move(member));
  }
}

Explanation Telling::finish() {
  const Measure& measure = question_.measure;
  made_.edition = question_.framework.at_name();
  made_.measure = measure.name;
  made_.code = measure.code;
  made_.title = measure.title;
  const check::Period period = check::earlier(question_.inputs.period, measure.lag_months);
  made_.period = words_.day(period.start) + " to " + words_.day(period.end);
  made_.unit_noun = measure.unit_noun;
  made_.summary = summary_of(made_, measure, question_.about.person >= 0);
  return std::move(made_);
}

}  // namespace

columns::Result<Explanation> explain(const Question& question) {
  Telling telling(question);
  Tracer tracer(question.about, [&](const Trace& trace) { telling.hear(trace); });
  interpret::Watch watch = question.about;
  watch.observer = &tracer;
  interpret::Interpreter interpreter(question.framework, watch);
  results::Request request;
  request.measures = {&question.measure};
  const auto tally = interpreter.evaluate(question.inputs, request);
  if (!tally) return tally.failure();
  return telling.finish();
}

}  // namespace assize::explain
