// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#include "compiler/source/source_file.h"

#include <algorithm>
#include <utility>

namespace assize::source {

Span join(Span first, Span last) {
  return {first.file, std::min(first.begin, last.begin), std::max(first.end, last.end)};
}

SourceFile::SourceFile(std::string path, std::string text)
    : path_(std::move(path)), text_(std::move(text)), line_starts_{0} {
  for (std::uint32_t at = 0; at < text_.size(); ++at) {
    if (text_[at] == '\n') line_starts_.push_back(at + 1);
  }
}

std::string_view SourceFile::text(Span span) const {
  return std::string_view(text_).substr(span.begin, span.end - span.begin);
}

Position SourceFile::position_of(std::uint32_t offset) const {
  offset = std::min(offset, static_cast<std::uint32_t>(text_.size()));
  const auto next = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  const std::uint32_t line_start = *(next - 1);
  std::uint32_t column = 1;
  for (std::uint32_t at = line_start; at < offset; ++at) {
    // Bytes 10xxxxxx continue a character of UTF-8 and take no column of their own.
    if ((static_cast<unsigned char>(text_[at]) & 0xC0U) != 0x80U) ++column;
  }
  return {static_cast<std::uint32_t>(next - line_starts_.begin()), column};
}

std::string_view SourceFile::line(std::uint32_t number) const {
  if (number == 0 || number > line_starts_.size()) return {};
  const std::uint32_t begin = line_starts_[number - 1];
  std::size_t end = text_.find('\n', begin);
  if (end == std::string::npos) end = text_.size();
  if (end > begin && text_[end - 1] == '\r') --end;
  return std::string_view(text_).substr(begin, end - begin);
}

FileId Sources::add(std::string path, std::string text) {
  files_.emplace_back(std::move(path), std::move(text));
  return static_cast<FileId>(files_.size() - 1);
}

}  // namespace assize::source
