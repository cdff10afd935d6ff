// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

// Part of the emitter: cells of columns, local variables, branches.

#include <llvm/IR/Constants.h>
#include <llvm/IR/MDBuilder.h>

#include <limits>

#include "compiler/jit/context.h"
#include "compiler/jit/emitter.h"

namespace assize::jit {
namespace {

constexpr std::int64_t kOpen = std::numeric_limits<std::int64_t>::max();

// Members of `RunContext`, which are all 8 bytes wide.
static_assert(sizeof(RunContext) == 19 * 8);
constexpr unsigned kRowCouncils = 17;

}  // namespace

llvm::Value* Emitter::context_member(unsigned index, llvm::Type* type, const std::string& name) {
  const std::string key = name + "#" + std::to_string(index);
  if (const auto found = prologue_values_.find(key); found != prologue_values_.end())
    return found->second;
  llvm::Value* address =
      prologue_.CreateConstInBoundsGEP1_64(prologue_.getInt64Ty(), function_->getArg(0), index);
  llvm::LoadInst* value = prologue_.CreateLoad(type, address, name);
  value->setMetadata(llvm::LLVMContext::MD_invariant_load,
                     llvm::MDNode::get(module_.getContext(), {}));
  return prologue_values_[key] = value;
}

llvm::Value* Emitter::pointer_at(unsigned member, std::size_t index, const std::string& name) {
  const std::string key = name + "@" + std::to_string(member) + "." + std::to_string(index);
  if (const auto found = prologue_values_.find(key); found != prologue_values_.end())
    return found->second;
  llvm::Value* array = context_member(member, prologue_.getPtrTy(), "array");
  llvm::Value* address = prologue_.CreateConstInBoundsGEP1_64(prologue_.getPtrTy(), array, index);
  llvm::LoadInst* value = prologue_.CreateLoad(prologue_.getPtrTy(), address, name);
  value->setMetadata(llvm::LLVMContext::MD_invariant_load,
                     llvm::MDNode::get(module_.getContext(), {}));
  return prologue_values_[key] = value;
}

llvm::Value* Emitter::file_part(unsigned member, llvm::Type* type, const std::string& name) {
  const KeptKey key{Kept::kFilePart, static_cast<std::int32_t>(member), {}};
  if (const Emitted* found = find(key)) return found->value;
  llvm::Value* array = context_member(member, builder_.getPtrTy(), name + "s");
  llvm::Value* loaded =
      builder_.CreateLoad(type, builder_.CreateInBoundsGEP(type, array, file_), name);
  llvm::Value* wide = builder_.CreateSExt(loaded, builder_.getInt64Ty());
  keep(key, {.value = wide});
  return wide;
}

llvm::Value* Emitter::council_of_row(plan::CollectionId collection, llvm::Value* row) {
  llvm::Value* councils = pointer_at(kRowCouncils, plan::index_of(collection), "councils");
  llvm::Value* council = builder_.CreateLoad(
      builder_.getInt32Ty(), builder_.CreateInBoundsGEP(builder_.getInt32Ty(), councils, row));
  return builder_.CreateSExt(council, builder_.getInt64Ty(), "council");
}

llvm::Value* Emitter::column_pointer(plan::CollectionId collection, int field) {
  const plan::Collection& of = plan_.collection(collection);
  return pointer_at(0, layout_.column(collection, field),
                    of.label + "." + of.fields[static_cast<std::size_t>(field)].label);
}

llvm::Value* Emitter::text_at(std::size_t place) {
  llvm::Value* texts = context_member(6, builder_.getPtrTy(), "texts");
  return builder_.CreateLoad(
      builder_.getInt64Ty(),
      builder_.CreateConstInBoundsGEP1_64(builder_.getInt64Ty(), texts, place));
}

Emitted Emitter::load_cell(llvm::Value* cell, const plan::Type& type) {
  Emitted made;
  made.cell = cell;
  llvm::Type* cell_type = cell->getType();
  if (type.may_be_unknown) made.unknown = builder_.CreateICmpEQ(cell, unknown_cell(cell_type));
  if (type.may_be_none) made.none = builder_.CreateICmpEQ(cell, none_cell(cell_type));
  const unsigned width = cell_type->getIntegerBitWidth();
  if (type.base == plan::Base::kBool) {
    made.value = builder_.CreateICmpEQ(cell, builder_.getIntN(width, 1));
    return made;
  }
  if (type.base == plan::Base::kDecimal) {
    made.value = cell;
    return made;
  }
  made.value = builder_.CreateSExt(cell, builder_.getInt64Ty());
  if (type.may_be_open && width < 64) {
    llvm::Value* open = builder_.getInt(llvm::APInt::getSignedMaxValue(width));
    made.value =
        builder_.CreateSelect(builder_.CreateICmpEQ(cell, open), number(kOpen), made.value);
  }
  return made;
}

Emitted Emitter::field(plan::CollectionId collection, int field, llvm::Value* row) {
  const int width = layout_.widths[plan::index_of(collection)][static_cast<std::size_t>(field)];
  llvm::Type* cell_type = builder_.getIntNTy(static_cast<unsigned>(width) * 8);
  // What is known of the field by now may be more than its column promises; the cell decides.
  const plan::Field& of = plan_.collection(collection).fields[static_cast<std::size_t>(field)];
  llvm::Value* address =
      builder_.CreateInBoundsGEP(cell_type, column_pointer(collection, field), row);
  llvm::LoadInst* cell = builder_.CreateLoad(cell_type, address, of.label);
  cell->setMetadata(llvm::LLVMContext::MD_invariant_load,
                    llvm::MDNode::get(module_.getContext(), {}));
  Emitted made = load_cell(cell, of.type);
  if (of.type.base != plan::Base::kDecimal) return made;
  // The cell says which of the column's fractions it is.
  llvm::Value* index = builder_.CreateSExt(cell, builder_.getInt64Ty());
  if (llvm::Value* unusable = either(made.unknown, made.none)) {
    index = builder_.CreateSelect(unusable, number(0), index);
  }
  made.value = fraction_at(collection, field, index);
  made.cell = nullptr;
  return made;
}

llvm::Value* Emitter::cell_of(const Emitted& emitted, const plan::Type& type) {
  if (emitted.cell != nullptr) return emitted.cell;
  if (type.base != plan::Base::kBool) return wide_cell_of(emitted, type);
  llvm::Value* cell = builder_.CreateZExt(emitted.value, builder_.getInt8Ty());
  if (emitted.none != nullptr)
    cell = builder_.CreateSelect(emitted.none, none_cell(cell->getType()), cell);
  if (emitted.unknown != nullptr)
    cell = builder_.CreateSelect(emitted.unknown, unknown_cell(cell->getType()), cell);
  return cell;
}

llvm::Value* Emitter::wide_cell_of(const Emitted& emitted, const plan::Type& type) {
  llvm::Value* cell = type.base == plan::Base::kBool
                          ? builder_.CreateZExt(emitted.value, builder_.getInt64Ty())
                          : emitted.value;
  if (emitted.none != nullptr) {
    cell = builder_.CreateSelect(emitted.none, none_cell(cell->getType()), cell);
  }
  if (emitted.unknown != nullptr) {
    cell = builder_.CreateSelect(emitted.unknown, unknown_cell(cell->getType()), cell);
  }
  return cell;
}

llvm::AllocaInst* Emitter::local(llvm::Type* type, const std::string& name) {
  return prologue_.CreateAlloca(type, nullptr, name);
}

Emitter::Slot Emitter::make_slot(const plan::Type& type, const std::string& name,
                                 bool may_be_beyond) {
  Slot slot;
  slot.value = local(type_of_value(type), name);
  if (type.may_be_unknown || files_may_be_empty()) {
    slot.unknown = local(builder_.getInt1Ty(), name + ".unknown");
  }
  if (type.may_be_none) slot.none = local(builder_.getInt1Ty(), name + ".none");
  if (may_be_beyond) slot.beyond = local(builder_.getInt1Ty(), name + ".beyond");
  return slot;
}

void Emitter::store(const Slot& slot, const Emitted& emitted) {
  builder_.CreateStore(emitted.value, slot.value);
  const auto store_flag = [&](llvm::Value* flag, llvm::AllocaInst* into) {
    if (into != nullptr) builder_.CreateStore(flag != nullptr ? flag : no(), into);
  };
  store_flag(emitted.unknown, slot.unknown);
  store_flag(emitted.none, slot.none);
  store_flag(emitted.beyond, slot.beyond);
}

Emitted Emitter::load(const Slot& slot) {
  const auto load_flag = [&](llvm::AllocaInst* from) -> llvm::Value* {
    return from == nullptr ? nullptr : builder_.CreateLoad(builder_.getInt1Ty(), from);
  };
  return {.value = builder_.CreateLoad(slot.value->getAllocatedType(), slot.value),
          .unknown = load_flag(slot.unknown),
          .none = load_flag(slot.none),
          .beyond = load_flag(slot.beyond)};
}

void Emitter::emit_if(llvm::Value* condition, const std::function<void()>& then,
                      const std::string& name) {
  if (const auto* constant = llvm::dyn_cast<llvm::ConstantInt>(condition)) {
    if (constant->isOne()) then();
    return;
  }
  llvm::LLVMContext& context = module_.getContext();
  auto* inside = llvm::BasicBlock::Create(context, name, function_);
  auto* after = llvm::BasicBlock::Create(context, name + ".after");
  builder_.CreateCondBr(condition, inside, after);
  builder_.SetInsertPoint(inside);
  kept_.emplace_back();
  then();
  kept_.pop_back();
  builder_.CreateBr(after);
  after->insertInto(function_);
  builder_.SetInsertPoint(after);
}

llvm::Value* Emitter::call(const std::string& kernel, llvm::Type* gives,
                           const std::vector<llvm::Value*>& arguments) {
  std::vector<llvm::Type*> types;
  for (llvm::Value* argument : arguments) types.push_back(argument->getType());
  const llvm::FunctionCallee callee =
      module_.getOrInsertFunction(kernel, llvm::FunctionType::get(gives, types, false));
  return builder_.CreateCall(callee, arguments);
}

void Emitter::note_beyond_limits(llvm::Value* condition) {
  if (condition == nullptr) return;
  if (beyond_limits_ == nullptr) {
    beyond_limits_ = local(builder_.getInt1Ty(), "beyond_limits");
    prologue_.CreateStore(no(), beyond_limits_);
  }
  llvm::Value* before = builder_.CreateLoad(builder_.getInt1Ty(), beyond_limits_);
  builder_.CreateStore(builder_.CreateOr(before, condition), beyond_limits_);
}

llvm::Value* Emitter::lookup(const std::vector<std::int64_t>& table, llvm::Value* index,
                             unsigned width, const std::string& name) {
  llvm::Type* cell_type = builder_.getIntNTy(width);
  std::vector<llvm::Constant*> cells;
  for (const std::int64_t cell : table) {
    cells.push_back(llvm::ConstantInt::get(cell_type, static_cast<std::uint64_t>(cell), true));
  }
  return lookup(cells, cell_type, index, name);
}

llvm::Value* Emitter::lookup(const std::vector<llvm::Constant*>& cells, llvm::Type* cell_type,
                             llvm::Value* index, const std::string& name) {
  auto* array_type = llvm::ArrayType::get(cell_type, cells.size());
  // Constants are made once, so tables that are alike are one.
  llvm::Constant* content = llvm::ConstantArray::get(array_type, cells);
  llvm::GlobalVariable*& global = tables_[content];
  if (global == nullptr) {
    global = new llvm::GlobalVariable(module_, array_type, true, llvm::GlobalValue::PrivateLinkage,
                                      content, name);
    global->setUnnamedAddr(llvm::GlobalValue::UnnamedAddr::Global);
  }
  llvm::Value* address = builder_.CreateInBoundsGEP(cell_type, global, index);
  return builder_.CreateLoad(cell_type, address, name);
}

}  // namespace assize::jit
