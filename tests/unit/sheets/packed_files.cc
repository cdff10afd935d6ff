// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "tests/unit/sheets/packed_files.h"

#include <zip.h>

#include <charconv>
#include <cstdint>
#include <cstring>
#include <fstream>

namespace assize::sheets {
namespace {

bool is_number(const std::string& text, double& number) {
  const auto end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, number);
  return !text.empty() && read.ec == std::errc() && read.ptr == end;
}

std::string xlsx_rows(const Rows& rows) {
  std::string xml;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    xml += "<row r=\"" + std::to_string(row + 1) + "\">";
    for (std::size_t column = 0; column < rows[row].size(); ++column) {
      const std::string& text = rows[row][column];
      if (text.empty()) continue;
      const std::string at =
          std::string(1, static_cast<char>('A' + column)) + std::to_string(row + 1);
      double number = 0;
      xml += is_number(text, number)
                 ? "<c r=\"" + at + "\"><v>" + text + "</v></c>"
                 : "<c r=\"" + at + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }
    xml += "</row>";
  }
  return xml;
}

std::string ods_cell(const std::string& text) {
  if (text.empty()) return "<table:table-cell/>";
  std::string shown = text;
  std::string value = text;
  if (const auto colon = text.find(':');
      colon != std::string::npos && colon > 0 && colon + 1 < text.size()) {
    double number = 0;
    if (is_number(text.substr(colon + 1), number)) {
      shown = text.substr(0, colon);
      value = text.substr(colon + 1);
    }
  }
  double number = 0;
  const std::string type = is_number(value, number)
                               ? "office:value-type=\"float\" office:value=\"" + value + "\""
                               : "office:value-type=\"string\"";
  return "<table:table-cell " + type + "><text:p>" + shown + "</text:p></table:table-cell>";
}

// ---- a binary workbook: records, in a compound file of 512-byte sectors

class Bytes {
 public:
  void u16(unsigned value) {
    put(value & 0xFFU);
    put((value >> 8U) & 0xFFU);
  }
  void u32(std::uint64_t value) {
    u16(static_cast<unsigned>(value & 0xFFFFU));
    u16(static_cast<unsigned>((value >> 16U) & 0xFFFFU));
  }
  void text(const std::string& text) { data_ += text; }
  void zeros(std::size_t count) { data_.append(count, '\0'); }
  void pad_to(std::size_t multiple) {
    while (data_.size() % multiple != 0) data_ += '\0';
  }
  void record(unsigned type, const Bytes& body) {
    u16(type);
    u16(static_cast<unsigned>(body.data_.size()));
    data_ += body.data_;
  }
  const std::string& data() const { return data_; }

 private:
  void put(unsigned byte) { data_ += static_cast<char>(byte); }
  std::string data_;
};

Bytes beginning_of(unsigned what) {
  Bytes body;
  body.u16(0x0600);
  body.u16(what);
  body.u32(0);
  body.u32(0);
  body.u32(0);
  return body;
}

Bytes cell_at(std::size_t row, std::size_t column) {
  Bytes body;
  body.u16(static_cast<unsigned>(row));
  body.u16(static_cast<unsigned>(column));
  body.u16(0);
  return body;
}

std::string sheet_stream(const Rows& rows) {
  std::size_t columns = 0;
  for (const auto& row : rows) columns = std::max(columns, row.size());
  Bytes stream;
  stream.record(0x0809, beginning_of(0x0010));
  Bytes dimensions;
  dimensions.u32(0);
  dimensions.u32(rows.size());
  dimensions.u16(0);
  dimensions.u16(static_cast<unsigned>(columns));
  dimensions.u16(0);
  stream.record(0x0200, dimensions);
  for (std::size_t row = 0; row < rows.size(); ++row) {
    for (std::size_t column = 0; column < rows[row].size(); ++column) {
      const std::string& text = rows[row][column];
      double number = 0;
      if (text.empty()) continue;
      Bytes cell = cell_at(row, column);
      if (is_number(text, number)) {
        std::string eight(8, '\0');
        std::memcpy(eight.data(), &number, 8);
        cell.text(eight);
        stream.record(0x0203, cell);
      } else {
        cell.u16(static_cast<unsigned>(text.size()));
        cell.text(std::string(1, '\0') + text);
        stream.record(0x0204, cell);
      }
    }
  }
  stream.record(0x000A, {});
  return stream.data();
}

std::string workbook_stream(const std::string& sheet, const Rows& rows) {
  Bytes code_page;
  code_page.u16(1252);
  Bytes dates;
  dates.u16(0);
  Bytes bound;
  const std::size_t before = 20 + 6 + 6 + 4 + 8 + sheet.size() + 4;
  bound.u32(before);
  bound.u16(0);
  bound.text(std::string(1, static_cast<char>(sheet.size())) + std::string(1, '\0') + sheet);
  Bytes stream;
  stream.record(0x0809, beginning_of(0x0005));
  stream.record(0x0042, code_page);
  stream.record(0x0022, dates);
  stream.record(0x0085, bound);
  stream.record(0x000A, {});
  Bytes whole;
  whole.text(stream.data());
  whole.text(sheet_stream(rows));
  whole.pad_to(512);
  while (whole.data().size() < 4096) whole.zeros(512);  // smaller streams lie elsewhere
  return whole.data();
}

void directory_entry(Bytes& into, const std::string& name, unsigned type, std::uint64_t child,
                     std::uint64_t start, std::size_t size) {
  for (const char c : name) into.u16(static_cast<unsigned char>(c));
  into.zeros(64 - 2 * name.size());
  into.u16(name.empty() ? 0 : static_cast<unsigned>(2 * name.size() + 2));
  into.u16(type + 0x0100);  // and black
  into.u32(0xFFFFFFFF);
  into.u32(0xFFFFFFFF);
  into.u32(child);
  into.zeros(16 + 4 + 16);
  into.u32(start);
  into.u32(size);
  into.u32(0);
}

}  // namespace

void write_text(const std::filesystem::path& path, const std::string& text) {
  std::ofstream(path, std::ios::binary) << text;
}

void write_packed(const std::filesystem::path& path,
                  const std::map<std::string, std::string>& members) {
  int error = 0;
  zip_t* archive = zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &error);
  for (const auto& [name, text] : members) {
    zip_source_t* source = zip_source_buffer(archive, text.data(), text.size(), 0);
    zip_file_add(archive, name.c_str(), source, ZIP_FL_OVERWRITE);
  }
  zip_close(archive);
}

void write_xlsx(const std::filesystem::path& path, const std::string& sheet, const Rows& rows) {
  write_packed(path, {{"xl/workbook.xml", "<workbook xmlns:r=\"r\"><sheets><sheet name=\"" + sheet +
                                              "\" r:id=\"rId1\"/></sheets></workbook>"},
                      {"xl/_rels/workbook.xml.rels",
                       "<Relationships><Relationship Id=\"rId1\" "
                       "Target=\"worksheets/sheet1.xml\"/></Relationships>"},
                      {"xl/worksheets/sheet1.xml",
                       "<worksheet><sheetData>" + xlsx_rows(rows) + "</sheetData></worksheet>"}});
}

void write_ods(const std::filesystem::path& path, const std::map<std::string, Rows>& sheets) {
  std::string xml = "<office:document-content><office:body><office:spreadsheet>";
  for (const auto& [name, rows] : sheets) {
    xml += "<table:table table:name=\"" + name + "\">";
    for (const auto& row : rows) {
      xml += "<table:table-row>";
      for (const std::string& cell : row) xml += ods_cell(cell);
      xml += "<table:table-cell table:number-columns-repeated=\"16000\"/></table:table-row>";
    }
    xml +=
        "<table:table-row "
        "table:number-rows-repeated=\"1048000\"><table:table-cell/></table:table-row></"
        "table:table>";
  }
  xml += "</office:spreadsheet></office:body></office:document-content>";
  write_packed(
      path, {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}, {"content.xml", xml}});
}

void write_xls(const std::filesystem::path& path, const std::string& sheet, const Rows& rows) {
  const std::string stream = workbook_stream(sheet, rows);
  const std::size_t sectors = stream.size() / 512;
  Bytes file;
  file.text("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
  file.zeros(16);
  file.u16(0x003E);
  file.u16(3);
  file.u16(0xFFFE);
  file.u16(9);
  file.u16(6);
  file.zeros(6 + 4);
  file.u32(1);  // sectors of the table of sectors
  file.u32(1);  // the directory begins in sector 1
  file.u32(0);
  file.u32(4096);  // smaller streams lie elsewhere
  file.u32(0xFFFFFFFE);
  file.u32(0);
  file.u32(0xFFFFFFFE);
  file.u32(0);
  file.u32(0);  // the table of sectors is sector 0
  for (int i = 1; i < 109; ++i) file.u32(0xFFFFFFFF);
  Bytes table;
  table.u32(0xFFFFFFFD);
  table.u32(0xFFFFFFFE);
  for (std::size_t at = 0; at < sectors; ++at) table.u32(at + 1 == sectors ? 0xFFFFFFFE : at + 3);
  while (table.data().size() < 512) table.u32(0xFFFFFFFF);
  file.text(table.data());
  Bytes directory;
  directory_entry(directory, "Root Entry", 5, 1, 0xFFFFFFFE, 0);
  directory_entry(directory, "Workbook", 2, 0xFFFFFFFF, 2, stream.size());
  directory_entry(directory, "", 0, 0xFFFFFFFF, 0, 0);
  directory_entry(directory, "", 0, 0xFFFFFFFF, 0, 0);
  file.text(directory.data());
  file.text(stream);
  write_text(path, file.data());
}

}  // namespace assize::sheets
