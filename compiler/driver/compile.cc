// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/driver/compile.h"

#include <algorithm>

#include "compiler/driver/report.h"
#include "runtime/columns/spelling.h"

namespace assize::driver {
namespace {

namespace fs = std::filesystem;

EditionRequest request_of(const syntax::EditionName& name) {
  return {name.family.text, name.year, name.stage ? name.stage->text : std::string()};
}

bool is_declared(const check::Library& library, const EditionRequest& request) {
  const auto editions = library.editions();
  return std::any_of(editions.begin(), editions.end(), [&](const syntax::Edition* edition) {
    return at_name_of(edition->name) == request.at_name();
  });
}

columns::Failure no_such_edition(const check::Library& library, const std::string& asked,
                                 const fs::path& folder) {
  std::vector<std::string> names;
  for (const syntax::Edition* edition : library.editions()) {
    names.push_back(at_name_of(edition->name));
  }
  std::vector<std::string> advice;
  if (const auto nearest = columns::nearest_spelling(asked, names)) {
    advice.push_back("Did you mean " + *nearest + "?");
  }
  std::string list;
  for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
  advice.push_back(list.empty() ? "There are no editions in " + folder.string() + "."
                                : "In " + folder.string() + ": " + list);
  advice.push_back("An edition is named `family@2024-25`, or by the path of its file.");
  return usage_failure("there is no edition `" + asked + "`", std::move(advice));
}

columns::Result<EditionRequest> find_by_name(Compilation& compilation, const std::string& edition,
                                             const std::optional<std::string>& frameworks) {
  auto folder = frameworks_folder(frameworks);
  if (!folder) return folder.failure();
  const auto request = parse_edition_request(edition);
  for (const std::string& file : framework_files(*folder, request ? request->year : "")) {
    if (request && is_declared(compilation.library, *request)) break;
    compilation.library.load(file, compilation.sink);
  }
  if (request && is_declared(compilation.library, *request)) return *request;
  // A file that could not be read whole may have declared it: the sink says more than we can.
  if (compilation.sink.has_errors()) return EditionRequest{};
  return no_such_edition(compilation.library, edition, *folder);
}

columns::Result<EditionRequest> find_in_file(Compilation& compilation, const std::string& named) {
  const std::string path = fs::path(named).lexically_normal().string();
  const syntax::Tree* tree = compilation.library.load(path, compilation.sink);
  if (tree == nullptr) return cannot_read(path);
  if (tree->editions.size() == 1) return request_of(tree->editions.front().name);
  if (tree->editions.empty()) {
    // What could not be parsed may have been the edition: the sink says so, and better.
    if (compilation.sink.has_errors()) return EditionRequest{};
    return usage_failure("`" + path + "` declares no edition",
                         {"Name an edition, or the file that declares one."});
  }
  std::string list;
  for (const syntax::Edition& each : tree->editions) {
    list += (list.empty() ? "" : ", ") + at_name_of(each.name);
  }
  const std::string folder = fs::path(path).parent_path().string();
  return usage_failure(
      "`" + path + "` declares several editions: " + list,
      {"Name the one you mean, with --frameworks " + (folder.empty() ? "." : folder)});
}

}  // namespace

bool is_file_name(const std::string& named) {
  std::error_code error;
  return named.ends_with(".assize") || fs::is_regular_file(named, error);
}

std::string at_name_of(const syntax::EditionName& name) { return request_of(name).at_name(); }

columns::Result<std::string> newest_edition(Compilation& compilation,
                                            const std::optional<std::string>& frameworks) {
  const auto folder = frameworks_folder(frameworks);
  if (!folder) return folder.failure();
  for (const std::string& file : framework_files(*folder, "")) {
    compilation.library.load(file, compilation.sink);
  }
  const syntax::Edition* newest = nullptr;
  for (const syntax::Edition* edition : compilation.library.editions()) {
    if (edition->name.stage) continue;
    if (newest == nullptr || edition->name.year > newest->name.year) newest = edition;
  }
  if (newest != nullptr) return at_name_of(newest->name);
  return usage_failure("there are no editions in " + folder->string());
}

columns::Result<std::vector<std::string>> editions_of_family(
    Compilation& compilation, const std::string& family,
    const std::optional<std::string>& frameworks) {
  const auto folder = frameworks_folder(frameworks);
  if (!folder) return folder.failure();
  for (const std::string& file : framework_files(*folder, "")) {
    compilation.library.load(file, compilation.sink);
  }
  std::vector<std::string> names;
  for (const syntax::Edition* edition : compilation.library.editions()) {
    if (edition->name.stage || edition->name.family.text != family) continue;
    names.push_back(at_name_of(edition->name));
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  if (names.empty()) return no_such_edition(compilation.library, family, *folder);
  return names;
}

columns::Result<const check::Framework*> compile_edition(
    Compilation& compilation, const std::string& edition,
    const std::optional<std::string>& frameworks) {
  const auto request = is_file_name(edition) ? find_in_file(compilation, edition)
                                             : find_by_name(compilation, edition, frameworks);
  if (!request) return request.failure();
  if (compilation.sink.has_errors()) return nullptr;
  const check::Framework* framework = compilation.library.framework(
      request->family, request->year, request->stage, compilation.sink);
  return compilation.sink.has_errors() ? nullptr : framework;
}

}  // namespace assize::driver
