// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "runtime/sample/rows.h"

#include <utility>

#include "runtime/columns/calendar.h"

namespace assize::sample {
namespace {

constexpr std::size_t kRowsAtOnce = 65536;

}  // namespace

columns::Result<Rows> Rows::open(const std::string& path,
                                 std::vector<columns::OutputColumn> columns) {
  const std::size_t count = columns.size();
  auto writer = columns::TableWriter::open(path, std::move(columns));
  if (!writer) return writer.failure();
  return Rows(std::move(*writer), count);
}

void Rows::whole(std::optional<std::int64_t> number) {
  cell(number ? keep(std::to_string(*number)) : std::string_view());
}

void Rows::day(std::optional<std::int64_t> day_number) {
  cell(day_number ? keep(columns::day_text(*day_number)) : std::string_view());
}

std::string_view Rows::keep(std::string text) {
  kept_.push_back(std::move(text));
  return kept_.back();
}

columns::Status Rows::end_row() {
  next_ = 0;
  return cells_[0].size() < kRowsAtOnce ? columns::Status() : flush();
}

columns::Status Rows::flush() {
  auto status = writer_->add(cells_);
  for (auto& column : cells_) column.clear();
  kept_.clear();
  return status;
}

columns::Status Rows::finish() {
  if (auto status = flush(); !status) return status;
  return writer_->finish();
}

}  // namespace assize::sample
