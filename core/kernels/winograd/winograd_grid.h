// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "kernels/conv/conv_kernel.h"

namespace convscope {

/// A convolution as Winograd's algorithm sees it: 3×3 taps of stride 1. A transposed one becomes a
/// forward one whose filters are those of every output phase, one phase after another: result cell
/// phase + step·cell of filter o is filter phase·filters + o of the grid's cell.
struct WinogradGrid
{
    /// Rank 3, forward, channels_last; its oc counts the filters of all phases.
    ConvProblem conv;
    std::int64_t filters = 0; ///< of one phase
    /// Phases and distance between results along the two last axes.
    std::int64_t rowPhases = 1;
    std::int64_t columnPhases = 1;
    Spatial out{1, 1, 1}; ///< of the results

    [[nodiscard]] std::int64_t phases() const { return rowPhases * columnPhases; }
};

/// The grid of a (rank 3) problem, or why Winograd's algorithm does not take it.
[[nodiscard]] tl::expected<WinogradGrid, WhyNot> winogradGrid(const ConvProblem &problem);
/// How often this thread has called winogradGrid(), see phasesAsked().
[[nodiscard]] std::int64_t &winogradGridsAsked();

} // namespace convscope
