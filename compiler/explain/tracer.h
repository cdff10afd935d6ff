// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <map>
#include <vector>

#include "compiler/explain/trace.h"

namespace assize::explain {

/// Writes down what the reference does for one person, or for a council.
///
/// Call   as an observer of a run that is confined to the same person. Each time files close, what
///        was written down is handed to `read`, while everything it points to still lives
/// Cost   a line for each expression looked at, at most kMostLines; of the populations with a name,
///        which are made of everybody, only what concerns the person
class Tracer final : public interpret::Observer {
 public:
  using Read = std::function<void(const Trace&)>;
  Tracer(interpret::Watch about, Read read) : about_(about), read_(std::move(read)) {}

  void asks(const Expr& expr, const interpret::Scope& scope) override;
  void answers(const Expr& expr, const Value& value) override;
  void answers_with(const Expr& expr, const Items& members) override;
  void picks(const interpret::Picked& picked) override;
  void falls_back(const Expr& expr) override;
  void opens_let(const check::Let& let, const Item& about, const interpret::File* file) override;
  void tries(const check::Case& row, const Value& holds) override;
  void chooses(const check::Case& row) override;
  void closes_let(const check::Let& let, const interpret::Answer& answer) override;
  void uses(const interpret::Answer& answer) override;
  void opens_episodes(const check::Episodes& episodes) override;
  void closes_episodes(const check::Episodes& episodes,
                       const std::deque<interpret::Episode>& made) override;
  void opens(const interpret::Matter& matter) override;
  void closes(const interpret::Matter& matter, const interpret::Decision& decision) override;
  void opens_file(const interpret::File& file) override;
  void finds(const std::deque<interpret::Unit>& units) override;
  void closes_files() override;

 private:
  /// What is open: an expression, a let, episodes, a matter, or a file at the bottom.
  struct Frame {
    Looked looked;
    Worked worked;
    std::size_t next_begin = 0;  // of a let: where the parts of the next case begin
  };
  bool concerns(const interpret::Matter& matter) const;
  void close_expression(Looked looked);
  Frame pop();

  interpret::Watch about_;
  Read read_;
  bool is_listening_ = false;
  int matters_open_ = 0;
  std::size_t lines_ = 0;
  std::vector<Frame> open_;
  std::map<const interpret::Answer*, const Worked*> worked_;
  Trace trace_;
};

}  // namespace assize::explain
