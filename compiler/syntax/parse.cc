// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#include "compiler/syntax/parse.h"

#include <array>
#include <cstdio>
#include <exception>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "compiler/syntax/build.h"
#include "compiler/syntax/errors.h"

namespace assize::syntax {
namespace {

constexpr std::size_t kLongest = std::size_t{1} << 20;

/// Gives the first byte that UTF-8 does not allow in text; NUL is not text either.
std::optional<std::uint32_t> first_bad_byte(std::string_view text) {
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
  std::size_t at = 0;
  while (at < text.size()) {
    const unsigned char first = byte(at);
    std::size_t length = 1;
    unsigned char lowest = 0x80;  // bounds of the second byte: no overlong forms, no surrogates
    unsigned char highest = 0xBF;
    if (first == 0 || (first >= 0x80 && first < 0xC2) || first > 0xF4)
      return static_cast<std::uint32_t>(at);
    if (first >= 0xC2) length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (first == 0xE0) lowest = 0xA0;
    if (first == 0xED) highest = 0x9F;
    if (first == 0xF0) lowest = 0x90;
    if (first == 0xF4) highest = 0x8F;
    for (std::size_t next = 1; next < length; ++next) {
      if (at + next >= text.size() || byte(at + next) < lowest || byte(at + next) > highest) {
        return static_cast<std::uint32_t>(at);
      }
      lowest = 0x80;
      highest = 0xBF;
    }
    at += length;
  }
  return std::nullopt;
}

bool is_readable(const source::SourceFile& source, source::FileId file, diagnostics::Sink& sink) {
  const std::string_view text = source.text();
  if (text.size() > kLongest) {
    sink.add(diagnose({file, 0, 0}, errors::file_too_long));
    return false;
  }
  if (const auto bad = first_bad_byte(text)) {
    std::array<char, 8> hexadecimal{};
    std::snprintf(hexadecimal.data(), hexadecimal.size(), "0x%02X",
                  static_cast<unsigned char>(text[*bad]));
    sink.add(diagnose({file, *bad, *bad + 1}, errors::not_text, std::to_string(*bad + 1),
                      hexadecimal.data()));
    return false;
  }
  return true;
}

/// Names behind a word that declares: what a clause that could not be read may have been about.
std::set<std::string> declared_names(const source::SourceFile& source, const Tree& tree) {
  static const std::set<std::string_view> kDeclaring = {
      "let",        "episodes", "parameter", "flag", "field",    "population",
      "collection", "measure",  "part",      "list", "scenario", "case"};
  std::set<std::string> names;
  bool is_declared = false;
  for (const Token& token : tree.tokens) {
    if (token.kind == Token::Kind::kSpace || token.kind == Token::Kind::kComment) continue;
    const std::string_view text = source.text(token.span);
    if (is_declared && token.kind == Token::Kind::kName) {
      names.emplace(text.starts_with('`') ? text.substr(1, text.size() - 2) : text);
    }
    is_declared = kDeclaring.contains(text);
  }
  return names;
}

Tree read(const source::Sources& sources, source::FileId file, Whole whole,
          diagnostics::Sink& sink) {
  const source::SourceFile& source = sources.file(file);
  Tree tree;
  tree.file = file;
  if (!is_readable(source, file, sink)) {
    // One piece that is the whole file, so that it still prints back.
    tree.tokens.push_back(
        {Token::Kind::kSign, {file, 0, static_cast<std::uint32_t>(source.text().size())}});
    return tree;
  }
  const std::size_t found_before = sink.all().size();
  try {
    build(source, file, whole, tree, sink);
  } catch (const std::exception& failure) {
    sink.add(diagnose({file, 0, 0}, errors::reader_failed, failure.what()));
  } catch (...) {  // the library may throw what is no std::exception
    sink.add(diagnose({file, 0, 0}, errors::reader_failed, "unknown"));
  }
  for (std::size_t at = found_before; at < sink.all().size(); ++at) {
    tree.mistakes.push_back(sink.all()[at].span);
  }
  if (!tree.mistakes.empty()) tree.lost = declared_names(source, tree);
  return tree;
}

}  // namespace

Tree parse(const source::Sources& sources, source::FileId file, diagnostics::Sink& sink) {
  return read(sources, file, Whole::kFile, sink);
}

Tree parse_expression(const source::Sources& sources, source::FileId file,
                      diagnostics::Sink& sink) {
  return read(sources, file, Whole::kExpression, sink);
}

Tree parse_clauses(const source::Sources& sources, source::FileId file, diagnostics::Sink& sink) {
  return read(sources, file, Whole::kClauses, sink);
}

}  // namespace assize::syntax
