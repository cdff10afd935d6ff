// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/results/to_attrition.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include "compiler/results/attrition.h"
#include "compiler/results/disclose.h"
#include "compiler/results/lay_out.h"
#include "compiler/results/figure_text.h"

namespace assize::results {
namespace {

constexpr std::size_t kLabelWidth = 66;
constexpr std::size_t kNarrowestLabel = 40;
constexpr std::size_t kCountWidth = 12;

/// Writes the stages of one measure for the places of a view.
class AttritionText {
 public:
  AttritionText(const check::Framework& framework, const AttritionView& view)
      : framework_(framework), view_(view) {
    const std::size_t more = (view.places.size() - 1) * kCountWidth;
    label_width_ = std::max(kNarrowestLabel, kLabelWidth > more ? kLabelWidth - more : 0);
  }

  std::string text_of(const MeasureTally& measured, const Results& results) {
    const check::Measure& measure = *measured.measure;
    text_.clear();
    add_heading(measure.code, measure.title.empty() ? measure.name : measure.title, true);
    const check::Part* part = nullptr;
    const std::vector<Stage> stages = stages_of(measured);
    find_hidden(stages);
    for (const Stage& stage : stages) {
      const Row* total =
          stage.part == nullptr ? nullptr : total_of(results, stage.part, view_.places.front());
      if (stage.part != nullptr && total == nullptr) continue;  // not asked for
      if (stage.part != part && !stage.part->name.empty()) {
        add_heading(code_of(measure, *stage.part),
                    stage.part->label.empty() ? stage.part->name : stage.part->label, false);
      }
      part = stage.part;
      const bool is_last = stage.kind == Stage::Kind::kNumerator;
      add_stage(stage, is_last && is_england_alone() ? shown_value(*total) : "");
      if (is_last && !is_england_alone()) add_values(stage.part, results);
    }
    add_unknowns(measured.quiet_unknowns);
    return text_ + "\n";
  }

 private:
  bool is_england_alone() const { return view_.places.size() == 1; }

  std::string count_text(std::int64_t count, Level level) const {
    if (view_.counts == Counts::kExact) return grouped(count);
    const auto shown = disclosed_count(framework_, level, columns::Rational(count));
    return shown ? grouped(shown->floor()) : "[c]";
  }

  void find_hidden(const std::vector<Stage>& stages) {
    hidden_.assign(view_.places.size(), false);
    if (view_.counts == Counts::kExact) return;
    for (std::size_t at = 0; at < view_.places.size(); ++at) {
      hidden_[at] = !may_leave(framework_, stages, view_.places[at]);
    }
  }

  std::string counts_text(const std::vector<std::int64_t>& by_council) const {
    std::string text;
    for (std::size_t at = 0; at < view_.places.size(); ++at) {
      const Place& place = view_.places[at];
      const std::int64_t count = sum_over(by_council, place.councils);
      text += right_aligned(hidden_[at] ? "[c]" : count_text(count, place.level), kCountWidth);
    }
    return text;
  }

  static std::string sign_of(Stage::Kind kind) {
    switch (kind) {
      case Stage::Kind::kStep:
      case Stage::Kind::kNotInDenominator:
        return "-";
      case Stage::Kind::kPopulation:
      case Stage::Kind::kDenominator:
        return "=";
      case Stage::Kind::kInScope:
      case Stage::Kind::kNumerator:
        return " ";
    }
    return " ";
  }

  void add_stage(const Stage& stage, const std::string& value) {
    const bool has_unknown =
        !stage.unknown_means.empty() && sum_over(stage.unknown, view_.places[0].councils) > 0;
    const auto labels = wrapped(stage.label, label_width_);
    for (std::size_t at = 0; at + 1 < labels.size(); ++at) {
      text_ += "   " + (at == 0 ? sign_of(stage.kind) : " ") + " " + labels[at] + "\n";
    }
    text_ += "   " + (labels.size() < 2 ? sign_of(stage.kind) : " ") + " " +
             padded(labels.empty() ? "" : labels.back(), label_width_) + counts_text(stage.units);
    if (!value.empty()) text_ += "     " + value;
    if (has_unknown && is_england_alone() && !hidden_[0]) {
      text_ += "     " + stage.unknown_means + ": " +
               count_text(sum_over(stage.unknown, view_.places[0].councils), Level::kEngland);
    }
    text_ += "\n";
    if (has_unknown && !is_england_alone()) {
      text_ += "       " + padded(stage.unknown_means, label_width_ - 2) +
               counts_text(stage.unknown) + "\n";
    }
  }

  // A title over several lines if it is long; the names of the columns on the first.
  void add_heading(const std::string& code, const std::string& title, bool names_places) {
    const std::string begin = " " + (code.empty() ? "" : code + "  ");
    bool is_first = true;
    for (const std::string& part : wrapped(title, label_width_ + 4 - begin.size())) {
      std::string line = (is_first ? begin : std::string(begin.size(), ' ')) + part;
      if (is_first && names_places) {
        line = padded(line, label_width_ + 5);
        for (const Place& place : view_.places) {
          line += right_aligned(shortened(place.name), kCountWidth);
        }
      }
      text_ += line + "\n";
      is_first = false;
    }
  }

  // A name that is too long for its column keeps its beginning.
  static std::string shortened(const std::string& name) {
    constexpr std::size_t kLongest = kCountWidth - 1;
    if (display_width(name) <= kLongest) return name;
    std::string begin;
    for (const char byte : name) {
      const bool begins_character = (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
      if (begins_character && display_width(begin) == kLongest - 1) break;
      begin += byte;
    }
    return begin + ".";
  }

  // The engine marks places that took what is known to fit without a word with `quiet, `.
  void add_unknowns(const std::map<std::string, std::int64_t>& decided) {
    constexpr std::string_view kQuiet = "quiet, ";
    std::string said;
    std::string quiet;
    for (const auto& [place, count] : decided) {
      const bool is_quiet = place.starts_with(kQuiet);
      std::string& list = is_quiet ? quiet : said;
      list += (list.empty() ? "" : ", ") + count_text(count, Level::kEngland) + " (" +
              (is_quiet ? place.substr(kQuiet.size()) : place) + ")";
    }
    add_list("Unknowns decided by a word: ", said);
    add_list("Unknowns passed over quietly: ", quiet);
  }

  // `105 (accommodation), 56 (birth)`: how many unknowns each place decided, a few to a line.
  void add_list(const std::string& what, const std::string& list) {
    if (list.empty()) return;
    bool is_first = true;
    for (const std::string& line : wrapped(what + list, kLabelWidth + kCountWidth + 15)) {
      text_ += (is_first ? " " : "   ") + line + "\n";
      is_first = false;
    }
  }

  // The figure of each place under its counts.
  void add_values(const check::Part* part, const Results& results) {
    text_ += "     " + padded("value", label_width_);
    for (const Place& place : view_.places) {
      const Row* row = total_of(results, part, place);
      text_ += right_aligned(row == nullptr ? "" : shown_value(*row), kCountWidth);
    }
    text_ += "\n";
  }

  static const Row* total_of(const Results& results, const check::Part* part, const Place& place) {
    for (const Row& row : results.rows) {
      if (row.of_part == part && !row.is_tabulation && row.breakdown == "total" &&
          row.level == place.level && row.geography_code == place.code &&
          row.geography_name == place.name) {
        return &row;
      }
    }
    return nullptr;
  }

  const check::Framework& framework_;
  const AttritionView& view_;
  std::size_t label_width_ = kLabelWidth;
  std::vector<bool> hidden_;  // by place: whether its counts may not be published
  std::string text_;
};

}  // namespace

std::string attrition_text(const check::Framework& framework, const Variant& variant,
                           const AttritionView& view) {
  AttritionText writer(framework, view);
  std::string text;
  for (const MeasureTally& measured : variant.tally.measures) {
    if (measured.measure->unit_noun.empty()) continue;  // without a population
    text += writer.text_of(measured, variant.results);
  }
  return text;
}

}  // namespace assize::results
