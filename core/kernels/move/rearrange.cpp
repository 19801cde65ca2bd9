// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/move/rearrange.h"

#include "base/check.h"
#include "kernels/kernel_result.h"
#include "kernels/move/axis_split.h"
#include "kernels/move/row_tile.h"
#include "kernels/move/stream_rows.h"
#include "kernels/parallel_tiles.h"
#include "kernels/simd/vector_target.h"

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

/// Longer rows bypass the caches one by one.
constexpr std::int64_t kShortRow = 4096;

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

/// The rows [begin, end) of the output, one after another into `made`.
void placeShortRows(const Placement &p, const float *src, std::int64_t begin, std::int64_t end,
                    float *made)
{
    const std::int64_t width = p.to.back();
    const std::int64_t from = p.from.back();
    const std::int64_t height = p.to[p.to.size() - 2];
    const std::int64_t inside = std::clamp<std::int64_t>(-p.offset.back(), 0, from);
    const std::int64_t left = std::clamp<std::int64_t>(p.offset.back(), 0, width);
    const std::int64_t copied =
        std::clamp<std::int64_t>(p.offset.back() + from, left, width) - left;
    const std::int64_t right = width - left - copied;
    const std::int64_t above = p.offset[p.to.size() - 2];
    const std::int64_t below = above + p.from[p.to.size() - 2];
    while (begin < end) {
        const std::int64_t row = begin % height;
        const std::int64_t first = sourceRow(p, begin);
        // Rows of one kind: with values where the axes before say so and this one does.
        const std::int64_t kindEnd = row < above ? above : row < below ? below : height;
        const std::int64_t count = std::min(std::min(kindEnd, height) - row, end - begin);
        if (first < 0) {
            std::fill_n(made, count * width, 0.0F);
        } else {
            copyRows(src + first + inside, from, made + left, width, count, copied);
            for (std::int64_t i = 0; i < count && left > 0; ++i)
                std::fill_n(made + i * width, left, 0.0F);
            for (std::int64_t i = 0; i < count && right > 0; ++i)
                std::fill_n(made + (i + 1) * width - right, right, 0.0F);
        }
        made += count * width;
        begin += count;
    }
}

bool placeRows(const Tensor &src, const Extents &offset, TensorBuffer &dst,
               const std::stop_token &stop)
{
    const Placement p = placementOf(src.extents(), dst.extents(), offset);
    const auto total = static_cast<std::int64_t>(dst.values().size());
    const std::int64_t width = p.to.back();
    const bool streaming = bypassesCaches(total * 4);
    if (p.to.size() == 1 || width >= kShortRow)
        return parallelTiles(total, kTileValues, stop, [&](std::int64_t begin, std::int64_t end) {
            while (begin < end) {
                const std::int64_t rowEnd = std::min(end, (begin / width + 1) * width);
                placePart(p, src.data(), dst.data(), begin, rowEnd, streaming);
                begin = rowEnd;
            }
        });
    const std::int64_t rows = width == 0 ? 0 : total / width;
    return streamRows(rows, width, dst.data(), streaming, stop,
                      [&](std::int64_t begin, std::int64_t end, float *made) {
                          placeShortRows(p, src.data(), begin, end, made);
                          const std::int64_t next = sourceRow(p, end);
                          return next < 0 ? nullptr : src.data() + next;
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

/// One value after the other, from the rule alone.
bool joinReference(std::span<const Tensor> sources, const AxisSplit &split, int axis, float *dst,
                   const std::stop_token &stop)
{
    return parallelFor(split.outer, stop, [&](std::int64_t o) {
        float *to = dst + o * split.length * split.inner;
        for (const Tensor &source : sources) {
            const std::int64_t part = source.extent(axis) * split.inner;
            for (std::int64_t i = 0; i < part; ++i)
                *to++ = source.data()[o * part + i];
        }
    });
}

bool joinRows(std::span<const Tensor> sources, const AxisSplit &split, int axis, std::int64_t total,
              float *dst, const std::stop_token &stop)
{
    const std::int64_t row = split.length * split.inner;
    const bool streaming = bypassesCaches(total * 4);
    if (row >= kShortRow)
        return parallelTiles(total, kTileValues, stop, [&](std::int64_t begin, std::int64_t end) {
            while (begin < end) {
                std::int64_t start = begin / row * row;
                for (const Tensor &source : sources) {
                    const std::int64_t part = source.extent(axis) * split.inner;
                    const std::int64_t count = std::min(start + part, end) - begin;
                    if (count > 0)
                        copyRow(source.data() + begin / row * part + (begin - start), dst + begin,
                                count, streaming);
                    begin += std::max<std::int64_t>(count, 0);
                    start += part;
                }
            }
        });
    return streamRows(split.outer, row, dst, streaming, stop,
                      [&](std::int64_t begin, std::int64_t end, float *made) {
                          for (const Tensor &source : sources) {
                              const std::int64_t part = source.extent(axis) * split.inner;
                              copyRows(source.data() + begin * part, part, made, row, end - begin,
                                       part);
                              made += part;
                          }
                          return static_cast<const float *>(nullptr);
                      });
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
    const auto total = static_cast<std::int64_t>(dst->values().size());
    const bool done =
        context.wantsReference()
            ? joinReference(sources, split, static_cast<int>(at), dst->data(), context.stop)
            : joinRows(sources, split, static_cast<int>(at), total, dst->data(), context.stop);
    context.report(context.wantsReference() ? "reference" : vectorKernelName());
    return finishedTensor(
        std::move(*dst), done,
        operationFingerprint("concatenate", context, sources).add(std::uint64_t(at)));
}

} // namespace convscope
