// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#include "compiler/interpret/record_interpreter.h"

#include <map>
#include <set>
#include <unordered_map>

#include "compiler/interpret/evaluation.h"
#include "compiler/interpret/values.h"

namespace assize::interpret {
namespace {

/// What an expression over one record depends on.
struct Mentioned {
  std::set<int> fields;                         // by Field::index
  std::set<const check::Variable*> variables;   // all of them stand for the record
};

void gather(const Expr& expr, Mentioned& mentioned) {
  if (expr.field != nullptr) mentioned.fields.insert(expr.field->index);
  if (expr.variable != nullptr) mentioned.variables.insert(expr.variable);
  for (const check::ExprPtr& operand : expr.args) gather(*operand, mentioned);
  if (expr.let == nullptr) return;
  if (expr.let->value != nullptr) gather(*expr.let->value, mentioned);
  for (const check::Case& row : expr.let->cases) {
    if (row.when != nullptr) gather(*row.when, mentioned);
    gather(*row.gives, mentioned);
  }
}

struct HashOfCells {
  std::size_t operator()(const std::vector<std::int64_t>& cells) const {
    std::uint64_t hash = 1469598103934665603U;
    for (const std::int64_t cell : cells) {
      hash = (hash ^ static_cast<std::uint64_t>(cell)) * 1099511628211U;
      hash ^= hash >> 32U;
    }
    return static_cast<std::size_t>(hash);
  }
};

std::int64_t cell_of(const Value& value, bind::TextPool& texts) {
  switch (value.state) {
    case Value::State::kUnknown:
      return bind::kUnknownCell;
    case Value::State::kNone:
      return bind::kNoneCell;
    case Value::State::kOpen:
      return bind::kOpenCell;
    case Value::State::kKnown:
      break;
  }
  return value.base == Base::kText ? texts.intern(value.text) : value.whole;
}

// Gives each decimal its place among the different ones.
void place_decimals(const std::vector<Value>& values, std::vector<std::int64_t>& cells) {
  std::map<Rational, std::int64_t> places;
  for (const Value& value : values) {
    if (is_plain(value) && value.base == Base::kDecimal) places[value.decimal] = 0;
  }
  std::int64_t next = 0;
  for (auto& [decimal, place] : places) place = next++;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (is_plain(values[i]) && values[i].base == Base::kDecimal) {
      cells[i] = places[values[i].decimal];
    }
  }
}

}  // namespace

std::vector<std::int64_t> RecordInterpreter::evaluate(const check::Expr& expr,
                                                      const bind::Records& records,
                                                      bind::TextPool& texts, check::Period period) {
  Mentioned mentioned;
  gather(expr, mentioned);
  mentioned.variables.insert(records.collection->record);

  Evaluation evaluation(Setting{.texts = &texts, .period = period});
  std::unordered_map<std::vector<std::int64_t>, std::size_t, HashOfCells> seen;
  std::vector<Value> answers;                 // of each combination
  std::vector<std::size_t> answer_of_row(records.size);
  std::vector<std::int64_t> combination;
  for (std::size_t row = 0; row < records.size; ++row) {
    combination.clear();
    for (const int field : mentioned.fields) {
      combination.push_back(records.fields[static_cast<std::size_t>(field)].at(row));
    }
    const auto [found, is_new] = seen.try_emplace(combination, answers.size());
    if (is_new) {
      Scope scope;
      for (const check::Variable* variable : mentioned.variables) {
        scope.bind_for_good(variable, Item::of_record(records, row));
      }
      answers.push_back(evaluation.value_of(expr, scope));
      evaluation.close_files();
    }
    answer_of_row[row] = found->second;
  }

  std::vector<std::int64_t> cells;
  for (const Value& answer : answers) cells.push_back(cell_of(answer, texts));
  place_decimals(answers, cells);
  std::vector<std::int64_t> of_rows(records.size);
  for (std::size_t row = 0; row < records.size; ++row) of_rows[row] = cells[answer_of_row[row]];
  return of_rows;
}

}  // namespace assize::interpret
