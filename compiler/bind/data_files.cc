// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/bind/data_files.h"

#include <fmt/format.h>

#include <array>
#include <filesystem>
#include <string_view>
#include <system_error>

namespace assize::bind {
namespace {

using columns::Failure;
using columns::FailureKind;

constexpr std::array<std::string_view, 4> kEndings = {".csv", ".csv.gz", ".parquet", ".arrow"};

bool is_name(std::string_view text) {
  if (text.empty() || (text[0] >= '0' && text[0] <= '9')) return false;
  for (const char c : text) {
    const bool fits =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    if (!fits) return false;
  }
  return true;
}

// The collection that a file is for by its name; empty if it bears none.
std::string collection_of(const std::string& path) {
  const std::string name = path.substr(path.find_last_of('/') + 1);
  for (const std::string_view ending : kEndings) {
    if (!name.ends_with(ending)) continue;
    const std::string stem = name.substr(0, name.size() - ending.size());
    if (is_name(stem)) return stem;
  }
  return "";
}

std::string file_names(const std::string& collection) {
  std::string text;
  for (std::size_t i = 0; i < kEndings.size(); ++i) {
    text += i == 0 ? "" : i + 1 == kEndings.size() ? " or " : ", ";
    text += collection + std::string(kEndings[i]);
  }
  return text;
}

}  // namespace

columns::Status DataFiles::add(const std::string& argument) {
  const auto equals = argument.find('=');
  if (equals != std::string::npos && is_name(argument.substr(0, equals))) {
    sources_.push_back({argument.substr(0, equals), argument.substr(equals + 1)});
    return {};
  }
  std::error_code error;
  const auto facts = std::filesystem::status(argument, error);
  if (std::filesystem::is_directory(facts)) {
    sources_.push_back({"", argument});
    return {};
  }
  if (!std::filesystem::exists(facts)) {
    return Failure{
        FailureKind::kInputOutput,
        fmt::format("{}: there is no such folder or file", argument),
        {"--data takes a folder, a file, or COLLECTION=FILE, as in --data cld=returns/may.csv."}};
  }
  const std::string collection = collection_of(argument);
  if (collection.empty()) {
    return Failure{FailureKind::kUsage,
                   fmt::format("{}: its name does not say which collection it is for", argument),
                   {fmt::format("Say it: --data cld={}", argument)}};
  }
  sources_.push_back({collection, argument});
  return {};
}

columns::Result<std::string> DataFiles::path_of(const std::string& collection) const {
  for (auto source = sources_.rbegin(); source != sources_.rend(); ++source) {
    if (source->collection == collection) return source->path;
    if (!source->collection.empty()) continue;
    std::vector<std::string> found;
    for (const std::string_view ending : kEndings) {
      std::error_code error;
      const auto path = std::filesystem::path(source->path) / (collection + std::string(ending));
      if (std::filesystem::is_regular_file(path, error)) found.push_back(path.string());
    }
    if (found.size() > 1) {
      return Failure{FailureKind::kUsage,
                     fmt::format("{} and {} are both there: which of them is meant cannot be told",
                                 found[0], found[1]),
                     {fmt::format("Say it: --data {}={}", collection, found[0])}};
    }
    if (found.size() == 1) return found[0];
  }
  return std::string();
}

columns::Failure DataFiles::missing(const std::string& collection) const {
  Failure failure{
      FailureKind::kUsage, fmt::format("there is no file for the collection {}", collection), {}};
  for (const Source& source : sources_) {
    if (!source.collection.empty()) continue;
    failure.advice.push_back(
        fmt::format("Looked in {} for {}.", source.path, file_names(collection)));
  }
  failure.advice.push_back(fmt::format("Name the file: --data {}=FILE", collection));
  return failure;
}

}  // namespace assize::bind
