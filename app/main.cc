// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/driver/command_line.h"

int main(int argument_count, char** arguments) {
  return assize::driver::run_program(argument_count, arguments);
}
