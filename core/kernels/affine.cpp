// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/affine.h"

#include "base/check.h"
#include "kernels/axis_split.h"
#include "kernels/kernel_result.h"
#include "kernels/parallel_tiles.h"

#include <array>
#include <bit>
#include <cmath>
#include <vector>

namespace convscope {

namespace {

double valueAt(const Tensor &tensor, std::int64_t i, double otherwise)
{
    return tensor.isNull() ? otherwise : static_cast<double>(tensor.data()[i]);
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
    const bool done = parallelFor(split.outer * split.length, context.stop, [&](std::int64_t row) {
        const std::int64_t c = row % split.length;
        const double center = valueAt(numbers.center, c, 0);
        const double scale = valueAt(numbers.scale, c, 1);
        const double shift = valueAt(numbers.shift, c, 0);
        for (std::int64_t i = row * split.inner; i < (row + 1) * split.inner; ++i)
            dst->data()[i] =
                static_cast<float>((static_cast<double>(src.data()[i]) - center) * scale + shift);
    });
    context.report("reference");
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
    const bool done = parallelTiles(
        src.size(), kTileValues, context.stop, [&](std::int64_t begin, std::int64_t end) {
            for (std::int64_t i = begin; i < end; ++i)
                dst->data()[i] = static_cast<float>(static_cast<double>(src.data()[i]) *
                                                        static_cast<double>(scale) +
                                                    static_cast<double>(shift));
        });
    context.report("reference");
    return finishedTensor(std::move(*dst), done,
                          operationFingerprint("rescale", context, {&src, 1})
                              .add(static_cast<double>(scale))
                              .add(static_cast<double>(shift)));
}

} // namespace convscope
