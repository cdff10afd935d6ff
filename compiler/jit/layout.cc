// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/jit/layout.h"

namespace assize::jit {
namespace {

int usual_width(const plan::Type& type) {
  switch (type.base) {
    case plan::Base::kBool:
    case plan::Base::kCode:
      return 1;
    case plan::Base::kDate:
      return 2;
    default:
      return 4;
  }
}

}  // namespace

Layout layout_of(const Arranged& arranged) {
  Layout layout;
  std::size_t next = 0;
  for (const ArrangedCollection& collection : arranged.collections) {
    layout.first_column.push_back(next);
    next += collection.fields.size();
    std::vector<int> widths;
    for (const ArrangedColumn& column : collection.fields) widths.push_back(column.width);
    layout.widths.push_back(std::move(widths));
  }
  return layout;
}

Layout usual_layout(const plan::Plan& plan) {
  Layout layout;
  std::size_t next = 0;
  for (const plan::Collection& collection : plan.collections) {
    layout.first_column.push_back(next);
    next += collection.fields.size();
    std::vector<int> widths;
    for (const plan::Field& field : collection.fields) widths.push_back(usual_width(field.type));
    layout.widths.push_back(std::move(widths));
  }
  return layout;
}

}  // namespace assize::jit
