// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/driver/data_command.h"

#include <algorithm>
#include <string>

#include "compiler/driver/compile.h"
#include "compiler/driver/describe_account.h"
#include "compiler/driver/find_measures.h"
#include "compiler/driver/read_data.h"
#include "compiler/driver/report.h"
#include "compiler/results/lay_out.h"

namespace assize::driver {
namespace {

using results::padded;
using results::right_aligned;

constexpr std::size_t kShareWidth = 10;

std::string type_words(const check::Field& field) {
  const auto base = [&]() -> std::string {
    switch (field.type.base) {
      case check::Base::kBool:
        return "yes or no";
      case check::Base::kNumber:
        return "number";
      case check::Base::kDecimal:
        return "decimal";
      case check::Base::kDate:
        return "date";
      case check::Base::kText:
        return "text";
      case check::Base::kCode:
        return field.type.list == nullptr ? "code" : field.type.list->name;
      default:
        return "";
    }
  }();
  std::string words = base;
  if (field.release > 0) words += " release " + std::to_string(field.release);
  if (field.type.may_be_open) words += ", blank = still open";
  return words;
}

std::string share(std::size_t part, std::size_t whole) {
  if (whole == 0 || part == 0) return "";
  const columns::Rational exact = columns::Rational(static_cast<std::int64_t>(part)) *
                                  columns::Rational(100) /
                                  columns::Rational(static_cast<std::int64_t>(whole));
  return exact.rounded(1).to_text(1) + " %";
}

std::string column_line(const check::Field& field, const bind::Column& column) {
  std::size_t unknown = 0;
  std::size_t none = 0;
  std::size_t open = 0;
  for (std::size_t row = 0; row < column.size(); ++row) {
    const std::int64_t cell = column.at(row);
    unknown += cell == bind::kUnknownCell ? 1U : 0U;
    none += cell == bind::kNoneCell ? 1U : 0U;
    open += cell == bind::kOpenCell ? 1U : 0U;
  }
  std::string names;
  for (const std::string& name : field.columns) names += (names.empty() ? "" : ", ") + name;
  return " " + padded(names, 36) + "  " + padded(type_words(field), 32) +
         right_aligned(share(unknown, column.size()), kShareWidth) +
         right_aligned(share(none, column.size()), kShareWidth) +
         right_aligned(share(open, column.size()), kShareWidth);
}

std::string without_trailing_blanks(std::string line) {
  line.erase(line.find_last_not_of(' ') + 1);
  return line + "\n";
}

std::string columns_text(const bind::Records& records) {
  std::string text = without_trailing_blanks(
      " " + padded("column", 36) + "  " + padded("what it is", 32) +
      right_aligned("unknown", kShareWidth) + right_aligned("none", kShareWidth) +
      right_aligned("open", kShareWidth));
  for (const auto& field : records.collection->fields) {
    text += without_trailing_blanks(
        column_line(*field, records.fields[static_cast<std::size_t>(field->index)]));
  }
  return text;
}

}  // namespace

ExitCode data_describe_command(const DescribeOptions& options) {
  Compilation compilation;
  const auto compiled = compile_edition(compilation, options.edition, options.frameworks);
  if (!compiled) return report(compiled.failure());
  if (*compiled == nullptr) return report(compilation.sink, compilation.sources);
  const auto period = period_of_run(**compiled, options.period);
  if (!period) return report(period.failure());
  const auto chosen = find_measures(**compiled, {}, true);
  if (!chosen) return report(chosen.failure());
  const auto inputs = read_data(**compiled, chosen->measures, {options.data, *period, 0});
  if (!inputs) return report(inputs.failure());
  for (const auto& records : inputs->collections) {
    write_out(account_text(*records, Detail::kEverything) + columns_text(*records) + "\n");
  }
  return ExitCode::kFine;
}

}  // namespace assize::driver
