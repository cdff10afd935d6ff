// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "tests/agree/data.h"

#include <algorithm>
#include <fstream>
#include <sstream>

#include "compiler/check/period.h"
#include "tests/agree/schema.h"

namespace assize::agree {
namespace {

const std::vector<std::string> kCouncils = {"C1", "C2", "C3", "C4"};

std::string day(std::int64_t number) { return check::day_text(number); }
std::int64_t number_of(const char* text) { return *check::parse_day(text); }

/// Writes the cells of one data set. What one person has is alike in most rows, and in some it is not.
class DataWriter {
 public:
  DataWriter(const Schema& schema, std::uint64_t seed, int number)
      : schema_(schema), random_(seed_of(seed, 77000 + static_cast<std::uint64_t>(number))), number_(number) {}

  DataSet write();

 private:
  DataTable councils();
  DataTable of_people(const CollectionShape& shape);
  DataTable of_councils(const CollectionShape& shape);
  void add_repetitions(const CollectionShape& shape, DataTable& table);
  std::string cell(const NamedValue& field);
  std::string code(int list);
  std::string date();
  std::string birth();
  std::string text();
  std::string record_key(const NamedValue& field, std::int64_t number);

  const Schema& schema_;
  Random random_;
  int number_;
  std::int64_t next_id_ = 1;
};

DataTable DataWriter::councils() {
  DataTable table{{"key", "name", "region", "opened", "closed"}, {}};
  for (const std::string& key : kCouncils) {
    table.rows.push_back({key, "Council " + key, key < "C3" ? "North" : "South", "2010-04-01", ""});
  }
  table.rows.push_back({"C9", "Council gone", "South", "2010-04-01", "2020-03-31"});
  return table;
}

// Days crowd round the period, so that many are alike.
std::string DataWriter::date() {
  static const std::vector<std::string> kOften = {"2024-04-01", "2024-03-31", "2025-03-31", "2024-02-29", "2023-03-31",
                                                  "2023-04-01", "2024-06-30", "2024-07-01", "2024-12-31", "2020-02-29",
                                                  "2025-04-01", "2024-03-01", "2023-02-28"};
  if (random_.chance(45)) return random_.one_of(kOften);
  const bool near = random_.chance(80);
  const std::int64_t first = number_of(near ? "2023-03-01" : "2015-01-01");
  const std::int64_t last = number_of(near ? "2025-06-01" : "2027-12-31");
  return day(first + random_.below(static_cast<int>(last - first)));
}

std::string DataWriter::birth() {
  static const std::vector<std::string> kOften = {"1940-02-29", "2004-02-29", "1958-04-01", "2006-04-01", "1959-03-31",
                                                  "2007-03-31", "1960-01-01", "2024-02-29", "1936-02-29"};
  if (random_.chance(50)) return random_.one_of(kOften);
  return day(number_of("1930-01-01") + random_.below(30000));
}

std::string DataWriter::text() {
  static const std::vector<std::string> kTexts = {"ab", "AB", "abc", "b", "North", "C2", "c2", "abcd", "0", "a b"};
  return random_.one_of(kTexts);
}

std::string DataWriter::code(int list) {
  const CodeListShape& shape = schema_.lists[static_cast<std::size_t>(list)];
  if (random_.chance(4)) return "Of no list";
  std::string spelling = random_.one_of(shape.spellings);
  if (random_.chance(10)) {
    std::transform(spelling.begin(), spelling.end(), spelling.begin(), [](char c) {
      return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    });
  }
  return spelling;
}

std::string DataWriter::cell(const NamedValue& field) {
  const ValueType& type = field.type;
  const bool may_be_blank = type.unknown || type.none || type.open;
  if (may_be_blank ? random_.chance(30) : random_.chance(1)) return "";
  switch (type.kind) {
    case Kind::kYesNo: return random_.chance(50) ? "yes" : "no";
    case Kind::kNumber: return std::to_string(random_.chance(10) ? -random_.below(5) : random_.below(random_.chance(50) ? 4 : 40));
    case Kind::kDecimal: {
      static const std::vector<std::string> kEnds = {"", ".5", ".25", ".125", ".1", ".333"};
      return std::to_string(random_.between(-3, 12)) + random_.one_of(kEnds);
    }
    case Kind::kDate: return field.name == "born" ? birth() : date();
    case Kind::kDays: return std::to_string(random_.below(60));
    case Kind::kText: return text();
    case Kind::kCode: return code(type.list);
  }
  return "";
}

std::string DataWriter::record_key(const NamedValue& field, std::int64_t number) {
  const std::string digits = std::to_string(number);
  if (field.type.kind != Kind::kText) return digits;
  return (random_.chance(30) ? "s" : "S") + digits;  // whose order is not that of the numbers
}

DataTable DataWriter::of_people(const CollectionShape& shape) {
  DataTable table;
  for (const NamedValue& field : shape.fields) table.header.push_back(field.name);
  const int people = random_.between(number_ == 0 ? 2 : 5, number_ == 0 ? 5 : 20);
  for (int person = 1; person <= people; ++person) {
    const std::string home = random_.one_of(kCouncils);
    const std::string born = random_.chance(15) ? "" : birth();
    int rows = random_.chance(60) ? random_.between(0, 4) : random_.between(0, 12);
    if (shape.name != "visits_data") rows = random_.chance(40) ? 0 : random_.between(0, 6);
    for (; rows > 0; --rows) {
      std::vector<std::string> cells;
      std::string began;
      for (const NamedValue& field : shape.fields) {
        std::string value = cell(field);
        if (field.name == "person_key" || field.name == "who") {
          value = random_.chance(2) ? "" : (random_.chance(5) ? "p" : "P") + std::to_string(person);
        } else if (field.name == "la" || field.name == "sent_by") {
          value = random_.chance(80) ? home : random_.chance(96) ? random_.one_of(kCouncils) : "C9";
        } else if (field.name == "lives_in") {
          value = random_.chance(10) ? "" : random_.chance(90) ? random_.one_of(kCouncils) : "elsewhere";
        } else if (field.name == "id" || field.name == "stay_id") {
          value = record_key(field, random_.chance(3) && next_id_ > 1 ? next_id_ - 1 : next_id_++);
        } else if (field.name == "born" && random_.chance(80)) {
          value = born;
        } else if (field.name == shape.start) {
          began = value;
        } else if (field.name == shape.end && !value.empty() && !began.empty() && random_.chance(75)) {
          // Mostly after it began; else it is as it comes, and may be reversed.
          value = day(*check::parse_day(began) + random_.below(random_.chance(50) ? 10 : 200));
        }
        cells.push_back(std::move(value));
      }
      table.rows.push_back(std::move(cells));
    }
  }
  add_repetitions(shape, table);
  return table;
}

// Rows that are alike in every field, and rows alike in their days and little else.
void DataWriter::add_repetitions(const CollectionShape& shape, DataTable& table) {
  const std::size_t before = table.rows.size();
  for (std::size_t at = 0; at < before; ++at) {
    if (random_.chance(4)) table.rows.push_back(std::vector<std::string>(table.rows[at]));
    if (!random_.chance(12)) continue;
    std::vector<std::string> again = table.rows[at];
    for (std::size_t i = 0; i < again.size(); ++i) {
      const std::string& name = shape.fields[i].name;
      if (name == "id" || name == "stay_id") again[i] = record_key(shape.fields[i], next_id_++);
      const bool is_fixed = name == shape.start || name == shape.end || shape.fields[i].type.kind == Kind::kText ||
                            shape.fields[i].type.kind == Kind::kNumber;
      if (!is_fixed && random_.chance(25)) again[i] = cell(shape.fields[i]);
    }
    table.rows.push_back(std::move(again));
  }
}

DataTable DataWriter::of_councils(const CollectionShape& shape) {
  DataTable table;
  for (const NamedValue& field : shape.fields) table.header.push_back(field.name);
  for (const std::string& council : kCouncils) {
    // The last one sends nothing, mostly.
    if (council == "C4" && random_.chance(70)) continue;
    for (int rows = random_.between(0, 8); rows > 0; --rows) {
      std::vector<std::string> cells;
      for (const NamedValue& field : shape.fields) {
        std::string value = cell(field);
        if (field.name == "area" || field.name == "authority") value = council;
        if (field.name == "of_year") value = std::to_string(random_.between(2023, 2024));
        if (field.name == "age") value = std::to_string(random_.between(10, 95));
        cells.push_back(std::move(value));
      }
      table.rows.push_back(std::move(cells));
    }
  }
  add_repetitions(shape, table);
  return table;
}

DataSet DataWriter::write() {
  DataSet data;
  data["councils"] = councils();
  for (const CollectionShape& shape : schema_.collections) {
    next_id_ = 1;
    data[shape.name] = shape.names_person ? of_people(shape) : of_councils(shape);
  }
  Random order(random_.next());
  return shuffled(data, order);
}

// No cell holds a quotation mark.
std::string quoted(const std::string& cell) {
  return cell.find(',') == std::string::npos ? cell : '"' + cell + '"';
}

}  // namespace

DataSet generate_data(const Schema& schema, std::uint64_t seed, int number) {
  return DataWriter(schema, seed, number).write();
}

DataSet shuffled(const DataSet& data, Random& random) {
  DataSet made = data;
  for (auto& [name, table] : made) random.shuffle(table.rows);
  return made;
}

void write_data(const DataSet& data, const std::filesystem::path& folder) {
  for (const auto& [name, table] : data) {
    std::ofstream file(folder / (name + ".csv"), std::ios::binary);
    const auto line = [&](const std::vector<std::string>& cells) {
      for (std::size_t i = 0; i < cells.size(); ++i) file << (i == 0 ? "" : ",") << quoted(cells[i]);
      file << "\n";
    };
    line(table.header);
    for (const auto& row : table.rows) line(row);
  }
}

DataSet read_data(const std::filesystem::path& folder) {
  DataSet data;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".csv") continue;
    DataTable& table = data[entry.path().stem().string()];
    std::ifstream file(entry.path(), std::ios::binary);
    for (std::string line; std::getline(file, line);) {
      std::vector<std::string> cells(1);
      bool inside = false;
      for (const char c : line) {
        if (c == '"') {
          inside = !inside;
        } else if (c == ',' && !inside) {
          cells.emplace_back();
        } else {
          cells.back() += c;
        }
      }
      if (table.header.empty()) {
        table.header = std::move(cells);
      } else {
        table.rows.push_back(std::move(cells));
      }
    }
  }
  return data;
}

}  // namespace assize::agree
