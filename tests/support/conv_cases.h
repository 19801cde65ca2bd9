// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
// Problems and operands for tests of the convolution kernels.
#pragma once

#include "kernels/conv/conv_kernel.h"
#include "kernels/conv/conv_tensors.h"
#include "support/kernel_oracle.h"

namespace convscope::testing {

inline ConvProblem problemOf(const char *text, DataFormat format)
{
    auto problem = parseConvProblem(text);
    if (!problem)
        qFatal("%s", problem.error().message.c_str());
    problem->format = format;
    return *problem;
}

/// Small integers: every product and sum is exact in float, so kernels must agree to the bit.
inline Tensor integers(Extents extents, std::uint32_t seed, int bound)
{
    std::mt19937 random(seed);
    auto buffer = TensorBuffer::allocate(std::move(extents), "test data");
    for (float &x : buffer->values())
        x = static_cast<float>(static_cast<int>(random() % static_cast<unsigned>(2 * bound + 1)) -
                               bound);
    return Tensor(std::move(*buffer));
}

inline Tensor reals(Extents extents, std::uint32_t seed)
{
    return randomTensor(std::move(extents), seed, 1);
}

/// make(extents, seed) gives each operand.
template <class Make>
inline ConvWeights weightsOf(const ConvProblem &p, const Make &make)
{
    ConvWeights weights;
    weights.kernel = make(kernelExtents(p), 2U);
    if (p.op == ConvOp::Separable) {
        Extents pointwise(static_cast<std::size_t>(p.rank), 1);
        pointwise.insert(pointwise.end(), {p.ic * p.multiplier, p.oc});
        weights.pointwise = make(std::move(pointwise), 3U);
    }
    weights.bias = make({p.oc}, 4U);
    return weights;
}

inline Tensor computed(const ConvProblem &p, const Tensor &src, const ConvWeights &weights,
                       const Elementwise &activation, const std::string &kernel = {})
{
    KernelContext context;
    context.forcedKernel = kernel;
    auto result = convolve(p, src, weights, activation, context);
    if (!result)
        qFatal("%s", result.error().message.c_str());
    return std::move(*result);
}

inline bool sameBits(const Tensor &a, const Tensor &b)
{
    return a.extents() == b.extents() &&
           std::memcmp(a.data(), b.data(), static_cast<std::size_t>(a.bytes())) == 0;
}

/// Kernels other than the reference that take the problem.
inline std::vector<std::string> takers(const ConvProblem &p)
{
    std::vector<std::string> names;
    for (const ConvKernel &kernel : convKernels()) {
        if (kernel.name != "reference" && kernel.plan(asRank3(p)).has_value())
            names.emplace_back(kernel.name);
    }
    return names;
}

} // namespace convscope::testing
