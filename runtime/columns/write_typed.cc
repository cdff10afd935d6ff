// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

// The two formats with types: Parquet and Arrow.

#include <arrow/api.h>
#include <arrow/io/interfaces.h>
#include <arrow/ipc/writer.h>
#include <arrow/util/compression.h>
#include <fmt/format.h>
#include <parquet/arrow/writer.h>
#include <parquet/properties.h>

#include <charconv>
#include <optional>

#include "runtime/columns/calendar.h"
#include "runtime/columns/writers.h"

namespace assize::columns {
namespace {

constexpr std::int64_t kRowsOfGroup = std::int64_t{1} << 20U;

// Lets Arrow write into a file of ours, and keeps our own account of what went wrong.
class FileStream final : public arrow::io::OutputStream {
 public:
  explicit FileStream(std::unique_ptr<OutputFile> file) : file_(std::move(file)) {
    set_mode(arrow::io::FileMode::WRITE);
  }

  using arrow::io::Writable::Write;
  arrow::Status Write(const void* data, std::int64_t size) override {
    const auto status = file_->write(
        std::string_view(static_cast<const char*>(data), static_cast<std::size_t>(size)));
    if (status) return arrow::Status::OK();
    failure_ = status.failure();
    return arrow::Status::IOError("write");
  }
  arrow::Result<std::int64_t> Tell() const override {
    return static_cast<std::int64_t>(file_->written());
  }
  arrow::Status Close() override {
    is_closed_ = true;
    return arrow::Status::OK();
  }
  bool closed() const override { return is_closed_; }

  OutputFile& file() { return *file_; }
  const std::optional<Failure>& failure() const { return failure_; }

 private:
  std::unique_ptr<OutputFile> file_;
  std::optional<Failure> failure_;
  bool is_closed_ = false;
};

std::shared_ptr<arrow::DataType> type_of(CellKind kind) {
  switch (kind) {
    case CellKind::kText:
      return arrow::utf8();
    case CellKind::kWhole:
      return arrow::int64();
    case CellKind::kDecimal:
      return arrow::float64();
    case CellKind::kDay:
      return arrow::date32();
  }
  return arrow::utf8();
}

template <class T>
std::optional<T> number_of(std::string_view cell) {
  T value{};
  const auto [stop, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  if (error != std::errc() || stop != cell.data() + cell.size()) return std::nullopt;
  return value;
}

std::optional<std::int32_t> day_of(std::string_view cell) {
  const auto day = parse_day(cell);
  if (!day) return std::nullopt;
  return static_cast<std::int32_t>(*day);
}

// Builds one array; `read` gives nothing for a cell that is not of the column's kind.
template <class Builder, class F>
arrow::Result<std::shared_ptr<arrow::Array>> array_of(const std::vector<std::string_view>& cells,
                                                      const F& read) {
  Builder builder;
  ARROW_RETURN_NOT_OK(builder.Reserve(static_cast<std::int64_t>(cells.size())));
  for (const std::string_view cell : cells) {
    if (cell.empty()) {
      ARROW_RETURN_NOT_OK(builder.AppendNull());
      continue;
    }
    const auto value = read(cell);
    if (!value) return arrow::Status::TypeError("cell");
    ARROW_RETURN_NOT_OK(builder.Append(*value));
  }
  return builder.Finish();
}

arrow::Result<std::shared_ptr<arrow::Array>> array_of(CellKind kind,
                                                      const std::vector<std::string_view>& cells) {
  switch (kind) {
    case CellKind::kText:
      return array_of<arrow::StringBuilder>(cells,
                                            [](std::string_view c) { return std::optional(c); });
    case CellKind::kWhole:
      return array_of<arrow::Int64Builder>(cells, number_of<std::int64_t>);
    case CellKind::kDecimal:
      return array_of<arrow::DoubleBuilder>(cells, number_of<double>);
    case CellKind::kDay:
      return array_of<arrow::Date32Builder>(cells, day_of);
  }
  return arrow::Status::TypeError("kind");
}

class TypedWriter final : public TableWriter {
 public:
  TypedWriter(std::unique_ptr<OutputFile> file, std::vector<OutputColumn> columns)
      : stream_(std::make_shared<FileStream>(std::move(file))), columns_(std::move(columns)) {}

  arrow::Status start(OutputFormat format) {
    std::vector<std::shared_ptr<arrow::Field>> fields;
    for (const OutputColumn& column : columns_) {
      fields.push_back(arrow::field(column.name, type_of(column.kind)));
    }
    schema_ = arrow::schema(fields);
    if (format == OutputFormat::kArrow) {
      ARROW_ASSIGN_OR_RAISE(arrow_, arrow::ipc::MakeFileWriter(stream_, schema_));
      return arrow::Status::OK();
    }
    parquet::WriterProperties::Builder properties;
    properties.max_row_group_length(kRowsOfGroup);
    properties.created_by("assize");
    if (arrow::util::Codec::IsAvailable(arrow::Compression::ZSTD)) {
      properties.compression(arrow::Compression::ZSTD);
    }
    ARROW_ASSIGN_OR_RAISE(
        parquet_, parquet::arrow::FileWriter::Open(*schema_, arrow::default_memory_pool(), stream_,
                                                   properties.build(),
                                                   parquet::default_arrow_writer_properties()));
    return arrow::Status::OK();
  }

  Status add(const std::vector<std::vector<std::string_view>>& columns) override {
    arrow::ArrayVector arrays;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      auto array = array_of(columns_[i].kind, columns[i]);
      if (!array.ok() && array.status().IsTypeError()) return wrong_cell(columns_[i]);
      if (!array.ok()) return failed(array.status());
      arrays.push_back(std::move(*array));
    }
    const auto rows = columns.empty() ? 0 : static_cast<std::int64_t>(columns[0].size());
    const auto batch = arrow::RecordBatch::Make(schema_, rows, std::move(arrays));
    return guarded([&] {
      return parquet_ ? parquet_->WriteRecordBatch(*batch) : arrow_->WriteRecordBatch(*batch);
    });
  }

  Status finish() override {
    auto status = guarded([&] { return parquet_ ? parquet_->Close() : arrow_->Close(); });
    if (!status) return status;
    return stream_->file().finish();
  }

  Status failed(const arrow::Status& status) const {
    if (stream_->failure()) return *stream_->failure();
    return Failure{FailureKind::kInputOutput,
                   "the table cannot be written",
                   {fmt::format("The writer says: {}", status.message())}};
  }

 private:
  // No exception of a foreign library goes further than here.
  template <class F>
  Status guarded(const F& write) const try {
    const arrow::Status status = write();
    return status.ok() ? Status() : failed(status);
  } catch (const std::exception& exception) {
    return failed(arrow::Status::UnknownError(exception.what()));
  }

  std::shared_ptr<FileStream> stream_;
  std::vector<OutputColumn> columns_;
  std::shared_ptr<arrow::Schema> schema_;
  std::unique_ptr<parquet::arrow::FileWriter> parquet_;
  std::shared_ptr<arrow::ipc::RecordBatchWriter> arrow_;
};

}  // namespace

Result<std::unique_ptr<TableWriter>> typed_writer(std::unique_ptr<OutputFile> file,
                                                  std::vector<OutputColumn> columns,
                                                  OutputFormat format) {
  auto writer = std::make_unique<TypedWriter>(std::move(file), std::move(columns));
  if (const auto status = writer->start(format); !status.ok()) {
    return writer->failed(status).failure();
  }
  return std::unique_ptr<TableWriter>(std::move(writer));
}

}  // namespace assize::columns
