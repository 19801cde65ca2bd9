// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "kernels/kernel_context.h"
#include "kernels/window/upsample.h"
#include "tensor/tensor.h"

#include <array>
#include <cstdint>
#include <vector>

namespace convscope {

/// A part of each picture stretched to a size; half-pixel convention, see Interpolation.
struct ResizeProblem
{
    Interpolation interpolation = Interpolation::Bilinear; ///< not BilinearLegacy
    /// Where the result is smaller, all cells that one of its cells stands for are blended.
    bool antialias = false;
    DataFormat format = DataFormat::ChannelsLast;
    std::int64_t height = 1;
    std::int64_t width = 1;
    /// First row and column of the part; outside the picture lies `fill`.
    std::array<std::int64_t, 2> first{0, 0};
    /// Rows and columns of the part.
    std::array<std::int64_t, 2> part{1, 1};
    float fill = 0;
};

/// One output cell of an axis: weighted cells of the part, from `first` on.
struct ResizeBlend
{
    std::int64_t first = 0;
    std::vector<float> weights;
};

/// Cell `o` of `output` cells into which `part` cells are stretched; 0 ≤ o < output.
[[nodiscard]] ResizeBlend resizeBlend(Interpolation interpolation, bool antialias, std::int64_t o,
                                      std::int64_t part, std::int64_t output);

/// src of rank 4. Fails with "memory" or "cancelled".
[[nodiscard]] Result<Tensor> resize(const ResizeProblem &problem, const Tensor &src,
                                    const KernelContext &context);

} // namespace convscope
