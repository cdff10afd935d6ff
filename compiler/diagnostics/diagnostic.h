// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "compiler/source/source_file.h"

namespace assize::diagnostics {

enum class Severity { kError, kWarning, kNote };

/// How sure an edit is: `kCertain` keeps the meaning that was surely wanted, `kMaybe` is one of
/// several.
enum class Confidence { kCertain, kMaybe };

/// Names one placeholder of a definition's text.
struct Arg {
  std::string_view name;
};

/// What one diagnostic says, written once for the whole program. `N` is the number of arguments; a
/// placeholder `{name}` in the text that names no argument does not compile.
template <std::size_t N>
struct Definition {
  std::string_view code;  // E0301, W0302, D0101, I0001; never reused
  Severity severity;
  std::string_view text;         // the first line; makes sense alone in a log
  std::string_view consequence;  // who would be miscounted, or empty
  std::array<std::string_view, N> names;

  template <class... A>
  consteval Definition(std::string_view code_in, Severity severity_in, std::string_view text_in,
                       std::string_view consequence_in, A... args)
      : code(code_in),
        severity(severity_in),
        text(text_in),
        consequence(consequence_in),
        names{args.name...} {
    check(text_in);
    check(consequence_in);
  }

 private:
  consteval void check(std::string_view sentence) const {
    for (std::size_t at = sentence.find('{'); at != sentence.npos;
         at = sentence.find('{', at + 1)) {
      const auto name = sentence.substr(at + 1, sentence.find('}', at) - at - 1);
      bool found = false;
      for (const auto& known : names) found = found || known == name;
      if (!found) throw "placeholder names no argument";
    }
  }
};
template <class... A>
Definition(std::string_view, Severity, std::string_view, std::string_view, A...)
    -> Definition<sizeof...(A)>;

/// Another place that takes part in what went wrong, with a few words.
struct Label {
  source::Span span;
  std::string text;
};

/// One replacement of source text.
struct Edit {
  source::Span span;  // empty span: an insertion
  std::string text;
};

/// A way out that can be pasted or applied.
struct Fix {
  Confidence confidence = Confidence::kMaybe;
  std::string why;
  std::vector<Edit> edits;
};

/// One thing found, as data: renderers turn it into text, JSON or SARIF.
struct Diagnostic {
  std::string code;
  Severity severity = Severity::kError;
  std::string message;
  std::string consequence;                                // who would be miscounted; may be empty
  std::vector<std::pair<std::string, std::string>> args;  // by placeholder, for machines
  source::Span span;
  std::string span_label;  // stands under the underline; may be empty
  std::vector<Label> labels;
  std::vector<std::string> notes;
  std::vector<Fix> fixes;

  Diagnostic& under(std::string text) {
    span_label = std::move(text);
    return *this;
  }
  Diagnostic& label(source::Span at, std::string text) {
    labels.push_back({at, std::move(text)});
    return *this;
  }
  Diagnostic& note(std::string text) {
    notes.push_back(std::move(text));
    return *this;
  }
  Diagnostic& fix(Confidence confidence, std::string why, std::vector<Edit> edits) {
    fixes.push_back({confidence, std::move(why), std::move(edits)});
    return *this;
  }
};

/// Puts arguments in the place of `{name}`; used by `diagnose`.
std::string fill_in(std::string_view text,
                    const std::vector<std::pair<std::string, std::string>>& args);

/// Makes a diagnostic from its definition. As many arguments as the definition names, in its order.
template <std::size_t N, class... V>
Diagnostic diagnose(source::Span span, const Definition<N>& definition, const V&... values) {
  static_assert(sizeof...(V) == N, "a diagnostic needs one value for each argument");
  Diagnostic made;
  made.code = definition.code;
  made.severity = definition.severity;
  made.span = span;
  std::size_t at = 0;
  (made.args.emplace_back(std::string(definition.names[at++]), std::string(values)), ...);
  static_cast<void>(at);
  made.message = fill_in(definition.text, made.args);
  made.consequence = fill_in(definition.consequence, made.args);
  return made;
}

/// Collects diagnostics; the pass that reports goes on.
class Sink {
 public:
  void add(Diagnostic diagnostic) { all_.push_back(std::move(diagnostic)); }
  const std::vector<Diagnostic>& all() const { return all_; }
  bool has_errors() const;
  std::size_t error_count() const;

 private:
  std::vector<Diagnostic> all_;
};

}  // namespace assize::diagnostics
