// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

// The two formats that are text: CSV and JSON.

#include <cstdio>

#include "runtime/columns/rational.h"
#include "runtime/columns/writers.h"

namespace assize::columns {
namespace {

// Quotes what RFC 4180 wants quoted, and outer blanks, which some readers take off.
void append_csv(std::string_view cell, std::string& line) {
  const bool is_plain = cell.find_first_of(",\"\r\n") == std::string_view::npos &&
                        (cell.empty() || (cell.front() != ' ' && cell.back() != ' '));
  if (is_plain) {
    line += cell;
    return;
  }
  line += '"';
  for (const char c : cell) {
    if (c == '"') line += '"';
    line += c;
  }
  line += '"';
}

void append_json_text(std::string_view text, std::string& line) {
  line += '"';
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      line += '\\';
      line += c;
    } else if (static_cast<unsigned char>(c) < 0x20) {
      char escaped[8];
      std::snprintf(escaped, sizeof escaped, "\\u%04x", static_cast<unsigned>(c));
      line += escaped;
    } else {
      line += c;
    }
  }
  line += '"';
}

bool is_json_number(std::string_view cell) {
  if (!Rational::parse(cell)) return false;
  if (cell.front() == '-') cell.remove_prefix(1);
  return cell.size() == 1 || cell[0] != '0' || cell[1] == '.';
}

class CsvWriter final : public TableWriter {
 public:
  CsvWriter(std::unique_ptr<OutputFile> file, const std::vector<OutputColumn>& columns)
      : file_(std::move(file)) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (i > 0) header_ += ',';
      append_csv(columns[i].name, header_);
    }
    header_ += '\n';
  }

  Status add(const std::vector<std::vector<std::string_view>>& columns) override {
    if (auto status = write_header(); !status) return status;
    const std::size_t rows = columns.empty() ? 0 : columns[0].size();
    std::string line;
    for (std::size_t row = 0; row < rows; ++row) {
      line.clear();
      for (std::size_t i = 0; i < columns.size(); ++i) {
        if (i > 0) line += ',';
        append_csv(columns[i][row], line);
      }
      line += '\n';
      if (auto status = file_->write(line); !status) return status;
    }
    return {};
  }

  Status finish() override {
    if (auto status = write_header(); !status) return status;
    return file_->finish();
  }

 private:
  Status write_header() {
    Status status = file_->write(header_);
    header_.clear();
    return status;
  }

  std::unique_ptr<OutputFile> file_;
  std::string header_;  // until it is written
};

class JsonWriter final : public TableWriter {
 public:
  JsonWriter(std::unique_ptr<OutputFile> file, std::vector<OutputColumn> columns)
      : file_(std::move(file)), columns_(std::move(columns)) {}

  Status add(const std::vector<std::vector<std::string_view>>& columns) override {
    const std::size_t rows = columns.empty() ? 0 : columns[0].size();
    std::string line;
    for (std::size_t row = 0; row < rows; ++row) {
      line = is_first_ ? "[\n  {" : ",\n  {";
      is_first_ = false;
      for (std::size_t i = 0; i < columns.size(); ++i) {
        if (i > 0) line += ", ";
        append_json_text(columns_[i].name, line);
        line += ": ";
        if (!append_value(columns_[i].kind, columns[i][row], line)) return wrong_cell(columns_[i]);
      }
      line += '}';
      if (auto status = file_->write(line); !status) return status;
    }
    return {};
  }

  Status finish() override {
    if (auto status = file_->write(is_first_ ? "[]\n" : "\n]\n"); !status) return status;
    return file_->finish();
  }

 private:
  static bool append_value(CellKind kind, std::string_view cell, std::string& line) {
    if (cell.empty()) {
      line += "null";
    } else if (kind == CellKind::kText || kind == CellKind::kDay) {
      append_json_text(cell, line);
    } else if (is_json_number(cell)) {
      line += cell;
    } else {
      return false;
    }
    return true;
  }

  std::unique_ptr<OutputFile> file_;
  std::vector<OutputColumn> columns_;
  bool is_first_ = true;
};

}  // namespace

std::unique_ptr<TableWriter> csv_writer(std::unique_ptr<OutputFile> file,
                                        std::vector<OutputColumn> columns) {
  return std::make_unique<CsvWriter>(std::move(file), columns);
}

std::unique_ptr<TableWriter> json_writer(std::unique_ptr<OutputFile> file,
                                         std::vector<OutputColumn> columns) {
  return std::make_unique<JsonWriter>(std::move(file), std::move(columns));
}

}  // namespace assize::columns
