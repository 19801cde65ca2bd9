// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "base/words.h"
#include "tensor/shape.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace convscope {

/// One spatial axis of a layer: output cell o and tap k touch the input cell
///     i = (o·step + k·tapStep − offset) / divisor
/// if that division is exact (or `floors`) and 0 ≤ i < input. Every layer of the family is an
/// instance: convolution and pooling (stride, dilation, pad before, 1); transposed (1, −dilation,
/// −crop, stride); crop (1, –, −crop before, 1); pad (1, –, pad before, 1); up-sampling (1, –, 0,
/// size rounded down).
struct AxisMap
{
    std::int64_t input = 1;
    /// May be ≤ 0: then the layer is illegal, and views draw why.
    std::int64_t output = 1;
    std::int64_t taps = 1;
    std::int64_t step = 1;
    std::int64_t tapStep = 1;
    std::int64_t offset = 0;
    std::int64_t divisor = 1;
    bool floors = false;

    bool operator==(const AxisMap &) const = default;

    /// The touched input cell, or −1 where the tap falls outside or between cells.
    [[nodiscard]] std::int64_t source(std::int64_t o, std::int64_t k) const;
    /// First and last input cell that output cell `o` reads; nullopt where it reads none.
    [[nodiscard]] std::optional<std::pair<std::int64_t, std::int64_t>> reads(std::int64_t o) const;
    /// Zeros a window meets before and after the input (never negative).
    [[nodiscard]] std::int64_t padBefore() const;
    [[nodiscard]] std::int64_t padAfter() const;
};

/// The arithmetic of a length, put into words only when somebody reads it: maps are made at every
/// call of a layer.
struct AxisFormula
{
    using Numbers = std::array<std::int64_t, 4>;

    Numbers numbers{};
    Words (*sentence)(const Numbers &) = nullptr;

    /// Empty where there is no formula.
    [[nodiscard]] Words words() const { return sentence ? sentence(numbers) : Words(); }
};

/// One spatial axis as people read it: the map and the arithmetic of its length.
struct AxisReport
{
    AxisMap map;
    /// "⌊(9 − 13) ÷ 1⌋ + 1": its words evaluate to map.output.
    AxisFormula formula;
    /// Effective kernel (taps − 1)·dilation + 1; 1 where there is none.
    std::int64_t window = 1;
};

/// "rows", "columns"; for 3 axes "slices", "rows", "columns"; for 1 axis "steps".
[[nodiscard]] std::string axisName(int axis, int spatialRank);

} // namespace convscope
