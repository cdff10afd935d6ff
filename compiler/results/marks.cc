// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/results/marks.h"

#include <algorithm>

namespace assize::results {
namespace {

using check::Mark;

std::string words_of(const Mark& mark) {
  switch (mark.status) {
    case Mark::Status::kNotCollected:
      return "not collected";
    case Mark::Status::kNotComparable:
      return "not comparable with earlier editions";
    case Mark::Status::kWithheld:
      return "withheld";
    case Mark::Status::kLeftOut:
      return "left out";
    case Mark::Status::kVoluntary:
      return "voluntary: no totals";
    case Mark::Status::kCarriedForward:
      return "carried forward";
    case Mark::Status::kExperimental:
      return "experimental until " + mark.until;
  }
  return "";
}

bool holds_for(const Mark& mark, const std::string& council) {
  return mark.councils.empty() ||
         std::find(mark.councils.begin(), mark.councils.end(), council) != mark.councils.end();
}

// Whether or not the figure stays in the totals.
bool hides(Mark::Status status) {
  return status == Mark::Status::kWithheld || status == Mark::Status::kLeftOut ||
         status == Mark::Status::kNotCollected;
}

}  // namespace

bool speaks_of(const Mark& mark, const check::Measure& measure, const check::Part& part) {
  return mark.measure == measure.name || mark.measure == measure.name + "." + part.name;
}

bool is_marked(const check::Framework& framework, const check::Measure& measure,
               Mark::Status status) {
  return std::all_of(measure.parts.begin(), measure.parts.end(), [&](const check::Part& part) {
    return std::any_of(framework.marks.begin(), framework.marks.end(), [&](const Mark& mark) {
      return mark.status == status && mark.councils.empty() && speaks_of(mark, measure, part);
    });
  });
}

std::string marks_text(const check::Framework& framework, const check::Measure& measure,
                       const check::Part& part, const std::string& council) {
  std::string text;
  for (const Mark& mark : framework.marks) {
    if (!speaks_of(mark, measure, part) || !holds_for(mark, council)) continue;
    if (!text.empty()) text += "; ";
    text += words_of(mark);
  }
  if (measure.unweighted) text += text.empty() ? "unweighted" : "; unweighted";
  if (!measure.evidence.empty()) {
    text += (text.empty() ? "made from " : "; made from ") + measure.evidence;
  }
  return text;
}

bool has_no_totals(const check::Framework& framework, const check::Measure& measure,
                   const check::Part& part) {
  return std::any_of(framework.marks.begin(), framework.marks.end(), [&](const Mark& mark) {
    return mark.status == Mark::Status::kVoluntary && mark.councils.empty() &&
           speaks_of(mark, measure, part);
  });
}

bool is_left_out(const check::Framework& framework, const check::Measure& measure,
                 const check::Part& part, const std::string& council) {
  return std::any_of(framework.marks.begin(), framework.marks.end(), [&](const Mark& mark) {
    return mark.status == Mark::Status::kLeftOut && speaks_of(mark, measure, part) &&
           holds_for(mark, council);
  });
}

bool is_hidden_by_mark(const check::Framework& framework, const check::Measure& measure,
                       const check::Part& part, const std::string& council) {
  return std::any_of(framework.marks.begin(), framework.marks.end(), [&](const Mark& mark) {
    return hides(mark.status) && speaks_of(mark, measure, part) && holds_for(mark, council);
  });
}

}  // namespace assize::results
