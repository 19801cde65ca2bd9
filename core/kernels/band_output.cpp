// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/band_output.h"

#include "kernels/direct_tile.h"

#include <limits>

namespace convscope {

namespace {

/// Results beyond 32 MiB leave no last-level cache whole.
/// conv mb4 ic3 in600x600 oc64 k1x1, one core of an AMD Zen 4: 37 → 17 ms.
constexpr std::int64_t kCachedFloats = 8 << 20;

bool isPlainRelu(const Elementwise &f)
{
    return f == Elementwise{ElementwiseOp::Relu, 0, std::numeric_limits<float>::infinity(), 0};
}

} // namespace

BandOutput::BandOutput(const ConvArgs &args, const Band &band)
    : m_args(args), m_band(band),
      m_at(stridesOf(args.problem.format, args.problem.out, args.problem.oc)),
      m_isLast(args.problem.format == DataFormat::ChannelsLast),
      m_fusesRelu(isPlainRelu(args.activation)),
      m_activates(!m_fusesRelu && args.activation.op != ElementwiseOp::Linear)
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
    return m_isLast && !m_activates && m_at.batch * m_args.problem.mb > kCachedFloats &&
           m_channels % vector == 0 && m_stride % vector == 0 &&
           reinterpret_cast<std::uintptr_t>(m_row) % 64 == 0;
}

void BandOutput::finish()
{
    const std::int64_t cells = m_band.lastCell - m_band.firstCell;
    if (m_activates) {
        const bool dense = m_stride == m_channels;
        const std::int64_t runs = dense ? 1 : cells;
        for (std::int64_t i = 0; i < runs; ++i) {
            float *values = m_row + i * m_stride;
            applyElementwise(m_args.activation, values, values,
                             dense ? cells * m_channels : m_channels);
        }
    }
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
