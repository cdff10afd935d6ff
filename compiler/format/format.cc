// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/format/format.h"

#include <utility>

#include "compiler/format/break_lines.h"
#include "compiler/format/lay_out_pieces.h"
#include "compiler/format/pieces.h"
#include "compiler/format/sameness.h"
#include "compiler/format/table_rows.h"
#include "compiler/syntax/parse.h"

namespace assize::format {
namespace {

// What is broken anew may be aligned otherwise the next time; then it settles.
constexpr int kMostRounds = 8;

std::string once(const source::Sources& sources, const syntax::Tree& tree) {
  Pieces pieces = pieces_of(sources, tree);
  if (pieces.empty()) return "";
  align_tables(pieces);
  for (;;) {
    settle_breaks(pieces);
    const std::vector<Line> lines = lay_out(pieces);
    if (!break_long_lines(pieces, lines)) return text_of(pieces, lines);
  }
}

}  // namespace

Formatted format(source::Sources& sources, source::FileId file, diagnostics::Sink& sink) {
  const std::size_t known = sink.all().size();
  const syntax::Tree written = syntax::parse(sources, file, sink);
  if (sink.all().size() > known) return {Formatted::Outcome::kUnreadable, ""};
  const std::string path = sources.file(file).path();
  std::string text = once(sources, written);
  for (int round = 0; round < kMostRounds; ++round) {
    diagnostics::Sink unread;
    const source::FileId tried = sources.add(path, text);
    const syntax::Tree tree = syntax::parse(sources, tried, unread);
    if (!unread.all().empty() || !say_the_same(sources, written, tree)) break;
    std::string again = once(sources, tree);
    if (again == text) return {Formatted::Outcome::kDone, std::move(text)};
    text = std::move(again);
  }
  return {Formatted::Outcome::kUnsafe, ""};
}

}  // namespace assize::format
