// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#include "tests/unit/interpret/run_text.h"

#include <gtest/gtest.h>

#include <fstream>
#include <stdexcept>

#include "compiler/bind/bind.h"
#include "compiler/check/library.h"
#include "compiler/interpret/interpreter.h"
#include "compiler/interpret/record_interpreter.h"
#include "compiler/syntax/parse.h"
#include "tests/support/places.h"

namespace assize::interpret::tests {
namespace {

class NoFiles final : public check::FileReader {
 public:
  std::optional<std::string> read(const std::string&) override { return std::nullopt; }
  std::string resolve(const std::string&, const std::string& used) override { return used; }
};

constexpr const char* kEdition = R"(
edition demo 2024-25 {
  title "t" source "s"
  covers 2024-04-01 to 2025-03-31
  areas from councils by region
  objectives { everything as 1 "Everything" }
  introduce m
}
)";

const std::map<std::string, std::string>& headers() {
  static const std::map<std::string, std::string> kHeaders{
      {"cld", "la,id,key,born,start,end,tag,sure,amount"},
      {"ons", "la,age,tag,persons"},
      {"hospital", "spell,key,discharged,place,tag"},
      {"returns", "la,amount,other"},
      {"councils", "ons_code,name,region"}};
  return kHeaders;
}

// A text with a mistake ends its test: what would follow means nothing.
void refuse_mistakes(const source::Sources& sources, source::FileId file,
                     const diagnostics::Sink& sink) {
  std::string mistakes;
  for (const auto& found : sink.all()) {
    if (found.severity != diagnostics::Severity::kError) continue;
    mistakes += found.code + " " + found.message + ": " +
                std::string(sources.file(file).text(found.span)) + "\n";
  }
  if (!mistakes.empty()) throw std::invalid_argument(mistakes);
}

std::size_t index_of(const std::vector<check::Group>& groups, const std::string& label) {
  for (std::size_t i = 0; i < groups.size(); ++i) {
    if (groups[i].label == label) return i;
  }
  throw std::invalid_argument("no group " + label);
}

}  // namespace

std::string collections() {
  return R"(code list letter {
  source "test"
  | code | text | good? | rank (1 is best) |
  | a    | A    | yes   | 2                |
  | b    | B    | yes   | 1                |
  | c    | C    |       |                  |
}
collection cld {
  source "test" title "test"
  holds    events, one event
  identify council by la
  identify person  by key
  unique   id
  lasts    start to end
  ages     from birth in completed years by birthdays
  unlisted codes read as blank
  field la     : text
  field id     : number
  field key    : text?
  field born   : date?
  field start  : date
  field end    : date or still open
  field tag   : letter?
  field sure   : letter
  field amount : number?
  let birth of person = earliest known born of their events
}
collection ons {
  source "test" title "test"
  holds    estimates, one estimate
  identify council by la
  unique   la, age, tag
  stands for persons people
  unlisted codes read as blank
  field la      : text
  field age     : number
  field tag     : letter?
  field persons : number
}
collection hospital {
  source "test" title "test"
  holds    spells, one spell
  identify person by key
  unique   spell
  unlisted codes read as blank
  field spell : text
  field key   : text?
  field discharged : date
  field place : text?
  field tag  : letter?
}
collection returns {
  source "test" title "test"
  holds    figures, one figure
  identify council by la
  unique   la
  field la     : text
  field amount : decimal?
  field other  : decimal
}
collection councils {
  source "test" title "test"
  holds    places, one place
  identify council by ons_code
  unique   ons_code
  field ons_code : text
  field name     : text
  field region   : text
}
)";
}

Outcome run_text(const std::string& clauses, const std::map<std::string, std::string>& files,
                 bool attrition) {
  Outcome outcome;
  source::Sources sources;
  diagnostics::Sink sink;
  NoFiles reader;
  const source::FileId file =
      sources.add("test.assize", collections() +
                                     "measure m {\n  title \"t\" purpose \"p\" source \"s\"\n  serves "
                                     "everything\n" +
                                     clauses + "\n}\n" + kEdition);
  const syntax::Tree tree = syntax::parse(sources, file, sink);
  if (!sink.has_errors()) {
    outcome.framework_ =
        check::check_edition({&tree}, &tree.editions.front(), sources, reader, sink);
  }
  refuse_mistakes(sources, file, sink);

  const auto folder = support::fresh_folder();
  bind::DataFiles data;
  for (const auto& [collection, header] : headers()) {
    const auto path = folder / (collection + ".csv");
    std::ofstream written(path);
    written << header << "\n";
    if (collection == "councils") written << "LA1,First,R\nLA2,Second,R\nLA3,Third,R\n";
    if (const auto rows = files.find(collection); rows != files.end()) written << rows->second;
    written.close();
    EXPECT_TRUE(data.add(collection + "=" + path.string()));
  }
  RecordInterpreter records;
  bind::BindRequest request;
  request.period = {outcome.framework_->covers_from, outcome.framework_->covers_to};
  const check::Measure* measure = outcome.framework_->measures.front().get();
  request.needed = measure->from;
  auto inputs = bind::bind_inputs(*outcome.framework_, data, records, request);
  if (!inputs) throw std::invalid_argument(inputs.failure().message);
  outcome.inputs_ = *std::move(inputs);
  results::Request asked;
  asked.measures = {measure};
  asked.units = true;
  asked.attrition = attrition;
  outcome.tally_ =
      Interpreter(*outcome.framework_).evaluate(outcome.inputs_, asked);
  return outcome;
}

const results::Cell& Outcome::cell(const std::string& group, std::size_t part,
                                   std::size_t council) const {
  const results::PartTally& tally = measured().parts.at(part);
  const std::size_t at = index_of(check::groups_of(*tally.part), group);
  return tally.cells.at(at * inputs_.councils.size() + council);
}

std::string Outcome::figure(const std::string& group, std::size_t part, std::size_t council) const {
  const results::Cell& found = cell(group, part, council);
  return std::to_string(found.numerator) + "/" + std::to_string(found.denominator);
}

std::int64_t Outcome::tabulated(const std::string& group) const {
  const results::PartTally& tally = measured().parts.front();
  const std::size_t at = index_of(check::groups_of_tabulation(*tally.part, 0), group);
  std::int64_t sum = 0;
  for (std::size_t council = 0; council < inputs_.councils.size(); ++council) {
    sum += tally.tabulations.front().at(at * inputs_.councils.size() + council);
  }
  return sum;
}

std::string Outcome::units() const {
  std::string listed;
  for (const results::UnitRow& row : measured().units) {
    listed += (row.person < 0 ? "-" : inputs_.texts->text(row.person)) + ": " + row.counted + "\n";
  }
  return listed;
}

}  // namespace assize::interpret::tests
