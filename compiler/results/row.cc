// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/results/row.h"

#include "compiler/results/lay_out.h"

namespace assize::results {

std::string status_letter(Status status) {
  switch (status) {
    case Status::kNone: return "";
    case Status::kWithheld: return "c";
    case Status::kNotSubmitted: return "x";
    case Status::kNotApplicable: return "z";
    case Status::kUnknown: return "u";
  }
  return "";
}

std::string status_words(Status status) {
  switch (status) {
    case Status::kNone: return "";
    case Status::kWithheld: return "withheld";
    case Status::kNotSubmitted: return "nothing submitted";
    case Status::kNotApplicable: return "nothing to divide by";
    case Status::kUnknown: return "not known";
  }
  return "";
}

std::string unit_text(const check::Show& show) {
  switch (show.unit) {
    case check::Show::Unit::kPercent: return "percent";
    case check::Show::Unit::kPer: return "per " + grouped(show.per);
    case check::Show::Unit::kScore: return "score";
    case check::Show::Unit::kDays: return "days";
    case check::Show::Unit::kNumber: return "number";
  }
  return "";
}

const std::string& code_of(const check::Measure& measure, const check::Part& part) {
  return part.code.empty() ? measure.code : part.code;
}

std::string value_text(const columns::Rational& value, const check::Show& show) {
  return show.decimals.empty() ? value.to_text() : value.to_text(show.decimals.back());
}

}  // namespace assize::results
