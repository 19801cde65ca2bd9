// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/depthwise/depthwise.h"

#include "kernels/conv/conv_tensors.h"
#include "kernels/depthwise/depthwise_rows.h"
#include "kernels/direct/band_output.h"
#include "kernels/direct/direct.h"
#include "kernels/direct/direct_tile.h"
#include "kernels/direct/narrow_tile.h"
#include "kernels/parallel.h"
#include "kernels/simd/vector_target.h"

#include <algorithm>
#include <array>

namespace convscope {

namespace {

/// Bands for each thread, so that one can help another.
constexpr std::int64_t kBandsPerThread = 8;
constexpr std::int64_t kBandMacs = 64 << 10;
/// Of a band: the two rows above and below are read again by its neighbours.
constexpr std::int64_t kFewestRows = 3;
/// Per cent.
constexpr std::int64_t kNearlyEqual = 103;
/// Neighbouring channels of a band: shorter pieces of a cell come slowly from the caches, and every
/// band has its start. Two cores of an AMD Zen 4, depthwise k3x3 p=same: ic512 in14x14 2 vectors
/// 34 µs, 8 19.9 µs, 16 18.6 µs; ic1024 in7x7 15.1 and 14.1 µs.
constexpr std::int64_t kFewestVectors = 16;

/// A second-level cache of 1 MiB.
constexpr std::int64_t kCachedFloats = 256 << 10;

/// The problem of the first step alone, whose bands both kernels work by.
ConvProblem perChannel(const ConvProblem &p)
{
    ConvProblem first = p;
    first.op = ConvOp::Depthwise;
    first.oc = p.ic * p.multiplier;
    return first;
}

std::vector<Band> wholeChannelBands(const ConvProblem &p, const std::vector<Phase> &phases,
                                    BandGrid grid)
{
    grid.filters = p.oc;
    return bandsOf(p, phases, grid);
}

/// Rows of a band so that threads which share `images` images of `rows` rows, at most `most` bands
/// in all, have about the same to do; of nearly equal cuts the finest, whose bands are easily
/// helped with.
std::int64_t evenRows(std::int64_t rows, std::int64_t images, std::int64_t most,
                      std::int64_t threads)
{
    // The largest share, in quarters of a block of rows: half a block costs three of them, and
    // every band one to start.
    const auto cost = [&](std::int64_t size) {
        const std::int64_t bands = (rows + size - 1) / size * images;
        return (bands + threads - 1) / threads *
               (4 * (size / kBlockRows) + 3 * (size % kBlockRows) + 1);
    };
    std::int64_t best = rows;
    for (std::int64_t n = 2; n * images <= most && rows / n >= kFewestRows; ++n) {
        const std::int64_t size = (rows + n - 1) / n;
        if (cost(size) * 100 <= cost(best) * kNearlyEqual)
            best = size;
    }
    return best;
}

/// Blocks that need no scratch but for RowCopies, which do without where it does not suffice.
bool readsInPlace(const ConvProblem &p)
{
    return DepthwiseRows::takesBlocks(p) && p.multiplier == 1 &&
           p.format == DataFormat::ChannelsLast;
}

/// Bands of a depthwise convolution: rows, and where an image has few, channels too. Rows first:
/// threads whose results lie apart do not fetch each other's by accident.
std::vector<Band> blockBands(const ConvProblem &p, const std::vector<Phase> &phases)
{
    const std::int64_t threads = threadCount();
    const std::int64_t wanted =
        std::clamp<std::int64_t>(p.macs() / kBandMacs, 1, kBandsPerThread * threads);
    const std::int64_t images = p.mb * p.out[0];
    BandGrid grid;
    grid.cells = p.out[2];
    grid.rows = evenRows(p.out[1], images, wanted, threads);
    const std::int64_t rowBands = images * ((p.out[1] + grid.rows - 1) / grid.rows);
    const std::int64_t vectors = (p.oc + vectorFloats() - 1) / vectorFloats();
    const std::int64_t mostParts = std::max<std::int64_t>(1, vectors / kFewestVectors);
    // What copies help is few channels at a time.
    const std::int64_t fewestParts = RowCopies::helps(p) ? mostParts : 1;
    const std::int64_t parts = std::clamp<std::int64_t>(wanted / rowBands, fewestParts, mostParts);
    grid.filters = (vectors + parts - 1) / parts * vectorFloats();
    return bandsOf(p, phases, grid);
}

class DepthwisePlan : public ConvPlan
{
public:
    explicit DepthwisePlan(const ConvProblem &p)
        : phases(phasesOf(p)), isInPlace(readsInPlace(p)),
          grid(isInPlace ? BandGrid() : gridOf(p, phases))
    {
    }

    [[nodiscard]] std::vector<Band> bands(const ConvProblem &p) const
    {
        return isInPlace ? blockBands(p, phases) : wholeChannelBands(p, phases, grid);
    }

    std::vector<Phase> phases;
    bool isInPlace;
    /// Where it is not in place.
    BandGrid grid;
};

Planned planDepthwise(const ConvProblem &p)
{
    if (p.op != ConvOp::Depthwise)
        return declined([] { return words("takes depthwise convolutions only"); });
    auto made = std::make_unique<const DepthwisePlan>(p);
    if (made->grid.rows == 0)
        return declined(
            [] { return words("one cell's input exceeds the scratch memory of a thread"); });
    return made;
}

Result<void> runDepthwise(const ConvArgs &args, const ConvPlan *made)
{
    const ConvProblem &p = args.problem;
    const std::vector<Band> bands = static_cast<const DepthwisePlan &>(*made).bands(p);
    const auto weights = DepthwiseRows::packedWeights(args);
    if (!weights)
        return fail(weights.error());
    const auto run = [&](std::int64_t i) {
        const Band &band = bands[static_cast<std::size_t>(i)];
        const std::int64_t channels = band.lastFilter - band.firstFilter;
        DepthwiseRows rows(args, band, *weights);
        BandOutput output(args, band);
        float *scratch = threadScratch(rows.scratchFloats() + output.scratchFloats());
        rows.prepare(scratch);
        output.prepare(scratch + rows.scratchFloats());
        // Planes go through one row of scratch.
        const std::int64_t most = p.format == DataFormat::ChannelsLast ? rows.atOnce() : 1;
        for (std::int64_t y = band.firstRow; y < band.lastRow; y += most) {
            const std::int64_t count = std::min(most, band.lastRow - y);
            std::array<float *, kBlockRows> dst{};
            for (std::int64_t line = count; line-- > 0;) {
                output.begin(y + line, band.firstFilter, channels);
                dst[static_cast<std::size_t>(line)] = output.row() - band.firstFilter;
            }
            rows.rows(y, count, args.weights->bias.data(), output.fusesRelu(), dst,
                      output.stride());
            for (std::int64_t line = 0; line < count; ++line) {
                output.begin(y + line, band.firstFilter, channels);
                output.finish();
            }
        }
    };
    if (!parallelFor(static_cast<std::int64_t>(bands.size()), args.stop, run))
        return convolutionCancelled();
    return {};
}

/// The problem of the second step as a convolution of its own.
ConvProblem pointwise(const ConvProblem &p)
{
    ConvProblem second = p;
    second.op = ConvOp::Conv;
    second.ic = p.ic * p.multiplier;
    second.in = p.out;
    second.kernel = second.strides = second.dilation = {1, 1, 1};
    second.padBefore = second.padAfter = {0, 0, 0};
    second.multiplier = 1;
    return second;
}

/// Both steps one after the other suit results between them that the second-level cache holds: few
/// rows shared by threads would read the weights of the second step once per row.
/// separable ic512 in14x14 oc512 k3x3 p=same, two cores of an AMD Zen 4: 0.54 → 0.49 ms.
bool runsInTurn(const ConvProblem &p)
{
    return p.mb * p.out[0] * p.out[1] * p.out[2] * p.ic * p.multiplier <= kCachedFloats;
}

class SeparablePlan : public ConvPlan
{
public:
    ConvProblem first;
    ConvProblem second;
    DepthwisePlan depthwise;
    /// Of `depthwise`; where both run together it is needed of problems in place too.
    BandGrid grid;
    /// Where the steps run in turn.
    std::unique_ptr<const ConvPlan> direct;
    /// Where they run together.
    std::vector<Phase> secondPhases;

    explicit SeparablePlan(const ConvProblem &p)
        : first(perChannel(p)), second(pointwise(p)), depthwise(first),
          grid(depthwise.isInPlace ? gridOf(first, depthwise.phases) : depthwise.grid)
    {
    }
};

Planned planSeparable(const ConvProblem &p)
{
    if (p.op != ConvOp::Separable)
        return declined([] { return words("takes separable convolutions only"); });
    auto made = std::make_unique<SeparablePlan>(p);
    if (made->grid.rows == 0 ||
        made->grid.cells * (kBlockRows * made->first.oc + p.oc) > kScratchFloats / 2)
        return declined(
            [] { return words("one cell's input exceeds the scratch memory of a thread"); });
    if (runsInTurn(p)) {
        Planned direct = directKernel.plan(made->second);
        if (!direct)
            return declined(direct.error());
        made->direct = std::move(*direct);
    } else {
        made->secondPhases = phasesOf(made->second);
    }
    return made;
}

Result<void> runInTurn(const ConvArgs &args, const SeparablePlan &plan)
{
    auto between = TensorBuffer::allocate(dstExtents(plan.first), "the depthwise result");
    if (!between)
        return fail(between.error());
    ConvWeights weights = *args.weights;
    weights.bias = {};
    ConvArgs depthwise = args;
    depthwise.problem = plan.first;
    depthwise.weights = &weights;
    depthwise.activation = {};
    depthwise.dst = between->data();
    if (const auto done = runDepthwise(depthwise, &plan.depthwise); !done)
        return done;
    const ConvWeights pointwise{args.weights->pointwise, {}, args.weights->bias};
    ConvArgs second = args;
    second.problem = plan.second;
    second.weights = &pointwise;
    second.src = between->data();
    return directKernel.run(second, plan.direct.get());
}

Result<void> runSeparable(const ConvArgs &args, const ConvPlan *made)
{
    const auto &plan = static_cast<const SeparablePlan &>(*made);
    if (plan.direct != nullptr)
        return runInTurn(args, plan);
    const ConvProblem &p = args.problem;
    const ConvProblem &first = plan.first;
    const std::vector<Phase> &secondPhases = plan.secondPhases;
    ConvArgs depthwise = args;
    depthwise.problem = first;

    const auto weights = DepthwiseRows::packedWeights(depthwise);
    if (!weights)
        return fail(weights.error());
    const ConvWeights pointwise{args.weights->pointwise, {}, args.weights->bias};
    ConvArgs second = args;
    second.problem = plan.second;
    second.weights = &pointwise;
    const auto packed = PackedWeights::pack(second, secondPhases);
    if (!packed)
        return fail(packed.error());

    const std::vector<Band> bands = wholeChannelBands(first, plan.depthwise.phases, plan.grid);
    const auto run = [&](std::int64_t i) {
        const Band &band = bands[static_cast<std::size_t>(i)];
        DepthwiseRows rows(depthwise, band, *weights);
        BandOutput output(args, band);
        const std::int64_t cells = band.lastCell - band.firstCell;
        const std::int64_t between = cells * first.oc * rows.atOnce();
        float *scratch = threadScratch(rows.scratchFloats() + output.scratchFloats() + between);
        rows.prepare(scratch);
        output.prepare(scratch + rows.scratchFloats());
        float *middle = scratch + rows.scratchFloats() + output.scratchFloats();
        const float *source = middle;
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
            const std::int64_t line = (y - band.firstRow) % rows.atOnce();
            if (line == 0)
                rows.rows(y, std::min(rows.atOnce(), band.lastRow - y), nullptr, false,
                          {middle, middle + cells * first.oc}, first.oc);
            source = middle + line * cells * first.oc;
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

const ConvKernel depthwiseKernel{"depthwise", &planDepthwise, &runDepthwise, true};
const ConvKernel separableKernel{"separable", &planSeparable, &runSeparable, true};

} // namespace convscope
