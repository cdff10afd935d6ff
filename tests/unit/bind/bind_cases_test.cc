// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

// The generated cases, as the framework of this tree binds them.

#include <gtest/gtest.h>

#include "compiler/interpret/record_interpreter.h"
#include "tests/support/places.h"
#include "tests/unit/bind/bind_checks.h"

namespace assize::bind {
namespace {

TEST(bind_cases, every_row_of_the_generated_cases_is_accounted_for) {
  const auto shared = support::shared_data();
  if (!shared) GTEST_SKIP() << support::kNoSharedData;
  Compiled compiled(support::source_root() / "frameworks" / "ascof" / "2024-25.assize");
  const check::Framework& framework = compiled.framework("ascof", "2024-25");
  for (const char* name : {"small", "clean", "noisy", "year-before"}) {
    DataFiles files;
    ASSERT_TRUE(files.add((*shared / "data" / "cld-cases" / name).string()));
    interpret::RecordInterpreter evaluator;
    BindRequest request;
    request.needed = {framework.collection("cld")};
    request.period = {framework.covers_from, framework.covers_to};
    const auto inputs = bind_inputs(framework, files, evaluator, request);
    ASSERT_TRUE(inputs) << inputs.failure().message;
    EXPECT_EQ(inputs->councils.size(), 3U);
    EXPECT_EQ(inputs->councils[0].name, "Council LA1");
    const Records& records = records_named(*inputs, "cld");
    EXPECT_GT(records.size, 90U);
    EXPECT_EQ(records.person.size(), records.size);
    EXPECT_EQ(records.council.size(), records.size);
    EXPECT_EQ(records.line.size(), records.size);
    std::uint64_t out = 0;
    for (const AccountLine& line : records.account.lines) {
      const bool is_about_cells = line.kind == AccountLine::Kind::kReadAsUnknown ||
                                  line.kind == AccountLine::Kind::kReadAsNone ||
                                  line.kind == AccountLine::Kind::kOlderSpelling;
      if (!is_about_cells) out += line.count;
    }
    EXPECT_EQ(records.account.used + out, records.account.read) << name;
    EXPECT_EQ(records.account.used, records.size);
  }
}

}  // namespace
}  // namespace assize::bind
