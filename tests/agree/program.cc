// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "tests/agree/program.h"

#include <numeric>
#include <utility>

#include "tests/agree/measure.h"
#include "tests/agree/random.h"
#include "tests/agree/schema.h"

namespace assize::agree {

std::string Program::text_with(const std::vector<std::size_t>& chosen) const {
  std::string text = declarations;
  std::string names;
  for (const std::size_t at : chosen) {
    text += measures[at];
    names += (names.empty() ? "" : ", ") + ("m" + std::to_string(at + 1));
  }
  const bool leap = seed % 3 == 0;
  text += "edition trial 2024-25 {\n  title \"A trial\"\n  source \"Made up\"\n  covers ";
  text += leap ? "2023-04-01 to 2024-03-31\n" : "2024-04-01 to 2025-03-31\n";
  text += "  areas from councils by region\n  introduce " + names + "\n}\n";
  return text;
}

std::string Program::text() const {
  std::vector<std::size_t> all(measures.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  return text_with(all);
}

Program generate_program(std::uint64_t seed, int measures) {
  Random random(seed_of(seed, 1));
  Program made;
  made.seed = seed;
  WrittenSchema written = write_schema(random);
  made.schema = std::move(written.schema);
  made.declarations = std::move(written.text);
  for (int at = 1; at <= measures; ++at) {
    Random own(seed_of(seed, 1000 + static_cast<std::uint64_t>(at)));
    made.measures.push_back(write_measure(own, made.schema, "m" + std::to_string(at)));
  }
  return made;
}

}  // namespace assize::agree
