// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "compiler/bind/records.h"
#include "compiler/plan/plan.h"

namespace assize::jit {

/// Numbers of the texts that a plan names and of the councils' keys: those of the run's pool, or,
/// of a text that no record holds, one below 0 of its own. Texts that differ only in case have one
/// number.
class TextIds {
 public:
  TextIds(const plan::Plan& plan, const bind::Inputs& inputs);

  const std::vector<std::int64_t>& of_nodes() const { return of_nodes_; }
  const std::vector<std::int64_t>& of_councils() const { return of_councils_; }
  /// Gives the text of a number as it is shown.
  const std::string& text(std::int64_t id) const;

 private:
  std::int64_t id_of(const std::string& text);

  const bind::TextPool& pool_;
  std::map<std::string, std::int64_t> others_;  // by folded text
  std::vector<std::string> other_texts_;
  std::vector<std::int64_t> of_nodes_;  // 0 for nodes that are no text
  std::vector<std::int64_t> of_councils_;
};

}  // namespace assize::jit
