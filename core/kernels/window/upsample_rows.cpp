// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/window/upsample_rows.h"

#include "kernels/kernel_result.h"
#include "kernels/move/row_tile.h"
#include "kernels/parallel_tiles.h"
#include "kernels/simd/vector_target.h"
#include "kernels/window/window_tile.h"

#include <algorithm>
#include <limits>

namespace convscope {

namespace {

/// Output values of a row made at a time: the input rows blended so far stay in the first-level
/// cache.
constexpr std::int64_t kUpsampleRowPart = 1024;

} // namespace

RowUpsampling::RowUpsampling(const UpsampleProblem &p,
                             const std::array<std::vector<AxisTaps>, 3> &taps, const float *src,
                             float *dst)
    : m_p(p), m_taps(taps), m_src(src), m_dst(dst),
      m_c(p.format == DataFormat::ChannelsLast ? p.c : 1), m_width(p.in[2] * p.factor[2]),
      m_images(p.mb * p.c / m_c), m_byCells(m_c >= vectorLanes())
{
    for (std::size_t axis = 0; axis < 3; ++axis)
        for (const AxisTaps &tap : taps[axis])
            m_tapCounts[axis] =
                std::max(m_tapCounts[axis], static_cast<std::int64_t>(tap.weights.size()));
    m_tapCount = m_tapCounts[2];
    m_streaming = bypassesCaches(m_images * p.in[0] * p.factor[0] * p.in[1] * p.factor[1] *
                                 m_width * m_c * 4);
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
    m_partCells = std::max(kUpsampleRowPart / m_c / step * step, step);
    for (std::int64_t o = 0; o < m_width; o += m_partCells) {
        const std::int64_t end = std::min(o + m_partCells, m_width);
        const std::int64_t from = m_first[static_cast<std::size_t>(o)];
        const std::int64_t last = m_first[static_cast<std::size_t>(end - 1)] + m_tapCount;
        m_parts.push_back({o, end, from, std::min(last, m_p.in[2]) - from});
        m_partInput = std::max(m_partInput, m_parts.back().cells);
    }
}

/// A line of input, then the slots of the ring.
std::int64_t RowUpsampling::scratch() const
{
    const std::int64_t slots = m_tapCounts[0] * m_tapCounts[1];
    return (m_partInput + m_tapCount) * m_c + 128 + slots * (m_partCells * m_c + 64);
}

bool RowUpsampling::fits() const
{
    return m_p.in[2] * m_c < std::numeric_limits<std::int32_t>::max() &&
           scratch() <= kScratchFloats;
}

bool RowUpsampling::run(const std::stop_token &stop) const
{
    const std::int64_t inRows = m_images * m_p.in[0] * m_p.in[1];
    if (m_p.interpolation == Interpolation::Nearest)
        return parallelTiles(inRows, kTileValues / (m_width * m_c * repeats()), stop,
                             [&](std::int64_t begin, std::int64_t end) {
                                 for (std::int64_t row = begin; row < end; ++row)
                                     spreadRow(row);
                             });
    const std::int64_t rows = inRows * repeats();
    const std::int64_t tileRows =
        std::clamp<std::int64_t>(2 * kTileValues / (m_partCells * m_c), 1, rows);
    const auto parts = static_cast<std::int64_t>(m_parts.size());
    return parallelFor((rows + tileRows - 1) / tileRows * parts, stop, [&](std::int64_t i) {
        const std::int64_t row = i / parts * tileRows;
        blendTile(row, std::min(row + tileRows, rows),
                  m_parts[static_cast<std::size_t>(i % parts)]);
    });
}

/// `line` starts at the part's first input cell, `dst` at its first output cell.
void RowUpsampling::blendPart(const Part &part, const float *line, float *dst,
                              std::int64_t ahead) const
{
    const float *src = line - part.from * m_c;
    if (m_byCells) {
        blendCells({m_c, part.end - part.begin, m_tapCount, m_first.data() + part.begin,
                    m_weights.data() + part.begin * m_tapCount, ahead},
                   src, dst);
        return;
    }
    blendValues({m_c, m_width * m_c, m_tapCount, m_index.data(), m_weights.data(), m_base.data(),
                 m_isNear, ahead},
                part.begin * m_c, part.end * m_c, src, dst - part.begin * m_c);
}

/// An input row of all slices, blended along the row.
const float *RowUpsampling::wideRow(std::int64_t slice, std::int64_t row, const Part &part,
                                    Ring &ring) const
{
    const std::int64_t slot = slice % m_tapCounts[0] * m_tapCounts[1] + row % m_tapCounts[1];
    float *wide = ring.memory + slot * ring.step;
    const std::int64_t index = slice * m_p.in[1] + row;
    std::int64_t &held = ring.rows[static_cast<std::size_t>(slot)];
    if (held == index)
        return wide;
    held = index;
    const std::int64_t rowValues = m_p.in[2] * m_c;
    const float *src = m_src + index * rowValues + part.from * m_c;
    // Behind the last cell of a short row the taps of weight 0 read on: zeros, not what NaN there
    // may be.
    if (m_p.in[2] < m_tapCount) {
        float *line = ring.memory + static_cast<std::int64_t>(ring.rows.size()) * ring.step;
        std::copy_n(src, part.cells * m_c, line);
        std::fill_n(line + part.cells * m_c, m_tapCount * m_c + 64, 0.0F);
        src = line;
    }
    blendPart(part, src, wide, rowValues);
    return wide;
}

void RowUpsampling::blendTile(std::int64_t row, std::int64_t rowEnd, const Part &part) const
{
    const std::int64_t outRows = m_p.in[1] * m_p.factor[1];
    const std::int64_t outSlices = m_p.in[0] * m_p.factor[0];
    const auto slots = static_cast<std::size_t>(m_tapCounts[0] * m_tapCounts[1]);
    Ring ring{threadScratch(scratch()), (m_partCells * m_c + 79) / 16 * 16 - 16,
              std::vector<std::int64_t>(slots, -1)};
    std::vector<const float *> sources;
    std::vector<float> weights;
    for (; row < rowEnd; ++row) {
        const AxisTaps &high = m_taps[1][static_cast<std::size_t>(row % outRows)];
        const AxisTaps &deep = m_taps[0][static_cast<std::size_t>(row / outRows % outSlices)];
        const std::int64_t image = row / outRows / outSlices;
        sources.clear();
        weights.clear();
        for (std::size_t i = 0; i < deep.weights.size(); ++i)
            for (std::size_t j = 0; j < high.weights.size(); ++j) {
                sources.push_back(
                    wideRow(image * m_p.in[0] + deep.first + static_cast<std::int64_t>(i),
                            high.first + static_cast<std::int64_t>(j), part, ring));
                weights.push_back(static_cast<float>(deep.weights[i] * high.weights[j]));
            }
        blendRows(sources.data(), weights.data(), static_cast<std::int64_t>(sources.size()),
                  m_dst + (row * m_width + part.begin) * m_c, (part.end - part.begin) * m_c,
                  m_streaming);
    }
}

void RowUpsampling::spreadRow(std::int64_t row) const
{
    const std::int64_t h = row % m_p.in[1];
    const std::int64_t slice = row / m_p.in[1];
    const std::int64_t outRows = m_p.in[1] * m_p.factor[1];
    for (const Part &part : m_parts) {
        const std::int64_t values = (part.end - part.begin) * m_c;
        float *made = threadScratch(values + 64);
        blendPart(part, m_src + (row * m_p.in[2] + part.from) * m_c, made, 0);
        for (std::int64_t i = 0; i < m_p.factor[0]; ++i)
            for (std::int64_t j = 0; j < m_p.factor[1]; ++j) {
                const std::int64_t outRow =
                    (slice * m_p.factor[0] + i) * outRows + h * m_p.factor[1] + j;
                copyRow(made, m_dst + (outRow * m_width + part.begin) * m_c, values, m_streaming);
            }
    }
}

} // namespace convscope
