// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "tests/agree/compiled.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>

#include "tests/support/places.h"

namespace assize::agree {
namespace {

constexpr const char* kTrialPath = "trial.assize";

}  // namespace

class Compiled::Reader final : public check::FileReader {
 public:
  std::string trial;

  std::optional<std::string> read(const std::string& path) override {
    if (path == kTrialPath) return trial;
    std::ifstream file(path, std::ios::binary);
    if (!file) return std::nullopt;
    std::ostringstream all;
    all << file.rdbuf();
    return all.str();
  }
  std::string resolve(const std::string& from, const std::string& used) override {
    return (std::filesystem::path(from).parent_path() / used).lexically_normal().string();
  }
};

Compiled::Compiled(const std::string& text) : reader_(std::make_unique<Reader>()) {
  reader_->trial = text;
  library_ = std::make_unique<check::Library>(sources_, *reader_);
  tree_ = library_->load(kTrialPath, sink_);
  if (sink_.has_errors()) return;
  framework_ = library_->framework("trial", "2024-25", "", sink_);
  if (sink_.has_errors()) framework_ = nullptr;
}

Compiled::Compiled(const std::string& path, const std::string& family, const std::string& year)
    : reader_(std::make_unique<Reader>()) {
  library_ = std::make_unique<check::Library>(sources_, *reader_);
  library_->load((support::source_root() / path).string(), sink_);
  framework_ = library_->framework(family, year, "", sink_);
  if (sink_.has_errors()) framework_ = nullptr;
}

Compiled::~Compiled() = default;

std::string Compiled::errors() const {
  std::string all;
  for (const diagnostics::Diagnostic& one : sink_.all()) {
    if (one.severity != diagnostics::Severity::kError) continue;
    const source::SourceFile& file = sources_.file(one.span.file);
    const auto line = file.position_of(one.span.begin).line;
    all += one.code + " " + std::to_string(line) + ": " + one.message + "\n    " + std::string(file.line(line)) + "\n";
  }
  return all;
}

std::vector<std::string> Compiled::refused() const {
  std::vector<std::string> names;
  for (const diagnostics::Diagnostic& one : sink_.all()) {
    if (one.severity != diagnostics::Severity::kError) continue;
    std::string name;
    for (const syntax::Measure& measure : tree_ == nullptr ? std::vector<syntax::Measure>{} : tree_->measures) {
      if (measure.span.begin <= one.span.begin && one.span.begin < measure.span.end) name = measure.name.text;
    }
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  }
  return names;
}

}  // namespace assize::agree
