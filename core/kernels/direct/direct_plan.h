// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "kernels/problem/conv_problem.h"

#include <array>
#include <vector>

namespace convscope {

/// The output cells first, first + step, … of one axis that meet the same taps: all of them for a
/// forward convolution, every stride-th for a transposed one, which so becomes forward convolutions
/// (a gather per phase). Cell j of the phase and tap t touch the input cell j·inStep + offset[t].
struct AxisPhase
{
    std::int64_t first = 0;
    std::int64_t step = 1;
    std::int64_t count = 0;
    std::int64_t inStep = 1;
    /// Ascending; tap[t] is the index into the kernel. Empty: only the bias.
    std::vector<std::int64_t> offset;
    std::vector<std::int64_t> tap;

    /// Whether the taps touch neighbouring cells.
    [[nodiscard]] bool isDense() const;
};

/// The phases of an axis of a rank 3 problem.
[[nodiscard]] std::vector<AxisPhase> axisPhases(const ConvProblem &problem, std::size_t axis);

/// One phase per axis and where its packed weights begin.
struct Phase
{
    std::array<AxisPhase, 3> axis;
    std::int64_t taps = 0;
    /// Whether the taps along a row touch neighbouring cells, whose channels then make one run of
    /// the sum.
    bool merged = false;
    /// Taps of all phases before.
    std::int64_t tapsBefore = 0;

    /// Neighbouring taps of a run.
    [[nodiscard]] std::int64_t runTaps() const
    {
        return merged ? static_cast<std::int64_t>(axis[2].tap.size()) : 1;
    }
};

[[nodiscard]] std::vector<Phase> phasesOf(const ConvProblem &problem);
/// How often this thread has called phasesOf(): a test holds runs to the plan that was made.
[[nodiscard]] std::int64_t &phasesAsked();

/// Unit kernels, strides and no padding in channels_last: all pixels become one row.
[[nodiscard]] ConvProblem flattenedPointwise(const ConvProblem &problem);

} // namespace convscope
