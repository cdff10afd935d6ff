// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/driver/choose_evidence.h"

#include <algorithm>
#include <map>
#include <utility>

#include "compiler/bind/data_files.h"
#include "compiler/results/lay_out.h"

namespace assize::driver {
namespace {

using check::Measure;
using check::Part;

std::string code_of(const Measure& measure) {
  if (!measure.code.empty()) return measure.code;
  for (const Part& part : measure.parts) {
    if (!part.code.empty()) return part.code;
  }
  return measure.name;
}

// Parts that were asked for, found again by name among those of the measure that takes the place.
void replace_parts(const Measure& was, const Measure& now, std::vector<const Part*>& parts) {
  for (const Part*& asked : parts) {
    const auto mine = std::find_if(was.parts.begin(), was.parts.end(),
                                   [&](const Part& part) { return &part == asked; });
    if (mine == was.parts.end()) continue;
    const auto found = std::find_if(now.parts.begin(), now.parts.end(),
                                    [&](const Part& part) { return part.name == mine->name; });
    if (found != now.parts.end()) asked = &*found;
  }
}

}  // namespace

const Measure* with_evidence(const Measure& measure, const HasRecords& has_records) {
  const auto can_be_made = [&](const Measure& one) {
    const auto collections = one.collections();
    return std::all_of(collections.begin(), collections.end(),
                       [&](const check::Collection* each) { return has_records(*each); });
  };
  if (can_be_made(measure)) return &measure;
  for (const auto& other : measure.otherwise) {
    if (can_be_made(*other)) return other.get();
  }
  return nullptr;
}

std::vector<WithoutData> choose_evidence(const HasRecords& has_records, Chosen& chosen) {
  std::vector<WithoutData> without;
  std::vector<const Measure*> made;
  std::vector<const Part*> parts = chosen.parts;
  for (const Measure* measure : chosen.measures) {
    const Measure* found = with_evidence(*measure, has_records);
    if (found == nullptr) {
      WithoutData entry{measure, {}};
      for (const check::Collection* each : measure->collections()) {
        if (!has_records(*each)) entry.collections.push_back(each->name);
      }
      without.push_back(std::move(entry));
      continue;
    }
    if (found != measure) replace_parts(*measure, *found, parts);
    made.push_back(found);
  }
  if (made.empty()) return {};
  chosen.measures = std::move(made);
  chosen.parts = std::move(parts);
  return without;
}

columns::Result<HasRecords> records_in(const std::vector<std::string>& sources) {
  bind::DataFiles files;
  for (const std::string& source : sources) {
    if (auto added = files.add(source); !added) return added.failure();
  }
  return HasRecords([files = std::move(files)](const check::Collection& collection) {
    if (!collection.listed_in.empty()) return true;
    // Where two files could be meant, reading says so.
    const auto path = files.path_of(collection.name);
    return !path || !path->empty();
  });
}

std::string without_data_text(const std::vector<WithoutData>& without) {
  std::map<std::vector<std::string>, std::string> codes;
  for (const WithoutData& each : without) {
    std::string& list = codes[each.collections];
    list += (list.empty() ? "" : ", ") + code_of(*each.measure);
  }
  std::string text;
  for (const auto& [collections, list] : codes) {
    std::string names;
    for (const std::string& name : collections) names += (names.empty() ? "" : ", ") + name;
    text += " no data of " + names + " for " + list + "\n";
  }
  return text;
}

}  // namespace assize::driver
