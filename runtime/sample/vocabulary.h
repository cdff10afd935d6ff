// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string_view>

namespace assize::sample {

/// One value as returns write it, how often it is written, and as an earlier release spelt it.
struct Word {
  std::string_view text;
  std::string_view release_1;  // empty: the same
  int weight = 1;
};

/// The values of one column; a blank text is a blank cell.
using Words = std::span<const Word>;

Words event_types();
Words genders();
Words support_reasons();
Words accommodations();
Words delivery_mechanisms();
Words event_outcomes();
/// Service types of people who draw on support, and of unpaid carers.
Words service_types();
Words carer_service_types();
/// Components that belong to a service type.
Words components_of(std::string_view service_type);

}  // namespace assize::sample
