// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

// Part of the emitter: sets. A set is a range of rows and a test of membership; an order of keys is
// one whole number, wide enough for all of them, of which the highest comes first.

#include <bit>

#include "compiler/jit/emitter.h"
#include "compiler/jit/scan_ops.h"

namespace assize::jit {

using plan::Op;

plan::NodeId Emitter::resolve_set(NodeId set) {
  while (node(set).op == Op::kLet) set = plan_.let(node(set).let).value;
  return set;
}

Emitter::Root Emitter::root_of(NodeId set) {
  const plan::Node& of = node(set);
  switch (of.op) {
    case Op::kRecords:
    case Op::kPopulation:
      return {.what = Root::What::kRecords, .collection = of.collection, .reach = of.reach};
    case Op::kEpisodes:
      return {.what = Root::What::kEpisodes, .episodes = of.episodes};
    case Op::kEpisodeRecords: {
      Root root{.what = Root::What::kEpisodeRecords, .collection = of.type.collection};
      if (of.operands.empty()) {
        root.episodes = plan_.variable(of.variable).episodes;
        root.episode = rows_.at(of.variable);
      } else {
        root.episodes = node(of.operands[0]).type.episodes;
      }
      return root;
    }
    case Op::kLet: {
      const plan::Let& let = plan_.let(of.let);
      if (let.of != plan::Let::Of::kRecord) return root_of(let.value);
      Root root;
      bind(let.variable, rows_.at(of.variable), [&] { root = root_of(let.value); });
      return root;
    }
    default:
      return root_of(of.operands[0]);
  }
}

void Emitter::add_bound_along(NodeId set, plan::VariableSet& variables) {
  for (NodeId at = resolve_set(set);; at = resolve_set(node(at).operands[0])) {
    if (plan::binds_variable(node(at).op)) variables.push_back(node(at).variable);
    if (node(at).operands.empty()) return;
  }
}

Emitter::Range Emitter::range_of(const Root& root) {
  if (root.what != Root::What::kRecords) return range_of_episodes(root);
  const std::size_t collection = plan::index_of(root.collection);
  const std::string& label = plan_.collection(root.collection).label;
  // A person's file is opened by a record of the main collection; a council's may have none.
  const bool is_main =
      root.collection == main_ && plan_.collection(root.collection).names_person;
  const auto id =
      static_cast<std::int32_t>(collection * 8 + static_cast<std::size_t>(root.reach) * 2);
  const auto load_row = [&](unsigned member, llvm::Value* index, std::int32_t key,
                            const std::string& name) {
    return keep_or_find({Kept::kRange, key, {}},
                        [&] {
                          llvm::Value* array = pointer_at(member, collection, label + "." + name);
                          llvm::Value* address =
                              builder_.CreateInBoundsGEP(builder_.getInt32Ty(), array, index);
                          llvm::LoadInst* row = builder_.CreateLoad(builder_.getInt32Ty(), address,
                                                                    label + "." + name);
                          row->setMetadata(llvm::LLVMContext::MD_invariant_load,
                                           llvm::MDNode::get(module_.getContext(), {}));
                          return Emitted{.value = builder_.CreateZExt(row, builder_.getInt64Ty())};
                        })
        .value;
  };
  // Everybody's are looked at person by person, each in a file of its own.
  if (root.reach != plan::Reach::kEveryCouncil) {
    llvm::Value* first = load_row(1, file_, id, "first");
    return {first, load_row(2, file_, id + 1, "last"), is_main};
  }
  llvm::Value* person = file_part(4, builder_.getInt32Ty(), "file_person");
  llvm::Value* first = load_row(3, person, id, "first_of_person");
  llvm::Value* next_person = builder_.CreateAdd(person, number(1));
  return {first, load_row(3, next_person, id + 1, "last_of_person"), is_main};
}

Emitted Emitter::membership(NodeId set, llvm::Value* row) {
  std::vector<llvm::Value*> rows = rows_of(free_[plan::index_of(set)]);
  rows.push_back(row);
  return keep_or_find({Kept::kMember, static_cast<std::int32_t>(set), std::move(rows)}, [&] {
    if (llvm::Value* column = member_by_column(set, row)) return Emitted{.value = column};
    return membership_inside(set, row);
  });
}

Emitted Emitter::membership_inside(NodeId set, llvm::Value* row) {
  const plan::Node& of = node(set);
  switch (of.op) {
    case Op::kRecords:
    case Op::kEpisodes:
      return {.value = yes()};
    case Op::kPopulation:
      return belongs_to(of.population, row);
    case Op::kEpisodeRecords:
      return of.operands.empty() ? Emitted{.value = yes()} : membership_of_episode(of, row);
    case Op::kLet: {
      const plan::Let& let = plan_.let(of.let);
      if (let.of != plan::Let::Of::kRecord) return membership(let.value, row);
      Emitted member;
      bind(let.variable, rows_.at(of.variable), [&] { member = membership(let.value, row); });
      return member;
    }
    case Op::kWith: {
      const Emitted member = membership(of.operands[0], row);
      const Emitted* best = find(
          {Kept::kBestKey, static_cast<std::int32_t>(set), rows_of(free_[plan::index_of(set)])});
      const Packed key = key_at(set, row, member.value);
      return {
          .value = builder_.CreateAnd(member.value, builder_.CreateICmpEQ(key.bits, best->value)),
          .beyond = either(member.beyond, key.beyond)};
    }
    default:
      break;
  }
  const Emitted member = membership(of.operands[0], row);
  Emitted result;
  bind(of.variable, row, [&] { result = and_if(member, of.operands[1]); });
  return result;
}

Emitted Emitter::membership_of_episode(const plan::Node& of, llvm::Value* row) {
  const plan::EpisodesId episodes = node(of.operands[0]).type.episodes;
  llvm::Value* place = places_taken_.at(row);
  llvm::Value* episode =
      keep_or_find({Kept::kEpisodeAt, static_cast<std::int32_t>(episodes), {row}}, [&] {
        return Emitted{.value = scratch_at(episodes, EpisodeArray::kEpisode, place)};
      }).value;
  return membership(of.operands[0], episode);
}

Emitted Emitter::and_if(const Emitted& member, NodeId condition) {
  return and_if(member, condition, [&] { return known(emit(condition)); });
}

Emitted Emitter::and_if(const Emitted& member, NodeId asked,
                        const std::function<Emitted()>& fits) {
  if (!needs_loop(asked)) return combine(true, member, fits());
  const Slot slot = make_slot({}, "fits", limits_.may_be_beyond(asked));
  store(slot, {.value = no()});
  emit_if(member.value, [&] { store(slot, fits()); }, "member");
  Emitted made = load(slot);
  made.beyond = either(member.beyond, made.beyond);
  return made;
}

Emitted Emitter::known(const Emitted& condition) {
  return {.value = condition.value, .beyond = condition.beyond};
}

Emitter::Packed Emitter::pack_place(const Emitted& emitted, const plan::Type& type, int column) {
  const auto& order = plan_.list(type.list).orders[static_cast<std::size_t>(column)];
  std::int64_t last = 0;
  for (const auto& place : order) {
    if (place && *place + 1 > last) last = *place + 1;
  }
  std::vector<std::int64_t> table;  // 0: never best
  for (const auto& place : order) table.push_back(place ? last - *place : 0);
  const unsigned width =
      static_cast<unsigned>(std::bit_width(static_cast<std::uint64_t>(last))) + (last == 0 ? 1 : 0);
  llvm::Value* unusable = either(emitted.unknown, emitted.none);
  llvm::Value* index = unusable == nullptr
                           ? emitted.value
                           : builder_.CreateSelect(unusable, number(0), emitted.value);
  llvm::Value* place =
      builder_.CreateTrunc(lookup(table, index, 16, "place"), builder_.getIntNTy(width));
  if (unusable != nullptr)
    place = builder_.CreateSelect(unusable, builder_.getIntN(width, 0), place);
  return {place, width, emitted.beyond};
}

Emitter::Packed Emitter::pack_pick(const Emitted& emitted, const plan::Type& type, plan::Pick pick,
                                   bool unknown_first) {
  const bool is_high = pick == plan::Pick::kLatest || pick == plan::Pick::kHighest;
  if (type.base == plan::Base::kText)
    return with_marks(pack_text(emitted, is_high), emitted, unknown_first);
  const bool is_fraction = type.base == plan::Base::kDecimal;
  llvm::Value* cell = is_fraction               ? key_of_fraction(emitted.value)
                      : emitted.cell != nullptr ? emitted.cell
                      : type.base == plan::Base::kBool
                          ? builder_.CreateZExt(emitted.value, builder_.getInt8Ty())
                          : emitted.value;
  const unsigned width = cell->getType()->getIntegerBitWidth();
  llvm::Value* order = builder_.CreateXor(cell, builder_.getInt(llvm::APInt::getSignMask(width)));
  if (!is_high) order = builder_.CreateNot(order);
  // A column's own marks already come last when the highest is wanted: unknown lowest, then none.
  if (is_high && !unknown_first && emitted.cell != nullptr && !is_fraction) {
    return {order, width, emitted.beyond};
  }
  return with_marks({order, width, emitted.beyond}, emitted, unknown_first);
}

Emitter::Packed Emitter::with_marks(Packed order, const Emitted& emitted, bool unknown_first) {
  if (emitted.unknown == nullptr && emitted.none == nullptr) return order;
  llvm::Type* wide = builder_.getIntNTy(order.width + 2);
  const auto mark = [&](std::uint64_t rank) {
    return builder_.CreateShl(llvm::ConstantInt::get(wide, rank), order.width);
  };
  llvm::Value* made = builder_.CreateOr(builder_.CreateZExt(order.bits, wide), mark(2));
  if (emitted.none != nullptr) made = builder_.CreateSelect(emitted.none, mark(1), made);
  if (emitted.unknown != nullptr)
    made = builder_.CreateSelect(emitted.unknown, mark(unknown_first ? 3 : 0), made);
  order.bits = made;
  order.width += 2;
  return order;
}

Emitter::Packed Emitter::pack_text(const Emitted& emitted, bool is_high) {
  llvm::Value* place = place_of_text(emitted);
  return {is_high ? place : builder_.CreateNot(place), 32, emitted.beyond};
}

Emitter::Packed Emitter::pack(const plan::Key& key) {
  const Emitted value = emit(key.value);
  const plan::Type& type = node(key.value).type;
  switch (key.kind) {
    case plan::Key::Kind::kPreferring:
      return {value.value, 1, value.beyond};
    case plan::Key::Kind::kBest:
      return pack_place(value, type, key.column);
    case plan::Key::Kind::kPick:
      break;
  }
  return pack_pick(value, type, key.pick, key.unknown_first);
}

Emitter::Packed Emitter::join(const std::vector<Packed>& parts, llvm::Value* is_active) {
  unsigned width = 1;  // the highest bit says that there is a record at all
  llvm::Value* beyond = nullptr;
  for (const Packed& part : parts) {
    width += part.width;
    beyond = either(beyond, part.beyond);
  }
  if (beyond != nullptr) beyond = builder_.CreateAnd(beyond, is_active);
  width = width <= 32 ? 32 : (width + 63) / 64 * 64;  // whole registers compare without masks
  llvm::Type* type = builder_.getIntNTy(width);
  llvm::Value* joined = builder_.getInt(llvm::APInt::getSignMask(width));
  unsigned left = width - 1;  // the first key stands highest
  for (const Packed& part : parts) {
    left -= part.width;
    llvm::Value* wide = builder_.CreateZExt(part.bits, type);
    joined = builder_.CreateOr(joined, builder_.CreateShl(wide, left));
  }
  return {builder_.CreateSelect(is_active, joined, llvm::ConstantInt::get(type, 0)), width, beyond};
}

Emitter::Packed Emitter::key_at(NodeId with, llvm::Value* row, llvm::Value* is_member) {
  const plan::Node& of = node(with);
  std::vector<llvm::Value*> rows = rows_of(free_[plan::index_of(with)]);
  rows.push_back(row);
  const Emitted key =
      keep_or_find({Kept::kKeyAt, static_cast<std::int32_t>(with), std::move(rows)}, [&] {
        Emitted made;
        if (llvm::Value* column = key_by_column(with, row)) return Emitted{.value = column};
        bind(of.variable, row, [&] {
          std::vector<Packed> parts;
          for (const plan::Key& each : of.keys) parts.push_back(pack(each));
          const Packed joined = join(parts, is_member);
          made = {.value = joined.bits, .beyond = joined.beyond};
        });
        return made;
      });
  return {key.value, key.value->getType()->getIntegerBitWidth(), key.beyond};
}

}  // namespace assize::jit
