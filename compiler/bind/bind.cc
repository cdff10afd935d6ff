// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/bind/bind.h"

#include <optional>
#include <utility>

#include "compiler/bind/read_rows.h"
#include "compiler/bind/sift.h"

namespace assize::bind {
namespace {

columns::Result<std::string> path_for(const check::Collection& collection, const DataFiles& files) {
  auto path = files.path_of(collection.name);
  if (!path) return path.failure();
  if (path->empty()) path = collection.listed_in;
  if (path->empty()) return files.missing(collection.name);
  return path;
}

// Councils were numbered as they were found; now they stand sorted.
void renumber(Records& records, const std::vector<std::int32_t>& place) {
  for (std::int32_t& council : records.council) {
    if (council >= 0) council = place[static_cast<std::size_t>(council)];
  }
}

}  // namespace

columns::Result<Inputs> bind_inputs(const check::Framework& framework, const DataFiles& files,
                                    RecordEvaluator& evaluator, const BindRequest& request) {
  Inputs inputs;
  inputs.period = request.period;
  const Asking asking{evaluator, *inputs.texts, request.period};
  const ReadSettings settings{request.progress, request.threads};
  std::optional<CouncilList> councils;
  std::unique_ptr<Records> areas;
  if (framework.areas != nullptr) {
    const auto path = path_for(*framework.areas, files);
    if (!path) return path.failure();
    auto rows = read_rows(*framework.areas, *path, settings, *inputs.texts);
    if (!rows) return rows.failure();
    auto records = sift_list(framework, std::move(*rows), councils, asking);
    if (!records) return records.failure();
    areas = std::move(*records);
  } else {
    councils.emplace().take_any();
  }
  for (const check::Collection* collection : request.needed) {
    if (collection == framework.areas) {
      inputs.collections.push_back(std::move(areas));
      continue;
    }
    const auto path = path_for(*collection, files);
    if (!path) return path.failure();
    auto rows = read_rows(*collection, *path, settings, *inputs.texts);
    if (!rows) return rows.failure();
    auto records = sift(*collection, std::move(*rows), &*councils, asking);
    if (!records) return records.failure();
    inputs.collections.push_back(std::move(*records));
  }
  if (areas) inputs.collections.push_back(std::move(areas));
  std::vector<std::int32_t> place;
  inputs.councils = councils->sorted(place);
  for (const auto& records : inputs.collections) renumber(*records, place);
  return inputs;
}

}  // namespace assize::bind
