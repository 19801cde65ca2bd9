// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/direct/direct.h"

#include "kernels/direct/direct_band.h"
#include "kernels/direct/packed_weights.h"
#include "kernels/parallel.h"

namespace convscope {

namespace {

class DirectPlan : public ConvPlan
{
public:
    explicit DirectPlan(const ConvProblem &p)
        : problem(flattenedPointwise(p)), phases(phasesOf(problem)), grid(gridOf(problem, phases))
    {
    }

    ConvProblem problem;
    std::vector<Phase> phases;
    BandGrid grid;
};

Planned plan(const ConvProblem &p)
{
    if (p.op != ConvOp::Conv && p.op != ConvOp::Deconv)
        return declined([] { return words("takes dense and grouped convolutions only"); });
    auto made = std::make_unique<const DirectPlan>(p);
    if (made->grid.rows == 0)
        return declined(
            [] { return words("one tile's input exceeds the scratch memory of a thread"); });
    return made;
}

Result<void> run(const ConvArgs &whole, const ConvPlan *made)
{
    const auto &plan = static_cast<const DirectPlan &>(*made);
    ConvArgs args = whole;
    args.problem = plan.problem;
    const auto packed = PackedWeights::pack(args, plan.phases);
    if (!packed)
        return fail(packed.error());
    const std::vector<Band> bands = bandsOf(plan.problem, plan.phases, plan.grid);
    const bool done =
        parallelFor(static_cast<std::int64_t>(bands.size()), args.stop, [&](std::int64_t i) {
            runBand(args, *packed, bands[static_cast<std::size_t>(i)]);
        });
    if (!done)
        return convolutionCancelled();
    return {};
}

} // namespace

const ConvKernel directKernel{"direct", &plan, &run, true};

} // namespace convscope
