// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <memory>

namespace CLI {
class Formatter;
}

namespace assize::driver {

/// Writes the pages of `--help`: examples that work when pasted, what the command does, then its
/// options. The examples of each command stand in help.cc.
std::shared_ptr<CLI::Formatter> help_pages();

}  // namespace assize::driver
