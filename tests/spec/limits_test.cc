// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
//
// A definition from a stranger can do nothing but be compiled: whatever a file of up to 1 MiB holds, the
// program refuses it or is done within two seconds and 256 MiB. Time is that of the processor, so that a busy
// machine fails nobody, and twice as much is let pass.

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <functional>
#include <string>

#include "tests/support/places.h"

namespace assize::spec {
namespace {

namespace fs = std::filesystem;

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kIsSlow = true;
#else
constexpr bool kIsSlow = false;
#endif

constexpr double kSeconds = 4.0;
constexpr long kMebibytes = 256;
constexpr int kDeadline = 120;  // of the wall clock: what never ends fails too
constexpr std::size_t kMiB = std::size_t{1} << 20;

struct Outcome {
  int exit_code = -1;
  double seconds = 0;  // of the processor
  long mebibytes = 0;
};

Outcome check(const fs::path& file) {
  const std::string program = support::program()->string();
  const pid_t child = fork();
  if (child == 0) {
    const int nothing = open("/dev/null", O_WRONLY);
    dup2(nothing, STDOUT_FILENO);
    dup2(nothing, STDERR_FILENO);
    alarm(kDeadline);
    execl(program.c_str(), "assize", "check", file.c_str(), nullptr);
    _exit(127);
  }
  int status = 0;
  rusage used{};
  wait4(child, &status, 0, &used);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
  };
  Outcome outcome;
  outcome.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  outcome.seconds = seconds(used.ru_utime) + seconds(used.ru_stime);
  outcome.mebibytes = used.ru_maxrss / 1024;
  return outcome;
}

std::string lines(int count, const std::function<std::string(int)>& line) {
  std::string made;
  for (int at = 0; at < count; ++at) made += line(at) + "\n";
  return made;
}

std::string number(int at) { return std::to_string(at); }

// A framework with room for one more clause of its measure, its population, its list, its edition, its files.
struct Room {
  std::string declarations;
  std::string rows;
  std::string fields;
  std::string clauses;
  std::string base = "any (their stays where span overlaps period)";
  std::string steps;
  std::string of_edition;

  std::string text() const {
    return declarations +
           "code list home {\n| code | text | settled? |\n| own_home | Own home | yes |\n| care_home | Care home | |\n" +
           rows +
           "}\ncollection care {\n  holds stays, one stay\n  identify council by council_sent\n"
           "  identify person by person_sent\n  unique stay_number\n  lasts start to end\n"
           "  ages from birth in completed years by birthdays\n  unlisted codes read as blank\n"
           "  field council_sent : text\n  field person_sent : text?\n  field stay_number : number\n"
           "  field start : date\n  field end : date or still open\n  field born : date?\n  field home_sent : home?\n" +
           fields +
           "  let birth of person = the born of (their stays with preferring born is known then latest start then "
           "highest stay_number)\n}\nmeasure settled as 1A {\n  title \"t\" purpose \"p\" source \"s\"\n  from care\n"
           "  population people where " + base + (steps.empty() ? "" : " {\n" + steps + "}") +
           "\n  numerator those where any (their stays where home_sent in settled)\n"
           "  show percent to 1 decimal, higher is better\n" + clauses +
           "}\nedition demo 2024-25 {\n  covers 2024-04-01 to 2025-03-31\n  introduce settled\n" + of_edition + "}\n";
  }
};

struct Trial {
  std::string name;
  std::string text;
  int exit_code = 0;  // 6: refused; 3: it has mistakes; 0: done
};

const std::string kAsk = "any (their stays where home_sent is own_home and stay_number < ";

Trial with(const std::string& name, int exit_code, const std::function<void(Room&)>& fill) {
  Room room;
  fill(room);
  return {name, room.text(), exit_code};
}

std::string repeated(const std::string& text, std::size_t times) {
  std::string made;
  for (std::size_t at = 0; at < times; ++at) made += text;
  return made;
}

std::vector<Trial> trials() {
  return {
      {"a file of brackets", repeated("(", kMiB), 6},
      {"a file of quotes", repeated("\"", kMiB), 6},
      {"a file longer than 1 MiB", std::string(kMiB + 1, ' '), 6},
      {"a file of words", repeated("measure\n", kMiB / 8), 3},
      {"a file of rows", repeated("| a | b |\n", kMiB / 10), 3},
      with("brackets 65 deep", 6, [](Room& room) { room.base = repeated("(", 65) + "yes" + repeated(")", 65); }),
      with("25,000 fields", 6, [](Room& room) {
        room.fields = lines(25'000, [](int at) { return "field f" + number(at) + " : text?"; });
      }),
      with("24,000 fields", 0, [](Room& room) {
        room.fields = lines(24'000, [](int at) { return "field f" + number(at) + " : text?"; });
      }),
      with("24,000 values of a list", 0, [](Room& room) {
        room.rows = lines(24'000, [](int at) { return "| c" + number(at) + " | T" + number(at) + " | |"; });
      }),
      with("24,000 lets", 0, [](Room& room) {
        room.clauses = lines(24'000, [](int at) { return "let l" + number(at) + " = " + number(at); });
      }),
      with("lets that double", 6, [](Room& room) {
        room.clauses = "let l0 = number of their stays\n" + lines(5'000, [](int at) {
          return "let l" + number(at + 1) + " = l" + number(at) + " + l" + number(at);
        });
      }),
      with("lets of records that double", 6, [](Room& room) {
        room.clauses = "let l0 of stay = stay_number\n" + lines(5'000, [](int at) {
          return "let l" + number(at + 1) + " of stay = l" + number(at) + " + l" + number(at);
        });
      }),
      with("a chain of 20,000 lets", 6, [](Room& room) {
        room.clauses = "let l0 = 1\n" + lines(20'000, [](int at) {
          return "let l" + number(at + 1) + " = l" + number(at) + " + 1";
        });
      }),
      with("chains of sums in a chain of lets", 6, [](Room& room) {
        room.clauses = "let l0 = 1\n" + lines(200, [](int at) {
          return "let l" + number(at + 1) + " = l" + number(at) + repeated(" + 1", 900);
        });
      }),
      with("a let that depends on itself, by 5,000 others", 6, [](Room& room) {
        room.clauses = lines(5'000, [](int at) {
          return "let l" + number(at) + " = l" + number((at + 1) % 5'000);
        });
      }),
      with("a chain of episodes", 6, [](Room& room) {
        room.clauses = "episodes e0 from (their stays) { join while start on or before the furthest end }\n" +
                       lines(3'000, [](int at) {
                         return "episodes e" + number(at + 1) + " from e" + number(at) +
                                ".records { join while start on or before the furthest end }";
                       });
      }),
      with("40,000 times or", 6, [](Room& room) {
        room.base = "any (their stays where stay_number is 0" + lines(40'000, [](int at) {
          return " or stay_number is " + number(at);
        }) + ")";
      }),
      with("1,600 sets asked for in a row", 6, [](Room& room) {
        room.base = kAsk + "0)" + lines(1'600, [](int at) { return " and " + kAsk + number(at) + ")"; });
      }),
      with("1,600 sets in the base and 4,000 lets after it", 6, [](Room& room) {
        room.base = kAsk + "0)" + lines(1'600, [](int at) { return " and " + kAsk + number(at) + ")"; });
        room.clauses = lines(4'000, [](int at) { return "let l" + number(at) + " = " + kAsk + number(at) + ")"; });
      }),
      with("1,000 steps", 0, [](Room& room) {
        room.steps = lines(1'000, [](int at) {
          return "leave out \"s" + number(at) + "\" when not " + kAsk + number(at) + ")";
        });
      }),
      with("9,000 steps", 6, [](Room& room) {
        room.steps = lines(9'000, [](int at) {
          return "leave out \"s" + number(at) + "\" when age(on period.end) < 18, if unknown keep";
        });
      }),
      with("9,000 cases", 6, [](Room& room) {
        room.clauses = "let x by the first case that holds, if unknown try next {\n" + lines(9'000, [](int at) {
          return "case c" + number(at) + " gives 1 when age(on period.end) > " + number(at);
        }) + "otherwise gives 0\n}\n";
      }),
      with("20,000 rows of a table", 6, [](Room& room) {
        room.clauses = "let here = the home_sent of (their stays with latest start) if they differ unknown\n"
                       "let x by the first row that fits, if unknown try next {\n| here | x |\n" +
                       repeated("| own_home, unknown | 1 |\n", 20'000) + "otherwise gives 0\n}\n";
      }),
      with("a split into 10^12 groups", 6, [](Room& room) {
        room.clauses = "split by " + repeated("year(period.start) into 1, 2, 3, 4, 5, 6, 7, 8, rest in total only and by ", 11) +
                       "year(period.start) into 1, rest in total only\n";
      }),
      with("2,000 splits in each of 2,000 parts", 6, [](Room& room) {
        room.clauses = lines(2'000, [](int at) {
          return "split by age(on period.end) into " + number(at) + ", rest in total only";
        }) + lines(2'000, [](int at) {
          return "part p" + number(at) + " as \"P" + number(at) +
                 "\" \"x\" { keep \"l\" when age(on period.end) > 3, if unknown leave out }";
        });
      }),
      with("20,000 unknown names", 3, [](Room& room) {
        room.clauses = lines(20'000, [](int at) { return "let l" + number(at) + " = nowhere" + number(at); });
      }),
      with("names of 300,000 letters", 3, [](Room& room) {
        room.clauses = "let " + std::string(300'000, 'a') + " = " + std::string(300'000, 'b') + "\n";
      }),
      with("7,000 editions, each revising the one before", 6, [](Room& room) {
        room.of_edition = "}\n" + lines(7'000, [](int at) {
          return "edition demo " + number(2025 + at) + "-" + number(10 + (16 + at) % 90) + " revises demo " +
                 number(2024 + at) + "-" + number(at == 0 ? 25 : 10 + (15 + at) % 90) +
                 " { covers 2025-04-01 to 2026-03-31 }";
        }) + "edition last 2024-25 { covers 2024-04-01 to 2025-03-31\n";
      }),
      with("200 editions of one long measure", 6, [](Room& room) {
        room.clauses = lines(6'000, [](int at) { return "let l" + number(at) + " = " + kAsk + number(at) + ")"; });
        room.of_edition = "}\n" + lines(198, [](int at) {
          return "edition e" + number(at) + " 2025-26 { covers 2025-04-01 to 2026-03-31 introduce settled }";
        }) + "edition last 2024-25 { covers 2024-04-01 to 2025-03-31\n";
      }),
      with("8,000 releases of a list", 6, [](Room& room) {
        room.declarations = lines(8'000, [](int at) {
          return "code list l release " + number(at + 1) +
                 (at == 0 ? "" : " revises release " + number(at)) + " {\n| code | text |\n| c" + number(at) +
                 " | T" + number(at) + " |\n}";
        });
      }),
      with("15,000 marks", 0, [](Room& room) {
        room.of_edition = lines(15'000, [](int at) {
          return "mark settled as withheld for \"L" + number(at) + "\" because \"b\"";
        });
      }),
  };
}

class limits : public testing::TestWithParam<Trial> {};

TEST_P(limits, keep_time_and_memory) {
  if (!support::program()) GTEST_SKIP() << "the program is not built";
  if (kIsSlow) GTEST_SKIP() << "a sanitizer takes time and memory of its own";
  const fs::path folder = support::fresh_folder();
  const fs::path file = folder / "trial.assize";
  std::ofstream(file, std::ios::binary) << GetParam().text;
  const Outcome outcome = check(file);
  fs::remove_all(folder);
  EXPECT_EQ(outcome.exit_code, GetParam().exit_code);
  EXPECT_LT(outcome.seconds, kSeconds);
  EXPECT_LT(outcome.mebibytes, kMebibytes);
}

std::string name_of(const testing::TestParamInfo<Trial>& trial) {
  std::string name;
  for (const char letter : trial.param.name) {
    const bool is_plain = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
                          (letter >= '0' && letter <= '9');
    if (is_plain) name += letter;
    if (letter == ' ') name += '_';
  }
  return name;
}

INSTANTIATE_TEST_SUITE_P(of_the_language, limits, testing::ValuesIn(trials()), name_of);

}  // namespace
}  // namespace assize::spec
