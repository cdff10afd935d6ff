// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include <freexl.h>
#include <sys/mman.h>
#include <unistd.h>

#include "runtime/sheets/formats.h"
#include "runtime/sheets/number_text.h"

namespace assize::sheets {
namespace {

using columns::Result;

/// Bytes as a file that has a name but lies in memory: FreeXL opens names alone.
class MemoryFile {
 public:
  explicit MemoryFile(std::string_view bytes) : descriptor_(memfd_create("workbook", MFD_CLOEXEC)) {
    while (descriptor_ >= 0 && !bytes.empty()) {
      const ssize_t written = write(descriptor_, bytes.data(), bytes.size());
      if (written <= 0) break;
      bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    is_whole_ = bytes.empty();
  }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  ~MemoryFile() {
    if (descriptor_ >= 0) close(descriptor_);
  }

  bool is_whole() const { return descriptor_ >= 0 && is_whole_; }
  std::string name() const { return "/proc/self/fd/" + std::to_string(descriptor_); }

 private:
  int descriptor_;
  bool is_whole_ = false;
};

/// An open workbook of FreeXL.
class Book {
 public:
  explicit Book(const std::string& name) {
    is_open_ = freexl_open(name.c_str(), &handle_) == FREEXL_OK;
  }
  Book(const Book&) = delete;
  Book& operator=(const Book&) = delete;
  ~Book() {
    if (handle_ != nullptr) freexl_close(handle_);
  }

  bool is_open() const { return is_open_; }
  const void* handle() const { return handle_; }

 private:
  const void* handle_ = nullptr;
  bool is_open_ = false;
};

Cell cell_of(const FreeXL_CellValue& value) {
  Cell cell;
  switch (value.type) {
    case FREEXL_CELL_INT:
      cell.is_number = true;
      cell.text = std::to_string(value.value.int_value);
      break;
    case FREEXL_CELL_DOUBLE:
      cell.is_number = true;
      cell.text = number_text(value.value.double_value);
      break;
    case FREEXL_CELL_TEXT:
    case FREEXL_CELL_SST_TEXT:
    case FREEXL_CELL_DATE:
    case FREEXL_CELL_DATETIME:
    case FREEXL_CELL_TIME:
      if (value.value.text_value != nullptr) cell.text = value.value.text_value;
      break;
    default:
      break;
  }
  return cell;
}

}  // namespace

Result<Workbook> read_xls(const std::string& path, std::string_view bytes) {
  const MemoryFile file(bytes);
  if (!file.is_whole()) {
    return columns::Failure{columns::FailureKind::kInputOutput,
                            "no memory for the workbook `" + path + "`",
                            {"Close other programs, and try again."}};
  }
  const Book book(file.name());
  if (!book.is_open()) return damaged(path, "the binary workbook is damaged, cut off or protected");
  unsigned int sheets = 0;
  freexl_get_info(book.handle(), FREEXL_BIFF_SHEET_COUNT, &sheets);
  Workbook workbook;
  workbook.path = path;
  std::size_t cells = 0;
  for (unsigned int number = 0; number < sheets; ++number) {
    const char* name = nullptr;
    unsigned int rows = 0;
    unsigned short columns = 0;
    if (freexl_get_worksheet_name(book.handle(), static_cast<unsigned short>(number), &name) !=
            FREEXL_OK ||
        freexl_select_active_worksheet(book.handle(), static_cast<unsigned short>(number)) !=
            FREEXL_OK ||
        freexl_worksheet_dimensions(book.handle(), &rows, &columns) != FREEXL_OK) {
      return damaged(path, "sheet " + std::to_string(number + 1) + " cannot be read");
    }
    cells += std::size_t{rows} * columns;
    if (cells > kMostCells) return too_large(path);
    Sheet sheet;
    if (name != nullptr) sheet.name = name;
    sheet.rows.resize(rows);
    for (unsigned int row = 0; row < rows; ++row) {
      for (unsigned short column = 0; column < columns; ++column) {
        FreeXL_CellValue value;
        if (freexl_get_cell_value(book.handle(), row, column, &value) != FREEXL_OK) continue;
        sheet.rows[row].resize(column);
        sheet.rows[row].push_back(cell_of(value));
      }
    }
    drop_blank_ends(sheet);
    workbook.sheets.push_back(std::move(sheet));
  }
  return workbook;
}

}  // namespace assize::sheets
