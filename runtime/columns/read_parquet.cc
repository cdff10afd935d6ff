// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include <arrow/api.h>
#include <arrow/io/memory.h>
#include <parquet/arrow/reader.h>
#include <parquet/arrow/schema.h>
#include <parquet/exception.h>
#include <parquet/properties.h>

#include <limits>

#include "runtime/columns/arrow_cells.h"
#include "runtime/columns/read_failures.h"
#include "runtime/columns/readers.h"

namespace assize::columns {
namespace {

constexpr const char* kFormat = "Parquet";

struct Opened {
  std::unique_ptr<parquet::arrow::FileReader> reader;
  std::vector<std::string> names;  // of the columns, nested ones as one
};

// Opens the file with every text column to be read as the dictionary it mostly is.
arrow::Result<Opened> open_file(std::string_view bytes) {
  parquet::arrow::FileReaderBuilder builder;
  ARROW_RETURN_NOT_OK(builder.Open(std::make_shared<arrow::io::BufferReader>(
      std::make_shared<arrow::Buffer>(reinterpret_cast<const std::uint8_t*>(bytes.data()),
                                      static_cast<std::int64_t>(bytes.size())))));
  const auto metadata = builder.raw_reader()->metadata();
  parquet::ArrowReaderProperties properties(/*use_threads=*/true);
  for (int i = 0; i < metadata->num_columns(); ++i) {
    const bool is_text =
        metadata->schema()->Column(i)->physical_type() == parquet::Type::BYTE_ARRAY;
    properties.set_read_dictionary(i, is_text);
  }
  builder.properties(properties);
  Opened opened;
  ARROW_ASSIGN_OR_RAISE(opened.reader, builder.Build());
  for (const auto& field : opened.reader->manifest().schema_fields) {
    opened.names.push_back(field.field->name());
  }
  return opened;
}

// What a foreign exception says, as a status: none leaves this file.
template <class T, class F>
arrow::Result<T> guarded(const F& function) {
  try {
    return function();
  } catch (const std::bad_alloc&) {
    return arrow::Status::OutOfMemory("out of memory");
  } catch (const std::exception& exception) {
    return arrow::Status::Invalid(exception.what());
  }
}

Result<Opened> opened(const std::string& path, std::string_view bytes) {
  // The description of a Parquet file stands at its end, which bears the same mark as its
  // beginning.
  if (bytes.size() < 12 || !bytes.ends_with("PAR1")) return cut_off(path, kFormat);
  auto file = guarded<Opened>([&] { return open_file(bytes); });
  if (!file.ok()) return failure_of(path, kFormat, "", file.status());
  return std::move(*file);
}

// Reads one row group and adds its cells to the columns.
arrow::Status add_row_group(parquet::arrow::FileReader& reader, int group,
                            const std::vector<int>& leaves, std::vector<ArrowCells>& columns,
                            std::size_t& at) {
  // One column named twice in a request is read once.
  ARROW_ASSIGN_OR_RAISE(const auto table, reader.ReadRowGroup(group, leaves));
  for (at = 0; at < columns.size(); ++at) {
    for (const auto& chunk : table->column(static_cast<int>(at))->chunks()) {
      ARROW_RETURN_NOT_OK(columns[at].add(*chunk));
    }
  }
  return arrow::Status::OK();
}

}  // namespace

Result<RawTable> read_parquet(const std::string& path, std::string_view bytes,
                              const ReadRequest& request) {
  auto file = opened(path, bytes);
  if (!file) return file.failure();
  const auto found = find_columns(path, file->names, request.columns);
  if (!found) return found.failure();
  const auto metadata = file->reader->parquet_reader()->metadata();
  if (metadata->num_rows() > std::numeric_limits<std::int32_t>::max()) return too_many_rows(path);
  std::vector<int> leaves;
  std::vector<ArrowCells> columns;
  for (std::size_t i = 0; i < found->size(); ++i) {
    const auto& field = file->reader->manifest().schema_fields[(*found)[i]];
    if (!field.is_leaf())
      return unusable_type(path, file->names[(*found)[i]], type_in_words(*field.field->type()));
    leaves.push_back(field.column_index);
    columns.emplace_back(request.columns[i]);
  }
  for (int group = 0; group < metadata->num_row_groups(); ++group) {
    const auto done = bytes.size() * static_cast<std::size_t>(group) /
                      static_cast<std::size_t>(metadata->num_row_groups());
    if (!goes_on(request.progress,
                 {"reading " + path.substr(path.find_last_of('/') + 1), done, bytes.size()})) {
      return interrupted_reading(path);
    }
    std::size_t at = 0;
    const auto status = guarded<bool>([&]() -> arrow::Result<bool> {
      ARROW_RETURN_NOT_OK(add_row_group(*file->reader, group, leaves, columns, at));
      return true;
    });
    if (!status.ok()) {
      const std::string column = at < found->size() ? file->names[(*found)[at]] : "";
      return failure_of(path, kFormat, column, status.status());
    }
  }
  RawTable table;
  table.path = path;
  table.rows = static_cast<std::size_t>(metadata->num_rows());
  table.line_breaks = {{0, 1}};
  for (std::size_t i = 0; i < columns.size(); ++i) {
    table.columns.push_back(columns[i].take(file->names[(*found)[i]]));
  }
  return table;
}

Result<std::vector<std::string>> parquet_column_names(const std::string& path,
                                                      std::string_view bytes) {
  auto file = opened(path, bytes);
  if (!file) return file.failure();
  return file->names;
}

}  // namespace assize::columns
