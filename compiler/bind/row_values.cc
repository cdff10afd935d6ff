// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/bind/row_values.h"

#include <algorithm>
#include <set>

#include "compiler/bind/cell_reader.h"
#include "compiler/check/period.h"

namespace assize::bind {
namespace {

using check::Expr;
using check::Op;

// The fields that an expression mentions, lets of records seen through.
struct Mentioned {
  std::set<int> fields;  // by Field::index
  std::vector<const check::Field*> in_order;
  bool is_of_fields_alone = true;
  std::set<const check::Let*> lets;
};

void find_mentioned(const Expr* expr, Mentioned& mentioned);

void find_mentioned(const check::Let& let, Mentioned& mentioned) {
  if (let.of != check::Let::Of::kRecord) mentioned.is_of_fields_alone = false;
  if (!mentioned.lets.insert(&let).second) return;
  find_mentioned(let.value.get(), mentioned);
  for (const check::Case& one : let.cases) {
    find_mentioned(one.when.get(), mentioned);
    find_mentioned(one.gives.get(), mentioned);
  }
}

void find_mentioned(const Expr* expr, Mentioned& mentioned) {
  if (expr == nullptr) return;
  switch (expr->op) {
    case Op::kField:
      if (mentioned.fields.insert(expr->field->index).second)
        mentioned.in_order.push_back(expr->field);
      break;
    case Op::kLet:
    case Op::kStepOf:
      if (expr->let != nullptr) find_mentioned(*expr->let, mentioned);
      break;
    case Op::kCouncil:
    case Op::kFact:
    case Op::kFileRecords:
    case Op::kAllRecords:
    case Op::kNamedPopulation:
    case Op::kEpisodeSet:
    case Op::kEpisodeRecords:
    case Op::kEpisodeStart:
    case Op::kEpisodeEnd:
      mentioned.is_of_fields_alone = false;
      break;
    default:
      break;
  }
  for (const auto& arg : expr->args) find_mentioned(arg.get(), mentioned);
  for (const check::Key& key : expr->keys) find_mentioned(key.value.get(), mentioned);
}

std::uint64_t mixed(std::uint64_t hash, std::uint64_t value) {
  hash = (hash ^ value) * 0x9E3779B97F4A7C15U;
  return hash ^ (hash >> 29U);
}

// Rows sorted into groups that hold the same cells in some fields.
struct Groups {
  std::vector<std::uint32_t> of_row;
  std::vector<std::uint32_t> first_row;  // of each group
};

Groups group_rows(const Records& records, const std::vector<const Column*>& columns) {
  Groups groups;
  groups.of_row.resize(records.size);
  std::vector<std::int32_t> slots(1024, -1);
  std::vector<std::uint64_t> hashes;  // by group
  const auto is_alike = [&](std::size_t a, std::size_t b) {
    return std::all_of(columns.begin(), columns.end(),
                       [&](const Column* column) { return column->at(a) == column->at(b); });
  };
  const auto grow = [&] {
    slots.assign(4 * slots.size(), -1);
    for (std::size_t group = 0; group < hashes.size(); ++group) {
      std::size_t at = hashes[group] & (slots.size() - 1);
      while (slots[at] >= 0) at = (at + 1) & (slots.size() - 1);
      slots[at] = static_cast<std::int32_t>(group);
    }
  };
  for (std::size_t row = 0; row < records.size; ++row) {
    // The records of one person mostly stand together.
    if (row > 0 && is_alike(row, row - 1)) {
      groups.of_row[row] = groups.of_row[row - 1];
      continue;
    }
    std::uint64_t hash = 0;
    for (const Column* column : columns)
      hash = mixed(hash, static_cast<std::uint64_t>(column->at(row)));
    hash ^= hash >> 32U;
    if (slots.size() < 2 * (hashes.size() + 1)) grow();
    std::size_t at = hash & (slots.size() - 1);
    while (slots[at] >= 0) {
      const auto group = static_cast<std::size_t>(slots[at]);
      if (hashes[group] == hash && is_alike(row, groups.first_row[group])) break;
      at = (at + 1) & (slots.size() - 1);
    }
    if (slots[at] < 0) {
      slots[at] = static_cast<std::int32_t>(hashes.size());
      hashes.push_back(hash);
      groups.first_row.push_back(static_cast<std::uint32_t>(row));
    }
    groups.of_row[row] = static_cast<std::uint32_t>(slots[at]);
  }
  return groups;
}

std::vector<std::int64_t> cells_of(const Column& column, std::size_t size) {
  std::vector<std::int64_t> cells(size);
  for (std::size_t row = 0; row < size; ++row) cells[row] = column.at(row);
  return cells;
}

}  // namespace

std::vector<std::int64_t> row_values(const Expr& expr, const Records& records,
                                     const Asking& asking) {
  if (expr.op == Op::kField) {
    return cells_of(records.fields[static_cast<std::size_t>(expr.field->index)], records.size);
  }
  Mentioned mentioned;
  find_mentioned(&expr, mentioned);
  if (!mentioned.is_of_fields_alone || mentioned.fields.empty()) {
    return asking.evaluator.evaluate(expr, records, asking.texts, asking.period);
  }
  std::vector<const Column*> columns;
  for (const int field : mentioned.fields) {
    columns.push_back(&records.fields[static_cast<std::size_t>(field)]);
  }
  const Groups groups = group_rows(records, columns);
  Records firsts;
  firsts.collection = records.collection;
  firsts.size = groups.first_row.size();
  firsts.fields.resize(records.fields.size());
  for (const int field : mentioned.fields) {
    const auto index = static_cast<std::size_t>(field);
    firsts.fields[index] = records.fields[index].picked(groups.first_row);
  }
  for (const std::uint32_t row : groups.first_row) {
    firsts.line.push_back(records.line.empty() ? row + 1 : records.line[row]);
    if (!records.council.empty()) firsts.council.push_back(records.council[row]);
  }
  const auto values = asking.evaluator.evaluate(expr, firsts, asking.texts, asking.period);
  std::vector<std::int64_t> spread(records.size);
  for (std::size_t row = 0; row < records.size; ++row) spread[row] = values[groups.of_row[row]];
  return spread;
}

std::optional<std::string> key_text(const check::Type& type, std::int64_t cell,
                                    const TextPool& texts) {
  if (cell == kUnknownCell || cell == kNoneCell || cell == kOpenCell) return std::nullopt;
  switch (type.base) {
    case check::Base::kText:
      return texts.text(static_cast<std::int32_t>(cell));
    case check::Base::kCode:
      return type.list->values[static_cast<std::size_t>(cell)].text;
    case check::Base::kDate:
      return check::day_text(cell);
    default:
      return std::to_string(cell);
  }
}

std::string columns_in(const Expr& expr) {
  Mentioned mentioned;
  find_mentioned(&expr, mentioned);
  std::string text;
  for (const check::Field* field : mentioned.in_order) {
    for (const std::string& column : columns_of(*field))
      text += (text.empty() ? "" : ", ") + column;
  }
  return text;
}

}  // namespace assize::bind
