// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#include "compiler/check/library.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "compiler/check/errors.h"
#include "compiler/check/flatten.h"
#include "compiler/check/text_size.h"
#include "compiler/syntax/parse.h"

namespace assize::check {
namespace {

// With more mistakes than anybody reads, no further edition is checked.
constexpr std::size_t kMostErrors = 1'000;

// One mistake in a file that several editions use is one mistake.
void add_new(const diagnostics::Sink& found, diagnostics::Sink& sink) {
  using Known = std::tuple<source::FileId, std::uint32_t, std::uint32_t, std::string, std::string>;
  const auto key_of = [](const diagnostics::Diagnostic& of) {
    return Known{of.span.file, of.span.begin, of.span.end, of.code, of.message};
  };
  std::set<Known> known;
  for (const diagnostics::Diagnostic& there : sink.all()) known.insert(key_of(there));
  for (const diagnostics::Diagnostic& diagnostic : found.all()) {
    if (known.insert(key_of(diagnostic)).second) sink.add(diagnostic);
  }
}

bool declares(const Library& library, const syntax::EditionName& name) {
  const auto all = library.editions();
  return std::any_of(all.begin(), all.end(), [&](const syntax::Edition* edition) {
    return edition_text(edition->name) == edition_text(name);
  });
}

void check_test_edition(const Library& library, const syntax::Test& test, diagnostics::Sink& sink) {
  const auto trees = library.trees();
  const bool may_be_lost = std::any_of(
      trees.begin(), trees.end(), [](const syntax::Tree* tree) { return !tree->mistakes.empty(); });
  const auto check = [&](const syntax::EditionName& name) {
    if (declares(library, name) || may_be_lost) return;
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

bool Library::is_within_limits(diagnostics::Sink& sink) {
  if (measured_ == order_.size()) return true;
  diagnostics::Sink found;
  const bool within = check::is_within_limits(order_, found);
  add_new(found, sink);
  if (within) measured_ = order_.size();
  return within;
}

// Checks one edition of many. Together they may take only so much time; and what would take too much memory
// to keep is checked again when it is asked for.
bool Library::check_within(diagnostics::Sink& sink, const syntax::Edition& edition) {
  const std::string stage = edition.name.stage ? edition.name.stage->text : "";
  const Framework* made = framework(edition.name.family.text, edition.name.year, stage, sink);
  if (made != nullptr && checked_parts_ > kMostInEdition) frameworks_.erase(edition_text(edition.name));
  if (checked_parts_ <= kMostInAll) return true;
  sink.add(diagnostics::diagnose(edition.name.span, errors::too_many,
                                 "more parts of expressions that all editions are checked with",
                                 "2,000,000"));
  return false;
}

void Library::check_all(diagnostics::Sink& sink) {
  if (!is_within_limits(sink)) return;
  for (const syntax::Test* test : tests()) check_test_edition(*this, *test, sink);
  for (const syntax::Edition* edition : editions()) {
    if (sink.error_count() > kMostErrors || !check_within(sink, *edition)) return;
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
      if (declares(*this, scenario.of) || !tree->mistakes.empty()) continue;
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
  if (!is_within_limits(sink)) return nullptr;
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
    checked_parts_ += made->parts;
    add_new(found, sink);
    if (found.has_errors()) made = nullptr;
    return (frameworks_[name] = std::move(made)).get();
  }
  return nullptr;
}

}  // namespace assize::check
