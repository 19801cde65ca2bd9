// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "bench/machine_limits.h"
#include "kernels/lines/problem_text.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace convscope {

struct BenchOptions
{
    std::string kernel;   ///< empty: the best that takes the problem
    int repeats = 5;      ///< at least; the first call is not counted
    double seconds = 0.3; ///< at least, per problem
    std::stop_token stop;
};

struct BenchResult
{
    std::string kernel;                                  ///< as the run reports it
    std::vector<std::pair<std::string, Words>> declined; ///< kernel, reason
    double ms = 0;                                       ///< median
    double firstMs = 0; ///< the first call: packs weights, its memory is there already
    double gflops = 0;  ///< 2 per multiply-add of the direct algorithm; 0 where there are none
    double gbs = 0;     ///< bytes of source, weights and result
    /// Scratch of all threads at most.
    std::int64_t scratchBytes = 0;
};

/// The kernel of the operations that are no convolutions, as `BenchOptions::kernel` names it; the
/// other one is "reference".
inline constexpr std::string_view kVectorKernel = "vector";

/// Runs a problem on made-up values until both bounds of the options are met. Fails with "memory",
/// "cancelled", or "input" where the forced kernel declines.
[[nodiscard]] Result<BenchResult> runProblem(const Problem &problem, const BenchOptions &options);

} // namespace convscope
