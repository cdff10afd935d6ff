// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "compiler/jit/context.h"
#include "compiler/jit/engine.h"
#include "compiler/jit/layout.h"
#include "compiler/jit/passes.h"
#include "compiler/plan/plan.h"
#include "runtime/columns/result.h"

namespace assize::jit {

/// The functions of one pass, and the memory that they need.
struct PassCode {
  struct Rows {
    plan::CollectionId collection;
    RowsFunction function;
  };
  Pass pass;
  /// Functions of one measure.
  struct Measure {
    std::vector<Entry> entries;
    std::vector<EntryFunction> functions;
  };
  std::vector<Measure> measures;  // as in `pass`
  std::vector<Rows> rows;
  std::vector<PassNames::RowColumn> row_columns;
  FactsFunction facts = nullptr;
  std::vector<unsigned> fact_bytes;
};

/// The machine code of one plan for one layout of its records. Goes when this goes.
class CompiledPlan {
 public:
  virtual ~CompiledPlan() = default;
  virtual const std::vector<PassCode>& passes() const = 0;
};

/// Compiles a plan for the processor it runs on. Pages are writable while code is put there, and
/// executable after that, never both.
///
/// Errors  kInternal, with LLVM's words
columns::Result<std::unique_ptr<CompiledPlan>> compile(const plan::Plan& plan, const Layout& layout,
                                                       bool units);

/// Gives the code as text instead.
columns::Result<std::string> print_compiled(const plan::Plan& plan, const Layout& layout,
                                            CodeText which);

}  // namespace assize::jit
