// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/driver/long_files.h"

#include <cstdint>
#include <string>
#include <unordered_map>

#include "compiler/results/lay_out.h"

namespace assize::driver {
namespace {

struct Longest {
  std::int64_t records = 0;
  std::int32_t council = -1;
};

// The longest file that records make: those of one person in one council, or of one council.
Longest longest_file(const bind::Records& records) {
  std::unordered_map<std::uint64_t, std::int64_t> lengths;
  Longest longest;
  for (std::size_t row = 0; row < records.size; ++row) {
    const std::int32_t council = records.council.empty() ? -1 : records.council[row];
    const std::int32_t person = records.person.empty() ? -1 : records.person[row];
    const auto key = static_cast<std::uint64_t>(static_cast<std::uint32_t>(council)) << 32U |
                     static_cast<std::uint32_t>(person);
    const std::int64_t length = ++lengths[key];
    if (length > longest.records) longest = {length, council};
  }
  return longest;
}

}  // namespace

std::optional<columns::Failure> too_long_for_the_square(
    const std::vector<const check::Measure*>& measures, const bind::Inputs& inputs) {
  using results::grouped;
  constexpr auto kMost = static_cast<std::int64_t>(check::kLongestSquare);
  for (const check::Measure* measure : measures) {
    if (!measure->costs_the_square) continue;
    for (const check::Collection* collection : measure->from) {
      const bind::Records* records = inputs.records_of(collection);
      if (records == nullptr || records->size <= check::kLongestSquare) continue;
      const Longest longest = longest_file(*records);
      if (longest.records <= kMost) continue;
      const std::string where =
          longest.council < 0
              ? std::string()
              : " of " + inputs.councils[static_cast<std::size_t>(longest.council)].name;
      return columns::Failure{
          columns::FailureKind::kLimit,
          "measure `" + measure->name + "` costs the square of a file's records, and one file" + where +
              " has " + grouped(longest.records) + " in `" + collection->name + "`, more than " +
              grouped(kMost),
          {"What costs the square: assize check, W0198. What it means: assize explain W0198"}};
    }
  }
  return std::nullopt;
}

}  // namespace assize::driver
