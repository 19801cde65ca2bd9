// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "kernels/conv/conv_kernel.h"
#include "kernels/conv/conv_tensors.h"
#include "kernels/direct/packed_weights.h"

#include <vector>

namespace convscope {

/// A rectangle of a phase's output cells in one plane: the unit of parallel work.
struct Band
{
    std::int64_t batch = 0;
    std::int64_t group = 0;
    const Phase *phase = nullptr;
    std::int64_t plane = 0;
    std::int64_t firstRow = 0;
    std::int64_t lastRow = 0; ///< past the end, as the others
    std::int64_t firstCell = 0;
    std::int64_t lastCell = 0;
    /// Of the group's filters; the first one starts a block.
    std::int64_t firstFilter = 0;
    std::int64_t lastFilter = 0;
};

/// How a problem is cut into bands.
struct BandGrid
{
    std::int64_t rows = 1;    ///< of a band at most
    std::int64_t cells = 1;   ///< of a band's row at most
    std::int64_t filters = 1; ///< of a band at most, whole blocks
};

/// Sizes that keep a band's input in the second-level cache and make work for all threads. The cut
/// depends on the problem only. rows = 0 where even one tile needs more scratch than there is.
[[nodiscard]] BandGrid gridOf(const ConvProblem &problem, const std::vector<Phase> &phases);
[[nodiscard]] std::vector<Band> bandsOf(const ConvProblem &problem,
                                        const std::vector<Phase> &phases, const BandGrid &grid);

/// Computes one band on the calling thread.
void runBand(const ConvArgs &args, const PackedWeights &packed, const Band &band);

} // namespace convscope
