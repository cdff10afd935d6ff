// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

// Lets: plain bodies, cases and tables (language, 3.6). Each is checked when it is first needed.

#include <algorithm>
#include <utility>

#include "compiler/check/cost.h"
#include "compiler/check/errors.h"
#include "compiler/check/site.h"

namespace assize::check {
namespace {

CasePolicy policy_of(syntax::CasePolicy policy) {
  return policy == syntax::CasePolicy::kStop ? CasePolicy::kStop : CasePolicy::kTryNext;
}

// Reports a case or row whose condition may be unknown, and about which nothing is said.
void report_unsettled_case(Site& site, const Expr& when, Span after) {
  const Expr* culprit = &when;
  mentions(when, [&](const Expr& inner) {
    const bool named = inner.op == Op::kField || inner.op == Op::kLet || inner.op == Op::kFact;
    if (!named || !inner.type.may_be_unknown) return false;
    culprit = &inner;
    return true;
  });
  auto error = diagnostics::diagnose(
      culprit->span, errors::unsettled_unknown, "`" + written(site, culprit->span) + "`",
      "Those of whom it is unknown would go to a later case, or nowhere, without a word.");
  error.fix(diagnostics::Confidence::kMaybe, "go on to the next case",
            {{{after.file, after.end, after.end}, ", if unknown try next"}});
  error.fix(diagnostics::Confidence::kMaybe, "end the run",
            {{{after.file, after.end, after.end}, ", if unknown stop"}});
  site.sink.add(std::move(error));
}

// The type of a let: as declared, or that of its first value that is not a word for a missing one.
void settle_type(Site& site, const syntax::Let& text, Let& made, std::vector<ExprPtr*>& values) {
  if (!text.type) {
    for (ExprPtr* value : values) {
      if (!is_poison(*value) && (*value)->type.base != Base::kNothing) {
        made.type = (*value)->type;
        break;
      }
    }
    made.type.may_be_unknown = false;
    made.type.may_be_none = false;
    made.type.may_be_open = false;
    for (ExprPtr* value : values) {
      if (is_poison(*value)) continue;
      made.type.may_be_none |= (*value)->type.may_be_none;
      made.type.may_be_open |= (*value)->type.may_be_open;
    }
    if (made.type.base == Base::kCode) {
      site.sink.add(diagnostics::diagnose(text.name.span, errors::wrong_type,
                                          "`" + text.name.text + "`", "a choice of codes",
                                          "its type after the name, such as `: " +
                                              made.type.list->name + "?`"));
    }
  }
}

void check_cases(Site& site, const Scope& scope, const syntax::Let& text, Let& made) {
  Wanted wanted;
  wanted.list = made.type.list;
  bool gives_unknown = false;
  bool seen_otherwise = false;
  // What earlier cases have refused is known in later ones, if no unknown goes on.
  Scope inner = scope;
  for (const syntax::Case& item : text.cases) {
    Case checked;
    checked.span = item.span;
    checked.name = item.name ? item.name->text : "otherwise";
    if (seen_otherwise) {
      site.sink.add(diagnostics::diagnose(item.span, errors::clauses_clash,
                                          "a case stands after `otherwise`, which takes all"));
      continue;
    }
    seen_otherwise = !item.name;
    inner.known.share();
    Scope gives_scope = inner;
    if (item.when) {
      checked.when = check_condition(site, inner, *item.when);
      if (is_poison(checked.when)) continue;
      learn(*checked.when, true, gives_scope.known);
      const auto policy = item.policy != syntax::CasePolicy::kNotSaid ? item.policy : text.policy;
      if (checked.when->type.may_be_unknown) {
        if (policy == syntax::CasePolicy::kNotSaid) {
          report_unsettled_case(site, *checked.when, item.when->span);
        }
        checked.policy = policy_of(policy);
      } else if (item.policy != syntax::CasePolicy::kNotSaid) {
        site.sink.add(diagnostics::diagnose(item.policy_span, errors::nothing_to_decide,
                                            "`" + written(site, item.when->span) + "`"));
      }
      if (!checked.when->type.may_be_unknown) learn(*checked.when, false, inner.known);
    }
    checked.gives = check_value(site, gives_scope, *item.gives, wanted);
    if (is_poison(checked.gives)) continue;
    const bool holds_if_known = item.name && !item.when;
    if (!holds_if_known && checked.gives->type.may_be_unknown) gives_unknown = true;
    made.cases.push_back(std::move(checked));
  }
  if (!seen_otherwise && !is_damaged(site, text.span)) {
    site.sink.add(diagnostics::diagnose(text.name.span, errors::clauses_clash,
                                        "let `" + text.name.text +
                                            "` does not say what it is `otherwise`"));
  }
  std::vector<ExprPtr*> values;
  for (Case& item : made.cases) values.push_back(&item.gives);
  settle_type(site, text, made, values);
  for (ExprPtr* value : values) *value = fit(site, std::move(*value), made.type);
  if (text.type && gives_unknown && !made.type.may_be_unknown) {
    site.sink.add(diagnostics::diagnose(text.type->span, errors::unknown_into_known, text.name.text)
                      .fix(diagnostics::Confidence::kMaybe, "let it be unknown",
                           {{{text.type->span.file, text.type->span.end, text.type->span.end}, "?"}}));
  }
  if (!text.type) made.type.may_be_unknown = gives_unknown;
  // With a `?` that nothing needs, the value is known all the same.
  made.type.may_be_unknown = gives_unknown;
}

syntax::Path path_of_cell(const syntax::Cell& cell) {
  syntax::Path path;
  path.span = cell.span;
  std::uint32_t begin = cell.span.begin;
  std::string name;
  for (std::size_t at = 0; at <= cell.text.size(); ++at) {
    if (at == cell.text.size() || cell.text[at] == '.') {
      const auto end = begin + static_cast<std::uint32_t>(name.size());
      path.names.push_back({name, {cell.span.file, begin, end}});
      begin = end + 1;
      name.clear();
    } else {
      name += cell.text[at];
    }
  }
  return path;
}

std::vector<syntax::Cell> items_of(const syntax::Cell& cell) {
  std::vector<syntax::Cell> items;
  std::size_t begin = 0;
  while (begin <= cell.text.size()) {
    std::size_t end = cell.text.find(',', begin);
    if (end == std::string::npos) end = cell.text.size();
    std::size_t from = begin;
    std::size_t to = end;
    while (from < to && cell.text[from] == ' ') ++from;
    while (to > from && cell.text[to - 1] == ' ') --to;
    const auto at = cell.span.begin + static_cast<std::uint32_t>(from);
    items.push_back({cell.text.substr(from, to - from),
                     {cell.span.file, at, at + static_cast<std::uint32_t>(to - from)}});
    begin = end + 1;
  }
  return items;
}

// `managed_budget, unknown`: yes if one of them fits.
ExprPtr check_test_cell(Site& site, const Expr& asked, const syntax::Cell& cell) {
  std::vector<ExprPtr> tests;
  std::vector<bool> members(asked.type.list ? asked.type.list->values.size() : 0, false);
  bool has_members = false;
  for (const syntax::Cell& item : items_of(cell)) {
    ExprPtr test;
    if (item.text == "unknown" || item.text == "none" || item.text == "open") {
      const Op op = item.text == "unknown" ? Op::kIsKnown
                    : item.text == "none"  ? Op::kIsNone
                                           : Op::kIsOpen;
      test = make(op, type_of(Base::kBool), item.span);
      test->args.push_back(clone(asked));
      if (item.text == "unknown") {
        ExprPtr negated = make(Op::kNot, test->type, item.span);
        negated->args.push_back(std::move(test));
        test = std::move(negated);
      }
    } else if (asked.type.base == Base::kBool && (item.text == "yes" || item.text == "no")) {
      Type type = type_of(Base::kBool);
      type.may_be_unknown = asked.type.may_be_unknown;
      test = make(Op::kIs, type, item.span);
      test->args.push_back(clone(asked));
      test->args.push_back(
          make_const(Value::yes_or_no(item.text == "yes"), type_of(Base::kBool), item.span));
    } else if (asked.type.base == Base::kCode) {
      const CodeList& list = *asked.type.list;
      const auto group = std::find_if(list.groups.begin(), list.groups.end(),
                                      [&](const CodeGroup& known) { return known.name == item.text; });
      if (group != list.groups.end()) {
        for (std::size_t at = 0; at < members.size(); ++at) {
          if (group->members[at]) members[at] = true;
        }
      } else {
        Scope nothing;
        ExprPtr value = check_path(site, nothing, path_of_cell(item), {&list, true});
        if (is_poison(value)) return value;
        members[static_cast<std::size_t>(value->value.whole)] = true;
      }
      has_members = true;
      continue;
    } else {
      site.sink.add(diagnostics::diagnose(item.span, errors::wrong_type, "`" + item.text + "`",
                                          "nothing that fits here", describe(asked.type)));
      return poison(item.span);
    }
    tests.push_back(std::move(test));
  }
  if (has_members) {
    Type type = type_of(Base::kBool);
    type.may_be_unknown = asked.type.may_be_unknown;
    ExprPtr test = make(Op::kInGroup, type, cell.span);
    test->members = members;
    test->args.push_back(clone(asked));
    tests.push_back(std::move(test));
  }
  if (tests.size() == 1) return std::move(tests.front());
  Type type = type_of(Base::kBool);
  for (const ExprPtr& test : tests) type.may_be_unknown |= test->type.may_be_unknown;
  ExprPtr made = make(Op::kOr, type, cell.span);
  made->args = std::move(tests);
  return made;
}

ExprPtr check_value_cell(Site& site, const Scope& scope, const syntax::Cell& cell, const Type& type) {
  if (cell.text == "unknown" || cell.text == "none" || cell.text == "open") {
    const Value value = cell.text == "unknown" ? Value::unknown()
                        : cell.text == "none"  ? Value::none()
                                               : Value::open();
    Type missing;
    missing.may_be_unknown = cell.text == "unknown";
    missing.may_be_none = cell.text == "none";
    missing.may_be_open = cell.text == "open";
    return make_const(value, missing, cell.span);
  }
  if (cell.text == "yes" || cell.text == "no") {
    return make_const(Value::yes_or_no(cell.text == "yes"), type_of(Base::kBool), cell.span);
  }
  if (const auto number = Rational::parse(cell.text)) {
    if (number->is_whole() && cell.text.find('.') == std::string::npos) {
      return make_const(Value::of(Base::kNumber, number->floor()), type_of(Base::kNumber), cell.span);
    }
    Value value = Value::of(Base::kDecimal, 0);
    value.decimal = *number;
    return make_const(value, type_of(Base::kDecimal), cell.span);
  }
  return check_path(site, scope, path_of_cell(cell), {type.list, type.list != nullptr});
}

void check_table(Site& site, const Scope& scope, const syntax::Let& text, Let& made) {
  std::vector<ExprPtr> asked;
  for (std::size_t column = 0; column + 1 < text.table.header.size(); ++column) {
    asked.push_back(check_path(site, scope, path_of_cell(text.table.header[column]), {}));
    if (is_poison(asked.back())) return;
  }
  bool gives_unknown = false;
  int number = 0;
  for (const auto& row : text.table.rows) {
    Case checked;
    checked.name = std::to_string(++number);
    checked.span = source::join(row.front().span, row.back().span);
    std::vector<ExprPtr> tests;
    bool poisoned = false;
    for (std::size_t column = 0; column < asked.size(); ++column) {
      const syntax::Cell& cell = row[column];
      if (cell.text == "anything") continue;
      if (cell.text.empty()) {
        site.sink.add(diagnostics::diagnose(checked.span, errors::clauses_clash,
                                            "a cell of this row is blank: write `anything`, "
                                            "`unknown`, `none`, or values"));
        poisoned = true;
        continue;
      }
      ExprPtr test = check_test_cell(site, *asked[column], cell);
      if (is_poison(test)) {
        poisoned = true;
      } else {
        tests.push_back(std::move(test));
      }
    }
    if (poisoned) continue;
    if (tests.empty()) {
      checked.when = make_const(Value::yes_or_no(true), type_of(Base::kBool), checked.span);
    } else if (tests.size() == 1) {
      checked.when = std::move(tests.front());
    } else {
      Type type = type_of(Base::kBool);
      for (const ExprPtr& test : tests) type.may_be_unknown |= test->type.may_be_unknown;
      checked.when = make(Op::kAnd, type, checked.span);
      checked.when->args = std::move(tests);
    }
    if (checked.when->type.may_be_unknown) {
      if (text.policy == syntax::CasePolicy::kNotSaid) {
        report_unsettled_case(site, *checked.when, text.type ? text.type->span : text.name.span);
        return;
      }
      checked.policy = policy_of(text.policy);
    }
    checked.gives = check_value_cell(site, scope, row.back(), made.type);
    if (is_poison(checked.gives)) continue;
    gives_unknown |= checked.gives->type.may_be_unknown;
    made.cases.push_back(std::move(checked));
  }
  if (text.cases.size() != 1) {
    if (is_damaged(site, text.span)) return;
    site.sink.add(diagnostics::diagnose(text.name.span, errors::clauses_clash,
                                        "let `" + text.name.text +
                                            "` does not say what it is `otherwise`"));
    return;
  }
  Case otherwise;
  otherwise.name = "otherwise";
  otherwise.span = text.cases.front().span;
  otherwise.gives = check_value(site, scope, *text.cases.front().gives, {made.type.list, false});
  if (is_poison(otherwise.gives)) return;
  gives_unknown |= otherwise.gives->type.may_be_unknown;
  made.cases.push_back(std::move(otherwise));
  std::vector<ExprPtr*> values;
  for (Case& item : made.cases) values.push_back(&item.gives);
  settle_type(site, text, made, values);
  for (ExprPtr* value : values) *value = fit(site, std::move(*value), made.type);
  if (text.type && gives_unknown && !made.type.may_be_unknown) {
    site.sink.add(diagnostics::diagnose(text.type->span, errors::unknown_into_known, text.name.text));
  }
  made.type.may_be_unknown = gives_unknown;
}

bool mentions_unit(const Site& site, const Let& let) {
  const auto asked = [&](const Expr& expr) {
    if (site.unit && expr.variable == site.unit) return true;
    if (expr.op == Op::kEpisodeSet && expr.episodes->per_unit) return true;
    const bool is_let = expr.op == Op::kLet || expr.op == Op::kStepOf;
    return is_let && expr.let && (expr.let->of == Let::Of::kUnit || expr.let->mentions_unit);
  };
  if (let.value && mentions(*let.value, asked)) return true;
  return std::any_of(let.cases.begin(), let.cases.end(), [&](const Case& item) {
    return (item.when && mentions(*item.when, asked)) ||
           (item.gives && mentions(*item.gives, asked));
  });
}

// The record a let is `of`: the singular of a collection, or nothing of that name.
const Collection* collection_of_singular(const Site& site, const std::string& singular) {
  if (site.collection && site.collection->singular == singular) return site.collection;
  for (const Collection* collection : site.from) {
    if (collection->singular == singular) return collection;
  }
  return nullptr;
}

}  // namespace

void check_let_body(Site& site, const Scope& scope, const syntax::Let& text, Let& made) {
  if (text.type) made.type = type_from(site, *text.type);
  if (text.type && made.type.base == Base::kNothing) return;
  if (text.body == syntax::Let::Body::kCases) {
    check_cases(site, scope, text, made);
    return;
  }
  if (text.body == syntax::Let::Body::kTable) {
    check_table(site, scope, text, made);
    return;
  }
  made.value = check_value(site, scope, *text.value, {made.type.list, false});
  if (is_poison(made.value)) {
    made.type = {};
    return;
  }
  if (!text.type) {
    made.type = made.value->type;
    return;
  }
  made.value = fit(site, std::move(made.value), made.type);
  if (is_poison(made.value)) {
    made.type = {};
    return;
  }
  if (made.value->type.may_be_unknown && !made.type.may_be_unknown) {
    site.sink.add(diagnostics::diagnose(text.type->span, errors::unknown_into_known, text.name.text));
  }
  made.type.may_be_unknown = made.value->type.may_be_unknown;
}

OpenName::OpenName(Site& site, const syntax::Name& name) : site_(site) {
  is_too_deep_ = ++site_.open_names > kLongestChain;
  if (!is_too_deep_ || site_.chain_refused) return;
  site_.chain_refused = true;
  site_.sink.add(diagnostics::diagnose(name.span, errors::chain_of_lets, name.text,
                                       std::to_string(kLongestChain)));
}

Let* need_let(Site& site, const std::string& name) {
  LetEntry& entry = site.lets.at(name);
  if (entry.state == LetEntry::State::kDone) return entry.checked;
  if (entry.state == LetEntry::State::kOpen) {
    site.sink.add(diagnostics::diagnose(entry.text->name.span, errors::depends_on_itself, name));
    return nullptr;
  }
  const OpenName open(site, entry.text->name);
  if (open.is_too_deep()) return nullptr;
  entry.state = LetEntry::State::kOpen;
  auto made = std::make_unique<Let>();
  made->name = site.prefix + name;
  made->span = entry.text->span;
  Scope scope;
  scope.known = site.base_knowledge;
  if (site.unit) scope.visible.push_back(site.unit);
  bool ok = true;
  if (entry.text->of && entry.text->of->text == "person") {
    made->of = Let::Of::kPerson;
    if (!site.collection) {
      site.sink.add(diagnostics::diagnose(entry.text->of->span, errors::clauses_clash,
                                          "a fact of a person is declared in its collection, for "
                                          "every measure that reads it"));
      ok = false;
    }
  } else if (entry.text->of) {
    made->of = Let::Of::kRecord;
    const Collection* collection = collection_of_singular(site, entry.text->of->text);
    if (collection) {
      made->record =
          make_variable(site, collection->singular, {Subject::What::kRecord, collection, nullptr});
      scope = scope.inside(made->record);
    } else {
      std::vector<std::string> singulars;
      for (const Collection* from : site.from) singulars.push_back(from->singular);
      report_unknown_name(site, *entry.text->of, "the singular of a collection in `from`, or `person`",
                          singulars);
      ok = false;
    }
  }
  if (ok) check_let_body(site, scope, *entry.text, *made);
  LetEntry& done = site.lets.at(name);
  done.state = LetEntry::State::kDone;
  const bool has_body = made->value || !made->cases.empty();
  if (!ok || !has_body || made->type.base == Base::kNothing) {
    if (site.collection && !site.measure) site.collection->refused.push_back(name);
    return nullptr;
  }
  const bool of_unit = mentions_unit(site, *made);
  if (made->of == Let::Of::kFile && of_unit) made->of = Let::Of::kUnit;
  if (made->of == Let::Of::kRecord) made->mentions_unit = of_unit;
  const syntax::Let& text = *entry.text;
  const std::size_t written_cases =
      text.body == syntax::Let::Body::kTable ? text.table.rows.size() + 1 : text.cases.size();
  if (!made->cases.empty() && made->cases.size() == written_cases) check_reach(site, *made);
  done.checked = made.get();
  if (site.measure) {
    site.measure->lets.push_back(std::move(made));
  } else {
    site.collection->lets.push_back(std::move(made));
  }
  return done.checked;
}

}  // namespace assize::check
