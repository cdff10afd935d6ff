// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#include "compiler/explain/to_text.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

#include "compiler/results/lay_out.h"

namespace assize::explain {
namespace {

using results::display_width;
using results::padded;

constexpr std::size_t kWidth = 100;
constexpr std::size_t kDeepest = 5;  // of findings behind findings

std::string name_of_file(const std::string& path) {
  const std::size_t slash = path.find_last_of('/');
  return slash == std::string::npos ? path : path.substr(slash + 1);
}

/// Writes lines, and keeps the files that it names.
class Page {
 public:
  void line(std::size_t indent, const std::string& text) {
    const std::vector<std::string> lines =
        results::wrapped(text, std::max<std::size_t>(30, kWidth - indent));
    for (std::size_t i = 0; i < lines.size(); ++i) {
      text_ += std::string(indent + (i == 0 ? 0 : 2), ' ') + lines[i] + "\n";
    }
    if (lines.empty()) text_ += "\n";
  }

  // The place stands at the right end of the line, or of the line after it.
  void line(std::size_t indent, const std::string& text, const Place& place) {
    if (place.file.empty()) {
      line(indent, text);
      return;
    }
    files_.insert(place.file);
    const std::string at = name_of_file(place.file) + ":" + std::to_string(place.line);
    const std::vector<std::string> lines =
        results::wrapped(text, std::max<std::size_t>(30, kWidth - indent));
    for (std::size_t i = 0; i < lines.size(); ++i) {
      std::string one = std::string(indent + (i == 0 ? 0 : 2), ' ') + lines[i];
      if (i + 1 == lines.size()) {
        const std::size_t width = display_width(one) + 2 + display_width(at);
        if (width > kWidth) {
          text_ += one + "\n";
          one.clear();
        }
        one = padded(one, kWidth - display_width(at)) + at;
      }
      text_ += one + "\n";
    }
  }

  // In two columns where that fits, else one after the other.
  void line(std::size_t indent, const std::string& left, const std::string& right,
            const Place& place) {
    constexpr std::size_t kRightColumn = 54;
    const std::string at = name_of_file(place.file) + ":" + std::to_string(place.line);
    const std::string text = padded(std::string(indent, ' ') + left, kRightColumn) + "  " + right;
    if (display_width(text) + 2 + display_width(at) > kWidth) {
      line(indent, left + "   " + right, place);
      return;
    }
    files_.insert(place.file);
    text_ += padded(text, kWidth - display_width(at)) + at + "\n";
  }

  void blank() { text_ += "\n"; }
  void put(const Finding& finding, std::size_t indent, std::size_t depth);
  void put(const std::vector<Finding>& findings, std::size_t indent, std::size_t depth = 0) {
    for (const Finding& finding : findings) put(finding, indent, depth);
  }
  void put(const Rule& rule, std::size_t indent);
  void put(const ValueReason& value, std::size_t indent);
  void put(const PartReason& part, std::size_t indent, bool has_name);
  void put(const UnitReason& unit);
  void put(const FileReason& file, bool is_only);
  void put(const MemberReason& member);
  std::string finished() {
    if (!files_.empty()) text_ += "\n Files:\n";
    for (const std::string& file : files_) text_ += "   " + file + "\n";
    return std::move(text_);
  }

 private:
  std::string text_;
  std::set<std::string> files_;
};

void Page::put(const Finding& finding, std::size_t indent, std::size_t depth) {
  std::string text = finding.what;
  if (!finding.value.empty()) text += (finding.what == "against" ? " " : ": ") + finding.value;
  if (!finding.note.empty()) text += "   (" + finding.note + ")";
  line(indent, text);
  if (depth + 1 < kDeepest) put(finding.parts, indent + 2, depth + 1);
}

void Page::put(const Rule& rule, std::size_t indent) {
  std::string answer = rule.answer;
  if (!rule.effect.empty()) answer += (answer.empty() ? "" : ", ") + rule.effect;
  // The rule that settled it has an arrow before it, in what is its indent.
  line(rule.decided ? indent - 3 : indent, (rule.decided ? "-> " : "") + rule.words, answer,
       rule.place);
  put(rule.looked_at, indent + 4);
}

void Page::put(const ValueReason& value, std::size_t indent) {
  std::string text = value.name;
  if (!value.about.empty()) text += " of " + value.about;
  line(indent, text + " = " + value.value, value.place);
  for (const CaseReason& each : value.cases) {
    line(indent + 2, each.name + ": " + each.answer, each.place);
    put(each.looked_at, indent + 6);
  }
  put(value.looked_at, indent + 2);
}

void Page::put(const PartReason& part, std::size_t indent, bool has_name) {
  if (has_name) {
    std::string text = part.code.empty() ? part.name : part.code + "  " + part.name;
    if (!part.sentence.empty()) text += ": " + part.sentence;
    line(indent, text);
  }
  if (!part.decided.empty()) {
    line(indent + (has_name ? 2 : 0), "The step that decided: " + part.decided, part.decided_at);
  }
  for (const Rule& rule : part.rules) put(rule, indent + 2);
}

void Page::put(const UnitReason& unit) {
  line(1, unit.title);
  const bool has_names =
      unit.parts.size() > 1 || (!unit.parts.empty() && !unit.parts.front().name.empty());
  const bool is_alike =
      std::all_of(unit.parts.begin(), unit.parts.end(), [&](const PartReason& part) {
        return part.rules.empty() && part.decided == unit.parts.front().decided;
      });
  // Taken out before any part was asked: said once.
  if (!unit.parts.empty() && (!has_names || is_alike)) {
    const PartReason& part = unit.parts.front();
    std::string sentence = part.sentence;
    if (!sentence.empty()) sentence.front() = static_cast<char>(std::toupper(sentence.front()));
    line(3, sentence + ".");
    if (!part.decided.empty()) line(3, "The step that decided: " + part.decided, part.decided_at);
  }
  if (!unit.rules.empty()) {
    line(3, "in the population");
    for (const Rule& rule : unit.rules) put(rule, 5);
  }
  for (const PartReason& part : unit.parts) {
    if (!has_names) {
      for (const Rule& rule : part.rules) put(rule, 3);
    } else if (!is_alike) {
      put(part, 3, true);
    }
  }
  if (!unit.values.empty()) {
    line(3, "values");
    for (const ValueReason& value : unit.values) put(value, 5);
  }
}

void Page::put(const FileReason& file, bool is_only) {
  std::string text =
      file.council + (file.council == file.council_code ? "" : " (" + file.council_code + ")");
  for (std::size_t i = 0; i < file.records.size(); ++i)
    text += (i == 0 ? ": " : "; ") + file.records[i];
  line(1, text);
  if (file.units.empty() && file.out_of_scope.empty() && file.quantities.empty()) {
    line(1, "Nothing is in scope. What was looked at:");
    put(file.scope, 3);
  }
  for (const PartReason& part : file.quantities) put(part, 1, !part.name.empty());
  for (const UnitReason& unit : file.units) {
    blank();
    put(unit);
  }
  for (const UnitReason& unit : file.out_of_scope) {
    blank();
    line(1, "not in scope: " + unit.title);
    for (const Rule& rule : unit.rules) put(rule, 3);
  }
  if (!file.values.empty()) {
    line(3, "values");
    for (const ValueReason& value : file.values) put(value, 5);
  }
  if (!is_only) blank();
}

void Page::put(const MemberReason& member) {
  line(1, member.population + ": " + member.title + " " + member.verdict);
  for (const Rule& rule : member.rules) put(rule, 3);
}

}  // namespace

std::string text_of(const Explanation& explanation) {
  Page page;
  const std::string code = explanation.code.empty() ? explanation.measure : explanation.code;
  page.line(
      1, code + "  " + explanation.title + " (" + explanation.edition + "), " + explanation.period);
  for (const std::string& sentence : explanation.summary) page.line(1, sentence);
  page.blank();
  for (const FileReason& file : explanation.files) page.put(file, explanation.files.size() == 1);
  for (const MemberReason& member : explanation.members) {
    page.blank();
    page.put(member);
  }
  for (const std::string& note : explanation.notes) page.line(1, note);
  return page.finished();
}

}  // namespace assize::explain
