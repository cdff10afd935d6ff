// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

// Part of the emitter: what depends on a record alone. It is worked out for a whole block of
// records before their files are looked at, in a loop without branches, which the optimiser turns
// into vectors; the loops over a file's few records then only read what came out.

#include <algorithm>
#include <utility>

#include "compiler/jit/emitter.h"
#include "compiler/jit/scan_ops.h"

namespace assize::jit {
namespace {

using plan::Base;
using plan::Op;

// Members of `RunContext`.
constexpr unsigned kRowColumns = 12;

/// Says whether a loop over records may work a node of this kind out for every record, also those
/// that nobody asks about: it cannot fail, and takes a few steps of plain arithmetic.
bool is_plain(const plan::Plan& plan, const plan::Node& node) {
  const auto is_day = [&](plan::NodeId id) { return plan.node(id).type.base == Base::kDate; };
  switch (node.op) {
    case Op::kConst:
    case Op::kParameter:
    case Op::kPeriodStart:
    case Op::kPeriodEnd:
    case Op::kField:
    case Op::kWiden:
    case Op::kNot:
    case Op::kAnd:
    case Op::kOr:
    case Op::kIs:
    case Op::kIsIn:
    case Op::kIsAnyOf:
    case Op::kLess:
    case Op::kLessOrEqual:
    case Op::kIsKnown:
    case Op::kIsOpen:
    case Op::kIsNone:
    case Op::kFallback:
    case Op::kExtremeOf:
      return true;
    case Op::kSubtract:
      return is_day(node.operands[0]) && is_day(node.operands[1]);
    default:
      return false;
  }
}

bool is_light(Base base) { return base != Base::kText && base != Base::kDecimal; }

}  // namespace

bool Emitter::is_of_row(NodeId id, plan::VariableId row) const {
  const plan::Node& of = node(id);
  if (!is_light(of.type.base) || of.type.base == Base::kSet) return false;
  if (limits_.may_be_beyond(id)) return false;
  if (of.op == Op::kLet || of.op == Op::kDecidingCase) {
    const plan::Let& let = plan_.let(of.let);
    if (let.of != plan::Let::Of::kRecord || of.variable != row) return false;
    if (plan::is_set(let.value)) return is_of_row(let.value, let.variable);
    return std::all_of(let.cases.begin(), let.cases.end(), [&](const plan::Case& each) {
      return each.unknown != plan::Unknown::kStops && is_of_row(each.gives, let.variable) &&
             (!plan::is_set(each.when) || is_of_row(each.when, let.variable));
    });
  }
  if (!is_plain(plan_, of)) return false;
  if (of.op == Op::kField && of.variable != row) return false;
  return std::all_of(of.operands.begin(), of.operands.end(),
                     [&](NodeId operand) { return is_of_row(operand, row); });
}

bool Emitter::is_set_of_rows(NodeId set) const {
  const plan::Node& of = node(set);
  if (of.op == Op::kRecords) return true;
  if (of.op == Op::kLet) {
    const plan::Let& let = plan_.let(of.let);
    return let.of != plan::Let::Of::kRecord && plan::is_set(let.value) && is_set_of_rows(let.value);
  }
  return of.op == Op::kWhere && is_set_of_rows(of.operands[0]) &&
         is_of_row(of.operands[1], of.variable);
}

bool Emitter::is_order_of_rows(NodeId with) const {
  const plan::Node& of = node(with);
  return is_set_of_rows(of.operands[0]) &&
         std::all_of(of.keys.begin(), of.keys.end(), [&](const plan::Key& key) {
           return key.kind != plan::Key::Kind::kBest && is_of_row(key.value, of.variable);
         });
}

void Emitter::swap_frame(Frame& frame) {
  Frame mine{function_,
             builder_.GetInsertBlock(),
             prologue_.GetInsertBlock(),
             std::move(rows_),
             std::move(kept_),
             std::move(prologue_values_),
             file_,
             council_counters_};
  function_ = frame.function;
  if (frame.at != nullptr) builder_.SetInsertPoint(frame.at);
  if (frame.prologue != nullptr) prologue_.SetInsertPoint(frame.prologue->getTerminator());
  rows_ = std::move(frame.rows);
  kept_ = std::move(frame.kept);
  prologue_values_ = std::move(frame.prologue_values);
  file_ = frame.file;
  council_counters_ = frame.council_counters;
  frame = std::move(mine);
}

Emitter::RowLoop& Emitter::row_loop_of(plan::CollectionId collection) {
  for (RowLoop& loop : row_loops_) {
    if (loop.collection == collection) return loop;
  }
  llvm::LLVMContext& context = module_.getContext();
  RowLoop& loop = row_loops_.emplace_back();
  loop.collection = collection;
  loop.name = "rows." + std::to_string(pass_) + "." + plan_.collection(collection).label;
  llvm::Type* whole = builder_.getInt64Ty();
  auto* type =
      llvm::FunctionType::get(builder_.getVoidTy(), {builder_.getPtrTy(), whole, whole}, false);
  Frame& frame = loop.frame;
  frame.function =
      llvm::Function::Create(type, llvm::Function::ExternalLinkage, loop.name, module_);
  frame.function->addParamAttr(0, llvm::Attribute::NoAlias);
  frame.function->addFnAttr(llvm::Attribute::NoUnwind);
  frame.kept.assign(1, {});
  frame.prologue = llvm::BasicBlock::Create(context, "prologue", frame.function);
  frame.at = llvm::BasicBlock::Create(context, "row", frame.function);
  loop.end = llvm::BasicBlock::Create(context, "end");
  Builder builder(context, llvm::InstSimplifyFolder(module_.getDataLayout()));
  builder.SetInsertPoint(frame.prologue);
  llvm::Argument* first = frame.function->getArg(1);
  llvm::Argument* last = frame.function->getArg(2);
  builder.CreateCondBr(builder.CreateICmpULT(first, last), frame.at, loop.end);
  builder.SetInsertPoint(frame.at);
  loop.row = builder.CreatePHI(whole, 2, "row");
  loop.row->addIncoming(first, frame.prologue);
  return loop;
}

const Emitter::RowColumn* Emitter::row_column(
    Kept kind, NodeId id, plan::CollectionId collection,
    const std::function<llvm::Value*(llvm::Value*)>& make) {
  const auto key = std::make_pair(kind, id);
  if (const auto found = row_columns_.find(key); found != row_columns_.end())
    return found->second.type == nullptr ? nullptr : &found->second;
  RowLoop& loop = row_loop_of(collection);
  swap_frame(loop.frame);
  is_in_rows_ = true;
  llvm::Value* made = make(loop.row);
  // A bit takes a byte.
  if (made->getType()->isIntegerTy(1)) made = builder_.CreateZExt(made, builder_.getInt8Ty());
  // Keys wider than a register, and what is the same for every record, gain nothing.
  const bool is_kept =
      made->getType()->getIntegerBitWidth() <= 64 && !llvm::isa<llvm::Constant>(made);
  RowColumn column{row_widths_.size(), is_kept ? made->getType() : nullptr};
  if (is_kept) {
    llvm::Value* base = pointer_at(kRowColumns, column.index, "worked_out");
    builder_.CreateStore(made, builder_.CreateGEP(column.type, base, loop.row));
    row_widths_.push_back({collection, column.type->getIntegerBitWidth() / 8});
  }
  is_in_rows_ = false;
  swap_frame(loop.frame);
  const RowColumn& stored = row_columns_.emplace(key, column).first->second;
  return is_kept ? &stored : nullptr;
}

llvm::Value* Emitter::load_row_column(const RowColumn& column, llvm::Value* row) {
  llvm::Value* base = pointer_at(kRowColumns, column.index, "worked_out");
  return builder_.CreateLoad(column.type, builder_.CreateGEP(column.type, base, row));
}

void Emitter::note_row(const Root& root, llvm::Value* row) {
  // Of everybody's records nothing is worked out beforehand.
  if (is_everybodys_ || root.what == Root::What::kEpisodes) return;
  const auto names_person = [&](plan::CollectionId id) {
    return plan_.collection(id).names_person;
  };
  const plan::Reach reach = root.what == Root::What::kEpisodeRecords
                                ? root_of(episodes_of(root.episodes).from).reach
                                : root.reach;
  if (reach != plan::Reach::kAll && names_person(root.collection) &&
      names_person(main_))
    rows_of_block_.insert(row);
}

bool Emitter::is_worked_out(llvm::Value* row) const {
  return !is_in_rows_ && rows_of_block_.count(row) != 0;
}

llvm::Value* Emitter::member_by_column(NodeId set, llvm::Value* row) {
  if (!is_worked_out(row)) return nullptr;
  const NodeId resolved = resolve_set(set);
  if (node(resolved).op != Op::kWhere || !is_set_of_rows(resolved)) return nullptr;
  const RowColumn* column = row_column(Kept::kMember, resolved, root_of(resolved).collection,
                                       [&](llvm::Value* each) { return contains(resolved, each); });
  if (column == nullptr) return nullptr;
  return builder_.CreateTrunc(load_row_column(*column, row), builder_.getInt1Ty());
}

llvm::Value* Emitter::key_by_column(NodeId with, llvm::Value* row) {
  if (!is_worked_out(row) || !is_order_of_rows(with)) return nullptr;
  const auto key_of = [&](llvm::Value* each) {
    return key_at(with, each, contains(node(with).operands[0], each)).bits;
  };
  const RowColumn* column = row_column(Kept::kKeyAt, with, root_of(with).collection, key_of);
  return column == nullptr ? nullptr : load_row_column(*column, row);
}

std::optional<Emitted> Emitter::let_by_column(const plan::Node& of) {
  const auto bound = rows_.find(of.variable);
  if (bound == rows_.end() || !is_worked_out(bound->second)) return std::nullopt;
  const plan::Let& let = plan_.let(of.let);
  if (of.op != Op::kLet || let.of != plan::Let::Of::kRecord || let.type.base == Base::kSet)
    return std::nullopt;
  const NodeId id = node_id_of(of);
  if (!is_of_row(id, of.variable)) return std::nullopt;
  const unsigned width = stored_width(let.type);
  const plan::CollectionId collection = plan_.variable(of.variable).collection;
  const RowColumn* column = row_column(Kept::kLet, id, collection, [&](llvm::Value* each) {
    llvm::Value* cell = nullptr;
    bind(of.variable, each, [&] { cell = stored_cell(emit(id), let.type, width); });
    return cell;
  });
  if (column == nullptr) return std::nullopt;
  return load_cell(load_row_column(*column, bound->second), let.type);
}

unsigned Emitter::stored_width(const plan::Type& type) const {
  switch (type.base) {
    case Base::kBool:
      return 8;
    case Base::kCode:
      return plan_.list(type.list).codes.size() < 120 ? 8 : 32;
    case Base::kCase:
    case Base::kDate:
      return 32;
    default:
      return 64;
  }
}

llvm::Value* Emitter::stored_cell(const Emitted& emitted, const plan::Type& type, unsigned width) {
  llvm::Type* cell_type = builder_.getIntNTy(width);
  const std::uint64_t lowest = 1ULL << (width - 1);
  llvm::Value* cell = type.base == Base::kBool ? builder_.CreateZExt(emitted.value, cell_type)
                                               : builder_.CreateTrunc(emitted.value, cell_type);
  if (type.may_be_open && width < 64) {
    cell = builder_.CreateSelect(is_open(emitted, type), builder_.getIntN(width, lowest - 1), cell);
  }
  if (emitted.none != nullptr)
    cell = builder_.CreateSelect(emitted.none, builder_.getIntN(width, lowest + 1), cell);
  if (emitted.unknown != nullptr)
    cell = builder_.CreateSelect(emitted.unknown, builder_.getIntN(width, lowest), cell);
  return cell;
}

void Emitter::end_row_loops() {
  llvm::LLVMContext& context = module_.getContext();
  for (RowLoop& loop : row_loops_) {
    Frame& frame = loop.frame;
    Builder builder(context, llvm::InstSimplifyFolder(module_.getDataLayout()));
    builder.SetInsertPoint(frame.at);
    llvm::Value* next = builder.CreateNUWAdd(loop.row, builder.getInt64(1));
    loop.row->addIncoming(next, frame.at);
    llvm::BranchInst* back = builder.CreateCondBr(
        builder.CreateICmpULT(next, frame.function->getArg(2)), loop.row->getParent(), loop.end);
    loop.end->insertInto(frame.function);
    builder.SetInsertPoint(loop.end);
    builder.CreateRetVoid();
    // No record of a block is written twice, and nothing that is written is read in the loop.
    llvm::MDNode* group = llvm::MDNode::getDistinct(context, {});
    for (llvm::Instruction& each : *loop.row->getParent()) {
      if (each.mayReadOrWriteMemory()) each.setMetadata(llvm::LLVMContext::MD_access_group, group);
    }
    const auto text = [&](const char* word) { return llvm::MDString::get(context, word); };
    const auto whole = [&](bool is_bit, std::uint64_t value) {
      return llvm::ConstantAsMetadata::get(
          is_bit ? builder.getInt1(value != 0)
                 : builder.getInt32(static_cast<std::uint32_t>(value)));
    };
    llvm::MDNode* parallel =
        llvm::MDNode::get(context, {text("llvm.loop.parallel_accesses"), group});
    llvm::MDNode* wide =
        llvm::MDNode::get(context, {text("llvm.loop.vectorize.enable"), whole(true, 1)});
    llvm::MDNode* once =
        llvm::MDNode::get(context, {text("llvm.loop.interleave.count"), whole(false, 1)});
    llvm::MDNode* hints = llvm::MDNode::getDistinct(context, {nullptr, parallel, wide, once});
    hints->replaceOperandWith(0, hints);
    back->setMetadata(llvm::LLVMContext::MD_loop, hints);
  }
}

}  // namespace assize::jit
