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

} // namespace convscope
