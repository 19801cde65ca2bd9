// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/winograd/winograd_weights.h"

#include "kernels/conv/weight_cache.h"
#include "kernels/direct/direct_plan.h"
#include "kernels/simd/vector_target.h"
#include "kernels/winograd/winograd_tile.h"

#include <algorithm>

namespace convscope {

namespace {

/// The kernel of grid.conv for a transposed convolution.
Result<Tensor> kernelByPhases(const ConvArgs &args, const WinogradGrid &grid)
{
    const ConvProblem &p = args.problem;
    const ConvProblem &c = grid.conv;
    const std::int64_t columns = c.kernel[2];
    auto buffer =
        TensorBuffer::allocate({1, c.kernel[1], columns, c.ic, c.oc}, "the kernel by phases");
    if (!buffer)
        return fail(buffer.error());
    std::fill(buffer->values().begin(), buffer->values().end(), 0.0F);
    const float *kernel = args.weights->kernel.data();
    std::int64_t firstFilter = 0;
    for (const AxisPhase &row : axisPhases(p, 1)) {
        for (const AxisPhase &column : axisPhases(p, 2)) {
            for (std::size_t y = 0; y < row.tap.size(); ++y) {
                for (std::size_t x = 0; x < column.tap.size(); ++x) {
                    const std::int64_t to = (row.offset[y] + c.padBefore[1]) * columns +
                                            column.offset[x] + c.padBefore[2];
                    const float *tap =
                        kernel + (row.tap[y] * p.kernel[2] + column.tap[x]) * p.oc * p.ic;
                    for (std::int64_t f = 0; f < p.oc; ++f) {
                        float *cell = buffer->data() + to * c.ic * c.oc + firstFilter + f;
                        for (std::int64_t i = 0; i < p.ic; ++i)
                            cell[i * c.oc] = tap[f * p.ic + i];
                    }
                }
            }
            firstFilter += p.oc;
        }
    }
    return Tensor(std::move(*buffer), Fingerprint());
}

/// Of the problem, not of the grid: crops that differ give grids that look alike, of other taps.
Fingerprint keyOf(const ConvArgs &args, std::string_view order)
{
    const ConvProblem &p = args.problem;
    FingerprintBuilder builder;
    builder.add(std::string_view("winograd")).add(order).add(args.weights->kernel.fingerprint());
    builder.add(static_cast<std::uint64_t>(p.op)).add(p.ic).add(p.oc).add(vectorFloats());
    for (std::size_t a = 0; a < 3; ++a) {
        builder.add(p.kernel[a]);
        if (p.op == ConvOp::Deconv)
            builder.add(p.strides[a]).add(p.dilation[a]).add(p.padBefore[a]).add(p.out[a]);
    }
    return builder.finish();
}

} // namespace

Result<Tensor> winogradWeightsOf(const ConvArgs &args, const WinogradGrid &grid,
                                 std::string_view order,
                                 const std::function<bool(const Tensor &kernel, float *to)> &fill)
{
    const ConvProblem &c = grid.conv;
    const std::int64_t n = vectorFloats();
    const Extents extents{kWinogradPoints, c.kernel[0] * c.ic, (c.oc + n - 1) / n * n};
    const Fingerprint key = keyOf(args, order);
    if (Tensor cached = cachedWeights(key); !cached.isNull())
        return cached;
    const auto kernel = args.problem.op == ConvOp::Conv ? Result<Tensor>(args.weights->kernel)
                                                        : kernelByPhases(args, grid);
    if (!kernel)
        return fail(kernel.error());
    return keptWeights(key, extents, [&](float *to) { return fill(*kernel, to); });
}

} // namespace convscope
