// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "runtime/sheets/elements.h"

#include <algorithm>
#include <charconv>

#include "runtime/sheets/formats.h"

namespace assize::sheets {

std::string_view local_name(std::string_view name) {
  const auto colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

bool is_element(const pugi::xml_node& node, std::string_view name) {
  return node.type() == pugi::node_element && local_name(node.name()) == name;
}

pugi::xml_node child(const pugi::xml_node& parent, std::string_view name) {
  for (const pugi::xml_node& node : parent.children()) {
    if (is_element(node, name)) return node;
  }
  return {};
}

std::string_view attribute(const pugi::xml_node& node, std::string_view name) {
  for (const pugi::xml_attribute& each : node.attributes()) {
    if (local_name(each.name()) == name) return each.value();
  }
  return {};
}

std::size_t repeated(const pugi::xml_node& node, std::string_view name) {
  constexpr std::size_t kMost = 1'048'576;
  const std::string_view text = attribute(node, name);
  std::size_t times = 1;
  std::from_chars(text.data(), text.data() + text.size(), times);
  return std::clamp<std::size_t>(times, 1, kMost);
}

columns::Status parse_xml(const std::string& path, const std::string& text,
                          pugi::xml_document& document) {
  const pugi::xml_parse_result read = document.load_buffer(
      text.data(), text.size(), pugi::parse_default | pugi::parse_ws_pcdata_single);
  if (!read) return damaged(path, "its XML cannot be read");
  return {};
}

}  // namespace assize::sheets
