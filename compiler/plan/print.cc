// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/plan/print.h"

#include <iterator>
#include <utility>

namespace assize::plan {
namespace {

constexpr std::size_t kWidth = 110;

std::string day_text(std::int64_t day) {
  // Days to a civil date, after Howard Hinnant's `civil_from_days`.
  const std::int64_t shifted = day + 719468;
  const std::int64_t era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
  const std::int64_t of_era = shifted - era * 146097;
  const std::int64_t year_of_era =
      (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  const std::int64_t of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t month_from_march = (5 * of_year + 2) / 153;
  const std::int64_t day_of_month = of_year - (153 * month_from_march + 2) / 5 + 1;
  const std::int64_t month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
  const std::int64_t year = year_of_era + era * 400 + (month <= 2 ? 1 : 0);
  const auto two = [](std::int64_t number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
  };
  return std::to_string(year) + "-" + two(month) + "-" + two(day_of_month);
}

std::string print_value(const Plan& plan, const Type& type, const Value& value) {
  switch (value.state) {
    case Value::State::kUnknown:
      return "unknown";
    case Value::State::kNone:
      return "none";
    case Value::State::kOpen:
      return "open";
    case Value::State::kKnown:
      break;
  }
  switch (type.base) {
    case Base::kBool:
      return value.whole != 0 ? "yes" : "no";
    case Base::kDate:
      return day_text(value.whole);
    case Base::kDays:
      return std::to_string(value.whole) + " days";
    case Base::kDecimal:
      return value.decimal.to_text();
    case Base::kText:
      return '"' + value.text + '"';
    case Base::kCode:
      if (is_set(type.list))
        return plan.list(type.list).codes[static_cast<std::size_t>(value.whole)];
      break;
    case Base::kNumber:
    case Base::kCase:
    case Base::kSet:
      break;
  }
  return std::to_string(value.whole);
}

std::string_view word_of(Pick pick) {
  switch (pick) {
    case Pick::kLatest:
      return "latest";
    case Pick::kEarliest:
      return "earliest";
    case Pick::kHighest:
      return "highest";
    case Pick::kLowest:
      return "lowest";
  }
  return "";
}

std::string variable_text(const Plan& plan, VariableId id) {
  const std::string& label = plan.variable(id).label;
  return (label.empty() ? "it" : label) + "#" + std::to_string(index_of(id));
}

std::string_view word_of(Reach reach) {
  switch (reach) {
    case Reach::kFile:
      return "their ";
    case Reach::kEveryCouncil:
      return "in every council ";
    case Reach::kAll:
      return "all ";
  }
  return "";
}

/// What a node says beside its operands.
std::string payload(const Plan& plan, const Node& node) {
  std::string text;
  const auto add = [&text](std::string_view word) {
    if (!text.empty()) text += ' ';
    text += word;
  };
  switch (node.op) {
    case Op::kConst:
      return print_value(plan, node.type, node.value);
    case Op::kParameter:
      return plan.parameters[index_of(node.parameter)].label;
    case Op::kField: {
      const Collection& collection = plan.collection(plan.variable(node.variable).collection);
      return variable_text(plan, node.variable) + "." +
             collection.fields[static_cast<std::size_t>(node.field)].label;
    }
    case Op::kRecords:
      return std::string(word_of(node.reach)) + plan.collection(node.collection).label;
    case Op::kPopulation:
      return std::string(word_of(node.reach)) + plan.population(node.population).label;
    case Op::kEpisodes:
      return plan.episodes[index_of(node.episodes)].label;
    case Op::kIsIn:
      for (std::size_t i = 0; i < node.members.size(); ++i) {
        if (!node.members[i]) continue;
        const ListId list = plan.node(node.operands[0]).type.list;
        add(is_set(list) ? plan.list(list).codes[i] : std::to_string(i));
      }
      return "{" + text + "}";
    case Op::kWiden:
      return "to " + plan.list(node.type.list).label;
    default:
      break;
  }
  if (is_set(node.let)) add(plan.let(node.let).label);
  if (is_set(node.variable)) add(variable_text(plan, node.variable));
  if (node.op == Op::kExtreme || node.op == Op::kExtremeOf) add(word_of(node.pick));
  if (node.op == Op::kScore || node.op == Op::kBest || node.op == Op::kBestOf) {
    add("column " + std::to_string(node.column));
  }
  if (node.known) add("known");
  if (node.op == Op::kAge) {
    add(node.by_birthdays ? "by birthdays" : "of " + node.days_per_year.to_text() + " days");
  }
  if (node.op == Op::kShift) {
    add(std::to_string(node.months) + " months " + (node.round_up ? "up" : "down"));
  }
  return text;
}

std::string key_head(const Key& key) {
  switch (key.kind) {
    case Key::Kind::kPick:
      return std::string(word_of(key.pick)) + (key.unknown_first ? " unknown first" : "");
    case Key::Kind::kBest:
      return "best by column " + std::to_string(key.column);
    case Key::Kind::kPreferring:
      return "preferring";
  }
  return "";
}

/// Prints a node on one line if it fits, else each operand on a line of its own.
std::string print_indented(const Plan& plan, NodeId id, std::size_t indent) {
  const std::string line = print_node(plan, id);
  const Node& node = plan.node(id);
  if (line.size() + indent <= kWidth || (node.operands.empty() && node.keys.empty())) return line;
  const std::string margin(indent + 2, ' ');
  std::string text(word_of(node.op));
  const std::string own = payload(plan, node);
  if (!own.empty()) text += "[" + own + "]";
  text += "(";
  for (const NodeId operand : node.operands) {
    text += "\n" + margin + print_indented(plan, operand, indent + 2);
  }
  for (const Key& key : node.keys) {
    text += "\n" + margin + key_head(key) + " " + print_indented(plan, key.value, indent + 4);
  }
  return text + ")";
}

std::string_view tail_of(Unknown unknown) {
  switch (unknown) {
    case Unknown::kCannotBe:
      return "";
    case Unknown::kMeansYes:
      return ", unknown is yes";
    case Unknown::kMeansNo:
      return ", unknown is no";
    case Unknown::kStops:
      return ", unknown stops";
  }
  return "";
}

std::string print_question(const Plan& plan, const Question& question, std::size_t indent) {
  if (!is_set(question.condition)) return "always";
  return print_indented(plan, question.condition, indent) + std::string(tail_of(question.unknown));
}

std::string print_let(const Plan& plan, const Let& let) {
  constexpr std::string_view kinds[] = {"fact", "let", "unit let", "record let"};
  std::string text = std::string(kinds[static_cast<std::size_t>(let.of)]) + " " + let.label;
  if (is_set(let.variable)) text += " of " + variable_text(plan, let.variable);
  text += " : " + print_type(plan, let.type);
  if (is_set(let.value)) return text + " =\n  " + print_indented(plan, let.value, 2) + "\n";
  text += "\n";
  for (const Case& each : let.cases) {
    text += "  case " + each.label + "\n    gives " + print_indented(plan, each.gives, 10) + "\n";
    if (is_set(each.when)) {
      text += "    when " + print_indented(plan, each.when, 9) +
              std::string(tail_of(each.unknown)) + "\n";
    } else if (each.unknown != Unknown::kCannotBe) {
      text += "    if known" + std::string(tail_of(each.unknown)) + "\n";
    }
  }
  return text;
}

std::string print_steps(const Plan& plan, const std::vector<Step>& steps,
                        const std::string& margin) {
  std::string text;
  for (const Step& step : steps) {
    if (step.keeps_one) {
      text += margin + "keep one \"" + step.label + "\"" + (step.per_file ? " per file" : "") + "\n";
      for (const NodeId per : step.per) text += margin + "  per " + print_node(plan, per) + "\n";
      for (const Key& key : step.keys) {
        text += margin + "  " + key_head(key) + " " + print_node(plan, key.value) + "\n";
      }
    } else {
      text += margin + "take out \"" + step.label + "\" when " +
              print_question(plan, step.takes_out, margin.size() + 2) + "\n";
    }
  }
  return text;
}

std::string print_breakdown(const Plan& plan, const Breakdown& breakdown,
                            const std::string& margin) {
  constexpr std::string_view rests[] = {"", ", rest in total only", ", rest left out",
                                        ", rest labelled"};
  std::string text;
  for (const Dimension& dimension : breakdown.dimensions) {
    text += margin + "by " + dimension.label + " = " + print_node(plan, dimension.value);
    if (is_set(dimension.each_of)) {
      text += " each " + variable_text(plan, dimension.record) + " of " +
              print_node(plan, dimension.each_of);
    }
    text += " into";
    for (const Band& band : dimension.bands) text += " [" + band.label + "]";
    text += std::string(rests[static_cast<std::size_t>(dimension.rest)]) + "\n";
    if (is_set(dimension.over_value)) {
      text += margin + "  over by " + print_node(plan, dimension.over_value) + "\n";
    }
  }
  return text;
}

std::string print_groups(const std::vector<Group>& groups, const std::string& margin) {
  std::string text;
  for (const Group& group : groups) {
    text += margin + "group \"" + group.label + "\" of " + std::to_string(group.breakdown);
    for (const int band : group.bands) text += " " + std::to_string(band);
    text += "\n";
  }
  return text;
}

std::string print_part(const Plan& plan, const Part& part) {
  constexpr std::string_view shapes[] = {"share", "rate", "mean", "median", "result"};
  std::string text = "  part " + (part.label.empty() ? std::string("-") : part.label) + " : " +
                     std::string(shapes[static_cast<std::size_t>(part.shape)]) + "\n";
  text += print_steps(plan, part.steps, "    ");
  const auto say = [&](std::string_view word, NodeId node) {
    if (is_set(node))
      text += "    " + std::string(word) + " " + print_indented(plan, node, 6) + "\n";
  };
  text += "    denominator those where " + print_question(plan, part.denominator, 6) + "\n";
  text += "    numerator those where " + print_question(plan, part.numerator, 6) + "\n";
  say("numerator", part.numerator_quantity);
  if (part.numerator_part >= 0) {
    constexpr std::string_view counts[] = {"population", "denominator", "numerator"};
    text += "    numerator is the " +
            std::string(counts[static_cast<std::size_t>(part.numerator_part_count)]) + " of part " +
            std::to_string(part.numerator_part) + "\n";
  }
  say("over", part.over);
  say("placed by", part.over_placed_by);
  say("of", part.of);
  for (const Breakdown& split : part.splits)
    text += "    split\n" + print_breakdown(plan, split, "      ");
  text += print_groups(part.groups, "    ");
  for (const Tabulation& tabulation : part.tabulations) {
    text += "    tabulate\n" + print_breakdown(plan, tabulation.by, "      ");
    text += print_groups(tabulation.groups, "      ");
  }
  return text;
}

std::string print_measure(const Plan& plan, const Measure& measure) {
  std::string text = "measure " + measure.label + " from";
  for (const CollectionId from : measure.from) text += " " + plan.collection(from).label;
  if (measure.lag_months != 0) text += " lag " + std::to_string(measure.lag_months);
  text += "\n";
  if (measure.has_units) {
    text += "  units ";
    if (is_set(measure.unit)) text += variable_text(plan, measure.unit) + " ";
    text += measure.unit_is_file ? "where " : "= ";
    text += is_set(measure.base) ? print_indented(plan, measure.base, 4) : "always";
    text += "\n" + print_steps(plan, measure.steps, "  ");
  }
  if (measure.has_parts) {
    text += "  denominator those where " + print_question(plan, measure.denominator, 4) + "\n";
    text += "  numerator those where " + print_question(plan, measure.numerator, 4) + "\n";
  }
  for (const Part& part : measure.parts) text += print_part(plan, part);
  for (const Shown& shown : measure.shown) {
    text += "  show " + shown.label + " = " + print_node(plan, shown.value) + "\n";
  }
  return text;
}

}  // namespace

std::string_view word_of(Op op) {
  constexpr std::string_view words[] = {"const",
                                        "parameter",
                                        "council",
                                        "period_start",
                                        "period_end",
                                        "field",
                                        "let",
                                        "deciding_case",
                                        "episode_start",
                                        "episode_end",
                                        "furthest_end",
                                        "previous_end",
                                        "score",
                                        "widen",
                                        "not",
                                        "and",
                                        "or",
                                        "is",
                                        "is_in",
                                        "is_any_of",
                                        "less",
                                        "less_or_equal",
                                        "is_known",
                                        "is_open",
                                        "is_none",
                                        "starts_with",
                                        "add",
                                        "subtract",
                                        "multiply",
                                        "divide",
                                        "negative",
                                        "join",
                                        "age",
                                        "year",
                                        "month_length",
                                        "shift",
                                        "fallback",
                                        "records",
                                        "population",
                                        "episodes",
                                        "episode_records",
                                        "where",
                                        "with",
                                        "any",
                                        "count",
                                        "count_different",
                                        "extreme",
                                        "total",
                                        "extreme_of",
                                        "best",
                                        "best_of",
                                        "the"};
  static_assert(std::size(words) == static_cast<std::size_t>(Op::kThe) + 1);
  return words[static_cast<std::size_t>(op)];
}

std::string print_type(const Plan& plan, const Type& type) {
  std::string text;
  switch (type.base) {
    case Base::kBool:
      text = "yes or no";
      break;
    case Base::kNumber:
      text = "number";
      break;
    case Base::kDecimal:
      text = "decimal";
      break;
    case Base::kDate:
      text = "date";
      break;
    case Base::kDays:
      text = "days";
      break;
    case Base::kText:
      text = "text";
      break;
    case Base::kCode:
      text = plan.list(type.list).label;
      break;
    case Base::kCase:
      text = "case";
      break;
    case Base::kSet:
      return "set of " + (is_set(type.episodes) ? plan.episodes[index_of(type.episodes)].label
                                                : plan.collection(type.collection).label);
  }
  if (type.may_be_open) text += " or still open";
  if (type.may_be_none) text += " or none";
  if (type.may_be_unknown) text += "?";
  return text;
}

std::string print_node(const Plan& plan, NodeId id) {
  const Node& node = plan.node(id);
  const std::string own = payload(plan, node);
  const bool stands_alone = node.op == Op::kConst || node.op == Op::kField || node.op == Op::kLet ||
                            node.op == Op::kParameter || node.op == Op::kRecords ||
                            node.op == Op::kPopulation || node.op == Op::kEpisodes;
  if (stands_alone) return own;
  std::string text(word_of(node.op));
  if (!own.empty()) text += "[" + own + "]";
  if (node.operands.empty() && node.keys.empty()) return text;
  text += "(";
  bool is_first = true;
  const auto add = [&](const std::string& operand) {
    if (!std::exchange(is_first, false)) text += ", ";
    text += operand;
  };
  for (const NodeId operand : node.operands) add(print_node(plan, operand));
  for (const Key& key : node.keys) add(key_head(key) + " " + print_node(plan, key.value));
  return text + ")";
}

std::string print(const Plan& plan) {
  std::string text;
  for (const Collection& collection : plan.collections) {
    text += "collection " + collection.label + "\n";
    for (const Field& field : collection.fields) {
      text += "  " + field.label + " : " + print_type(plan, field.type) + "\n";
    }
    if (is_set(collection.stands_for)) {
      text += "  stands for " + print_node(plan, collection.stands_for) + "\n";
    }
  }
  for (const Parameter& parameter : plan.parameters) {
    text += "parameter " + parameter.label + " : " + print_type(plan, parameter.type) + " = " +
            print_value(plan, parameter.type, parameter.value) + "\n";
  }
  for (const Let& let : plan.lets) text += print_let(plan, let);
  for (const Episodes& episodes : plan.episodes) {
    text += "episodes " + episodes.label + "\n";
    const auto say = [&](std::string_view word, NodeId node) {
      if (is_set(node))
        text += "  " + std::string(word) + " " + print_indented(plan, node, 4) + "\n";
    };
    say("from", episodes.from);
    say("begin when", episodes.begin_when);
    say("join while", episodes.join_while);
    say("stop before", episodes.stop_before);
  }
  for (const Population& population : plan.populations) {
    text += "population " + population.label + " = " + variable_text(plan, population.record) +
            " where ";
    text += is_set(population.base) ? print_indented(plan, population.base, 4) : "always";
    text += "\n" + print_steps(plan, population.steps, "  ");
  }
  for (const Measure& measure : plan.measures) text += print_measure(plan, measure);
  return text;
}

}  // namespace assize::plan
