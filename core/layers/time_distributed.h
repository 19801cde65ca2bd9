// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "layers/layer_type.h"

namespace convscope {

/// The class that does with every step of (batch, steps, …) what `inner` does with a batch: Keras'
/// TimeDistributed around such a layer. Its arguments and weights are the inner layer's, its name
/// is "TimeDistributed(Conv2D)". One per inner class, alive for ever. Thread-safe.
[[nodiscard]] const LayerType &timeDistributed(const LayerType &inner);

/// The class inside such a class, or nullptr for every other.
[[nodiscard]] const LayerType *insideTimeDistributed(const LayerType &type);

/// Values of (batch, steps, …) as the inner layer has them, (batch · steps, …); memory is shared.
[[nodiscard]] Tensor withoutSteps(const Tensor &tensor);
/// What the inner layer made of that, with the batch and the steps of `input`; memory is shared.
[[nodiscard]] Tensor withSteps(const Tensor &tensor, const Tensor &input);

} // namespace convscope
