// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "kernels/problem/conv_problem.h"
#include "tensor/shape.h"

namespace convscope {

/// The shapes a problem's operands must have, see ConvWeights.
[[nodiscard]] Extents srcExtents(const ConvProblem &problem);
[[nodiscard]] Extents dstExtents(const ConvProblem &problem);
[[nodiscard]] Extents kernelExtents(const ConvProblem &problem);

/// Distances in floats between neighbours of a (batch, d, h, w, channel) array of either format.
/// Problems of rank 1 and 2 count as rank 3 with leading extents of 1.
struct ConvStrides
{
    std::int64_t batch = 0;
    Spatial cell{};
    std::int64_t channel = 0;

    [[nodiscard]] std::int64_t at(std::int64_t b, const Spatial &x, std::int64_t c) const
    {
        return b * batch + x[0] * cell[0] + x[1] * cell[1] + x[2] * cell[2] + c * channel;
    }
};

[[nodiscard]] ConvStrides stridesOf(DataFormat format, const Spatial &extents,
                                    std::int64_t channels);

/// The same problem with three spatial axes: leading axes of extent, kernel, stride 1 are put in
/// front.
[[nodiscard]] ConvProblem asRank3(const ConvProblem &problem);

} // namespace convscope
