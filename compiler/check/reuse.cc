// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

// What a measure uses of another one (language, 4.3): `admissions.care`, `their admissions.eligible`,
// `numerator admissions.denominator`. A let of another measure is checked once more, as if it stood here,
// with the parameters and flags of its own measure: so engines find it where they find all others.

#include <algorithm>
#include <utility>

#include "compiler/check/errors.h"
#include "compiler/check/site.h"

namespace assize::check {
namespace {

Site& root_of(Site& site) { return site.host ? *site.host : site; }

const Neighbour* neighbour_of(const Site& site, const std::string& name) {
  if (!site.neighbours) return nullptr;
  const auto found = site.neighbours->find(name);
  return found == site.neighbours->end() ? nullptr : &found->second;
}

// Why nothing of `lender` can be used in `user`; empty if it can.
std::string why_not(const Measure& user, const Measure& lender) {
  if (lender.is_placeholder) return "it is a placeholder";
  if (lender.from.empty() || user.from.empty() || lender.from.front() != user.from.front()) {
    return "its main collection is another";
  }
  for (const Collection* collection : lender.from) {
    if (std::find(user.from.begin(), user.from.end(), collection) == user.from.end()) {
      return "it reads `" + collection->name + "` too";
    }
  }
  if (lender.lag_months != user.lag_months) return "its period is another (`lag`)";
  return "";
}

bool refuse_lender(Site& site, const Neighbour& lender, Span span) {
  const std::string why = why_not(*site.measure, *lender.made);
  if (why.empty()) return false;
  site.sink.add(diagnostics::diagnose(span, errors::clauses_clash,
                                      "nothing of `" + lender.made->name + "` can be used in `" +
                                          site.measure->name + "`: " + why));
  return true;
}

void note_use(Site& site, const Neighbour& lender, const std::string& name, Span span, bool failed) {
  if (site.uses) site.uses->push_back({site.measure, lender.made, name, span, failed});
}

// The other measure's names, as they are asked for here. Its messages are its own, given where it stands.
Site& guest_of(Site& site, const Neighbour& lender) {
  Site& root = root_of(site);
  if (lender.made == root.measure) return root;
  std::unique_ptr<Site>& guest = root.guests[lender.made->name];
  if (guest) return *guest;
  auto unheard = std::make_unique<diagnostics::Sink>();
  guest = std::make_unique<Site>(root, *unheard);
  guest->own_sink = std::move(unheard);
  guest->host = &root;
  guest->prefix = lender.made->name + ".";
  guest->measure = root.measure;
  guest->from = lender.made->from;
  take_settings_of_edition(*guest);
  for (const auto& parameter : lender.made->parameters) guest->parameters[parameter->name] = parameter.get();
  for (const auto& flag : lender.made->flags) guest->flags[flag->name] = flag.get();
  declare_names(*guest, *lender.text);
  return *guest;
}

const syntax::Part* part_named(const syntax::Measure& text, const std::string& name, int& index) {
  for (std::size_t at = 0; at < text.parts.size(); ++at) {
    if (text.parts[at].name.text != name) continue;
    index = static_cast<int>(at);
    return &text.parts[at];
  }
  return nullptr;
}

std::vector<std::string> part_names(const syntax::Measure& text) {
  std::vector<std::string> names;
  for (const syntax::Part& part : text.parts) names.push_back(part.name.text);
  return names;
}

Part::Count count_named(const std::string& word) {
  if (word == "numerator") return Part::Count::kNumerator;
  return word == "denominator" ? Part::Count::kDenominator : Part::Count::kPopulation;
}

}  // namespace

bool names_a_measure(const Site& site, const std::string& name) {
  return neighbour_of(site, name) != nullptr;
}

ExprPtr borrowed_value(Site& site, const Scope& scope, const syntax::Path& path, std::size_t& next) {
  const Neighbour& lender = *neighbour_of(site, path.names.front().text);
  const syntax::Name& name = path.names[1];
  const Span span = source::join(path.names[0].span, name.span);
  if (refuse_lender(site, lender, span)) return poison(span);
  Site& guest = guest_of(site, lender);
  const std::size_t before = guest.sink.error_count();
  ExprPtr made;
  const auto entry = guest.lets.find(name.text);
  const bool of_record = entry != guest.lets.end() && entry->second.text->of;
  if (of_record) {
    const Let* let = need_let(guest, name.text);
    if (let && scope.under_test && let->record && let->record->subject == scope.under_test->subject) {
      made = make(Op::kLet, let->type, span);
      made->let = let;
      made->variable = scope.under_test;
    }
  } else if (guest.episodes.contains(name.text)) {
    syntax::Expr set;
    set.kind = syntax::ExprKind::kPath;
    set.path.names.assign(path.names.begin() + 1, path.names.end());
    set.path.span = path.span;
    set.span = path.span;
    CheckedSet checked = check_set(guest, Scope{}, set);
    made = std::move(checked.expr);
    next = path.names.size();
  } else {
    made = value_of_name(guest, name.text, span);
    next = 2;
  }
  if (of_record) next = 2;
  const bool failed = is_poison(made) && guest.sink.error_count() > before;
  note_use(site, lender, name.text, span, failed);
  if (made) return made;
  if (failed) return poison(span);
  std::vector<std::string> names;
  for (const auto& [let, text] : guest.lets) names.push_back(let);
  for (const auto& [parameter, value] : guest.parameters) names.push_back(parameter);
  report_unknown_name(site, name, "a let of `" + lender.made->name + "`", names);
  return poison(span);
}

const NamedPopulation* borrowed_population(Site& site, const syntax::Path& path) {
  const Neighbour* lender = neighbour_of(site, path.names.front().text);
  const syntax::Name& name = path.names[1];
  if (!lender) {
    report_unknown_name(site, path.names.front(), "a measure of this edition", {});
    return nullptr;
  }
  if (refuse_lender(site, *lender, path.span)) return nullptr;
  Site& guest = guest_of(site, *lender);
  if (!guest.populations.contains(name.text)) {
    std::vector<std::string> names;
    for (const auto& [population, entry] : guest.populations) names.push_back(population);
    report_unknown_name(site, name, "a named population of `" + lender->made->name + "`", names);
    return nullptr;
  }
  const std::size_t before = guest.sink.error_count();
  const NamedPopulation* made = need_population(guest, name.text);
  note_use(site, *lender, name.text, path.span, !made && guest.sink.error_count() > before);
  return made;
}

void take_count(Site& site, const syntax::Measure& own, const syntax::Path& path, Part::Borrowed& made) {
  const auto& names = path.names;
  made.count = count_named(names.back().text);
  if (names.size() == 2 && part_named(own, names[0].text, made.part)) return;
  const Neighbour* lender = neighbour_of(site, names[0].text);
  if (!lender) {
    report_unknown_name(site, names[0], "a part of this measure, or another measure,", part_names(own));
    return;
  }
  const bool is_own = lender->made == root_of(site).measure;
  if (!is_own && refuse_lender(site, *lender, path.span)) return;
  if (lender->made->weighted || site.measure->weighted) {
    site.sink.add(diagnostics::diagnose(path.span, errors::clauses_clash,
                                        "what a weighted sample counts cannot be lent or borrowed"));
    return;
  }
  if (names.size() == 2 && lender->text->parts.empty()) {
    made.part = 0;
  } else if (names.size() == 2) {
    site.sink.add(diagnostics::diagnose(path.span, errors::clauses_clash,
                                        "`" + names[0].text + "` has parts, and each counts for itself")
                      .note("name one: `" + names[0].text + "." + lender->text->parts.front().name.text + "." +
                            names.back().text + "`"));
    return;
  } else if (!part_named(*lender->text, names[1].text, made.part)) {
    report_unknown_name(site, names[1], "a part of `" + names[0].text + "`", part_names(*lender->text));
    return;
  }
  if (is_own) return;
  made.measure = lender->made;
  note_use(site, *lender, "", path.span, false);
}

namespace {

bool is_experimental(const Framework& framework, const Measure& measure) {
  return std::any_of(framework.marks.begin(), framework.marks.end(), [&](const Mark& mark) {
    return mark.status == Mark::Status::kExperimental && mark.councils.empty() &&
           (mark.measure == measure.name || mark.measure.starts_with(measure.name + "."));
  });
}

bool has_let(const Measure& measure, const std::string& name) {
  return std::any_of(measure.lets.begin(), measure.lets.end(),
                     [&](const auto& let) { return let->name == name; }) ||
         std::any_of(measure.named_populations.begin(), measure.named_populations.end(),
                     [&](const auto& population) { return population->name == name; });
}

// Percent sets like against like, also where a side is borrowed.
void check_units_of_loans(const Measure& measure, const Part& part, diagnostics::Sink& sink) {
  const bool borrows = part.numerator_from.part >= 0 || part.over_from.part >= 0;
  if (!borrows || part.shape != Shape::kRate || part.show.unit != Show::Unit::kPercent) return;
  const auto noun = [&](const Part::Borrowed& from) {
    return from.measure ? from.measure->unit_noun : measure.unit_noun;
  };
  const std::string above = part.numerator_from.part >= 0  ? noun(part.numerator_from)
                            : part.numerator_quantity ? part.numerator_quantity->type.unit
                                                      : measure.unit_noun;
  const std::string below = part.over_from.part >= 0 ? noun(part.over_from)
                            : part.over              ? unit_of_over(*part.over)
                                                     : std::string();
  if (above == below) return;
  sink.add(diagnostics::diagnose(part.span, errors::unlike_units, above.empty() ? "a plain number" : above,
                                 below.empty() ? "a plain number" : below, "shown as percent"));
}

void check_loans_of(const Measure& measure, diagnostics::Sink& sink) {
  for (const Part& part : measure.parts) {
    check_units_of_loans(measure, part, sink);
    for (const Part::Borrowed* borrowed : {&part.numerator_from, &part.over_from}) {
      if (borrowed->part < 0) continue;
      const Measure& lender = borrowed->measure ? *borrowed->measure : measure;
      if (static_cast<std::size_t>(borrowed->part) >= lender.parts.size()) continue;  // it did not compile
      const Part& lent = lender.parts[static_cast<std::size_t>(borrowed->part)];
      if (lent.numerator_from.part < 0 && lent.over_from.part < 0) continue;
      sink.add(diagnostics::diagnose(part.span, errors::clauses_clash,
                                     "`" + lender.name + (lent.name.empty() ? "" : "." + lent.name) +
                                         "` borrows its counts itself: borrow where it does"));
    }
  }
}

}  // namespace

void check_uses(const Framework& framework, const std::vector<Use>& uses, diagnostics::Sink& sink) {
  for (const Use& use : uses) {
    // What the other measure itself was told about is no mistake of this one.
    if (use.failed && has_let(*use.lender, use.name)) {
      sink.add(diagnostics::diagnose(use.span, errors::clauses_clash,
                                     "`" + use.lender->name + "." + use.name + "` makes sense in `" +
                                         use.lender->name + "` alone: it rests on its population or its unit"));
    }
    if (is_experimental(framework, *use.lender) && !is_experimental(framework, *use.user)) {
      sink.add(diagnostics::diagnose(use.span, errors::clauses_clash,
                                     "`" + use.user->name + "` uses `" + use.lender->name +
                                         "`, which is experimental, and is not marked so itself"));
    }
  }
  for (const auto& measure : framework.measures) check_loans_of(*measure, sink);
}

}  // namespace assize::check
