// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#include "compiler/check/text_size.h"

#include <map>
#include <string>
#include <utility>

#include "compiler/check/errors.h"

namespace assize::check {
namespace {

std::int64_t count(std::size_t size) { return static_cast<std::int64_t>(size); }

std::string grouped(std::int64_t number) {
  std::string text = std::to_string(number);
  for (std::size_t at = text.size(); at > 3; at -= 3) text.insert(at - 3, ",");
  return text;
}

/// Walks a text once: counts its parts and names, and refuses what is too large by itself.
class Measuring {
 public:
  /// Without a sink it only counts.
  explicit Measuring(diagnostics::Sink* sink) : sink_(sink) {}

  std::int64_t parts() const { return parts_; }
  std::int64_t names() const { return names_; }
  bool is_within() const { return within_; }

  void expression(const syntax::ExprPtr& text) {
    if (!text) return;
    const std::int64_t size = parts_of(*text);
    parts_ += size;
    if (size > kMostParts) {
      refuse(diagnostics::diagnose(text->span, errors::expands_too_far, "this expression",
                                   grouped(size), grouped(kMostParts)));
    }
  }

  void let(const syntax::Let& text) {
    ++names_;
    names_ += count(text.cases.size());
    const std::int64_t size = parts_of(text);
    parts_ += size;
    if (size > kMostParts) {
      refuse(diagnostics::diagnose(text.name.span, errors::expands_too_far, "`" + text.name.text + "`",
                                   grouped(size), grouped(kMostParts)));
    }
  }

  void steps(const std::vector<syntax::Step>& texts) {
    if (count(texts.size()) > kMostSteps) {
      refuse(diagnostics::diagnose(texts[static_cast<std::size_t>(kMostSteps)].span, errors::too_many,
                                   grouped(count(texts.size())) + " steps of one population",
                                   grouped(kMostSteps)));
    }
    for (const syntax::Step& step : texts) {
      expression(step.when);
      for (const syntax::Key& key : step.keys) expression(key.value);
    }
  }

  void body(const syntax::MeasureBody& text) {
    for (const syntax::Parameter& each : text.parameters) {
      ++names_;
      expression(each.value);
    }
    names_ += count(text.flags.size());
    for (const syntax::Let& each : text.lets) let(each);
    for (const syntax::Episodes& each : text.episodes) episodes(each);
    for (const syntax::Population& each : text.populations) {
      if (each.name) ++names_;
      expression(each.base);
      steps(each.steps);
    }
    steps(text.steps);
    figures(text);
  }

  void episodes(const syntax::Episodes& text) {
    ++names_;
    expression(text.from);
    for (const auto* conditions : {&text.begin_when, &text.join_while, &text.stop_before}) {
      for (const syntax::ExprPtr& each : *conditions) expression(each);
    }
    for (const syntax::Let& each : text.lets) let(each);
  }

  // What each part of a measure is checked with again.
  void figures(const syntax::MeasureBody& text) {
    if (text.denominator) expression(text.denominator->where);
    if (text.numerator && text.numerator->those) expression(text.numerator->those->where);
    if (text.numerator) expression(text.numerator->quantity);
    if (text.over) expression(text.over->what);
    for (const syntax::ExprPtr* each : {&text.mean_of, &text.median_of, &text.result}) expression(*each);
    for (const syntax::Breakdown& breakdown : text.breakdowns) {
      for (const syntax::Dimension& dimension : breakdown.dimensions) {
        expression(dimension.value);
        expression(dimension.each_of);
        for (const syntax::Band& band : dimension.bands) expression(band.from);
      }
    }
  }

  void measure(const syntax::Measure& text) {
    ++names_;
    body(text.body);
    Measuring above(nullptr);
    above.figures(text.body);
    parts_ += above.parts() * count(text.parts.size());
    for (const syntax::Part& part : text.parts) {
      ++names_;
      body(part.body);
    }
  }

  void collection(const syntax::Collection& text) {
    names_ += 1 + count(text.fields.size());
    parts_ += count(text.fields.size());
    for (const syntax::Let& each : text.lets) let(each);
    steps(text.steps);
    expression(text.stands_for);
    expression(text.lasts_from);
    expression(text.lasts_to);
    for (const syntax::Identify& each : text.identify) expression(each.by);
  }

  void code_list(const syntax::CodeList& text) {
    names_ += 1 + count(text.table.rows.size()) + count(text.table.header.size());
    parts_ += count(text.table.rows.size());
  }

  void edition(const syntax::Edition& text) {
    ++names_;
    for (const syntax::Headings& each : text.headings) names_ += count(each.headings.size());
    names_ += count(text.parameters.size() + text.flags.size());
    for (const syntax::Measure& each : text.introduced_measures) measure(each);
    for (const syntax::ReviseMeasure& each : text.revised_measures) {
      body(each.body);
      for (const syntax::Part& part : each.parts) body(part.body);
    }
    for (const syntax::ReviseCollection& each : text.revised_collections) collection(each.changes);
  }

  void tree(const syntax::Tree& text) {
    for (const syntax::CodeList& each : text.code_lists) code_list(each);
    for (const syntax::Collection& each : text.collections) collection(each);
    for (const syntax::Measure& each : text.measures) measure(each);
    for (const syntax::Edition& each : text.editions) edition(each);
    names_ += count(text.scenarios.size());
  }

 private:
  void refuse(diagnostics::Diagnostic diagnostic) {
    within_ = false;
    if (sink_) sink_->add(std::move(diagnostic));
  }

  diagnostics::Sink* sink_;
  std::int64_t parts_ = 0;
  std::int64_t names_ = 0;
  bool within_ = true;
};

// Editions and releases stand in chains that are walked for each of them.
bool are_chains_short(const std::vector<const syntax::Tree*>& trees, diagnostics::Sink& sink) {
  std::map<std::string, std::int64_t> releases;
  std::int64_t editions = 0;
  for (const syntax::Tree* tree : trees) {
    for (const syntax::CodeList& list : tree->code_lists) {
      if (++releases[list.name.text] <= kMostReleases) continue;
      sink.add(diagnostics::diagnose(list.name.span, errors::too_many,
                                     "more releases of `" + list.name.text + "`", grouped(kMostReleases)));
      return false;
    }
    editions += count(tree->editions.size());
    if (editions <= kMostEditions) continue;
    sink.add(diagnostics::diagnose(tree->editions.back().name.span, errors::too_many,
                                   grouped(editions) + " editions", grouped(kMostEditions)));
    return false;
  }
  return true;
}

}  // namespace

std::int64_t parts_of(const syntax::Expr& text) {
  std::int64_t size = 1;
  for (const syntax::ExprPtr& arg : text.args) {
    if (arg) size += parts_of(*arg);
  }
  for (const syntax::Key& key : text.keys) {
    if (key.value) size += parts_of(*key.value);
  }
  return size;
}

std::int64_t parts_of(const syntax::Let& text) {
  std::int64_t size = 1;
  if (text.value) size += parts_of(*text.value);
  for (const syntax::Case& item : text.cases) {
    size += 1;
    if (item.when) size += parts_of(*item.when);
    if (item.gives) size += parts_of(*item.gives);
  }
  return size + count(text.table.rows.size() * text.table.header.size());
}

std::int64_t parts_of(const syntax::Measure& text) {
  Measuring measuring(nullptr);
  measuring.measure(text);
  return measuring.parts() + measuring.names();
}

std::int64_t parts_of(const syntax::Collection& text) {
  Measuring measuring(nullptr);
  measuring.collection(text);
  return measuring.parts() + measuring.names();
}

std::int64_t parts_of(const syntax::CodeList& text) {
  Measuring measuring(nullptr);
  measuring.code_list(text);
  return measuring.parts() + measuring.names();
}

bool is_within_limits(const std::vector<const syntax::Tree*>& trees, diagnostics::Sink& sink) {
  Measuring measuring(&sink);
  for (const syntax::Tree* tree : trees) {
    const bool had_too_many = measuring.names() > kMostNames;
    measuring.tree(*tree);
    if (had_too_many || measuring.names() <= kMostNames) continue;
    const source::Span start{tree->file, 0, 0};
    sink.add(diagnostics::diagnose(start, errors::too_many_names, grouped(measuring.names()),
                                   grouped(kMostNames)));
  }
  return are_chains_short(trees, sink) && measuring.is_within() && measuring.names() <= kMostNames;
}

}  // namespace assize::check
