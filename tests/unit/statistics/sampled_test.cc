// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "runtime/statistics/sampled.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace assize::statistics {
namespace {

Stratum of_share(std::int64_t eligible, std::int64_t sampled, std::int64_t counted) {
  Stratum made;
  made.eligible = eligible;
  made.sampled = sampled;
  made.in_group = sampled;
  made.sum = mpq_class(static_cast<long>(counted));
  made.sum_squares = made.sum;
  return made;
}

TEST(stratified_estimate, of_the_worked_example_is_57_with_a_margin_of_6) {
  const std::vector<Stratum> strata{of_share(500, 100, 60), of_share(300, 60, 30),
                                    of_share(150, 30, 20), of_share(50, 10, 4)};
  const Estimate made = stratified_estimate(strata, Population::kFinite);
  EXPECT_EQ(made.numerator, 570);
  EXPECT_EQ(made.denominator, 1000);
  EXPECT_NEAR(196 * std::sqrt(made.variance.get_d()), 6.1395, 5e-5);
}

TEST(stratified_estimate, a_full_census_has_no_error_and_an_endless_population_more) {
  const std::vector<Stratum> census{of_share(10, 10, 4)};
  EXPECT_EQ(stratified_estimate(census, Population::kFinite).variance, 0);
  EXPECT_GT(stratified_estimate(census, Population::kEndless).variance, 0);
}

TEST(stratified_estimate, one_person_says_nothing_of_the_spread) {
  EXPECT_TRUE(stratified_estimate(std::vector<Stratum>{of_share(10, 1, 1)}, Population::kFinite)
                  .rests_on_one);
}

TEST(domain_estimate, of_everybody_is_the_stratified_one) {
  const std::vector<Stratum> strata{of_share(500, 100, 60), of_share(500, 100, 20)};
  const Estimate everybody = stratified_estimate(strata, Population::kFinite);
  const Estimate domain = domain_estimate(strata, Population::kFinite);
  EXPECT_EQ(domain.numerator, everybody.numerator);
  EXPECT_EQ(domain.variance, everybody.variance);
}

TEST(domain_estimate, without_anybody_has_no_mean) {
  Stratum nobody = of_share(10, 5, 0);
  nobody.in_group = 0;
  EXPECT_EQ(domain_estimate(std::vector<Stratum>{nobody}, Population::kFinite).denominator, 0);
}

}  // namespace
}  // namespace assize::statistics
