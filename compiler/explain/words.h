// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <set>
#include <string>

#include "compiler/bind/records.h"
#include "compiler/check/framework.h"
#include "compiler/explain/trace.h"
#include "compiler/source/source_file.h"

namespace assize::explain {

/// What stands in the place of a key that nobody asked for.
inline constexpr const char* kHiddenKey = "a person's key, not shown";

/// A line of a framework file.
struct Place {
  std::string file;
  std::uint32_t line = 0;
};

/// Says things as the framework file and its readers do.
///
/// Keys    a field from which persons are known is never said: `a person's key, not shown`
/// Records are said by their line in the file of data, never by a value
class Words {
 public:
  Words(const check::Framework& framework, const source::Sources& sources,
        const bind::Inputs& inputs);

  /// The text of the framework file, on one line, comments left out; shortened if `most` is passed.
  std::string source(source::Span span, std::size_t most = 0) const;
  std::string source_of(const Expr& expr, std::size_t most = 0) const;
  Place place(source::Span span) const;

  /// `30 September 2024`, `84 years`, `unknown`.
  std::string value(const Value& value, const check::Type& type) const;
  /// The same for what an expression gave; a key of a person is not said.
  std::string value_of(const Looked& looked) const;
  /// Whether an expression is made from that by which persons are known.
  bool names_a_person(const Expr& expr) const;

  std::string day(std::int64_t day_number) const;
  /// `1 September 2024 to 30 September 2024`; an end that is open, `still open`.
  std::string span(const Value& from, const Value& to) const;
  /// `line 5`, `the episode of …`, `the person`.
  std::string thing(const Item& item) const;
  /// `lines 5, 6 and 12 more` (without commas in the numbers, as they part them); `of hospital` if
  /// they are not of the main collection.
  std::string things(const Items& items) const;
  /// `3 records: lines 5, 6, 7`, `no record`, `2 episodes`.
  std::string counted_things(const Items& items) const;
  /// `3 records`: of a set that is told elsewhere.
  std::string count_of(const Items& items) const;

  /// The collection whose records need no further name.
  void take_main(const check::Collection* main) { main_ = main; }

 private:
  bool is_identifying(const check::Field* field) const { return identifying_.contains(field); }

  const source::Sources& sources_;
  const bind::Inputs& inputs_;
  std::set<const check::Field*> identifying_;
  const check::Collection* main_ = nullptr;
};

/// `1 record`, `2 records`: of a word in the singular.
std::string counted(std::size_t number, const std::string& singular);

}  // namespace assize::explain
