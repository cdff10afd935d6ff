// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#include "compiler/explain/values.h"

#include <algorithm>

#include "compiler/interpret/values.h"

namespace assize::explain {
namespace {

using check::Op;

constexpr std::size_t kTextWidth = 70;

}  // namespace

void Values::note(const std::vector<Looked>& looked) {
  for (const Looked& each : looked) note(each);
}

void Values::note(const Looked& looked) {
  if (looked.let != nullptr && lets_.insert(looked.let).second) note(looked.let->parts);
  if (looked.expr->op == Op::kEpisodeSet) note_episodes(looked);
  note(looked.parts);
}

void Values::note_episodes(const Looked& looked) {
  for (const CutUp& cut : trace_.episodes) {
    if (cut.episodes != looked.expr->episodes) continue;
    const bool is_this = std::any_of(cut.made->begin(), cut.made->end(), [&](const auto& made) {
      return std::any_of(looked.members.begin(), looked.members.end(),
                         [&](const Item& member) { return member.episode == &made; });
    });
    if (is_this || (looked.members.empty() && cut.made->empty())) note_cut(cut);
  }
}

void Values::note(const interpret::Episode* episode) {
  for (const CutUp& cut : trace_.episodes) {
    for (const interpret::Episode& made : *cut.made) {
      if (&made == episode) note_cut(cut);
    }
  }
}

void Values::note_cut(const CutUp& cut) {
  if (episodes_.insert(&cut).second) note(cut.parts);
}

std::vector<ValueReason> Values::told(std::int32_t person) const {
  std::vector<ValueReason> told;
  for (const auto& episodes : measure_.episodes) {
    for (const CutUp& cut : trace_.episodes) {
      if (cut.episodes == episodes.get() && episodes_.contains(&cut)) {
        told.push_back(of_episodes(cut));
      }
    }
    tell_lets(episodes->lets, person, told);
  }
  tell_lets(measure_.lets, person, told);
  for (const check::Collection* collection : measure_.from)
    tell_lets(collection->lets, person, told);
  return told;
}

void Values::tell_lets(const std::vector<std::unique_ptr<check::Let>>& lets, std::int32_t person,
                       std::vector<ValueReason>& told) const {
  for (const auto& let : lets) {
    std::vector<const Worked*> alike;
    for (const Worked& worked : trace_.lets) {
      const bool is_hers = worked.file == nullptr || worked.file->person == person;
      if (worked.let == let.get() && is_hers && lets_.contains(&worked)) alike.push_back(&worked);
    }
    // Of records: by their lines.
    std::stable_sort(alike.begin(), alike.end(), [](const Worked* a, const Worked* b) {
      if (a->about.records == nullptr || b->about.records == nullptr) return false;
      return a->about.records->line[a->about.row] < b->about.records->line[b->about.row];
    });
    for (const Worked* worked : alike) told.push_back(of_let(*worked));
  }
}

ValueReason Values::of_let(const Worked& worked) const {
  const check::Let& let = *worked.let;
  ValueReason reason{.name = let.name,
                     .about = "",
                     .value = "",
                     .place = words_.place(let.span),
                     .cases = {},
                     .looked_at = {}};
  if (let.of == check::Let::Of::kRecord) reason.about = words_.thing(worked.about);
  const interpret::Answer& answer = *worked.answer;
  const Expr* gives = let.value != nullptr       ? let.value.get()
                      : worked.chosen != nullptr ? worked.chosen->gives.get()
                                                 : nullptr;
  if (let.type.base == check::Base::kSet) {
    reason.value = words_.counted_things(answer.items);
  } else if (gives != nullptr && answer.value.state == Value::State::kKnown &&
             words_.names_a_person(*gives)) {
    reason.value = kHiddenKey;
  } else {
    reason.value = words_.value(answer.value, let.type);
  }
  if (let.cases.empty()) {
    reason.looked_at = findings_.of_all(worked.parts, 0, worked.parts.size());
    // `sets` say themselves how they came about.
    if (reason.looked_at.size() == 1 && reason.looked_at.front().value == reason.value &&
        !reason.looked_at.front().parts.empty()) {
      std::vector<Finding> parts = std::move(reason.looked_at.front().parts);
      reason.looked_at = std::move(parts);
    }
    return reason;
  }
  reason.cases = cases_of(worked);
  return reason;
}

std::vector<CaseReason> Values::cases_of(const Worked& worked) const {
  std::vector<CaseReason> cases;
  const bool is_table = !worked.let->cases.empty() && worked.let->cases.front().name == "1";
  const std::string noun = is_table ? "row " : "case ";
  for (std::size_t i = 0; i < worked.tried.size(); ++i) {
    const Tried& tried = worked.tried[i];
    const bool is_chosen = tried.row == worked.chosen;
    const std::size_t end = is_chosen                     ? worked.parts.size()
                            : i + 1 < worked.tried.size() ? worked.tried[i + 1].parts_begin
                            : worked.chosen != nullptr    ? worked.chosen_begin
                                                          : worked.parts.size();
    CaseReason reason{.name = noun + tried.row->name,
                      .answer = "",
                      .place = words_.place(tried.row->span),
                      .looked_at = findings_.of_all(worked.parts, tried.parts_begin, end)};
    if (is_chosen) {
      reason.answer = tried.row->when == nullptr ? "chosen: its value is known" : "chosen";
    } else if (interpret::is_unknown(tried.holds)) {
      reason.answer = "unknown, so the next is tried";
    } else {
      reason.answer =
          tried.row->when == nullptr ? "its value is unknown, so the next is tried" : "no";
    }
    cases.push_back(std::move(reason));
  }
  const bool is_told = worked.chosen == nullptr ||
                       (!worked.tried.empty() && worked.tried.back().row == worked.chosen);
  if (!is_told) {
    cases.push_back(CaseReason{
        .name = worked.chosen->name == "otherwise" ? "otherwise" : noun + worked.chosen->name,
        .answer = "chosen",
        .place = words_.place(worked.chosen->span),
        .looked_at = findings_.of_all(worked.parts, worked.chosen_begin, worked.parts.size())});
  }
  return cases;
}

// From which records, and which condition joined each to the one before.
ValueReason Values::of_episodes(const CutUp& cut) const {
  Items made;
  for (const interpret::Episode& episode : *cut.made) made.push_back(Item::of_episode(episode));
  ValueReason reason{.name = cut.episodes->name,
                     .about = "",
                     .value = words_.counted_things(made),
                     .place = words_.place(cut.episodes->span),
                     .cases = {},
                     .looked_at = {}};
  if (cut.parts.empty()) return reason;
  reason.looked_at = findings_.of_set(cut.parts.front());
  for (const Looked& looked : cut.parts) {
    const bool is_begin = looked.expr == cut.episodes->begin_when.get();
    const bool is_join = looked.expr == cut.episodes->join_while.get();
    const bool is_stop = looked.expr == cut.episodes->stop_before.get();
    if (!is_begin && !is_join && !is_stop) continue;
    const std::string word = is_begin ? "begin when " : is_join ? "join while " : "stop before ";
    reason.looked_at.push_back(
        Finding{word + words_.source_of(*looked.expr, kTextWidth), words_.value_of(looked),
                looked.under ? words_.thing(*looked.under) : "", findings_.of(looked)});
  }
  for (const interpret::Episode& episode : *cut.made) {
    reason.looked_at.push_back(Finding{
        words_.span(episode.start, episode.end), words_.counted_things(episode.records), "", {}});
  }
  return reason;
}

}  // namespace assize::explain
