// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#include "compiler/explain/summary.h"

#include <map>

namespace assize::explain {
namespace {

using check::Shape;
using interpret::Matter;

std::string code_or_name(const Explanation& explanation, const PartReason& part) {
  if (!part.code.empty()) return part.code;
  return part.name.empty() ? explanation.measure : explanation.measure + "." + part.name;
}

std::string noun_of(const check::Measure& measure) {
  if (measure.unit != nullptr && !measure.unit->name.empty()) {
    const bool is_episode = measure.unit->subject.what == check::Subject::What::kEpisode;
    return measure.unit->name + (is_episode ? " episode" : "");
  }
  if (measure.unit != nullptr && measure.unit->subject.collection != nullptr &&
      measure.unit->subject.what == check::Subject::What::kRecord) {
    return measure.unit->subject.collection->singular;
  }
  return "unit";
}

/// How many units of a part ended how.
struct Ends {
  std::vector<std::pair<std::string, std::size_t>> of_sentence;  // in order of appearance

  void add(const std::string& sentence) {
    for (auto& [known, count] : of_sentence) {
      if (known != sentence) continue;
      ++count;
      return;
    }
    of_sentence.emplace_back(sentence, 1);
  }
};

std::string sentence_of(const std::string& code, const std::string& noun, const Ends& ends,
                        bool is_file, bool is_person) {
  if (is_file) {
    return code + ": " + (is_person ? "this person is " : "this council is ") +
           ends.of_sentence.front().first + ".";
  }
  std::size_t units = 0;
  for (const auto& [sentence, count] : ends.of_sentence) units += count;
  std::string text = code + ": " + counted(units, noun) + (is_person ? " of this person: " : ": ");
  for (std::size_t i = 0; i < ends.of_sentence.size(); ++i) {
    const auto& [sentence, count] = ends.of_sentence[i];
    text += (i == 0 ? "" : "; ");
    if (units > 1) text += std::to_string(count) + " ";
    text += sentence;
  }
  return text + ".";
}

}  // namespace

PartVerdict verdict_on(const check::Part& part, const Decided* last) {
  if (last != nullptr && last->matter.what == Matter::What::kStep) {
    const std::string& label = last->matter.step->label;
    const bool keeps = last->matter.step->kind == check::Step::Kind::kKeep;
    return {label,
            keeps ? "left out by `keep \"" + label + "\"`" : "left out by \"" + label + "\""};
  }
  const bool is_in = last == nullptr || last->decision.is_in;
  if (last != nullptr && last->matter.what == Matter::What::kDenominator && !is_in) {
    return {"not in denominator", "in the population and not in the denominator"};
  }
  if (last != nullptr && last->matter.what == Matter::What::kNumerator) {
    if (is_in) return {"numerator", "in the denominator and in the numerator"};
    return {"denominator", "in the denominator and not in the numerator"};
  }
  if (part.shape == Shape::kRate && part.numerator_quantity == nullptr &&
      part.numerator_from.part < 0) {
    return {"numerator", "counted in the numerator"};
  }
  if (part.shape == Shape::kMean || part.shape == Shape::kMedian) {
    return {"denominator", "one of those that the " +
                               std::string(part.shape == Shape::kMean ? "mean" : "median") +
                               " is made of"};
  }
  return {"denominator", "in the denominator"};
}

std::vector<std::string> summary_of(const Explanation& explanation, const check::Measure& measure,
                                    bool is_person) {
  std::vector<std::string> sentences;
  std::vector<std::string> order;
  std::map<std::string, Ends> ends;
  bool has_quantities = false;
  for (const FileReason& file : explanation.files) {
    has_quantities = has_quantities || !file.quantities.empty();
    for (const UnitReason& unit : file.units) {
      for (const PartReason& part : unit.parts) {
        const std::string code = code_or_name(explanation, part);
        if (!ends.contains(code)) order.push_back(code);
        ends[code].add(part.sentence);
      }
    }
  }
  for (const std::string& code : order) {
    const bool is_file = measure.unit_is_file && explanation.files.size() == 1;
    sentences.push_back(sentence_of(code, measure.unit_is_file ? "person" : noun_of(measure),
                                    ends[code], is_file, is_person));
  }
  if (order.empty() && !has_quantities) {
    const std::string code = explanation.code.empty() ? explanation.measure : explanation.code;
    const std::string who = is_person ? "this person" : "this council";
    sentences.push_back(measure.unit_is_file
                            ? code + " does not count " + who + ": not in scope."
                            : code + " counts nothing of " + who + ": there is no " +
                                  noun_of(measure) + " in scope.");
  }
  return sentences;
}

}  // namespace assize::explain
