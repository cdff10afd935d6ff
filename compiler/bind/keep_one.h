// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "compiler/bind/row_ledger.h"
#include "compiler/bind/row_values.h"

namespace assize::bind {

/// Takes the step `keep one per event_key "label" with KEYS`: of the rows that are alike in what it names,
/// the one that stands first by the keys stays, the others are out, with the step's label.
///
/// Null    an unknown is a value like any other in what the rows share; in a key it stands where the key says.
/// Exact   the same whatever the order of rows: the keys leave no tie among rows that differ.
void keep_one_per(const check::Step& step, const Records& records, RowLedger& ledger,
                  const Asking& asking);

}  // namespace assize::bind
