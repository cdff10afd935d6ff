// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/jit/run.h"

#include <algorithm>
#include <atomic>
#include <deque>
#include <functional>
#include <iterator>
#include <thread>

#include "compiler/jit/counters.h"
#include "compiler/jit/fractions.h"
#include "compiler/jit/scratch.h"
#include "compiler/jit/shown_cells.h"

namespace assize::jit {
namespace {

constexpr std::size_t kFilesInABlock = 1024;  // what is worked out for them stays close
constexpr std::size_t kFilesAtATime = 16 * kFilesInABlock;

/// The arrays that a context points into.
struct Pointers {
  std::vector<const void*> columns;
  std::vector<const std::uint32_t*> first_rows;
  std::vector<const std::uint32_t*> last_rows;
  std::vector<const std::uint32_t*> person_rows;
  std::vector<const std::uint32_t*> last_resort;
  std::vector<const void*> fractions;
};

/// What a column reads whose cells are all unknown.
const std::byte kNoFraction[kFractionBytes] = {};

Pointers pointers_into(const Arranged& arranged, const FileSpace& space) {
  Pointers pointers;
  for (const ArrangedCollection& collection : arranged.collections) {
    for (const ArrangedColumn& column : collection.fields) {
      pointers.columns.push_back(column.bytes.data());
      const bool has_fractions = !column.fractions.empty();
      pointers.fractions.push_back(has_fractions ? column.fractions.data() : kNoFraction);
    }
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

/// From and to before which row.
struct RowRange {
  std::uint64_t first = 0;
  std::uint64_t last = 0;
};

/// The files of a pass, and how its code is called for some of them. One for each thread.
class Worker {
 public:
  Worker(const plan::Plan& plan, const PassCode& code, const std::vector<bool>& wanted,
         const Arranged& arranged, const FileSpace& space, const RunContext& context)
      : code_(code),
        wanted_(wanted),
        arranged_(arranged),
        space_(space),
        scratch_(plan, arranged, space),
        context_(context) {
    for (std::size_t i = 0; i < code.pass.measures.size(); ++i) {
      const plan::Measure& measure = plan.measures[code.pass.measures[i]];
      const std::size_t size =
          wanted[i] ? counters_of(measure).size * arranged.inputs->councils.size() : 0;
      counters_.emplace_back(size, 0);
      sinks_.emplace_back(ShownCells(plan, measure).size());
    }
    row_bytes_.resize(code.row_columns.size());
    row_pointers_.resize(code.row_columns.size());
    fact_bytes_.resize(code.fact_bytes.size());
    fact_pointers_.resize(code.fact_bytes.size());
    context_.scratch = scratch_.arrays();
    context_.row_columns = row_pointers_.data();
    context_.facts = fact_pointers_.data();
  }
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;

  void run(std::size_t first, std::size_t last) {
    work_rows_out(first, last);
    work_facts_out(first, last);
    for (std::size_t i = 0; i < code_.measures.size(); ++i) {
      if (wanted_[i]) code_.measures[i](&context_, counters_[i].data(), &sinks_[i], first, last);
    }
  }

  std::vector<std::int64_t>& counters(std::size_t measure) { return counters_[measure]; }
  std::vector<RawUnit>& units(std::size_t measure) { return sinks_[measure].units(); }

 private:
  /// Gives all records, in one collection, of the people whose files these are.
  RowRange rows_of(plan::CollectionId collection, std::size_t first, std::size_t last) const {
    const auto& begins = arranged_.collections[plan::index_of(collection)].person_begins;
    return {begins[space_.person[first]], begins[space_.person[last - 1] + 1]};
  }

  void work_rows_out(std::size_t first, std::size_t last) {
    for (std::size_t i = 0; i < code_.row_columns.size(); ++i) {
      const auto [collection, bytes] = code_.row_columns[i];
      const RowRange rows = rows_of(collection, first, last);
      row_pointers_[i] = biased(row_bytes_[i], rows.first, rows.last, bytes);
    }
    for (const PassCode::Rows& rows : code_.rows) {
      const RowRange range = rows_of(rows.collection, first, last);
      rows.function(&context_, range.first, range.last);
    }
  }

  void work_facts_out(std::size_t first, std::size_t last) {
    if (code_.facts == nullptr) return;
    for (std::size_t i = 0; i < code_.fact_bytes.size(); ++i)
      fact_pointers_[i] = biased(fact_bytes_[i], first, last, code_.fact_bytes[i]);
    code_.facts(&context_, first, last);
  }

  /// Makes room for cells from `first` to before `last`, and gives where cell 0 would stand, so
  /// that code finds a cell by its own number.
  static std::byte* biased(std::vector<std::byte>& bytes, std::uint64_t first, std::uint64_t last,
                           unsigned width) {
    if (bytes.size() < (last - first) * width) bytes.resize((last - first) * width);
    const auto address = reinterpret_cast<std::uintptr_t>(bytes.data()) - first * width;
    return reinterpret_cast<std::byte*>(address);
  }

  const PassCode& code_;
  const std::vector<bool>& wanted_;
  const Arranged& arranged_;
  const FileSpace& space_;
  const Scratch scratch_;
  RunContext context_;
  std::vector<std::vector<std::int64_t>> counters_;  // by measure of the pass
  std::vector<UnitSink> sinks_;
  std::vector<std::vector<std::byte>> row_bytes_;
  std::vector<std::byte*> row_pointers_;
  std::vector<std::vector<std::byte>> fact_bytes_;
  std::vector<std::byte*> fact_pointers_;
};

/// Adds up what the threads counted.
RunResult merged(std::deque<Worker>& workers, std::size_t measure) {
  RunResult result{std::move(workers[0].counters(measure)), std::move(workers[0].units(measure))};
  for (std::size_t worker = 1; worker < workers.size(); ++worker) {
    const std::vector<std::int64_t>& more = workers[worker].counters(measure);
    for (std::size_t i = 0; i < more.size(); ++i) result.counters[i] += more[i];
    std::vector<RawUnit>& units = workers[worker].units(measure);
    std::move(units.begin(), units.end(), std::back_inserter(result.units));
  }
  return result;
}

}  // namespace

std::vector<RunResult> run_pass(const plan::Plan& plan, const PassCode& code,
                                const std::vector<bool>& wanted, const Arranged& arranged,
                                const TextIds& texts, check::Period period, int threads) {
  const FileSpace& space = arranged.space_of(code.pass.measures.front());
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
                           .last_resort = pointers.last_resort.data(),
                           .fractions = pointers.fractions.data(),
                           .text_ids = &texts,
                           .ranks = texts.ranks().data()};
  std::deque<Worker> workers;
  for (int i = 0; i < std::max(threads, 1); ++i)
    workers.emplace_back(plan, code, wanted, arranged, space, context);
  std::atomic<std::size_t> next{0};
  const auto work = [&](Worker& worker) {
    for (;;) {
      const std::size_t begin = next.fetch_add(kFilesAtATime);
      if (begin >= space.size()) return;
      const std::size_t end = std::min(begin + kFilesAtATime, space.size());
      for (std::size_t first = begin; first < end; first += kFilesInABlock)
        worker.run(first, std::min(first + kFilesInABlock, end));
    }
  };
  std::vector<std::thread> others;
  for (std::size_t i = 1; i < workers.size(); ++i) others.emplace_back(work, std::ref(workers[i]));
  work(workers.front());
  for (std::thread& other : others) other.join();

  std::vector<RunResult> results;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    if (wanted[i]) results.push_back(merged(workers, i));
  }
  return results;
}

}  // namespace assize::jit
