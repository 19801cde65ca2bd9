// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/model.h"

#include <string>
#include <vector>

namespace convscope {

/// What is right in Keras, but what its TensorFlow backend refuses or computes otherwise: one
/// sentence each, with the layer and the argument. For saying before a model is saved.
[[nodiscard]] std::vector<std::string> tensorFlowLimits(const Model &model);

} // namespace convscope
