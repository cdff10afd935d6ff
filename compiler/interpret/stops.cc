// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "compiler/interpret/evaluation.h"
#include "compiler/interpret/messages.h"
#include "compiler/interpret/values.h"

namespace assize::interpret {

bool Stop::comes_before(const Stop& other) const {
  if (council != other.council) return council < other.council;
  if (std::lexicographical_compare(key.begin(), key.end(), other.key.begin(), other.key.end(),
                                   &interpret::comes_before)) {
    return true;
  }
  if (std::lexicographical_compare(other.key.begin(), other.key.end(), key.begin(), key.end(),
                                   &interpret::comes_before)) {
    return false;
  }
  return message < other.message;
}

void Evaluation::stop_at(const std::string& place, const Item& item, const File* file) {
  Item shown = item;
  if (item.episode != nullptr) {
    // An episode is named by the first of its records.
    shown = *std::min_element(
        item.episode->records.begin(), item.episode->records.end(),
        [&](const Item& a, const Item& b) {
          const std::vector<Value> a_key = key_of(a);
          const std::vector<Value> b_key = key_of(b);
          return std::lexicographical_compare(a_key.begin(), a_key.end(), b_key.begin(),
                                              b_key.end(), &comes_before);
        });
  }
  Stop stop;
  stop.key = key_of(shown);
  std::uint32_t line = 0;
  std::string path;
  if (shown.records != nullptr) {
    if (!shown.records->council.empty()) stop.council = shown.records->council[shown.row];
    if (shown.row < shown.records->line.size()) line = shown.records->line[shown.row];
    path = shown.records->account.path;
  }
  if (stop.council < 0 && file != nullptr) stop.council = file->council;
  std::string council;
  if (stop.council >= 0) {
    council = setting_.inputs->councils[static_cast<std::size_t>(stop.council)].name;
  }
  stop.message = stop_message(place, council, line, path);
  keep_first(stop);
}

void Evaluation::keep_first(const std::optional<Stop>& stop) {
  if (stop && (!stop_ || stop->comes_before(*stop_))) stop_ = stop;
}

std::vector<Value> Evaluation::key_of(const Item& item) const {
  std::vector<Value> key;
  if (item.records != nullptr) {
    for (const check::Field* field : item.records->collection->unique) {
      key.push_back(cell_value(item, *field, *setting_.texts));
    }
  } else if (item.file != nullptr && item.file->person >= 0) {
    Value person = Value::of(Base::kText, 0);
    person.text = setting_.texts->text(item.file->person);
    key.push_back(person);
  }
  return key;
}

void Evaluation::note_unknown(const void* place, const Item& item) {
  if (setting_.attrition) places_.note(place, clause_, item);
}

void Evaluation::note_quiet_unknown(const void* place, const Item& item) {
  if (setting_.attrition) places_.note(place, "quiet, " + clause_, item);
}

void Evaluation::add_up(std::int64_t& sum, std::int64_t amount) {
  std::int64_t larger = 0;
  if (__builtin_add_overflow(sum, amount, &larger)) {
    beyond_limits_ = true;
  } else {
    sum = larger;
  }
}

void Evaluation::add_up(Rational& sum, const Rational& amount) {
  sum = sum + amount;
  if (sum.overflowed()) beyond_limits_ = true;
}

std::optional<columns::Failure> Evaluation::failure() const {
  if (beyond_limits_) {
    return beyond_64_bits(setting_.measure == nullptr ? "" : setting_.measure->name);
  }
  if (stop_) return stopped(stop_->message);
  return std::nullopt;
}

}  // namespace assize::interpret
