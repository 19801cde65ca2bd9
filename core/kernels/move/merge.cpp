// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/move/merge.h"

#include "base/check.h"
#include "kernels/kernel_result.h"
#include "kernels/move/row_tile.h"
#include "kernels/parallel_tiles.h"
#include "kernels/simd/vector_target.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace convscope {

namespace {

/// Steps through a source per axis of the result; 0 where the source is broadcast.
Extents broadcastSteps(const Tensor &source, const Extents &result)
{
    Extents steps(result.size(), 0);
    std::int64_t step = 1;
    for (int back = 1; back <= source.rank(); ++back) {
        const std::int64_t extent = source.extent(-back);
        steps[result.size() - static_cast<std::size_t>(back)] = extent == 1 ? 0 : step;
        step *= extent;
    }
    return steps;
}

std::int64_t offsetOf(std::int64_t index, const Extents &extents, const Extents &steps)
{
    std::int64_t offset = 0;
    for (std::size_t axis = extents.size(); axis-- > 0;) {
        offset += index % extents[axis] * steps[axis];
        index /= extents[axis];
    }
    return offset;
}

std::ptrdiff_t leadingOnes(const Tensor &source)
{
    const auto &extents = source.extents();
    return std::find_if(extents.begin(), extents.end(), [](std::int64_t e) { return e != 1; }) -
           extents.begin();
}

/// The values [begin, end) of a source as they meet the result: the source itself where it is not
/// broadcast, else spread into `scratch`.
const float *spread(const Tensor &source, const Extents &extents, const Extents &steps,
                    std::int64_t begin, std::int64_t end, float *scratch)
{
    if (source.extents() == extents)
        return source.data() + begin;
    // Only leading axes are broadcast: the source over and over.
    const std::int64_t size = source.size();
    const bool repeats = std::equal(
        source.extents().rbegin(), source.extents().rend() - leadingOnes(source), extents.rbegin());
    if (repeats && size > 0) {
        const std::int64_t n = end - begin;
        for (std::int64_t i = 0; i < std::min(size, n); ++i)
            scratch[i] = source.data()[(begin + i) % size];
        for (std::int64_t filled = size; filled < n; filled *= 2)
            std::copy_n(scratch, std::min(filled, n - filled), scratch + filled);
        return scratch;
    }
    const std::int64_t width = extents.empty() ? 1 : extents.back();
    const std::int64_t step = extents.empty() ? 0 : steps.back();
    for (std::int64_t i = begin; i < end;) {
        const std::int64_t count = std::min(end - i, width - i % width);
        const float *from = source.data() + offsetOf(i, extents, steps);
        if (step == 0)
            std::fill_n(scratch + (i - begin), count, *from);
        else
            std::copy_n(from, count, scratch + (i - begin));
        i += count;
    }
    return scratch;
}

/// Values of a tile: its broadcast sources stay in the first-level cache.
constexpr std::int64_t kPart = 2048;

float combined(MergeOp op, float left, float right)
{
    switch (op) {
    case MergeOp::Add:
    case MergeOp::Average:
        return left + right;
    case MergeOp::Subtract:
        return left - right;
    case MergeOp::Multiply:
        return left * right;
    case MergeOp::Maximum:
        return right > left || std::isnan(right) ? right : left;
    case MergeOp::Minimum:
        return right < left || std::isnan(right) ? right : left;
    case MergeOp::Divide:
        return left / right;
    case MergeOp::Power:
        return std::pow(left, right);
    }
    return left;
}

/// There is no vector instruction for it.
void powerRow(const float *left, const float *right, float *dst, std::int64_t n)
{
    for (std::int64_t i = 0; i < n; ++i)
        dst[i] = std::pow(left[i], right[i]);
}

} // namespace

std::optional<Extents> broadcastExtents(std::span<const Tensor> sources)
{
    Extents result;
    for (const Tensor &source : sources) {
        const auto rank = static_cast<std::size_t>(source.rank());
        if (rank > result.size())
            result.insert(result.begin(), rank - result.size(), 1);
        for (int back = 1; back <= source.rank(); ++back) {
            std::int64_t &extent = result[result.size() - static_cast<std::size_t>(back)];
            const std::int64_t other = source.extent(-back);
            if (extent == 1)
                extent = other;
            else if (other != 1 && other != extent)
                return std::nullopt;
        }
    }
    return result;
}

Result<Tensor> merge(MergeOp op, std::span<const Tensor> sources, const KernelContext &context)
{
    check(!sources.empty(), "a source");
    const bool takesTwo = op == MergeOp::Subtract || op == MergeOp::Divide || op == MergeOp::Power;
    check(!takesTwo || sources.size() == 2, "two sources to subtract or divide");
    const auto extents = broadcastExtents(sources);
    check(extents.has_value(), "sources that fit");
    auto dst = TensorBuffer::allocate(*extents, "the result of merging");
    if (!dst)
        return tl::unexpected(dst.error());
    std::vector<Extents> steps;
    for (const Tensor &source : sources)
        steps.push_back(broadcastSteps(source, *extents));
    const auto total = static_cast<std::int64_t>(dst->values().size());
    const auto reference = [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t i = begin; i < end; ++i) {
            float y = sources[0].data()[offsetOf(i, *extents, steps[0])];
            for (std::size_t s = 1; s < sources.size(); ++s)
                y = combined(op, y, sources[s].data()[offsetOf(i, *extents, steps[s])]);
            if (op == MergeOp::Average)
                y /= static_cast<float>(sources.size());
            dst->data()[i] = y;
        }
    };
    const auto count = static_cast<std::int64_t>(sources.size());
    const bool streaming = bypassesCaches(total * 4);
    const auto vector = [&](std::int64_t begin, std::int64_t end) {
        std::vector<const float *> parts(sources.size());
        for (std::int64_t i = begin; i < end; i += kPart) {
            const std::int64_t partEnd = std::min(i + kPart, end);
            float *scratch = threadScratch(count * kPart + 16);
            for (std::size_t s = 0; s < sources.size(); ++s)
                parts[s] = spread(sources[s], *extents, steps[s], i, partEnd,
                                  scratch + static_cast<std::int64_t>(s) * kPart);
            if (op == MergeOp::Power)
                powerRow(parts[0], parts[1], dst->data() + i, partEnd - i);
            else
                mergeRow(op, parts.data(), count, dst->data() + i, partEnd - i, streaming);
        }
    };
    // Thousands of sources would not fit the scratch.
    const bool plain = context.wantsReference() || count * kPart + 16 > kScratchFloats;
    const bool done = plain ? parallelTiles(total, kTileValues, context.stop, reference)
                            : parallelTiles(total, kTileValues, context.stop, vector);
    context.report(plain ? "reference" : vectorKernelName());
    return finishedTensor(std::move(*dst), done,
                          operationFingerprint("merge", context, sources).add(std::uint64_t(op)));
}

Result<Tensor> prelu(const Tensor &src, const Tensor &alpha, const KernelContext &context)
{
    auto dst = TensorBuffer::allocate(src.extents(), "the result of PReLU");
    if (!dst)
        return tl::unexpected(dst.error());
    const std::array operands{src, alpha};
    check(broadcastExtents(operands) == src.extents(), "an alpha that fits the source");
    const Extents steps = broadcastSteps(alpha, src.extents());
    const bool streaming = bypassesCaches(src.bytes());
    const auto reference = [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t i = begin; i < end; ++i) {
            const float x = src.data()[i];
            const float slope = alpha.data()[offsetOf(i, src.extents(), steps)];
            dst->data()[i] = (x < 0 ? 0.0F : x) - slope * (-x < 0 ? 0.0F : -x);
        }
    };
    const auto vector = [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t i = begin; i < end; i += kPart) {
            const std::int64_t partEnd = std::min(i + kPart, end);
            const float *slopes =
                spread(alpha, src.extents(), steps, i, partEnd, threadScratch(kPart + 16));
            preluRow(src.data() + i, slopes, dst->data() + i, partEnd - i, streaming);
        }
    };
    const bool done = context.wantsReference()
                          ? parallelTiles(src.size(), kTileValues, context.stop, reference)
                          : parallelTiles(src.size(), kTileValues, context.stop, vector);
    context.report(context.wantsReference() ? "reference" : vectorKernelName());
    return finishedTensor(std::move(*dst), done, operationFingerprint("prelu", context, operands));
}

} // namespace convscope
