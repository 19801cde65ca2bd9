// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/window/reduce.h"

#include "base/check.h"
#include "kernels/kernel_result.h"
#include "kernels/parallel_tiles.h"
#include "kernels/simd/vector_target.h"
#include "kernels/window/line_tile.h"

#include <algorithm>
#include <vector>

namespace convscope {

namespace {

/// Images of cells of c values; channels_first is images of one channel.
struct Images
{
    std::int64_t count;
    std::int64_t c;
    std::int64_t cells;
};

float reduced(PoolKind kind, const float *src, std::int64_t cells, std::int64_t step)
{
    double joined = startOf(kind);
    for (std::int64_t i = 0; i < cells; ++i)
        join(kind, joined, static_cast<double>(src[i * step]));
    return finished(kind, joined, cells);
}

bool reduceReference(PoolKind kind, const Images &images, const float *src, float *dst,
                     const std::stop_token &stop)
{
    return parallelFor(images.count * images.c, stop, [&](std::int64_t i) {
        const std::int64_t from = i / images.c * images.cells * images.c + i % images.c;
        dst[i] = reduced(kind, src + from, images.cells, images.c);
    });
}

/// Parts of an image that are reduced apart, then joined in order.
constexpr std::int64_t kPartValues = 4 * kTileValues;
/// Few channels: neighbouring cells share a row, so that rows are at least this long.
constexpr std::int64_t kRowValues = 64;

/// Rows of n values, joined value by value.
void joinRows(PoolKind kind, const float *src, std::int64_t rows, std::int64_t n,
              std::vector<double> &joined)
{
    switch (kind) {
    case PoolKind::Max: {
        std::vector<float> most(static_cast<std::size_t>(n), static_cast<float>(startOf(kind)));
        maximumOfRows(src, rows, n, most.data());
        joined.assign(most.begin(), most.end());
        return;
    }
    case PoolKind::Average:
        sumRows(src, rows, n, joined.data());
        return;
    }
}

/// The cells [begin, end) of an image, per channel.
void reducePart(PoolKind kind, const float *src, std::int64_t cells, std::int64_t c, double *joined)
{
    const std::int64_t group = std::max<std::int64_t>(kRowValues / c, 1);
    const std::int64_t n = group * c;
    const std::int64_t rows = cells / group;
    std::vector<double> columns(static_cast<std::size_t>(n), startOf(kind));
    if (rows > 0)
        joinRows(kind, src, rows, n, columns);
    for (std::int64_t i = 0; i < n; ++i)
        join(kind, joined[i % c], columns[static_cast<std::size_t>(i)]);
    for (std::int64_t i = rows * n; i < cells * c; ++i)
        join(kind, joined[i % c], static_cast<double>(src[i]));
}

bool runVectors(PoolKind kind, const Images &images, const float *src, float *dst,
                const std::stop_token &stop)
{
    const std::int64_t c = images.c;
    const double start = startOf(kind);
    const std::int64_t partCells = std::max<std::int64_t>(kPartValues / c, 1);
    const std::int64_t parts = (images.cells + partCells - 1) / partCells;
    std::vector<double> joined(static_cast<std::size_t>(images.count * parts * c), start);
    const std::int64_t perTile =
        parts > 1 ? 1 : std::max<std::int64_t>(kTileValues / (images.cells * c), 1);
    const bool done = parallelTiles(
        images.count * parts, perTile, stop, [&](std::int64_t begin, std::int64_t end) {
            for (std::int64_t i = begin; i < end; ++i) {
                const std::int64_t cell = i % parts * partCells;
                reducePart(kind, src + (i / parts * images.cells + cell) * c,
                           std::min(partCells, images.cells - cell), c, joined.data() + i * c);
            }
        });
    for (std::int64_t i = 0; i < images.count * c; ++i) {
        double y = start;
        for (std::int64_t part = 0; part < parts; ++part)
            join(kind, y, joined[static_cast<std::size_t>((i / c * parts + part) * c + i % c)]);
        dst[i] = finished(kind, y, images.cells);
    }
    return done;
}

} // namespace

Result<Tensor> globalPool(PoolKind kind, const Tensor &src, DataFormat format,
                          const KernelContext &context)
{
    check(src.rank() >= 3, "a batch, channels and a spatial axis");
    const std::int64_t mb = src.extent(0);
    const std::int64_t c = src.extent(channelAxis(format, src.rank()));
    auto dst = TensorBuffer::allocate({mb, c}, "the result of global pooling");
    if (!dst)
        return tl::unexpected(dst.error());
    const bool last = format == DataFormat::ChannelsLast;
    const std::int64_t planes = mb * c;
    const std::int64_t cells = planes == 0 ? 0 : src.size() / planes;
    const Images images{last ? mb : planes, last ? c : 1, cells};
    const bool plain = context.wantsReference() || src.size() == 0;
    const auto run = plain ? reduceReference : runVectors;
    const bool done = run(kind, images, src.data(), dst->data(), context.stop);
    context.report(plain ? "reference" : vectorKernelName());
    return finishedTensor(std::move(*dst), done,
                          operationFingerprint("global pool", context, {&src, 1})
                              .add(std::uint64_t(kind))
                              .add(std::uint64_t(format)));
}

} // namespace convscope
