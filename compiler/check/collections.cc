// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

// Collections: fields, keys, facts (language, 2.2). What a blank means is settled here.

#include <utility>

#include "compiler/check/cost.h"
#include "compiler/check/errors.h"
#include "compiler/check/site.h"

namespace assize::check {
namespace {

void lacks(Site& site, const syntax::Collection& text, const std::string& what) {
  if (is_damaged(site, text.span)) return;
  site.sink.add(
      diagnostics::diagnose(text.name.span, errors::collection_lacks, text.name.text, what));
}

// What a blank cell means: the type says so, or `blank is …`.
void settle_blank(Site& site, const syntax::Field& text, Field& made) {
  const Type& type = made.type;
  if (type.may_be_open) {
    made.blank = Field::Blank::kOpen;
  } else if (type.may_be_unknown) {
    made.blank = Field::Blank::kUnknown;
  } else if (type.may_be_none) {
    made.blank = Field::Blank::kNone;
  }
  if (!text.blank_is) {
    const int words = (type.may_be_open ? 1 : 0) + (type.may_be_none ? 1 : 0) +
                      (type.may_be_unknown ? 1 : 0);
    if (words > 1) {
      site.sink.add(diagnostics::diagnose(text.name.span, errors::collection_lacks,
                                          text.name.text,
                                          "which of the two a blank means (`blank is none`, `open` "
                                          "or `unknown`)"));
    }
    return;
  }
  const std::string& word = text.blank_is->text;
  if (word == "open") {
    made.blank = Field::Blank::kOpen;
  } else if (word == "none") {
    made.blank = Field::Blank::kNone;
  } else if (word == "unknown") {
    made.blank = Field::Blank::kUnknown;
  } else if (type.list && type.list->index_of(word) >= 0) {
    made.blank = Field::Blank::kValue;
    made.blank_value = type.list->index_of(word);
  } else {
    report_unknown_name(site, *text.blank_is, "`open`, `none`, `unknown` or a value of the list", {});
  }
}

void check_fields(Site& site, const syntax::Collection& text, Collection& made,
                  std::optional<int> release) {
  for (const syntax::Field& item : text.fields) {
    if (made.field(item.name.text)) {
      site.sink.add(
          diagnostics::diagnose(item.name.span, errors::declared_twice, "field", item.name.text));
      continue;
    }
    auto field = std::make_unique<Field>();
    field->name = item.name.text;
    field->span = item.span;
    field->index = static_cast<int>(made.fields.size());
    if (!item.type) {
      lacks(site, text, "of what type the field `" + field->name + "` is");
      continue;
    }
    field->type = type_from(site, *item.type);
    if (field->type.base == Base::kNothing) continue;
    if (field->type.list) {
      field->release = release ? *release
                               : item.type->release.value_or(field->type.list->release);
    }
    for (const syntax::Text& column : item.columns) field->columns.push_back(column.value);
    if (field->columns.empty()) field->columns.push_back(field->name);
    field->on_day = item.on_day;
    if (field->columns.size() > 1 && (field->type.base != Base::kDate || !field->on_day)) {
      if (!(field->columns.size() == 3 && field->type.base == Base::kDate)) {
        site.sink.add(diagnostics::diagnose(item.span, errors::collection_lacks, field->name,
                                            "on which day of the month the date lies (`on day 1`)"));
      }
    }
    settle_blank(site, item, *field);
    made.fields.push_back(std::move(field));
  }
}

void check_keys_of_files(Site& site, const Scope& scope, const syntax::Collection& text,
                         Collection& made) {
  for (const syntax::Identify& item : text.identify) {
    ExprPtr key = check_value(site, scope, *item.by);
    if (is_poison(key)) continue;
    if (key->type.base != Base::kText) {
      site.sink.add(diagnostics::diagnose(item.by->span, errors::wrong_type,
                                          "`" + written(site, item.by->span) + "`",
                                          describe(key->type), "a text"));
      continue;
    }
    if (item.what.text == "council") {
      made.council_key = std::move(key);
      if (item.as) made.council_column = item.as->text;
    } else if (item.what.text == "person") {
      made.person_key = std::move(key);
    } else {
      report_unknown_name(site, item.what, "`council` or `person`", {"council", "person"});
    }
  }
}

void check_ages(Site& site, const syntax::Collection& text, Collection& made) {
  if (!text.ages_from) return;
  Scope scope;
  syntax::Path path;
  path.names.push_back(*text.ages_from);
  path.span = text.ages_from->span;
  ExprPtr born = check_path(site, scope, path, {});
  if (is_poison(born)) return;
  if (born->op != Op::kFact || born->type.base != Base::kDate) {
    site.sink.add(diagnostics::diagnose(path.span, errors::wrong_type,
                                        "`" + text.ages_from->text + "`", describe(born->type),
                                        "a fact of a person that is a date"));
    return;
  }
  made.born = std::move(born);
  if (!text.ages_reckoning || text.ages_reckoning->by_birthdays) {
    made.ages_by_birthdays = true;
    return;
  }
  const auto days = text.ages_reckoning->args.empty()
                        ? std::nullopt
                        : Rational::parse(text.ages_reckoning->args[0]->text);
  if (!days || *days <= Rational(0)) {
    lacks(site, text, "how long a year of age is");
    return;
  }
  made.days_per_year = *days;
}

void check_unique(Site& site, const syntax::Collection& text, Collection& made) {
  made.unique_each_row = text.unique_each_row;
  for (const syntax::Name& name : text.unique) {
    if (const Field* field = made.field(name.text)) {
      made.unique.push_back(field);
      continue;
    }
    std::vector<std::string> fields;
    for (const auto& field : made.fields) fields.push_back(field->name);
    report_unknown_name(site, name, "a field", fields);
  }
  if (text.unique.empty() && !text.unique_each_row) {
    lacks(site, text, "which fields make a record `unique` (or `unique each row`)");
  }
}

void check_amounts(Site& site, const Scope& scope, const syntax::Collection& text,
                   Collection& made) {
  if (!text.stands_for) return;
  made.stands_for = check_value(site, scope, *text.stands_for);
  if (!is_poison(made.stands_for) && made.stands_for->type.base != Base::kNumber) {
    site.sink.add(diagnostics::diagnose(text.stands_for->span, errors::wrong_type,
                                        "`" + written(site, text.stands_for->span) + "`",
                                        describe(made.stands_for->type), "a whole number"));
  }
  if (text.stands_for_unit) made.stands_for_unit = text.stands_for_unit->text;
}

}  // namespace

// `sample by cassr, stratum out of ascs_eligible.people`.
void check_sample(Site& site, const syntax::Collection& text, Collection& made) {
  if (!text.sample_out_of) return;
  Sample sample;
  const auto field_of = [&](const Collection& collection, const syntax::Name& name) -> const Field* {
    if (const Field* field = collection.field(name.text)) return field;
    std::vector<std::string> fields;
    for (const auto& field : collection.fields) fields.push_back(field->name);
    report_unknown_name(site, name, "a field of `" + collection.name + "`", fields);
    return nullptr;
  };
  const auto& path = text.sample_out_of->names;
  sample.frame = site.framework.collection(path.front().text);
  if (!sample.frame || path.size() != 2) {
    report_unknown_name(site, path.front(), "the collection that holds the sizes, and its field,", {});
    return;
  }
  sample.size = field_of(*sample.frame, path[1]);
  if (!sample.size) return;
  for (const syntax::Name& name : text.sample_by) {
    const Field* own = field_of(made, name);
    const Field* theirs = field_of(*sample.frame, name);
    if (!own || !theirs) return;
    sample.by.push_back(own);
    sample.frame_by.push_back(theirs);
  }
  made.sample = std::move(sample);
}

void check_collection(Site& site, const syntax::Collection& text, Collection& made,
                      std::optional<int> release, const std::string& listed_in) {
  site.collection = &made;
  made.name = text.name.text;
  made.span = text.name.span;
  made.listed_in = listed_in;
  for (const syntax::Doc& doc : text.docs) {
    if (doc.kind == syntax::Doc::Kind::kTitle) made.title = doc.text.value;
    if (doc.kind == syntax::Doc::Kind::kSource) made.source = doc.text.value;
  }
  if (!text.plural || !text.singular) {
    lacks(site, text, "what it holds (`holds events, one event`)");
    return;
  }
  made.plural = text.plural->text;
  made.singular = text.singular->text;
  for (const syntax::Symbols& symbols : text.symbols) {
    for (const syntax::Text& symbol : symbols.texts) {
      const auto status = symbols.status == syntax::Symbols::Status::kWithheld ? Symbol::Status::kWithheld
                          : symbols.status == syntax::Symbols::Status::kNotSubmitted
                              ? Symbol::Status::kNotSubmitted
                              : Symbol::Status::kNotApplicable;
      made.symbols.push_back({fold(symbol.value), status});
    }
  }
  check_fields(site, text, made, release);
  bool coded = false;
  for (const auto& field : made.fields) coded = coded || field->type.list;
  if (coded && text.unlisted == syntax::Collection::Unlisted::kNotSaid) {
    lacks(site, text, "what becomes of codes that are in no list (`unlisted codes read as blank`)");
  }
  if (text.unlisted == syntax::Collection::Unlisted::kRefuseTheRow) {
    made.unlisted = Collection::Unlisted::kRefuseTheRow;
  }
  check_unique(site, text, made);
  made.record = make_variable(site, made.singular, {Subject::What::kRecord, &made, nullptr});
  for (const syntax::Let& let : text.lets) {
    if (site.lets.contains(let.name.text) || made.field(let.name.text)) {
      site.sink.add(
          diagnostics::diagnose(let.name.span, errors::declared_twice, "name", let.name.text));
      continue;
    }
    if (!let.of) {
      site.sink.add(diagnostics::diagnose(let.name.span, errors::clauses_clash,
                                          "a let of a collection is `of person` or `of " +
                                              made.singular + "`"));
      continue;
    }
    site.lets[let.name.text] = LetEntry{&let, nullptr, {}};
  }
  const Scope scope = Scope{}.inside(made.record);
  if (text.lasts_from && text.lasts_to) {
    made.lasts_from = check_value(site, scope, *text.lasts_from);
    made.lasts_to = check_value(site, scope, *text.lasts_to);
    for (ExprPtr* day : {&made.lasts_from, &made.lasts_to}) {
      if (is_poison(*day)) {
        made.lasts_from = nullptr;
        made.lasts_to = nullptr;
        break;
      }
    }
  }
  check_keys_of_files(site, scope, text, made);
  check_amounts(site, scope, text, made);
  check_ages(site, text, made);
  // What steps have asked is known of every record, also where facts are made of them.
  Scope steps = scope;
  made.steps = check_steps(site, steps, text.steps, syntax::StepPolicy::kNotSaid);
  for (const auto& field : made.fields) {
    const std::string key = field->name + "@" + std::to_string(made.record->id);
    field->never_unknown = steps.known.contains(key);
    field->never_none = steps.known.contains("notnone:" + key);
  }
  for (auto& [name, entry] : site.lets) need_let(site, name);
  check_cost(site, made);
}

}  // namespace assize::check
