// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "runtime/columns/output_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <system_error>
#include <utility>

namespace assize::columns {
namespace {

constexpr std::size_t kBufferedBytes = std::size_t{1} << 20U;

std::string folder_of(const std::string& path) {
  const auto slash = path.find_last_of('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

std::string advice_for(const std::string& path, int error) {
  const std::string folder = folder_of(path);
  switch (error) {
    case ENOENT:
    case ENOTDIR:
      return fmt::format("There is no folder {}: make it first, or name another.", folder);
    case EACCES:
    case EPERM:
    case EROFS:
      return fmt::format("Nothing may be written in {}: choose a folder of your own.", folder);
    case EISDIR:
      return "It is a folder: name a file in it.";
    case ENOSPC:
    case EDQUOT:
      return fmt::format("There is no room left on the disk of {}: make room, or choose another.",
                         folder);
    case EFBIG:
      return "The file would be larger than the system allows.";
    default:
      return fmt::format("The system says: {}.", std::generic_category().message(error));
  }
}

Failure failure_of(const std::string& path, int error) {
  return {FailureKind::kInputOutput,
          fmt::format("{}: cannot be written", path),
          {advice_for(path, error)}};
}

}  // namespace

Result<std::unique_ptr<OutputFile>> OutputFile::open(const std::string& path) {
  struct stat facts{};
  const bool exists = ::stat(path.c_str(), &facts) == 0;
  if (exists && S_ISDIR(facts.st_mode)) return failure_of(path, EISDIR);
  const bool is_plain = !exists || S_ISREG(facts.st_mode);
  const std::string beside = is_plain ? fmt::format("{}.{}.part", path, ::getpid()) : std::string();
  const int flags = is_plain ? O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC : O_WRONLY | O_CLOEXEC;
  const int file = ::open(is_plain ? beside.c_str() : path.c_str(), flags, 0666);
  if (file < 0) return failure_of(path, errno);
  return std::unique_ptr<OutputFile>(new OutputFile(path, beside, file));
}

OutputFile::~OutputFile() {
  if (file_ < 0) return;
  ::close(file_);
  if (!beside_.empty()) ::unlink(beside_.c_str());
}

Status OutputFile::failed(int error) {
  if (file_ >= 0) ::close(file_);
  file_ = -1;
  if (!beside_.empty()) ::unlink(beside_.c_str());
  return failure_of(path_, error);
}

Status OutputFile::write(std::string_view bytes) {
  if (file_ < 0) return failure_of(path_, EBADF);
  written_ += bytes.size();
  waiting_.append(bytes);
  return waiting_.size() < kBufferedBytes ? Status() : flush();
}

Status OutputFile::flush() {
  std::string_view rest = waiting_;
  while (!rest.empty()) {
    const ssize_t count = ::write(file_, rest.data(), rest.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return failed(errno);
    rest.remove_prefix(static_cast<std::size_t>(count));
  }
  waiting_.clear();
  return {};
}

Status OutputFile::finish() {
  if (file_ < 0) return failure_of(path_, EBADF);
  if (auto status = flush(); !status) return status;
  // Some file systems tell only here that there was no room.
  if (::close(std::exchange(file_, -1)) != 0) return failed(errno);
  if (!beside_.empty() && std::rename(beside_.c_str(), path_.c_str()) != 0) return failed(errno);
  return {};
}

Status write_text(const std::string& path, std::string_view text) {
  auto file = OutputFile::open(path);
  if (!file) return file.failure();
  if (auto status = (*file)->write(text); !status) return status;
  return (*file)->finish();
}

}  // namespace assize::columns
