// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/arithmetic.h"

#include "layers/activations.h"

namespace convscope {

ActivationRule activationRule(const ObjectValue &activation)
{
    ActivationRule rule;
    rule.name = activation.isNone() ? "linear" : activation.className;
    rule.function = elementwiseOf(activation);
    if (rule.function)
        return rule;
    rule.isGlu = rule.name == "glu";
    if (rule.name == "softmax")
        rule.line = SoftmaxKind::Softmax;
    else if (const auto axis = axisOfSoftmax(activation)) {
        rule.line = SoftmaxKind::Softmax;
        rule.axis = static_cast<int>(*axis);
    } else if (rule.name == "log_softmax")
        rule.line = SoftmaxKind::LogSoftmax;
    else if (rule.name == "sparsemax")
        rule.line = SoftmaxKind::Sparsemax;
    return rule;
}

Arithmetic arithmeticOf(Arithmetic::Rule rule)
{
    Arithmetic arithmetic;
    arithmetic.rule = rule;
    return arithmetic;
}

Arithmetic functionOf(std::string name, std::vector<std::pair<std::string, double>> arguments,
                      const Elementwise &function)
{
    Arithmetic arithmetic;
    arithmetic.activation.name = std::move(name);
    arithmetic.activation.arguments = std::move(arguments);
    arithmetic.activation.function = function;
    return arithmetic;
}

Arithmetic functionOf(std::string name, std::vector<std::pair<std::string, double>> arguments,
                      const Pointwise &function)
{
    Arithmetic arithmetic = functionOf(std::move(name), std::move(arguments), Elementwise{});
    arithmetic.activation.function.reset();
    arithmetic.activation.pointwise = function;
    return arithmetic;
}

Arithmetic lineFunctionOf(std::string name, SoftmaxKind kind, int axis)
{
    Arithmetic arithmetic;
    arithmetic.activation.name = std::move(name);
    arithmetic.activation.function.reset();
    arithmetic.activation.line = kind;
    arithmetic.activation.axis = axis;
    return arithmetic;
}

Arithmetic mergeOf(MergeOp op)
{
    Arithmetic arithmetic = arithmeticOf(Arithmetic::Rule::Merge);
    arithmetic.merge = op;
    return arithmetic;
}

Arithmetic interpolationOf(Interpolation interpolation, IntList factors)
{
    if (interpolation == Interpolation::Nearest)
        return arithmeticOf(Arithmetic::Rule::Copy);
    Arithmetic arithmetic = arithmeticOf(Arithmetic::Rule::Interpolate);
    arithmetic.interpolation = interpolation;
    arithmetic.factors = std::move(factors);
    return arithmetic;
}

double numberAt(const NumberArray &array, const Extents &index)
{
    const std::size_t skipped = index.size() - array.shape.size();
    std::int64_t at = 0;
    for (std::size_t i = 0; i < array.shape.size(); ++i)
        at = at * array.shape[i] + (array.shape[i] == 1 ? 0 : index[skipped + i]);
    return static_cast<double>(static_cast<float>(array.values[static_cast<std::size_t>(at)]));
}

} // namespace convscope
