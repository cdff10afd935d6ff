// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/jit/text_ids.h"

#include "compiler/check/framework.h"

namespace assize::jit {

TextIds::TextIds(const plan::Plan& plan, const bind::Inputs& inputs) : pool_(*inputs.texts) {
  for (const plan::Node& node : plan.nodes) {
    const bool is_text = node.op == plan::Op::kConst && node.type.base == plan::Base::kText;
    of_nodes_.push_back(is_text ? id_of(node.value.text) : 0);
  }
  for (const bind::Council& council : inputs.councils) of_councils_.push_back(id_of(council.key));
}

std::int64_t TextIds::id_of(const std::string& text) {
  const std::int32_t found = pool_.find(text);
  if (found >= 0) return found;
  const auto [at, is_new] =
      others_.emplace(check::fold(text), -1 - static_cast<std::int64_t>(others_.size()));
  if (is_new) other_texts_.push_back(text);
  return at->second;
}

const std::string& TextIds::text(std::int64_t id) const {
  return id >= 0 ? pool_.text(static_cast<std::int32_t>(id))
                 : other_texts_[static_cast<std::size_t>(-1 - id)];
}

}  // namespace assize::jit
