// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

// Cases and rows that no input reaches (language, 3.6): W0303. What conditions ask is taken apart into
// questions, a code or a yes or no each; every combination of answers is gone through, as far as they are
// few. Questions of other kinds (ages, days, sets) are taken for independent, so that nothing is called out
// of reach that is not.

#include <algorithm>
#include <map>
#include <utility>

#include "compiler/check/errors.h"
#include "compiler/check/site.h"

namespace assize::check {
namespace {

enum class Truth : std::uint8_t { kNo, kYes, kUnknown };

constexpr int kUnknownAnswer = -1;
constexpr int kNoneAnswer = -2;
constexpr std::size_t kMostLooks = 4'000'000;  // combinations times tests

Truth negated(Truth truth) {
  if (truth == Truth::kUnknown) return truth;
  return truth == Truth::kYes ? Truth::kNo : Truth::kYes;
}

Truth of(bool yes) { return yes ? Truth::kYes : Truth::kNo; }

/// One thing that conditions ask of, and the answers it can have.
struct Question {
  std::vector<int> answers;
  std::vector<const Expr*> tests;
};

class Reach {
 public:
  explicit Reach(const Let& let) : let_(let) {
    for (const Case& item : let.cases) {
      if (item.when) gather(*item.when);
      if (!item.when && item.name != "otherwise" && item.gives->type.may_be_unknown) {
        ask("known " + shape_of(*item.gives), {0, 1}, nullptr);
      }
    }
    for (Question& question : questions_) keep_different(question);
  }

  bool is_small() const {
    std::size_t looks = tests_ + let_.cases.size();
    for (const Question& question : questions_) {
      looks *= question.answers.size();
      if (looks > kMostLooks) return false;
    }
    return true;
  }

  /// Says of each case whether some combination of answers comes to it.
  std::vector<bool> reached() {
    std::vector<bool> found(let_.cases.size(), false);
    std::vector<std::size_t> turn(questions_.size(), 0);
    answers_.assign(questions_.size(), 0);
    while (true) {
      for (std::size_t at = 0; at < turn.size(); ++at) answers_[at] = questions_[at].answers[turn[at]];
      for (std::size_t at = 0; at < let_.cases.size(); ++at) {
        if (!holds(let_.cases[at])) continue;
        found[at] = true;
        break;
      }
      std::size_t next = turn.size();
      while (next > 0 && ++turn[next - 1] == questions_[next - 1].answers.size()) turn[--next] = 0;
      if (next == 0) return found;
    }
  }

 private:
  void ask(const std::string& name, std::vector<int> answers, const Expr* test) {
    const auto [found, is_new] = index_.emplace(name, questions_.size());
    if (is_new) questions_.emplace_back();
    if (test) questions_[found->second].tests.push_back(test);
    std::vector<int>& known = questions_[found->second].answers;
    for (const int answer : answers) {
      if (std::find(known.begin(), known.end(), answer) == known.end()) known.push_back(answer);
    }
  }

  // Of answers that no test tells apart, one is enough.
  void keep_different(Question& question) const {
    if (question.tests.empty()) return;
    std::map<std::vector<Truth>, int> different;
    for (const int answer : question.answers) {
      std::vector<Truth> truths;
      for (const Expr* asked : question.tests) truths.push_back(test(*asked, answer));
      different.emplace(std::move(truths), answer);
    }
    question.answers.clear();
    for (const auto& [truths, answer] : different) question.answers.push_back(answer);
  }

  // A code of a list and the same code in a wider list are numbered differently.
  static std::string name_of(const Expr& subject) {
    return *key_of(subject) + (subject.type.list ? " of " + subject.type.list->name : "");
  }

  // What can be known of a code, or of a yes or no.
  static std::vector<int> answers_of(const Type& type) {
    std::vector<int> answers;
    if (type.base == Base::kBool) answers = {0, 1};
    for (std::size_t at = 0; type.list && at < type.list->values.size(); ++at) {
      if (!type.list->values[at].is_unknown) answers.push_back(static_cast<int>(at));
    }
    if (type.may_be_unknown) answers.push_back(kUnknownAnswer);
    if (type.may_be_none) answers.push_back(kNoneAnswer);
    return answers;
  }

  static bool is_code_or_answer(const Expr& expr) {
    const bool small = expr.type.base == Base::kCode || expr.type.base == Base::kBool;
    return small && key_of(expr).has_value();
  }

  // The subject of a test that its answers decide; null for any other expression.
  static const Expr* subject_of(const Expr& expr) {
    switch (expr.op) {
      case Op::kInGroup:
      case Op::kIsKnown:
      case Op::kIsNone: return is_code_or_answer(*expr.args[0]) ? expr.args[0].get() : nullptr;
      case Op::kIs: {
        const bool plain = expr.args[1]->op == Op::kConst && expr.args[1]->value.is_known();
        return plain && is_code_or_answer(*expr.args[0]) ? expr.args[0].get() : nullptr;
      }
      default: return is_code_or_answer(expr) ? &expr : nullptr;
    }
  }

  void gather(const Expr& expr) {
    ++tests_;
    if (expr.op == Op::kNot || expr.op == Op::kAnd || expr.op == Op::kOr) {
      for (const ExprPtr& arg : expr.args) gather(*arg);
      return;
    }
    if (expr.op == Op::kConst) return;
    if (const Expr* subject = subject_of(expr)) {
      ask(name_of(*subject), answers_of(subject->type), &expr);
      return;
    }
    std::vector<int> answers{0, 1};
    if (expr.type.may_be_unknown) answers.push_back(kUnknownAnswer);
    ask(shape_of(expr), answers, nullptr);
  }

  int answer(const std::string& name) const { return answers_[index_.at(name)]; }

  static Truth truth_of(int answer) {
    return answer == kUnknownAnswer ? Truth::kUnknown : of(answer == 1);
  }

  Truth test(const Expr& expr, int answer) const {
    switch (expr.op) {
      case Op::kIsKnown: return of(answer != kUnknownAnswer);
      case Op::kIsNone: return of(answer == kNoneAnswer);
      default: break;
    }
    if (answer == kUnknownAnswer) return Truth::kUnknown;
    if (answer == kNoneAnswer) return Truth::kNo;
    if (expr.op == Op::kInGroup) return of(expr.members[static_cast<std::size_t>(answer)]);
    if (expr.op == Op::kIs) return of(expr.args[1]->value.whole == answer);
    return truth_of(answer);
  }

  Truth value_of(const Expr& expr) const {
    switch (expr.op) {
      case Op::kNot: return negated(value_of(*expr.args[0]));
      case Op::kConst: return expr.value.is_known() ? of(expr.value.whole != 0) : Truth::kUnknown;
      case Op::kAnd:
      case Op::kOr: {
        const Truth decides = expr.op == Op::kAnd ? Truth::kNo : Truth::kYes;
        Truth all = negated(decides);
        for (const ExprPtr& arg : expr.args) {
          const Truth one = value_of(*arg);
          if (one == decides) return decides;
          if (one == Truth::kUnknown) all = Truth::kUnknown;
        }
        return all;
      }
      default: break;
    }
    if (const Expr* subject = subject_of(expr)) return test(expr, answer(name_of(*subject)));
    return truth_of(answer(shape_of(expr)));
  }

  bool holds(const Case& item) const {
    if (item.when) return value_of(*item.when) == Truth::kYes;
    if (item.name == "otherwise" || !item.gives->type.may_be_unknown) return true;
    return answer("known " + shape_of(*item.gives)) == 1;
  }

  const Let& let_;
  std::map<std::string, std::size_t> index_;
  std::vector<Question> questions_;
  std::vector<int> answers_;
  std::size_t tests_ = 0;
};

}  // namespace

void check_reach(Site& site, const Let& let) {
  Reach reach(let);
  if (!reach.is_small()) return;
  const std::vector<bool> reached = reach.reached();
  for (std::size_t at = 0; at + 1 < let.cases.size(); ++at) {  // `otherwise` is always written
    if (reached[at]) continue;
    const Case& item = let.cases[at];
    const bool is_row = item.name.find_first_not_of("0123456789") == std::string::npos;
    site.sink.add(diagnostics::diagnose(item.span, errors::never_reached,
                                        (is_row ? "row " : "case `") + item.name + (is_row ? "" : "`"),
                                        let.name));
  }
}

}  // namespace assize::check
