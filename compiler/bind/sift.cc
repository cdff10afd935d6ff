// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/bind/sift.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "compiler/bind/row_ledger.h"
#include "compiler/bind/steps.h"
#include "compiler/bind/unique_rows.h"

namespace assize::bind {
namespace {

using Kind = AccountLine::Kind;

std::string columns_text(const check::Field& field) {
  std::string text;
  for (const std::string& column : columns_of(field)) text += (text.empty() ? "" : ", ") + column;
  return text;
}

// One collection on its way from rows to records.
class Sifting {
 public:
  Sifting(const check::Collection& collection, ReadRows rows, const Asking& asking)
      : collection_(collection), rows_(std::move(rows)), asking_(asking), ledger_(rows_.size) {
    records_->collection = &collection;
    records_->size = rows_.size;
    records_->line = std::move(rows_.lines);
    records_->account.path = rows_.path;
    records_->account.read = rows_.size;
    for (FieldCells& field : rows_.fields) records_->fields.push_back(std::move(field.column));
  }

  columns::Status take_first_steps() {
    return bind::take_first_steps(collection_, *records_, ledger_, asking_);
  }
  columns::Status take_further_steps() {
    return bind::take_further_steps(collection_, *records_, ledger_, asking_);
  }
  void refuse_bad_cells();
  void make_list(const check::Framework& framework, std::optional<CouncilList>& list) {
    list = CouncilList::from_list(framework, *records_, ledger_, asking_);
  }
  void find_councils(CouncilList& councils) {
    if (!collection_.council_key) return;
    records_->council = bind::find_councils(collection_, *records_, councils, ledger_, asking_);
  }
  void find_persons();
  void require_unique() { bind::require_unique(collection_, *records_, ledger_); }
  std::unique_ptr<Records> finish();

 private:
  void note_cells(const std::vector<std::uint32_t>& kept);
  void sort_account();

  const check::Collection& collection_;
  ReadRows rows_;
  Asking asking_;
  RowLedger ledger_;
  std::unique_ptr<Records> records_ = std::make_unique<Records>();
};

// A row with several bad cells is counted for the first of them, in the order of the fields.
void Sifting::refuse_bad_cells() {
  for (std::size_t i = 0; i < rows_.fields.size(); ++i) {
    const FieldCells& field = rows_.fields[i];
    if (field.note_of.empty()) continue;
    std::vector<RowLedger::Reason> reason_of(field.notes.size() + 1, 0);
    bool any = false;
    for (std::size_t note = 0; note < field.notes.size(); ++note) {
      if (field.notes[note].kind != Kind::kRefused) continue;
      reason_of[note + 1] =
          ledger_.reason(Kind::kRefused, field.notes[note].reason,
                         columns_text(*collection_.fields[i]), field.notes[note].nearest);
      any = true;
    }
    for (std::size_t row = 0; any && row < rows_.size; ++row) {
      if (const auto reason = reason_of[field.note_of[row]]; reason > 0)
        ledger_.take_out(row, reason);
    }
  }
}

void Sifting::find_persons() {
  if (!collection_.person_key) return;
  const auto nobody =
      ledger_.reason(Kind::kLeftOut, "no person key", columns_in(*collection_.person_key));
  if (!rows_.persons.empty()) {
    records_->person = std::move(rows_.persons);
  } else {
    const auto keys = row_values(*collection_.person_key, *records_, asking_);
    const bool is_text = collection_.person_key->type.base == check::Base::kText;
    records_->person.resize(rows_.size, -1);
    for (std::size_t row = 0; row < rows_.size; ++row) {
      if (keys[row] == kUnknownCell || keys[row] == kNoneCell) continue;
      records_->person[row] =
          is_text
              ? static_cast<std::int32_t>(keys[row])
              : asking_.texts.intern(
                    key_text(collection_.person_key->type, keys[row], asking_.texts).value_or(""));
    }
  }
  for (std::size_t row = 0; row < rows_.size; ++row) {
    if (records_->person[row] < 0) ledger_.take_out(row, nobody);
  }
}

// Counts what is to be said of cells of rows that are used.
void Sifting::note_cells(const std::vector<std::uint32_t>& kept) {
  for (std::size_t i = 0; i < rows_.fields.size(); ++i) {
    const FieldCells& field = rows_.fields[i];
    if (field.note_of.empty()) continue;
    std::vector<std::uint64_t> counts(field.notes.size() + 1);
    std::vector<std::uint32_t> first_rows(field.notes.size() + 1);
    for (const std::uint32_t row : kept) {
      const std::uint16_t note = field.note_of[row];
      if (counts[note]++ == 0) first_rows[note] = row;
    }
    for (std::size_t note = 0; note < field.notes.size(); ++note) {
      if (counts[note + 1] == 0) continue;
      AccountLine line;
      line.count = counts[note + 1];
      line.first_line = records_->line[first_rows[note + 1]];
      line.kind = field.notes[note].kind;
      line.reason = field.notes[note].reason;
      line.nearest = field.notes[note].nearest;
      line.column = columns_text(*collection_.fields[i]);
      records_->account.lines.push_back(std::move(line));
    }
  }
}

// Lines with the same words (a spelling in two cases) become one, which shows the more frequent
// spelling; then by kind and count.
void Sifting::sort_account() {
  std::vector<AccountLine> lines = std::move(records_->account.lines);
  std::sort(lines.begin(), lines.end(), [](const AccountLine& a, const AccountLine& b) {
    return a.count != b.count ? a.count > b.count : a.reason < b.reason;
  });
  using Words = std::tuple<Kind, std::string, std::string>;
  std::map<Words, AccountLine> by_words;
  for (AccountLine& line : lines) {
    const Words words{line.kind, check::fold(line.reason), line.column};
    const auto [found, is_new] = by_words.try_emplace(words, line);
    if (is_new) continue;
    found->second.count += line.count;
    found->second.first_line = std::min(found->second.first_line, line.first_line);
  }
  lines.clear();
  for (auto& [words, line] : by_words) lines.push_back(std::move(line));
  std::stable_sort(lines.begin(), lines.end(), [](const AccountLine& a, const AccountLine& b) {
    return a.kind != b.kind ? a.kind < b.kind : a.count > b.count;
  });
  records_->account.lines = std::move(lines);
}

std::unique_ptr<Records> Sifting::finish() {
  for (AccountLine& line : ledger_.lines()) {
    line.first_line = records_->line[line.first_line];
    records_->account.lines.push_back(std::move(line));
  }
  const std::vector<std::uint32_t> kept = ledger_.rows_in();
  note_cells(kept);
  sort_account();
  records_->account.used = kept.size();
  if (ledger_.all_in()) return std::move(records_);
  const auto pick = [&](auto& values) {
    if (values.empty()) return;
    for (std::size_t i = 0; i < kept.size(); ++i) values[i] = values[kept[i]];
    values.resize(kept.size());
  };
  pick(records_->line);
  pick(records_->council);
  pick(records_->person);
  for (Column& column : records_->fields) column = column.picked(kept);
  records_->size = kept.size();
  return std::move(records_);
}

}  // namespace

columns::Result<std::unique_ptr<Records>> sift(const check::Collection& collection, ReadRows rows,
                                               CouncilList* councils, const Asking& asking) {
  Sifting sifting(collection, std::move(rows), asking);
  if (auto status = sifting.take_first_steps(); !status) return status.failure();
  sifting.refuse_bad_cells();
  if (councils != nullptr) sifting.find_councils(*councils);
  sifting.find_persons();
  sifting.require_unique();
  if (auto status = sifting.take_further_steps(); !status) return status.failure();
  return sifting.finish();
}

columns::Result<std::unique_ptr<Records>> sift_list(const check::Framework& framework,
                                                    ReadRows rows, std::optional<CouncilList>& list,
                                                    const Asking& asking) {
  Sifting sifting(*framework.areas, std::move(rows), asking);
  if (auto status = sifting.take_first_steps(); !status) return status.failure();
  sifting.refuse_bad_cells();
  sifting.require_unique();
  if (auto status = sifting.take_further_steps(); !status) return status.failure();
  sifting.make_list(framework, list);
  return sifting.finish();
}

}  // namespace assize::bind
