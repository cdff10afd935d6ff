// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/jit/load.h"

#include <dlfcn.h>

#include <filesystem>
#include <string>
#include <system_error>
#include <utility>

#include "compiler/jit/supported.h"
#include "compiler/plan/verify.h"

namespace assize::jit {
namespace {

constexpr const char* kModule = "assize_jit_module.so";
constexpr const char* kFactory = "assize_make_evaluator";

columns::Failure failure(columns::FailureKind kind, std::string message) {
  return {kind, std::move(message), {"Run it with --engine interpreter."}};
}

/// The module beside the program, as it is built, or in `../lib/assize`, as it is installed.
columns::Result<std::filesystem::path> find_module() {
  std::error_code error;
  const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", error);
  const std::filesystem::path folder = program.parent_path();
  for (const std::filesystem::path& place :
       {folder / kModule, folder.parent_path() / "lib" / "assize" / kModule}) {
    if (std::filesystem::exists(place, error)) return place;
  }
  return failure(columns::FailureKind::kInputOutput,
                 std::string("the compiled engine, ") + kModule + ", is not beside the program");
}

columns::Result<AssizeMakeEvaluator> load_factory() {
  const auto path = find_module();
  if (!path) return path.failure();
  // Stays loaded: code that it made may still be in use when the last evaluator goes.
  void* module = dlopen(path->c_str(), RTLD_NOW | RTLD_LOCAL);
  void* factory = module == nullptr ? nullptr : dlsym(module, kFactory);
  if (factory == nullptr) {
    const char* reason = dlerror();
    return failure(
        columns::FailureKind::kInputOutput,
        std::string("the compiled engine cannot be loaded: ") + (reason != nullptr ? reason : ""));
  }
  return reinterpret_cast<AssizeMakeEvaluator>(factory);
}

}  // namespace

bool is_jit_built() { return ASSIZE_HAS_JIT != 0; }

columns::Result<std::unique_ptr<ArrangedEvaluator>> load_jit(const plan::Plan& plan) {
  if (!is_jit_built()) {
    return failure(columns::FailureKind::kUsage,
                   "this program was built without the compiled engine");
  }
#ifndef NDEBUG
  if (const auto fault = plan::verify(plan)) {
    return failure(columns::FailureKind::kInternal, "the plan is wrong: " + *fault);
  }
#endif
  if (const auto gap = not_built_yet(plan)) {
    return failure(columns::FailureKind::kUsage, "not built yet in the compiled engine: " + *gap);
  }
  const auto make = load_factory();
  if (!make) return make.failure();
  return std::unique_ptr<ArrangedEvaluator>((*make)(&plan));
}

}  // namespace assize::jit
