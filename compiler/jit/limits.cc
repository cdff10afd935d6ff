// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/jit/limits.h"

#include <algorithm>
#include <cmath>

namespace assize::jit {
namespace {

using plan::Op;

constexpr double kMostRecords = 4294967296.0;
constexpr double kAnyDay = 4294967296.0;
constexpr double kSafe = 9.0e18;  // below 2 to the power of 63, with room for rounding

bool is_fraction(const plan::Node& node) { return node.type.base == plan::Base::kDecimal; }

double size_of_value(const plan::Value& value) {
  return std::abs(static_cast<double>(value.whole)) + 1;
}

/// The episodes that a record joins.
const plan::Episodes* episodes_joined_by(const plan::Plan& plan, plan::VariableId record) {
  for (const plan::Episodes& episodes : plan.episodes) {
    if (episodes.record == record) return &episodes;
  }
  return nullptr;
}

}  // namespace

Limits::Limits(const plan::Plan& plan, const Layout& layout) {
  for (const plan::Node& node : plan.nodes) {
    const double size = size_of(plan, layout, node);
    bool overflows = false;
    switch (node.op) {
      case Op::kAdd:
      case Op::kSubtract:
      case Op::kMultiply:
      case Op::kDivide:
      case Op::kNegative:
      case Op::kTotal:
      case Op::kCount:
        overflows = is_fraction(node) || size > kSafe;
        break;
      default:
        break;
    }
    sizes_.push_back(size);
    overflows_.push_back(overflows);
    beyond_.push_back(overflows || asks_beyond(plan, node));
  }
}

double Limits::size_of(const plan::Let& let) const {
  if (plan::is_set(let.value)) return size(let.value);
  double most = 0;
  for (const plan::Case& each : let.cases) most = std::max(most, size(each.gives));
  return most;
}

double Limits::size_of(const plan::Plan& plan, const Layout& layout, const plan::Node& node) const {
  double largest = 0;  // of the operands
  for (const plan::NodeId operand : node.operands) largest = std::max(largest, size(operand));
  switch (node.op) {
    case Op::kConst:
      return size_of_value(node.value);
    case Op::kParameter:
      return size_of_value(plan.parameters[plan::index_of(node.parameter)].value);
    case Op::kPeriodStart:
    case Op::kPeriodEnd:
      return kAnyDay;
    case Op::kField: {
      const plan::CollectionId collection = plan.variable(node.variable).collection;
      const int width =
          layout.widths[plan::index_of(collection)][static_cast<std::size_t>(node.field)];
      return std::ldexp(1.0, 8 * std::max(width, 1) - 1);
    }
    case Op::kLet:
      return size_of(plan.let(node.let));
    case Op::kEpisodeStart:
    case Op::kEpisodeEnd: {
      const plan::EpisodesId episodes = plan.variable(node.variable).episodes;
      const plan::Episodes& of = plan.episodes[plan::index_of(episodes)];
      return std::max(size(of.starts), size(of.ends));
    }
    case Op::kFurthestEnd:
    case Op::kPreviousEnd: {
      const plan::Episodes* joined = episodes_joined_by(plan, node.variable);
      return joined == nullptr ? kAnyDay : size(joined->ends);
    }
    case Op::kAdd:
    case Op::kSubtract:
      return size(node.operands[0]) + size(node.operands[1]);
    case Op::kMultiply:
      return size(node.operands[0]) * size(node.operands[1]);
    case Op::kAge:
      return size(node.operands[0]) + size(node.operands[1]);
    case Op::kShift:
      return largest + 31.0 * (std::abs(node.months) + 2);
    case Op::kTotal:
      return size(node.operands[1]) * kMostRecords;
    case Op::kCount:
    case Op::kCountDifferent:
      return kMostRecords;
    default:
      return largest;
  }
}

bool Limits::asks_beyond(const plan::Plan& plan, const plan::Node& node) const {
  const auto asks = [&](plan::NodeId id) { return plan::is_set(id) && may_be_beyond(id); };
  if (std::any_of(node.operands.begin(), node.operands.end(), asks)) return true;
  if (std::any_of(node.keys.begin(), node.keys.end(),
                  [&](const plan::Key& key) { return asks(key.value); })) {
    return true;
  }
  if (plan::is_set(node.let)) {
    const plan::Let& let = plan.let(node.let);
    if (asks(let.value)) return true;
    for (const plan::Case& each : let.cases) {
      if (asks(each.when) || asks(each.gives)) return true;
    }
  }
  if (plan::is_set(node.population)) {
    const plan::Population& population = plan.population(node.population);
    if (asks(population.base)) return true;
    for (const plan::Step& step : population.steps) {
      if (!step.keeps_one && asks(step.takes_out.condition)) return true;
    }
  }
  if (node.op != Op::kEpisodes) return false;
  const plan::Episodes& episodes = plan.episodes[plan::index_of(node.episodes)];
  return asks(episodes.from) || asks(episodes.begin_when) || asks(episodes.join_while) ||
         asks(episodes.stop_before) || asks(episodes.starts) || asks(episodes.ends);
}

}  // namespace assize::jit
