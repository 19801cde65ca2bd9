// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/convolution_support.h"

#include "layers/activations.h"

#include <algorithm>

namespace convscope {

namespace {

bool hasOthersThanOne(const IntList &extents)
{
    return std::any_of(extents.begin(), extents.end(), [](std::int64_t n) { return n != 1; });
}

} // namespace

std::int64_t product(std::initializer_list<std::int64_t> factors)
{
    std::int64_t result = 1;
    for (const std::int64_t factor : factors)
        result = saturatingMultiply(result, factor);
    return result;
}

std::int64_t cells(const Shape &shape, DataFormat format)
{
    std::int64_t count = shape[0].value();
    for (int i = 0; i < shape.rank() - 2; ++i)
        count = saturatingMultiply(count, shape[spatialAxis(format) + i].value());
    return count;
}

Result<Tensor> convolveAndActivate(const ConvProblem &problem, const Tensor &src,
                                   const ConvWeights &weights, const ObjectValue &activation,
                                   const KernelContext &context)
{
    if (const auto function = elementwiseOf(activation))
        return convolve(problem, src, weights, *function, context);
    auto sum = convolve(problem, src, weights, {}, context);
    if (!sum)
        return sum;
    // The name of the kernel that took the time is the convolution's.
    KernelContext quiet = context;
    quiet.usedKernel = nullptr;
    return applyActivation(activation, *sum, quiet);
}

std::string extentsText(const IntList &extents, bool folded)
{
    const bool equal =
        std::adjacent_find(extents.begin(), extents.end(), std::not_equal_to<>()) == extents.end();
    if (folded && equal)
        return std::to_string(extents.front());
    std::string text;
    for (const std::int64_t extent : extents)
        text += (text.empty() ? "" : "×") + std::to_string(extent);
    return text;
}

Words windowBrief(const IntList &kernel, const IntList &strides, const IntList &dilation,
                  Padding padding)
{
    Words text = verbatim(extentsText(kernel, false));
    if (hasOthersThanOne(strides))
        text = words("{window} · stride {strides}", std::move(text), extentsText(strides, true));
    if (hasOthersThanOne(dilation))
        text =
            words("{window} · dilation {dilation}", std::move(text), extentsText(dilation, true));
    if (padding == Padding::Causal)
        text = words("{window} · causal", std::move(text));
    return text;
}

} // namespace convscope
