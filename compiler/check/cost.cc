// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#include "compiler/check/cost.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "compiler/check/errors.h"
#include "compiler/check/text_size.h"

namespace assize::check {
namespace {

// Sums stay far below what 64 bits hold: nothing is added to a size once it is over the limit.
constexpr std::int64_t kTooLarge = kMostParts + 1;

bool is_date_test(const Expr& expr) {
  switch (expr.op) {
    case Op::kOverlaps:
    case Op::kInside:
    case Op::kWithin: return true;
    case Op::kIs:
    case Op::kInRange:
    case Op::kLess:
    case Op::kLessOrEqual:
    case Op::kMore:
    case Op::kMoreOrEqual: return is_date_like(expr.args[0]->type);
    default: return false;
  }
}

// What asks each record of a set something: the question is asked again for every record further out.
bool asks_records(const Expr& expr) {
  switch (expr.op) {
    case Op::kWhere:
    case Op::kWith:
    case Op::kExtreme:
    case Op::kBest:
    case Op::kThe:
    case Op::kTotal:
    case Op::kCountDifferent: return true;
    default: return false;
  }
}

class Cost {
 public:
  explicit Cost(Site& site) : site_(site) {}

  bool costs_the_square() const { return square_; }

  void let(const Let& let) {
    for_each_of(let, [&](const Expr& expr) { look_at(expr); });
    if (of(let).size < kTooLarge || is_refused_) return;
    is_refused_ = true;  // those that use it would be refused for the same
    site_.sink.add(diagnostics::diagnose(let.span, errors::expands_too_far, "`" + let.name + "`",
                                         "with the lets it uses more than 10,000", "10,000"));
  }

  void expression(const ExprPtr& expr) {
    if (!expr) return;
    if (size_of(*expr) >= kTooLarge && !is_refused_) {
      is_refused_ = true;
      site_.sink.add(diagnostics::diagnose(expr->span, errors::expands_too_far, "this expression",
                                           "with the lets it uses more than 10,000", "10,000"));
    }
    look_at(*expr);
  }

  void steps(const std::vector<Step>& steps) {
    for (const Step& step : steps) {
      expression(step.when);
      for (const Key& key : step.keys) expression(key.value);
    }
  }

  void those(const std::optional<Those>& those) {
    if (those) expression(those->where);
  }

  void breakdowns(const std::vector<Breakdown>& breakdowns, Span at) {
    for (const Breakdown& breakdown : breakdowns) {
      std::int64_t groups = 1;
      for (const Dimension& dimension : breakdown.dimensions) {
        const auto bands = static_cast<std::int64_t>(dimension.bands.size()) + 2;  // rest and total
        groups = std::min<std::int64_t>(groups, kMostGroups + 1) * bands;
        expression(dimension.value);
        expression(dimension.each_of);
      }
      if (groups <= kMostGroups) continue;
      site_.sink.add(diagnostics::diagnose(at, errors::too_many, "more groups of one split or tabulation",
                                           "10,000"));
    }
  }

 private:
  struct Known {
    std::int64_t size = 1;  // parts, with those of the lets it uses
    int depth = 0;          // of `where`s, if it is asked for each record
  };

  template <class Look>
  static void for_each_of(const Let& let, const Look& look) {
    if (let.value) look(*let.value);
    for (const Case& item : let.cases) {
      if (item.when) look(*item.when);
      if (item.gives) look(*item.gives);
    }
  }

  // Lets rest on few others in a row (`kLongestChain`), so that this comes to its end soon.
  const Known& of(const Let& let) {
    if (const auto found = lets_.find(&let); found != lets_.end()) return found->second;
    Known made;
    for_each_of(let, [&](const Expr& expr) {
      made.size = std::min(kTooLarge, made.size + size_of(expr));
      made.depth = std::max(made.depth, depth_of(expr));
    });
    // What a let of the file or the unit holds is there before a filter asks for it.
    if (let.of != Let::Of::kRecord) made.depth = 0;
    return lets_.emplace(&let, made).first->second;
  }

  std::int64_t size_of(const Expr& expr) {
    std::int64_t size = 1;
    if (expr.let) size += of(*expr.let).size;
    for (const ExprPtr& arg : expr.args) {
      if (arg && size < kTooLarge) size += size_of(*arg);
    }
    for (const Key& key : expr.keys) {
      if (key.value && size < kTooLarge) size += size_of(*key.value);
    }
    return std::min(size, kTooLarge);
  }

  // How many `where`s stand one inside the condition of another.
  int depth_of(const Expr& expr) {
    int depth = 0;
    if (expr.op == Op::kLet && expr.variable) depth = of(*expr.let).depth;
    for (std::size_t at = 0; at < expr.args.size(); ++at) {
      if (!expr.args[at]) continue;
      const bool is_condition = expr.op == Op::kWhere && at == 1;
      const int inner = depth_of(*expr.args[at]) + (is_condition ? 1 : 0);
      depth = std::max(depth, inner);
      if (is_condition && inner == kDeepestWhere + 1 && !is_too_deep_) {
        is_too_deep_ = true;
        site_.sink.add(diagnostics::diagnose(expr.span, errors::where_too_deep,
                                             std::to_string(kDeepestWhere)));
      }
    }
    for (const Key& key : expr.keys) {
      if (key.value) depth = std::max(depth, depth_of(*key.value));
    }
    return depth;
  }

  // Looks for sets that are gone through once for every record further out.
  void look_at(const Expr& expr) {
    static_cast<void>(depth_of(expr));
    find_squares(expr);
  }

  void find_squares(const Expr& expr) {
    if (asks_records(expr)) {
      std::vector<const Variable*> own{expr.variable};
      const Expr* culprit = nullptr;
      if (expr.args.size() > 1 && expr.args[1]) culprit = tied_by_more_than_dates(*expr.args[1], own);
      for (const Key& key : expr.keys) {
        if (!culprit && key.value) culprit = tied_by_more_than_dates(*key.value, own);
      }
      if (culprit) report_square(expr, *culprit);
    }
    for (const ExprPtr& arg : expr.args) {
      if (arg) find_squares(*arg);
    }
    for (const Key& key : expr.keys) {
      if (key.value) find_squares(*key.value);
    }
  }

  // Gives the mention of a record further out that is no comparison on dates; null if there is none.
  const Expr* tied_by_more_than_dates(const Expr& expr, std::vector<const Variable*>& own) const {
    if (is_date_test(expr)) return nullptr;
    const bool of_record = expr.variable && expr.variable->subject.what != Subject::What::kFile;
    const bool is_own = std::find(own.begin(), own.end(), expr.variable) != own.end();
    if (of_record && !is_own && !asks_records(expr)) return &expr;
    const bool of_unit = (expr.op == Op::kLet || expr.op == Op::kStepOf) && expr.let &&
                         (expr.let->of == Let::Of::kUnit || expr.let->mentions_unit);
    if (of_unit) return &expr;
    const bool binds = asks_records(expr);
    if (binds) own.push_back(expr.variable);
    const Expr* found = nullptr;
    for (const ExprPtr& arg : expr.args) {
      if (arg && !found) found = tied_by_more_than_dates(*arg, own);
    }
    for (const Key& key : expr.keys) {
      if (key.value && !found) found = tied_by_more_than_dates(*key.value, own);
    }
    if (binds) own.pop_back();
    return found;
  }

  void report_square(const Expr& set, const Expr& culprit) {
    square_ = true;
    site_.sink.add(diagnostics::diagnose(culprit.span, errors::costs_the_square,
                                         "`" + written(site_, culprit.span) + "`")
                       .label(set.span, "for every record, this set is gone through again"));
  }

  Site& site_;
  std::map<const Let*, Known> lets_;
  bool is_refused_ = false;
  bool is_too_deep_ = false;
  bool square_ = false;
};

}  // namespace

void check_cost(Site& site, Measure& measure) {
  Cost cost(site);
  for (const Collection* collection : measure.from) {
    measure.costs_the_square = measure.costs_the_square || collection->costs_the_square;
  }
  for (const auto& let : measure.lets) cost.let(*let);
  for (const auto& episodes : measure.episodes) {
    cost.expression(episodes->from);
    cost.expression(episodes->begin_when);
    cost.expression(episodes->join_while);
    cost.expression(episodes->stop_before);
    for (const auto& let : episodes->lets) cost.let(*let);
  }
  for (const auto& population : measure.named_populations) {
    cost.expression(population->base);
    cost.steps(population->steps);
  }
  cost.expression(measure.base);
  cost.steps(measure.steps);
  for (const Part& part : measure.parts) {
    cost.steps(part.steps);
    cost.those(part.denominator);
    cost.those(part.numerator);
    cost.expression(part.numerator_quantity);
    cost.expression(part.over);
    cost.expression(part.of);
    cost.breakdowns(part.splits, part.span);
    cost.breakdowns(part.tabulations, part.span);
  }
  measure.costs_the_square = measure.costs_the_square || cost.costs_the_square();
}

void check_cost(Site& site, Collection& collection) {
  Cost cost(site);
  for (const auto& let : collection.lets) cost.let(*let);
  cost.expression(collection.stands_for);
  cost.steps(collection.steps);
  collection.costs_the_square = cost.costs_the_square();
}

}  // namespace assize::check
