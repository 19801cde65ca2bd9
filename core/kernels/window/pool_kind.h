// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "base/check.h"

#include <cmath>
#include <cstdint>
#include <limits>

namespace convscope {

/// What pooling makes of the cells of a window. A new kind is a new case of the switches here and
/// in window_tile.cpp; the compiler names each that lacks it.
enum class PoolKind : std::uint8_t
{
    Max,     ///< padded cells never win; NaN wins
    Average, ///< mean over the cells inside the input only
};

/// What cells are joined to: changes no result, and is what padded cells count as.
[[nodiscard]] inline double startOf(PoolKind kind)
{
    switch (kind) {
    case PoolKind::Max:
        return -std::numeric_limits<double>::infinity();
    case PoolKind::Average:
        return 0;
    }
    checkFailed("a kind of pooling", std::source_location::current());
}

/// Takes one more cell, or one more part, into `joined`.
inline void join(PoolKind kind, double &joined, double x)
{
    switch (kind) {
    case PoolKind::Max:
        if (x > joined || std::isnan(x))
            joined = x;
        return;
    case PoolKind::Average:
        joined += x;
        return;
    }
}

/// Whether joined cells are divided by how many they are.
[[nodiscard]] inline bool isMean(PoolKind kind)
{
    switch (kind) {
    case PoolKind::Max:
        return false;
    case PoolKind::Average:
        return true;
    }
    checkFailed("a kind of pooling", std::source_location::current());
}

/// The result of `cells` joined cells; of none, −infinity (max) or 0 (average).
[[nodiscard]] inline float finished(PoolKind kind, double joined, std::int64_t cells)
{
    const bool divides = isMean(kind) && cells > 0;
    return static_cast<float>(divides ? joined / static_cast<double>(cells) : joined);
}

} // namespace convscope
