// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <llvm/Analysis/InstSimplifyFolder.h>
#include <llvm/IR/IRBuilder.h>
#include <llvm/IR/Module.h>

#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "compiler/jit/counters.h"
#include "compiler/jit/kernels.h"
#include "compiler/jit/entries.h"
#include "compiler/jit/layout.h"
#include "compiler/jit/limits.h"
#include "compiler/jit/passes.h"
#include "compiler/jit/scratch.h"
#include "compiler/plan/plan.h"
#include "compiler/plan/variables.h"

namespace assize::jit {

/// One value in compiled code.
///
/// Shape   i1 for yes or no, 256 bits for a fraction, else i64; an open day is the highest i64, so
/// that
///         it is after every day.
/// Null    `unknown` and `none` are i1; without them it never is. A yes or no that is unknown holds
///         no, so that `value` alone says "known to fit"; other values hold anything where they are
///         unknown or none.
/// Errors  `beyond` (i1) says that a number which was asked on the way does not fit. It counts only
///         where the reference would have asked too: it goes with the value until that is used.
struct Emitted {
  llvm::Value* value = nullptr;
  llvm::Value* unknown = nullptr;
  llvm::Value* none = nullptr;
  llvm::Value* cell = nullptr;  // the same as a column holds it, in its width, if it came from one
  llvm::Value* beyond = nullptr;
};

/// How much is emitted.
enum class Detail : std::uint8_t {
  kCounts,
  kUnits,  // each unit's verdict and lets are reported too
};

/// Emits the functions of one pass. The work is split by construct: `emit_cells.cc` (loads,
/// joins), `emit_values.cc`, `emit_logic.cc`, `emit_lets.cc`, `emit_sets.cc` (membership and keys),
/// `emit_scans.cc` (loops over records), `emit_episodes.cc`, `emit_units.cc`, `emit_counts.cc`,
/// `emit_rows.cc` (what depends on a record alone) and `emit_facts.cc` (what several measures ask
/// of a file).
///
/// A file's sets are loops over its rows. What is asked of sets is emitted as soon as all it
/// mentions is bound, and loops over the same rows become one. Whatever was emitted is kept for the
/// rest of the block in which it is valid, so that nothing is computed twice on one path.
class Emitter {
 public:
  Emitter(const plan::Plan& plan, const Layout& layout, Detail detail, std::size_t pass,
          llvm::Module& module);

  /// Emits, for each measure of a pass, `void name(context, counters, sink, first_file,
  /// last_file)`; before them `void facts(context, first_file, last_file)` if they share facts, and
  /// for each collection with something to work out `void rows(context, first_row, last_row)`.
  PassNames emit_pass(const Pass& pass);

 private:
  using Builder = llvm::IRBuilder<llvm::InstSimplifyFolder>;
  using NodeId = plan::NodeId;

  /// What is kept, of what, for which rows.
  enum class Kept : std::uint8_t {
    kNode,
    kMember,
    kKeyAt,
    kBestKey,
    kLet,
    kCase,
    kRange,
    kFilePart,
    kEpisodes,   // how many episodes there are
    kTaken,      // how many records they have
    kEpisodeAt,  // which of them a record belongs to
  };
  struct KeptKey {
    Kept kind;
    std::int32_t id;
    std::vector<llvm::Value*> rows;
    auto operator<=>(const KeptKey&) const = default;
  };

  /// Which rows, or episodes, a set begins with.
  struct Root {
    enum class What : std::uint8_t { kRecords, kEpisodes, kEpisodeRecords };
    What what = What::kRecords;
    plan::CollectionId collection = plan::CollectionId::kNone;
    plan::Reach reach = plan::Reach::kFile;
    plan::EpisodesId episodes = plan::EpisodesId::kNone;
    llvm::Value* episode = nullptr;  // kEpisodeRecords: of this one; null for those of all
    auto operator<=>(const Root&) const = default;
  };
  struct Range {
    llvm::Value* first;
    llvm::Value* last;
    bool is_never_empty;
    llvm::Value* beyond = nullptr;  // what was asked to find it holds a number that does not fit
  };

  /// A variable in memory that the optimiser turns into registers.
  struct Slot {
    llvm::AllocaInst* value = nullptr;
    llvm::AllocaInst* unknown = nullptr;
    llvm::AllocaInst* none = nullptr;
    llvm::AllocaInst* beyond = nullptr;
  };

  /// One question to a set while its loop runs. Its state lies in memory that becomes registers.
  struct Scan {
    NodeId node = NodeId::kNone;
    llvm::AllocaInst* best = nullptr;     // the key so far, or whether there was a record
    llvm::AllocaInst* held = nullptr;     // the cell, sum or count that goes with it
    plan::Type held_type = {};            // what the cell may be: more than its node says, perhaps
    llvm::AllocaInst* differs = nullptr;  // two records disagree; of a sum, that it does not fit
    llvm::AllocaInst* unknown = nullptr;
    llvm::AllocaInst* beyond = nullptr;          // of what was asked of every record
    llvm::AllocaInst* beyond_of_best = nullptr;  // of what is asked of the best ones alone
  };

  /// Dimensions of a breakdown that are read together: those of the unit, or those by each record
  /// of one set.
  struct Side {
    std::vector<std::size_t> dimensions;
    bool by_each = false;
  };

  /// What a unit counts as in each group it is in.
  struct Counted {
    const plan::Part* part = nullptr;
    llvm::Value* denominator = nullptr;
    llvm::Value* numerator = nullptr;
    Emitted amount;  // of a mean or median
  };

  /// What has to be there before something can be emitted without loops inside its loop.
  struct Needs {
    std::vector<NodeId> scans;
    std::vector<plan::EpisodesId> episodes;
    std::vector<NodeId> values;
  };

  /// The episode that is being put together, as `join while` sees it.
  struct SoFar {
    Emitted furthest_end;
    Emitted previous_end;
  };

  /// Collects over a loop, or over branches, whether a number was asked for that does not fit.
  struct Beyond {
    llvm::AllocaInst* noted = nullptr;
    bool is_noted = false;
  };

  /// The day from which a chain takes nothing more.
  struct Stop {
    llvm::Value* is_found = nullptr;  // null: there is no such clause
    llvm::Value* day = nullptr;       // as `order_of_day` places it
  };

  // Cells, slots and flow.
  Emitted load_cell(llvm::Value* cell, const plan::Type& type);
  Emitted field(plan::CollectionId collection, int field, llvm::Value* row);
  llvm::Value* cell_of(const Emitted& emitted, const plan::Type& type);
  llvm::Value* wide_cell_of(const Emitted& emitted, const plan::Type& type);
  Slot make_slot(const plan::Type& type, const std::string& name, bool may_be_beyond);
  void store(const Slot& slot, const Emitted& emitted);
  Emitted load(const Slot& slot);
  llvm::AllocaInst* local(llvm::Type* type, const std::string& name);
  void emit_if(llvm::Value* condition, const std::function<void()>& then, const std::string& name);
  llvm::Value* lookup(const std::vector<std::int64_t>& table, llvm::Value* index, unsigned width,
                      const std::string& name);
  llvm::Value* lookup(const std::vector<llvm::Constant*>& table, llvm::Type* type,
                      llvm::Value* index, const std::string& name);

  // Values.
  Emitted emit(NodeId id);
  Emitted emit_node(const plan::Node& node);
  Emitted emit_constant(const plan::Type& type, const plan::Value& value);
  Emitted emit_arithmetic(const plan::Node& node);
  Emitted emit_whole(const plan::Node& node, const Emitted& left, const Emitted& right);
  Emitted emit_state(const plan::Node& node);
  Emitted emit_age(const plan::Node& node);
  Emitted emit_kernel(const plan::Node& node);
  Emitted emit_fallback(const plan::Node& node);
  Emitted emit_table(const plan::Node& node);
  Emitted emit_score(const plan::Node& node, const Emitted& code, llvm::Value* place);
  Emitted emit_extreme_of(const plan::Node& node);
  Emitted further(bool is_high, const Emitted& best, const Emitted& next, const plan::Type& type);
  Emitted emit_best_of(const plan::Node& node);

  // Fractions.
  static llvm::APInt fraction_bits(const columns::Rational& fraction);
  llvm::Type* type_of_value(const plan::Type& type);
  llvm::Value* unknown_cell(llvm::Type* type);
  llvm::Value* none_cell(llvm::Type* type);
  /// Makes a whole number a fraction where one is wanted.
  Emitted as_type(const Emitted& emitted, const plan::Type& from, const plan::Type& to);
  llvm::Value* fraction_at(plan::CollectionId collection, int field, llvm::Value* index);
  llvm::Value* room_for(llvm::Type* type, const std::string& name);
  llvm::Value* in_memory(llvm::Value* fraction, const std::string& name);
  Emitted compute_fraction(FractionOp op, llvm::Value* left, llvm::Value* right);
  Emitted emit_fractions(const plan::Node& node);
  llvm::Value* compare_fractions(llvm::Value* left, llvm::Value* right);
  llvm::Value* key_of_fraction(llvm::Value* fraction);

  // Texts.
  llvm::Value* which_text(const Emitted& text);
  llvm::Value* usable(const Emitted& text);
  llvm::Value* text_kernel(const std::string& name, llvm::Type* gives,
                           const std::vector<llvm::Value*>& texts);
  llvm::Value* place_of_text(const Emitted& text);
  llvm::Value* is_same_cell(llvm::Value* left, llvm::Value* right, const plan::Type& type);
  Emitted emit_join(const plan::Node& node);
  Emitted emit_starts_with(const plan::Node& node);

  // Logic.
  Emitted emit_and_or(const plan::Node& node);
  Beyond begin_beyond(const std::string& name);
  void note_beyond(Beyond& beyond, llvm::Value* condition);
  llvm::Value* end_beyond(const Beyond& beyond);
  llvm::Value* is_undecided(bool is_and, const Emitted& so_far);
  Emitted combine(bool is_and, const Emitted& left, const Emitted& right);
  Emitted emit_not(const Emitted& operand);
  Emitted emit_is(const Emitted& left, const Emitted& right, const plan::Type& type);
  Emitted emit_is_in(const plan::Node& node);
  Emitted emit_is_any_of(const plan::Node& node);
  Emitted emit_comparison(const plan::Node& node);
  llvm::Value* is_less(const Emitted& left, const Emitted& right, const plan::Type& type);
  std::pair<Emitted, Emitted> alike_in_type(NodeId left, NodeId right, plan::Type& type);
  Emitted condition(llvm::Value* value, llvm::Value* unknown);
  llvm::Value* either(llvm::Value* left, llvm::Value* right);
  llvm::Value* is_open(const Emitted& emitted, const plan::Type& type);
  Emitted select(llvm::Value* condition, const Emitted& yes, const Emitted& no);

  // Lets.
  Emitted emit_let(const plan::Node& node);
  Emitted emit_let_body(plan::LetId id, const std::vector<llvm::Value*>& rows);
  Emitted emit_cases_flat(const plan::Let& let, llvm::Value*& which);
  Emitted emit_cases_branching(const plan::Let& let, llvm::Value*& which);
  std::vector<NodeId> asked_of_cases(const plan::Let& let, std::size_t from) const;
  Emitted gives(const plan::Let& let, const plan::Case& each);
  Emitted case_holds(const plan::Case& each, bool is_last);

  // Sets.
  NodeId resolve_set(NodeId set);
  Root root_of(NodeId set);
  Range range_of(const Root& root);
  llvm::Value* contains(NodeId set, llvm::Value* row) { return membership(set, row).value; }
  Emitted membership(NodeId set, llvm::Value* row);
  Emitted membership_inside(NodeId set, llvm::Value* row);
  Emitted membership_of_episode(const plan::Node& records, llvm::Value* row);
  /// Both hold; what takes a loop is asked only where the first does.
  Emitted and_if(const Emitted& member, NodeId condition);
  Emitted and_if(const Emitted& member, NodeId asked, const std::function<Emitted()>& fits);
  static Emitted known(const Emitted& condition);
  struct Packed {
    llvm::Value* bits;
    unsigned width;
    llvm::Value* beyond = nullptr;
  };
  Packed pack_text(const Emitted& emitted, bool is_high);
  Packed with_marks(Packed order, const Emitted& emitted, bool unknown_first);
  Packed pack(const plan::Key& key);
  Packed pack_pick(const Emitted& emitted, const plan::Type& type, plan::Pick pick,
                   bool unknown_first);
  Packed pack_place(const Emitted& emitted, const plan::Type& type, int column);
  Packed join(const std::vector<Packed>& parts, llvm::Value* is_active);
  Packed key_at(NodeId with, llvm::Value* row, llvm::Value* is_member);

  // Scans.
  void run_scans(std::vector<NodeId> wanted);
  void run_ready(const std::vector<NodeId>& ready);
  void gather(NodeId id, const plan::VariableSet& excluded, Needs& needs);
  void gather_scan(NodeId id, Needs& needs);
  void meet(const Needs& needs);
  void hoist(const std::vector<NodeId>& nodes, const plan::VariableSet& excluded);
  void add_bound_along(NodeId set, plan::VariableSet& variables);
  bool is_bound(const plan::VariableSet& variables, const plan::VariableSet& excluded) const;
  bool is_done(NodeId id);
  bool needs_loop(NodeId id);
  void loop(const Range& range, const std::function<void(llvm::Value*, Builder&)>& body,
            const std::string& name);
  std::string label_of(const Root& root) const;
  void loop_rows(const Root& root, const std::function<void(llvm::Value*, Builder&)>& body,
                 const std::string& name);
  void step_scan(Scan& scan, llvm::Value* row, Builder& before);
  void note_beyond(Scan& scan, llvm::Value* beyond, Builder& before);
  Emitted body_of(Scan& scan, llvm::Value* member, Builder& before);
  void step_count(Scan& scan, llvm::Value* member, Builder& before);
  void step_total(Scan& scan, llvm::Value* member, Builder& before);
  void add_fraction(Scan& scan, llvm::Value* value, llvm::Value* counts, Builder& before);
  void step_pick(Scan& scan, llvm::Value* member, const Packed& key, Builder& before);
  void step_the(Scan& scan, llvm::Value* member, Builder& before);
  void step_extreme(Scan& scan, llvm::Value* member, Builder& before);
  void step_picked(Scan& scan, NodeId with, llvm::Value* row, Builder& before);
  void end_scan(const Scan& scan, llvm::Value* beyond);
  Emitted total_of(const Scan& scan);
  void step_different(Scan& scan, llvm::Value* member, Builder& before);
  Emitted different_of(const Scan& scan);
  Emitted result_of(const Scan& scan);
  bool is_pick(NodeId id);
  /// A file of a council, or of one of everybody's records, need not have records of the measure's
  /// main collection, though types say that each has.
  bool files_may_be_empty() const {
    return is_everybodys_ || !plan_.collection(main_).names_person;
  }
  llvm::AllocaInst* state(llvm::Type* type, Builder& before, const std::string& name);
  llvm::AllocaInst* state(llvm::Constant* first, Builder& before, const std::string& name);

  // Episodes.
  const plan::Episodes& episodes_of(plan::EpisodesId id) const {
    return plan_.episodes[plan::index_of(id)];
  }
  llvm::Value* scratch_array(plan::EpisodesId episodes, EpisodeArray array);
  llvm::Value* scratch_at(plan::EpisodesId episodes, EpisodeArray array, llvm::Value* index);
  void store_scratch(plan::EpisodesId episodes, EpisodeArray array, llvm::Value* index,
                     llvm::Value* value);
  llvm::Value* order_of_day(llvm::Value* cell);
  Emitted emit_episode_day(const plan::Node& node);
  std::vector<NodeId> asked_of_episodes(const plan::Episodes& episodes) const;
  void gather_episodes(plan::EpisodesId id, const plan::VariableSet& excluded, Needs& needs);
  bool is_in_order(const Root& root) const;
  bool is_cut(plan::EpisodesId id);
  Emitted count_of(plan::EpisodesId id, Kept what);
  Range range_of_episodes(const Root& root);
  void cut_into_episodes(plan::EpisodesId id);
  llvm::Value* take_records(plan::EpisodesId id, Beyond& beyond);
  Stop find_stop(plan::EpisodesId id, llvm::Value* taken, Beyond& beyond);
  llvm::Value* is_before_stop(plan::EpisodesId id, llvm::Value* at, const Stop& stop);
  void cut_taken(plan::EpisodesId id, llvm::Value* taken, const Stop& stop, Beyond& beyond);
  llvm::Value* holds_if(llvm::Value* condition, NodeId question, Beyond& beyond);

  // Functions.
  void begin_function(const std::string& name, const std::vector<llvm::Type*>& arguments);
  /// Begins a function that takes some files and adds to the counters of a measure.
  void begin_counting(const plan::Measure& measure, const std::string& name);
  void end_counting();
  llvm::Value* counters_of_council(llvm::Value* council);
  void emit_entry(const Entry& entry);
  void emit_over(const plan::Measure& measure, std::size_t part, const std::string& name);

  // Units.
  void emit_files(const plan::Measure& measure);
  void emit_file(const plan::Measure& measure);
  void loop_units(const plan::Measure& measure,
                  const std::function<void(llvm::Value*, Builder&)>& body);
  void emit_unit(const plan::Measure& measure, llvm::Value* row);
  void emit_part(const plan::Measure& measure, std::size_t index, llvm::Value* alive,
                 std::vector<llvm::Value*> taken_out, llvm::Value* row);
  /// Gives how many units a record stands for; null for one.
  llvm::Value* weight_of(plan::CollectionId collection, llvm::Value* row);

  // Steps.
  Emitted answer(const plan::Question& question);
  llvm::Value* and_answer(llvm::Value* asked, const plan::Question& question);
  /// Takes who is alive through the first `last` steps; says of each whom it takes out.
  llvm::Value* take_steps(const std::vector<plan::Step>& steps, std::size_t last,
                          llvm::Value* alive,
                          const std::function<void(std::size_t, llvm::Value*)>& note_taken_out);
  std::vector<NodeId> asked_of_steps(const std::vector<plan::Step>& steps) const;
  bool is_kept_by_sink(const plan::Step& step) const;
  /// Adds words that are alike for values that are.
  void add_words(const Emitted& value, const plan::Type& type, std::vector<llvm::Value*>& words);
  Packed key_of_step(const plan::Step& step, llvm::Value* alive);
  llvm::Value* loses(const plan::Step& step, llvm::Value* alive);
  void report_candidate(const plan::Step& step, llvm::Value* row);
  void find_kept_ones(const plan::Measure& measure);
  void find_kept_one(const plan::Measure& measure, const plan::Part* part, std::size_t index);

  // Counts.
  static std::int64_t slot_of_group(const Counters::PartSlots& slots, std::size_t group);
  void count(std::uint32_t slot, llvm::Value* condition);
  void count_at(llvm::Value* slot, llvm::Value* condition);
  void count_group(const Counted& counted, llvm::Value* slot, llvm::Value* stays);
  void report_amount(const std::string& kernel, llvm::Value* slot, llvm::Value* amount);
  llvm::Value* place_of_slot(llvm::Value* slot);
  void count_groups(const Counters::PartSlots& slots, Counted counted);
  void add_to_sum(llvm::Value* slot, llvm::Value* value, llvm::Value* condition);
  /// The slot of the group that a place among the combinations of bands stands for.
  llvm::Value* slot_at(const plan::Part& part, std::size_t split,
                       const Counters::PartSlots& slots, llvm::Value* place);
  std::vector<llvm::Value*> all_choices(const plan::Breakdown& breakdown,
                                        const std::vector<llvm::Value*>& bands);
  void count_tabulations(const plan::Part& part, const Counters::PartSlots& slots,
                         llvm::Value* alive);

  // Bands.
  llvm::Value* stays_in(const plan::Breakdown& breakdown, const std::vector<llvm::Value*>& bands);
  llvm::Value* band_of(const plan::Dimension& dimension, NodeId asked, llvm::Value* is_asked);
  llvm::Value* band_by_table(const plan::Dimension& dimension, const Emitted& value,
                             std::size_t values);
  llvm::Value* fits_band(const plan::Band& band, const Emitted& value, const plan::Type& type);
  llvm::Value* fits_band_of_texts(const plan::Band& band, const Emitted& value);

  // Named populations.
  llvm::Value* is_member(plan::PopulationId population, llvm::Value* row);
  Emitted belongs_to(plan::PopulationId id, llvm::Value* row);
  Emitted stay_in(const plan::Population& population, std::size_t first, std::size_t last,
                  Emitted member);
  void gather_population(plan::PopulationId id, const plan::VariableSet& excluded, Needs& needs);
  std::vector<NodeId> asked_of_population(const plan::Population& population) const;
  void emit_population(const plan::Measure& measure, const Entry& entry);

  // Splits by each record of a set.
  std::vector<Side> sides_of(const plan::Breakdown& breakdown) const;
  llvm::Value* mark_at(llvm::Value* marks, llvm::Value* place);
  void mark_row(const plan::Breakdown& breakdown, const Side& side, llvm::Value* marks,
                llvm::Value* is_there);
  llvm::Value* mark_side(const plan::Breakdown& breakdown, const Side& side);
  /// Finds where the unit falls, and gives for each group of the breakdown whether it is there.
  void count_each(const plan::Breakdown& breakdown, const std::vector<Side>& sides,
                  const std::vector<plan::Group>& groups, int breakdown_index,
                  const std::function<void(std::size_t, llvm::Value*)>& count_in);

  // What a rate is over.
  std::vector<NodeId> asked_of_counted(const plan::Part& part) const;
  std::vector<plan::VariableId> names_of_counted(const plan::Part& part) const;
  void loop_over(const plan::Part& part, const Counters::PartSlots& slots);
  void count_over(const plan::Part& part, const Counters::PartSlots& slots, llvm::Value* row);
  /// The council at which a record counts, below 0 if nowhere; null for that of the file.
  llvm::Value* place_of_counted(const plan::Part& part, llvm::Value* row);
  void count_over_here(const plan::Part& part, const Counters::PartSlots& slots);

  // Quantities.
  void emit_quantities(const plan::Measure& measure);
  void add_quantity(NodeId quantity, std::uint32_t slot);
  llvm::Value* worse(llvm::Value* left, llvm::Value* right);
  /// Why a value is unknown, as `results::Status` numbers it; 0 if it is not.
  llvm::Value* emit_reason(NodeId id);
  llvm::Value* reason_inside(NodeId id);
  llvm::Value* reason_of_set(const plan::Node& of);

  // Rows of units.
  void report_unit(const plan::Measure& measure, int part, llvm::Value* verdict, llvm::Value* row);
  std::vector<NodeId> asked_of_units(const plan::Measure& measure) const;
  llvm::Value* verdict_of(const std::vector<llvm::Value*>& taken_out, llvm::Value* denominator,
                          llvm::Value* numerator);

  // Rows worked out for a whole block.
  /// Where emission goes on in one function, and what is kept there.
  struct Frame {
    llvm::Function* function = nullptr;
    llvm::BasicBlock* at = nullptr;
    llvm::BasicBlock* prologue = nullptr;
    std::map<plan::VariableId, llvm::Value*> rows;
    std::vector<std::map<KeptKey, Emitted>> kept;
    std::map<std::string, llvm::Value*> prologue_values;
    llvm::Value* file = nullptr;
    llvm::Value* council_counters = nullptr;
  };
  struct RowLoop {
    plan::CollectionId collection = plan::CollectionId::kNone;
    std::string name;
    Frame frame;
    llvm::PHINode* row = nullptr;
    llvm::BasicBlock* end = nullptr;
  };
  struct RowColumn {
    std::size_t index;
    llvm::Type* type;  // null: looked at, and not worth a column
  };
  bool is_of_row(NodeId id, plan::VariableId row) const;
  bool is_set_of_rows(NodeId set) const;
  bool is_order_of_rows(NodeId with) const;
  void swap_frame(Frame& frame);
  RowLoop& row_loop_of(plan::CollectionId collection);
  const RowColumn* row_column(Kept kind, NodeId id, plan::CollectionId collection,
                              const std::function<llvm::Value*(llvm::Value*)>& make);
  llvm::Value* load_row_column(const RowColumn& column, llvm::Value* row);
  bool is_worked_out(llvm::Value* row) const;
  void note_row(const Root& root, llvm::Value* row);
  llvm::Value* member_by_column(NodeId set, llvm::Value* row);
  llvm::Value* key_by_column(NodeId with, llvm::Value* row);
  std::optional<Emitted> let_by_column(const plan::Node& of);
  unsigned stored_width(const plan::Type& type) const;
  llvm::Value* stored_cell(const Emitted& emitted, const plan::Type& type, unsigned width);
  void end_row_loops();

  // Facts that several measures ask for.
  void emit_facts(const Pass& pass, const std::string& name);
  const plan::Type& stored_type(const plan::Node& of) const;
  std::optional<Emitted> shared_fact(const plan::Node& of);

  // What is kept.
  std::vector<llvm::Value*> rows_of(const plan::VariableSet& variables) const;
  const Emitted* find(const KeptKey& key) const;
  void keep(KeptKey key, const Emitted& emitted);
  Emitted keep_or_find(KeptKey key, const std::function<Emitted()>& make);
  void bind(plan::VariableId variable, llvm::Value* row, const std::function<void()>& inside);
  void bind_all(const std::vector<plan::VariableId>& names, llvm::Value* row,
                const std::function<void()>& inside, std::size_t from = 0);

  // Small things.
  const plan::Node& node(NodeId id) const { return plan_.node(id); }
  NodeId node_id_of(const plan::Node& of) const {
    return static_cast<NodeId>(&of - plan_.nodes.data());
  }
  llvm::Value* number(std::int64_t value) {
    return builder_.getInt64(static_cast<std::uint64_t>(value));
  }
  llvm::Value* yes() { return builder_.getTrue(); }
  llvm::Value* no() { return builder_.getFalse(); }
  llvm::Value* context_member(unsigned index, llvm::Type* type, const std::string& name);
  llvm::Value* pointer_at(unsigned member, std::size_t index, const std::string& name);
  llvm::Value* file_part(unsigned member, llvm::Type* type, const std::string& name);
  llvm::Value* column_pointer(plan::CollectionId collection, int field);
  /// The number of a text that the plan names, as `TextIds` lists them.
  llvm::Value* text_at(std::size_t place);
  llvm::Value* council_of_row(plan::CollectionId collection, llvm::Value* row);
  llvm::Value* sink() { return function_->getArg(2); }
  /// Calls a kernel, which takes what `kernels.h` says.
  llvm::Value* call(const std::string& kernel, llvm::Type* gives,
                    const std::vector<llvm::Value*>& arguments);
  /// Keeps in mind, if it holds, that a number does not fit 64 bits.
  void note_beyond_limits(llvm::Value* condition);

  const plan::Plan& plan_;
  const Layout& layout_;
  const Detail detail_;
  const std::size_t pass_;
  llvm::Module& module_;
  Builder builder_;
  Builder prologue_;  // loads of what holds for the whole call
  const Limits limits_;
  const std::vector<plan::VariableSet> free_;
  std::vector<plan::VariableSet> free_of_episodes_;
  std::map<const plan::Band*, std::size_t> band_texts_;

  const plan::Measure* measure_ = nullptr;
  Counters counters_;
  llvm::Function* function_ = nullptr;
  llvm::Value* file_ = nullptr;
  llvm::Value* council_counters_ = nullptr;
  plan::CollectionId main_ = plan::CollectionId::kNone;  // opens the files that are looked at
  bool is_everybodys_ = false;     // the function goes over everybody's records, and not over files
  llvm::Value* weight_ = nullptr;  // of what is counted; null: it counts one
  llvm::AllocaInst* beyond_limits_ = nullptr;
  /// Of a step that keeps one: the highest key, or a number by which the sink knows its units.
  std::map<const plan::Step*, llvm::Value*> kept_ones_;
  std::map<plan::VariableId, llvm::Value*> rows_;
  std::vector<std::map<KeptKey, Emitted>> kept_;
  std::map<std::string, llvm::Value*> prologue_values_;
  std::map<llvm::Value*, llvm::Value*> places_taken_;  // of a row, among those taken
  SoFar so_far_;

  std::deque<RowLoop> row_loops_;  // by the order of their first use; references stay good
  std::map<std::pair<Kept, NodeId>, RowColumn> row_columns_;
  std::vector<PassNames::RowColumn> row_widths_;
  std::set<llvm::Value*> rows_of_block_;  // rows of people whose records were worked out
  bool is_in_rows_ = false;
  std::map<std::pair<plan::Op, plan::LetId>, RowColumn> facts_;  // by what asks for it
  bool is_in_facts_ = false;
  std::map<llvm::Constant*, llvm::GlobalVariable*> tables_;
};

}  // namespace assize::jit
