# SPDX-FileCopyrightText: Assize contributors
# SPDX-License-Identifier: MIT

# Gives `Assize::Zip` (libzip), `Assize::Xml` (pugixml) and `Assize::Xls` (FreeXL): what spreadsheets are
# read with. Debian's packages; the release of the distribution is the pin (dependencies.env).

find_path(ASSIZE_ZIP_INCLUDE zip.h)
find_library(ASSIZE_ZIP_LIBRARY zip)
find_path(ASSIZE_XML_INCLUDE pugixml.hpp)
find_library(ASSIZE_XML_LIBRARY pugixml)
find_path(ASSIZE_XLS_INCLUDE freexl.h)
find_library(ASSIZE_XLS_LIBRARY freexl)
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(AssizeSheets
  REQUIRED_VARS ASSIZE_ZIP_INCLUDE ASSIZE_ZIP_LIBRARY ASSIZE_XML_INCLUDE ASSIZE_XML_LIBRARY
                ASSIZE_XLS_INCLUDE ASSIZE_XLS_LIBRARY
  REASON_FAILURE_MESSAGE "run ./dev setup")

foreach(part Zip Xml Xls)
  if(TARGET Assize::${part})
    continue()
  endif()
  string(TOUPPER ${part} upper)
  add_library(Assize::${part} SHARED IMPORTED GLOBAL)
  set_target_properties(Assize::${part} PROPERTIES
    IMPORTED_LOCATION ${ASSIZE_${upper}_LIBRARY}
    INTERFACE_INCLUDE_DIRECTORIES ${ASSIZE_${upper}_INCLUDE})
endforeach()
