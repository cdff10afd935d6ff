// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "compiler/bind/records.h"
#include "compiler/bind/row_ledger.h"

namespace assize::bind {

/// Holds the rows that are in to their collection's `unique`: of rows that are alike in every field
/// one stays, the others are counted as duplicates; rows that share the key and differ are all
/// refused. `unique each row` asks for nothing.
///
/// Exact   the same rows are kept, up to which of several alike ones, whatever the order of rows.
/// Cost    two passes over the key, and sorting of the rows that may share it.
void require_unique(const check::Collection& collection, const Records& records, RowLedger& ledger);

}  // namespace assize::bind
