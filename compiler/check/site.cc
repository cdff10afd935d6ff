// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#include "compiler/check/site.h"

#include <algorithm>
#include <utility>

#include "compiler/check/errors.h"

namespace assize::check {

Scope Scope::inside(const Variable* variable) const {
  Scope inner = *this;
  inner.under_test = variable;
  inner.visible.push_back(variable);
  inner.bare_plural_allowed = false;
  return inner;
}

namespace {
constexpr std::size_t kLongestCompared = 64;
}  // namespace

const Variable* make_variable(Site& site, std::string name, Subject subject) {
  auto made = std::make_unique<Variable>();
  made->name = std::move(name);
  made->subject = subject;
  made->id = static_cast<int>(site.framework.variables.size());
  site.framework.variables.push_back(std::move(made));
  return site.framework.variables.back().get();
}

ExprPtr make(Op op, Type type, Span span) {
  auto made = std::make_unique<Expr>();
  made->op = op;
  made->type = std::move(type);
  made->span = span;
  return made;
}

ExprPtr make_const(Value value, Type type, Span span) {
  ExprPtr made = make(Op::kConst, std::move(type), span);
  made->value = std::move(value);
  return made;
}

ExprPtr poison(Span span) { return make(Op::kPoison, {}, span); }

bool is_poison(const ExprPtr& expr) { return !expr || expr->op == Op::kPoison; }

ExprPtr clone(const Expr& expr) {
  auto made = std::make_unique<Expr>();
  made->op = expr.op;
  made->type = expr.type;
  made->span = expr.span;
  made->value = expr.value;
  made->variable = expr.variable;
  made->field = expr.field;
  made->let = expr.let;
  made->parameter = expr.parameter;
  made->flag = expr.flag;
  made->collection = expr.collection;
  made->episodes = expr.episodes;
  made->population = expr.population;
  made->members = expr.members;
  made->table = expr.table;
  made->column = expr.column;
  made->pick = expr.pick;
  made->window = expr.window;
  made->known = expr.known;
  made->in_every_council = expr.in_every_council;
  made->in_all = expr.in_all;
  made->by_birthdays = expr.by_birthdays;
  made->round_up = expr.round_up;
  made->months = expr.months;
  made->days_per_year = expr.days_per_year;
  made->plain = expr.plain;
  for (const ExprPtr& arg : expr.args) made->args.push_back(arg ? clone(*arg) : nullptr);
  for (const Key& key : expr.keys) {
    Key copy;
    copy.kind = key.kind;
    copy.pick = key.pick;
    copy.unknown_first = key.unknown_first;
    copy.column = key.column;
    copy.value = key.value ? clone(*key.value) : nullptr;
    copy.span = key.span;
    made->keys.push_back(std::move(copy));
  }
  return made;
}

Type type_of(Base base) {
  Type type;
  type.base = base;
  return type;
}

bool is_date_like(const Type& type) { return type.base == Base::kDate; }
bool is_numeric(const Type& type) {
  return type.base == Base::kNumber || type.base == Base::kDecimal;
}

std::string describe(const Type& type) {
  switch (type.base) {
    case Base::kNothing: return "nothing known";
    case Base::kBool: return "a yes or no";
    case Base::kNumber: return type.unit.empty() ? "a whole number" : "a number of " + type.unit;
    case Base::kDecimal: return type.unit.empty() ? "a number" : "a number of " + type.unit;
    case Base::kDate: return "a date";
    case Base::kDays: return "a number of days";
    case Base::kText: return "a text";
    case Base::kCode: return type.list ? "a value of `" + type.list->name + "`" : "a code";
    case Base::kSpan: return "a span of days";
    case Base::kSet: return "a set";
    case Base::kRecord: return "a record";
    case Base::kStepName: return "the name of a case";
  }
  return "something else";
}

namespace {

// Writes an expression so that two that ask the same are the same text, whatever their bound records
// are called. `bound` holds the variables bound inside it.
void write_shape(const Expr& expr, std::vector<const Variable*>& bound, std::string& into) {
  into += std::to_string(static_cast<int>(expr.op)) + "(";
  if (expr.variable) {
    const auto found = std::find(bound.rbegin(), bound.rend(), expr.variable);
    const bool binds = expr.op == Op::kWhere || expr.op == Op::kWith;
    if (found != bound.rend()) {
      into += "#" + std::to_string(found - bound.rbegin());
    } else if (!binds) {
      into += "@" + std::to_string(expr.variable->id);
    }
  }
  if (expr.field) into += expr.field->name;
  if (expr.let) into += "let " + expr.let->name;
  if (expr.parameter) into += "parameter " + expr.parameter->name;
  if (expr.flag) into += "flag " + expr.flag->name;
  if (expr.collection) into += expr.collection->name;
  if (expr.episodes) into += expr.episodes->name;
  if (expr.population) into += expr.population->name;
  if (expr.op == Op::kConst) {
    into += std::to_string(static_cast<int>(expr.value.state)) + ":" +
            std::to_string(expr.value.whole) + ":" + expr.value.decimal.to_text() + ":" +
            expr.value.text;
  }
  for (const bool member : expr.members) into += member ? '1' : '0';
  into += " " + std::to_string(expr.column) + std::to_string(static_cast<int>(expr.pick)) +
          std::to_string(static_cast<int>(expr.window)) + std::to_string(expr.months) +
          (expr.in_every_council ? "e" : "") + (expr.in_all ? "a" : "") + (expr.known ? "k" : "");
  const bool binds = expr.variable && expr.args.size() >= 2 &&
                     (expr.op == Op::kWhere || expr.op == Op::kExtreme || expr.op == Op::kBest ||
                      expr.op == Op::kThe || expr.op == Op::kTotal || expr.op == Op::kCountDifferent);
  for (std::size_t at = 0; at < expr.args.size(); ++at) {
    const bool inside = binds && at == 1;
    if (inside) bound.push_back(expr.variable);
    write_shape(*expr.args[at], bound, into);
    if (inside) bound.pop_back();
  }
  for (const Key& key : expr.keys) {
    bound.push_back(expr.variable);
    into += "key" + std::to_string(static_cast<int>(key.kind)) + std::to_string(static_cast<int>(key.pick));
    if (key.value) write_shape(*key.value, bound, into);
    bound.pop_back();
  }
  into += ")";
}

}  // namespace

std::string shape_of(const Expr& expr) {
  std::string shape;
  std::vector<const Variable*> bound;
  write_shape(expr, bound, shape);
  return shape;
}

std::optional<std::string> key_of(const Expr& expr) {
  const std::string of = expr.variable ? "@" + std::to_string(expr.variable->id) : "";
  switch (expr.op) {
    case Op::kField: return expr.field->name + of;
    case Op::kLet: return "let " + expr.let->name + of;
    case Op::kFact: return "fact " + expr.let->name + of;
    case Op::kEpisodeStart: return "start" + of;
    case Op::kEpisodeEnd: return "end" + of;
    case Op::kWiden: return key_of(*expr.args[0]);
    case Op::kScore: {
      const auto code = key_of(*expr.args[0]);
      if (!code) return std::nullopt;
      return *code + " column " + std::to_string(expr.column);
    }
    case Op::kWhere: return shape_of(expr);
    default: return std::nullopt;
  }
}

std::string written(const Site& site, Span span) {
  if (!site.sources || span.end <= span.begin) return "value";
  std::string text(site.sources->file(span.file).text(span));
  std::string folded;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (space && (folded.empty() || folded.back() == ' ')) continue;
    folded += space ? ' ' : c;
  }
  if (folded.size() > 60) folded = folded.substr(0, 57) + "...";
  return folded;
}

namespace {

// A test that is unknown whenever an operand is: once it has an answer, its operands are known.
bool is_strict(Op op) {
  switch (op) {
    case Op::kIs:
    case Op::kInGroup:
    case Op::kInValues:
    case Op::kInRange:
    case Op::kLess:
    case Op::kLessOrEqual:
    case Op::kMore:
    case Op::kMoreOrEqual:
    case Op::kStartsWith:
    case Op::kOverlaps:
    case Op::kInside:
    case Op::kWithin:
    case Op::kAge:
    case Op::kAdd:
    case Op::kSubtract:
    case Op::kMultiply:
    case Op::kDivide:
    case Op::kNegative:
    case Op::kConcat:
    case Op::kYear:
    case Op::kMonthLength:
    case Op::kShift:
    case Op::kScore:
    case Op::kWiden: return true;
    default: return false;
  }
}

void learn_known(const Expr& expr, Knowledge& known) {
  if (const auto key = key_of(expr)) known.insert(*key);
  if (is_strict(expr.op)) {
    for (const ExprPtr& arg : expr.args) learn_known(*arg, known);
  }
}

}  // namespace

void learn(const Expr& condition, bool truth, Knowledge& known) {
  switch (condition.op) {
    case Op::kNot: learn(*condition.args[0], !truth, known); return;
    case Op::kAnd:
      if (truth) {
        for (const ExprPtr& arg : condition.args) learn(*arg, true, known);
      }
      return;
    case Op::kOr:
      if (!truth) {
        for (const ExprPtr& arg : condition.args) learn(*arg, false, known);
      }
      return;
    case Op::kIsKnown:
      if (truth) learn_known(*condition.args[0], known);
      return;
    case Op::kIsNone:
      if (!truth) {
        if (const auto key = key_of(*condition.args[0])) known.insert("notnone:" + *key);
      }
      return;
    case Op::kAny:
      if (truth) {
        if (const auto key = key_of(*condition.args[0])) known.insert("nonempty:" + *key);
      }
      return;
    case Op::kNoneOf:
      if (!truth) {
        if (const auto key = key_of(*condition.args[0])) known.insert("nonempty:" + *key);
      }
      return;
    case Op::kField:
    case Op::kLet:
    case Op::kFact: learn_known(condition, known); return;
    default: break;
  }
  if (!is_strict(condition.op)) return;
  for (const ExprPtr& arg : condition.args) {
    learn_known(*arg, known);
    // None fits no test, so what fits one is not none.
    if (truth && condition.op != Op::kIs) {
      if (const auto key = key_of(*arg)) known.insert("notnone:" + *key);
    }
    if (truth && condition.op == Op::kIs) {
      const bool other_none = condition.args[1]->op == Op::kConst &&
                              condition.args[1]->value.state == Value::State::kNone;
      if (!other_none) {
        if (const auto key = key_of(*condition.args[0])) known.insert("notnone:" + *key);
      }
    }
  }
}

void carry_knowledge(const Expr& set, const Variable& record, Knowledge& known) {
  if (set.op == Op::kWith) carry_knowledge(*set.args[0], record, known);
  if (set.op == Op::kLet && set.let->value) carry_knowledge(*set.let->value, record, known);
  if (set.op != Op::kWhere) return;
  carry_knowledge(*set.args[0], record, known);
  Knowledge asked;
  learn(*set.args[1], true, asked);
  const std::string mark = "@" + std::to_string(set.variable->id);
  for (const std::string& key : asked.own()) {
    const auto at = key.find(mark);
    if (at == std::string::npos || at + mark.size() != key.size()) continue;
    known.insert(key.substr(0, at) + "@" + std::to_string(record.id));
  }
}

std::vector<std::string> nearest_names(const std::string& name,
                                       const std::vector<std::string>& candidates) {
  const auto distance = [](const std::string& a, const std::string& b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
      std::size_t corner = row[0];
      row[0] = i;
      for (std::size_t j = 1; j <= b.size(); ++j) {
        const std::size_t above = row[j];
        row[j] = std::min({row[j] + 1, row[j - 1] + 1, corner + (a[i - 1] == b[j - 1] ? 0U : 1U)});
        corner = above;
      }
    }
    return row[b.size()];
  };
  std::vector<std::pair<std::size_t, std::string>> near;
  for (const std::string& candidate : candidates) {
    if (std::max(name.size(), candidate.size()) > kLongestCompared) continue;
    const std::size_t apart = distance(name, candidate);
    if (apart <= 3 && apart * 2 <= std::max(name.size(), candidate.size())) {
      near.emplace_back(apart, candidate);
    }
  }
  std::sort(near.begin(), near.end());
  near.erase(std::unique(near.begin(), near.end()), near.end());
  std::vector<std::string> names;
  for (const auto& [apart, candidate] : near) {
    if (names.size() < 3) names.push_back(candidate);
  }
  return names;
}

bool Damage::is_in(Span declaration) const {
  return std::any_of(mistakes.begin(), mistakes.end(), [&](Span mistake) {
    return mistake.file == declaration.file && mistake.begin >= declaration.begin &&
           mistake.begin <= declaration.end;
  });
}

bool is_lost(const Site& site, const std::string& name) {
  return site.damage && site.damage->lost.contains(name);
}

bool is_damaged(const Site& site, Span declaration) {
  return site.damage && site.damage->is_in(declaration);
}

void report_lacking(Site& site, Span at, const std::string& what) {
  if (is_damaged(site, site.measure->span)) return;
  site.sink.add(diagnostics::diagnose(at, errors::measure_lacks, site.measure->name, what));
}

void report_unknown_name(Site& site, const syntax::Name& name, const std::string& wanted,
                         const std::vector<std::string>& candidates) {
  if (is_lost(site, name.text)) return;
  // Among thousands of mistakes nobody looks for the nearest name, and finding it takes its time.
  const bool is_one_of_many = site.sink.all().size() > kMostAdvised;
  auto error = diagnostics::diagnose(name.span, errors::unknown_name, name.text, wanted);
  for (const std::string& near :
       is_one_of_many ? std::vector<std::string>{} : nearest_names(name.text, candidates)) {
    error.fix(diagnostics::Confidence::kMaybe, "the nearest name here", {{name.span, near}});
  }
  site.sink.add(std::move(error));
}

}  // namespace assize::check
