// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/pooling.h"

#include "base/check.h"
#include "kernels/kernel_result.h"
#include "kernels/parallel_tiles.h"
#include "kernels/vector_target.h"
#include "kernels/window_tile.h"

#include <algorithm>
#include <cmath>
#include <limits>
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
    double sum = 0;
    float most = -std::numeric_limits<float>::infinity();
    std::int64_t count = 0;
    for (std::int64_t i = d.begin; i < d.end; ++i)
        for (std::int64_t j = h.begin; j < h.end; ++j)
            for (std::int64_t k = w.begin; k < w.end; ++k) {
                const float x = src[((i * p.in[1] + j) * p.in[2] + k) * step];
                sum += static_cast<double>(x);
                ++count;
                if (x > most || std::isnan(x))
                    most = x;
            }
    if (p.kind == PoolKind::Max)
        return most;
    return count == 0 ? 0.0F : static_cast<float>(sum / static_cast<double>(count));
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

/// Values of a source row that a part of an output row needs at a time: 16 KiB, half of a
/// first-level cache.
constexpr std::int64_t kRowPart = 4096;

/// Rows of cells of `c` values, images one after another: channels_first is images of one channel.
class RowPooling
{
public:
    RowPooling(const PoolProblem &p, const float *src, float *dst)
        : m_p(p), m_src(src), m_dst(dst), m_c(p.format == DataFormat::ChannelsLast ? p.c : 1),
          m_rows(p.mb * p.c / m_c * p.out[0] * p.out[1]),
          m_streaming(bypassesCaches(m_rows * p.out[2] * m_c * 4))
    {
        const std::int64_t s = p.strides[2];
        const std::int64_t room = p.in[2] + p.padBefore[2] - p.kernel[2];
        m_whole.begin = std::clamp<std::int64_t>((p.padBefore[2] + s - 1) / s, 0, p.out[2]);
        m_whole.end =
            std::clamp<std::int64_t>(room < 0 ? 0 : room / s + 1, m_whole.begin, p.out[2]);
        m_partCells = std::max<std::int64_t>((kRowPart / m_c - p.kernel[2]) / s + 1, 1);
    }

    /// The scratch of a row fits its bound.
    [[nodiscard]] bool fits() const
    {
        return (m_partCells * m_p.strides[2] + m_p.kernel[2]) * m_c + 64 <= kScratchFloats;
    }

    [[nodiscard]] bool run(const std::stop_token &stop) const
    {
        const std::int64_t width = std::max<std::int64_t>(m_p.out[2] * m_c, 1);
        return parallelTiles(m_rows, kTileValues / width, stop,
                             [this](std::int64_t begin, std::int64_t end) {
                                 std::vector<const float *> sources;
                                 for (std::int64_t row = begin; row < end; ++row)
                                     poolRow(row, sources);
                             });
    }

private:
    void poolRow(std::int64_t row, std::vector<const float *> &sources) const
    {
        const std::int64_t h = row % m_p.out[1];
        const std::int64_t d = row / m_p.out[1] % m_p.out[0];
        const std::int64_t image = row / m_p.out[1] / m_p.out[0];
        const Window deep = windowOf(m_p, 0, d);
        const Window high = windowOf(m_p, 1, h);
        sources.clear();
        for (std::int64_t i = deep.begin; i < deep.end; ++i)
            for (std::int64_t j = high.begin; j < high.end; ++j)
                sources.push_back(m_src +
                                  ((image * m_p.in[0] + i) * m_p.in[1] + j) * m_p.in[2] * m_c);
        float *dst = m_dst + row * m_p.out[2] * m_c;
        for (std::int64_t o = 0; o < m_whole.begin; ++o)
            poolCells(sources, o, 1, windowOf(m_p, 2, o), dst);
        for (std::int64_t o = m_whole.begin; o < m_whole.end; o += m_partCells)
            poolCells(sources, o, std::min(m_partCells, m_whole.end - o), windowOf(m_p, 2, o), dst);
        for (std::int64_t o = m_whole.end; o < m_p.out[2]; ++o)
            poolCells(sources, o, 1, windowOf(m_p, 2, o), dst);
    }

    /// The output cells o … o + cells − 1; `first` is the window of the first of them.
    void poolCells(std::vector<const float *> &sources, std::int64_t o, std::int64_t cells,
                   const Window &first, float *dst) const
    {
        float *to = dst + o * m_c;
        const auto rows = static_cast<std::int64_t>(sources.size());
        const std::int64_t taps = first.end - first.begin;
        if (rows == 0 || taps <= 0) {
            const bool isMax = m_p.kind == PoolKind::Max;
            std::fill_n(to, cells * m_c, isMax ? -std::numeric_limits<float>::infinity() : 0.0F);
            return;
        }
        const std::int64_t values = ((cells - 1) * m_p.strides[2] + taps) * m_c;
        for (const float *&source : sources)
            source += first.begin * m_c;
        const float *line = sources[0];
        if (rows > 1) {
            float *scratch = threadScratch(values + 64);
            reduceRows(m_p.kind, sources.data(), rows, scratch, values);
            line = scratch;
        }
        for (const float *&source : sources)
            source -= first.begin * m_c;
        const double count = static_cast<double>(rows * taps);
        const float scale = m_p.kind == PoolKind::Max ? 1.0F : static_cast<float>(1 / count);
        reduceCells({m_p.kind, m_c, cells, cells == 1 ? 1 : m_p.strides[2], taps, scale}, line, to,
                    m_streaming);
    }

    PoolProblem m_p;
    const float *m_src;
    float *m_dst;
    std::int64_t m_c;
    std::int64_t m_rows;
    bool m_streaming;
    /// Output cells of a row whose windows lie inside.
    Window m_whole{};
    std::int64_t m_partCells = 1;
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
