// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/driver/show_command.h"

#include <algorithm>
#include <string>
#include <vector>

#include "compiler/driver/compile.h"
#include "compiler/driver/engine.h"
#include "compiler/driver/find_measures.h"
#include "compiler/driver/report.h"
#include "compiler/driver/words.h"
#include "compiler/results/lay_out.h"
#include "compiler/results/marks.h"

namespace assize::driver {
namespace {

using check::Framework;
using check::Measure;
using check::Part;
using results::padded;

constexpr std::size_t kWidth = 100;
constexpr std::size_t kCodeWidth = 8;

std::string head_of(const Framework& framework) {
  std::string text = " " + edition_words(framework) + " (" + framework.at_name() + "), in force " +
                     period_words({framework.covers_from, framework.covers_to}) + "\n";
  if (!framework.title.empty()) text += " " + framework.title + "\n";
  if (!framework.source.empty()) text += " Source: " + framework.source + "\n";
  return text;
}

std::string wrapped_after(const std::string& indent, const std::string& text) {
  std::string lines;
  for (const std::string& line : results::wrapped(text, kWidth - indent.size())) {
    lines += indent + line + "\n";
  }
  return lines;
}

std::string entry_of(const Framework& framework, const Measure& measure) {
  std::string text = "   " + padded(measure.code, kCodeWidth) + "  " + measure.name + "\n";
  const std::string indent(3 + kCodeWidth + 2, ' ');
  text += wrapped_after(indent, measure.title);
  if (measure.is_placeholder) text += indent + "[placeholder]\n";
  for (const Part& part : measure.parts) {
    const std::string marks = results::marks_text(framework, measure, part, "");
    if (part.name.empty()) {
      if (!marks.empty()) text += indent + "[" + marks + "]\n";
      continue;
    }
    text += "   " + padded(part.code, kCodeWidth) + "  . " + part.name;
    if (!part.label.empty()) text += " \"" + part.label + "\"";
    if (!marks.empty()) text += "  [" + marks + "]";
    text += "\n";
  }
  return text;
}

std::string edition_text(const Framework& framework, const ShowOptions& options) {
  std::string text = head_of(framework);
  if (framework.areas != nullptr) {
    text += " Councils: those in `" + framework.areas->name + "` on the last day";
    for (std::size_t at = 0; at < framework.areas_by.size(); ++at) {
      text += (at == 0 ? ", by " : ", ") + framework.areas_by[at]->name;
    }
    text += "\n";
  }
  const auto add_group = [&](const std::string& title, const std::string& heading) {
    std::string entries;
    for (const auto& measure : framework.measures) {
      if (measure->serves == heading) entries += entry_of(framework, *measure);
    }
    if (!entries.empty()) text += "\n " + title + "\n" + entries;
  };
  for (const check::Heading& heading : framework.headings) {
    add_group(std::to_string(heading.number) + "  " + heading.text, heading.name);
  }
  add_group("Under no heading", "");
  const auto first = framework.measures.begin();
  if (first != framework.measures.end()) {
    const Measure& measure = **first;
    text += "\n Next:  assize show " + options.edition + " " +
            (measure.code.empty() ? measure.name : measure.code) +
            (options.frameworks ? " --frameworks " + *options.frameworks : "") + "\n";
  }
  return text;
}

std::string heading_text(const Framework& framework, const Measure& measure) {
  for (const check::Heading& heading : framework.headings) {
    if (heading.name == measure.serves) {
      return std::string(framework.objectives ? "Objective " : "Domain ") +
             std::to_string(heading.number) + ": " + heading.text;
    }
  }
  return "";
}

std::string where_of(const source::Sources& sources, source::Span span) {
  const source::SourceFile& file = sources.file(span.file);
  return file.path() + ":" + std::to_string(file.position_of(span.begin).line);
}

// Values that are in force although the measure's own text may say others.
std::string settings_text(const Measure& measure) {
  std::string text;
  for (const auto& parameter : measure.parameters) {
    text += "   " + parameter->name + " = " + value_words(parameter->value, parameter->type) + "\n";
  }
  for (const auto& flag : measure.flags) {
    text += "   " + flag->name + " is " + (flag->value ? "yes" : "no") + ", to be decided by " +
            flag->decide_by + "\n";
  }
  return text.empty() ? text : " In force:\n" + text;
}

std::string measure_text(const Framework& framework, const source::Sources& sources,
                         const Measure& measure) {
  std::string text = " " +
                     (measure.code.empty() ? measure.name : measure.code + "  " + measure.name) +
                     ", as in force in " + framework.at_name() + "\n";
  const check::Period period =
      check::earlier({framework.covers_from, framework.covers_to}, measure.lag_months);
  text += " " + period_words(period) + "\n";
  const std::string heading = heading_text(framework, measure);
  if (!heading.empty()) text += " " + heading + "\n";
  for (const Part& part : measure.parts) {
    const std::string marks = results::marks_text(framework, measure, part, "");
    if (!marks.empty()) text += " " + (part.name.empty() ? "" : part.name + ": ") + marks + "\n";
  }
  if (measure.is_placeholder) text += " placeholder: nothing can be computed of it\n";
  text += settings_text(measure);
  text += " " + where_of(sources, measure.span) + "\n\n";
  text += std::string(sources.file(measure.span.file).text(measure.span)) + "\n";
  return text;
}

ExitCode print_step(const ShowOptions& options, const Compilation& compilation,
                    const Framework& framework) {
  std::vector<std::string> names;
  if (options.measure) names.push_back(*options.measure);
  const auto chosen = find_measures(framework, names, true);
  if (!chosen) return report(chosen.failure());
  const auto text = print_code(framework, chosen->measures, compilation.sources, *options.print);
  if (!text) return report(text.failure());
  write_out(*text);
  return ExitCode::kFine;
}

}  // namespace

ExitCode show_command(const ShowOptions& options) {
  Compilation compilation;
  const auto compiled = compile_edition(compilation, options.edition, options.frameworks);
  if (!compiled) return report(compiled.failure());
  if (*compiled == nullptr) return report(compilation.sink, compilation.sources);
  const Framework& framework = **compiled;
  if (options.print) return print_step(options, compilation, framework);
  if (!options.measure) {
    write_out(edition_text(framework, options));
    return ExitCode::kFine;
  }
  const auto chosen = find_measures(framework, {*options.measure}, true);
  if (!chosen) return report(chosen.failure());
  for (const Measure* measure : chosen->measures) {
    write_out(measure_text(framework, compilation.sources, *measure));
  }
  return ExitCode::kFine;
}

}  // namespace assize::driver
