// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

// The words of the client-level data return, release 2, with spellings of release 1 and how often
// each is written in the sample. The weights are invented; they are only meant to look like a
// return.

#include "runtime/sample/vocabulary.h"

namespace assize::sample {
namespace {

constexpr Word kEventTypes[] = {
    {"Service", "", 68}, {"Assessment", "", 14}, {"Review", "", 13}, {"Request", "", 5}};

constexpr Word kGenders[] = {
    {"Female", "", 568}, {"Male", "", 415}, {"Other", "", 3}, {"Unknown", "", 8}, {"", "", 6}};

constexpr Word kReasons[] = {
    {"Physical support: Personal care support", "", 380},
    {"Physical support: Access and mobility only", "Physical Support: Access & mobility only", 120},
    {"Support with memory and cognition", "Support with Memory & Cognition", 130},
    {"Learning disability support", "", 140},
    {"Mental health support", "", 110},
    {"Sensory support: Support for visual impairment", "", 12},
    {"Sensory support: Support for hearing impairment", "", 9},
    {"Sensory support: Support for dual impairment", "", 3},
    {"Social support: Substance misuse support", "", 8},
    {"Social support: Support for social isolation or other reason",
     "Social Support: Support for Social Isolation/Other", 30},
    {"Unknown", "", 25},
    {"Invalid and not mapped", "", 8},
    {"", "", 25}};

constexpr Word kAccommodations[] = {
    {"Owner occupier or shared ownership scheme", "", 210},
    {"Tenant: Local authority or other social housing provider", "Tenant", 150},
    {"Tenant: Private landlord", "Tenant - private landlord", 45},
    {"Settled mainstream housing with family or friends",
     "Settled mainstream housing with family / friends", 90},
    {"Supported accommodation, supported lodgings or supported group home",
     "Supported accommodation / supported lodgings / supported group home", 60},
    {"Shared Lives scheme", "", 6},
    {"Sheltered housing, extra care housing or other sheltered housing",
     "Sheltered housing / extra care housing / other sheltered housing", 35},
    {"Registered care home", "", 70},
    {"Registered nursing home", "", 25},
    {"Rough sleeper or squatting", "Rough sleeper / squatting", 3},
    {"Placed in temporary accommodation by the council (inc. homelessness resettlement)", "", 6},
    {"Acute hospital or long term healthcare residential facility",
     "Acute / long-term healthcare residential facility or hospital", 10},
    {"Prison, young offenders institution or detention centre",
     "Prison / Young offenders institution / detention centre", 2},
    {"Other temporary accommodation", "", 5},
    {"Unknown", "", 170},
    {"Invalid and not mapped", "", 15},
    {"", "", 98}};

constexpr Word kMechanisms[] = {{"CASSR commissioned support", "", 38},
                                {"CASSR managed personal budget", "", 24},
                                {"Direct payment", "", 16},
                                {"Self-Funder Metering Only", "", 1},
                                {"", "", 21}};

constexpr Word kOutcomes[] = {
    {"Continuation of support or services", "No change in package", 240},
    {"Progress to support planning or services", "Progress to Support Planning / Services", 90},
    {"Progress to assessment, review or reassessment", "Progress to Assessment", 90},
    {"Progress to reablement/ST-Max", "", 30},
    {"NFA: Support ended as planned", "Service ended as planned", 90},
    {"NFA: Support ended for other reason", "NFA - Support ended: Other reason", 40},
    {"NFA: Information and advice or signposting", "NFA - Information & Advice / Signposting only",
     80},
    {"NFA: Self-funded client or under 12wk disregard",
     "NFA - Self-funded client (inc. 12wk disregard)", 25},
    {"NFA: Support declined", "NFA - Support declined", 20},
    {"NFA: Deceased", "NFA - Deceased", 30},
    {"NFA: No services offered for other reason", "NFA - No services offered: Other reason", 30},
    {"NFA: Other", "NFA- Other", 40},
    {"NFA: Referral to NHS services or NHS funded social care", "NFA - 100% NHS funded care", 10},
    {"NFA: Responsibility moved to another local authority", "NFA - Moved to another LA", 4},
    {"Admitted to hospital", "", 20},
    {"Release 1 specification only: Not mapped", "", 10},
    {"Invalid and not mapped", "", 21},
    {"", "", 130}};

constexpr Word kServices[] = {{"Long term support: Community", "", 55},
                              {"Long term support: Residential care", "", 14},
                              {"Long term support: Nursing care", "", 6},
                              {"Short term support: ST-Max", "", 11},
                              {"Short term support: Ongoing low level", "", 7},
                              {"Short term support: Other short term", "", 5},
                              {"Long term support: Prison", "", 1},
                              {"Invalid and not mapped", "", 1}};

constexpr Word kCarerServices[] = {
    {"Unpaid carer support: Direct to unpaid carer", "Carer Support: Direct to Carer", 7},
    {"Unpaid carer support: Support involving the person cared-for",
     "Carer Support: Support involving the person cared-for", 3}};

constexpr Word kCommunity[] = {{"Home support or domiciliary care", "Home Support", 46},
                               {"Direct payment", "", 14},
                               {"Day support", "", 9},
                               {"Community supported living", "", 9},
                               {"Extra care housing", "", 5},
                               {"Shared Lives", "", 2},
                               {"Equipment", "", 4},
                               {"Transport", "", 2},
                               {"Other long term support", "", 3},
                               {"", "", 6}};
constexpr Word kResidential[] = {
    {"Long term residential care", "", 88}, {"Short term residential care", "", 5}, {"", "", 7}};
constexpr Word kNursing[] = {
    {"Long term nursing care", "", 90}, {"Short term nursing care", "", 4}, {"", "", 6}};
constexpr Word kReablement[] = {
    {"Reablement", "", 85}, {"Home support or domiciliary care", "Home Support", 8}, {"", "", 7}};
constexpr Word kShortTerm[] = {{"Equipment", "", 35},
                               {"Professional support: Other", "Professional Support", 15},
                               {"Short term residential care", "", 15},
                               {"Emergency support", "", 8},
                               {"Other short term support", "", 17},
                               {"Invalid and not mapped", "", 2},
                               {"", "", 8}};
constexpr Word kCarer[] = {{"Unpaid carer respite", "Carer Respite", 4},
                           {"Direct payment", "", 3},
                           {"Other unpaid carer support", "Other Carer Support", 2},
                           {"Unpaid carer universal services", "Carer Universal Services", 2},
                           {"", "", 2}};

}  // namespace

Words event_types() { return kEventTypes; }
Words genders() { return kGenders; }
Words support_reasons() { return kReasons; }
Words accommodations() { return kAccommodations; }
Words delivery_mechanisms() { return kMechanisms; }
Words event_outcomes() { return kOutcomes; }
Words service_types() { return kServices; }
Words carer_service_types() { return kCarerServices; }

Words components_of(std::string_view service_type) {
  if (service_type.ends_with("Community") || service_type.ends_with("Prison")) return kCommunity;
  if (service_type.ends_with("Residential care")) return kResidential;
  if (service_type.ends_with("Nursing care")) return kNursing;
  if (service_type.ends_with("ST-Max")) return kReablement;
  if (service_type.starts_with("Unpaid carer")) return kCarer;
  return kShortTerm;
}

}  // namespace assize::sample
