// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/diff/compare.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "compiler/results/marks.h"

namespace assize::diff {
namespace {

std::string heading_of(const check::Framework& framework, const std::string& serves) {
  for (const check::Heading& heading : framework.headings) {
    if (heading.name == serves) return heading.text;
  }
  return "";
}

/// Lists what has a code of its own, in the order of the edition.
std::vector<Item> items_of(const check::Framework& framework) {
  std::vector<Item> items;
  for (const auto& measure : framework.measures) {
    const std::string heading = heading_of(framework, measure->serves);
    const auto add = [&](const check::Part& part) {
      const bool is_whole = part.name.empty();
      items.push_back(
          {is_whole ? measure->name : measure->name + "." + part.name,
           part.code.empty() ? measure->code : part.code,
           is_whole || part.label.empty() ? measure->title : measure->title + ": " + part.label,
           heading, results::marks_text(framework, *measure, part, "")});
    };
    for (const check::Part& part : measure->parts) add(part);
  }
  return items;
}

const Item* find_item(const std::vector<Item>& items, const std::string& path) {
  const auto found =
      std::find_if(items.begin(), items.end(), [&](const Item& item) { return item.path == path; });
  return found == items.end() ? nullptr : &*found;
}

const Item* find_code(const std::vector<Item>& items, const std::string& code) {
  const auto found =
      std::find_if(items.begin(), items.end(), [&](const Item& item) { return item.code == code; });
  return found == items.end() ? nullptr : &*found;
}

/// Parts of one measure that all came, or all went, are named as the measure is.
std::vector<Item> with_whole_measures(const std::vector<Item>& items,
                                      const check::Framework& framework) {
  std::vector<Item> grouped;
  std::set<std::string> whole;
  for (const Item& item : items) {
    const std::string name = item.path.substr(0, item.path.find('.'));
    const check::Measure* measure = framework.measure(name);
    const auto of_measure = [&](const Item& other) {
      return other.path.substr(0, other.path.find('.')) == name;
    };
    const auto together =
        static_cast<std::size_t>(std::count_if(items.begin(), items.end(), of_measure));
    const bool is_whole = measure != nullptr && !measure->code.empty() && together > 1 &&
                          together == measure->parts.size();
    if (!is_whole) {
      grouped.push_back(item);
    } else if (whole.insert(name).second) {
      grouped.push_back({name, measure->code, measure->title, item.heading, item.marks});
    }
  }
  std::stable_sort(grouped.begin(), grouped.end(),
                   [](const Item& a, const Item& b) { return a.code < b.code; });
  return grouped;
}

/// Reads the reasons for a revision off the editions that stand in one chain alone.
std::vector<std::string> reasons_for(const std::string& name, const check::FlatEdition& before,
                                     const check::FlatEdition& after) {
  const auto stands_in = [](const check::FlatEdition& flat, const syntax::Edition* edition) {
    return std::any_of(flat.chain.begin(), flat.chain.end(), [&](const syntax::Edition* each) {
      return check::edition_text(each->name) == check::edition_text(edition->name);
    });
  };
  std::vector<std::string> reasons;
  const auto collect = [&](const check::FlatEdition& flat, const check::FlatEdition& other) {
    for (const syntax::Edition* edition : flat.chain) {
      if (stands_in(other, edition)) continue;
      for (const syntax::Retire& anew : edition->redefined) {
        for (const syntax::Path& path : anew.what) {
          if (path.names.front().text == name) reasons.push_back(anew.because.value);
        }
      }
      for (const syntax::ReviseMeasure& change : edition->revised_measures) {
        if (change.what.names.front().text != name || change.because.value.empty()) continue;
        const bool is_new =
            std::find(reasons.begin(), reasons.end(), change.because.value) == reasons.end();
        if (is_new) reasons.push_back(change.because.value);
      }
      for (const syntax::ReviseCollection& change : edition->revised_collections) {
        if (change.changes.name.text == name) reasons.push_back(change.because.value);
      }
    }
  };
  collect(after, before);
  if (reasons.empty()) collect(before, after);
  return reasons;
}

const syntax::Measure* find_measure(const check::FlatEdition& flat, const std::string& name) {
  for (const check::MeasureInForce& measure : flat.measures) {
    if (measure.text.name.text == name) return &measure.text;
  }
  return nullptr;
}

std::vector<Revision> revisions(const Side& before, const Side& after,
                                const source::Sources& sources) {
  std::vector<Revision> all;
  for (const check::MeasureInForce& now : after.flat.measures) {
    const std::string& name = now.text.name.text;
    const syntax::Measure* was = find_measure(before.flat, name);
    if (was == nullptr) continue;
    Revision revision{.name = name, .codes = {}, .because = {}, .changes = {}};
    revision.changes = compare_clauses(clauses_of(*was, sources), clauses_of(now.text, sources));
    if (revision.changes.empty()) continue;
    if (const check::Measure* checked = after.framework.measure(name)) {
      for (const check::Part& part : checked->parts)
        revision.codes.push_back(part.code.empty() ? checked->code : part.code);
    }
    revision.has_meaning =
        std::any_of(revision.changes.begin(), revision.changes.end(), [](const Change& change) {
          return (change.after ? change.after : change.before)->has_meaning;
        });
    revision.because = reasons_for(name, before.flat, after.flat);
    all.push_back(std::move(revision));
  }
  return all;
}

std::vector<Clause> clauses_of_collection(const syntax::Collection& collection,
                                          const source::Sources& sources) {
  std::vector<Clause> clauses;
  const auto add = [&](std::string what, source::Span span) {
    clauses.push_back({"", std::move(what), plain_text(sources, span), span, true});
  };
  for (const syntax::Field& field : collection.fields) add("field " + field.name.text, field.span);
  for (const syntax::Let& let : collection.lets) add("fact " + let.name.text, let.span);
  for (const syntax::Step& step : collection.steps)
    add("step \"" + step.label.value + "\"", step.span);
  return clauses;
}

std::vector<Revision> collection_revisions(const Side& before, const Side& after,
                                           const source::Sources& sources) {
  std::vector<Revision> all;
  for (const auto& [now, file] : after.flat.collections) {
    for (const auto& [was, old_file] : before.flat.collections) {
      if (was.name.text != now.name.text) continue;
      Revision revision{.name = now.name.text, .codes = {}, .because = {}, .changes = {}};
      revision.changes =
          compare_clauses(clauses_of_collection(was, sources), clauses_of_collection(now, sources));
      if (revision.changes.empty()) continue;
      revision.has_meaning = true;
      revision.because = reasons_for(revision.name, before.flat, after.flat);
      all.push_back(std::move(revision));
    }
  }
  return all;
}

std::vector<std::string> heading_changes(const check::Framework& before,
                                         const check::Framework& after) {
  std::vector<std::string> sentences;
  const auto counted = [](const check::Framework& framework) {
    return std::to_string(framework.headings.size()) +
           (framework.objectives ? " objectives" : " domains");
  };
  if (before.objectives != after.objectives || before.headings.size() != after.headings.size()) {
    sentences.push_back("From " + counted(before) + " to " + counted(after) + ".");
    return sentences;
  }
  for (const check::Heading& heading : after.headings) {
    const std::string was = heading_of(before, heading.name);
    if (was.empty()) {
      sentences.push_back("New: " + heading.text + ".");
    } else if (was != heading.text) {
      sentences.push_back("`" + was + "` is now `" + heading.text + "`.");
    }
  }
  return sentences;
}

}  // namespace

std::vector<Change> compare_clauses(const std::vector<Clause>& before,
                                    const std::vector<Clause>& after) {
  // Clauses of one name (two splits, two notes) are matched in their order.
  const auto grouped = [](const std::vector<Clause>& clauses) {
    std::map<std::pair<std::string, std::string>, std::vector<const Clause*>> groups;
    for (const Clause& clause : clauses) groups[{clause.part, clause.what}].push_back(&clause);
    return groups;
  };
  const auto old_groups = grouped(before);
  const auto new_groups = grouped(after);
  std::vector<Change> changes;
  std::map<std::pair<std::string, std::string>, std::size_t> seen;
  for (const Clause& clause : after) {
    const auto key = std::make_pair(clause.part, clause.what);
    const std::size_t index = seen[key]++;
    const auto found = old_groups.find(key);
    if (found == old_groups.end() || index >= found->second.size()) {
      changes.push_back({Change::What::kAdded, std::nullopt, clause});
    } else if (found->second[index]->text != clause.text) {
      changes.push_back({Change::What::kChanged, *found->second[index], clause});
    }
  }
  seen.clear();
  for (const Clause& clause : before) {
    const auto key = std::make_pair(clause.part, clause.what);
    const std::size_t index = seen[key]++;
    const auto found = new_groups.find(key);
    if (found == new_groups.end() || index >= found->second.size())
      changes.push_back({Change::What::kDropped, clause, std::nullopt});
  }
  return changes;
}

bool Difference::is_empty() const {
  return headings.empty() && removed.empty() && introduced.empty() && renumbered.empty() &&
         moved.empty() && reused.empty() && revised.empty() && collections.empty();
}

Difference compare(const Side& before, const Side& after, const source::Sources& sources) {
  Difference made;
  made.before = before.framework.name();
  made.after = after.framework.name();
  made.headings = heading_changes(before.framework, after.framework);
  const std::vector<Item> old_items = items_of(before.framework);
  const std::vector<Item> new_items = items_of(after.framework);
  for (const Item& item : old_items) {
    const Item* now = find_item(new_items, item.path);
    if (now == nullptr) {
      made.removed.push_back(item);
      continue;
    }
    if (now->code != item.code) made.renumbered.push_back({item, *now});
    if (now->heading != item.heading) made.moved.push_back({item, *now});
  }
  for (const Item& item : new_items) {
    if (find_item(old_items, item.path) == nullptr) made.introduced.push_back(item);
    const Item* same_code = item.code.empty() ? nullptr : find_code(old_items, item.code);
    if (same_code != nullptr && same_code->path != item.path)
      made.reused.push_back({item.code, *same_code, item});
  }
  made.removed = with_whole_measures(made.removed, before.framework);
  made.introduced = with_whole_measures(made.introduced, after.framework);
  made.revised = revisions(before, after, sources);
  made.collections = collection_revisions(before, after, sources);
  return made;
}

}  // namespace assize::diff
