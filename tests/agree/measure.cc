// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "tests/agree/measure.h"

#include <utility>

#include "tests/agree/lets.h"
#include "tests/agree/parts.h"
#include "tests/agree/schema.h"
#include "tests/agree/writer.h"

namespace assize::agree {
namespace {

class MeasureWriter {
 public:
  MeasureWriter(Random& random, const Schema& schema, std::string name)
      : random_(random),
        schema_(schema),
        features_(Features::some(random)),
        writer_(random, schema, names_, features_),
        name_(std::move(name)) {}

  std::string write();

 private:
  void choose_collections();
  void choose_unit();
  void write_parameters();
  void write_file_lets();
  void write_episodes(bool per_unit);
  void write_named_population();
  void write_population();
  void write_unit_lets();
  std::string filter_of_join(const Scope& asked);

  Scope file_scope() const {
    Scope scope;
    if (names_.unit) scope.bounds.push_back(*names_.unit);
    scope.of_unit = false;
    return scope;
  }
  Scope unit_scope(bool under_test) const {
    Scope scope = file_scope();
    scope.of_unit = true;
    scope.under_test = under_test && names_.unit.has_value();
    return scope;
  }

  Random& random_;
  const Schema& schema_;
  Features features_;
  Names names_;
  Writer writer_;
  std::string name_;
  std::string text_;
  bool has_population_ = true;
};

void MeasureWriter::choose_collections() {
  const bool by_council = features_.shapes && random_.chance(25);
  if (by_council) {
    names_.from = random_.chance(70) ? std::vector<int>{kReturns} : std::vector<int>{kEstimates};
    if (names_.from.front() == kReturns && random_.chance(50)) names_.from.push_back(kEstimates);
    return;
  }
  names_.from = {kVisits};
  if (random_.chance(40)) names_.from.push_back(kStays);
  if (features_.shapes && random_.chance(40)) names_.from.push_back(kEstimates);
  if (features_.other_units && random_.chance(15)) names_.from.push_back(kReturns);
}

// What the population is made of; its name is settled before anything is written, since nothing may
// bear it too.
void MeasureWriter::choose_unit() {
  const bool by_council = names_.from.front() != kVisits;
  if (by_council) {
    has_population_ = random_.chance(60);
    if (!has_population_) return;
    const int records = names_.from.front();
    names_.unit = Bound{schema_.collections[static_cast<std::size_t>(records)].singular, {records, -1}};
    return;
  }
  const int sort = random_.below(100);
  if (features_.episodes && sort < 40) {
    names_.unit = Bound{"spell", {kVisits, 0}};
  } else if (sort < (features_.other_units ? 80 : 25)) {
    std::vector<int> holders = {kVisits};
    if (names_.from.size() > 1 && names_.from[1] == kStays) holders.push_back(kStays);
    const int records = random_.one_of(holders);
    names_.unit = Bound{schema_.collections[static_cast<std::size_t>(records)].singular, {records, -1}};
  }
  if (names_.unit && random_.chance(40)) names_.unit->name = "looked_at";
}

void MeasureWriter::write_parameters() {
  if (random_.chance(40)) {
    const std::string name = writer_.fresh("gap");
    text_ += "  parameter " + name + " = " + std::to_string(random_.between(0, 40)) + " days in 0 days to 60 days\n";
    names_.parameters.push_back({.name = name, .type = {.kind = Kind::kDays}});
  }
  if (random_.chance(20)) {
    const std::string name = writer_.fresh("limit");
    text_ += "  parameter " + name + " = " + std::to_string(random_.between(0, 9)) + "\n";
    names_.parameters.push_back({.name = name, .type = {.kind = Kind::kNumber}});
  }
  if (random_.chance(15)) {
    const std::string name = writer_.fresh("cut_off");
    text_ += "  parameter " + name + " = 2024-0" + std::to_string(random_.between(1, 9)) + "-15\n";
    names_.parameters.push_back({.name = name, .type = {.kind = Kind::kDate}});
  }
  if (random_.chance(30)) {
    const std::string name = writer_.fresh("blanks_count");
    text_ += "  flag " + name + (random_.chance(50) ? " is yes" : " is no") +
             ", to be decided by 2030-12-31 because \"made up\"\n";
    names_.flags.push_back(name);
  }
}

void MeasureWriter::write_file_lets() {
  for (int left = random_.between(1, 4); left > 0; --left) {
    const int sort = random_.below(10);
    const Scope scope = file_scope();
    LetText made;
    if (sort < 4) {
      made = write_set_let(writer_, scope, writer_.fresh("rows"), "");
    } else if (sort < 7) {
      made = write_let(writer_, scope, writer_.fresh("value"), "");
    } else {
      const int of = random_.one_of(names_.from);
      const CollectionShape& records = schema_.collections[static_cast<std::size_t>(of)];
      made = write_let(writer_, scope.inside({records.singular, {of, -1}}), writer_.fresh("each"), " of " + records.singular);
      made.named.of_record = of;
    }
    text_ += made.words;
    names_.lets.push_back(made.named);
  }
}

std::string MeasureWriter::filter_of_join(const Scope& asked) {
  const CollectionShape& records = schema_.collections[static_cast<std::size_t>(asked.bounds.back().subject.collection)];
  if (random_.chance(40)) return writer_.filter(asked, 1).words;
  const std::string end = random_.chance(70) ? "the furthest end" : "the previous end";
  std::string words = records.start + " on or before " + end + " + " + std::to_string(random_.between(0, 60)) + " days";
  for (const NamedValue& field : records.fields) {
    if (field.name == records.end && field.type.unknown) words = "(" + words + " if unknown no)";
  }
  return words;
}

void MeasureWriter::write_episodes(bool per_unit) {
  Scope scope = per_unit ? unit_scope(false) : file_scope();
  EpisodesShape episodes;
  episodes.name = names_.unit && names_.unit->subject.episodes == 0 && names_.episodes.empty() ? "spell" : writer_.fresh("chain");
  episodes.per_unit = per_unit;
  SetText from = writer_.set(scope, 2, kVisits);
  episodes.collection = from.subject.collection;
  const Scope asked = scope.inside({from.name, from.subject});
  Scope joining = asked;
  joining.joining = episodes.collection;
  text_ += "  episodes " + episodes.name + " from " + from.words + " {\n";
  if (per_unit) text_ += "    begin when " + writer_.filter(asked, 1).words + "\n";
  text_ += "    join while " + filter_of_join(joining) + "\n";
  if (random_.chance(25)) text_ += "    stop before " + writer_.filter(asked, 1).words + "\n";
  const std::size_t lets_at = text_.size();
  const int index = static_cast<int>(names_.episodes.size());
  names_.episodes.push_back(episodes);
  // Its own lets, of what stands so far.
  std::string lets;
  for (int left = random_.between(0, 2); left > 0; --left) {
    const Scope inside = scope.inside({episodes.name, {episodes.collection, index}});
    LetText made = write_let(writer_, inside, writer_.fresh("of_spell"), "");
    made.named.of_unit = per_unit;
    lets += "  " + made.words;
    names_.episodes.back().lets.push_back(made.named);
  }
  text_.insert(lets_at, lets);
  text_ += "  }\n";
}

void MeasureWriter::write_named_population() {
  std::vector<int> holders;
  for (const int from : names_.from) {
    if (schema_.collections[static_cast<std::size_t>(from)].names_person) holders.push_back(from);
  }
  if (holders.empty()) return;
  const int of = random_.one_of(holders);
  const CollectionShape& records = schema_.collections[static_cast<std::size_t>(of)];
  const std::string name = writer_.fresh("chosen");
  Scope scope;
  scope.everybody = true;
  scope.of_unit = false;
  const Scope inside = scope.inside({records.singular, {of, -1}});
  text_ += "  population " + name + " = " + records.plural;
  if (random_.chance(80)) text_ += " where " + writer_.filter(inside, 2).words;
  if (random_.chance(50)) text_ += " {\n" + write_steps(writer_, inside, random_.between(1, 2)) + "  }";
  text_ += "\n";
  names_.populations.push_back({name, of});
}

void MeasureWriter::write_population() {
  if (!has_population_) return;
  text_ += "  population ";
  if (!names_.unit) {
    text_ += "people";
    if (random_.chance(75)) text_ += " where " + writer_.filter(file_scope(), 2).words;
  } else {
    const CollectionShape& records = schema_.collections[static_cast<std::size_t>(names_.unit->subject.collection)];
    std::vector<std::string> bases;
    if (names_.unit->subject.episodes == 0) {
      bases = {"spell"};
    } else {
      bases = {"their " + records.plural};
      for (const NamedValue& let : names_.lets) {
        const bool fits = let.is_set && let.subject.collection == names_.unit->subject.collection && let.subject.episodes < 0;
        if (fits) bases.insert(bases.end(), {let.name, let.name});
      }
      for (const NamedPopulationShape& population : names_.populations) {
        if (population.collection == names_.unit->subject.collection) bases.push_back("their " + population.name);
      }
    }
    text_ += random_.one_of(bases);
    if (names_.unit->name == "looked_at") text_ += " as looked_at";
    if (random_.chance(60)) text_ += " where " + writer_.filter(unit_scope(true), 2).words;
  }
  const std::string steps = write_steps(writer_, unit_scope(true), random_.between(0, 3));
  if (!steps.empty()) {
    text_ += " {\n";
    if (random_.chance(20)) text_ += "    in every step, if unknown " + std::string(random_.chance(50) ? "keep" : "leave out") + "\n";
    text_ += steps + "  }";
  }
  text_ += "\n";
}

void MeasureWriter::write_unit_lets() {
  if (!names_.unit) return;
  for (int left = random_.between(0, 3); left > 0; --left) {
    const Scope scope = unit_scope(false);
    LetText made;
    if (random_.chance(25)) {
      made = write_set_let(writer_, scope, writer_.fresh("rows"), "");
    } else if (random_.chance(20)) {
      const int of = random_.one_of(names_.from);
      const CollectionShape& records = schema_.collections[static_cast<std::size_t>(of)];
      made = write_let(writer_, scope.inside({records.singular, {of, -1}}), writer_.fresh("each"), " of " + records.singular);
      made.named.of_record = of;
    } else {
      made = write_let(writer_, scope, writer_.fresh("value"), "");
    }
    text_ += made.words;
    names_.lets.push_back(made.named);
  }
}

std::string MeasureWriter::write() {
  choose_collections();
  choose_unit();
  text_ = "measure " + name_ + " {\n  title \"Made up\" purpose \"To agree\" source \"None\"\n  from ";
  for (std::size_t i = 0; i < names_.from.size(); ++i) {
    text_ += (i == 0 ? "" : ", ") + schema_.collections[static_cast<std::size_t>(names_.from[i])].name;
  }
  text_ += "\n";
  if (random_.chance(12)) text_ += "  lag " + std::to_string(random_.between(1, 12)) + " months\n";
  write_parameters();
  write_file_lets();
  const bool of_spells = names_.unit && names_.unit->subject.episodes == 0;
  if (of_spells || (features_.episodes && names_.from.front() == kVisits && random_.chance(60))) write_episodes(false);
  if (features_.named_populations) write_named_population();
  if (features_.named_populations || random_.chance(20)) write_file_lets();
  write_population();
  write_unit_lets();
  if (features_.episodes && has_population_ && names_.from.front() == kVisits && random_.chance(40)) {
    write_episodes(true);
    write_unit_lets();
  }
  text_ += write_parts(writer_, unit_scope(true), has_population_);
  return text_ + "}\n";
}

}  // namespace

std::string write_measure(Random& random, const Schema& schema, const std::string& name) {
  return MeasureWriter(random, schema, name).write();
}

}  // namespace assize::agree
