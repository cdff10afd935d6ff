// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

// Every file of the language there is: laid out twice it is as laid out once, and says the same;
// also after its blanks and line breaks have been thrown about.

#include <gtest/gtest.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "compiler/format/pieces.h"
#include "compiler/syntax/parse.h"
#include "tests/support/places.h"
#include "tests/unit/format/laid_out.h"

namespace assize::format {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> texts_below(const fs::path& folder) {
  std::vector<std::string> texts;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.path().extension() != ".assize") continue;
    std::ifstream file(entry.path(), std::ios::binary);
    texts.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  return texts;
}

std::vector<std::string> corpus() {
  std::vector<std::string> texts = texts_below(support::source_root() / "frameworks");
  for (std::string& text : texts_below(support::source_root() / "tests/golden")) {
    texts.push_back(std::move(text));
  }
  if (const auto shared = support::shared_data()) {
    for (std::string& text : texts_below(*shared / "design" / "examples")) {
      texts.push_back(std::move(text));
    }
  }
  return texts;
}

/// The same words with other blanks and breaks between them, the same for a seed.
std::string shaken(const std::string& text, std::uint64_t seed) {
  source::Sources sources;
  diagnostics::Sink sink;
  const syntax::Tree tree = syntax::parse(sources, sources.add("a", text), sink);
  std::string made;
  bool needs_break = false;
  for (const Piece& piece : pieces_of(sources, tree)) {
    seed = seed * 6364136223846793005U + 1442695040888963407U;
    const auto chance = (seed >> 40U) % 12;
    if (needs_break || piece.is_row() || chance == 0) {
      made += chance % 3 == 0 ? "\n\n" : "\n";
    }
    made += std::string(chance, ' ') + (chance == 0 ? "\t" : " ") + piece.text;
    needs_break = piece.is_row() || piece.is_comment();
  }
  return made;
}

TEST(corpus, every_file_settles_at_once_and_says_the_same) {
  const std::vector<std::string> texts = corpus();
  EXPECT_GE(texts.size(), 40U);
  for (const std::string& text : texts) laid_out(text);
}

TEST(corpus, so_does_every_file_whose_blanks_were_thrown_about) {
  for (const std::string& text : corpus()) {
    for (const std::uint64_t seed : {1U, 2U, 3U}) laid_out(shaken(text, seed));
  }
}

}  // namespace
}  // namespace assize::format
