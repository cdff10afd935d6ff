// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <arrow/api.h>

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "runtime/columns/table.h"

namespace assize::columns {

/// Turns the arrays of one typed column, piece after piece, into a raw column.
class ArrowCells {
 public:
  explicit ArrowCells(const ColumnRequest& request) { column_.holds_numbers = request.as_numbers; }

  /// Adds the cells of one array. An error of kind NotImplemented: its type is none that has a
  /// text; of kind Invalid: a text is not UTF-8.
  arrow::Status add(const arrow::Array& array);
  /// Gives the column away.
  RawColumn take(std::string name);

 private:
  template <class A>
  arrow::Status add_texts(const A& array);
  arrow::Status add_dictionary(const arrow::DictionaryArray& array);
  template <class A>
  arrow::Status add_wholes(const A& array);
  template <class A, class F>
  arrow::Status add_written(const A& array, const F& write);
  arrow::Status add_decimals(const arrow::Array& array);
  arrow::Status add_timestamps(const arrow::TimestampArray& array);

  arrow::Status add_text(std::string_view text);
  arrow::Status code_of(std::string_view text, std::int32_t& code);
  void add_blank();
  std::size_t rows() const {
    return column_.holds_numbers ? column_.numbers.size() : column_.codes.size();
  }

  RawColumn column_;
  TextDictionary dictionary_;
  std::unordered_map<std::int64_t, std::int32_t>
      written_;  // codes of numbers already written as text
};

/// Says what a type is in plain words, for messages.
std::string type_in_words(const arrow::DataType& type);

/// Turns what Arrow reports into a failure of ours.
Failure failure_of(const std::string& path, const char* format, const std::string& column,
                   const arrow::Status& status);

}  // namespace assize::columns
