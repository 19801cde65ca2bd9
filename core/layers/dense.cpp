// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "base/saturating.h"
#include "kernels/window/matmul.h"
#include "layers/argument_rows.h"
#include "layers/convolution_support.h"
#include "layers/layer_type.h"

namespace convscope {

namespace {

struct DenseParams
{
    std::int64_t units = 8;
    ObjectValue activation = activations().make("linear");
    bool useBias = true;
    ObjectValue kernelInitializer = initializers().make("glorot_uniform");
    ObjectValue biasInitializer = initializers().make("zeros");
    ObjectValue kernelRegularizer;
    ObjectValue biasRegularizer;
    ObjectValue activityRegularizer;
    ObjectValue kernelConstraint;
    ObjectValue biasConstraint;

    bool operator==(const DenseParams &) const = default;
};

Result<Shape> inferShape(const DenseParams &p, std::span<const Shape> inputs)
{
    Shape shape = inputs[0];
    if (shape.rank() < 2)
        return fail(
            "E11", "input", {},
            words(
                "Dense expects an input of rank 2 or more. Received the input shape {input_shape}",
                shape.toString()));
    if (!shape[-1])
        return fail("E12", "input", {},
                    words("The last axis must be defined. Received the input shape {input_shape}",
                          shape.toString()));
    shape[-1] = p.units;
    return activationShape(p.activation, shape);
}

/// kernel (in, units), bias (units).
std::vector<WeightSpec> weightSpecs(const DenseParams &p, std::span<const Shape> inputs)
{
    std::vector<WeightSpec> specs{{.name = "kernel",
                                   .shape = {inputs[0][-1].value(), p.units},
                                   .initializer = p.kernelInitializer,
                                   .regularizer = p.kernelRegularizer,
                                   .constraint = p.kernelConstraint}};
    appendBias(specs, p, p.units);
    return specs;
}

std::int64_t macs(const DenseParams &p, std::span<const Shape> inputs, const Shape &)
{
    std::int64_t count = p.units;
    for (const Dim &extent : inputs[0].dims())
        count = saturatingMultiply(count, extent.value());
    return count;
}

Result<Tensor> forward(const DenseParams &p, std::span<const Tensor> inputs,
                       std::span<const Tensor> weights, const KernelContext &context)
{
    const Tensor bias = p.useBias ? weights[1] : Tensor();
    if (const auto function = elementwiseOf(p.activation))
        return dense(inputs[0], weights[0], bias, *function, context);
    auto sum = dense(inputs[0], weights[0], bias, {}, context);
    if (!sum)
        return sum;
    return applyActivation(p.activation, *sum, context);
}

Words brief(const DenseParams &p)
{
    return p.units == 1 ? words("{units} unit", p.units) : words("{units} units", p.units);
}

/// All values of the last axis at the same place; a function along an axis runs along that one.
Sight sight(const DenseParams &, std::span<const Shape> inputs, const Shape &, std::size_t)
{
    Sight line = samePlaceOf(inputs[0], inputs[0]);
    line.axes.back().from = -1;
    return line;
}

} // namespace

extern const LayerType kDense;
const LayerType kDense = layerType<DenseParams>({
    .className = "Dense",
    .group = LayerGroup::Core,
    .summary = "weighs all values of the last axis",
    .schema = {{
        param("units", &DenseParams::units)
            .label("Units")
            .doc("Length of the last axis of the output.")
            .atLeast(1)
            .rule("E1")
            .required(),
        rows::activation<DenseParams>(),
        rows::useBias<DenseParams>(),
        rows::initializer("kernel", &DenseParams::kernelInitializer),
        rows::initializer("bias", &DenseParams::biasInitializer),
        rows::regularizer("kernel", &DenseParams::kernelRegularizer),
        rows::regularizer("bias", &DenseParams::biasRegularizer),
        rows::activityRegularizer<DenseParams>(),
        rows::constraint("kernel", &DenseParams::kernelConstraint),
        rows::constraint("bias", &DenseParams::biasConstraint),
    }},
    .inferShape = inferShape,
    .weightSpecs = weightSpecs,
    .macs = macs,
    .forward = forward,
    .sight = sight,
    .arithmetic = weighted<KernelLayout::Convolution>,
    .activityRegularizer = activityRegularizer,
    .brief = brief,
});

} // namespace convscope
