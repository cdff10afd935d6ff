// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "runtime/statistics/quantiles.h"

#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <boost/math/special_functions/gamma.hpp>

namespace assize::statistics {

double normal_quantile(Confidence confidence) {
  return boost::math::quantile(
      boost::math::complement(boost::math::normal_distribution<double>(), confidence.one_side()));
}

double student_quantile(Confidence confidence, double degrees_of_freedom) {
  return boost::math::quantile(boost::math::complement(
      boost::math::students_t_distribution<double>(degrees_of_freedom), confidence.one_side()));
}

double poisson_mean_reaching(double count, double probability) {
  return count <= 0 ? 0 : boost::math::gamma_p_inv(count, probability);
}

double poisson_mean_within(double count, double probability) {
  return boost::math::gamma_q_inv(count + 1, probability);
}

}  // namespace assize::statistics
