// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/winograd/winograd_plan.h"

#include "base/integer_division.h"
#include "kernels/direct/direct_tile.h"
#include "kernels/simd/vector_target.h"
#include "kernels/winograd/winograd_tile.h"

#include <algorithm>

namespace convscope {

namespace {

/// Transformed input and sums of a job: twice a 1 MiB second-level cache; the points are used one
/// by one.
constexpr std::int64_t kJobFloats = 512 << 10;
/// Fewer would read the transformed weights too often, more gain nothing.
constexpr std::int64_t kJobFewestTiles = 28;
constexpr std::int64_t kJobMostTiles = 112;
constexpr std::int64_t kWantedJobs = 16;

std::int64_t roundUp(std::int64_t n, std::int64_t unit)
{
    return ceilDivide(n, unit) * unit;
}

/// Tiles along an axis, over all its dilation phases.
std::int64_t tilesAlong(const ConvProblem &p, std::size_t axis)
{
    std::int64_t tiles = 0;
    for (std::int64_t first = 0; first < std::min(p.dilation[axis], p.out[axis]); ++first)
        tiles += ceilDivide(ceilDivide(p.out[axis] - first, p.dilation[axis]), kWinogradOut);
    return tiles;
}

/// First results of the tiles along an axis.
std::vector<std::int64_t> startsAlong(const ConvProblem &p, std::size_t axis)
{
    std::vector<std::int64_t> starts;
    for (std::int64_t first = 0; first < std::min(p.dilation[axis], p.out[axis]); ++first)
        for (std::int64_t x = first; x < p.out[axis]; x += kWinogradOut * p.dilation[axis])
            starts.push_back(x);
    return starts;
}

} // namespace

std::int64_t winogradTileCount(const ConvProblem &p)
{
    return p.mb * p.out[0] * tilesAlong(p, 1) * tilesAlong(p, 2);
}

WinogradTiles::WinogradTiles(const ConvProblem &p)
    : m_batches(p.mb), m_planes(p.out[0]), m_ys(startsAlong(p, 1)), m_xs(startsAlong(p, 2))
{
}

std::int64_t WinogradTiles::count() const
{
    return m_batches * m_planes * static_cast<std::int64_t>(m_ys.size()) * columns();
}

WinogradTile WinogradTiles::at(std::int64_t i) const
{
    const std::int64_t row = i / columns();
    const auto rows = static_cast<std::int64_t>(m_ys.size());
    const std::int64_t image = row / rows;
    return {image / m_planes, image % m_planes, m_ys[static_cast<std::size_t>(row % rows)],
            m_xs[static_cast<std::size_t>(i % columns())]};
}

void WinogradTiles::list(std::int64_t first, std::span<WinogradTile> tiles) const
{
    std::int64_t column = first % columns();
    for (std::size_t i = 0; i < tiles.size(); ++i, ++column) {
        if (i == 0 || column == columns()) {
            tiles[i] = at(first + static_cast<std::int64_t>(i));
            column = i == 0 ? column : 0;
        } else {
            tiles[i] = tiles[i - 1];
            tiles[i].x = m_xs[static_cast<std::size_t>(column)];
        }
    }
}

std::vector<WinogradJob> winogradJobs(const ConvProblem &p)
{
    const std::int64_t count = winogradTileCount(p);
    const std::int64_t perTile = kWinogradPoints * (p.kernel[0] * p.ic + p.oc);
    const std::int64_t most = std::clamp(kJobFloats / perTile, kJobFewestTiles, kJobMostTiles);
    const std::int64_t blocks = ceilDivide(count, most);
    const std::int64_t filterBlocks = ceilDivide(p.oc, directBlock());
    const std::int64_t parts = std::min(filterBlocks, ceilDivide(kWantedJobs, blocks));
    const std::int64_t filters = ceilDivide(filterBlocks, parts) * directBlock();
    std::vector<WinogradJob> jobs;
    for (std::int64_t b = 0; b < blocks; ++b)
        for (std::int64_t f = 0; f < p.oc; f += filters)
            jobs.push_back(
                {count * b / blocks, count * (b + 1) / blocks, f, std::min(f + filters, p.oc)});
    return jobs;
}

WinogradScratch winogradScratch(const ConvProblem &p, const WinogradJob &job)
{
    const std::int64_t vector = vectorFloats();
    const std::int64_t tiles = job.lastTile - job.firstTile;
    WinogradScratch s;
    s.channels = roundUp(p.ic, vector);
    s.filters = roundUp(job.lastFilter - job.firstFilter, vector);
    // A line more: points a power of two apart would share one set of the cache.
    s.inputPoint = tiles * s.channels + 16;
    s.inputPlane = kWinogradPoints * s.inputPoint;
    s.outputPoint = tiles * s.filters + 16;
    s.outputs = roundUp(p.kernel[0] * s.inputPlane, 16);
    s.spill = s.outputs + kWinogradPoints * s.outputPoint;
    s.total = s.spill + kWinogradOut * kWinogradOut * vector;
    return s;
}

} // namespace convscope
