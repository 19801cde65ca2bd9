// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/direct/direct_plan.h"

#include <algorithm>
#include <numeric>

namespace convscope {

namespace {

AxisPhase forwardPhase(const ConvProblem &p, std::size_t a)
{
    AxisPhase phase;
    phase.count = p.out[a];
    phase.inStep = p.strides[a];
    for (std::int64_t k = 0; k < p.kernel[a]; ++k) {
        phase.tap.push_back(k);
        phase.offset.push_back(k * p.dilation[a] - p.padBefore[a]);
    }
    return phase;
}

AxisPhase transposedPhase(const ConvProblem &p, std::size_t a, std::int64_t first)
{
    AxisPhase phase;
    phase.first = first;
    phase.step = p.strides[a];
    phase.count = (p.out[a] - first + p.strides[a] - 1) / p.strides[a];
    // Descending taps touch ascending cells.
    for (std::int64_t k = p.kernel[a] - 1; k >= 0; --k) {
        const std::int64_t scaled = first + p.padBefore[a] - k * p.dilation[a];
        if (scaled % p.strides[a] != 0)
            continue;
        phase.tap.push_back(k);
        phase.offset.push_back(scaled / p.strides[a]);
    }
    return phase;
}

} // namespace

bool AxisPhase::isDense() const
{
    for (std::size_t t = 1; t < offset.size(); ++t) {
        if (offset[t] != offset[t - 1] + 1)
            return false;
    }
    return true;
}

std::vector<AxisPhase> axisPhases(const ConvProblem &p, std::size_t axis)
{
    if (p.op != ConvOp::Deconv)
        return {forwardPhase(p, axis)};
    std::vector<AxisPhase> phases;
    for (std::int64_t first = 0; first < std::min(p.strides[axis], p.out[axis]); ++first)
        phases.push_back(transposedPhase(p, axis, first));
    return phases;
}

std::int64_t &phasesAsked()
{
    thread_local std::int64_t count = 0;
    return count;
}

std::vector<Phase> phasesOf(const ConvProblem &p)
{
    ++phasesAsked();
    std::vector<Phase> phases;
    std::int64_t before = 0;
    const std::array axes{axisPhases(p, 0), axisPhases(p, 1), axisPhases(p, 2)};
    for (const AxisPhase &d : axes[0]) {
        for (const AxisPhase &h : axes[1]) {
            for (const AxisPhase &w : axes[2]) {
                const auto taps =
                    static_cast<std::int64_t>(d.tap.size() * h.tap.size() * w.tap.size());
                phases.push_back({{d, h, w}, taps, p.groups == 1 && w.isDense(), before});
                before += taps;
            }
        }
    }
    return phases;
}

ConvProblem flattenedPointwise(const ConvProblem &problem)
{
    const Spatial one{1, 1, 1};
    const Spatial zero{0, 0, 0};
    const ConvProblem &p = problem;
    if (p.op != ConvOp::Conv || p.kernel != one || p.strides != one || p.padBefore != zero ||
        p.in != p.out || p.format != DataFormat::ChannelsLast)
        return problem;
    ConvProblem flat = problem;
    flat.mb = 1;
    flat.in = flat.out = {1, 1, p.mb * p.in[0] * p.in[1] * p.in[2]};
    return flat;
}

} // namespace convscope
