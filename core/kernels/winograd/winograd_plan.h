// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "kernels/problem/conv_problem.h"

#include <span>
#include <vector>

namespace convscope {

/// 4×4 cells of one plane, neighbours being a dilation apart.
struct WinogradTile
{
    std::int64_t batch = 0;
    std::int64_t plane = 0;
    std::int64_t y = 0; ///< first cell
    std::int64_t x = 0;
};

/// All tiles of a grid's output in order, plane by plane.
class WinogradTiles
{
public:
    explicit WinogradTiles(const ConvProblem &grid);

    [[nodiscard]] std::int64_t count() const;
    [[nodiscard]] WinogradTile at(std::int64_t i) const;
    /// The tiles from `first` on, without a division each.
    void list(std::int64_t first, std::span<WinogradTile> tiles) const;

private:
    [[nodiscard]] std::int64_t columns() const { return static_cast<std::int64_t>(m_xs.size()); }

    std::int64_t m_batches = 0;
    std::int64_t m_planes = 0;
    std::vector<std::int64_t> m_ys;
    std::vector<std::int64_t> m_xs;
};

/// How many that are, without listing them.
[[nodiscard]] std::int64_t winogradTileCount(const ConvProblem &grid);

/// Tiles and filters that one job computes.
struct WinogradJob
{
    std::int64_t firstTile = 0;
    std::int64_t lastTile = 0; ///< past the end, as below
    std::int64_t firstFilter = 0;
    std::int64_t lastFilter = 0;
};

/// The cut depends on the grid (see winograd_grid.h) only.
[[nodiscard]] std::vector<WinogradJob> winogradJobs(const ConvProblem &grid);

/// Where a job keeps its transformed tiles and sums, in floats.
struct WinogradScratch
{
    std::int64_t channels = 0;    ///< rounded up to whole vectors
    std::int64_t filters = 0;     ///< of a job, as above
    std::int64_t inputPoint = 0;  ///< between two points of the transformed input
    std::int64_t inputPlane = 0;  ///< between two depth taps of it
    std::int64_t outputPoint = 0; ///< between two points of the sums
    std::int64_t outputs = 0;     ///< where the sums begin
    std::int64_t spill = 0;       ///< where the results of a tile lie that are yet to be placed
    std::int64_t total = 0;
};

[[nodiscard]] WinogradScratch winogradScratch(const ConvProblem &grid, const WinogradJob &job);

} // namespace convscope
