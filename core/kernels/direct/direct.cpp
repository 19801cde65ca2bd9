// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/direct/direct.h"

#include "kernels/direct/direct_band.h"
#include "kernels/direct/packed_weights.h"
#include "kernels/parallel.h"

namespace convscope {

namespace {

Words declines(const ConvProblem &p)
{
    if (p.op != ConvOp::Conv && p.op != ConvOp::Deconv)
        return words("takes dense and grouped convolutions only");
    if (gridOf(p, phasesOf(p)).rows == 0)
        return words("one tile's input exceeds the scratch memory of a thread");
    return {};
}

Result<void> run(const ConvArgs &whole)
{
    ConvArgs args = whole;
    args.problem = flattenedPointwise(whole.problem);
    const std::vector<Phase> phases = phasesOf(args.problem);
    const auto packed = PackedWeights::pack(args, phases);
    if (!packed)
        return fail(packed.error());
    const std::vector<Band> bands = bandsOf(args.problem, phases, gridOf(args.problem, phases));
    const bool done =
        parallelFor(static_cast<std::int64_t>(bands.size()), args.stop, [&](std::int64_t i) {
            runBand(args, *packed, bands[static_cast<std::size_t>(i)]);
        });
    if (!done)
        return convolutionCancelled();
    return {};
}

} // namespace

const ConvKernel directKernel{"direct", &declines, &run, true};

} // namespace convscope
