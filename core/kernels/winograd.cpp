// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/winograd.h"

#include "kernels/conv_tensors.h"
#include "kernels/direct_tile.h"
#include "kernels/parallel.h"
#include "kernels/tile_finish.h"
#include "kernels/weight_cache.h"
#include "kernels/winograd_plan.h"
#include "kernels/winograd_tile.h"

#include <algorithm>
#include <array>

namespace convscope {

namespace {

/// Below, the transforms and the larger weights cost more than the products saved.
constexpr std::int64_t kFewestChannels = 8;
constexpr std::int64_t kFewestFilters = 8;
/// conv ic512 in7x7 oc512 k3x3 has 4 tiles and reads 38 MB of transformed weights instead of 9.
constexpr std::int64_t kFewestTiles = 12;

std::string declines(const ConvProblem &p)
{
    if (p.op != ConvOp::Conv || p.groups != 1)
        return "takes dense convolutions only";
    if (p.kernel[1] != 3 || p.kernel[2] != 3)
        return "takes 3×3 kernels only";
    if (p.strides != Spatial{1, 1, 1})
        return "takes stride 1 only";
    if (p.format != DataFormat::ChannelsLast)
        return "takes channels_last only";
    if (p.ic < kFewestChannels || p.oc < kFewestFilters)
        return "fewer than 8 channels or filters: the transforms would cost more than they save";
    if (winogradTileCount(p) < kFewestTiles)
        return "fewer than 12 tiles of 4×4: the transformed weights would cost more than they save";
    const std::vector<WinogradJob> jobs = winogradJobs(p);
    if (winogradScratch(p, jobs.front()).total > kScratchFloats)
        return "a job's tiles exceed the scratch memory of a thread";
    return {};
}

/// [point][block of directBlockWidth() filters][depth tap][channel][filter of the block]
Result<Tensor> transformedWeights(const ConvArgs &args)
{
    const ConvProblem &p = args.problem;
    const Tensor &kernel = args.weights->kernel;
    FingerprintBuilder builder;
    builder.add(std::string_view("winograd")).add(kernel.fingerprint());
    builder.add(p.kernel[0]).add(p.ic).add(p.oc).add(vectorFloats());
    const Fingerprint key = builder.finish();
    if (Tensor cached = cachedWeights(key); !cached.isNull())
        return cached;
    const std::int64_t rounded = (p.oc + vectorFloats() - 1) / vectorFloats() * vectorFloats();
    const std::int64_t depth = p.kernel[0] * p.ic;
    auto buffer =
        TensorBuffer::allocate({kWinogradPoints, depth, rounded}, "the transformed weights");
    if (!buffer)
        return fail(buffer.error());
    const bool done = parallelFor(depth, args.stop, [&](std::int64_t k) {
        const float *taps = kernel.data() + (k / p.ic * 9 * p.ic + k % p.ic) * p.oc;
        for (std::int64_t f = 0; f < p.oc;) {
            const std::int64_t width = directBlockWidth(p.oc - f);
            const std::int64_t filters = std::min(width, p.oc - f);
            float *to = buffer->data() + f * depth + k * width;
            winogradWeights(taps + f, p.ic * p.oc, filters, to, depth * rounded);
            for (std::int64_t i = 0; i < kWinogradPoints && filters < width; ++i)
                std::fill(to + i * depth * rounded + filters, to + i * depth * rounded + width,
                          0.0F);
            f += width;
        }
    });
    if (!done)
        return convolutionCancelled();
    Tensor weights(std::move(*buffer), key);
    cacheWeights(weights);
    return weights;
}

/// Everything the jobs of a run share.
struct Run
{
    const ConvArgs &args;
    std::vector<WinogradTile> tiles;
    Tensor weights;
    std::vector<float> zeros; ///< a pixel outside the input
    ConvStrides srcAt;
    ConvStrides dstAt;
    TileFinish finish;
};

const WinogradTile &tileAt(const Run &run, std::int64_t i)
{
    return run.tiles[static_cast<std::size_t>(i)];
}

bool isPlane(const ConvProblem &p, const WinogradTile &tile, std::int64_t tap)
{
    const std::int64_t z = tile.plane + tap * p.dilation[0] - p.padBefore[0];
    return z >= 0 && z < p.in[0];
}

void transformInput(const Run &run, const WinogradTile &tile, std::int64_t tap, float *to,
                    std::int64_t pointStride)
{
    const ConvProblem &p = run.args.problem;
    const std::int64_t z = tile.plane + tap * p.dilation[0] - p.padBefore[0];
    const std::int64_t y0 = tile.y - p.padBefore[1];
    const std::int64_t x0 = tile.x - p.padBefore[2];
    WinogradSource source;
    if (y0 >= 0 && y0 + 5 * p.dilation[1] < p.in[1] && x0 >= 0 &&
        x0 + 5 * p.dilation[2] < p.in[2]) {
        source.cells = run.args.src + run.srcAt.at(tile.batch, {z, y0, x0}, 0);
        source.rowStride = p.dilation[1] * run.srcAt.cell[1];
        source.cellStride = p.dilation[2] * run.srcAt.cell[2];
        winogradInput(source, p.ic, to, pointStride);
        return;
    }
    std::array<const float *, kWinogradPoints> pixels;
    for (std::int64_t i = 0; i < kWinogradPoints; ++i) {
        const std::int64_t y = y0 + i / kWinogradIn * p.dilation[1];
        const std::int64_t x = x0 + i % kWinogradIn * p.dilation[2];
        const bool inside = y >= 0 && y < p.in[1] && x >= 0 && x < p.in[2];
        pixels[static_cast<std::size_t>(i)] =
            inside ? run.args.src + run.srcAt.at(tile.batch, {z, y, x}, 0) : run.zeros.data();
    }
    source.pixels = pixels.data();
    winogradInput(source, p.ic, to, pointStride);
}

/// Products of all points for the tiles [first, last) of a job, which lie in one plane.
void multiply(const Run &run, const WinogradJob &job, const WinogradScratch &layout, float *scratch,
              std::int64_t first, std::int64_t last)
{
    const ConvProblem &p = run.args.problem;
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
            if (!isPlane(p, tileAt(run, first), tap))
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

void writeOutput(const Run &run, const WinogradJob &job, const WinogradTile &tile,
                 const float *sums, std::int64_t pointStride)
{
    const ConvProblem &p = run.args.problem;
    const auto left = [](std::int64_t from, std::int64_t extent, std::int64_t step) {
        return std::min<std::int64_t>((extent - from + step - 1) / step, kWinogradOut);
    };
    WinogradTarget t;
    t.dst = run.args.dst + run.dstAt.at(tile.batch, {tile.plane, tile.y, tile.x}, job.firstFilter);
    t.rowStride = p.dilation[1] * run.dstAt.cell[1];
    t.cellStride = p.dilation[2] * run.dstAt.cell[2];
    t.rows = left(tile.y, p.out[1], p.dilation[1]);
    t.columns = left(tile.x, p.out[2], p.dilation[2]);
    t.bias =
        run.args.weights->bias.isNull() ? nullptr : run.args.weights->bias.data() + job.firstFilter;
    t.filters = job.lastFilter - job.firstFilter;
    t.relu = run.finish.fusesRelu;
    t.stream =
        run.finish.mayStream && t.filters % vectorFloats() == 0 && p.oc % vectorFloats() == 0;
    winogradOutput(sums, pointStride, t);
    if (run.finish.activates) {
        for (std::int64_t y = 0; y < t.rows; ++y)
            activateRun(run.args.activation, t.dst + y * t.rowStride, t.columns, t.cellStride,
                        t.filters);
    }
}

void runJob(const Run &run, const WinogradJob &job)
{
    const ConvProblem &p = run.args.problem;
    const WinogradScratch layout = winogradScratch(p, job);
    float *scratch = threadScratch(layout.total);
    for (std::int64_t first = job.firstTile; first < job.lastTile;) {
        const WinogradTile &begin = tileAt(run, first);
        std::int64_t last = first;
        for (; last < job.lastTile && tileAt(run, last).plane == begin.plane &&
               tileAt(run, last).batch == begin.batch;
             ++last) {
            for (std::int64_t tap = 0; tap < p.kernel[0]; ++tap) {
                if (isPlane(p, begin, tap))
                    transformInput(run, tileAt(run, last), tap,
                                   scratch + tap * layout.inputPlane +
                                       (last - job.firstTile) * layout.channels,
                                   layout.inputPoint);
            }
        }
        multiply(run, job, layout, scratch, first, last);
        first = last;
    }
    for (std::int64_t i = job.firstTile; i < job.lastTile; ++i)
        writeOutput(run, job, tileAt(run, i),
                    scratch + layout.outputs + (i - job.firstTile) * layout.filters,
                    layout.outputPoint);
}

Result<void> runWinograd(const ConvArgs &args)
{
    const ConvProblem &p = args.problem;
    auto weights = transformedWeights(args);
    if (!weights)
        return fail(weights.error());
    const Run run{args,
                  winogradTiles(p),
                  std::move(*weights),
                  std::vector<float>(static_cast<std::size_t>(p.ic + vectorFloats()), 0.0F),
                  stridesOf(p.format, p.in, p.ic),
                  stridesOf(p.format, p.out, p.oc),
                  tileFinish(args)};
    const std::vector<WinogradJob> jobs = winogradJobs(p);
    const bool done =
        parallelFor(static_cast<std::int64_t>(jobs.size()), args.stop,
                    [&](std::int64_t i) { runJob(run, jobs[static_cast<std::size_t>(i)]); });
    if (!done)
        return convolutionCancelled();
    return {};
}

} // namespace

const ConvKernel winogradKernel{"winograd", &declines, &runWinograd, true};

} // namespace convscope
