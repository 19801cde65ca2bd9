// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "kernels/functions/elementwise.h"
#include "kernels/functions/softmax.h"
#include "kernels/move/merge.h"
#include "kernels/window/upsample.h"
#include "schema/value.h"
#include "tensor/shape.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

// What a layer does with the values that an output cell sees (sight.h). Every layer class states it
// (LayerDefinition::arithmetic) next to its sight; the explanation of a value (core/explain)
// follows from the two. A layer's file picks one of the makers below.

namespace convscope {

/// The axes of a kernel tensor behind its taps, and which of them the output channel selects.
enum class KernelLayout
{
    Convolution, ///< (k…, channels ÷ groups, filters)
    Transposed,  ///< (k…, filters, channels)
    Depthwise,   ///< (k…, channels, multiplier): output channel c·multiplier + m
};

/// A function of one number, or of a line along an axis, with the words Keras has for it.
struct ActivationRule
{
    std::string name; ///< "relu", "softmax"
    /// Named numbers it was given, e.g. {"negative_slope", 0.2}.
    std::vector<std::pair<std::string, double>> arguments;
    /// Null for functions along an axis.
    std::optional<Elementwise> function;
    /// Of a line; unless it is a glu.
    std::optional<SoftmaxKind> line;
    bool isGlu = false;
    /// Axis of the line; negative ones count from the end.
    int axis = -1;
    /// Position of the weight that holds this function's slope for negative numbers, broadcast to
    /// the tensor without its batch (PReLU); −1: none.
    int slopes = -1;

    [[nodiscard]] bool isLinear() const
    {
        return function && function->op == ElementwiseOp::Linear && slopes < 0;
    }
};

/// value · scale + shift with numbers per index along an axis: positions of weights, −1 for none.
struct NormalizationRule
{
    int gamma = -1;
    int beta = -1;
    /// Stored statistics; −1: those of the line that the cell sees.
    int mean = -1;
    int variance = -1;
    double epsilon = 0;
    /// Axes (from 1) along which gamma, beta and stored statistics lie.
    std::vector<int> axes{-1};
};

struct Arithmetic
{
    enum class Rule
    {
        Copy,        ///< the one value that is seen; 0 where none is
        Sum,         ///< Σ value · weight + bias
        Separable,   ///< a sum per channel, then a sum of those
        Max,         ///< the first largest
        Mean,        ///< of the values seen inside the input
        Interpolate, ///< Σ value · weight, weights from `interpolation`
        Merge,       ///< a value per input by `merge`
        Scale,       ///< value · scale + offset
        Normalize,   ///< by `normalization`
        Opaque,      ///< not told
    };

    Rule rule = Rule::Copy;
    // Sum and Separable. Kernels come first among the weights, then the bias.
    KernelLayout layout = KernelLayout::Convolution;
    std::int64_t groups = 1;
    std::int64_t multiplier = 1;
    bool hasBias = false;
    // Interpolate: per spatial axis.
    Interpolation interpolation = Interpolation::Nearest;
    IntList factors;
    MergeOp merge = MergeOp::Add;
    double scale = 1;
    double offset = 0;
    NormalizationRule normalization;
    /// Applied to what the rule gives.
    ActivationRule activation{"linear", {}, Elementwise{}, {}, false, -1, -1};
};

/// An activation argument; None is linear.
[[nodiscard]] ActivationRule activationRule(const ObjectValue &activation);

[[nodiscard]] Arithmetic arithmeticOf(Arithmetic::Rule rule);
/// The value seen, through a function of one number.
[[nodiscard]] Arithmetic functionOf(std::string name,
                                    std::vector<std::pair<std::string, double>> arguments,
                                    const Elementwise &function);
/// The values of a line, through a function along it.
[[nodiscard]] Arithmetic lineFunctionOf(std::string name, SoftmaxKind kind, int axis);
[[nodiscard]] Arithmetic mergeOf(MergeOp op);
[[nodiscard]] Arithmetic interpolationOf(Interpolation interpolation, IntList factors);

// The statements, for a layer's file: `.arithmetic = copied`.

/// Reshapes, crop, pad, concatenation, noise outside training.
template <class P>
[[nodiscard]] Arithmetic copied(const P &, std::span<const Shape>)
{
    return arithmeticOf(Arithmetic::Rule::Copy);
}

/// Layers whose numbers cannot be told.
template <class P>
[[nodiscard]] Arithmetic opaque(const P &, std::span<const Shape>)
{
    return arithmeticOf(Arithmetic::Rule::Opaque);
}

/// A kernel over what is seen, a bias where p.useBias says so, then p.activation.
template <KernelLayout Layout, class P>
[[nodiscard]] Arithmetic weighted(const P &p, std::span<const Shape>)
{
    Arithmetic a = arithmeticOf(Arithmetic::Rule::Sum);
    a.layout = Layout;
    a.hasBias = p.useBias;
    a.activation = activationRule(p.activation);
    if constexpr (requires { p.groups; })
        a.groups = p.groups;
    if constexpr (requires { p.depthMultiplier; })
        a.multiplier = p.depthMultiplier;
    return a;
}

} // namespace convscope
