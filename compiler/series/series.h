// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "compiler/check/flatten.h"
#include "compiler/check/framework.h"
#include "compiler/reproduce/read_published.h"
#include "compiler/source/source_file.h"

namespace assize::series {

/// One edition of the family, oldest first.
struct Edition {
  const check::Framework* framework = nullptr;
  check::FlatEdition flat;
};

/// What a name or code was found to mean: a measure or one of its parts, in one edition.
struct Meaning {
  std::string path;  // `reablement_91d`, `settled_home.aged_65_and_over`
  std::string title;
  std::vector<std::string> years;  // in which the code, or the name, means this
};

/// Finds all that a name (`settled_home`, `settled_home.aged_65_and_over`) or a code (`4B`) means
/// in the editions. A code may mean several.
std::vector<Meaning> meanings_of(const std::string& asked, const std::vector<Edition>& editions);

/// One published value. The same year may have been published twice.
struct Value {
  std::size_t file = 0;      // index in the list of files
  std::string published_in;  // the year of the publication: `2017-18`
  reproduce::Shown outcome;
  reproduce::Shown numerator;
  reproduce::Shown denominator;
};

/// What a concept is in one year.
struct Point {
  std::string year;
  std::string edition;  // `ascof@2017-18`; empty: no edition of this year is known
  std::string path;     // empty: the edition has no such figure
  std::string code;
  std::string title;
  std::string evidence;  // collections, joined: `salt`
  std::string marks;
  std::string renamed_from;         // the code of the year before, if the definition stayed
  std::vector<std::string> breaks;  // why it is not comparable with the year before
  std::vector<Value> values;        // by year of publication; those that say the same once
};

/// One concept through the years, for one area.
struct Series {
  std::string concept_name;
  std::string area;
  std::vector<Point> points;
};

struct Question {
  std::string path;
  std::string from;  // `2014-15`
  std::string to;
  std::string area;  // empty: England; else a name or code of an area
};

/// Follows a concept through the editions: by its name, and where it ends or begins by what
/// `follows` it. A break stands where a definition, or what it reads, was revised in its meaning.
///
/// Null    a year without an edition, figure or value is a point all the same.
Series series_of(const Question& question, const std::vector<Edition>& editions,
                 const std::vector<reproduce::FileContent>& files, const source::Sources& sources);

/// Lists the years from one to the other, both included; empty if they are none or in no order.
std::vector<std::string> years_between(const std::string& from, const std::string& to);

}  // namespace assize::series
