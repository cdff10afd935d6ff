// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "runtime/sheets/archive.h"

#include <zip.h>

#include "runtime/sheets/formats.h"

namespace assize::sheets {
namespace {

constexpr zip_uint64_t kMostBytes = zip_uint64_t{1} << 29U;  // of one member, unpacked

}  // namespace

void Archive::Close::operator()(zip* archive) const { zip_discard(archive); }

columns::Result<Archive> Archive::open(const std::string& path, std::string_view bytes) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  zip_t* archive = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error);
  zip_error_fini(&error);
  if (archive == nullptr) {
    if (source != nullptr) zip_source_free(source);
    return damaged(path, "the packed file is cut off or damaged");
  }
  return Archive(path, std::unique_ptr<zip, Close>(archive));
}

bool Archive::has(const std::string& member) const {
  return zip_name_locate(archive_.get(), member.c_str(), ZIP_FL_NOCASE) >= 0;
}

columns::Result<std::string> Archive::read(const std::string& member) const {
  const zip_int64_t at = zip_name_locate(archive_.get(), member.c_str(), ZIP_FL_NOCASE);
  zip_stat_t stat;
  zip_stat_init(&stat);
  if (at < 0 || zip_stat_index(archive_.get(), static_cast<zip_uint64_t>(at), 0, &stat) != 0) {
    return damaged(path_, "it holds no `" + member + "`");
  }
  if (stat.size > kMostBytes) return too_large(path_);
  std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> file(
      zip_fopen_index(archive_.get(), static_cast<zip_uint64_t>(at), 0), zip_fclose);
  std::string text(stat.size, '\0');
  zip_uint64_t filled = 0;
  while (file && filled < stat.size) {
    const zip_int64_t got = zip_fread(file.get(), text.data() + filled, stat.size - filled);
    if (got <= 0) break;
    filled += static_cast<zip_uint64_t>(got);
  }
  if (filled < stat.size) return damaged(path_, "`" + member + "` is cut off or damaged");
  return text;
}

}  // namespace assize::sheets
