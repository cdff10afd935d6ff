// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "tests/unit/lower/compile_text.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>
#include <utility>

#include "tests/support/places.h"

namespace assize::lower::tests {

/// Gives one text that stands in memory, and files.
class CompiledText::Reader final : public check::FileReader {
 public:
  void add(std::string path, std::string text) { texts_[std::move(path)] = std::move(text); }

  std::optional<std::string> read(const std::string& path) override {
    if (const auto found = texts_.find(path); found != texts_.end()) return found->second;
    std::ifstream file(path, std::ios::binary);
    if (!file) return std::nullopt;
    std::ostringstream all;
    all << file.rdbuf();
    return all.str();
  }
  std::string resolve(const std::string& from, const std::string& used) override {
    return (std::filesystem::path(from).parent_path() / used).lexically_normal().string();
  }

 private:
  std::map<std::string, std::string> texts_;
};

CompiledText::CompiledText(const std::string& text) : reader_(std::make_unique<Reader>()) {
  const std::string path =
      (support::source_root() / "frameworks" / "ascof" / "trial.assize").string();
  reader_->add(path, text);
  library_ = std::make_unique<check::Library>(sources_, *reader_);
  library_->load(path, sink_);
  framework_ = library_->framework("trial", "2024-25", "", sink_);
  if (sink_.has_errors()) framework_ = nullptr;
}

CompiledText::CompiledText(const std::string& path, const std::string& family,
                           const std::string& year)
    : reader_(std::make_unique<Reader>()) {
  library_ = std::make_unique<check::Library>(sources_, *reader_);
  library_->load((support::source_root() / path).string(), sink_);
  framework_ = library_->framework(family, year, "", sink_);
  if (sink_.has_errors()) framework_ = nullptr;
}

CompiledText::~CompiledText() = default;

std::string CompiledText::messages() const {
  std::string all;
  for (const diagnostics::Diagnostic& diagnostic : sink_.all()) {
    if (diagnostic.severity != diagnostics::Severity::kError) continue;
    const source::SourceFile& file = sources_.file(diagnostic.span.file);
    all += std::to_string(file.position_of(diagnostic.span.begin).line) + ": " +
           diagnostic.message + "\n";
  }
  return all;
}

const check::Measure& CompiledText::measure(const std::string& name) const {
  const check::Measure* found = framework_ == nullptr ? nullptr : framework_->measure(name);
  if (found == nullptr) ADD_FAILURE() << "there is no measure `" << name << "`\n" << messages();
  return *found;
}

std::string trial_edition(const std::string& measures, const std::string& names) {
  return "use \"collections/cld.assize\"\nuse \"collections/councils.assize\"\n" + measures + R"(
edition trial 2024-25 {
  title  "A trial"
  source "Made for a test."
  covers 2024-04-01 to 2025-03-31
  codes  cld release 2
  areas  from councils by region
  objectives { independence as 2 "Independence" }
  introduce )" +
         names + "\n}\n";
}

}  // namespace assize::lower::tests
