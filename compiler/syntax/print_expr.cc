// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#include "compiler/syntax/tree_printer.h"

namespace assize::syntax {
namespace {

std::string_view word_of(ExprKind kind) {
  switch (kind) {
    case ExprKind::kNumber:
      return "number";
    case ExprKind::kDate:
      return "date";
    case ExprKind::kText:
      return "text";
    case ExprKind::kYes:
      return "yes";
    case ExprKind::kNoValue:
      return "no";
    case ExprKind::kUnknown:
      return "unknown";
    case ExprKind::kOpen:
      return "open";
    case ExprKind::kNone:
      return "none";
    case ExprKind::kPath:
      return "path";
    case ExprKind::kCall:
      return "call";
    case ExprKind::kOn:
      return "on";
    case ExprKind::kReckoning:
      return "in completed years";
    case ExprKind::kBrackets:
      return "brackets";
    case ExprKind::kList:
      return "list";
    case ExprKind::kTheir:
      return "their";
    case ExprKind::kAll:
      return "all";
    case ExprKind::kWhere:
      return "where";
    case ExprKind::kWith:
      return "with";
    case ExprKind::kAs:
      return "as";
    case ExprKind::kAny:
      return "any";
    case ExprKind::kNoSet:
      return "no set";
    case ExprKind::kNumberOf:
      return "number of";
    case ExprKind::kNumberOfDifferent:
      return "number of different";
    case ExprKind::kExtremeOfSet:
      return "of set";
    case ExprKind::kExtremeOfList:
      return "of list";
    case ExprKind::kBestOfSet:
      return "best of set";
    case ExprKind::kBestOfList:
      return "best of list";
    case ExprKind::kThe:
      return "the";
    case ExprKind::kFurthestEnd:
      return "the furthest end";
    case ExprKind::kPreviousEnd:
      return "the previous end";
    case ExprKind::kNegative:
      return "negative";
    case ExprKind::kBinary:
      return "";
    case ExprKind::kNot:
      return "not";
    case ExprKind::kAnd:
      return "and";
    case ExprKind::kOr:
      return "or";
    case ExprKind::kIs:
      return "is";
    case ExprKind::kIsKnown:
      return "is known";
    case ExprKind::kIn:
      return "in";
    case ExprKind::kCompare:
      return "";
    case ExprKind::kOverlaps:
      return "overlaps";
    case ExprKind::kInside:
      return "inside";
    case ExprKind::kWithin:
      return "within";
    case ExprKind::kStartsWith:
      return "starts with";
    case ExprKind::kIfUnknown:
      return "if unknown";
  }
  return "";
}

std::string_view word_of(Operation operation) {
  switch (operation) {
    case Operation::kAdd:
      return "+";
    case Operation::kSubtract:
      return "-";
    case Operation::kMultiply:
      return "*";
    case Operation::kDivide:
      return "/";
    case Operation::kLess:
      return "<";
    case Operation::kLessOrEqual:
      return "<=";
    case Operation::kMore:
      return ">";
    case Operation::kMoreOrEqual:
      return ">=";
    case Operation::kBefore:
      return "before";
    case Operation::kAfter:
      return "after";
    case Operation::kOnOrBefore:
      return "on or before";
    case Operation::kOnOrAfter:
      return "on or after";
  }
  return "";
}

std::string_view word_of(Pick pick) {
  switch (pick) {
    case Pick::kLatest:
      return "latest";
    case Pick::kEarliest:
      return "earliest";
    case Pick::kHighest:
      return "highest";
    case Pick::kLowest:
      return "lowest";
    case Pick::kTotal:
      return "total";
  }
  return "";
}

std::string_view word_of(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::kNone:
      return "";
    case TimeUnit::kDays:
      return " days";
    case TimeUnit::kWeeks:
      return " weeks";
    case TimeUnit::kMonths:
      return " months";
    case TimeUnit::kYears:
      return " years";
  }
  return "";
}

std::string_view word_of(Window window) {
  switch (window) {
    case Window::kAfter:
      return " after";
    case Window::kBefore:
      return " before";
    case Window::kOf:
      return " of";
  }
  return "";
}

/// What an expression says of itself, its parts left out.
std::string words_of(const Expr& expr) {
  std::string made(word_of(expr.kind));
  switch (expr.kind) {
    case ExprKind::kNumber:
      made += " " + expr.text + std::string(word_of(expr.unit));
      break;
    case ExprKind::kDate:
      made += " " + expr.text;
      break;
    case ExprKind::kText:
    case ExprKind::kStartsWith:
      made += " \"" + expr.text + "\"";
      break;
    case ExprKind::kReckoning:
      made += expr.by_birthdays ? " by birthdays" : " of";
      break;
    case ExprKind::kExtremeOfSet:
    case ExprKind::kExtremeOfList:
      made.insert(0, std::string(word_of(expr.pick)) + " ");
      break;
    case ExprKind::kBinary:
    case ExprKind::kCompare:
      made += word_of(expr.operation);
      break;
    case ExprKind::kWithin:
      made += word_of(expr.window);
      break;
    default:
      break;
  }
  for (std::size_t at = 0; at < expr.path.names.size(); ++at) {
    made += (at == 0 ? " " : ".") + expr.path.names[at].text;
  }
  if (expr.in_every_council) made += " in every council";
  if (!expr.column.text.empty()) made += " by " + expr.column.text;
  if (expr.known) made += ", known";
  if (expr.negated) made.insert(0, "not: ");
  return made;
}

}  // namespace

void TreePrinter::expr(const Expr& expression) {
  line(words_of(expression), expression.span);
  const Inside inside(*this);
  for (const ExprPtr& each : expression.args) expr(*each);
  for (const Key& each : expression.keys) key(each);
}

void TreePrinter::key(const Key& each) {
  std::string text = "key ";
  switch (each.kind) {
    case Key::Kind::kPick:
      text += word_of(each.pick);
      break;
    case Key::Kind::kBest:
      text += "best by " + each.column.text;
      break;
    case Key::Kind::kPreferring:
      text += "preferring";
      break;
  }
  if (each.unknown == Key::Placing::kFirst) text += ", unknown first";
  if (each.unknown == Key::Placing::kLast) text += ", unknown last";
  line(text, each.span);
  const Inside inside(*this);
  expr(*each.value);
}

}  // namespace assize::syntax
