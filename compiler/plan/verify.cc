// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/plan/verify.h"

#include <algorithm>
#include <utility>

#include "compiler/plan/print.h"
#include "compiler/plan/variables.h"

namespace assize::plan {
namespace {

/// Collects the first fault; everything after it is passed over.
class Verifier {
 public:
  explicit Verifier(const Plan& plan) : plan_(plan) {}

  std::optional<std::string> run() {
    for (std::size_t i = 0; i < plan_.nodes.size() && !fault_; ++i) check_references(i);
    if (fault_) return fault_;
    for (std::size_t i = 0; i < plan_.nodes.size() && !fault_; ++i) check_node(i);
    if (fault_) return fault_;
    free_ = free_variables(plan_);
    for (const Let& let : plan_.lets) check_let(let);
    for (const Episodes& episodes : plan_.episodes) check_episodes(episodes);
    for (const Population& population : plan_.populations) check_population(population);
    for (const Collection& collection : plan_.collections) check_weight(collection);
    for (const Measure& measure : plan_.measures) check_measure(measure);
    return fault_;
  }

 private:
  void require(bool holds, const std::string& place, const char* what) {
    if (!holds && !fault_) fault_ = place + ": " + what;
  }

  template <class Id, class Vector>
  bool lies_in(Id id, const Vector& vector) const {
    return is_set(id) && index_of(id) < vector.size();
  }

  /// A let or case may name only nodes that exist; `before` is the first that is too late.
  bool node_exists(NodeId id, std::size_t before) const {
    return is_set(id) && index_of(id) < before;
  }

  void check_references(std::size_t i) {
    const Node& node = plan_.nodes[i];
    const std::string place = "node " + std::to_string(i) + " " + std::string(word_of(node.op));
    for (const NodeId operand : node.operands) {
      require(node_exists(operand, i), place, "an operand does not come before it");
    }
    for (const Key& key : node.keys) {
      require(node_exists(key.value, i), place, "a key does not come before it");
    }
    const auto require_id = [&](auto id, const auto& vector, const char* what) {
      if (is_set(id)) require(lies_in(id, vector), place, what);
    };
    require_id(node.variable, plan_.variables, "there is no such variable");
    require_id(node.let, plan_.lets, "there is no such let");
    require_id(node.parameter, plan_.parameters, "there is no such parameter");
    require_id(node.collection, plan_.collections, "there is no such collection");
    require_id(node.episodes, plan_.episodes, "there are no such episodes");
    require_id(node.population, plan_.populations, "there is no such population");
    require_id(node.type.list, plan_.lists, "there is no such list");
    if (fault_ || !is_set(node.let)) return;
    const Let& let = plan_.let(node.let);
    if (is_set(let.value)) require(node_exists(let.value, i), place, "its let comes later");
    for (const Case& each : let.cases) {
      require(node_exists(each.gives, i), place, "its let comes later");
      if (is_set(each.when)) require(node_exists(each.when, i), place, "its let comes later");
    }
  }

  struct Arity {
    std::size_t least;
    std::size_t most;
  };

  static Arity arity_of(const Node& node) {
    constexpr std::size_t kMany = 1'000'000;
    switch (node.op) {
      case Op::kConst:
      case Op::kParameter:
      case Op::kCouncil:
      case Op::kPeriodStart:
      case Op::kPeriodEnd:
      case Op::kField:
      case Op::kLet:
      case Op::kDecidingCase:
      case Op::kEpisodeStart:
      case Op::kEpisodeEnd:
      case Op::kFurthestEnd:
      case Op::kPreviousEnd:
      case Op::kRecords:
      case Op::kPopulation:
      case Op::kEpisodes:
        return {0, 0};
      case Op::kScore:
      case Op::kWiden:
      case Op::kNot:
      case Op::kIsIn:
      case Op::kIsKnown:
      case Op::kIsOpen:
      case Op::kIsNone:
      case Op::kNegative:
      case Op::kYear:
      case Op::kMonthLength:
      case Op::kShift:
      case Op::kWith:
      case Op::kAny:
      case Op::kCount:
        return {1, 1};
      case Op::kIs:
      case Op::kLess:
      case Op::kLessOrEqual:
      case Op::kStartsWith:
      case Op::kAdd:
      case Op::kSubtract:
      case Op::kMultiply:
      case Op::kDivide:
      case Op::kAge:
      case Op::kFallback:
      case Op::kWhere:
      case Op::kCountDifferent:
      case Op::kExtreme:
      case Op::kTotal:
      case Op::kBest:
        return {2, 2};
      case Op::kThe:
        return {2, 3};
      case Op::kEpisodeRecords:
        return {0, 1};
      case Op::kAnd:
      case Op::kOr:
      case Op::kIsAnyOf:
      case Op::kJoin:
      case Op::kExtremeOf:
      case Op::kBestOf:
        return {1, kMany};
    }
    return {0, 0};
  }

  void require_base(NodeId id, Base base, const std::string& place, const char* what) {
    require(plan_.node(id).type.base == base, place, what);
  }

  void check_node(std::size_t i) {
    const Node& node = plan_.nodes[i];
    const std::string place = "node " + std::to_string(i) + " " + std::string(word_of(node.op));
    const Arity arity = arity_of(node);
    require(arity.least <= node.operands.size() && node.operands.size() <= arity.most, place,
            "it has too few or too many operands");
    if (fault_) return;
    switch (node.op) {
      case Op::kNot:
      case Op::kAnd:
      case Op::kOr:
        for (const NodeId operand : node.operands) {
          require_base(operand, Base::kBool, place, "an operand is no condition");
        }
        break;
      case Op::kField:
        check_field(node, place);
        break;
      case Op::kLet:
      case Op::kDecidingCase:
        check_let_use(node, place);
        break;
      case Op::kParameter:
        require(is_set(node.parameter), place, "it names no parameter");
        break;
      case Op::kIsIn:
        check_members(node, place);
        break;
      case Op::kRecords:
        require(is_set(node.collection), place, "it names no collection");
        break;
      case Op::kPopulation:
        require(is_set(node.population) && is_set(node.collection), place,
                "it names no population");
        break;
      case Op::kEpisodes:
        require(is_set(node.episodes), place, "it names no episodes");
        break;
      case Op::kAny:
      case Op::kCount:
        require_base(node.operands[0], Base::kSet, place, "its operand is no set");
        break;
      default:
        break;
    }
    if (binds_variable(node.op)) {
      require(is_set(node.variable), place, "it binds no variable");
      require_base(node.operands[0], Base::kSet, place, "its first operand is no set");
    }
    if (node.op == Op::kWhere) {
      require_base(node.operands[1], Base::kBool, place, "its condition is none");
    }
    if (node.op == Op::kWith) require(!node.keys.empty(), place, "it has no key");
    check_keys(node.keys, place);
    require(node.type.base != Base::kCode || is_set(node.type.list), place,
            "a code without its list");
  }

  void check_keys(const std::vector<Key>& keys, const std::string& place) {
    for (const Key& key : keys) {
      const Type& type = plan_.node(key.value).type;
      if (key.kind == Key::Kind::kPreferring) {
        require(type.base == Base::kBool, place, "`preferring` has no condition");
      }
      if (key.kind == Key::Kind::kBest) {
        require(is_set(type.list) && key.column >= 0 &&
                    static_cast<std::size_t>(key.column) < plan_.list(type.list).orders.size(),
                place, "a key names no order");
      }
    }
  }

  void check_field(const Node& node, const std::string& place) {
    require(is_set(node.variable), place, "it names no variable");
    if (fault_) return;
    const Variable& variable = plan_.variable(node.variable);
    require(
        variable.what == Variable::What::kRecord && lies_in(variable.collection, plan_.collections),
        place, "its variable is no record");
    if (fault_) return;
    const Collection& collection = plan_.collection(variable.collection);
    require(node.field >= 0 && static_cast<std::size_t>(node.field) < collection.fields.size(),
            place, "there is no such field");
  }

  void check_let_use(const Node& node, const std::string& place) {
    require(is_set(node.let), place, "it names no let");
    if (fault_) return;
    const Let& let = plan_.let(node.let);
    require(let.of != Let::Of::kRecord || is_set(node.variable), place,
            "a let of records is asked of none");
    require(node.op != Op::kDecidingCase || !let.cases.empty(), place, "its let has no cases");
  }

  void check_members(const Node& node, const std::string& place) {
    const Type& type = plan_.node(node.operands[0]).type;
    require(type.base == Base::kCode && is_set(type.list), place, "its operand is no code");
    if (fault_) return;
    require(node.members.size() == plan_.list(type.list).codes.size(), place,
            "its members are not those of the list");
  }

  void require_bound(NodeId id, const VariableSet& bound, const std::string& place) {
    if (!is_set(id)) return;
    require(index_of(id) < plan_.nodes.size(), place, "there is no such node");
    if (fault_) return;
    for (const VariableId variable : free_[index_of(id)]) {
      require(std::find(bound.begin(), bound.end(), variable) != bound.end(), place,
              "a variable is used where it is not bound");
    }
  }

  void require_condition(NodeId id, const VariableSet& bound, const std::string& place) {
    require_bound(id, bound, place);
    if (is_set(id) && !fault_) require_base(id, Base::kBool, place, "a condition is none");
  }

  VariableSet units() const {
    VariableSet set;
    for (const Measure& measure : plan_.measures) {
      if (is_set(measure.unit)) set.push_back(measure.unit);
    }
    return set;
  }

  void check_let(const Let& let) {
    const std::string place = "let " + let.label;
    require(is_set(let.value) == let.cases.empty(), place, "it has a value and cases, or neither");
    VariableSet bound;
    // A let may mention the unit of the measure it stands in; which that is, its users show.
    if (let.of == Let::Of::kUnit || let.of == Let::Of::kRecord) bound = units();
    if (is_set(let.variable)) bound.push_back(let.variable);
    require_bound(let.value, bound, place);
    for (const Case& each : let.cases) {
      require_condition(each.when, bound, place);
      require_bound(each.gives, bound, place);
    }
    if (!let.cases.empty()) {
      require(!is_set(let.cases.back().when), place, "its last case may fail");
    }
  }

  void check_episodes(const Episodes& episodes) {
    const std::string place = "episodes " + episodes.label;
    require(is_set(episodes.from) && is_set(episodes.record) && is_set(episodes.join_while), place,
            "records, variable or condition are missing");
    if (fault_) return;
    VariableSet bound = units();
    require_bound(episodes.from, bound, place);
    bound.push_back(episodes.record);
    for (const NodeId id : {episodes.begin_when, episodes.join_while, episodes.stop_before}) {
      require_condition(id, bound, place);
    }
  }

  void check_steps(const std::vector<Step>& steps, const VariableSet& bound,
                   const std::string& place) {
    for (const Step& step : steps) {
      const std::string at = place + " step " + step.label;
      require(step.keeps_one || is_set(step.takes_out.condition), at, "it asks nothing");
      require_condition(step.takes_out.condition, bound, at);
      for (const Key& key : step.keys) require_bound(key.value, bound, at);
      for (const NodeId per : step.per) require_bound(per, bound, at);
    }
  }

  void check_population(const Population& population) {
    const std::string place = "population " + population.label;
    require(is_set(population.collection) && is_set(population.record), place,
            "collection or variable are missing");
    const VariableSet bound{population.record};
    require_condition(population.base, bound, place);
    check_steps(population.steps, bound, place);
  }

  void check_weight(const Collection& collection) {
    const std::string place = "collection " + collection.label;
    require(collection.stands_for_more == is_set(collection.stands_for), place,
            "it does not say what its records stand for");
    require_bound(collection.stands_for, {collection.record}, place);
  }

  void check_groups(const std::vector<Group>& groups, const Breakdown* only,
                    const std::vector<Breakdown>& splits, const std::string& place) {
    for (const Group& group : groups) {
      if (group.breakdown < 0 && only == nullptr) continue;
      require(only != nullptr || static_cast<std::size_t>(group.breakdown) < splits.size(), place,
              "a group of no breakdown");
      if (fault_) return;
      const Breakdown& breakdown =
          only != nullptr ? *only : splits[static_cast<std::size_t>(group.breakdown)];
      require(group.bands.size() == breakdown.dimensions.size(), place,
              "a group has not a band for each dimension");
      for (std::size_t i = 0; i < group.bands.size() && !fault_; ++i) {
        require(group.bands[i] < static_cast<int>(breakdown.dimensions[i].bands.size()), place,
                "a group names no band");
      }
    }
  }

  void check_part(const Part& part, std::size_t parts, const VariableSet& bound,
                  const std::string& place) {
    check_steps(part.steps, bound, place);
    require_condition(part.denominator.condition, bound, place);
    require_condition(part.numerator.condition, bound, place);
    require(!part.groups.empty(), place, "it has no total");
    require(part.numerator_part < static_cast<int>(parts), place, "its numerator is of no part");
    check_groups(part.groups, nullptr, part.splits, place);
    check_over(part, bound, place);
    for (const Tabulation& tabulation : part.tabulations) {
      check_groups(tabulation.groups, &tabulation.by, {}, place);
    }
  }

  void check_over(const Part& part, const VariableSet& units, const std::string& place) {
    if (fault_ || !is_set(part.over)) return;
    require_bound(part.over, {}, place);
    if (fault_ || plan_.node(part.over).type.base != Base::kSet) return;
    require(is_set(part.over_record), place, "what it is over has no variable");
    VariableSet bound{part.over_record};
    require_bound(part.over_placed_by, bound, place);
    bound.insert(bound.end(), units.begin(), units.end());
    for (const Breakdown& split : part.splits) {
      for (const Dimension& dimension : split.dimensions) {
        VariableSet counted = bound;
        if (is_set(dimension.record)) counted.push_back(dimension.record);
        require_bound(dimension.over_value, counted, place);
      }
    }
  }

  void check_measure(const Measure& measure) {
    const std::string place = "measure " + measure.label;
    require(!measure.from.empty(), place, "it reads no collection");
    VariableSet bound;
    if (is_set(measure.unit)) bound.push_back(measure.unit);
    if (is_set(measure.base)) {
      require(index_of(measure.base) < plan_.nodes.size(), place, "there is no such node");
      if (fault_) return;
      const Base base = plan_.node(measure.base).type.base;
      require(base == (measure.unit_is_file ? Base::kBool : Base::kSet), place,
              "its units are no condition or set");
      require_bound(measure.base, {}, place);
    }
    check_steps(measure.steps, bound, place);
    require_condition(measure.denominator.condition, bound, place);
    require_condition(measure.numerator.condition, bound, place);
    for (const Part& part : measure.parts) {
      check_part(part, measure.parts.size(), bound, place + " part " + part.label);
    }
    for (const Shown& shown : measure.shown)
      require_bound(shown.value, bound, place + " shows " + shown.label);
  }

  const Plan& plan_;
  std::vector<VariableSet> free_;
  std::optional<std::string> fault_;
};

}  // namespace

std::optional<std::string> verify(const Plan& plan) { return Verifier(plan).run(); }

}  // namespace assize::plan
