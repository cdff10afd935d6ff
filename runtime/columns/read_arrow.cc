// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include <arrow/api.h>
#include <arrow/io/memory.h>
#include <arrow/ipc/reader.h>

#include <limits>

#include "runtime/columns/arrow_cells.h"
#include "runtime/columns/read_failures.h"
#include "runtime/columns/readers.h"

namespace assize::columns {
namespace {

constexpr const char* kFormat = "Arrow";

using BatchReader = std::shared_ptr<arrow::ipc::RecordBatchStreamReader>;
using FileReader = std::shared_ptr<arrow::ipc::RecordBatchFileReader>;

// The two shapes of Arrow on disk, read alike: a file, or the stream it was sent as.
struct Opened {
  FileReader file;
  BatchReader stream;

  std::shared_ptr<arrow::Schema> schema() const { return file ? file->schema() : stream->schema(); }
  // Gives no batch at the end.
  arrow::Result<std::shared_ptr<arrow::RecordBatch>> batch(int index) const {
    if (stream) return stream->Next();
    if (index == file->num_record_batches()) return std::shared_ptr<arrow::RecordBatch>();
    return file->ReadRecordBatch(index);
  }
};

arrow::Result<Opened> open_file(std::string_view bytes) {
  auto source = std::make_shared<arrow::io::BufferReader>(
      std::make_shared<arrow::Buffer>(reinterpret_cast<const std::uint8_t*>(bytes.data()),
                                      static_cast<std::int64_t>(bytes.size())));
  Opened opened;
  if (bytes.starts_with("ARROW1")) {
    ARROW_ASSIGN_OR_RAISE(opened.file, arrow::ipc::RecordBatchFileReader::Open(source));
  } else {
    ARROW_ASSIGN_OR_RAISE(opened.stream, arrow::ipc::RecordBatchStreamReader::Open(source));
  }
  return opened;
}

Result<Opened> opened(const std::string& path, std::string_view bytes) {
  if (bytes.starts_with("ARROW1") && !bytes.ends_with("ARROW1")) return cut_off(path, kFormat);
  auto file = open_file(bytes);
  if (!file.ok()) return failure_of(path, kFormat, "", file.status());
  return std::move(*file);
}

}  // namespace

Result<RawTable> read_arrow(const std::string& path, std::string_view bytes,
                            const ReadRequest& request) try {
  const auto file = opened(path, bytes);
  if (!file) return file.failure();
  const auto schema = file->schema();
  const auto found = find_columns(path, schema->field_names(), request.columns);
  if (!found) return found.failure();
  std::vector<ArrowCells> columns;
  for (const ColumnRequest& column : request.columns) columns.emplace_back(column);
  RawTable table;
  table.path = path;
  table.line_breaks = {{0, 1}};
  for (int index = 0;; ++index) {
    const auto batch = file->batch(index);
    if (!batch.ok()) return failure_of(path, kFormat, "", batch.status());
    if (*batch == nullptr) break;
    if (const auto status = (*batch)->ValidateFull(); !status.ok()) {
      return failure_of(path, kFormat, "", status);
    }
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const auto status = columns[i].add(*(*batch)->column(static_cast<int>((*found)[i])));
      if (!status.ok()) {
        return failure_of(path, kFormat, schema->field(static_cast<int>((*found)[i]))->name(),
                          status);
      }
    }
    table.rows += static_cast<std::size_t>((*batch)->num_rows());
    if (table.rows > std::numeric_limits<std::int32_t>::max()) return too_many_rows(path);
    if (!goes_on(request.progress,
                 {"reading " + path.substr(path.find_last_of('/') + 1), 0, bytes.size()})) {
      return interrupted_reading(path);
    }
  }
  for (std::size_t i = 0; i < columns.size(); ++i) {
    table.columns.push_back(columns[i].take(schema->field(static_cast<int>((*found)[i]))->name()));
  }
  return table;
} catch (const std::bad_alloc&) {
  return not_enough_memory(path);
}

Result<std::vector<std::string>> arrow_column_names(const std::string& path,
                                                    std::string_view bytes) {
  const auto file = opened(path, bytes);
  if (!file) return file.failure();
  return file->schema()->field_names();
}

}  // namespace assize::columns
