// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

// Code lists: values, groups, orders, scores, and the spellings of each release (language, 2.1).

#include <algorithm>
#include <utility>

#include "compiler/check/errors.h"
#include "compiler/check/site.h"

namespace assize::check {
namespace {

struct Heading {
  enum class Kind { kCode, kText, kNumber, kRelease, kUnknown, kGroup, kOrder, kScore };
  Kind kind = Kind::kScore;
  int release = 0;
  std::string name;
};

Heading read_heading(const std::string& text) {
  Heading made;
  made.name = text;
  if (text == "code") {
    made.kind = Heading::Kind::kCode;
  } else if (text == "text") {
    made.kind = Heading::Kind::kText;
  } else if (text == "number") {
    made.kind = Heading::Kind::kNumber;
  } else if (text == "unknown?") {
    made.kind = Heading::Kind::kUnknown;
  } else if (text.starts_with("release ")) {
    made.kind = Heading::Kind::kRelease;
    made.release = std::atoi(text.c_str() + 8);
  } else if (text.ends_with("?")) {
    made.kind = Heading::Kind::kGroup;
    made.name = text.substr(0, text.size() - 1);
  } else if (const auto at = text.find(" (1 is best)"); at != std::string::npos) {
    made.kind = Heading::Kind::kOrder;
    made.name = text.substr(0, at);
  }
  return made;
}

void bad(Site& site, Span span, std::string problem) {
  site.sink.add(diagnostics::diagnose(span, errors::bad_code_table, problem));
}

std::vector<std::string> parted(const std::string& cell) {
  std::vector<std::string> items;
  std::size_t begin = 0;
  while (begin <= cell.size()) {
    std::size_t end = cell.find(';', begin);
    if (end == std::string::npos) end = cell.size();
    std::string item = cell.substr(begin, end - begin);
    while (!item.empty() && item.front() == ' ') item.erase(0, 1);
    while (!item.empty() && item.back() == ' ') item.pop_back();
    if (!item.empty()) items.push_back(item);
    begin = end + 1;
  }
  return items;
}

// Where files write numbers, `2`, `02` and `2.0` are one.
std::string spelling_of_number(const std::string& text) {
  const auto number = Rational::parse(text);
  return number ? number->to_text() : fold(text);
}

template <class Column>
Column& column_of(std::vector<Column>& columns, const std::string& name) {
  for (Column& column : columns) {
    if (column.name == name) return column;
  }
  columns.push_back({});
  columns.back().name = name;
  return columns.back();
}

// `leaving`: values that this release retires; their spellings pass to whoever takes them over.
void spell(Site& site, CodeList& made, const std::set<int>& leaving, int release,
           const std::string& text, int value, Span span) {
  const std::string key = made.by_number ? spelling_of_number(text) : fold(text);
  const auto [at, fresh] = made.spellings[release].emplace(key, value);
  if (!fresh && leaving.contains(at->second)) {
    at->second = value;
  } else if (!fresh && at->second != value) {
    bad(site, span, "\"" + text + "\" is the spelling of two values, `" +
                        made.values[static_cast<std::size_t>(at->second)].code + "` and `" +
                        made.values[static_cast<std::size_t>(value)].code + "`");
  }
}

// Puts one row's cells in their places.
class RowReader {
 public:
  RowReader(Site& site, const syntax::CodeList& text, CodeList& made) : site_(site), made_(made) {
    for (const syntax::Cell& cell : text.table.header) headings_.push_back(read_heading(cell.text));
    for (std::size_t at = 0; at < headings_.size(); ++at) {
      if (headings_[at].kind == Heading::Kind::kCode) code_column_ = static_cast<int>(at);
    }
    declare_columns();
    for (const syntax::Retire& gone : text.retired) {
      for (const syntax::Path& path : gone.what) leaving_.insert(made.index_of(path.names.front().text));
    }
  }

  bool has_code_column() const { return code_column_ >= 0; }

  void read(const std::vector<syntax::Cell>& row, int own_release) {
    const syntax::Cell& code = row[static_cast<std::size_t>(code_column_)];
    int value = made_.index_of(code.text);
    const bool fresh = value < 0;
    if (!fresh && seen_.contains(code.text)) {
      site_.sink.add(diagnostics::diagnose(code.span, errors::declared_twice, "value", code.text));
      return;
    }
    seen_.insert(code.text);
    if (fresh) {
      value = static_cast<int>(made_.values.size());
      made_.values.push_back({code.text, "", std::nullopt, false, code.span});
    }
    grow();
    for (std::size_t at = 0; at < row.size(); ++at) place(headings_[at], row[at], value);
    spell_row(row, value, own_release);
  }

  // Every group, order and score has a place for every value.
  void grow() {
    const std::size_t size = made_.values.size();
    for (auto& group : made_.groups) group.members.resize(size, false);
    for (auto& order : made_.orders) order.places.resize(size);
    for (auto& score : made_.scores) score.scores.resize(size);
  }

 private:
  void declare_columns() {
    for (const Heading& heading : headings_) {
      if (heading.kind == Heading::Kind::kGroup) column_of(made_.groups, heading.name);
      if (heading.kind == Heading::Kind::kOrder) column_of(made_.orders, heading.name);
      if (heading.kind == Heading::Kind::kScore) column_of(made_.scores, heading.name);
      if (heading.kind == Heading::Kind::kNumber) made_.by_number = true;
    }
  }

  std::optional<Rational> number_in(const syntax::Cell& cell) {
    if (cell.text.empty()) return std::nullopt;
    const auto number = Rational::parse(cell.text);
    if (!number) bad(site_, cell.span, "\"" + cell.text + "\" is no number; this column holds numbers");
    return number;
  }

  bool says_yes(const syntax::Cell& cell) {
    if (!cell.text.empty() && cell.text != "yes") {
      bad(site_, cell.span, "\"" + cell.text + "\" is neither `yes` nor blank");
    }
    return cell.text == "yes";
  }

  void place(const Heading& heading, const syntax::Cell& cell, int value) {
    const auto at = static_cast<std::size_t>(value);
    switch (heading.kind) {
      case Heading::Kind::kText: made_.values[at].text = cell.text; break;
      case Heading::Kind::kNumber:
        if (const auto number = number_in(cell)) made_.values[at].number = number->floor();
        break;
      case Heading::Kind::kUnknown: made_.values[at].is_unknown = says_yes(cell); break;
      case Heading::Kind::kGroup: column_of(made_.groups, heading.name).members[at] = says_yes(cell); break;
      case Heading::Kind::kOrder: column_of(made_.orders, heading.name).places[at] = number_in(cell); break;
      case Heading::Kind::kScore: column_of(made_.scores, heading.name).scores[at] = number_in(cell); break;
      case Heading::Kind::kCode:
      case Heading::Kind::kRelease: break;
    }
  }

  void spell_row(const std::vector<syntax::Cell>& row, int value, int own_release) {
    std::string own;
    bool says_own = false;
    for (std::size_t at = 0; at < row.size(); ++at) {
      const bool number = headings_[at].kind == Heading::Kind::kNumber;
      if (number || (!made_.by_number && headings_[at].kind == Heading::Kind::kText)) {
        own = row[at].text;
        says_own = true;
      }
    }
    const syntax::Cell& code = row[static_cast<std::size_t>(code_column_)];
    if (!says_own) own = code.text;
    if (!own.empty()) spell(site_, made_, leaving_, own_release, own, value, code.span);
    for (std::size_t at = 0; at < row.size(); ++at) {
      if (headings_[at].kind != Heading::Kind::kRelease) continue;
      const int release = headings_[at].release;
      if (row[at].text == "-") continue;
      if (row[at].text.empty()) {
        if (!own.empty()) spell(site_, made_, leaving_, release, own, value, row[at].span);
        continue;
      }
      for (const std::string& item : parted(row[at].text)) {
        spell(site_, made_, leaving_, release, item, value, row[at].span);
      }
    }
  }

  Site& site_;
  CodeList& made_;
  std::vector<Heading> headings_;
  std::set<std::string> seen_;
  std::set<int> leaving_;
  int code_column_ = -1;
};

// A value retired `into` its heir leaves the list; its spellings lead to the heir.
void retire(Site& site, const syntax::Retire& text, CodeList& made) {
  for (const syntax::Path& path : text.what) {
    const std::string& code = path.names.front().text;
    const int gone = made.index_of(code);
    if (gone < 0) {
      bad(site, path.span, "`" + code + "` is retired, but is no value of `" + made.name + "`");
      continue;
    }
    int heir = -1;
    if (text.into) {
      heir = made.index_of(text.into->text);
      if (heir < 0 || heir == gone) {
        bad(site, text.into->span, "the heir `" + text.into->text + "` is no value of `" + made.name + "`");
        continue;
      }
    }
    for (auto& [release, spellings] : made.spellings) {
      for (auto at = spellings.begin(); at != spellings.end();) {
        if (at->second == gone && heir < 0) {
          made.unmapped[release].push_back(at->first);
          at = spellings.erase(at);
          continue;
        }
        if (at->second == gone) at->second = heir;
        if (at->second > gone) --at->second;
        ++at;
      }
    }
    const auto offset = static_cast<std::ptrdiff_t>(gone);
    made.values.erase(made.values.begin() + offset);
    for (auto& group : made.groups) group.members.erase(group.members.begin() + offset);
    for (auto& order : made.orders) order.places.erase(order.places.begin() + offset);
    for (auto& score : made.scores) score.scores.erase(score.scores.begin() + offset);
  }
}

// `includes a, b`: each value of theirs, but those marked unknown, needs a row here.
void check_includes(Site& site, const syntax::CodeList& text, CodeList& made) {
  for (const syntax::Name& name : text.includes) {
    const CodeList* included = find_code_list(site, name.text);
    if (!included) {
      report_unknown_name(site, name, "a code list", {});
      continue;
    }
    made.includes.push_back(name.text);
    if (included->is_damaged) continue;
    for (const CodeValue& value : included->values) {
      if (value.is_unknown || made.index_of(value.code) >= 0) continue;
      bad(site, name.span, "`" + value.code + "` of `" + name.text + "` has no row in `" + made.name +
                               "`: it must be placed by somebody");
    }
  }
}

// A mapping that leaves an older value out does not compile.
void check_older_values(Site& site, const syntax::CodeList& text, const CodeList& before,
                        const CodeList& made) {
  const auto old = before.spellings.find(before.release);
  if (old == before.spellings.end()) return;
  const auto mapped = made.spellings.find(before.release);
  const auto unmapped = made.unmapped.find(before.release);
  for (const auto& [spelling, value] : old->second) {
    if (mapped != made.spellings.end() && mapped->second.contains(spelling)) continue;
    if (unmapped != made.unmapped.end() &&
        std::find(unmapped->second.begin(), unmapped->second.end(), spelling) !=
            unmapped->second.end()) {
      continue;
    }
    const CodeValue& lost = before.values[static_cast<std::size_t>(value)];
    site.sink.add(diagnostics::diagnose(text.name.span, errors::unplaced_older_value,
                                        lost.text.empty() ? lost.code : lost.text,
                                        std::to_string(made.release))
                      .label(lost.span, "declared here")
                      .note("give it a place in the column `release " +
                            std::to_string(before.release) + "`, or list it as `unmapped`"));
  }
}

void check_names(Site& site, const syntax::CodeList& text, const CodeList& made) {
  const auto clash = [&](const std::string& name) {
    if (made.index_of(name) < 0) return;
    bad(site, text.name.span, "`" + name + "` is both a value of `" + made.name + "` and a column of it");
  };
  for (const CodeGroup& group : made.groups) clash(group.name);
  for (const CodeOrder& order : made.orders) clash(order.name);
  for (const CodeScore& score : made.scores) clash(score.name);
  for (const CodeOrder& order : made.orders) {
    for (const auto& place : order.places) {
      if (place && !place->is_whole()) bad(site, text.name.span, "a rank is a whole number");
    }
  }
}

}  // namespace

std::unique_ptr<CodeList> check_code_list(Site& site,
                                          const std::vector<const syntax::CodeList*>& versions,
                                          int release) {
  auto made = std::make_unique<CodeList>();
  bool damaged = false;
  for (const syntax::CodeList* text : versions) {
    const int own = text->release.value_or(0);
    if (own > release) break;
    if (text->revises && made->values.empty()) {
      bad(site, text->release_span, "`" + text->name.text + "` revises release " +
                                        std::to_string(*text->revises) + ", which is not there");
      continue;
    }
    const CodeList before = *made;
    if (!text->revises) *made = CodeList{};
    made->name = text->name.text;
    made->release = own;
    made->span = text->name.span;
    RowReader reader(site, *text, *made);
    if (!text->table.header.empty() && !reader.has_code_column()) {
      bad(site, text->table.span, "the table of `" + made->name + "` has no column `code`");
      continue;
    }
    // A revision changes only the rows given: the others are spelt as before.
    if (text->revises) made->spellings[own] = made->spellings[*text->revises];
    for (const auto& row : text->table.rows) reader.read(row, own);
    reader.grow();
    for (const syntax::Text& old : text->unmapped) {
      const std::string key = made->by_number ? spelling_of_number(old.value) : fold(old.value);
      made->unmapped[own - 1].push_back(key);
    }
    for (const syntax::Retire& gone : text->retired) retire(site, gone, *made);
    // A row that could not be read may have said what would be missed.
    damaged = damaged || is_damaged(site, text->span);
    if (!text->revises && !damaged) check_older_values(site, *text, before, *made);
    if (!damaged) check_includes(site, *text, *made);
    check_names(site, *text, *made);
  }
  made->is_damaged = damaged;
  return made;
}

}  // namespace assize::check
