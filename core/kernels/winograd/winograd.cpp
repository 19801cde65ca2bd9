// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/winograd/winograd.h"

#include "kernels/direct/direct_tile.h"
#include "kernels/parallel.h"
#include "kernels/simd/vector_target.h"
#include "kernels/winograd/winograd_images.h"
#include "kernels/winograd/winograd_weights.h"

#include <algorithm>

namespace convscope {

namespace {

/// Below, the transforms and the larger weights cost more than the products saved.
constexpr std::int64_t kFewestChannels = 8;
constexpr std::int64_t kFewestFilters = 8;

class WinogradPlan : public ConvPlan
{
public:
    explicit WinogradPlan(const WinogradGrid &of) : grid(of), jobs(winogradJobs(of.conv)) {}

    WinogradGrid grid;
    std::vector<WinogradJob> jobs;
};

Planned planTiles(const ConvProblem &p)
{
    const auto grid = winogradGrid(p);
    if (!grid)
        return declined(grid.error());
    const ConvProblem &c = grid->conv;
    if (c.ic < kFewestChannels || c.oc < kFewestFilters)
        return declined([] {
            return words(
                "fewer than 8 channels or filters: the transforms would cost more than they save");
        });
    auto made = std::make_unique<const WinogradPlan>(*grid);
    if (winogradScratch(c, made->jobs.front()).total > kScratchFloats)
        return declined(
            [] { return words("a job's tiles exceed the scratch memory of a thread"); });
    return made;
}

/// [point][block of directBlockWidth() filters][depth tap][channel][filter of the block]
Result<Tensor> transformedWeights(const ConvArgs &args, const WinogradGrid &grid)
{
    const ConvProblem &p = grid.conv;
    return winogradWeightsOf(args, grid, "points", [&](const Tensor &kernel, float *weights) {
        const std::int64_t depth = p.kernel[0] * p.ic;
        const std::int64_t point =
            depth * ((p.oc + vectorFloats() - 1) / vectorFloats() * vectorFloats());
        return parallelFor(depth, args.stop, [&](std::int64_t k) {
            const float *taps = kernel.data() + (k / p.ic * 9 * p.ic + k % p.ic) * p.oc;
            for (std::int64_t f = 0; f < p.oc;) {
                const std::int64_t width = directBlockWidth(p.oc - f);
                const std::int64_t filters = std::min(width, p.oc - f);
                float *to = weights + f * depth + k * width;
                winogradWeights(taps + f, p.ic * p.oc, filters, to, {kWinogradIn * point, point});
                for (std::int64_t i = 0; i < kWinogradPoints && filters < width; ++i)
                    std::fill(to + i * point + filters, to + i * point + width, 0.0F);
                f += width;
            }
        });
    });
}

/// Everything the jobs of a run share.
struct Run
{
    const WinogradImages &images;
    Tensor weights;
};

/// Products of all points for the tiles [first, last) of a job, which lie in one plane.
void multiply(const Run &run, const WinogradJob &job, const WinogradScratch &layout, float *scratch,
              std::int64_t first, std::int64_t last)
{
    const ConvProblem &p = run.images.conv();
    const WinogradTile plane = run.images.tiles().at(first);
    const std::int64_t depth = p.kernel[0] * p.ic;
    const std::int64_t pointWeights = run.weights.extent(1) * run.weights.extent(2);
    std::vector<const float *> rows;
    std::vector<std::int64_t> weightRows;
    DirectStrip strip;
    strip.run = p.ic;
    strip.pixelStride = layout.channels;
    strip.pixels = last - first;
    strip.depth = depth;
    strip.filters = job.lastFilter - job.firstFilter;
    strip.dstStride = layout.filters;
    for (std::int64_t i = 0; i < kWinogradPoints; ++i) {
        rows.clear();
        weightRows.clear();
        for (std::int64_t tap = 0; tap < p.kernel[0]; ++tap) {
            if (!run.images.isPlane(plane, tap))
                continue;
            rows.push_back(scratch + tap * layout.inputPlane + i * layout.inputPoint +
                           (first - job.firstTile) * layout.channels);
            weightRows.push_back(tap * p.ic);
        }
        strip.rows = rows.data();
        strip.weightRows = weightRows.data();
        strip.rowCount = static_cast<std::int64_t>(rows.size());
        strip.packed = run.weights.data() + i * pointWeights + job.firstFilter * depth;
        strip.dst = scratch + layout.outputs + i * layout.outputPoint +
                    (first - job.firstTile) * layout.filters;
        directStrip(strip);
    }
}

/// The results of a tile from its sums.
void writeOutput(const Run &run, const WinogradJob &job, const WinogradTile &tile,
                 const float *sums, const WinogradScratch &layout, float *spill)
{
    for (std::int64_t f = job.firstFilter; f < job.lastFilter;) {
        const WinogradPiece piece = run.images.piece(f, job.lastFilter, job.lastFilter);
        const WinogradTarget target = run.images.target(tile, piece, spill);
        winogradOutput(sums + f - job.firstFilter, layout.outputPoint, target);
        run.images.finish(tile, piece, target);
        f += piece.count;
    }
}

void runJob(const Run &run, const WinogradJob &job)
{
    const WinogradImages &images = run.images;
    const ConvProblem &p = images.conv();
    const WinogradScratch layout = winogradScratch(p, job);
    float *scratch = threadScratch(layout.total);
    const WinogradPointStrides strides{kWinogradIn * layout.inputPoint, layout.inputPoint};
    std::vector<bool> finite(static_cast<std::size_t>(job.lastTile - job.firstTile), true);
    for (std::int64_t first = job.firstTile; first < job.lastTile;) {
        const WinogradTile begin = images.tiles().at(first);
        std::int64_t last = first;
        for (; last < job.lastTile; ++last) {
            const WinogradTile tile = images.tiles().at(last);
            if (tile.plane != begin.plane || tile.batch != begin.batch)
                break;
            const std::int64_t index = last - job.firstTile;
            for (std::int64_t tap = 0; tap < p.kernel[0]; ++tap) {
                if (images.isPlane(begin, tap) &&
                    !images.transform(tile, tap,
                                      scratch + tap * layout.inputPlane + index * layout.channels,
                                      strides))
                    finite[static_cast<std::size_t>(index)] = false;
            }
        }
        multiply(run, job, layout, scratch, first, last);
        first = last;
    }
    for (std::int64_t i = job.firstTile; i < job.lastTile; ++i) {
        const std::int64_t index = i - job.firstTile;
        const WinogradTile tile = images.tiles().at(i);
        if (finite[static_cast<std::size_t>(index)])
            writeOutput(run, job, tile, scratch + layout.outputs + index * layout.filters, layout,
                        scratch + layout.spill);
        else
            images.byDefinition(tile, {job.firstFilter, job.lastFilter - job.firstFilter});
    }
}

Result<void> runWinograd(const ConvArgs &args, const ConvPlan *made)
{
    const auto &plan = static_cast<const WinogradPlan &>(*made);
    const WinogradGrid &grid = plan.grid;
    const std::vector<WinogradJob> &jobs = plan.jobs;
    auto weights = transformedWeights(args, grid);
    if (!weights)
        return fail(weights.error());
    const WinogradImages images(args, grid);
    const Run run{images, std::move(*weights)};
    const bool done =
        parallelFor(static_cast<std::int64_t>(jobs.size()), args.stop,
                    [&](std::int64_t i) { runJob(run, jobs[static_cast<std::size_t>(i)]); });
    if (!done)
        return convolutionCancelled();
    return {};
}

} // namespace

const ConvKernel winogradKernel{"winograd", &planTiles, &runWinograd, true, true};

} // namespace convscope
