// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/depthwise_rows.h"

#include "kernels/depthwise_tile.h"

namespace convscope {

DepthwiseRows::DepthwiseRows(const ConvArgs &args, const Band &band)
    : m_args(args), m_band(band),
      m_patch(args.problem, band,
              {.repeat = args.problem.multiplier,
               .wanted =
                   args.problem.multiplier > 1 || args.problem.format == DataFormat::ChannelsFirst})
{
}

void DepthwiseRows::prepare(float *scratch)
{
    if (m_patch.isNeeded()) {
        m_patch.fill(m_args.src, scratch);
        m_origin = scratch;
        m_first = m_patch.first();
        m_stride = m_patch.strides();
    } else {
        const ConvProblem &p = m_args.problem;
        const ConvStrides at = stridesOf(p.format, p.in, p.ic);
        m_origin = m_args.src + m_band.batch * at.batch;
        m_stride = at.cell;
    }
}

void DepthwiseRows::listRows(std::int64_t y)
{
    const ConvProblem &p = m_args.problem;
    const auto &axis = m_band.phase->axis;
    const std::int64_t rowWeights = p.kernel[2] * p.ic * p.multiplier;
    m_rows.clear();
    m_weights.clear();
    const float *weights = m_args.weights->kernel.data();
    for (const std::int64_t oz : axis[0].offset) {
        const std::int64_t z = m_band.plane * axis[0].inStep + oz;
        for (const std::int64_t oy : axis[1].offset) {
            const std::int64_t in = y * axis[1].inStep + oy;
            if (z >= 0 && z < p.in[0] && in >= 0 && in < p.in[1]) {
                m_rows.push_back(m_origin + (z - m_first[0]) * m_stride[0] +
                                 (in - m_first[1]) * m_stride[1]);
                m_weights.push_back(weights);
            }
            weights += rowWeights;
        }
    }
}

void DepthwiseRows::row(std::int64_t y, const float *bias, bool relu, float *dst,
                        std::int64_t stride)
{
    listRows(y);
    const ConvProblem &p = m_args.problem;
    const AxisPhase &axis = m_band.phase->axis[2];
    const std::int64_t in = m_band.firstCell * axis.inStep + axis.offset.front();
    const std::int64_t end = m_patch.isNeeded() ? m_first[2] + m_patch.width() : p.in[2];
    for (const float *&source : m_rows)
        source += (in - m_first[2]) * m_stride[2];
    DepthwiseStrip s;
    s.rows = m_rows.data();
    s.weights = m_weights.data();
    s.rowCount = static_cast<std::int64_t>(m_rows.size());
    s.taps = p.kernel[2];
    s.dilation = p.dilation[2];
    s.step = p.strides[2];
    s.firstCell = m_first[2] - in;
    s.lastCell = end - in;
    s.pixels = m_band.lastCell - m_band.firstCell;
    s.channels = p.ic * p.multiplier;
    s.bias = bias;
    s.dst = dst;
    s.dstStride = stride;
    s.relu = relu;
    depthwiseStrip(s);
}

} // namespace convscope
