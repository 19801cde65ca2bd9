// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "base/concat.h"
#include "kernels/conv/conv_kernel.h"
#include "kernels/conv/conv_tensors.h"
#include "kernels/conv/reference_conv.h"
#include "kernels/conv/weight_traits.h"
#include "kernels/depthwise/depthwise.h"
#include "kernels/direct/direct.h"
#include "kernels/direct/direct_tile.h"
#include "kernels/winograd/winograd.h"

#include <array>

namespace convscope {

std::span<const ConvKernel> convKernels()
{
    static const std::array kernels{depthwiseKernel,     separableKernel, winogradRowsKernel,
                                    winogradFusedKernel, winogradKernel,  directKernel,
                                    referenceKernel};
    return kernels;
}

namespace {

Result<KernelChoice> choose(const ConvProblem &problem, const ConvWeights *weights,
                            std::string_view forced)
{
    const ConvProblem p = asRank3(problem);
    KernelChoice choice;
    for (const ConvKernel &kernel : convKernels()) {
        if (!forced.empty() && forced != kernel.name)
            continue;
        std::string reason = kernel.declines(p);
        if (reason.empty() && forced.empty() && kernel.transforms && weights != nullptr)
            reason = transformedWeightsDecline(weights->kernel);
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
