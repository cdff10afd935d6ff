// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "compiler/driver/compare_expected.h"
#include "compiler/driver/compile.h"
#include "compiler/syntax/tree.h"
#include "runtime/columns/result.h"

namespace assize::driver {

/// What came of one test on one engine.
struct Verdict {
  std::string engine;
  std::vector<Difference> differences;
  std::string not_run;  // why this engine cannot run it yet; then there are no differences
};

/// Runs one test on some engines: its records are bound, evaluated and compared, once for each
/// edition and setting it names. A failure if the test cannot be run at all; what is wrong with its
/// text goes to the compilation's sink.
columns::Result<std::vector<Verdict>> run_test(Compilation& compilation, const syntax::Test& test,
                                               const std::vector<std::string>& engines);

}  // namespace assize::driver
