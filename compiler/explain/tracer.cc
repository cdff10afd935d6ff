// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#include "compiler/explain/tracer.h"

#include <utility>

#include "compiler/interpret/scope.h"

namespace assize::explain {
namespace {

constexpr std::size_t kMostLines = 500'000;

}  // namespace

Tracer::Frame Tracer::pop() {
  Frame frame = std::move(open_.back());
  open_.pop_back();
  return frame;
}

void Tracer::asks(const Expr& expr, const interpret::Scope& scope) {
  if (!is_listening_) return;
  Frame& frame = open_.emplace_back();
  frame.looked.expr = &expr;
  if (const Item* under = scope.innermost()) frame.looked.under = *under;
  if (const Item* of = scope.find(expr.variable)) frame.looked.of = *of;
}

void Tracer::answers(const Expr& /*expr*/, const Value& value) {
  if (!is_listening_) return;
  Looked looked = pop().looked;
  looked.value = value;
  close_expression(std::move(looked));
}

void Tracer::answers_with(const Expr& /*expr*/, const Items& members) {
  if (!is_listening_) return;
  Looked looked = pop().looked;
  looked.members = members;
  close_expression(std::move(looked));
}

void Tracer::close_expression(Looked looked) {
  if (open_.empty()) return;
  if (++lines_ > kMostLines) {
    trace_.is_cut_short = true;
    return;
  }
  open_.back().looked.parts.push_back(std::move(looked));
}

void Tracer::picks(const interpret::Picked& picked) {
  if (!is_listening_ || open_.empty()) return;
  open_.back().looked.choice = Choice{&picked.keys, picked.items, picked.values, picked.first};
}

void Tracer::falls_back(const Expr& /*expr*/) {
  if (is_listening_ && !open_.empty()) open_.back().looked.fell_back = true;
}

void Tracer::opens_let(const check::Let& let, const Item& about, const interpret::File* file) {
  if (!is_listening_) return;
  Frame& frame = open_.emplace_back();
  frame.worked.let = &let;
  frame.worked.about = about;
  frame.worked.file = file;
}

void Tracer::tries(const check::Case& row, const Value& holds) {
  if (!is_listening_ || open_.empty()) return;
  Frame& frame = open_.back();
  frame.worked.tried.push_back({&row, holds, frame.next_begin});
  frame.next_begin = frame.looked.parts.size();
}

void Tracer::chooses(const check::Case& row) {
  if (!is_listening_ || open_.empty()) return;
  Frame& frame = open_.back();
  frame.worked.chosen = &row;
  // A case without `when` was tried by what it gives.
  const bool gave_when_tried =
      row.when == nullptr && !frame.worked.tried.empty() && frame.worked.tried.back().row == &row;
  frame.worked.chosen_begin =
      gave_when_tried ? frame.worked.tried.back().parts_begin : frame.next_begin;
}

void Tracer::closes_let(const check::Let& /*let*/, const interpret::Answer& answer) {
  if (!is_listening_) return;
  Frame frame = pop();
  frame.worked.parts = std::move(frame.looked.parts);
  frame.worked.answer = &answer;
  worked_[&answer] = &trace_.lets.emplace_back(std::move(frame.worked));
}

void Tracer::uses(const interpret::Answer& answer) {
  if (!is_listening_ || open_.empty()) return;
  const auto found = worked_.find(&answer);
  if (found != worked_.end()) open_.back().looked.let = found->second;
}

void Tracer::opens_episodes(const check::Episodes& /*episodes*/) {
  if (is_listening_) open_.emplace_back();
}

void Tracer::closes_episodes(const check::Episodes& episodes,
                             const std::deque<interpret::Episode>& made) {
  if (!is_listening_) return;
  CutUp cut{.episodes = &episodes, .made = &made};
  cut.parts = pop().looked.parts;
  cut.file = trace_.files.empty() ? nullptr : trace_.files.back().file;
  trace_.episodes.push_back(std::move(cut));
}

bool Tracer::concerns(const interpret::Matter& matter) const {
  if (matter.file == nullptr) return false;
  return about_.is_about(matter.file->person, matter.file->council) ||
         (about_.person >= 0 && matter.file->person == about_.person);
}

void Tracer::opens(const interpret::Matter& matter) {
  // Of everybody's records, those of the person alone.
  if (matter.population != nullptr && !is_listening_ && concerns(matter)) {
    is_listening_ = true;
    matters_open_ = 0;
  }
  if (!is_listening_) return;
  ++matters_open_;
  open_.emplace_back();
}

void Tracer::closes(const interpret::Matter& matter, const interpret::Decision& decision) {
  if (!is_listening_) return;
  Looked looked = pop().looked;
  Decided decided{matter, decision, std::move(looked.parts), std::move(looked.choice)};
  // A unit that does not belong is gone at once.
  if (matter.what == interpret::Matter::What::kBase && !decision.is_in) {
    decided.matter.unit = nullptr;
  }
  trace_.decided.push_back(std::move(decided));
  --matters_open_;
  if (trace_.files.empty() && matters_open_ == 0) is_listening_ = false;
}

void Tracer::opens_file(const interpret::File& file) {
  is_listening_ = true;
  open_.clear();
  open_.emplace_back();
  trace_.files.push_back({.file = &file, .units = {}, .looked = {}});
}

void Tracer::finds(const std::deque<interpret::Unit>& units) {
  if (!is_listening_) return;
  for (const interpret::Unit& unit : units) trace_.files.back().units.push_back(&unit);
  trace_.files.back().looked = std::exchange(open_.back().looked.parts, {});
}

void Tracer::closes_files() {
  const bool heard = !trace_.files.empty() || !trace_.decided.empty();
  if (heard) read_(trace_);
  is_listening_ = false;
  open_.clear();
  worked_.clear();
  trace_ = {};
}

}  // namespace assize::explain
