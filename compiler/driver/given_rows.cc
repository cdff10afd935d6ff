// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/driver/given_rows.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <utility>

#include "compiler/driver/given_cells.h"
#include "compiler/driver/report.h"
#include "runtime/columns/spelling.h"

namespace assize::driver {
namespace {

using check::Value;

/// Cells of one row by the folded name of their column, with the place of each.
struct Written {
  std::string text;
  source::Span span;
};
using Cells = std::map<std::string, Written>;

Cells cells_of(const syntax::Table& table, const std::vector<syntax::Cell>& row) {
  Cells cells;
  for (std::size_t at = 0; at < table.header.size() && at < row.size(); ++at) {
    if (!row[at].text.empty()) {
      cells[columns::folded(table.header[at].text)] = {row[at].text, row[at].span};
    }
  }
  return cells;
}

Cells settings_of(const std::vector<syntax::Setting>& settings, const source::Sources& sources) {
  Cells cells;
  for (const syntax::Setting& setting : settings) {
    const source::Span span = setting.value->span;
    const std::string text = setting.value->kind == syntax::ExprKind::kText
                                 ? setting.value->text
                                 : std::string(sources.file(span.file).text(span));
    cells[columns::folded(setting.name.text)] = {text, span};
  }
  return cells;
}

/// What `given people` says: of each person, and of everybody.
struct People {
  std::map<std::string, Cells> by_person;
  Cells everybody;
};

People people_of(const syntax::Test& test, const source::Sources& sources) {
  People people;
  for (const syntax::Given& given : test.given) {
    if (given.what.text != "people") continue;
    people.everybody.merge(settings_of(given.with, sources));
    for (const auto& row : given.table.rows) {
      Cells cells = cells_of(given.table, row);
      const auto person = cells.find("person");
      if (person != cells.end()) people.by_person[columns::folded(person->second.text)] = cells;
    }
  }
  return people;
}

std::string place_of(const source::Sources& sources, source::Span span) {
  const source::SourceFile& file = sources.file(span.file);
  return file.path() + ":" + std::to_string(file.position_of(span.begin).line);
}

class RowMaker {
 public:
  RowMaker(const check::Collection& collection, const People& people,
           const source::Sources& sources, std::int64_t last_day)
      : collection_(collection), people_(people), sources_(sources), last_day_(last_day) {}

  /// Adds the rows of one table; a failure names the cell that cannot be read.
  columns::Status add(const syntax::Given& given, std::vector<GivenRow>& rows) {
    const Cells defaults = settings_of(given.with, sources_);
    for (const syntax::Cell& heading : given.table.header) {
      if (auto known = check_heading(heading); !known) return known;
    }
    for (const auto& cells : given.table.rows) {
      if (auto added = add_row(given, cells, defaults, rows); !added) return added;
    }
    return {};
  }

 private:
  columns::Status check_heading(const syntax::Cell& heading) const {
    const std::string name = columns::folded(heading.text);
    if (name == "person" || name == "copies" || field_named(name) != nullptr) return {};
    return usage_failure(place_of(sources_, heading.span) + ": `" + heading.text +
                         "` is no field of `" + collection_.name + "`");
  }

  const check::Field* field_named(const std::string& folded) const {
    for (const auto& field : collection_.fields) {
      if (columns::folded(field->name) == folded) return field.get();
    }
    return nullptr;
  }

  columns::Status add_row(const syntax::Given& given, const std::vector<syntax::Cell>& cells,
                          const Cells& defaults, std::vector<GivenRow>& rows) {
    const Cells own = cells_of(given.table, cells);
    GivenRow row;
    const source::Span span = cells.empty() ? given.span : cells.front().span;
    row.line = sources_.file(span.file).position_of(span.begin).line;
    const auto person = own.find("person");
    if (person != own.end() && field_named("person") == nullptr) row.person = person->second.text;
    for (const auto& field : collection_.fields) {
      auto value = value_for(*field, own, person_cells(own), defaults);
      if (!value) return value.failure();
      row.cells.push_back(*std::move(value));
    }
    const auto copies = own.find("copies");
    const int times = copies == own.end() ? 1 : std::max(1, std::atoi(copies->second.text.c_str()));
    for (int copy = 0; copy < times; ++copy) {
      number_unique_fields(own, defaults, row);
      rows.push_back(row);
    }
    return {};
  }

  const Cells& person_cells(const Cells& own) const {
    static const Cells nothing;
    const auto person = own.find("person");
    if (person == own.end()) return nothing;
    const auto found = people_.by_person.find(columns::folded(person->second.text));
    return found == people_.by_person.end() ? nothing : found->second;
  }

  // The nearest that says something: the row, the person, `with`, everybody.
  columns::Result<Value> value_for(const check::Field& field, const Cells& own,
                                   const Cells& person, const Cells& defaults) const {
    const std::string name = columns::folded(field.name);
    for (const Cells* cells : {&own, &person, &defaults, &people_.everybody}) {
      const auto found = cells->find(name);
      if (found == cells->end()) continue;
      if (auto value = value_of_cell(field, found->second.text)) return *value;
      return usage_failure(place_of(sources_, found->second.span) + ": `" + found->second.text +
                           "` cannot be `" + field.name + "` of `" + collection_.name + "`");
    }
    if (auto blank = value_of_blank(field)) return *blank;
    return value_not_mentioned(field, last_day_);
  }

  void number_unique_fields(const Cells& own, const Cells& defaults, GivenRow& row) {
    ++count_;
    for (const check::Field* field : collection_.unique) {
      const std::string name = columns::folded(field->name);
      if (own.contains(name) || defaults.contains(name)) continue;
      Value& cell = row.cells[static_cast<std::size_t>(field->index)];
      if (field->type.base == check::Base::kNumber) cell = Value::of(check::Base::kNumber, count_);
      if (field->type.base == check::Base::kText) cell.text = std::to_string(count_);
    }
  }

  const check::Collection& collection_;
  const People& people_;
  const source::Sources& sources_;
  std::int64_t last_day_;
  std::int64_t count_ = 0;
};

}  // namespace

columns::Result<std::vector<GivenRows>> given_rows(const syntax::Test& test,
                                                   const check::Framework& framework,
                                                   const source::Sources& sources) {
  const People people = people_of(test, sources);
  std::vector<GivenRows> made;
  for (const auto& collection : framework.collections) {
    GivenRows rows{collection.get(), {}};
    RowMaker maker(*collection, people, sources, framework.covers_to);
    for (const syntax::Given& given : test.given) {
      if (given.what.text != collection->name) continue;
      if (auto added = maker.add(given, rows.rows); !added) return added.failure();
    }
    if (!rows.rows.empty()) made.push_back(std::move(rows));
  }
  for (const syntax::Given& given : test.given) {
    if (given.what.text != "people" && framework.collection(given.what.text) == nullptr) {
      return usage_failure(place_of(sources, given.what.span) + ": there is no collection `" +
                           given.what.text + "` in " + framework.at_name());
    }
  }
  return made;
}

}  // namespace assize::driver
