// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "explain/cell_terms.h"

namespace convscope {

namespace {

std::vector<std::int64_t> seenCells(const AxisSight &axis, const Extents &index,
                                    std::int64_t length, bool alongLines)
{
    std::vector<std::int64_t> cells;
    if (axis.from < 0 && axis.cell >= 0)
        return {axis.cell};
    if (axis.from < 0 || (axis.line && alongLines)) {
        for (std::int64_t cell = 0; cell < length; ++cell)
            cells.push_back(cell);
        return cells;
    }
    const std::int64_t o = index[static_cast<std::size_t>(axis.from)];
    if (axis.blockOutputs > 0) {
        const std::int64_t first = o / axis.blockOutputs * axis.blockInputs;
        for (std::int64_t cell = first; cell < first + axis.blockInputs; ++cell)
            cells.push_back(cell);
        return cells;
    }
    for (std::int64_t k = 0; k < axis.map.taps; ++k)
        cells.push_back(axis.map.source(o, k));
    return cells;
}

/// A reshape's single cell: the same position, the input's axes taken in their order.
Extents reshapedIndex(const Sight &sight, const Tensor &input, const Extents &index,
                      const Extents &output)
{
    Extents ordered{input.extent(0)};
    for (const int axis : sight.order)
        ordered.push_back(input.extent(axis));
    const Extents from = indexOf(positionOf(index, output), ordered);
    Extents at(from.size());
    at[0] = from[0];
    for (std::size_t i = 0; i < sight.order.size(); ++i)
        at[static_cast<std::size_t>(sight.order[i])] = from[i + 1];
    return at;
}

} // namespace

Extents stridesOf(const Extents &extents)
{
    Extents strides(extents.size(), 1);
    for (std::size_t i = extents.size(); i-- > 1;)
        strides[i - 1] = strides[i] * extents[i];
    return strides;
}

std::int64_t positionOf(const Extents &index, const Extents &extents)
{
    std::int64_t position = 0;
    for (std::size_t i = 0; i < extents.size(); ++i)
        position = position * extents[i] + index[i];
    return position;
}

Extents indexOf(std::int64_t position, const Extents &extents)
{
    Extents index(extents.size());
    for (std::size_t i = extents.size(); i-- > 0;) {
        index[i] = position % extents[i];
        position /= extents[i];
    }
    return index;
}

CellWindow::CellWindow(const Sight &sight, const Tensor &input, DataFormat format,
                       const Extents &index, const Extents &output, bool alongLines)
{
    const Extents strides = stridesOf(input.extents());
    const int channel = channelAxis(format, input.rank());
    const Extents at = sight.order.empty() ? Extents() : reshapedIndex(sight, input, index, output);
    m_base = index[0] * strides[0];
    for (int axis = 1; axis < input.rank(); ++axis) {
        const auto a = static_cast<std::size_t>(axis);
        Line cells = sight.order.empty()
                         ? seenCells(sight.axes[a - 1], index, input.extent(axis), alongLines)
                         : Line{at[a]};
        if (axis == channel) {
            m_channels = std::move(cells);
            m_channelStride = strides[a];
            continue;
        }
        m_taps.push_back(static_cast<std::int64_t>(cells.size()));
        m_lines.push_back(std::move(cells));
        m_strides.push_back(strides[a]);
    }
    if (input.rank() < 2)
        m_channels = {0};
    if (sight.only && index[static_cast<std::size_t>(sight.only->axis)] != sight.only->index)
        m_channels.clear();
}

std::int64_t CellWindow::count() const
{
    auto count = static_cast<std::int64_t>(m_channels.size());
    for (const std::int64_t length : m_taps)
        count *= length;
    return count;
}

std::int64_t CellWindow::firstChannel() const
{
    return m_channels.empty() ? 0 : m_channels.front();
}

void CellWindow::visit(const std::function<void(const SeenCell &)> &each) const
{
    std::int64_t window = 1;
    for (const std::int64_t length : m_taps)
        window *= length;
    // Where each tap lies within a channel; the channels repeat it.
    Line places(static_cast<std::size_t>(window), 0);
    std::int64_t inner = window;
    for (std::size_t axis = 0; axis < m_lines.size(); ++axis) {
        inner /= m_taps[axis];
        for (std::int64_t tap = 0; tap < window; ++tap) {
            std::int64_t &place = places[static_cast<std::size_t>(tap)];
            const std::int64_t cell =
                m_lines[axis][static_cast<std::size_t>(tap / inner % m_taps[axis])];
            place = cell < 0 || place < 0 ? -1 : place + cell * m_strides[axis];
        }
    }
    for (const std::int64_t channel : m_channels) {
        for (std::int64_t tap = 0; tap < window; ++tap) {
            const std::int64_t place = places[static_cast<std::size_t>(tap)];
            const bool isOutside = place < 0 || channel < 0;
            each({isOutside ? -1 : m_base + channel * m_channelStride + place, channel, tap});
        }
    }
}

} // namespace convscope
