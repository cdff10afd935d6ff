// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

// Values of each kind: arithmetic, days, ages.

#include "tests/agree/writer.h"

namespace assize::agree {
namespace {

ValueType both(Kind kind, const Text& left, const Text& right) {
  ValueType type;
  type.kind = kind;
  type.unknown = left.type.unknown || right.type.unknown;
  return type;
}

bool may_be_no_day(const ValueType& type) { return type.unknown || type.none || type.open; }

}  // namespace

Text Writer::sum_of(Text left, const char* sign, Text right, ValueType type) const {
  // The right side of `-` in brackets, as it is meant; sums are read from the left.
  return {within(left, Level::kSum) + " " + sign + " " + within(right, Level::kPrimary), std::move(type), Level::kSum,
          false, false};
}

Text Writer::value(const Scope& scope, Kind kind, int list, int depth) {
  const bool simple = depth <= 0 || random_.chance(45);
  if (simple) {
    if (auto found = leaf(scope, kind, list); found && random_.chance(kind == Kind::kCode ? 100 : 85)) return *found;
    if (kind != Kind::kCode) return literal(kind, list);
  }
  switch (kind) {
    case Kind::kYesNo: return condition(scope, depth - 1);
    case Kind::kNumber: return number(scope, depth - 1);
    case Kind::kDecimal: return decimal(scope, depth - 1);
    case Kind::kDate: return date(scope, depth - 1);
    case Kind::kDays: return days(scope, depth - 1);
    case Kind::kText: return text(scope, depth - 1);
    case Kind::kCode: return code(scope, list, depth - 1);
  }
  return literal(kind, list);
}

Text Writer::value_of_any_kind(const Scope& scope, int depth) {
  std::vector<Text> found = leaves(scope);
  if (!found.empty() && random_.chance(60)) {
    const Text& like = random_.one_of(found);
    return depth <= 0 ? use(like) : value(scope, like.type.kind, like.type.list, depth);
  }
  std::vector<Kind> kinds = {Kind::kNumber, Kind::kNumber, Kind::kDate, Kind::kDate, Kind::kDays, Kind::kYesNo};
  if (features_.decimals) kinds.push_back(Kind::kDecimal);
  return value(scope, random_.one_of(kinds), -1, depth);
}

// ---- days

Text Writer::date(const Scope& scope, int depth) {
  switch (random_.below(7)) {
    case 0: {
      Text day = value(scope, Kind::kDate, -1, depth);
      const Text length = value(scope, Kind::kDays, -1, depth);
      ValueType type = both(Kind::kDate, day, length);
      type.none = day.type.none;
      type.open = day.type.open;
      return sum_of(std::move(day), random_.chance(50) ? "+" : "-", length, type);
    }
    case 1: {
      const Text day = value(scope, Kind::kDate, -1, depth);
      const std::string sign = random_.chance(30) ? "-" : "";
      const std::string length = random_.chance(70) ? std::to_string(random_.between(0, 14)) + " months"
                                                    : std::to_string(random_.between(0, 3)) + " years";
      return {"shift(" + day.words + ", " + sign + length + (random_.chance(50) ? ", down)" : ", up)"), day.type};
    }
    case 2: return extreme_of_list(scope, Kind::kDate, depth);
    case 3:
      if (auto found = the_one(scope, Kind::kDate, -1, depth)) return *found;
      break;
    case 4: {
      Text day = value(scope, Kind::kDate, -1, depth);
      if (day.type.unknown) return known(std::move(day), scope);
      break;
    }
    default:
      if (auto found = extreme(scope, Kind::kDate, depth)) return *found;
      break;
  }
  return value(scope, Kind::kDate, -1, 0);
}

Text Writer::days(const Scope& scope, int depth) {
  switch (random_.below(6)) {
    case 0:
    case 1: {
      Text later = value(scope, Kind::kDate, -1, depth);
      const Text earlier = value(scope, Kind::kDate, -1, depth);
      ValueType type = both(Kind::kDays, later, earlier);
      type.unknown = may_be_no_day(later.type) || may_be_no_day(earlier.type);
      return sum_of(std::move(later), "-", earlier, type);
    }
    case 2: {
      Text left = value(scope, Kind::kDays, -1, depth);
      const Text right = value(scope, Kind::kDays, -1, depth);
      const ValueType type = both(Kind::kDays, left, right);
      return sum_of(std::move(left), random_.chance(50) ? "+" : "-", right, type);
    }
    case 3: {
      Text length = value(scope, Kind::kDays, -1, 0);
      const Text times = literal(Kind::kNumber, -1);
      const ValueType type = both(Kind::kDays, length, times);
      return {within(length, Level::kPrimary) + " * " + times.words, type, Level::kSum, false, false};
    }
    case 4:
      if (auto found = random_.chance(50) ? total(scope, Kind::kDays, depth) : extreme(scope, Kind::kDays, depth)) {
        return *found;
      }
      break;
    default: return extreme_of_list(scope, Kind::kDays, depth);
  }
  return value(scope, Kind::kDays, -1, 0);
}

Text Writer::age(const Scope& scope, int depth) {
  const Text on = value(scope, Kind::kDate, -1, depth);
  Text made;
  made.type = {.kind = Kind::kNumber, .unit = "years", .unknown = true};
  if (main().reckons_age && !scope.everybody && !names_.in_collection && random_.chance(60)) {
    made.words = "age(on " + within(on, Level::kSum) + ")";
    return made;
  }
  const Text born = value(scope, Kind::kDate, -1, 0);
  made.words = "age(" + born.words + ", on " + within(on, Level::kSum) +
               (random_.chance(60) ? ", in completed years by birthdays)" : ", in completed years of 365.25 days)");
  return made;
}

// ---- numbers

Text Writer::number(const Scope& scope, int depth) {
  switch (random_.below(10)) {
    case 0:
    case 1: return age(scope, depth);
    case 2:
    case 3: return count(scope, depth);
    case 4: {
      const Text day = value(scope, Kind::kDate, -1, depth);
      ValueType type{.kind = Kind::kNumber};
      type.unknown = may_be_no_day(day.type);
      return {(random_.chance(50) ? "year(" : "month_length(") + day.words + ")", type};
    }
    case 5: {
      Text left = value(scope, Kind::kNumber, -1, depth);
      Text right = value(scope, Kind::kNumber, -1, depth);
      if (left.type.unit != right.type.unit) break;
      ValueType type = both(Kind::kNumber, left, right);
      type.unit = left.type.unit;
      return sum_of(std::move(left), random_.chance(50) ? "+" : "-", right, type);
    }
    case 6: {
      Text left = value(scope, Kind::kNumber, -1, 0);
      const Text right = literal(Kind::kNumber, -1);
      ValueType type = both(Kind::kNumber, left, right);
      type.unit = left.type.unit;
      if (random_.chance(30)) return {"-" + within(left, Level::kPrimary), left.type, Level::kSum, false, false};
      return {within(left, Level::kPrimary) + " * " + right.words, type, Level::kSum, false, false};
    }
    case 7:
      if (auto found = total(scope, Kind::kNumber, depth)) return *found;
      break;
    case 8:
      if (auto found = random_.chance(60) ? extreme(scope, Kind::kNumber, depth)
                                          : the_one(scope, Kind::kNumber, -1, depth)) {
        return *found;
      }
      break;
    default: return extreme_of_list(scope, Kind::kNumber, depth);
  }
  return value(scope, Kind::kNumber, -1, 0);
}

Text Writer::decimal(const Scope& scope, int depth) {
  const Text left = value(scope, random_.chance(50) ? Kind::kNumber : Kind::kDecimal, -1, depth);
  switch (random_.below(features_.division ? 6 : 4)) {
    case 0: {
      ValueType type = left.type;
      type.kind = Kind::kDecimal;
      return {within(left, Level::kPrimary) + " * " + literal(Kind::kDecimal, -1).words, type, Level::kSum, false, false};
    }
    case 1:
      if (auto found = total(scope, Kind::kDecimal, depth)) return *found;
      break;
    case 2:
      if (auto found = random_.chance(50) ? extreme(scope, Kind::kDecimal, depth)
                                          : the_one(scope, Kind::kDecimal, -1, depth)) {
        return *found;
      }
      break;
    case 3: {
      std::vector<Text> codes = leaves(scope);
      std::erase_if(codes, [&](const Text& text) {
        return text.type.kind != Kind::kCode || text.type.none || list_of(text.type).scores.empty();
      });
      if (codes.empty()) break;
      const Text asked = use(random_.one_of(codes));
      return {asked.words + "." + random_.one_of(list_of(asked.type).scores), {.kind = Kind::kDecimal, .unknown = true}};
    }
    default: {
      const bool by_number = random_.chance(50);
      const Text right = by_number ? Text{std::to_string(random_.between(1, 9)), {.kind = Kind::kNumber}}
                                   : value(scope, Kind::kNumber, -1, 0);
      ValueType type = left.type;
      type.kind = Kind::kDecimal;
      type.unknown = left.type.unknown || !by_number || right.type.unknown;
      if (!right.type.unit.empty()) type.unit = left.type.unit == right.type.unit ? "" : left.type.unit;
      return {within(left, Level::kPrimary) + " / " + within(right, Level::kPrimary), type, Level::kSum, false, false};
    }
  }
  return value(scope, Kind::kDecimal, -1, 0);
}

// ---- texts and codes

Text Writer::text(const Scope& scope, int depth) {
  Text left = value(scope, Kind::kText, -1, 0);
  if (random_.chance(40)) {
    if (auto found = the_one(scope, Kind::kText, -1, depth)) return *found;
  }
  if (left.type.none) return left;
  const Text right = value(scope, Kind::kText, -1, 0);
  if (right.type.none) return left;
  const ValueType type = both(Kind::kText, left, right);
  return sum_of(std::move(left), "+", right, type);
}

Text Writer::code(const Scope& scope, int list, int depth) {
  std::optional<Text> found;
  switch (random_.below(4)) {
    case 0: found = best(scope, list, depth); break;
    case 1: {
      found = leaf(scope, Kind::kCode, list);
      if (found && found->type.unknown) found = known(*found, scope);
      break;
    }
    default: found = the_one(scope, Kind::kCode, list, depth); break;
  }
  if (!found) found = leaf(scope, Kind::kCode, list);
  if (!found) found = the_one(scope, Kind::kCode, list, 0);
  // Nothing at hand holds such a code: a value of the list, which fits where the list is expected alone.
  return found ? *found : literal(Kind::kCode, list);
}

}  // namespace assize::agree
