// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/direct/input_patch.h"

#include <algorithm>

namespace convscope {

namespace {

/// Input cells [first, last) that output cells [a, b) of a phase touch.
std::pair<std::int64_t, std::int64_t> touched(const AxisPhase &axis, std::int64_t a, std::int64_t b)
{
    if (axis.offset.empty() || a >= b)
        return {0, 0};
    return {a * axis.inStep + axis.offset.front(), (b - 1) * axis.inStep + axis.offset.back() + 1};
}

} // namespace

InputPatch::InputPatch(const ConvProblem &problem, const Band &band) : InputPatch(problem, band, {})
{
    m_needed = problem.format == DataFormat::ChannelsFirst || m_first[2] < 0 ||
               m_first[2] + m_size[2] > problem.in[2];
}

InputPatch::InputPatch(const ConvProblem &problem, const Band &band, const Options &options)
    : m_problem(problem), m_batch(band.batch), m_group(band.group), m_repeat(options.repeat),
      m_needed(options.wanted)
{
    const auto &axis = band.phase->axis;
    const auto planes = touched(axis[0], band.plane, band.plane + 1);
    const auto rows = touched(axis[1], band.firstRow, band.lastRow);
    const auto cells = touched(axis[2], band.firstCell, band.lastCell);
    m_first = {std::max<std::int64_t>(planes.first, 0), std::max<std::int64_t>(rows.first, 0),
               cells.first};
    m_size = {
        std::max<std::int64_t>(std::min(planes.second, problem.in[0]) - m_first[0], 0),
        std::max<std::int64_t>(std::min(rows.second, problem.in[1]) - m_first[1], 0),
        cells.second - cells.first,
    };
    m_strides[2] = problem.ic / problem.groups * m_repeat;
    m_strides[1] = m_strides[2] * m_size[2];
    m_strides[0] = m_strides[1] * m_size[1];
}

std::int64_t InputPatch::floats() const
{
    return m_needed ? m_strides[0] * m_size[0] : 0;
}

void InputPatch::fillCells(const float *cells, std::int64_t count, float *to) const
{
    const ConvStrides at = stridesOf(m_problem.format, m_problem.in, m_problem.ic);
    const std::int64_t depth = m_strides[2];
    if (at.channel == 1 && at.cell[2] == depth) {
        std::copy_n(cells, count * depth, to);
        return;
    }
    for (std::int64_t c = 0; c < depth; ++c)
        for (std::int64_t x = 0; x < count; ++x)
            to[x * depth + c] = cells[x * at.cell[2] + c / m_repeat * at.channel];
}

void InputPatch::fill(const float *src, float *patch) const
{
    const ConvStrides at = stridesOf(m_problem.format, m_problem.in, m_problem.ic);
    const std::int64_t depth = m_strides[2];
    const std::int64_t from = std::clamp<std::int64_t>(m_first[2], 0, m_problem.in[2]);
    const std::int64_t to = std::clamp<std::int64_t>(m_first[2] + m_size[2], from, m_problem.in[2]);
    const std::int64_t before = std::min(from - m_first[2], m_size[2]);
    const std::int64_t count = to - from;
    for (std::int64_t z = 0; z < m_size[0]; ++z) {
        for (std::int64_t y = 0; y < m_size[1]; ++y) {
            float *row = patch + z * m_strides[0] + y * m_strides[1];
            const float *cells = src + at.at(m_batch, {m_first[0] + z, m_first[1] + y, from},
                                             m_group * (depth / m_repeat));
            float *inside = std::fill_n(row, before * depth, 0.0F);
            fillCells(cells, count, inside);
            std::fill(inside + count * depth, row + m_strides[1], 0.0F);
        }
    }
}

} // namespace convscope
