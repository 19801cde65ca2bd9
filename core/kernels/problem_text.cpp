// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/problem_text.h"

namespace convscope {

Result<Problem> parseProblem(std::string_view text)
{
    if (namesMoveProblem(text))
        return parseMoveProblem(text).map([](const MoveProblem &p) { return Problem(p); });
    return parseConvProblem(text).map([](const ConvProblem &p) { return Problem(p); });
}

std::string toString(const Problem &problem)
{
    return std::visit([](const auto &p) { return toString(p); }, problem);
}

} // namespace convscope
