// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace convscope {

/// A problem of a named suite, in the text form of parseProblem().
struct BenchLine
{
    std::string_view suite;
    std::string_view problem;
};

/// All suites one after another: layers of known networks, and what people stack by hand.
[[nodiscard]] std::span<const BenchLine> benchLines();

/// Their names in order.
[[nodiscard]] std::vector<std::string_view> benchSuites();

} // namespace convscope
