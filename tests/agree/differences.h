// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "compiler/results/tally.h"

namespace assize::agree {

/// What is compared, and between whom.
struct Sides {
  std::string one;    // `interpreter`
  std::string other;  // `jit`
  const bind::Inputs* of_one = nullptr;
  const bind::Inputs* of_other = nullptr;
};

/// Says where two answers differ, field by field, a line for each of the first few; empty if they agree.
/// Answers may rest on different inputs of the same records: texts are compared, not their numbers. Lines of
/// files, by which records without a key are named, are not compared.
std::string differences(const Sides& sides, const columns::Result<results::Tally>& one,
                        const columns::Result<results::Tally>& other);

}  // namespace assize::agree
