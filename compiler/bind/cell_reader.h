// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/bind/records.h"
#include "compiler/check/framework.h"

namespace assize::bind {

/// What the account of rows says of a cell; alike cells share one note.
struct CellNote {
  AccountLine::Kind kind = AccountLine::Kind::kRefused;
  std::string reason;
  std::string nearest;

  auto operator<=>(const CellNote&) const = default;
};

/// What one cell means: its cell of a `Column`, and what is to be said of it. A cell that refuses
/// its row holds unknown.
struct CellValue {
  std::int64_t cell = kUnknownCell;
  std::optional<CellNote> note;
  std::optional<check::Symbol::Status> symbol;  // the cell held a symbol of the collection

  bool refuses() const { return note && note->kind == AccountLine::Kind::kRefused; }
};

/// Reads the cells of one field as its type and its collection say (language, 2.1, 2.2 and 3.1).
/// Says the text of a cell only for codes: other fields may identify somebody.
class CellReader {
 public:
  CellReader(const check::Field& field, const check::Collection& collection, TextPool& texts);

  CellValue blank() const;
  /// Reads a cell that is not blank.
  CellValue text(std::string_view text);
  CellValue number(std::int64_t number) const;
  /// Reads a day that is written in two columns; `parts` are not blank.
  CellValue day_in_parts(const std::vector<std::string_view>& parts) const;

  /// The values of a field of decimals, by cell.
  const std::vector<check::Rational>& decimals() const { return decimals_; }
  /// The columns of the field, as the definition names them.
  const std::string& columns() const { return columns_; }

 private:
  std::optional<CellValue> symbol(std::string_view text) const;
  CellValue code(std::string_view text) const;
  CellValue unlisted(std::string_view text) const;
  CellValue decimal(std::string_view text);
  CellValue refused(std::string_view what) const;
  std::int64_t meaning_of_blank() const;

  const check::Field& field_;
  const check::Collection& collection_;
  TextPool& texts_;
  std::string columns_;
  std::vector<check::Rational> decimals_;
  std::map<check::Rational, std::int64_t> index_of_decimal_;
};

/// Gives the columns of a file in which a field stands.
std::vector<std::string> columns_of(const check::Field& field);

}  // namespace assize::bind
