// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "layers/axis_map.h"
#include "model/shape_inference.h"

#include <span>

namespace convscope {

/// The field of a layer's output, from the fields of its inputs and its own axis maps.
/// `axes` empty: the layer reads the same place (spatial shape kept). Two inputs: the union.
/// Recurrences: size' = size + (window − 1)·jump, jump' = jump·step, start' = start − offset·jump
/// (A. Araujo et al., "Computing receptive fields of convolutional neural networks", Distill 2019).
[[nodiscard]] ReceptiveField receptiveField(std::span<const ReceptiveField> inputs,
                                            std::span<const AxisReport> axes);

} // namespace convscope
