// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/driver/command_line.h"

#include <CLI/CLI.hpp>

#include <exception>
#include <functional>
#include <map>
#include <sstream>
#include <string>

#include "compiler/driver/check_command.h"
#include "compiler/driver/data_command.h"
#include "compiler/driver/diff_command.h"
#include "compiler/driver/eval_command.h"
#include "compiler/driver/explain_command.h"
#include "compiler/driver/fmt_command.h"
#include "compiler/driver/help.h"
#include "compiler/driver/interruption.h"
#include "compiler/driver/options.h"
#include "compiler/driver/report.h"
#include "compiler/driver/reproduce_command.h"
#include "compiler/driver/run_command.h"
#include "compiler/driver/series_command.h"
#include "compiler/driver/show_command.h"
#include "compiler/driver/test_command.h"
#include "compiler/driver/why_command.h"

namespace assize::driver {
namespace {

/// What was typed; each command fills its own part.
struct CommandLine {
  CheckOptions check;
  FmtOptions fmt;
  RunOptions run;
  ReproduceOptions reproduce;
  TestOptions test;
  ShowOptions show;
  DiffOptions diff;
  SeriesOptions series;
  WhyOptions why;
  EvalOptions eval;
  ExplainOptions explain;
  SampleOptions sample;
  DescribeOptions describe;
  std::function<ExitCode()> chosen;
};

CLI::App* add_command(CLI::App& app, CommandLine& line, const std::string& name,
                      const std::string& does, std::function<ExitCode()> action) {
  CLI::App* command = app.add_subcommand(name, does)->group("Commands");
  command->callback([&line, action = std::move(action)] { line.chosen = action; });
  return command;
}

void add_frameworks(CLI::App* command, std::optional<std::string>& frameworks) {
  command
      ->add_option("--frameworks", frameworks,
                   "folder of framework files (else ./frameworks, else beside the program)")
      ->type_name("DIR");
}

void add_check(CLI::App& app, CommandLine& line) {
  CheckOptions& options = line.check;
  CLI::App* command =
      add_command(app, line, "check", "compiles framework files, says what is wrong",
                  [&] { return check_command(options); });
  command->add_option("file", options.files, "framework files, folders, editions (ascof@2024-25)")
      ->required()
      ->type_name("FILE");
  command->add_option("--frameworks", options.frameworks, "the folder of the editions named")
      ->type_name("DIR");
  command->add_option("--format", options.format, "text, json or sarif")
      ->check(CLI::IsMember({"text", "json", "sarif"}))
      ->type_name("FORMAT");
  command->add_option("--print", options.print, "what a step gave: source or syntax")
      ->check(CLI::IsMember({"source", "syntax"}))
      ->type_name("STEP");
}

void add_fmt(CLI::App& app, CommandLine& line) {
  FmtOptions& options = line.fmt;
  CLI::App* command = add_command(app, line, "fmt", "lays framework files out, what they say stays",
                                  [&] { return fmt_command(options); });
  command->add_option("path", options.files, "files or folders; - is standard input")
      ->required()
      ->type_name("PATH");
  command->add_flag("--check", options.check,
                    "writes nothing: ends with 1 if a file is laid out otherwise");
}

void add_run(CLI::App& app, CommandLine& line) {
  RunOptions& options = line.run;
  CLI::App* command =
      add_command(app, line, "run", "evaluates an edition: figures for every council",
                  [&] { return run_command(options); });
  command->add_option("edition", options.edition, "ascof@2024-25, or a file")
      ->required()
      ->type_name("EDITION");
  command->add_option("--data", options.data, "folder of returns, a file, or collection=FILE")
      ->required()
      ->type_name("SOURCE");
  command->add_option("--period", options.period, "2024-25, or 2024-04-01..2025-03-31")
      ->type_name("PERIOD");
  command->add_option("--measure", options.measures, "codes or names, parted by commas")
      ->delimiter(',')
      ->type_name("MEASURE");
  command->add_option("--out", options.out, "write all figures: .csv, .parquet, .arrow or .json")
      ->type_name("FILE");
  command->add_option("--units", options.units, "write each unit and what became of it")
      ->type_name("FILE");
  command->add_flag("--attrition", options.attrition, "where people go, step by step");
  command->add_option("--steps", options.steps, "write where people go, for every council")
      ->type_name("FILE");
  command
      ->add_option("--by", options.by, "region,gender: by kinds of places and by groups of splits")
      ->delimiter(',')
      ->type_name("BREAKDOWN");
  command
      ->add_option("--place", options.places,
                   "shows a council, region or type, not the largest councils; again for another")
      ->type_name("NAME");
  command->add_flag("--published", options.published,
                    "only what may be published: counts hidden and rounded as the edition says");
  command->add_option("--set", options.settings, "2A.sequel_window=14days")->type_name("P=VALUE");
  command->add_option("--flag", options.flags, "2B.blank_components_count=yes")->type_name("F=YES");
  command
      ->add_option("--scenario", options.scenarios,
                   "figures by a scenario too, side by side: a name, or the file that declares it")
      ->delimiter(',')
      ->type_name("NAME");
  command->add_flag("--experimental", options.experimental, "experimental measures too");
  command->add_flag("--intervals", options.intervals, "limits of 95 % beside every figure");
  command->add_flag("--strict", options.strict, "end with 4 if rows were refused");
  command->add_option("--engine", options.engine, "auto, jit or interpreter")
      ->check(CLI::IsMember({"auto", "jit", "interpreter"}))
      ->type_name("ENGINE");
  command->add_option("--threads", options.threads, "how many (else as the machine has)")
      ->check(CLI::Range(1, 1024))
      ->type_name("N");
  command->add_flag("--timing", options.timing, "how long each step took");
  add_frameworks(command, options.frameworks);
}

void add_reproduce(CLI::App& app, CommandLine& line) {
  ReproduceOptions& options = line.reproduce;
  CLI::App* command = add_command(app, line, "reproduce",
                                  "published outcomes made again from their published parts",
                                  [&] { return reproduce_command(options); });
  command
      ->add_option("file", options.files,
                   "published files as they were published, and estimates of population")
      ->required()
      ->type_name("PUBLISHED");
  command
      ->add_option("--edition", options.editions, "whose rules; `ascof` takes each year's edition")
      ->required()
      ->delimiter(',')
      ->allow_extra_args(false)
      ->type_name("EDITION");
  command->add_option("--out", options.out, "write every outcome: .csv, .json, .parquet or .arrow")
      ->type_name("FILE");
  add_frameworks(command, options.frameworks);
}

void add_test(CLI::App& app, CommandLine& line) {
  TestOptions& options = line.test;
  CLI::App* command =
      add_command(app, line, "test", "runs tests written in the language, on every engine",
                  [&] { return test_command(options); });
  command->add_option("path", options.paths, "files or folders (else the frameworks)")
      ->type_name("PATH");
  command->add_option("--filter", options.filter, "only tests whose title holds this")
      ->type_name("TEXT");
  command->add_option("--engine", options.engine, "all, jit or interpreter")
      ->check(CLI::IsMember({"all", "jit", "interpreter"}))
      ->type_name("ENGINE");
  add_frameworks(command, options.frameworks);
}

void add_show(CLI::App& app, CommandLine& line) {
  ShowOptions& options = line.show;
  CLI::App* command = add_command(app, line, "show", "an edition, or one measure, as in force",
                                  [&] { return show_command(options); });
  command->add_option("edition", options.edition, "ascof@2024-25, or a file")
      ->required()
      ->type_name("EDITION");
  command->add_option("measure", options.measure, "code or name")->type_name("MEASURE");
  command->add_option("--print", options.print, "what a step makes of it: plan or llvm")
      ->check(CLI::IsMember({"plan", "llvm", "llvm-optimised"}))
      ->type_name("STEP");
  add_frameworks(command, options.frameworks);
}

void add_diff(CLI::App& app, CommandLine& line) {
  DiffOptions& options = line.diff;
  CLI::App* command = add_command(app, line, "diff", "what two editions differ in, and who moves",
                                  [&] { return diff_command(options); });
  command->add_option("before", options.before, "ascof@2022-23, or a file")
      ->required()
      ->type_name("EDITION");
  command->add_option("after", options.after, "ascof@2023-24, or a file")
      ->required()
      ->type_name("EDITION");
  command->add_option("--format", options.format, "text, json or markdown")
      ->check(CLI::IsMember({"text", "json", "markdown"}))
      ->type_name("FORMAT");
  command->add_option("--data", options.data, "records on which to count who moves")
      ->type_name("SOURCE");
  command->add_option("--period", options.period, "2024-25 (else that of the later edition)")
      ->type_name("PERIOD");
  command->add_option("--threads", options.threads, "how many (else as the machine has)")
      ->check(CLI::Range(1, 1024))
      ->type_name("N");
  add_frameworks(command, options.frameworks);
}

void add_series(CLI::App& app, CommandLine& line) {
  SeriesOptions& options = line.series;
  CLI::App* command = add_command(app, line, "series", "one concept through the editions",
                                  [&] { return series_command(options); });
  command->add_option("concept", options.concept_name, "the name of a measure, or a code")
      ->required()
      ->type_name("CONCEPT");
  command->add_option("years", options.years, "2014-15..2024-25")
      ->required()
      ->type_name("FROM..TO");
  command->add_option("--data", options.data, "published files")->type_name("PUBLISHED");
  command->add_option("--area", options.area, "a council, region or type (else England)")
      ->type_name("NAME");
  command->add_option("--edition", options.edition, "whose code it is: ascof@2023-24")
      ->type_name("EDITION");
  command->add_option("--out", options.out, "write it: .csv, .json, .parquet or .arrow")
      ->type_name("FILE");
  command->add_option("--chart", options.chart, "draw it: .svg")->type_name("FILE");
  command->add_option("--family", options.family, "family of editions (else ascof)")
      ->type_name("FAMILY");
  add_frameworks(command, options.frameworks);
}

void add_why(CLI::App& app, CommandLine& line) {
  WhyOptions& options = line.why;
  CLI::App* command = add_command(app, line, "why", "each rule for one person, and what it decided",
                                  [&] { return why_command(options); });
  command->add_option("edition", options.edition, "ascof@2024-25, or a file")
      ->required()
      ->type_name("EDITION");
  command->add_option("measure", options.measure, "code or name")->required()->type_name("MEASURE");
  command->add_option("--person", options.person, "the person's key; it is printed nowhere")
      ->type_name("KEY");
  command->add_option("--council", options.council, "only in this council: name or code")
      ->type_name("COUNCIL");
  command->add_option("--line", options.line, "one record that names no person: its line")
      ->check(CLI::PositiveNumber)
      ->type_name("N");
  command->add_option("--data", options.data, "folder of returns, a file, or collection=FILE")
      ->required()
      ->type_name("SOURCE");
  command->add_option("--period", options.period, "2024-25, or 2024-04-01..2025-03-31")
      ->type_name("PERIOD");
  command->add_option("--set", options.settings, "2A.sequel_window=14days")->type_name("P=VALUE");
  command->add_option("--flag", options.flags, "2B.blank_components_count=yes")->type_name("F=YES");
  command->add_option("--format", options.format, "text or json")
      ->check(CLI::IsMember({"text", "json"}))
      ->type_name("FORMAT");
  command->add_flag("--json", options.json, "the same as --format json");
  add_frameworks(command, options.frameworks);
}

void add_eval(CLI::App& app, CommandLine& line) {
  EvalOptions& options = line.eval;
  CLI::App* command = add_command(app, line, "eval", "the value of one expression without records",
                                  [&] { return eval_command(options); });
  command->add_option("expression", options.expression, "'unknown and no'")
      ->required()
      ->type_name("EXPR");
}

void add_explain(CLI::App& app, CommandLine& line) {
  ExplainOptions& options = line.explain;
  CLI::App* command = add_command(app, line, "explain", "what a message means, with an example",
                                  [&] { return explain_command(options); });
  command->add_option("code", options.code, "E0301")->required()->type_name("CODE");
}

void add_data(CLI::App& app, CommandLine& line) {
  CLI::App* data = app.add_subcommand("data", "sample data, and what data hold")->group("Commands");
  data->require_subcommand(1);
  SampleOptions& sample = line.sample;
  CLI::App* make = add_command(*data, line, "sample", "makes client-level events to try things on",
                               [&] { return data_sample_command(sample); });
  make->add_option("--out", sample.out, "the folder to write to")->required()->type_name("DIR");
  CLI::Option* events = make->add_option("--events", sample.events, "about how many events")
                            ->check(CLI::PositiveNumber)
                            ->type_name("N");
  make->add_option("--people", sample.people, "how many people")
      ->check(CLI::PositiveNumber)
      ->type_name("N")
      ->excludes(events);
  make->add_option("--seed", sample.seed, "another seed gives other data")->type_name("S");
  make->add_option("--format", sample.format, "csv or parquet")
      ->check(CLI::IsMember({"csv", "parquet"}))
      ->type_name("FORMAT");
  make->add_option("--edition", sample.edition, "whose councils and period (else the newest)")
      ->type_name("EDITION");
  make->add_option("--period", sample.period, "2024-25, or 2024-04-01..2025-03-31")
      ->type_name("PERIOD");
  add_frameworks(make, sample.frameworks);
  DescribeOptions& describe = line.describe;
  CLI::App* tell = add_command(*data, line, "describe", "what was read, refused, left out, unknown",
                               [&] { return data_describe_command(describe); });
  tell->add_option("edition", describe.edition, "ascof@2024-25, or a file")
      ->required()
      ->type_name("EDITION");
  tell->add_option("--data", describe.data, "folder of returns, a file, or collection=FILE")
      ->required()
      ->type_name("SOURCE");
  tell->add_option("--period", describe.period, "2024-25, or 2024-04-01..2025-03-31")
      ->type_name("PERIOD");
  add_frameworks(tell, describe.frameworks);
}

std::string command_path(const CLI::App& app) {
  for (const CLI::App* command : app.get_subcommands()) {
    return app.get_name() + " " + command_path(*command);
  }
  return app.get_name();
}

ExitCode parse_and_run(int argument_count, const char* const* arguments) {
  CommandLine line;
  CLI::App app("Assize: an outcomes framework written once, and its figures.", "assize");
  app.formatter(help_pages());
  app.set_help_flag("-h,--help", "this page");
  app.require_subcommand(0, 1);
  app.set_version_flag("--version", "assize " ASSIZE_VERSION, "the version");
  add_check(app, line);
  add_fmt(app, line);
  add_run(app, line);
  add_reproduce(app, line);
  add_test(app, line);
  add_show(app, line);
  add_diff(app, line);
  add_series(app, line);
  add_why(app, line);
  add_eval(app, line);
  add_explain(app, line);
  add_data(app, line);
  try {
    app.parse(argument_count, arguments);
  } catch (const CLI::Success& asked) {  // --help, --version
    std::ostringstream text;
    app.exit(asked, text, text);
    write_out(text.str());
    return ExitCode::kFine;
  } catch (const CLI::ParseError& error) {
    return report(usage_failure(error.what(), {"See: " + command_path(app) + " --help"}));
  }
  if (line.chosen) return line.chosen();
  write_error(app.help());
  return ExitCode::kUsage;
}

ExitCode report_own_fault(const std::string& what) {
  write_error("error[I0001]: a fault of assize itself: " + what +
              "\n = please report it, with the command you typed\n");
  return ExitCode::kInternal;
}

}  // namespace

int run_program(int argument_count, const char* const* arguments) {
  end_cleanly_when_interrupted();
  ExitCode code = ExitCode::kInternal;
  try {
    code = parse_and_run(argument_count, arguments);
  } catch (const std::bad_alloc&) {
    code = report({columns::FailureKind::kLimit,
                   "this machine has not enough memory for the run",
                   {"Fewer threads, fewer measures, or a larger machine."}});
  } catch (const std::exception& error) {
    code = report_own_fault(error.what());
  } catch (...) {
    code = report_own_fault("unknown");
  }
  if (is_output_lost() && code == ExitCode::kFine) {
    code = report({columns::FailureKind::kInputOutput,
                   "standard output cannot be written",
                   {"Is the disk full?"}});
  }
  return static_cast<int>(code);
}

}  // namespace assize::driver
