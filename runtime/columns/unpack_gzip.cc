// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include <arrow/api.h>
#include <arrow/util/compression.h>

#include <algorithm>

#include "runtime/columns/read_failures.h"
#include "runtime/columns/readers.h"

namespace assize::columns {
namespace {

constexpr std::size_t kFirstRoom = std::size_t{1} << 20U;
constexpr std::size_t kInputStep = std::size_t{1} << 22U;

arrow::Status unpack(const std::string& path, std::string_view bytes, const ProgressSink& progress,
                     std::string& text, bool& goes) {
  ARROW_ASSIGN_OR_RAISE(const auto codec, arrow::util::Codec::Create(arrow::Compression::GZIP));
  ARROW_ASSIGN_OR_RAISE(const auto unpacker, codec->MakeDecompressor());
  std::size_t filled = 0;
  std::size_t read = 0;
  std::size_t next_report = 0;
  while (read < bytes.size()) {
    if (read >= next_report) {
      next_report = read + kInputStep;
      goes = goes_on(progress,
                     {"unpacking " + path.substr(path.find_last_of('/') + 1), read, bytes.size()});
      if (!goes) return arrow::Status::OK();
    }
    // A packed file may be several packed pieces, one after another.
    if (unpacker->IsFinished()) ARROW_RETURN_NOT_OK(unpacker->Reset());
    if (text.size() - filled < kFirstRoom / 2) text.resize(std::max(kFirstRoom, 2 * text.size()));
    const std::size_t step = std::min(kInputStep, bytes.size() - read);
    ARROW_ASSIGN_OR_RAISE(
        const auto done,
        unpacker->Decompress(static_cast<std::int64_t>(step),
                             reinterpret_cast<const std::uint8_t*>(bytes.data() + read),
                             static_cast<std::int64_t>(text.size() - filled),
                             reinterpret_cast<std::uint8_t*>(text.data() + filled)));
    read += static_cast<std::size_t>(done.bytes_read);
    filled += static_cast<std::size_t>(done.bytes_written);
    if (done.bytes_read == 0 && done.bytes_written == 0 && !done.need_more_output) break;
    if (done.need_more_output) text.resize(std::max(kFirstRoom, 2 * text.size()));
  }
  if (!unpacker->IsFinished()) return arrow::Status::Invalid("cut off");
  text.resize(filled);
  return arrow::Status::OK();
}

}  // namespace

Result<std::string> unpack_gzip(const std::string& path, std::string_view bytes,
                                const ProgressSink& progress) try {
  std::string text;
  bool goes = true;
  const arrow::Status status = unpack(path, bytes, progress, text, goes);
  if (!goes) return interrupted_reading(path);
  if (status.IsOutOfMemory()) return not_enough_memory(path);
  if (!status.ok()) return broken_gzip(path);
  return text;
} catch (const std::bad_alloc&) {
  return not_enough_memory(path);
}

}  // namespace assize::columns
