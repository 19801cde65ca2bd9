// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "kernels/functions/elementwise.h"
#include "kernels/functions/pointwise.h"
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
    /// Null for functions along an axis, and where there is `pointwise`.
    std::optional<Elementwise> function;
    /// A function of one number that is no activation.
    std::optional<Pointwise> pointwise;
    /// Of a line; unless it is a glu.
    std::optional<SoftmaxKind> line;
    bool isGlu = false;
    /// Axis of the line; negative ones count from the end.
    int axis = -1;
    /// Position of the weight that holds this function's slope for negative numbers, broadcast to
    /// the tensor without its batch (PReLU); −1: none.
    int slopes = -1;

    /// A function of the values along an axis, not of one number.
    [[nodiscard]] bool isOfLine() const { return !function && !pointwise; }
    [[nodiscard]] bool isLinear() const
    {
        return function && function->op == ElementwiseOp::Linear && slopes < 0;
    }
};

/// value · scale + shift with numbers per index along an axis: positions of weights, −1 for none.
struct NormalizationRule
{
    /// What a value is divided by is the root of this, plus epsilon.
    enum class Spread
    {
        Stored,       ///< the weight `variance`
        Variance,     ///< of the line that the cell sees, whose mean is taken off
        MeanSquare,   ///< of that line; nothing is taken off
        SumOfSquares, ///< likewise
    };

    int gamma = -1;
    int beta = -1;
    Spread spread = Spread::Variance;
    /// Of Spread::Stored; no mean: nothing is taken off.
    int mean = -1;
    int variance = -1;
    /// Added under the root.
    double epsilon = 0;
    /// What is divided by is no less than this.
    double least = 0;
    /// Axes (from 1) along which gamma, beta and stored statistics lie.
    std::vector<int> axes{-1};

    [[nodiscard]] bool isOfLine() const { return spread != Spread::Stored; }
};

struct Arithmetic
{
    enum class Rule
    {
        Copy,        ///< the one value that is seen; 0 where none is
        Sum,         ///< Σ value · weight + bias
        Total,       ///< Σ value
        Separable,   ///< a sum per channel, then a sum of those
        Max,         ///< the first largest
        Min,         ///< the first smallest
        Mean,        ///< of the values seen inside the input
        Variance,    ///< of the values seen: Σ (value − mean)² ÷ count
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
    /// Merge: numbers of the model that stand before or behind the only input; none without values.
    NumberArray stated;
    bool isStatedFirst = false;
    double scale = 1;
    double offset = 0;
    /// Scale: in their place, numbers that broadcast to the output (numberAt).
    NumberArray scales;
    NumberArray offsets;
    NormalizationRule normalization;
    /// Applied to what the rule gives.
    ActivationRule activation{"linear", {}, Elementwise{}, {}, {}, false, -1, -1};
};

/// An activation argument; None is linear.
[[nodiscard]] ActivationRule activationRule(const ObjectValue &activation);

[[nodiscard]] Arithmetic arithmeticOf(Arithmetic::Rule rule);
/// The value seen, through a function of one number.
[[nodiscard]] Arithmetic functionOf(std::string name,
                                    std::vector<std::pair<std::string, double>> arguments,
                                    const Elementwise &function);
[[nodiscard]] Arithmetic functionOf(std::string name,
                                    std::vector<std::pair<std::string, double>> arguments,
                                    const Pointwise &function);
/// The values of a line, through a function along it.
[[nodiscard]] Arithmetic lineFunctionOf(std::string name, SoftmaxKind kind, int axis);
[[nodiscard]] Arithmetic mergeOf(MergeOp op);
[[nodiscard]] Arithmetic interpolationOf(Interpolation interpolation, IntList factors);

/// The number at an index (the batch included) that the array broadcasts to, as numpy does: its
/// axes are the last ones, those of length 1 are stretched. A float, as kernels have it.
[[nodiscard]] double numberAt(const NumberArray &array, const Extents &index);

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
