// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/bind/written_cell.h"

#include <string_view>
#include <vector>

#include "compiler/bind/errors.h"
#include "compiler/check/period.h"
#include "compiler/diagnostics/nearest.h"
#include "runtime/columns/spelling.h"

namespace assize::bind {
namespace {

using check::Base;
using check::Rational;
using diagnostics::Confidence;
using diagnostics::diagnose;

std::string type_in_words(const check::Type& type) {
  std::string words;
  switch (type.base) {
    case Base::kBool:
      words = "yes or no";
      break;
    case Base::kNumber:
    case Base::kDays:
      words = "a whole number";
      break;
    case Base::kDecimal:
      words = "a number";
      break;
    case Base::kDate:
      words = "a day such as 2024-04-01";
      break;
    case Base::kText:
      words = "text";
      break;
    default:
      words = "a value of a list";
      break;
  }
  if (type.may_be_open) words += " or `open`";
  if (type.may_be_none) words += " or `none`";
  if (type.may_be_unknown) words += ", perhaps `unknown`";
  return words;
}

std::string without_grouping(std::string text) {
  std::erase(text, '_');
  return text;
}

}  // namespace

std::optional<Written> written(const syntax::Cell& cell) {
  const std::string_view text = columns::trimmed(cell.text);
  if (text.empty()) return std::nullopt;
  const bool is_quoted = text.size() >= 2 && text.front() == '"' && text.back() == '"';
  return Written{std::string(is_quoted ? text.substr(1, text.size() - 2) : text), is_quoted,
                 cell.span};
}

Written written(const syntax::Expr& value) {
  using syntax::ExprKind;
  Written result{"", false, value.span};
  switch (value.kind) {
    case ExprKind::kText:
      result.text = value.text;
      result.is_quoted = true;
      break;
    case ExprKind::kNumber:
    case ExprKind::kDate:
      result.text = value.text;
      break;
    case ExprKind::kYes:
      result.text = "yes";
      break;
    case ExprKind::kNoValue:
      result.text = "no";
      break;
    case ExprKind::kUnknown:
      result.text = "unknown";
      break;
    case ExprKind::kOpen:
      result.text = "open";
      break;
    case ExprKind::kNone:
      result.text = "none";
      break;
    case ExprKind::kPath:
      for (const auto& name : value.path.names)
        result.text += (result.text.empty() ? "" : ".") + name.text;
      break;
    case ExprKind::kNegative:
    case ExprKind::kBrackets:
      if (!value.args.empty()) {
        result = written(*value.args[0]);
        if (value.kind == ExprKind::kNegative) result.text.insert(0, "-");
        result.span = value.span;
      }
      break;
    default:
      break;
  }
  return result;
}

std::optional<std::int64_t> WrittenReader::state(const Written& value) const {
  if (value.is_quoted) return std::nullopt;
  if (value.text == "unknown" && field_.type.may_be_unknown) return kUnknownCell;
  if (value.text == "none" && field_.type.may_be_none) return kNoneCell;
  if (value.text == "open" && field_.type.may_be_open) return kOpenCell;
  return std::nullopt;
}

std::int64_t WrittenReader::decimal(const Rational& number) {
  const auto [found, is_new] =
      index_of_decimal_.try_emplace(number, static_cast<std::int64_t>(decimals_.size()));
  if (is_new) decimals_.push_back(number);
  return found->second;
}

// A plain value of the field's type, or nothing if it is none.
std::optional<std::int64_t> WrittenReader::plain(const Written& value) {
  const Base base = field_.type.base;
  if (base == Base::kText) return texts_.intern(value.text);
  if (base == Base::kBool && value.text == "yes") return 1;
  if (base == Base::kBool && value.text == "no") return 0;
  if (base == Base::kDate) return check::parse_day(value.text);
  const bool is_whole = base == Base::kNumber || base == Base::kDays;
  if (!is_whole && base != Base::kDecimal) return std::nullopt;
  const auto number = Rational::parse(without_grouping(value.text));
  if (!number || number->overflowed()) return std::nullopt;
  if (base == Base::kDecimal) return decimal(*number);
  const std::int64_t whole = number->floor();
  const bool fits = number->is_whole() && whole > kNoneCell && whole < kOpenCell;
  return fits ? std::optional(whole) : std::nullopt;
}

std::int64_t WrittenReader::code(const Written& value) {
  const check::CodeList& list = *field_.type.list;
  const int index = list.index_of(value.text);
  if (index >= 0) {
    return list.values[static_cast<std::size_t>(index)].is_unknown ? kUnknownCell : index;
  }
  auto error = diagnose(value.span, errors::value_of_no_list, value.text, list.name);
  std::vector<std::string> codes;
  std::vector<std::string> nearest;
  for (const check::CodeValue& code : list.values) {
    codes.push_back(code.code);
    // The text of a value, as files write it, is a likely slip.
    if (check::fold(code.text) == check::fold(value.text)) nearest.push_back(code.code);
  }
  if (nearest.empty()) nearest = diagnostics::nearest_words(value.text, codes);
  for (const std::string& word : nearest) {
    error.fix(Confidence::kMaybe, "tests write codes by their names", {{value.span, word}});
  }
  sink_.add(std::move(error));
  return kUnknownCell;
}

std::optional<check::Symbol::Status> WrittenReader::symbol(const Written& value) const {
  if (field_.type.base == Base::kText || !field_.type.may_be_unknown) return std::nullopt;
  for (const check::Symbol& symbol : collection_.symbols) {
    if (symbol.text == check::fold(value.text)) return symbol.status;
  }
  return std::nullopt;
}

std::int64_t WrittenReader::read(const Written& value) {
  if (symbol(value)) return kUnknownCell;
  if (const auto cell = state(value)) return *cell;
  if (field_.type.base == Base::kCode) {
    const bool is_word = value.text == "unknown" || value.text == "none" || value.text == "open";
    if (!is_word || value.is_quoted || field_.type.list->index_of(value.text) >= 0)
      return code(value);
  } else if (const auto cell = plain(value)) {
    return *cell;
  }
  sink_.add(diagnose(value.span, errors::wrong_cell, value.text, field_.name,
                     type_in_words(field_.type)));
  return kUnknownCell;
}

}  // namespace assize::bind
