// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "runtime/columns/result.h"

namespace assize::bind {

/// Where the records of each collection lie, as the arguments of `--data` say; later ones win.
class DataFiles {
 public:
  /// Reads one argument: a folder, in which a collection's file bears its name (`cld.csv`,
  /// `cld.csv.gz`, `cld.parquet`, `cld.arrow`); `cld=PATH`; or one file of such a name.
  /// Errors  kInputOutput if there is nothing of that name, kUsage if a file bears no name of a
  /// collection.
  columns::Status add(const std::string& argument);

  /// Gives the file of a collection; an empty path if none of the arguments has one.
  /// Errors  kUsage if a folder holds two files for it.
  columns::Result<std::string> path_of(const std::string& collection) const;

  /// Says that a collection has no file, and what was looked for.
  columns::Failure missing(const std::string& collection) const;

 private:
  struct Source {
    std::string collection;  // empty: a folder
    std::string path;
  };

  std::vector<Source> sources_;
};

}  // namespace assize::bind
