// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "visual/pixel_blend.cpp"
#include <hwy/foreach_target.h>
// foreach_target.h first
#include <hwy/highway.h>

#include "visual/pixel_blend.h"

HWY_BEFORE_NAMESPACE();
namespace convscope {
namespace HWY_NAMESPACE {
namespace {

namespace hn = hwy::HWY_NAMESPACE;

#if HWY_TARGET == HWY_SCALAR
bool across(const std::uint32_t *, const PixelTaps *, std::int64_t, std::uint32_t *)
{
    return false;
}
#else
/// Every tap has four cells to read.
bool across(const std::uint32_t *in, const PixelTaps *taps, std::int64_t count, std::uint32_t *out)
{
    const hn::FixedTag<std::uint8_t, 16> d8;
    const hn::Half<decltype(d8)> d8Half;
    const hn::FixedTag<std::uint16_t, 8> d16;
    const hn::FixedTag<std::uint32_t, 2> d32;
    // A weight for each of the four channels of its cell.
    HWY_ALIGN static constexpr std::uint8_t kFirstTwo[16] = {0, 1, 0, 1, 0, 1, 0, 1,
                                                             2, 3, 2, 3, 2, 3, 2, 3};
    HWY_ALIGN static constexpr std::uint8_t kLastTwo[16] = {4, 5, 4, 5, 4, 5, 4, 5,
                                                            6, 7, 6, 7, 6, 7, 6, 7};
    const auto firstTwo = hn::Load(d8, kFirstTwo);
    const auto lastTwo = hn::Load(d8, kLastTwo);
    const auto half = hn::Set(d16, 128);
    for (std::int64_t i = 0; i < count; ++i) {
        std::uint64_t all = 0;
        __builtin_memcpy(&all, taps[i].weights.data(), sizeof all);
        const auto weights = hn::BitCast(d8, hn::Set(hn::FixedTag<std::uint64_t, 2>(), all));
        const auto cells =
            hn::LoadU(d8, reinterpret_cast<const std::uint8_t *>(in + taps[i].first));
        const auto low = hn::Mul(hn::PromoteTo(d16, hn::LowerHalf(d8Half, cells)),
                                 hn::BitCast(d16, hn::TableLookupBytes(weights, firstTwo)));
        const auto high = hn::Mul(hn::PromoteTo(d16, hn::UpperHalf(d8Half, cells)),
                                  hn::BitCast(d16, hn::TableLookupBytes(weights, lastTwo)));
        const auto pair = hn::Add(low, high);
        const auto sum = hn::Add(hn::Add(pair, hn::ShiftRightBytes<8>(d16, pair)), half);
        const auto mean = hn::BitCast(hn::RebindToSigned<decltype(d16)>(), hn::ShiftRight<8>(sum));
        out[i] = 0xFF000000U | hn::GetLane(hn::BitCast(d32, hn::DemoteTo(d8Half, mean)));
    }
    return true;
}
#endif

/// Bytes done: whole vectors.
std::int64_t down(const std::uint8_t *const *rows, const std::uint16_t *weights, std::size_t count,
                  std::int64_t bytes, std::uint8_t *out)
{
    const hn::ScalableTag<std::uint16_t> d16;
    const hn::Rebind<std::uint8_t, decltype(d16)> d8;
    const hn::RebindToSigned<decltype(d16)> di16;
    const auto lanes = static_cast<std::int64_t>(hn::Lanes(d16));
    std::int64_t i = 0;
    for (; i + lanes <= bytes; i += lanes) {
        auto sum = hn::Set(d16, 128);
        for (std::size_t k = 0; k < count; ++k)
            sum = hn::Add(sum, hn::Mul(hn::PromoteTo(d16, hn::LoadU(d8, rows[k] + i)),
                                       hn::Set(d16, weights[k])));
        hn::StoreU(hn::DemoteTo(d8, hn::BitCast(di16, hn::ShiftRight<8>(sum))), d8, out + i);
    }
    return i;
}

} // namespace
} // namespace HWY_NAMESPACE
} // namespace convscope
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
#include "base/check.h"

namespace convscope {

HWY_EXPORT(across);
HWY_EXPORT(down);

void blendAcross(const std::uint32_t *in, std::int64_t cells, std::span<const PixelTaps> taps,
                 std::uint32_t *out)
{
    std::size_t whole = taps.size();
    while (whole > 0 && taps[whole - 1].first + 4 > cells)
        --whole;
    if (!HWY_DYNAMIC_DISPATCH(across)(in, taps.data(), static_cast<std::int64_t>(whole), out))
        whole = 0;
    for (std::size_t i = whole; i < taps.size(); ++i) {
        ColourSum sum;
        for (std::int64_t k = 0; k < 4 && taps[i].first + k < cells; ++k)
            sum.add(in[taps[i].first + k], taps[i].weights[static_cast<std::size_t>(k)]);
        out[i] = sum.colour();
    }
}

void blendDown(std::span<const std::uint32_t *const> rows, std::span<const std::uint16_t> weights,
               std::int64_t width, std::uint32_t *out)
{
    check(rows.size() <= 4 && weights.size() >= rows.size(), "at most four rows and their weights");
    std::array<const std::uint8_t *, 4> bytes{};
    for (std::size_t k = 0; k < rows.size(); ++k)
        bytes[k] = reinterpret_cast<const std::uint8_t *>(rows[k]);
    const std::int64_t done =
        HWY_DYNAMIC_DISPATCH(down)(bytes.data(), weights.data(), rows.size(), 4 * width,
                                   reinterpret_cast<std::uint8_t *>(out));
    for (std::int64_t x = done / 4; x < width; ++x) {
        ColourSum sum;
        for (std::size_t k = 0; k < rows.size(); ++k)
            sum.add(rows[k][x], weights[k]);
        out[x] = sum.colour();
    }
}

} // namespace convscope
#endif
