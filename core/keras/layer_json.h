// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "keras/json_text.h"
#include "keras/keras_version.h"
#include "layers/layer.h"

#include <optional>
#include <string>
#include <vector>

namespace convscope {

/// A layer as a file states it.
struct LayerEntry
{
    /// Named as the config says; empty where it says nothing.
    Layer layer;
    /// batch_input_shape, batch_shape or input_shape of the config, with the batch.
    std::optional<Shape> batchShape;
    /// What a person should know about the reading.
    std::vector<std::string> warnings;
};

/// Reads {"class_name", "config"} as Keras 2 or 3 wrote it: old class names, arguments in every
/// accepted form, bookkeeping keys dropped, words read as that version meant them. Errors carry the
/// catalogue's rule, the argument, the received JSON and the layer's name: E16 for an unknown key
/// (with near matches), the argument's own rule where a required one is missing, E10 for an unknown
/// class or dtype.
[[nodiscard]] Result<LayerEntry> layerFromJson(const Json &json, const KerasVersion &version);

/// Keras 3's form with every argument: {"module", "class_name", "config", "registered_name"}.
[[nodiscard]] Json layerToJson(const Layer &layer);

/// Name of the float type or mixed policy that `dtype` states, as a string or a policy object;
/// "float32" for null, E10 for what is no float type.
[[nodiscard]] Result<std::string> dtypePolicy(const Json &dtype);

/// [null, 8, 8, 3] → (None, 8, 8, 3); nullopt where it is no list of sizes.
[[nodiscard]] std::optional<Shape> shapeFromJson(const Json &json);
[[nodiscard]] Json shapeToJson(const Shape &shape);

} // namespace convscope
