// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "tests/agree/random.h"
#include "tests/agree/shapes.h"

namespace assize::agree {

/// Code lists and collections of a generated framework, and their text.
struct WrittenSchema {
  Schema schema;
  std::string text;
};

/// Collections, by their place in `Schema::collections`: what each is for.
inline constexpr int kVisits = 0;     // people in councils, lasting: the main one mostly
inline constexpr int kStays = 1;      // people, wherever
inline constexpr int kEstimates = 2;  // councils; a record stands for several people
inline constexpr int kReturns = 3;    // councils; figures by role

/// Writes code lists and collections.
WrittenSchema write_schema(Random& random);

}  // namespace assize::agree
