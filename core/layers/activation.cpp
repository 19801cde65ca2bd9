// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/argument_rows.h"
#include "layers/layer_type.h"

namespace convscope {

namespace {

struct ActivationParams
{
    ObjectValue activation = activations().make("relu");

    bool operator==(const ActivationParams &) const = default;
};

Result<Shape> inferShape(const ActivationParams &p, std::span<const Shape> inputs)
{
    return activationShape(p.activation, inputs[0]);
}

Result<Tensor> forward(const ActivationParams &p, std::span<const Tensor> inputs,
                       std::span<const Tensor>, const KernelContext &context)
{
    return applyActivation(p.activation, inputs[0], context);
}

Words brief(const ActivationParams &p)
{
    return verbatim(p.activation.className);
}

Sight sight(const ActivationParams &p, std::span<const Shape> inputs, const Shape &output,
            std::size_t)
{
    return throughActivation(samePlaceOf(inputs[0], output), p.activation, output);
}

Arithmetic arithmetic(const ActivationParams &p, std::span<const Shape>)
{
    Arithmetic a;
    a.activation = activationRule(p.activation);
    return a;
}

} // namespace

extern const LayerType kActivation;
const LayerType kActivation = layerType<ActivationParams>({
    .className = "Activation",
    .group = LayerGroup::Activation,
    .summary = "a function of every value",
    .schema = {{
        rows::activation<ActivationParams>().required(),
    }},
    .inferShape = inferShape,
    .forward = forward,
    .sight = sight,
    .arithmetic = arithmetic,
    .brief = brief,
});

} // namespace convscope
