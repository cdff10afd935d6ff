// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/jit/run.h"

#include <algorithm>
#include <atomic>
#include <cstring>
#include <deque>
#include <iterator>
#include <thread>
#include <utility>

#include "compiler/jit/counters.h"
#include "compiler/jit/entries.h"
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
  std::vector<const std::int32_t*> row_councils;

  void show(RunContext& context, const FileSpace& space) const {
    context.columns = columns.data();
    context.first_rows = first_rows.data();
    context.last_rows = last_rows.data();
    context.person_rows = person_rows.data();
    context.last_resort = last_resort.data();
    context.fractions = fractions.data();
    context.row_councils = row_councils.data();
    context.file_person = space.person.data();
    context.file_council = space.council.data();
  }
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
    pointers.row_councils.push_back(collection.council.data());
  }
  for (const FileRows& rows : space.rows) {
    pointers.first_rows.push_back(rows.first.data());
    pointers.last_rows.push_back(rows.last.data());
  }
  return pointers;
}

/// From and to before which row.
struct RowRange {
  std::uint64_t first = 0;
  std::uint64_t last = 0;
};

/// Who belongs to the populations that are made beforehand.
class Members {
 public:
  explicit Members(const plan::Plan& plan)
      : members_(plan.populations.size()), pointers_(plan.populations.size(), nullptr) {}

  void set(plan::PopulationId population, std::size_t size, const std::vector<std::int64_t>& rows) {
    std::vector<std::uint8_t>& members = members_[plan::index_of(population)];
    members.assign(size, 0);
    for (const std::int64_t row : rows) members[static_cast<std::size_t>(row)] = 1;
    pointers_[plan::index_of(population)] = members.data();
  }
  /// By population, then row.
  const std::uint8_t* const* pointers() const { return pointers_.data(); }

 private:
  std::vector<std::vector<std::uint8_t>> members_;
  std::vector<const std::uint8_t*> pointers_;
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
      sinks_.emplace_back(arranged, *context.text_ids, ShownCells(plan, measure).size());
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
      // The last function of a measure is the one that goes over its files.
      if (wanted_[i]) count(i, code_.measures[i].functions.back(), context_, first, last);
    }
  }

  /// Calls one function of a measure for some files.
  void count(std::size_t measure, EntryFunction function, const RunContext& context,
             std::size_t first, std::size_t last) {
    function(&context, counters_[measure].data(), &sinks_[measure], first, last);
  }

  std::vector<std::int64_t>& counters(std::size_t measure) { return counters_[measure]; }
  Sink& sink(std::size_t measure) { return sinks_[measure]; }

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
  std::vector<Sink> sinks_;
  std::vector<std::vector<std::byte>> row_bytes_;
  std::vector<std::byte*> row_pointers_;
  std::vector<std::vector<std::byte>> fact_bytes_;
  std::vector<std::byte*> fact_pointers_;
};

/// Calls some work on several threads at once, the first of them the one that calls.
template <class Work>
void on_threads(std::size_t threads, const Work& work) {
  std::vector<std::thread> others;
  for (std::size_t i = 1; i < threads; ++i) others.emplace_back(work, i);
  work(0);
  for (std::thread& other : others) other.join();
}

/// Makes populations whose records depend on each other, and counts what rates are over, of
/// everybody's records: what the measures of a pass need before, or beside, their files.
class Everybody {
 public:
  Everybody(const plan::Plan& plan, const PassCode& code, const Arranged& arranged,
            const RunContext& of_pass, std::deque<Worker>& workers)
      : plan_(plan), code_(code), arranged_(arranged), of_pass_(of_pass), workers_(workers) {}

  void run(std::size_t measure, Members& members) {
    const PassCode::Measure& of = code_.measures[measure];
    for (std::size_t i = 0; i + 1 < of.entries.size(); ++i) {
      go_through(measure, of.entries[i], of.functions[i], members);
      if (of.entries[i].what == Entry::What::kPopulation) end_stage(measure, of.entries[i], members);
    }
  }

 private:
  void go_through(std::size_t measure, const Entry& entry, EntryFunction function,
                  const Members& members) {
    const FileSpace& space =
        arranged_.everybody[plan::index_of(everybody_of(plan_, entry))];
    const Pointers pointers = pointers_into(arranged_, space);
    std::atomic<std::size_t> next{0};
    on_threads(workers_.size(), [&](std::size_t worker) {
      const Scratch scratch(plan_, arranged_, space);
      RunContext context = of_pass_;
      pointers.show(context, space);
      context.scratch = scratch.arrays();
      context.members = members.pointers();
      for (std::size_t first = 0; (first = next.fetch_add(kFilesAtATime)) < space.size();) {
        const std::size_t last = std::min(first + kFilesAtATime, space.size());
        workers_[worker].count(measure, function, context, first, last);
      }
    });
  }

  void end_stage(std::size_t measure, const Entry& entry, Members& members) {
    const plan::Population& population = plan_.population(entry.population);
    Candidates candidates;
    std::vector<std::int64_t> rows;
    for (Worker& worker : workers_) {
      Sink& sink = worker.sink(measure);
      candidates.add_all(sink.candidates);
      rows.insert(rows.end(), sink.members.begin(), sink.members.end());
      sink.candidates.clear();
      sink.members.clear();
    }
    const ArrangedCollection& collection =
        arranged_.collections[plan::index_of(population.collection)];
    const Stage stage = stage_of(population, entry.stage);
    if (stage.last < population.steps.size()) {
      if (population.steps[stage.last].per_file) candidates = within_files(candidates, collection);
      rows = first_of_each(candidates);
    }
    members.set(entry.population, collection.origin.size(), rows);
  }

  // Puts the file of each candidate before its groups: only those of one file stand against each
  // other.
  static Candidates within_files(const Candidates& candidates,
                                 const ArrangedCollection& collection) {
    const bind::Records& records = *collection.records;
    Candidates made;
    std::vector<std::int64_t> cells;
    for (std::size_t i = 0; i < candidates.rows.size(); ++i) {
      const std::size_t row = collection.origin[static_cast<std::size_t>(candidates.rows[i])];
      cells.assign({records.council.empty() ? -1 : records.council[row],
                    records.person.empty() ? -1 : records.person[row]});
      const std::int64_t* own = &candidates.cells[i * candidates.cells_each];
      cells.insert(cells.end(), own, own + candidates.cells_each);
      made.add(candidates.rows[i], candidates.groups + 2, cells.size(), cells.data());
    }
    return made;
  }

  const plan::Plan& plan_;
  const PassCode& code_;
  const Arranged& arranged_;
  const RunContext& of_pass_;
  std::deque<Worker>& workers_;
};

/// Adds counters of one thread to those of all.
void add_counters(const std::vector<std::int64_t>& more, const Counters& slots,
                  RunResult& result) {
  for (std::size_t i = 0; i < more.size(); ++i) {
    std::int64_t& sum = result.counters[i];
    if (!slots.is_low[i % slots.size]) {
      if (__builtin_add_overflow(sum, more[i], &sum)) result.is_beyond_limits = true;
      continue;
    }
    columns::Whole128 wide = wide_at(result.counters, i);
    if (__builtin_add_overflow(wide, wide_at(more, i), &wide)) result.is_beyond_limits = true;
    std::memcpy(&sum, &wide, sizeof wide);
    ++i;  // its upper half
  }
}

/// Adds up what the threads counted.
RunResult merged(std::deque<Worker>& workers, std::size_t measure, const Counters& slots) {
  RunResult result;
  result.counters.assign(workers.front().counters(measure).size(), 0);
  for (Worker& worker : workers) {
    Sink& sink = worker.sink(measure);
    add_counters(worker.counters(measure), slots, result);
    std::move(sink.units.begin(), sink.units.end(), std::back_inserter(result.units));
    bool fits = !sink.is_beyond_limits;
    for (const auto& [at, weight] : sink.amounts) {
      fits = add_amount(result.amounts, at.first, at.second, weight) && fits;
    }
    for (const auto& [place, sum] : sink.sums) fits = add_sum(result.sums, place, sum) && fits;
    result.is_beyond_limits = result.is_beyond_limits || !fits;
  }
  return result;
}

}  // namespace

columns::Whole128 wide_at(const std::vector<std::int64_t>& counters, std::size_t slot) {
  columns::Whole128 wide = 0;
  std::memcpy(&wide, &counters[slot], sizeof wide);  // as compiled code adds it
  return wide;
}

std::vector<RunResult> run_pass(const plan::Plan& plan, const PassCode& code,
                                const std::vector<bool>& wanted, const Arranged& arranged,
                                const TextIds& texts, check::Period period, int threads) {
  const FileSpace& space = arranged.space_of(code.pass.measures.front());
  const Pointers pointers = pointers_into(arranged, space);
  const auto thread_count = static_cast<std::size_t>(std::max(threads, 1));
  Members members(plan);
  RunContext context{.texts = texts.of_plan().data(),
                     .council_texts = texts.of_councils().data(),
                     .period_start = period.start,
                     .period_end = period.end,
                     .text_ids = &texts,
                     .ranks = texts.ranks().data()};
  pointers.show(context, space);
  context.members = members.pointers();
  std::deque<Worker> workers;
  for (std::size_t i = 0; i < thread_count; ++i)
    workers.emplace_back(plan, code, wanted, arranged, space, context);
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    if (wanted[i]) Everybody(plan, code, arranged, context, workers).run(i, members);
  }
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
  on_threads(thread_count, [&](std::size_t i) { work(workers[i]); });

  std::vector<RunResult> results;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    if (!wanted[i]) continue;
    results.push_back(merged(workers, i, counters_of(plan.measures[code.pass.measures[i]])));
  }
  return results;
}

}  // namespace assize::jit
