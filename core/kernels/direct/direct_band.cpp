// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/direct/direct_band.h"

#include "kernels/direct/band_output.h"
#include "kernels/direct/direct_tile.h"
#include "kernels/direct/input_patch.h"
#include "kernels/direct/narrow_tile.h"
#include "kernels/parallel.h"

#include <algorithm>

namespace convscope {

namespace {

/// Floats: half of a 1 MiB second-level cache.
constexpr std::int64_t kCachedWeights = 128 << 10;
/// Floats that stay in the first-level cache; copying input shows beside so little arithmetic.
/// conv ic3 in224x224 oc32 k3x3 s2x2 p=same, one core of an AMD Zen 4: 234 µs, 230 with borders
/// apart.
constexpr std::int64_t kSmallWeights = 4 << 10;
/// Floats of the input for each pixel of a row.
constexpr std::int64_t kWorthSparing = 3;

/// The source rows that meet one output row: where they start, and their first weight row.
struct RowList
{
    std::vector<const float *> sources;
    std::vector<std::int64_t> weightRows;
};

/// Where a band's input lies: in the tensor itself, or in the patch.
struct BandSource
{
    const float *origin = nullptr; ///< of cell `first`, first channel of the group
    Spatial first{};
    Spatial stride{};
};

/// Taps of an output row that fall on existing rows of the input; taps along the row are merged
/// into one run where they touch neighbouring pixels.
void listRows(const ConvProblem &p, const Band &band, const BandSource &src, std::int64_t row,
              std::int64_t split, RowList &list)
{
    const auto &axis = band.phase->axis;
    const bool merged = band.phase->merged;
    const std::int64_t run = band.phase->runTaps() * (p.ic / p.groups);
    const std::int64_t weightRows = (run + split - 1) / split;
    list.sources.clear();
    list.weightRows.clear();
    std::int64_t weights = 0;
    for (const std::int64_t od : axis[0].offset) {
        const std::int64_t z = band.plane * axis[0].inStep + od;
        for (const std::int64_t oh : axis[1].offset) {
            const std::int64_t y = row * axis[1].inStep + oh;
            const bool exists = z >= 0 && z < p.in[0] && y >= 0 && y < p.in[1];
            for (std::size_t t = 0; t < axis[2].offset.size();
                 t += merged ? axis[2].offset.size() : 1, weights += weightRows) {
                if (!exists)
                    continue;
                const std::int64_t x = band.firstCell * axis[2].inStep + axis[2].offset[t];
                list.sources.push_back(src.origin + (z - src.first[0]) * src.stride[0] +
                                       (y - src.first[1]) * src.stride[1] +
                                       (x - src.first[2]) * src.stride[2]);
                list.weightRows.push_back(weights);
            }
        }
    }
}

/// The band in up to three parts, so that only the first and the last tile of a row read a copy of
/// the input with zeros beside it. Tiles stay what they were.
std::vector<Band> bordersApart(const ConvProblem &p, const PackedWeights &packed, const Band &band)
{
    const AxisPhase &axis = band.phase->axis[2];
    const std::int64_t weights = band.phase->taps * (p.ic / p.groups) * (p.oc / p.groups);
    if (p.format != DataFormat::ChannelsLast || packed.split() > 1 || axis.offset.empty() ||
        weights > kSmallWeights || axis.inStep * p.ic / p.groups < kWorthSparing)
        return {band};
    const std::int64_t tile = directPixels();
    // Cells [inside, outside) see the input only.
    const std::int64_t inside =
        (std::max<std::int64_t>(0, -axis.offset.front()) + axis.inStep - 1) / axis.inStep;
    const std::int64_t outside = (p.in[2] - 1 - axis.offset.back() + axis.inStep) / axis.inStep;
    const std::int64_t before = std::max<std::int64_t>(0, inside - band.firstCell);
    const std::int64_t left = band.firstCell + (before + tile - 1) / tile * tile;
    const std::int64_t right =
        outside >= band.lastCell ? band.lastCell : left + (outside - left) / tile * tile;
    if (left >= right)
        return {band};
    std::vector<Band> parts;
    for (const auto &[first, last] :
         {std::pair(left, right), {band.firstCell, left}, {right, band.lastCell}}) {
        if (first == last)
            continue;
        parts.push_back(band);
        parts.back().firstCell = first;
        parts.back().lastCell = last;
    }
    return parts;
}

void runPart(const ConvArgs &args, const PackedWeights &packed, const Band &band)
{
    const ConvProblem &p = args.problem;
    const Phase &phase = *band.phase;
    const auto &axis = phase.axis;
    const std::int64_t depth = p.ic / p.groups;
    const std::int64_t groupFilters = p.oc / p.groups;
    const std::int64_t cells = band.lastCell - band.firstCell;

    const InputPatch patch(p, band);
    BandOutput output(args, band);
    float *scratch = threadScratch(patch.floats() + output.scratchFloats());
    output.prepare(scratch + patch.floats());
    BandSource src;
    if (patch.isNeeded()) {
        patch.fill(args.src, scratch);
        src = {scratch, patch.first(), patch.strides()};
    } else {
        const ConvStrides at = stridesOf(p.format, p.in, p.ic);
        src = {args.src + band.batch * at.batch + band.group * depth, {0, 0, 0}, at.cell};
    }

    DirectStrip strip;
    strip.run = phase.runTaps() * depth;
    strip.pixelStride = axis[2].inStep * src.stride[2];
    strip.pixels = cells;
    strip.depth = phase.taps * depth;
    strip.relu = output.fusesRelu();

    // As many filters at a time as keep their weights in the second-level cache.
    const std::int64_t block = directBlock();
    const std::int64_t cached =
        packed.split() > 1
            ? groupFilters
            : std::max<std::int64_t>(1, kCachedWeights /
                                            std::max<std::int64_t>(1, strip.depth * block)) *
                  block;
    RowList list;
    for (std::int64_t f = band.firstFilter; f < band.lastFilter; f += cached) {
        strip.filters = std::min(cached, band.lastFilter - f);
        strip.packed = packed.at(phase, band.group) + f * strip.depth;
        const std::int64_t channel = band.group * groupFilters + f;
        strip.bias = args.weights->bias.isNull() ? nullptr : args.weights->bias.data() + channel;
        for (std::int64_t row = band.firstRow; row < band.lastRow; ++row) {
            listRows(p, band, src, row, packed.split(), list);
            strip.rows = list.sources.data();
            strip.weightRows = list.weightRows.data();
            strip.rowCount = static_cast<std::int64_t>(list.sources.size());
            output.begin(row, channel, strip.filters);
            strip.dst = output.row();
            strip.dstStride = output.stride();
            strip.stream = output.streams();
            if (packed.split() > 1)
                narrowStrip(strip);
            else
                directStrip(strip);
            output.finish();
        }
    }
}

} // namespace

void runBand(const ConvArgs &args, const PackedWeights &packed, const Band &band)
{
    for (const Band &part : bordersApart(args.problem, packed, band))
        runPart(args, packed, part);
}

} // namespace convscope
