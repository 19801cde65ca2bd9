// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/window/pooling.h"

#include "base/check.h"
#include "base/saturating.h"
#include "kernels/kernel_result.h"
#include "kernels/move/line_stream.h"
#include "kernels/parallel_tiles.h"
#include "kernels/simd/vector_target.h"
#include "kernels/window/window_tile.h"

#include <algorithm>
#include <vector>

namespace convscope {

namespace {

Extents extentsOf(const PoolProblem &p, const Spatial &spatial)
{
    Extents extents{p.mb};
    if (p.format == DataFormat::ChannelsFirst)
        extents.push_back(p.c);
    extents.insert(extents.end(), spatial.begin(), spatial.begin() + p.rank);
    if (p.format == DataFormat::ChannelsLast)
        extents.push_back(p.c);
    return extents;
}

/// The cells of the window of output cell o that lie inside: [begin, end).
struct Window
{
    std::int64_t begin;
    std::int64_t end;
};

Window windowOf(const PoolProblem &p, std::size_t axis, std::int64_t o)
{
    const std::int64_t first = o * p.strides[axis] - p.padBefore[axis];
    return {std::max<std::int64_t>(first, 0), std::min(first + p.kernel[axis], p.in[axis])};
}

float pooled(const PoolProblem &p, const Spatial &cell, const float *src, std::int64_t step)
{
    const Window d = windowOf(p, 0, cell[0]);
    const Window h = windowOf(p, 1, cell[1]);
    const Window w = windowOf(p, 2, cell[2]);
    double joined = startOf(p.kind);
    std::int64_t count = 0;
    for (std::int64_t i = d.begin; i < d.end; ++i)
        for (std::int64_t j = h.begin; j < h.end; ++j)
            for (std::int64_t k = w.begin; k < w.end; ++k) {
                const float x = src[((i * p.in[1] + j) * p.in[2] + k) * step];
                join(p.kind, joined, static_cast<double>(x));
                ++count;
            }
    return finished(p.kind, joined, count);
}

/// The problem with its axes at the end of three: missing ones are leading axes of one cell.
PoolProblem threeAxes(const PoolProblem &p)
{
    PoolProblem q = p;
    const auto shift = static_cast<std::size_t>(3 - p.rank);
    for (std::size_t axis = 0; axis < 3; ++axis) {
        const bool real = axis >= shift;
        q.in[axis] = real ? p.in[axis - shift] : 1;
        q.out[axis] = real ? p.out[axis - shift] : 1;
        q.kernel[axis] = real ? p.kernel[axis - shift] : 1;
        q.strides[axis] = real ? p.strides[axis - shift] : 1;
        q.padBefore[axis] = real ? p.padBefore[axis - shift] : 0;
    }
    return q;
}

void poolPlane(const PoolProblem &p, const float *src, float *dst, std::int64_t step)
{
    for (std::int64_t i = 0; i < p.out[0]; ++i)
        for (std::int64_t j = 0; j < p.out[1]; ++j)
            for (std::int64_t k = 0; k < p.out[2]; ++k)
                dst[((i * p.out[1] + j) * p.out[2] + k) * step] = pooled(p, {i, j, k}, src, step);
}

bool runReference(const PoolProblem &p, const float *src, float *dst, const std::stop_token &stop)
{
    const std::int64_t inCells = p.in[0] * p.in[1] * p.in[2];
    const std::int64_t outCells = p.out[0] * p.out[1] * p.out[2];
    const bool last = p.format == DataFormat::ChannelsLast;
    return parallelFor(p.mb * p.c, stop, [&](std::int64_t plane) {
        const std::int64_t b = plane / p.c;
        const std::int64_t c = plane % p.c;
        const std::int64_t from = last ? b * inCells * p.c + c : plane * inCells;
        const std::int64_t to = last ? b * outCells * p.c + c : plane * outCells;
        poolPlane(p, src + from, dst + to, last ? p.c : 1);
    });
}

/// Values of an output row made at a time: the source rows of its windows stay in the first-level
/// cache from one output row to the next.
constexpr std::int64_t kRowPart = 1024;
/// Where rows are no whole cache lines, one after the other is streamed, better a whole one.
constexpr std::int64_t kLongPart = 8192;

/// Rows of cells of `c` values, images one after another: channels_first is images of one channel.
/// A tile is some rows of a part of the width. Per output row, its source rows become one line, and
/// the cells of that line become the output cells.
class RowPooling
{
public:
    RowPooling(const PoolProblem &p, const float *src, float *dst)
        : m_p(p), m_src(src), m_dst(dst), m_c(p.format == DataFormat::ChannelsLast ? p.c : 1),
          m_rows(p.mb * p.c / m_c * p.out[0] * p.out[1]), m_width(p.out[2] * m_c),
          m_streaming(
              bypassesCaches(m_rows * m_width * 4, p.mb * p.c * p.in[0] * p.in[1] * p.in[2] * 4)),
          m_gathers(m_streaming && m_c % 16 != 0),
          m_partCells(
              std::clamp<std::int64_t>((m_gathers ? kLongPart : kRowPart) / m_c, 1, p.out[2])),
          m_parts((p.out[2] + m_partCells - 1) / m_partCells),
          m_partRows(std::clamp<std::int64_t>(2 * kTileValues / (m_partCells * m_c), 1, m_rows)),
          m_lineValues(lineValues(p))
    {
    }

    /// The scratch of a tile fits its bound.
    [[nodiscard]] bool fits() const { return scratch() <= kScratchFloats; }

    [[nodiscard]] bool run(const std::stop_token &stop) const
    {
        const std::int64_t bands = (m_rows + m_partRows - 1) / m_partRows;
        return parallelFor(bands * m_parts, stop, [this](std::int64_t i) {
            const std::int64_t row = i / m_parts * m_partRows;
            const std::int64_t o = i % m_parts * m_partCells;
            poolTile(row, std::min(row + m_partRows, m_rows), o,
                     std::min(m_partCells, m_p.out[2] - o));
        });
    }

private:
    /// Sizes that a person typed may be beyond what adds up.
    [[nodiscard]] std::int64_t lineValues(const PoolProblem &p) const
    {
        const std::int64_t cells =
            saturatingAdd(saturatingMultiply(m_partCells, p.strides[2]), p.kernel[2]);
        return saturatingAdd(saturatingMultiply(cells, m_c), 79) / 16 * 16;
    }

    struct RowPlace
    {
        std::int64_t image;
        std::int64_t slice;
        std::int64_t row;
    };

    void next(RowPlace &place) const
    {
        if (++place.row < m_p.out[1])
            return;
        place.row = 0;
        if (++place.slice < m_p.out[0])
            return;
        place.slice = 0;
        ++place.image;
    }

    [[nodiscard]] std::int64_t scratch() const
    {
        return saturatingAdd(m_lineValues,
                             m_gathers ? LineStream::scratchFor(m_partCells * m_c) : 0);
    }

    void poolTile(std::int64_t row, std::int64_t rowEnd, std::int64_t o, std::int64_t cells) const
    {
        std::vector<const float *> sources;
        float *line = threadScratch(scratch());
        float *dst = m_dst + row * m_width + o * m_c;
        LineStream stream(dst, line + m_lineValues, m_gathers);
        const std::int64_t h = row % m_p.out[1];
        const std::int64_t d = row / m_p.out[1] % m_p.out[0];
        RowPlace place{row / m_p.out[1] / m_p.out[0], d, h};
        for (std::int64_t r = row; r < rowEnd; ++r, dst += m_width, next(place)) {
            if (m_parts > 1)
                stream = LineStream(dst, line + m_lineValues, m_gathers);
            poolRow(place, o, cells, sources, line, stream.room());
            stream.add(cells * m_c, nullptr);
            if (m_parts > 1)
                stream.finish();
        }
        stream.finish();
    }

    /// The output cells o … o + cells − 1 of a row.
    void poolRow(const RowPlace &place, std::int64_t o, std::int64_t cells,
                 std::vector<const float *> &sources, float *line, float *dst) const
    {
        const Window deep = windowOf(m_p, 0, place.slice);
        const Window high = windowOf(m_p, 1, place.row);
        // Input cells that the line shows; those outside weigh nothing.
        const std::int64_t stride = m_p.strides[2];
        const std::int64_t first = o * stride - m_p.padBefore[2];
        const std::int64_t last = first + (cells - 1) * stride + m_p.kernel[2];
        const std::int64_t begin = std::clamp<std::int64_t>(first, 0, m_p.in[2]);
        const std::int64_t end = std::clamp<std::int64_t>(last, begin, m_p.in[2]);
        sources.clear();
        for (std::int64_t i = deep.begin; i < deep.end; ++i)
            for (std::int64_t j = high.begin; j < high.end; ++j)
                sources.push_back(
                    m_src +
                    (((place.image * m_p.in[0] + i) * m_p.in[1] + j) * m_p.in[2] + begin) * m_c);
        const bool divides = isMean(m_p.kind);
        const auto nothing = static_cast<float>(startOf(m_p.kind));
        if (sources.empty() || begin == end) {
            std::fill_n(dst, cells * m_c, nothing);
            return;
        }
        const auto rows = static_cast<std::int64_t>(sources.size());
        const float *from = sources[0];
        if (rows > 1 || begin > first || end < last) {
            std::fill_n(line, (begin - first) * m_c, nothing);
            const std::int64_t down = std::min(m_p.strides[1], m_p.kernel[1]);
            reduceRows(m_p.kind, {sources.data(), rows, down, m_p.strides[1] * m_p.in[2] * m_c},
                       line + (begin - first) * m_c, (end - begin) * m_c);
            std::fill_n(line + (end - first) * m_c, (last - end) * m_c, nothing);
            from = line;
        }
        const std::int64_t taps = m_p.kernel[2];
        const double count = static_cast<double>(rows * taps);
        CellWindows windows{m_p.kind, m_c,
                            cells,    cells == 1 ? 1 : stride,
                            taps,     divides ? static_cast<float>(1 / count) : 1.0F};
        const bool leaves = begin > first || end < last;
        if (!divides || !leaves || m_gathers || !m_streaming) {
            reduceCells(windows, from, dst, m_streaming && !m_gathers);
            if (divides && leaves)
                averageEnds(o, cells, dst);
            return;
        }
        // What bypassed the caches is not read again: cells at the ends are made on their own.
        std::int64_t head = 0;
        while (head < cells && insideOf(o + head) < taps) {
            averageCell(o + head, windows, rows, from + head * stride * m_c, dst + head * m_c);
            ++head;
        }
        std::int64_t tail = cells;
        while (tail > head && insideOf(o + tail - 1) < taps) {
            --tail;
            averageCell(o + tail, windows, rows, from + tail * stride * m_c, dst + tail * m_c);
        }
        windows.cells = tail - head;
        reduceCells(windows, from + head * stride * m_c, dst + head * m_c, true);
    }

    /// Cells of the window of a cell that lie inside the width.
    [[nodiscard]] std::int64_t insideOf(std::int64_t cell) const
    {
        const Window window = windowOf(m_p, 2, cell);
        return std::max<std::int64_t>(window.end - window.begin, 0);
    }

    void averageCell(std::int64_t cell, CellWindows windows, std::int64_t rows, const float *from,
                     float *dst) const
    {
        const auto count = static_cast<double>(rows * insideOf(cell));
        windows.cells = 1;
        windows.stride = 1;
        windows.scale = count > 0 ? static_cast<float>(1 / count) : 0.0F;
        reduceCells(windows, from, dst, true);
    }

    /// Cells whose windows leave the input were divided by too much. They are the first and the
    /// last ones.
    void averageEnds(std::int64_t o, std::int64_t cells, float *dst) const
    {
        std::int64_t cell = 0;
        while (cell < cells && !averageEnd(o + cell, dst + cell * m_c))
            ++cell;
        for (std::int64_t last = cells - 1; last > cell; --last)
            if (averageEnd(o + last, dst + last * m_c))
                return;
    }

    /// Whether the window lies inside, so that nothing was to be done.
    bool averageEnd(std::int64_t cell, float *dst) const
    {
        const std::int64_t inside = insideOf(cell);
        if (inside == m_p.kernel[2])
            return true;
        if (inside == 0)
            return false;
        const float factor =
            static_cast<float>(static_cast<double>(m_p.kernel[2]) / static_cast<double>(inside));
        for (std::int64_t i = 0; i < m_c; ++i)
            dst[i] *= factor;
        return false;
    }

    PoolProblem m_p;
    const float *m_src;
    float *m_dst;
    std::int64_t m_c;
    std::int64_t m_rows;
    std::int64_t m_width; ///< values of an output row
    bool m_streaming;
    bool m_gathers; ///< parts become whole cache lines before they bypass the caches
    std::int64_t m_partCells;
    std::int64_t m_parts;
    std::int64_t m_partRows;
    std::int64_t m_lineValues;
};

} // namespace

Result<Tensor> pool(const PoolProblem &problem, const Tensor &src, const KernelContext &context)
{
    check(src.extents() == extentsOf(problem, problem.in), "a source of the problem's shape");
    auto dst = TensorBuffer::allocate(extentsOf(problem, problem.out), "the result of pooling");
    if (!dst)
        return tl::unexpected(dst.error());
    const PoolProblem p = threeAxes(problem);
    bool done = true;
    bool plain = context.wantsReference();
    if (!dst->values().empty()) {
        const RowPooling rows(p, src.data(), dst->data());
        plain = plain || !rows.fits();
        done =
            plain ? runReference(p, src.data(), dst->data(), context.stop) : rows.run(context.stop);
    }
    context.report(plain ? "reference" : vectorKernelName());
    FingerprintBuilder identity = operationFingerprint("pool", context, {&src, 1});
    identity.add(std::uint64_t(p.kind)).add(std::uint64_t(p.format));
    for (std::size_t axis = 0; axis < 3; ++axis)
        identity.add(p.kernel[axis]).add(p.strides[axis]).add(p.padBefore[axis]);
    return finishedTensor(std::move(*dst), done, identity);
}

} // namespace convscope
