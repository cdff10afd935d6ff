// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

// Inside check/: how large a text is, counted before anything is checked (language, 10). What is refused
// here costs no more than reading it did.

#include <cstdint>
#include <vector>

#include "compiler/diagnostics/diagnostic.h"
#include "compiler/syntax/tree.h"

namespace assize::check {

inline constexpr std::int64_t kMostNames = 25'000;   // of all files together
inline constexpr std::int64_t kMostParts = 10'000;   // of an expression, or of a let with its cases and rows
inline constexpr std::int64_t kMostSteps = 1'000;    // of one population
inline constexpr std::int64_t kMostReleases = 100;   // of one code list
inline constexpr std::int64_t kMostEditions = 200;   // of all files together
inline constexpr std::int64_t kMostInEdition = 100'000;  // parts that one edition is checked with
inline constexpr std::int64_t kMostInAll = 2'000'000;    // parts that all editions are checked with

/// Counts operands and operations, and those of all sets, keys and brackets inside.
std::int64_t parts_of(const syntax::Expr& text);
/// Counts those of its body, its cases, the cells of its table.
std::int64_t parts_of(const syntax::Let& text);
/// Counts what checking a measure looks at: what stands above its parts once for each of them.
std::int64_t parts_of(const syntax::Measure& text);
std::int64_t parts_of(const syntax::Collection& text);
std::int64_t parts_of(const syntax::CodeList& text);

/// Says whether files keep to the limits; else the first breach of each kind goes to the sink (E0193,
/// E0194, E0196).
bool is_within_limits(const std::vector<const syntax::Tree*>& trees, diagnostics::Sink& sink);

}  // namespace assize::check
