// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "kernels/lines/move_problem.h"
#include "kernels/problem/conv_problem.h"

#include <variant>

namespace convscope {

/// Whatever a benchmark line can ask for.
using Problem = std::variant<ConvProblem, MoveProblem>;

/// Reads one line: by its first word a convolution or an operation bound by memory. Fails with rule
/// "input", argument "problem"; the message names the wrong word.
[[nodiscard]] Result<Problem> parseProblem(std::string_view text);

/// parseProblem() of it gives the problem back.
[[nodiscard]] std::string toString(const Problem &problem);

} // namespace convscope
