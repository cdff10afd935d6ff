// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/jit/arrange.h"

#include <algorithm>
#include <cstring>
#include <limits>
#include <numeric>
#include <tuple>
#include <utility>

#include "compiler/jit/day_order.h"
#include "compiler/jit/entries.h"
#include "compiler/jit/fractions.h"

namespace assize::jit {
namespace {

using plan::CollectionId;

/// The rank of each text that is a person's key, by folded text; -1 for texts that are none.
struct PeopleOrder {
  std::vector<std::int32_t> people;
  std::vector<std::int32_t> rank;  // by text id
};

const bind::Records* records_named(const bind::Inputs& inputs, const std::string& name) {
  for (const auto& records : inputs.collections) {
    if (records->collection->name == name) return records.get();
  }
  return nullptr;
}

PeopleOrder order_people(const bind::TextPool& texts,
                         const std::vector<const bind::Records*>& all) {
  PeopleOrder order;
  order.rank.assign(texts.size(), -1);
  for (const bind::Records* records : all) {
    if (records == nullptr) continue;
    for (const std::int32_t person : records->person) {
      std::int32_t& rank = order.rank[static_cast<std::size_t>(person)];
      if (rank < 0) {
        rank = 0;
        order.people.push_back(person);
      }
    }
  }
  const auto is_before = [&texts](std::int32_t a, std::int32_t b) {
    return texts.folded(a) < texts.folded(b);
  };
  if (!std::is_sorted(order.people.begin(), order.people.end(), is_before)) {
    std::sort(order.people.begin(), order.people.end(), is_before);
  }
  for (std::size_t i = 0; i < order.people.size(); ++i) {
    order.rank[static_cast<std::size_t>(order.people[i])] = static_cast<std::int32_t>(i);
  }
  return order;
}

/// Says which of two records comes first by their last resort: the `unique` fields, or all fields
/// of a collection without a key, known ones first. Texts compare without case, decimals exactly.
class LastResort {
 public:
  LastResort(const plan::Collection& collection, const bind::Records& records,
             const bind::TextPool& texts)
      : texts_(texts) {
    for (const int field : collection.unique) add(collection, records, field);
    if (!parts_.empty()) return;
    for (std::size_t i = 0; i < collection.fields.size(); ++i) {
      add(collection, records, static_cast<int>(i));
    }
  }

  /// Below 0 if `a` comes first, 0 if nothing tells them apart.
  int compare(std::uint32_t a, std::uint32_t b) const {
    for (const Part& part : parts_) {
      const std::int64_t left = part.column->at(a);
      const std::int64_t right = part.column->at(b);
      if (left == right) continue;
      if (const int order = compare_cells(part, left, right); order != 0) return order;
    }
    return 0;
  }

 private:
  struct Part {
    const bind::Column* column;
    plan::Base base;
  };

  void add(const plan::Collection& collection, const bind::Records& records, int field) {
    const auto index = static_cast<std::size_t>(field);
    parts_.push_back({&records.fields[index], collection.fields[index].type.base});
  }

  /// Known, unknown, none, open.
  static int shelf_of(std::int64_t cell) {
    return cell == bind::kUnknownCell ? 1
           : cell == bind::kNoneCell  ? 2
           : cell == bind::kOpenCell  ? 3
                                      : 0;
  }

  int compare_cells(const Part& part, std::int64_t left, std::int64_t right) const {
    if (const int apart = shelf_of(left) - shelf_of(right); apart != 0) return apart;
    if (part.base == plan::Base::kText) {
      return texts_.folded(static_cast<std::int32_t>(left))
          .compare(texts_.folded(static_cast<std::int32_t>(right)));
    }
    if (part.base == plan::Base::kDecimal) {
      const auto& decimals = part.column->decimals;
      const auto order =
          decimals[static_cast<std::size_t>(left)] <=> decimals[static_cast<std::size_t>(right)];
      return order < 0 ? -1 : order > 0 ? 1 : 0;
    }
    return left < right ? -1 : 1;
  }

  const bind::TextPool& texts_;
  std::vector<Part> parts_;
};

/// Says which of two records of one person comes first: by council, then in the order in which
/// episodes take records. Never that two differ only by their place in a file, unless they are
/// alike in everything.
class RowOrder {
 public:
  RowOrder(const plan::Collection& collection, const bind::Records& records,
           const LastResort& last_resort)
      : records_(records), last_resort_(last_resort) {
    for (const int field : {collection.starts, collection.ends}) {
      if (field >= 0) days_.push_back(&records.fields[static_cast<std::size_t>(field)]);
    }
  }

  bool operator()(std::uint32_t a, std::uint32_t b) const {
    if (!records_.council.empty() && records_.council[a] != records_.council[b]) {
      return records_.council[a] < records_.council[b];
    }
    for (const bind::Column* day : days_) {
      const std::uint64_t left = order_of_day(day->at(a));
      const std::uint64_t right = order_of_day(day->at(b));
      if (left != right) return left < right;
    }
    const int order = last_resort_.compare(a, b);
    return order != 0 ? order < 0 : records_.line[a] < records_.line[b];
  }

 private:
  const bind::Records& records_;
  const LastResort& last_resort_;
  std::vector<const bind::Column*> days_;
};

/// Puts the rows of a collection in order; `begins` gets the first row of each bucket and one more.
void sort_rows(ArrangedCollection& made, const std::vector<std::uint32_t>& bucket_of,
               std::size_t buckets, const RowOrder& is_before, std::vector<std::uint32_t>& begins) {
  begins.assign(buckets + 1, 0);
  for (const std::uint32_t bucket : bucket_of) ++begins[bucket + 1];
  std::partial_sum(begins.begin(), begins.end(), begins.begin());
  std::vector<std::uint32_t> next(begins.begin(), begins.end() - 1);
  made.origin.resize(bucket_of.size());
  for (std::uint32_t row = 0; row < bucket_of.size(); ++row)
    made.origin[next[bucket_of[row]]++] = row;
  for (std::size_t bucket = 0; bucket < buckets; ++bucket) {
    const auto first = made.origin.begin() + begins[bucket];
    const auto last = made.origin.begin() + begins[bucket + 1];
    if (last - first > 1 && !std::is_sorted(first, last, is_before))
      std::sort(first, last, is_before);
  }
}

template <class Cell>
void gather_cells(const void* from, const std::vector<std::uint32_t>& origin,
                  std::vector<std::byte>& into) {
  into.resize(origin.size() * sizeof(Cell));
  const auto* cells = static_cast<const Cell*>(from);
  auto* out = reinterpret_cast<Cell*>(into.data());
  for (std::size_t i = 0; i < origin.size(); ++i) out[i] = cells[origin[i]];
}

ArrangedColumn gather(const bind::Column& column, const std::vector<std::uint32_t>& origin) {
  ArrangedColumn made;
  made.width = column.width() == 0 ? 1 : column.width();  // a column without cells
  switch (made.width) {
    case 1:
      gather_cells<std::int8_t>(column.data(), origin, made.bytes);
      break;
    case 2:
      gather_cells<std::int16_t>(column.data(), origin, made.bytes);
      break;
    case 4:
      gather_cells<std::int32_t>(column.data(), origin, made.bytes);
      break;
    default:
      gather_cells<std::int64_t>(column.data(), origin, made.bytes);
      break;
  }
  if (column.decimals.empty()) return made;
  made.fractions.resize(column.decimals.size() * kFractionBytes);
  for (std::size_t i = 0; i < column.decimals.size(); ++i) {
    write_fraction(column.decimals[i], made.fractions.data() + i * kFractionBytes);
  }
  return made;
}

/// Which fields of each collection any node asks for.
std::vector<std::vector<bool>> fields_asked_for(const plan::Plan& plan) {
  std::vector<std::vector<bool>> asked;
  for (const plan::Collection& collection : plan.collections)
    asked.emplace_back(collection.fields.size());
  for (const plan::Node& node : plan.nodes) {
    if (node.op != plan::Op::kField) continue;
    const CollectionId collection = plan.variable(node.variable).collection;
    asked[plan::index_of(collection)][static_cast<std::size_t>(node.field)] = true;
  }
  // Rows of units that are records show these.
  for (std::size_t i = 0; i < plan.collections.size(); ++i) {
    const plan::Collection& collection = plan.collections[i];
    for (const int field : {collection.starts, collection.ends}) {
      if (field >= 0) asked[i][static_cast<std::size_t>(field)] = true;
    }
  }
  return asked;
}

/// Which collections are cut into episodes in an order that their rows may not have: a person's in
/// every council, or by days that are no plain fields.
std::vector<bool> collections_to_rank(const plan::Plan& plan) {
  std::vector<bool> everywhere(plan.collections.size());
  for (const plan::Node& node : plan.nodes) {
    if (node.op == plan::Op::kRecords && node.reach == plan::Reach::kEveryCouncil) {
      everywhere[plan::index_of(node.collection)] = true;
    }
  }
  std::vector<bool> wanted(plan.collections.size());
  for (const plan::Episodes& episodes : plan.episodes) {
    const std::size_t i = plan::index_of(plan.node(episodes.from).type.collection);
    const plan::Collection& collection = plan.collections[i];
    wanted[i] = everywhere[i] || collection.starts < 0 || collection.ends < 0;
  }
  return wanted;
}

/// What is asked of one collection.
struct Asked {
  std::vector<bool> fields;
  bool ranks = false;
};

/// Gives each row its place among those of its person by their last resort.
std::vector<std::uint32_t> ranks_of(const ArrangedCollection& collection,
                                    const LastResort& last_resort) {
  const std::vector<std::uint32_t>& origin = collection.origin;
  std::vector<std::uint32_t> ranks(origin.size());
  std::vector<std::uint32_t> begins = collection.person_begins;
  if (begins.empty()) begins = {0, static_cast<std::uint32_t>(origin.size())};
  std::vector<std::uint32_t> rows;
  for (std::size_t person = 0; person + 1 < begins.size(); ++person) {
    rows.resize(begins[person + 1] - begins[person]);
    std::iota(rows.begin(), rows.end(), begins[person]);
    std::sort(rows.begin(), rows.end(), [&](std::uint32_t a, std::uint32_t b) {
      const int order = last_resort.compare(origin[a], origin[b]);
      return order != 0 ? order < 0 : a < b;
    });
    for (std::uint32_t i = 0; i < rows.size(); ++i) ranks[rows[i]] = i;
  }
  return ranks;
}

ArrangedCollection arrange_collection(const plan::Collection& collection,
                                      const bind::Records& records, const Asked& asked,
                                      const PeopleOrder& people, const bind::TextPool& texts) {
  ArrangedCollection made;
  made.records = &records;
  std::vector<std::uint32_t> bucket_of(records.size, 0);
  const LastResort last_resort(collection, records, texts);
  const RowOrder order(collection, records, last_resort);
  if (collection.names_person) {
    for (std::size_t row = 0; row < records.size; ++row) {
      bucket_of[row] =
          static_cast<std::uint32_t>(people.rank[static_cast<std::size_t>(records.person[row])]);
    }
    sort_rows(made, bucket_of, people.people.size(), order, made.person_begins);
  } else {
    std::vector<std::uint32_t> all;
    sort_rows(made, bucket_of, 1, order, all);
  }
  made.fields.resize(collection.fields.size());
  for (std::size_t i = 0; i < made.fields.size(); ++i) {
    if (asked.fields[i]) made.fields[i] = gather(records.fields[i], made.origin);
  }
  if (asked.ranks) made.last_resort = ranks_of(made, last_resort);
  return made;
}

/// Opens a file for every run of rows of one person and one council.
void open_files_of_people(const ArrangedCollection& collection, std::size_t people,
                          FileSpace& space, FileRows& own) {
  const std::vector<std::int32_t>& council_of = collection.records->council;
  for (std::uint32_t person = 0; person < people; ++person) {
    space.person_begins.push_back(static_cast<std::uint32_t>(space.size()));
    if (council_of.empty()) continue;  // a file belongs to a council
    const std::uint32_t end = collection.person_begins[person + 1];
    for (std::uint32_t row = collection.person_begins[person]; row < end;) {
      const std::int32_t council = council_of[collection.origin[row]];
      std::uint32_t last = row + 1;
      while (last < end && council_of[collection.origin[last]] == council) ++last;
      if (council >= 0) {
        space.council.push_back(council);
        space.person.push_back(person);
        own.first.push_back(row);
        own.last.push_back(last);
      }
      row = last;
    }
  }
  space.person_begins.push_back(static_cast<std::uint32_t>(space.size()));
}

std::vector<bool> submitted(const bind::Records& records, std::size_t councils) {
  if (records.council.empty()) return std::vector<bool>(councils, true);
  std::vector<bool> has(councils, false);
  for (const std::int32_t council : records.council) {
    if (council >= 0) has[static_cast<std::size_t>(council)] = true;
  }
  return has;
}

/// Opens the files of a main collection: of its people, or of every council.
FileSpace open_files(const plan::Plan& plan, CollectionId main, const Arranged& arranged) {
  FileSpace space;
  space.main = main;
  space.has_people = plan.collection(main).names_person;
  space.rows.resize(plan.collections.size());
  const std::size_t at = plan::index_of(main);
  space.submitted = submitted(*arranged.collections[at].records, arranged.inputs->councils.size());
  if (space.has_people) {
    open_files_of_people(arranged.collections[at], arranged.people.size(), space, space.rows[at]);
    return space;
  }
  const auto councils = static_cast<std::int32_t>(arranged.inputs->councils.size());
  for (std::int32_t council = 0; council < councils; ++council) space.council.push_back(council);
  space.person.assign(space.council.size(), 0);
  return space;
}

/// Gives the part of a run of rows that one council sent.
std::pair<std::uint32_t, std::uint32_t> rows_of_council(const ArrangedCollection& collection,
                                                        std::uint32_t first, std::uint32_t last,
                                                        std::int32_t council) {
  const auto& council_of = collection.records->council;
  const auto begin = collection.origin.begin();
  const auto low = std::lower_bound(
      begin + first, begin + last, council,
      [&](std::uint32_t row, std::int32_t value) { return council_of[row] < value; });
  const auto high = std::upper_bound(
      low, begin + last, council,
      [&](std::int32_t value, std::uint32_t row) { return value < council_of[row]; });
  return {static_cast<std::uint32_t>(low - begin), static_cast<std::uint32_t>(high - begin)};
}

/// Finds the rows of another collection that belong to each file.
FileRows rows_of_files(const FileSpace& space, const ArrangedCollection& collection) {
  FileRows rows;
  rows.first.reserve(space.size());
  rows.last.reserve(space.size());
  for (std::size_t file = 0; file < space.size(); ++file) {
    std::uint32_t first = 0;
    auto last = static_cast<std::uint32_t>(collection.origin.size());
    if (!collection.person_begins.empty()) {
      first = collection.person_begins[space.person[file]];
      last = collection.person_begins[space.person[file] + 1];
    }
    if (!collection.records->council.empty()) {
      std::tie(first, last) = rows_of_council(collection, first, last, space.council[file]);
    }
    rows.first.push_back(first);
    rows.last.push_back(last);
  }
  return rows;
}

/// Opens a file for each record's own person and council, whether they are known or not.
FileSpace open_everybody(const plan::Plan& plan, CollectionId id, const Arranged& arranged) {
  FileSpace space;
  space.main = id;
  space.has_people = plan.collection(id).names_person;
  space.rows.resize(plan.collections.size());
  const ArrangedCollection& collection = arranged.collections[plan::index_of(id)];
  FileRows& own = space.rows[plan::index_of(id)];
  const auto council_of = [&](std::uint32_t row) {
    const auto& councils = collection.records->council;
    return councils.empty() ? -1 : councils[collection.origin[row]];
  };
  const auto open = [&](std::uint32_t person, std::uint32_t first, std::uint32_t end) {
    while (first < end) {
      std::uint32_t last = first + 1;
      while (last < end && council_of(last) == council_of(first)) ++last;
      space.council.push_back(council_of(first));
      space.person.push_back(person);
      own.first.push_back(first);
      own.last.push_back(last);
      first = last;
    }
  };
  if (!space.has_people) {
    open(0, 0, static_cast<std::uint32_t>(collection.origin.size()));
    return space;
  }
  for (std::uint32_t person = 0; person < arranged.people.size(); ++person) {
    open(person, collection.person_begins[person], collection.person_begins[person + 1]);
  }
  return space;
}

/// Opens the files that functions over everybody's records go through.
void arrange_everybody(const plan::Plan& plan, Arranged& arranged) {
  arranged.everybody.resize(plan.collections.size());
  for (std::size_t measure = 0; measure < plan.measures.size(); ++measure) {
    for (const Entry& entry : entries_of(plan, measure)) {
      const CollectionId everybody = everybody_of(plan, entry);
      if (!plan::is_set(everybody)) continue;
      FileSpace& space = arranged.everybody[plan::index_of(everybody)];
      if (space.rows.empty()) space = open_everybody(plan, everybody, arranged);
      for (const CollectionId id : plan.measures[measure].from) {
        FileRows& rows = space.rows[plan::index_of(id)];
        if (rows.first.empty() && (space.has_people || !plan.collection(id).names_person)) {
          rows = rows_of_files(space, arranged.collections[plan::index_of(id)]);
        }
      }
    }
  }
}

/// Finds which council sent each row of the collections that rates are over.
void place_rows(const plan::Plan& plan, Arranged& arranged) {
  for (const plan::Measure& measure : plan.measures) {
    for (const plan::Part& part : measure.parts) {
      if (!plan::is_set(part.over)) continue;
      const plan::Type& type = plan.node(part.over).type;
      if (type.base != plan::Base::kSet) continue;
      ArrangedCollection& of = arranged.collections[plan::index_of(type.collection)];
      if (of.records->council.empty() || !of.council.empty()) continue;
      for (const std::uint32_t row : of.origin) of.council.push_back(of.records->council[row]);
    }
  }
}

/// Finds or opens the files of a main collection.
std::size_t space_for(const plan::Plan& plan, CollectionId main, Arranged& arranged) {
  for (std::size_t i = 0; i < arranged.spaces.size(); ++i) {
    if (arranged.spaces[i].main == main) return i;
  }
  arranged.spaces.push_back(open_files(plan, main, arranged));
  return arranged.spaces.size() - 1;
}

columns::Failure failure(columns::FailureKind kind, std::string message) {
  return {kind, std::move(message), {}};
}

}  // namespace

columns::Result<Arranged> arrange(const bind::Inputs& inputs, const plan::Plan& plan) {
  Arranged arranged;
  arranged.inputs = &inputs;
  std::vector<const bind::Records*> records;
  for (const plan::Collection& collection : plan.collections) {
    records.push_back(records_named(inputs, collection.label));
    if (records.back() == nullptr) {
      return failure(columns::FailureKind::kUsage,
                     "there are no records of `" + collection.label + "`");
    }
    if (records.back()->size > std::numeric_limits<std::uint32_t>::max() - 1) {
      return failure(columns::FailureKind::kLimit,
                     "`" + collection.label + "` has too many records");
    }
  }
  PeopleOrder people = order_people(*inputs.texts, records);
  const auto fields = fields_asked_for(plan);
  const auto ranked = collections_to_rank(plan);
  for (std::size_t i = 0; i < records.size(); ++i) {
    arranged.collections.push_back(arrange_collection(
        plan.collections[i], *records[i], {fields[i], ranked[i]}, people, *inputs.texts));
  }
  arranged.people = std::move(people.people);
  arrange_everybody(plan, arranged);
  place_rows(plan, arranged);
  for (const plan::Measure& measure : plan.measures) {
    const std::size_t at = space_for(plan, measure.from.front(), arranged);
    arranged.space_index.push_back(at);
    FileSpace& space = arranged.spaces[at];
    for (const CollectionId id : measure.from) {
      const std::size_t i = plan::index_of(id);
      if ((id == space.main && space.has_people) || !space.rows[i].first.empty()) continue;
      if (!space.has_people && plan.collections[i].names_person) {
        return failure(columns::FailureKind::kUsage,
                       "not built yet: a council's file that looks at records of people");
      }
      space.rows[i] = rows_of_files(space, arranged.collections[i]);
    }
  }
  return arranged;
}

}  // namespace assize::jit
