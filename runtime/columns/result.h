// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace assize::columns {

/// Who has to act when something in the world fails; the driver maps each to an exit code.
enum class FailureKind {
  kUsage,        // a name, option or period that does not exist: exit 2
  kData,         // data that break their schema: exit 4
  kInputOutput,  // a file that cannot be read or written: exit 5
  kLimit,        // a limit of the language was reached: exit 6
  kInternal,     // our own fault: exit 70
  kInterrupted,  // the user stopped the run: exit 130
};

/// Says what failed, in the reader's words, and what to do about it.
/// Never holds a person's key.
struct Failure {
  FailureKind kind = FailureKind::kInternal;
  std::string message;              // one sentence, names the file or column
  std::vector<std::string> advice;  // what to do, one line each
};

/// Holds a value or a failure; must be looked at.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}
  Result(Failure failure) : state_(std::move(failure)) {}

  explicit operator bool() const { return std::holds_alternative<T>(state_); }
  T& operator*() & { return std::get<T>(state_); }
  const T& operator*() const& { return std::get<T>(state_); }
  T&& operator*() && { return std::get<T>(std::move(state_)); }
  T* operator->() { return &std::get<T>(state_); }
  const T* operator->() const { return &std::get<T>(state_); }
  const Failure& failure() const { return std::get<Failure>(state_); }

 private:
  std::variant<T, Failure> state_;
};

/// What a step that gives nothing back returns: success, or a failure.
class [[nodiscard]] Status {
 public:
  Status() = default;
  Status(Failure failure) : failure_(std::move(failure)) {}
  explicit operator bool() const { return !failure_.has_value(); }
  const Failure& failure() const { return *failure_; }

 private:
  std::optional<Failure> failure_;
};

}  // namespace assize::columns
