// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/winograd/winograd_fused_tile.h"

#include "kernels/parallel.h"
#include "kernels/simd/vector_target.h"
#include "kernels/winograd/winograd.h"
#include "kernels/winograd/winograd_images.h"
#include "kernels/winograd/winograd_weights.h"

#include <algorithm>
#include <array>

namespace convscope {

namespace {

constexpr std::int64_t kFusedFewestChannels = 5;
/// conv ic64 in224x224 oc64 k3x3 p=same, one core of an AMD Zen 4: 11.9 against 13.3 ms of
/// `winograd`; ic48 in128x128: 2.9, 2.7.
constexpr std::int64_t kFusedMostChannels = 64;
/// Tiles of a chunk: their points and sums stay in the first-level cache.
constexpr std::int64_t kMostChunk = 16;
/// Floats of a chunk's transformed input: half of a 32 KiB first-level cache.
constexpr std::int64_t kChunkFloats = 4 << 10;
/// Products worth a job.
constexpr std::int64_t kJobProducts = 1 << 18;

class FusedPlan : public ConvPlan
{
public:
    explicit FusedPlan(const WinogradGrid &of) : grid(of) {}

    WinogradGrid grid;
};

Planned planFused(const ConvProblem &p)
{
    const auto grid = winogradGrid(p);
    if (!grid)
        return declined(grid.error());
    if (!winogradFitsFourTiles())
        return declined([] { return words("wants 32 vector registers"); });
    if (grid->conv.kernel[0] != 1)
        return declined([] { return words("takes kernels of one plane only"); });
    if (grid->conv.ic < kFusedFewestChannels)
        return declined([] {
            return words(
                "fewer than {channels} channels: the transforms would cost more than they save",
                kFusedFewestChannels);
        });
    if (grid->conv.ic > kFusedMostChannels)
        return declined([] {
            return words("more than {channels} channels: their weights are better used for many "
                         "tiles at a time",
                         kFusedMostChannels);
        });
    return std::make_unique<const FusedPlan>(*grid);
}

/// [group of winogradLanes() filters][column][channel][row][filter of the group]
Result<Tensor> fusedWeights(const ConvArgs &args, const WinogradGrid &grid)
{
    const ConvProblem &p = grid.conv;
    return winogradWeightsOf(args, grid, "columns", [&](const Tensor &kernel, float *weights) {
        return parallelFor(p.ic, args.stop, [&](std::int64_t c) {
            for (std::int64_t f = 0; f < p.oc;) {
                const std::int64_t lanes = winogradLanes(p.oc - f);
                const std::int64_t filters = std::min(lanes, p.oc - f);
                const WinogradPointStrides strides{lanes, p.ic * kWinogradIn * lanes};
                float *to = weights + f * kWinogradPoints * p.ic + c * kWinogradIn * lanes;
                for (std::int64_t i = 0; i < kWinogradPoints && filters < lanes; ++i) {
                    float *point =
                        to + i / kWinogradIn * strides.row + i % kWinogradIn * strides.column;
                    std::fill(point + filters, point + lanes, 0.0F);
                }
                winogradWeights(kernel.data() + c * p.oc + f, p.ic * p.oc, filters, to, strides);
                f += lanes;
            }
        });
    });
}

/// Where a chunk keeps things in scratch, in floats.
struct ChunkLayout
{
    std::int64_t tiles = 0;
    std::int64_t channelStride = 0;
    std::int64_t sums = 0;
    std::int64_t spill = 0;
    std::int64_t total = 0;
};

ChunkLayout layoutOf(const ConvProblem &p)
{
    ChunkLayout l;
    const std::int64_t lanes = winogradLanes(p.ic);
    l.channelStride = (p.ic + lanes - 1) / lanes * lanes;
    const std::int64_t perTile = kWinogradPoints * l.channelStride;
    l.tiles = std::clamp<std::int64_t>(kChunkFloats / perTile / 4 * 4, 4, kMostChunk);
    l.sums = l.tiles * perTile;
    l.spill = l.sums + l.tiles * kWinogradIn * kWinogradOut * vectorFloats();
    l.total = l.spill + l.tiles * kWinogradOut * kWinogradOut * vectorFloats();
    return l;
}

/// The tiles [first, last) of a run, at most a chunk.
void runChunk(const WinogradImages &images, const Tensor &weights, const ChunkLayout &l,
              std::int64_t first, std::int64_t last)
{
    const ConvProblem &p = images.conv();
    float *scratch = threadScratch(l.total);
    WinogradChunk chunk;
    chunk.input = scratch;
    chunk.tiles = last - first;
    chunk.channels = p.ic;
    chunk.channelStride = l.channelStride;
    chunk.sums = scratch + l.sums;
    std::array<WinogradTile, kMostChunk> tiles;
    std::array<bool, kMostChunk> finite{};
    images.tiles().list(first, {tiles.data(), static_cast<std::size_t>(chunk.tiles)});
    const std::int64_t row = chunk.tiles * l.channelStride;
    const WinogradPointStrides strides{row, kWinogradIn * row};
    for (std::int64_t i = 0; i < chunk.tiles;) {
        const auto t = static_cast<std::size_t>(i);
        float *to = scratch + i * l.channelStride;
        if (l.channelStride == 4 && i + 1 < chunk.tiles) {
            finite[t] = finite[t + 1] = images.transformPair(tiles[t], tiles[t + 1], to, strides);
            i += 2;
        } else {
            finite[t] = images.transform(tiles[t], 0, to, strides);
            ++i;
        }
    }
    std::array<WinogradTarget, kMostChunk> targets;
    chunk.targets = targets.data();
    for (std::int64_t f = 0; f < p.oc;) {
        chunk.lanes = winogradLanes(p.oc - f);
        chunk.weights = weights.data() + f * kWinogradPoints * p.ic;
        const WinogradPiece piece = images.piece(f, chunk.lanes, p.oc);
        for (std::size_t t = 0; t < static_cast<std::size_t>(chunk.tiles); ++t) {
            targets[t] = images.target(tiles[t], piece,
                                       scratch + l.spill +
                                           static_cast<std::int64_t>(t) * 16 * vectorFloats());
            if (!finite[t])
                targets[t].rows = 0;
        }
        winogradChunk(chunk);
        for (std::size_t t = 0; t < static_cast<std::size_t>(chunk.tiles); ++t) {
            if (finite[t])
                images.finish(tiles[t], piece, targets[t]);
            else
                images.byDefinition(tiles[t], piece);
        }
        f += chunk.lanes;
    }
}

Result<void> runFused(const ConvArgs &args, const ConvPlan *made)
{
    const WinogradGrid &grid = static_cast<const FusedPlan &>(*made).grid;
    const ConvProblem &p = grid.conv;
    auto weights = fusedWeights(args, grid);
    if (!weights)
        return fail(weights.error());
    const WinogradImages images(args, grid);
    const ChunkLayout layout = layoutOf(p);
    const std::int64_t chunks = (images.tiles().count() + layout.tiles - 1) / layout.tiles;
    const std::int64_t products = layout.tiles * kWinogradPoints * p.ic * p.oc;
    const std::int64_t perJob = std::max<std::int64_t>(1, kJobProducts / products);
    const bool done = parallelFor((chunks + perJob - 1) / perJob, args.stop, [&](std::int64_t job) {
        for (std::int64_t c = job * perJob; c < std::min(chunks, (job + 1) * perJob); ++c)
            runChunk(images, *weights, layout, c * layout.tiles,
                     std::min(images.tiles().count(), (c + 1) * layout.tiles));
    });
    if (!done)
        return convolutionCancelled();
    return {};
}

} // namespace

const ConvKernel winogradFusedKernel{"winograd_fused", &planFused, &runFused, true, true};

} // namespace convscope
