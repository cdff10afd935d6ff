// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

// What a measure and its parts compute (language, 4.2 and 4.3). A part shares everything above it.

#include <utility>

#include "compiler/check/errors.h"
#include "compiler/check/site.h"

namespace assize::check {
namespace {

CountPolicy policy_of(syntax::CountPolicy policy) {
  switch (policy) {
    case syntax::CountPolicy::kCount:
      return CountPolicy::kCount;
    case syntax::CountPolicy::kDoNotCount:
      return CountPolicy::kDoNotCount;
    case syntax::CountPolicy::kStop:
      return CountPolicy::kStop;
    case syntax::CountPolicy::kNotSaid:
      return CountPolicy::kNothingToDecide;
  }
  return CountPolicy::kNothingToDecide;
}

std::optional<Those> check_those(Site& site, const Scope& scope, const syntax::Those& text) {
  Those made;
  made.where = check_condition(site, scope, *text.where);
  if (is_poison(made.where)) return std::nullopt;
  if (made.where->type.may_be_unknown) {
    if (text.policy == syntax::CountPolicy::kNotSaid) {
      const Expr* culprit = made.where.get();
      mentions(*made.where, [&](const Expr& inner) {
        const bool named = inner.op == Op::kField || inner.op == Op::kLet || inner.op == Op::kFact;
        if (!named || !inner.type.may_be_unknown) return false;
        culprit = &inner;
        return true;
      });
      const Span after{text.where->span.file, text.where->span.end, text.where->span.end};
      site.sink.add(
          diagnostics::diagnose(culprit->span, errors::unsettled_unknown,
                                "`" + written(site, culprit->span) + "`",
                                "Those of whom it is unknown would count, or not, without "
                                "a word.")
              .fix(diagnostics::Confidence::kMaybe, "they do not count",
                   {{after, ", if unknown do not count"}})
              .fix(diagnostics::Confidence::kMaybe, "they count", {{after, ", if unknown count"}}));
    }
    made.policy = policy_of(text.policy);
  } else if (text.policy != syntax::CountPolicy::kNotSaid) {
    site.sink.add(diagnostics::diagnose(text.policy_span, errors::nothing_to_decide,
                                        "`" + written(site, text.where->span) + "`"));
  }
  return made;
}

// The clause of the part, else that of the measure.
template <class T>
const T* inherited(const std::optional<T>& own, const std::optional<T>& above) {
  return own ? &*own : above ? &*above : nullptr;
}
const syntax::Expr* inherited(const syntax::ExprPtr& own, const syntax::ExprPtr& above) {
  return own ? own.get() : above.get();
}

}  // namespace

std::string unit_of_over(const Expr& over) {
  if (over.type.base != Base::kSet) return over.type.unit;
  const Subject& subject = over.type.subject;
  if (subject.what == Subject::What::kEpisode) return subject.episodes->name;
  return subject.collection->stands_for ? subject.collection->stands_for_unit
                                        : subject.collection->plural;
}

namespace {

void check_over(Site& site, const Scope& scope, const syntax::Over& text, Part& made) {
  Scope outside = scope;
  outside.under_test = nullptr;
  outside.all_allowed = true;
  if (text.what->kind == syntax::ExprKind::kAll || text.what->kind == syntax::ExprKind::kWhere ||
      text.what->kind == syntax::ExprKind::kTheir) {
    const Variable* record = nullptr;
    CheckedSet set = check_set_for(site, outside, *text.what, &record);
    if (!set.expr) return;
    made.over_record = record ? record : make_variable(site, set.name, set.expr->type.subject);
    made.over = std::move(set.expr);
  } else {
    made.over = check_value(site, outside, *text.what);
    if (is_poison(made.over)) return;
    if (made.over->type.base != Base::kSet && !is_numeric(made.over->type)) {
      site.sink.add(diagnostics::diagnose(text.what->span, errors::wrong_type,
                                          "`" + written(site, text.what->span) + "`",
                                          describe(made.over->type), "a set or a number"));
      return;
    }
    if (made.over->type.base == Base::kSet) {
      made.over_record = make_variable(site, "", made.over->type.subject);
    }
  }
  if (text.placed_by && made.over_record) {
    made.over_placed_by = check_path(site, outside.inside(made.over_record), *text.placed_by, {});
  }
}

bool names_a_count(const syntax::Path& path) {
  const std::string& last = path.names.back().text;
  return path.names.size() >= 2 &&
         (last == "denominator" || last == "numerator" || last == "population");
}

const syntax::Expr& without_brackets(const syntax::Expr& text) {
  return text.kind == syntax::ExprKind::kBrackets ? without_brackets(*text.args[0]) : text;
}

bool is_set_text(const syntax::Expr& text) {
  using syntax::ExprKind;
  return text.kind == ExprKind::kTheir || text.kind == ExprKind::kAll || text.kind == ExprKind::kWhere ||
         text.kind == ExprKind::kWith;
}

// `numerator people where …`, `numerator their stays where …`, `numerator number of (…)` beside a population: a
// count of its own, where a share narrows its denominator.
bool refuse_count_outside(Site& site, const syntax::Expr& quantity) {
  using syntax::ExprKind;
  if (!site.measure->unit_is_file && !site.unit) return false;
  const syntax::Expr& text = without_brackets(quantity);
  const bool counts = text.kind == ExprKind::kNumberOf;
  const syntax::Expr& set = counts ? without_brackets(*text.args[0]) : text;
  const bool of_people = set.kind == ExprKind::kWhere && set.args[0]->kind == ExprKind::kPath &&
                         set.args[0]->path.names.front().text == "people";
  if (!counts && !is_set_text(set)) return false;
  const std::string what = written(site, set.span);
  auto error = diagnostics::diagnose(
      quantity.span, errors::numerator_outside, of_people ? "people of its own" : "`" + what + "`",
      "Somebody could be above the line who is not below it, and the share come out above 100 %.");
  const std::string narrowed =
      of_people ? "those where " + written(site, set.args[1]->span) : "those where any (" + what + ")";
  error.fix(diagnostics::Confidence::kMaybe, "narrow the denominator", {{quantity.span, narrowed}});
  error.note("a rate sets unlike things against each other: it says what it is `over`");
  site.sink.add(std::move(error));
  return true;
}

void check_shape(Site& site, Scope& scope, const syntax::MeasureBody& own,
                 const syntax::Measure& measure, Span at, Part& made) {
  const syntax::MeasureBody& above = measure.body;
  if (const auto* denominator = inherited(own.denominator, above.denominator)) {
    made.denominator = check_those(site, scope, *denominator);
    if (made.denominator && made.denominator->policy != CountPolicy::kCount) {
      learn(*made.denominator->where, true, scope.known);
    }
  }
  const auto* numerator = inherited(own.numerator, above.numerator);
  if (numerator && numerator->those) {
    made.numerator = check_those(site, scope, *numerator->those);
  } else if (numerator && numerator->quantity) {
    const syntax::Expr& text = *numerator->quantity;
    const bool is_rate = own.over || above.over;
    if (!is_rate && refuse_count_outside(site, text)) return;
    if (text.kind == syntax::ExprKind::kPath && names_a_count(text.path)) {
      take_count(site, measure, text.path, made.numerator_from);
    } else {
      Scope outside = scope;
      outside.under_test = nullptr;
      made.numerator_quantity = check_value(site, outside, text);
      if (!is_poison(made.numerator_quantity) && !is_numeric(made.numerator_quantity->type)) {
        site.sink.add(diagnostics::diagnose(text.span, errors::wrong_type,
                                            "`" + written(site, text.span) + "`",
                                            describe(made.numerator_quantity->type), "a number"));
      }
    }
  }
  const auto* over = inherited(own.over, above.over);
  const auto* mean = inherited(own.mean_of, above.mean_of);
  const auto* median = inherited(own.median_of, above.median_of);
  const auto* result = inherited(own.result, above.result);
  const int ways = (over ? 1 : 0) + (mean ? 1 : 0) + (median ? 1 : 0) + (result ? 1 : 0);
  if (ways > 1 || (numerator && (mean || median || result))) {
    site.sink.add(
        diagnostics::diagnose(at, errors::clauses_clash,
                              "two ways of computing a figure stand beside each other: of "
                              "`numerator`, `over`, `mean of`, "
                              "`median of` and `result`, only `numerator` and `over` go together"));
    return;
  }
  if (over) {
    made.shape = Shape::kRate;
    if (over->what->kind == syntax::ExprKind::kPath && names_a_count(over->what->path)) {
      take_count(site, measure, over->what->path, made.over_from);
    } else {
      check_over(site, scope, *over, made);
    }
    if (!numerator && !site.unit && !site.measure->unit_is_file) {
      report_lacking(site, at, "what it counts (`numerator`)");
    }
    return;
  }
  if (mean || median) {
    made.shape = mean ? Shape::kMean : Shape::kMedian;
    const syntax::Expr& text = mean ? *mean : *median;
    made.of = check_value(site, scope, text);
    if (is_poison(made.of)) return;
    if (!is_numeric(made.of->type) && made.of->type.base != Base::kDays) {
      site.sink.add(diagnostics::diagnose(text.span, errors::wrong_type,
                                          "`" + written(site, text.span) + "`",
                                          describe(made.of->type), "a number"));
    } else if (made.of->type.may_be_unknown) {
      const auto value = written(site, text.span);
      site.sink.add(diagnostics::diagnose(text.span, errors::unknown_amount, "`" + value + "`")
                        .note("narrow the population first: `where " + value + " is known`"));
    }
    return;
  }
  if (result) {
    made.shape = Shape::kResult;
    Scope outside = scope;
    outside.under_test = nullptr;
    made.of = check_value(site, outside, *result);
    return;
  }
  made.shape = Shape::kShare;
  if (numerator && numerator->quantity) {
    report_lacking(site, numerator->span, "by what this numerator is divided (`over`)");
  }
  if (!numerator) {
    report_lacking(site, at, "what is computed (`numerator those where …`, `mean of …` or `result …`)");
  }
}

// Weights are of records of the sample, and there are estimates of shares and means alone.
void check_weighting(Site& site, Span at, const Part& part) {
  if (!site.measure->weighted) return;
  const Collection* sample = site.measure->from.front();
  const Subject* unit = site.unit ? &site.unit->subject : nullptr;
  if (!unit || unit->what != Subject::What::kRecord || unit->collection != sample) {
    site.sink.add(diagnostics::diagnose(
        at, errors::clauses_clash,
        "a weighted measure counts records of its sample: `population their " + sample->plural + " where …`"));
    return;
  }
  if (part.shape == Shape::kShare || part.shape == Shape::kMean) return;
  site.sink.add(diagnostics::diagnose(at, errors::clauses_clash,
                                      "a weighted sample gives shares and means: nothing else is estimated"));
}

void check_show_fits(Site& site, const syntax::Show& text, const Part& part) {
  const bool percent = part.show.unit == Show::Unit::kPercent;
  // Of counts that are borrowed it is asked once all measures are checked.
  if (part.shape == Shape::kRate && percent && part.over && part.numerator_from.part < 0) {
    const std::string below = unit_of_over(*part.over);
    const std::string above =
        part.numerator_quantity ? part.numerator_quantity->type.unit : site.measure->unit_noun;
    if (above != below) {
      site.sink.add(diagnostics::diagnose(
                        text.span, errors::unlike_units, above.empty() ? "a plain number" : above,
                        below.empty() ? "a plain number" : below, "shown as percent")
                        .fix(diagnostics::Confidence::kMaybe,
                             "a rate may set unlike things against "
                             "each other",
                             {{text.span, "show per 100_000 to 1 decimal"}}));
    }
  }
  if (part.shape == Shape::kShare && part.show.unit != Show::Unit::kPercent) {
    site.sink.add(diagnostics::diagnose(text.span, errors::clauses_clash,
                                        "a share of the denominator is shown as percent"));
  }
}

void check_part(Site& site, Scope scope, const syntax::Measure& measure, const syntax::Part* text) {
  static const syntax::MeasureBody kNothing;
  const syntax::MeasureBody& own = text ? text->body : kNothing;
  Part made;
  made.span = text ? text->span : measure.span;
  if (text) {
    made.name = text->name.text;
    if (text->code) made.code = text->code->text;
    if (text->label) made.label = text->label->value;
    for (const Span span : own.repeated) {
      site.sink.add(diagnostics::diagnose(span, errors::clause_twice));
    }
  } else {
    made.code = site.measure->code;
  }
  made.steps = check_steps(site, scope, own.steps, syntax::StepPolicy::kNotSaid);
  const Scope for_splits = [&] {
    Scope at_denominator = scope;
    return at_denominator;
  }();
  check_shape(site, scope, own, measure, text ? text->name.span : measure.name.span, made);
  check_weighting(site, text ? text->name.span : measure.name.span, made);
  const auto add_breakdowns = [&](const std::vector<syntax::Breakdown>& texts) {
    for (Breakdown& split : check_breakdowns(site, for_splits, texts, false)) {
      made.splits.push_back(std::move(split));
    }
    for (Breakdown& table : check_breakdowns(site, for_splits, texts, true)) {
      made.tabulations.push_back(std::move(table));
    }
  };
  add_breakdowns(measure.body.breakdowns);
  add_breakdowns(own.breakdowns);
  made.combine_by_mean_of_councils =
      own.combine_by_mean_of_councils || measure.body.combine_by_mean_of_councils;
  if (const auto* show = inherited(own.show, measure.body.show)) {
    made.show = check_show(site, *show);
    check_show_fits(site, *show, made);
  } else {
    report_lacking(site, text ? text->name.span : measure.name.span, "how it is shown (`show percent to 1 decimal, higher is "
                                        "better`)");
  }
  site.measure->parts.push_back(std::move(made));
}

}  // namespace

void check_parts(Site& site, const Scope& scope, const syntax::Measure& text) {
  if (!text.parts.empty()) {
    // Checked again for each part, with what its steps make known; here for the unit as a whole.
    // Its messages would be the parts' own, so they are not given twice.
    diagnostics::Sink unheard;
    Site whole(site.framework, unheard, site.sources);
    whole.damage = site.damage;
    whole.measure = site.measure;
    whole.from = site.from;
    whole.unit = site.unit;
    whole.base_knowledge = site.base_knowledge;
    whole.lets = site.lets;
    whole.episodes = site.episodes;
    whole.populations = site.populations;
    whole.parameters = site.parameters;
    whole.flags = site.flags;
    Scope at_denominator = scope;
    const syntax::MeasureBody& body = text.body;
    if (body.denominator) {
      site.measure->denominator = check_those(whole, at_denominator, *body.denominator);
      if (site.measure->denominator)
        learn(*site.measure->denominator->where, true, at_denominator.known);
    }
    if (body.numerator && body.numerator->those) {
      site.measure->numerator = check_those(whole, at_denominator, *body.numerator->those);
    }
  }
  if (text.parts.empty()) {
    check_part(site, scope, text, nullptr);
    return;
  }
  std::set<std::string> names;
  for (const syntax::Part& part : text.parts) {
    if (!names.insert(part.name.text).second) {
      site.sink.add(
          diagnostics::diagnose(part.name.span, errors::declared_twice, "part", part.name.text));
    }
    check_part(site, scope, text, &part);
  }
}

Show check_show(Site& site, const syntax::Show& text) {
  Show made;
  switch (text.unit) {
    case syntax::Show::Unit::kPercent:
      made.unit = Show::Unit::kPercent;
      break;
    case syntax::Show::Unit::kPer:
      made.unit = Show::Unit::kPer;
      break;
    case syntax::Show::Unit::kScore:
      made.unit = Show::Unit::kScore;
      break;
    case syntax::Show::Unit::kDays:
      made.unit = Show::Unit::kDays;
      break;
    case syntax::Show::Unit::kNumber:
      made.unit = Show::Unit::kNumber;
      break;
  }
  if (text.unit == syntax::Show::Unit::kPer) {
    const auto per = Rational::parse(text.per);
    made.per = per ? per->floor() : 100;
  }
  made.decimals = text.decimals;
  for (const int decimals : made.decimals) {
    if (decimals > 9) {
      site.sink.add(diagnostics::diagnose(text.span, errors::wrong_type, "this many decimals",
                                          "more than can be shown", "at most 9"));
    }
  }
  if (text.half && text.rounded) {
    site.sink.add(diagnostics::diagnose(text.rounded->span, errors::clauses_clash,
                                        "`half even` and `rounded down` are two ways of rounding"));
  }
  if (text.half) {
    made.rounding = columns::Rounding::kHalfEven;
    if (text.half->text != "even") report_unknown_name(site, *text.half, "`even`", {"even"});
  }
  if (text.rounded) {
    made.rounding = columns::Rounding::kTowardsZero;
    if (text.rounded->text != "down") report_unknown_name(site, *text.rounded, "`down`", {"down"});
  }
  const std::string better = text.better ? text.better->text : "";
  if (better == "higher") made.better = Show::Better::kHigher;
  if (better == "lower") made.better = Show::Better::kLower;
  if (better == "neither") made.better = Show::Better::kNeither;
  if (made.better == Show::Better::kNotSaid) {
    report_lacking(site, text.span, "which way is better (`higher is better`, `lower is better` "
                                        "or `neither is better`)");
  }
  if (text.margin_of_error && !site.measure->weighted) {
    site.sink.add(diagnostics::diagnose(text.span, errors::clauses_clash,
                                        "a margin of error rests on a weighted sample"));
  }
  if (text.intervals && text.intervals->text != "wilson") {
    report_unknown_name(site, *text.intervals, "a kind of interval: `wilson`", {"wilson"});
  }
  if (text.intervals && (made.unit != Show::Unit::kPercent || site.measure->weighted)) {
    site.sink.add(
        diagnostics::diagnose(text.span, errors::clauses_clash,
                              "a Wilson interval rests on an unweighted share in percent"));
  }
  made.margin_of_error = text.margin_of_error;
  made.wilson_intervals = text.intervals.has_value();
  return made;
}

}  // namespace assize::check
