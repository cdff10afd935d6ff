// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>

#include "compiler/jit/context.h"

namespace assize::jit {

class TextIds;

/// One function that compiled code calls by name.
struct Kernel {
  const char* name;
  void* address;
};

/// What is done with two fractions.
enum class FractionOp : std::uint32_t { kAdd, kSubtract, kMultiply, kDivide };

/// Gives all functions that compiled code may call.
///
/// Null    callers pass known values alone.
/// Unit    days are day numbers from 1970-01-01, ages are completed years.
std::span<const Kernel> kernels();

}  // namespace assize::jit

extern "C" {
/// Completed years by birthdays; whoever was born on 29 February has one on 1 March in other years.
std::int64_t assize_age_by_birthdays(std::int64_t born, std::int64_t on);
std::int64_t assize_year(std::int64_t day);
std::int64_t assize_month_length(std::int64_t day);
/// So many months on; a day that the month has not becomes its last, or the first of the next.
std::int64_t assize_shift(std::int64_t day, std::int64_t months, bool round_up);
/// Computes with two fractions of 32 bytes, the numerator first; gives 0 if the result does not
/// fit.
std::uint8_t assize_fraction(std::uint32_t op, const void* left, const void* right, void* result);
/// Below, at or above 0, as the left is to the right.
std::int32_t assize_compare_fractions(const void* left, const void* right);
/// Writes 48 bytes that, as one signed number, stand in the order of the fractions: the whole part
/// above, and so many binary places below that no two fractions share them.
void assize_fraction_key(const void* fraction, void* key);
/// Counts how many of `count` values, `words` numbers each, are different. Puts them in order.
std::int64_t assize_count_different(std::int64_t* values, std::int64_t count, std::int64_t words);
/// Joins two texts of the run, asks how one begins: see `TextIds`.
std::int64_t assize_join_texts(const assize::jit::TextIds* texts, std::int64_t left,
                               std::int64_t right);
std::uint8_t assize_is_text_before(const assize::jit::TextIds* texts, std::int64_t left,
                                   std::int64_t right);
std::uint8_t assize_starts_with(const assize::jit::TextIds* texts, std::int64_t text,
                                std::int64_t beginning);
/// Puts `count` records in the order in which episodes take them: by their two days, then by
/// `last_resort` (by row). Reorders `rows` and both days together. n log n.
void assize_order_records(std::int64_t* rows, std::int64_t* first_days, std::int64_t* last_days,
                          std::uint64_t count, const std::uint32_t* last_resort);
void assize_unit(assize::jit::RunSink* sink, std::int32_t part, std::uint64_t file,
                 std::int64_t row, std::uint32_t verdict, const std::int64_t* cells);
// The next are functions of the sink.
void assize_candidate(assize::jit::RunSink* sink, std::int64_t row, std::uint64_t groups,
                      std::uint64_t cells_count, const std::int64_t* cells);
void assize_settle(assize::jit::RunSink* sink, std::uint64_t place);
bool assize_is_kept(assize::jit::RunSink* sink, std::uint64_t place, std::int64_t row);
void assize_member(assize::jit::RunSink* sink, std::int64_t row);
void assize_amount(assize::jit::RunSink* sink, std::int64_t place, std::int64_t value,
                   std::int64_t weight);
void assize_amount_fraction(assize::jit::RunSink* sink, std::int64_t place, const void* value,
                            std::int64_t weight);
void assize_add_fraction(assize::jit::RunSink* sink, std::int64_t place, const void* amount,
                         std::int64_t weight);
std::int64_t assize_council_named(assize::jit::RunSink* sink, std::int64_t text);
std::int64_t assize_reason_in_field(assize::jit::RunSink* sink, std::uint64_t collection,
                                    std::uint64_t field, std::int64_t row);
void assize_beyond_limits(assize::jit::RunSink* sink);
}
