// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <pugixml.hpp>

#include <string>
#include <string_view>

#include "runtime/columns/result.h"

namespace assize::sheets {

// XML without its prefixes: some programs write `x:row` where others write `row`.

std::string_view local_name(std::string_view name);
bool is_element(const pugi::xml_node& node, std::string_view name);
pugi::xml_node child(const pugi::xml_node& parent, std::string_view name);
/// Empty if there is none.
std::string_view attribute(const pugi::xml_node& node, std::string_view name);
/// A number of an attribute, 1 if there is none, and never above a million.
std::size_t repeated(const pugi::xml_node& node, std::string_view name);

/// Reads XML; keeps texts of blanks alone. Errors kData.
columns::Status parse_xml(const std::string& path, const std::string& text,
                          pugi::xml_document& document);

}  // namespace assize::sheets
