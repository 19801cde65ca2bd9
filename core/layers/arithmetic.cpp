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

} // namespace convscope
