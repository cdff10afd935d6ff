// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <utility>

#include "compiler/interpret/evaluation.h"
#include "compiler/interpret/picks.h"
#include "compiler/interpret/values.h"

namespace assize::interpret {
namespace {

using check::Pick;

/// A record with its two days and its last resort, for taking records by start, then end.
struct Dated {
  Item record;
  Value start;
  Value end;
  std::vector<Value> last_resort;  // its unique fields; all of them, of a collection without a key
};

bool taken_before(const Dated& a, const Dated& b) {
  if (stands_before(a.start, b.start, Pick::kEarliest, false)) return true;
  if (stands_before(b.start, a.start, Pick::kEarliest, false)) return false;
  if (stands_before(a.end, b.end, Pick::kEarliest, false)) return true;
  if (stands_before(b.end, a.end, Pick::kEarliest, false)) return false;
  return std::lexicographical_compare(a.last_resort.begin(), a.last_resort.end(),
                                      b.last_resort.begin(), b.last_resort.end(), &comes_before);
}

std::vector<Value> last_resort_of(const Item& record, const bind::TextPool& texts) {
  const check::Collection& collection = *record.records->collection;
  std::vector<Value> values;
  for (const check::Field* field : collection.unique)
    values.push_back(cell_value(record, *field, texts));
  if (!values.empty()) return values;
  for (const auto& field : collection.fields) values.push_back(cell_value(record, *field, texts));
  return values;
}

}  // namespace

Items Evaluation::episodes_of(const check::Episodes& episodes, Scope& scope) {
  if (episodes.per_unit && scope.unit == nullptr) return {};
  if (scope.file == nullptr) return {};
  Memo& memo = episodes.per_unit ? scope.unit->memo : scope.file->memo;
  auto found = memo.episodes.find(&episodes);
  if (found == memo.episodes.end()) {
    Scope inner = episodes.per_unit ? scope_of(*scope.unit) : Scope(scope.file);
    const Clause clause(*this, episodes.name);
    const std::optional<Stop> before = std::exchange(stop_, std::nullopt);
    if (setting_.observer != nullptr) setting_.observer->opens_episodes(episodes);
    Chain made{.episodes = cut_into_episodes(episodes, inner), .stop = std::nullopt};
    made.stop = std::exchange(stop_, before);
    found = memo.episodes.emplace(&episodes, std::move(made)).first;
    if (setting_.observer != nullptr) {
      setting_.observer->closes_episodes(episodes, found->second.episodes);
    }
  }
  keep_first(found->second.stop);
  Items items;
  for (const Episode& episode : found->second.episodes) items.push_back(Item::of_episode(episode));
  return items;
}

std::deque<Episode> Evaluation::cut_into_episodes(const check::Episodes& episodes, Scope& scope) {
  std::vector<Dated> taken;
  for (const Item& record : set_of(*episodes.from, scope)) {
    const check::Collection& collection = *record.records->collection;
    const Bound bound(scope, collection.record, record);
    taken.push_back({record, value_of(*collection.lasts_from, scope),
                     value_of(*collection.lasts_to, scope),
                     last_resort_of(record, *setting_.texts)});
  }
  std::stable_sort(taken.begin(), taken.end(), &taken_before);

  const auto fits = [&](const check::ExprPtr& condition, const Dated& dated) {
    const Bound bound(scope, episodes.record, dated.record);
    const Value value = value_of(*condition, scope);
    if (is_unknown(value)) note_quiet_unknown(condition.get(), dated.record);
    return is_yes(value);
  };

  // Nothing that starts on or after the day of the first record that fits `stop before` is taken.
  if (episodes.stop_before != nullptr) {
    const auto stop = std::find_if(taken.begin(), taken.end(), [&](const Dated& dated) {
      return fits(episodes.stop_before, dated);
    });
    if (stop != taken.end()) {
      const Value day = stop->start;
      std::erase_if(taken, [&](const Dated& dated) {
        return !stands_before(dated.start, day, Pick::kEarliest, false);
      });
    }
  }

  std::deque<Episode> made;
  EpisodeSoFar so_far;
  for (const Dated& dated : taken) {
    bool joins = false;
    if (!made.empty() && episodes.join_while != nullptr) {
      scope.so_far = &so_far;
      joins = fits(episodes.join_while, dated);
      scope.so_far = nullptr;
    }
    if (!joins) {
      if (episodes.begin_when != nullptr) {
        // One to a unit: it is begun by the first record or not at all, and ends at the first gap.
        if (!made.empty() || !fits(episodes.begin_when, dated)) break;
      }
      made.push_back({.start = dated.start, .end = dated.end, .records = {}});
      so_far.furthest_end = dated.end;
    }
    Episode& episode = made.back();
    episode.records.push_back(dated.record);
    so_far.furthest_end = extreme_of({so_far.furthest_end, dated.end}, Pick::kLatest);
    so_far.previous_end = dated.end;
    episode.end = so_far.furthest_end;
  }
  return made;
}

}  // namespace assize::interpret
