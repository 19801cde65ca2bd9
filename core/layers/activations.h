// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "kernels/functions/elementwise.h"
#include "kernels/kernel_context.h"
#include "schema/object_family.h"
#include "tensor/shape.h"
#include "tensor/tensor.h"

#include <optional>

namespace convscope {

/// Every activation that Keras knows by a string, with the defaults the string means.
/// "hard_sigmoid" is that of Keras 3; "hard_sigmoid_keras2" the clip(0.2x + 0.5, 0, 1) of Keras 2
/// files.
[[nodiscard]] const ObjectFamily &activations();

/// The function of one number that the activation is, to be fused into a kernel; nullopt for those
/// that run along an axis (softmax, log_softmax, sparsemax, glu).
[[nodiscard]] std::optional<Elementwise> elementwiseOf(const ObjectValue &activation);

/// Axis of the layer Softmax standing as an activation; nullopt for every other.
[[nodiscard]] std::optional<std::int64_t> axisOfSoftmax(const ObjectValue &activation);

/// Shape after the activation: the same, except that glu halves the last axis (E11 where it is
/// odd).
[[nodiscard]] Result<Shape> activationShape(const ObjectValue &activation, const Shape &shape);

/// The activation of a whole tensor; functions along an axis run along the last.
[[nodiscard]] Result<Tensor> applyActivation(const ObjectValue &activation, const Tensor &src,
                                             const KernelContext &context);

} // namespace convscope
