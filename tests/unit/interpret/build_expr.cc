// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#include "tests/unit/interpret/build_expr.h"

#include "compiler/interpret/days.h"
#include "compiler/interpret/value_text.h"

namespace assize::interpret::tests {

Value day(const std::string& written) {
  const CalendarDay calendar{.year = std::stoi(written.substr(0, 4)),
                             .month = std::stoi(written.substr(5, 2)),
                             .day = std::stoi(written.substr(8, 2))};
  return Value::of(Base::kDate, day_number(calendar));
}

std::string shown(const Value& value) {
  check::Type type;
  type.base = value.base;
  return value_text(value, type);
}

}  // namespace assize::interpret::tests
