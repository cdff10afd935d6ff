// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "compiler/source/source_file.h"
#include "compiler/syntax/tree.h"

namespace assize::format {

/// Whether two files say the same: the same words, signs, texts, comments and cells one after
/// another, and the same tree, places left aside.
bool say_the_same(const source::Sources& sources, const syntax::Tree& one,
                  const syntax::Tree& other);

}  // namespace assize::format
