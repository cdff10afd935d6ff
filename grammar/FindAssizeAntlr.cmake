# SPDX-FileCopyrightText: Assize contributors
# SPDX-License-Identifier: MIT

# Gives `Assize::Antlr` (the C++ run-time library) and `assize_antlr_library`, which turns grammars
# into a library. Tool and library are a proven pair (dependencies.env): the 4.7.2 tool writes u8
# literals that C++20 refuses, so generated files, and they alone, are built with -fno-char8_t.

find_program(ASSIZE_ANTLR_TOOL antlr4)
find_path(ASSIZE_ANTLR_INCLUDE antlr4-runtime.h PATH_SUFFIXES antlr4-runtime)
find_library(ASSIZE_ANTLR_LIBRARY antlr4-runtime)
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(AssizeAntlr
  REQUIRED_VARS ASSIZE_ANTLR_TOOL ASSIZE_ANTLR_INCLUDE ASSIZE_ANTLR_LIBRARY
  REASON_FAILURE_MESSAGE "run ./dev setup")

add_library(Assize::Antlr SHARED IMPORTED GLOBAL)
set_target_properties(Assize::Antlr PROPERTIES
  IMPORTED_LOCATION ${ASSIZE_ANTLR_LIBRARY} INTERFACE_INCLUDE_DIRECTORIES ${ASSIZE_ANTLR_INCLUDE})

# assize_antlr_library(name LEXER XLexer.g4 PARSER XParser.g4): headers are included as "XParser.h".
function(assize_antlr_library name)
  cmake_parse_arguments(PARSE_ARGV 1 GRAMMAR "" "LEXER;PARSER" "")
  cmake_path(GET GRAMMAR_LEXER STEM lexer)
  cmake_path(GET GRAMMAR_PARSER STEM parser)
  set(output ${CMAKE_CURRENT_BINARY_DIR}/generated)
  set(generated ${output}/${lexer}.cpp ${output}/${parser}.cpp)
  file(MAKE_DIRECTORY ${output})
  # Byproducts that the tool rewrites even when they stay the same are not worth naming, but the
  # lexer's token file is: the parser grammar reads it.
  add_custom_command(
    OUTPUT ${generated} ${output}/${lexer}.h ${output}/${parser}.h
    COMMAND ${ASSIZE_ANTLR_TOOL} -Dlanguage=Cpp -no-listener -no-visitor -Xexact-output-dir
            -encoding UTF-8 -o ${output} ${GRAMMAR_LEXER}
    COMMAND ${ASSIZE_ANTLR_TOOL} -Dlanguage=Cpp -no-listener -no-visitor -Xexact-output-dir
            -encoding UTF-8 -lib ${output} -o ${output} ${GRAMMAR_PARSER}
    DEPENDS ${GRAMMAR_LEXER} ${GRAMMAR_PARSER}
    WORKING_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR}
    COMMENT "Making the parser from ${GRAMMAR_PARSER}" VERBATIM)
  add_library(${name} STATIC ${generated})
  target_compile_options(${name} PRIVATE -fno-char8_t -w)
  target_include_directories(${name} SYSTEM PUBLIC ${output})
  target_link_libraries(${name} PUBLIC Assize::Antlr)
  set_target_properties(${name} PROPERTIES COMPILE_WARNING_AS_ERROR OFF)
endfunction()
