// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "bench/problem_runner.h"

#include "kernels/conv/conv_kernel.h"
#include "kernels/conv/conv_tensors.h"
#include "kernels/conv/convolution.h"
#include "kernels/parallel.h"

#include <algorithm>
#include <atomic>
#include <chrono>

namespace convscope {

namespace {

/// Values in [−1, 1) without pattern; activations as after a ReLU would be kinder to no kernel
/// here.
Result<Tensor> madeUp(const Extents &extents, std::uint32_t seed)
{
    auto buffer = TensorBuffer::allocate(extents, "the values of a problem");
    if (!buffer)
        return tl::unexpected(buffer.error());
    std::uint32_t state = seed;
    for (float &x : buffer->values()) {
        state = state * 1664525U + 1013904223U;
        x = static_cast<float>(state >> 8) / 8388608.0F - 1.0F;
    }
    return Tensor(std::move(*buffer));
}

/// Other ones each time, so that every first call packs them.
Result<ConvWeights> madeUpWeights(const ConvProblem &p)
{
    static std::atomic<std::uint32_t> runs{0};
    const std::uint32_t run = runs++ * 3;
    Extents pointwise;
    if (p.op == ConvOp::Separable) {
        pointwise.assign(static_cast<std::size_t>(p.rank), 1);
        pointwise.insert(pointwise.end(), {p.ic * p.multiplier, p.oc});
    }
    ConvWeights weights;
    for (const auto &[to, extents, seed] : {std::tuple{&weights.kernel, kernelExtents(p), run + 2},
                                            {&weights.pointwise, pointwise, run + 3},
                                            {&weights.bias, Extents{p.oc}, run + 4}}) {
        if (extents.empty())
            continue;
        auto values = madeUp(extents, seed);
        if (!values)
            return tl::unexpected(values.error());
        *to = std::move(*values);
    }
    return weights;
}

double median(std::vector<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// Memory of that size that the first call will find: clearing new pages is the system's work.
Result<void> readyMemory(std::int64_t values)
{
    auto buffer = TensorBuffer::allocate({values}, "the result of a problem");
    if (!buffer)
        return tl::unexpected(buffer.error());
    std::fill(buffer->values().begin(), buffer->values().end(), 0.0F);
    return {};
}

/// Times run(context), which gives a Result<Tensor>.
template <class Run>
Result<BenchResult> timed(const BenchOptions &options, const Run &run)
{
    using Clock = std::chrono::steady_clock;
    BenchResult result;
    KernelContext context;
    context.stop = options.stop;
    context.forcedKernel = options.kernel;
    context.usedKernel = &result.kernel;
    resetScratchHighWater();
    std::vector<double> seconds;
    double total = 0;
    for (int i = 0; i <= options.repeats || total < options.seconds; ++i) {
        const auto start = Clock::now();
        const Result<Tensor> output = run(context);
        const double taken = std::chrono::duration<double>(Clock::now() - start).count();
        if (!output)
            return tl::unexpected(output.error());
        if (i == 0) {
            result.firstMs = taken * 1e3;
            continue;
        }
        seconds.push_back(taken);
        total += taken;
    }
    result.ms = median(seconds) * 1e3;
    result.scratchBytes = scratchHighWater() * 4 * threadCount();
    return result;
}

Result<BenchResult> runConvolution(const ConvProblem &p, const BenchOptions &options)
{
    const auto choice = chooseKernel(asRank3(p), options.kernel);
    if (!choice)
        return tl::unexpected(choice.error());
    const auto src = madeUp(srcExtents(p), 1);
    if (!src)
        return tl::unexpected(src.error());
    const auto weights = madeUpWeights(p);
    if (!weights)
        return tl::unexpected(weights.error());
    std::int64_t outputs = 1;
    for (const std::int64_t extent : dstExtents(p))
        outputs *= extent;
    if (const auto ready = readyMemory(outputs); !ready)
        return tl::unexpected(ready.error());
    outputs *= 4;
    auto result = timed(options, [&](const KernelContext &context) {
        return convolve(p, *src, *weights, {}, context);
    });
    if (!result)
        return result;
    for (const DeclinedKernel &declined : choice->declined)
        result->declined.emplace_back(declined.name, declined.reason());
    const auto bytesOf = [](const Tensor &t) { return t.isNull() ? 0 : t.bytes(); };
    const std::int64_t bytes = src->bytes() + outputs + bytesOf(weights->kernel) +
                               bytesOf(weights->pointwise) + bytesOf(weights->bias);
    result->gflops = 2 * static_cast<double>(p.macs()) / result->ms / 1e6;
    result->gbs = static_cast<double>(bytes) / result->ms / 1e6;
    return result;
}

Failure movementDeclined(const MoveProblem &p, const std::string &kernel)
{
    return fail("input", "kernel", '"' + kernel + '"',
                words("the kernel \"{kernel}\" does not take {problem}, which has the kernels "
                      "{kernels} and reference",
                      kernel, toString(p), kVectorKernel));
}

Result<BenchResult> runMovement(const MoveProblem &p, const BenchOptions &options)
{
    const std::string &kernel = options.kernel;
    if (!kernel.empty() && kernel != kVectorKernel && kernel != "reference")
        return movementDeclined(p, kernel);
    std::vector<Tensor> sources;
    for (int i = 0; i < sourceCount(p); ++i) {
        auto src = madeUp(srcExtents(p), static_cast<std::uint32_t>(i + 1));
        if (!src)
            return tl::unexpected(src.error());
        sources.push_back(std::move(*src));
    }
    const std::int64_t read =
        p.op == MoveOp::Crop ? movedBytes(p) / 2 : sourceCount(p) * sources[0].bytes();
    if (const auto ready = readyMemory((movedBytes(p) - read) / 4); !ready)
        return tl::unexpected(ready.error());
    auto result =
        timed(options, [&](const KernelContext &context) { return runMove(p, sources, context); });
    // Where a row does not fit the scratch, the reference steps in.
    if (result && kernel == kVectorKernel && !result->kernel.starts_with(kVectorKernel))
        return movementDeclined(p, kernel);
    if (result)
        result->gbs = static_cast<double>(movedBytes(p)) / result->ms / 1e6;
    return result;
}

} // namespace

Result<BenchResult> runProblem(const Problem &problem, const BenchOptions &options)
{
    if (const auto *convolution = std::get_if<ConvProblem>(&problem))
        return runConvolution(*convolution, options);
    return runMovement(std::get<MoveProblem>(problem), options);
}

} // namespace convscope
