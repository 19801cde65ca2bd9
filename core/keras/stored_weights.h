// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "keras/model_json.h"
#include "tensor/tensor.h"

#include <span>
#include <string>
#include <vector>

namespace convscope {

/// The model with its weights given to its layers in Keras' order (get_weights()), for these input
/// shapes; unknown sizes are fine, channels must be known. Errors: E17 for a wrong number or shape
/// (expected and received, layer, index), or why a layer's weights cannot be known (E7, E11 … E14).
[[nodiscard]] Result<Model> withStoredWeights(const ModelEntry &entry,
                                              std::span<const Tensor> weights,
                                              std::span<const Shape> inputShapes);

/// Arrays for messages: "2 arrays [(3, 3, 1, 4), (4,)]"; `shapes` with their brackets.
[[nodiscard]] Words arraysOf(std::size_t count, std::string shapes);

/// Whether arrays are a layer's weights: E17 for a wrong number or shape, with what was expected.
[[nodiscard]] Result<void> checkWeights(const std::string &layer, std::span<const WeightSpec> specs,
                                        std::span<const Tensor> weights);
/// The same for every layer of a model whose file brings weights, as far as the shapes that the
/// model states let its weights be known.
[[nodiscard]] Result<void> checkStoredWeights(const Model &model);

} // namespace convscope
