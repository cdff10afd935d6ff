// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/driver/check_command.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "compiler/diagnostics/render_json.h"
#include "compiler/driver/compile.h"
#include "compiler/driver/find_frameworks.h"
#include "compiler/driver/marked_councils.h"
#include "compiler/driver/report.h"
#include "compiler/driver/source_files.h"
#include "compiler/results/lay_out.h"
#include "compiler/syntax/parse.h"

namespace assize::driver {
namespace {

// The trees of the files named, one after another.
std::string printed(const Compilation& compilation, const std::vector<const syntax::Tree*>& trees,
                    const std::string& step) {
  std::string text;
  for (const syntax::Tree* tree : trees) {
    text += step == "source" ? syntax::print_source(compilation.sources, *tree)
                             : syntax::print_tree(compilation.sources, *tree);
  }
  return text;
}

// What was looked at: `1 file: 1 edition, 3 measures.`
std::string looked_at(const std::vector<const syntax::Tree*>& trees) {
  std::int64_t measures = 0;
  std::int64_t editions = 0;
  for (const syntax::Tree* tree : trees) {
    measures += static_cast<std::int64_t>(tree->measures.size());
    editions += static_cast<std::int64_t>(tree->editions.size());
  }
  using results::counted;
  return counted(static_cast<std::int64_t>(trees.size()), "file") + ": " +
         counted(editions, "edition") + ", " + counted(measures, "measure") + ".";
}

std::string rendered(const CheckOptions& options, const Compilation& compilation,
                     const std::string& looked_at) {
  const auto& found = compilation.sink.all();
  if (options.format == "json") return diagnostics::render_json(compilation.sources, found);
  if (options.format == "sarif") return diagnostics::render_sarif(compilation.sources, found);
  const std::string closing = "In " + looked_at;
  if (found.empty()) return "No errors. " + closing + "\n";
  return diagnostics_text(compilation.sink, compilation.sources, Stream::kOut, closing);
}

// Only of what compiles: the list of councils is read as the edition says.
void check_all_marks(Compilation& compilation) {
  if (compilation.sink.has_errors()) return;
  for (const syntax::Edition* edition : compilation.library.editions()) {
    const check::Framework* framework = compilation.library.framework(
        edition->name.family.text, edition->name.year,
        edition->name.stage ? edition->name.stage->text : std::string(), compilation.sink);
    if (framework != nullptr) check_marked_councils(*framework, compilation.sink);
  }
}

bool is_edition(const std::string& named) {
  return parse_edition_request(named) && !is_file_name(named);
}

// Editions by their names; what else their folder holds is not looked at.
ExitCode check_editions(const CheckOptions& options) {
  Compilation compilation;
  std::string looked_at;
  for (const std::string& edition : options.files) {
    const auto compiled = compile_edition(compilation, edition, options.frameworks);
    if (!compiled) return report(compiled.failure());
    if (*compiled == nullptr) continue;
    looked_at += (looked_at.empty() ? "" : "; ") + (*compiled)->at_name() + ": " +
                 results::counted(static_cast<std::int64_t>((*compiled)->measures.size()), "measure");
  }
  write_out(rendered(options, compilation, looked_at + "."));
  return exit_code_of(compilation.sink);
}

}  // namespace

ExitCode check_command(const CheckOptions& options) {
  const bool all_editions =
      !options.print && std::all_of(options.files.begin(), options.files.end(), is_edition);
  if (all_editions) return check_editions(options);
  const auto files = source_files(options.files);
  if (!files) return report(files.failure());
  Compilation compilation;
  std::vector<const syntax::Tree*> trees;
  for (const std::string& file : *files) {
    const syntax::Tree* tree = compilation.library.load(file, compilation.sink);
    if (tree == nullptr) return report(cannot_read(file));
    trees.push_back(tree);
  }
  if (options.print) {
    write_out(printed(compilation, trees, *options.print));
    return report(compilation.sink, compilation.sources);
  }
  compilation.library.check_all(compilation.sink);
  check_all_marks(compilation);
  write_out(rendered(options, compilation, looked_at(trees)));
  return exit_code_of(compilation.sink);
}

}  // namespace assize::driver
