// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/driver/describe_account.h"

#include <algorithm>
#include <cstdint>

#include "compiler/results/lay_out.h"
#include "runtime/columns/rational.h"

namespace assize::driver {
namespace {

using bind::AccountLine;
using results::grouped;
using results::padded;
using results::right_aligned;

constexpr std::size_t kKindWidth = 16;
constexpr std::size_t kCountWidth = 10;
constexpr std::size_t kReasonWidth = 52;
constexpr std::size_t kToldBriefly = 6;

std::string words_of(AccountLine::Kind kind) {
  switch (kind) {
    case AccountLine::Kind::kRefused:
      return "refused";
    case AccountLine::Kind::kLeftOut:
      return "left out";
    case AccountLine::Kind::kReadAsUnknown:
      return "read as unknown";
    case AccountLine::Kind::kReadAsNone:
      return "read as none";
    case AccountLine::Kind::kOlderSpelling:
      return "older spelling";
    case AccountLine::Kind::kDuplicate:
      return "alike";
  }
  return "";
}

bool takes_a_row_out(AccountLine::Kind kind) {
  return kind == AccountLine::Kind::kRefused || kind == AccountLine::Kind::kLeftOut ||
         kind == AccountLine::Kind::kDuplicate;
}

std::string share_of(std::uint64_t part, std::uint64_t whole) {
  if (whole == 0) return "0.0 %";
  const columns::Rational share = columns::Rational(static_cast<std::int64_t>(part)) *
                                  columns::Rational(100) /
                                  columns::Rational(static_cast<std::int64_t>(whole));
  return share.rounded(1).to_text(1) + " %";
}

std::string signed_count(std::uint64_t count) { return grouped(static_cast<std::int64_t>(count)); }

std::string line_text(const AccountLine& line, bool is_first_of_kind, std::uint64_t read) {
  std::string text = "   " + padded(is_first_of_kind ? words_of(line.kind) : "", kKindWidth) +
                     right_aligned(signed_count(line.count), kCountWidth) + "  " +
                     padded(line.reason, kReasonWidth);
  if (takes_a_row_out(line.kind)) {
    text += "  first: line " + signed_count(line.first_line);
  } else {
    text += "  " + share_of(line.count, read);
  }
  if (!line.nearest.empty()) text += "; nearest: \"" + line.nearest + "\"";
  return text + "\n";
}

}  // namespace

std::string account_text(const bind::Records& records, Detail detail) {
  const bind::Account& account = records.account;
  std::string lines;
  const AccountLine* before = nullptr;
  std::size_t told = 0;
  std::size_t not_told = 0;
  for (const AccountLine& line : account.lines) {
    if (detail == Detail::kTotals) break;
    if (detail == Detail::kWhatWasNotUsed && !takes_a_row_out(line.kind)) continue;
    if (detail == Detail::kWhatWasNotUsed && told == kToldBriefly) {
      ++not_told;
      continue;
    }
    ++told;
    lines += line_text(line, before == nullptr || before->kind != line.kind, account.read);
    before = &line;
  }
  if (not_told > 0) {
    lines += "   and for " + results::counted(static_cast<std::int64_t>(not_told), "other reason") +
             ": see assize data describe\n";
  }
  const bool has_news = detail == Detail::kTotals ? account.left_out() > 0 : !lines.empty();
  if (!has_news && detail != Detail::kEverything) return "";
  return " " + records.collection->name + "  " + signed_count(account.read) + " rows read, " +
         signed_count(account.used) + " used, " + signed_count(account.left_out()) + " left out (" +
         share_of(account.left_out(), account.read) + ")\n" + lines;
}

std::uint64_t refused_rows(const bind::Inputs& inputs) {
  std::uint64_t refused = 0;
  for (const auto& records : inputs.collections) {
    for (const AccountLine& line : records->account.lines) {
      if (line.kind == AccountLine::Kind::kRefused) refused += line.count;
    }
  }
  return refused;
}

}  // namespace assize::driver
