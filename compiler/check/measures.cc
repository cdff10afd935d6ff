// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

// Measures: what they read, their unit and population; parts.cc does what is computed.

#include <algorithm>
#include <utility>

#include "compiler/check/cost.h"
#include "compiler/check/errors.h"
#include "compiler/check/period.h"
#include "compiler/check/site.h"

namespace assize::check {
namespace {

void take_words(Site& site, const syntax::Measure& text, Measure& made) {
  for (const syntax::Doc& doc : text.body.docs) {
    switch (doc.kind) {
      case syntax::Doc::Kind::kTitle: made.title = doc.text.value; break;
      case syntax::Doc::Kind::kPurpose: made.purpose = doc.text.value; break;
      case syntax::Doc::Kind::kSource: made.source = doc.text.value; break;
      case syntax::Doc::Kind::kNote: made.notes.push_back(doc.text.value); break;
    }
  }
  const std::pair<const char*, const std::string*> needed[] = {
      {"title", &made.title}, {"purpose", &made.purpose}, {"source", &made.source}};
  for (const auto& [what, value] : needed) {
    if (value->empty()) {
      site.sink.add(
          diagnostics::diagnose(text.name.span, errors::words_missing, made.name, std::string(what)));
    }
  }
  if (text.body.kind) made.kind = text.body.kind->text;
  if (text.body.serves) {
    made.serves = text.body.serves->text;
    const auto& headings = site.framework.headings;
    const bool found = std::any_of(headings.begin(), headings.end(), [&](const Heading& heading) {
      return heading.name == made.serves;
    });
    if (!headings.empty() && !found) {
      auto error = diagnostics::diagnose(text.body.serves->span, errors::unknown_heading, made.name,
                                         made.serves);
      std::vector<std::string> names;
      for (const Heading& heading : headings) names.push_back(heading.name);
      for (const std::string& near : nearest_names(made.serves, names)) {
        error.fix(diagnostics::Confidence::kMaybe, "the nearest heading",
                  {{text.body.serves->span, near}});
      }
      site.sink.add(std::move(error));
    }
  }
}

void take_collections(Site& site, const syntax::Measure& text, Measure& made) {
  for (const syntax::Name& name : text.body.from) {
    if (const Collection* collection = site.framework.collection(name.text)) {
      made.from.push_back(collection);
      continue;
    }
    std::vector<std::string> names;
    for (const auto& collection : site.framework.collections) names.push_back(collection->name);
    report_unknown_name(site, name, "a collection", names);
  }
  using Weighting = syntax::MeasureBody::Weighting;
  const bool sampled = !made.from.empty() && made.from.front()->sample.has_value();
  made.weighted = text.body.weighting == Weighting::kWeighted;
  made.unweighted = text.body.weighting == Weighting::kUnweighted;
  if (made.weighted && !sampled) {
    site.sink.add(diagnostics::diagnose(text.body.from.front().span, errors::clauses_clash,
                                        "`weighted` needs a collection that says `sample by`"));
    made.weighted = false;
  }
  if (sampled && text.body.weighting == Weighting::kNotSaid) {
    report_lacking(site, text.body.from.front().span, "whether the sample is `weighted` or `unweighted`");
  }
  if (text.body.from.empty()) {
    report_lacking(site, text.name.span, "what it is made from (`from cld`)");
  }
}

void take_parameters(Site& site, const syntax::MeasureBody& body, Measure& made) {
  for (const syntax::Parameter& text : body.parameters) {
    auto parameter = make_parameter(site, text);
    if (!parameter) continue;
    site.parameters[parameter->name] = parameter.get();
    made.parameters.push_back(std::move(parameter));
  }
  for (const syntax::Flag& text : body.flags) {
    auto flag = make_flag(text);
    site.flags[flag->name] = flag.get();
    made.flags.push_back(std::move(flag));
  }
}

// Every declared name of a measure is one thing, and none bears the name of a field of its collections.
class Names {
 public:
  explicit Names(Site& site) : site_(site) {}

  bool declare(const syntax::Name& name, const std::string& what) {
    if (!seen_.insert(name.text).second) {
      site_.sink.add(diagnostics::diagnose(name.span, errors::declared_twice, what, name.text));
      return false;
    }
    if (site_.parameters.contains(name.text) || site_.flags.contains(name.text)) {
      site_.sink.add(diagnostics::diagnose(name.span, errors::two_things, name.text, "this " + what,
                                           "the parameter or flag of the edition"));
      return false;
    }
    for (const Collection* collection : site_.from) {
      if (collection->field(name.text)) {
        site_.sink.add(diagnostics::diagnose(name.span, errors::two_things, name.text, "this " + what,
                                             "the field of `" + collection->name + "`"));
        return false;
      }
      if (const Let* fact = collection->let(name.text)) {
        if (fact->of == Let::Of::kPerson) {
          site_.sink.add(diagnostics::diagnose(name.span, errors::two_things, name.text,
                                               "this " + what,
                                               "the person's fact of `" + collection->name + "`"));
          return false;
        }
      }
    }
    return true;
  }

 private:
  Site& site_;
  std::set<std::string> seen_;
};

}  // namespace

void declare_names(Site& site, const syntax::Measure& text) {
  Names names(site);
  for (const syntax::Parameter& parameter : text.body.parameters) {
    names.declare(parameter.name, "parameter");
  }
  for (const syntax::Flag& flag : text.body.flags) names.declare(flag.name, "flag");
  const auto declare_lets = [&](const syntax::MeasureBody& body) {
    for (const syntax::Let& let : body.lets) {
      // A name that was refused is known all the same, so that its uses are not mistakes too.
      const bool ok = names.declare(let.name, "let");
      const auto state = ok ? LetEntry::State::kWaiting : LetEntry::State::kDone;
      site.lets.try_emplace(let.name.text, LetEntry{&let, nullptr, state});
    }
    for (const syntax::Episodes& episodes : body.episodes) {
      if (names.declare(episodes.name, "name of episodes")) {
        site.episodes[episodes.name.text] = EpisodesEntry{&episodes, nullptr, {}};
      }
    }
    for (const syntax::Population& population : body.populations) {
      if (population.name && names.declare(*population.name, "population")) {
        site.populations[population.name->text] = PopulationEntry{&population, nullptr, {}};
      }
    }
  };
  declare_lets(text.body);
  for (const syntax::Part& part : text.parts) declare_lets(part.body);
}

namespace {

const syntax::Population* main_population(Site& site, const syntax::MeasureBody& body) {
  const syntax::Population* found = nullptr;
  for (const syntax::Population& population : body.populations) {
    if (population.name) continue;
    if (found) {
      site.sink.add(diagnostics::diagnose(population.span, errors::clause_twice));
      continue;
    }
    found = &population;
  }
  return found;
}

bool is_people(const syntax::Expr& text) {
  return text.kind == syntax::ExprKind::kPath && text.path.names.size() == 1 &&
         text.path.names.front().text == "people";
}

// Gives the scope in which steps, splits and counts of the measure stand.
std::optional<Scope> check_base(Site& site, const syntax::Population& text, Measure& made) {
  Scope scope;
  if (!text.base) {
    report_lacking(site, text.span, "whom its population is made of");
    return std::nullopt;
  }
  const bool narrowed = text.base->kind == syntax::ExprKind::kWhere;
  if (is_people(*text.base) || (narrowed && is_people(*text.base->args[0]))) {
    if (!site.main() || !site.main()->person_key) {
      site.sink.add(diagnostics::diagnose(text.base->span, errors::clauses_clash,
                                          "the main collection of `" + made.name +
                                              "` does not identify people"));
      return std::nullopt;
    }
    made.unit_is_file = true;
    made.unit_noun = "people";
    if (narrowed) {
      made.base = check_filter(site, scope, *text.base->args[1]);
      if (is_poison(made.base)) return std::nullopt;
      learn(*made.base, true, site.base_knowledge);
      site.base_knowledge.share();
    }
    scope.known = site.base_knowledge;
    return scope;
  }
  // The base's own condition may use lets of the unit, so the unit is known while it is checked.
  CheckedSet set = check_set_for(site, scope, *text.base, &site.unit);
  if (!set.expr) return std::nullopt;
  const Subject subject = set.expr->type.subject;
  if (!site.unit) site.unit = make_variable(site, set.name, subject);
  const Variable* unit = site.unit;
  made.unit_is_file = false;
  made.unit = unit;
  if (subject.what == Subject::What::kEpisode) {
    made.unit_noun = subject.episodes->name;
  } else {
    made.unit_noun = subject.collection->stands_for ? subject.collection->stands_for_unit
                                                    : subject.collection->plural;
  }
  if (set.expr->op == Op::kWhere) learn(*set.expr->args[1], true, site.base_knowledge);
  site.base_knowledge.share();
  made.base = std::move(set.expr);
  scope = scope.inside(unit);
  scope.known = site.base_knowledge;
  return scope;
}

// Of a place kept free nothing is computed, so it says nothing of how.
void refuse_clauses_of_placeholder(Site& site, const syntax::Measure& text) {
  const syntax::MeasureBody& body = text.body;
  const bool computes = !body.from.empty() || !body.populations.empty() || !body.lets.empty() ||
                        !body.episodes.empty() || body.denominator || body.numerator || body.over ||
                        body.mean_of || body.median_of || body.result || body.show ||
                        !body.breakdowns.empty() || !body.steps.empty() || !text.parts.empty();
  if (!computes) return;
  site.sink.add(diagnostics::diagnose(text.name.span, errors::clauses_clash,
                                      "`" + text.name.text +
                                          "` is a `placeholder`, and says how it is computed all the same"));
}

void take_lag(Site& site, const syntax::MeasureBody& body, Measure& made) {
  if (!body.lag) return;
  const syntax::Expr& lag = *body.lag;
  const auto number = lag.kind == syntax::ExprKind::kNumber ? Rational::parse(lag.text) : std::nullopt;
  if (!number || !number->is_whole() || lag.unit != syntax::TimeUnit::kMonths) {
    site.sink.add(diagnostics::diagnose(lag.span, errors::wrong_type, "`" + written(site, lag.span) + "`",
                                        "no lag", "a whole number of months, such as `3 months`"));
    return;
  }
  made.lag_months = static_cast<int>(number->floor());
}

}  // namespace

bool begin_measure(Site& site, const syntax::Measure& text, Measure& made) {
  made.name = text.name.text;
  made.span = text.span;
  if (text.code) made.code = text.code->text;
  for (const Span span : text.body.repeated) {
    site.sink.add(diagnostics::diagnose(span, errors::clause_twice));
  }
  site.measure = &made;
  take_words(site, text, made);
  made.is_placeholder = text.body.placeholder;
  if (made.is_placeholder) {
    refuse_clauses_of_placeholder(site, text);
    return false;
  }
  take_collections(site, text, made);
  site.from = made.from;
  if (made.from.size() != text.body.from.size() || made.from.empty()) return false;
  take_settings_of_edition(site);
  declare_names(site, text);
  take_parameters(site, text.body, made);
  for (const syntax::Part& part : text.parts) take_parameters(site, part.body, made);
  take_lag(site, text.body, made);
  return true;
}

void finish_measure(Site& site, const syntax::Measure& text, Measure& made) {
  std::optional<Scope> scope = Scope{};
  if (const syntax::Population* population = main_population(site, text.body)) {
    scope = check_base(site, *population, made);
    if (scope) {
      made.steps = check_steps(site, *scope, population->steps, population->every_step);
    }
  }
  // Lets that nothing has needed yet are checked too: a mistake in them is a mistake.
  for (auto& [name, entry] : site.lets) need_let(site, name);
  for (auto& [name, entry] : site.episodes) need_episodes(site, name);
  for (auto& [name, entry] : site.populations) need_population(site, name);
  if (scope) check_parts(site, *scope, text);
  check_cost(site, made);
}

void check_measure(Site& site, const syntax::Measure& text, Measure& made) {
  if (begin_measure(site, text, made)) finish_measure(site, text, made);
}

}  // namespace assize::check
