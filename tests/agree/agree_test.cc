// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

// All engines give the same on generated programs over generated data.
//
//   ASSIZE_AGREE_CASES    how many programs (`./dev agree N` sets it)
//   ASSIZE_AGREE_SEED     where their seeds begin
//   ASSIZE_AGREE_REPLAY   a folder that a failure was saved in: that trial alone

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <optional>
#include <sstream>

#include "compiler/jit/load.h"
#include "tests/agree/agreement.h"
#include "tests/agree/client_events.h"
#include "tests/agree/coverage.h"
#include "tests/agree/isolated.h"
#include "tests/agree/program.h"
#include "tests/agree/shrink.h"
#include "tests/support/places.h"

namespace assize::agree {
namespace {

namespace fs = std::filesystem;

constexpr int kMeasuresInOne = 25;
constexpr int kDataSets = 10;
constexpr int kSecondsForOne = 240;
constexpr int kAtOnce = 2;
constexpr int kShrunk = 6;       // failures that are made small; of the others the seed is told
constexpr int kPatience = 700;   // questions asked while one is made small

int number_from(const char* variable, int usual) {
  const char* value = std::getenv(variable);
  return value == nullptr || *value == '\0' ? usual : std::atoi(value);
}

fs::path failures_folder() { return support::source_root() / "build" / "agree-failures"; }

// ---- one framework, in a process of its own

// `only` is the place of one measure, or -1 for all.
std::string agree_on_seed(std::uint64_t seed, int only, const fs::path& folder) {
  const Program program = generate_program(seed, kMeasuresInOne);
  Compiled compiled(only < 0 ? program.text() : program.text_with({static_cast<std::size_t>(only)}));
  std::vector<DataSet> data;
  for (int number = 0; number < kDataSets; ++number) data.push_back(generate_data(program.schema, seed, number));
  if (compiled.framework() != nullptr) return compare_engines(compiled, {}, data, folder, {}).to_text();
  // Measures that were refused are left out, and counted.
  if (only >= 0) return "refused 1\n" + compiled.errors();
  const std::vector<std::string> refused = compiled.refused();
  std::vector<std::size_t> chosen;
  for (std::size_t at = 0; at < program.measures.size(); ++at) {
    const std::string name = "m" + std::to_string(at + 1);
    if (std::find(refused.begin(), refused.end(), name) == refused.end()) chosen.push_back(at);
  }
  const std::string note = "refused " + std::to_string(program.measures.size() - chosen.size()) + "\n" + compiled.errors();
  const Compiled rest(program.text_with(chosen));
  if (chosen.empty() || rest.framework() == nullptr) return note;
  return note + compare_engines(rest, {}, data, folder, {}).to_text();
}

// What a trial still shows: the difference, how it broke down, or nothing.
std::string difference_of(const Trial& trial, const fs::path& folder) {
  const Ended ended = run_isolated(folder, [&] {
    const Compiled compiled(trial.text);
    if (compiled.framework() == nullptr) return std::string();
    const fs::path here = fs::path(folder) / "trial";
    fs::remove_all(here);
    fs::create_directories(here);
    std::string text;
    for (const Disagreement& one : compare_engines(compiled, {}, {trial.data, trial.data}, here, {}).found) {
      text += one.difference;
      if (text.size() > 20000) break;
    }
    return text;
  }, 60);
  return ended.text;
}

// What a failure is about, so that a trial is not made small by failing in another way.
std::string sort_of(const std::string& difference) {
  for (const char* sort : {"broke down", "did not end", "another order", "counts unknowns", "jit with", "plan"}) {
    if (difference.find(sort) != std::string::npos) return sort;
  }
  return difference.empty() ? "" : "another";
}

void save_small(const Trial& trial, const std::string& sort, const std::string& name, const fs::path& folder) {
  const auto still_fails = [&](const Trial& smaller) { return sort_of(difference_of(smaller, folder)) == sort; };
  const Trial small = still_fails(trial) ? shrink(trial, still_fails, kPatience) : trial;
  save_trial(small, difference_of(small, folder), failures_folder() / name);
}

// ---- all of them

/// Adds up what all frameworks gave.
struct Total {
  Agreement sum;
  int refused = 0;
  int differing = 0;  // programs
  std::vector<std::string> failed;  // `seed 7, m3, data set 2`, with the difference

  void add(std::uint64_t seed, const Ended& ended) {
    if (ended.broke_down) {
      failed.push_back("seed " + std::to_string(seed) + ": " + ended.text);
      return;
    }
    if (ended.text.starts_with("refused ")) {
      refused += std::atoi(ended.text.c_str() + 8);
      std::cout << "seed " << seed << " " << ended.text.substr(0, ended.text.find("measures ")) << "\n";
    }
    const Agreement one = Agreement::from_text(ended.text);
    sum.measures += one.measures;
    sum.stopped += one.stopped;
    for (const auto& [reason, times] : one.skipped) sum.skipped[reason] += times;
    sum.constructs.insert(one.constructs.begin(), one.constructs.end());
    sum.compiled.insert(one.compiled.begin(), one.compiled.end());
    std::map<std::string, int> more;
    for (const Disagreement& found : one.found) {
      if (more[found.measure]++ > 0) continue;
      failed.push_back("seed " + std::to_string(seed) + ", " + found.measure + ", data set " +
                       std::to_string(found.data_set) + "\n" + found.difference);
    }
    for (const auto& [measure, times] : more) differing += times > 0 ? 1 : 0;
  }
};

void print(const Total& total, int frameworks) {
  int skipped = 0;
  for (const auto& [reason, times] : total.sum.skipped) skipped += times;
  std::cout << total.sum.measures << " programs in " << frameworks << " frameworks, each on " << kDataSets
            << " data sets; " << total.refused << " more did not compile\n"
            << total.sum.measures - skipped << " compared between engines, " << skipped
            << " not done by the compiled engine yet; " << total.differing << " gave differences; `if unknown stop` ended "
            << total.sum.stopped << " runs\n";
  for (const auto& [reason, times] : total.sum.skipped) std::cout << "  " << times << "  " << reason << "\n";
}

std::string missing(const std::set<std::string>& met) {
  std::string names;
  for (const std::string& name : all_constructs()) {
    if (!met.contains(name)) names += (names.empty() ? "" : ", ") + name;
  }
  return names;
}

/// Saves small trials of failures, as long as some are left to be made.
class Saving {
 public:
  explicit Saving(fs::path folder) : folder_(std::move(folder)) {}

  void found(std::uint64_t seed, const Agreement& agreement) {
    std::set<std::string> seen;
    for (const Disagreement& one : agreement.found) {
      if (one.measure.empty() || !seen.insert(one.measure).second) continue;
      save(seed, static_cast<std::size_t>(std::atoi(one.measure.c_str() + 1) - 1), one.data_set, sort_of(one.difference));
    }
  }
  // On which data set it broke down is found by trying.
  void broke_down(std::uint64_t seed, std::size_t measure) {
    const Program program = generate_program(seed, kMeasuresInOne);
    for (int number = 0; left_ > 0 && number < kDataSets; ++number) {
      const Trial trial{program.text_with({measure}), generate_data(program.schema, seed, number)};
      const std::string sort = sort_of(difference_of(trial, folder_));
      if (sort == "broke down" || sort == "did not end") return save(seed, measure, number, sort);
    }
  }

 private:
  void save(std::uint64_t seed, std::size_t measure, int data_set, const std::string& sort) {
    if (left_-- <= 0) return;
    const Program program = generate_program(seed, kMeasuresInOne);
    const std::string name = std::to_string(seed) + "-m" + std::to_string(measure + 1);
    save_small({program.text_with({measure}), generate_data(program.schema, seed, data_set)}, sort, name, folder_);
    std::cout << "a small trial was saved in build/agree-failures/" << name << "\n";
  }

  fs::path folder_;
  int left_ = kShrunk;
};

// Runs frameworks, and then the measures of those that broke down, each alone.
void run_all(std::uint64_t first, int frameworks, const fs::path& folder, Total& total, Saving& saving) {
  Isolated isolated(folder, kAtOnce);
  const auto start = [&](int number, std::uint64_t seed, int measure) {
    const fs::path own = folder / ("run" + std::to_string(number));
    fs::create_directories(own);
    isolated.start(number, [=] {
      const std::string text = agree_on_seed(seed, measure, own);
      fs::remove_all(own);
      return text;
    }, kSecondsForOne);
  };
  const auto seed_at = [&](int number) { return first + static_cast<std::uint64_t>(number); };
  for (int at = 0; at < frameworks; ++at) start(at, seed_at(at), -1);
  std::vector<int> broken;
  std::vector<std::pair<std::uint64_t, Ended>> ended;
  for (const auto& [at, one] : isolated.finish()) {
    if (one.broke_down) {
      broken.push_back(at);
    } else {
      ended.emplace_back(seed_at(at), one);
    }
  }
  for (const int at : broken) {
    for (int measure = 0; measure < kMeasuresInOne; ++measure) start(frameworks + at * kMeasuresInOne + measure, seed_at(at), measure);
  }
  std::vector<std::pair<std::uint64_t, std::size_t>> broken_measures;
  for (const auto& [number, one] : isolated.finish()) {
    const std::uint64_t seed = seed_at((number - frameworks) / kMeasuresInOne);
    if (one.broke_down) broken_measures.emplace_back(seed, static_cast<std::size_t>((number - frameworks) % kMeasuresInOne));
    ended.emplace_back(seed, one);
  }
  for (const auto& [seed, one] : ended) total.add(seed, one);
  for (const auto& [seed, measure] : broken_measures) saving.broke_down(seed, measure);
  for (const auto& [seed, one] : ended) saving.found(seed, Agreement::from_text(one.broke_down ? "" : one.text));
}

TEST(generated_programs, give_the_same_in_every_engine_and_row_order) {
  if (std::getenv("ASSIZE_AGREE_REPLAY") != nullptr) GTEST_SKIP() << "one trial is asked for";
  const int cases = number_from("ASSIZE_AGREE_CASES", 1000);
  const auto first = static_cast<std::uint64_t>(number_from("ASSIZE_AGREE_SEED", 1));
  const int frameworks = std::max(1, (cases + kMeasuresInOne - 1) / kMeasuresInOne);
  const fs::path folder = support::fresh_folder();
  Total total;
  Saving saving(folder);
  run_all(first, frameworks, folder, total, saving);
  print(total, frameworks);
  for (const std::string& failure : total.failed) ADD_FAILURE() << failure;
  fs::remove_all(folder);

  // Fewer programs cannot have met everything.
  if (cases < 1000) return;
  EXPECT_EQ(missing(total.sum.constructs), "") << "constructs that no generated program used";
  EXPECT_LE(total.refused * 50, cases) << "more than two in a hundred programs do not compile";
}

TEST(settled_home, is_the_same_in_every_engine_for_client_events_of_all_shapes) {
  const fs::path folder = support::fresh_folder();
  const Ended ended = run_isolated(folder, [&] {
    const Compiled compiled("frameworks/ascof/2024-25.assize", "ascof", "2024-25");
    if (compiled.framework() == nullptr) return "found 0 \n  " + compiled.errors();
    const check::Collection* cld = compiled.framework()->collection("cld");
    const std::vector<std::string> councils = {"E06000001", "E08000025", "E10000016"};
    std::vector<DataSet> data;
    for (int number = 0; number < 40; ++number) data.push_back(generate_client_events(*cld, councils, 1, number));
    const Agreement agreement = compare_engines(compiled, {"settled_home"}, data, folder, {});
    return agreement.to_text();
  }, kSecondsForOne);
  ASSERT_FALSE(ended.broke_down) << ended.text;
  const Agreement agreement = Agreement::from_text(ended.text);
  for (const Disagreement& found : agreement.found) {
    ADD_FAILURE() << "data set " << found.data_set << "\n" << found.difference;
  }
  EXPECT_EQ(agreement.measures, 1);
  if (jit::is_jit_built()) {
    EXPECT_TRUE(agreement.skipped.empty()) << agreement.skipped.begin()->first;
  }
  fs::remove_all(folder);
}

TEST(saved_trial, agrees_now) {
  const char* replayed = std::getenv("ASSIZE_AGREE_REPLAY");
  if (replayed == nullptr) return;
  std::ifstream file(fs::path(replayed) / "trial.assize", std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  const fs::path folder = support::fresh_folder();
  EXPECT_EQ(difference_of({text.str(), read_data(replayed)}, folder), "");
  fs::remove_all(folder);
}

}  // namespace
}  // namespace assize::agree
