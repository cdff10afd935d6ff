// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/driver/compare_expected.h"

#include <algorithm>
#include <array>
#include <optional>

#include "compiler/check/period.h"
#include "runtime/columns/spelling.h"

namespace assize::driver {
namespace {

using columns::Rational;
using results::Row;
using results::UnitRow;

bool are_alike(const std::string& one, const std::string& other) {
  return columns::folded(one) == columns::folded(other);
}

constexpr std::array<const char*, 4> kFigureColumns = {"part", "group", "council", "breakdown"};
constexpr std::array<const char*, 6> kUnitColumns = {"person", "council", "part",
                                                     "start",  "end",     "record"};

template <std::size_t N>
bool identifies(const std::string& column, const std::array<const char*, N>& columns) {
  return std::find(columns.begin(), columns.end(), column) != columns.end();
}

/// Cells of one row, looked up by the name of their column.
class ExpectedRow {
 public:
  ExpectedRow(const syntax::Table& table, const std::vector<syntax::Cell>& cells)
      : table_(table), cells_(cells) {}

  /// The cell of a column; null if there is no such column, or the cell is blank.
  const syntax::Cell* cell(const std::string& column) const {
    for (std::size_t at = 0; at < table_.header.size() && at < cells_.size(); ++at) {
      if (are_alike(table_.header[at].text, column)) {
        return cells_[at].text.empty() ? nullptr : &cells_[at];
      }
    }
    return nullptr;
  }
  std::size_t size() const { return std::min(table_.header.size(), cells_.size()); }
  std::string column(std::size_t at) const { return columns::folded(table_.header[at].text); }
  const syntax::Cell& operator[](std::size_t at) const { return cells_[at]; }
  source::Span span() const {
    return cells_.empty() ? table_.span : source::join(cells_.front().span, cells_.back().span);
  }

  template <std::size_t N>
  std::string named_by(const std::array<const char*, N>& columns) const {
    std::string text;
    for (const char* name : columns) {
      const syntax::Cell* found = cell(name);
      if (found != nullptr)
        text += (text.empty() ? "" : ", ") + std::string(name) + " " + found->text;
    }
    return text;
  }

 private:
  const syntax::Table& table_;
  const std::vector<syntax::Cell>& cells_;
};

// ---- figures

// A council by its key, its name, or what else the list calls it.
bool is_council(const std::string& text, const Row& row, const bind::Inputs& inputs) {
  if (row.level != results::Level::kCouncil) return false;
  if (are_alike(text, row.geography_code) || are_alike(text, row.geography_name)) return true;
  for (const bind::Council& council : inputs.councils) {
    if (council.key != row.geography_code) continue;
    return std::any_of(council.also.begin(), council.also.end(),
                       [&](const std::string& name) { return are_alike(text, name); });
  }
  return false;
}

bool is_meant(const ExpectedRow& expected, const Row& row, const bind::Inputs& inputs) {
  const syntax::Cell* part = expected.cell("part");
  if (part != nullptr && !are_alike(part->text, row.of_part->name)) return false;
  const syntax::Cell* breakdown = expected.cell("breakdown");
  if (breakdown == nullptr && row.is_tabulation) return false;
  if (breakdown != nullptr && !are_alike(breakdown->text, row.breakdown)) return false;
  const syntax::Cell* group = expected.cell("group");
  if (!are_alike(group == nullptr ? "total" : group->text, row.group)) return false;
  const syntax::Cell* council = expected.cell("council");
  if (council == nullptr || are_alike(council->text, "total")) {
    return row.level == results::Level::kEngland;
  }
  return is_council(council->text, row, inputs);
}

std::string number_text(const std::optional<Rational>& number) {
  return number ? number->to_text() : std::string();
}

std::string obtained_text(const Row& row, const std::string& column) {
  if (column == "numerator") return number_text(row.numerator);
  if (column == "denominator") return number_text(row.denominator);
  if (column == "value") return row.value ? results::value_text(*row.value, row.of_part->show) : "";
  if (column == "margin") return number_text(row.margin);
  if (column == "lower") return number_text(row.lower);
  if (column == "upper") return number_text(row.upper);
  if (column == "status") return results::status_letter(row.status);
  if (column == "note") return row.note;
  return "no such column";
}

// Numbers are equal as numbers: 29 and 29.0. Everything else as text.
bool are_equal(const std::string& expected, const std::string& obtained) {
  const auto left = Rational::parse(expected);
  const auto right = Rational::parse(obtained);
  if (left && right) return *left == *right;
  return are_alike(expected, obtained);
}

void compare_row(const ExpectedRow& expected, const std::string& where, const Row& row,
                 std::vector<Difference>& differences) {
  for (std::size_t at = 0; at < expected.size(); ++at) {
    const std::string column = expected.column(at);
    if (identifies(column, kFigureColumns) || expected[at].text.empty()) continue;
    const std::string obtained = obtained_text(row, column);
    if (!are_equal(expected[at].text, obtained)) {
      differences.push_back({expected[at].span, where, column, expected[at].text, obtained});
    }
  }
}

// ---- units

std::string day_cell(std::int64_t cell) {
  if (cell == bind::kUnknownCell) return "unknown";
  if (cell == bind::kOpenCell) return "open";
  return check::day_text(cell);
}

/// One unit's cells as text, by the name of their column.
class ObtainedUnit {
 public:
  ObtainedUnit(const bind::Inputs& inputs, const results::MeasureTally& tally, const UnitRow& row)
      : inputs_(inputs), tally_(tally), row_(row) {}

  std::string text(const std::string& column) const {
    if (column == "person") return row_.person < 0 ? "" : inputs_.texts->text(row_.person);
    if (column == "council") return inputs_.councils[static_cast<std::size_t>(row_.council)].key;
    if (column == "part") {
      if (row_.part < 0) return "";  // what stands above all parts
      return tally_.measure->parts[static_cast<std::size_t>(row_.part)].name;
    }
    if (column == "start") return day_cell(row_.start);
    if (column == "end") return day_cell(row_.end);
    if (column == "record") return row_.record;
    if (column == "counted") return row_.counted;
    std::size_t at = 0;
    for (const check::Let* let : tally_.measure->lets_of_units()) {
      if (are_alike(let->name, column)) return at < row_.lets.size() ? row_.lets[at] : "";
      if (are_alike(let->name + ".step", column)) return at < row_.steps.size() ? row_.steps[at] : "";
      ++at;
    }
    return "no such column";
  }

  /// `step` is the deciding case of the let that stands in the nearest column to its left.
  bool has_steps(const std::string& column) const {
    const auto lets = tally_.measure->lets_of_units();
    return std::any_of(lets.begin(), lets.end(), [&](const check::Let* let) {
      return are_alike(let->name, column) && !let->cases.empty();
    });
  }

 private:
  const bind::Inputs& inputs_;
  const results::MeasureTally& tally_;
  const UnitRow& row_;
};

bool is_meant(const ExpectedRow& expected, const ObtainedUnit& unit) {
  return std::all_of(kUnitColumns.begin(), kUnitColumns.end(), [&](const char* column) {
    const syntax::Cell* cell = expected.cell(column);
    return cell == nullptr || are_alike(cell->text, unit.text(column));
  });
}

}  // namespace

std::vector<Difference> compare_figures(const syntax::Expect& expect, const bind::Inputs& inputs,
                                        const results::Results& results) {
  std::vector<Difference> differences;
  for (const auto& cells : expect.table.rows) {
    const ExpectedRow expected(expect.table, cells);
    const std::string where = expected.named_by(kFigureColumns);
    const auto row = std::find_if(results.rows.begin(), results.rows.end(),
                                  [&](const Row& each) { return is_meant(expected, each, inputs); });
    if (row == results.rows.end()) {
      differences.push_back({expected.span(), where, "", "a figure", "none of that name"});
    } else {
      compare_row(expected, where, *row, differences);
    }
  }
  return differences;
}

std::vector<Difference> compare_units(const syntax::Expect& expect, const bind::Inputs& inputs,
                                      const results::MeasureTally& tally) {
  std::vector<Difference> differences;
  for (const auto& cells : expect.table.rows) {
    const ExpectedRow expected(expect.table, cells);
    const std::string where = expected.named_by(kUnitColumns);
    const auto unit = std::find_if(tally.units.begin(), tally.units.end(), [&](const UnitRow& row) {
      return is_meant(expected, ObtainedUnit(inputs, tally, row));
    });
    if (unit == tally.units.end()) {
      differences.push_back({expected.span(), where, "", "a unit", "not in the population's base"});
      continue;
    }
    const ObtainedUnit obtained(inputs, tally, *unit);
    std::string let_to_the_left;
    for (std::size_t at = 0; at < expected.size(); ++at) {
      std::string column = expected.column(at);
      if (obtained.has_steps(column)) let_to_the_left = column;
      if (column == "step" && !let_to_the_left.empty()) column = let_to_the_left + ".step";
      if (identifies(column, kUnitColumns) || cells[at].text.empty()) continue;
      const std::string text = obtained.text(column);
      if (!are_equal(cells[at].text, text)) {
        differences.push_back({cells[at].span, where, column, cells[at].text, text});
      }
    }
  }
  return differences;
}

}  // namespace assize::driver
