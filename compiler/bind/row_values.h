// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "compiler/bind/records.h"

namespace assize::bind {

/// What is needed to ask the values of expressions.
struct Asking {
  RecordEvaluator& evaluator;
  TextPool& texts;
  check::Period period;
};

/// Gives the value of an expression over `collection.record` for each row, as `Column::at` gives
/// cells. A plain field is copied; else the evaluator is asked, once for each distinct combination
/// of the fields that the expression mentions, if it mentions nothing but fields.
std::vector<std::int64_t> row_values(const check::Expr& expr, const Records& records,
                                     const Asking& asking);

/// Gives the text of a cell of a key, whatever its type: a code's text, a number's digits. Nothing
/// if it is unknown, none or open.
std::optional<std::string> key_text(const check::Type& type, std::int64_t cell,
                                    const TextPool& texts);

/// Gives the columns of the file in which the fields stand that an expression mentions.
std::string columns_in(const check::Expr& expr);

}  // namespace assize::bind
