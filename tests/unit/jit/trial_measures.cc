// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "tests/unit/jit/trial_measures.h"

namespace assize::jit::tests {
namespace {

constexpr const char* kHead = R"(
  title "T"  purpose "P"  source "S"  kind outcome  serves independence
)";

// A collection with what client-level data lack: decimals, whole numbers of any size, texts.
constexpr const char* kVisits = R"(
collection visits {
  holds visits, one visit
  identify council by la
  identify person by who
  unique serial
  lasts start to end
  field la : text
  field serial : text
  field who : text
  field id : number
  field start : date
  field end : date or still open
  field paid : decimal
  field owed : decimal?
  field hours : number
  field word : text?
  field place : text
}
)";

constexpr const char* kTail = R"(
  show percent to 1 decimal, higher is better
)";

}  // namespace

std::vector<TrialMeasure> trial_measures() {
  return {
      {"everybody", "",
       "population people\nnumerator those where gender is male, if unknown do not count"},
      {"nested_sets", "", R"(
        let rows = their events where end on or after start
        let followed = rows where any (rows as later where later.start after event.start
                                       and any (rows as last where last.start after later.start
                                                and service_type is nursing))
        let lone = rows where no (rows as other where other.start is event.start and other.record_id < event.record_id)
        population people where any rows
        numerator those where any followed and number of lone > 2)"},
      {"keys_of_every_kind", "", R"(
        let first = the record_id of (their events with earliest born unknown first then lowest record_id)
        let last  = the record_id of (their events with latest born unknown last then latest end then highest record_id)
        let winner = the record_id of (their events with best event_outcome by rank then preferring service_type is none
                                                   then lowest record_id)
        let low   = the client_type of (their events with earliest date_of_death) if they differ unknown
        let tied  = number of (their events with earliest end then best service_type by rank)
        population people
        numerator those where first < last and winner is not last and (low is carer if unknown yes) and tied > 1)"},
      {"extremes", "", R"(
        let rows = their events where client_type is service_user
        let a = latest known born of rows
        let b = earliest known born of rows
        let c = latest end of rows
        let d = highest record_id of rows
        let e = lowest record_id of rows
        let f = latest known of (a, b, period.start)
        let g = best known event_outcome of rows by rank
        let h = best known service_type of rows by rank
        population people where any rows
        numerator those where f after period.start - 30 days and d - e > 100, if unknown do not count
        tabulate by g and by h)"},
      {"conflicts_have_a_value_of_their_own", "", R"(
        let a = the client_type of (their events where start in period) if they differ carer
        let b = the start of (their events where event_type is service) if they differ 2024-02-29
        population people
        numerator those where b on or before 2024-02-29, if unknown count
        tabulate by a)"},
      {"three_valued_logic", "", R"(
        let rows = their events where (not (born before 1990-01-01) if unknown yes)
                                  and ((client_type is carer or event_type is review) if unknown no)
                                  and (service_type is not nursing if unknown no)
        population people where any rows {
          leave out "dead or unborn" when died before period.start or birth after 2000-01-01, if unknown keep
          keep "known" when gender is known and not (support_reason is memory), if unknown leave out
        }
        denominator those where accommodation is not care_home, if unknown count
        numerator those where accommodation in settled and gender is female, if unknown do not count
        split by gender into male, female, rest in total only and by age(on period.end) into 18 to 64, 65 and above, rest as "Other")"},
      {"none_and_open", "", R"(
        let a = their events where end is open and date_of_death is none
        let b = their events where service_type is none or service_type in (nursing, residential)
        let c = their events where (end - start > 30 days if unknown no) or (end + 7 days after period.end)
        population people where any a or any b
        numerator those where number of c >= 2
        split by (died is none) into yes, no)"},
      {"windows", "", R"(
        let a = their events where start within 91 days before period.start
        let b = their events where end within 30 days after start
        let c = their events where start within 1 days of 2024-02-29
        let d = their events where span inside period
        let e = their events where period.start in span
        let f = their events where start in shift(period.start, 1 months, up) to shift(2024-08-31, 6 months, down)
        population people where any a or any b or any c
        numerator those where (any d or any e) and no f)"},
      {"ages_and_calendar", "", R"(
        let a = age(birth, on period.end, in completed years by birthdays)
        let b = age(on latest end of their events)
        let c = year(birth)
        let d = month_length(birth)
        population people
        numerator those where a is b, if unknown do not count
        split by a into 0 to 17, 18 to 64, 65 and above, rest in total only
        split by c into 1900 to 1960, 1961 and above, rest left out
        tabulate by d into 28, 29, 30, 31)"},
      {"lets_of_records", "", R"(
        let sort of event : client_type? by the first case that holds, if unknown try next {
          case nursing gives carer        when service_type is nursing
          case as_sent gives client_type
          case any_later gives service_user when any (their events as other where other.start after event.start)
          otherwise    gives unknown
        }
        let late of event = start after period.start
        let rows = their events where late
        population people where any rows
        numerator those where any (rows where sort is carer)
        tabulate by the sort of (rows with highest record_id))"},
      {"tables", R"(
        code list setting {
          source "S"
          | code  | text | rank (1 is best) | good? |
          | alpha | A    | 2                | yes   |
          | beta  | B    | 1                |       |
          | gamma | C    |                  | yes   |
        }
      )",
       R"(
        let place of event : setting by the first row that fits, if unknown try next {
          | service_type         | event_type      | setting |
          | nursing, residential | service, review | alpha   |
          | none                 | anything        | beta    |
          | anything             | unknown         | gamma   |
          otherwise gives alpha
        }
        let best_place = best place of their events by rank
        population people
        denominator those where best_place in good, if unknown do not count
        numerator those where any (their events where place is gamma)
        tabulate by best_place)"},
      {"wider_lists", R"(
        code list wide includes client_type, event_type {
          source "S"
          | code                 | text | order (1 is best) |
          | service_user         |      | 3                 |
          | carer                |      | 2                 |
          | carer_by_association |      |                   |
          | request              |      | 1                 |
          | assessment           |      | 1                 |
          | service              |      |                   |
          | review               |      | 9                 |
        }
      )",
       R"(
        let one : wide? by the first case that holds, if unknown try next {
          case client gives the client_type of (their events with highest record_id)
          case event  gives the event_type of (their events with highest record_id)
          otherwise   gives unknown
        }
        let best_one = best known of (one, one) by order
        population people
        numerator those where one is carer, if unknown do not count
        tabulate by one and by one.step
        tabulate by best_one)"},
      {"units_that_are_events", "", R"(
        let support = their events where event_type is service
        let earlier = number of (their events as other where other.start before visit.start)
        let outcome = best known event_outcome of (their events as other where other.start is visit.start) by rank
        population support as visit where end on or after start {
          leave out "dead"       when died before start
          leave out "under 18"   when age(on start) < 18, if unknown keep
        }
        denominator those where client_type is service_user, if unknown do not count
        numerator those where earlier > 2
        split by client_type into service_user, carer, rest in total only
        tabulate by outcome)"},
      {"other_councils", "", R"(
        let everywhere = their events in every council where event_type is service
        population people where any everywhere
        numerator those where number of everywhere > number of (their events where event_type is service))"},
      {"parameters_and_flags", "", R"(
        parameter window = 91 days in 0 days to 400 days "why"
        parameter least = 2 in 0 to 10 "why"
        flag blanks_count is yes, to be decided by 2030-01-01 because "why"
        let rows = their events where start after period.start - window
                                  and (service_component is not equipment if unknown blanks_count)
        population people where any rows
        numerator those where number of rows >= least)"},
      {"totals", "", R"(
        let all_ids = total record_id of their events
        let some = total record_id of (their events where start in period)
        population people
        numerator those where all_ids - some > 1000)"},
      {"episodes", "", R"(
        let rows = their events where event_type is service
        episodes stay from (rows where end on or after start) {
          join while start on or before the furthest end + 7 days
          let outcome = the event_outcome of (records with latest end then best event_outcome by rank then highest record_id)
          let carers = number of (records where client_type is carer)
        }
        let earlier = number of (stay as other where other.end before stay.start)
        let others = number of (stay as other where other.outcome is stay.outcome)
        let during = number of (rows where start on or after stay.start and (end on or before stay.end if unknown no))
        population stay where end in period {
          leave out "dead" when died before start
        }
        denominator those where earlier < 3
        numerator those where outcome is known and during is number of stay.records
        tabulate by carers into 0, 1, 2 and above)"},
      {"units_of_files_that_ask_about_episodes", "", R"(
        episodes stay from their events {
          join while start on or before the previous end
        }
        let last = the start of (stay with latest end) if they differ unknown
        let longest = highest known (end - start) of stay
        let first_record = the record_id of (stay.records with earliest start then lowest record_id)
        population people where any stay
        numerator those where number of stay > 2 and longest > 40 days and last after period.start, if unknown count
        split by first_record into 0 to 100, 101 and above, rest in total only)"},
      {"joins_that_ask_more", "", R"(
        let late of event = start after period.start
        episodes stay from their events in every council {
          join while (start within 30 days after the furthest end and client_type is service_user)
                     or (any (their events as other where other.start is event.start and other.start after the previous end)
                         and event_type is service)
        }
        episodes later from stay.records where late {
          join while start on or before the furthest end
        }
        population people
        numerator those where number of later > 1
        tabulate by number of stay into 0 to 3, 4 and above
        tabulate by number of stay.records into 0 to 5, 6 and above)"},
      {"chains", "", R"(
        let rows = their events where end on or after start
        episodes chain from (rows where start on or after visit.start and record_id > visit.record_id) {
          begin when start on or before visit.end + 28 days
          join while start on or before the previous end + 3 days
          stop before service_type is nursing
          let last_outcome = best known event_outcome of records by rank
        }
        let length = number of chain.records
        let end_of_chain = latest end of chain
        let outcome = the last_outcome of (chain where start after visit.start) if they differ unknown
        population their events as visit where event_type is service
        denominator those where length > 0
        numerator those where any (chain.records where client_type is carer) or end_of_chain after period.end,
                              if unknown do not count
        tabulate by outcome)"},
      {"chains_of_episodes", "", R"(
        let rows = their events where end on or after start
        episodes stay from (rows where event_type is service) {
          join while start on or before the furthest end + 1 days
          stop before client_type is carer
        }
        episodes chain from (rows where start after stay.start) {
          begin when start on or before stay.end + 28 days
          join while any (stay.records as own where own.start before event.start) and start on or before the furthest end
        }
        population stay {
          keep "followed" when any chain
          leave out "long" when number of chain.records > 4
        }
        numerator those where any (chain where end after stay.end))"},
      {"fractions", "", R"(
        let rows = their visits
        let level = total paid of rows / number of rows
        let dear = rows where (paid * 3 > owed + 2.5 if unknown no)
        let most = highest known owed of rows
        let least = lowest (paid - hours) of (rows where start in period)
        let first_id = the id of (rows with highest owed unknown last then lowest paid then lowest serial)
        let ratio = most / least
        let apart = (least if unknown 0) - level
        let band : decimal? by the first case that holds, if unknown try next {
          case big gives most when most > 1.5
          case one gives 1 when most is 1
          case cut gives ratio
          otherwise gives unknown
        }
        population people where any rows
        denominator those where level > -1 / 3, if unknown count
        numerator those where apart < least or (any dear and first_id > 100), if unknown do not count
        split by band into 0.5 to 2, 2.25 and above, rest in total only
        tabulate by level into -10 to 0, 0.01 to 99.5, rest as "Other")",
       "visits"},
      {"scores", R"(
        code list worth {
          source "S"
          | code  | text | points | weight |
          | alpha | A    | 2      | 0.25   |
          | beta  | B    | -1     |        |
          | gamma | C    | 0.5    | 1      |
        }
      )",
       R"(
        let sort of event : worth by the first row that fits, if unknown try next {
          | service_type         | sort |
          | nursing, residential | alpha |
          | none                 | beta  |
          otherwise gives gamma
        }
        let points = total sort.points of their events
        let weighed = total known (sort.weight * 4) of (their events where start in period)
        population people
        denominator those where points > 0
        numerator those where weighed >= points / 2
        tabulate by highest known sort.weight of their events into 0.25, 1, rest as "None")"},
      {"texts_in_order", "", R"(
        let rows = their visits
        let last_place = the place of (rows with latest start then highest serial)
        let first_id = the id of (rows with preferring word is "TEXT 1" then lowest serial)
        let spelled = (word_of_first if unknown "Text 9")
        let word_of_first = the word of (rows with earliest start then lowest serial)
        let again : text? by the first case that holds, if unknown try next {
          case shouted gives "TEXT 1" when word_of_first is "text 1"
          case plain   gives word_of_first
          otherwise    gives unknown
        }
        population people where any (rows where place starts with "TEXT")
        denominator those where last_place is not "text 0" or last_place is council
        numerator those where first_id > 100 or any (rows where place starts with "TEXT 4")
                              or (again is spelled if unknown no))",
       "visits"},
      {"texts_that_are_joined", "", R"(
        let both of visit = place + " and " + (word if unknown "TEXT 1")
        let rows = their visits
        let same = the both of (rows with latest start) if they differ "none the same"
        let alike = rows where both + council is both or place + word is "TEXT 3text 3"
        population people
        denominator those where number of different both of rows > 1
        numerator those where (same starts with "text 4 A") or any alike)",
       "visits"},
      {"how_many_differ", "", R"(
        let rows = their visits
        let ends = number of different end of rows
        let owing = number of different owed of (rows where start in period)
        let longest = highest known (number of different paid of (rows as other where other.start is visit.start)) of rows
        let words = number of different word of rows
        let kinds = number of different (word is known and paid > 0) of rows
        population people
        denominator those where ends > 1 or longest is 2
        numerator those where owing + words > kinds * 2
        tabulate by words into 0, 1, 2 and above)",
       "visits"},
      {"parts", "", R"(
        population people { leave out "dead" when died before period.start }
        part men { keep "men" when gender is male, if unknown leave out
                   numerator those where accommodation in settled, if unknown count }
        part whole { denominator those where birth is known
                   numerator those where age(on period.end) >= 65
                   split by gender into male, female, rest as "Rest" and by accommodation into care_home, refuge, owner_occupier, rest left out })"},
  };
}

std::string measure_text(const TrialMeasure& measure) {
  const std::string before = measure.from == "visits" ? kVisits + measure.before : measure.before;
  return before + "measure m {" + kHead + "  from " + measure.from + "\n" + measure.body + kTail +
         "}\n";
}

}  // namespace assize::jit::tests
