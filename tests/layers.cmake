# SPDX-FileCopyrightText: Assize contributors
# SPDX-License-Identifier: MIT

# Fails when a folder includes a header of a folder that its target does not use.
cmake_minimum_required(VERSION 3.25)
include(${LAYERS})
foreach(target IN LISTS all)
  # Several targets may share a folder (a library, its loader, its module, the tests): who uses one of
  # them may see the folder's headers.
  set(seen_folders ${folder_${target}})
  foreach(used IN LISTS uses_${target})
    list(APPEND seen_folders ${folder_${used}})
  endforeach()
  foreach(file IN LISTS files_${target})
    foreach(other IN LISTS all)
      if(folder_${other} IN_LIST seen_folders)
        continue()
      endif()
      file(STRINGS ${ROOT}/${file} hits REGEX "^#include \"${folder_${other}}/[^/]*\"")
      if(hits)
        message(SEND_ERROR "${file}: ${target} does not use ${other}: ${hits}")
      endif()
    endforeach()
  endforeach()
endforeach()
