// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <span>

namespace convscope {

// Weighted means of opaque colours (0xFFRRGGBB), rounded to nearest, in vector instructions of
// whatever the machine has; single-threaded. Weights are 256ths that sum to 256.

/// All colour channels in one multiplication: 16 bits each, of which a sum of weights of 256 takes
/// all.
struct ColourSum
{
    static constexpr std::uint64_t kChannels = 0x00FF00FF00FF00FF;
    std::uint64_t sum = 0x0080008000800080;

    void add(std::uint32_t colour, std::uint32_t weight)
    {
        const std::uint64_t both = colour | static_cast<std::uint64_t>(colour) << 24;
        sum += (both & kChannels) * weight;
    }
    [[nodiscard]] std::uint32_t colour() const
    {
        const std::uint64_t means = (sum >> 8) & kChannels;
        return 0xFF000000U | static_cast<std::uint32_t>(means) |
               static_cast<std::uint32_t>(means >> 24);
    }
};

/// What one output takes from the cells first, first + 1, first + 2 and first + 3.
struct PixelTaps
{
    std::int32_t first = 0;
    std::array<std::uint16_t, 4> weights{};
};

/// out[i] = Σ taps[i].weights[k] · in[taps[i].first + k], of a row of `cells` colours. Cells beyond
/// the row must weigh nothing; they are not read. Taps in the order of their first cells.
void blendAcross(const std::uint32_t *in, std::int64_t cells, std::span<const PixelTaps> taps,
                 std::uint32_t *out);

/// out[x] = Σ weights[k] · rows[k][x] for x in [0, width); at most four rows.
void blendDown(std::span<const std::uint32_t *const> rows, std::span<const std::uint16_t> weights,
               std::int64_t width, std::uint32_t *out);

} // namespace convscope
