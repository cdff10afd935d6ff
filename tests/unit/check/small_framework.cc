// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#include "tests/unit/check/small_framework.h"

#include "compiler/check/library.h"

namespace assize::check {
namespace {

class OneText final : public FileReader {
 public:
  explicit OneText(std::string text) : text_(std::move(text)) {}
  std::optional<std::string> read(const std::string& path) override {
    if (path == "test.assize") return text_;
    return std::nullopt;
  }
  std::string resolve(const std::string&, const std::string& used) override { return used; }

 private:
  std::string text_;
};

}  // namespace

std::string Checked::codes() const {
  std::string all;
  for (const auto& one : found) {
    const std::string words = text.substr(one.span.begin, one.span.end - one.span.begin);
    all += (all.empty() ? "" : "; ") + one.code + " " + words;
  }
  return all;
}

std::string Checked::bare_codes() const {
  std::string all;
  for (const auto& one : found) all += (all.empty() ? "" : " ") + one.code;
  return all;
}

Checked check_text(const std::string& text) {
  source::Sources sources;
  OneText reader(text);
  diagnostics::Sink sink;
  Library library(sources, reader);
  if (library.load("test.assize", sink)) {
    if (!sink.has_errors()) library.check_all(sink);
  }
  return {sink.all(), text};
}

Checked check_whole(const std::string& text) {
  source::Sources sources;
  OneText reader(text);
  diagnostics::Sink sink;
  Library library(sources, reader);
  library.load("test.assize", sink);
  library.check_all(sink);
  return {sink.all(), text};
}

std::string small_collection() {
  return R"(code list setting {
  source "test"
  | code    | text       | home? | rank (1 is best) | points | unknown? |
  | own     | Own home   | yes   | 1                | 3      |          |
  | family  | Family     | yes   | 2                | 2      |          |
  | care    | Care home  |       |                  |        |          |
  | unclear | Not known  |       |                  |        | yes      |
}
collection cld {
  holds    events, one event
  identify council by la
  identify person  by person_key
  unique   id
  lasts    start to end
  ages     from birth in completed years of 365.25 days
  unlisted codes read as blank
  field la      : text
  field id      : number
  field key     : text?
  field start   : date
  field end     : date or still open
  field place   : setting?
  field sure    : setting
  field perhaps : setting or none
  field born    : date?
  field death   : date or none
  field amount  : number
  field urgent  : yes or no
  field late    : yes or no?
  let person_key of event = key
  let birth of person = the born of (their events with preferring born is known then latest start then earliest born)
  let died of person = the death of (their events with preferring death is not none then latest start then latest death)
  let home of person = the place of (their events with preferring place is known then latest end) if they differ unknown
}
)";
}

Checked check_measure_body(const std::string& body) {
  return check_text(small_collection() + "measure m as 1A {\n  title \"t\" purpose \"p\" source \"s\"\n  from cld\n" +
                    body + "\n}\n");
}

}  // namespace assize::check
