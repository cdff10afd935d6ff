// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

// What the module shows to the program that loads it: one function.

#include "compiler/jit/evaluator.h"

extern "C" __attribute__((visibility("default"))) assize::jit::ArrangedEvaluator*
assize_make_evaluator(const assize::plan::Plan* plan) {
  return assize::jit::make_evaluator(*plan).release();
}
