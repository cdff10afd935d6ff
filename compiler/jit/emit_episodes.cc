// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

// Part of the emitter: episodes. Once for each file, or unit, the records are taken in order and
// cut; what comes out stands in the thread's scratch arrays. A set of episodes is then a range of
// their indexes, and the records of one episode lie together among those taken.

#include <utility>

#include "compiler/jit/emitter.h"

namespace assize::jit {

using plan::Op;

llvm::Value* Emitter::scratch_array(plan::EpisodesId episodes, EpisodeArray array) {
  return pointer_at(10, place_of(episodes, array),
                    episodes_of(episodes).label + "." + std::to_string(static_cast<int>(array)));
}

llvm::Value* Emitter::scratch_at(plan::EpisodesId episodes, EpisodeArray array,
                                 llvm::Value* index) {
  llvm::Type* whole = builder_.getInt64Ty();
  return builder_.CreateLoad(
      whole, builder_.CreateInBoundsGEP(whole, scratch_array(episodes, array), index));
}

void Emitter::store_scratch(plan::EpisodesId episodes, EpisodeArray array, llvm::Value* index,
                            llvm::Value* value) {
  llvm::Type* whole = builder_.getInt64Ty();
  builder_.CreateStore(value,
                       builder_.CreateInBoundsGEP(whole, scratch_array(episodes, array), index));
}

llvm::Value* Emitter::order_of_day(llvm::Value* cell) {
  // As `jit::order_of_day`: open is after every day, none after that, unknown last.
  llvm::Value* first = number(bind::kNoneCell + 1);
  llvm::Value* order = builder_.CreateSub(cell, first);
  llvm::Value* has_no_day = builder_.CreateICmpSLT(cell, first);
  return builder_.CreateXor(order, builder_.CreateZExt(has_no_day, builder_.getInt64Ty()));
}

Emitted Emitter::emit_episode_day(const plan::Node& node) {
  const plan::EpisodesId id = plan_.variable(node.variable).episodes;
  const bool is_start = node.op == Op::kEpisodeStart;
  llvm::Value* cell =
      scratch_at(id, is_start ? EpisodeArray::kStart : EpisodeArray::kEnd, rows_.at(node.variable));
  // What the day of a record may be, this one may be too.
  const plan::Episodes& episodes = episodes_of(id);
  Emitted made = load_cell(cell, this->node(is_start ? episodes.starts : episodes.ends).type);
  made.cell = nullptr;
  return made;
}

bool Emitter::is_cut(plan::EpisodesId id) {
  return find({Kept::kEpisodes, static_cast<std::int32_t>(id),
               rows_of(free_of_episodes_[plan::index_of(id)])}) != nullptr;
}

Emitted Emitter::count_of(plan::EpisodesId id, Kept what) {
  cut_into_episodes(id);
  return *find(
      {what, static_cast<std::int32_t>(id), rows_of(free_of_episodes_[plan::index_of(id)])});
}

Emitter::Range Emitter::range_of_episodes(const Root& root) {
  if (root.episode == nullptr) {
    const Kept what = root.what == Root::What::kEpisodes ? Kept::kEpisodes : Kept::kTaken;
    const Emitted count = count_of(root.episodes, what);
    return {number(0), count.value, false, count.beyond};
  }
  llvm::Value* next = builder_.CreateAdd(root.episode, number(1));
  return {scratch_at(root.episodes, EpisodeArray::kBegin, root.episode),
          scratch_at(root.episodes, EpisodeArray::kBegin, next), true};
}

std::vector<plan::NodeId> Emitter::asked_of_episodes(const plan::Episodes& episodes) const {
  std::vector<NodeId> asked = {episodes.from, episodes.starts, episodes.ends};
  for (const NodeId id : {episodes.begin_when, episodes.join_while, episodes.stop_before}) {
    if (plan::is_set(id)) asked.push_back(id);
  }
  return asked;
}

void Emitter::gather_episodes(plan::EpisodesId id, const plan::VariableSet& excluded,
                              Needs& needs) {
  if (is_bound(free_of_episodes_[plan::index_of(id)], excluded)) {
    if (!is_cut(id)) needs.episodes.push_back(id);
    return;
  }
  plan::VariableSet inside = excluded;
  inside.push_back(episodes_of(id).record);
  for (const NodeId asked : asked_of_episodes(episodes_of(id))) gather(asked, inside, needs);
}

/// Says whether rows of a set come in the order in which episodes take them.
bool Emitter::is_in_order(const Root& root) const {
  if (root.what == Root::What::kEpisodeRecords) return true;
  const plan::Collection& collection = plan_.collection(root.collection);
  return root.reach == plan::Reach::kFile && collection.starts >= 0 && collection.ends >= 0;
}

void Emitter::cut_into_episodes(plan::EpisodesId id) {
  if (is_cut(id)) return;
  const plan::Episodes& episodes = episodes_of(id);
  // What does not depend on the single record is there before the loops begin.
  plan::VariableSet excluded{episodes.record};
  add_bound_along(episodes.from, excluded);
  Needs needs;
  for (const NodeId asked : asked_of_episodes(episodes)) gather(asked, excluded, needs);
  meet(needs);

  Beyond beyond = begin_beyond(episodes.label);
  llvm::Value* taken = take_records(id, beyond);
  const Stop stop = plan::is_set(episodes.stop_before) ? find_stop(id, taken, beyond) : Stop{};
  cut_taken(id, taken, stop, beyond);
}

llvm::Value* Emitter::take_records(plan::EpisodesId id, Beyond& beyond) {
  const plan::Episodes& episodes = episodes_of(id);
  llvm::AllocaInst* count = local(builder_.getInt64Ty(), episodes.label + ".taken");
  builder_.CreateStore(number(0), count);
  const Root root = root_of(episodes.from);
  const auto take = [&](llvm::Value* row) {
    llvm::Value* at = builder_.CreateLoad(builder_.getInt64Ty(), count);
    bind(episodes.record, row, [&] {
      store_scratch(id, EpisodeArray::kRow, at, row);
      const auto store_day = [&](EpisodeArray array, NodeId asked) {
        const Emitted day = emit(asked);
        note_beyond(beyond, day.beyond);
        store_scratch(id, array, at, wide_cell_of(day, node(asked).type));
      };
      store_day(EpisodeArray::kFirstDay, episodes.starts);
      store_day(EpisodeArray::kLastDay, episodes.ends);
    });
    builder_.CreateStore(builder_.CreateAdd(at, number(1)), count);
  };
  note_beyond(beyond, range_of(root).beyond);
  loop_rows(
      root,
      [&](llvm::Value* row, Builder&) {
        const Emitted member = membership(episodes.from, row);
        note_beyond(beyond, member.beyond);
        emit_if(member.value, [&] { take(row); }, "take");
      },
      episodes.label + ".take");
  llvm::Value* taken = builder_.CreateLoad(builder_.getInt64Ty(), count);
  if (is_in_order(root)) return taken;
  llvm::Type* pointer = builder_.getPtrTy();
  const std::size_t collection = plan::index_of(node(episodes.from).type.collection);
  auto callee = module_.getOrInsertFunction("assize_order_records", builder_.getVoidTy(), pointer,
                                            pointer, pointer, builder_.getInt64Ty(), pointer);
  builder_.CreateCall(
      callee, {scratch_array(id, EpisodeArray::kRow), scratch_array(id, EpisodeArray::kFirstDay),
               scratch_array(id, EpisodeArray::kLastDay), taken,
               pointer_at(11, collection, "last_resort")});
  return taken;
}

Emitter::Stop Emitter::find_stop(plan::EpisodesId id, llvm::Value* taken, Beyond& beyond) {
  const plan::Episodes& episodes = episodes_of(id);
  llvm::AllocaInst* day = local(builder_.getInt64Ty(), episodes.label + ".stop");
  llvm::AllocaInst* is_found = local(builder_.getInt1Ty(), episodes.label + ".stops");
  builder_.CreateStore(number(0), day);
  builder_.CreateStore(no(), is_found);
  loop(
      {number(0), taken, false},
      [&](llvm::Value* at, Builder&) {
        llvm::Value* is_open_question =
            builder_.CreateNot(builder_.CreateLoad(builder_.getInt1Ty(), is_found));
        emit_if(
            is_open_question,
            [&] {
              bind(episodes.record, scratch_at(id, EpisodeArray::kRow, at), [&] {
                const Emitted stops = emit(episodes.stop_before);
                note_beyond(beyond, stops.beyond);
                builder_.CreateStore(stops.value, is_found);
              });
              llvm::Value* start = scratch_at(id, EpisodeArray::kFirstDay, at);
              builder_.CreateStore(order_of_day(start), day);
            },
            "stop_before");
      },
      episodes.label + ".stop");
  return {builder_.CreateLoad(builder_.getInt1Ty(), is_found),
          builder_.CreateLoad(builder_.getInt64Ty(), day)};
}

llvm::Value* Emitter::is_before_stop(plan::EpisodesId id, llvm::Value* at, const Stop& stop) {
  // Nothing that starts on or after the day of the first record that fits is taken.
  if (stop.is_found == nullptr) return yes();
  llvm::Value* start = order_of_day(scratch_at(id, EpisodeArray::kFirstDay, at));
  return builder_.CreateOr(builder_.CreateNot(stop.is_found),
                           builder_.CreateICmpULT(start, stop.day));
}

void Emitter::cut_taken(plan::EpisodesId id, llvm::Value* taken, const Stop& stop, Beyond& beyond) {
  const plan::Episodes& episodes = episodes_of(id);
  llvm::Type* whole = builder_.getInt64Ty();
  const bool is_chain = plan::is_set(episodes.begin_when);
  plan::Type day = node(episodes.ends).type;
  const Slot furthest = make_slot(day, episodes.label + ".furthest", false);
  const Slot previous = make_slot(day, episodes.label + ".previous", false);
  llvm::AllocaInst* count = local(whole, episodes.label + ".count");
  llvm::AllocaInst* used = local(whole, episodes.label + ".used");
  llvm::AllocaInst* goes_on = local(builder_.getInt1Ty(), episodes.label + ".goes_on");
  for (llvm::AllocaInst* slot : {count, used}) builder_.CreateStore(number(0), slot);
  builder_.CreateStore(yes(), goes_on);
  const Emitted nothing = emit_constant(day, {});
  store(furthest, nothing);
  store(previous, nothing);

  const auto put = [&](llvm::Value* at, llvm::Value* joins, const Emitted& end) {
    llvm::Value* before = builder_.CreateLoad(whole, count);
    llvm::Value* now = builder_.CreateAdd(
        before, builder_.CreateZExt(builder_.CreateNot(joins), whole), "episodes");
    llvm::Value* index = builder_.CreateSub(now, number(1));
    builder_.CreateStore(now, count);
    emit_if(
        builder_.CreateNot(joins),
        [&] {
          store_scratch(id, EpisodeArray::kStart, index,
                        scratch_at(id, EpisodeArray::kFirstDay, at));
          store_scratch(id, EpisodeArray::kBegin, index, at);
        },
        "begin");
    const Emitted later = further(true, load(furthest), end, day);
    const Emitted now_furthest = select(joins, later, end);
    store(furthest, now_furthest);
    store(previous, end);
    store_scratch(id, EpisodeArray::kEnd, index, wide_cell_of(now_furthest, day));
    store_scratch(id, EpisodeArray::kEpisode, at, index);
    builder_.CreateStore(builder_.CreateAdd(at, number(1)), used);
  };

  const auto step = [&](llvm::Value* at) {
    const Emitted end = load_cell(scratch_at(id, EpisodeArray::kLastDay, at), day);
    bind(episodes.record, scratch_at(id, EpisodeArray::kRow, at), [&] {
      llvm::Value* has_one = builder_.CreateICmpNE(builder_.CreateLoad(whole, count), number(0));
      const auto outer = std::exchange(so_far_, SoFar{load(furthest), load(previous)});
      llvm::Value* joins = holds_if(has_one, episodes.join_while, beyond);
      so_far_ = outer;
      if (!is_chain) {
        put(at, joins, end);
        return;
      }
      // One to a unit: it is begun by the first record or not at all, and ends at the first gap.
      llvm::Value* begins = holds_if(builder_.CreateNot(builder_.CreateOr(has_one, joins)),
                                     episodes.begin_when, beyond);
      llvm::Value* is_in = builder_.CreateOr(joins, begins);
      builder_.CreateStore(is_in, goes_on);
      emit_if(is_in, [&] { put(at, joins, end); }, "put");
    });
  };
  loop(
      {number(0), taken, false},
      [&](llvm::Value* at, Builder&) {
        llvm::Value* is_taken = is_before_stop(id, at, stop);
        if (is_chain) {
          is_taken =
              builder_.CreateAnd(is_taken, builder_.CreateLoad(builder_.getInt1Ty(), goes_on));
        }
        emit_if(is_taken, [&] { step(at); }, "cut");
      },
      episodes.label + ".cut");

  llvm::Value* episode_count = builder_.CreateLoad(whole, count);
  llvm::Value* used_count = builder_.CreateLoad(whole, used);
  store_scratch(id, EpisodeArray::kBegin, episode_count, used_count);
  llvm::Value* is_beyond = end_beyond(beyond);
  const std::vector<llvm::Value*> rows = rows_of(free_of_episodes_[plan::index_of(id)]);
  keep({Kept::kEpisodes, static_cast<std::int32_t>(id), rows},
       {.value = episode_count, .beyond = is_beyond});
  keep({Kept::kTaken, static_cast<std::int32_t>(id), rows},
       {.value = used_count, .beyond = is_beyond});
}

llvm::Value* Emitter::holds_if(llvm::Value* condition, NodeId question, Beyond& beyond) {
  const Emitted both = and_if({.value = condition}, question);
  note_beyond(beyond, both.beyond);
  return both.value;
}

}  // namespace assize::jit
