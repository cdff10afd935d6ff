// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/reproduce/judge.h"

#include <algorithm>
#include <array>
#include <initializer_list>

#include "runtime/statistics/exact.h"

namespace assize::reproduce {
namespace {

/// A published outcome next to what its parts give.
class Comparison {
 public:
  Comparison(const Figure& figure, const Rule& rule)
      : rule_(rule),
        outcome_(figure.outcome.number),
        numerator_(figure.numerator.number),
        denominator_(figure.denominator.number),
        decimals_(std::max(rule.decimals(), figure.outcome.decimals)),
        shows_more_(figure.outcome.decimals > rule.decimals()) {}

  bool has_denominator() const { return denominator_ > 0; }
  mpq_class exact() const { return numerator_ / denominator_ * rule_.factor(); }

  bool is_equal() const {
    if (!shows_more_) return rule_.rounded(exact()) == outcome_;
    // Published with more decimals than the edition shows: then all of them must be right, as far
    // as binary numbers carry them.
    const mpq_class apart = abs(exact() - outcome_);
    return statistics::rounded(exact(), decimals_) == outcome_ ||
           apart * 1000000000 <= abs(exact());
  }

  /// Whether some numerator and denominator that were rounded to these two give the outcome.
  bool is_within(const mpq_class& half_numerator, const mpq_class& half_denominator) const {
    if (denominator_ + half_denominator <= 0) return false;
    const mpq_class half = unit() / 2;
    const mpq_class from = std::max(mpq_class(numerator_ - half_numerator), mpq_class(0));
    const mpq_class to = numerator_ + half_numerator;
    const mpq_class least = from / (denominator_ + half_denominator) * rule_.factor();
    if (least > outcome_ + half) return false;
    const mpq_class below = denominator_ - half_denominator;
    return below <= 0 || to / below * rule_.factor() >= outcome_ - half;
  }

  bool is_rounded_twice() const {
    for (int more = 1; more <= 2; ++more) {
      const mpq_class once = statistics::rounded(exact(), rule_.decimals() + more);
      if (statistics::rounded(once, rule_.decimals()) == outcome_) return true;
    }
    return false;
  }

  bool is_tie_rounded_down() const { return exact() - outcome_ == unit() / 2; }

  /// A mistake that is often made: the two parts in each other's place.
  bool is_upside_down() const {
    return numerator_ > 0 && rule_.rounded(denominator_ / numerator_ * rule_.factor()) == outcome_;
  }

 private:
  mpq_class unit() const {
    mpz_class below = 1;
    for (int i = 0; i < decimals_; ++i) below *= 10;
    return mpq_class(1, below);
  }

  const Rule& rule_;
  mpq_class outcome_;
  mpq_class numerator_;
  mpq_class denominator_;
  int decimals_;
  bool shows_more_;
};

bool has(const Figure& figure, Shown::Kind kind) {
  return figure.outcome.kind == kind || figure.numerator.kind == kind ||
         figure.denominator.kind == kind;
}

bool is_nothing(const Shown& shown) {
  return shown.kind == Shown::Kind::kAbsent || shown.kind == Shown::Kind::kBlank ||
         shown.kind == Shown::Kind::kNotAvailable || shown.kind == Shown::Kind::kNotApplicable;
}

Judgement of(Verdict verdict, std::string why) { return {verdict, std::nullopt, std::move(why)}; }

// Where the published cells alone say that there is nothing to make again.
std::optional<Judgement> without_all_three(const Figure& figure) {
  for (const Shown* cell : {&figure.outcome, &figure.numerator, &figure.denominator}) {
    if (cell->kind == Shown::Kind::kUnreadable) {
      return of(Verdict::kNotUnderstood,
                "`" + cell->text + "` is neither a figure nor a known symbol");
    }
  }
  if (has(figure, Shown::Kind::kWithheld)) {
    return of(Verdict::kWithheld, figure.outcome.is_number() ? "its parts are withheld"
                                  : figure.outcome.kind == Shown::Kind::kWithheld
                                      ? "withheld"
                                      : "a part is withheld, and there is no outcome");
  }
  const bool has_numerator = figure.numerator.is_number();
  const bool has_denominator = figure.denominator.is_number();
  if (!figure.outcome.is_number()) {
    if (has_numerator && has_denominator && figure.denominator.number == 0) {
      return of(Verdict::kNotAvailable, "nothing to divide by");
    }
    const std::string shown = kind_words(figure.outcome.kind);
    if (has_numerator && has_denominator) {
      return of(Verdict::kNotAvailable,
                "the outcome is " + shown + ", though both parts are there");
    }
    return of(Verdict::kNotAvailable, "the outcome is " + shown);
  }
  if (has_numerator && has_denominator) return std::nullopt;
  std::string why = is_nothing(figure.numerator) && is_nothing(figure.denominator)
                        ? "published without its parts"
                        : "published with one part alone";
  if (figure.outcome.kind == Shown::Kind::kTwoNumbers) {
    why += "; in brackets, the figure by the method before";
  }
  return of(Verdict::kOutcomeAlone, why);
}

std::string number_text(const mpq_class& number) {
  const auto rational = statistics::as_rational(number);
  return rational ? rational->to_text() : number.get_str();
}

std::string parts_text(const Figure& figure) {
  return figure.numerator.text + " of " + figure.denominator.text;
}

std::string decimals_text(const mpq_class& value, int decimals) {
  const auto rational = statistics::as_rational(value);
  return rational ? rational->rounded(decimals).to_text(decimals) : number_text(value);
}

Verdict verdict_of(Rounding rounding) {
  if (rounding == Rounding::kTo10) return Verdict::kRoundedTo10;
  return rounding == Rounding::kTo5 ? Verdict::kRoundedTo5 : Verdict::kRoundedTo1;
}

// The least rounding of the parts that explains it: of one of them, else of both.
std::optional<Judgement> within_rounding(const Comparison& comparison,
                                         const RoundingOfParts& rounding) {
  struct Try {
    Rounding numerator;
    Rounding denominator;
    const char* which;
  };
  const std::array tries{Try{rounding.numerator, Rounding::kNone, "its numerator"},
                         Try{Rounding::kNone, rounding.denominator, "its denominator"},
                         Try{rounding.numerator, rounding.denominator, "its parts"}};
  for (const Try& each : tries) {
    if (each.numerator == Rounding::kNone && each.denominator == Rounding::kNone) continue;
    if (!comparison.is_within(half_of(each.numerator), half_of(each.denominator))) continue;
    const Rounding coarsest = std::max(each.numerator, each.denominator);
    return of(verdict_of(coarsest), "within the rounding of " + std::string(each.which) + " to " +
                                        rounding_text(coarsest));
  }
  return std::nullopt;
}

Judgement compare(const Figure& figure, const Rule& rule, const RoundingOfParts& rounding) {
  const Comparison comparison(figure, rule);
  if (!comparison.has_denominator()) {
    // A denominator that was rounded to 0 may have been 1 or 2.
    if (auto near = within_rounding(comparison, rounding)) return *std::move(near);
    return of(Verdict::kWrong,
              "published as " + figure.outcome.text + ", with nothing to divide by");
  }
  Judgement made;
  made.recomputed = rule.rounded(comparison.exact());
  if (comparison.is_equal()) {
    made.verdict = Verdict::kEqual;
    if (rule.part->show.unit == check::Show::Unit::kPercent && comparison.exact() > 100) {
      made.why = "above 100, and so its parts say";
    }
    return made;
  }
  if (auto near = within_rounding(comparison, rounding)) {
    near->recomputed = made.recomputed;
    return *std::move(near);
  }
  const std::string gives =
      parts_text(figure) + " gives " + decimals_text(comparison.exact(), rule.decimals() + 3);
  if (comparison.is_rounded_twice()) {
    made.verdict = Verdict::kRoundedTwice;
    made.why = gives + ", rounded to more decimals before";
  } else if (comparison.is_tie_rounded_down()) {
    made.verdict = Verdict::kTieDown;
    made.why = gives + " exactly, a tie that was rounded down";
  } else {
    made.verdict = Verdict::kWrong;
    made.why = parts_text(figure) + " gives " + decimals_text(*made.recomputed, rule.decimals()) +
               ", published is " + figure.outcome.text;
    if (comparison.is_upside_down()) made.why += ": the two parts stand in each other's place";
  }
  return made;
}

}  // namespace

std::string_view verdict_words(Verdict verdict) {
  switch (verdict) {
    case Verdict::kEqual:
      return "equal";
    case Verdict::kRoundedTo1:
      return "to 1";
    case Verdict::kRoundedTo5:
      return "to 5";
    case Verdict::kRoundedTo10:
      return "to 10";
    case Verdict::kRoundedTwice:
      return "rounded twice";
    case Verdict::kTieDown:
      return "tie down";
    case Verdict::kWithheld:
      return "withheld";
    case Verdict::kNotAvailable:
      return "no figure";
    case Verdict::kOutcomeAlone:
      return "outcome alone";
    case Verdict::kOtherYear:
      return "other year";
    case Verdict::kWithinShares:
      return "to 0.1";
    case Verdict::kAnswersAlone:
      return "answers alone";
    case Verdict::kWrong:
      return "wrong";
    case Verdict::kNotOfTheEdition:
      return "no such code";
    case Verdict::kNotUnderstood:
      break;
  }
  return "not understood";
}

bool is_finding(Verdict verdict) {
  return verdict == Verdict::kWrong || verdict == Verdict::kNotOfTheEdition ||
         verdict == Verdict::kNotUnderstood;
}

Judgement judge(const Figure& figure, const Rule* rule, const RoundingOfParts& rounding) {
  auto early = without_all_three(figure);
  if (rule == nullptr && figure.outcome.is_number()) {
    return of(Verdict::kNotOfTheEdition, "the edition has no such code");
  }
  if (early) return *std::move(early);
  return compare(figure, *rule, rounding);
}

}  // namespace assize::reproduce
