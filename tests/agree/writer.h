// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "tests/agree/random.h"
#include "tests/agree/shapes.h"

namespace assize::agree {

/// How tightly words hold together; what is looser than its place stands in brackets.
enum class Level { kPrimary, kSum, kTest, kNegation, kChain, kWhole };

/// An expression as text, with its type.
struct Text {
  std::string words{};
  ValueType type{};
  Level level = Level::kPrimary;
  bool plain = false;  // a plain test: a filter takes what is known to fit
  bool of_unit = false;  // mentions the unit; noted when it is used
};

struct SetText {
  std::string words{};
  Level level = Level::kPrimary;
  Subject subject{};
  std::string name;  // by which its records are called
  bool of_unit = false;
};

struct Bound {
  std::string name{};
  Subject subject{};
};

/// Where an expression stands.
struct Scope {
  std::vector<Bound> bounds;  // outermost first
  bool under_test = false;    // the last of them is
  int joining = -1;           // collection of the record that joins: `the furthest end` may stand here
  bool everybody = false;     // nothing may differ from council to council
  bool of_unit = true;        // what there is one of for each unit may be named
  int wheres = 0;

  Scope inside(Bound bound) const {
    Scope inner = *this;
    inner.bounds.push_back(std::move(bound));
    inner.under_test = true;
    return inner;
  }
};

/// Which constructs one measure may use; so that some measures stay simple.
struct Features {
  bool decimals = false;
  bool division = false;
  bool episodes = false;
  bool every_council = false;
  bool named_populations = false;
  bool texts = false;
  bool different = false;
  bool facts_of_records = false;
  bool stops = false;
  bool keep_one = false;
  bool shapes = false;  // rates, means, medians, results
  bool split_each = false;
  bool other_units = false;

  static Features some(Random& random);
};

/// What one measure (or collection) has declared so far.
struct Names {
  std::vector<int> from;  // collections, the main one first
  std::vector<NamedValue> lets{};
  std::vector<NamedValue> parameters{};
  std::vector<std::string> flags{};
  std::vector<EpisodesShape> episodes{};
  std::vector<NamedPopulationShape> populations{};
  std::optional<Bound> unit;
  bool in_collection = false;
  int fresh = 0;
};

/// Writes expressions that compile: it knows the type of all it writes, and settles each unknown.
class Writer {
 public:
  Writer(Random& random, const Schema& schema, Names& names, Features features)
      : random_(random), schema_(schema), names_(names), features_(features) {}

  /// A value of a kind (and list), of any type but for what `allow` excludes.
  Text value(const Scope& scope, Kind kind, int list, int depth);
  Text value_of_any_kind(const Scope& scope, int depth);
  /// The same, with unknown replaced.
  Text known(Text text, const Scope& scope);
  Text literal(Kind kind, int list);
  /// A path to a value that stands here; nothing if there is none of the kind.
  std::optional<Text> leaf(const Scope& scope, Kind kind, int list);
  std::vector<Text> leaves(const Scope& scope);

  Text test(const Scope& scope, int depth);
  Text condition(const Scope& scope, int depth);
  /// A condition in which every test is plain or settled.
  Text filter(const Scope& scope, int depth);

  SetText set(const Scope& scope, int depth, int collection = -1);
  /// Keys of an order over the record under test; `to_the_last` ends them in the unique fields.
  std::string keys(const Scope& inside, bool to_the_last, int depth);
  std::string replacement(const ValueType& type, const Scope& scope);

  /// A name that nothing else bears.
  std::string fresh(const std::string& stem) { return stem + "_" + std::to_string(++names_.fresh); }
  const CodeListShape& list_of(const ValueType& type) const {
    return schema_.lists[static_cast<std::size_t>(type.list)];
  }
  const CollectionShape& collection(int index) const {
    return schema_.collections[static_cast<std::size_t>(index)];
  }
  const CollectionShape& main() const { return collection(names_.from.front()); }
  /// Whether the unit was mentioned since this was last asked.
  bool take_unit_mark() { return std::exchange(touched_unit_, false); }

  Random& random() { return random_; }
  const Schema& schema() const { return schema_; }
  Names& names() { return names_; }
  const Features& features() const { return features_; }

 private:
  Text date(const Scope& scope, int depth);
  Text days(const Scope& scope, int depth);
  Text number(const Scope& scope, int depth);
  Text decimal(const Scope& scope, int depth);
  Text text(const Scope& scope, int depth);
  Text code(const Scope& scope, int list, int depth);
  Text age(const Scope& scope, int depth);
  Text count(const Scope& scope, int depth);
  std::optional<Text> total(const Scope& scope, Kind kind, int depth);
  std::optional<Text> extreme(const Scope& scope, Kind kind, int depth);
  Text extreme_of_list(const Scope& scope, Kind kind, int depth);
  std::optional<Text> best(const Scope& scope, int list, int depth);
  std::optional<Text> the_one(const Scope& scope, Kind kind, int list, int depth);
  /// A set whose records have a field of a kind; nothing if no collection at hand has one.
  std::optional<SetText> set_with(const Scope& scope, Kind kind, int list, int depth);
  Text sum_of(Text left, const char* sign, Text right, ValueType type) const;

  void add_members(const Scope& scope, const Bound& bound, const std::string& prefix, std::vector<Text>& into) const;
  ValueType day_of(int of, bool first) const;  // of a record of a collection that lasts, or of its episodes
  void add_bare(const Scope& scope, std::vector<Text>& into) const;
  Text use(Text text) {
    touched_unit_ = touched_unit_ || text.of_unit;
    return text;
  }

  Text test_of(const Scope& scope, const Text& asked, int depth);
  Text code_test(const Text& asked);
  Text number_test(const Scope& scope, const Text& asked, int depth);
  Text date_test(const Scope& scope, const Text& asked, int depth);
  Text days_test(const Scope& scope, const Text& asked, int depth);
  Text text_test(const Text& asked);
  Text state_test(const Text& asked);
  std::optional<Text> span_test(const Scope& scope, int depth);
  Text set_test(const Scope& scope, int depth);
  std::optional<Text> known_then(const Scope& scope);
  Text chain(const std::vector<Text>& items, bool all) const;
  Text settled(const Text& test, const Scope& scope);

  bool is_unit(const Bound& bound) const { return names_.unit && names_.unit->name == bound.name; }
  bool is_reachable(int collection) const;
  std::vector<SetText> base_sets(const Scope& scope) const;
  SetText called(const Scope& scope, SetText set);
  std::string key(const Scope& inside, int depth);

  Random& random_;
  const Schema& schema_;
  Names& names_;
  Features features_;
  bool touched_unit_ = false;
};

/// Puts brackets round what is looser than its place.
std::string within(const Text& text, Level loosest);
/// A set after `any`, `of` and the like.
std::string operand(const SetText& set);
/// What is taken of each record: a path, or in brackets.
std::string body(const Text& text);

}  // namespace assize::agree
