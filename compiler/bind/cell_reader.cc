// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/bind/cell_reader.h"

#include <fmt/format.h>

#include <limits>

#include "compiler/check/period.h"
#include "runtime/columns/spelling.h"

namespace assize::bind {
namespace {

using check::Base;
using check::Field;
using check::Rational;
using check::Reading;
using Kind = AccountLine::Kind;

constexpr std::size_t kLongestShown = 80;

// A whole number, `12` or `12.0`, that a cell can hold.
std::optional<std::int64_t> whole(std::string_view text) {
  const auto number = Rational::parse(text);
  if (!number || number->overflowed() || !number->is_whole()) return std::nullopt;
  const std::int64_t value = number->floor();  // clamped to the bounds, which are refused
  if (value <= kNoneCell || value == kOpenCell) return std::nullopt;
  return value;
}

std::optional<std::int64_t> yes_or_no(std::string_view text) {
  const std::string plain = columns::folded(text);
  if (plain == "yes" || plain == "true" || plain == "1") return 1;
  if (plain == "no" || plain == "false" || plain == "0") return 0;
  return std::nullopt;
}

// `2024-04` with `on day 1`, or a whole day.
std::optional<std::int64_t> day(std::string_view text, const std::optional<int>& on_day) {
  if (on_day && text.size() == 7) return check::parse_day(fmt::format("{}-{:02}", text, *on_day));
  return check::parse_day(text);
}

std::string shown(std::string_view text) {
  const std::string_view plain = columns::trimmed(text);
  if (plain.size() <= kLongestShown) return std::string(plain);
  std::size_t end = kLongestShown;
  while ((static_cast<unsigned char>(plain[end]) & 0xC0U) == 0x80U) --end;  // no half character
  return std::string(plain.substr(0, end)) + "...";
}

}  // namespace

std::vector<std::string> columns_of(const Field& field) {
  return field.columns.empty() ? std::vector<std::string>{field.name} : field.columns;
}

CellReader::CellReader(const Field& field, const check::Collection& collection, TextPool& texts)
    : field_(field), collection_(collection), texts_(texts) {
  for (const std::string& column : columns_of(field)) {
    if (!columns_.empty()) columns_ += ", ";
    columns_ += column;
  }
}

std::int64_t CellReader::meaning_of_blank() const {
  switch (field_.blank) {
    case Field::Blank::kRefusesRow:
    case Field::Blank::kUnknown:
      return kUnknownCell;
    case Field::Blank::kNone:
      return kNoneCell;
    case Field::Blank::kOpen:
      return kOpenCell;
    case Field::Blank::kValue:
      return field_.blank_value;
  }
  return kUnknownCell;
}

CellValue CellReader::refused(std::string_view what) const {
  return {kUnknownCell, CellNote{Kind::kRefused, fmt::format("{} {}", columns_, what), ""},
          std::nullopt};
}

CellValue CellReader::blank() const {
  if (field_.blank == Field::Blank::kRefusesRow) return refused("is blank");
  return {meaning_of_blank(), std::nullopt, std::nullopt};
}

CellValue CellReader::unlisted(std::string_view text) const {
  std::vector<std::string> spellings;
  for (const check::CodeValue& value : field_.type.list->values) spellings.push_back(value.text);
  CellNote note;
  note.reason = fmt::format("{} \"{}\" is in no list", columns_, shown(text));
  note.nearest = columns::nearest_spelling(text, spellings).value_or("");
  const bool refuses = collection_.unlisted == check::Collection::Unlisted::kRefuseTheRow ||
                       field_.blank == Field::Blank::kRefusesRow;
  if (refuses) return {kUnknownCell, note, std::nullopt};
  const std::int64_t cell = meaning_of_blank();
  note.kind = cell == kUnknownCell ? Kind::kReadAsUnknown : Kind::kReadAsNone;
  if (cell >= 0) {
    const auto index = static_cast<std::size_t>(cell);
    note.reason += fmt::format(", read as \"{}\"", field_.type.list->values[index].text);
  }
  return {cell, note, std::nullopt};
}

CellValue CellReader::code(std::string_view text) const {
  const check::CodeList& list = *field_.type.list;
  const Reading reading = list.read(std::string(text), field_.release);
  const auto listed = [&] { return list.values[static_cast<std::size_t>(reading.value)].text; };
  switch (reading.what) {
    case Reading::What::kValue: {
      if (!reading.older_spelling) return {reading.value, std::nullopt, std::nullopt};
      const std::string reason =
          fmt::format("{} \"{}\", read as \"{}\"", columns_, shown(text), listed());
      return {reading.value, CellNote{Kind::kOlderSpelling, reason, ""}, std::nullopt};
    }
    case Reading::What::kUnknown:
      // As with symbols: only a field that may be unknown can hold it.
      if (!field_.type.may_be_unknown) return refused(fmt::format("\"{}\" is not known", listed()));
      return {kUnknownCell,
              CellNote{Kind::kReadAsUnknown, fmt::format("{} \"{}\"", columns_, listed()), ""},
              std::nullopt};
    case Reading::What::kUnmapped:
      if (!field_.type.may_be_unknown) {
        return refused(
            fmt::format("\"{}\" of an earlier release fits no value of this one", shown(text)));
      }
      return {kUnknownCell,
              CellNote{Kind::kReadAsUnknown,
                       fmt::format("{} \"{}\" of an earlier release fits no value of this one",
                                   columns_, shown(text)),
                       ""},
              std::nullopt};
    case Reading::What::kUnlisted:
      break;
  }
  return unlisted(text);
}

CellValue CellReader::decimal(std::string_view text) {
  const auto number = Rational::parse(text);
  if (!number || number->overflowed()) return refused("is no number");
  const auto [found, is_new] =
      index_of_decimal_.try_emplace(*number, static_cast<std::int64_t>(decimals_.size()));
  if (is_new) decimals_.push_back(*number);
  return {found->second, std::nullopt, std::nullopt};
}

// What a table of figures writes in the place of one; only a field that may be unknown can hold it.
std::optional<CellValue> CellReader::symbol(std::string_view text) const {
  if (collection_.symbols.empty() || field_.type.base == Base::kText) return std::nullopt;
  const std::string folded = check::fold(std::string(text));
  for (const check::Symbol& symbol : collection_.symbols) {
    if (symbol.text != folded) continue;
    if (!field_.type.may_be_unknown) return refused("holds a symbol in the place of a value");
    return CellValue{kUnknownCell,
                     CellNote{Kind::kReadAsUnknown,
                              fmt::format("{} \"{}\", a symbol", columns_, shown(text)), ""},
                     symbol.status};
  }
  return std::nullopt;
}

CellValue CellReader::text(std::string_view text) {
  const std::string_view plain = columns::trimmed(text);
  if (const auto held = symbol(plain)) return *held;
  const auto value_or_refused = [&](std::optional<std::int64_t> cell, std::string_view what) {
    return cell ? CellValue{*cell, std::nullopt, std::nullopt} : refused(what);
  };
  switch (field_.type.base) {
    case Base::kText:
      return {texts_.intern(plain), std::nullopt, std::nullopt};
    case Base::kCode:
      return code(plain);
    case Base::kDate:
      return value_or_refused(day(plain, field_.on_day), "is no day such as 2024-04-01");
    case Base::kBool:
      return value_or_refused(yes_or_no(plain), "is neither yes nor no");
    case Base::kNumber:
    case Base::kDays:
      return value_or_refused(whole(plain), "is no whole number");
    case Base::kDecimal:
      return decimal(plain);
    default:
      return refused("has a type that no file can hold");
  }
}

CellValue CellReader::number(std::int64_t number) const {
  if (number <= kNoneCell || number == kOpenCell) return refused("is no whole number");
  return {number, std::nullopt, std::nullopt};
}

CellValue CellReader::day_in_parts(const std::vector<std::string_view>& parts) const {
  const auto part = [&](std::size_t index, std::int64_t otherwise) {
    return index < parts.size() ? whole(columns::trimmed(parts[index])).value_or(0) : otherwise;
  };
  const std::int64_t year = part(0, 0);
  const std::int64_t month = part(1, 0);
  const std::int64_t on_day = part(2, field_.on_day.value_or(1));
  const bool is_month = year >= 1 && year <= 9999 && month >= 1 && month <= 12;
  if (!is_month || on_day < 1 || on_day > check::month_length(year, static_cast<int>(month))) {
    return refused("is no day");
  }
  return {check::day_number_of({year, static_cast<int>(month), static_cast<int>(on_day)}),
          std::nullopt, std::nullopt};
}

}  // namespace assize::bind
