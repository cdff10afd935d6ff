// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>

#include "compiler/diagnostics/diagnostic.h"
#include "compiler/source/source_file.h"

namespace assize::format {

/// A file in the layout of the house.
struct Formatted {
  enum class Outcome : std::uint8_t {
    kDone,
    kUnreadable,  // the sink says why
    kUnsafe,      // the layout would change what the file says: a fault of ours
  };
  Outcome outcome = Outcome::kDone;
  std::string text;
};

/// Lays a file out anew: indents by braces, aligns tables and neighbouring clauses, breaks long
/// lines. Line breaks and groups parted by blank lines stay as their author made them. Every word,
/// comment and cell stays; a file laid out twice is the same as laid out once.
///
/// `sources` is given the texts that were tried.
Formatted format(source::Sources& sources, source::FileId file, diagnostics::Sink& sink);

}  // namespace assize::format
