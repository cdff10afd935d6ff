# SPDX-FileCopyrightText: Assize contributors
# SPDX-License-Identifier: MIT

# Gives `Assize::Llvm`: LLVM as one shared library, its headers without warnings.

find_package(LLVM ${ASSIZE_PIN_LLVM_VERSION} QUIET CONFIG HINTS /usr/lib/llvm-19/lib/cmake/llvm)
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(AssizeLlvm REQUIRED_VARS LLVM_DIR VERSION_VAR LLVM_PACKAGE_VERSION
  REASON_FAILURE_MESSAGE "run ./dev setup, or build without it: cmake --preset nojit")

add_library(assize_llvm INTERFACE)
target_include_directories(assize_llvm SYSTEM INTERFACE ${LLVM_INCLUDE_DIRS})
separate_arguments(llvm_definitions NATIVE_COMMAND "${LLVM_DEFINITIONS}")
target_compile_definitions(assize_llvm INTERFACE ${llvm_definitions})
target_link_libraries(assize_llvm INTERFACE LLVM)
add_library(Assize::Llvm ALIAS assize_llvm)
