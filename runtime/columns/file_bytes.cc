// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "runtime/columns/file_bytes.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <optional>
#include <system_error>
#include <utility>

#include "runtime/columns/read_failures.h"
#include "runtime/columns/spelling.h"

namespace assize::columns {
namespace {

Failure failure_of(const std::string& path, int error) {
  if (error == ENOENT || error == ENOTDIR) return no_such_file(path);
  if (error == ENOMEM) return not_enough_memory(path);
  return unreadable_file(path, std::generic_category().message(error));
}

std::string_view name_of(FileFormat format) {
  switch (format) {
    case FileFormat::kCsv:
      return "CSV";
    case FileFormat::kGzip:
      return "a file packed with gzip";
    case FileFormat::kParquet:
      return "Parquet";
    case FileFormat::kArrow:
      return "Arrow";
  }
  return "";
}

std::string_view ending_of(FileFormat format) {
  switch (format) {
    case FileFormat::kCsv:
      return ".csv";
    case FileFormat::kGzip:
      return ".csv.gz";
    case FileFormat::kParquet:
      return ".parquet";
    case FileFormat::kArrow:
      return ".arrow";
  }
  return "";
}

std::optional<FileFormat> named_format(const std::string& path) {
  const std::string name = folded(path);
  if (name.ends_with(".csv")) return FileFormat::kCsv;
  if (name.ends_with(".gz")) return FileFormat::kGzip;
  if (name.ends_with(".parquet")) return FileFormat::kParquet;
  if (name.ends_with(".arrow") || name.ends_with(".feather")) return FileFormat::kArrow;
  return std::nullopt;
}

// Text is told only by not being anything else.
FileFormat found_format(std::string_view bytes) {
  if (bytes.starts_with("PAR1")) return FileFormat::kParquet;
  if (bytes.starts_with("ARROW1") || bytes.starts_with("\xFF\xFF\xFF\xFF"))
    return FileFormat::kArrow;
  if (bytes.starts_with("\x1F\x8B")) return FileFormat::kGzip;
  return FileFormat::kCsv;
}

std::optional<Failure> no_text(const std::string& path, std::string_view bytes) {
  if (bytes.starts_with("PK\x03\x04"))
    return not_a_table(path, "a workbook or another zip archive");
  if (bytes.starts_with("\xD0\xCF\x11\xE0"))
    return not_a_table(path, "a workbook of an older Excel");
  if (bytes.starts_with("%PDF")) return not_a_table(path, "a PDF document");
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    return wrong_encoding(path, "the text (UTF-16)");
  }
  if (bytes.substr(0, 4096).find('\0') != std::string_view::npos) {
    return not_a_table(path, "bytes that are no text");
  }
  return std::nullopt;
}

}  // namespace

Result<FileBytes> FileBytes::open(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return failure_of(path, errno);
  struct stat facts{};
  const bool is_known = ::fstat(file, &facts) == 0;
  const int error = errno;
  if (!is_known || S_ISDIR(facts.st_mode)) {
    ::close(file);
    return is_known ? is_a_folder(path) : failure_of(path, error);
  }
  const auto size = static_cast<std::size_t>(facts.st_size);
  if (size == 0) {
    ::close(file);
    return FileBytes(std::string_view());
  }
  void* memory = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file, 0);
  const int map_error = errno;
  ::close(file);
  if (memory == MAP_FAILED) return failure_of(path, map_error);
  ::madvise(memory, size, MADV_SEQUENTIAL);
  return FileBytes(std::string_view(static_cast<const char*>(memory), size));
}

FileBytes::FileBytes(FileBytes&& other) noexcept : bytes_(std::exchange(other.bytes_, {})) {}

FileBytes& FileBytes::operator=(FileBytes&& other) noexcept {
  std::swap(bytes_, other.bytes_);
  return *this;
}

FileBytes::~FileBytes() {
  if (!bytes_.empty()) ::munmap(const_cast<char*>(bytes_.data()), bytes_.size());
}

Result<FileFormat> format_of(const std::string& path, std::string_view bytes) {
  if (bytes.empty()) return empty_file(path);
  const FileFormat found = found_format(bytes);
  const FileFormat named = named_format(path).value_or(found);
  if (found == FileFormat::kCsv) {
    if (auto failure = no_text(path, bytes)) return *failure;
  }
  if (named == found) return found;
  if (named == FileFormat::kGzip && found == FileFormat::kCsv) {
    // A packed file of which nothing can be told: damaged, or never packed.
    return wrong_name(path, "a file packed with gzip", "text that is not packed", ".csv");
  }
  if (found == FileFormat::kCsv)
    return wrong_name(path, name_of(named), "text, as CSV does", ".csv");
  return wrong_name(path, name_of(named), name_of(found), ending_of(found));
}

}  // namespace assize::columns
