// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/depthwise/depthwise_rows.h"

#include "kernels/conv/weight_cache.h"
#include "kernels/depthwise/depthwise_tile.h"
#include "kernels/simd/vector_target.h"

#include <algorithm>

namespace convscope {

DepthwiseRows::DepthwiseRows(const ConvArgs &args, const Band &band, const Tensor &packed)
    : m_args(args), m_band(band), m_packed(packed),
      m_patch(args.problem, band,
              {.repeat = args.problem.multiplier,
               .wanted = args.problem.multiplier > 1 ||
                         args.problem.format == DataFormat::ChannelsFirst}),
      m_copies(args.problem, band)
{
    m_inBlocks = takesBlocks(args.problem);
}

bool DepthwiseRows::takesBlocks(const ConvProblem &p)
{
    return p.kernel == Spatial{1, 3, 3} && p.dilation[1] == 1 && p.dilation[2] == 1 &&
           p.strides[1] == p.strides[2] && p.strides[2] <= 2 && p.strides[0] == 1 &&
           p.padBefore[0] == 0 && p.in[0] == p.out[0] && p.padBefore[2] <= 1 &&
           p.padAfter[2] <= 1 && p.padBefore[2] >= 0 && p.in[2] > 1;
}

Result<Tensor> DepthwiseRows::packedWeights(const ConvArgs &args)
{
    const ConvProblem &p = args.problem;
    if (!takesBlocks(p))
        return Tensor();
    FingerprintBuilder builder;
    builder.add(std::string_view("depthwise")).add(args.weights->kernel.fingerprint());
    constexpr std::int64_t kTaps = 9;
    const std::int64_t n = vectorFloats();
    const std::int64_t channels = p.ic * p.multiplier;
    const Extents extents{(channels + n - 1) / n, kTaps, n};
    return keptWeights(builder.add(n).finish(), extents, [&](float *to) {
        std::fill_n(to, extents[0] * kTaps * n, 0.0F);
        for (std::int64_t c = 0; c < channels; ++c) {
            for (std::int64_t t = 0; t < kTaps; ++t)
                to[(c / n * kTaps + t) * n + c % n] = args.weights->kernel.data()[t * channels + c];
        }
        return true;
    });
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
        m_copies.prepare(m_origin, scratch);
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

void DepthwiseRows::rows(std::int64_t y, std::int64_t count, const float *bias, bool relu,
                         const std::array<float *, kBlockRows> &dst, std::int64_t stride)
{
    if (m_inBlocks)
        block(y, count, bias, relu, dst, stride);
    else
        strip(y, bias, relu, dst[0], stride);
}

void DepthwiseRows::block(std::int64_t y, std::int64_t count, const float *bias, bool relu,
                          const std::array<float *, kBlockRows> &dst, std::int64_t stride)
{
    const ConvProblem &p = m_args.problem;
    const auto &axis = m_band.phase->axis;
    const std::int64_t in = m_band.firstCell * axis[2].inStep + axis[2].offset.front();
    DepthwiseBlock b;
    b.outRows = static_cast<int>(count);
    b.step = p.strides[2];
    b.srcStride = m_copies.isNeeded() ? m_copies.stride() : m_stride[2];
    b.weights = m_packed.data();
    b.firstCell = m_first[2] - in;
    b.lastCell = (m_patch.isNeeded() ? m_first[2] + m_patch.width() : p.in[2]) - in;
    b.pixels = m_band.lastCell - m_band.firstCell;
    b.firstChannel = m_band.firstFilter;
    b.lastChannel = m_band.lastFilter;
    b.bias = bias;
    b.dstStride = stride;
    b.relu = relu;
    for (std::int64_t i = 0; i < count; ++i)
        b.dst[i] = dst[static_cast<std::size_t>(i)];
    for (std::int64_t i = 0; i < (count - 1) * b.step + 3; ++i) {
        const std::int64_t row = y * b.step + axis[1].offset.front() + i;
        if (row < 0 || row >= p.in[1])
            continue;
        if (m_copies.isNeeded())
            b.rows[i] = m_copies.row(row) + in * m_copies.stride();
        else
            b.rows[i] = m_origin + (m_band.plane - m_first[0]) * m_stride[0] +
                        (row - m_first[1]) * m_stride[1] + (in - m_first[2]) * m_stride[2];
    }
    depthwiseBlock(b);
}

void DepthwiseRows::strip(std::int64_t y, const float *bias, bool relu, float *dst,
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
