// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#include "compiler/interpret/messages.h"

namespace assize::interpret {

std::string stop_message(const std::string& clause, const std::string& council, std::uint32_t line,
                         const std::string& path) {
  std::string where = line == 0 ? "the person" : "the record in line " + std::to_string(line);
  if (line != 0 && !path.empty()) where += " of " + path;
  if (!council.empty()) where += ", " + council;
  return clause + ": unknown for " + where + ", and the definition says `if unknown stop`";
}

columns::Failure stopped(const std::string& message) {
  return {.kind = columns::FailureKind::kData,
          .message = message,
          .advice = {"mend the record, or say in the definition what an unknown does there"}};
}

columns::Failure beyond_64_bits(const std::string& measure) {
  return {.kind = columns::FailureKind::kLimit,
          .message = "a number of `" + measure + "` is beyond 64 bits",
          .advice = {"look for amounts in the data that cannot be meant"}};
}

}  // namespace assize::interpret
