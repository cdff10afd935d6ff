# SPDX-FileCopyrightText: Assize contributors
# SPDX-License-Identifier: MIT

# Writes the pages of docs/errors as C++: cmake -DPAGES=<folder> -DOUT=<file> -P compile_pages.cmake
cmake_minimum_required(VERSION 3.25)

file(GLOB pages ${PAGES}/[A-Z]*[0-9].md)
list(SORT pages)
set(text "// Made from docs/errors when the program is built.\n")
string(APPEND text "#include \"compiler/driver/error_pages.h\"\n\nnamespace assize::driver {\n\n")
string(APPEND text "const std::vector<ErrorPage>& error_pages() {\n")
string(APPEND text "  static const std::vector<ErrorPage> pages = {\n")
foreach(page IN LISTS pages)
  get_filename_component(code ${page} NAME_WE)
  file(READ ${page} content)
  string(APPEND text "      {\"${code}\", R\"PAGE(${content})PAGE\"},\n")
endforeach()
string(APPEND text "  };\n  return pages;\n}\n\n}  // namespace assize::driver\n")
file(WRITE ${OUT} "${text}")
