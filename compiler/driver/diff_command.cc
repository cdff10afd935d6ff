// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/driver/diff_command.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "compiler/check/flatten.h"
#include "compiler/diff/compare.h"
#include "compiler/diff/write.h"
#include "compiler/driver/compile.h"
#include "compiler/driver/report.h"
#include "compiler/driver/who_moves.h"
#include "compiler/results/lay_out.h"

namespace assize::driver {
namespace {

using results::grouped;
using results::padded;
using results::right_aligned;
using Json = nlohmann::ordered_json;

constexpr std::size_t kCouncilsShown = 10;

const syntax::Edition* declared(const check::Library& library, const check::Framework& framework) {
  for (const syntax::Edition* edition : library.editions()) {
    if (at_name_of(edition->name) == framework.at_name()) return edition;
  }
  return nullptr;
}

std::vector<std::pair<std::string, Moves>> by_size(const FigureMoves& figure) {
  std::vector<std::pair<std::string, Moves>> councils(figure.councils.begin(),
                                                      figure.councils.end());
  std::stable_sort(councils.begin(), councils.end(),
                   [](const auto& a, const auto& b) { return a.second.sum() > b.second.sum(); });
  return councils;
}

std::string moves_line(const std::string& left, const Moves& moves) {
  std::string line = "   " + padded(left, 40);
  for (const std::int64_t number : {moves.into_numerator, moves.out_of_numerator,
                                    moves.into_denominator, moves.out_of_denominator})
    line += right_aligned(number == 0 ? "." : grouped(number), 14);
  return line + "\n";
}

std::string moves_text(const std::vector<FigureMoves>& figures) {
  std::string text = " who moves (units, in all councils together, then where most do)\n   " +
                     padded("", 40) + right_aligned("in numerator", 14) + right_aligned("out", 14) +
                     right_aligned("in denominator", 16) + right_aligned("out", 12) + "\n";
  std::size_t unmoved = 0;
  for (const FigureMoves& figure : figures) {
    if (figure.all.sum() == 0) {
      ++unmoved;
      continue;
    }
    text += moves_line((figure.code.empty() ? "" : figure.code + "  ") + figure.path, figure.all);
    const auto councils = by_size(figure);
    for (std::size_t i = 0; i < std::min(councils.size(), kCouncilsShown); ++i)
      text += moves_line("    " + councils[i].first, councils[i].second);
    if (councils.size() > kCouncilsShown) {
      text += "       and " + std::to_string(councils.size() - kCouncilsShown) +
              " more councils: --format json has all\n";
    }
  }
  if (unmoved > 0)
    text += "   nobody moves in " + results::counted(static_cast<std::int64_t>(unmoved), "figure") +
            "\n";
  return text;
}

std::string moves_markdown(const std::vector<FigureMoves>& figures) {
  std::string text =
      "\n## Who moves\n\n| code | figure | council | into numerator | out | into denominator | out "
      "|\n|---|---|---|---|---|---|---|\n";
  const auto line = [&](const FigureMoves& figure, const std::string& place, const Moves& moves) {
    text += "| " + figure.code + " | `" + figure.path + "` | " + place;
    for (const std::int64_t number : {moves.into_numerator, moves.out_of_numerator,
                                      moves.into_denominator, moves.out_of_denominator})
      text += " | " + grouped(number);
    text += " |\n";
  };
  for (const FigureMoves& figure : figures) {
    line(figure, "all", figure.all);
    for (const auto& [council, moves] : by_size(figure)) line(figure, council, moves);
  }
  return text;
}

Json moves_json(const Moves& moves) {
  return {{"into_numerator", moves.into_numerator},
          {"out_of_numerator", moves.out_of_numerator},
          {"into_denominator", moves.into_denominator},
          {"out_of_denominator", moves.out_of_denominator}};
}

std::string with_moves_json(const std::string& difference,
                            const std::vector<FigureMoves>& figures) {
  Json json = Json::parse(difference);
  Json all = Json::array();
  for (const FigureMoves& figure : figures) {
    Json councils = Json::object();
    for (const auto& [council, moves] : figure.councils) councils[council] = moves_json(moves);
    all.push_back({{"figure", figure.path},
                   {"code", figure.code},
                   {"all", moves_json(figure.all)},
                   {"councils", std::move(councils)}});
  }
  json["moves"] = std::move(all);
  return json.dump(2) + "\n";
}

std::string written(const DiffOptions& options, const diff::Difference& difference,
                    const source::Sources& sources,
                    const std::optional<std::vector<FigureMoves>>& moves) {
  if (options.format == "json") {
    const std::string json = diff::as_json(difference, sources);
    return moves ? with_moves_json(json, *moves) : json;
  }
  if (options.format == "markdown") {
    return diff::as_markdown(difference, sources) + (moves ? moves_markdown(*moves) : "");
  }
  return diff::as_text(difference, sources) + (moves ? moves_text(*moves) : "");
}

}  // namespace

ExitCode diff_command(const DiffOptions& options) {
  Compilation compilation;
  const check::Framework* frameworks[2] = {nullptr, nullptr};
  const std::string* names[2] = {&options.before, &options.after};
  for (int i = 0; i < 2; ++i) {
    const auto compiled = compile_edition(compilation, *names[i], options.frameworks);
    if (!compiled) return report(compiled.failure());
    if (*compiled == nullptr) return report(compilation.sink, compilation.sources);
    frameworks[i] = *compiled;
  }
  // Both compile, so that merging them once more finds nothing new to say.
  diagnostics::Sink nothing;
  const check::FlatEdition before = check::flatten(
      compilation.library.trees(), *declared(compilation.library, *frameworks[0]), nothing);
  const check::FlatEdition after = check::flatten(
      compilation.library.trees(), *declared(compilation.library, *frameworks[1]), nothing);
  const diff::Difference difference =
      diff::compare({*frameworks[0], before}, {*frameworks[1], after}, compilation.sources);
  std::optional<std::vector<FigureMoves>> moves;
  if (!options.data.empty()) {
    auto found = who_moves(compilation, *frameworks[0], *frameworks[1],
                           {options.data, options.period, options.threads});
    if (!found) return report(found.failure());
    moves = *std::move(found);
  }
  write_out(written(options, difference, compilation.sources, moves));
  return ExitCode::kFine;
}

}  // namespace assize::driver
