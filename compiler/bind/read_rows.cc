// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/bind/read_rows.h"

#include "runtime/columns/table.h"

namespace assize::bind {

columns::Result<ReadRows> read_rows(const check::Collection& collection, const std::string& path,
                                    const ReadSettings& settings, TextPool& texts) {
  columns::ReadRequest request;
  request.progress = settings.progress;
  request.threads = settings.threads;
  for (const auto& field : collection.fields) {
    const auto columns = columns_of(*field);
    const bool is_number = field->type.base == check::Base::kNumber && columns.size() == 1;
    for (const std::string& column : columns) request.columns.push_back({column, is_number});
  }
  auto table = columns::read_table(path, request);
  if (!table) return table.failure();
  ReadRows rows;
  rows.path = path;
  rows.size = table->rows;
  rows.lines = table->lines();
  std::size_t next = 0;
  for (const auto& field : collection.fields) {
    std::vector<columns::RawColumn*> raw;
    for (std::size_t i = columns_of(*field).size(); i > 0; --i)
      raw.push_back(&table->columns[next++]);
    rows.fields.push_back(read_field(*field, collection, raw, texts));
    // What has been read is not needed as it was written.
    for (columns::RawColumn* column : raw) *column = {};
  }
  return rows;
}

}  // namespace assize::bind
