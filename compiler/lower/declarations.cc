// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

// Part of pass `lower`: code lists, collections, variables, parameters, lets, episodes.

#include <algorithm>
#include <utility>

#include "compiler/lower/lowering.h"

namespace assize::lower {
namespace {

template <class Id, class Vector>
Id last_of(const Vector& vector) {
  return static_cast<Id>(vector.size() - 1);
}

/// Places of an order as whole numbers from 0 without gaps; equal places stay equal.
std::vector<std::optional<std::int32_t>> dense_places(const check::CodeOrder& order) {
  std::vector<check::Rational> different;
  for (const auto& place : order.places) {
    if (place) different.push_back(*place);
  }
  std::sort(different.begin(), different.end());
  different.erase(std::unique(different.begin(), different.end()), different.end());
  std::vector<std::optional<std::int32_t>> places;
  for (const auto& place : order.places) {
    if (!place) {
      places.emplace_back();
      continue;
    }
    const auto at = std::lower_bound(different.begin(), different.end(), *place);
    places.emplace_back(static_cast<std::int32_t>(at - different.begin()));
  }
  return places;
}

int field_index(const check::ExprPtr& expr) {
  return expr != nullptr && expr->op == check::Op::kField ? expr->field->index : -1;
}

plan::Unknown policy_of(check::CasePolicy policy) {
  switch (policy) {
    case check::CasePolicy::kNothingToDecide:
      return plan::Unknown::kCannotBe;
    case check::CasePolicy::kTryNext:
      return plan::Unknown::kMeansNo;
    case check::CasePolicy::kStop:
      return plan::Unknown::kStops;
  }
  return plan::Unknown::kCannotBe;
}

}  // namespace

plan::ListId Lowering::list(const check::CodeList* list) {
  if (list == nullptr) return plan::ListId::kNone;
  if (const auto found = lists_.find(list); found != lists_.end()) return found->second;
  plan::CodeList made;
  made.label = list->name;
  for (const check::CodeValue& value : list->values) made.codes.push_back(value.code);
  for (const check::CodeOrder& order : list->orders) made.orders.push_back(dense_places(order));
  for (const check::CodeScore& score : list->scores) made.scores.push_back(score.scores);
  plan_.lists.push_back(std::move(made));
  return lists_[list] = last_of<plan::ListId>(plan_.lists);
}

plan::CollectionId Lowering::collection(const check::Collection* collection) {
  if (collection == nullptr) return plan::CollectionId::kNone;
  if (const auto found = collections_.find(collection); found != collections_.end()) {
    return found->second;
  }
  plan::Collection made;
  made.label = collection->name;
  made.names_council = collection->council_key != nullptr;
  made.names_person = collection->person_key != nullptr;
  for (const auto& field : collection->fields) {
    made.fields.push_back({field->name, type(field->type)});
  }
  for (const check::Field* field : collection->unique) made.unique.push_back(field->index);
  made.starts = field_index(collection->lasts_from);
  made.ends = field_index(collection->lasts_to);
  made.stands_for_more = collection->stands_for != nullptr;
  plan_.collections.push_back(std::move(made));
  const auto id = last_of<plan::CollectionId>(plan_.collections);
  collections_[collection] = id;
  if (collection->stands_for != nullptr) {
    // Only now, since what is asked of a record names its collection.
    const plan::VariableId record = variable(collection->record);
    const plan::NodeId stands_for = expression(*collection->stands_for);
    plan_.collections[plan::index_of(id)].record = record;
    plan_.collections[plan::index_of(id)].stands_for = stands_for;
  }
  return id;
}

plan::VariableId Lowering::variable(const check::Variable* variable) {
  if (variable == nullptr) return plan::VariableId::kNone;
  if (const auto found = stand_ins_.find(variable); found != stand_ins_.end()) return found->second;
  if (const auto found = variables_.find(variable); found != variables_.end()) return found->second;
  plan::Variable made;
  made.label = variable->name;
  switch (variable->subject.what) {
    case check::Subject::What::kFile:
      made.what = plan::Variable::What::kFile;
      break;
    case check::Subject::What::kRecord:
      made.what = plan::Variable::What::kRecord;
      break;
    case check::Subject::What::kEpisode:
      made.what = plan::Variable::What::kEpisode;
      break;
  }
  made.collection = collection(variable->subject.collection);
  plan_.variables.push_back(std::move(made));
  const auto id = last_of<plan::VariableId>(plan_.variables);
  variables_[variable] = id;
  // Only now, since episodes mention their variables.
  const plan::EpisodesId of = episodes(variable->subject.episodes);
  plan_.variables[plan::index_of(id)].episodes = of;
  return id;
}

plan::ParameterId Lowering::parameter(const check::Parameter& parameter) {
  if (const auto found = parameters_.find(&parameter); found != parameters_.end())
    return found->second;
  plan_.parameters.push_back({parameter.name, type(parameter.type), value(parameter.value)});
  return parameters_[&parameter] = last_of<plan::ParameterId>(plan_.parameters);
}

plan::ParameterId Lowering::flag(const check::Flag& flag) {
  if (const auto found = parameters_.find(&flag); found != parameters_.end()) return found->second;
  plan_.parameters.push_back({flag.name, plan::Type{.base = plan::Base::kBool},
                              value(check::Value::yes_or_no(flag.value))});
  return parameters_[&flag] = last_of<plan::ParameterId>(plan_.parameters);
}

plan::LetId Lowering::let(const check::Let* let) {
  if (const auto found = lets_.find(let); found != lets_.end()) return found->second;
  plan::Let made;
  made.label = let->name;
  switch (let->of) {
    case check::Let::Of::kPerson:
      made.of = plan::Let::Of::kFact;
      break;
    case check::Let::Of::kFile:
      made.of = plan::Let::Of::kFile;
      break;
    case check::Let::Of::kUnit:
      made.of = plan::Let::Of::kUnit;
      break;
    case check::Let::Of::kRecord:
      made.of = plan::Let::Of::kRecord;
      break;
  }
  made.type = type(let->type);
  if (let->of == check::Let::Of::kRecord) made.variable = variable(let->record);
  made.value = optional_expression(let->value);
  for (const check::Case& each : let->cases) {
    made.cases.push_back({each.name, optional_expression(each.when), expression(*each.gives),
                          policy_of(each.policy)});
  }
  plan_.lets.push_back(std::move(made));
  return lets_[let] = last_of<plan::LetId>(plan_.lets);
}

plan::EpisodesId Lowering::episodes(const check::Episodes* episodes) {
  if (episodes == nullptr) return plan::EpisodesId::kNone;
  if (const auto found = episodes_.find(episodes); found != episodes_.end()) return found->second;
  const auto id = static_cast<plan::EpisodesId>(plan_.episodes.size());
  episodes_[episodes] = id;
  plan_.episodes.emplace_back();
  plan::Episodes made;
  made.label = episodes->name;
  made.from = expression(*episodes->from);
  made.record = variable(episodes->record);
  made.episode = variable(episodes->episode);
  const check::Collection* collection = episodes->record->subject.collection;
  stand_ins_[collection->record] = made.record;
  made.starts = optional_expression(collection->lasts_from);
  made.ends = optional_expression(collection->lasts_to);
  stand_ins_.erase(collection->record);
  made.begin_when = optional_expression(episodes->begin_when);
  const plan::VariableId outer = std::exchange(joining_, made.record);
  made.join_while = optional_expression(episodes->join_while);
  joining_ = outer;
  made.stop_before = optional_expression(episodes->stop_before);
  plan_.episodes[plan::index_of(id)] = std::move(made);
  return id;
}

plan::Type Lowering::type(const check::Type& type) {
  plan::Type made;
  switch (type.base) {
    case check::Base::kBool:
      made.base = plan::Base::kBool;
      break;
    case check::Base::kNumber:
      made.base = plan::Base::kNumber;
      break;
    case check::Base::kDecimal:
      made.base = plan::Base::kDecimal;
      break;
    case check::Base::kDate:
      made.base = plan::Base::kDate;
      break;
    case check::Base::kDays:
      made.base = plan::Base::kDays;
      break;
    case check::Base::kText:
      made.base = plan::Base::kText;
      break;
    case check::Base::kCode:
      made.base = plan::Base::kCode;
      break;
    case check::Base::kStepName:
      made.base = plan::Base::kCase;
      break;
    case check::Base::kSet:
      made.base = plan::Base::kSet;
      break;
    case check::Base::kNothing:
    case check::Base::kSpan:
    case check::Base::kRecord:
      break;  // never the type of a value that is asked for
  }
  made.may_be_unknown = type.may_be_unknown;
  made.may_be_none = type.may_be_none;
  made.may_be_open = type.may_be_open;
  made.list = list(type.list);
  if (made.base == plan::Base::kSet) {
    made.collection = collection(type.subject.collection);
    if (type.subject.what == check::Subject::What::kEpisode)
      made.episodes = episodes(type.subject.episodes);
  }
  return made;
}

plan::Value Lowering::value(const check::Value& value) {
  plan::Value made;
  switch (value.state) {
    case check::Value::State::kKnown:
      made.state = plan::Value::State::kKnown;
      break;
    case check::Value::State::kUnknown:
      made.state = plan::Value::State::kUnknown;
      break;
    case check::Value::State::kNone:
      made.state = plan::Value::State::kNone;
      break;
    case check::Value::State::kOpen:
      made.state = plan::Value::State::kOpen;
      break;
  }
  made.whole = value.whole;
  made.decimal = value.base == check::Base::kDecimal ? value.decimal : check::Rational(value.whole);
  made.text = value.text;
  return made;
}

int case_index(const check::Let& let, const std::string& name) {
  const auto found = std::find_if(let.cases.begin(), let.cases.end(),
                                  [&](const check::Case& each) { return each.name == name; });
  return found == let.cases.end() ? -1 : static_cast<int>(found - let.cases.begin());
}

}  // namespace assize::lower
