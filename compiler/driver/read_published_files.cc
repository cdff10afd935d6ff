// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/driver/read_published_files.h"

#include <utility>

#include "compiler/driver/progress.h"
#include "runtime/sheets/read_workbook.h"

namespace assize::driver {

columns::Result<std::vector<reproduce::FileContent>> read_published_files(
    const std::vector<std::string>& paths) {
  std::vector<reproduce::FileContent> files;
  ProgressLine progress;
  for (const std::string& path : paths) {
    const auto workbook = sheets::read_workbook(path, progress.sink());
    if (!workbook) return workbook.failure();
    auto content = reproduce::read_published(*workbook, files.size());
    if (!content) return content.failure();
    files.push_back(*std::move(content));
  }
  return files;
}

}  // namespace assize::driver
