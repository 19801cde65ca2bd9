// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "layers/axis_map.h"

#include <QPoint>
#include <QRect>
#include <QSize>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace convscope {

/// The input cell that output cell `o` and tap `k` mean, also where it lies in the padding (below 0
/// or from `input` on); nothing where the tap falls between cells, or beyond the ends of a layer
/// that adds no zeros there (transposed, up-sampling).
[[nodiscard]] std::optional<std::int64_t> touchedIndex(const AxisMap &map, std::int64_t o,
                                                       std::int64_t k);

/// A part of a tensor's plane, or of a kernel, as cells of one size: slots from the upper left.
struct Lens
{
    /// Of all cells; rulers and titles stand outside.
    QRect rect;
    int cell = 36;
    /// The true index that each slot shows; ascending, with breaks where they jump.
    std::vector<std::int64_t> rows;
    std::vector<std::int64_t> columns;

    [[nodiscard]] bool isEmpty() const { return rows.empty() || columns.empty(); }
    [[nodiscard]] QRect slotRect(int row, int column) const;
    /// Nothing where that index is not shown.
    [[nodiscard]] std::optional<QRect> cellRect(std::int64_t row, std::int64_t column) const;
    [[nodiscard]] int rowSlot(std::int64_t row) const;
    [[nodiscard]] int columnSlot(std::int64_t column) const;
    /// Slot under a point: x the column, y the row.
    [[nodiscard]] std::optional<QPoint> slotAt(QPoint point) const;

    bool operator==(const Lens &) const = default;
};

/// What stands between input and output.
enum class ArithmeticMiddle
{
    Kernel, ///< weights, a cell per tap
    Stages, ///< the same, and a second stage beside it
    Words,  ///< a sentence
};

struct ArithmeticLayout
{
    Lens input;
    /// Columns and rows are taps; empty for Words.
    Lens kernel;
    Lens output;
    /// Between input and kernel, and before the output.
    QPoint times;
    QPoint arrow;
    /// The room of the sentence, or below the kernel.
    QRect words;
    /// Second stage: a column of three cells, of a sequence a row; and the scale of the weights'
    /// colours, empty where it has no room.
    QRect second;
    QRect scale;
    /// Below the output: what the signs mean.
    QRect legend;
    /// The rule of the axes.
    QRect rules;
    /// Sequences: input, kernel and output one below the other.
    bool isStacked = false;
    /// Digits have room in the cells of input and output.
    bool showsDigits = true;
    bool showsKernelDigits = true;

    bool operator==(const ArithmeticLayout &) const = default;

    static constexpr int kCell = 36;
    static constexpr int kKernelCell = 48;
    static constexpr int kLeastDigits = 30;
    static constexpr int kTitle = 34;
    /// Of the rule of one axis.
    static constexpr int kRuleLine = 20;
    static constexpr int kRuler = 20;
    static constexpr int kRulerWidth = 38;
};

/// Where everything of the picture stands: `axes` are the maps of the axes shown (rows, columns; of
/// a sequence its steps alone), `cell` the output cell along them, `size` the room in logical
/// pixels, `ruleLines` how many axes have a rule below. Input and output show as many cells around
/// the cell's window as fit, at most what the tensors have; sizes do not depend on the cell, so
/// stepping moves nothing. Cells shrink from 36 to 24 pixels before windows are cut into touched
/// cells with breaks between them, and below 24 where even those do not fit. Pure.
[[nodiscard]] ArithmeticLayout layoutArithmetic(std::span<const AxisMap> axes,
                                                std::span<const std::int64_t> cell, QSize size,
                                                ArithmeticMiddle middle, int ruleLines = 2);

/// The same seen from an input cell: `axes` lead from it to the output cells it is scattered to, so
/// the window lies in the output, at the right. `cell` is the input cell.
[[nodiscard]] ArithmeticLayout layoutScatter(std::span<const AxisMap> axes,
                                             std::span<const std::int64_t> cell, QSize size,
                                             int ruleLines = 2);

/// The map from input to output cells of an axis whose own map leads back with step 1 (transposed
/// convolutions): output = i·stride + k·dilation − crop.
[[nodiscard]] AxisMap scatterMap(const AxisMap &map);

} // namespace convscope
