// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/jit/scratch.h"

#include <algorithm>

namespace assize::jit {
namespace {

/// How many records of a collection a file, or a person in every council, has at most.
std::size_t most_records(const Arranged& arranged, const FileSpace& space,
                         plan::CollectionId collection) {
  const ArrangedCollection& of = arranged.collections[plan::index_of(collection)];
  if (!space.has_people || of.person_begins.empty()) return of.origin.size();
  std::uint32_t most = 0;
  for (std::size_t person = 0; person + 1 < of.person_begins.size(); ++person) {
    most = std::max(most, of.person_begins[person + 1] - of.person_begins[person]);
  }
  return most;
}

}  // namespace

std::size_t place_of_different(const plan::Plan& plan, plan::NodeId id) {
  const auto before = plan.nodes.begin() + static_cast<std::ptrdiff_t>(plan::index_of(id));
  return plan.episodes.size() * kEpisodeArrays +
         static_cast<std::size_t>(std::count_if(
             plan.nodes.begin(), before,
             [](const plan::Node& node) { return node.op == plan::Op::kCountDifferent; }));
}

Scratch::Scratch(const plan::Plan& plan, const Arranged& arranged, const FileSpace& space) {
  for (const plan::Episodes& episodes : plan.episodes) {
    const plan::CollectionId collection = plan.node(episodes.from).type.collection;
    const std::size_t size = most_records(arranged, space, collection) + 1;
    for (std::size_t i = 0; i < kEpisodeArrays; ++i) arrays_.emplace_back(size);
  }
  for (const plan::Node& node : plan.nodes) {
    if (node.op != plan::Op::kCountDifferent) continue;
    const plan::CollectionId collection = plan.node(node.operands[0]).type.collection;
    const auto words =
        static_cast<std::size_t>(words_of_different(plan.node(node.operands[1]).type));
    arrays_.emplace_back((most_records(arranged, space, collection) + 1) * words);
  }
  for (std::vector<std::int64_t>& array : arrays_) pointers_.push_back(array.data());
}

}  // namespace assize::jit
