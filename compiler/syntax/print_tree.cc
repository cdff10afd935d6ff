// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#include <string>

#include "compiler/syntax/parse.h"
#include "compiler/syntax/tree_printer.h"

namespace assize::syntax {

std::string print_source(const source::Sources& sources, const Tree& tree) {
  const source::SourceFile& source = sources.file(tree.file);
  std::string made;
  for (const Token& token : tree.tokens) made += source.text(token.span);
  return made;
}

std::string print_tree(const source::Sources& sources, const Tree& tree) {
  TreePrinter printer(sources.file(tree.file));
  printer.tree(tree);
  return printer.take();
}

void TreePrinter::tree(const Tree& tree) {
  for (const Use& use : tree.uses) line("use " + quoted(use.path.value), use.span);
  for (const CodeList& each : tree.code_lists) code_list(each);
  for (const Collection& each : tree.collections) collection(each);
  for (const Measure& each : tree.measures) measure(each);
  for (const Edition& each : tree.editions) edition_of(each);
  for (const Scenario& each : tree.scenarios) scenario(each);
  for (const Test& each : tree.tests) test(each);
  if (tree.expression) expr(*tree.expression);
}

void TreePrinter::line(std::string_view text) {
  out_.append(2 * depth_, ' ').append(text).append("\n");
}

void TreePrinter::line(std::string_view text, Span where) {
  line(std::string(text) + "  " + place(where));
}

/// `[3:5-20]`, or `[3:5-7:2]` if it ends on another line; the end is the last character's.
std::string TreePrinter::place(Span where) const {
  const auto begin = source_.position_of(where.begin);
  const auto end = source_.position_of(where.end);
  std::string made = "[" + std::to_string(begin.line) + ":" + std::to_string(begin.column) + "-";
  if (end.line != begin.line) made += std::to_string(end.line) + ":";
  const auto last = end.column > 1 && where.end > where.begin ? end.column - 1 : end.column;
  return made + std::to_string(last) + "]";
}

std::string TreePrinter::quoted(std::string_view text) { return "\"" + std::string(text) + "\""; }

std::string TreePrinter::joined(const std::vector<Name>& names) {
  std::string made;
  for (const Name& each : names) made += (made.empty() ? "" : ", ") + each.text;
  return made;
}

std::string TreePrinter::joined(const std::vector<Text>& texts) {
  std::string made;
  for (const Text& each : texts) made += (made.empty() ? "" : ", ") + quoted(each.value);
  return made;
}

std::string TreePrinter::joined(const Path& path) {
  std::string made;
  for (const Name& each : path.names) made += (made.empty() ? "" : ".") + each.text;
  return made;
}

std::string TreePrinter::joined(const std::vector<Path>& paths) {
  std::string made;
  for (const Path& each : paths) made += (made.empty() ? "" : ", ") + joined(each);
  return made;
}

std::string TreePrinter::edition(const EditionName& name) {
  return name.family.text + " " + name.year + (name.stage ? " " + name.stage->text : "");
}

std::string TreePrinter::type(const TypeName& type) {
  std::string made = type.name.text;
  if (type.release) made += " release " + std::to_string(*type.release);
  if (type.or_open) made += " or still open";
  if (type.or_none) made += " or none";
  if (type.may_be_unknown) made += "?";
  return made;
}

std::string TreePrinter::placed(const std::optional<Placed>& placed) {
  if (!placed) return "";
  return std::string(" placed ") + (placed->before ? "before " : "after ") + quoted(placed->where);
}

void TreePrinter::docs(const std::vector<Doc>& docs) {
  for (const Doc& each : docs) {
    std::string word = "note";
    if (each.kind == Doc::Kind::kTitle) word = "title";
    if (each.kind == Doc::Kind::kPurpose) word = "purpose";
    if (each.kind == Doc::Kind::kSource) word = "source";
    line(word + " " + quoted(each.text.value), each.span);
  }
}

void TreePrinter::table(const Table& table) {
  if (table.header.empty()) return;
  line("table", table.span);
  const Inside inside(*this);
  const auto row = [&](std::string text, const std::vector<Cell>& cells) {
    for (const Cell& each : cells) text += " | " + each.text;
    line(text + " |");
  };
  row("header", table.header);
  for (const auto& each : table.rows) row("row", each);
}

void TreePrinter::drop(const Drop& drop) {
  line("drop " + (drop.label ? quoted(drop.label->value) : joined(drop.names)), drop.span);
}

void TreePrinter::labelled(std::string_view label, const ExprPtr& expression) {
  if (expression == nullptr) return;
  line(label);
  const Inside inside(*this);
  expr(*expression);
}

}  // namespace assize::syntax
