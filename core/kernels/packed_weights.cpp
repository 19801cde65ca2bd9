// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/packed_weights.h"

#include "kernels/direct_tile.h"
#include "kernels/parallel.h"

#include <algorithm>

namespace convscope {

namespace {

std::int64_t roundUp(std::int64_t n, std::int64_t unit)
{
    return (n + unit - 1) / unit * unit;
}

/// Indices into the kernel of all taps of a phase, depth first.
std::vector<std::int64_t> tapsOf(const ConvProblem &p, const Phase &phase)
{
    std::vector<std::int64_t> taps;
    taps.reserve(static_cast<std::size_t>(phase.taps));
    for (const std::int64_t d : phase.axis[0].tap)
        for (const std::int64_t h : phase.axis[1].tap)
            for (const std::int64_t w : phase.axis[2].tap)
                taps.push_back((d * p.kernel[1] + h) * p.kernel[2] + w);
    return taps;
}

/// `width` filters from f of one tap, for all input channels of a group.
void packTap(const ConvProblem &p, const float *kernel, std::int64_t tap, std::int64_t f,
             std::int64_t filters, std::int64_t width, float *to)
{
    const std::int64_t depth = p.ic / p.groups;
    const bool transposed = p.op == ConvOp::Deconv;
    for (std::int64_t c = 0; c < depth; ++c, to += width) {
        const float *from = transposed ? kernel + (tap * p.oc + f) * p.ic + c
                                       : kernel + (tap * depth + c) * p.oc + f;
        const std::int64_t step = transposed ? p.ic : 1;
        for (std::int64_t i = 0; i < filters; ++i)
            to[i] = from[i * step];
        std::fill(to + filters, to + width, 0.0F);
    }
}

} // namespace

Result<PackedWeights> PackedWeights::pack(const ConvArgs &args, const std::vector<Phase> &phases)
{
    const ConvProblem &p = args.problem;
    const std::int64_t depth = p.ic / p.groups;
    const std::int64_t filters = p.oc / p.groups;
    const std::int64_t block = directBlock();
    const std::int64_t rounded = roundUp(filters, vectorFloats());

    PackedWeights packed;
    packed.m_groups = p.groups;
    packed.m_tapFloats = depth * rounded;
    const std::int64_t taps = phases.back().tapsBefore + phases.back().taps;
    auto buffer = TensorBuffer::allocate({taps, p.groups, depth, rounded}, "the packed weights");
    if (!buffer)
        return fail(buffer.error());

    const std::int64_t blocks = (filters + block - 1) / block;
    const auto phaseCount = static_cast<std::int64_t>(phases.size());
    const bool done = parallelFor(phaseCount * p.groups * blocks, args.stop, [&](std::int64_t job) {
        const std::int64_t b = job % blocks;
        const std::int64_t g = job / blocks % p.groups;
        const Phase &phase = phases[static_cast<std::size_t>(job / blocks / p.groups)];
        const std::int64_t count = std::min(block, filters - b * block);
        const std::int64_t width = roundUp(count, vectorFloats());
        float *to = buffer->data() +
                    (phase.tapsBefore * p.groups + g * phase.taps) * packed.m_tapFloats +
                    b * block * depth * phase.taps;
        for (const std::int64_t tap : tapsOf(p, phase)) {
            packTap(p, args.weights->kernel.data(), tap, g * filters + b * block, count, width, to);
            to += depth * width;
        }
    });
    if (!done)
        return convolutionCancelled();
    packed.m_values = Tensor(std::move(*buffer), {});
    return packed;
}

const float *PackedWeights::at(const Phase &phase, std::int64_t group) const
{
    return m_values.data() + (phase.tapsBefore * m_groups + group * phase.taps) * m_tapFloats;
}

} // namespace convscope
