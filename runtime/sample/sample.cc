// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "runtime/sample/sample.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "runtime/columns/calendar.h"
#include "runtime/sample/people.h"
#include "runtime/sample/rows.h"

namespace assize::sample {
namespace {

using columns::CellKind;
using columns::Failure;
using columns::FailureKind;
using columns::OutputColumn;
using columns::Status;

constexpr std::int64_t kDaysToLatestReference = 91;
constexpr std::uint64_t kPeopleBetweenReports = 20000;
constexpr std::uint64_t kPopulationStream = ~std::uint64_t{0};

std::vector<OutputColumn> event_columns() {
  std::vector<OutputColumn> columns;
  for (const char* name : {"LA_Code",
                           "Der_Unique_Record_ID",
                           "Der_NHS_Number_Traced_Pseudo",
                           "Der_NHS_Number_Pseudo",
                           "LA_Person_Unique_Identifier",
                           "Reference_Period_End",
                           "Event_Start_Date",
                           "Der_Event_End_Date",
                           "Event_Type",
                           "Client_Type",
                           "Service_Type",
                           "Service_Component",
                           "Delivery_Mechanism",
                           "Event_Outcome",
                           "Der_Birth_Year",
                           "Der_Birth_Month",
                           "Date_of_Death",
                           "Gender",
                           "Primary_Support_Reason",
                           "Accommodation_Status"}) {
    columns.push_back({name, CellKind::kText});
  }
  for (const std::size_t whole : {1, 14, 15}) columns[whole].kind = CellKind::kWhole;
  return columns;
}

std::vector<OutputColumn> spell_columns() {
  std::vector<OutputColumn> columns;
  for (const char* name : {"spell_id", "nhs_number", "admitted", "discharged", "Birth_Year",
                           "Birth_Month", "sex", "residence", "last_episode", "admission_method",
                           "management", "discharge_method", "destination", "treatment_function"}) {
    columns.push_back({name, CellKind::kText});
  }
  return columns;
}

std::vector<OutputColumn> population_columns() {
  return {{"Code", CellKind::kText},
          {"Year", CellKind::kWhole},
          {"Age", CellKind::kWhole},
          {"Sex", CellKind::kText},
          {"Persons", CellKind::kWhole}};
}

std::string respelt(std::string_view text, int spelling) {
  std::string result(text);
  for (char& c : result) {
    if (spelling == 1 && c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
    if (spelling == 2 && c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  }
  if (spelling == 3) result += ' ';
  return result;
}

std::string nhs_number(const Person& person) { return fmt::format("S{:06}", person.number); }

// Writes everything of one sample, person by person.
class Sample {
 public:
  Sample(const SampleRequest& request, Rows events, Rows spells, Rows population)
      : request_(request),
        events_(std::move(events)),
        spells_(std::move(spells)),
        population_(std::move(population)) {
    scene_.seed = request.seed;
    scene_.councils = request.councils;
    scene_.period_start = request.period_start;
    scene_.period_end = request.period_end;
    scene_.earlier_reference = request.period_start - 1;
    scene_.latest_reference = request.period_end + kDaysToLatestReference;
  }

  columns::Result<SampleFacts> write() {
    while (!is_done()) {
      if (auto status = write_person(); !status) return status.failure();
      if (facts_.people % kPeopleBetweenReports == 0 && !goes_on()) {
        return Failure{FailureKind::kInterrupted, "making the sample was stopped", {}};
      }
    }
    if (auto status = write_population(); !status) return status.failure();
    for (Rows* rows : {&events_, &spells_, &population_}) {
      if (auto status = rows->finish(); !status) return status.failure();
    }
    return facts_;
  }

 private:
  bool is_done() const {
    return request_.people > 0 ? facts_.people >= request_.people
                               : facts_.events >= request_.events;
  }

  bool goes_on() const {
    const bool by_people = request_.people > 0;
    return columns::goes_on(request_.progress,
                            {"making the sample", by_people ? facts_.people : facts_.events,
                             by_people ? request_.people : request_.events});
  }

  Status write_person();
  Status write_event(const Person& person, const Event& event);
  Status write_spell(const Person& person, const Spell& spell);
  Status write_population();

  const SampleRequest& request_;
  Scene scene_;
  Rows events_;
  Rows spells_;
  Rows population_;
  SampleFacts facts_;
  std::uint64_t next_id_ = 1;
};

Status Sample::write_person() {
  Random random(scene_.seed, ++facts_.people);
  const Person person = make_person(scene_, facts_.people, random);
  for (const Event& event : make_events(scene_, person, random, next_id_)) {
    if (request_.people == 0 && facts_.events == request_.events) break;
    if (auto status = write_event(person, event); !status) return status;
    ++facts_.events;
  }
  if (!person.is_traced) return {};
  for (const Spell& spell : make_spells(scene_, person, random)) {
    if (auto status = write_spell(person, spell); !status) return status;
  }
  return {};
}

Status Sample::write_event(const Person& person, const Event& event) {
  const auto spelt = [&](std::string_view text) {
    events_.cell(event.spelling == 0 || text.empty() ? text
                                                     : events_.keep(respelt(text, event.spelling)));
  };
  const bool is_named = !event.names_nobody;
  const std::string nhs = nhs_number(person);
  events_.cell(event.has_unknown_council ? std::string_view("E99999999")
                                         : std::string_view(scene_.councils[event.council]));
  events_.whole(static_cast<std::int64_t>(event.record_id));
  events_.cell(is_named && person.is_traced ? events_.keep(nhs) : "");
  events_.cell(is_named && !person.is_traced && person.sends_nhs ? events_.keep(nhs) : "");
  events_.cell(is_named ? events_.keep(fmt::format("L{:06}", person.number)) : "");
  events_.day(event.reference);
  if (event.start_is_no_day) {
    events_.cell("31/03/2024");
  } else {
    events_.day(event.start);
  }
  events_.day(event.end);
  spelt(event.event_type);
  spelt(event.client_type);
  spelt(event.service_type);
  spelt(event.component);
  spelt(event.mechanism);
  spelt(event.outcome);
  events_.whole(event.birth_year);
  events_.whole(event.birth_month);
  events_.day(event.died);
  spelt(event.gender);
  spelt(event.reason);
  spelt(event.accommodation);
  return events_.end_row();
}

Status Sample::write_spell(const Person& person, const Spell& spell) {
  const columns::CalendarDay born = columns::calendar_day_of(person.born);
  spells_.cell(spells_.keep(fmt::format("H{:07}", ++facts_.spells)));
  spells_.cell(spells_.keep(nhs_number(person)));
  spells_.day(spell.admitted);
  spells_.day(spell.discharged);
  spells_.whole(born.year);
  spells_.whole(born.month);
  spells_.cell(person.gender);
  spells_.cell(scene_.councils[person.council]);
  spells_.cell(spell.is_last_episode ? "yes" : "no");
  for (const std::string_view text :
       {spell.admission_method, spell.management, spell.discharge_method, spell.destination,
        spell.treatment_function}) {
    spells_.cell(text);
  }
  return spells_.end_row();
}

// Single years of age from 18 to 90, which stands for all above.
Status Sample::write_population() {
  Random random(scene_.seed, kPopulationStream);
  const std::int64_t year = columns::calendar_day_of(scene_.period_start).year;
  for (const std::string& council : scene_.councils) {
    const std::int64_t size = random.between(800, 6000);
    for (std::int64_t age = 18; age <= 90; ++age) {
      for (const char* sex : {"Female", "Male"}) {
        const std::int64_t share =
            age <= 60 ? 100 : std::max<std::int64_t>(8, 100 - 3 * (age - 60));
        population_.cell(council);
        population_.whole(year);
        population_.whole(age);
        population_.cell(sex);
        population_.whole(size * share / 200 + random.between(0, 30));
        if (auto status = population_.end_row(); !status) return status;
      }
    }
  }
  return {};
}

}  // namespace

columns::Result<SampleFacts> generate_sample(const SampleRequest& request) {
  if (request.councils.empty()) {
    return Failure{FailureKind::kUsage, "a sample needs at least one council", {}};
  }
  if (request.people == 0 && request.events == 0) {
    return Failure{FailureKind::kUsage, "a sample needs a number of people or of events", {}};
  }
  const auto path = [&](const char* name) { return request.folder + "/" + name + request.ending; };
  auto events = Rows::open(path("cld"), event_columns());
  if (!events) return events.failure();
  auto spells = Rows::open(path("hospital"), spell_columns());
  if (!spells) return spells.failure();
  auto population = Rows::open(path("ons"), population_columns());
  if (!population) return population.failure();
  auto facts =
      Sample(request, std::move(*events), std::move(*spells), std::move(*population)).write();
  if (facts) facts->files = {path("cld"), path("hospital"), path("ons")};
  return facts;
}

}  // namespace assize::sample
