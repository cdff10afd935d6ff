// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/jit/text_ids.h"

#include <algorithm>
#include <numeric>

#include "compiler/check/framework.h"

namespace assize::jit {
namespace {

using plan::Base;
using plan::Op;

std::uint32_t which(std::int64_t value) { return static_cast<std::uint32_t>(value); }
std::uint32_t spelling(std::int64_t value) {
  return static_cast<std::uint32_t>(static_cast<std::uint64_t>(value) >> 32);
}

/// Says whether any node, or a step that keeps one of several, puts texts in order.
bool orders_texts(const plan::Plan& plan) {
  const auto is_text = [&](plan::NodeId id) { return plan.node(id).type.base == Base::kText; };
  const auto has_text = [&](const std::vector<plan::Step>& steps) {
    return std::any_of(steps.begin(), steps.end(), [&](const plan::Step& step) {
      return std::any_of(step.keys.begin(), step.keys.end(),
                         [&](const plan::Key& key) { return is_text(key.value); });
    });
  };
  for (const plan::Population& population : plan.populations) {
    if (has_text(population.steps)) return true;
  }
  for (const plan::Measure& measure : plan.measures) {
    if (has_text(measure.steps)) return true;
    for (const plan::Part& part : measure.parts) {
      if (has_text(part.steps)) return true;
    }
  }
  return std::any_of(plan.nodes.begin(), plan.nodes.end(), [&](const plan::Node& node) {
    const bool compares = node.op == Op::kLess || node.op == Op::kLessOrEqual ||
                          node.op == Op::kExtremeOf || node.op == Op::kExtreme;
    if (compares && is_text(node.operands.back())) return true;
    return std::any_of(node.keys.begin(), node.keys.end(),
                       [&](const plan::Key& key) { return is_text(key.value); });
  });
}

}  // namespace

std::vector<const plan::Band*> bands_with_texts(const plan::Plan& plan) {
  std::vector<const plan::Band*> bands;
  const auto add = [&](const plan::Breakdown& breakdown) {
    for (const plan::Dimension& dimension : breakdown.dimensions) {
      if (plan.node(dimension.value).type.base != Base::kText) continue;
      for (const plan::Band& band : dimension.bands) bands.push_back(&band);
    }
  };
  for (const plan::Measure& measure : plan.measures) {
    for (const plan::Part& part : measure.parts) {
      for (const plan::Breakdown& split : part.splits) add(split);
      for (const plan::Tabulation& tabulation : part.tabulations) add(tabulation.by);
    }
  }
  return bands;
}

TextIds::TextIds(const plan::Plan& plan, const bind::Inputs& inputs) : pool_(*inputs.texts) {
  for (const plan::Node& node : plan.nodes) {
    const bool is_text = node.op == Op::kConst && node.type.base == Base::kText;
    of_plan_.push_back(is_text ? value_of(node.value.text) : 0);
  }
  for (const plan::Band* band : bands_with_texts(plan)) {
    of_plan_.push_back(value_of(band->from.text));
    of_plan_.push_back(value_of(band->to.text));
  }
  for (const bind::Council& council : inputs.councils) {
    of_councils_.push_back(value_of(council.key));
    councils_.emplace(which(of_councils_.back()),
                      static_cast<std::int64_t>(of_councils_.size() - 1));
  }
  if (orders_texts(plan)) rank(plan, inputs);
}

std::int64_t TextIds::value_of(const std::string& text) const {
  std::uint32_t id = 0;
  const std::int32_t found = pool_.find(text);
  const std::lock_guard lock(mutex_);
  if (found >= 0) {
    id = static_cast<std::uint32_t>(found);
    if (pool_.text(found) == text) return id;
  } else {
    const auto next = static_cast<std::uint32_t>(pool_.size() + others_.size());
    const auto [at, is_new] = others_.emplace(check::fold(text), next);
    if (is_new) folded_of_others_.push_back(at->first);
    id = at->second;
  }
  const auto next = static_cast<std::uint32_t>(spelled_.size() + 1);
  const auto [at, is_new] = spellings_.emplace(text, next);
  if (is_new) spelled_.push_back(text);
  return static_cast<std::int64_t>(static_cast<std::uint64_t>(at->second) << 32 | id);
}

std::string TextIds::text(std::int64_t value) const {
  if (spelling(value) == 0) return pool_.text(static_cast<std::int32_t>(which(value)));
  const std::lock_guard lock(mutex_);
  return spelled_[spelling(value) - 1];
}

std::string TextIds::folded(std::int64_t value) const {
  if (which(value) < pool_.size()) return pool_.folded(static_cast<std::int32_t>(which(value)));
  const std::lock_guard lock(mutex_);
  const std::size_t index = which(value) - pool_.size();
  return index < folded_of_others_.size() ? folded_of_others_[index] : std::string();
}

std::int64_t TextIds::join(std::int64_t left, std::int64_t right) const {
  return value_of(text(left) + text(right));
}

std::int64_t TextIds::council_named(std::int64_t text) const {
  const auto found = councils_.find(which(text));
  return found == councils_.end() ? -1 : found->second;
}

bool TextIds::is_before(std::int64_t left, std::int64_t right) const {
  return folded(left) < folded(right);
}

bool TextIds::starts_with(std::int64_t text, std::int64_t beginning) const {
  return folded(text).starts_with(folded(beginning));
}

void TextIds::rank(const plan::Plan& plan, const bind::Inputs& inputs) {
  // Only what a text field holds, the plan names or a council is called can be asked for; people's
  // keys, which are most of a pool, are left out.
  std::vector<bool> is_used(pool_.size() + others_.size());
  for (const auto& records : inputs.collections) {
    for (std::size_t i = 0; i < records->fields.size(); ++i) {
      const check::Collection& collection = *records->collection;
      if (collection.fields[i]->type.base != check::Base::kText) continue;
      for (std::size_t row = 0; row < records->size; ++row) {
        const std::int64_t id = records->fields[i].at(row);
        if (id >= 0) is_used[static_cast<std::size_t>(id)] = true;
      }
    }
  }
  for (std::size_t i = 0; i < plan.nodes.size(); ++i) {
    const plan::Node& node = plan.nodes[i];
    if (node.op == Op::kConst && node.type.base == Base::kText) is_used[which(of_plan_[i])] = true;
  }
  for (const std::int64_t council : of_councils_) is_used[which(council)] = true;
  std::vector<std::uint32_t> in_order;
  for (std::uint32_t id = 0; id < is_used.size(); ++id) {
    if (is_used[id]) in_order.push_back(id);
  }
  std::sort(in_order.begin(), in_order.end(),
            [&](std::uint32_t a, std::uint32_t b) { return folded(a) < folded(b); });
  ranks_.resize(is_used.size() + 1);
  for (std::uint32_t i = 0; i < in_order.size(); ++i) ranks_[in_order[i]] = i;
}

}  // namespace assize::jit
