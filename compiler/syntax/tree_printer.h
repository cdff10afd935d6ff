// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
//
// Private to print_*.cc.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/source/source_file.h"
#include "compiler/syntax/tree.h"

namespace assize::syntax {

/// Prints nodes one a line: what the node is, what it holds that is no node, and its place.
class TreePrinter {
 public:
  explicit TreePrinter(const source::SourceFile& source) : source_(source) {}

  void tree(const Tree& tree);
  std::string take() { return std::move(out_); }

 private:
  /// Indents what is printed while it lives.
  class Inside {
   public:
    explicit Inside(TreePrinter& printer) : printer_(printer) { ++printer_.depth_; }
    ~Inside() { --printer_.depth_; }
    Inside(const Inside&) = delete;
    Inside& operator=(const Inside&) = delete;

   private:
    TreePrinter& printer_;
  };

  // print_tree.cc: words
  void line(std::string_view text, Span where);
  void line(std::string_view text);
  std::string place(Span where) const;
  static std::string quoted(std::string_view text);
  static std::string joined(const std::vector<Name>& names);
  static std::string joined(const std::vector<Text>& texts);
  static std::string joined(const Path& path);
  static std::string joined(const std::vector<Path>& paths);
  static std::string edition(const EditionName& name);
  static std::string type(const TypeName& type);
  static std::string placed(const std::optional<Placed>& placed);
  void docs(const std::vector<Doc>& docs);
  void table(const Table& table);
  void drop(const Drop& drop);
  void labelled(std::string_view label, const ExprPtr& expr);

  // print_expr.cc
  void expr(const Expr& expr);
  void key(const Key& key);

  // print_collection.cc
  void code_list(const CodeList& list);
  void retire(const Retire& retire, std::string_view word = "retire");
  void collection(const Collection& collection);
  void collection_clauses(const Collection& collection);
  void field(const Field& field);
  void let(const Let& let);
  void case_of(const Case& given);
  void episodes(const Episodes& episodes);

  // print_measure.cc
  void measure(const Measure& measure);
  void part(const Part& part);
  void evidence(const Evidence& evidence);
  void body(const MeasureBody& body);
  void value_clauses(const MeasureBody& body);
  void parameter(const Parameter& parameter);
  void flag(const Flag& flag);
  void population(const Population& population);
  void step(const Step& step);
  void those(std::string_view label, const Those& those);
  void breakdown(const Breakdown& breakdown);
  void dimension(const Dimension& dimension);
  void show(const Show& show);

  // print_edition.cc
  void edition_of(const Edition& edition);
  void amendments(const Edition& edition);
  void mark(const Mark& mark);
  void disclosure(const Disclosure& disclosure);
  void scenario(const Scenario& scenario);
  void test(const Test& test);
  void settings(const std::vector<Setting>& settings);

  const source::SourceFile& source_;
  std::string out_;
  std::size_t depth_ = 0;
};

}  // namespace assize::syntax
