// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/move/merge.h"
#include "layers/argument_rows.h"
#include "layers/layer_type.h"
#include "layers/tensor_axes.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace convscope {

namespace {

struct NormalizationParams
{
    IntList axis{-1};
    std::optional<NumberArray> mean;
    std::optional<NumberArray> variance;
    bool invert = false;

    bool operator==(const NormalizationParams &) const = default;
};

/// Keras' epsilon, below which no deviation goes.
constexpr float kLeastDeviation = 1e-7F;

Result<void> meanWithVariance(const NormalizationParams &p)
{
    if (p.mean.has_value() != p.variance.has_value())
        return fail("E2", p.mean ? "variance" : "mean", "null",
                    words("mean and variance must be given together or not at all. Received mean "
                          "{mean}, variance {variance}",
                          p.mean ? toPython(*p.mean) : "None",
                          p.variance ? toPython(*p.variance) : "None"));
    if (p.mean && p.mean->shape != p.variance->shape)
        return fail("E2", "variance", toJsonText(*p.variance),
                    words("mean and variance must have the same shape. Received mean {mean}, "
                          "variance {variance}",
                          toPython(*p.mean), toPython(*p.variance)));
    if (p.mean && p.mean->shape.size() > p.axis.size())
        return fail("E2", "mean", toJsonText(*p.mean),
                    words("mean may have as many axes as axis names. Received mean {mean}, axis "
                          "{axis}",
                          toPython(*p.mean), toPython(p.axis)));
    return {};
}

Result<Shape> inferShape(const NormalizationParams &p, std::span<const Shape> inputs)
{
    const Shape &input = inputs[0];
    const auto axes = tensorAxes(p.axis, input);
    if (!axes)
        return fail(axes.error());
    const auto extents = knownExtents(*axes, input);
    if (!extents)
        return fail(extents.error());
    if (!p.mean)
        return input;
    // Aligned at the last axes, as numpy does.
    const IntList &shape = p.mean->shape;
    for (std::size_t back = 1; back <= shape.size(); ++back) {
        const std::int64_t have = shape[shape.size() - back];
        const std::int64_t want = (*extents)[extents->size() - back];
        if (have != 1 && have != want)
            return fail("E11", "mean", toJsonText(*p.mean),
                        words("mean must have one number per place along axis {axis}: {want} ≠ "
                              "{have}. Received the input shape {shape}",
                              (*axes)[axes->size() - back], want, have, input.toString()));
    }
    return input;
}

/// mean, variance and a count, learned from data by adapt(), where the config states none.
std::vector<WeightSpec> weightSpecs(const NormalizationParams &p, std::span<const Shape> inputs)
{
    if (p.mean)
        return {};
    const Shape &input = inputs[0];
    const Extents shape = knownExtents(tensorAxes(p.axis, input).value(), input).value();
    const auto learned = [](const char *name, Extents extents, const char *start) {
        return WeightSpec{.name = name,
                          .shape = std::move(extents),
                          .initializer = initializers().make(start),
                          .regularizer = {},
                          .constraint = {},
                          .trainable = false};
    };
    return {learned("mean", shape, "zeros"), learned("variance", shape, "ones"),
            learned("count", {}, "zeros")};
}

Tensor mapped(const Tensor &tensor, float (*function)(float))
{
    std::vector<float> values(tensor.values().begin(), tensor.values().end());
    std::transform(values.begin(), values.end(), values.begin(), function);
    return Tensor::of(tensor.extents(), values);
}

/// The numbers with their axes where the input has them.
Tensor aligned(const Tensor &numbers, const std::vector<int> &axes, int rank)
{
    const auto skipped = static_cast<std::ptrdiff_t>(axes.size()) - numbers.rank();
    return placedAt(numbers, {axes.begin() + skipped, axes.end()}, rank);
}

Result<Tensor> forward(const NormalizationParams &p, std::span<const Tensor> inputs,
                       std::span<const Tensor> weights, const KernelContext &context)
{
    const Tensor &src = inputs[0];
    const std::vector<int> axes = tensorAxes(p.axis, Shape(src.extents())).value();
    const Tensor mean = aligned(p.mean ? tensorOf(*p.mean) : weights[0], axes, src.rank());
    const Tensor variance = aligned(p.mean ? tensorOf(*p.variance) : weights[1], axes, src.rank());
    const auto deviation = [](float v) { return std::max(std::sqrt(v), kLeastDeviation); };
    if (p.invert) {
        const std::array factors{src, mapped(variance, deviation)};
        const auto spread = merge(MergeOp::Multiply, factors, context);
        if (!spread)
            return spread;
        const std::array terms{*spread, mean};
        return merge(MergeOp::Add, terms, context);
    }
    const std::array terms{src, mean};
    const auto centred = merge(MergeOp::Subtract, terms, context);
    if (!centred)
        return centred;
    const std::array factors{*centred, mapped(variance, [](float v) {
                                 return 1.0F / std::max(std::sqrt(v), kLeastDeviation);
                             })};
    return merge(MergeOp::Multiply, factors, context);
}

/// value · scale + offset with numbers of the places along the axes.
Arithmetic arithmeticOfConfig(const NormalizationParams &p, const Shape &input)
{
    Arithmetic a = arithmeticOf(Arithmetic::Rule::Scale);
    const Extents extents =
        aligned(tensorOf(*p.mean), tensorAxes(p.axis, input).value(), input.rank()).extents();
    a.scales.shape.assign(extents.begin(), extents.end());
    a.offsets.shape = a.scales.shape;
    for (std::size_t i = 0; i < p.mean->values.size(); ++i) {
        const double deviation =
            std::max(std::sqrt(p.variance->values[i]), static_cast<double>(kLeastDeviation));
        const double scale = p.invert ? deviation : 1 / deviation;
        a.scales.values.push_back(scale);
        a.offsets.values.push_back(p.invert ? p.mean->values[i] : -p.mean->values[i] * scale);
    }
    return a;
}

Arithmetic arithmetic(const NormalizationParams &p, std::span<const Shape> inputs)
{
    if (p.mean)
        return arithmeticOfConfig(p, inputs[0]);
    Arithmetic a = arithmeticOf(Arithmetic::Rule::Normalize);
    a.normalization.spread = NormalizationRule::Spread::Stored;
    a.normalization.mean = 0;
    a.normalization.variance = 1;
    // √variance is variance ÷ √variance, and the mean is what is added.
    if (p.invert) {
        a.normalization.gamma = 1;
        a.normalization.beta = 0;
        a.normalization.mean = -1;
    }
    a.normalization.least = static_cast<double>(kLeastDeviation);
    a.normalization.axes = tensorAxes(p.axis, inputs[0]).value();
    return a;
}

} // namespace

extern const LayerType kNormalization;
const LayerType kNormalization = layerType<NormalizationParams>({
    .className = "Normalization",
    .group = LayerGroup::Normalization,
    .summary = "takes a known mean off and divides by a known spread",
    .schema = {{
                   param("axis", &NormalizationParams::axis)
                       .label("Axis")
                       .doc("Axes that have numbers of their own, e.g. −1 for one per channel; "
                            "none: the same for all values.")
                       .orOne()
                       .noneMeans([] { return Value(IntList{}); }),
                   param("mean", &NormalizationParams::mean)
                       .label("Mean")
                       .doc("Taken off every value; None: a weight, learned from data."),
                   param("variance", &NormalizationParams::variance)
                       .label("Variance")
                       .doc("Its root divides every value; None: a weight, learned from data.")
                       .atLeast(0),
                   param("invert", &NormalizationParams::invert)
                       .label("Invert")
                       .doc("Whether the way back is gone: times the spread, plus the mean."),
               },
               {meanWithVariance}},
    .inferShape = inferShape,
    .weightSpecs = weightSpecs,
    .forward = forward,
    .sight = samePlace,
    .arithmetic = arithmetic,
});

} // namespace convscope
