// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "compiler/bind/records.h"
#include "compiler/check/framework.h"
#include "compiler/check/period.h"
#include "compiler/driver/given_rows.h"
#include "runtime/columns/result.h"

namespace assize::driver {

/// Makes the inputs of an engine of the records that a test gives: the collection's steps and keys apply
/// to them as to those of a file. Unless the test gives the list of councils too, every council that a
/// record names is there. Each collection of the measure is there, if only without records.
columns::Result<bind::Inputs> given_inputs(const check::Framework& framework,
                                           const check::Measure& measure,
                                           const std::vector<GivenRows>& given,
                                           check::Period period);

}  // namespace assize::driver
