// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/jit/run.h"

#include <algorithm>
#include <atomic>
#include <iterator>
#include <thread>

#include "compiler/jit/counters.h"
#include "compiler/jit/scratch.h"

namespace assize::jit {
namespace {

constexpr std::size_t kFilesAtATime = 16384;

/// The arrays that a context points into.
struct Pointers {
  std::vector<const void*> columns;
  std::vector<const std::uint32_t*> first_rows;
  std::vector<const std::uint32_t*> last_rows;
  std::vector<const std::uint32_t*> person_rows;
  std::vector<const std::uint32_t*> last_resort;
};

Pointers pointers_into(const Arranged& arranged, const FileSpace& space) {
  Pointers pointers;
  for (const ArrangedCollection& collection : arranged.collections) {
    for (const ArrangedColumn& column : collection.fields)
      pointers.columns.push_back(column.bytes.data());
    pointers.person_rows.push_back(collection.person_begins.data());
    pointers.last_resort.push_back(collection.last_resort.data());
  }
  for (const FileRows& rows : space.rows) {
    pointers.first_rows.push_back(rows.first.data());
    pointers.last_rows.push_back(rows.last.data());
  }
  return pointers;
}

/// Keeps the units that one thread meets.
class UnitSink final : public RunSink {
 public:
  explicit UnitSink(std::size_t cells) : cell_count_(cells) {}

  void unit(std::int32_t part, std::uint32_t file, std::int64_t row, std::uint32_t verdict,
            const std::int64_t* cells) override {
    units_.push_back({part, file, row, verdict, {cells, cells + cell_count_}});
  }
  std::vector<RawUnit>& units() { return units_; }

 private:
  std::size_t cell_count_;
  std::vector<RawUnit> units_;
};

}  // namespace

RunResult run_measure(const plan::Plan& plan, std::size_t measure, const Arranged& arranged,
                      const TextIds& texts, check::Period period, MeasureFunction function,
                      int threads) {
  const FileSpace& space = arranged.space_of(measure);
  const Pointers pointers = pointers_into(arranged, space);
  const RunContext context{.columns = pointers.columns.data(),
                           .first_rows = pointers.first_rows.data(),
                           .last_rows = pointers.last_rows.data(),
                           .person_rows = pointers.person_rows.data(),
                           .file_person = space.person.data(),
                           .file_council = space.council.data(),
                           .texts = texts.of_nodes().data(),
                           .council_texts = texts.of_councils().data(),
                           .period_start = period.start,
                           .period_end = period.end,
                           .last_resort = pointers.last_resort.data()};
  const std::size_t size =
      counters_of(plan.measures[measure]).size * arranged.inputs->councils.size();
  const std::size_t workers = static_cast<std::size_t>(std::max(threads, 1));
  std::vector<std::vector<std::int64_t>> counters(workers, std::vector<std::int64_t>(size, 0));
  std::vector<UnitSink> sinks(workers, UnitSink(cells_shown(plan.measures[measure])));
  std::atomic<std::size_t> next{0};
  const auto work = [&](std::size_t worker) {
    const Scratch scratch(plan, arranged, space);
    RunContext own = context;
    own.scratch = scratch.arrays();
    for (;;) {
      const std::size_t first = next.fetch_add(kFilesAtATime);
      if (first >= space.size()) return;
      const std::size_t last = std::min(first + kFilesAtATime, space.size());
      function(&own, counters[worker].data(), &sinks[worker], first, last);
    }
  };
  std::vector<std::thread> others;
  for (std::size_t worker = 1; worker < workers; ++worker) others.emplace_back(work, worker);
  work(0);
  for (std::thread& other : others) other.join();

  RunResult result{std::move(counters[0]), std::move(sinks[0].units())};
  for (std::size_t worker = 1; worker < workers; ++worker) {
    for (std::size_t i = 0; i < size; ++i) result.counters[i] += counters[worker][i];
    std::vector<RawUnit>& units = sinks[worker].units();
    std::move(units.begin(), units.end(), std::back_inserter(result.units));
  }
  return result;
}

}  // namespace assize::jit
