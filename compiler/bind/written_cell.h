// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "compiler/bind/records.h"
#include "compiler/diagnostics/diagnostic.h"
#include "compiler/syntax/tree.h"

namespace assize::bind {

/// A value as a test writes it: in a cell, or after `with`.
struct Written {
  std::string text;        // without quotes
  bool is_quoted = false;  // then it is plain text, whatever it says
  source::Span span;
};

/// Gives what a cell of a table says; nothing if it is blank.
std::optional<Written> written(const syntax::Cell& cell);
/// Gives what a value after `with` says; an expression that is no plain value says its source's
/// place alone.
Written written(const syntax::Expr& value);

/// Reads values of one field as tests write them. What cannot be read goes to the sink and is
/// unknown.
class WrittenReader {
 public:
  WrittenReader(const check::Field& field, const check::Collection& collection, TextPool& texts,
                diagnostics::Sink& sink)
      : field_(field), collection_(collection), texts_(texts), sink_(sink) {}

  std::int64_t read(const Written& value);
  /// What a symbol of the collection says; nothing if the cell holds none.
  std::optional<check::Symbol::Status> symbol(const Written& value) const;
  const std::vector<check::Rational>& decimals() const { return decimals_; }

 private:
  std::optional<std::int64_t> state(const Written& value) const;
  std::optional<std::int64_t> plain(const Written& value);
  std::int64_t code(const Written& value);
  std::int64_t decimal(const check::Rational& number);

  const check::Field& field_;
  const check::Collection& collection_;
  TextPool& texts_;
  diagnostics::Sink& sink_;
  std::vector<check::Rational> decimals_;
  std::map<check::Rational, std::int64_t> index_of_decimal_;
};

}  // namespace assize::bind
