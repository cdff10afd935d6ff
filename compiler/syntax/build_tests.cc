// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
//
// From parse contexts: tests.

#include <utility>

#include "compiler/syntax/antlr.h"

namespace assize::syntax {

Test Builder::test(P::TestContext* context) {
  Test made;
  made.title = text(context->title);
  made.of = path(context->path());
  made.in = edition_name(context->editionName());
  made.span = span(context);
  P::CoversContext* seen = nullptr;
  for (P::TestItemContext* item : context->testBody()->testItem()) {
    if (!was_read(item)) continue;
    if (auto* covers = item->covers(); covers != nullptr && is_first(seen, covers, "covers")) {
      made.covers_from = sum(covers->first);
      made.covers_to = sum(covers->final);
    }
    if (auto* given = item->given()) {
      made.given.push_back(
          {name(given->what), settings(given->settings()), table(given->tableRow()), span(given)});
    }
    if (auto* expect = item->expect()) {
      Expect expected{std::nullopt, std::nullopt, settings(expect->settings()),
                      table(expect->tableRow()), span(expect)};
      if (expect->each != nullptr) expected.each = name(expect->each);
      if (expect->editionName() != nullptr) expected.in = edition_name(expect->editionName());
      made.expect.push_back(std::move(expected));
    }
  }
  return made;
}

std::vector<Setting> Builder::settings(P::SettingsContext* context) {
  std::vector<Setting> made;
  if (context == nullptr) return made;
  for (P::SettingContext* each : context->setting()) {
    made.push_back({name(each->name()), value(each->value()), span(each)});
  }
  return made;
}

}  // namespace assize::syntax
