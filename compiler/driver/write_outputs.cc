// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/driver/write_outputs.h"

#include <unistd.h>

#include "compiler/driver/interruption.h"
#include "compiler/results/to_table.h"
#include "runtime/columns/write_table.h"

namespace assize::driver {
namespace {

columns::Status write_whole(const std::string& path, const columns::OutputTable& table) {
  // The name under which a file is written until it is whole.
  const UnfinishedFile unfinished(path + "." + std::to_string(getpid()) + ".part");
  return columns::write_table(path, table);
}

}  // namespace

columns::Status write_figures(const std::string& path, const results::Results& results) {
  return write_whole(path, results::results_table(results));
}

columns::Status write_units(const std::string& path, const results::Results& results,
                            const bind::Inputs& inputs, const results::Tally& tally) {
  return write_whole(path, results::units_table(results, inputs, tally));
}

}  // namespace assize::driver
