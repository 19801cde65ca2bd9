// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/move/strided_view.h"

#include "base/check.h"
#include "kernels/kernel_result.h"
#include "kernels/parallel_tiles.h"

#include <algorithm>

namespace convscope {

namespace {

/// Where the row `row` of the view begins in the source.
std::int64_t rowStart(const StridedView &view, std::int64_t row)
{
    std::int64_t at = view.first;
    for (std::size_t axis = view.extents.size() - 1; axis-- > 0;) {
        at += row % view.extents[axis] * view.steps[axis];
        row /= view.extents[axis];
    }
    return at;
}

/// Neighbouring axes that lie evenly in the source are one.
StridedView collapsed(const StridedView &view)
{
    StridedView result{{}, view.first, {}};
    for (std::size_t axis = 0; axis < view.extents.size(); ++axis) {
        const std::int64_t extent = view.extents[axis];
        const std::int64_t step = view.steps[axis];
        if (extent == 1)
            continue;
        if (!result.extents.empty() && result.steps.back() == step * extent) {
            result.extents.back() *= extent;
            result.steps.back() = step;
        } else {
            result.extents.push_back(extent);
            result.steps.push_back(step);
        }
    }
    if (result.extents.empty()) {
        result.extents = {1};
        result.steps = {1};
    }
    return result;
}

} // namespace

Result<Tensor> readStrided(const StridedView &view, const Tensor &src, const KernelContext &context)
{
    check(view.extents.size() == view.steps.size(), "one step per axis");
    auto dst = TensorBuffer::allocate(view.extents, "a part of a tensor");
    if (!dst)
        return tl::unexpected(dst.error());
    const StridedView rows = collapsed(view);
    const std::int64_t width = rows.extents.back();
    const std::int64_t step = rows.steps.back();
    const auto total = static_cast<std::int64_t>(dst->values().size());
    const std::int64_t count = width == 0 ? 0 : total / width;
    const bool done = parallelTiles(
        count, std::max<std::int64_t>(kTileValues / std::max<std::int64_t>(width, 1), 1),
        context.stop, [&](std::int64_t begin, std::int64_t end) {
            for (std::int64_t row = begin; row < end; ++row) {
                const float *from = src.data() + rowStart(rows, row);
                float *to = dst->data() + row * width;
                if (step == 1) {
                    std::copy_n(from, width, to);
                    continue;
                }
                for (std::int64_t i = 0; i < width; ++i)
                    to[i] = from[i * step];
            }
        });
    context.report(context.wantsReference() ? "reference" : "strided");
    FingerprintBuilder identity = operationFingerprint("strided", context, {&src, 1});
    identity.add(view.first);
    for (std::size_t axis = 0; axis < view.extents.size(); ++axis)
        identity.add(view.extents[axis]).add(view.steps[axis]);
    return finishedTensor(std::move(*dst), done, identity);
}

} // namespace convscope
