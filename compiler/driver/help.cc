// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/driver/help.h"

#include <CLI/CLI.hpp>

#include <map>
#include <string>

namespace assize::driver {
namespace {

// By the words typed after `assize`; the program's own page has none.
const std::map<std::string, std::string>& examples() {
  static const std::map<std::string, std::string> all = {
      {"",
       "  assize run ascof@2024-25 --data returns/ --out results.csv   figures for every council\n"
       "  assize run ascof@2024-25 --measure 2E --data returns/        one measure, on the "
       "terminal\n"
       "  assize check drafts/care-act.assize                          is my draft well formed?\n"
       "  assize show ascof@2024-25 2E                                 the definition as in force\n"
       "  assize reproduce ascof_2017-18.csv --edition ascof@2017-18   do published figures come "
       "out?\n"
       "  assize why ascof@2024-25 2A --person 4471 --data returns/    why does this person count?\n"
       "  assize test frameworks/                                      the tests beside the "
       "definitions\n"
       "  assize eval 'age(2000-02-29, on 2001-02-28)'                 the value of one "
       "expression\n"
       "  assize explain E0301                                         what a message means\n"
       "  assize data sample --out sample/ --people 10000              data to try all this on\n"},
      {"check",
       "  assize check drafts/care-act.assize            is my draft well formed?\n"
       "  assize check frameworks/ascof                  every file of a folder\n"
       "  assize check drafts/ --format sarif            for a code review tool\n"},
      {"fmt",
       "  assize fmt drafts/care-act.assize              lays the file out anew, in its place\n"
       "  assize fmt --check frameworks/                 is everything laid out so?\n"
       "  assize fmt - < draft.assize                    from standard input to standard output\n"},
      {"run",
       "  assize run ascof@2024-25 --data returns/ --out results.csv    every figure, to a file\n"
       "  assize run ascof@2024-25 --data returns/ --measure 2A,2E --by region,gender\n"
       "  assize run ascof@2024-25 --data returns/ --measure 2A --attrition --place Leeds\n"
       "  assize run ascof@2024-25 --data returns/ --set 2A.sequel_window=14days\n"
       "  assize run ascof@2024-25 --data returns/ --measure 2E --intervals   limits of 95 %\n"
       "  assize run ascof@2024-25 --data returns/ --scenario longer_follow_up\n"
       "  assize run ascof@2024-25 --data returns/ --published --out to_publish.csv\n"},
      {"reproduce",
       "  assize reproduce ascof_2017-18.csv --edition ascof@2017-18\n"
       "  assize reproduce open_data_2020-21.xlsx --edition ascof@2020-21 --out rows.csv\n"
       "  assize reproduce ascof_2024_25.ods --edition ascof@2024-25       a time series\n"
       "  assize reproduce a.csv b.csv.gz population.xls --edition ascof   each by its year\n"},
      {"test",
       "  assize test frameworks/                        every test below the folder\n"
       "  assize test frameworks/ --filter review        those whose title holds a word\n"},
      {"show",
       "  assize show ascof@2024-25                      what the edition contains\n"
       "  assize show ascof@2024-25 2A                   one measure as it is in force\n"},
      {"diff",
       "  assize diff ascof@2022-23 ascof@2023-24                       what changed, and why\n"
       "  assize diff ascof@2024-25-may2025 ascof@2024-25 --data returns/   and who moves\n"
       "  assize diff ascof@2022-23 ascof@2023-24 --format markdown     for an announcement\n"},
      {"series",
       "  assize series reablement_91d 2014-15..2024-25 --data published/*.csv --chart series.svg\n"
       "  assize series 4B 2011-12..2022-23 --edition ascof@2017-18      whose code it is\n"
       "  assize series settled_home 2020-21..2024-25 --area Leeds --data tables.ods\n"},
      {"why",
       "  assize why ascof@2024-25 2A --person 4471 --data returns/     every rule for one person\n"
       "  assize why ascof@2024-25 2B --person 4471 --data returns/ --council Leeds\n"
       "  assize why ascof@2024-25 2A --person 4471 --data returns/ --json\n"},
      {"eval",
       "  assize eval 'unknown and no'\n"
       "  assize eval 'age(2000-02-29, on 2001-02-28)'\n"},
      {"explain", "  assize explain E0301\n"},
      {"data",
       "  assize data sample --out sample/ --people 10000            invented returns\n"
       "  assize data describe ascof@2024-25 --data returns/         what is wrong with them\n"},
      {"data sample",
       "  assize data sample --out sample/ --people 10000            a small return of every kind\n"
       "  assize data sample --out big/ --events 10000000 --format parquet\n"},
      {"data describe",
       "  assize data describe ascof@2024-25 --data returns/         all returns of the edition\n"
       "  assize data describe ascof@2024-25 --data returns/cld.csv  one of them\n"},
  };
  return all;
}

// `data sample`: the words by which a command is called.
std::string words_of(const CLI::App& command) {
  if (command.get_parent() == nullptr) return "";
  const std::string above = words_of(*command.get_parent());
  return above.empty() ? command.get_name() : above + " " + command.get_name();
}

class HelpPages : public CLI::Formatter {
 public:
  std::string make_description(const CLI::App* app) const override {
    const auto found = examples().find(words_of(*app));
    const std::string shown = found == examples().end() ? "" : found->second + "\n";
    return shown + app->get_description() + "\n";
  }

  // What an option takes, without the library's notes on how it is checked.
  std::string make_option_opts(const CLI::Option* option) const override {
    std::string text;
    if (option->get_type_size() != 0) {
      const std::string type = option->get_type_name();
      text = " " + type.substr(0, type.find(':'));
    }
    return option->get_required() ? text + " (required)" : text;
  }
};

}  // namespace

std::shared_ptr<CLI::Formatter> help_pages() {
  auto pages = std::make_shared<HelpPages>();
  pages->column_width(24);
  pages->label("OPTIONS", "OPTION");
  pages->label("SUBCOMMAND", "COMMAND");
  pages->label("Positionals", "What it takes");
  return pages;
}

}  // namespace assize::driver
