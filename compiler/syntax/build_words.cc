// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
//
// From parse contexts: names, texts, numbers, codes and tables.

#include <algorithm>
#include <charconv>

#include "compiler/syntax/antlr.h"
#include "compiler/syntax/errors.h"

namespace assize::syntax {
namespace {

/// Takes blanks from both ends of a part of a row; the no-break space is one too.
Span without_outer_blanks(std::string_view text, Span part) {
  const auto blank_at = [&](std::uint32_t at) -> std::uint32_t {
    const unsigned char byte = static_cast<unsigned char>(text[at]);
    if (byte == ' ' || byte == '\t' || byte == '\f') return 1;
    return byte == 0xC2 && at + 1 < part.end && static_cast<unsigned char>(text[at + 1]) == 0xA0
               ? 2
               : 0;
  };
  while (part.begin < part.end) {
    const std::uint32_t blank = blank_at(part.begin);
    if (blank == 0) break;
    part.begin += blank;
  }
  while (part.end > part.begin) {
    if (blank_at(part.end - 1) == 1) {
      part.end -= 1;
    } else if (part.end - part.begin >= 2 && blank_at(part.end - 2) == 2) {
      part.end -= 2;
    } else {
      break;
    }
  }
  return part;
}

std::string counted(std::size_t number, std::string_view thing) {
  return std::to_string(number) + " " + std::string(thing) + (number == 1 ? "" : "s");
}

}  // namespace

Places::Places(source::FileId file, std::string_view text, std::uint32_t skipped)
    : file_(file), skipped_(skipped), end_(static_cast<std::uint32_t>(text.size())) {
  const auto starts_character = [](char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
  };
  const std::string_view rest = text.substr(skipped);
  if (std::all_of(rest.begin(), rest.end(),
                  [](char byte) { return static_cast<unsigned char>(byte) < 0x80U; }))
    return;
  for (std::uint32_t at = skipped; at < end_; ++at) {
    if (starts_character(text[at])) bytes_.push_back(at);
  }
  bytes_.push_back(end_);
}

std::uint32_t Places::byte_of(std::size_t character) const {
  if (bytes_.empty()) return std::min(skipped_ + static_cast<std::uint32_t>(character), end_);
  return character < bytes_.size() ? bytes_[character] : end_;
}

Span Places::of(const antlr4::Token* token) const {
  if (token->getType() == antlr4::Token::EOF) return {file_, end_, end_};
  return {file_, byte_of(token->getStartIndex()), byte_of(token->getStopIndex() + 1)};
}

Span Places::of(const antlr4::ParserRuleContext* context) const {
  const Span first = of(context->start);
  // A context that took no token stops before it starts.
  if (context->stop == nullptr ||
      context->stop->getTokenIndex() < context->start->getTokenIndex()) {
    return {file_, first.begin, first.begin};
  }
  return source::join(first, of(context->stop));
}

Name Builder::name(P::NameContext* context) const {
  const Span where = span(context);
  std::string_view written = source_.text(where);
  if (dynamic_cast<P::QuotedNameContext*>(context) != nullptr)
    written = written.substr(1, written.size() - 2);
  return {std::string(written), where};
}

std::vector<Name> Builder::names(const std::vector<P::NameContext*>& contexts) const {
  std::vector<Name> made;
  for (P::NameContext* context : contexts) made.push_back(name(context));
  return made;
}

Path Builder::path(P::PathContext* context) const {
  Path made{{name(context->name())}, span(context)};
  for (P::MemberContext* member : context->member()) {
    if (auto* named = dynamic_cast<P::NamedMemberContext*>(member)) {
      made.names.push_back(name(named->name()));
    } else {
      made.names.push_back({std::string(source_.text(span(member))), span(member)});
    }
  }
  return made;
}

std::vector<Path> Builder::paths(const std::vector<P::PathContext*>& contexts) const {
  std::vector<Path> made;
  for (P::PathContext* context : contexts) made.push_back(path(context));
  return made;
}

Path Builder::path_of(P::NameContext* context) const { return {{name(context)}, span(context)}; }

Text Builder::text(const antlr4::Token* token) const {
  const Span where = places_.of(token);
  std::string_view written = source_.text(where);
  written.remove_prefix(1);
  // A text that does not end on its line is reported already and has no quote to take off.
  if (!written.empty() && written.back() == '"') written.remove_suffix(1);
  return {std::string(written), where};
}

Text Builder::text(P::TextContext* context) const {
  Text made{"", span(context)};
  for (antlr4::tree::TerminalNode* piece : context->TEXT()) made.value += text(piece).value;
  return made;
}

std::vector<Text> Builder::texts(const std::vector<antlr4::tree::TerminalNode*>& nodes) const {
  std::vector<Text> made;
  for (antlr4::tree::TerminalNode* node : nodes) made.push_back(text(node));
  return made;
}

Doc Builder::doc(P::DocContext* context) const {
  Doc made{Doc::Kind::kNote, text(context->text()), span(context)};
  switch (context->word->getType()) {
    case P::TITLE:
      made.kind = Doc::Kind::kTitle;
      break;
    case P::PURPOSE:
      made.kind = Doc::Kind::kPurpose;
      break;
    case P::SOURCE:
      made.kind = Doc::Kind::kSource;
      break;
    default:
      break;
  }
  return made;
}

Code Builder::code(P::CodeContext* context) const {
  if (auto* quoted = dynamic_cast<P::QuotedCodeContext*>(context)) {
    return {text(quoted->TEXT()).value, span(context)};
  }
  return {std::string(source_.text(span(context))), span(context)};
}

EditionName Builder::edition_name(P::EditionNameContext* context) const {
  EditionName made{name(context->family), context->year->getText(), std::nullopt, span(context)};
  if (context->stage != nullptr) made.stage = name(context->stage);
  return made;
}

std::string Builder::digits(const antlr4::Token* token) const {
  std::string made = token->getText();
  std::erase(made, '_');
  return made;
}

int Builder::whole_number(const antlr4::Token* token) {
  const std::string written = digits(token);
  constexpr std::size_t kMostDigits = 9;
  int number = 0;
  const auto [end, error] =
      std::from_chars(written.data(), written.data() + written.size(), number);
  if (error == std::errc() && end == written.data() + written.size() &&
      written.size() <= kMostDigits)
    return number;
  sink_.add(diagnose(places_.of(token), errors::no_whole_number, token->getText()));
  return 0;
}

std::vector<Cell> Builder::cells(P::TableRowContext* row) {
  const Span whole = span(row);
  const std::string_view text = source_.text();
  std::vector<Cell> made;
  bool in_quotes = false;
  std::uint32_t quote = 0;
  std::uint32_t begin = whole.begin + 1;
  const auto add = [&](std::uint32_t end) {
    const Span cell = without_outer_blanks(text, {whole.file, begin, end});
    made.push_back({std::string(source_.text(cell)), cell});
    begin = end + 1;
  };
  for (std::uint32_t at = begin; at < whole.end; ++at) {
    if (text[at] == '"') {
      in_quotes = !in_quotes;
      quote = at;
    } else if (text[at] == '|' && !in_quotes) {
      add(at);
      // A comment may follow the last bar of a row.
      const Span rest = without_outer_blanks(text, {whole.file, begin, whole.end});
      if (source_.text(rest).starts_with("//")) return made;
    }
  }
  if (in_quotes) {
    sink_.add(diagnose({whole.file, quote, whole.end}, errors::open_text)
                  .under(std::string(errors::kBeginsHere)));
  }
  const Span rest = without_outer_blanks(text, {whole.file, begin, whole.end});
  if (rest.begin < rest.end) add(whole.end);  // the last bar is not written
  return made;
}

Table Builder::table(const Rows& rows) {
  Table made;
  if (rows.empty()) return made;
  made.header = cells(rows.front());
  made.span = source::join(span(rows.front()), span(rows.back()));
  for (std::size_t at = 1; at < rows.size(); ++at) {
    const std::size_t reported = sink_.all().size();
    std::vector<Cell> row = cells(rows[at]);
    if (row.size() == made.header.size()) {
      made.rows.push_back(std::move(row));
    } else if (sink_.all().size() == reported) {  // else an open quote has swallowed bars
      sink_.add(diagnose(span(rows[at]), errors::wrong_number_of_cells, counted(row.size(), "cell"),
                         counted(made.header.size(), "column"))
                    .label(span(rows.front()), std::string(errors::kHeading)));
    }
  }
  return made;
}

void Builder::report_repeated(Span now, std::string_view word, Span first) {
  sink_.add(
      diagnose(now, errors::repeated_clause, word).label(first, std::string(errors::kSaidFirst)));
}

}  // namespace assize::syntax
