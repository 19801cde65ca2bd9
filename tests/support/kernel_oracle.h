// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "kernels/kernel_context.h"
#include "kernels/parallel.h"
#include "tensor/tensor.h"

#include <QtGlobal>

#include <hwy/targets.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <random>
#include <string>

namespace convscope::testing {

/// 0: the best instruction set of this machine again.
inline void useInstructions(std::int64_t target)
{
    hwy::SetSupportedTargetsForTest(target);
    hwy::GetChosenTarget().Update(hwy::SupportedTargets());
}

/// Values in [−span, span), the same on every machine.
inline Tensor randomTensor(Extents extents, std::uint32_t seed, float span = 4)
{
    std::mt19937 random(seed);
    auto buffer = TensorBuffer::allocate(std::move(extents), "test data");
    for (float &x : buffer->values())
        x = (static_cast<float>(random() % 20001) / 10000.0F - 1.0F) * span;
    return Tensor(std::move(*buffer));
}

enum class Tolerance
{
    OfLargest,
    OfEach
};

/// "" where |got − expected| ≤ absolute + relative · |largest or each expected value|; NaN matches
/// NaN.
inline std::string difference(const Tensor &got, const Tensor &expected, double absolute,
                              double relative, Tolerance tolerance = Tolerance::OfLargest)
{
    if (got.extents() != expected.extents())
        return "shape " + toString(got.extents()) + ", expected " + toString(expected.extents());
    double largest = 0;
    for (const float x : expected.values())
        if (std::isfinite(x))
            largest = std::max(largest, std::abs(static_cast<double>(x)));
    for (std::size_t i = 0; i < expected.values().size(); ++i) {
        const double a = static_cast<double>(got.values()[i]);
        const double b = static_cast<double>(expected.values()[i]);
        const double size = tolerance == Tolerance::OfEach ? std::abs(b) : largest;
        const bool same = a == b || (std::isnan(a) && std::isnan(b));
        if (!same && !(std::abs(a - b) <= absolute + relative * size))
            return "[" + std::to_string(i) + "] is " + std::to_string(a) + ", expected " +
                   std::to_string(b);
    }
    return {};
}

/// Leaves a block full of NaN for the next tensor of that shape: a value nobody writes shows.
inline void spoilMemory(const Extents &extents)
{
    auto buffer = TensorBuffer::allocate(extents, "spoilt memory");
    std::fill(buffer->values().begin(), buffer->values().end(),
              std::numeric_limits<float>::quiet_NaN());
}

/// operation(context) gives a Result<Tensor>. "" where every instruction set, on one and on two
/// threads, agrees with the reference, and both thread counts with each other to the bit.
template <class Operation>
std::string differenceFromReference(const Operation &operation, double absolute, double relative,
                                    Tolerance tolerance = Tolerance::OfLargest)
{
    KernelContext plain;
    plain.forcedKernel = "reference";
    const Result<Tensor> expected = operation(plain);
    if (!expected)
        qFatal("%s", expected.error().message.c_str());
    std::string wrong;
    for (const std::int64_t target : hwy::SupportedAndGeneratedTargets()) {
        useInstructions(target);
        Tensor onOne;
        for (const int threads : {1, 2}) {
            setThreadCount(threads);
            spoilMemory(expected->extents());
            const Result<Tensor> got = operation(KernelContext{});
            if (!got)
                qFatal("%s", got.error().message.c_str());
            const std::string found = difference(*got, *expected, absolute, relative, tolerance);
            if (wrong.empty() && !found.empty())
                wrong = std::string(hwy::TargetName(target)) + ": " + found;
            const auto bytes = static_cast<std::size_t>(got->bytes());
            if (threads == 2 && std::memcmp(got->data(), onOne.data(), bytes) != 0)
                wrong = std::string(hwy::TargetName(target)) + ": one and two threads differ";
            onOne = *got;
        }
    }
    useInstructions(0);
    setThreadCount(0);
    return wrong;
}

} // namespace convscope::testing
