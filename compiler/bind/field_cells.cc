// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/bind/field_cells.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <unordered_map>

namespace assize::bind {
namespace {

// Values in no list that are named one by one; a column of the wrong kind has millions.
constexpr std::size_t kUnlistedShown = 50;

// The notes of one field, each said once.
class Notes {
 public:
  std::uint16_t number_of(const CellValue& value) {
    if (!value.note) return 0;
    const auto next = static_cast<std::uint16_t>(notes_.size() + 1);
    const auto [found, is_new] = number_of_.try_emplace(*value.note, next);
    if (is_new) notes_.push_back(*value.note);
    return found->second;
  }
  std::vector<CellNote> take() { return std::move(notes_); }

 private:
  std::map<CellNote, std::uint16_t> number_of_;
  std::vector<CellNote> notes_;
};

bool is_about_unlisted(const CellNote& note) {
  return note.reason.find("\" is in no list") != std::string::npos;
}

// Leaves the most frequent values that are in no list, and says the others in one line. Of equally
// frequent ones those that sort first stay, so that the order of rows does not show.
void gather_rare(std::vector<CellValue>& values, const std::vector<std::uint64_t>& counts,
                 const std::string& columns) {
  std::map<CellNote, std::uint64_t> count_of;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (values[i].note && is_about_unlisted(*values[i].note))
      count_of[*values[i].note] += counts[i];
  }
  if (count_of.size() <= kUnlistedShown) return;
  std::vector<std::pair<CellNote, std::uint64_t>> by_count(count_of.begin(), count_of.end());
  std::stable_sort(by_count.begin(), by_count.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  std::map<CellNote, bool> is_rare;
  for (std::size_t i = kUnlistedShown; i < by_count.size(); ++i) is_rare[by_count[i].first] = true;
  for (CellValue& value : values) {
    if (!value.note || !is_rare.contains(*value.note)) continue;
    value.note->reason =
        fmt::format("{}: {} further values are in no list", columns, is_rare.size());
    value.note->nearest.clear();
  }
}

// Writes what the distinct values mean into every row. `codes` index `values`.
FieldCells spread(const std::vector<CellValue>& values, const std::vector<std::int32_t>& codes) {
  FieldCells field;
  std::vector<std::int64_t> cells;
  std::vector<std::uint16_t> note_of_value;
  Notes notes;
  for (const CellValue& value : values) {
    cells.push_back(value.cell);
    note_of_value.push_back(notes.number_of(value));
  }
  field.column = Column::narrowest(cells, codes);
  const bool has_symbols = std::any_of(values.begin(), values.end(), [](const CellValue& value) {
    return value.symbol.has_value();
  });
  for (std::size_t row = 0; has_symbols && row < codes.size(); ++row) {
    const CellValue& value = values[static_cast<std::size_t>(codes[row])];
    if (value.symbol) field.column.symbols[row] = *value.symbol;
  }
  field.notes = notes.take();
  if (field.notes.empty()) return field;
  field.note_of.reserve(codes.size());
  for (const std::int32_t code : codes) {
    field.note_of.push_back(note_of_value[static_cast<std::size_t>(code)]);
  }
  return field;
}

// Every code one higher, so that a blank is 0; counts how often each stands.
std::vector<std::uint64_t> make_room_for_blank(std::vector<std::int32_t>& codes,
                                               std::size_t texts) {
  std::vector<std::uint64_t> counts(texts + 1);
  for (std::int32_t& code : codes) ++counts[static_cast<std::size_t>(++code)];
  return counts;
}

FieldCells read_texts(CellReader& reader, columns::RawColumn& raw) {
  std::vector<std::int32_t> codes = std::move(raw.codes);
  const columns::TextList texts = std::move(raw.texts);
  const auto counts = make_room_for_blank(codes, texts.size());
  std::vector<CellValue> values;
  values.reserve(texts.size() + 1);
  // Without a blank cell, what blank would mean is not to be noted.
  values.push_back(counts[0] > 0 ? reader.blank() : CellValue{});
  for (std::size_t i = 0; i < texts.size(); ++i) values.push_back(reader.text(texts[i]));
  gather_rare(values, counts, reader.columns());
  return spread(values, codes);
}

FieldCells read_numbers(CellReader& reader, columns::RawColumn& raw) {
  FieldCells field;
  Notes notes;
  std::vector<std::int64_t> cells = std::move(raw.numbers);
  std::map<std::size_t, check::Symbol::Status> symbols;
  for (std::size_t row = 0; row < cells.size(); ++row) {
    std::int64_t& cell = cells[row];
    const bool is_plain = cell > columns::kOtherText && cell != kOpenCell;
    if (is_plain) continue;
    const CellValue value = cell == columns::kBlankNumber ? reader.blank()
                            : cell == columns::kOtherText
                                ? reader.text(raw.others.at(static_cast<std::uint32_t>(row)))
                                : reader.number(cell);
    cell = value.cell;
    if (value.symbol) symbols[row] = *value.symbol;
    if (const std::uint16_t note = notes.number_of(value); note > 0) {
      field.note_of.resize(cells.size());
      field.note_of[row] = note;
    }
  }
  field.column = Column::narrowest(cells);
  field.column.symbols = std::move(symbols);
  field.notes = notes.take();
  return field;
}

// A day in parts: each distinct pair of year and month is looked at once. Any blank part makes it
// blank.
FieldCells read_day_in_parts(CellReader& reader, const std::vector<columns::RawColumn*>& raw) {
  std::vector<CellValue> values = {reader.blank()};
  std::unordered_map<std::uint64_t, std::int32_t> code_of;
  const std::size_t rows = raw[0]->codes.size();
  std::vector<std::int32_t> codes(rows);
  bool has_blank = false;
  std::uint64_t last_key = 0;
  std::int32_t last_code = -1;
  for (std::size_t row = 0; row < rows; ++row) {
    std::uint64_t key = 0;
    bool is_blank = false;
    for (const columns::RawColumn* part : raw) {
      is_blank = is_blank || part->codes[row] < 0;
      key = key * (part->texts.size() + 1) + static_cast<std::uint64_t>(part->codes[row] + 1);
    }
    if (is_blank) {
      has_blank = true;
      continue;
    }
    if (last_code < 0 || key != last_key) {
      const auto [found, is_new] =
          code_of.try_emplace(key, static_cast<std::int32_t>(values.size()));
      if (is_new) {
        std::vector<std::string_view> parts;
        for (const columns::RawColumn* part : raw) {
          parts.push_back(part->texts[static_cast<std::size_t>(part->codes[row])]);
        }
        values.push_back(reader.day_in_parts(parts));
      }
      last_key = key;
      last_code = found->second;
    }
    codes[row] = last_code;
  }
  if (!has_blank) values[0] = {};
  for (columns::RawColumn* part : raw) *part = {};
  return spread(values, codes);
}

}  // namespace

FieldCells read_field(const check::Field& field, const check::Collection& collection,
                      std::vector<columns::RawColumn*> raw, TextPool& texts) {
  CellReader reader(field, collection, texts);
  if (raw.size() > 1) return read_day_in_parts(reader, raw);
  FieldCells cells =
      raw[0]->holds_numbers ? read_numbers(reader, *raw[0]) : read_texts(reader, *raw[0]);
  cells.column.decimals = reader.decimals();
  return cells;
}

}  // namespace assize::bind
