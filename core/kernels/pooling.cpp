// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/pooling.h"

#include "base/check.h"
#include "kernels/kernel_result.h"
#include "kernels/parallel_tiles.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace convscope {

namespace {

Extents extentsOf(const PoolProblem &p, const Spatial &spatial)
{
    Extents extents{p.mb};
    if (p.format == DataFormat::ChannelsFirst)
        extents.push_back(p.c);
    extents.insert(extents.end(), spatial.begin(), spatial.begin() + p.rank);
    if (p.format == DataFormat::ChannelsLast)
        extents.push_back(p.c);
    return extents;
}

/// The cells of the window of output cell o that lie inside: [begin, end).
struct Window
{
    std::int64_t begin;
    std::int64_t end;
};

Window windowOf(const PoolProblem &p, std::size_t axis, std::int64_t o)
{
    const std::int64_t first = o * p.strides[axis] - p.padBefore[axis];
    return {std::max<std::int64_t>(first, 0), std::min(first + p.kernel[axis], p.in[axis])};
}

float pooled(const PoolProblem &p, const Spatial &cell, const float *src, std::int64_t step)
{
    const Window d = windowOf(p, 0, cell[0]);
    const Window h = windowOf(p, 1, cell[1]);
    const Window w = windowOf(p, 2, cell[2]);
    double sum = 0;
    float most = -std::numeric_limits<float>::infinity();
    std::int64_t count = 0;
    for (std::int64_t i = d.begin; i < d.end; ++i)
        for (std::int64_t j = h.begin; j < h.end; ++j)
            for (std::int64_t k = w.begin; k < w.end; ++k) {
                const float x = src[((i * p.in[1] + j) * p.in[2] + k) * step];
                sum += static_cast<double>(x);
                ++count;
                if (x > most || std::isnan(x))
                    most = x;
            }
    if (p.kind == PoolKind::Max)
        return most;
    return count == 0 ? 0.0F : static_cast<float>(sum / static_cast<double>(count));
}

/// The problem with its axes at the end of three: missing ones are leading axes of one cell.
PoolProblem threeAxes(const PoolProblem &p)
{
    PoolProblem q = p;
    const auto shift = static_cast<std::size_t>(3 - p.rank);
    for (std::size_t axis = 0; axis < 3; ++axis) {
        const bool real = axis >= shift;
        q.in[axis] = real ? p.in[axis - shift] : 1;
        q.out[axis] = real ? p.out[axis - shift] : 1;
        q.kernel[axis] = real ? p.kernel[axis - shift] : 1;
        q.strides[axis] = real ? p.strides[axis - shift] : 1;
        q.padBefore[axis] = real ? p.padBefore[axis - shift] : 0;
    }
    return q;
}

void poolPlane(const PoolProblem &p, const float *src, float *dst, std::int64_t step)
{
    for (std::int64_t i = 0; i < p.out[0]; ++i)
        for (std::int64_t j = 0; j < p.out[1]; ++j)
            for (std::int64_t k = 0; k < p.out[2]; ++k)
                dst[((i * p.out[1] + j) * p.out[2] + k) * step] = pooled(p, {i, j, k}, src, step);
}

} // namespace

Result<Tensor> pool(const PoolProblem &problem, const Tensor &src, const KernelContext &context)
{
    check(src.extents() == extentsOf(problem, problem.in), "a source of the problem's shape");
    auto dst = TensorBuffer::allocate(extentsOf(problem, problem.out), "the result of pooling");
    if (!dst)
        return tl::unexpected(dst.error());
    const PoolProblem p = threeAxes(problem);
    const std::int64_t inCells = p.in[0] * p.in[1] * p.in[2];
    const std::int64_t outCells = p.out[0] * p.out[1] * p.out[2];
    const bool last = p.format == DataFormat::ChannelsLast;
    const bool done = parallelFor(p.mb * p.c, context.stop, [&](std::int64_t plane) {
        const std::int64_t b = plane / p.c;
        const std::int64_t c = plane % p.c;
        const std::int64_t from = last ? b * inCells * p.c + c : plane * inCells;
        const std::int64_t to = last ? b * outCells * p.c + c : plane * outCells;
        poolPlane(p, src.data() + from, dst->data() + to, last ? p.c : 1);
    });
    context.report("reference");
    FingerprintBuilder identity = operationFingerprint("pool", context, {&src, 1});
    identity.add(std::uint64_t(p.kind)).add(std::uint64_t(p.format));
    for (std::size_t axis = 0; axis < 3; ++axis)
        identity.add(p.kernel[axis]).add(p.strides[axis]).add(p.padBefore[axis]);
    return finishedTensor(std::move(*dst), done, identity);
}

} // namespace convscope
