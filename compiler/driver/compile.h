// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compiler/check/library.h"
#include "compiler/driver/exit_code.h"
#include "compiler/driver/find_frameworks.h"
#include "compiler/driver/read_files.h"
#include "runtime/columns/result.h"

namespace assize::driver {

/// All that one command has read and checked. Stays where it is: its parts refer to each other.
struct Compilation {
  source::Sources sources;
  FileSystem reader;
  diagnostics::Sink sink;
  check::Library library{sources, reader};

  Compilation() = default;
  Compilation(const Compilation&) = delete;
  Compilation& operator=(const Compilation&) = delete;
};

/// Finds, reads and checks an edition, named or as a file. Null if it does not compile: the sink
/// says why. A failure if there is no such edition or file, with the nearest and the list of those
/// there are.
columns::Result<const check::Framework*> compile_edition(
    Compilation& compilation, const std::string& edition,
    const std::optional<std::string>& frameworks);

/// Whether what was typed for an edition or a scenario is the path of a file, not a name.
bool is_file_name(const std::string& named);

/// Names the newest edition of the frameworks, drafts and other stages left aside.
columns::Result<std::string> newest_edition(Compilation& compilation,
                                            const std::optional<std::string>& frameworks);

/// Writes an edition's name as it is typed: `ascof@2023-24-draft`.
std::string at_name_of(const syntax::EditionName& name);

/// Gives the names of all editions of a family, stages apart, by year. Errors kUsage: there is
/// none.
columns::Result<std::vector<std::string>> editions_of_family(
    Compilation& compilation, const std::string& family,
    const std::optional<std::string>& frameworks);

}  // namespace assize::driver
