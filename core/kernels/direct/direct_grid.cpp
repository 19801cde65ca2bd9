// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "base/integer_division.h"
#include "base/saturating.h"
#include "kernels/direct/direct_band.h"
#include "kernels/direct/direct_tile.h"
#include "kernels/parallel.h"

#include <algorithm>

namespace convscope {

namespace {

/// A quarter of a 1 MiB second-level cache.
constexpr std::int64_t kPatchFloats = 64 << 10;
/// Enough for an even share on up to 8 threads; a band costs about a microsecond to start.
/// conv ic64 in56x56 oc128 k1x1, one core of an AMD Zen 4: 32 bands 100 → 16 bands 109 GFLOP/s.
constexpr std::int64_t kMostWanted = 16;
/// Multiply–adds worth a band: some microseconds.
constexpr std::int64_t kBandMacs = 1 << 18;
/// Cells of a row worth a band of their own.
constexpr std::int64_t kFewestCells = 56;

std::int64_t spread(const AxisPhase &axis)
{
    return axis.offset.empty() ? 0 : axis.offset.back() - axis.offset.front() + 1;
}

struct Sizes
{
    std::int64_t planes = 1;
    std::int64_t rows = 0;  ///< cells of the longest phase
    std::int64_t cells = 0; ///< as above
    std::int64_t depthSpread = 0;
    std::int64_t rowSpread = 0;
    std::int64_t cellSpread = 0;
    std::int64_t rowStep = 1;
    std::int64_t cellStep = 1;
    std::int64_t depth = 1;
    std::int64_t outFilters = 0; ///< of the row kept in scratch
    std::int64_t bands = 1;      ///< for whole planes

    [[nodiscard]] std::int64_t patch(std::int64_t r, std::int64_t c) const
    {
        // Dilations and strides that a person typed may be beyond what adds up.
        const std::int64_t high = saturatingAdd(saturatingMultiply(r - 1, rowStep), rowSpread);
        const std::int64_t wide = saturatingAdd(saturatingMultiply(c - 1, cellStep), cellSpread);
        const std::int64_t plane = saturatingMultiply(high, wide);
        return saturatingAdd(saturatingMultiply(saturatingMultiply(depthSpread, plane), depth),
                             c * outFilters);
    }
};

Sizes measure(const ConvProblem &p, const std::vector<Phase> &phases)
{
    Sizes s;
    for (const Phase &phase : phases) {
        const auto &a = phase.axis;
        s.rows = std::max(s.rows, a[1].count);
        s.cells = std::max(s.cells, a[2].count);
        s.depthSpread = std::max(s.depthSpread, std::min(spread(a[0]), p.in[0]));
        s.rowSpread = std::max(s.rowSpread, spread(a[1]));
        s.cellSpread = std::max(s.cellSpread, spread(a[2]));
        s.rowStep = a[1].inStep;
        s.cellStep = a[2].inStep;
    }
    s.depth = p.ic / p.groups * p.multiplier;
    s.outFilters = p.format == DataFormat::ChannelsLast ? 0 : p.oc / p.groups;
    s.bands =
        p.mb * p.groups * phases.front().axis[0].count * static_cast<std::int64_t>(phases.size());
    return s;
}

} // namespace

BandGrid gridOf(const ConvProblem &p, const std::vector<Phase> &phases)
{
    const Sizes s = measure(p, phases);
    BandGrid grid;
    grid.filters = p.oc / p.groups;
    // Nothing to compute, as of an empty batch, is asked about too.
    grid.cells = std::max<std::int64_t>(s.cells, 1);
    while (grid.cells > kFewestCells && s.patch(1, grid.cells) > 4 * kPatchFloats)
        grid.cells = ceilDivide(grid.cells, 2);
    while (grid.cells > 1 && s.patch(1, grid.cells) > kScratchFloats)
        grid.cells = ceilDivide(grid.cells, 2);
    if (s.patch(1, grid.cells) > kScratchFloats) {
        grid.rows = 0;
        return grid;
    }
    grid.rows = std::max<std::int64_t>(s.rows, 1);
    while (grid.rows > 1 && s.patch(grid.rows, grid.cells) > kPatchFloats)
        grid.rows = ceilDivide(grid.rows, 2);
    // An empty batch has no bands, but is asked about.
    const auto count = [&] {
        return std::max<std::int64_t>(1, s.bands * ceilDivide(s.rows, grid.rows) *
                                             ceilDivide(s.cells, grid.cells));
    };
    const std::int64_t wanted = std::clamp<std::int64_t>(p.macs() / kBandMacs, 1, kMostWanted);
    while (grid.rows > 1 && count() < wanted)
        grid.rows = ceilDivide(grid.rows, 2);
    while (grid.cells > kFewestCells && count() < wanted)
        grid.cells = ceilDivide(grid.cells, 2);
    const std::int64_t block = directBlock();
    const std::int64_t blocks = ceilDivide(grid.filters, block);
    if (count() < wanted)
        grid.filters = ceilDivide(blocks, std::min(blocks, ceilDivide(wanted, count()))) * block;
    return grid;
}

std::vector<Band> bandsOf(const ConvProblem &p, const std::vector<Phase> &phases,
                          const BandGrid &grid)
{
    std::vector<Band> bands;
    const std::int64_t filters = p.oc / p.groups;
    Band band;
    for (band.batch = 0; band.batch < p.mb; ++band.batch) {
        for (const Phase &phase : phases) {
            band.phase = &phase;
            const auto &axis = phase.axis;
            for (band.group = 0; band.group < p.groups; ++band.group)
                for (band.plane = 0; band.plane < axis[0].count; ++band.plane)
                    for (std::int64_t r = 0; r < axis[1].count; r += grid.rows)
                        for (std::int64_t c = 0; c < axis[2].count; c += grid.cells)
                            for (std::int64_t f = 0; f < filters; f += grid.filters) {
                                band.firstRow = r;
                                band.lastRow = std::min(r + grid.rows, axis[1].count);
                                band.firstCell = c;
                                band.lastCell = std::min(c + grid.cells, axis[2].count);
                                band.firstFilter = f;
                                band.lastFilter = std::min(f + grid.filters, filters);
                                bands.push_back(band);
                            }
        }
    }
    return bands;
}

} // namespace convscope
