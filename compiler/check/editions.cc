// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

// Editions: which declarations are in force, in which release their codes are read, what is introduced.

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "compiler/check/errors.h"
#include "compiler/check/flatten.h"
#include "compiler/check/library.h"
#include "compiler/check/period.h"
#include "compiler/check/site.h"
#include "compiler/check/text_size.h"

namespace assize::check {

const CodeList* find_code_list(Site& site, const std::string& name) {
  for (const auto& list : site.framework.code_lists) {
    if (list->name == name) return list.get();
  }
  return nullptr;
}

namespace {

using Trees = std::vector<const syntax::Tree*>;

struct Declared {
  std::map<std::string, std::vector<const syntax::CodeList*>> code_lists;  // versions by release
  std::vector<std::string> code_list_order;
  std::vector<std::pair<const syntax::Collection*, source::FileId>> collections;
  std::vector<const syntax::Measure*> measures;  // those in force, or all where there is no edition
};

template <class T>
void report_twice(Site& site, std::map<std::string, const T*>& seen, const T& item,
                  const std::string& what) {
  const auto [at, fresh] = seen.emplace(item.name.text, &item);
  if (fresh) return;
  site.sink.add(diagnostics::diagnose(item.name.span, errors::declared_twice, what, item.name.text)
                    .label(at->second->name.span, "and here"));
}

Declared gather(Site& site, const Trees& trees) {
  Declared made;
  std::map<std::string, const syntax::Collection*> collections;
  std::map<std::string, const syntax::Measure*> measures;
  for (const syntax::Tree* tree : trees) {
    for (const syntax::CodeList& list : tree->code_lists) {
      auto& versions = made.code_lists[list.name.text];
      if (versions.empty()) made.code_list_order.push_back(list.name.text);
      for (const syntax::CodeList* other : versions) {
        if (other->release.value_or(0) != list.release.value_or(0)) continue;
        site.sink.add(diagnostics::diagnose(list.name.span, errors::declared_twice, "code list",
                                            list.name.text)
                          .label(other->name.span, "and here"));
      }
      versions.push_back(&list);
    }
    for (const syntax::Collection& collection : tree->collections) {
      report_twice(site, collections, collection, "collection");
      made.collections.emplace_back(&collection, tree->file);
    }
    for (const syntax::Measure& measure : tree->measures) {
      report_twice(site, measures, measure, "measure");
      made.measures.push_back(&measure);
    }
  }
  for (auto& [name, versions] : made.code_lists) {
    std::stable_sort(versions.begin(), versions.end(), [](const auto* a, const auto* b) {
      return a->release.value_or(0) < b->release.value_or(0);
    });
  }
  return made;
}

std::optional<int> release_of(const syntax::Edition* edition, const std::string& collection) {
  if (!edition) return std::nullopt;
  for (const syntax::CodesRelease& codes : edition->codes) {
    if (codes.collection.text == collection) return codes.release;
  }
  return std::nullopt;
}

// Without an edition, a collection is read in the highest release that all its lists have.
std::optional<int> common_release(const Declared& declared, const syntax::Collection& collection) {
  std::optional<int> common;
  for (const syntax::Field& field : collection.fields) {
    if (!field.type) continue;
    const auto list = declared.code_lists.find(field.type->name.text);
    if (list == declared.code_lists.end()) continue;
    const auto latest = list->second.back()->release;
    if (latest && (!common || *latest < *common)) common = latest;
  }
  return common;
}

// The release in which a list stands: what a field's type says, else what the edition reads the
// field's collection in, else the latest there is.
int release_in_force(const Declared& declared, const syntax::Edition* edition,
                     const std::string& list) {
  const auto& versions = declared.code_lists.at(list);
  std::optional<int> wanted;
  for (const auto& [collection, file] : declared.collections) {
    for (const syntax::Field& field : collection->fields) {
      if (!field.type || field.type->name.text != list) continue;
      auto release = field.type->release;
      if (!release) release = release_of(edition, collection->name.text);
      if (!release) release = common_release(declared, *collection);
      if (release && (!wanted || *release > *wanted)) wanted = release;
    }
  }
  const int latest = versions.back()->release.value_or(0);
  const int first = versions.front()->release.value_or(0);
  return wanted ? std::clamp(*wanted, first, latest) : latest;
}

void check_code_lists(Site& site, const Declared& declared, const syntax::Edition* edition) {
  for (const std::string& name : declared.code_list_order) {
    const int release = release_in_force(declared, edition, name);
    site.framework.code_lists.push_back(
        check_code_list(site, declared.code_lists.at(name), release));
  }
}

void check_collections(Site& site, const Declared& declared, const syntax::Edition* edition,
                       const source::Sources& sources, FileReader& reader) {
  for (const auto& [text, file] : declared.collections) {
    site.framework.collections.push_back(std::make_unique<Collection>());
    Site own(&site);
    const std::string listed =
        text->listed_in ? reader.resolve(sources.file(file).path(), text->listed_in->value)
                        : std::string();
    check_collection(own, *text, *site.framework.collections.back(),
                     release_of(edition, text->name.text), listed);
  }
  for (std::size_t at = 0; at < declared.collections.size(); ++at) {
    check_sample(site, *declared.collections[at].first, *site.framework.collections[at]);
  }
}

void take_words(const syntax::Edition& edition, Framework& made) {
  for (const syntax::Doc& doc : edition.docs) {
    if (doc.kind == syntax::Doc::Kind::kTitle) made.title = doc.text.value;
    if (doc.kind == syntax::Doc::Kind::kSource) made.source = doc.text.value;
  }
}

void take_period(Site& site, const syntax::Edition& edition) {
  Type type;
  if (!edition.covers_from || !edition.covers_to) {
    site.sink.add(diagnostics::diagnose(edition.name.span, errors::collection_lacks,
                                        edition.name.family.text + " " + edition.name.year,
                                        "what it covers (`covers 2024-04-01 to 2025-03-31`)"));
    return;
  }
  const auto from = literal_value(site, *edition.covers_from, type);
  const auto to = literal_value(site, *edition.covers_to, type);
  if (!from || !to) return;
  if (from->base != Base::kDate || to->base != Base::kDate || to->whole < from->whole) {
    site.sink.add(diagnostics::diagnose(edition.covers_from->span, errors::wrong_type,
                                        "what the edition covers", "no span of days",
                                        "a first day and a last day that does not lie before it"));
    return;
  }
  site.framework.covers_from = from->whole;
  site.framework.covers_to = to->whole;
}

void take_areas(Site& site, const syntax::Edition& edition) {
  if (!edition.areas_from) return;
  Framework& framework = site.framework;
  framework.areas = framework.collection(edition.areas_from->text);
  if (!framework.areas) {
    report_unknown_name(site, *edition.areas_from, "the collection that lists the councils", {});
    return;
  }
  for (const syntax::Name& name : edition.areas_by) {
    if (const Field* field = framework.areas->field(name.text)) {
      framework.areas_by.push_back(field);
      continue;
    }
    std::vector<std::string> fields;
    for (const auto& field : framework.areas->fields) fields.push_back(field->name);
    report_unknown_name(site, name, "a field of the list of councils", fields);
  }
}

void take_headings(Site& site, const syntax::Edition& edition) {
  for (const syntax::Headings& headings : edition.headings) {
    site.framework.objectives = headings.objectives;
    for (const syntax::Heading& heading : headings.headings) {
      site.framework.headings.push_back({heading.name.text, heading.number, heading.text.value});
    }
  }
}

Mark::Status status_of(syntax::Mark::Status status) {
  switch (status) {
    case syntax::Mark::Status::kNotCollected: return Mark::Status::kNotCollected;
    case syntax::Mark::Status::kNotComparable: return Mark::Status::kNotComparable;
    case syntax::Mark::Status::kWithheld: return Mark::Status::kWithheld;
    case syntax::Mark::Status::kLeftOut: return Mark::Status::kLeftOut;
    case syntax::Mark::Status::kVoluntary: return Mark::Status::kVoluntary;
    case syntax::Mark::Status::kCarriedForward: return Mark::Status::kCarriedForward;
    case syntax::Mark::Status::kExperimental: return Mark::Status::kExperimental;
  }
  return Mark::Status::kWithheld;
}

void take_marks(Site& site, const syntax::Edition& edition) {
  for (const syntax::Mark& text : edition.marks) {
    for (const syntax::Path& path : text.what) {
      Mark mark;
      for (const syntax::Name& name : path.names) {
        mark.measure += (mark.measure.empty() ? "" : ".") + name.text;
      }
      mark.status = status_of(text.status);
      mark.until = text.until;
      mark.span = text.span;
      mark.because = text.because.value;
      for (const syntax::Text& council : text.councils) mark.councils.push_back(council.value);
      if (!site.framework.measure(path.names.front().text)) {
        report_unknown_name(site, path.names.front(), "a measure of this edition", {});
      }
      site.framework.marks.push_back(std::move(mark));
    }
  }
}

void take_disclosure(Site& site, const syntax::Edition& edition) {
  if (!edition.disclosure) return;
  Framework& made = site.framework;
  for (const syntax::Disclosure::Rule& text : edition.disclosure->rules) {
    if (text.number < 1) {
      site.sink.add(diagnostics::diagnose(
          text.span, errors::clauses_clash,
          text.suppress ? "no count lies below " + std::to_string(text.number)
                        : "counts cannot be rounded to " + std::to_string(text.number)));
      continue;
    }
    DisclosureRule rule;
    rule.suppress = text.suppress;
    rule.number = text.number;
    rule.where = text.where == syntax::Disclosure::Rule::Where::kCouncils ? DisclosureRule::Where::kCouncils
                 : text.where == syntax::Disclosure::Rule::Where::kTotals ? DisclosureRule::Where::kTotals
                                                                          : DisclosureRule::Where::kEverywhere;
    made.disclosure.push_back(rule);
  }
}

// What a scenario can set: of a measure, or of the edition.
struct Settable {
  const std::vector<std::unique_ptr<Parameter>>& parameters;
  const std::vector<std::unique_ptr<Flag>>& flags;
};

bool is_there(const Settable& of, const std::string& name) {
  const auto bears = [&](const auto& item) { return item->name == name; };
  return std::any_of(of.parameters.begin(), of.parameters.end(), bears) ||
         std::any_of(of.flags.begin(), of.flags.end(), bears);
}

std::optional<Value> check_set_value(Site& site, const Settable& of, const std::string& name,
                                     const syntax::Expr& text) {
  Type type;
  const auto value = literal_value(site, text, type);
  if (!value) return std::nullopt;
  const auto wrong = [&](const std::string& wanted) {
    site.sink.add(diagnostics::diagnose(text.span, errors::wrong_type, "`" + written(site, text.span) + "`",
                                        describe(type), wanted));
    return std::nullopt;
  };
  for (const auto& flag : of.flags) {
    if (flag->name == name && value->base != Base::kBool) return wrong("a yes or no");
  }
  for (const auto& parameter : of.parameters) {
    if (parameter->name != name) continue;
    if (value->base != parameter->value.base) return wrong(describe(parameter->type));
    const auto amount = [](const Value& given) {
      return given.base == Base::kDecimal ? given.decimal : Rational(given.whole);
    };
    if ((parameter->from && amount(*value) < amount(*parameter->from)) ||
        (parameter->to && amount(*parameter->to) < amount(*value))) {
      site.sink.add(diagnostics::diagnose(text.span, errors::out_of_bounds,
                                          "`" + written(site, text.span) + "`", name));
      return std::nullopt;
    }
  }
  return value;
}

std::vector<std::string> names_of(const Settable& of) {
  std::vector<std::string> names;
  for (const auto& parameter : of.parameters) names.push_back(parameter->name);
  for (const auto& flag : of.flags) names.push_back(flag->name);
  return names;
}

// One `set measure.parameter = value`, or `set parameter = value` of the edition's own.
std::optional<Scenario::Setting> check_setting(Site& site, const syntax::Set& text) {
  const auto& names = text.what.names;
  const bool of_edition = names.size() == 1;
  const Measure* measure = of_edition ? nullptr : site.framework.measure(names.front().text);
  if (names.size() > 2 || (!of_edition && !measure)) {
    std::vector<std::string> measures;
    for (const auto& each : site.framework.measures) measures.push_back(each->name);
    report_unknown_name(site, names.front(), "a measure of the edition and its parameter or flag,", measures);
    return std::nullopt;
  }
  const Settable of = of_edition ? Settable{site.framework.parameters, site.framework.flags}
                                 : Settable{measure->parameters, measure->flags};
  const syntax::Name& name = names.back();
  if (!is_there(of, name.text)) {
    report_unknown_name(site, name, of_edition ? "a parameter or flag of the edition"
                                               : "a parameter or flag of `" + measure->name + "`",
                        names_of(of));
    return std::nullopt;
  }
  const auto value = check_set_value(site, of, name.text, *text.value);
  if (!value) return std::nullopt;
  return Scenario::Setting{of_edition ? std::string() : measure->name, name.text, *value};
}

void take_scenarios(Site& site, const Trees& trees, const syntax::Edition& edition) {
  for (const syntax::Tree* tree : trees) {
    for (const syntax::Scenario& text : tree->scenarios) {
      if (edition_text(text.of) != edition_text(edition.name)) continue;
      Scenario made;
      made.name = text.name.text;
      for (const syntax::Doc& doc : text.docs) {
        if (doc.kind == syntax::Doc::Kind::kTitle) made.title = doc.text.value;
      }
      for (const syntax::Set& set : text.sets) {
        if (auto setting = check_setting(site, set)) made.settings.push_back(std::move(*setting));
      }
      site.framework.scenarios.push_back(std::move(made));
    }
  }
}

// Parameters and flags of the edition hold for all its measures.
void take_settings(Site& site, const syntax::Edition& edition) {
  std::set<std::string> names;
  const auto is_new = [&](const syntax::Name& name, const std::string& what) {
    if (names.insert(name.text).second) return true;
    site.sink.add(diagnostics::diagnose(name.span, errors::declared_twice, what, name.text));
    return false;
  };
  for (const syntax::Parameter& text : edition.parameters) {
    if (!is_new(text.name, "parameter")) continue;
    if (auto made = make_parameter(site, text)) site.framework.parameters.push_back(std::move(made));
  }
  for (const syntax::Flag& text : edition.flags) {
    if (is_new(text.name, "flag")) site.framework.flags.push_back(make_flag(text));
  }
}

Damage damage_of(const Trees& trees) {
  Damage damage;
  for (const syntax::Tree* tree : trees) {
    damage.lost.insert(tree->lost.begin(), tree->lost.end());
    damage.mistakes.insert(damage.mistakes.end(), tree->mistakes.begin(), tree->mistakes.end());
  }
  return damage;
}

// What an amendment misses may stand in a clause that could not be read.
FlatEdition flatten_undamaged(Site& site, const Trees& trees, const syntax::Edition& edition) {
  if (!site.damage) return flatten(trees, edition, site.sink);
  diagnostics::Sink unheard;
  return flatten(trees, edition, unheard);
}

void check_measures(Site& site, const Declared& declared) {
  // What measures say of themselves comes first, since one may use what another defines.
  struct Open {
    const syntax::Measure* text;
    Measure* made;
    std::unique_ptr<Site> own;
  };
  std::vector<Open> open;
  std::map<std::string, Neighbour> neighbours;
  for (const syntax::Measure* text : declared.measures) {
    site.framework.measures.push_back(std::make_unique<Measure>());
    Measure* made = site.framework.measures.back().get();
    auto own = std::make_unique<Site>(&site);
    own->neighbours = &neighbours;
    if (!begin_measure(*own, *text, *made)) continue;
    neighbours[text->name.text] = {text, made};
    open.push_back({text, made, std::move(own)});
  }
  for (Open& measure : open) {
    finish_measure(*measure.own, *measure.text, *measure.made);
    check_evidence(site.framework, site.sink, site.sources, *measure.text, *measure.made);
  }
}

std::int64_t parts_of(const Declared& declared) {
  std::int64_t parts = 0;
  for (const auto& [name, versions] : declared.code_lists) {
    for (const syntax::CodeList* list : versions) parts += check::parts_of(*list);
  }
  for (const auto& [collection, file] : declared.collections) parts += check::parts_of(*collection);
  for (const syntax::Measure* measure : declared.measures) parts += check::parts_of(*measure);
  return parts;
}

// Past its date, a flag should have been decided.
void check_flags(Site& site) {
  const auto check = [&](const std::vector<std::unique_ptr<Flag>>& flags) {
    for (const auto& flag : flags) {
      const auto day = parse_day(flag->decide_by);
      if (!day || *day >= site.framework.covers_to) continue;
      site.sink.add(diagnostics::diagnose(flag->span, errors::decision_due, flag->name, flag->decide_by));
    }
  };
  check(site.framework.flags);
  for (const auto& measure : site.framework.measures) check(measure->flags);
}

void check_codes(Site& site) {
  std::map<std::string, std::string> owners;
  const auto give = [&](const std::string& code, const std::string& owner, Span span) {
    if (code.empty()) return;
    const auto [at, fresh] = owners.emplace(code, owner);
    if (fresh || at->second == owner) return;
    site.sink.add(
        diagnostics::diagnose(span, errors::code_twice, code, at->second, owner));
  };
  for (const auto& measure : site.framework.measures) {
    give(measure->code, measure->name, measure->span);
    for (const Part& part : measure->parts) {
      if (!part.name.empty()) give(part.code, measure->name + "." + part.name, part.span);
    }
  }
}

}  // namespace

std::unique_ptr<Framework> check_edition(const Trees& trees, const syntax::Edition* edition,
                                         const source::Sources& sources, FileReader& reader,
                                         diagnostics::Sink& sink) {
  auto made = std::make_unique<Framework>();
  Site site(*made, sink, &sources);
  const Damage damage = damage_of(trees);
  if (!damage.mistakes.empty()) site.damage = &damage;
  Declared declared = gather(site, trees);
  FlatEdition flat;
  const syntax::Edition* whole = nullptr;
  if (edition) {
    flat = flatten_undamaged(site, trees, *edition);
    whole = &flat.own;
    declared.collections.clear();
    for (const auto& [collection, file] : flat.collections) {
      declared.collections.emplace_back(&collection, file);
    }
    declared.measures.clear();
    for (const MeasureInForce& measure : flat.measures) declared.measures.push_back(&measure.text);
    made->family = whole->name.family.text;
    made->year = whole->name.year;
    if (whole->name.stage) made->stage = whole->name.stage->text;
    take_words(*whole, *made);
    take_period(site, *whole);
    take_headings(site, *whole);
  }
  made->parts = parts_of(declared);
  if (made->parts > kMostInEdition) {
    sink.add(diagnostics::diagnose(edition ? edition->name.span : Span{}, errors::too_many,
                                   "more parts of expressions that one edition is checked with",
                                   "100,000"));
    return made;
  }
  check_code_lists(site, declared, whole);
  check_collections(site, declared, whole, sources, reader);
  if (whole) take_areas(site, *whole);
  if (whole) take_settings(site, *whole);
  std::vector<Use> uses;
  site.uses = &uses;
  check_measures(site, declared);
  if (whole) {
    check_codes(site);
    take_marks(site, *whole);
    check_uses(*made, uses, sink);
    take_disclosure(site, *whole);
    take_scenarios(site, trees, *whole);
    check_flags(site);
  }
  return made;
}

ExprPtr check_constant(const syntax::Expr& expression, diagnostics::Sink& sink) {
  // The framework holds the variables; without records there are none.
  Framework nothing;
  Site site(nothing, sink, nullptr);
  site.alone = true;
  return check_value(site, Scope{}, expression);
}

}  // namespace assize::check
