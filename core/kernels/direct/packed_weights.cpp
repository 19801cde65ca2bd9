// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/direct/packed_weights.h"

#include "kernels/conv/weight_cache.h"
#include "kernels/direct/direct_tile.h"
#include "kernels/direct/narrow_tile.h"
#include "kernels/parallel.h"
#include "kernels/simd/vector_target.h"

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
        if (transposed) {
            const float *from = kernel + (tap * p.oc + f) * p.ic + c;
            for (std::int64_t i = 0; i < filters; ++i)
                to[i] = from[i * p.ic];
        } else {
            std::copy_n(kernel + (tap * depth + c) * p.oc + f, filters, to);
        }
        std::fill(to + filters, to + width, 0.0F);
    }
}

/// All that the packed order depends on.
Fingerprint keyOf(const ConvArgs &args, const std::vector<Phase> &phases)
{
    const ConvProblem &p = args.problem;
    FingerprintBuilder builder;
    builder.add(std::string_view("direct")).add(args.weights->kernel.fingerprint());
    builder.add(static_cast<std::uint64_t>(p.op)).add(p.groups).add(p.ic).add(p.oc);
    builder.add(vectorFloats()).add(directBlock());
    for (std::size_t a = 0; a < 3; ++a) {
        builder.add(p.kernel[a]);
        if (p.op == ConvOp::Deconv)
            builder.add(p.strides[a]).add(p.dilation[a]).add(p.padBefore[a]).add(p.out[a]);
    }
    // Dilation parts a row's taps into runs of their own.
    for (const Phase &phase : phases)
        builder.add(phase.runTaps());
    return builder.finish();
}

} // namespace

Result<PackedWeights> PackedWeights::pack(const ConvArgs &args, const std::vector<Phase> &phases)
{
    const ConvProblem &p = args.problem;
    const Fingerprint key = keyOf(args, phases);
    PackedWeights packed;
    packed.m_groups = p.groups;
    packed.m_split = p.groups == 1 ? narrowSplit(p.oc, phases.front().runTaps() * p.ic) : 1;
    // A narrow run of one tap may take a vector for the last of its channels alone.
    packed.m_tapFloats = packed.m_split > 1
                             ? (p.ic + packed.m_split - 1) / packed.m_split * vectorFloats()
                             : p.ic / p.groups * roundUp(p.oc / p.groups, vectorFloats());
    packed.m_values = cachedWeights(key);
    if (!packed.m_values.isNull())
        return packed;
    const auto done =
        packed.m_split > 1 ? packed.packNarrow(args, phases) : packed.packBlocks(args, phases);
    if (!done)
        return fail(done.error());
    packed.m_values = packed.m_values.withFingerprint(key);
    cacheWeights(packed.m_values);
    return packed;
}

Result<void> PackedWeights::packNarrow(const ConvArgs &args, const std::vector<Phase> &phases)
{
    const ConvProblem &p = args.problem;
    const std::int64_t taps = phases.back().tapsBefore + phases.back().taps;
    auto buffer = TensorBuffer::allocate({taps, m_tapFloats}, "the packed weights");
    if (!buffer)
        return fail(buffer.error());
    std::fill(buffer->values().begin(), buffer->values().end(), 0.0F);
    const bool transposed = p.op == ConvOp::Deconv;
    for (const Phase &phase : phases) {
        float *row = buffer->data() + phase.tapsBefore * m_tapFloats;
        const std::int64_t run = phase.runTaps() * p.ic;
        std::int64_t term = 0;
        for (const std::int64_t tap : tapsOf(p, phase)) {
            for (std::int64_t c = 0; c < p.ic; ++c, ++term) {
                if (term == run) {
                    row += roundUp(run, m_split) / m_split * vectorFloats();
                    term = 0;
                }
                float *to = row + term / m_split * vectorFloats() + term % m_split;
                for (std::int64_t f = 0; f < p.oc; ++f)
                    to[f * m_split] =
                        args.weights->kernel.data()[transposed ? (tap * p.oc + f) * p.ic + c
                                                               : (tap * p.ic + c) * p.oc + f];
            }
        }
    }
    m_values = Tensor(std::move(*buffer), {});
    return {};
}

Result<void> PackedWeights::packBlocks(const ConvArgs &args, const std::vector<Phase> &phases)
{
    const ConvProblem &p = args.problem;
    const std::int64_t depth = p.ic / p.groups;
    const std::int64_t filters = p.oc / p.groups;
    const std::int64_t block = directBlock();
    const std::int64_t taps = phases.back().tapsBefore + phases.back().taps;
    auto buffer = TensorBuffer::allocate({taps, p.groups, m_tapFloats}, "the packed weights");
    if (!buffer)
        return fail(buffer.error());
    const auto phaseCount = static_cast<std::int64_t>(phases.size());
    const std::int64_t blocks = (filters + block - 1) / block;
    const bool done = parallelFor(phaseCount * p.groups * blocks, args.stop, [&](std::int64_t job) {
        const std::int64_t first = job % blocks * block;
        const std::int64_t g = job / blocks % p.groups;
        const Phase &phase = phases[static_cast<std::size_t>(job / blocks / p.groups)];
        float *group =
            buffer->data() + (phase.tapsBefore * p.groups + g * phase.taps) * m_tapFloats;
        const std::int64_t last = std::min(first + block, filters);
        for (std::int64_t f = first; f < last;) {
            const std::int64_t width = directBlockWidth(filters - f);
            float *to = group + f * depth * phase.taps;
            for (const std::int64_t tap : tapsOf(p, phase)) {
                packTap(p, args.weights->kernel.data(), tap, g * filters + f,
                        std::min(width, filters - f), width, to);
                to += depth * width;
            }
            f += width;
        }
    });
    if (!done)
        return convolutionCancelled();
    m_values = Tensor(std::move(*buffer), {});
    return {};
}

const float *PackedWeights::at(const Phase &phase, std::int64_t group) const
{
    return m_values.data() + (phase.tapsBefore * m_groups + group * phase.taps) * m_tapFloats;
}

} // namespace convscope
