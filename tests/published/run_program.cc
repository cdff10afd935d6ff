// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#include "tests/published/run_program.h"

#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <memory>

#include "tests/support/places.h"

namespace assize::published {
namespace {

std::string quoted(const std::string& word) {
  std::string made = "'";
  for (const char c : word) made += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return made + "'";
}

}  // namespace

ProgramRun run_program(const std::vector<std::string>& arguments) {
  const auto program = support::program();
  if (!program) return {};
  std::string command = quoted(program->string());
  for (const std::string& argument : arguments) command += " " + quoted(argument);
  command += " 2>&1";
  ProgramRun run;
  FILE* pipe = popen(command.c_str(), "r");
  if (!pipe) return run;
  std::array<char, 4096> buffer{};
  while (const std::size_t got = fread(buffer.data(), 1, buffer.size(), pipe)) {
    run.output.append(buffer.data(), got);
  }
  const int status = pclose(pipe);
  run.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return run;
}

}  // namespace assize::published
