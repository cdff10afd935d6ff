// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "tests/agree/shrink.h"

#include <algorithm>
#include <fstream>
#include <utility>
#include <vector>

#include "tests/agree/compiled.h"
#include "tests/agree/spots.h"

namespace assize::agree {
namespace {

/// Asks whether smaller trials still fail, until patience ends.
class Shrinking {
 public:
  Shrinking(Trial trial, const StillFails& still_fails, int patience)
      : trial_(std::move(trial)), still_fails_(still_fails), patience_(patience) {}

  Trial run();

 private:
  bool try_data(DataSet data);
  bool try_text(std::string text);
  bool shrink_rows();
  bool shrink_table(const std::string& name);
  bool shrink_cells();
  bool shrink_lines();
  bool shrink_expressions();

  Trial trial_;
  const StillFails& still_fails_;
  int patience_;
};

bool Shrinking::try_data(DataSet data) {
  if (patience_-- <= 0) return false;
  Trial smaller{trial_.text, std::move(data)};
  if (!still_fails_(smaller)) return false;
  trial_ = std::move(smaller);
  return true;
}

bool Shrinking::try_text(std::string text) {
  if (patience_ <= 0) return false;
  // What does not compile is refused here, without a process of its own.
  if (Compiled(text).framework() == nullptr) return false;
  --patience_;
  Trial smaller{std::move(text), trial_.data};
  if (!still_fails_(smaller)) return false;
  trial_ = std::move(smaller);
  return true;
}

// Halves, then quarters, and so on down to single rows.
bool Shrinking::shrink_table(const std::string& name) {
  bool helped = false;
  for (std::size_t size = std::max<std::size_t>(trial_.data[name].rows.size() / 2, 1); size > 0; size /= 2) {
    for (std::size_t at = 0; at < trial_.data[name].rows.size();) {
      DataSet data = trial_.data;
      auto& rows = data[name].rows;
      const auto first = rows.begin() + static_cast<std::ptrdiff_t>(at);
      rows.erase(first, first + static_cast<std::ptrdiff_t>(std::min(size, rows.size() - at)));
      if (try_data(std::move(data))) {
        helped = true;
      } else {
        at += size;
      }
    }
  }
  return helped;
}

bool Shrinking::shrink_rows() {
  bool helped = false;
  std::vector<std::string> names;
  for (const auto& [name, table] : trial_.data) {
    if (name != "councils") names.push_back(name);
  }
  names.emplace_back("councils");
  for (const std::string& name : names) helped = shrink_table(name) || helped;
  return helped;
}

// A cell that says nothing draws no attention.
bool Shrinking::shrink_cells() {
  bool helped = false;
  for (const auto& [name, table] : DataSet(trial_.data)) {
    if (name == "councils") continue;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
      for (std::size_t i = 0; i < table.rows[row].size(); ++i) {
        if (table.rows[row][i].empty()) continue;
        DataSet data = trial_.data;
        data[name].rows[row][i].clear();
        helped = try_data(std::move(data)) || helped;
      }
    }
  }
  return helped;
}

// Takes out a line, or from a line that opens a brace to the one that closes it.
bool Shrinking::shrink_lines() {
  bool helped = false;
  std::vector<std::string> lines = lines_of(trial_.text);
  for (std::size_t at = lines.size(); at-- > 0;) {
    if (at >= lines.size()) continue;
    std::size_t end = at;
    int depth = 0;
    do {
      depth += braces_in(lines[end]);
      ++end;
    } while (depth > 0 && end < lines.size());
    if (depth != 0) continue;
    std::vector<std::string> fewer(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(at));
    fewer.insert(fewer.end(), lines.begin() + static_cast<std::ptrdiff_t>(end), lines.end());
    if (!try_text(joined(fewer))) continue;
    lines = std::move(fewer);
    helped = true;
  }
  return helped;
}

bool Shrinking::shrink_expressions() {
  bool helped = false;
  for (bool again = true; again;) {
    again = false;
    std::vector<Edit> edits;
    {
      const Compiled compiled(trial_.text);
      edits = smaller_expressions(compiled);
    }
    for (const Edit& edit : edits) {
      if (patience_ <= 0) return helped;
      std::string text = trial_.text;
      text.replace(edit.begin, edit.end - edit.begin, edit.text);
      if (!try_text(std::move(text))) continue;
      again = true;
      helped = true;
      break;  // places have moved
    }
  }
  return helped;
}

Trial Shrinking::run() {
  for (bool again = true; again && patience_ > 0;) {
    again = shrink_lines();
    again = shrink_rows() || again;
    again = shrink_expressions() || again;
  }
  shrink_cells();
  return std::move(trial_);
}

}  // namespace

Trial shrink(Trial trial, const StillFails& still_fails, int patience) {
  return Shrinking(std::move(trial), still_fails, patience).run();
}

void save_trial(const Trial& trial, const std::string& difference, const std::filesystem::path& folder) {
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "trial.assize", std::ios::binary) << trial.text;
  std::ofstream(folder / "difference.txt", std::ios::binary) << difference;
  write_data(trial.data, folder);
}

}  // namespace assize::agree
