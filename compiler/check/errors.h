// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "compiler/diagnostics/diagnostic.h"

/// What the check says. One definition a code; its page is docs/errors/CODE.md.
namespace assize::check::errors {

using diagnostics::Arg;
using diagnostics::Definition;
using diagnostics::Severity;

// ---- names

inline constexpr Definition unknown_name{
    "E0201", Severity::kError, "`{name}` is not a name known here: {wanted} is expected", "",
    Arg{"name"}, Arg{"wanted"}};
inline constexpr Definition declared_twice{
    "E0202", Severity::kError, "{what} `{name}` is declared twice", "", Arg{"what"}, Arg{"name"}};
inline constexpr Definition use_not_found{
    "E0203", Severity::kError, "the file \"{path}\" that is used here {problem}", "", Arg{"path"},
    Arg{"problem"}};
inline constexpr Definition unknown_edition{
    "E0204", Severity::kError, "there is no edition `{name}`", "", Arg{"name"}};
inline constexpr Definition not_built_yet{"E0205", Severity::kError, "not built yet: {construct}",
                                          "No figure is made from it, rather than a wrong one.",
                                          Arg{"construct"}};
inline constexpr Definition two_things{
    "E0206", Severity::kError, "`{name}` could be {one} or {other}",
    "Two readers could count different people.", Arg{"name"}, Arg{"one"}, Arg{"other"}};
inline constexpr Definition unknown_heading{
    "E0207", Severity::kError, "measure `{measure}` serves `{heading}`, which the edition does not have",
    "", Arg{"measure"}, Arg{"heading"}};
inline constexpr Definition depends_on_itself{
    "E0208", Severity::kError, "`{name}` depends on itself", "", Arg{"name"}};
inline constexpr Definition whose_records{
    "E0209", Severity::kError, "`{name}` does not say whose {name} it is",
    "One person's records and everybody's give different counts.", Arg{"name"}};

// ---- unknowns and ties

inline constexpr Definition unsettled_unknown{
    "E0301", Severity::kError, "nobody has said what an unknown {what} does here",
    "{who}", Arg{"what"}, Arg{"who"}};
inline constexpr Definition nothing_to_decide{
    "W0302", Severity::kWarning, "`if unknown` has nothing to decide: {what} is never unknown here",
    "", Arg{"what"}};
inline constexpr Definition never_reached{
    "W0303", Severity::kWarning, "{what} of `{let}` is never reached: what stands before it takes all that it fits", "",
    Arg{"what"}, Arg{"let"}};
inline constexpr Definition open_tie{
    "E0304", Severity::kError, "{what} leaves a tie",
    "Which value counts would depend on the order of rows.", Arg{"what"}};
inline constexpr Definition known_missing{
    "E0305", Severity::kError, "`{pick}` passes over unknown values without saying so",
    "A person whose values are unknown would be judged by the others alone.", Arg{"pick"}};
inline constexpr Definition unplaced_unknown{
    "E0306", Severity::kError, "the order does not say where an unknown {what} stands",
    "Which record counts would be left to chance.", Arg{"what"}};
inline constexpr Definition rest_not_placed{
    "E0307", Severity::kError, "the split does not say what becomes of everything else",
    "{who} are in none of the groups that are named.", Arg{"who"}};
inline constexpr Definition unknown_amount{
    "E0308", Severity::kError, "{what} may be unknown, and a mean or median needs it known",
    "People whose value is unknown would silently leave the denominator.", Arg{"what"}};
inline constexpr Definition unknown_into_known{
    "E0309", Severity::kError, "`{name}` may be unknown, but its type does not say so", "",
    Arg{"name"}};
inline constexpr Definition none_into_value{
    "E0310", Severity::kError, "{what} may be none, and a value is needed here",
    "Records without one would be neither in nor out.", Arg{"what"}};

// ---- types and units

inline constexpr Definition wrong_type{"E0401", Severity::kError,
                                       "{what} is {found}, but {wanted} is needed here", "",
                                       Arg{"what"}, Arg{"found"}, Arg{"wanted"}};
inline constexpr Definition unlike_units{
    "E0402", Severity::kError, "{left} and {right} cannot be {done}",
    "The figure would count two different things as one.", Arg{"left"}, Arg{"right"}, Arg{"done"}};
inline constexpr Definition not_a_value{
    "E0403", Severity::kError, "`{name}` is neither a value nor a group of `{list}`",
    "The test would fit nobody.", Arg{"name"}, Arg{"list"}};
inline constexpr Definition wrong_arguments{"E0404", Severity::kError,
                                            "`{function}` does not take this: {wanted}", "",
                                            Arg{"function"}, Arg{"wanted"}};

// ---- code lists and collections

inline constexpr Definition bad_code_table{"E0501", Severity::kError, "{problem}", "",
                                           Arg{"problem"}};
inline constexpr Definition unplaced_older_value{
    "E0502", Severity::kError, "the older value \"{value}\" has no place in release {release}",
    "Records that hold it would be read as if they held nothing.", Arg{"value"}, Arg{"release"}};
inline constexpr Definition collection_lacks{
    "E0503", Severity::kError, "collection `{name}` does not say {what}", "", Arg{"name"},
    Arg{"what"}};

// ---- measures and editions

inline constexpr Definition measure_lacks{"E0601", Severity::kError,
                                          "measure `{name}` does not say {what}", "", Arg{"name"},
                                          Arg{"what"}};
inline constexpr Definition clause_twice{"E0602", Severity::kError,
                                         "this clause stands twice where one is allowed", ""};
inline constexpr Definition clauses_clash{"E0603", Severity::kError, "{problem}", "",
                                          Arg{"problem"}};
inline constexpr Definition out_of_bounds{
    "E0604", Severity::kError, "{value} is outside the bounds of `{name}`", "", Arg{"value"},
    Arg{"name"}};
inline constexpr Definition code_twice{
    "E0605", Severity::kError, "code `{code}` is given to both `{one}` and `{other}`",
    "A reader of the figures could not tell which is which.", Arg{"code"}, Arg{"one"},
    Arg{"other"}};
inline constexpr Definition bad_amendment{"E0606", Severity::kError, "{problem}", "",
                                          Arg{"problem"}};
inline constexpr Definition undeclared_reuse{
    "E0607", Severity::kError, "code `{code}` meant `{before}` in an earlier edition, and means `{now}` here",
    "A series by code would join two different things.", Arg{"code"}, Arg{"before"}, Arg{"now"}};
inline constexpr Definition unknown_council{
    "E0608", Severity::kError, "the edition's list of councils holds no \"{council}\"",
    "What the mark says would hold for nobody.", Arg{"council"}};
inline constexpr Definition numerator_outside{
    "E0609", Severity::kError, "this numerator counts {what}, whether or not the denominator counts them", "{who}",
    Arg{"what"}, Arg{"who"}};
inline constexpr Definition words_missing{
    "W0801", Severity::kWarning, "measure `{name}` has no {what}", "", Arg{"name"}, Arg{"what"}};
inline constexpr Definition decision_due{
    "W0802", Severity::kWarning, "the decision on `{name}` was due by {date}", "", Arg{"name"},
    Arg{"date"}};

// ---- limits (language, 10)

inline constexpr Definition too_many_names{
    "E0193", Severity::kError, "the files declare {names} names, more than {limit}", "", Arg{"names"},
    Arg{"limit"}};
inline constexpr Definition expands_too_far{
    "E0194", Severity::kError, "{what} has {parts} parts, and {limit} are taken", "", Arg{"what"},
    Arg{"parts"}, Arg{"limit"}};
inline constexpr Definition chain_of_lets{
    "E0194", Severity::kError, "`{name}` is the last of more than {limit} lets that rest on one another", "",
    Arg{"name"}, Arg{"limit"}};
inline constexpr Definition where_too_deep{
    "E0195", Severity::kError, "`where` stands inside `where` deeper than {limit} times", "",
    Arg{"limit"}};
inline constexpr Definition too_many{"E0196", Severity::kError, "{what}: {limit} are taken", "",
                                     Arg{"what"}, Arg{"limit"}};
inline constexpr Definition costs_the_square{
    "W0198", Severity::kWarning, "{what} ties a set to a record by something other than days: it costs the square",
    "A run stops at a file of more than 10,000 records.", Arg{"what"}};

}  // namespace assize::check::errors
