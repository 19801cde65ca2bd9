// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/depthwise_rows.h"

#include "kernels/depthwise_tile.h"

#include <algorithm>

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
    const std::int64_t taps = p.kernel[2];
    DepthwiseStrip s;
    s.weights = m_weights.data();
    s.rowCount = static_cast<std::int64_t>(m_rows.size());
    s.tapStride = p.dilation[2] * m_stride[2];
    s.pixelStride = p.strides[2] * m_stride[2];
    s.channels = p.ic * p.multiplier;
    s.bias = bias;
    s.dstStride = stride;
    s.relu = relu;
    // Cells whose taps all exist go together, the others with the taps they have.
    std::vector<const float *> rows(m_rows.size());
    const std::int64_t end = m_patch.isNeeded() ? m_first[2] + m_patch.width() : p.in[2];
    for (std::int64_t x = m_band.firstCell; x < m_band.lastCell;) {
        const std::int64_t in = x * axis.inStep + axis.offset.front();
        s.firstTap = in >= m_first[2] ? 0 : (m_first[2] - in + p.dilation[2] - 1) / p.dilation[2];
        s.firstTap = std::min(s.firstTap, taps);
        s.lastTap = in >= end ? 0 : std::min(taps, (end - 1 - in) / p.dilation[2] + 1);
        s.lastTap = std::max(s.lastTap, s.firstTap);
        s.pixels = 1;
        if (s.firstTap == 0 && s.lastTap == taps) {
            const std::int64_t reach = end - 1 - axis.offset.back();
            s.pixels = std::min(reach / axis.inStep + 1, m_band.lastCell) - x;
        }
        const std::int64_t offset = (in - m_first[2]) * m_stride[2];
        std::transform(m_rows.begin(), m_rows.end(), rows.begin(),
                       [offset](const float *r) { return r + offset; });
        s.rows = rows.data();
        s.dst = dst + (x - m_band.firstCell) * stride;
        depthwiseStrip(s);
        x += s.pixels;
    }
}

} // namespace convscope
