// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "compiler/check/framework.h"
#include "compiler/driver/compile.h"
#include "runtime/columns/result.h"

namespace assize::driver {

/// How many units of one figure stand elsewhere in the later edition, in one council.
struct Moves {
  std::int64_t into_numerator = 0;
  std::int64_t out_of_numerator = 0;
  std::int64_t into_denominator = 0;
  std::int64_t out_of_denominator = 0;

  std::int64_t sum() const {
    return into_numerator + out_of_numerator + into_denominator + out_of_denominator;
  }
};

/// What becomes of the units of one figure that both editions have.
struct FigureMoves {
  std::string path;  // `settled_home.aged_65_and_over`
  std::string code;  // in the later edition
  Moves all;
  std::map<std::string, Moves> councils;  // by name; only those with a move
};

struct MovesRequest {
  std::vector<std::string> data;
  std::optional<std::string> period;  // else that of the later edition
  int threads = 0;
};

/// Evaluates what two editions both have, on the same records and the same period, and counts which
/// units stand elsewhere. Figures without units, and those that no record given is for, are left
/// out.
columns::Result<std::vector<FigureMoves>> who_moves(const Compilation& compilation,
                                                    const check::Framework& before,
                                                    const check::Framework& after,
                                                    const MovesRequest& request);

}  // namespace assize::driver
