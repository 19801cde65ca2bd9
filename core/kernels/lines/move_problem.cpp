// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/lines/move_problem.h"

#include "base/check.h"
#include "kernels/functions/affine.h"
#include "kernels/functions/elementwise.h"
#include "kernels/functions/softmax.h"
#include "kernels/move/merge.h"
#include "kernels/move/rearrange.h"
#include "kernels/window/pooling.h"
#include "kernels/window/upsample.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <vector>

namespace convscope {

namespace {

Extents extentsOf(const MoveProblem &p, const Spatial &spatial)
{
    Extents extents{p.mb};
    if (p.format == DataFormat::ChannelsFirst)
        extents.push_back(p.ic);
    extents.insert(extents.end(), spatial.begin(), spatial.begin() + p.rank);
    if (p.format == DataFormat::ChannelsLast)
        extents.push_back(p.ic);
    return extents;
}

std::int64_t bytesOf(const Extents &extents)
{
    return std::accumulate(extents.begin(), extents.end(), std::int64_t{4},
                           [](std::int64_t a, std::int64_t b) { return a * b; });
}

Extents ends(const MoveProblem &p, const Spatial &amounts)
{
    Extents result(static_cast<std::size_t>(p.rank) + 2, 0);
    std::copy_n(amounts.begin(), p.rank, result.begin() + spatialAxis(p.format));
    return result;
}

/// The axes that bring the channels to the other end.
std::vector<int> otherFormat(const MoveProblem &p)
{
    std::vector<int> axes(static_cast<std::size_t>(p.rank) + 2);
    std::iota(axes.begin(), axes.end(), 0);
    if (p.format == DataFormat::ChannelsLast)
        std::rotate(axes.begin() + 1, axes.end() - 1, axes.end());
    else
        std::rotate(axes.begin() + 1, axes.begin() + 2, axes.end());
    return axes;
}

ChannelAffine channelNumbers(std::int64_t channels)
{
    std::vector<float> values(static_cast<std::size_t>(channels));
    for (std::size_t c = 0; c < values.size(); ++c)
        values[c] = 0.5F + static_cast<float>(c % 7) / 8;
    const Tensor numbers = Tensor::of({channels}, values);
    return batchNormalization(numbers, numbers, numbers, numbers, 1e-3);
}

} // namespace

Extents srcExtents(const MoveProblem &problem)
{
    return extentsOf(problem, problem.in);
}

int sourceCount(const MoveProblem &problem)
{
    return problem.op == MoveOp::Add || problem.op == MoveOp::Concatenate ? 2 : 1;
}

std::int64_t movedBytes(const MoveProblem &problem)
{
    std::int64_t written = bytesOf(extentsOf(problem, problem.out));
    const std::int64_t given = bytesOf(srcExtents(problem)) * sourceCount(problem);
    if (problem.op == MoveOp::Concatenate)
        written = given;
    return written + (problem.op == MoveOp::Crop ? written : given);
}

Result<Tensor> runMove(const MoveProblem &p, std::span<const Tensor> sources,
                       const KernelContext &context)
{
    check(sources.size() == static_cast<std::size_t>(sourceCount(p)), "the problem's sources");
    const Tensor &src = sources[0];
    const int channels = channelAxis(p.format, p.rank + 2);
    const Elementwise relu{ElementwiseOp::Relu, 0, std::numeric_limits<float>::infinity(), 0};
    const auto pooled = [&](PoolKind kind) {
        return pool(
            {kind, p.rank, p.mb, p.ic, p.in, p.out, p.kernel, p.strides, p.padBefore, p.format},
            src, context);
    };
    const Interpolation interpolation =
        p.bilinear ? Interpolation::Bilinear : Interpolation::Nearest;
    switch (p.op) {
    case MoveOp::Pad:
        return pad(src, ends(p, p.padBefore), ends(p, p.padAfter), context);
    case MoveOp::Crop:
        return crop(src, ends(p, p.padBefore), ends(p, p.padAfter), context);
    case MoveOp::Upsample:
        return upsample({interpolation, p.rank, p.mb, p.ic, p.in, p.kernel, p.format}, src,
                        context);
    case MoveOp::MaxPool:
        return pooled(PoolKind::Max);
    case MoveOp::AveragePool:
        return pooled(PoolKind::Average);
    case MoveOp::Relu:
        return elementwise(relu, src, context);
    case MoveOp::Sigmoid:
        return elementwise({ElementwiseOp::Sigmoid}, src, context);
    case MoveOp::Tanh:
        return elementwise({ElementwiseOp::Tanh}, src, context);
    case MoveOp::Softmax:
        return softmax(SoftmaxKind::Softmax, src, channels, context);
    case MoveOp::BatchNorm:
        return affine(channelNumbers(p.ic), src, channels, context);
    case MoveOp::Add:
        return merge(MergeOp::Add, sources, context);
    case MoveOp::Concatenate:
        return concatenate(sources, channels, context);
    case MoveOp::Permute:
        return permute(src, otherFormat(p), context);
    }
    return fail("input", "problem", {}, words("no such operation: {problem}", toString(p)));
}

} // namespace convscope
