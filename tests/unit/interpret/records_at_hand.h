// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <deque>
#include <memory>
#include <string>
#include <vector>

#include "compiler/bind/records.h"
#include "compiler/check/framework.h"
#include "compiler/interpret/evaluation.h"
#include "tests/unit/interpret/build_expr.h"

namespace assize::interpret::tests {

/// One collection `cld` with a few records, and a measure that reads it, made by hand.
///
///   fields   id number; start, end date; kind code of `kinds`; amount number
///   kinds    a, b, c, d; order 0 places them 2, 1, 1 and nowhere; score 0 gives 10, 20, nothing, 0
///   use      add rows, then `bind`, then ask
class RecordsAtHand {
 public:
  RecordsAtHand();

  struct Row {
    int council = 0;
    std::string person;
    Value id;
    Value start;
    Value end;
    Value kind;
    Value amount;
  };
  void add(const Row& row) { rows_.push_back(row); }
  /// Makes inputs of the rows.
  void bind();

  check::Variable& variable(const std::string& name = "event");
  ExprPtr get(const check::Variable& of, const char* field) const {
    return field_of(of, *cld->field(field));
  }
  /// The value of an expression for the file of a person in a council.
  Value ask(const Expr& expr, const std::string& person = "P", int council = 0);
  /// The ids of a set's records, as text in rising order: `1 2 3`.
  std::string ids(const Expr& set, const std::string& person = "P", int council = 0);
  std::int32_t person_id(const std::string& person) const { return inputs.texts->find(person); }
  /// A new evaluation against the rows and the measure.
  Evaluation& fresh(bool attrition = false);
  Evaluation& evaluation() { return *evaluation_; }

  check::Framework framework;
  check::CodeList* kinds = nullptr;
  check::Collection* cld = nullptr;
  check::Measure* measure = nullptr;
  bind::Inputs inputs;

 private:
  std::vector<Row> rows_;
  std::unique_ptr<FiledRecords> filed_;
  std::unique_ptr<Evaluation> evaluation_;
};

}  // namespace assize::interpret::tests
