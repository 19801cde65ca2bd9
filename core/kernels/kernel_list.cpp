// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "base/concat.h"
#include "kernels/conv_kernel.h"
#include "kernels/conv_tensors.h"
#include "kernels/depthwise.h"
#include "kernels/direct.h"
#include "kernels/direct_tile.h"
#include "kernels/reference_conv.h"
#include "kernels/winograd.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace convscope {

std::span<const ConvKernel> convKernels()
{
    static const std::array kernels{depthwiseKernel,     separableKernel, winogradRowsKernel,
                                    winogradFusedKernel, winogradKernel,  directKernel,
                                    referenceKernel};
    return kernels;
}

namespace {

/// More than a person writes by hand; random ones are told by their first values.
constexpr std::int64_t kMostHandMade = 1 << 14;

bool isHandMade(const Tensor &kernel)
{
    if (kernel.size() > kMostHandMade)
        return false;
    return std::all_of(kernel.values().begin(), kernel.values().end(), [](float x) {
        const float scaled = x * 64;
        return std::abs(x) <= 64 && scaled == std::trunc(scaled);
    });
}

Result<KernelChoice> choose(const ConvProblem &problem, const ConvWeights *weights,
                            std::string_view forced)
{
    const ConvProblem p = asRank3(problem);
    KernelChoice choice;
    for (const ConvKernel &kernel : convKernels()) {
        if (!forced.empty() && forced != kernel.name)
            continue;
        std::string reason = kernel.declines(p);
        if (reason.empty() && forced.empty() && kernel.transforms && weights != nullptr &&
            isHandMade(weights->kernel))
            reason = "the weights are small multiples of 1/64, whose sums stay exact untransformed";
        if (reason.empty()) {
            choice.kernel = &kernel;
            return choice;
        }
        choice.declined.push_back({kernel.name, std::move(reason)});
    }
    const std::string received = concat('"', forced, '"');
    std::string names;
    for (const ConvKernel &kernel : convKernels())
        names += concat(names.empty() ? "" : ", ", kernel.name);
    if (choice.declined.empty())
        return fail("input", "kernel", received,
                    concat("there is no convolution kernel named \"", forced,
                           "\"; the kernels are ", names));
    return fail("input", "kernel", received,
                concat("the kernel \"", forced, "\" does not take ", toString(problem), ": ",
                       choice.declined.front().reason));
}

} // namespace

Result<KernelChoice> chooseKernel(const ConvProblem &problem, std::string_view forced)
{
    return choose(problem, nullptr, forced);
}

Result<KernelChoice> chooseKernel(const ConvProblem &problem, const ConvWeights &weights,
                                  std::string_view forced)
{
    return choose(problem, &weights, forced);
}

std::string reportedName(const ConvKernel &kernel)
{
    std::string name(kernel.name);
    return kernel.simd ? name + '_' + simdName() : name;
}

} // namespace convscope
