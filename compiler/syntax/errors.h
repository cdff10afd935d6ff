// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "compiler/diagnostics/diagnostic.h"

namespace assize::syntax::errors {

using diagnostics::Arg;
using diagnostics::Definition;
using diagnostics::Severity;

/// Something stands where something else should. Page: docs/errors/E0101.md
inline constexpr Definition unreadable{
    "E0101", Severity::kError, "expected {expected}, found {found}",
    "",      Arg{"expected"},  Arg{"found"}};
inline constexpr std::string_view kBackquotes =
    "a word of the language can be a name if it stands in backquotes";
inline constexpr std::string_view kStraightQuotes =
    "text stands between straight quotes: \"like this\"";
inline constexpr std::string_view kPlainHyphen =
    "a minus sign and the parts of a date are a plain hyphen: -";
inline constexpr std::string_view kCompareWithIs = "values are compared with `is`";
inline constexpr std::string_view kCompareWithIsNot =
    "that two values differ is said with `is not`";
inline constexpr std::string_view kCommaBeforeIfUnknown =
    "a comma stands before `if unknown` at the end of a clause";
inline constexpr std::string_view kClosedTooEarly = "this brace closes what the word may belong to";
inline constexpr std::string_view kUseComesFirst = "`use` lines stand before everything else";
inline constexpr std::string_view kClosesNothing = "no brace or bracket is open here";

/// A word that is nearly one of those that may stand here. Page: docs/errors/E0102.md
inline constexpr Definition misspelt_word{
    "E0102", Severity::kError, "`{found}` is no word that may stand here; `{nearest}` is",
    "",      Arg{"found"},     Arg{"nearest"}};
inline constexpr std::string_view kNearestWord = "the nearest word";

/// A brace or bracket that is opened and not closed. Page: docs/errors/E0103.md
inline constexpr Definition never_closed{"E0103", Severity::kError,
                                         "`{sign}` is opened and never closed", "", Arg{"sign"}};
inline constexpr std::string_view kClosedByHere = "it has to be closed before this";

/// A row with more or fewer cells than its table's heading. Page: docs/errors/E0104.md
inline constexpr Definition wrong_number_of_cells{
    "E0104", Severity::kError, "this row has {cells}, its heading has {columns}",
    "",      Arg{"cells"},     Arg{"columns"}};
inline constexpr std::string_view kHeading = "the heading";

/// A text or name in quotes that does not end on its line. Page: docs/errors/E0105.md
inline constexpr Definition open_text{"E0105", Severity::kError,
                                      "this text does not end on its line", ""};
inline constexpr std::string_view kBeginsHere = "it begins here; a quote ends it";

/// `and` and `or` side by side. Page: docs/errors/E0106.md
inline constexpr Definition and_beside_or{"E0106", Severity::kError,
                                          "`and` stands beside `or` without brackets",
                                          "the two readings differ in who is counted"};
inline constexpr std::string_view kOneReading = "one of the two readings";

/// `if unknown` within a longer expression. Page: docs/errors/E0107.md
inline constexpr Definition bare_fallback{
    "E0107", Severity::kError,
    "`if unknown` within a longer expression stands in brackets with what it is about",
    "without brackets nobody can tell which unknown it settles"};
inline constexpr Definition bare_if_they_differ{
    "E0107", Severity::kError,
    "`if they differ` within a longer expression stands in brackets with what it is about",
    "without brackets nobody can tell how far it reaches"};
inline constexpr std::string_view kFallbackExample =
    "for example: (end if unknown period.end) + 1 days";
inline constexpr std::string_view kBracketsAroundPick = "brackets around the value";
inline constexpr std::string_view kBracketsAroundTest = "brackets around the test";

/// A clause that may stand once stands twice. Page: docs/errors/E0108.md
inline constexpr Definition repeated_clause{"E0108", Severity::kError, "`{clause}` is said twice",
                                            "", Arg{"clause"}};
inline constexpr std::string_view kSaidFirst = "said first here";

/// A number that is not whole, or too large for its place. Page: docs/errors/E0109.md
inline constexpr Definition no_whole_number{"E0109", Severity::kError,
                                            "`{number}` is no whole number of at most nine digits",
                                            "", Arg{"number"}};

/// Page: docs/errors/E0190.md
inline constexpr Definition file_too_long{"E0190", Severity::kError,
                                          "this file is longer than 1 MiB and is not read", ""};
inline constexpr Definition too_many_words{
    "E0190", Severity::kError, "this file has more than {limit} words and signs and is not read",
    "", Arg{"limit"}};
/// Page: docs/errors/E0191.md
inline constexpr Definition nested_too_deep{
    "E0191", Severity::kError, "{what} are nested deeper than {limit}; the file is not read",
    "",      Arg{"what"},      Arg{"limit"}};
inline constexpr Definition chain_too_long{"E0191", Severity::kError,
                                           "this expression has more than {limit} parts in a row",
                                           "", Arg{"limit"}};
/// Page: docs/errors/E0192.md
inline constexpr Definition not_text{
    "E0192", Severity::kError, "this file is no UTF-8 text: byte {byte} is {value}",
    "",      Arg{"byte"},      Arg{"value"}};

/// Our own fault: the reader failed in a way nobody foresaw. Page: docs/errors/I0101.md
inline constexpr Definition reader_failed{
    "I0101", Severity::kError, "the reader failed on this file ({what}); please report it", "",
    Arg{"what"}};

}  // namespace assize::syntax::errors
