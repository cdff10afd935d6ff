// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "compiler/driver/compile.h"
#include "compiler/reproduce/from_answers.h"
#include "runtime/columns/result.h"

namespace assize::driver {

/// Finds out which answers count in each survey measure of an edition, by asking the measure
/// itself: one invented respondent for each answer to each question is put through its definition,
/// and gave no other answer. Nothing about a question is known here.
///
/// A measure that counts nobody who answered one question alone needs several answers of one
/// person; one that leaves some answers out is weighted anew over those who are left; a mean or a
/// rate is no sum of shares. None of these can be made from shares of single questions, and the
/// rule says why.
///
/// `council` is a council's code as records of the edition write it.
columns::Result<std::vector<reproduce::AnswerRule>> answer_rules(const Compilation& compilation,
                                                                 const check::Framework& edition,
                                                                 const std::string& council);

}  // namespace assize::driver
