// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/bind/councils.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <unordered_map>

namespace assize::bind {
namespace {

// Whether something that lasts so holds a day. What is not known of an end does not part it from
// the day.
bool holds(std::int64_t from, std::int64_t to, std::int64_t day) {
  const bool has_begun =
      from == kUnknownCell || from == kNoneCell || (from != kOpenCell && from <= day);
  const bool has_not_ended = to == kUnknownCell || to == kNoneCell || to == kOpenCell || to >= day;
  return has_begun && has_not_ended;
}

std::string text_at(const check::Field& field, const Records& records, std::size_t row,
                    const TextPool& texts) {
  const Column& column = records.fields[static_cast<std::size_t>(field.index)];
  return key_text(field.type, column.at(row), texts).value_or("");
}

}  // namespace

void CouncilList::note(const std::string& column, const std::string& key, std::int32_t council) {
  if (key.empty()) return;
  const auto [found, is_new] = by_column_[column].try_emplace(check::fold(key), council);
  if (!is_new && found->second != council) found->second = -1;
}

CouncilList CouncilList::from_list(const check::Framework& framework, Records& records,
                                   RowLedger& ledger, const Asking& asking) {
  const check::Collection& list = *framework.areas;
  const std::int64_t last_day = asking.period.end;
  std::vector<std::int64_t> from(records.size, kUnknownCell);
  std::vector<std::int64_t> to(records.size, kOpenCell);
  if (list.lasts_from) from = row_values(*list.lasts_from, records, asking);
  if (list.lasts_to) to = row_values(*list.lasts_to, records, asking);
  std::vector<std::int64_t> keys(records.size, kUnknownCell);
  if (list.council_key) keys = row_values(*list.council_key, records, asking);
  const auto elsewhen = ledger.reason(
      AccountLine::Kind::kLeftOut, fmt::format("not there on {}", check::day_text(last_day)), "");
  const auto nameless = ledger.reason(AccountLine::Kind::kRefused, "names no council", "");
  CouncilList councils;
  records.council.assign(records.size, -1);
  for (std::size_t row = 0; row < records.size; ++row) {
    if (!ledger.is_in(row)) continue;
    if (!holds(from[row], to[row], last_day)) {
      ledger.take_out(row, elsewhen);
      continue;
    }
    const auto key =
        list.council_key ? key_text(list.council_key->type, keys[row], asking.texts) : std::nullopt;
    if (!key) {
      ledger.take_out(row, nameless);
      continue;
    }
    Council council{*key, *key, {}, {}};
    const auto index = static_cast<std::int32_t>(councils.councils_.size());
    councils.note("", *key, index);
    for (const auto& field : list.fields) {
      const std::string text = text_at(*field, records, row, asking.texts);
      if (field->name == "name" && !text.empty()) council.name = text;
      councils.note(field->name, text, index);
      const bool is_group = std::find(framework.areas_by.begin(), framework.areas_by.end(),
                                      field.get()) != framework.areas_by.end();
      if (field->type.base == check::Base::kText && !text.empty() && !is_group) {
        council.also.push_back(text);
      }
    }
    for (const check::Field* field : framework.areas_by) {
      council.by.push_back(text_at(*field, records, row, asking.texts));
    }
    councils.councils_.push_back(std::move(council));
    records.council[row] = index;
  }
  return councils;
}

std::int32_t CouncilList::find(const std::string& column, const std::string& key) {
  const std::string folded = check::fold(key);
  const auto& keys = by_column_[column];
  if (const auto found = keys.find(folded); found != keys.end()) return found->second;
  if (!takes_any_) return -1;
  // A council made for a test bears its name in every column.
  const auto index = static_cast<std::int32_t>(councils_.size());
  const auto [found, is_new] = by_column_[""].try_emplace(folded, index);
  if (is_new) {
    const std::size_t groups = councils_.empty() ? 0 : councils_[0].by.size();
    councils_.push_back({key, key, std::vector<std::string>(groups), {}});
  }
  return found->second;
}

std::vector<Council> CouncilList::sorted(std::vector<std::int32_t>& place) const {
  std::vector<std::size_t> order(councils_.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return councils_[a].key < councils_[b].key;
  });
  place.assign(councils_.size(), -1);
  std::vector<Council> councils;
  for (const std::size_t index : order) {
    place[index] = static_cast<std::int32_t>(councils.size());
    councils.push_back(councils_[index]);
  }
  return councils;
}

std::vector<std::int32_t> find_councils(const check::Collection& collection, const Records& records,
                                        CouncilList& councils, RowLedger& ledger,
                                        const Asking& asking) {
  const check::Expr& key = *collection.council_key;
  const std::string columns = columns_in(key);
  const auto nowhere =
      ledger.reason(AccountLine::Kind::kRefused,
                    fmt::format("{} names no council of the period", columns), columns);
  const auto values = row_values(key, records, asking);
  // Each key is looked up once.
  std::unordered_map<std::int64_t, std::int32_t> council_of;
  std::vector<std::int32_t> found(records.size, -1);
  std::int64_t last = kUnknownCell;
  std::int32_t last_council = -1;
  for (std::size_t row = 0; row < records.size; ++row) {
    if (!ledger.is_in(row)) continue;
    if (values[row] != last) {
      last = values[row];
      const auto [at, is_new] = council_of.try_emplace(last, -1);
      const auto text = is_new ? key_text(key.type, last, asking.texts) : std::nullopt;
      if (text) at->second = councils.find(collection.council_column, *text);
      last_council = at->second;
    }
    found[row] = last_council;
    if (last_council < 0) ledger.take_out(row, nowhere);
  }
  return found;
}

}  // namespace assize::bind
