// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "tests/agree/schema.h"

#include <utility>

#include "tests/agree/lets.h"
#include "tests/agree/writer.h"

namespace assize::agree {
namespace {

// ---- code lists

struct ListPlan {
  std::string name;
  std::vector<std::string> values;
  std::string includes;
  bool has_blank_ranks = true;
};

std::string row_of(const std::vector<std::string>& cells) {
  std::string row = "  |";
  for (const std::string& one : cells) row += " " + one + " |";
  return row + "\n";
}

std::string write_list(Random& random, const ListPlan& plan, Schema& schema) {
  CodeListShape shape;
  shape.name = plan.name;
  shape.values = plan.values;
  shape.groups = {plan.name + "_good", plan.name + "_odd"};
  shape.orders = {"rank", "urgency"};
  shape.scores = {"points", "weight"};
  std::string text = "code list " + plan.name + (plan.includes.empty() ? "" : " includes " + plan.includes) + " {\n";
  text += "  source \"Made up\"\n";
  std::vector<std::string> header = {"code", "text", shape.groups[0] + "?", shape.groups[1] + "?", "rank (1 is best)",
                                     "urgency (1 is best)", "points", "weight"};
  const bool has_unknown = plan.includes.empty() && random.chance(70);
  if (has_unknown) header.emplace_back("unknown?");
  text += row_of(header);
  const auto mark = [&] { return random.chance(50) ? "yes" : ""; };
  for (const std::string& value : plan.values) {
    // Two values may share a place, and some have none.
    const bool blank = plan.has_blank_ranks && random.chance(25);
    std::vector<std::string> cells = {value, "Text " + value, mark(), mark(),
                                      blank ? "" : std::to_string(random.between(1, 4)),
                                      std::to_string(random.between(1, 5)), std::to_string(random.between(-2, 9)),
                                      random.chance(30) ? "" : std::to_string(random.between(0, 3)) + ".5"};
    if (has_unknown) cells.emplace_back();
    text += row_of(cells);
    shape.spellings.push_back("Text " + value);
  }
  if (has_unknown) {
    text += row_of({plan.name + "_not_known", "Not known", "", "", "", "", "", "", "yes"});
    shape.spellings.emplace_back("Not known");
  }
  schema.lists.push_back(std::move(shape));
  return text + "}\n";
}

std::string write_lists(Random& random, Schema& schema) {
  static const std::vector<std::string> kPlaces = {"own", "family", "care", "shared", "street", "prison"};
  std::vector<std::string> places(kPlaces.begin(), kPlaces.begin() + random.between(3, 6));
  std::string text = write_list(random, {"setting", places, "", true}, schema);
  text += write_list(random, {"why", {"illness", "age_alone", "carer_lost"}, "", false}, schema);
  text += write_list(random, {"sex", {"male", "female", "other_sex"}, "", true}, schema);
  places.emplace_back("elsewhere");
  places.emplace_back("nowhere");
  random.shuffle(places);
  text += write_list(random, {"wide_setting", places, "setting", true}, schema);
  return text;
}

// ---- fields

std::string type_words(const Schema& schema, const ValueType& type) {
  std::string words;
  switch (type.kind) {
    case Kind::kYesNo: words = "yes or no"; break;
    case Kind::kNumber: words = "number"; break;
    case Kind::kDecimal: words = "decimal"; break;
    case Kind::kDate: words = "date"; break;
    case Kind::kText: words = "text"; break;
    case Kind::kDays: words = "number"; break;
    case Kind::kCode: words = schema.lists[static_cast<std::size_t>(type.list)].name; break;
  }
  if (type.open) words += " or still open";
  if (type.none) words += " or none";
  if (type.unknown) words += "?";
  return words;
}

std::string write_fields(Random& random, const Schema& schema, CollectionShape& shape,
                         const std::vector<NamedValue>& fields) {
  std::string text;
  for (const NamedValue& field : fields) {
    text += "  field " + field.name + " : " + type_words(schema, field.type);
    const int words = (field.type.open ? 1 : 0) + (field.type.none ? 1 : 0) + (field.type.unknown ? 1 : 0);
    if (words > 1) {
      const std::string word = field.type.open ? "open" : "none";
      text += std::string(" blank is ") + (random.chance(50) ? "unknown" : word);
    }
    text += "\n";
    shape.fields.push_back(field);
  }
  return text;
}

NamedValue field(std::string name, ValueType type) { return {.name = std::move(name), .type = std::move(type)}; }

std::vector<NamedValue> chosen(Random& random, std::vector<NamedValue> fields, int percent) {
  std::vector<NamedValue> made;
  for (NamedValue& one : fields) {
    if (random.chance(percent)) made.push_back(std::move(one));
  }
  return made;
}

std::vector<NamedValue> visit_fields(Random& random) {
  std::vector<NamedValue> fields = {
      field("la", {.kind = Kind::kText}),
      field("person_key", {.kind = Kind::kText, .unknown = true}),
      field("id", {.kind = Kind::kNumber}),
      field("start", {.kind = Kind::kDate}),
      field("end", {.kind = Kind::kDate, .unknown = random.chance(15), .open = true}),
      field("place", {.kind = Kind::kCode, .list = 0, .unknown = true}),
      field("reason", {.kind = Kind::kCode, .list = 1, .none = random.chance(50)}),
      field("sex_sent", {.kind = Kind::kCode, .list = 2, .unknown = true}),
      field("born", {.kind = Kind::kDate, .unknown = true}),
      field("died_on", {.kind = Kind::kDate, .none = true}),
  };
  for (NamedValue& more : chosen(random,
                                 {
                                     field("asked_on", {.kind = Kind::kDate, .unknown = true}),
                                     field("review", {.kind = Kind::kDate, .unknown = true, .none = true}),
                                     field("amount", {.kind = Kind::kNumber}),
                                     field("visits_made", {.kind = Kind::kNumber, .unknown = true}),
                                     field("cost", {.kind = Kind::kDecimal, .unknown = true}),
                                     field("urgent", {.kind = Kind::kYesNo}),
                                     field("late", {.kind = Kind::kYesNo, .unknown = true}),
                                     field("word", {.kind = Kind::kText, .unknown = random.chance(70)}),
                                     field("remark", {.kind = Kind::kText, .none = true}),
                                     field("sure_place", {.kind = Kind::kCode, .list = 0}),
                                     field("maybe_place", {.kind = Kind::kCode, .list = 0, .none = true}),
                                 },
                                 65)) {
    fields.push_back(std::move(more));
  }
  return fields;
}

// ---- facts

Names names_of(int index) {
  Names names;
  names.from = {index};
  names.in_collection = true;
  names.fresh = 100 * (index + 1);
  return names;
}

std::string write_facts(Random& random, Schema& schema) {
  auto& visits = schema.collections[kVisits];
  std::string text =
      "  let birth of person = the born of (their visits with preferring born is known then latest start then "
      "earliest born)\n";
  visits.facts.push_back(field("birth", {.kind = Kind::kDate, .unknown = true}));
  text += "  let died of person = the died_on of (their visits with preferring died_on is not none then latest start "
          "then latest died_on)\n";
  visits.facts.push_back(field("died", {.kind = Kind::kDate, .unknown = true, .none = true}));
  text += "  let sex of person = the sex_sent of (their visits with preferring sex_sent is known then latest end" +
          std::string(visits.fields[4].type.unknown ? " unknown last" : "") + ") if they differ unknown\n";
  visits.facts.push_back(field("sex", {.kind = Kind::kCode, .list = 2, .unknown = true}));
  Names names = names_of(kVisits);
  Features features;
  features.every_council = random.chance(20);
  for (int left = random.between(1, 3); left > 0; --left) {
    // A copy, since a fact that is being written does not stand yet.
    const Schema before = schema;
    Writer writer(random, before, names, features);
    const std::string name = writer.fresh("fact");
    const bool is_set = random.chance(25);
    LetText made = is_set ? write_set_let(writer, {}, name, " of person") : write_let(writer, {}, name, " of person");
    text += made.words;
    schema.collections[kVisits].facts.push_back(made.named);
  }
  return text;
}

std::string write_record_lets(Random& random, Schema& schema, int index) {
  std::string text;
  Names names = names_of(index);
  names.fresh += 50;
  for (int left = random.between(0, 2); left > 0; --left) {
    const Schema before = schema;
    Writer writer(random, before, names, {});
    CollectionShape& shape = schema.collections[static_cast<std::size_t>(index)];
    const std::string name = writer.fresh("more");
    const Scope scope = Scope{}.inside({shape.singular, {index, -1}});
    LetText made = write_let(writer, scope, name, " of " + shape.singular);
    made.named.of_record = index;
    text += made.words;
    shape.record_lets.push_back(made.named);
  }
  return text;
}

// Steps of a collection: rows that are not used at all.
std::string write_steps(Random& random, const Schema& schema) {
  if (random.chance(50)) return "";
  static_cast<void>(schema);
  static const std::vector<std::string> kSteps = {
      "  leave out \"born in the future\" when born after 2030-01-01, if unknown keep\n",
      "  keep \"begun\" when start before 2030-01-01\n",
      "  leave out \"of no interest\" when id is 3\n",
  };
  return random.one_of(kSteps);
}

// ---- collections

std::string write_visits(Random& random, Schema& schema) {
  CollectionShape shape{.name = "visits_data", .plural = "visits", .singular = "visit", .names_person = true,
                        .names_council = true, .lasts = true, .start = "start", .end = "end", .reckons_age = true,
                        .counted = "visits"};
  std::string text = "collection visits_data {\n  holds visits, one visit\n  identify council by la\n"
                     "  identify person by person_key\n";
  const std::string fields = write_fields(random, schema, shape, visit_fields(random));
  shape.unique = random.chance(70) ? std::vector<std::string>{"id"} : std::vector<std::string>{"id", "start"};
  text += shape.unique.size() == 1 ? "  unique id\n" : "  unique id, start\n";
  text += "  lasts start to end\n";
  text += random.chance(50) ? "  ages from birth in completed years of 365.25 days\n"
                            : "  ages from birth in completed years by birthdays\n";
  text += random.chance(80) ? "  unlisted codes read as blank\n" : "  unlisted codes refuse the row\n";
  text += fields;
  schema.collections.push_back(std::move(shape));
  text += write_steps(random, schema);
  text += write_record_lets(random, schema, kVisits);
  text += write_facts(random, schema);
  return text + "}\n";
}

std::string write_stays(Random& random, Schema& schema) {
  CollectionShape shape{.name = "stays_data", .plural = "stays", .singular = "stay", .names_person = true,
                        .lasts = true, .start = "admitted", .end = "discharged", .counted = "stays"};
  const bool in_councils = random.chance(30);
  shape.names_council = in_councils;
  std::string text = "collection stays_data {\n  holds stays, one stay\n";
  if (in_councils) text += "  identify council by sent_by\n";
  text += "  identify person by who\n";
  shape.each_row = random.chance(20);
  if (!shape.each_row) shape.unique = {"stay_id"};
  text += shape.each_row ? "  unique each row\n" : "  unique stay_id\n";
  text += "  lasts admitted to discharged\n  unlisted codes read as blank\n";
  std::vector<NamedValue> fields = {
      field("who", {.kind = Kind::kText, .unknown = true}),
      field("sent_by", {.kind = Kind::kText}),
      field("stay_id", {.kind = random.chance(60) ? Kind::kNumber : Kind::kText}),
      field("admitted", {.kind = Kind::kDate}),
      field("discharged", {.kind = Kind::kDate, .open = random.chance(70)}),
      field("lives_in", {.kind = Kind::kText, .unknown = true}),
      field("ward", {.kind = Kind::kCode, .list = 0, .unknown = random.chance(50)}),
      field("because_of", {.kind = Kind::kCode, .list = 1}),
      field("nights", {.kind = Kind::kNumber, .unknown = random.chance(40)}),
  };
  text += write_fields(random, schema, shape, fields);
  schema.collections.push_back(std::move(shape));
  text += write_record_lets(random, schema, kStays);
  return text + "}\n";
}

std::string write_estimates(Random& random, Schema& schema) {
  CollectionShape shape{.name = "estimates_data", .plural = "estimates", .singular = "estimate",
                        .names_council = true, .counted = "people"};
  shape.unique = {"age", "of_year"};
  std::string text = "collection estimates_data {\n  holds estimates, one estimate\n  identify council by area\n"
                     "  unique area, age, of_year, sex\n  unlisted codes read as blank\n  stands for amount_of people\n";
  shape.each_row = true;  // its key holds a text, which orders nothing
  text += write_fields(random, schema, shape,
                       {
                           field("area", {.kind = Kind::kText}),
                           field("age", {.kind = Kind::kNumber}),
                           field("of_year", {.kind = Kind::kNumber}),
                           field("sex", {.kind = Kind::kCode, .list = 2}),
                           field("amount_of", {.kind = Kind::kNumber}),
                       });
  schema.collections.push_back(std::move(shape));
  return text + "}\n";
}

std::string write_returns(Random& random, Schema& schema) {
  CollectionShape shape{.name = "returns_data", .plural = "returns", .singular = "return_row",
                        .names_council = true, .each_row = true, .counted = "returns"};
  std::string text = "collection returns_data {\n  holds returns, one return_row\n  identify council by authority\n"
                     "  unique authority, role\n  unlisted codes read as blank\n";
  text += write_fields(random, schema, shape,
                       {
                           field("authority", {.kind = Kind::kText}),
                           field("role", {.kind = Kind::kCode, .list = 1}),
                           field("place_of", {.kind = Kind::kCode, .list = 0, .unknown = true}),
                           field("said", {.kind = Kind::kNumber, .unknown = true}),
                           field("share", {.kind = Kind::kDecimal, .unknown = true}),
                           field("sent_on", {.kind = Kind::kDate, .none = true}),
                       });
  schema.collections.push_back(std::move(shape));
  text += write_record_lets(random, schema, kReturns);
  return text + "}\n";
}

}  // namespace

WrittenSchema write_schema(Random& random) {
  WrittenSchema made;
  made.text = write_lists(random, made.schema);
  made.text += write_visits(random, made.schema);
  made.text += write_stays(random, made.schema);
  made.text += write_estimates(random, made.schema);
  made.text += write_returns(random, made.schema);
  made.text += "collection councils {\n  holds places, one place_row\n  listed in \"councils.csv\"\n"
               "  identify council by key\n  unique key\n  lasts opened to closed\n"
               "  field key : text\n  field name : text\n  field region : text\n  field opened : date\n"
               "  field closed : date or still open\n}\n";
  return made;
}

}  // namespace assize::agree
