// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "explain/activation_slope.h"

#include "base/check.h"
#include "kernels/functions/elementwise_exact.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

namespace convscope {

namespace {

/// What can be told from the function's value, which the map has; nullopt where it cannot.
std::optional<double> slopeFromValue(const Elementwise &function, double y)
{
    switch (function.op) {
    case ElementwiseOp::Linear:
        return 1;
    case ElementwiseOp::Relu:
        if (function.a != 0 || function.c != 0 || !std::isinf(function.b))
            return std::nullopt;
        return y > 0 ? 1 : 0;
    case ElementwiseOp::Relu6:
        return y > 0 && y < 6 ? 1 : 0;
    case ElementwiseOp::Sigmoid:
        return y * (1 - y);
    case ElementwiseOp::Tanh:
        return 1 - y * y;
    case ElementwiseOp::Exponential:
        return y;
    default:
        return std::nullopt;
    }
}

/// The difference over a step that a double resolves and no kink is likely to lie in.
double slopeAt(const Elementwise &function, double x)
{
    const double step = 1e-6 * (1 + std::abs(x));
    const double below = x - step;
    const double above = x + step;
    return (evaluateExactly(function, above) - evaluateExactly(function, below)) / (above - below);
}

/// Slopes of a line's value at `own` in every value of the line.
std::vector<double> lineSlopes(SoftmaxKind kind, const std::vector<double> &x, std::size_t own)
{
    std::vector<double> slopes(x.size(), 0);
    if (kind == SoftmaxKind::Sparsemax) {
        // Keras' threshold is (S₁ + … + S_k − 1) ÷ k over the sums of the k largest.
        std::vector<std::size_t> order(x.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(),
                         [&](std::size_t a, std::size_t b) { return x[a] > x[b]; });
        double sum = 0;
        double all = 0;
        std::size_t support = 0;
        for (std::size_t j = 0; j < order.size(); ++j) {
            sum += x[order[j]];
            const auto n = static_cast<double>(j + 1);
            if (x[order[j]] * n <= sum - 1)
                continue;
            all += sum;
            support = j + 1;
        }
        const auto k = static_cast<double>(support);
        if (support == 0 || x[own] <= (all - 1) / k)
            return slopes;
        for (std::size_t j = 0; j < support; ++j)
            slopes[order[j]] = -static_cast<double>(support - j) / k;
        slopes[own] += 1;
        return slopes;
    }
    const double most = *std::max_element(x.begin(), x.end());
    double sum = 0;
    for (std::size_t i = 0; i < x.size(); ++i)
        sum += slopes[i] = std::exp(x[i] - most);
    const double share = slopes[own] / sum;
    for (std::size_t i = 0; i < x.size(); ++i) {
        const double self = i == own ? 1 : 0;
        slopes[i] = self - slopes[i] / sum;
        if (kind == SoftmaxKind::Softmax)
            slopes[i] *= share;
    }
    return slopes;
}

double slopeAt(const Pointwise &function, double x)
{
    switch (function.op) {
    case PointwiseOp::Negative:
        return -1;
    case PointwiseOp::Absolute:
        return x < 0 ? -1 : 1;
    case PointwiseOp::Square:
        return 2 * x;
    case PointwiseOp::Sqrt:
        return 0.5 / std::sqrt(x);
    case PointwiseOp::Rsqrt:
        return -0.5 / (x * std::sqrt(x));
    case PointwiseOp::Reciprocal:
        return -1 / (x * x);
    case PointwiseOp::Logarithm:
        return 1 / x;
    case PointwiseOp::Floor:
    case PointwiseOp::Ceiling:
    case PointwiseOp::Round:
        return 0;
    case PointwiseOp::Clip:
        return x < static_cast<double>(function.a) || x > static_cast<double>(function.b) ? 0 : 1;
    }
    checkFailed("a known function", std::source_location::current());
}

bool isPiecewiseLinear(PointwiseOp op)
{
    switch (op) {
    case PointwiseOp::Square:
    case PointwiseOp::Sqrt:
    case PointwiseOp::Rsqrt:
    case PointwiseOp::Reciprocal:
    case PointwiseOp::Logarithm:
        return false;
    default:
        return true;
    }
}

} // namespace

bool isPiecewiseLinear(const Arithmetic &arithmetic)
{
    if (arithmetic.rule == Arithmetic::Rule::Normalize && arithmetic.normalization.isOfLine())
        return false;
    if (arithmetic.rule == Arithmetic::Rule::Merge &&
        (arithmetic.merge == MergeOp::Multiply || arithmetic.merge == MergeOp::Divide ||
         arithmetic.merge == MergeOp::Power))
        return false;
    if (arithmetic.rule == Arithmetic::Rule::Variance || arithmetic.activation.isOfLine())
        return false;
    if (arithmetic.activation.pointwise)
        return isPiecewiseLinear(arithmetic.activation.pointwise->op);
    switch (arithmetic.activation.function->op) {
    case ElementwiseOp::Linear:
    case ElementwiseOp::Relu:
    case ElementwiseOp::Relu6:
    case ElementwiseOp::LeakyRelu:
    case ElementwiseOp::HardSigmoid:
    case ElementwiseOp::HardSigmoidKeras2:
    case ElementwiseOp::HardTanh:
    case ElementwiseOp::SoftShrink:
    case ElementwiseOp::HardShrink:
    case ElementwiseOp::SparseSigmoid:
    case ElementwiseOp::Threshold:
        return true;
    default:
        return false;
    }
}

double learnedSlope(const Tensor &slopes, const Extents &index)
{
    std::int64_t at = 0;
    for (std::size_t i = 0; i < slopes.extents().size(); ++i) {
        const std::int64_t length = slopes.extents()[i];
        at = at * length + (length == 1 ? 0 : index[i + 1]);
    }
    return static_cast<double>(slopes.data()[at]);
}

void activationSlopes(const StageMaker &maker, const LayerOperands &operands, const Extents &index,
                      double slope,
                      const std::function<void(const Extents &index, double slope)> &each)
{
    const ActivationRule &rule = maker.arithmetic().activation;
    if (rule.slopes >= 0) {
        const Tensor &learned = operands.weights[static_cast<std::size_t>(rule.slopes)];
        each(index, maker.at(index, nullptr) < 0 ? slope * learnedSlope(learned, index) : slope);
        return;
    }
    if (rule.function) {
        const auto value = static_cast<double>(
            operands.output.data()[positionOf(index, operands.output.extents())]);
        const auto known = slopeFromValue(*rule.function, value);
        each(index, slope * (known ? *known : slopeAt(*rule.function, maker.at(index, nullptr))));
        return;
    }
    if (rule.pointwise) {
        each(index, slope * slopeAt(*rule.pointwise, maker.at(index, nullptr)));
        return;
    }
    const auto rank = static_cast<int>(index.size());
    const auto axis = static_cast<std::size_t>(rule.axis < 0 ? rule.axis + rank : rule.axis);
    const std::int64_t length = maker.extents()[axis];
    Extents at = index;
    if (rule.isGlu) {
        const double a = maker.at(at, nullptr);
        Extents gate = index;
        gate[axis] += length / 2;
        const double share = 1 / (1 + std::exp(-maker.at(gate, nullptr)));
        each(at, slope * share);
        each(gate, slope * a * share * (1 - share));
        return;
    }
    std::vector<double> values;
    for (at[axis] = 0; at[axis] < length; ++at[axis])
        values.push_back(maker.at(at, nullptr));
    const std::vector<double> slopes =
        lineSlopes(*rule.line, values, static_cast<std::size_t>(index[axis]));
    for (at[axis] = 0; at[axis] < length; ++at[axis])
        each(at, slope * slopes[static_cast<std::size_t>(at[axis])]);
}

} // namespace convscope
