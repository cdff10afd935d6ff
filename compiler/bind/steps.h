// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "compiler/bind/row_ledger.h"
#include "compiler/bind/row_values.h"
#include "runtime/columns/result.h"

namespace assize::bind {

/// Takes the steps of a collection in their order: rows that a step leaves out are out, with its
/// label. A test that a bad cell makes unknown, where nothing can be unknown, leaves the row in: it
/// is refused after. Errors  kUsage: `keep one per` is not built yet; kData: an unknown met `stop`.
columns::Status take_steps(const check::Collection& collection, const Records& records,
                           RowLedger& ledger, const Asking& asking);

}  // namespace assize::bind
