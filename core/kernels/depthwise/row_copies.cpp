// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/depthwise/row_copies.h"

#include "kernels/depthwise/depthwise_rows.h"
#include "kernels/move/row_tile.h"
#include "kernels/simd/vector_target.h"

#include <algorithm>

namespace convscope {

namespace {

/// 4 KiB: one way of a first-level cache of 32 KiB.
constexpr std::int64_t kSharedSets = 1024;
/// More channels at once would make the copies meet in the same way.
constexpr std::int64_t kMostChannels = 256;
/// A quarter of a second-level cache.
constexpr std::int64_t kMostFloats = 64 << 10;

} // namespace

bool RowCopies::helps(const ConvProblem &p)
{
    return DepthwiseRows::takesBlocks(p) && p.format == DataFormat::ChannelsLast &&
           p.multiplier == 1 && p.ic % kSharedSets == 0;
}

RowCopies::RowCopies(const ConvProblem &p, const Band &band)
    : m_from(stridesOf(p.format, p.in, p.ic).cell), m_plane(band.plane),
      m_firstChannel(band.firstFilter), m_channels(band.lastFilter - band.firstFilter)
{
    const AxisPhase &axis = band.phase->axis[2];
    const std::int64_t first = band.firstCell * axis.inStep + axis.offset.front();
    const std::int64_t last = (band.lastCell - 1) * axis.inStep + axis.offset.back() + 1;
    m_firstCell = std::max<std::int64_t>(0, first);
    m_cells = std::min(p.in[2], last) - m_firstCell;
    const std::int64_t n = vectorFloats();
    m_stride = (m_channels + n - 1) / n * n;
    m_needed = helps(p) && m_channels <= kMostChannels && kRows * m_cells * m_stride <= kMostFloats;
    m_held.fill(-1);
}

std::int64_t RowCopies::floats() const
{
    return m_needed ? kRows * m_cells * m_stride : 0;
}

void RowCopies::prepare(const float *image, float *scratch)
{
    m_image = image + m_plane * m_from[0] + m_firstCell * m_from[2] + m_firstChannel;
    m_copies = scratch;
}

const float *RowCopies::row(std::int64_t y)
{
    const auto slot = static_cast<std::size_t>(y % kRows);
    float *copy = m_copies + y % kRows * m_cells * m_stride;
    if (m_held[slot] != y) {
        m_held[slot] = y;
        copyRows(m_image + y * m_from[1], m_from[2], copy, m_stride, m_cells, m_channels);
    }
    return copy - m_firstCell * m_stride - m_firstChannel;
}

} // namespace convscope
