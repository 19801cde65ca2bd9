// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "pages/arithmetic/arithmetic_layout.h"
#include "visual/plane.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace convscope {

/// A cell that a tap meets: true indices along the axes shown.
struct Touch
{
    std::int64_t row = 0;
    std::int64_t column = 0;
    /// Position in the shown part of the kernel, row by row.
    int tap = 0;

    bool operator==(const Touch &) const = default;
};

/// One number in a rule: "148", "150 pad", "−1 → 0" (an interpolation reads the last cell).
struct RulePart
{
    QString text;
    bool isOutside = false;
};

/// "rows 2·74 + k = 148 149 150 pad".
struct RuleLine
{
    QString axis;
    QString expression;
    std::vector<RulePart> cells;
    /// What padding does along this axis.
    QString note;

    /// "rows 2·74 + k = 148 149 150 pad".
    [[nodiscard]] QString words() const;
};

/// The second stage of a separable convolution, for the channel looked at.
struct SecondStage
{
    QString title;
    /// Result of the first stage, weight, product.
    QStringList numbers;
    /// Before the product: "=" or "≈".
    QString sign;
};

/// All that the picture of one cell's arithmetic shows: plain values.
struct ArithmeticScene
{
    /// Rows and columns, or the steps of a sequence alone; at most two.
    std::vector<AxisMap> axes;
    /// Along these axes: the pinned cell, which everything stands around, and the cell explained.
    std::vector<std::int64_t> pinned;
    std::vector<std::int64_t> cell;
    ArithmeticMiddle middle = ArithmeticMiddle::Words;
    /// One map of what is read and of the output; of a sequence planes of one row.
    Plane input;
    Plane output;
    /// Padding takes part with its 0; else the window is cut there.
    bool addsZeros = false;
    /// Of one channel, row by row; empty without weights.
    std::vector<float> kernel;
    int kernelColumns = 1;
    QString inputTitle;
    /// After the channel's field: "of 24".
    QString inputNote;
    QString kernelTitle;
    QString kernelNote;
    QString outputTitle;
    QString outputNote;
    QString words;
    /// Cells of the window of `cell`.
    std::vector<Touch> touches;
    /// The tap whose value a maximum took.
    std::optional<int> winner;
    std::vector<RuleLine> rules;
    std::optional<SecondStage> second;
    /// A transposed convolution looked at from an input cell: `cell` and `pinned` are that cell,
    /// `axes` lead from it to the outputs, and the touches lie in the output.
    bool isScatter = false;
    /// "coverage: 1 to 4 products a cell"; empty: not of this layer.
    QString coverage;
    bool isStale = false;
    /// While the cells are played: where the pointer was.
    std::optional<std::vector<std::int64_t>> ghost;

    [[nodiscard]] bool isEmpty() const { return axes.empty(); }
    [[nodiscard]] bool isSequence() const { return axes.size() == 1; }
};

/// A number in a cell that has room for so many characters.
[[nodiscard]] QString cellDigits(double value, int characters);

} // namespace convscope
