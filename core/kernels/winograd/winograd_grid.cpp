// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/winograd/winograd_grid.h"

#include "kernels/direct/direct_plan.h"
#include "kernels/winograd/winograd_plan.h"

#include <algorithm>

namespace convscope {

namespace {

constexpr std::int64_t kTaps = 3;
/// Fewer tiles of 4×4 read more transformed weights than they save products: conv ic512 in7x7 oc512
/// k3x3 has 4 and would read 38 MB instead of 9.
constexpr std::int64_t kFewestTiles = 12;

/// First input cell that a phase of the axis touches from its first result on.
std::int64_t firstOffset(const std::vector<AxisPhase> &phases)
{
    std::int64_t first = phases.front().offset.front();
    for (const AxisPhase &phase : phases)
        first = std::min(first, phase.offset.front());
    return first;
}

bool fitsThreeTaps(const std::vector<AxisPhase> &phases)
{
    for (const AxisPhase &phase : phases) {
        if (phase.offset.empty() || !phase.isDense())
            return false;
    }
    const std::int64_t first = firstOffset(phases);
    return std::all_of(phases.begin(), phases.end(),
                       [&](const AxisPhase &phase) { return phase.offset.back() - first < kTaps; });
}

WhyNot deconvDeclines(const ConvProblem &p, WinogradGrid &grid)
{
    if (p.kernel[0] != 1 || p.strides[0] != 1 || p.padBefore[0] != 0 || p.in[0] != p.out[0])
        return [] { return words("takes transposed convolutions of images only"); };
    const auto rows = axisPhases(p, 1);
    const auto columns = axisPhases(p, 2);
    if (!fitsThreeTaps(rows) || !fitsThreeTaps(columns))
        return
            [] { return words("an output phase meets taps that do not fit into 3×3 neighbours"); };
    grid.rowPhases = static_cast<std::int64_t>(rows.size());
    grid.columnPhases = static_cast<std::int64_t>(columns.size());
    // 36 products for 16 results of a phase against kh·kw for one of every phase; the transforms
    // cost about half as much again.
    if (27 * grid.phases() > 8 * p.kernel[1] * p.kernel[2])
        return [] { return words("the output phases have too few taps: 3×3 would multiply more"); };
    ConvProblem &c = grid.conv;
    c.op = ConvOp::Conv;
    c.oc = p.oc * grid.phases();
    c.kernel = {1, kTaps, kTaps};
    c.strides = c.dilation = {1, 1, 1};
    c.out = {p.out[0], rows.front().count, columns.front().count};
    c.padBefore = {0, -firstOffset(rows), -firstOffset(columns)};
    for (std::size_t a = 0; a < 3; ++a)
        c.padAfter[a] = c.out[a] + c.kernel[a] - 1 - c.in[a] - c.padBefore[a];
    return nullptr;
}

WhyNot convDeclines(const ConvProblem &p)
{
    if (p.kernel[1] != kTaps || p.kernel[2] != kTaps)
        return [] { return words("takes 3×3 kernels only"); };
    if (p.strides != Spatial{1, 1, 1})
        return [] { return words("takes stride 1 only"); };
    return nullptr;
}

} // namespace

std::int64_t &winogradGridsAsked()
{
    thread_local std::int64_t count = 0;
    return count;
}

tl::expected<WinogradGrid, WhyNot> winogradGrid(const ConvProblem &p)
{
    ++winogradGridsAsked();
    WinogradGrid grid;
    grid.conv = p;
    grid.filters = p.oc;
    grid.out = p.out;
    const auto whyNot = [&]() -> WhyNot {
        if ((p.op != ConvOp::Conv && p.op != ConvOp::Deconv) || p.groups != 1)
            return [] { return words("takes dense convolutions only"); };
        if (p.format != DataFormat::ChannelsLast)
            return [] { return words("takes channels_last only"); };
        if (const WhyNot reason = p.op == ConvOp::Conv ? convDeclines(p) : deconvDeclines(p, grid))
            return reason;
        if (winogradTileCount(grid.conv) < kFewestTiles)
            return [] {
                return words("fewer than {tiles} tiles of 4×4: the transformed weights would cost "
                             "more than they save",
                             kFewestTiles);
            };
        return nullptr;
    }();
    if (whyNot != nullptr)
        return tl::unexpected(whyNot);
    return grid;
}

} // namespace convscope
