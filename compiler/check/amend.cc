// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

// Amendments, merged clause by clause (language, 5): what can be named is replaced on its own, the other
// clauses have one place each and are replaced whole.

#include <algorithm>

#include "compiler/check/errors.h"
#include "compiler/check/flatten.h"

namespace assize::check {
namespace {

void refuse(diagnostics::Sink& sink, source::Span span, const std::string& problem) {
  sink.add(diagnostics::diagnose(span, errors::bad_amendment, problem));
}

// Puts `item` where `placed` says among `items` (named by `name_of`), else before `last`, else last.
template <class T, class NameOf>
void put(std::vector<T>& items, T item, const std::optional<syntax::Placed>& placed,
         const NameOf& name_of, const std::string& last, diagnostics::Sink& sink) {
  auto at = items.end();
  if (placed) {
    at = std::find_if(items.begin(), items.end(),
                      [&](const T& other) { return name_of(other) == placed->where; });
    if (at == items.end()) {
      refuse(sink, placed->span, "there is no `" + placed->where + "` to be placed beside");
    } else if (!placed->before) {
      ++at;
    }
  } else {
    at = std::find_if(items.begin(), items.end(),
                      [&](const T& other) { return name_of(other) == last; });
  }
  items.insert(at, std::move(item));
}

template <class T, class NameOf>
void merge_named(std::vector<T>& items, const std::vector<T>& changes, const NameOf& name_of,
                 const std::string& last, diagnostics::Sink& sink) {
  for (const T& change : changes) {
    const auto found = std::find_if(items.begin(), items.end(), [&](const T& other) {
      return name_of(other) == name_of(change);
    });
    if (found != items.end() && !change.placed) {
      *found = change;
      continue;
    }
    if (found != items.end()) items.erase(found);
    put(items, change, change.placed, name_of, last, sink);
  }
}

std::string case_name(const syntax::Case& item) { return item.name ? item.name->text : "otherwise"; }

template <class T, class NameOf>
bool drop_named(std::vector<T>& items, const std::string& name, const NameOf& name_of) {
  const auto found = std::find_if(items.begin(), items.end(),
                                  [&](const T& item) { return name_of(item) == name; });
  if (found == items.end()) return false;
  items.erase(found);
  return true;
}

const auto kNameOf = [](const auto& item) { return item.name.text; };

void amend_let(syntax::Let& let, const syntax::Let& change, diagnostics::Sink& sink) {
  const bool only_cases = change.body == syntax::Let::Body::kCases && !change.has_chooser;
  if (!only_cases) {
    let = change;
    return;
  }
  if (let.body != syntax::Let::Body::kCases) {
    refuse(sink, change.span, "`" + change.name.text + "` has no cases that could be amended");
    return;
  }
  for (const syntax::Drop& drop : change.drops) {
    for (const syntax::Name& name : drop.names) {
      if (!drop_named(let.cases, name.text, case_name)) {
        refuse(sink, name.span, "`" + let.name.text + "` has no case `" + name.text + "` to drop");
      }
    }
  }
  merge_named(let.cases, change.cases, case_name, "otherwise", sink);
  if (change.type) let.type = change.type;
  if (change.policy != syntax::CasePolicy::kNotSaid) let.policy = change.policy;
}

void amend_episodes(std::vector<syntax::Episodes>& all, const syntax::Episodes& change,
                    diagnostics::Sink& sink) {
  const auto found = std::find_if(all.begin(), all.end(), [&](const syntax::Episodes& item) {
    return item.name.text == change.name.text;
  });
  if (found == all.end()) {
    all.push_back(change);
    return;
  }
  if (change.from) found->from = change.from;
  if (!change.begin_when.empty()) found->begin_when = change.begin_when;
  if (!change.join_while.empty()) found->join_while = change.join_while;
  if (!change.stop_before.empty()) found->stop_before = change.stop_before;
  amend_lets(found->lets, change.lets, sink);
}

void amend_population(std::vector<syntax::Population>& all, const syntax::Population& change,
                      diagnostics::Sink& sink) {
  const auto name_of = [](const syntax::Population& item) {
    return item.name ? item.name->text : std::string();
  };
  // `population eligible { … }` of an amendment reads as a population made of `eligible`: it names one.
  std::string named = name_of(change);
  const bool is_path = change.base && change.base->kind == syntax::ExprKind::kPath &&
                       change.base->path.names.size() == 1;
  const bool names_one = !change.name && is_path &&
                         std::any_of(all.begin(), all.end(), [&](const syntax::Population& item) {
                           return item.name && item.name->text == change.base->path.names[0].text;
                         });
  if (names_one) named = change.base->path.names[0].text;
  const auto found = std::find_if(all.begin(), all.end(), [&](const syntax::Population& item) {
    return name_of(item) == named;
  });
  if (found == all.end()) {
    all.push_back(change);
    return;
  }
  if (change.base && !names_one) found->base = change.base;
  if (change.every_step != syntax::StepPolicy::kNotSaid) found->every_step = change.every_step;
  amend_steps(found->steps, change.steps, change.drops, sink);
}

void replace_breakdowns(std::vector<syntax::Breakdown>& items,
                        const std::vector<syntax::Breakdown>& changes) {
  for (const bool tabulate : {false, true}) {
    const auto of_kind = [&](const syntax::Breakdown& item) { return item.tabulate == tabulate; };
    if (std::none_of(changes.begin(), changes.end(), of_kind)) continue;
    std::erase_if(items, of_kind);
    std::copy_if(changes.begin(), changes.end(), std::back_inserter(items), of_kind);
  }
}

template <class T>
void replace(std::optional<T>& clause, const std::optional<T>& change) {
  if (change) clause = change;
}
void replace(syntax::ExprPtr& clause, const syntax::ExprPtr& change) {
  if (change) clause = change;
}

void drop_from_body(syntax::MeasureBody& body, std::vector<syntax::Part>* parts,
                    const std::vector<syntax::Drop>& drops, diagnostics::Sink& sink) {
  for (const syntax::Drop& drop : drops) {
    for (const syntax::Name& name : drop.names) {
      const bool dropped =
          drop_named(body.lets, name.text, kNameOf) ||
          drop_named(body.parameters, name.text, kNameOf) ||
          drop_named(body.flags, name.text, kNameOf) ||
          drop_named(body.episodes, name.text, kNameOf) ||
          (parts && drop_named(*parts, name.text, kNameOf)) ||
          drop_named(body.populations, name.text, [](const syntax::Population& item) {
            return item.name ? item.name->text : std::string();
          });
      if (!dropped) refuse(sink, name.span, "there is no `" + name.text + "` to drop");
    }
  }
}

void amend_body(syntax::MeasureBody& body, std::vector<syntax::Part>* parts,
                const syntax::MeasureBody& change, diagnostics::Sink& sink) {
  std::vector<syntax::Drop> by_name;
  for (const syntax::Drop& drop : change.drops) {
    if (!drop.label) by_name.push_back(drop);
  }
  drop_from_body(body, parts, by_name, sink);
  for (const syntax::Doc& doc : change.docs) {
    std::erase_if(body.docs, [&](const syntax::Doc& item) { return item.kind == doc.kind; });
  }
  body.docs.insert(body.docs.end(), change.docs.begin(), change.docs.end());
  replace(body.kind, change.kind);
  replace(body.serves, change.serves);
  if (!change.follows.empty()) body.follows = change.follows;
  if (!change.from.empty()) body.from = change.from;
  if (change.weighting != syntax::MeasureBody::Weighting::kNotSaid) body.weighting = change.weighting;
  replace(body.lag, change.lag);
  replace_by_name(body.parameters, change.parameters);
  replace_by_name(body.flags, change.flags);
  amend_lets(body.lets, change.lets, sink);
  for (const syntax::Episodes& episodes : change.episodes) {
    amend_episodes(body.episodes, episodes, sink);
  }
  for (const syntax::Population& population : change.populations) {
    amend_population(body.populations, population, sink);
  }
  replace(body.denominator, change.denominator);
  replace(body.numerator, change.numerator);
  replace(body.over, change.over);
  replace(body.mean_of, change.mean_of);
  replace(body.median_of, change.median_of);
  replace(body.result, change.result);
  replace_breakdowns(body.breakdowns, change.breakdowns);
  body.combine_by_mean_of_councils |= change.combine_by_mean_of_councils;
  body.placeholder |= change.placeholder;
  replace(body.show, change.show);
  amend_steps(body.steps, change.steps, change.drops, sink);
  body.repeated.insert(body.repeated.end(), change.repeated.begin(), change.repeated.end());
}

void amend_part(std::vector<syntax::Part>& parts, const syntax::Part& change,
                diagnostics::Sink& sink) {
  const auto found = std::find_if(parts.begin(), parts.end(), [&](const syntax::Part& item) {
    return item.name.text == change.name.text;
  });
  if (found == parts.end()) {
    parts.push_back(change);
    return;
  }
  replace(found->code, change.code);
  replace(found->label, change.label);
  amend_body(found->body, nullptr, change.body, sink);
}

bool says_nothing(const syntax::ReviseMeasure& change) {
  const syntax::MeasureBody& body = change.body;
  return change.parts.empty() && body.docs.empty() && !body.kind && !body.serves &&
         body.follows.empty() && body.from.empty() && !body.lag && body.parameters.empty() &&
         body.flags.empty() && body.lets.empty() && body.episodes.empty() &&
         body.populations.empty() && !body.denominator && !body.numerator && !body.over &&
         !body.mean_of && !body.median_of && !body.result && body.breakdowns.empty() &&
         !body.combine_by_mean_of_councils && !body.placeholder && !body.show && body.steps.empty() && body.drops.empty() &&
         change.otherwise.empty();
}

// Other evidence is called by the collection that it is made from, and replaced whole.
void amend_evidence(std::vector<syntax::Evidence>& all, const syntax::Evidence& change) {
  const auto found = std::find_if(all.begin(), all.end(), [&](const syntax::Evidence& item) {
    return item.body.from.front().text == change.body.from.front().text;
  });
  if (found == all.end()) {
    all.push_back(change);
  } else {
    *found = change;
  }
}

}  // namespace

void amend_steps(std::vector<syntax::Step>& steps, const std::vector<syntax::Step>& changes,
                 const std::vector<syntax::Drop>& drops, diagnostics::Sink& sink) {
  const auto label_of = [](const syntax::Step& step) { return step.label.value; };
  for (const syntax::Drop& drop : drops) {
    if (!drop.label) continue;
    if (!drop_named(steps, drop.label->value, label_of)) {
      refuse(sink, drop.label->span, "there is no step \"" + drop.label->value + "\" to drop");
    }
  }
  merge_named(steps, changes, label_of, "", sink);
}

void amend_lets(std::vector<syntax::Let>& lets, const std::vector<syntax::Let>& changes,
                diagnostics::Sink& sink) {
  for (const syntax::Let& change : changes) {
    const auto found = std::find_if(lets.begin(), lets.end(), [&](const syntax::Let& item) {
      return item.name.text == change.name.text;
    });
    if (found != lets.end()) {
      amend_let(*found, change, sink);
      continue;
    }
    const bool whole = change.body != syntax::Let::Body::kCases || change.has_chooser;
    if (!whole) {
      refuse(sink, change.name.span, "there is no let `" + change.name.text + "` to amend");
      continue;
    }
    lets.push_back(change);
  }
}

void amend_measure(syntax::Measure& measure, const syntax::ReviseMeasure& change,
                   diagnostics::Sink& sink) {
  if (says_nothing(change)) {
    refuse(sink, change.span, "the revision of `" + measure.name.text + "` changes nothing");
    return;
  }
  if (change.what.names.size() == 1) {
    amend_body(measure.body, &measure.parts, change.body, sink);
    for (const syntax::Part& part : change.parts) amend_part(measure.parts, part, sink);
    for (const syntax::Evidence& each : change.otherwise) amend_evidence(measure.otherwise, each);
    return;
  }
  const std::string& part = change.what.names[1].text;
  const auto found = std::find_if(measure.parts.begin(), measure.parts.end(),
                                  [&](const syntax::Part& item) { return item.name.text == part; });
  if (found == measure.parts.end()) {
    refuse(sink, change.what.span, "`" + measure.name.text + "` has no part `" + part + "`");
    return;
  }
  amend_body(found->body, nullptr, change.body, sink);
}

void amend_collection(syntax::Collection& collection, const syntax::ReviseCollection& revision,
                      diagnostics::Sink& sink) {
  const syntax::Collection& change = revision.changes;
  for (const syntax::Drop& drop : change.drops) {
    for (const syntax::Name& name : drop.names) {
      if (!drop_named(collection.fields, name.text, kNameOf) &&
          !drop_named(collection.lets, name.text, kNameOf)) {
        refuse(sink, name.span, "there is no `" + name.text + "` to drop");
      }
    }
  }
  for (const syntax::Field& field : change.fields) {
    const auto found = std::find_if(
        collection.fields.begin(), collection.fields.end(),
        [&](const syntax::Field& item) { return item.name.text == field.name.text; });
    if (found == collection.fields.end()) {
      collection.fields.push_back(field);
      continue;
    }
    // A field says again only what changes: a column, a type, what a blank is.
    if (field.type) found->type = field.type;
    if (!field.columns.empty()) found->columns = field.columns;
    if (field.on_day) found->on_day = field.on_day;
    if (field.blank_is) found->blank_is = field.blank_is;
    found->span = field.span;
  }
  amend_lets(collection.lets, change.lets, sink);
  amend_steps(collection.steps, change.steps, change.drops, sink);
  collection.docs.insert(collection.docs.end(), change.docs.begin(), change.docs.end());
  if (change.listed_in) collection.listed_in = change.listed_in;
  if (!change.identify.empty()) collection.identify = change.identify;
  if (!change.unique.empty() || change.unique_each_row) {
    collection.unique = change.unique;
    collection.unique_each_row = change.unique_each_row;
  }
  if (change.lasts_from) collection.lasts_from = change.lasts_from;
  if (change.lasts_to) collection.lasts_to = change.lasts_to;
  if (change.ages_from) {
    collection.ages_from = change.ages_from;
    collection.ages_reckoning = change.ages_reckoning;
  }
  if (change.unlisted != syntax::Collection::Unlisted::kNotSaid) collection.unlisted = change.unlisted;
  if (!change.symbols.empty()) collection.symbols = change.symbols;
  if (change.stands_for) {
    collection.stands_for = change.stands_for;
    collection.stands_for_unit = change.stands_for_unit;
  }
  if (change.sample_out_of) {
    collection.sample_by = change.sample_by;
    collection.sample_out_of = change.sample_out_of;
  }
}

}  // namespace assize::check
