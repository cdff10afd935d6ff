// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "tests/unit/jit/trial_shapes.h"

#include "tests/unit/lower/compile_text.h"

namespace assize::jit::tests {

std::vector<TrialShape> trial_shapes() {
  return {
      {"one_of_each_person", "cld", R"(
        population their events as visit where start in period {
          leave out "carers" when client_type is carer, if unknown keep
          keep one per person "the youngest" with lowest age(on start) unknown last then best event_outcome by rank then highest record_id
          leave out "dead" when died before start
        }
        numerator those where event_type is service, if unknown do not count
        split by event_type into service, review, rest in total only
        show percent to 1 decimal, higher is better)"},
      {"one_of_each_person_in_a_part", "cld", R"(
        population their events as visit
        part early { keep one per person "the first" with earliest start then lowest record_id
                     numerator those where gender_sent is male, if unknown count
                     show percent to 1 decimal, higher is better }
        part late  { leave out "equipment" when service_component is equipment, if unknown leave out
                     keep one per person "the last" with latest end then highest record_id
                     keep "service users" when client_type is service_user, if unknown leave out
                     numerator those where gender_sent is male, if unknown count
                     show percent to 1 decimal, higher is better })"},
      {"one_of_each_value", "cld", R"(
        population their events as visit {
          keep one per client_type "one of each kind" with preferring event_type is review then latest start then lowest record_id
          keep one per person, event_type "and of each event" with highest record_id
        }
        numerator those where client_type is carer, if unknown do not count
        tabulate by client_type and by event_type
        show percent to 1 decimal, higher is better)"},
      {"one_of_each_person_of_everybodys", "cld", R"(
        population last_ones = events where event_type is service {
          leave out "reversed" when end before start
          keep one per person "the last" with latest start then highest record_id
          keep "known" when client_type is known
        }
        population people where any (their last_ones in every council)
        numerator those where any (their last_ones where client_type is service_user)
        show percent to 1 decimal, higher is better)"},
      {"one_of_each_value_of_everybodys", "cld", R"(
        population samples = events {
          keep one per born "one of a birthday" with lowest record_id
          keep one per person "and of a person" with latest end then highest record_id
        }
        population their samples
        numerator those where gender_sent is male, if unknown do not count
        show percent to 1 decimal, higher is better)"},
      {"split_by_each", "cld", R"(
        let rows = their events where start in period
        population people where any (their events where event_type is service)
        numerator those where gender is male, if unknown do not count
        split by each client_type of rows into service_user, carer, rest in total only
        split by each event_type of rows into service, review, request, rest left out
        split by each (start after 2024-09-30) of rows into yes "Late", no "Early"
        show percent to 1 decimal, higher is better)"},
      {"split_by_each_crossed", "cld", R"(
        let rows = their events where start in period
        population people
        numerator those where gender is male, if unknown do not count
        split by each client_type of rows into service_user, carer, rest as "Other" and by each event_type of rows into service, review, rest left out
        split by each client_type of rows into service_user, carer, rest in total only and by gender into male, female, rest left out
        split by each client_type of rows into carer, rest left out and by each event_type of their events into service, rest in total only
        tabulate by each event_type of rows and by gender
        show percent to 1 decimal, higher is better)"},
      {"split_by_each_around_an_event", "cld", R"(
        population their events as visit
        numerator those where gender_sent is male, if unknown do not count
        split by each client_type of (their events as other where other.start on or after visit.start) into service_user, carer, rest in total only
        show percent to 1 decimal, higher is better)"},
      {"split_by_texts", "cld", R"(
        population people
        numerator those where gender is male, if unknown do not count
        split by (the local_id of (their events with highest record_id)) into "text 1", "TEXT 2", rest as "Other"
        show percent to 1 decimal, higher is better)"},
      {"mean_of_ages", "cld", R"(
        let old = age(on period.end)
        population people where old is known
        denominator those where any (their events where client_type is service_user)
        mean of old
        split by gender into male, female, rest in total only
        show number to 2 decimals, neither is better)"},
      {"median_of_ages", "cld", R"(
        let grown = (age(on visit.start) if unknown 40)
        population their events as visit
        median of grown
        split by client_type into service_user, carer, rest as "Other" and by gender_sent into male, rest left out
        split by each event_type of (their events as other where other.start is visit.start) into service, review, rest in total only
        show number to 1 decimal, lower is better)"},
      {"units_that_stand_for_several", "ons", R"(
        population their estimates as group where age >= 2 {
          leave out "one sex" when sex is male, if unknown keep
        }
        numerator those where age >= 10
        split by age into 0 to 9, 10 and above, rest in total only
        show percent to 1 decimal, higher is better)"},
      {"mean_of_weighted_units", "ons", R"(
        population their estimates as group
        mean of age
        split by mid_year into 3 to 9, 10 and above, rest left out
        show number to 1 decimal, neither is better)"},
      {"median_of_weighted_units", "ons", R"(
        population their estimates as group
        median of age
        show number to 1 decimal, neither is better)"},
      {"rate_over_everybodys_estimates", "cld, ons", R"(
        population their events as visit
        split by gender_sent into male, female, rest in total only
        over all estimates where age >= 5 and mid_year is 7
        show per 100_000 to 1 decimal, lower is better)"},
      {"rate_of_some_over_their_own", "cld, ons", R"(
        population people where any (their events where client_type is carer)
        numerator those where gender is male, if unknown do not count
        over their estimates where age >= 5
        show per 100_000 to 1 decimal, lower is better)"},
      {"rate_over_units_of_the_same_kind", "cld", R"(
        let late = visit.start after period.start
        population their events as visit where event_type is service
        split by client_type into service_user, carer, rest in total only
        split by late into yes, no and by age(on start) into 18 to 64, 65 and above, rest as "Other"
        split by each event_type of (their events where start in period) into service, review, rest left out
        over all events where client_type is known
        show per 1_000 to 1 decimal, lower is better)"},
      {"rate_placed_where_people_live", "cld, hospital", R"(
        population stays = spells where last_episode { leave out "short" when discharged before admitted + 2 days }
        population people where any (their stays)
        split by gender into male, female, rest in total only
        over all stays placed by residence
        show per 100 to 1 decimal, lower is better)"},
      {"quantities", "cld, ons", R"(
        let rows = their events where client_type is service_user
        numerator total record_id of rows
        over (the record_id of (their events with latest start then highest record_id)) + (highest record_id of rows)
        show per 100 to 1 decimal, lower is better)"},
      {"quantities_with_reasons", "ons", R"(
        numerator the persons of (their estimates where age < 4 and sex is male with lowest age then lowest mid_year) if they differ 3
        over highest persons of (their estimates where sex is known and age > 17)
        show per 100 to 1 decimal, lower is better)"},
      {"plain_result", "ons", R"(
        result (highest age of their estimates) - (lowest age of their estimates)
        show number to 1 decimal, neither is better)"},
      {"numerator_of_another_part", "cld", R"(
        population people
        part one { keep "known" when gender is known
                   denominator those where any (their events where event_type is service)
                   numerator those where gender is male
                   split by gender into male, female, rest in total only
                   show percent to 1 decimal, higher is better }
        part two { numerator one.denominator
                   split by gender into male, female, rest in total only
                   over total record_id of their events
                   show per 100 to 1 decimal, higher is better })"},
  };
}

std::string edition_text(const TrialShape& shape) {
  return "use \"collections/ons.assize\"\nuse \"collections/hospital.assize\"\n" +
         lower::tests::trial_edition(
             "measure m {\n  title \"T\" purpose \"P\" source \"S\" kind outcome serves independence\n"
             "  from " + shape.from + "\n" + shape.body + "\n}\n",
             "m");
}

}  // namespace assize::jit::tests
