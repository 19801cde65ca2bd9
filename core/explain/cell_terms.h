// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "layers/sight.h"
#include "tensor/data_format.h"
#include "tensor/tensor.h"

#include <cstdint>
#include <functional>
#include <vector>

// The cells that one output cell sees, one after another in the order in which they are added.

namespace convscope {

/// A place the window touches.
struct SeenCell
{
    /// Position among the input's values; −1: in the padding, or between cells.
    std::int64_t source = -1;
    /// Index along the channels.
    std::int64_t channel = 0;
    /// Position in the window, row by row.
    std::int64_t tap = 0;
};

/// The window of one output cell on one input.
class CellWindow
{
public:
    /// `index` is the output cell's, with the batch, in an output of extents `output`. Functions
    /// along an axis that follow a sum are left out: the window is that of the sum itself.
    /// `alongLines`: they are not, where a layer looks at a line itself.
    CellWindow(const Sight &sight, const Tensor &input, DataFormat format, const Extents &index,
               const Extents &output, bool alongLines = false);

    /// Lengths of the window along the axes that hold no channels; 1 where it is a single cell.
    [[nodiscard]] const Extents &taps() const { return m_taps; }
    /// How many cells `visit` sees, padding included.
    [[nodiscard]] std::int64_t count() const;
    /// Channel by channel, within one row by row over the window.
    void visit(const std::function<void(const SeenCell &)> &each) const;
    /// First channel that is seen.
    [[nodiscard]] std::int64_t firstChannel() const;

private:
    /// Cells of one axis, −1 for none, in the order of taps.
    using Line = std::vector<std::int64_t>;

    Line m_channels;
    std::int64_t m_channelStride = 1;
    std::vector<Line> m_lines;
    Extents m_strides;
    Extents m_taps;
    std::int64_t m_base = 0;
};

/// Row-major strides of these extents.
[[nodiscard]] Extents stridesOf(const Extents &extents);
/// Position of an index among the values.
[[nodiscard]] std::int64_t positionOf(const Extents &index, const Extents &extents);
/// The index of a position.
[[nodiscard]] Extents indexOf(std::int64_t position, const Extents &extents);

} // namespace convscope
