// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/functions/affine.h"

#include "base/check.h"
#include "kernels/kernel_result.h"
#include "kernels/move/axis_split.h"
#include "kernels/move/row_tile.h"
#include "kernels/parallel_tiles.h"
#include "kernels/simd/vector_target.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <vector>

namespace convscope {

namespace {

double valueAt(const Tensor &tensor, std::int64_t i, double otherwise)
{
    return tensor.isNull() ? otherwise : static_cast<double>(tensor.data()[i]);
}

struct Channels
{
    std::vector<float> center;
    std::vector<float> scale;
    std::vector<float> shift;
};

std::vector<float> repeated(const Tensor &tensor, std::int64_t length, std::int64_t n,
                            float otherwise)
{
    std::vector<float> values(static_cast<std::size_t>(n), otherwise);
    if (!tensor.isNull())
        for (std::int64_t i = 0; i < n; ++i)
            values[static_cast<std::size_t>(i)] = tensor.data()[i % length];
    return values;
}

bool runReference(const ChannelAffine &numbers, const AxisSplit &split, const float *src,
                  float *dst, const std::stop_token &stop)
{
    return parallelFor(split.outer * split.length, stop, [&](std::int64_t row) {
        const std::int64_t c = row % split.length;
        const double center = valueAt(numbers.center, c, 0);
        const double scale = valueAt(numbers.scale, c, 1);
        const double shift = valueAt(numbers.shift, c, 0);
        for (std::int64_t i = row * split.inner; i < (row + 1) * split.inner; ++i)
            dst[i] = static_cast<float>((static_cast<double>(src[i]) - center) * scale + shift);
    });
}

/// Channels next to each other: rows of all channels, repeated so that a row is long and whole
/// vectors.
bool runRows(const ChannelAffine &numbers, const AxisSplit &split, const float *src, float *dst,
             const std::stop_token &stop)
{
    const std::int64_t total = split.outer * split.length;
    const std::int64_t whole = std::lcm(split.length, std::int64_t{16});
    const std::int64_t period =
        whole > 8192 ? split.length : whole * std::max<std::int64_t>(1024 / whole, 1);
    const Channels table{repeated(numbers.center, split.length, period, 0),
                         repeated(numbers.scale, split.length, period, 1),
                         repeated(numbers.shift, split.length, period, 0)};
    const std::int64_t tile = std::max<std::int64_t>(kTileValues / period, 1) * period;
    const bool streaming = bypassesCaches(total * 4);
    return parallelTiles(total, tile, stop, [&](std::int64_t begin, std::int64_t end) {
        const std::int64_t rows = (end - begin) / period;
        affineRows(src + begin, dst + begin, rows, period, table.center.data(), table.scale.data(),
                   table.shift.data(), streaming);
        const std::int64_t rest = begin + rows * period;
        if (rest < end)
            affineRows(src + rest, dst + rest, 1, end - rest, table.center.data(),
                       table.scale.data(), table.shift.data(), streaming);
    });
}

/// One channel in many values: parts of its rows.
bool runPlanes(const ChannelAffine &numbers, const AxisSplit &split, const float *src, float *dst,
               const std::stop_token &stop)
{
    const bool streaming = bypassesCaches(split.outer * split.length * split.inner * 4);
    const std::int64_t parts = (split.inner + kTileValues - 1) / kTileValues;
    const std::int64_t rowsPerTile =
        parts > 1 ? 1 : std::max<std::int64_t>(kTileValues / split.inner, 1);
    return parallelTiles(split.outer * split.length * parts, rowsPerTile, stop,
                         [&](std::int64_t begin, std::int64_t end) {
                             for (std::int64_t i = begin; i < end; ++i) {
                                 const std::int64_t row = i / parts;
                                 const std::int64_t c = row % split.length;
                                 const std::int64_t first = i % parts * kTileValues;
                                 const std::int64_t at = row * split.inner + first;
                                 affineRow(
                                     src + at, dst + at, std::min(kTileValues, split.inner - first),
                                     static_cast<float>(valueAt(numbers.center, c, 0)),
                                     static_cast<float>(valueAt(numbers.scale, c, 1)),
                                     static_cast<float>(valueAt(numbers.shift, c, 0)), streaming);
                             }
                         });
}

} // namespace

Result<Tensor> affine(const ChannelAffine &numbers, const Tensor &src, int axis,
                      const KernelContext &context)
{
    const AxisSplit split = splitAt(src.extents(), axis);
    for (const Tensor *tensor : {&numbers.center, &numbers.scale, &numbers.shift})
        check(tensor->isNull() || tensor->size() == split.length, "one number per channel");
    auto dst = TensorBuffer::allocate(src.extents(), "the result of normalization");
    if (!dst)
        return tl::unexpected(dst.error());
    const auto run = context.wantsReference() ? runReference
                     : split.inner == 1       ? runRows
                                              : runPlanes;
    const bool done = src.size() == 0 || run(numbers, split, src.data(), dst->data(), context.stop);
    context.report(context.wantsReference() ? "reference" : vectorKernelName());
    const std::array operands{src, numbers.center, numbers.scale, numbers.shift};
    return finishedTensor(
        std::move(*dst), done,
        operationFingerprint("affine", context, operands).add(split.length).add(split.inner));
}

ChannelAffine batchNormalization(const Tensor &gamma, const Tensor &beta, const Tensor &mean,
                                 const Tensor &variance, double epsilon)
{
    std::vector<float> scale(variance.values().size());
    for (std::size_t c = 0; c < scale.size(); ++c) {
        const double g = valueAt(gamma, static_cast<std::int64_t>(c), 1);
        scale[c] =
            static_cast<float>(g / std::sqrt(static_cast<double>(variance.values()[c]) + epsilon));
    }
    return {mean, Tensor::of({variance.size()}, scale), beta};
}

Result<Tensor> rescale(float scale, float shift, const Tensor &src, const KernelContext &context)
{
    auto dst = TensorBuffer::allocate(src.extents(), "the result of rescaling");
    if (!dst)
        return tl::unexpected(dst.error());
    const bool streaming = bypassesCaches(src.bytes());
    const bool done = parallelTiles(
        src.size(), kTileValues, context.stop, [&](std::int64_t begin, std::int64_t end) {
            if (context.wantsReference())
                for (std::int64_t i = begin; i < end; ++i)
                    dst->data()[i] = static_cast<float>(static_cast<double>(src.data()[i]) *
                                                            static_cast<double>(scale) +
                                                        static_cast<double>(shift));
            else
                affineRow(src.data() + begin, dst->data() + begin, end - begin, 0, scale, shift,
                          streaming);
        });
    context.report(context.wantsReference() ? "reference" : vectorKernelName());
    return finishedTensor(std::move(*dst), done,
                          operationFingerprint("rescale", context, {&src, 1})
                              .add(static_cast<double>(scale))
                              .add(static_cast<double>(shift)));
}

} // namespace convscope
