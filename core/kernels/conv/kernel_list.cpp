// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/conv/conv_kernel.h"
#include "kernels/conv/conv_tensors.h"
#include "kernels/conv/reference_conv.h"
#include "kernels/conv/weight_traits.h"
#include "kernels/depthwise/depthwise.h"
#include "kernels/direct/direct.h"
#include "kernels/simd/vector_target.h"
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
    choice.declined.reserve(convKernels().size());
    for (const ConvKernel &kernel : convKernels()) {
        if (!forced.empty() && forced != kernel.name)
            continue;
        Planned planned = kernel.plan(p);
        WhyNot whyNot = planned ? nullptr : planned.error();
        if (planned && forced.empty() && kernel.transforms && weights != nullptr)
            whyNot = transformedWeightsDecline(weights->kernel);
        if (whyNot == nullptr) {
            choice.kernel = &kernel;
            choice.plan = std::move(*planned);
            return choice;
        }
        choice.declined.push_back({kernel.name, whyNot});
    }
    const std::string received = '"' + std::string(forced) + '"';
    std::string names;
    for (const ConvKernel &kernel : convKernels())
        names.append(names.empty() ? "" : ", ").append(kernel.name);
    if (choice.declined.empty())
        return fail(
            "input", "kernel", received,
            words("there is no convolution kernel named \"{kernel}\"; the kernels are {names}",
                  forced, names));
    return fail("input", "kernel", received,
                words("the kernel \"{kernel}\" does not take {problem}: {reason}", forced,
                      toString(problem), choice.declined.front().reason()));
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
