// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "compiler/explain/findings.h"

namespace assize::explain {

/// One rule of the measure and what it did with a unit.
struct Rule {
  std::string kind;    // scope, step, denominator, numerator, groups, quantity
  std::string words;   // of the framework file
  std::string answer;  // yes, no, unknown; of a quantity its value
  std::string effect;  // kept, taken out, counted, …
  Place place;
  std::vector<Finding> looked_at = {};
  bool decided = false;  // this rule settled what became of the unit
};

/// One case or row of a value that was tried.
struct CaseReason {
  std::string name;
  std::string answer;  // chosen, no, passed over: …
  Place place;
  std::vector<Finding> looked_at = {};
};

/// A value with a name, as it was worked out.
struct ValueReason {
  std::string name;
  std::string about;  // the record it is of; empty for the person or unit
  std::string value;
  Place place;
  std::vector<CaseReason> cases;
  std::vector<Finding> looked_at = {};
};

/// What one part of the measure made of a unit.
struct PartReason {
  std::string code;
  std::string name;
  std::string verdict;  // numerator, denominator, not in denominator, a step's label, …
  std::string sentence;
  std::string decided;  // the step that decided, in words
  Place decided_at;
  std::vector<Rule> rules;
};

/// One unit of the measure that concerns the person.
struct UnitReason {
  std::string title;
  std::vector<Rule> rules;        // of the measure as a whole
  std::vector<PartReason> parts;  // one without a name for a measure without parts
  std::vector<ValueReason> values;
};

/// What the measure made of the person in one council.
struct FileReason {
  std::string council_code;
  std::string council;
  std::vector<std::string> records;  // `12 records: lines 4, 5 …` by collection
  std::vector<Finding> scope;        // how the units were found
  std::vector<UnitReason> units;
  std::vector<UnitReason> out_of_scope;  // looked at, and no units
  std::vector<ValueReason> values;       // of the person, used by no unit alone
  std::vector<PartReason> quantities;    // of a measure or part made of quantities
};

/// What a population with a name made of one of the person's records.
struct MemberReason {
  std::string population;
  std::string title;
  std::string verdict;
  std::vector<Rule> rules;
};

/// Why a person is counted or not.
struct Explanation {
  std::string edition;
  std::string measure;
  std::string code;
  std::string title;
  std::string period;
  std::string unit_noun;
  std::vector<std::string> summary;  // sentences
  std::vector<MemberReason> members;
  std::vector<FileReason> files;
  std::vector<std::string> notes;
};

}  // namespace assize::explain
