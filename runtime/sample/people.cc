// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "runtime/sample/people.h"

#include <algorithm>
#include <array>

#include "runtime/columns/calendar.h"
#include "runtime/sample/vocabulary.h"

namespace assize::sample {
namespace {

constexpr std::int64_t kYear = 365;

std::size_t pick(Words words, Random& random) {
  std::array<int, 32> weights{};
  for (std::size_t i = 0; i < words.size(); ++i) weights[i] = words[i].weight;
  return random.weighted(std::span(weights).first(words.size()));
}

// A word of a column: in one of fifty cases as the earlier release spelt it.
std::string_view word(Words words, Random& random) {
  const Word& picked = words[pick(words, random)];
  const bool is_older = !picked.release_1.empty() && random.chance(200);
  return is_older ? picked.release_1 : picked.text;
}

std::size_t pick_council(const Scene& scene, Random& random) {
  // The smaller of two draws: earlier councils are larger.
  const auto last = static_cast<std::int64_t>(scene.councils.size()) - 1;
  return static_cast<std::size_t>(std::min(random.between(0, last), random.between(0, last)));
}

std::size_t number_of_events(Random& random) {
  constexpr std::array<int, 5> kWeights = {25, 30, 25, 14, 6};
  constexpr std::array<std::int64_t, 6> kBounds = {1, 4, 8, 12, 18, 30};
  const std::size_t band = random.weighted(kWeights);
  return static_cast<std::size_t>(random.between(kBounds[band], kBounds[band + 1] - 1));
}

void place_in_time(const Scene& scene, const Person& person, Event& event, Random& random) {
  const std::int64_t start =
      random.between(scene.period_start - 2 * kYear, scene.latest_reference - 20);
  event.start = start;
  const bool is_service = event.event_type == "Service";
  const bool is_long = is_service && event.service_type.starts_with("Long");
  if (!is_service) {
    event.end = start + random.between(0, 60);
  } else if (!is_long) {
    event.end = start + random.between(1, event.service_type.ends_with("ST-Max") ? 56 : 180);
  } else if (!random.chance(4500)) {
    event.end = start + random.between(10, 3 * kYear);
  }
  // What is known of the future is not: ends after the submission are open, but for a few.
  if (event.end && *event.end > scene.latest_reference && !random.chance(500)) event.end.reset();
  // Services end with death, mostly.
  if (person.died && (!event.end || *event.end > *person.died) && *person.died >= start &&
      random.chance(9000)) {
    event.end = person.died;
  }
  if (event.end && random.chance(30)) event.end = start - random.between(1, 40);
}

void describe(const Scene& scene, const Person& person, Event& event, Random& random) {
  const columns::CalendarDay born = columns::calendar_day_of(person.born);
  event.birth_year = born.year;
  event.birth_month = born.month;
  if (random.chance(60)) event.birth_month.reset();
  if (random.chance(150)) event.birth_year.reset();
  if (random.chance(40))
    event.birth_year = born.year + random.between(-2, 2);  // details that conflict
  event.gender = random.chance(9850) ? person.gender : word(genders(), random);
  event.reason = random.chance(9300) ? person.reason : word(support_reasons(), random);
  event.accommodation = random.chance(9000) ? person.accommodation : word(accommodations(), random);
  const bool is_told = person.died && *person.died <= scene.latest_reference;
  // A death is told in the latest submission, seldom in the one before; some days of death
  // conflict.
  if (is_told && (event.reference == scene.latest_reference || random.chance(2000)))
    event.died = person.died;
  if (event.died && random.chance(100)) event.died = *event.died + random.between(-5, 5);
}

void say_what(const Person& person, Event& event, Random& random) {
  event.event_type = word(event_types(), random);
  event.client_type = !person.is_carer      ? "Service user"
                      : random.chance(8000) ? "Unpaid carer"
                                            : "Unpaid carer known by association";
  if (event.client_type == "Unpaid carer" && random.chance(300)) event.client_type = "Carer";
  if (random.chance(30)) event.client_type = "";
  if (event.event_type == "Service") {
    const Words services = person.is_carer ? carer_service_types() : service_types();
    const Word& service = services[pick(services, random)];
    event.service_type = service.text;
    event.component = word(components_of(service.text), random);
    event.mechanism = word(delivery_mechanisms(), random);
    if (!service.release_1.empty() && random.chance(200)) event.service_type = service.release_1;
  }
  event.outcome = word(event_outcomes(), random);
}

// What goes wrong with single rows on their way.
void damage(Event& event, Random& random) {
  if (random.chance(10)) event.names_nobody = true;
  if (random.chance(3)) event.has_unknown_council = true;
  if (random.chance(5)) event.start.reset();
  if (random.chance(2)) event.start_is_no_day = true;
  if (random.chance(3)) event.event_type = "Servce";
  if (random.chance(3)) event.accommodation = "Own home";
  if (random.chance(2)) event.gender = "F";
  if (random.chance(50)) event.spelling = static_cast<int>(random.between(1, 3));
}

}  // namespace

Person make_person(const Scene& scene, std::uint64_t number, Random& random) {
  Person person;
  person.number = number;
  person.is_carer = random.chance(1500);
  constexpr std::array<int, 6> kWeights = {1, 20, 19, 22, 28, 10};
  constexpr std::array<std::int64_t, 7> kBounds = {16, 18, 45, 65, 78, 90, 103};
  const std::size_t band = random.weighted(kWeights);
  const std::int64_t days =
      random.between(kBounds[band] * 36525 / 100, kBounds[band + 1] * 36525 / 100 - 1);
  person.born = scene.period_end - days;
  const int risk = band >= 4 ? 1600 : band >= 2 ? 500 : 60;
  if (random.chance(risk))
    person.died = random.between(scene.period_start - 200, scene.latest_reference);
  person.gender = genders()[pick(genders(), random)].text;
  person.reason =
      person.is_carer ? "Social support: Support to unpaid carer" : word(support_reasons(), random);
  person.accommodation = word(accommodations(), random);
  person.is_traced = random.chance(9500);
  person.sends_nhs = random.chance(6000);
  person.council = person.other_council = pick_council(scene, random);
  if (random.chance(200)) person.other_council = pick_council(scene, random);
  return person;
}

std::vector<Event> make_events(const Scene& scene, const Person& person, Random& random,
                               std::uint64_t& next_id) {
  std::vector<Event> events;
  const std::size_t count = number_of_events(random);
  for (std::size_t i = 0; i < count; ++i) {
    Event event;
    event.record_id = next_id++;
    event.council = random.chance(6000) ? person.council : person.other_council;
    event.reference = random.chance(2500) ? scene.earlier_reference : scene.latest_reference;
    say_what(person, event, random);
    place_in_time(scene, person, event, random);
    describe(scene, person, event, random);
    damage(event, random);
    events.push_back(event);
    if (random.chance(20)) events.push_back(event);  // sent twice
    if (random.chance(1)) {                          // the same number for something else
      events.push_back(event);
      events.back().outcome = "NFA: Other";
      events.back().reference = scene.earlier_reference;
    }
  }
  return events;
}

std::vector<Spell> make_spells(const Scene& scene, const Person& person, Random& random) {
  std::vector<Spell> spells;
  const std::int64_t age = (scene.period_end - person.born) / kYear;
  if (!random.chance(age >= 65 ? 3500 : 700)) return spells;
  const std::int64_t count = random.between(1, 3);
  for (std::int64_t i = 0; i < count; ++i) {
    Spell spell;
    spell.admitted = random.between(scene.period_start - 120, scene.period_end);
    spell.discharged = spell.admitted + random.between(0, 40);
    spell.is_last_episode = random.chance(9000);
    constexpr std::array<std::string_view, 5> kMethods = {"21", "22", "11", "12", "31"};
    constexpr std::array<std::string_view, 3> kManagement = {"EM", "EL", "NE"};
    constexpr std::array<std::string_view, 4> kDischarge = {"1", "2", "4", ""};
    constexpr std::array<std::string_view, 4> kDestination = {"19", "29", "54", "65"};
    constexpr std::array<std::string_view, 4> kFunction = {"300", "100", "430", "501"};
    spell.admission_method = kMethods[random.weighted(std::array{60, 15, 15, 5, 5})];
    spell.management = kManagement[random.weighted(std::array{70, 22, 8})];
    spell.discharge_method = kDischarge[random.weighted(std::array{85, 5, 8, 2})];
    spell.destination = kDestination[random.weighted(std::array{82, 5, 8, 5})];
    spell.treatment_function = kFunction[random.weighted(std::array{70, 15, 14, 1})];
    spells.push_back(spell);
  }
  return spells;
}

}  // namespace assize::sample
