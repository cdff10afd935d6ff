// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#include "compiler/interpret/filed_records.h"

#include <limits>

namespace assize::interpret {
namespace {

std::int32_t at_or_none(const std::vector<std::int32_t>& ids, std::size_t row) {
  return ids.empty() ? -1 : ids[row];
}

void append(Items& items, const bind::Records& records, const std::vector<std::size_t>& rows) {
  for (const std::size_t row : rows) items.push_back(Item::of_record(records, row));
}

}  // namespace

Value cell_value(const Item& record, const check::Field& field, const bind::TextPool& texts) {
  const bind::Column& column = record.records->fields[static_cast<std::size_t>(field.index)];
  const std::int64_t cell = column.at(record.row);
  if (cell == bind::kUnknownCell) return Value::unknown();
  if (cell == bind::kNoneCell) return Value::none();
  if (cell == bind::kOpenCell) return Value::open();
  Value made = Value::of(field.type.base, cell);
  if (field.type.base == check::Base::kText) {
    made.whole = 0;
    made.text = texts.text(static_cast<std::int32_t>(cell));
  } else if (field.type.base == check::Base::kDecimal) {
    made.whole = 0;
    made.decimal = column.decimals[static_cast<std::size_t>(cell)];
  }
  return made;
}

FiledRecords::FiledRecords(const bind::Inputs& inputs) : inputs_(inputs) {
  for (const auto& records : inputs.collections) {
    Drawer& drawer = drawers_[records->collection];
    drawer.records = records.get();
    for (std::size_t row = 0; row < records->size; ++row) {
      const std::int32_t council = at_or_none(records->council, row);
      const std::int32_t person = at_or_none(records->person, row);
      drawer.by_file[{person, council}].push_back(row);
      drawer.by_council[council].push_back(row);
    }
  }
}

const FiledRecords::Drawer* FiledRecords::drawer_of(const check::Collection* collection) const {
  const auto found = drawers_.find(collection);
  return found == drawers_.end() ? nullptr : &found->second;
}

Items FiledRecords::records_of(const check::Collection* collection, const File& file,
                               bool in_every_council) const {
  Items items;
  const Drawer* drawer = drawer_of(collection);
  if (drawer == nullptr) return items;
  const bind::Records& records = *drawer->records;
  const bool by_person = collection->person_key != nullptr;
  const bool by_council = collection->council_key != nullptr && !in_every_council;

  if (by_person && file.person >= 0) {
    constexpr std::int32_t kLowest = std::numeric_limits<std::int32_t>::min();
    for (auto at = drawer->by_file.lower_bound({file.person, kLowest});
         at != drawer->by_file.end() && at->first.first == file.person; ++at) {
      if (!by_council || at->first.second == file.council) append(items, records, at->second);
    }
    return items;
  }
  if (by_council) {
    const auto found = drawer->by_council.find(file.council);
    if (found != drawer->by_council.end()) append(items, records, found->second);
    return items;
  }
  // A file that is a council has none of the records that name only persons.
  if (by_person && !in_every_council) return items;
  return all_records(collection);
}

Items FiledRecords::all_records(const check::Collection* collection) const {
  Items items;
  const Drawer* drawer = drawer_of(collection);
  if (drawer == nullptr) return items;
  for (std::size_t row = 0; row < drawer->records->size; ++row) {
    items.push_back(Item::of_record(*drawer->records, row));
  }
  return items;
}

std::vector<FiledRecords::FileKey> FiledRecords::files_of(const check::Collection* main) const {
  std::set<FileKey> keys;
  if (main->person_key == nullptr) {
    for (std::size_t council = 0; council < inputs_.councils.size(); ++council) {
      keys.insert({-1, static_cast<std::int32_t>(council)});
    }
  } else if (const Drawer* drawer = drawer_of(main)) {
    for (const auto& [key, rows] : drawer->by_file) keys.insert(key);
  }
  return {keys.begin(), keys.end()};
}

std::int32_t FiledRecords::council_of(const Item& record) const {
  return at_or_none(record.records->council, record.row);
}

std::int32_t FiledRecords::person_of(const Item& record) const {
  return at_or_none(record.records->person, record.row);
}

}  // namespace assize::interpret
