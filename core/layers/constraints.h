// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "schema/object_family.h"
#include "tensor/tensor.h"

namespace convscope {

/// Keras' constraints: MaxNorm, NonNeg, UnitNorm, MinMaxNorm, RadialConstraint.
[[nodiscard]] const ObjectFamily &constraints();

/// The weight after its constraint, as Keras applies it after a training step; the same for None.
/// Errors: E10 where the axis or the rank does not fit the weight.
[[nodiscard]] Result<Tensor> constrain(const ObjectValue &constraint, const Tensor &weight);

} // namespace convscope
