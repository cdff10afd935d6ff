// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#include "compiler/explain/to_json.h"

#include <nlohmann/json.hpp>

namespace assize::explain {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kSchema = 1;

Json json_of(const Place& place) {
  if (place.file.empty()) return nullptr;
  return {{"file", place.file}, {"line", place.line}};
}

template <class Each>
Json list_of(const std::vector<Each>& all);

Json json_of(const Finding& finding) {
  Json made = {{"what", finding.what}, {"value", finding.value}};
  if (!finding.note.empty()) made["note"] = finding.note;
  if (!finding.parts.empty()) made["behind"] = list_of(finding.parts);
  return made;
}

Json json_of(const Rule& rule) {
  return {{"kind", rule.kind},
          {"words", rule.words},
          {"answer", rule.answer},
          {"effect", rule.effect},
          {"decided", rule.decided},
          {"place", json_of(rule.place)},
          {"looked_at", list_of(rule.looked_at)}};
}

Json json_of(const CaseReason& tried) {
  return {{"name", tried.name},
          {"answer", tried.answer},
          {"place", json_of(tried.place)},
          {"looked_at", list_of(tried.looked_at)}};
}

Json json_of(const ValueReason& value) {
  Json made = {{"name", value.name}, {"value", value.value}, {"place", json_of(value.place)}};
  if (!value.about.empty()) made["about"] = value.about;
  if (!value.cases.empty()) made["cases"] = list_of(value.cases);
  made["looked_at"] = list_of(value.looked_at);
  return made;
}

Json json_of(const PartReason& part) {
  return {{"code", part.code},           {"part", part.name},
          {"verdict", part.verdict},     {"sentence", part.sentence},
          {"decided", part.decided},     {"decided_at", json_of(part.decided_at)},
          {"rules", list_of(part.rules)}};
}

Json json_of(const UnitReason& unit) {
  return {{"unit", unit.title},
          {"rules", list_of(unit.rules)},
          {"parts", list_of(unit.parts)},
          {"values", list_of(unit.values)}};
}

Json json_of(const FileReason& file) {
  return {{"council", file.council_code},
          {"council_name", file.council},
          {"records", file.records},
          {"scope", list_of(file.scope)},
          {"units", list_of(file.units)},
          {"not_in_scope", list_of(file.out_of_scope)},
          {"quantities", list_of(file.quantities)},
          {"values", list_of(file.values)}};
}

Json json_of(const MemberReason& member) {
  return {{"population", member.population},
          {"record", member.title},
          {"verdict", member.verdict},
          {"rules", list_of(member.rules)}};
}

template <class Each>
Json list_of(const std::vector<Each>& all) {
  Json list = Json::array();
  for (const Each& each : all) list.push_back(json_of(each));
  return list;
}

}  // namespace

std::string json_of(const Explanation& explanation) {
  const Json made = {{"schema", kSchema},
                     {"edition", explanation.edition},
                     {"measure", explanation.measure},
                     {"code", explanation.code},
                     {"title", explanation.title},
                     {"period", explanation.period},
                     {"summary", explanation.summary},
                     {"councils", list_of(explanation.files)},
                     {"populations", list_of(explanation.members)},
                     {"notes", explanation.notes}};
  return made.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace assize::explain
