# SPDX-FileCopyrightText: Assize contributors
# SPDX-License-Identifier: MIT

# Gives `Assize::Arrow`: Apache Arrow and Parquet, headers and shared libraries.
#
#   first   an installed Arrow of the pinned major version
#   else    the pinned wheel, which carries headers and libraries: fetched with pip (hash checked),
#           unpacked once into build/deps, which all presets share
#   offline put the wheel file anywhere and configure with -DASSIZE_ARROW_WHEEL=<file>

set(ASSIZE_ARROW_WHEEL "" CACHE FILEPATH "An Arrow wheel already on this machine")
string(REGEX MATCH "^[0-9]+\\.[0-9]+" arrow_series ${ASSIZE_PIN_ARROW_VERSION})

if(NOT ASSIZE_ARROW_WHEEL)
  find_package(Arrow ${arrow_series} QUIET CONFIG)
  find_package(Parquet ${arrow_series} QUIET CONFIG)
endif()
if(TARGET Arrow::arrow_shared AND TARGET Parquet::parquet_shared)
  message(STATUS "Arrow ${Arrow_VERSION}: installed")
  add_library(assize_arrow INTERFACE)
  target_link_libraries(assize_arrow INTERFACE Arrow::arrow_shared Parquet::parquet_shared)
  add_library(Assize::Arrow ALIAS assize_arrow)
  set(AssizeArrow_FOUND TRUE)
  return()
endif()

# Fetches the wheel with the first python that has pip; leaves its path in `result`.
function(assize_fetch_arrow_wheel folder result)
  file(MAKE_DIRECTORY ${folder})
  file(WRITE ${folder}/requirement.txt "${ASSIZE_PIN_ARROW_WHEEL_PACKAGE}==${ASSIZE_PIN_ARROW_VERSION} \
--hash=sha256:${ASSIZE_PIN_ARROW_WHEEL_SHA256}\n")
  set(python "")
  foreach(candidate python3 /usr/bin/python3)
    execute_process(COMMAND ${candidate} -m pip --version
                    RESULT_VARIABLE status OUTPUT_QUIET ERROR_QUIET)
    if(status EQUAL 0)
      set(python ${candidate})
      break()
    endif()
  endforeach()
  if(NOT python)
    message(FATAL_ERROR "Arrow is not installed and there is no pip to fetch it with: run ./dev setup")
  endif()
  message(NOTICE "Arrow ${ASSIZE_PIN_ARROW_VERSION}: fetching the wheel (55 MB, once)")
  execute_process(
    COMMAND ${python} -m pip download --quiet --disable-pip-version-check --no-deps
            --only-binary=:all: --require-hashes --implementation cp
            --python-version ${ASSIZE_PIN_ARROW_WHEEL_PYTHON} --abi cp${ASSIZE_PIN_ARROW_WHEEL_PYTHON}
            --platform ${ASSIZE_PIN_ARROW_WHEEL_PLATFORM}
            --dest ${folder} --requirement ${folder}/requirement.txt
    RESULT_VARIABLE status ERROR_VARIABLE complaint)
  file(GLOB wheel ${folder}/*.whl)
  if(NOT status EQUAL 0 OR NOT wheel)
    message(FATAL_ERROR "The Arrow wheel could not be fetched. Without a network, fetch it elsewhere and "
                        "configure with -DASSIZE_ARROW_WHEEL=<file>.\n${complaint}")
  endif()
  set(${result} ${wheel} PARENT_SCOPE)
endfunction()

string(SUBSTRING ${ASSIZE_PIN_ARROW_WHEEL_SHA256} 0 8 arrow_hash)
set(arrow_root ${PROJECT_SOURCE_DIR}/build/deps/arrow-${ASSIZE_PIN_ARROW_VERSION}-${arrow_hash})
file(LOCK ${PROJECT_SOURCE_DIR}/build/deps DIRECTORY GUARD FILE TIMEOUT 600)
if(NOT EXISTS ${arrow_root}/include)
  set(arrow_wheel ${ASSIZE_ARROW_WHEEL})
  if(NOT arrow_wheel)
    assize_fetch_arrow_wheel(${arrow_root}.fetch arrow_wheel)
  endif()
  file(SHA256 ${arrow_wheel} arrow_found_hash)
  if(NOT arrow_found_hash STREQUAL ASSIZE_PIN_ARROW_WHEEL_SHA256)
    message(FATAL_ERROR "${arrow_wheel} is not the wheel that dependencies.env pins (its SHA-256 differs)")
  endif()
  # Unpacked beside and renamed, so that an interrupted configure leaves nothing half done.
  file(REMOVE_RECURSE ${arrow_root} ${arrow_root}.part)
  file(ARCHIVE_EXTRACT INPUT ${arrow_wheel} DESTINATION ${arrow_root}.part
       PATTERNS "pyarrow/include/*" "pyarrow/libarrow.so.*" "pyarrow/libparquet.so.*"
                "pyarrow-*/licenses/*")
  file(RENAME ${arrow_root}.part/pyarrow-${ASSIZE_PIN_ARROW_VERSION}.dist-info/licenses
       ${arrow_root}.part/pyarrow/licenses)
  file(RENAME ${arrow_root}.part/pyarrow ${arrow_root})
  file(REMOVE_RECURSE ${arrow_root}.part ${arrow_root}.fetch)
endif()
file(LOCK ${PROJECT_SOURCE_DIR}/build/deps DIRECTORY RELEASE)
message(STATUS "Arrow ${ASSIZE_PIN_ARROW_VERSION}: from the wheel")

foreach(part arrow parquet)
  add_library(assize_${part}_wheel SHARED IMPORTED GLOBAL)
  set_target_properties(assize_${part}_wheel PROPERTIES
    IMPORTED_LOCATION ${arrow_root}/lib${part}.so.${ASSIZE_PIN_ARROW_SONAME}
    IMPORTED_SONAME lib${part}.so.${ASSIZE_PIN_ARROW_SONAME}
    INTERFACE_INCLUDE_DIRECTORIES ${arrow_root}/include)
  install(FILES ${arrow_root}/lib${part}.so.${ASSIZE_PIN_ARROW_SONAME} DESTINATION lib/assize)
endforeach()
install(DIRECTORY ${arrow_root}/licenses DESTINATION share/assize/arrow)
add_library(assize_arrow INTERFACE)
target_link_libraries(assize_arrow INTERFACE assize_parquet_wheel assize_arrow_wheel)
add_library(Assize::Arrow ALIAS assize_arrow)
set(AssizeArrow_FOUND TRUE)
