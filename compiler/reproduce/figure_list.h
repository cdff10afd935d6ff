// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <set>
#include <string>
#include <unordered_map>

#include "compiler/reproduce/published.h"

namespace assize::reproduce {

/// Puts cells together that belong to one figure.
class FigureList {
 public:
  explicit FigureList(Published& published) : published_(published) {}

  /// Puts a cell into the figure that `like` describes. Two different cells of one figure and role
  /// are a problem; the first stays.
  void add(const Figure& like, Role role, Shown shown);

 private:
  Published& published_;
  std::unordered_map<std::string, std::size_t> at_;
};

/// Says which areas are none of council, region, type and England; they are judged all the same.
void remark_on_other_areas(const std::set<std::string>& names, Published& published);

}  // namespace assize::reproduce
