// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "kernels/winograd/winograd_fused_tile.cpp"
#include <hwy/foreach_target.h>
// foreach_target.h first
#include <hwy/highway.h>

#include "kernels/simd/vector_registers-inl.h"
#include "kernels/winograd/winograd_fused_tile.h"
#include "kernels/winograd/winograd_vectors-inl.h"

HWY_BEFORE_NAMESPACE();
namespace convscope {
namespace HWY_NAMESPACE {
namespace {

namespace hn = hwy::HWY_NAMESPACE;

/// Tiles whose sums of one column (six points) stay in 32 registers; with fewer the kernel
/// declines.
constexpr int kTiles = 4;

/// One column of products for the tiles from `first` on, and half of the output transform.
template <int T, class D>
HWY_INLINE void columnOf(D d, const WinogradChunk &chunk, std::int64_t first, std::int64_t column)
{
    using V = hn::Vec<D>;
    const auto n = static_cast<std::int64_t>(hn::Lanes(d));
    const std::int64_t step = chunk.tiles * chunk.channelStride;
    const float *base = chunk.input + column * 6 * step;
    const float *src[T][2];
#pragma GCC unroll 4
    for (int t = 0; t < T; ++t) {
        const std::int64_t tile = first + t < chunk.tiles ? first + t : chunk.tiles - 1;
        src[t][0] = opaque(base + tile * chunk.channelStride);
        src[t][1] = opaque(base + tile * chunk.channelStride + 3 * step);
    }
    const float *HWY_RESTRICT w = chunk.weights + column * chunk.channels * 6 * n;
    V acc[T][6];
#pragma GCC unroll 4
    for (int t = 0; t < T; ++t) {
#pragma GCC unroll 6
        for (int y = 0; y < 6; ++y)
            acc[t][y] = hn::Zero(d);
    }
    for (std::int64_t c = 0; c < chunk.channels; ++c, w += 6 * n) {
#pragma GCC unroll 6
        for (int y = 0; y < 6; ++y) {
            const V wv = hn::Load(d, w + y * n);
#pragma GCC unroll 4
            for (int t = 0; t < T; ++t)
                acc[t][y] = hn::MulAdd(hn::Set(d, src[t][y / 3][y % 3 * step]), wv, acc[t][y]);
        }
#pragma GCC unroll 4
        for (int t = 0; t < T; ++t) {
            ++src[t][0];
            ++src[t][1];
        }
    }
#pragma GCC unroll 4
    for (int t = 0; t < T; ++t) {
        if (first + t >= chunk.tiles)
            break;
        V cells[4];
        outputCells(acc[t], cells);
        float *to = chunk.sums + ((first + t) * 6 + column) * 4 * n;
#pragma GCC unroll 4
        for (int y = 0; y < 4; ++y)
            hn::Store(cells[y], d, to + y * n);
    }
}

HWY_INLINE void prefetchTarget(const WinogradTarget &t)
{
    if (t.stream)
        return;
    for (std::int64_t y = 0; y < t.rows; ++y) {
        for (std::int64_t x = 0; x < t.columns; ++x)
            __builtin_prefetch(t.dst + y * t.rowStride + x * t.cellStride, 1);
    }
}

template <class D>
void chunkWith(D d, const WinogradChunk &chunk)
{
    using V = hn::Vec<D>;
    const auto n = static_cast<std::int64_t>(hn::Lanes(d));
    for (std::int64_t column = 0; column < 6; ++column) {
        // The lines of the results are asked for while the last products are computed.
        for (std::int64_t t = 0; column == 5 && t < chunk.tiles; ++t)
            prefetchTarget(chunk.targets[t]);
        for (std::int64_t t = 0; t < chunk.tiles; t += kTiles)
            columnOf<kTiles>(d, chunk, t, column);
    }
    for (std::int64_t tile = 0; tile < chunk.tiles; ++tile) {
        const WinogradTarget t = chunk.targets[tile];
        const float *from = chunk.sums + tile * 24 * n;
        const V bias = t.bias != nullptr ? hn::LoadU(d, t.bias) : hn::Zero(d);
        for (std::int64_t y = 0; y < t.rows; ++y) {
            V row[6];
#pragma GCC unroll 6
            for (int x = 0; x < 6; ++x)
                row[x] = hn::Load(d, from + (x * 4 + y) * n);
            putRow(d, row, t, y, 0, bias);
        }
    }
}

void chunk(const WinogradChunk &c)
{
    const hn::ScalableTag<float> whole;
    if (c.lanes == static_cast<std::int64_t>(hn::Lanes(whole)))
        chunkWith(whole, c);
    else if (c.lanes == 8)
        chunkWith(hn::CappedTag<float, 8>(), c);
    else
        chunkWith(hn::CappedTag<float, 4>(), c);
}

} // namespace
} // namespace HWY_NAMESPACE
} // namespace convscope
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace convscope {

HWY_EXPORT(chunk);

void winogradChunk(const WinogradChunk &c)
{
    HWY_DYNAMIC_DISPATCH(chunk)(c);
}

} // namespace convscope
#endif
