// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "layers/layer_type.h"

namespace convscope {

/// Layers that change no shape.
template <class P>
[[nodiscard]] Result<Shape> keepShape(const P &, std::span<const Shape> inputs)
{
    return inputs[0];
}

/// Layers that act during training only: here the input passes unchanged.
template <class P>
[[nodiscard]] Result<Tensor> passOn(const P &, std::span<const Tensor> inputs,
                                    std::span<const Tensor>, const KernelContext &)
{
    return inputs[0];
}

/// None, or how far random numbers of the training can be repeated.
template <class P>
[[nodiscard]] Param<P> seedRow()
{
    return param("seed", &P::seed)
        .label("Seed")
        .doc("Key of the random numbers that training draws; None: a new one each time.");
}

/// Share of values that training drops.
template <class P>
[[nodiscard]] Param<P> rateRow()
{
    return param("rate", &P::rate)
        .label("Rate")
        .doc("Share of values that training drops, from 0 to 1. Outside training nothing happens.")
        .atLeast(0)
        .atMost(1)
        .required();
}

} // namespace convscope
