// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "bench/problem_runner.h"
#include "bench_lines.h"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace convscope {

/// A problem as it was timed.
struct BenchRow
{
    const BenchTask *task;
    BenchResult result; ///< ms is 0 where the forced kernel declined
    /// The limits around this problem: its shares are meant against them.
    MachineLimits limits;
};

/// The rows of a suite against the limit that binds them. Declined ones do not count.
struct SuiteSummary
{
    std::string suite;
    bool computes = false; ///< whether the shares are of the FMA peak, else of copy bandwidth
    int problems = 0;
    double mean = 0; ///< geometric, of the shares
    double least = 0;
    std::string leastProblem;
    double firstCall = 0; ///< the largest quotient of the first call and the median later one
};

/// One per suite and limit, in the order of the rows.
[[nodiscard]] std::vector<SuiteSummary> summarized(const std::vector<BenchRow> &rows);

/// `limits`: the best of all readings.
[[nodiscard]] nlohmann::ordered_json benchDocument(const std::vector<BenchRow> &rows,
                                                   const MachineLimits &limits);

/// The table, the suites, and why kernels declined, to stdout.
void printBench(const std::vector<BenchRow> &rows, const MachineLimits &limits);

} // namespace convscope
