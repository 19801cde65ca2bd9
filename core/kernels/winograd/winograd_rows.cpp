// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "base/integer_division.h"
#include "kernels/conv/conv_tensors.h"
#include "kernels/conv/reference_conv.h"
#include "kernels/conv/tile_finish.h"
#include "kernels/conv/weight_cache.h"
#include "kernels/parallel.h"
#include "kernels/simd/vector_target.h"
#include "kernels/winograd/winograd.h"
#include "kernels/winograd/winograd_row_tile.h"
#include "kernels/winograd/winograd_tile.h"

#include <algorithm>
#include <array>
#include <vector>

namespace convscope {

namespace {

/// With more channels the two-dimensional form saves more than its transforms cost.
/// conv ic6 in256x256 oc16 k3x3, one core of an AMD Zen 4: 0.80 against 1.06 ms; ic8: 0.95, 0.76.
constexpr std::int64_t kRowMostChannels = 6;
/// Results of a row worth the transforms.
constexpr std::int64_t kFewestCells = 8;
/// Long rows: memory that is touched for the first time comes in pages of 2 MiB, and rows of a
/// large result lie in pages of their own.
constexpr std::int64_t kRowMostTiles = 128;
/// Floats: the transformed rows of a band stay in the second-level cache.
constexpr std::int64_t kBandFloats = 64 << 10;
/// Results of a band.
constexpr std::int64_t kBandResults = 128 << 10;
constexpr std::int64_t kFewestRows = 8;
constexpr std::int64_t kMostRows = 16;
/// Rows that are asked for before their turn: about the time memory takes to answer.
/// conv ic3 in512x512 oc16 k3x3 p=same, one core of an AMD Zen 4: 2.4 → 2.0 ms
constexpr std::int64_t kRowsAhead = 2;
constexpr std::int64_t kWantedBands = 16;

/// Rows of a plane that one result meets, from the first to the last.
std::int64_t rowSpread(const ConvProblem &p)
{
    return (p.kernel[1] - 1) * p.dilation[1] + 1;
}

std::int64_t channelStride(const ConvProblem &p)
{
    return p.ic <= 4 ? 4 : 8;
}

Planned planRows(const ConvProblem &p)
{
    if (p.op != ConvOp::Conv || p.groups != 1)
        return declined([] { return words("takes dense convolutions only"); });
    if (p.kernel[2] < 3 || p.kernel[2] > 5)
        return declined([] { return words("takes kernels of three to five columns only"); });
    if (p.strides != Spatial{1, 1, 1})
        return declined([] { return words("takes stride 1 only"); });
    if (p.format != DataFormat::ChannelsLast)
        return declined([] { return words("takes channels_last only"); });
    if (!winogradFitsFourTiles())
        return declined([] { return words("wants 32 vector registers"); });
    if (p.ic == 1)
        return declined(
            [] { return words("one channel: the transforms would cost more than they save"); });
    if (p.ic > kRowMostChannels)
        return declined([] {
            return words("more than {channels} channels: direct sums or 4×4 tiles cost less",
                         kRowMostChannels);
        });
    if (p.out[2] < kFewestCells * p.dilation[2])
        return declined([] {
            return words(
                "fewer than {cells} results side by side: the transforms would cost more than "
                "they save",
                kFewestCells);
        });
    if (p.kernel[0] * rowSpread(p) * kRowPoints * (kRowMostTiles + kRowTiles) * channelStride(p) >
        kScratchFloats / 2)
        return declined([] {
            return words("the rows that one result meets exceed the scratch memory of a thread");
        });
    return {};
}

/// Results of some rows, every dilation-th cell of them.
struct Band
{
    std::int64_t batch = 0;
    std::int64_t plane = 0;
    std::int64_t firstRow = 0;
    std::int64_t rows = 0;
    std::int64_t firstCell = 0;
    std::int64_t cells = 0; ///< every dilation-th one
};

std::vector<Band> bandsOf(const ConvProblem &p)
{
    const std::int64_t tiles = std::min(kRowMostTiles, ceilDivide(p.out[2], rowOut(p.kernel[2])));
    const std::int64_t perRow = kRowPoints * tiles * channelStride(p) * p.kernel[0];
    const std::int64_t most =
        std::clamp(kBandResults / (tiles * rowOut(p.kernel[2]) * p.oc), kFewestRows, kMostRows);
    std::int64_t rows = std::clamp<std::int64_t>(kBandFloats / perRow - rowSpread(p) + 1, 4, most);
    const std::int64_t phases = std::min(p.dilation[2], p.out[2]);
    const std::int64_t strips =
        phases * ceilDivide(ceilDivide(p.out[2], phases), kRowMostTiles * rowOut(p.kernel[2]));
    while (rows > 4 && p.mb * p.out[0] * ceilDivide(p.out[1], rows) * strips < kWantedBands)
        rows = ceilDivide(rows, 2);
    std::vector<Band> bands;
    for (std::int64_t b = 0; b < p.mb; ++b)
        for (std::int64_t z = 0; z < p.out[0]; ++z)
            for (std::int64_t y = 0; y < p.out[1]; y += rows)
                for (std::int64_t phase = 0; phase < phases; ++phase) {
                    const std::int64_t cells = ceilDivide(p.out[2] - phase, p.dilation[2]);
                    // Nearly equal parts of whole tiles.
                    const std::int64_t all = ceilDivide(cells, rowOut(p.kernel[2]));
                    const std::int64_t parts = ceilDivide(all, kRowMostTiles);
                    for (std::int64_t i = 0; i < parts; ++i) {
                        const std::int64_t first = all * i / parts * rowOut(p.kernel[2]);
                        const std::int64_t last =
                            std::min(cells, all * (i + 1) / parts * rowOut(p.kernel[2]));
                        bands.push_back({b, z, y, std::min(rows, p.out[1] - y),
                                         phase + first * p.dilation[2], last - first});
                    }
                }
    return bands;
}

/// See WinogradRowStrip::weights.
Result<Tensor> rowWeights(const ConvArgs &args)
{
    const ConvProblem &p = args.problem;
    const Tensor &kernel = args.weights->kernel;
    FingerprintBuilder builder;
    builder.add(std::string_view("winograd_rows")).add(kernel.fingerprint()).add(vectorFloats());
    const std::int64_t kernelRows = p.kernel[0] * p.kernel[1];
    const std::int64_t rounded = ceilDivide(p.oc, vectorFloats()) * vectorFloats();
    const Extents extents{kernelRows, p.ic, kRowPoints, rounded};
    return keptWeights(builder.finish(), extents, [&](float *weights) {
        std::fill_n(weights, kernelRows * p.ic * kRowPoints * rounded, 0.0F);
        for (std::int64_t f = 0; f < p.oc;) {
            const std::int64_t lanes = winogradLanes(p.oc - f);
            float *to = weights + f * kernelRows * p.ic * kRowPoints;
            for (std::int64_t r = 0; r < kernelRows; ++r) {
                for (std::int64_t c = 0; c < p.ic; ++c, to += kRowPoints * lanes)
                    winogradRowWeights(kernel.data() + (r * p.kernel[2] * p.ic + c) * p.oc + f,
                                       p.kernel[2], p.ic * p.oc, std::min(lanes, p.oc - f), to,
                                       lanes);
            }
            f += lanes;
        }
        return true;
    });
}

/// The input rows that a band meets, transformed.
class BandRows
{
public:
    BandRows(const ConvArgs &args, const Band &band)
        : m_args(args), m_p(args.problem), m_band(band),
          m_at(stridesOf(m_p.format, m_p.in, m_p.ic)),
          m_tiles(ceilDivide(band.cells, rowOut(m_p.kernel[2]))),
          m_perPlane(band.rows + rowSpread(m_p) - 1), m_channelStride(channelStride(m_p)),
          m_pointStride((m_tiles + kRowTiles - 1) * m_channelStride),
          m_memory(threadScratch(m_p.kernel[0] * m_perPlane * kRowPoints * m_pointStride)),
          m_finite(static_cast<std::size_t>(m_p.kernel[0] * m_perPlane), true)
    {
        for (std::int64_t z = 0; z < m_p.kernel[0]; ++z)
            for (std::int64_t y = 0; y < m_perPlane; ++y) {
                if (exists(z, y))
                    transform(z, y);
            }
    }

    [[nodiscard]] std::int64_t tiles() const { return m_tiles; }
    [[nodiscard]] std::int64_t stride() const { return m_channelStride; }
    [[nodiscard]] std::int64_t pointStride() const { return m_pointStride; }

    /// Tap z along the depth, row y after the first one of the band.
    [[nodiscard]] bool exists(std::int64_t z, std::int64_t y) const
    {
        const std::int64_t plane = planeOf(z);
        const std::int64_t row = rowOf(y);
        return plane >= 0 && plane < m_p.in[0] && row >= 0 && row < m_p.in[1];
    }
    [[nodiscard]] float *at(std::int64_t z, std::int64_t y) const
    {
        return m_memory + (z * m_perPlane + y) * kRowPoints * m_pointStride;
    }
    [[nodiscard]] bool isFinite(std::int64_t z, std::int64_t y) const
    {
        return m_finite[static_cast<std::size_t>(z * m_perPlane + y)];
    }

private:
    [[nodiscard]] std::int64_t planeOf(std::int64_t z) const
    {
        return m_band.plane + z * m_p.dilation[0] - m_p.padBefore[0];
    }
    [[nodiscard]] std::int64_t rowOf(std::int64_t y) const
    {
        return m_band.firstRow + y - m_p.padBefore[1];
    }
    void transform(std::int64_t z, std::int64_t y);

    const ConvArgs &m_args;
    const ConvProblem &m_p;
    const Band &m_band;
    ConvStrides m_at;
    std::int64_t m_tiles;
    std::int64_t m_perPlane;
    std::int64_t m_channelStride;
    std::int64_t m_pointStride;
    float *m_memory;
    std::vector<bool> m_finite;
};

void BandRows::transform(std::int64_t z, std::int64_t y)
{
    const std::int64_t step = m_p.dilation[2];
    const std::int64_t out = rowOut(m_p.kernel[2]);
    const float *row = m_args.src + m_at.at(m_band.batch, {planeOf(z), rowOf(y), 0}, 0);
    const std::int64_t x0 = m_band.firstCell - m_p.padBefore[2];
    // Tiles whose six cells all lie in the row.
    const std::int64_t before = x0 < 0 ? std::min(m_tiles, ceilDivide(-x0, out * step)) : 0;
    const std::int64_t room = m_p.in[2] - x0 - (kRowPoints - 1) * step;
    const std::int64_t inside =
        std::clamp(room > 0 ? ceilDivide(room, out * step) : 0, before, m_tiles);
    WinogradRowInput input;
    input.cellStride = step * m_p.ic;
    input.tileStride = out * input.cellStride;
    input.channels = m_p.ic;
    input.channelStride = m_channelStride;
    input.pointStride = m_pointStride;
    input.cells = row + (x0 + before * out * step) * m_p.ic;
    input.to = at(z, y) + before * m_channelStride;
    input.tiles = inside - before;
    input.ahead = rowOf(y) + kRowsAhead < m_p.in[1] ? kRowsAhead * m_at.cell[1] : 0;
    bool finite = input.tiles == 0 || winogradRowInput(input);
    std::array<float, kRowPoints * kRowMostChannels + 16> border;
    input.tiles = 1;
    input.ahead = 0;
    input.cells = border.data();
    input.cellStride = m_p.ic;
    for (std::int64_t t = 0; t < m_tiles; ++t) {
        if (t == before)
            t = inside;
        if (t == m_tiles)
            break;
        border.fill(0.0F);
        for (std::int64_t i = 0; i < kRowPoints; ++i) {
            const std::int64_t x = x0 + (t * out + i) * step;
            if (x >= 0 && x < m_p.in[2])
                std::copy_n(row + x * m_p.ic, m_p.ic, border.data() + i * m_p.ic);
        }
        input.to = at(z, y) + t * m_channelStride;
        finite = winogradRowInput(input) && finite;
    }
    m_finite[static_cast<std::size_t>(z * m_perPlane + y)] = finite;
}

void runBand(const ConvArgs &args, const Tensor &weights, const TileFinish &finish,
             const Band &band)
{
    const ConvProblem &p = args.problem;
    const BandRows input(args, band);
    const ConvStrides at = stridesOf(p.format, p.out, p.oc);
    std::vector<const float *> rows;
    std::vector<std::int64_t> kernelRows;
    WinogradRowStrip strip;
    strip.channels = p.ic;
    strip.channelStride = input.stride();
    strip.pointStride = input.pointStride();
    strip.tiles = input.tiles();
    strip.weights = weights.data();
    strip.kernelRowCount = p.kernel[0] * p.kernel[1];
    strip.bias = args.weights->bias.isNull() ? nullptr : args.weights->bias.data();
    strip.filters = p.oc;
    strip.cellStride = p.dilation[2] * at.cell[2];
    strip.out = rowOut(p.kernel[2]);
    strip.tileStride = strip.out * strip.cellStride;
    strip.lastCells = band.cells - (strip.tiles - 1) * strip.out;
    strip.relu = finish.fusesRelu;
    strip.stream = finish.mayStream && p.oc % vectorFloats() == 0;
    for (std::int64_t y = 0; y < band.rows; ++y) {
        rows.clear();
        kernelRows.clear();
        bool finite = true;
        for (std::int64_t kd = 0; kd < p.kernel[0]; ++kd) {
            for (std::int64_t kh = 0; kh < p.kernel[1]; ++kh) {
                const std::int64_t row = y + kh * p.dilation[1];
                if (!input.exists(kd, row))
                    continue;
                finite = finite && input.isFinite(kd, row);
                rows.push_back(input.at(kd, row));
                kernelRows.push_back(kd * p.kernel[1] + kh);
            }
        }
        const Spatial cell{band.plane, band.firstRow + y, band.firstCell};
        strip.rows = rows.data();
        strip.kernelRows = kernelRows.data();
        strip.rowCount = static_cast<std::int64_t>(rows.size());
        strip.dst = args.dst + at.at(band.batch, cell, 0);
        if (finite) {
            winogradRowStrip(strip);
            if (finish.activates)
                activateRun(args.activation, strip.dst, band.cells, strip.cellStride, p.oc);
        } else {
            // Infinities would reach results that do not see them.
            for (std::int64_t x = 0; x < band.cells; ++x)
                referenceCell(args, band.batch, {cell[0], cell[1], cell[2] + x * p.dilation[2]}, 0,
                              p.oc);
        }
    }
}

Result<void> runRows(const ConvArgs &args, const ConvPlan *)
{
    auto weights = rowWeights(args);
    if (!weights)
        return fail(weights.error());
    const std::vector<Band> bands = bandsOf(args.problem);
    const TileFinish finish = tileFinish(args);
    const bool done =
        parallelFor(static_cast<std::int64_t>(bands.size()), args.stop, [&](std::int64_t i) {
            runBand(args, *weights, finish, bands[static_cast<std::size_t>(i)]);
        });
    if (!done)
        return convolutionCancelled();
    return {};
}

} // namespace

const ConvKernel winogradRowsKernel{"winograd_rows", &planRows, &runRows, true, true};

} // namespace convscope
