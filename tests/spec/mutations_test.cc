// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
//
// Whatever becomes of a definition while it is written: files with words left out, doubled, exchanged, taken
// from elsewhere, lines lost, the rest cut off. Reading and checking end, say nothing of a fault of their own,
// and what still compiles has a well formed plan, or a reason why not. The same mutants in every run.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "compiler/check/library.h"
#include "compiler/lower/from_framework.h"
#include "compiler/syntax/parse.h"
#include "tests/spec/document_blocks.h"
#include "tests/support/places.h"

namespace assize::spec {
namespace {

namespace fs = std::filesystem;

class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::size_t below(std::size_t end) {
    state_ += 0x9E3779B97F4A7C15U;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
    return static_cast<std::size_t>((mixed ^ (mixed >> 31U)) % end);
  }

 private:
  std::uint64_t state_;
};

std::string text_of(const fs::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

/// The file system, with one file as a mutant has it.
class Files final : public check::FileReader {
 public:
  Files(const fs::path& mutated, std::string text) : mutated_(mutated), text_(std::move(text)) {}
  std::optional<std::string> read(const std::string& path) override {
    if (fs::path(path) == mutated_) return text_;
    if (!fs::is_regular_file(path)) return std::nullopt;
    return text_of(path);
  }
  std::string resolve(const std::string& from, const std::string& used) override {
    return (fs::path(from).parent_path() / used).lexically_normal().string();
  }

 private:
  fs::path mutated_;
  std::string text_;
};

/// Words, signs and rows of a text, blanks and comments left aside.
std::vector<source::Span> pieces_of(const std::string& text) {
  source::Sources sources;
  diagnostics::Sink sink;
  const syntax::Tree tree = syntax::parse(sources, sources.add("piece.assize", text), sink);
  std::vector<source::Span> pieces;
  for (const syntax::Token& token : tree.tokens) {
    if (token.kind == syntax::Token::Kind::kSpace || token.kind == syntax::Token::Kind::kComment) continue;
    pieces.push_back(token.span);
  }
  return pieces;
}

std::string mutant_of(const std::string& text, const std::vector<source::Span>& pieces, Random& random) {
  const auto any = [&] { return pieces[random.below(pieces.size())]; };
  const auto words = [&](source::Span span) { return text.substr(span.begin, span.end - span.begin); };
  const source::Span at = any();
  std::string made = text;
  switch (random.below(6)) {
    case 0: made.erase(at.begin, at.end - at.begin); break;
    case 1: made.insert(at.end, " " + words(at)); break;
    case 2: made.replace(at.begin, at.end - at.begin, words(any())); break;
    case 3: {
      source::Span one = at;
      source::Span other = any();
      if (other.begin < one.begin) std::swap(one, other);
      if (one.begin == other.begin) break;
      const std::string first = words(one);
      made.replace(other.begin, other.end - other.begin, first);
      made.replace(one.begin, one.end - one.begin, words(other));
      break;
    }
    case 4: {
      const std::size_t begin = text.rfind('\n', at.begin) == std::string::npos ? 0 : text.rfind('\n', at.begin) + 1;
      const std::size_t end = text.find('\n', at.begin);
      made.erase(begin, end == std::string::npos ? std::string::npos : end + 1 - begin);
      break;
    }
    default: made.resize(at.end); break;
  }
  return made;
}

struct Told {
  int compiled = 0;
  int refused = 0;
};

// Reads and checks everything that belongs to `file`, with `text` in its place.
void expect_sound(const fs::path& file, const std::string& text, Told& told) {
  source::Sources sources;
  Files files(file, text);
  diagnostics::Sink sink;
  check::Library library(sources, files);
  ASSERT_NE(library.load(file.string(), sink), nullptr);
  library.check_all(sink);
  for (const diagnostics::Diagnostic& found : sink.all()) {
    ASSERT_FALSE(found.code.starts_with("I")) << found.message << "\n" << text;
    const std::size_t size = sources.file(found.span.file).text().size();
    ASSERT_LE(found.span.begin, found.span.end) << found.code << "\n" << text;
    ASSERT_LE(found.span.end, size) << found.code << "\n" << text;
  }
  ++(sink.has_errors() ? told.refused : told.compiled);
  if (sink.has_errors()) return;
  for (const syntax::Edition* edition : library.editions()) {
    const check::Framework* framework =
        library.framework(edition->name.family.text, edition->name.year,
                          edition->name.stage ? edition->name.stage->text : "", sink);
    ASSERT_NE(framework, nullptr) << text;
    for (const auto& measure : framework->measures) {
      if (measure->is_placeholder) continue;
      const auto plan = lower::from_framework(*framework, {measure.get()}, sources);
      ASSERT_TRUE(plan || plan.failure().kind == columns::FailureKind::kUsage)
          << plan.failure().message << "\n" << text;
    }
  }
}

void mutate(const fs::path& file, const std::string& text, int times, Told& told) {
  const std::vector<source::Span> pieces = pieces_of(text);
  if (pieces.empty()) return;
  Random random(text.size());
  for (int time = 0; time < times; ++time) {
    expect_sound(file, mutant_of(text, pieces, random), told);
    if (testing::Test::HasFatalFailure()) return;
  }
}

TEST(mutants, of_the_examples_of_the_pages) {
  Told told;
  for (const char* folder : {"docs/language", "docs/errors"}) {
    for (const auto& entry : fs::directory_iterator(support::source_root() / folder)) {
      for (const Block& block : blocks_of(entry.path())) {
        if (block.kind != "assize" || block.text.size() > 20'000) continue;
        mutate("example.assize", block.text, folder == std::string("docs/errors") ? 5 : 40, told);
        if (HasFatalFailure()) return;
      }
    }
  }
  EXPECT_GT(told.compiled, 40);
  EXPECT_GT(told.refused, 400);
}

TEST(mutants, of_the_frameworks) {
  Told told;
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(support::source_root() / "frameworks")) {
    if (entry.path().extension() == ".assize") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  for (const fs::path& file : files) {
    mutate(file, text_of(file), 4, told);
    if (HasFatalFailure()) return;
  }
  EXPECT_GT(told.refused, 40);
}

TEST(mutants, of_shared_examples) {
  const auto shared = support::shared_data();
  if (!shared) GTEST_SKIP() << support::kNoSharedData;
  const fs::path examples = *shared / "design" / "examples";
  if (!fs::is_directory(examples)) GTEST_SKIP() << "no examples there";
  Told told;
  for (const auto& entry : fs::directory_iterator(examples)) {
    if (entry.path().extension() != ".assize") continue;
    mutate(entry.path(), text_of(entry.path()), 25, told);
    if (HasFatalFailure()) return;
  }
  EXPECT_GT(told.refused, 40);
}

}  // namespace
}  // namespace assize::spec
