// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "visual/channel_sweep.cpp"
#include <hwy/foreach_target.h>
// foreach_target.h first
#include <hwy/highway.h>

#include "visual/channel_sweep.h"

#include <hwy/cache_control.h>

#include <algorithm>

#ifndef CONVSCOPE_CHANNEL_SWEEP_ONCE
#define CONVSCOPE_CHANNEL_SWEEP_ONCE
namespace convscope::channel_sweep {

constexpr std::uint32_t kBlockStep = 0x9E3779B2U;

/// Weight of a pixel's bits in the hash, by its block of `lanes` pixels and its place there. It may
/// depend on the lanes: one machine always has the same.
inline std::uint32_t blockWeight(std::int64_t block)
{
    return static_cast<std::uint32_t>(block) * kBlockStep + 1;
}

inline std::uint32_t placeWeight(std::int64_t place)
{
    return 2 * static_cast<std::uint32_t>(place) + 1;
}

} // namespace convscope::channel_sweep
#endif

HWY_BEFORE_NAMESPACE();
namespace convscope {
namespace HWY_NAMESPACE {
namespace {

namespace hn = hwy::HWY_NAMESPACE;
using D = hn::ScalableTag<float>;
using V = hn::Vec<D>;
using DU = hn::RebindToUnsigned<D>;

constexpr float kInfinity = std::numeric_limits<float>::infinity();

/// One value into the figures of its channel or lane.
template <class Count>
HWY_INLINE void takeValue(float x, float &minimum, float &maximum, double &sum, double &squares,
                          Count &nonfinite, Count &zeros, Count &atMaximum)
{
    if (x - x != 0) {
        ++nonfinite;
        return;
    }
    if (x > maximum) {
        maximum = x;
        atMaximum = 0;
    }
    minimum = x < minimum ? x : minimum;
    atMaximum += x == maximum ? 1 : 0;
    zeros += x == 0 ? 1 : 0;
    sum += double(x);
    squares += double(x) * double(x);
}

void addValue(ChannelSweep &sweep, float x, std::uint32_t weight)
{
    std::uint32_t bits = 0;
    __builtin_memcpy(&bits, &x, sizeof bits);
    sweep.hash += bits * weight;
    takeValue(x, sweep.minimum, sweep.maximum, sweep.sum, sweep.squares, sweep.nonfinite,
              sweep.zeros, sweep.atMaximum);
}

#if HWY_TARGET != HWY_SCALAR
/// What the lanes of one vector have gathered so far.
struct Lanes
{
    static constexpr std::size_t kMost = HWY_MAX_BYTES / sizeof(float);
    HWY_ALIGN float minimum[kMost];
    HWY_ALIGN float maximum[kMost];
    HWY_ALIGN double sum[kMost];
    HWY_ALIGN double squares[kMost];
    HWY_ALIGN std::uint32_t nonfinite[kMost];
    HWY_ALIGN std::uint32_t zeros[kMost];
    HWY_ALIGN std::uint32_t atMaximum[kMost];
    HWY_ALIGN std::uint32_t hash[kMost];

    Lanes()
    {
        for (std::size_t i = 0; i < kMost; ++i) {
            minimum[i] = kInfinity;
            maximum[i] = -kInfinity;
            sum[i] = squares[i] = 0;
            nonfinite[i] = zeros[i] = atMaximum[i] = hash[i] = 0;
        }
    }
};

/// Smallest and largest by lane; they say something only where all values were finite.
struct Extremes
{
    V low;
    V high;
    bool isFinite = true;
};

/// Adds what needs no look at single values: sums, squares, zeros, the hash. Where a value is not
/// finite only the hash counts, and all else is to be done again.
HWY_INLINE Extremes gatherFinite(const float *values, std::int64_t blocks, std::int64_t step,
                                 std::int64_t firstBlock, Lanes &lanes)
{
    const D d;
    const DU du;
    const hn::Repartition<double, D> dd;
    const hn::Half<D> dh;
    const std::size_t half = hn::Lanes(dd);
    const auto one = hn::Set(du, 1);
    const V zero = hn::Zero(d);
    Extremes extremes{hn::Set(d, kInfinity), hn::Set(d, -kInfinity)};
    V test = zero;
    auto sum0 = hn::Load(dd, lanes.sum);
    auto sum1 = hn::Load(dd, lanes.sum + half);
    auto squares0 = hn::Load(dd, lanes.squares);
    auto squares1 = hn::Load(dd, lanes.squares + half);
    auto zeros = hn::Load(du, lanes.zeros);
    auto hash = hn::Load(du, lanes.hash);
    auto weight = hn::Set(du, channel_sweep::blockWeight(firstBlock));
    const auto weightStep = hn::Set(du, channel_sweep::kBlockStep);
    for (std::int64_t b = 0; b < blocks; ++b) {
        const V x = hn::LoadU(d, values + b * step);
        test = hn::Add(test, hn::Sub(x, x));
        hash = hn::Add(hash, hn::Mul(hn::BitCast(du, x), weight));
        weight = hn::Add(weight, weightStep);
        const auto isZero = hn::RebindMask(du, hn::Eq(x, zero));
        zeros = hn::Add(zeros, hn::IfThenElseZero(isZero, one));
        extremes.low = hn::Min(extremes.low, x);
        extremes.high = hn::Max(extremes.high, x);
        const auto lower = hn::PromoteTo(dd, hn::LowerHalf(dh, x));
        const auto upper = hn::PromoteTo(dd, hn::UpperHalf(dh, x));
        sum0 = hn::Add(sum0, lower);
        sum1 = hn::Add(sum1, upper);
        squares0 = hn::MulAdd(lower, lower, squares0);
        squares1 = hn::MulAdd(upper, upper, squares1);
    }
    hn::Store(hash, du, lanes.hash);
    extremes.isFinite = hn::AllTrue(d, hn::Eq(test, zero));
    if (!extremes.isFinite)
        return extremes;
    hn::Store(sum0, dd, lanes.sum);
    hn::Store(sum1, dd, lanes.sum + half);
    hn::Store(squares0, dd, lanes.squares);
    hn::Store(squares1, dd, lanes.squares + half);
    hn::Store(zeros, du, lanes.zeros);
    return extremes;
}

/// How often `high` stands in each lane.
HWY_INLINE hn::Vec<DU> countEqual(const float *values, std::int64_t blocks, std::int64_t step,
                                  V high)
{
    const D d;
    const DU du;
    const auto one = hn::Set(du, 1);
    auto count = hn::Zero(du);
    for (std::int64_t b = 0; b < blocks; ++b) {
        const auto isHighest = hn::RebindMask(du, hn::Eq(hn::LoadU(d, values + b * step), high));
        count = hn::Add(count, hn::IfThenElseZero(isHighest, one));
    }
    return count;
}

/// All but the hash, value by value.
void gatherSome(const float *values, std::int64_t blocks, std::int64_t step, Lanes &lanes)
{
    for (std::int64_t b = 0; b < blocks; ++b) {
        for (std::size_t i = 0; i < hn::Lanes(D()); ++i) {
            takeValue(values[b * step + static_cast<std::int64_t>(i)], lanes.minimum[i],
                      lanes.maximum[i], lanes.sum[i], lanes.squares[i], lanes.nonfinite[i],
                      lanes.zeros[i], lanes.atMaximum[i]);
        }
    }
}

/// Adds one vector of every block: `blocks` of them, `step` values apart.
void gather(const float *values, std::int64_t blocks, std::int64_t step, std::int64_t firstBlock,
            Lanes &lanes)
{
    const D d;
    const DU du;
    const Extremes found = gatherFinite(values, blocks, step, firstBlock, lanes);
    if (!found.isFinite) {
        gatherSome(values, blocks, step, lanes);
        return;
    }
    hn::Store(hn::Min(hn::Load(d, lanes.minimum), found.low), d, lanes.minimum);
    const V before = hn::Load(d, lanes.maximum);
    // Most pieces reach no maximum of before.
    const auto reaches = hn::Ge(found.high, before);
    if (hn::AllFalse(d, reaches))
        return;
    const V high = hn::Max(before, found.high);
    const auto isHigher = hn::RebindMask(du, hn::Gt(found.high, before));
    const auto kept = hn::IfThenZeroElse(isHigher, hn::Load(du, lanes.atMaximum));
    hn::Store(hn::Add(kept, countEqual(values, blocks, step, high)), du, lanes.atMaximum);
    hn::Store(high, d, lanes.maximum);
}

ChannelSweep laneOf(const Lanes &lanes, std::int64_t lane, std::uint32_t weight)
{
    ChannelSweep part;
    part.minimum = lanes.minimum[lane];
    part.maximum = lanes.maximum[lane];
    part.sum = lanes.sum[lane];
    part.squares = lanes.squares[lane];
    part.nonfinite = lanes.nonfinite[lane];
    part.zeros = lanes.zeros[lane];
    part.atMaximum = lanes.atMaximum[lane];
    part.hash = lanes.hash[lane] * weight;
    return part;
}

/// Whole blocks of as many pixels as a vector has lanes; returns how many pixels those are. Lane j
/// of vector v in a block is always the same channel.
std::int64_t sweepBlocks(const float *values, std::int64_t firstPixel, std::int64_t pixels,
                         std::int64_t channels, ChannelSweep *sweeps)
{
    const auto lanes = static_cast<std::int64_t>(hn::Lanes(D()));
    const std::int64_t blocks = pixels / lanes;
    if (blocks == 0)
        return 0;
    // A vector's column of blocks is walked with large strides, which no prefetcher follows: pieces
    // of the first cache's size, the next fetched while one is read.
    constexpr std::int64_t kPiece = 1 << 12;
    constexpr std::int64_t kLine = 16;
    constexpr std::int64_t kVectors = 32;
    const std::int64_t perBlock = channels * lanes;
    const std::int64_t perPiece = std::max<std::int64_t>(1, kPiece / perBlock);
    for (std::int64_t v0 = 0; v0 < channels; v0 += kVectors) {
        const std::int64_t v1 = std::min(channels, v0 + kVectors);
        Lanes gathered[kVectors];
        for (std::int64_t b = 0; b < blocks; b += perPiece) {
            const std::int64_t count = std::min(perPiece, blocks - b);
            const float *piece = values + b * perBlock;
            if (b + 2 * perPiece <= blocks && channels <= kVectors) {
                const float *next = piece + perPiece * perBlock;
                for (std::int64_t i = 0; i < perPiece * perBlock; i += kLine)
                    hwy::Prefetch(next + i);
            }
            for (std::int64_t v = v0; v < v1; ++v)
                gather(piece + v * lanes, count, perBlock, firstPixel / lanes + b,
                       gathered[v - v0]);
        }
        for (std::int64_t v = v0; v < v1; ++v) {
            for (std::int64_t j = 0; j < lanes; ++j) {
                const std::int64_t at = v * lanes + j;
                sweeps[at % channels].join(
                    laneOf(gathered[v - v0], j, channel_sweep::placeWeight(at / channels)));
            }
        }
    }
    return blocks * lanes;
}
#else
std::int64_t sweepBlocks(const float *, std::int64_t, std::int64_t, std::int64_t, ChannelSweep *)
{
    return 0;
}
#endif

void sweep(const float *values, std::int64_t firstPixel, std::int64_t pixels, std::int64_t channels,
           ChannelSweep *sweeps)
{
    const auto lanes = static_cast<std::int64_t>(hn::Lanes(D()));
    for (std::int64_t p = sweepBlocks(values, firstPixel, pixels, channels, sweeps); p < pixels;
         ++p) {
        const std::int64_t place = firstPixel + p;
        const std::uint32_t weight =
            channel_sweep::blockWeight(place / lanes) * channel_sweep::placeWeight(place % lanes);
        for (std::int64_t c = 0; c < channels; ++c)
            addValue(sweeps[c], values[p * channels + c], weight);
    }
}

void rowSums(const float *const *rows, const float *shares, std::int64_t rowCount,
             std::int64_t count, float *out)
{
    const D d;
    const auto lanes = static_cast<std::int64_t>(hn::Lanes(d));
    std::int64_t i = 0;
    for (; i + 4 * lanes <= count; i += 4 * lanes) {
        V sum0 = hn::Zero(d);
        V sum1 = sum0;
        V sum2 = sum0;
        V sum3 = sum0;
        for (std::int64_t r = 0; r < rowCount; ++r) {
            const V share = hn::Set(d, shares[r]);
            const float *row = rows[r] + i;
            sum0 = hn::Add(sum0, hn::Mul(share, hn::LoadU(d, row)));
            sum1 = hn::Add(sum1, hn::Mul(share, hn::LoadU(d, row + lanes)));
            sum2 = hn::Add(sum2, hn::Mul(share, hn::LoadU(d, row + 2 * lanes)));
            sum3 = hn::Add(sum3, hn::Mul(share, hn::LoadU(d, row + 3 * lanes)));
        }
        hn::StoreU(sum0, d, out + i);
        hn::StoreU(sum1, d, out + i + lanes);
        hn::StoreU(sum2, d, out + i + 2 * lanes);
        hn::StoreU(sum3, d, out + i + 3 * lanes);
    }
    for (; i < count; ++i) {
        float sum = 0;
        for (std::int64_t r = 0; r < rowCount; ++r)
            sum += shares[r] * rows[r][i];
        out[i] = sum;
    }
}

void columnMeans(const float *sums, std::int64_t channels, const ColumnCover &cover, float *out)
{
    const D d;
    const auto lanes = static_cast<std::int64_t>(hn::Lanes(d));
    const float *first = sums + cover.first * channels;
    const float *last = sums + cover.last * channels;
    std::int64_t c = 0;
    for (; c + lanes <= channels; c += lanes) {
        V sum = hn::Mul(hn::Set(d, cover.firstShare), hn::LoadU(d, first + c));
        for (const float *at = first + channels; at < last; at += channels)
            sum = hn::Add(sum, hn::LoadU(d, at + c));
        if (last != first)
            sum = hn::Add(sum, hn::Mul(hn::Set(d, cover.lastShare), hn::LoadU(d, last + c)));
        hn::StoreU(hn::Div(sum, hn::Set(d, cover.area)), d, out + c);
    }
    for (; c < channels; ++c) {
        float sum = cover.firstShare * first[c];
        for (const float *at = first + channels; at < last; at += channels)
            sum += at[c];
        if (last != first)
            sum += cover.lastShare * last[c];
        out[c] = sum / cover.area;
    }
}

} // namespace
} // namespace HWY_NAMESPACE
} // namespace convscope
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace convscope {

HWY_EXPORT(sweep);
HWY_EXPORT(rowSums);
HWY_EXPORT(columnMeans);

void ChannelSweep::join(const ChannelSweep &other)
{
    minimum = other.minimum < minimum ? other.minimum : minimum;
    if (other.maximum > maximum) {
        maximum = other.maximum;
        atMaximum = other.atMaximum;
    } else if (other.maximum == maximum) {
        atMaximum += other.atMaximum;
    }
    sum += other.sum;
    squares += other.squares;
    nonfinite += other.nonfinite;
    zeros += other.zeros;
    hash += other.hash;
}

void sweepChannels(const float *values, std::int64_t firstPixel, std::int64_t pixels,
                   std::int64_t channels, ChannelSweep *sweeps)
{
    HWY_DYNAMIC_DISPATCH(sweep)(values, firstPixel, pixels, channels, sweeps);
}

void sumRows(std::span<const float *const> rows, std::span<const float> shares, std::int64_t count,
             float *out)
{
    HWY_DYNAMIC_DISPATCH(rowSums)
    (rows.data(), shares.data(), static_cast<std::int64_t>(rows.size()), count, out);
}

void meanOfColumns(const float *sums, std::int64_t channels, const ColumnCover &cover, float *out)
{
    HWY_DYNAMIC_DISPATCH(columnMeans)(sums, channels, cover, out);
}

} // namespace convscope
#endif
