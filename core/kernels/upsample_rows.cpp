// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/upsample_rows.h"

#include "kernels/kernel_result.h"
#include "kernels/parallel_tiles.h"
#include "kernels/row_tile.h"
#include "kernels/vector_target.h"
#include "kernels/window_tile.h"

#include <algorithm>
#include <limits>

namespace convscope {

namespace {

/// Output values of a row made at a time: 16 KiB, half of a first-level cache.
constexpr std::int64_t kRowPart = 4096;

} // namespace

RowUpsampling::RowUpsampling(const UpsampleProblem &p,
                             const std::array<std::vector<AxisTaps>, 3> &taps, const float *src,
                             float *dst)
    : m_p(p), m_taps(taps), m_src(src), m_dst(dst),
      m_c(p.format == DataFormat::ChannelsLast ? p.c : 1), m_width(p.in[2] * p.factor[2]),
      m_images(p.mb * p.c / m_c), m_byCells(m_c >= vectorLanes())
{
    for (const AxisTaps &tap : taps[2])
        m_tapCount = std::max(m_tapCount, static_cast<std::int64_t>(tap.weights.size()));
    if (m_byCells)
        makeCellTables(taps[2]);
    else
        makeValueTables(taps[2]);
    makeParts();
}

// Cells near an end have fewer taps: the others weigh 0 and repeat a cell inside.
void RowUpsampling::makeCellTables(const std::vector<AxisTaps> &taps)
{
    m_weights.assign(static_cast<std::size_t>(m_width * m_tapCount), 0.0F);
    for (std::size_t o = 0; o < taps.size(); ++o) {
        const auto count = static_cast<std::int64_t>(taps[o].weights.size());
        const std::int64_t first =
            std::min(taps[o].first, std::max<std::int64_t>(m_p.in[2] - m_tapCount, 0));
        m_first.push_back(first);
        for (std::int64_t k = 0; k < count; ++k)
            m_weights[o * static_cast<std::size_t>(m_tapCount) +
                      static_cast<std::size_t>(taps[o].first - first + k)] =
                static_cast<float>(taps[o].weights[static_cast<std::size_t>(k)]);
    }
}

void RowUpsampling::makeValueTables(const std::vector<AxisTaps> &taps)
{
    makeCellTables(taps);
    const std::vector<float> cellWeights = std::move(m_weights);
    const std::int64_t n = m_width * m_c;
    m_weights.assign(static_cast<std::size_t>(n * m_tapCount), 0.0F);
    m_index.resize(static_cast<std::size_t>(n));
    for (std::int64_t e = 0; e < n; ++e) {
        const std::int64_t o = e / m_c;
        m_index[static_cast<std::size_t>(e)] =
            static_cast<std::int32_t>(m_first[static_cast<std::size_t>(o)] * m_c + e % m_c);
        for (std::int64_t k = 0; k < m_tapCount; ++k)
            m_weights[static_cast<std::size_t>(k * n + e)] =
                cellWeights[static_cast<std::size_t>(o * m_tapCount + k)];
    }
    const std::int64_t lanes = vectorLanes();
    for (std::int64_t e = 0; e < n; e += lanes) {
        const auto begin = m_index.begin() + e;
        const auto [low, high] = std::minmax_element(begin, begin + std::min(lanes, n - e));
        m_base.push_back(*low);
        m_isNear = m_isNear && *high - *low < lanes;
    }
}

void RowUpsampling::makeParts()
{
    // Whole vectors of values whatever the number of channels.
    const std::int64_t step = m_byCells ? 1 : vectorLanes();
    const std::int64_t cells = std::max(kRowPart / m_c / step * step, step);
    for (std::int64_t o = 0; o < m_width; o += cells) {
        const std::int64_t end = std::min(o + cells, m_width);
        const std::int64_t from = m_first[static_cast<std::size_t>(o)];
        const std::int64_t last = m_first[static_cast<std::size_t>(end - 1)] + m_tapCount;
        m_parts.push_back({o, end, from, std::min(last, m_p.in[2]) - from});
    }
}

bool RowUpsampling::fits() const
{
    const bool isIndexable = m_p.in[2] * m_c < std::numeric_limits<std::int32_t>::max();
    std::int64_t values = 0;
    for (const Part &part : m_parts)
        values = std::max(values, (part.cells + m_tapCount + part.end - part.begin) * m_c);
    return isIndexable && values + 192 <= kScratchFloats;
}

bool RowUpsampling::run(const std::stop_token &stop) const
{
    const bool nearest = m_p.interpolation == Interpolation::Nearest;
    const std::int64_t inRows = m_images * m_p.in[0] * m_p.in[1];
    const std::int64_t rows = nearest ? inRows : inRows * repeats();
    const std::int64_t values = m_width * m_c * (nearest ? repeats() : 1);
    return parallelTiles(rows, kTileValues / values, stop,
                         [&](std::int64_t begin, std::int64_t end) {
                             std::vector<const float *> sources;
                             std::vector<float> weights;
                             for (std::int64_t row = begin; row < end; ++row)
                                 if (nearest)
                                     spreadRow(row);
                                 else
                                     blendRow(row, sources, weights);
                         });
}

/// `line` starts at the part's first input cell, `dst` at its first output cell.
void RowUpsampling::blendPart(const Part &part, const float *line, float *dst, bool streaming) const
{
    const float *src = line - part.from * m_c;
    if (m_byCells) {
        blendCells({m_c, part.end - part.begin, m_tapCount, m_first.data() + part.begin,
                    m_weights.data() + part.begin * m_tapCount},
                   src, dst, streaming);
        return;
    }
    blendValues(
        {m_c, m_width * m_c, m_tapCount, m_index.data(), m_weights.data(), m_base.data(), m_isNear},
        part.begin * m_c, part.end * m_c, src, dst - part.begin * m_c);
}

void RowUpsampling::blendRow(std::int64_t row, std::vector<const float *> &sources,
                             std::vector<float> &weights) const
{
    const std::int64_t outRows = m_p.in[1] * m_p.factor[1];
    const std::int64_t outSlices = m_p.in[0] * m_p.factor[0];
    const AxisTaps &high = m_taps[1][static_cast<std::size_t>(row % outRows)];
    const AxisTaps &deep = m_taps[0][static_cast<std::size_t>(row / outRows % outSlices)];
    const std::int64_t image = row / outRows / outSlices;
    const std::int64_t rowValues = m_p.in[2] * m_c;
    weights.clear();
    for (const double d : deep.weights)
        for (const double h : high.weights)
            weights.push_back(static_cast<float>(d * h));
    const bool streaming = bypassesCaches(m_images * outSlices * outRows * m_width * m_c * 4);
    for (const Part &part : m_parts) {
        sources.clear();
        for (std::size_t i = 0; i < deep.weights.size(); ++i)
            for (std::size_t j = 0; j < high.weights.size(); ++j)
                sources.push_back(
                    m_src +
                    ((image * m_p.in[0] + deep.first + static_cast<std::int64_t>(i)) * m_p.in[1] +
                     high.first + static_cast<std::int64_t>(j)) *
                        rowValues +
                    part.from * m_c);
        // Behind the last cell of a short row the taps of weight 0 read on: zeros, not what NaN
        // there may be.
        const std::int64_t inValues = (part.cells + m_tapCount) * m_c + 64;
        const std::int64_t values = (part.end - part.begin) * m_c;
        float *line = threadScratch(inValues + values + 128);
        std::fill(line + part.cells * m_c, line + inValues, 0.0F);
        blendRows(sources.data(), weights.data(), static_cast<std::int64_t>(weights.size()), line,
                  part.cells * m_c);
        float *dst = m_dst + (row * m_width + part.begin) * m_c;
        if (m_byCells && m_c % 16 == 0) {
            blendPart(part, line, dst, streaming);
            continue;
        }
        float *made = line + (inValues + 15) / 16 * 16;
        blendPart(part, line, made, false);
        copyRow(made, dst, values, streaming);
    }
}

void RowUpsampling::spreadRow(std::int64_t row) const
{
    const std::int64_t h = row % m_p.in[1];
    const std::int64_t slice = row / m_p.in[1];
    const std::int64_t outRows = m_p.in[1] * m_p.factor[1];
    const bool streaming =
        bypassesCaches(m_images * m_p.in[0] * m_p.factor[0] * outRows * m_width * m_c * 4);
    for (const Part &part : m_parts) {
        const std::int64_t values = (part.end - part.begin) * m_c;
        float *made = threadScratch(values + 64);
        blendPart(part, m_src + (row * m_p.in[2] + part.from) * m_c, made, false);
        for (std::int64_t i = 0; i < m_p.factor[0]; ++i)
            for (std::int64_t j = 0; j < m_p.factor[1]; ++j) {
                const std::int64_t outRow =
                    (slice * m_p.factor[0] + i) * outRows + h * m_p.factor[1] + j;
                copyRow(made, m_dst + (outRow * m_width + part.begin) * m_c, values, streaming);
            }
    }
}

} // namespace convscope
