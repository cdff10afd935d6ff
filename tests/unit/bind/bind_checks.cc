// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "tests/unit/bind/bind_checks.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "compiler/check/period.h"
#include "compiler/interpret/record_interpreter.h"
#include "tests/support/places.h"

namespace assize::bind {
namespace {

constexpr const char* kLists = R"(
code list support_kind release 2 {
  source "invented"
  | code    | text       | release 1       | long? | unknown? |
  | nursing | Nursing    | Nurse; Nursing  | yes   |          |
  | home    | Home help  | Home            |       |          |
  | unsaid  | Not known  |                 |       | yes      |
  unmapped "Self-funder"
}
code list place {
  source "invented"
  | code | number | text       |
  | own  | 1      | Own home   |
  | care | 2      | Care home  |
}
)";

std::string cell_text(const check::Field& field, std::int64_t cell, const TextPool& texts,
                      const Column& column) {
  if (cell == kUnknownCell) return "?";
  if (cell == kNoneCell) return "none";
  if (cell == kOpenCell) return "open";
  switch (field.type.base) {
    case check::Base::kText:
      return texts.text(static_cast<std::int32_t>(cell));
    case check::Base::kDate:
      return check::day_text(cell);
    case check::Base::kBool:
      return cell == 1 ? "yes" : "no";
    case check::Base::kCode:
      return field.type.list->values[static_cast<std::size_t>(cell)].code;
    case check::Base::kDecimal:
      return column.decimals[static_cast<std::size_t>(cell)].to_text();
    default:
      return std::to_string(cell);
  }
}

const char* word_of(AccountLine::Kind kind) {
  switch (kind) {
    case AccountLine::Kind::kRefused:
      return "refused";
    case AccountLine::Kind::kLeftOut:
      return "left out";
    case AccountLine::Kind::kReadAsUnknown:
      return "unknown";
    case AccountLine::Kind::kReadAsNone:
      return "none";
    case AccountLine::Kind::kOlderSpelling:
      return "older";
    case AccountLine::Kind::kDuplicate:
      return "duplicate";
  }
  return "";
}

}  // namespace

std::optional<std::string> FolderReader::read(const std::string& path) {
  if (path == "test.assize") return text_;
  std::ifstream file(path);
  if (!file) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(file), {});
}

std::string FolderReader::resolve(const std::string& from, const std::string& used) {
  return ((from == "test.assize" ? folder_ : std::filesystem::path(from).parent_path()) / used)
      .lexically_normal()
      .string();
}

Compiled::Compiled(const std::string& text)
    : reader(support::fresh_folder(), text), library(sources, reader) {
  write_file(reader.resolve("test.assize", "councils.csv"), kCouncils);
  library.load("test.assize", sink);
}

Compiled::Compiled(const std::filesystem::path& file)
    : reader(file.parent_path(), ""), library(sources, reader) {
  library.load(file.string(), sink);
}

const check::Framework& Compiled::framework(const std::string& family, const std::string& year) {
  const check::Framework* made = library.framework(family, year, "", sink);
  for (const auto& one : sink.all()) {
    if (one.severity != diagnostics::Severity::kError) continue;
    const auto& file = sources.file(one.span.file);
    ADD_FAILURE() << one.code << " " << one.message << " at line "
                  << file.position_of(one.span.begin).line;
  }
  if (made == nullptr) throw std::runtime_error("the framework of the test does not compile");
  return *made;
}

std::string demo_framework(const std::string& more_of_cld, const std::string& unique) {
  return std::string(kLists) + R"(
collection cld {
  holds    events, one event
  identify council by council_sent
  identify person  by person_key
  )" + unique +
         R"(
  lasts    start to end
  unlisted codes read as blank
  field council_sent : text               column "Council"
  field number_sent  : number             column "Number"
  field nhs          : text?              column "Nhs"
  field local        : text?              column "Local"
  field start        : date               column "Start"
  field end          : date or still open column "End"
  field support      : support_kind release 2 or none? column "Kind" blank is none
  field home         : place?             column "Home"
  field born         : date?              column "Year", "Month" on day 1
  field died         : date or none       column "Died"
  field paid         : yes or no?         column "Paid"
  field hours        : decimal?           column "Hours"
  let person_key of event : text? by the first case that holds, if unknown try next {
    case traced    gives nhs
    case local     gives council_sent + "_" + local
    otherwise      gives unknown
  }
)" + more_of_cld +
         R"(
}
collection councils {
  holds    places, one place
  listed   in "councils.csv"
  identify council by ons_code
  unique   ons_code
  lasts    opened to closed
  field ons_code : text
  field cassr    : text?
  field name     : text
  field region   : text
  field opened   : date
  field closed   : date or still open
}
edition demo 2024-25 {
  title "Invented"   source "Invented"
  covers 2024-04-01 to 2025-03-31
  codes  cld release 2
  areas  from councils by region
  objectives { safety as 4 "Safety" }
}
)";
}

void write_file(const std::filesystem::path& path, const std::string& text) {
  std::ofstream(path, std::ios::binary) << text;
}

columns::Result<Inputs> try_bind_texts(Compiled& compiled, const std::string& cld,
                                       const std::string& councils) {
  const check::Framework& framework = compiled.framework();
  const auto folder = support::fresh_folder();
  write_file(folder / "cld.csv", cld);
  write_file(folder / "councils.csv", councils);
  DataFiles files;
  if (auto status = files.add(folder.string()); !status) return status.failure();
  interpret::RecordInterpreter evaluator;
  BindRequest request;
  request.needed = {framework.collection("cld")};
  request.period = {framework.covers_from, framework.covers_to};
  return bind_inputs(framework, files, evaluator, request);
}

Inputs bind_texts(Compiled& compiled, const std::string& cld, const std::string& councils) {
  auto inputs = try_bind_texts(compiled, cld, councils);
  if (!inputs) throw std::runtime_error(inputs.failure().message);
  return std::move(*inputs);
}

const Records& records_named(const Inputs& inputs, const std::string& collection) {
  for (const auto& records : inputs.collections) {
    if (records->collection->name == collection) return *records;
  }
  throw std::runtime_error("no records of " + collection);
}

std::vector<std::string> field_texts(const Inputs& inputs, const std::string& collection,
                                     const std::string& field) {
  const Records& records = records_named(inputs, collection);
  const check::Field& made = *records.collection->field(field);
  const Column& column = records.fields[static_cast<std::size_t>(made.index)];
  std::vector<std::string> texts;
  for (std::size_t row = 0; row < records.size; ++row) {
    texts.push_back(cell_text(made, column.at(row), *inputs.texts, column));
  }
  return texts;
}

std::vector<std::string> account_of(const Inputs& inputs, const std::string& collection) {
  std::vector<std::string> lines;
  for (const AccountLine& line : records_named(inputs, collection).account.lines) {
    lines.push_back(std::string(word_of(line.kind)) + " " + std::to_string(line.count) + " " +
                    line.reason + " (line " + std::to_string(line.first_line) + ")" +
                    (line.nearest.empty() ? "" : " nearest: " + line.nearest));
  }
  return lines;
}

}  // namespace assize::bind
