// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "kernels/conv/convolution.h"

#include <memory>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace convscope {

/// What a kernel works on: every pointer checked against the problem's extents by convolve().
struct ConvArgs
{
    /// Always of rank 3, see asRank3().
    ConvProblem problem;
    const float *src = nullptr;
    const ConvWeights *weights = nullptr;
    Elementwise activation;
    std::stop_token stop;
    /// Written whole by the kernel.
    float *dst = nullptr;
};

/// Says why a kernel does not take a problem: a sentence is made only where somebody asks.
using WhyNot = Words (*)();

/// What a kernel worked out about a problem to see whether it takes it, and runs by.
class ConvPlan
{
public:
    ConvPlan() = default;
    ConvPlan(const ConvPlan &) = delete;
    ConvPlan &operator=(const ConvPlan &) = delete;
    virtual ~ConvPlan() = default;
};

/// A plan, null where the kernel needs none; or why there is none.
using Planned = tl::expected<std::unique_ptr<const ConvPlan>, WhyNot>;

/// declined([] { return words("…"); })
[[nodiscard]] inline Planned declined(WhyNot whyNot)
{
    return tl::unexpected(whyNot);
}

/// One way to compute a convolution.
struct ConvKernel
{
    std::string_view name;
    /// For a (rank 3) problem; asked once a convolution.
    Planned (*plan)(const ConvProblem &problem) = nullptr;
    /// Fills args.dst by the plan that it made for args.problem. Fails with "memory" or
    /// "cancelled".
    Result<void> (*run)(const ConvArgs &args, const ConvPlan *plan) = nullptr;
    /// Whether it runs SIMD code, whose instruction set belongs to its reported name.
    bool simd = true;
    /// Whether it sums transformed values: where every product and sum is exact in float32, its
    /// results need not be.
    bool transforms = false;
};

struct DeclinedKernel
{
    std::string_view name;
    WhyNot whyNot = nullptr;

    [[nodiscard]] Words reason() const { return whyNot(); }
};

/// The first kernel of the list that takes a problem, and why the ones before it did not.
struct KernelChoice
{
    const ConvKernel *kernel = nullptr;
    std::unique_ptr<const ConvPlan> plan;
    std::vector<DeclinedKernel> declined;
};

/// All kernels, best first; the last one, "reference", takes everything.
[[nodiscard]] std::span<const ConvKernel> convKernels();

/// `forced` empty: the best one. Otherwise that kernel, which must exist and take the problem
/// (else rule "input").
[[nodiscard]] Result<KernelChoice> chooseKernel(const ConvProblem &problem,
                                                std::string_view forced);

/// As above, for known weights: kernels that transform leave those alone that weight_traits.h
/// declines, unless one of them is forced.
[[nodiscard]] Result<KernelChoice>
chooseKernel(const ConvProblem &problem, const ConvWeights &weights, std::string_view forced);

/// "direct_avx512": the kernel's name and the instruction set it runs with on this machine.
[[nodiscard]] std::string reportedName(const ConvKernel &kernel);

[[nodiscard]] Failure convolutionCancelled();

} // namespace convscope
