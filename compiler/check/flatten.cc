// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

// Flattening: the chain of editions from the first to this one, each amending the state before it.

#include "compiler/check/flatten.h"

#include <algorithm>
#include <set>

#include "compiler/check/errors.h"

namespace assize::check {
namespace {

void refuse(diagnostics::Sink& sink, source::Span span, const std::string& problem) {
  sink.add(diagnostics::diagnose(span, errors::bad_amendment, problem));
}

bool same(const syntax::EditionName& a, const syntax::EditionName& b) {
  return edition_text(a) == edition_text(b);
}

const syntax::Edition* find_edition(const std::vector<const syntax::Tree*>& trees,
                                    const syntax::EditionName& name) {
  for (const syntax::Tree* tree : trees) {
    for (const syntax::Edition& edition : tree->editions) {
      if (same(edition.name, name)) return &edition;
    }
  }
  return nullptr;
}

std::vector<const syntax::Edition*> chain_of(const std::vector<const syntax::Tree*>& trees,
                                             const syntax::Edition& edition,
                                             diagnostics::Sink& sink) {
  std::vector<const syntax::Edition*> chain{&edition};
  while (chain.front()->revises) {
    const syntax::EditionName& name = *chain.front()->revises;
    const syntax::Edition* base = find_edition(trees, name);
    if (!base) {
      sink.add(diagnostics::diagnose(name.span, errors::unknown_edition, edition_text(name)));
      break;
    }
    if (std::find(chain.begin(), chain.end(), base) != chain.end()) {
      sink.add(diagnostics::diagnose(name.span, errors::depends_on_itself, edition_text(name)));
      break;
    }
    chain.insert(chain.begin(), base);
  }
  return chain;
}

const syntax::Measure* find_measure(const std::vector<const syntax::Tree*>& trees,
                                    const std::string& name) {
  for (const syntax::Tree* tree : trees) {
    for (const syntax::Measure& measure : tree->measures) {
      if (measure.name.text == name) return &measure;
    }
  }
  return nullptr;
}

// Walks the chain; `flat` is the state after each edition.
class Flattener {
 public:
  Flattener(const std::vector<const syntax::Tree*>& trees, FlatEdition& flat, diagnostics::Sink& sink)
      : trees_(trees), flat_(flat), sink_(sink) {}

  void apply(const syntax::Edition& edition) {
    take_clauses(edition);
    retire(edition);
    introduce(edition);
    redefine(edition);
    for (const syntax::ReviseMeasure& change : edition.revised_measures) {
      if (syntax::Measure* measure = in_force(change.what.names.front())) {
        amend_measure(*measure, change, sink_);
      }
    }
    for (const syntax::ReviseCollection& change : edition.revised_collections) revise(change);
    renumber(edition);
    check_reuse(edition);
  }

 private:
  syntax::Measure* in_force(const syntax::Name& name) {
    for (MeasureInForce& measure : flat_.measures) {
      if (measure.text.name.text == name.text) return &measure.text;
    }
    refuse(sink_, name.span, "measure `" + name.text + "` is not in the edition that this one revises");
    return nullptr;
  }

  void take_clauses(const syntax::Edition& edition) {
    syntax::Edition& own = flat_.own;
    own.name = edition.name;
    own.revises = edition.revises;
    own.span = edition.span;
    for (const syntax::Doc& doc : edition.docs) {
      std::erase_if(own.docs, [&](const syntax::Doc& item) { return item.kind == doc.kind; });
      own.docs.push_back(doc);
    }
    if (edition.covers_from) own.covers_from = edition.covers_from;
    if (edition.covers_to) own.covers_to = edition.covers_to;
    for (const syntax::CodesRelease& codes : edition.codes) {
      std::erase_if(own.codes, [&](const syntax::CodesRelease& item) {
        return item.collection.text == codes.collection.text;
      });
      own.codes.push_back(codes);
    }
    if (edition.areas_from) {
      own.areas_from = edition.areas_from;
      own.areas_by = edition.areas_by;
    }
    if (!edition.headings.empty()) own.headings = edition.headings;
    replace_by_name(own.parameters, edition.parameters);
    replace_by_name(own.flags, edition.flags);
    own.marks = edition.marks;  // they hold for this edition only
    if (edition.disclosure) own.disclosure = edition.disclosure;
  }

  void retire(const syntax::Edition& edition) {
    for (const syntax::Retire& retired : edition.retired) {
      for (const syntax::Path& path : retired.what) {
        syntax::Measure* measure = in_force(path.names.front());
        if (!measure) continue;
        if (path.names.size() == 1) {
          std::erase_if(flat_.measures, [&](const MeasureInForce& item) {
            return item.text.name.text == path.names.front().text;
          });
          continue;
        }
        const auto gone = std::erase_if(measure->parts, [&](const syntax::Part& part) {
          return part.name.text == path.names[1].text;
        });
        if (gone == 0) refuse(sink_, path.span, "there is no part `" + path.names[1].text + "` to retire");
      }
    }
  }

  void introduce(const syntax::Edition& edition) {
    const auto add = [&](const syntax::Measure& measure, source::Span span) {
      const bool there = std::any_of(
          flat_.measures.begin(), flat_.measures.end(),
          [&](const MeasureInForce& item) { return item.text.name.text == measure.name.text; });
      if (there) {
        refuse(sink_, span, "`" + measure.name.text + "` is introduced twice");
        return;
      }
      flat_.measures.push_back({measure, edition_text(edition.name)});
    };
    for (const syntax::Path& path : edition.introduced) {
      const syntax::Name& name = path.names.front();
      if (const syntax::Measure* measure = find_measure(trees_, name.text)) {
        add(*measure, path.span);
      } else {
        sink_.add(diagnostics::diagnose(name.span, errors::unknown_name, name.text, "a measure"));
      }
    }
    for (const syntax::Measure& measure : edition.introduced_measures) add(measure, measure.span);
  }

  // The definition begun anew: the text declared under that name, with the codes and heading in force.
  void redefine(const syntax::Edition& edition) {
    for (const syntax::Retire& anew : edition.redefined) {
      for (const syntax::Path& path : anew.what) {
        const syntax::Name& name = path.names.front();
        syntax::Measure* measure = path.names.size() == 1 ? in_force(name) : nullptr;
        if (path.names.size() != 1) refuse(sink_, path.span, "a measure is redefined whole, not a part of it");
        if (!measure) continue;
        const syntax::Measure* declared = find_measure(trees_, name.text);
        if (!declared) {
          refuse(sink_, name.span, "no measure `" + name.text + "` is declared that could define it anew");
          continue;
        }
        if (declared->span == measure->span) {
          refuse(sink_, name.span, "`" + name.text + "` already has the definition declared under its name");
          continue;
        }
        take_definition(*declared, *measure);
      }
    }
  }

  static void take_definition(const syntax::Measure& declared, syntax::Measure& measure) {
    syntax::Measure made = declared;
    if (measure.code) made.code = measure.code;
    if (measure.body.serves) made.body.serves = measure.body.serves;
    for (syntax::Part& part : made.parts) {
      for (const syntax::Part& before : measure.parts) {
        if (before.name.text == part.name.text && before.code) part.code = before.code;
      }
    }
    measure = std::move(made);
  }

  void revise(const syntax::ReviseCollection& change) {
    for (auto& [collection, file] : flat_.collections) {
      if (collection.name.text != change.changes.name.text) continue;
      amend_collection(collection, change, sink_);
      return;
    }
    refuse(sink_, change.changes.name.span,
           "there is no collection `" + change.changes.name.text + "` to revise");
  }

  // All at once, so that two measures can exchange their codes.
  void renumber(const syntax::Edition& edition) {
    for (const syntax::Renumber& change : edition.renumbered) {
      syntax::Measure* measure = in_force(change.what.names.front());
      if (!measure) continue;
      if (change.under) measure->body.serves = change.under;
      if (change.what.names.size() == 1) {
        measure->code = change.code;
        continue;
      }
      const auto found = std::find_if(
          measure->parts.begin(), measure->parts.end(),
          [&](const syntax::Part& part) { return part.name.text == change.what.names[1].text; });
      if (found == measure->parts.end()) {
        refuse(sink_, change.what.span,
               "`" + measure->name.text + "` has no part `" + change.what.names[1].text + "`");
        continue;
      }
      found->code = change.code;
    }
  }

  // A code that meant something else before must be declared as used again.
  void check_reuse(const syntax::Edition& edition) {
    std::set<std::string> declared;
    for (const syntax::Reuse& reuse : edition.reused) {
      for (const syntax::Code& code : reuse.codes) declared.insert(code.text);
    }
    std::vector<std::pair<const syntax::Code*, std::string>> now;
    for (const MeasureInForce& measure : flat_.measures) {
      const std::string& name = measure.text.name.text;
      if (measure.text.code) now.emplace_back(&*measure.text.code, name);
      for (const syntax::Part& part : measure.text.parts) {
        if (part.code) now.emplace_back(&*part.code, name + "." + part.name.text);
      }
    }
    for (const auto& [code, concept_name] : now) {
      const std::set<std::string>& meanings = meanings_[code->text];
      const bool new_meaning = !meanings.empty() && !meanings.contains(concept_name);
      if (new_meaning && !declared.contains(code->text)) {
        sink_.add(diagnostics::diagnose(edition.name.span, errors::undeclared_reuse, code->text,
                                        *meanings.rbegin(), concept_name)
                      .note("declare it: `reuse " + code->text + " because \"…\"`"));
      }
    }
    // A code given twice in this edition has no new meaning; it is refused as given twice.
    for (const auto& [code, concept_name] : now) meanings_[code->text].insert(concept_name);
  }

  const std::vector<const syntax::Tree*>& trees_;
  FlatEdition& flat_;
  diagnostics::Sink& sink_;
  std::map<std::string, std::set<std::string>> meanings_;  // of each code, in the editions so far
};

}  // namespace

std::string edition_text(const syntax::EditionName& name) {
  return name.family.text + " " + name.year + (name.stage ? " " + name.stage->text : "");
}

FlatEdition flatten(const std::vector<const syntax::Tree*>& trees, const syntax::Edition& edition,
                    diagnostics::Sink& sink) {
  FlatEdition flat;
  flat.chain = chain_of(trees, edition, sink);
  for (const syntax::Tree* tree : trees) {
    for (const syntax::Collection& collection : tree->collections) {
      flat.collections.emplace_back(collection, tree->file);
    }
  }
  Flattener flattener(trees, flat, sink);
  for (const syntax::Edition* one : flat.chain) flattener.apply(*one);
  return flat;
}

}  // namespace assize::check
