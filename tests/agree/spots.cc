// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

// Where the text of a failing program can be made smaller.

#include "tests/agree/spots.h"

#include <algorithm>
#include <sstream>
#include <utility>

namespace assize::agree {
namespace {

using syntax::Expr;
using syntax::ExprKind;
using syntax::ExprPtr;

class Spots {
 public:
  explicit Spots(const std::string_view text) : text_(text) {}

  void tree(const syntax::Tree& tree);
  std::vector<Edit> take();

 private:
  void offer(source::Span place, source::Span by) {
    if (by.begin > place.begin || by.end < place.end) {
      edits_.push_back({place.begin, place.end, std::string(text_.substr(by.begin, by.end - by.begin))});
    }
  }
  void expression(const ExprPtr& expr);
  void operands(const Expr& outer, const Expr& inner);
  void keys(const std::vector<syntax::Key>& keys);
  void let(const syntax::Let& let);
  void population(const syntax::Population& population);
  void steps(const std::vector<syntax::Step>& steps);
  void body(const syntax::MeasureBody& body);
  void breakdowns(const std::vector<syntax::Breakdown>& breakdowns);

  std::string_view text_;
  std::vector<Edit> edits_;
};

// Every expression within may stand in the place of the outer one, if it is of its type.
void Spots::operands(const Expr& outer, const Expr& inner) {
  for (const ExprPtr& arg : inner.args) {
    if (!arg) continue;
    offer(outer.span, arg->span);
    operands(outer, *arg);
  }
}

void Spots::keys(const std::vector<syntax::Key>& keys) {
  for (std::size_t i = 0; i < keys.size(); ++i) {
    expression(keys[i].value);
    if (keys.size() == 1) continue;
    // Out with one key: from its end to the next, or from the last but one to it.
    const source::Span all{keys[0].span.file, keys.front().span.begin, keys.back().span.end};
    std::string rest;
    for (std::size_t other = 0; other < keys.size(); ++other) {
      if (other == i) continue;
      const source::Span span = keys[other].span;
      rest += (rest.empty() ? "" : " then ") + std::string(text_.substr(span.begin, span.end - span.begin));
    }
    edits_.push_back({all.begin, all.end, rest});
  }
}

void Spots::expression(const ExprPtr& expr) {
  if (!expr) return;
  operands(*expr, *expr);
  if (expr->kind == ExprKind::kAnd || expr->kind == ExprKind::kOr) {
    for (std::size_t i = 0; i < expr->args.size() && expr->args.size() > 2; ++i) {
      std::string rest;
      for (std::size_t other = 0; other < expr->args.size(); ++other) {
        if (other == i) continue;
        const source::Span span = expr->args[other]->span;
        rest += (rest.empty() ? "" : expr->kind == ExprKind::kAnd ? " and " : " or ") +
                std::string(text_.substr(span.begin, span.end - span.begin));
      }
      edits_.push_back({expr->span.begin, expr->span.end, rest});
    }
  }
  if (expr->kind == ExprKind::kBrackets && expr->span.end > expr->span.begin + 2) {
    edits_.push_back({expr->span.begin, expr->span.end,
                      std::string(text_.substr(expr->args[0]->span.begin, expr->args[0]->span.end - expr->args[0]->span.begin))});
  }
  for (const ExprPtr& arg : expr->args) expression(arg);
  keys(expr->keys);
}

void Spots::let(const syntax::Let& let) {
  expression(let.value);
  for (const syntax::Case& one : let.cases) {
    expression(one.gives);
    expression(one.when);
  }
}

void Spots::steps(const std::vector<syntax::Step>& steps) {
  for (const syntax::Step& step : steps) {
    expression(step.when);
    keys(step.keys);
  }
}

void Spots::population(const syntax::Population& population) {
  expression(population.base);
  steps(population.steps);
}

void Spots::breakdowns(const std::vector<syntax::Breakdown>& breakdowns) {
  for (const syntax::Breakdown& breakdown : breakdowns) {
    for (const syntax::Dimension& dimension : breakdown.dimensions) {
      expression(dimension.value);
      expression(dimension.each_of);
    }
    if (breakdown.dimensions.size() < 2) continue;
    for (const syntax::Dimension& kept : breakdown.dimensions) {
      const source::Span all{kept.span.file, breakdown.dimensions.front().span.begin,
                             breakdown.dimensions.back().span.end};
      offer(all, kept.span);
    }
  }
}

void Spots::body(const syntax::MeasureBody& body) {
  for (const syntax::Let& one : body.lets) let(one);
  for (const syntax::Episodes& episodes : body.episodes) {
    expression(episodes.from);
    for (const auto* conditions : {&episodes.begin_when, &episodes.join_while, &episodes.stop_before}) {
      for (const ExprPtr& condition : *conditions) expression(condition);
    }
    for (const syntax::Let& one : episodes.lets) let(one);
  }
  for (const syntax::Population& one : body.populations) population(one);
  if (body.denominator) expression(body.denominator->where);
  if (body.numerator) {
    if (body.numerator->those) expression(body.numerator->those->where);
    expression(body.numerator->quantity);
  }
  if (body.over) expression(body.over->what);
  expression(body.mean_of);
  expression(body.median_of);
  expression(body.result);
  breakdowns(body.breakdowns);
  steps(body.steps);
}

void Spots::tree(const syntax::Tree& tree) {
  for (const syntax::Collection& collection : tree.collections) {
    for (const syntax::Let& one : collection.lets) let(one);
    steps(collection.steps);
  }
  for (const syntax::Measure& measure : tree.measures) {
    body(measure.body);
    for (const syntax::Part& part : measure.parts) body(part.body);
  }
}

std::vector<Edit> Spots::take() {
  std::stable_sort(edits_.begin(), edits_.end(), [](const Edit& a, const Edit& b) {
    return a.end - a.begin - a.text.size() > b.end - b.begin - b.text.size();
  });
  return std::move(edits_);
}

}  // namespace

std::vector<Edit> smaller_expressions(const Compiled& compiled) {
  if (compiled.tree() == nullptr) return {};
  Spots spots(compiled.sources().file(compiled.tree()->file).text());
  spots.tree(*compiled.tree());
  return spots.take();
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream from(text);
  for (std::string line; std::getline(from, line);) lines.push_back(line);
  return lines;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

int braces_in(const std::string& line) {
  int depth = 0;
  bool in_text = false;
  for (const char c : line) {
    if (c == '"') in_text = !in_text;
    if (!in_text && c == '{') ++depth;
    if (!in_text && c == '}') --depth;
  }
  return depth;
}

}  // namespace assize::agree
