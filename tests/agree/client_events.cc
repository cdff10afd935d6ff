// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "tests/agree/client_events.h"

#include "compiler/check/period.h"

namespace assize::agree {
namespace {

class EventWriter {
 public:
  EventWriter(const check::Collection& cld, const std::vector<std::string>& councils, std::uint64_t seed, int number)
      : cld_(cld), councils_(councils), random_(seed_of(seed, 5000 + static_cast<std::uint64_t>(number))), number_(number) {}

  DataSet write();

 private:
  struct Person {
    std::string key;
    std::string home;
    int birth_year = 0;  // 0: not recorded
    int birth_month = 0;
  };
  std::vector<std::string> row(const Person& person);
  std::string cell(const check::Field& field, const Person& person, std::string& began);
  std::string code(const check::Field& field);
  std::string day();

  const check::Collection& cld_;
  const std::vector<std::string>& councils_;
  Random random_;
  int number_;
  int next_id_ = 1;
};

std::string EventWriter::day() {
  static const std::vector<std::string> kOften = {"2024-04-01", "2024-03-31", "2025-03-31", "2025-04-01", "2024-02-29",
                                                  "2024-06-30", "2024-12-31", "2024-09-30"};
  if (random_.chance(50)) return random_.one_of(kOften);
  return check::day_text(*check::parse_day("2023-06-01") + random_.below(900));
}

// Most events are services to users of services, for long.
std::string EventWriter::code(const check::Field& field) {
  const check::CodeList& list = *field.type.list;
  if (random_.chance(4)) return "Of no list";
  const bool usual = random_.chance(75);
  if (usual && list.name == "event_type") return "Service";
  if (usual && list.name == "client_type") return "Service user";
  const auto& spellings = list.spellings.rbegin()->second;
  const int place = random_.below(static_cast<int>(usual ? std::min<std::size_t>(4, list.values.size()) : spellings.size()));
  if (!usual) return std::next(spellings.begin(), place)->first;
  return list.values[static_cast<std::size_t>(place)].text;
}

std::string EventWriter::cell(const check::Field& field, const Person& person, std::string& began) {
  if (field.name == "la_code") return person.home;
  if (field.name == "record_id") return std::to_string(random_.chance(3) && next_id_ > 1 ? next_id_ - 1 : next_id_++);
  if (field.name == "nhs_traced") return random_.chance(85) ? person.key : "";
  if (field.name == "nhs_sent") return random_.chance(90) ? person.key : "";
  if (field.type.base == check::Base::kText) return random_.chance(98) ? "L" + person.key : "";
  if (field.name == "reference_end") return random_.chance(60) ? "2025-03-31" : day();
  if (field.name == "date_of_death") return random_.chance(85) ? "" : day();
  if (field.name == "start") return began = day();
  if (field.name == "end") {
    if (random_.chance(35)) return "";
    if (random_.chance(15)) return day();
    return check::day_text(*check::parse_day(began) + random_.below(300));
  }
  if (random_.chance(25)) return "";
  return field.type.list != nullptr ? code(field) : day();
}

std::vector<std::string> EventWriter::row(const Person& person) {
  std::vector<std::string> cells;
  std::string began;
  for (const auto& field : cld_.fields) {
    if (field->columns.size() == 1) {
      cells.push_back(cell(*field, person, began));
      continue;
    }
    // A birth in year and month; now and then another than last time.
    const bool is_other = random_.chance(10);
    const int year = is_other ? random_.between(1925, 2010) : person.birth_year;
    cells.push_back(year == 0 ? "" : std::to_string(year));
    cells.push_back(year == 0 ? "" : std::to_string(is_other ? random_.between(1, 12) : person.birth_month));
  }
  return cells;
}

DataSet EventWriter::write() {
  DataTable table;
  for (const auto& field : cld_.fields) {
    for (const std::string& column : field->columns) table.header.push_back(column);
  }
  const int people = random_.between(1, number_ == 0 ? 6 : 40);
  for (int at = 1; at <= people; ++at) {
    Person person{"N" + std::to_string(at), random_.one_of(councils_), random_.chance(15) ? 0 : random_.between(1930, 2008),
                  random_.between(1, 12)};
    // Birthdays on the first and last days of the period, and 18 and 65 years before them.
    if (random_.chance(30)) {
      person.birth_year = random_.chance(50) ? random_.between(2005, 2007) : random_.between(1958, 1960);
      person.birth_month = random_.between(3, 4);
    }
    for (int rows = random_.between(0, random_.chance(60) ? 4 : 12); rows > 0; --rows) {
      Person here = person;
      if (random_.chance(20)) here.home = random_.one_of(councils_);
      table.rows.push_back(row(here));
      if (random_.chance(5)) table.rows.push_back(std::vector<std::string>(table.rows.back()));
    }
  }
  DataSet data{{cld_.name, table}};
  return shuffled(data, random_);
}

}  // namespace

DataSet generate_client_events(const check::Collection& cld, const std::vector<std::string>& councils,
                               std::uint64_t seed, int number) {
  return EventWriter(cld, councils, seed, number).write();
}

}  // namespace assize::agree
