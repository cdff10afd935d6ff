// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "compiler/check/expr.h"
#include "compiler/check/framework.h"

namespace assize::interpret {

using check::Value;

/// Tells whether `a` stands before `b` under `latest`, `earliest`, `highest` or `lowest`: open is
/// the latest, none comes after all that has a place, unknown first or last as the key says.
bool stands_before(const Value& a, const Value& b, check::Pick pick, bool unknown_first);

/// Gives the place of a code in an order of its list; nothing for unknown, none, and a blank place.
std::optional<check::Rational> place_in_order(const Value& code, const check::CodeList& list,
                                              int column);

/// Finds those that stand first by the first key, of these the first by the next, and so on.
///
///   values   values[key][i]: what the key's expression gives for the i-th; of the keys, those
///            that values are given for are asked
///   gives    their places, in rising order; all that tie on every key
std::vector<std::size_t> stand_first(const std::vector<check::Key>& keys,
                                     const std::vector<std::vector<Value>>& values,
                                     std::size_t count);

/// Gives the extreme value: passes over unknown; none only if there is nothing else; unknown if
/// there is nothing at all. Of equal values the first listed.
Value extreme_of(const std::vector<Value>& values, check::Pick pick);

/// Gives the code that stands first; passes over those without a place; unknown if none has one. On
/// an equal place the first listed.
Value best_of(const std::vector<Value>& codes, const check::CodeList& list, int column);

}  // namespace assize::interpret
