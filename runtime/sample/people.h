// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/sample/random.h"

namespace assize::sample {

/// What the whole sample is about.
struct Scene {
  std::uint64_t seed = 0;
  std::vector<std::string> councils;
  std::int64_t period_start = 0;
  std::int64_t period_end = 0;
  std::int64_t earlier_reference = 0;  // the days up to which the two submissions reach
  std::int64_t latest_reference = 0;
};

/// One person who does not exist.
struct Person {
  std::uint64_t number = 0;
  bool is_carer = false;
  std::int64_t born = 0;  // day number
  std::optional<std::int64_t> died;
  std::string_view gender;
  std::string_view reason;
  std::string_view accommodation;
  bool is_traced = true;  // bears a traced NHS number
  bool sends_nhs = true;  // if not traced, the number that was sent
  std::size_t council = 0;
  std::size_t other_council = 0;  // the same, but for people known to two
};

/// Makes up a person by her number; the same number is the same person.
Person make_person(const Scene& scene, std::uint64_t number, Random& random);

/// One event as it is sent, before it is written. Empty texts are blank cells.
struct Event {
  std::uint64_t record_id = 0;
  std::size_t council = 0;
  bool has_unknown_council = false;
  bool names_nobody = false;
  std::int64_t reference = 0;
  std::optional<std::int64_t> start;
  bool start_is_no_day = false;
  std::optional<std::int64_t> end;
  std::string_view event_type;
  std::string_view client_type;
  std::string_view service_type;
  std::string_view component;
  std::string_view mechanism;
  std::string_view outcome;
  std::optional<std::int64_t> birth_year;
  std::optional<std::int64_t> birth_month;
  std::optional<std::int64_t> died;
  std::string_view gender;
  std::string_view reason;
  std::string_view accommodation;
  /// How a text of this event is written: 0 as it is, 1 upper case, 2 lower case, 3 with a blank
  /// after it.
  int spelling = 0;
};

/// Makes up a person's events; `next_id` counts records through the whole sample.
std::vector<Event> make_events(const Scene& scene, const Person& person, Random& random,
                               std::uint64_t& next_id);

/// One stay in hospital.
struct Spell {
  std::int64_t admitted = 0;
  std::int64_t discharged = 0;
  bool is_last_episode = true;
  std::string_view admission_method;
  std::string_view management;
  std::string_view discharge_method;
  std::string_view destination;
  std::string_view treatment_function;
};

/// Makes up a person's stays: most people have none.
std::vector<Spell> make_spells(const Scene& scene, const Person& person, Random& random);

}  // namespace assize::sample
