// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/rearrange.h"

#include "base/check.h"
#include "kernels/axis_split.h"
#include "kernels/kernel_result.h"
#include "kernels/parallel_tiles.h"
#include "kernels/row_tile.h"
#include "kernels/vector_target.h"

#include <algorithm>

namespace convscope {

namespace {

/// y[o] = x[o − offset] inside the source, 0 outside; offsets may be negative. Axes at the end that
/// are copied whole are one with the axis before them, which becomes the last one here.
struct Placement
{
    Extents from;
    Extents to;
    Extents offset;
};

Placement placementOf(const Extents &from, const Extents &to, const Extents &offset)
{
    Placement p{from, to, offset};
    while (p.to.size() > 1 && p.offset.back() == 0 && p.from.back() == p.to.back()) {
        const std::int64_t inner = p.to.back();
        p.from.pop_back();
        p.to.pop_back();
        p.offset.pop_back();
        p.from.back() *= inner;
        p.to.back() *= inner;
        p.offset.back() *= inner;
    }
    return p;
}

/// First value of the source row that output row `row` shows, or −1 where it shows none.
std::int64_t sourceRow(const Placement &p, std::int64_t row)
{
    std::int64_t step = p.from.back();
    std::int64_t first = 0;
    for (std::size_t axis = p.to.size() - 1; axis-- > 0;) {
        const std::int64_t i = row % p.to[axis] - p.offset[axis];
        if (i < 0 || i >= p.from[axis])
            return -1;
        first += i * step;
        step *= p.from[axis];
        row /= p.to[axis];
    }
    return first;
}

/// Writes the values [begin, end) of the output; they lie in one row.
void placePart(const Placement &p, const float *src, float *dst, std::int64_t begin,
               std::int64_t end, bool streaming)
{
    const std::int64_t width = p.to.back();
    const std::int64_t row = begin / width;
    const std::int64_t first = sourceRow(p, row);
    const std::int64_t left = row * width + p.offset.back();
    const std::int64_t inBegin = first < 0 ? end : std::clamp(left, begin, end);
    const std::int64_t inEnd = first < 0 ? end : std::clamp(left + p.from.back(), inBegin, end);
    if (inBegin > begin)
        zeroRow(dst + begin, inBegin - begin, streaming);
    if (inEnd > inBegin)
        copyRow(src + first + (inBegin - left), dst + inBegin, inEnd - inBegin, streaming);
    if (end > inEnd)
        zeroRow(dst + inEnd, end - inEnd, streaming);
}

/// One value after the other, from the rule alone.
bool placeReference(const Tensor &src, const Extents &offset, TensorBuffer &dst,
                    const std::stop_token &stop)
{
    const Extents &to = dst.extents();
    const auto total = static_cast<std::int64_t>(dst.values().size());
    return parallelTiles(total, kTileValues, stop, [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t i = begin; i < end; ++i) {
            std::int64_t rest = i;
            std::int64_t step = 1;
            std::int64_t from = 0;
            bool inside = true;
            for (std::size_t axis = to.size(); axis-- > 0;) {
                const std::int64_t cell = rest % to[axis] - offset[axis];
                inside = inside && cell >= 0 && cell < src.extents()[axis];
                from += cell * step;
                step *= src.extents()[axis];
                rest /= to[axis];
            }
            dst.data()[i] = inside ? src.data()[from] : 0.0F;
        }
    });
}

bool placeRows(const Tensor &src, const Extents &offset, TensorBuffer &dst,
               const std::stop_token &stop)
{
    const Placement p = placementOf(src.extents(), dst.extents(), offset);
    const auto total = static_cast<std::int64_t>(dst.values().size());
    const std::int64_t width = p.to.back();
    const bool streaming = bypassesCaches(total * 4);
    return parallelTiles(total, kTileValues, stop, [&](std::int64_t begin, std::int64_t end) {
        while (begin < end) {
            const std::int64_t rowEnd = std::min(end, (begin / width + 1) * width);
            placePart(p, src.data(), dst.data(), begin, rowEnd, streaming);
            begin = rowEnd;
        }
    });
}

Result<Tensor> place(const Tensor &src, const Extents &to, const Extents &offset,
                     std::string_view operation, const KernelContext &context)
{
    auto dst = TensorBuffer::allocate(to, "the result of cropping or padding");
    if (!dst)
        return tl::unexpected(dst.error());
    const bool done = context.wantsReference() ? placeReference(src, offset, *dst, context.stop)
                                               : placeRows(src, offset, *dst, context.stop);
    context.report(context.wantsReference() ? "reference" : vectorKernelName());
    FingerprintBuilder identity = operationFingerprint(operation, context, {&src, 1});
    for (const std::int64_t o : offset)
        identity.add(o);
    return finishedTensor(std::move(*dst), done, identity);
}

void checkEnds(const Tensor &src, const Extents &before, const Extents &after)
{
    check(src.rank() >= 1, "an axis");
    check(before.size() == src.extents().size() && after.size() == before.size(),
          "one number per axis");
    for (std::size_t axis = 0; axis < before.size(); ++axis)
        check(before[axis] >= 0 && after[axis] >= 0, "no negative number");
}

} // namespace

Result<Tensor> pad(const Tensor &src, const Extents &before, const Extents &after,
                   const KernelContext &context)
{
    checkEnds(src, before, after);
    Extents to = src.extents();
    for (std::size_t axis = 0; axis < to.size(); ++axis)
        to[axis] += before[axis] + after[axis];
    return place(src, to, before, "pad", context);
}

Result<Tensor> crop(const Tensor &src, const Extents &before, const Extents &after,
                    const KernelContext &context)
{
    checkEnds(src, before, after);
    Extents to = src.extents();
    Extents offset(to.size());
    for (std::size_t axis = 0; axis < to.size(); ++axis) {
        to[axis] -= before[axis] + after[axis];
        check(to[axis] >= 0, "cells left after cropping");
        offset[axis] = -before[axis];
    }
    return place(src, to, offset, "crop", context);
}

Result<Tensor> permute(const Tensor &src, const std::vector<int> &axes,
                       const KernelContext &context)
{
    const std::size_t rank = src.extents().size();
    check(axes.size() == rank, "one entry per axis");
    Extents stepOf(rank, 1);
    for (std::size_t axis = rank; axis-- > 1;)
        stepOf[axis - 1] = stepOf[axis] * src.extents()[axis];
    Extents to(rank);
    Extents steps(rank);
    std::vector<bool> used(rank, false);
    for (std::size_t axis = 0; axis < rank; ++axis) {
        const auto from = static_cast<std::size_t>(axes[axis]);
        check(from < rank && !used[from], "a permutation of the axes");
        used[from] = true;
        to[axis] = src.extents()[from];
        steps[axis] = stepOf[from];
    }
    auto dst = TensorBuffer::allocate(to, "the permuted tensor");
    if (!dst)
        return tl::unexpected(dst.error());
    const bool done = parallelTiles(src.size(), kTileValues, context.stop,
                                    [&](std::int64_t begin, std::int64_t end) {
                                        for (std::int64_t i = begin; i < end; ++i) {
                                            std::int64_t rest = i;
                                            std::int64_t offset = 0;
                                            for (std::size_t axis = rank; axis-- > 0;) {
                                                offset += rest % to[axis] * steps[axis];
                                                rest /= to[axis];
                                            }
                                            dst->data()[i] = src.data()[offset];
                                        }
                                    });
    context.report(context.wantsReference() ? "reference" : vectorKernelName());
    FingerprintBuilder identity = operationFingerprint("permute", context, {&src, 1});
    for (const int axis : axes)
        identity.add(std::int64_t{axis});
    return finishedTensor(std::move(*dst), done, identity);
}

Result<Tensor> concatenate(std::span<const Tensor> sources, int axis, const KernelContext &context)
{
    check(!sources.empty(), "a source");
    Extents to = sources[0].extents();
    const auto at = static_cast<std::size_t>(axis < 0 ? axis + sources[0].rank() : axis);
    check(at < to.size(), "an axis of the tensors");
    to[at] = 0;
    for (const Tensor &source : sources) {
        Extents expected = to;
        expected[at] = source.extent(static_cast<int>(at));
        check(source.extents() == expected, "equal extents but for the axis");
        to[at] += expected[at];
    }
    auto dst = TensorBuffer::allocate(to, "the concatenated tensor");
    if (!dst)
        return tl::unexpected(dst.error());
    const AxisSplit split = splitAt(to, static_cast<int>(at));
    const std::int64_t row = split.length * split.inner;
    const bool streaming = bypassesCaches(static_cast<std::int64_t>(dst->values().size()) * 4);
    const std::int64_t rowsPerTile =
        std::max<std::int64_t>(kTileValues / std::max<std::int64_t>(row, 1), 1);
    const bool done = parallelTiles(
        split.outer, rowsPerTile, context.stop, [&](std::int64_t begin, std::int64_t end) {
            float *dstRow = dst->data() + begin * row;
            for (std::int64_t o = begin; o < end; ++o)
                for (const Tensor &source : sources) {
                    const std::int64_t part = source.extent(static_cast<int>(at)) * split.inner;
                    copyRow(source.data() + o * part, dstRow, part, streaming);
                    dstRow += part;
                }
        });
    context.report(context.wantsReference() ? "reference" : vectorKernelName());
    return finishedTensor(
        std::move(*dst), done,
        operationFingerprint("concatenate", context, sources).add(std::uint64_t(at)));
}

} // namespace convscope
