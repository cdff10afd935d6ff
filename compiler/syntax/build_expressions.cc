// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
//
// From parse contexts: expressions, conditions, tests and arithmetic.

#include <utility>

#include "compiler/syntax/antlr.h"
#include "compiler/syntax/errors.h"

namespace assize::syntax {
namespace {

// A chain nests its nodes to the left; a longer one would exhaust the stack of whoever walks it.
constexpr std::size_t kMostInARow = 1000;

Operation operation_of(std::size_t sign) {
  switch (sign) {
    case AssizeParser::PLUS:
      return Operation::kAdd;
    case AssizeParser::MINUS:
      return Operation::kSubtract;
    case AssizeParser::STAR:
      return Operation::kMultiply;
    case AssizeParser::SLASH:
      return Operation::kDivide;
    case AssizeParser::LESS:
      return Operation::kLess;
    case AssizeParser::LESS_EQUAL:
      return Operation::kLessOrEqual;
    case AssizeParser::GREATER:
      return Operation::kMore;
    default:
      return Operation::kMoreOrEqual;
  }
}

Operation operation_of(AssizeParser::MomentContext* context) {
  if (dynamic_cast<AssizeParser::BeforeContext*>(context) != nullptr) return Operation::kBefore;
  if (dynamic_cast<AssizeParser::AfterContext*>(context) != nullptr) return Operation::kAfter;
  if (dynamic_cast<AssizeParser::OnOrBeforeContext*>(context) != nullptr)
    return Operation::kOnOrBefore;
  return Operation::kOnOrAfter;
}

Window window_of(std::size_t side) {
  switch (side) {
    case AssizeParser::AFTER:
      return Window::kAfter;
    case AssizeParser::BEFORE:
      return Window::kBefore;
    default:
      return Window::kOf;
  }
}

diagnostics::Edit insert(source::FileId file, std::uint32_t at, std::string_view text) {
  return {{file, at, at}, std::string(text)};
}

std::vector<diagnostics::Edit> brackets_around(Span what) {
  return {insert(what.file, what.begin, "("), insert(what.file, what.end, ")")};
}

}  // namespace

ExprPtr Builder::make(ExprKind kind, Span where) const {
  auto made = std::make_unique<Expr>();
  made->kind = kind;
  made->span = where;
  return made;
}

ExprPtr Builder::expression(P::ExpressionContext* context) {
  const auto narrowings = context->narrowing();
  ExprPtr made = whole_condition(context->condition(), narrowings.empty());
  std::size_t count = 0;
  for (P::NarrowingContext* each : narrowings) {
    if (++count > kMostInARow) return chain_end(std::move(made), span(each));
    made = narrowing(std::move(made), each);
  }
  return made;
}

ExprPtr Builder::condition(P::ConditionContext* context) { return whole_condition(context, false); }

ExprPtr Builder::whole_condition(P::ConditionContext* context, bool fallback_is_allowed) {
  const auto parts = context->negation();
  const auto joints = context->joint();
  P::FallbackContext* last = parts.back()->fallback();
  for (P::NegationContext* part : parts) {
    if (part->fallback() != nullptr && (part != parts.back() || !fallback_is_allowed))
      refuse_fallback(part);
  }
  refuse_mixture(context);
  if (parts.size() == 1) return with_fallback(negation(parts.front()), last);
  ExprPtr made = make(joints.front()->word->getType() == P::AND ? ExprKind::kAnd : ExprKind::kOr,
                      span(context));
  made->word = span(joints.front());
  for (P::NegationContext* part : parts) made->args.push_back(negation(part));
  made->span = source::join(made->args.front()->span, made->args.back()->span);
  return with_fallback(std::move(made), last);
}

void Builder::refuse_mixture(P::ConditionContext* context) {
  const auto parts = context->negation();
  const auto joints = context->joint();
  std::size_t change = 0;
  std::size_t changes = 0;
  for (std::size_t at = 1; at < joints.size(); ++at) {
    if (joints[at]->word->getType() == joints[at - 1]->word->getType()) continue;
    if (changes++ == 0) change = at;
  }
  if (changes == 0) return;
  auto error = diagnose(span(joints[change]), errors::and_beside_or);
  error.label(span(joints[change - 1]), "`" + joints[change - 1]->getText() + "` here");
  if (changes == 1) {
    const Span first = source::join(span(parts.front()), span(parts[change]));
    const Span second = source::join(span(parts[change]), span(parts.back()));
    error.fix(diagnostics::Confidence::kMaybe, std::string(errors::kOneReading),
              brackets_around(first));
    error.fix(diagnostics::Confidence::kMaybe, std::string(errors::kOneReading),
              brackets_around(second));
  }
  sink_.add(std::move(error));
}

void Builder::refuse_fallback(P::NegationContext* context) {
  P::FallbackContext* fallback = context->fallback();
  const Span where = source::join(places_.of(fallback->IF()), places_.of(fallback->UNKNOWN()));
  auto error = diagnose(where, errors::bare_fallback);
  const std::string replacement = fallback->value()->getText();
  if (replacement == "count") {  // `if unknown count` at the end of a clause, a name besides
    error.fix(diagnostics::Confidence::kMaybe, std::string(errors::kCommaBeforeIfUnknown),
              {insert(where.file, span(context->comparison()).end, ",")});
  }
  error.fix(diagnostics::Confidence::kMaybe, std::string(errors::kBracketsAroundTest),
            brackets_around(span(context)));
  sink_.add(std::move(error));
}

ExprPtr Builder::with_fallback(ExprPtr what, P::FallbackContext* context) {
  if (context == nullptr) return what;
  ExprPtr made = make(ExprKind::kIfUnknown, source::join(what->span, span(context)));
  made->word = source::join(places_.of(context->IF()), places_.of(context->UNKNOWN()));
  made->args.push_back(std::move(what));
  made->args.push_back(value(context->value()));
  return made;
}

ExprPtr Builder::negation(P::NegationContext* context) {
  ExprPtr made = comparison(context->comparison());
  const auto nots = context->NOT();
  for (auto word = nots.rbegin(); word != nots.rend(); ++word) {
    ExprPtr outer = make(ExprKind::kNot, source::join(places_.of(*word), made->span));
    outer->word = places_.of(*word);
    outer->args.push_back(std::move(made));
    made = std::move(outer);
  }
  return made;
}

ExprPtr Builder::comparison(P::ComparisonContext* context) {
  ExprPtr left = sum(context->sum());
  if (context->tail() == nullptr) return left;
  ExprPtr made = tail(std::move(left), context->tail());
  made->span = span(context);
  return made;
}

ExprPtr Builder::tail(ExprPtr left, P::TailContext* context) {
  const auto start = [&](ExprKind kind, Span word) {
    ExprPtr made = make(kind, span(context));
    made->word = word;
    made->args.push_back(std::move(left));
    return made;
  };
  if (auto* known = dynamic_cast<P::IsKnownContext*>(context)) {
    ExprPtr made = start(ExprKind::kIsKnown, span(known));
    made->negated = known->negative != nullptr;
    return made;
  }
  if (auto* is = dynamic_cast<P::IsValueContext*>(context)) {
    Span word = places_.of(is->IS());
    if (is->negative != nullptr) word = source::join(word, places_.of(is->negative));
    ExprPtr made = start(ExprKind::kIs, word);
    made->negated = is->negative != nullptr;
    made->args.push_back(sum(is->sum()));
    return made;
  }
  if (auto* in = dynamic_cast<P::InRangeContext*>(context)) {
    Span word = places_.of(in->IN());
    if (in->negative != nullptr) word = source::join(places_.of(in->negative), word);
    ExprPtr made = start(ExprKind::kIn, word);
    made->negated = in->negative != nullptr;
    add_range(*made, in->range());
    return made;
  }
  if (auto* compares = dynamic_cast<P::ComparesContext*>(context)) {
    ExprPtr made = start(ExprKind::kCompare, places_.of(compares->sign));
    made->operation = operation_of(compares->sign->getType());
    made->args.push_back(sum(compares->sum()));
    return made;
  }
  if (auto* moments = dynamic_cast<P::MomentsContext*>(context)) {
    ExprPtr made = start(ExprKind::kCompare, span(moments->moment()));
    made->operation = operation_of(moments->moment());
    made->args.push_back(sum(moments->sum()));
    return made;
  }
  if (auto* spans = dynamic_cast<P::SpansContext*>(context)) {
    const bool overlaps = spans->word->getType() == P::OVERLAPS;
    ExprPtr made =
        start(overlaps ? ExprKind::kOverlaps : ExprKind::kInside, places_.of(spans->word));
    add_range(*made, spans->range());
    return made;
  }
  if (auto* within = dynamic_cast<P::WithinDaysContext*>(context)) {
    ExprPtr made = start(ExprKind::kWithin, places_.of(within->WITHIN()));
    made->window = window_of(within->side->getType());
    made->args.push_back(sum(within->length));
    made->args.push_back(sum(within->day));
    return made;
  }
  auto* starts = static_cast<P::StartsWithContext*>(context);
  ExprPtr made = start(ExprKind::kStartsWith,
                       source::join(places_.of(starts->STARTS()), places_.of(starts->WITH())));
  made->text = text(starts->TEXT()).value;
  return made;
}

void Builder::add_range(Expr& to, P::RangeContext* context) {
  to.args.push_back(sum(context->low));
  if (context->high != nullptr) to.args.push_back(sum(context->high));
}

ExprPtr Builder::chain_end(ExprPtr chain, Span rest) {
  sink_.add(diagnose(rest, errors::chain_too_long, std::to_string(kMostInARow)));
  return chain;
}

ExprPtr Builder::sum(P::SumContext* context) {
  const auto operands = context->product();
  const auto signs = context->addition();
  ExprPtr made = product(operands.front());
  for (std::size_t at = 0; at < signs.size(); ++at) {
    if (at + 1 == kMostInARow) return chain_end(std::move(made), span(signs[at]));
    ExprPtr right = product(operands[at + 1]);
    ExprPtr outer = make(ExprKind::kBinary, source::join(made->span, right->span));
    outer->operation = operation_of(signs[at]->sign->getType());
    outer->word = span(signs[at]);
    outer->args.push_back(std::move(made));
    outer->args.push_back(std::move(right));
    made = std::move(outer);
  }
  return made;
}

ExprPtr Builder::product(P::ProductContext* context) {
  const auto operands = context->factor();
  const auto signs = context->multiplication();
  ExprPtr made = factor(operands.front());
  for (std::size_t at = 0; at < signs.size(); ++at) {
    if (at + 1 == kMostInARow) return chain_end(std::move(made), span(signs[at]));
    ExprPtr right = factor(operands[at + 1]);
    ExprPtr outer = make(ExprKind::kBinary, source::join(made->span, right->span));
    outer->operation = operation_of(signs[at]->sign->getType());
    outer->word = span(signs[at]);
    outer->args.push_back(std::move(made));
    outer->args.push_back(std::move(right));
    made = std::move(outer);
  }
  return made;
}

ExprPtr Builder::factor(P::FactorContext* context) {
  ExprPtr made = primary(context->primary());
  const auto signs = context->MINUS();
  for (auto sign = signs.rbegin(); sign != signs.rend(); ++sign) {
    ExprPtr outer = make(ExprKind::kNegative, source::join(places_.of(*sign), made->span));
    outer->word = places_.of(*sign);
    outer->args.push_back(std::move(made));
    made = std::move(outer);
  }
  return made;
}

}  // namespace assize::syntax
