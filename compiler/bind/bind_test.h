// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "compiler/bind/records.h"
#include "compiler/diagnostics/diagnostic.h"
#include "compiler/syntax/tree.h"
#include "runtime/columns/result.h"

namespace assize::bind {

struct TestRequest {
  std::vector<const check::Collection*> needed;
  check::Period period;
};

/// Makes the inputs of a test out of its `given` tables (language, section 6).
///
/// Cells    a cell that is blank takes the value after `with` of its table, then what `given
/// people` says of
///          the person, then its `with`, else it is blank. `unknown`, `open` and `none` are written
///          out, codes by their names. `copies` repeats a row.
/// Persons  the column `person` is the person's key itself, whatever the collection makes a key of.
/// Councils are those of the framework's list; any other key that a table names is a council of its
/// own, which
///          bears its key as its name. `given` for the list of councils takes the place of the
///          list.
/// Blank    means what it means in a file. Where it would refuse the row: a number that is `unique`
/// counts up
///          from 1 over the numbers not given (a text likewise, if no number is); a field that the
///          test never mentions holds one equal value in all rows: the last day of the period, 0,
///          no, the first value of a list, or the text "not given"; one that it does mention is an
///          error.
/// Errors   E0701 to E0706 in the sink, at the cell; then the inputs lack what is wrong. A failure
/// only if the
///          framework's own list of councils cannot be read, or a collection wants what is not
///          built yet.
columns::Result<Inputs> bind_test(const check::Framework& framework, const syntax::Test& test,
                                  const TestRequest& request, RecordEvaluator& evaluator,
                                  diagnostics::Sink& sink);

}  // namespace assize::bind
