// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "compiler/diagnostics/diagnostic.h"

/// What is wrong with the tables of a test. One definition a code; its page is docs/errors/CODE.md.
namespace assize::bind::errors {

using diagnostics::Arg;
using diagnostics::Definition;
using diagnostics::Severity;

inline constexpr Definition unknown_collection{"E0701", Severity::kError,
                                               "`given {name}` names no collection of the edition",
                                               "", Arg{"name"}};
inline constexpr Definition unknown_column{
    "E0702", Severity::kError, "`{name}` is no field of {collection}",
    "",      Arg{"name"},      Arg{"collection"}};
inline constexpr Definition wrong_cell{
    "E0703",    Severity::kError, "`{cell}` cannot stand in `{field}`, which is {type}",
    "",         Arg{"cell"},      Arg{"field"},
    Arg{"type"}};
inline constexpr Definition value_of_no_list{
    "E0704", Severity::kError, "`{cell}` is no value of `{list}`", "", Arg{"cell"}, Arg{"list"}};
inline constexpr Definition blank_refuses{"E0705", Severity::kError,
                                          "a blank `{field}` refuses the row",
                                          "The row would not be counted at all.", Arg{"field"}};
inline constexpr Definition refused_rows{
    "E0706",
    Severity::kError,
    "{count} of the rows given for `{collection}` would be refused: {reason}",
    "They would not be counted at all.",
    Arg{"count"},
    Arg{"collection"},
    Arg{"reason"}};

}  // namespace assize::bind::errors
