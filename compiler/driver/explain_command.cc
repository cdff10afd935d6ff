// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/driver/explain_command.h"

#include <algorithm>
#include <cctype>

#include "compiler/driver/error_pages.h"
#include "compiler/driver/report.h"

namespace assize::driver {

ExitCode explain_command(const ExplainOptions& options) {
  std::string code = options.code;
  for (char& letter : code) {
    if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
  }
  const auto& pages = error_pages();
  const auto page = std::find_if(pages.begin(), pages.end(),
                                 [&](const ErrorPage& each) { return each.code == code; });
  if (page != pages.end()) {
    write_out(std::string(page->text));
    return ExitCode::kFine;
  }
  std::string codes;
  for (const ErrorPage& each : pages) codes += (codes.empty() ? "" : " ") + std::string(each.code);
  return report(usage_failure("there is no message with the code `" + options.code + "`",
                              {"There are: " + codes}));
}

}  // namespace assize::driver
