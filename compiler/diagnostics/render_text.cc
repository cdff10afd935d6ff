// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#include "compiler/diagnostics/render_text.h"

#include <algorithm>
#include <string_view>
#include <tuple>
#include <utility>

#include "compiler/diagnostics/source_line.h"

namespace assize::diagnostics {
namespace {

using source::SourceFile;
using source::Span;

constexpr std::size_t kWidestLine = 100;

/// The few colours there are; words and signs say the same without them.
struct Paint {
  bool on;

  std::string in(std::string_view colour, std::string_view text) const {
    if (!on || text.empty()) return std::string(text);
    return "\x1b[" + std::string(colour) + "m" + std::string(text) + "\x1b[0m";
  }
  static std::string_view of(Severity severity) {
    switch (severity) {
      case Severity::kError:
        return "1;31";
      case Severity::kWarning:
        return "1;33";
      case Severity::kNote:
        break;
    }
    return "1;36";
  }
  static constexpr std::string_view kStrong = "1";
  static constexpr std::string_view kFrame = "34";
  static constexpr std::string_view kOther = "36";
};

std::string_view word_of(Severity severity) {
  switch (severity) {
    case Severity::kError:
      return "error";
    case Severity::kWarning:
      return "warning";
    case Severity::kNote:
      break;
  }
  return "note";
}

/// One place to be underlined.
struct Underline {
  Span span;
  std::string_view text;
  bool is_primary;
};

auto key_of(const Diagnostic& each) {
  return std::tuple(each.span.file, each.span.begin, each.span.end);
}

bool is_equal(const Diagnostic& one, const Diagnostic& other) {
  const auto same_label = [](const Label& a, const Label& b) {
    return a.span == b.span && a.text == b.text;
  };
  return one.code == other.code && one.span == other.span && one.message == other.message &&
         std::equal(one.labels.begin(), one.labels.end(), other.labels.begin(), other.labels.end(),
                    same_label);
}

/// Renders one diagnostic; holds what is the same for all its lines.
class Page {
 public:
  Page(const source::Sources& sources, const Diagnostic& diagnostic, Paint paint)
      : sources_(sources), diagnostic_(diagnostic), paint_(paint) {
    std::uint32_t last = 1;
    for (const Underline& each : underlines()) last = std::max(last, line_of(each.span));
    margin_ = std::max<std::size_t>(2, std::to_string(last).size());
  }

  std::string render() {
    const std::string head =
        std::string(word_of(diagnostic_.severity)) + "[" + diagnostic_.code + "]";
    out_ += paint_.in(Paint::of(diagnostic_.severity), head);
    out_ += paint_.in(Paint::kStrong, ": " + printable(diagnostic_.message)) + "\n";
    if (diagnostic_.span.file < sources_.size()) places();
    if (!diagnostic_.consequence.empty()) remark(printable(diagnostic_.consequence));
    for (const std::string& note : diagnostic_.notes) remark(printable(note));
    fixes();
    remark("assize explain " + diagnostic_.code);
    return std::move(out_);
  }

 private:
  std::vector<Underline> underlines() const {
    std::vector<Underline> made{{diagnostic_.span, diagnostic_.span_label, true}};
    for (const Label& each : diagnostic_.labels) made.push_back({each.span, each.text, false});
    std::erase_if(made, [&](const Underline& each) { return each.span.file >= sources_.size(); });
    return made;
  }

  std::uint32_t line_of(Span span) const {
    return sources_.file(span.file).position_of(span.begin).line;
  }

  std::string frame(std::string_view text) const { return paint_.in(Paint::kFrame, text); }

  void bar() { out_ += frame(std::string(margin_ + 1, ' ') + "|") + "\n"; }

  void remark(std::string_view text) {
    out_ += frame(std::string(margin_ + 1, ' ') + "=") + " " + std::string(text) + "\n";
  }

  void places() {
    std::vector<Underline> all = underlines();
    const source::FileId first_file = diagnostic_.span.file;
    std::stable_sort(all.begin(), all.end(), [&](const Underline& a, const Underline& b) {
      return std::tuple(a.span.file != first_file, a.span.file, line_of(a.span)) <
             std::tuple(b.span.file != first_file, b.span.file, line_of(b.span));
    });
    std::size_t at = 0;
    while (at < all.size()) {
      std::size_t next = at;
      while (next < all.size() && all[next].span.file == all[at].span.file) ++next;
      const Span place = all[at].span.file == first_file ? diagnostic_.span : all[at].span;
      one_file(place, std::vector<Underline>(all.begin() + static_cast<std::ptrdiff_t>(at),
                                             all.begin() + static_cast<std::ptrdiff_t>(next)));
      at = next;
    }
    bar();
  }

  void one_file(Span place, const std::vector<Underline>& underlined) {
    const SourceFile& file = sources_.file(place.file);
    const auto position = file.position_of(place.begin);
    out_ += frame(std::string(margin_, ' ') + "-->") + " " + printable(file.path()) + ":" +
            std::to_string(position.line) + ":" + std::to_string(position.column) + "\n";
    bar();
    std::uint32_t last = 0;
    for (std::size_t at = 0; at < underlined.size();) {
      const std::uint32_t line = line_of(underlined[at].span);
      std::vector<Underline> on_line;
      for (; at < underlined.size() && line_of(underlined[at].span) == line; ++at)
        on_line.push_back(underlined[at]);
      if (last != 0 && line > last + 1) out_ += frame("...") + "\n";
      one_line(file, line, on_line);
      last = line;
    }
  }

  void one_line(const SourceFile& file, std::uint32_t number,
                const std::vector<Underline>& underlined) {
    const std::string_view line = file.line(number);
    const auto begin = static_cast<std::uint32_t>(line.data() - file.text().data());
    const auto column_of = [&](std::uint32_t byte) {
      return width_of(line.substr(0, std::min<std::size_t>(byte - begin, line.size())));
    };
    const Cut cut =
        cut_line(printable(line), column_of(underlined.front().span.begin), kWidestLine);
    const std::string text = std::to_string(number);
    out_ += frame(std::string(margin_ - text.size(), ' ') + text + " |");
    if (!cut.text.empty()) out_ += " " + cut.text;
    out_ += "\n";
    for (const Underline& each : underlined) {
      std::size_t from = column_of(std::max(each.span.begin, begin));
      // Of a span over several lines the first is underlined.
      std::size_t to = std::max(column_of(std::max(each.span.end, begin)), from + 1);
      from -= std::min(from, cut.from);
      to = std::max(std::min(to - std::min(to, cut.from), std::max(width_of(cut.text), from + 1)),
                    from + 1);
      const std::string_view colour =
          each.is_primary ? Paint::of(diagnostic_.severity) : Paint::kOther;
      std::string mark(to - from, each.is_primary ? '^' : '-');
      if (!each.text.empty()) mark += " " + printable(each.text);
      out_ += frame(std::string(margin_ + 1, ' ') + "|") + " " + std::string(from, ' ') +
              paint_.in(colour, mark) + "\n";
    }
  }

  void fixes() {
    bool is_first = true;
    for (const Fix& fix : diagnostic_.fixes) {
      for (const std::string& line : mended_lines(fix)) {
        out_ += std::string(margin_ + 1, ' ') +
                (is_first ? frame("=") + " say it:   " : "     or:    ") + line + "\n";
        is_first = false;
      }
    }
  }

  /// The lines a fix touches as they read afterwards, ready to be pasted, joined where it adds
  /// lines.
  std::vector<std::string> mended_lines(const Fix& fix) const {
    std::vector<Edit> edits = fix.edits;
    std::erase_if(edits, [&](const Edit& each) { return each.span.file >= sources_.size(); });
    std::stable_sort(edits.begin(), edits.end(), [](const Edit& a, const Edit& b) {
      return std::tuple(a.span.file, a.span.begin) < std::tuple(b.span.file, b.span.begin);
    });
    std::vector<std::string> made;
    for (std::size_t at = 0; at < edits.size();) {
      const SourceFile& file = sources_.file(edits[at].span.file);
      const std::uint32_t number = line_of(edits[at].span);
      const std::string_view line = file.line(number);
      const auto begin = static_cast<std::uint32_t>(line.data() - file.text().data());
      const auto end = begin + static_cast<std::uint32_t>(line.size());
      std::string mended;
      std::uint32_t done = begin;
      for (; at < edits.size() && edits[at].span.file == edits.front().span.file &&
             line_of(edits[at].span) == number;
           ++at) {
        if (edits[at].span.begin < done) continue;  // overlaps the one before
        mended += file.text({edits[at].span.file, done, std::min(edits[at].span.begin, end)});
        mended += edits[at].text;
        done = std::min(edits[at].span.end, end);
      }
      mended += line.substr(std::min<std::size_t>(done - begin, line.size()));
      made.push_back(printable(without_ends(mended)));
    }
    return made;
  }

  static std::string without_ends(std::string line) {
    const auto begin = line.find_first_not_of(" \t");
    if (begin == std::string::npos) return "";
    line = line.substr(begin, line.find_last_not_of(" \t\r\n") - begin + 1);
    for (std::size_t at = line.find('\n'); at != std::string::npos; at = line.find('\n', at))
      line.replace(at, 1, "  ");
    return line;
  }

  const source::Sources& sources_;
  const Diagnostic& diagnostic_;
  Paint paint_;
  std::size_t margin_ = 2;
  std::string out_;
};

}  // namespace

std::vector<const Diagnostic*> in_order(const std::vector<Diagnostic>& diagnostics) {
  std::vector<const Diagnostic*> made;
  for (const Diagnostic& each : diagnostics) made.push_back(&each);
  std::stable_sort(made.begin(), made.end(), [](const Diagnostic* a, const Diagnostic* b) {
    return key_of(*a) < key_of(*b);
  });
  std::vector<const Diagnostic*> folded;
  for (const Diagnostic* each : made) {
    bool is_known = false;  // equal ones have one place, so they stand together
    for (auto other = folded.rbegin(); other != folded.rend() && key_of(**other) == key_of(*each);
         ++other) {
      is_known = is_known || is_equal(*each, **other);
    }
    if (!is_known) folded.push_back(each);
  }
  return folded;
}

std::string count_of(const std::vector<const Diagnostic*>& diagnostics) {
  std::string made;
  for (const Severity severity : {Severity::kError, Severity::kWarning, Severity::kNote}) {
    const auto number =
        std::count_if(diagnostics.begin(), diagnostics.end(),
                      [&](const Diagnostic* each) { return each->severity == severity; });
    if (number == 0) continue;
    if (!made.empty()) made += ", ";
    made +=
        std::to_string(number) + " " + std::string(word_of(severity)) + (number == 1 ? "" : "s");
  }
  return made;
}

std::string render_text(const source::Sources& sources, const std::vector<Diagnostic>& diagnostics,
                        const RenderOptions& options) {
  const std::vector<const Diagnostic*> all = in_order(diagnostics);
  std::string made;
  for (std::size_t at = 0; at < std::min(all.size(), options.max_shown); ++at) {
    made += Page(sources, *all[at], Paint{options.colour}).render() + "\n";
  }
  if (!all.empty()) made += count_of(all);
  if (all.size() > options.max_shown)
    made += "; the first " + std::to_string(options.max_shown) + " are shown";
  if (!all.empty()) made += ".";
  if (!options.closing.empty()) made += (all.empty() ? "" : " ") + options.closing;
  if (!made.empty()) made += "\n";
  return made;
}

}  // namespace assize::diagnostics
