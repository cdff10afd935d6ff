// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace assize::driver {

/// From now on Ctrl-C and a polite kill end the program at once with 130, after taking away the file
/// that is just being written.
void end_cleanly_when_interrupted();

/// Names the file that is being written, for as long as it lives; an interruption takes it away.
class UnfinishedFile {
 public:
  explicit UnfinishedFile(const std::string& path);
  ~UnfinishedFile();
  UnfinishedFile(const UnfinishedFile&) = delete;
  UnfinishedFile& operator=(const UnfinishedFile&) = delete;
};

}  // namespace assize::driver
