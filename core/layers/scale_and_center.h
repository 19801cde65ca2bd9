// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "layers/argument_rows.h"
#include "layers/layer_type.h"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

namespace convscope {

/// The learned factor and addend that normalizations end in.
struct ScaleAndCenter
{
    bool center = true;
    bool scale = true;
    ObjectValue betaInitializer = initializers().make("zeros");
    ObjectValue gammaInitializer = initializers().make("ones");
    ObjectValue betaRegularizer;
    ObjectValue gammaRegularizer;
    ObjectValue betaConstraint;
    ObjectValue gammaConstraint;

    bool operator==(const ScaleAndCenter &) const = default;
};

/// Their rows of a schema, behind `first`; P derives from ScaleAndCenter. `more` are more
/// rows of that kind, behind those of beta and gamma.
template <class P>
[[nodiscard]] std::vector<Param<P>> withScaleAndCenter(std::vector<Param<P>> first,
                                                       std::vector<Param<P>> more = {})
{
    first.push_back(param<P, bool>("center", &P::center)
                        .label("Center")
                        .doc("Whether a learned beta is added."));
    first.push_back(param<P, bool>("scale", &P::scale)
                        .label("Scale")
                        .doc("Whether a learned gamma multiplies."));
    first.push_back(rows::initializer<P>("beta", &P::betaInitializer));
    first.push_back(rows::initializer<P>("gamma", &P::gammaInitializer));
    std::move(more.begin(), more.end(), std::back_inserter(first));
    first.push_back(rows::regularizer<P>("beta", &P::betaRegularizer));
    first.push_back(rows::regularizer<P>("gamma", &P::gammaRegularizer));
    first.push_back(rows::constraint<P>("beta", &P::betaConstraint));
    first.push_back(rows::constraint<P>("gamma", &P::gammaConstraint));
    return first;
}

/// The row of what keeps a normalization from dividing by zero.
template <class P>
[[nodiscard]] Param<P> epsilonRow()
{
    return param("epsilon", &P::epsilon)
        .label("Epsilon")
        .doc("Added to the variance, so that nothing is divided by zero.")
        .atLeast(0);
}

/// gamma, then beta, each of that shape, where wanted.
[[nodiscard]] inline std::vector<WeightSpec> scaleAndCenterSpecs(const ScaleAndCenter &p,
                                                                 const Extents &shape)
{
    std::vector<WeightSpec> specs;
    if (p.scale)
        specs.push_back({.name = "gamma",
                         .shape = shape,
                         .initializer = p.gammaInitializer,
                         .regularizer = p.gammaRegularizer,
                         .constraint = p.gammaConstraint});
    if (p.center)
        specs.push_back({.name = "beta",
                         .shape = shape,
                         .initializer = p.betaInitializer,
                         .regularizer = p.betaRegularizer,
                         .constraint = p.betaConstraint});
    return specs;
}

/// Null where the layer has none.
[[nodiscard]] inline Tensor gammaOf(const ScaleAndCenter &p, std::span<const Tensor> weights)
{
    return p.scale ? weights[0] : Tensor();
}

[[nodiscard]] inline Tensor betaOf(const ScaleAndCenter &p, std::span<const Tensor> weights)
{
    return p.center ? weights[p.scale ? 1 : 0] : Tensor();
}

/// What such a layer does along these axes, with the two as its first weights.
[[nodiscard]] inline Arithmetic normalizationOf(const ScaleAndCenter &p, double epsilon,
                                                std::vector<int> axes)
{
    Arithmetic a = arithmeticOf(Arithmetic::Rule::Normalize);
    a.normalization.gamma = p.scale ? 0 : -1;
    a.normalization.beta = !p.center ? -1 : p.scale ? 1 : 0;
    a.normalization.epsilon = epsilon;
    a.normalization.axes = std::move(axes);
    return a;
}

} // namespace convscope
