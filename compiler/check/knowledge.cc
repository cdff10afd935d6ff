// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#include "compiler/check/knowledge.h"

#include <utility>

namespace assize::check {

bool Knowledge::contains(const std::string& key) const {
  if (own_.contains(key)) return true;
  for (const Layer* layer = shared_.get(); layer != nullptr; layer = layer->below.get()) {
    if (layer->keys.contains(key)) return true;
  }
  return false;
}

// Layers grow from the top downwards, each more than twice the one above it, so that there are few.
void Knowledge::share() {
  if (own_.empty()) return;
  while (shared_ && shared_->keys.size() <= 2 * own_.size()) {
    own_.insert(shared_->keys.begin(), shared_->keys.end());
    shared_ = shared_->below;
  }
  auto layer = std::make_shared<Layer>();
  layer->keys = std::move(own_);
  layer->below = std::move(shared_);
  shared_ = std::move(layer);
  own_.clear();
}

}  // namespace assize::check
