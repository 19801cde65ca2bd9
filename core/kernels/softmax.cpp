// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/softmax.h"

#include "base/check.h"
#include "kernels/axis_split.h"
#include "kernels/kernel_result.h"
#include "kernels/parallel_tiles.h"
#include "kernels/softmax_line.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <vector>

namespace convscope {

double sparsemaxThreshold(std::span<const double> sorted)
{
    double running = 0;
    double sums = 0;
    double size = 0;
    double position = 0;
    for (const double z : sorted) {
        running += z;
        position += 1;
        if (1 + position * z > running) {
            sums += running;
            size += 1;
        }
    }
    return (sums - 1) / size;
}

namespace {

double maximumOf(const std::vector<double> &line)
{
    double most = line[0];
    for (const double x : line)
        if (x > most || std::isnan(x))
            most = x;
    return most;
}

void softmaxLine(SoftmaxKind kind, std::vector<double> &line)
{
    if (kind == SoftmaxKind::Sparsemax) {
        std::vector<double> sorted = line;
        std::sort(sorted.begin(), sorted.end(), std::greater<>());
        const double threshold = sparsemaxThreshold(sorted);
        for (double &x : line)
            x = std::max(x - threshold, 0.0);
        return;
    }
    const double most = maximumOf(line);
    double sum = 0;
    for (const double x : line)
        sum += std::exp(x - most);
    for (double &x : line)
        x = kind == SoftmaxKind::Softmax ? std::exp(x - most) / sum : x - most - std::log(sum);
}

} // namespace

Result<Tensor> softmax(SoftmaxKind kind, const Tensor &src, int axis, const KernelContext &context)
{
    auto dst = TensorBuffer::allocate(src.extents(), "the result of softmax");
    if (!dst)
        return tl::unexpected(dst.error());
    const AxisSplit split = splitAt(src.extents(), axis);
    const bool done =
        parallelFor(src.size() == 0 ? 0 : split.outer, context.stop, [&](std::int64_t o) {
            std::vector<double> line(static_cast<std::size_t>(split.length));
            for (std::int64_t i = 0; i < split.inner; ++i) {
                const std::int64_t first = o * split.length * split.inner + i;
                for (std::int64_t k = 0; k < split.length; ++k)
                    line[static_cast<std::size_t>(k)] =
                        static_cast<double>(src.data()[first + k * split.inner]);
                softmaxLine(kind, line);
                for (std::int64_t k = 0; k < split.length; ++k)
                    dst->data()[first + k * split.inner] =
                        static_cast<float>(line[static_cast<std::size_t>(k)]);
            }
        });
    context.report("reference");
    return finishedTensor(std::move(*dst), done,
                          operationFingerprint("softmax", context, {&src, 1})
                              .add(std::uint64_t(kind))
                              .add(split.length)
                              .add(split.inner));
}

Result<Tensor> glu(const Tensor &src, int axis, const KernelContext &context)
{
    const AxisSplit split = splitAt(src.extents(), axis);
    check(split.length % 2 == 0, "an even extent to halve");
    Extents extents = src.extents();
    extents[static_cast<std::size_t>(axis < 0 ? axis + src.rank() : axis)] /= 2;
    auto dst = TensorBuffer::allocate(extents, "the result of glu");
    if (!dst)
        return tl::unexpected(dst.error());
    const std::int64_t half = split.length / 2 * split.inner;
    const bool done = parallelFor(split.outer, context.stop, [&](std::int64_t o) {
        const float *a = src.data() + o * 2 * half;
        float *y = dst->data() + o * half;
        for (std::int64_t i = 0; i < half; ++i)
            y[i] = static_cast<float>(static_cast<double>(a[i]) /
                                      (1 + std::exp(-static_cast<double>(a[half + i]))));
    });
    context.report("reference");
    return finishedTensor(std::move(*dst), done,
                          operationFingerprint("glu", context, {&src, 1}).add(half));
}

} // namespace convscope
