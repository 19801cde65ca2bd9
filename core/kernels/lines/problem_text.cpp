// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/lines/problem_text.h"

#include "kernels/problem/problem_words.h"

#include <algorithm>
#include <array>

namespace convscope {

Result<Problem> parseProblem(std::string_view text)
{
    if (namesMoveProblem(text))
        return parseMoveProblem(text).map([](const MoveProblem &p) { return Problem(p); });
    const auto parts = splitWords(text, ' ');
    const std::array<std::string_view, 4> convolutions{"conv", "depthwise", "separable", "deconv"};
    if (std::find(convolutions.begin(), convolutions.end(), parts.front()) == convolutions.end())
        return fail("input", "problem", '"' + std::string(text) + '"',
                    words("the problem \"{problem}\" must begin with conv, depthwise, separable, "
                          "deconv, {others}",
                          text, moveProblemWords()));
    return parseConvProblem(text).map([](const ConvProblem &p) { return Problem(p); });
}

std::string toString(const Problem &problem)
{
    return std::visit([](const auto &p) { return toString(p); }, problem);
}

} // namespace convscope
