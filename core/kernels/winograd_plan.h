// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "kernels/conv_problem.h"

#include <vector>

namespace convscope {

/// 4×4 results of one plane, neighbours being a dilation apart.
struct WinogradTile
{
    std::int64_t batch = 0;
    std::int64_t plane = 0;
    std::int64_t y = 0; ///< first result
    std::int64_t x = 0;
};

/// Tiles and filters that one job computes.
struct WinogradJob
{
    std::int64_t firstTile = 0;
    std::int64_t lastTile = 0; ///< past the end, as below
    std::int64_t firstFilter = 0;
    std::int64_t lastFilter = 0;
};

/// Plane by plane.
[[nodiscard]] std::vector<WinogradTile> winogradTiles(const ConvProblem &problem);
/// How many that are.
[[nodiscard]] std::int64_t winogradTileCount(const ConvProblem &problem);

/// The cut depends on the problem only.
[[nodiscard]] std::vector<WinogradJob> winogradJobs(const ConvProblem &problem);

/// Where a job keeps its transformed tiles and sums, in floats.
struct WinogradScratch
{
    std::int64_t channels = 0;    ///< rounded up to whole vectors
    std::int64_t filters = 0;     ///< of a job, as above
    std::int64_t inputPoint = 0;  ///< between two points of the transformed input
    std::int64_t inputPlane = 0;  ///< between two depth taps of it
    std::int64_t outputPoint = 0; ///< between two points of the sums
    std::int64_t outputs = 0;     ///< where the sums begin
    std::int64_t total = 0;
};

[[nodiscard]] WinogradScratch winogradScratch(const ConvProblem &problem, const WinogradJob &job);

} // namespace convscope
