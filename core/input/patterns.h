// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "input/input.h"

namespace convscope {

/// A generated input, for menus and help.
struct PatternInfo
{
    /// As in "pattern:zone_plate".
    std::string_view name;
    /// "zone plate".
    std::string_view label;
    std::string_view doc;
};

/// impulse, checkerboard, ramp, zone_plate, noise.
[[nodiscard]] std::span<const PatternInfo> patterns();

/// "pattern:zone_plate?size=128x128&channels=3&seed=7", taken apart.
struct PatternSpec
{
    std::string name = "impulse";
    /// Steps; rows and columns; or slices, rows and columns.
    Extents size{128, 128};
    std::int64_t channels = 1;
    /// Side of a checkerboard's squares, 1 or more.
    std::int64_t cell = 8;
    /// Of noise.
    std::uint64_t seed = 0;

    bool operator==(const PatternSpec &) const = default;
};

/// Sizes left out follow options.spatialRank (256; 128 × 128; 32 × 64 × 64), channels left out
/// options.channels, else 1. Errors: "input" with argument name, size, channels, cell or seed.
[[nodiscard]] Result<PatternSpec> parsePattern(std::string_view text, const InputOptions &options);
/// A source that is a pattern which states no size, with these; any other as it is, also where a
/// size is not known (empty) or more than a pattern has.
[[nodiscard]] std::string sizedPattern(const std::string &source,
                                       std::span<const std::int64_t> size);
/// The text that parses to the same pattern.
[[nodiscard]] std::string toString(const PatternSpec &spec);

/// Values from 0 to 1 (MinusOneToOne: −1 to 1). The same on every machine. Errors: "input",
/// "memory".
[[nodiscard]] Result<Input> patternInput(const PatternSpec &spec, const InputOptions &options);

} // namespace convscope
