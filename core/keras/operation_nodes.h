// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "keras/json_text.h"
#include "layers/layer.h"

#include <nlohmann/json.hpp>

#include <optional>

namespace convscope {

/// A call of an operation (keras.ops in Keras 3, TFOpLambda and SlicingOpLambda in tf.keras) as the
/// layer that it is here.
struct OperationCall
{
    /// {"class_name", "config"}, the constants of the call among the arguments.
    Json entry;
    /// The tensors it reads, in the form the file has for them, in the order of the layer's inputs.
    Json tensors = Json::array();
};

/// Every item of the entry's inbound_nodes as a layer. Empty where the entry is no operation, or
/// one that is not known here or called with something that is not: such an entry is kept as it is.
[[nodiscard]] std::vector<OperationCall> operationCalls(const Json &entry);

/// Whether an entry of Keras 3 is an operation of keras.ops, not a layer: it has no place among the
/// weights.
[[nodiscard]] bool isOperationEntry(const Json &entry);

/// A class of keras.ops: Keras writes it in graphs only.
[[nodiscard]] bool isOperation(const LayerType &type);

/// ["conv2d", 0, 0], in Keras 2 with a fourth element of keyword arguments.
[[nodiscard]] bool isTensorTriple(const Json &json);

/// Keras 3's form of an operation without its node: only the arguments that do not travel in the
/// call.
[[nodiscard]] Json operationEntry(const Layer &layer);

/// Keras 3's node of a call: {"args", "kwargs"}, the layer's constants between `tensors`.
[[nodiscard]] Json operationNode(const Layer &layer, Json tensors);

} // namespace convscope
