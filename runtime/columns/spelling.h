// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assize::columns {

/// Takes outer blanks off: spaces, tabs, line breaks and no-break spaces.
std::string_view trimmed(std::string_view text);

/// Folds text for comparison: outer blanks off; ASCII, Latin-1 and Latin Extended-A letters to
/// lower case.
std::string folded(std::string_view text);

/// The same into a string that is used again, for loops over many texts.
void fold_into(std::string_view text, std::string& result);

/// Tells whether the bytes are well-formed UTF-8.
bool is_utf8(std::string_view text);

/// Gives the nearest of some spellings, folded for the comparison, or nothing if none is near: at
/// most a third of the text may have to change. Of equally near ones the first.
std::optional<std::string> nearest_spelling(std::string_view text,
                                            const std::vector<std::string>& spellings);

}  // namespace assize::columns
