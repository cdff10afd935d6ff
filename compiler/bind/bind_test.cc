// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/bind/bind_test.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "compiler/bind/errors.h"
#include "compiler/bind/read_rows.h"
#include "compiler/bind/sift.h"
#include "compiler/bind/written_cell.h"
#include "compiler/diagnostics/nearest.h"
#include "runtime/columns/rational.h"

namespace assize::bind {
namespace {

using diagnostics::Confidence;
using diagnostics::diagnose;

constexpr std::string_view kPerson = "person";
constexpr std::string_view kCopies = "copies";
constexpr std::size_t kMostCopies = 1'000'000;

// One row as it is written: what each name of the table says, blank cells left out.
using WrittenRow = std::map<std::string, Written>;

// What `given people` says: of each person by folded key, and of everybody.
struct People {
  std::map<std::string, WrittenRow> of_person;
  WrittenRow of_everybody;
};

WrittenRow settings_of(const syntax::Given& given) {
  WrittenRow row;
  for (const syntax::Setting& setting : given.with)
    row[setting.name.text] = written(*setting.value);
  return row;
}

WrittenRow row_of(const syntax::Table& table, const std::vector<syntax::Cell>& cells) {
  WrittenRow row;
  for (std::size_t i = 0; i < cells.size() && i < table.header.size(); ++i) {
    if (const auto cell = written(cells[i])) row[table.header[i].text] = *cell;
  }
  return row;
}

// Everything that is given for one collection.
struct GivenRows {
  std::vector<const syntax::Given*> tables;
  std::set<std::string> mentioned;  // names in headers, after `with`, and of people
};

class TestBinding {
 public:
  TestBinding(const check::Framework& framework, const syntax::Test& test,
              const TestRequest& request, RecordEvaluator& evaluator, diagnostics::Sink& sink)
      : framework_(framework),
        test_(test),
        request_(request),
        sink_(sink),
        asking_{evaluator, *inputs_.texts, request.period} {
    inputs_.period = request.period;
  }

  columns::Result<Inputs> bind();

 private:
  void find_tables();
  void read_people();
  void check_names(const syntax::Given& given, const check::Collection* collection);
  void unknown_column(const std::string& name, source::Span span,
                      const check::Collection* collection);
  bool any_given_has(const std::string& name) const;

  ReadRows rows_of(const check::Collection& collection);
  std::vector<WrittenRow> written_rows(const check::Collection& collection, const GivenRows& given);
  std::size_t copies_of(const WrittenRow& row);
  FieldCells cells_of(const check::Collection& collection, const check::Field& field,
                      const std::vector<WrittenRow>& rows, const GivenRows& given);
  std::int64_t stand_in(const check::Field& field) const;
  const check::Field* counting_field(const check::Collection& collection,
                                     const GivenRows& given) const;
  columns::Status read_list();
  columns::Status add(const check::Collection& collection);
  void report_refused(const Records& records);

  const check::Framework& framework_;
  const syntax::Test& test_;
  const TestRequest& request_;
  diagnostics::Sink& sink_;
  Inputs inputs_;
  Asking asking_;
  std::map<const check::Collection*, GivenRows> given_;
  People people_;
  std::optional<CouncilList> councils_;
};

bool has_field(const check::Collection& collection, const std::string& name) {
  return std::any_of(collection.fields.begin(), collection.fields.end(),
                     [&](const auto& field) { return field->name == name; });
}

// ---- names

void TestBinding::find_tables() {
  for (const syntax::Given& given : test_.given) {
    const check::Collection* found = nullptr;
    std::vector<std::string> names = {"people"};
    for (const auto& collection : framework_.collections) {
      names.push_back(collection->name);
      if (collection->name == given.what.text) found = collection.get();
    }
    if (found == nullptr && given.what.text == "people")
      continue;  // looked at when all tables are known
    if (found == nullptr) {
      auto error = diagnose(given.what.span, errors::unknown_collection, given.what.text);
      for (const std::string& word : diagnostics::nearest_words(given.what.text, names)) {
        error.fix(Confidence::kMaybe, "a collection of the edition", {{given.what.span, word}});
      }
      sink_.add(std::move(error));
      continue;
    }
    check_names(given, found);
    GivenRows& rows = given_[found];
    rows.tables.push_back(&given);
    for (const auto& cell : given.table.header) rows.mentioned.insert(cell.text);
    for (const auto& setting : given.with) rows.mentioned.insert(setting.name.text);
  }
}

bool TestBinding::any_given_has(const std::string& name) const {
  return std::any_of(given_.begin(), given_.end(),
                     [&](const auto& entry) { return has_field(*entry.first, name); });
}

void TestBinding::unknown_column(const std::string& name, source::Span span,
                                 const check::Collection* collection) {
  std::vector<std::string> names;
  for (const auto& [other, given] : given_) {
    if (collection != nullptr && other != collection) continue;
    for (const auto& field : other->fields) names.push_back(field->name);
  }
  if (collection != nullptr && names.empty()) {
    for (const auto& field : collection->fields) names.push_back(field->name);
  }
  const std::string where =
      collection != nullptr ? "`" + collection->name + "`" : "any collection given";
  auto error = diagnose(span, errors::unknown_column, name, where);
  for (const std::string& word : diagnostics::nearest_words(name, names)) {
    error.fix(Confidence::kMaybe, "a field of the collection", {{span, word}});
  }
  sink_.add(std::move(error));
}

// `collection` is null for `given people`, whose names may be fields of any collection that is
// given.
void TestBinding::check_names(const syntax::Given& given, const check::Collection* collection) {
  const bool may_name_person = collection == nullptr || collection->person_key != nullptr;
  const auto check_name = [&](const std::string& name, source::Span span) {
    const bool is_special =
        (name == kPerson && may_name_person) || (name == kCopies && collection != nullptr);
    const bool is_field =
        collection != nullptr ? has_field(*collection, name) : any_given_has(name);
    if (!is_special && !is_field) unknown_column(name, span, collection);
  };
  for (const auto& cell : given.table.header) check_name(cell.text, cell.span);
  for (const auto& setting : given.with) check_name(setting.name.text, setting.name.span);
}

void TestBinding::read_people() {
  for (const syntax::Given& given : test_.given) {
    if (given.what.text != "people") continue;
    check_names(given, nullptr);
    const WrittenRow with = settings_of(given);
    people_.of_everybody.insert(with.begin(), with.end());
    for (const auto& cells : given.table.rows) {
      WrittenRow row = row_of(given.table, cells);
      const auto person = row.find(std::string(kPerson));
      if (person == row.end()) continue;
      people_.of_person[check::fold(person->second.text)] = row;
    }
    for (auto& [collection, rows] : given_) {
      for (const auto& cell : given.table.header) rows.mentioned.insert(cell.text);
      for (const auto& [name, value] : with) rows.mentioned.insert(name);
    }
  }
}

// ---- rows

std::size_t TestBinding::copies_of(const WrittenRow& row) {
  const auto copies = row.find(std::string(kCopies));
  if (copies == row.end()) return 1;
  const auto number = columns::Rational::parse(copies->second.text);
  const bool fits = number && !number->overflowed() && number->is_whole() && number->floor() >= 0 &&
                    number->floor() <= static_cast<std::int64_t>(kMostCopies);
  if (fits) return static_cast<std::size_t>(number->floor());
  sink_.add(diagnose(copies->second.span, errors::wrong_cell, copies->second.text,
                     std::string(kCopies), "a whole number from 0 to 1000000"));
  return 1;
}

std::vector<WrittenRow> TestBinding::written_rows(const check::Collection& collection,
                                                  const GivenRows& given) {
  std::vector<WrittenRow> rows;
  for (const syntax::Given* table : given.tables) {
    const WrittenRow with = settings_of(*table);
    for (const auto& cells : table->table.rows) {
      WrittenRow row = row_of(table->table, cells);
      row.insert(with.begin(), with.end());
      if (collection.person_key) {
        const auto person = row.find(std::string(kPerson));
        const auto details = person == row.end()
                                 ? people_.of_person.end()
                                 : people_.of_person.find(check::fold(person->second.text));
        if (details != people_.of_person.end())
          row.insert(details->second.begin(), details->second.end());
        row.insert(people_.of_everybody.begin(), people_.of_everybody.end());
      }
      const std::size_t copies = copies_of(row);
      rows.insert(rows.end(), copies, row);
    }
  }
  return rows;
}

// What a field holds that refuses blanks and that the test never mentions.
std::int64_t TestBinding::stand_in(const check::Field& field) const {
  switch (field.type.base) {
    case check::Base::kDate:
      return request_.period.end;
    case check::Base::kText:
      return inputs_.texts->intern("not given");
    default:
      return 0;
  }
}

// The field of the key that counts up by itself: the last number of it that is not mentioned, else
// text.
const check::Field* TestBinding::counting_field(const check::Collection& collection,
                                                const GivenRows& given) const {
  const check::Field* counting = nullptr;
  for (const check::Field* field : collection.unique) {
    const bool is_number = field->type.base == check::Base::kNumber;
    const bool is_key_of_council = collection.council_key && collection.council_key->field == field;
    const bool is_text = field->type.base == check::Base::kText && !is_key_of_council &&
                         !given.mentioned.contains(field->name);
    if (is_number && (!given.mentioned.contains(field->name) || collection.unique.size() == 1))
      counting = field;
    if (is_text && (counting == nullptr || counting->type.base != check::Base::kNumber))
      counting = field;
  }
  return counting;
}

FieldCells TestBinding::cells_of(const check::Collection& collection, const check::Field& field,
                                 const std::vector<WrittenRow>& rows, const GivenRows& given) {
  WrittenReader reader(field, collection, *inputs_.texts, sink_);
  CellReader blank(field, collection, *inputs_.texts);
  const bool refuses = field.blank == check::Field::Blank::kRefusesRow;
  const bool counts = &field == counting_field(collection, given);
  std::map<std::pair<std::uint32_t, std::string>, std::int64_t>
      read;  // each place once, by its span
  std::set<std::int64_t> taken;
  std::vector<std::int64_t> cells(rows.size(), kUnknownCell);
  bool is_reported = false;
  const auto cell_of = [&](const Written& value) {
    const auto [found, is_new] = read.try_emplace({value.span.begin, value.text}, kUnknownCell);
    if (is_new) found->second = reader.read(value);
    return found->second;
  };
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const auto value = rows[row].find(field.name);
    if (value != rows[row].end()) taken.insert(cells[row] = cell_of(value->second));
  }
  std::int64_t next = 1;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    if (rows[row].contains(field.name)) continue;
    if (counts) {
      if (field.type.base == check::Base::kText) {
        cells[row] = inputs_.texts->intern(std::to_string(next++));
        continue;
      }
      while (taken.contains(next)) ++next;
      cells[row] = next++;
    } else if (!refuses) {
      cells[row] = blank.blank().cell;
    } else if (!given.mentioned.contains(field.name)) {
      cells[row] =
          field.type.base == check::Base::kDecimal ? cell_of({"0", false, {}}) : stand_in(field);
    } else if (!std::exchange(is_reported, true)) {
      sink_.add(diagnose(given.tables[0]->what.span, errors::blank_refuses, field.name));
    }
  }
  FieldCells made;
  made.column = Column::narrowest(cells);
  for (std::size_t row = 0; !collection.symbols.empty() && row < rows.size(); ++row) {
    const auto value = rows[row].find(field.name);
    if (value == rows[row].end()) continue;
    if (const auto symbol = reader.symbol(value->second)) made.column.symbols[row] = *symbol;
  }
  made.column.decimals = reader.decimals();
  return made;
}

ReadRows TestBinding::rows_of(const check::Collection& collection) {
  ReadRows rows;
  const GivenRows& given = given_[&collection];
  const std::vector<WrittenRow> written = written_rows(collection, given);
  rows.size = written.size();
  for (std::size_t row = 0; row < rows.size; ++row)
    rows.lines.push_back(static_cast<std::uint32_t>(row + 1));
  for (const auto& field : collection.fields) {
    rows.fields.push_back(cells_of(collection, *field, written, given));
  }
  const bool names_persons = std::any_of(written.begin(), written.end(), [](const WrittenRow& row) {
    return row.contains(std::string(kPerson));
  });
  if (collection.person_key && names_persons) {
    for (const WrittenRow& row : written) {
      const auto person = row.find(std::string(kPerson));
      rows.persons.push_back(person == row.end() ? -1 : inputs_.texts->intern(person->second.text));
    }
  }
  return rows;
}

// ---- collections

columns::Status TestBinding::read_list() {
  if (framework_.areas == nullptr) {
    councils_.emplace().take_any();
    return {};
  }
  const check::Collection& list = *framework_.areas;
  const bool is_given = given_.contains(&list);
  ReadRows rows;
  if (is_given || list.listed_in.empty()) {
    rows = rows_of(list);
  } else {
    // Where the list itself is not at hand, the councils that the test names are all there are.
    auto read = read_rows(list, list.listed_in, {}, *inputs_.texts);
    const bool is_missing = !read && read.failure().kind == columns::FailureKind::kInputOutput;
    if (!read && !is_missing) return read.failure();
    rows = is_missing ? rows_of(list) : std::move(*read);
  }
  auto records = sift_list(framework_, std::move(rows), councils_, asking_);
  if (!records) return records.failure();
  if (is_given) report_refused(**records);
  inputs_.collections.push_back(std::move(*records));
  councils_->take_any();
  return {};
}

// A test that loses rows without a word would test something else than it says.
void TestBinding::report_refused(const Records& records) {
  for (const AccountLine& line : records.account.lines) {
    if (line.kind != AccountLine::Kind::kRefused) continue;
    sink_.add(diagnose(given_[records.collection].tables[0]->what.span, errors::refused_rows,
                       std::to_string(line.count), records.collection->name, line.reason));
  }
}

columns::Status TestBinding::add(const check::Collection& collection) {
  const bool is_given = given_.contains(&collection);
  auto records = sift(collection, rows_of(collection), &*councils_, asking_);
  if (!records) return records.failure();
  if (is_given) report_refused(**records);
  inputs_.collections.push_back(std::move(*records));
  return {};
}

columns::Result<Inputs> TestBinding::bind() {
  find_tables();
  read_people();
  if (auto status = read_list(); !status) return status.failure();
  std::vector<const check::Collection*> wanted = request_.needed;
  for (const syntax::Given& given : test_.given) {
    for (const auto& [collection, rows] : given_) {
      if (collection->name == given.what.text) wanted.push_back(collection);
    }
  }
  for (const check::Collection* collection : wanted) {
    if (inputs_.records_of(collection) != nullptr) continue;
    if (auto status = add(*collection); !status) return status.failure();
  }
  std::vector<std::int32_t> place;
  inputs_.councils = councils_->sorted(place);
  for (const auto& records : inputs_.collections) {
    for (std::int32_t& council : records->council)
      council = place[static_cast<std::size_t>(council)];
  }
  return std::move(inputs_);
}

}  // namespace

columns::Result<Inputs> bind_test(const check::Framework& framework, const syntax::Test& test,
                                  const TestRequest& request, RecordEvaluator& evaluator,
                                  diagnostics::Sink& sink) {
  return TestBinding(framework, test, request, evaluator, sink).bind();
}

}  // namespace assize::bind
