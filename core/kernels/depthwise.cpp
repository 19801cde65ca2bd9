// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/depthwise.h"

#include "kernels/band_output.h"
#include "kernels/depthwise_rows.h"
#include "kernels/direct_tile.h"
#include "kernels/narrow_tile.h"
#include "kernels/parallel.h"

#include <algorithm>

namespace convscope {

namespace {

/// The problem of the first step alone, whose bands both kernels work by.
ConvProblem perChannel(const ConvProblem &p)
{
    ConvProblem first = p;
    first.op = ConvOp::Depthwise;
    first.oc = p.ic * p.multiplier;
    return first;
}

std::vector<Band> wholeChannelBands(const ConvProblem &p, const std::vector<Phase> &phases)
{
    BandGrid grid = gridOf(p, phases);
    grid.filters = p.oc;
    return bandsOf(p, phases, grid);
}

std::string declinesDepthwise(const ConvProblem &p)
{
    if (p.op != ConvOp::Depthwise)
        return "takes depthwise convolutions only";
    if (gridOf(p, phasesOf(p)).rows == 0)
        return "one cell's input exceeds the scratch memory of a thread";
    return {};
}

Result<void> runDepthwise(const ConvArgs &args)
{
    const ConvProblem &p = args.problem;
    const std::vector<Phase> phases = phasesOf(p);
    const std::vector<Band> bands = wholeChannelBands(p, phases);
    const auto run = [&](std::int64_t i) {
        const Band &band = bands[static_cast<std::size_t>(i)];
        DepthwiseRows rows(args, band);
        BandOutput output(args, band);
        float *scratch = threadScratch(rows.scratchFloats() + output.scratchFloats());
        rows.prepare(scratch);
        output.prepare(scratch + rows.scratchFloats());
        for (std::int64_t y = band.firstRow; y < band.lastRow; ++y) {
            output.begin(y, 0, p.oc);
            rows.row(y, args.weights->bias.data(), output.fusesRelu(), output.row(),
                     output.stride());
            output.finish();
        }
    };
    if (!parallelFor(static_cast<std::int64_t>(bands.size()), args.stop, run))
        return convolutionCancelled();
    return {};
}

std::string declinesSeparable(const ConvProblem &p)
{
    if (p.op != ConvOp::Separable)
        return "takes separable convolutions only";
    const ConvProblem first = perChannel(p);
    const BandGrid grid = gridOf(first, phasesOf(first));
    if (grid.rows == 0 || grid.cells * (first.oc + p.oc) > kScratchFloats / 2)
        return "one cell's input exceeds the scratch memory of a thread";
    return {};
}

/// The second step as a convolution of its own.
ConvArgs pointwiseArgs(const ConvArgs &args, const ConvWeights &weights)
{
    ConvArgs second = args;
    ConvProblem &p = second.problem;
    p.op = ConvOp::Conv;
    p.ic = args.problem.ic * args.problem.multiplier;
    p.in = p.out;
    p.kernel = p.strides = p.dilation = {1, 1, 1};
    p.padBefore = p.padAfter = {0, 0, 0};
    p.multiplier = 1;
    second.weights = &weights;
    return second;
}

Result<void> runSeparable(const ConvArgs &args)
{
    const ConvProblem &p = args.problem;
    const ConvProblem first = perChannel(p);
    const std::vector<Phase> phases = phasesOf(first);
    ConvArgs depthwise = args;
    depthwise.problem = first;

    const ConvWeights pointwise{args.weights->pointwise, {}, args.weights->bias};
    const ConvArgs second = pointwiseArgs(args, pointwise);
    const std::vector<Phase> secondPhases = phasesOf(second.problem);
    const auto packed = PackedWeights::pack(second, secondPhases);
    if (!packed)
        return fail(packed.error());

    const std::vector<Band> bands = wholeChannelBands(first, phases);
    const auto run = [&](std::int64_t i) {
        const Band &band = bands[static_cast<std::size_t>(i)];
        DepthwiseRows rows(depthwise, band);
        BandOutput output(args, band);
        const std::int64_t cells = band.lastCell - band.firstCell;
        const std::int64_t between = cells * first.oc;
        float *scratch = threadScratch(rows.scratchFloats() + output.scratchFloats() + between);
        rows.prepare(scratch);
        output.prepare(scratch + rows.scratchFloats());
        float *middle = scratch + rows.scratchFloats() + output.scratchFloats();
        const float *const source = middle;
        const std::int64_t weightRow = 0;

        DirectStrip strip;
        strip.rows = &source;
        strip.weightRows = &weightRow;
        strip.rowCount = 1;
        strip.run = strip.pixelStride = strip.depth = first.oc;
        strip.pixels = cells;
        strip.packed = packed->at(secondPhases.front(), 0);
        strip.bias = args.weights->bias.data();
        strip.filters = p.oc;
        strip.relu = output.fusesRelu();
        for (std::int64_t y = band.firstRow; y < band.lastRow; ++y) {
            rows.row(y, nullptr, false, middle, first.oc);
            output.begin(y, 0, p.oc);
            strip.dst = output.row();
            strip.dstStride = output.stride();
            strip.stream = output.streams();
            if (packed->split() > 1)
                narrowStrip(strip);
            else
                directStrip(strip);
            output.finish();
        }
    };
    if (!parallelFor(static_cast<std::int64_t>(bands.size()), args.stop, run))
        return convolutionCancelled();
    return {};
}

} // namespace

const ConvKernel depthwiseKernel{"depthwise", &declinesDepthwise, &runDepthwise, true};
const ConvKernel separableKernel{"separable", &declinesSeparable, &runSeparable, true};

} // namespace convscope
