// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#include "compiler/check/library.h"

#include <algorithm>
#include <set>
#include <utility>

#include "compiler/check/errors.h"
#include "compiler/check/flatten.h"
#include "compiler/syntax/parse.h"

namespace assize::check {
namespace {

// One mistake in a file that several editions use is one mistake.
void add_new(const diagnostics::Sink& found, diagnostics::Sink& sink) {
  for (const diagnostics::Diagnostic& diagnostic : found.all()) {
    const auto& known = sink.all();
    const bool there = std::any_of(known.begin(), known.end(), [&](const auto& other) {
      return other.code == diagnostic.code && other.span == diagnostic.span &&
             other.message == diagnostic.message;
    });
    if (!there) sink.add(diagnostic);
  }
}

bool declares(const Library& library, const syntax::EditionName& name) {
  const auto all = library.editions();
  return std::any_of(all.begin(), all.end(), [&](const syntax::Edition* edition) {
    return edition_text(edition->name) == edition_text(name);
  });
}

void check_test_edition(const Library& library, const syntax::Test& test, diagnostics::Sink& sink) {
  const auto check = [&](const syntax::EditionName& name) {
    if (declares(library, name)) return;
    auto error = diagnostics::diagnose(name.span, errors::unknown_edition, edition_text(name));
    for (const syntax::Edition* edition : library.editions()) {
      error.note("there is `" + edition_text(edition->name) + "`");
    }
    sink.add(std::move(error));
  };
  check(test.in);
  for (const syntax::Expect& expect : test.expect) {
    if (expect.in) check(*expect.in);
  }
}

}  // namespace

const syntax::Tree* Library::load(const std::string& path, diagnostics::Sink& sink) {
  std::vector<std::string> open;
  return load_used(path, sink, open);
}

const syntax::Tree* Library::load_used(const std::string& path, diagnostics::Sink& sink,
                                       std::vector<std::string>& open) {
  if (const auto found = by_path_.find(path); found != by_path_.end()) return found->second.get();
  const auto text = reader_.read(path);
  if (!text) return nullptr;
  const source::FileId file = sources_.add(path, *text);
  auto tree = std::make_unique<syntax::Tree>(syntax::parse(sources_, file, sink));
  const syntax::Tree* made = tree.get();
  by_path_[path] = std::move(tree);
  open.push_back(path);
  for (const syntax::Use& use : made->uses) {
    const std::string used = reader_.resolve(path, use.path.value);
    if (std::find(open.begin(), open.end(), used) != open.end()) {
      sink.add(diagnostics::diagnose(use.span, errors::use_not_found, use.path.value,
                                     "uses this one, directly or through others"));
      continue;
    }
    if (!load_used(used, sink, open)) {
      sink.add(diagnostics::diagnose(use.span, errors::use_not_found, use.path.value,
                                     "cannot be read"));
    }
  }
  open.pop_back();
  order_.push_back(made);
  return made;
}

std::vector<const syntax::Edition*> Library::editions() const {
  std::vector<const syntax::Edition*> all;
  for (const syntax::Tree* tree : order_) {
    for (const syntax::Edition& edition : tree->editions) all.push_back(&edition);
  }
  return all;
}

std::vector<const syntax::Test*> Library::tests() const {
  std::vector<const syntax::Test*> all;
  for (const syntax::Tree* tree : order_) {
    for (const syntax::Test& test : tree->tests) all.push_back(&test);
  }
  return all;
}

std::vector<const syntax::Tree*> Library::trees() const { return order_; }

void Library::check_all(diagnostics::Sink& sink) {
  for (const syntax::Test* test : tests()) check_test_edition(*this, *test, sink);
  for (const syntax::Edition* edition : editions()) {
    const std::string stage = edition->name.stage ? edition->name.stage->text : "";
    framework(edition->name.family.text, edition->name.year, stage, sink);
  }
  // Measures that no edition introduces are checked as well, against the latest releases.
  std::set<std::string> introduced;
  for (const syntax::Edition* edition : editions()) {
    for (const syntax::Path& path : edition->introduced) introduced.insert(path.names.front().text);
  }
  bool all_introduced = !editions().empty();
  for (const syntax::Tree* tree : order_) {
    for (const syntax::Measure& measure : tree->measures) {
      all_introduced = all_introduced && introduced.contains(measure.name.text);
    }
    for (const syntax::Scenario& scenario : tree->scenarios) {
      if (declares(*this, scenario.of)) continue;
      sink.add(diagnostics::diagnose(scenario.of.span, errors::unknown_edition,
                                     edition_text(scenario.of)));
    }
  }
  if (all_introduced) return;
  diagnostics::Sink found;
  check_edition(order_, nullptr, sources_, reader_, found);
  add_new(found, sink);
}

const Framework* Library::framework(const std::string& family, const std::string& year,
                                    const std::string& stage, diagnostics::Sink& sink) {
  const std::string name = family + " " + year + (stage.empty() ? "" : " " + stage);
  if (const auto found = frameworks_.find(name); found != frameworks_.end()) {
    return found->second.get();
  }
  for (const syntax::Edition* edition : editions()) {
    const std::string own_stage = edition->name.stage ? edition->name.stage->text : "";
    if (edition->name.family.text != family || edition->name.year != year || own_stage != stage) {
      continue;
    }
    diagnostics::Sink found;
    auto made = check_edition(order_, edition, sources_, reader_, found);
    add_new(found, sink);
    if (found.has_errors()) made = nullptr;
    return (frameworks_[name] = std::move(made)).get();
  }
  return nullptr;
}

}  // namespace assize::check
