// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/diff/write.h"

#include <algorithm>
#include <functional>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "compiler/results/lay_out.h"

namespace assize::diff {
namespace {

using results::padded;
using Json = nlohmann::ordered_json;

constexpr std::size_t kWidth = 110;

std::string place_of(const source::Sources& sources, source::Span span) {
  const source::SourceFile& file = sources.file(span.file);
  return file.path() + ":" + std::to_string(file.position_of(span.begin).line);
}

std::string joined(const std::vector<std::string>& words, const std::string& between) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : between) + word;
  return text;
}

std::string code_or_name(const Item& item) { return item.code.empty() ? item.path : item.code; }

/// Writes lines under a heading that says how many there are.
class TextWriter {
 public:
  void group(const std::string& title, std::size_t count) {
    text_ += " " + title + " (" + std::to_string(count) + ")\n";
  }
  void entry(const std::string& left, std::size_t width, const std::string& right) {
    std::string lead = "   " + padded(left, width) + "  ";
    const std::string indent(lead.size(), ' ');
    for (const std::string& line : results::wrapped(right, kWidth - indent.size())) {
      text_ += lead + line + "\n";
      lead = indent;
    }
  }
  void line(const std::string& line) { text_ += line + "\n"; }
  std::string take() { return std::move(text_); }

 private:
  std::string text_;
};

std::string described(const Item& item) {
  return item.title + (item.marks.empty() ? "" : "  [" + item.marks + "]");
}

std::string move_of(const Pair& pair) {
  if (pair.before.heading == pair.after.heading) return pair.after.title;
  return pair.after.title + "  (" + pair.before.heading + " -> " + pair.after.heading + ")";
}

void write_revisions(TextWriter& out, const std::string& title,
                     const std::vector<Revision>& revisions, const source::Sources& sources) {
  if (revisions.empty()) return;
  out.group(title, revisions.size());
  for (const Revision& revision : revisions) {
    std::string head = "   " + revision.name;
    if (!revision.codes.empty()) head += "  " + joined(revision.codes, ", ");
    if (!revision.has_meaning) head += "  (words only; the figures stay comparable)";
    out.line(head);
    for (const std::string& reason : revision.because) out.entry("", 2, "because: " + reason);
    for (const Change& change : revision.changes) {
      const Clause& shown = change.after ? *change.after : *change.before;
      const bool has_place = shown.span.end > shown.span.begin;
      out.entry("", 2, words_of(change) + (has_place ? "  " + place_of(sources, shown.span) : ""));
      if (!shown.has_meaning) continue;
      if (change.before) out.entry("", 4, "was  " + change.before->text);
      if (change.after) out.entry("", 4, "is   " + change.after->text);
    }
  }
}

Json item_json(const Item& item) {
  return {{"measure", item.path},
          {"code", item.code},
          {"title", item.title},
          {"heading", item.heading},
          {"marks", item.marks}};
}

Json clause_json(const std::optional<Clause>& clause, const source::Sources& sources) {
  if (!clause) return nullptr;
  Json json = {{"text", clause->text}};
  if (clause->span.end > clause->span.begin) {
    const source::SourceFile& file = sources.file(clause->span.file);
    json["file"] = file.path();
    json["line"] = file.position_of(clause->span.begin).line;
  }
  return json;
}

Json revisions_json(const std::vector<Revision>& revisions, const source::Sources& sources) {
  Json all = Json::array();
  for (const Revision& revision : revisions) {
    Json changes = Json::array();
    for (const Change& change : revision.changes) {
      const Clause& shown = change.after ? *change.after : *change.before;
      const char* what = change.what == Change::What::kAdded     ? "added"
                         : change.what == Change::What::kDropped ? "dropped"
                                                                 : "changed";
      changes.push_back({{"part", shown.part},
                         {"clause", shown.what},
                         {"what", what},
                         {"meaning", shown.has_meaning},
                         {"before", clause_json(change.before, sources)},
                         {"after", clause_json(change.after, sources)}});
    }
    all.push_back({{"name", revision.name},
                   {"codes", revision.codes},
                   {"because", revision.because},
                   {"break", revision.has_meaning},
                   {"changes", std::move(changes)}});
  }
  return all;
}

Json pairs_json(const std::vector<Pair>& pairs) {
  Json all = Json::array();
  for (const Pair& pair : pairs)
    all.push_back({{"before", item_json(pair.before)}, {"after", item_json(pair.after)}});
  return all;
}

std::string cell(std::string text) {
  for (std::size_t at = 0; (at = text.find('|', at)) != std::string::npos; at += 2)
    text.replace(at, 1, "\\|");
  return text;
}

}  // namespace

std::string words_of(const Change& change) {
  const Clause& shown = change.after ? *change.after : *change.before;
  std::string text = shown.part.empty() ? shown.what : shown.part + ": " + shown.what;
  switch (change.what) {
    case Change::What::kAdded:
      return "new: " + text;
    case Change::What::kDropped:
      return "no longer: " + text;
    case Change::What::kChanged:
      break;
  }
  return "changed: " + text;
}

std::string as_text(const Difference& difference, const source::Sources& sources) {
  TextWriter out;
  out.line(" " + difference.before + " -> " + difference.after);
  for (const std::string& sentence : difference.headings) out.line(" " + sentence);
  if (difference.is_empty()) out.line(" No difference.");
  if (!difference.removed.empty()) {
    out.group("removed", difference.removed.size());
    for (const Item& item : difference.removed) out.entry(code_or_name(item), 8, item.title);
  }
  if (!difference.introduced.empty()) {
    out.group("introduced", difference.introduced.size());
    for (const Item& item : difference.introduced)
      out.entry(code_or_name(item), 8, described(item));
  }
  if (!difference.renumbered.empty()) {
    out.group("same measure, new code", difference.renumbered.size());
    for (const Pair& pair : difference.renumbered)
      out.entry(pair.before.code + " -> " + pair.after.code, 18, move_of(pair));
  }
  std::vector<Pair> only_moved;
  std::copy_if(difference.moved.begin(), difference.moved.end(), std::back_inserter(only_moved),
               [](const Pair& pair) { return pair.before.code == pair.after.code; });
  if (!only_moved.empty()) {
    out.group("same measure and code, under another heading", only_moved.size());
    for (const Pair& pair : only_moved) out.entry(pair.after.code, 18, move_of(pair));
  }
  if (!difference.reused.empty()) {
    out.group("same code, new meaning", difference.reused.size());
    for (const Reused& reused : difference.reused) {
      out.entry(reused.code, 8, "was  " + reused.before.title);
      out.entry("", 8, "is   " + reused.after.title);
    }
  }
  write_revisions(out, "revised", difference.revised, sources);
  write_revisions(out, "collections revised", difference.collections, sources);
  return out.take();
}

std::string as_json(const Difference& difference, const source::Sources& sources) {
  Json json;
  json["before"] = difference.before;
  json["after"] = difference.after;
  json["headings"] = difference.headings;
  const auto items = [](const std::vector<Item>& all) {
    Json array = Json::array();
    for (const Item& item : all) array.push_back(item_json(item));
    return array;
  };
  json["removed"] = items(difference.removed);
  json["introduced"] = items(difference.introduced);
  json["renumbered"] = pairs_json(difference.renumbered);
  json["moved"] = pairs_json(difference.moved);
  Json reused = Json::array();
  for (const Reused& each : difference.reused) {
    reused.push_back({{"code", each.code},
                      {"before", item_json(each.before)},
                      {"after", item_json(each.after)}});
  }
  json["reused"] = std::move(reused);
  json["revised"] = revisions_json(difference.revised, sources);
  json["collections"] = revisions_json(difference.collections, sources);
  return json.dump(2) + "\n";
}

std::string as_markdown(const Difference& difference, const source::Sources& sources) {
  std::string text = "# From " + difference.before + " to " + difference.after + "\n";
  for (const std::string& sentence : difference.headings) text += "\n" + sentence + "\n";
  const auto table = [&](const std::string& title, std::size_t count, const std::string& head,
                         const std::function<void()>& rows) {
    if (count == 0) return;
    text += "\n## " + title + " (" + std::to_string(count) + ")\n\n" + head;
    rows();
  };
  table("Removed", difference.removed.size(), "| code | measure |\n|---|---|\n", [&] {
    for (const Item& item : difference.removed)
      text += "| " + code_or_name(item) + " | " + cell(item.title) + " |\n";
  });
  table("Introduced", difference.introduced.size(), "| code | measure | |\n|---|---|---|\n", [&] {
    for (const Item& item : difference.introduced)
      text += "| " + code_or_name(item) + " | " + cell(item.title) + " | " + item.marks + " |\n";
  });
  table("Same measure, new code", difference.renumbered.size(),
        "| was | is | measure | heading |\n|---|---|---|---|\n", [&] {
          for (const Pair& pair : difference.renumbered) {
            const bool moves = pair.before.heading != pair.after.heading;
            text +=
                "| " + pair.before.code + " | " + pair.after.code + " | " + cell(pair.after.title) +
                " | " +
                (moves ? pair.before.heading + " → " + pair.after.heading : pair.after.heading) +
                " |\n";
          }
        });
  table("Same code, new meaning", difference.reused.size(), "| code | was | is |\n|---|---|---|\n",
        [&] {
          for (const Reused& reused : difference.reused)
            text += "| " + reused.code + " | " + cell(reused.before.title) + " | " +
                    cell(reused.after.title) + " |\n";
        });
  const auto revisions = [&](const std::string& title, const std::vector<Revision>& all) {
    table(title, all.size(), "", [&] {
      for (const Revision& revision : all) {
        text += "### `" + revision.name + "`" +
                (revision.codes.empty() ? "" : " (" + joined(revision.codes, ", ") + ")") + "\n\n";
        for (const std::string& reason : revision.because) text += reason + "\n\n";
        for (const Change& change : revision.changes) {
          text += "* " + words_of(change) + "\n";
          const Clause& shown = change.after ? *change.after : *change.before;
          if (!shown.has_meaning) continue;
          if (change.before) text += "  * was: `" + change.before->text + "`\n";
          if (change.after) text += "  * is: `" + change.after->text + "`\n";
        }
        text += "\n";
      }
    });
  };
  revisions("Revised", difference.revised);
  revisions("Collections revised", difference.collections);
  static_cast<void>(sources);
  return text;
}

}  // namespace assize::diff
