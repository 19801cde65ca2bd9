// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/functions/elementwise_exact.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace convscope {

namespace {

constexpr double kSeluAlpha = 1.6732632423543772848170429916717;
constexpr double kSeluScale = 1.0507009873554804934193349852946;

// NaN passes through, unlike in std::clamp.
double clip(double x, double low, double high)
{
    if (x < low)
        return low;
    return x > high ? high : x;
}

double relu(double x)
{
    return x < 0 ? 0.0 : x;
}

double sigmoid(double x)
{
    return 1.0 / (1.0 + std::exp(-x));
}

double softplus(double x)
{
    if (std::isnan(x))
        return x;
    return std::max(x, 0.0) + std::log1p(std::exp(-std::abs(x)));
}

// Keras multiplies by a 0/1 mask where there is a threshold, so that −inf and NaN give NaN.
double generalRelu(double x, double slope, double maximum, double threshold)
{
    double y = threshold != 0 ? x * (x > threshold ? 1.0 : 0.0) : relu(x);
    if (!std::isinf(maximum))
        y = clip(y, 0, maximum);
    return slope != 0 ? y - slope * relu(threshold - x) : y;
}

double hardSigmoid(double x)
{
    return clip(x + 3, 0, 6) / 6;
}

double sparsePlus(double x)
{
    if (x <= -1)
        return 0;
    return x >= 1 ? x : (x + 1) * (x + 1) / 4;
}

double softShrink(double x, double lambda)
{
    if (x > lambda)
        return x - lambda;
    return x < -lambda ? x + lambda : 0.0;
}

double gelu(double x)
{
    return 0.5 * x * std::erfc(-x / std::numbers::sqrt2);
}

double geluApproximate(double x)
{
    const double inner = std::sqrt(2 / std::numbers::pi) * (x + 0.044715 * x * x * x);
    return 0.5 * x * (1 + std::tanh(inner));
}

} // namespace

double evaluateExactly(const Elementwise &f, double x)
{
    switch (f.op) {
    case ElementwiseOp::Linear:
        return x;
    case ElementwiseOp::Relu:
        return generalRelu(x, f.a, f.b, f.c);
    case ElementwiseOp::Relu6:
        return clip(x, 0, 6);
    case ElementwiseOp::LeakyRelu:
        return x >= 0 ? x : f.a * x;
    case ElementwiseOp::Elu:
        return x > 0 ? x : f.a * std::expm1(x);
    case ElementwiseOp::Celu:
        return relu(x) + f.a * std::expm1((x > 0 ? 0.0 : x) / f.a);
    case ElementwiseOp::Selu:
        return kSeluScale * (x > 0 ? x : kSeluAlpha * std::expm1(x));
    case ElementwiseOp::Softplus:
        return softplus(x);
    case ElementwiseOp::Softsign:
        return x / (1 + std::abs(x));
    case ElementwiseOp::Tanh:
        return std::tanh(x);
    case ElementwiseOp::Sigmoid:
        return sigmoid(x);
    case ElementwiseOp::Exponential:
        return std::exp(x);
    case ElementwiseOp::HardSigmoid:
        return hardSigmoid(x);
    case ElementwiseOp::HardSigmoidKeras2:
        return clip(0.2 * x + 0.5, 0, 1);
    case ElementwiseOp::Silu:
        return x * sigmoid(x);
    case ElementwiseOp::Gelu:
        return gelu(x);
    case ElementwiseOp::GeluApproximate:
        return geluApproximate(x);
    case ElementwiseOp::Mish:
        return x * std::tanh(softplus(x));
    case ElementwiseOp::HardSilu:
        return x * hardSigmoid(x);
    case ElementwiseOp::HardTanh:
        return clip(x, -1, 1);
    case ElementwiseOp::TanhShrink:
        return x - std::tanh(x);
    case ElementwiseOp::SoftShrink:
        return softShrink(x, f.a);
    case ElementwiseOp::HardShrink:
        return std::abs(x) > f.a ? x : 0.0;
    case ElementwiseOp::LogSigmoid:
        return -softplus(-x);
    case ElementwiseOp::Squareplus:
        return (x + std::sqrt(x * x + f.a)) / 2;
    case ElementwiseOp::SparsePlus:
        return sparsePlus(x);
    case ElementwiseOp::SparseSigmoid:
        return clip((x + 1) / 2, 0, 1);
    case ElementwiseOp::Threshold:
        return x > f.a ? x : f.b;
    }
    return std::numeric_limits<double>::quiet_NaN();
}

float evaluate(const Elementwise &function, float x)
{
    return static_cast<float>(evaluateExactly(function, x));
}

} // namespace convscope
