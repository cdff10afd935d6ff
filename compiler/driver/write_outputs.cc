// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/driver/write_outputs.h"

#include <filesystem>
#include <system_error>

#include "compiler/driver/interruption.h"
#include "compiler/driver/report.h"
#include "compiler/results/to_table.h"
#include "runtime/columns/write_table.h"

namespace assize::driver {
namespace {

namespace fs = std::filesystem;

columns::Status write_whole(const std::string& path, const columns::OutputTable& table) {
  const UnfinishedFolder unfinished(fs::path(path).parent_path().string());
  return columns::write_table(path, table);
}

}  // namespace

columns::Status check_output_path(const std::optional<std::string>& path) {
  if (!path) return {};
  if (!columns::output_format_of(*path)) {
    return usage_failure("`" + *path + "` does not say by its ending how it is to be written",
                         {"Let it end in .csv, .parquet, .arrow or .json."});
  }
  const fs::path folder = fs::path(*path).parent_path();
  std::error_code error;
  if (folder.empty() || fs::is_directory(folder, error)) return {};
  return columns::Failure{
      columns::FailureKind::kInputOutput,
      "`" + *path + "` cannot be written: there is no folder " + folder.string(),
      {"Make it first, or name another."}};
}

columns::Status write_figures(const std::string& path,
                              const std::vector<results::Variant>& variants) {
  return write_whole(path, results::results_table(variants));
}

columns::Status write_units(const std::string& path, const std::vector<results::Variant>& variants,
                            const bind::Inputs& inputs) {
  return write_whole(path, results::units_table(variants, inputs));
}

columns::Status write_steps(const std::string& path, const columns::OutputTable& steps) {
  return write_whole(path, steps);
}

}  // namespace assize::driver
