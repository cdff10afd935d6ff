// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#include "compiler/diagnostics/diagnostic.h"

#include <algorithm>

namespace assize::diagnostics {

std::string fill_in(std::string_view text,
                    const std::vector<std::pair<std::string, std::string>>& args) {
  std::string made;
  std::size_t done = 0;
  for (std::size_t open = text.find('{'); open != text.npos; open = text.find('{', done)) {
    const std::size_t close = text.find('}', open);
    if (close == text.npos) break;
    const std::string_view name = text.substr(open + 1, close - open - 1);
    const auto known =
        std::find_if(args.begin(), args.end(), [&](const auto& arg) { return arg.first == name; });
    made.append(text.substr(done, open - done));
    if (known != args.end()) {
      made.append(known->second);
    } else {
      made.append(text.substr(open, close - open + 1));
    }
    done = close + 1;
  }
  made.append(text.substr(done));
  return made;
}

bool Sink::has_errors() const { return error_count() > 0; }

std::size_t Sink::error_count() const {
  return static_cast<std::size_t>(
      std::count_if(all_.begin(), all_.end(),
                    [](const Diagnostic& each) { return each.severity == Severity::kError; }));
}

}  // namespace assize::diagnostics
