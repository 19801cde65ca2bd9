// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/functions/softmax.h"

#include "base/check.h"
#include "kernels/functions/softmax_line.h"
#include "kernels/functions/softmax_tile.h"
#include "kernels/kernel_result.h"
#include "kernels/move/axis_split.h"
#include "kernels/move/row_tile.h"
#include "kernels/move/stream_rows.h"
#include "kernels/parallel_tiles.h"
#include "kernels/simd/vector_target.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
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

void sparsemaxLine(std::vector<double> &line)
{
    // Has no place in an order, and Keras lets it reach the whole line.
    if (std::any_of(line.begin(), line.end(), [](double x) { return std::isnan(x); })) {
        std::fill(line.begin(), line.end(), std::numeric_limits<double>::quiet_NaN());
        return;
    }
    std::vector<double> sorted = line;
    std::sort(sorted.begin(), sorted.end(), std::greater<>());
    const double threshold = sparsemaxThreshold(sorted);
    for (double &x : line)
        x = std::max(x - threshold, 0.0);
}

double sumOfExponentials(const std::vector<double> &line, double most)
{
    double sum = 0;
    for (const double x : line)
        sum += std::exp(x - most);
    return sum;
}

void softmaxLine(SoftmaxKind kind, std::vector<double> &line)
{
    const double most = maximumOf(line);
    switch (kind) {
    case SoftmaxKind::Softmax: {
        const double sum = sumOfExponentials(line, most);
        for (double &x : line)
            x = std::exp(x - most) / sum;
        return;
    }
    case SoftmaxKind::LogSoftmax: {
        const double logarithm = std::log(sumOfExponentials(line, most));
        for (double &x : line)
            x = x - most - logarithm;
        return;
    }
    case SoftmaxKind::Sparsemax:
        return sparsemaxLine(line);
    }
}

/// Sorting leaves sparsemax nothing to win by vectors.
bool hasVectors(SoftmaxKind kind)
{
    switch (kind) {
    case SoftmaxKind::Softmax:
    case SoftmaxKind::LogSoftmax:
        return true;
    case SoftmaxKind::Sparsemax:
        return false;
    }
    checkFailed("a kind of softmax", std::source_location::current());
}

bool runLines(SoftmaxKind kind, const AxisSplit &split, const float *src, float *dst,
              const std::stop_token &stop)
{
    const auto body = [&](std::int64_t begin, std::int64_t end) {
        std::vector<double> line(static_cast<std::size_t>(split.length));
        for (std::int64_t o = begin; o < end; ++o) {
            const std::int64_t first =
                o / split.inner * split.length * split.inner + o % split.inner;
            for (std::int64_t k = 0; k < split.length; ++k)
                line[static_cast<std::size_t>(k)] =
                    static_cast<double>(src[first + k * split.inner]);
            softmaxLine(kind, line);
            for (std::int64_t k = 0; k < split.length; ++k)
                dst[first + k * split.inner] =
                    static_cast<float>(line[static_cast<std::size_t>(k)]);
        }
    };
    return parallelTiles(split.outer * split.inner, kTileValues / split.length / 8, stop, body);
}

/// Exponentials of a block of columns: with those of the block before it a share of the
/// second-level cache.
constexpr std::int64_t kBlockValues = kTileValues;
/// Blocks that one thread makes one after the other.
constexpr std::int64_t kBlocks = 8;

bool runColumns(SoftmaxKind kind, const AxisSplit &split, const float *src, float *dst,
                bool streaming, const std::stop_token &stop)
{
    const std::int64_t n = split.length;
    const std::int64_t width =
        std::clamp<std::int64_t>(kBlockValues / n / 64 * 64, 64, kSoftmaxColumns);
    // Rows lie in different places of the first-level cache.
    const std::int64_t lineStep = width + 16;
    const bool fits = 2 * n * lineStep <= kScratchFloats;
    const std::int64_t parts = (split.inner + kBlocks * width - 1) / (kBlocks * width);
    return parallelFor(split.outer * parts, stop, [&](std::int64_t i) {
        const std::int64_t column = i % parts * kBlocks * width;
        const std::int64_t at = i / parts * n * split.inner + column;
        SoftmaxColumns columns;
        columns.kind = kind;
        columns.src = src + at;
        columns.dst = dst + at;
        columns.columns = std::min(kBlocks * width, split.inner - column);
        columns.n = n;
        columns.step = split.inner;
        columns.width = width;
        columns.streaming = streaming && fits;
        if (fits) {
            float *scratch = threadScratch(2 * n * lineStep);
            columns.lines[0] = scratch;
            columns.lines[1] = scratch + n * lineStep;
            columns.lineStep = lineStep;
        } else {
            columns.lines[0] = columns.lines[1] = columns.dst;
            columns.lineStep = split.inner;
            columns.linesMove = true;
        }
        softmaxColumns(columns);
    });
}

bool runVectors(SoftmaxKind kind, const AxisSplit &split, const float *src, float *dst,
                const std::stop_token &stop)
{
    const bool streaming = bypassesCaches(split.outer * split.length * split.inner * 4);
    if (split.inner > 1)
        return runColumns(kind, split, src, dst, streaming, stop);
    const std::int64_t n = split.length;
    if (streaming && n % 16 != 0 && n <= kTileValues)
        return streamRows(split.outer, n, dst, true, stop,
                          [&](std::int64_t begin, std::int64_t end, float *made) {
                              softmaxRows(kind, src + begin * n, made, end - begin, n, false);
                              return src + end * n;
                          });
    return parallelTiles(
        split.outer, kTileValues / n, stop, [&](std::int64_t begin, std::int64_t end) {
            softmaxRows(kind, src + begin * n, dst + begin * n, end - begin, n, streaming);
        });
}

} // namespace

Result<Tensor> softmax(SoftmaxKind kind, const Tensor &src, int axis, const KernelContext &context)
{
    auto dst = TensorBuffer::allocate(src.extents(), "the result of softmax");
    if (!dst)
        return tl::unexpected(dst.error());
    const AxisSplit split = splitAt(src.extents(), axis);
    const bool plain = context.wantsReference() || !hasVectors(kind);
    const auto run = plain ? runLines : runVectors;
    const bool done = src.size() == 0 || run(kind, split, src.data(), dst->data(), context.stop);
    context.report(plain ? "reference" : vectorKernelName());
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
    const std::int64_t parts = (half + kTileValues - 1) / kTileValues;
    const bool done = parallelFor(split.outer * parts, context.stop, [&](std::int64_t i) {
        const std::int64_t o = i / parts;
        const std::int64_t first = i % parts * kTileValues;
        const std::int64_t count = std::min(kTileValues, half - first);
        const float *a = src.data() + o * 2 * half + first;
        float *y = dst->data() + o * half + first;
        if (!context.wantsReference())
            return gluRow(a, a + half, y, count);
        for (std::int64_t k = 0; k < count; ++k)
            y[k] = static_cast<float>(static_cast<double>(a[k]) /
                                      (1 + std::exp(-static_cast<double>(a[half + k]))));
    });
    context.report(context.wantsReference() ? "reference" : vectorKernelName());
    return finishedTensor(std::move(*dst), done,
                          operationFingerprint("glu", context, {&src, 1}).add(half));
}

} // namespace convscope
