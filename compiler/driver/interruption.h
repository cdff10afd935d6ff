// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace assize::driver {

/// From now on Ctrl-C and a polite kill end the program at once with 130, after taking away files
/// that are not yet whole.
void end_cleanly_when_interrupted();

/// Names the folder in which files are being written, for as long as it lives. An interruption
/// takes away what this process has there under the names of files that are not yet whole.
class UnfinishedFolder {
 public:
  explicit UnfinishedFolder(const std::string& folder);
  ~UnfinishedFolder();
  UnfinishedFolder(const UnfinishedFolder&) = delete;
  UnfinishedFolder& operator=(const UnfinishedFolder&) = delete;
};

}  // namespace assize::driver
