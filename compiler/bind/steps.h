// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "compiler/bind/row_ledger.h"
#include "compiler/bind/row_values.h"
#include "runtime/columns/result.h"

namespace assize::bind {

/// Takes the steps of a collection in their order, up to the first `keep one per`: rows that a step leaves
/// out are out, with its label, and nothing more is asked of them. A test that a bad cell makes unknown, where
/// nothing can be unknown, leaves the row in: it is refused after.
/// Errors  kData: an unknown met `stop`.
columns::Status take_first_steps(const check::Collection& collection, const Records& records,
                                 RowLedger& ledger, const Asking& asking);

/// Takes the first `keep one per` and what follows, of rows that have been read whole. Errors as above.
columns::Status take_further_steps(const check::Collection& collection, const Records& records,
                                   RowLedger& ledger, const Asking& asking);

}  // namespace assize::bind
