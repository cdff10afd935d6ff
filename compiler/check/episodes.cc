// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

// Episodes and chains (language, 3.7).

#include <utility>

#include "compiler/check/errors.h"
#include "compiler/check/site.h"

namespace assize::check {

namespace {

// The type of an episode's first or last day: it is missing or open where the day of its records may be, and
// what its set has asked of them is known.
Type day_type(const Expr& set, const Expr& day, const Variable& record) {
  Type type = type_of(Base::kDate);
  type.may_be_unknown = day.type.may_be_unknown;
  type.may_be_none = day.type.may_be_none;
  type.may_be_open = day.type.may_be_open;
  Knowledge known;
  carry_knowledge(set, record, known);
  if (const auto key = key_of(day)) {
    if (known.contains(*key)) type.may_be_unknown = false;
    if (known.contains("notnone:" + *key)) type.may_be_none = false;
  }
  return type;
}

}  // namespace

Episodes* need_episodes(Site& site, const std::string& name) {
  EpisodesEntry& entry = site.episodes.at(name);
  if (entry.state == LetEntry::State::kDone) return entry.checked;
  if (entry.state == LetEntry::State::kOpen) {
    site.sink.add(diagnostics::diagnose(entry.text->name.span, errors::depends_on_itself, name));
    return nullptr;
  }
  const OpenName open(site, entry.text->name);
  if (open.is_too_deep()) return nullptr;
  entry.state = LetEntry::State::kOpen;
  const syntax::Episodes& text = *entry.text;
  auto made = std::make_unique<Episodes>();
  made->name = site.prefix + name;
  made->span = text.span;
  Scope scope;
  scope.known = site.base_knowledge;
  if (site.unit) scope.visible.push_back(site.unit);
  CheckedSet from;
  if (text.from) from = check_set(site, scope, *text.from);
  entry.state = LetEntry::State::kDone;
  if (!from.expr) return nullptr;
  const Collection* collection = from.expr->type.subject.collection;
  if (from.expr->type.subject.what != Subject::What::kRecord || !collection->lasts_from) {
    site.sink.add(diagnostics::diagnose(text.from->span, errors::collection_lacks,
                                        collection ? collection->name : std::string("of these"),
                                        "how long a record lasts (`lasts start to end`)"));
    return nullptr;
  }
  made->from = std::move(from.expr);
  made->record = make_variable(site, from.name, {Subject::What::kRecord, collection, nullptr});
  made->start_type = day_type(*made->from, *collection->lasts_from, *collection->record);
  made->end_type = day_type(*made->from, *collection->lasts_to, *collection->record);
  Scope asked = scope.inside(made->record);
  carry_knowledge(*made->from, *made->record, asked.known);
  const auto only = [&](const std::vector<syntax::ExprPtr>& texts, ExprPtr& into) {
    if (texts.empty()) return true;
    if (texts.size() > 1) {
      site.sink.add(diagnostics::diagnose(texts[1]->span, errors::clause_twice));
    }
    // Before a record joins, there is no end so far.
    asked.joining = &texts == &text.join_while ? made.get() : nullptr;
    into = check_filter(site, asked, *texts.front());
    return !is_poison(into);
  };
  if (!only(text.join_while, made->join_while) || !only(text.begin_when, made->begin_when) ||
      !only(text.stop_before, made->stop_before)) {
    return nullptr;
  }
  made->per_unit = made->begin_when != nullptr;
  // Without it each record would be an episode of its own, or none of them: it would have to be guessed.
  if (!made->join_while && site.measure) {
    report_lacking(site, text.name.span, "when a record joins the episode `" + name +
                                            "` (`join while start on or before the furthest end`)");
  }
  // The episode's own lets may name each other, so the entry is known before they are checked.
  Episodes* episodes = made.get();
  entry.checked = episodes;
  if (!site.measure) {
    site.sink.add(diagnostics::diagnose(text.span, errors::clauses_clash,
                                        "episodes are made in a measure"));
    return nullptr;
  }
  site.measure->episodes.push_back(std::move(made));
  episodes->episode = make_variable(site, name, {Subject::What::kEpisode, collection, episodes});
  for (const syntax::Let& let : text.lets) {
    auto checked = std::make_unique<Let>();
    checked->name = let.name.text;
    checked->of = Let::Of::kRecord;
    checked->record = episodes->episode;
    checked->span = let.span;
    check_let_body(site, scope.inside(episodes->episode), let, *checked);
    if (checked->type.base == Base::kNothing) continue;
    episodes->lets.push_back(std::move(checked));
  }
  return episodes;
}

}  // namespace assize::check
