// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "schema/object_family.h"
#include "tensor/tensor.h"

namespace convscope {

/// Keras' penalties: L1, L2, L1L2, OrthogonalRegularizer.
[[nodiscard]] const ObjectFamily &regularizers();

/// The penalty on a weight, summed in double; 0 for None. OrthogonalRegularizer takes rank 2 only:
/// for another rank the result is E10.
[[nodiscard]] Result<double> penalty(const ObjectValue &regularizer, const Tensor &weight);

/// The penalty on a layer's output, divided by the batch (Keras 3.14 and tf.keras; earlier ones
/// summed).
[[nodiscard]] Result<double> activityPenalty(const ObjectValue &regularizer, const Tensor &output);

} // namespace convscope
