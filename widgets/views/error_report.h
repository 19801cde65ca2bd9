// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QImage>
#include <QString>

#include <cstdint>
#include <vector>

namespace convscope {

/// A piece of the formula: the number that breaks the rule is Bad, the one it is compared with
/// Strong.
struct ErrorSpan
{
    enum class Kind
    {
        Plain,
        Strong,
        Bad
    };
    QString text;
    Kind kind = Kind::Plain;
};

/// One axis of an input with the first window on it.
struct ErrorAxis
{
    /// "rows"
    QString name;
    std::int64_t input = 0;
    /// Positions that the window reads, 0 the first of the padded input; ascending.
    std::vector<std::int64_t> taps;
    /// Cells from the first to the last tap.
    std::int64_t window = 0;
    /// Zeros before and after the input.
    std::int64_t zerosBefore = 0;
    std::int64_t zerosAfter = 0;
    /// Extent of the output; below 1 where the window does not fit.
    std::int64_t output = 0;

    [[nodiscard]] std::int64_t padded() const { return zerosBefore + input + zerosAfter; }
    [[nodiscard]] std::int64_t missing() const { return window > padded() ? window - padded() : 0; }
};

/// One change that makes the layer legal.
struct ErrorRepair
{
    /// "dilation_rate", or the layer whose argument it is.
    QString argument;
    /// "3 → 2"
    QString change;
    /// "1×6×32"
    QString shapeWords;
    /// "window 2·(5 − 1) + 1 = 9 rows"
    QString reason;
    /// The first map it would give; null until computed.
    QImage miniature;
};

/// Why a layer has no output, with the arithmetic.
struct ErrorReport
{
    /// "The window of conv2d_2 is taller than its input"
    QString title;
    std::vector<ErrorSpan> formula;
    std::vector<ErrorAxis> axes;
    /// At most four are shown; the first is the smallest change.
    std::vector<ErrorRepair> repairs;
};

/// Indices of an axis of `count` cells that are drawn in at most `room` cells: all, or both ends
/// with −1 for what is left out between them. The end keeps the larger half.
[[nodiscard]] std::vector<std::int64_t> shownCells(std::int64_t count, int room);

} // namespace convscope
