// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/driver/lenders.h"

#include <algorithm>

namespace assize::driver {
namespace {

bool is_among(const check::Measure* measure, const std::vector<const check::Measure*>& measures) {
  return std::find(measures.begin(), measures.end(), measure) != measures.end();
}

}  // namespace

std::vector<const check::Measure*> with_lenders(const std::vector<const check::Measure*>& asked) {
  std::vector<const check::Measure*> all = asked;
  // What is lent is counted, never borrowed itself, so one step is enough.
  for (const check::Measure* measure : asked) {
    for (const check::Measure* lender : measure->lenders()) {
      if (!is_among(lender, all)) all.push_back(lender);
    }
  }
  return all;
}

void mark_lenders(const std::vector<const check::Measure*>& asked, results::Tally& tally) {
  for (results::MeasureTally& measure : tally.measures) {
    measure.only_lends = !is_among(measure.measure, asked);
  }
}

}  // namespace assize::driver
