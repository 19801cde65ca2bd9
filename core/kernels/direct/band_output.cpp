// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/direct/band_output.h"

#include "kernels/simd/vector_target.h"

namespace convscope {

BandOutput::BandOutput(const ConvArgs &args, const Band &band)
    : m_args(args), m_band(band),
      m_at(stridesOf(args.problem.format, args.problem.out, args.problem.oc)),
      m_isLast(args.problem.format == DataFormat::ChannelsLast), m_finish(tileFinish(args))
{
}

std::int64_t BandOutput::scratchFloats() const
{
    const ConvProblem &p = m_args.problem;
    return m_isLast ? 0 : (m_band.lastCell - m_band.firstCell) * (p.oc / p.groups);
}

void BandOutput::begin(std::int64_t y, std::int64_t first, std::int64_t channels)
{
    const auto &axis = m_band.phase->axis;
    m_dst = m_args.dst +
            m_at.at(m_band.batch,
                    {axis[0].first + m_band.plane * axis[0].step, axis[1].first + y * axis[1].step,
                     axis[2].first + m_band.firstCell * axis[2].step},
                    first);
    m_channels = channels;
    m_row = m_isLast ? m_dst : m_scratch;
    m_stride = m_isLast ? axis[2].step * m_at.cell[2] : channels;
}

bool BandOutput::streams() const
{
    const std::int64_t vector = vectorFloats();
    return m_finish.mayStream && m_channels % vector == 0 && m_stride % vector == 0 &&
           reinterpret_cast<std::uintptr_t>(m_row) % 64 == 0;
}

void BandOutput::finish()
{
    const std::int64_t cells = m_band.lastCell - m_band.firstCell;
    if (m_finish.activates)
        activateRun(m_args.activation, m_row, cells, m_stride, m_channels);
    if (m_isLast)
        return;
    const std::int64_t step = m_band.phase->axis[2].step;
    for (std::int64_t c = 0; c < m_channels; ++c) {
        float *plane = m_dst + c * m_at.channel;
        for (std::int64_t x = 0; x < cells; ++x)
            plane[x * step] = m_row[x * m_channels + c];
    }
}

} // namespace convscope
