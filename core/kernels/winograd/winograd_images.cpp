// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/winograd/winograd_images.h"

#include "kernels/conv/reference_conv.h"
#include "kernels/simd/vector_target.h"

#include <algorithm>

namespace convscope {

WinogradImages::WinogradImages(const ConvArgs &args, const WinogradGrid &grid)
    : m_args(args), m_grid(grid), m_tiles(grid.conv),
      m_srcAt(stridesOf(DataFormat::ChannelsLast, grid.conv.in, grid.conv.ic)),
      m_dstAt(stridesOf(DataFormat::ChannelsLast, grid.out, grid.filters)),
      m_finish(tileFinish(args)), m_spills(grid.phases() > 1 && grid.filters % vectorFloats() != 0),
      m_zeros(static_cast<std::size_t>(grid.conv.ic + vectorFloats()), 0.0F)
{
    for (const std::size_t axis : {1U, 2U}) {
        const std::int64_t phases = axis == 1 ? grid.rowPhases : grid.columnPhases;
        for (std::int64_t phase = 0; phase < phases; ++phase)
            m_cells[axis].push_back((grid.out[axis] - phase + phases - 1) / phases);
    }
    const Tensor &bias = args.weights->bias;
    if (bias.isNull())
        return;
    m_bias.resize(static_cast<std::size_t>(grid.conv.oc + vectorFloats()), 0.0F);
    for (std::int64_t phase = 0; phase < grid.phases(); ++phase)
        std::copy_n(bias.data(), grid.filters, m_bias.data() + phase * grid.filters);
}

bool WinogradImages::isPlane(const WinogradTile &tile, std::int64_t tap) const
{
    const ConvProblem &p = conv();
    const std::int64_t z = tile.plane + tap * p.dilation[0] - p.padBefore[0];
    return z >= 0 && z < p.in[0];
}

WinogradSource WinogradImages::source(const WinogradTile &tile, std::int64_t tap,
                                      Pixels &pixels) const
{
    const ConvProblem &p = conv();
    const std::int64_t z = tile.plane + tap * p.dilation[0] - p.padBefore[0];
    const std::int64_t y0 = tile.y - p.padBefore[1];
    const std::int64_t x0 = tile.x - p.padBefore[2];
    constexpr std::int64_t kLast = kWinogradIn - 1;
    WinogradSource source;
    if (y0 >= 0 && y0 + kLast * p.dilation[1] < p.in[1] && x0 >= 0 &&
        x0 + kLast * p.dilation[2] < p.in[2]) {
        source.cells = m_args.src + m_srcAt.at(tile.batch, {z, y0, x0}, 0);
        source.rowStride = p.dilation[1] * m_srcAt.cell[1];
        source.cellStride = p.dilation[2] * m_srcAt.cell[2];
        return source;
    }
    for (std::int64_t i = 0; i < kWinogradPoints; ++i) {
        const std::int64_t y = y0 + i / kWinogradIn * p.dilation[1];
        const std::int64_t x = x0 + i % kWinogradIn * p.dilation[2];
        const bool inside = y >= 0 && y < p.in[1] && x >= 0 && x < p.in[2];
        pixels[static_cast<std::size_t>(i)] =
            inside ? m_args.src + m_srcAt.at(tile.batch, {z, y, x}, 0) : m_zeros.data();
    }
    source.pixels = pixels.data();
    return source;
}

bool WinogradImages::transform(const WinogradTile &tile, std::int64_t tap, float *to,
                               const WinogradPointStrides &strides) const
{
    Pixels pixels;
    return winogradInput(source(tile, tap, pixels), conv().ic, to, strides);
}

bool WinogradImages::transformPair(const WinogradTile &first, const WinogradTile &second, float *to,
                                   const WinogradPointStrides &strides) const
{
    Pixels pixels[2];
    return winogradInputPair({source(first, 0, pixels[0]), source(second, 0, pixels[1])}, conv().ic,
                             to, strides);
}

WinogradPiece WinogradImages::piece(std::int64_t first, std::int64_t most, std::int64_t end) const
{
    if (m_spills)
        return {first, std::min({most, vectorFloats(), end - first})};
    return {first, std::min({most, end - first, m_grid.filters - first % m_grid.filters})};
}

std::int64_t WinogradImages::results(std::size_t axis, std::int64_t first, std::int64_t phase) const
{
    const std::int64_t left = m_cells[axis][static_cast<std::size_t>(phase)] - first;
    const std::int64_t step = conv().dilation[axis];
    if (left >= kWinogradOut * step)
        return kWinogradOut;
    return std::max<std::int64_t>((left + step - 1) / step, 0);
}

Spatial WinogradImages::resultCell(const WinogradTile &tile, std::int64_t phase, std::int64_t y,
                                   std::int64_t x) const
{
    const std::int64_t row = tile.y + y * conv().dilation[1];
    const std::int64_t column = tile.x + x * conv().dilation[2];
    return {tile.plane, row * m_grid.rowPhases + phase / m_grid.columnPhases,
            column * m_grid.columnPhases + phase % m_grid.columnPhases};
}

WinogradTarget WinogradImages::target(const WinogradTile &tile, const WinogradPiece &piece,
                                      float *spill) const
{
    WinogradTarget t;
    t.filters = piece.count;
    t.bias = m_bias.empty() ? nullptr : m_bias.data() + piece.first;
    t.relu = m_finish.fusesRelu;
    if (m_spills) {
        t.dst = spill;
        t.cellStride = vectorFloats();
        t.rowStride = kWinogradOut * t.cellStride;
        return t;
    }
    const std::int64_t phase = piece.first / m_grid.filters;
    t.dst = m_args.dst +
            m_dstAt.at(tile.batch, resultCell(tile, phase, 0, 0), piece.first % m_grid.filters);
    t.rowStride = conv().dilation[1] * m_grid.rowPhases * m_dstAt.cell[1];
    t.cellStride = conv().dilation[2] * m_grid.columnPhases * m_dstAt.cell[2];
    t.rows = results(1, tile.y, phase / m_grid.columnPhases);
    t.columns = results(2, tile.x, phase % m_grid.columnPhases);
    t.stream = m_finish.mayStream && t.filters % vectorFloats() == 0 &&
               m_grid.filters % vectorFloats() == 0;
    return t;
}

void WinogradImages::finish(const WinogradTile &tile, const WinogradPiece &piece,
                            const WinogradTarget &target) const
{
    if (!m_spills) {
        for (std::int64_t y = 0; m_finish.activates && y < target.rows; ++y)
            activateRun(m_args.activation, target.dst + y * target.rowStride, target.columns,
                        target.cellStride, target.filters);
        return;
    }
    for (std::int64_t first = piece.first; first < piece.first + piece.count;) {
        const std::int64_t phase = first / m_grid.filters;
        const std::int64_t filters =
            std::min((phase + 1) * m_grid.filters, piece.first + piece.count) - first;
        const std::int64_t rows = results(1, tile.y, phase / m_grid.columnPhases);
        const std::int64_t columns = results(2, tile.x, phase % m_grid.columnPhases);
        for (std::int64_t y = 0; y < rows; ++y) {
            const float *from = target.dst + y * target.rowStride + first - piece.first;
            float *to = m_args.dst + m_dstAt.at(tile.batch, resultCell(tile, phase, y, 0),
                                                first % m_grid.filters);
            const std::int64_t step = conv().dilation[2] * m_grid.columnPhases * m_dstAt.cell[2];
            for (std::int64_t x = 0; x < columns; ++x) {
                for (std::int64_t f = 0; f < filters; ++f)
                    to[x * step + f] = from[x * target.cellStride + f];
            }
            if (m_finish.activates)
                activateRun(m_args.activation, to, columns, step, filters);
        }
        first += filters;
    }
}

void WinogradImages::byDefinition(const WinogradTile &tile, const WinogradPiece &piece) const
{
    for (std::int64_t f = piece.first; f < piece.first + piece.count; ++f) {
        const std::int64_t phase = f / m_grid.filters;
        const std::int64_t rows = results(1, tile.y, phase / m_grid.columnPhases);
        const std::int64_t columns = results(2, tile.x, phase % m_grid.columnPhases);
        const std::int64_t filter = f % m_grid.filters;
        for (std::int64_t y = 0; y < rows; ++y) {
            for (std::int64_t x = 0; x < columns; ++x)
                referenceCell(m_args, tile.batch, resultCell(tile, phase, y, x), filter,
                              filter + 1);
        }
    }
}

} // namespace convscope
