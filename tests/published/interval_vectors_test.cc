// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

// Intervals against figures that others computed: with fifty digits, and in the workbooks that
// England's public health statisticians test their own tools with. Read from outside the
// repository.

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>
#include <sstream>

#include "runtime/statistics/exact.h"
#include "runtime/statistics/means.h"
#include "runtime/statistics/proportions.h"
#include "runtime/statistics/quantiles.h"
#include "runtime/statistics/rates.h"
#include "runtime/statistics/sampled.h"
#include "runtime/statistics/standardised.h"
#include "tests/published/csv_rows.h"
#include "tests/published/sheet_cells.h"
#include "tests/support/places.h"

namespace assize::published {
namespace {

using namespace assize::statistics;

constexpr double kExact = 1e-12;

class IntervalVectors : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto shared = support::shared_data();
    if (!shared) GTEST_SKIP() << support::kNoSharedData;
    folder_ = *shared / "data" / "phstats";
  }

  // How many figures were as expected, and the largest difference, for whoever reads the log.
  void TearDown() override {
    if (compared_ == 0) return;
    std::printf("  %d of %d figures in %d rows", compared_ - wrong_, compared_, rows_);
    if (less_exact_ < compared_) std::printf(", largest relative error %.2e", largest_);
    if (less_exact_ > 0) std::printf(", %d of them as far as they are printed", less_exact_);
    std::printf("%s\n", named_.c_str());
    RecordProperty("figures", compared_);
  }

  void compare(double expected, double obtained, const std::string& what,
               double tolerance = kExact) {
    ++compared_;
    const double apart = expected == 0 ? std::abs(obtained) : std::abs(obtained / expected - 1);
    if (tolerance == kExact) largest_ = std::max(largest_, apart);
    if (tolerance != kExact) ++less_exact_;
    if (!(apart <= tolerance)) ++wrong_;
    EXPECT_LE(apart, tolerance) << what << ": expected " << expected << ", got " << obtained;
  }
  void compare(const SheetCells& sheet, std::size_t row, const char* column, double obtained,
               double tolerance = kExact) {
    const auto expected = sheet.number(row, column);
    if (expected)
      compare(*expected, obtained, std::string(column) + ", row " + std::to_string(row + 2),
              tolerance);
  }
  void compare(const SheetCells& sheet, std::size_t row, const char* lower, const char* upper,
               const std::optional<Interval>& obtained, double tolerance = kExact) {
    // Where upstream gives nothing, there is nothing.
    const bool is_there = sheet.number(row, lower) || sheet.number(row, upper);
    EXPECT_TRUE(obtained || !is_there) << "row " << row + 2;
    if (!obtained) return;
    compare(sheet, row, lower, obtained->lower, tolerance);
    compare(sheet, row, upper, obtained->upper, tolerance);
  }

  // Printed with six decimals or more.
  void near(const SheetCells& sheet, std::size_t row, const char* column, double obtained) {
    ++compared_;
    ++less_exact_;
    const double apart = std::abs(*sheet.number(row, column) - obtained);
    if (!(apart <= 1e-6)) ++wrong_;
    EXPECT_LE(apart, 1e-6) << column << ", row " << row + 2;
  }

  SheetCells sheet(const char* name) const { return SheetCells::read(folder_ / name); }

  std::filesystem::path folder_;
  int rows_ = 0;
  int compared_ = 0;
  int wrong_ = 0;
  int less_exact_ = 0;  // compared as far as they are printed
  double largest_ = 0;
  std::string named_;
};

constexpr Confidence k998 = Confidence::per_thousand(998);

Confidence confidence_of(const std::string& text) {
  if (text == "95%" || text == "0.95") return k95Percent;
  if (text == "99.8%" || text == "0.998") return k998;
  if (text == "0.90") return Confidence::per_thousand(900);
  if (text == "0.99") return Confidence::per_thousand(990);
  if (text == "0.999") return Confidence::per_thousand(999);
  ADD_FAILURE() << "no such confidence: " << text;
  return k95Percent;
}

std::optional<Interval> scaled(const std::optional<Interval>& interval, double by) {
  if (!interval) return std::nullopt;
  return Interval{interval->lower * by, interval->upper * by};
}

std::vector<double> halves_of(const std::string& cell) {
  std::istringstream parts(cell);
  std::vector<double> numbers;
  for (std::string part; std::getline(parts, part, ';');) numbers.push_back(std::stod(part));
  return numbers;
}

// NIST's rule: the first value, then pairs around it.
std::vector<double> alternating(const std::string& method) {
  if (method.ends_with("1")) return {10000001, 10000003, 10000002};
  const double base = method.ends_with("2") ? 1 : method.ends_with("3") ? 1000000 : 10000000;
  const auto plus = [&](int tenths) { return (base * 10 + tenths) / 10; };
  std::vector<double> values{plus(2)};
  for (int pair = 0; pair < 500; ++pair) {
    values.push_back(plus(1));
    values.push_back(plus(3));
  }
  return values;
}

Summary exact_summary(const std::string& method) {
  mpq_class sum;
  mpq_class squares;
  const std::vector<double> values = alternating(method);
  for (const double value : values) {
    mpq_class tenths(mpz_class(static_cast<long>(std::lround(value * 10))), 10);
    tenths.canonicalize();
    sum += tenths;
    squares += tenths * tenths;
  }
  return summary_of(values.size(), sum, squares);
}

// The bands of one area with the European standard population of 2013 (or 1976).
std::vector<AgeBand> bands_of(const SheetCells& bands, const SheetCells& standard,
                              const std::string& area, const char* standard_column) {
  std::vector<AgeBand> made;
  for (std::size_t row = 0; row < bands.rows(); ++row) {
    if (!area.empty() && bands.text(row, "area") != area) continue;
    AgeBand band;
    band.events = *bands.number(row, "count");
    band.population = *bands.number(row, "pop");
    band.standard = *standard.number(made.size(), standard_column);
    made.push_back(band);
  }
  return made;
}

std::vector<AgeBand> bands_of(const std::filesystem::path& csv, const std::string& area) {
  if (area == "testdata_1976") {
    const SheetCells sheet = SheetCells::read(csv / "DSR_ISR.testdata_1976.csv");
    return bands_of(sheet, sheet, "", "esp1976");
  }
  return bands_of(SheetCells::read(csv / "DSR_ISR.testdata_multiarea.csv"),
                  SheetCells::read(csv / "DSR_ISR.testdata_err1.csv"), area, "stdpop");
}

TEST_F(IntervalVectors, of_fifty_digit_arithmetic) {
  const SheetCells rows = sheet("vectors.csv");
  ASSERT_EQ(rows.rows(), 166U);
  for (std::size_t row = 0; row < rows.rows(); ++row) {
    const std::string method = rows.text(row, "method");
    const double x = rows.number(row, "x").value_or(0);
    const double n = rows.number(row, "n").value_or(0);
    const double per = rows.number(row, "multiplier").value_or(1);
    const std::string confidence = rows.text(row, "confidence");
    ++rows_;
    if (method == "proportion_wilson") {
      compare(rows, row, "lower", "upper", wilson_interval(x, n, confidence_of(confidence)));
    } else if (method == "rate_exact" || method == "rate_byar") {
      EXPECT_EQ(method == "rate_exact", x < kFirstCountOfByar);
      compare(rows, row, "lower", "upper", rate_interval(x, n, per, confidence_of(confidence)));
    } else if (method == "count_exact_poisson") {
      compare(rows, row, "lower", "upper", exact_count_limits(x, confidence_of(confidence)));
    } else if (method == "t_quantile_two_sided") {
      compare(rows, row, "value", student_quantile(confidence_of(confidence), x));
    } else if (method == "z_quantile_two_sided") {
      compare(rows, row, "value", normal_quantile(confidence_of(confidence)));
    } else if (method == "diff_proportions_newcombe10") {
      const auto counted = halves_of(rows.text(row, "x"));
      const auto all = halves_of(rows.text(row, "n"));
      compare(rows, row, "lower", "upper",
              difference_interval({counted[0], all[0]}, {counted[1], all[1]},
                                  confidence_of(confidence)));
    } else if (method == "dsr_dobson") {
      const auto made = directly_standardised(bands_of(folder_ / "csv", rows.text(row, "n")), per,
                                              confidence_of(confidence));
      ASSERT_TRUE(made);
      EXPECT_EQ(made->events, x);
      compare(rows, row, "value", made->rate);
      compare(rows, row, "lower", "upper", made->interval);
    } else if (method.starts_with("funnel_poisson")) {
      const Confidence both_sides = confidence == "0.025" ? k95Percent : k998;
      compare(rows, row, "lower", "upper", exact_count_limits(x, both_sides));
    } else if (method == "funnel_proportion_limits") {
      const Confidence both_sides = confidence == "0.975" ? k95Percent : k998;
      compare(rows, row, "lower", "upper", funnel_limits(x, n, both_sides));
    } else if (method.starts_with("mean_sd_")) {
      const Summary summary = summary_of(alternating(method));
      EXPECT_EQ(static_cast<double>(summary.count), n);
      compare(rows, row, "value", summary.mean);
      // The values themselves are rounded to binary fractions; as decimals, they are exact.
      compare(method.ends_with("1") ? 1.0 : 0.1, exact_summary(method).standard_deviation,
              "deviation of " + method);
      compare(rows, row, "lower", "upper", mean_interval(summary, k95Percent));
    } else {
      ADD_FAILURE() << "a method that is not compared: " << method;
    }
  }
}

TEST_F(IntervalVectors, of_proportions_and_rates_in_workbooks) {
  const SheetCells both = sheet("csv/Byars_Wilson.testdata_B_W.csv");
  for (std::size_t row = 0; row < both.rows(); ++row, ++rows_) {
    const Confidence confidence = confidence_of(both.text(row, "confidence"));
    const double x = *both.number(row, "x");
    if (both.text(row, "method") == "Byars") {
      compare(both, row, "lowercl", "uppercl", byar_count_limits(x, confidence));
    } else {
      compare(both, row, "lowercl", "uppercl",
              wilson_interval(x, *both.number(row, "n"), confidence));
    }
  }
  for (const std::string kind : {"Proportion.testdata_Prop", "Rate.testdata_Rate"}) {
    const bool is_rate = kind.starts_with("Rate");
    const auto interval = [&](const SheetCells& rows, std::size_t row, Confidence confidence) {
      const auto x = rows.number(row, "Numerator");
      const auto n = rows.number(row, "Denominator");
      const double per = *rows.number(row, "multiplier");
      if (!x || !n) return std::optional<Interval>();
      return is_rate ? rate_interval(*x, *n, per, confidence)
                     : scaled(wilson_interval(*x, *n, confidence), per);
    };
    const SheetCells wide = sheet(("csv/" + kind + ".csv").c_str());
    for (std::size_t row = 0; row < wide.rows(); ++row, ++rows_) {
      compare(wide, row, "lower95_0cl", "upper95_0cl", interval(wide, row, k95Percent));
      compare(wide, row, "lower99_8cl", "upper99_8cl", interval(wide, row, k998));
    }
    const SheetCells grouped = sheet(("csv/" + kind + "_g.csv").c_str());
    for (std::size_t row = 0; row < grouped.rows(); ++row, ++rows_) {
      compare(grouped, row, "lowercl", "uppercl",
              interval(grouped, row, confidence_of(grouped.text(row, "confidence"))));
    }
  }
}

TEST_F(IntervalVectors, of_means_in_a_workbook) {
  const SheetCells values = sheet("csv/Mean.testdata_Mean.csv");
  const SheetCells expected = sheet("csv/Mean.testdata_Mean_results.csv");
  for (std::size_t row = 0; row < expected.rows(); ++row, ++rows_) {
    std::vector<double> of_area;
    for (std::size_t at = 0; at < values.rows(); ++at) {
      const std::string area = expected.text(row, "area");
      if (area == "No grouping" || values.text(at, "area") == area) {
        of_area.push_back(*values.number(at, "values"));
      }
    }
    const Summary summary = summary_of(of_area);
    compare(expected, row, "value", summary.mean);
    compare(expected, row, "stdev", summary.standard_deviation);
    compare(expected, row, "lower95_0cl", "upper95_0cl", mean_interval(summary, k95Percent));
    compare(expected, row, "lower99_8cl", "upper99_8cl", mean_interval(summary, k998));
  }
}

// The people of f1 to f4 brought one to four events each.
std::vector<AgeBand> dependent_bands(const std::filesystem::path& csv, const std::string& area) {
  const SheetCells sheet = SheetCells::read(csv / "DSR_ISR.testdata_nonindepe.csv");
  std::vector<AgeBand> made =
      bands_of(sheet, SheetCells::read(csv / "DSR_ISR.testdata_err1.csv"), area, "stdpop");
  std::size_t band = 0;
  for (std::size_t row = 0; row < sheet.rows(); ++row) {
    if (sheet.text(row, "area") != area) continue;
    double squares = 0;
    for (int events = 1; events <= 4; ++events) {
      squares += events * events * sheet.number(row, "f" + std::to_string(events)).value_or(0);
    }
    made[band++].squares = squares;
  }
  return made;
}

TEST_F(IntervalVectors, of_directly_standardised_rates_in_a_workbook) {
  const SheetCells expected = sheet("csv/DSR_ISR.testresults_DSR.csv");
  int wrong_upstream = 0;
  for (std::size_t row = 0; row < expected.rows(); ++row, ++rows_) {
    const std::string area = expected.text(row, "area");
    const bool is_dependent = area.starts_with("testdata_nonind");
    const auto bands =
        is_dependent ? dependent_bands(folder_ / "csv", area) : bands_of(folder_ / "csv", area);
    const double per = expected.text(row, "statistic").ends_with("100000") ? 100000 : 10000;
    const auto made = directly_standardised(bands, per, k95Percent);
    const auto wide = directly_standardised(bands, per, k998);
    ASSERT_EQ(made.has_value(), expected.number(row, "value").has_value()) << area;
    if (!made) continue;
    // Rates of dependent events are printed with eight decimals.
    const double tolerance = is_dependent ? 1e-11 : kExact;
    compare(expected, row, "value", made->rate, tolerance);
    compare(expected, row, "lower95_0cl", "upper95_0cl", made->interval, tolerance);
    if (area == "testdata_1976") {
      // Known to be wrong in the workbook: ten times too large.
      ++wrong_upstream;
      EXPECT_NEAR(*expected.number(row, "lower99_8cl") / wide->interval.lower, 10, 1e-10);
      EXPECT_NEAR(*expected.number(row, "upper99_8cl") / wide->interval.upper, 10, 1e-10);
    } else {
      compare(expected, row, "lower99_8cl", "upper99_8cl", wide->interval, tolerance);
    }
  }
  EXPECT_EQ(wrong_upstream, 2);
  named_ =
      "; wrong in the workbook: the 99.8 % limits of the two rows testdata_1976, ten times too "
      "large";
}

TEST_F(IntervalVectors, of_indirectly_standardised_rates_in_a_workbook) {
  const SheetCells expected = sheet("csv/DSR_ISR.testresults_ISR.csv");
  for (std::size_t row = 0; row < expected.rows(); ++row, ++rows_) {
    const double observed = *expected.number(row, "observed");
    const double over = *expected.number(row, "expected");
    std::string statistic = expected.text(row, "statistic");
    double per = std::stod(statistic.substr(statistic.rfind(' ')));
    // A rate is the ratio times the rate of the reference population.
    if (statistic.find("ratio") == std::string::npos) per = *expected.number(row, "ref_rate");
    compare(expected, row, "value", observed / over * per);
    compare(expected, row, "lower95_0cl", "upper95_0cl",
            rate_interval(observed, over, per, k95Percent));
    compare(expected, row, "lower99_8cl", "upper99_8cl", rate_interval(observed, over, per, k998));
  }
}

// Upstream searches these limits until they move by 1e-7, and prints nine digits.
TEST_F(IntervalVectors, of_funnels_as_far_as_they_are_printed) {
  const SheetCells ratios = sheet("original/testdata_funnel_ratio_outputs.csv");
  for (std::size_t row = 0; row < ratios.rows(); ++row, ++rows_) {
    const double events = *ratios.number(row, ratios.column(0));
    const Interval two = exact_count_limits(events, k95Percent);
    const Interval three = exact_count_limits(events, k998);
    compare(ratios, row, "lower_2s_exp_events", two.upper, 1e-4);
    compare(ratios, row, "upper_2s_exp_events", two.lower, 1e-4);
    compare(ratios, row, "lower_3s_exp_events", three.upper, 1e-4);
    compare(ratios, row, "upper_3s_exp_events", three.lower, 1e-4);
    compare(ratios, row, "lower_2s_isr", events / two.upper * 100, 1e-4);
    compare(ratios, row, "upper_3s_isr", events / three.lower * 100, 1e-4);
  }
}

TEST_F(IntervalVectors, of_funnels_of_proportions_as_far_as_they_are_printed) {
  const SheetCells rows = sheet("original/testdata_funnel_prop_outputs.csv");
  for (std::size_t row = 0; row < rows.rows(); ++row, ++rows_) {
    const double people = *rows.number(row, "Population");
    const double baseline = *rows.number(row, "Baseline") / 100;
    const Interval two = funnel_limits(baseline, people, k95Percent);
    near(rows, row, "Lower2s0025limit", two.lower * 100);
    near(rows, row, "Upper2s0025limit", two.upper * 100);
    const Interval three = funnel_limits(baseline, people, k998);
    near(rows, row, "Lower3s0001limit", three.lower * 100);
    near(rows, row, "Upper3s0001limit", three.upper * 100);
  }
}

// ---- samples

struct SampledRows {
  const std::vector<CsvRow>& rows;
  const char* stratum;
  const char* eligible;
};

mpq_class exact_cell(const std::string& cell) { return exact(*columns::Rational::parse(cell)); }

// One value for each person; nothing for who is not in the domain.
template <class ValueOf>
std::vector<Stratum> strata_of(const SampledRows& rows, const ValueOf& value_of) {
  std::map<std::string, Stratum> strata;
  for (const CsvRow& row : rows.rows) {
    Stratum& stratum = strata[row.at(rows.stratum)];
    stratum.eligible = std::stol(row.at(rows.eligible));
    ++stratum.sampled;
    const std::optional<mpq_class> value = value_of(row);
    if (!value) continue;
    ++stratum.in_group;
    stratum.sum += *value;
    stratum.sum_squares += *value * *value;
  }
  std::vector<Stratum> made;
  for (auto& [name, stratum] : strata) made.push_back(stratum);
  return made;
}

TEST_F(IntervalVectors, of_stratified_samples) {
  const SheetCells expected = sheet("survey/expected.csv");
  const std::vector<CsvRow> few = read_csv(folder_ / "survey" / "fpc.csv");
  const std::vector<CsvRow> schools = read_csv(folder_ / "survey" / "apistrat.csv");
  const SampledRows small{few, "stratid", "Nh"};
  const SampledRows large{schools, "stype", "fpc"};
  const auto x = [](const CsvRow& row) { return std::optional(exact_cell(row.at("x"))); };
  const auto x_where = [&](bool above) {
    return [&, above](const CsvRow& row) { return (*x(row) > 4) == above ? x(row) : std::nullopt; };
  };
  const auto column = [&](const char* name) {
    return [name](const CsvRow& row) { return std::optional(exact_cell(row.at(name))); };
  };
  const auto met = [](const CsvRow& row) { return row.at("comp.imp") == "Yes"; };
  const std::map<std::string, Estimate> estimates{
      {"V1", stratified_estimate(strata_of(small, x), Population::kFinite)},
      {"V2", stratified_estimate(strata_of(small, x), Population::kEndless)},
      {"V3", domain_estimate(strata_of(small, x_where(true)), Population::kEndless)},
      {"V4", domain_estimate(strata_of(small, x_where(false)), Population::kEndless)},
      {"V5", stratified_estimate(strata_of(large, column("api00")), Population::kFinite)},
      {"V6", stratified_estimate(strata_of(large, column("enroll")), Population::kFinite)},
      {"V7", domain_estimate(strata_of(large,
                                       [&](const CsvRow& row) {
                                         return met(row) ? column("enroll")(row) : std::nullopt;
                                       }),
                             Population::kFinite)},
      {"V8", stratified_estimate(strata_of(large,
                                           [&](const CsvRow& row) {
                                             return std::optional(mpq_class(met(row) ? 1 : 0));
                                           }),
                                 Population::kFinite)}};
  for (std::size_t row = 0; row < expected.rows(); ++row, ++rows_) {
    const std::string id = expected.text(row, "id");
    const Estimate& made = estimates.at(id);
    const bool is_total = id == "V6";
    const mpq_class value =
        is_total ? made.numerator : mpq_class(made.numerator / made.denominator);
    const mpq_class& variance = is_total ? made.variance_of_total : made.variance;
    compare(expected, row, "estimate", value.get_d());
    compare(expected, row, "standard_error", std::sqrt(variance.get_d()));
  }
  EXPECT_EQ(rows_, 8);
}

}  // namespace
}  // namespace assize::published
