// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/driver/eval_command.h"

#include "compiler/check/library.h"
#include "compiler/driver/report.h"
#include "compiler/driver/words.h"
#include "compiler/interpret/interpreter.h"
#include "compiler/syntax/parse.h"

namespace assize::driver {

ExitCode eval_command(const EvalOptions& options) {
  source::Sources sources;
  diagnostics::Sink sink;
  const source::FileId file = sources.add("expression", options.expression);
  const syntax::Tree tree = syntax::parse_expression(sources, file, sink);
  if (tree.expression == nullptr || sink.has_errors()) return report(sink, sources);
  const check::ExprPtr checked = check::check_constant(*tree.expression, sink);
  const ExitCode found = report(sink, sources);
  if (checked == nullptr || found != ExitCode::kFine) return found;
  write_out(value_words(interpret::evaluate_constant(*checked), checked->type) + "\n");
  return ExitCode::kFine;
}

}  // namespace assize::driver
