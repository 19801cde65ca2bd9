// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "input/fit.h"
#include "input/range_line.h"

#include <array>
#include <cstdint>
#include <vector>

namespace convscope {

/// How one axis of a picture is fitted: `frame` cells from `offset` on (negative where zeros stand
/// before the picture) are blended into `wanted`.
struct AxisFit
{
    std::int64_t have = 0;
    std::int64_t offset = 0;
    std::int64_t frame = 0;
    std::int64_t wanted = 0;

    bool operator==(const AxisFit &) const = default;
};

struct PlaneFit
{
    AxisFit rows;
    AxisFit columns;

    bool operator==(const PlaneFit &) const = default;
};

/// As fitted() does it. Sizes are at least 1.
[[nodiscard]] PlaneFit planeFit(PlaneSize have, PlaneSize wanted, Fit fit, FitAnchor anchor);

/// What one cell of a fitted axis is blended from: first · (1 − share) + second · share.
struct AxisBlend
{
    /// Its centre in the picture, in cells.
    double position = 0;
    /// Cells of the picture; −1: a zero beside it.
    std::int64_t first = 0;
    std::int64_t second = 0;
    float share = 0;

    bool operator==(const AxisBlend &) const = default;
};

[[nodiscard]] AxisBlend blendOf(const AxisFit &axis, std::int64_t cell);
/// The cell whose centre is nearest to a place of the picture (in cells, 0 is the first one's
/// centre); −1 where none is made from there.
[[nodiscard]] std::int64_t cellFrom(const AxisFit &axis, double position);

/// A step of the way from a blended value to what the model reads.
struct ValueStep : RangeStep
{
    double result = 0;
};

/// One channel of one cell that the model reads, as it was made from the file.
struct CellChannel
{
    /// Of the four pixels: first and second row, in each first and second column; 0 beside the
    /// picture. Where colours became grey, luminances.
    std::array<double, 4> pixels{};
    double blended = 0;
    std::vector<ValueStep> steps;
    /// What the model reads, from its tensor.
    double value = 0;
};

struct CellOrigin
{
    AxisBlend row;
    AxisBlend column;
    /// In the order of the model's channels.
    std::vector<CellChannel> channels;
};

/// Where a cell of a picture came from. `read`: as stored, channels last; `ready`: what was made of
/// it by `fit`, in `range` (never Auto); both of rank 4. The cell lies in `ready`.
[[nodiscard]] CellOrigin cellOrigin(const Input &read, const Input &ready, const PlaneFit &fit,
                                    PictureRange range, std::int64_t row, std::int64_t column);

} // namespace convscope
