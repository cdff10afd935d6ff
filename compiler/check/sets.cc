// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

// Sets of records and episodes: whose they are, `where`, `with`, `as` (language, 3.2 and 3.5).

#include <algorithm>
#include <utility>

#include "compiler/check/errors.h"
#include "compiler/check/site.h"

namespace assize::check {

using syntax::ExprKind;

namespace {

std::string natural_name(const Subject& subject) {
  if (subject.what == Subject::What::kEpisode) return subject.episodes->name;
  return subject.collection ? subject.collection->singular : std::string();
}

CheckedSet named(ExprPtr expr) {
  std::string name = natural_name(expr->type.subject);
  return {std::move(expr), std::move(name)};
}

const Collection* collection_of_plural(const Site& site, const std::string& plural) {
  if (site.collection && site.collection->plural == plural) return site.collection;
  for (const Collection* collection : site.from) {
    if (collection->plural == plural) return collection;
  }
  return nullptr;
}

std::vector<std::string> plurals(const Site& site) {
  std::vector<std::string> names;
  if (site.collection) names.push_back(site.collection->plural);
  for (const Collection* collection : site.from) names.push_back(collection->plural);
  for (const auto& [name, entry] : site.populations) names.push_back(name);
  return names;
}

ExprPtr records_of(Op op, const Collection& collection, Span span) {
  Type type = type_of(Base::kSet);
  type.subject = {Subject::What::kRecord, &collection, nullptr};
  ExprPtr made = make(op, type, span);
  made->collection = &collection;
  return made;
}

CheckedSet check_population_set(const NamedPopulation* population, bool all, Span span) {
  if (!population) return {};
  Type type = type_of(Base::kSet);
  type.subject = {Subject::What::kRecord, population->collection, nullptr};
  ExprPtr made = make(Op::kNamedPopulation, type, span);
  made->population = population;
  made->in_all = all;
  return named(std::move(made));
}

// `their events`, `their events in every council`, `all estimates`.
CheckedSet check_own(Site& site, const Scope& scope, const syntax::Expr& text) {
  const syntax::Name& name = text.path.names.front();
  const bool all = text.kind == ExprKind::kAll;
  if (all && !scope.all_allowed) {
    site.sink.add(diagnostics::diagnose(text.span, errors::wrong_type,
                                        "`all " + name.text + "`", "everybody's records",
                                        "the file's own (`their " + name.text + "`)")
                      .note("`all` stands only after `over`"));
    return {};
  }
  if (text.path.names.size() == 2) {
    return check_population_set(borrowed_population(site, text.path), all, text.span);
  }
  if (site.populations.contains(name.text)) {
    return check_population_set(need_population(site, name.text), all, text.span);
  }
  const Collection* collection = collection_of_plural(site, name.text);
  if (!collection) {
    report_unknown_name(site, name, "the plural of a collection in `from`, or a named population",
                        plurals(site));
    return {};
  }
  ExprPtr made = records_of(all ? Op::kAllRecords : Op::kFileRecords, *collection, text.span);
  made->in_every_council = text.in_every_council;
  return named(std::move(made));
}

CheckedSet check_set_path(Site& site, const Scope& scope, const syntax::Expr& text) {
  const syntax::Path& path = text.path;
  const std::string& first = path.names.front().text;
  if (path.names.size() == 1 && scope.bare_plural_allowed) {
    if (const Collection* collection = collection_of_plural(site, first)) {
      return named(records_of(Op::kAllRecords, *collection, text.span));
    }
  }
  if (path.names.size() == 1 && site.populations.contains(first)) {
    site.sink.add(diagnostics::diagnose(text.span, errors::whose_records, first)
                      .fix(diagnostics::Confidence::kMaybe, "the file's own",
                           {{{text.span.file, text.span.begin, text.span.begin}, "their "}}));
    return {};
  }
  const bool is_episodes = site.episodes.contains(first);
  const bool bound = std::any_of(scope.visible.begin(), scope.visible.end(),
                                 [&](const Variable* seen) { return seen->name == first; });
  if (is_episodes && (path.names.size() == 1 || !bound)) {
    const Episodes* episodes = need_episodes(site, first);
    if (!episodes) return {};
    Type type = type_of(Base::kSet);
    type.subject = {Subject::What::kEpisode, episodes->from->type.subject.collection, episodes};
    ExprPtr made = make(Op::kEpisodeSet, type, text.span);
    made->episodes = episodes;
    if (path.names.size() == 1) return named(std::move(made));
    if (path.names.size() == 2 && path.names[1].text == "records") {
      Type records = type_of(Base::kSet);
      records.subject = {Subject::What::kRecord, type.subject.collection, nullptr};
      ExprPtr all = make(Op::kEpisodeRecords, records, text.span);
      all->args.push_back(std::move(made));
      return named(std::move(all));
    }
    report_unknown_name(site, path.names[1], "`records`, or one episode of the population,",
                        {"records"});
    return {};
  }
  if (path.names.size() == 1 && site.collection == nullptr && first == "people") {
    site.sink.add(diagnostics::diagnose(text.span, errors::wrong_type, "`people`",
                                        "the unit of a population", "a set of records"));
    return {};
  }
  ExprPtr value = check_path(site, scope, path, {});
  if (is_poison(value)) return {};
  if (value->type.base != Base::kSet) {
    site.sink.add(diagnostics::diagnose(text.span, errors::wrong_type,
                                        "`" + written(site, text.span) + "`",
                                        describe(value->type), "a set of records or episodes"));
    return {};
  }
  return named(std::move(value));
}

}  // namespace

CheckedSet check_set_for(Site& site, const Scope& scope, const syntax::Expr& text,
                         const Variable** unit) {
  switch (text.kind) {
    case ExprKind::kBrackets: return check_set_for(site, scope, *text.args[0], unit);
    case ExprKind::kTheir:
    case ExprKind::kAll: {
      CheckedSet set = check_own(site, scope, text);
      return set;
    }
    case ExprKind::kPath: return check_set_path(site, scope, text);
    case ExprKind::kAs: {
      CheckedSet set = check_set_for(site, scope, *text.args[0], nullptr);
      if (set.expr) set.name = text.path.names.front().text;
      return set;
    }
    case ExprKind::kWhere: {
      CheckedSet set = check_set_for(site, scope, *text.args[0], nullptr);
      if (!set.expr) return set;
      const Variable* variable = make_variable(site, set.name, set.expr->type.subject);
      if (unit) *unit = variable;
      Scope inside = scope.inside(variable);
      carry_knowledge(*set.expr, *variable, inside.known);
      ExprPtr condition = check_filter(site, inside, *text.args[1]);
      if (is_poison(condition)) return {};
      ExprPtr made = make(Op::kWhere, set.expr->type, text.span);
      made->variable = variable;
      made->args.push_back(std::move(set.expr));
      made->args.push_back(std::move(condition));
      return {std::move(made), set.name};
    }
    case ExprKind::kWith: {
      CheckedSet set = check_set_for(site, scope, *text.args[0], nullptr);
      if (!set.expr) return set;
      const Variable* variable = make_variable(site, set.name, set.expr->type.subject);
      ExprPtr made = make(Op::kWith, set.expr->type, text.span);
      made->variable = variable;
      Scope inside = scope.inside(variable);
      carry_knowledge(*set.expr, *variable, inside.known);
      made->keys = check_keys(site, inside, text.keys);
      made->args.push_back(std::move(set.expr));
      return {std::move(made), set.name};
    }
    default: break;
  }
  ExprPtr value = check_value(site, scope, text);
  if (is_poison(value)) return {};
  site.sink.add(diagnostics::diagnose(text.span, errors::wrong_type,
                                      "`" + written(site, text.span) + "`", describe(value->type),
                                      "a set of records or episodes"));
  return {};
}

CheckedSet check_set(Site& site, const Scope& scope, const syntax::Expr& text) {
  return check_set_for(site, scope, text, nullptr);
}

bool is_nonempty(const Site& site, const Scope& scope, const Expr& set) {
  if (const auto key = key_of(set)) {
    if (scope.known.contains("nonempty:" + *key)) return true;
  }
  switch (set.op) {
    case Op::kFileRecords: return set.collection == site.main();
    case Op::kWith: return is_nonempty(site, scope, *set.args[0]);
    case Op::kEpisodeRecords: return set.variable != nullptr;
    case Op::kLet:
    case Op::kFact:
      return set.let->value && set.let->value->type.base == Base::kSet &&
             is_nonempty(site, scope, *set.let->value);
    default: return false;
  }
}

namespace {

// Fields that the conditions of a set fix to one value: `role is published_numerator`.
void fixed_fields(const Expr& set, std::vector<const Field*>& fixed) {
  if (set.op == Op::kLet && set.let->value) fixed_fields(*set.let->value, fixed);
  if (set.op == Op::kWith) fixed_fields(*set.args[0], fixed);
  if (set.op != Op::kWhere) return;
  fixed_fields(*set.args[0], fixed);
  const auto collect = [&](auto&& self, const Expr& condition) -> void {
    if (condition.op == Op::kAnd) {
      for (const ExprPtr& arg : condition.args) self(self, *arg);
    }
    if (condition.op == Op::kIs && condition.args[0]->op == Op::kField &&
        condition.args[1]->op == Op::kConst) {
      fixed.push_back(condition.args[0]->field);
    }
  };
  collect(collect, *set.args[1]);
}

bool own_records_only(const Expr& set) {
  if (set.op == Op::kFileRecords) return !set.in_every_council;
  if (set.op == Op::kLet && set.let->value) return own_records_only(*set.let->value);
  if (set.op == Op::kWith || set.op == Op::kWhere) return own_records_only(*set.args[0]);
  return false;
}

}  // namespace

// By `is VALUE` in its `where`s, or by the file, every unique field is fixed.
bool has_one_record_at_most(const Site& site, const Expr& set) {
  static_cast<void>(site);
  const Collection* collection = set.type.subject.collection;
  if (!collection || collection->unique.empty() ||
      set.type.subject.what != Subject::What::kRecord) {
    return false;
  }
  std::vector<const Field*> fixed;
  fixed_fields(set, fixed);
  if (own_records_only(set)) {
    for (const ExprPtr* key : {&collection->council_key, &collection->person_key}) {
      if (*key && (*key)->op == Op::kField) fixed.push_back((*key)->field);
    }
  }
  return std::all_of(collection->unique.begin(), collection->unique.end(), [&](const Field* field) {
    return std::find(fixed.begin(), fixed.end(), field) != fixed.end();
  });
}

}  // namespace assize::check
