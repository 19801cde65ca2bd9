// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "base/check.h"
#include "kernels/kernel_result.h"
#include "kernels/move/rearrange.h"
#include "kernels/move/row_tile.h"
#include "kernels/move/stream_rows.h"
#include "kernels/parallel_tiles.h"
#include "kernels/simd/vector_target.h"

#include <algorithm>

namespace convscope {

namespace {

/// Value (i₀, i₁, …) of the result lies at Σ iₐ · steps[a] of the source.
struct Moves
{
    Extents to;
    Extents steps;
};

Moves movesOf(const Extents &from, const std::vector<int> &axes)
{
    const std::size_t rank = from.size();
    Extents stepOf(rank, 1);
    for (std::size_t axis = rank; axis-- > 1;)
        stepOf[axis - 1] = stepOf[axis] * from[axis];
    Moves moves{Extents(rank), Extents(rank)};
    std::vector<bool> used(rank, false);
    for (std::size_t axis = 0; axis < rank; ++axis) {
        const auto source = static_cast<std::size_t>(axes[axis]);
        check(source < rank && !used[source], "a permutation of the axes");
        used[source] = true;
        moves.to[axis] = from[source];
        moves.steps[axis] = stepOf[source];
    }
    return moves;
}

/// Without axes of one cell; axes that stay next to each other are one.
Moves collapsed(const Moves &moves)
{
    Moves result;
    for (std::size_t axis = 0; axis < moves.to.size(); ++axis) {
        const std::int64_t extent = moves.to[axis];
        const std::int64_t step = moves.steps[axis];
        if (extent == 1)
            continue;
        if (!result.to.empty() && result.steps.back() == step * extent) {
            result.to.back() *= extent;
            result.steps.back() = step;
        } else {
            result.to.push_back(extent);
            result.steps.push_back(step);
        }
    }
    if (result.to.empty())
        return {{1}, {1}};
    return result;
}

std::int64_t sourceOf(const Moves &moves, std::int64_t index)
{
    std::int64_t offset = 0;
    for (std::size_t axis = moves.to.size(); axis-- > 0;) {
        offset += index % moves.to[axis] * moves.steps[axis];
        index /= moves.to[axis];
    }
    return offset;
}

bool runReference(const Moves &moves, std::int64_t total, const float *src, float *dst,
                  const std::stop_token &stop)
{
    return parallelTiles(total, kTileValues, stop, [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t i = begin; i < end; ++i)
            dst[i] = src[sourceOf(moves, i)];
    });
}

/// The last axis moves whole: its rows are copied, short ones put together first.
bool moveRows(const Moves &moves, std::int64_t total, const float *src, float *dst,
              const std::stop_token &stop)
{
    const std::int64_t width = moves.to.back();
    const bool streaming = bypassesCaches(total * 4);
    if (moves.to.size() == 1 || width >= kTileValues)
        return parallelTiles(total, kTileValues, stop, [&](std::int64_t begin, std::int64_t end) {
            while (begin < end) {
                const std::int64_t rowEnd = std::min(end, (begin / width + 1) * width);
                copyRow(src + sourceOf(moves, begin), dst + begin, rowEnd - begin, streaming);
                begin = rowEnd;
            }
        });
    const std::size_t down = moves.to.size() - 2;
    const std::int64_t height = moves.to[down];
    return streamRows(total / width, width, dst, streaming, stop,
                      [&](std::int64_t row, std::int64_t end, float *made) {
                          while (row < end) {
                              const std::int64_t count = std::min(end - row, height - row % height);
                              copyRows(src + sourceOf(moves, row * width), moves.steps[down], made,
                                       width, count, width);
                              made += count * width;
                              row += count;
                          }
                          return static_cast<const float *>(nullptr);
                      });
}

/// The last axis of the result and the last of the source change places, block by block.
class BlockTranspose
{
public:
    BlockTranspose(const Moves &moves, std::int64_t total)
        : m_outer(moves), m_columns(moves.to.back()), m_srcStep(moves.steps.back()),
          m_streaming(bypassesCaches(total * 4))
    {
        const auto unit = static_cast<std::size_t>(
            std::find(moves.steps.begin(), moves.steps.end(), 1) - moves.steps.begin());
        m_rows = moves.to[unit];
        m_outer.to[unit] = 1;
        m_outer.to.back() = 1;
        Extents steps(moves.to.size(), 1);
        for (std::size_t axis = moves.to.size(); axis-- > 1;)
            steps[axis - 1] = steps[axis] * moves.to[axis];
        m_dstStep = steps[unit];
        m_place = {m_outer.to, steps};
        // About a tile of values, narrow ones as long as they are thin.
        m_high = std::clamp<std::int64_t>(kTileValues / std::min<std::int64_t>(m_columns, 128), 1,
                                          m_rows);
        m_wide = std::clamp<std::int64_t>(kTileValues / m_high, 1, m_columns);
        m_rowBlocks = (m_rows + m_high - 1) / m_high;
        m_columnBlocks = (m_columns + m_wide - 1) / m_wide;
        m_planes = total / (m_rows * m_columns);
        // Rows of a block need not lie in the same places of the first-level cache.
        m_step = m_wide == m_columns && m_dstStep == m_columns ? m_columns
                                                               : (m_wide + 15) / 16 * 16 + 16;
    }

    [[nodiscard]] bool run(const float *src, float *dst, const std::stop_token &stop) const
    {
        const std::int64_t blocks = m_planes * m_rowBlocks * m_columnBlocks;
        return parallelTiles(blocks, kTileValues / (m_high * m_wide), stop,
                             [&](std::int64_t begin, std::int64_t end) {
                                 for (std::int64_t block = begin; block < end; ++block)
                                     move(block, src, dst);
                             });
    }

private:
    void move(std::int64_t block, const float *src, float *dst) const
    {
        const std::int64_t j = block % m_columnBlocks * m_wide;
        const std::int64_t i = block / m_columnBlocks % m_rowBlocks * m_high;
        const std::int64_t plane = block / m_columnBlocks / m_rowBlocks;
        const std::int64_t rows = std::min(m_high, m_rows - i);
        const std::int64_t columns = std::min(m_wide, m_columns - j);
        const float *from = src + sourceOf(m_outer, plane) + i + j * m_srcStep;
        float *to = dst + sourceOf(m_place, plane) + i * m_dstStep + j;
        if (!m_streaming)
            return transposeRows(from, m_srcStep, to, m_dstStep, rows, columns, 0);
        if (m_step == m_dstStep)
            return moveParts(from, to, rows);
        float *made = threadScratch(m_high * m_step);
        transposeRows(from, m_srcStep, made, m_step, rows, columns, 0);
        // The next block most often follows in the source.
        const float *next = from + m_wide * m_srcStep;
        for (std::int64_t row = 0; row < rows; ++row)
            streamRow(made + row * m_step, to + row * m_dstStep, columns, next + row * columns);
    }

    /// Rows of the result that lie one after another.
    void moveParts(const float *src, float *dst, std::int64_t rows) const
    {
        const std::int64_t part =
            std::max<std::int64_t>(kStreamedPart / m_columns / kFetched * kFetched, kFetched);
        LineStream stream(dst, threadScratch(LineStream::scratchFor(part * m_columns)), true);
        for (std::int64_t i = 0; i < rows; i += part) {
            const std::int64_t count = std::min(part, rows - i);
            transposeRows(src + i, m_srcStep, stream.room(), m_columns, count, m_columns, part);
            stream.add(count * m_columns, nullptr);
        }
        stream.finish();
    }

    /// Rows that are whole cache lines of the source.
    static constexpr std::int64_t kFetched = 16;

    Moves m_outer;
    Moves m_place;
    std::int64_t m_rows = 1; ///< neighbours in the source
    std::int64_t m_columns;  ///< neighbours in the result
    std::int64_t m_srcStep;
    std::int64_t m_dstStep = 1;
    std::int64_t m_high = 1;
    std::int64_t m_wide = 1;
    std::int64_t m_rowBlocks = 1;
    std::int64_t m_columnBlocks = 1;
    std::int64_t m_planes = 1;
    std::int64_t m_step = 1;
    bool m_streaming;
};

bool runVectors(const Moves &moves, std::int64_t total, const float *src, float *dst,
                const std::stop_token &stop)
{
    const Moves few = collapsed(moves);
    if (few.steps.back() == 1)
        return moveRows(few, total, src, dst, stop);
    return BlockTranspose(few, total).run(src, dst, stop);
}

} // namespace

Result<Tensor> permute(const Tensor &src, const std::vector<int> &axes,
                       const KernelContext &context)
{
    check(axes.size() == src.extents().size(), "one entry per axis");
    const Moves moves = movesOf(src.extents(), axes);
    auto dst = TensorBuffer::allocate(moves.to, "the permuted tensor");
    if (!dst)
        return tl::unexpected(dst.error());
    const auto run = context.wantsReference() ? runReference : runVectors;
    const bool done =
        src.size() == 0 || run(moves, src.size(), src.data(), dst->data(), context.stop);
    context.report(context.wantsReference() ? "reference" : vectorKernelName());
    FingerprintBuilder identity = operationFingerprint("permute", context, {&src, 1});
    for (const int axis : axes)
        identity.add(std::int64_t{axis});
    return finishedTensor(std::move(*dst), done, identity);
}

} // namespace convscope
