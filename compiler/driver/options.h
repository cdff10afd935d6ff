// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace assize::driver {

/// What was typed after `assize`, one struct a command; nothing is looked up or opened yet.
struct CheckOptions {
  std::vector<std::string> files;  // or editions by their names
  std::optional<std::string> frameworks;
  std::string format = "text";       // text, json, sarif
  std::optional<std::string> print;  // source, syntax
};

struct FmtOptions {
  std::vector<std::string> files;  // or folders; `-` is standard input
  bool check = false;
};

struct RunOptions {
  std::string edition;
  std::optional<std::string> frameworks;
  std::vector<std::string> data;
  std::optional<std::string> period;
  std::vector<std::string> measures;  // codes or names
  std::optional<std::string> out;
  std::string engine = "auto";        // auto, jit, interpreter
  std::optional<std::string> units;   // a file
  std::vector<std::string> settings;  // P=V
  std::vector<std::string> flags;     // F=yes
  std::vector<std::string> scenarios;  // names, or paths of files that declare them
  std::vector<std::string> by;        // kinds of places, names of what is split
  std::vector<std::string> places;    // councils, regions, types to show
  std::optional<std::string> steps;   // a file
  int threads = 0;                    // 0: as many as the machine has
  bool attrition = false;
  bool strict = false;
  bool experimental = false;
  bool published = false;
  bool intervals = false;
  bool timing = false;
};

struct ReproduceOptions {
  std::vector<std::string> files;
  std::vector<std::string> editions;  // `ascof@2015-16`, or `ascof` for all of the family
  std::optional<std::string> frameworks;
  std::optional<std::string> out;
};

struct TestOptions {
  std::vector<std::string> paths;
  std::optional<std::string> frameworks;
  std::string engine = "all";         // all, jit, interpreter
  std::optional<std::string> filter;  // part of a title
};

struct ShowOptions {
  std::string edition;
  std::optional<std::string> print;  // plan, llvm
  std::optional<std::string> measure;
  std::optional<std::string> frameworks;
};

struct DiffOptions {
  std::string before;
  std::string after;
  std::optional<std::string> frameworks;
  std::vector<std::string> data;
  std::optional<std::string> period;
  std::string format = "text";  // text, json, markdown
  int threads = 0;              // 0: as many as the machine has
};

struct SeriesOptions {
  std::string concept_name;  // a measure's name, or a code
  std::string years;         // 2014-15..2024-25
  std::string family = "ascof";
  std::optional<std::string> edition;  // whose code it is
  std::optional<std::string> area;     // else England
  std::vector<std::string> data;       // published files
  std::optional<std::string> out;
  std::optional<std::string> chart;
  std::optional<std::string> frameworks;
};

struct WhyOptions {
  std::string edition;
  std::string measure;
  std::optional<std::string> person;   // the key; printed nowhere
  std::optional<std::string> council;  // name or code
  std::uint32_t line = 0;              // of a record that names no person; 0: all of the council's
  std::vector<std::string> data;
  std::optional<std::string> frameworks;
  std::optional<std::string> period;
  std::vector<std::string> settings;
  std::vector<std::string> flags;
  std::string format = "text";  // text, json
  bool json = false;            // the same as --format json
};

struct EvalOptions {
  std::string expression;
};

struct ExplainOptions {
  std::string code;
};

struct SampleOptions {
  std::string out;
  std::optional<std::string> edition;  // else the newest
  std::optional<std::string> frameworks;
  std::optional<std::string> period;
  std::int64_t events = 0;  // 0: not said
  std::int64_t people = 0;
  std::uint64_t seed = 2024;
  std::string format = "csv";  // csv, parquet
};

struct DescribeOptions {
  std::string edition;
  std::optional<std::string> frameworks;
  std::vector<std::string> data;
  std::optional<std::string> period;
};

}  // namespace assize::driver
