// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#include "compiler/syntax/tree_printer.h"

namespace assize::syntax {
namespace {

std::string_view word_of(CasePolicy policy) {
  switch (policy) {
    case CasePolicy::kNotSaid:
      return "";
    case CasePolicy::kTryNext:
      return ", if unknown try next";
    case CasePolicy::kStop:
      return ", if unknown stop";
  }
  return "";
}

std::string_view word_of(Symbols::Status status) {
  switch (status) {
    case Symbols::Status::kWithheld:
      return "withheld";
    case Symbols::Status::kNotSubmitted:
      return "not submitted";
    case Symbols::Status::kNotApplicable:
      return "not applicable";
  }
  return "";
}

}  // namespace

void TreePrinter::code_list(const CodeList& list) {
  std::string head = "code list " + list.name.text;
  if (list.release) head += " release " + std::to_string(*list.release);
  if (!list.includes.empty()) head += " includes " + joined(list.includes);
  if (list.revises) head += " revises release " + std::to_string(*list.revises);
  line(head, list.span);
  const Inside inside(*this);
  docs(list.docs);
  table(list.table);
  for (const Text& each : list.unmapped) line("unmapped " + quoted(each.value), each.span);
  for (const Retire& each : list.retired) retire(each);
}

void TreePrinter::retire(const Retire& each, std::string_view word) {
  std::string text = std::string(word) + " " + joined(each.what);
  if (each.into) text += " into " + each.into->text;
  line(text + " because " + quoted(each.because.value), each.span);
}

void TreePrinter::collection(const Collection& each) {
  line("collection " + each.name.text, each.span);
  const Inside inside(*this);
  docs(each.docs);
  collection_clauses(each);
  for (const Field& one : each.fields) field(one);
  for (const Let& one : each.lets) let(one);
  for (const Step& one : each.steps) step(one);
  for (const Drop& one : each.drops) drop(one);
}

void TreePrinter::collection_clauses(const Collection& each) {
  if (each.plural && each.singular)
    line("holds " + each.plural->text + ", one " + each.singular->text);
  for (const Identify& one : each.identify) {
    line("identify " + one.what.text + (one.as ? " as " + one.as->text : ""), one.span);
    const Inside inside(*this);
    expr(*one.by);
  }
  if (each.listed_in) line("listed in " + quoted(each.listed_in->value), each.listed_in->span);
  if (each.unique_each_row) line("unique each row", each.unique_span);
  if (!each.unique.empty()) line("unique " + joined(each.unique), each.unique_span);
  labelled("lasts from", each.lasts_from);
  labelled("lasts to", each.lasts_to);
  if (each.ages_from) labelled("ages from " + each.ages_from->text, each.ages_reckoning);
  if (each.unlisted == Collection::Unlisted::kReadAsBlank) line("unlisted codes read as blank");
  if (each.unlisted == Collection::Unlisted::kRefuseTheRow) line("unlisted codes refuse the row");
  for (const Symbols& one : each.symbols) {
    line("symbols " + joined(one.texts) + " read as " + std::string(word_of(one.status)), one.span);
  }
  if (each.stands_for_unit) labelled("stands for " + each.stands_for_unit->text, each.stands_for);
  if (each.sample_out_of)
    line("sample by " + joined(each.sample_by) + " out of " + joined(*each.sample_out_of));
}

void TreePrinter::field(const Field& field) {
  std::string text = "field " + field.name.text;
  if (field.type) text += " : " + type(*field.type);
  if (!field.columns.empty()) text += " column " + joined(field.columns);
  if (field.on_day) text += " on day " + std::to_string(*field.on_day);
  if (field.blank_is) text += " blank is " + field.blank_is->text;
  line(text, field.span);
}

void TreePrinter::let(const Let& each) {
  std::string text = "let " + each.name.text;
  if (each.of) text += " of " + each.of->text;
  if (each.type) text += " : " + type(*each.type);
  if (each.body == Let::Body::kCases) text += each.has_chooser ? " by the first case" : " cases";
  if (each.body == Let::Body::kTable) text += each.has_chooser ? " by the first row" : " rows";
  line(text + std::string(word_of(each.policy)), each.span);
  const Inside inside(*this);
  if (each.value) expr(*each.value);
  table(each.table);
  for (const Case& one : each.cases) case_of(one);
  for (const Drop& one : each.drops) drop(one);
}

void TreePrinter::case_of(const Case& given) {
  const std::string head = given.name ? "case " + given.name->text : "otherwise";
  line(head + std::string(word_of(given.policy)) + placed(given.placed), given.span);
  const Inside inside(*this);
  labelled("gives", given.gives);
  labelled("when", given.when);
}

void TreePrinter::episodes(const Episodes& each) {
  line("episodes " + each.name.text, each.span);
  const Inside inside(*this);
  labelled("from", each.from);
  for (const ExprPtr& one : each.begin_when) labelled("begin when", one);
  for (const ExprPtr& one : each.join_while) labelled("join while", one);
  for (const ExprPtr& one : each.stop_before) labelled("stop before", one);
  for (const Let& one : each.lets) let(one);
}

}  // namespace assize::syntax
