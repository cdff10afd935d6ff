// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

// What a name means where it stands (language, 3.2): a value of the code list that is expected, the
// record under test, a let, parameter, flag or fact, a record further out by its name.

#include <algorithm>
#include <utility>

#include "compiler/check/errors.h"
#include "compiler/check/site.h"

namespace assize::check {
namespace {

const CodeScore* find_score(const CodeList& list, const std::string& name, int& index) {
  for (std::size_t at = 0; at < list.scores.size(); ++at) {
    if (list.scores[at].name == name) {
      index = static_cast<int>(at);
      return &list.scores[at];
    }
  }
  return nullptr;
}

// Takes from the type what is known by now.
ExprPtr with_knowledge(const Scope& scope, ExprPtr expr) {
  if (const auto key = key_of(*expr)) {
    if (scope.known.contains(*key)) expr->type.may_be_unknown = false;
    if (scope.known.contains("notnone:" + *key)) expr->type.may_be_none = false;
  }
  return expr;
}

ExprPtr record_let(const Let& let, const Variable* variable, Span span) {
  ExprPtr made = make(Op::kLet, let.type, span);
  made->let = &let;
  made->variable = variable;
  return made;
}

ExprPtr fact(const Let& let, const Variable* variable, Span span) {
  ExprPtr made = make(Op::kFact, let.type, span);
  made->let = &let;
  made->variable = variable;
  return made;
}

// A let of records with this name, of the site's own or of the record's collection.
const Let* find_record_let(Site& site, const Variable& variable, const std::string& name,
                           Let::Of of) {
  const auto entry = site.lets.find(name);
  if (entry != site.lets.end() && entry->second.text->of) {
    const bool of_person = entry->second.text->of->text == "person";
    if (of_person == (of == Let::Of::kPerson)) {
      const Let* let = need_let(site, name);
      if (let && (of_person || let->record->subject == variable.subject)) return let;
    }
  }
  if (variable.subject.what != Subject::What::kRecord) return nullptr;
  const Let* let = variable.subject.collection->let(name);
  return let && let->of == of ? let : nullptr;
}

// Gives a field, let or attribute of a bound record or episode; null if it has none of that name.
ExprPtr member_of(Site& site, const Variable& variable, const std::string& name, Span span,
                  bool with_facts) {
  if (variable.subject.what == Subject::What::kRecord) {
    if (const Field* field = variable.subject.collection->field(name)) {
      ExprPtr made = make(Op::kField, field->type, span);
      if (field->never_unknown) made->type.may_be_unknown = false;
      if (field->never_none) made->type.may_be_none = false;
      made->field = field;
      made->variable = &variable;
      return made;
    }
  }
  if (variable.subject.what == Subject::What::kEpisode) {
    if (name == "start") {
      ExprPtr made = make(Op::kEpisodeStart, variable.subject.episodes->start_type, span);
      made->variable = &variable;
      return made;
    }
    if (name == "end") {
      ExprPtr made = make(Op::kEpisodeEnd, variable.subject.episodes->end_type, span);
      made->variable = &variable;
      return made;
    }
    if (name == "records") {
      Type type = type_of(Base::kSet);
      type.subject = {Subject::What::kRecord, variable.subject.collection, nullptr};
      ExprPtr made = make(Op::kEpisodeRecords, type, span);
      made->variable = &variable;
      return made;
    }
    for (const auto& let : variable.subject.episodes->lets) {
      if (let->name == name) return record_let(*let, &variable, span);
    }
    return nullptr;
  }
  if (variable.subject.what == Subject::What::kRecord) {
    if (const Let* let = find_record_let(site, variable, name, Let::Of::kRecord)) {
      return record_let(*let, &variable, span);
    }
    if (with_facts) {
      if (const Let* let = find_record_let(site, variable, name, Let::Of::kPerson)) {
        return fact(*let, &variable, span);
      }
    }
  }
  return nullptr;
}

}  // namespace

// A name that is bare everywhere: let, parameter, flag, fact, `council`.
ExprPtr value_of_name(Site& site, const std::string& name, Span span) {
  if (const auto entry = site.lets.find(name); entry != site.lets.end()) {
    const auto& of = entry->second.text->of;
    if (!of || of->text == "person") {
      const Let* let = need_let(site, name);
      if (!let) return poison(span);
      return let->of == Let::Of::kPerson ? fact(*let, nullptr, span)
                                         : record_let(*let, nullptr, span);
    }
  }
  if (const auto found = site.parameters.find(name); found != site.parameters.end()) {
    ExprPtr made = make(Op::kParameter, found->second->type, span);
    made->parameter = found->second;
    return made;
  }
  if (const auto found = site.flags.find(name); found != site.flags.end()) {
    ExprPtr made = make(Op::kFlag, type_of(Base::kBool), span);
    made->flag = found->second;
    return made;
  }
  if (name == "council" && !site.alone) return make(Op::kCouncil, type_of(Base::kText), span);
  for (const Collection* collection : site.from) {
    const Let* let = collection->let(name);
    if (let && let->of == Let::Of::kPerson) return fact(*let, nullptr, span);
    const auto& refused = collection->refused;
    if (std::find(refused.begin(), refused.end(), name) != refused.end()) return poison(span);
  }
  return nullptr;
}

namespace {

std::vector<std::string> names_here(const Site& site, const Scope& scope) {
  std::vector<std::string> names{"period.start", "period.end", "council"};
  if (site.sink.all().size() > kMostAdvised) return names;  // no name will be offered
  if (scope.under_test && scope.under_test->subject.collection) {
    for (const auto& field : scope.under_test->subject.collection->fields) {
      names.push_back(field->name);
    }
    for (const auto& let : scope.under_test->subject.collection->lets) names.push_back(let->name);
  }
  for (const auto& [name, entry] : site.lets) names.push_back(name);
  for (const auto& [name, entry] : site.episodes) names.push_back(name);
  for (const auto& [name, entry] : site.parameters) names.push_back(name);
  for (const auto& [name, entry] : site.flags) names.push_back(name);
  for (const Collection* collection : site.from) {
    for (const auto& let : collection->lets) {
      if (let->of == Let::Of::kPerson) names.push_back(let->name);
    }
  }
  return names;
}

const Variable* visible_variable(Site& site, const Scope& scope, const syntax::Name& name) {
  const Variable* found = nullptr;
  for (const Variable* variable : scope.visible) {
    if (variable->name != name.text) continue;
    if (found && found != variable) {
      site.sink.add(diagnostics::diagnose(name.span, errors::two_things, name.text,
                                          "the record further out", "the record under test")
                        .note("give one of them a name of its own: `rows as again where …`"));
      return found;
    }
    found = variable;
  }
  return found;
}

ExprPtr period_day(const std::string& name, Span span) {
  if (name == "start") return make(Op::kPeriodStart, type_of(Base::kDate), span);
  if (name == "end") return make(Op::kPeriodEnd, type_of(Base::kDate), span);
  return nullptr;
}

// `x.name` for a value x: a column of numbers of its list, or the deciding case of a let.
ExprPtr member_of_value(Site& site, ExprPtr value, const syntax::Name& name) {
  if (is_poison(value)) return value;
  const Span span = source::join(value->span, name.span);
  if (name.text == "step" && value->op == Op::kLet && !value->let->cases.empty()) {
    ExprPtr made = make(Op::kStepOf, type_of(Base::kStepName), span);
    made->let = value->let;
    made->variable = value->variable;
    return made;
  }
  if (name.text == "step" && value->op == Op::kFact && !value->let->cases.empty()) {
    ExprPtr made = make(Op::kStepOf, type_of(Base::kStepName), span);
    made->let = value->let;
    made->variable = value->variable;
    return made;
  }
  if (value->type.base == Base::kCode) {
    int column = 0;
    if (const CodeScore* score = find_score(*value->type.list, name.text, column)) {
      Type type = type_of(Base::kDecimal);
      type.may_be_unknown = value->type.may_be_unknown;
      for (const auto& number : score->scores) type.may_be_unknown |= !number.has_value();
      ExprPtr made = make(Op::kScore, type, span);
      made->column = column;
      if (value->type.may_be_none) {
        site.sink.add(diagnostics::diagnose(value->span, errors::none_into_value,
                                            "`" + written(site, value->span) + "`"));
        return poison(span);
      }
      made->args.push_back(std::move(value));
      return made;
    }
    std::vector<std::string> columns;
    for (const auto& score : value->type.list->scores) columns.push_back(score.name);
    report_unknown_name(site, name, "a column of numbers of `" + value->type.list->name + "`",
                        columns);
    return poison(span);
  }
  report_unknown_name(site, name, "nothing can stand after a dot here; a name", {});
  return poison(span);
}

ExprPtr check_code_name(Site& site, const syntax::Name& name, const CodeList& list,
                        bool values_only) {
  const int index = list.index_of(name.text);
  if (index >= 0) {
    if (list.values[static_cast<std::size_t>(index)].is_unknown) {
      site.sink.add(
          diagnostics::diagnose(name.span, errors::not_a_value, name.text, list.name)
              .note("the list marks it `unknown?`: it is read as unknown; write `is unknown`"));
      return poison(name.span);
    }
    Type type = type_of(Base::kCode);
    type.list = &list;
    return make_const(Value::of(Base::kCode, index), type, name.span);
  }
  if (!values_only) return nullptr;
  if (is_lost(site, name.text) || list.is_damaged) return poison(name.span);
  auto error = diagnostics::diagnose(name.span, errors::not_a_value, name.text, list.name);
  std::vector<std::string> candidates;
  for (const CodeValue& value : list.values) candidates.push_back(value.code);
  for (const CodeGroup& group : list.groups) candidates.push_back(group.name);
  for (const std::string& near : nearest_names(name.text, candidates)) {
    error.fix(diagnostics::Confidence::kMaybe, "the nearest value", {{name.span, near}});
  }
  site.sink.add(std::move(error));
  return poison(name.span);
}

}  // namespace

ExprPtr check_path(Site& site, const Scope& scope, const syntax::Path& path, Wanted wanted) {
  const syntax::Name& first = path.names.front();
  if (wanted.list && path.names.size() == 1) {
    if (ExprPtr code = check_code_name(site, first, *wanted.list, wanted.values_only)) return code;
  }
  std::size_t next = 1;
  ExprPtr made;
  if (first.text == "period" && path.names.size() >= 2 && !site.alone) {
    made = period_day(path.names[1].text, path.span);
    next = 2;
  }
  if (!made && scope.under_test) {
    made = member_of(site, *scope.under_test, first.text, first.span, false);
  }
  if (!made) made = value_of_name(site, first.text, first.span);
  if (!made && path.names.size() >= 2) {
    if (const Variable* variable = visible_variable(site, scope, first)) {
      made = member_of(site, *variable, path.names[1].text,
                       source::join(first.span, path.names[1].span), true);
      if (!made) {
        std::vector<std::string> candidates;
        if (variable->subject.collection) {
          for (const auto& field : variable->subject.collection->fields) {
            candidates.push_back(field->name);
          }
        }
        report_unknown_name(site, path.names[1], "a field or let of `" + first.text + "`",
                            candidates);
        return poison(path.span);
      }
      next = 2;
    }
  }
  if (!made && site.episodes.contains(first.text)) {
    // The episodes as a set; `chain.records` are all their records.
    syntax::Expr whole;
    whole.kind = syntax::ExprKind::kPath;
    whole.span = path.span;
    whole.path = path;
    CheckedSet set = check_set(site, scope, whole);
    return set.expr ? std::move(set.expr) : poison(path.span);
  }
  if (!made && path.names.size() >= 2 && names_a_measure(site, first.text)) {
    made = borrowed_value(site, scope, path, next);
  }
  if (!made) {
    for (const Collection* collection : site.from) {
      if (first.text != collection->plural) continue;
      site.sink.add(diagnostics::diagnose(first.span, errors::whose_records, first.text)
                        .fix(diagnostics::Confidence::kMaybe, "this person's in this council",
                             {{{first.span.file, first.span.begin, first.span.begin}, "their "}}));
      return poison(path.span);
    }
    report_unknown_name(site, first, "a field, let, parameter, flag or fact",
                        names_here(site, scope));
    return poison(path.span);
  }
  if (is_poison(made)) return made;
  made = with_knowledge(scope, std::move(made));
  for (; next < path.names.size(); ++next) {
    made = member_of_value(site, std::move(made), path.names[next]);
    if (is_poison(made)) return made;
    made = with_knowledge(scope, std::move(made));
  }
  made->span = path.span;
  // A yes-or-no field or let by itself is a plain test.
  if (made->type.base == Base::kBool) made->plain = true;
  return made;
}

}  // namespace assize::check
