// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#include "compiler/diagnostics/render_json.h"

#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/support/places.h"

namespace assize::diagnostics {
namespace {

using nlohmann::json;

constexpr Definition mixed{
    "E0321", Severity::kError, "proportion `{measure}` divides {top} by people",
    "",      Arg{"measure"},   Arg{"top"}};

/// A file with one diagnostic that has everything a diagnostic can have.
struct Example {
  Example() {
    sources.add("a b/2023.assize", "\xC3\xA9 numerator\ndenominator\n");
    Diagnostic error = diagnose({0, 3, 12}, mixed, "home", "episodes");
    error.under("this").label({0, 13, 24}, "divided by this").note("a fact");
    error.fix(Confidence::kCertain, "a rate may", {{{0, 3, 12}, "rate"}});
    all.push_back(error);
    all.push_back(diagnose({0, 0, 2}, mixed, "first", "\xFF"));
  }
  source::Sources sources;
  std::vector<Diagnostic> all;
};

TEST(RenderJson, one_object_a_line_in_the_order_of_places) {
  const Example example;
  const std::string text = render_json(example.sources, example.all);
  ASSERT_EQ(std::count(text.begin(), text.end(), '\n'), 2);
  const json second = json::parse(text.substr(text.find('\n') + 1));
  EXPECT_EQ(second, json::parse(R"({
    "schema": 1, "code": "E0321", "severity": "error",
    "message": "proportion `home` divides episodes by people", "consequence": "",
    "args": {"measure": "home", "top": "episodes"},
    "span": {"file": "a b/2023.assize", "begin": 3, "end": 12, "line": 1, "column": 3},
    "span_label": "this",
    "labels": [{"span": {"file": "a b/2023.assize", "begin": 13, "end": 24, "line": 2, "column": 1},
                "text": "divided by this"}],
    "notes": ["a fact"],
    "fixes": [{"confidence": "certain", "why": "a rate may",
               "edits": [{"file": "a b/2023.assize", "begin": 3, "end": 12, "text": "rate"}]}],
    "page": "docs/errors/E0321.md"})"));
}

TEST(RenderJson, bytes_that_are_no_text_do_not_end_the_output) {
  const Example example;
  const std::string text = render_json(example.sources, example.all);
  const json first = json::parse(text.substr(0, text.find('\n')));
  EXPECT_EQ(first["args"]["top"], "\xEF\xBF\xBD");
}

TEST(RenderJson, has_the_members_of_its_schema_and_no_others) {
  std::ifstream file(support::source_root() / "docs" / "diagnostics.schema.json");
  ASSERT_TRUE(file.is_open());
  const json schema = json::parse(file);
  const Example example;
  const json made = json::parse(render_json(example.sources, {example.all.front()}));
  EXPECT_EQ(made.size(), schema["properties"].size());
  for (const auto& [name, value] : made.items())
    EXPECT_TRUE(schema["properties"].contains(name)) << name;
  for (const auto& name : schema["required"]) EXPECT_TRUE(made.contains(std::string(name))) << name;
  const json& span = schema["$defs"]["span"]["oneOf"][1];
  for (const auto& name : span["required"])
    EXPECT_TRUE(made["span"].contains(std::string(name))) << name;
}

TEST(RenderSarif, names_rules_places_and_edits) {
  const Example example;
  const json log = json::parse(render_sarif(example.sources, example.all));
  EXPECT_EQ(log["version"], "2.1.0");
  const json& run = log["runs"][0];
  EXPECT_EQ(run["tool"]["driver"]["name"], "assize");
  EXPECT_EQ(run["tool"]["driver"]["rules"].size(), 1U);
  ASSERT_EQ(run["results"].size(), 2U);
  const json& result = run["results"][1];
  EXPECT_EQ(result["ruleId"], "E0321");
  EXPECT_EQ(result["level"], "error");
  const json& place = result["locations"][0]["physicalLocation"];
  EXPECT_EQ(place["artifactLocation"]["uri"], "a%20b/2023.assize");
  EXPECT_EQ(place["region"]["startColumn"], 3);
  EXPECT_EQ(place["region"]["endColumn"], 12);
  EXPECT_EQ(result["relatedLocations"][0]["message"]["text"], "divided by this");
  const json& change = result["fixes"][0]["artifactChanges"][0];
  EXPECT_EQ(change["replacements"][0]["insertedContent"]["text"], "rate");
}

TEST(RenderSarif, nothing_found_is_a_run_without_results) {
  const json log = json::parse(render_sarif(source::Sources{}, {}));
  EXPECT_TRUE(log["runs"][0]["results"].is_array());
  EXPECT_EQ(log["runs"][0]["results"].size(), 0U);
}

}  // namespace
}  // namespace assize::diagnostics
