# SPDX-FileCopyrightText: Assize contributors
# SPDX-License-Identifier: MIT

# Fails when a source file belongs to no target, or to two: it would be dead, or compiled twice.
cmake_minimum_required(VERSION 3.25)
include(${LAYERS})
foreach(target IN LISTS all)
  foreach(file IN LISTS files_${target})
    if(file IN_LIST owned)
      message(SEND_ERROR "${file} belongs to two targets, one of them ${target}")
    endif()
    list(APPEND owned ${file})
  endforeach()
endforeach()
file(GLOB_RECURSE files RELATIVE ${ROOT}
     ${ROOT}/compiler/*.cc ${ROOT}/compiler/*.h ${ROOT}/runtime/*.cc ${ROOT}/runtime/*.h
     ${ROOT}/tests/*.cc ${ROOT}/tests/*.h ${ROOT}/app/*.cc ${ROOT}/app/*.h)
foreach(file IN LISTS files)
  if(NOT JIT AND file MATCHES "^(compiler|tests/unit)/jit/")
    continue()  # not part of a build without LLVM
  endif()
  if(NOT file IN_LIST owned)
    message(SEND_ERROR "${file} belongs to no target: name it in its CMakeLists.txt")
  endif()
endforeach()
