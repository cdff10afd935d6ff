// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#include "compiler/diagnostics/render_json.h"

#include <map>
#include <nlohmann/json.hpp>
#include <string_view>

#include "compiler/diagnostics/render_text.h"

namespace assize::diagnostics {
namespace {

using Json = nlohmann::ordered_json;
using source::Span;

constexpr int kSchema = 1;
constexpr std::string_view kSarifSchema = "https://json.schemastore.org/sarif-2.1.0.json";

std::string_view word_of(Severity severity) {
  switch (severity) {
    case Severity::kError:
      return "error";
    case Severity::kWarning:
      return "warning";
    case Severity::kNote:
      break;
  }
  return "note";
}

std::string page_of(const Diagnostic& each) { return "docs/errors/" + each.code + ".md"; }

/// A text from a file may hold bytes that are no UTF-8; they must not end the output.
std::string text_of(const Json& json, int indent) {
  return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

// ---- one object a line

Json json_of(const source::Sources& sources, Span span) {
  if (span.file >= sources.size()) return nullptr;
  const source::SourceFile& file = sources.file(span.file);
  const auto position = file.position_of(span.begin);
  return {{"file", file.path()},
          {"begin", span.begin},
          {"end", span.end},
          {"line", position.line},
          {"column", position.column}};
}

Json json_of(const source::Sources& sources, const Fix& fix) {
  Json edits = Json::array();
  for (const Edit& each : fix.edits) {
    const std::string path =
        each.span.file < sources.size() ? sources.file(each.span.file).path() : "";
    edits.push_back(
        {{"file", path}, {"begin", each.span.begin}, {"end", each.span.end}, {"text", each.text}});
  }
  return {{"confidence", fix.confidence == Confidence::kCertain ? "certain" : "maybe"},
          {"why", fix.why},
          {"edits", std::move(edits)}};
}

Json json_of(const source::Sources& sources, const Diagnostic& each) {
  Json args = Json::object();
  for (const auto& [name, value] : each.args) args[name] = value;
  Json labels = Json::array();
  for (const Label& label : each.labels) {
    labels.push_back({{"span", json_of(sources, label.span)}, {"text", label.text}});
  }
  Json fixes = Json::array();
  for (const Fix& fix : each.fixes) fixes.push_back(json_of(sources, fix));
  return {{"schema", kSchema},
          {"code", each.code},
          {"severity", word_of(each.severity)},
          {"message", each.message},
          {"consequence", each.consequence},
          {"args", std::move(args)},
          {"span", json_of(sources, each.span)},
          {"span_label", each.span_label},
          {"labels", std::move(labels)},
          {"notes", each.notes},
          {"fixes", std::move(fixes)},
          {"page", page_of(each)}};
}

// ---- SARIF

/// Paths become URIs: what may not stand in one is written as `%` and two digits.
std::string uri_of(std::string_view path) {
  constexpr std::string_view kPlain =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/";
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string made;
  for (const char byte : path) {
    if (kPlain.find(byte) != std::string_view::npos) {
      made += byte;
      continue;
    }
    const auto value = static_cast<unsigned char>(byte);
    made += '%';
    made += kDigits[value >> 4U];
    made += kDigits[value & 0xFU];
  }
  return made;
}

Json sarif_region(const source::SourceFile& file, Span span) {
  const auto begin = file.position_of(span.begin);
  const auto end = file.position_of(span.end);
  return {{"startLine", begin.line},  {"startColumn", begin.column},
          {"endLine", end.line},      {"endColumn", end.column},
          {"byteOffset", span.begin}, {"byteLength", span.end - span.begin}};
}

Json sarif_location(const source::Sources& sources, Span span) {
  const source::SourceFile& file = sources.file(span.file);
  return {{"physicalLocation",
           {{"artifactLocation", {{"uri", uri_of(file.path())}}},
            {"region", sarif_region(file, span)}}}};
}

Json sarif_fix(const source::Sources& sources, const Fix& fix) {
  std::map<source::FileId, Json> by_file;
  for (const Edit& each : fix.edits) {
    if (each.span.file >= sources.size()) continue;
    by_file[each.span.file].push_back(
        {{"deletedRegion", sarif_region(sources.file(each.span.file), each.span)},
         {"insertedContent", {{"text", each.text}}}});
  }
  Json changes = Json::array();
  for (auto& [file, replacements] : by_file) {
    changes.push_back({{"artifactLocation", {{"uri", uri_of(sources.file(file).path())}}},
                       {"replacements", std::move(replacements)}});
  }
  return {{"description", {{"text", fix.why}}}, {"artifactChanges", std::move(changes)}};
}

Json sarif_result(const source::Sources& sources, const Diagnostic& each) {
  std::string message = each.message;
  if (!each.consequence.empty()) message += ". " + each.consequence;
  for (const std::string& note : each.notes) message += ". " + note;
  Json result = {
      {"ruleId", each.code}, {"level", word_of(each.severity)}, {"message", {{"text", message}}}};
  result["locations"] = Json::array();
  if (each.span.file < sources.size())
    result["locations"].push_back(sarif_location(sources, each.span));
  for (const Label& label : each.labels) {
    if (label.span.file >= sources.size()) continue;
    Json location = sarif_location(sources, label.span);
    location["message"] = {{"text", label.text}};
    result["relatedLocations"].push_back(std::move(location));
  }
  for (const Fix& fix : each.fixes) {
    Json made = sarif_fix(sources, fix);
    if (!made["artifactChanges"].empty()) result["fixes"].push_back(std::move(made));
  }
  return result;
}

}  // namespace

std::string render_json(const source::Sources& sources,
                        const std::vector<Diagnostic>& diagnostics) {
  std::string made;
  for (const Diagnostic* each : in_order(diagnostics))
    made += text_of(json_of(sources, *each), -1) + "\n";
  return made;
}

std::string render_sarif(const source::Sources& sources,
                         const std::vector<Diagnostic>& diagnostics) {
  std::map<std::string, Json> rules;
  Json results = Json::array();
  for (const Diagnostic* each : in_order(diagnostics)) {
    rules[each->code] = {{"id", each->code}, {"help", {{"text", "assize explain " + each->code}}}};
    results.push_back(sarif_result(sources, *each));
  }
  Json listed = Json::array();
  for (auto& [code, rule] : rules) listed.push_back(std::move(rule));
  const Json log = {
      {"$schema", kSarifSchema},
      {"version", "2.1.0"},
      {"runs",
       Json::array({{{"tool", {{"driver", {{"name", "assize"}, {"rules", std::move(listed)}}}}},
                     {"columnKind", "unicodeCodePoints"},
                     {"results", std::move(results)}}})}};
  return text_of(log, 2) + "\n";
}

}  // namespace assize::diagnostics
