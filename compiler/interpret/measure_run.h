// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "compiler/interpret/evaluation.h"
#include "compiler/results/tally.h"

namespace assize::interpret {

/// Evaluates one measure over all its files, or those that are watched.
columns::Result<results::MeasureTally> run_measure(const bind::Inputs& inputs,
                                                   const FiledRecords& filed,
                                                   const check::Measure& measure,
                                                   const results::Request& request,
                                                   const Watch& watch = {});

}  // namespace assize::interpret
