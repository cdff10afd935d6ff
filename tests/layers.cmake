# SPDX-FileCopyrightText: Assize contributors
# SPDX-License-Identifier: MIT

# Fails when a folder includes a header of a folder that its target does not use.
cmake_minimum_required(VERSION 3.25)
include(${LAYERS})
foreach(target IN LISTS all)
  foreach(file IN LISTS files_${target})
    foreach(other IN LISTS all)
      # Targets of one folder (a library and its module, the tests) may see each other.
      if(other STREQUAL target OR other IN_LIST uses_${target}
         OR folder_${other} STREQUAL folder_${target})
        continue()
      endif()
      file(STRINGS ${ROOT}/${file} hits REGEX "^#include \"${folder_${other}}/[^/]*\"")
      if(hits)
        message(SEND_ERROR "${file}: ${target} does not use ${other}: ${hits}")
      endif()
    endforeach()
  endforeach()
endforeach()
