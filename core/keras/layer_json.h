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
    std::vector<Words> warnings;
    /// The dtype policy where it is another one than float32, which everything is computed in.
    std::string policy;
};

/// Reads {"class_name", "config"} as Keras 2 or 3 wrote it: old class names, arguments in every
/// accepted form, bookkeeping keys dropped, words read as that version meant them. What is illegal
/// in a layer does not keep it from being read: the layer carries the refused arguments
/// (LayerStatement), and one of a class that is not known here is an unknown layer. Errors: "file"
/// for what is no layer at all, E16 for a name that is no text.
[[nodiscard]] Result<LayerEntry> readLayer(const Json &json, const KerasVersion &version);

/// The same for one that must be legal and known. Errors carry the catalogue's rule, the argument,
/// the received JSON and the layer's name: E16 for an unknown key (with near matches), the
/// argument's own rule where a required one is missing, E10 for an unknown class or dtype.
[[nodiscard]] Result<LayerEntry> layerFromJson(const Json &json, const KerasVersion &version);

/// Why the class of an entry is not known here, with near matches.
[[nodiscard]] Error unknownClassError(const Json &json);

/// Keras 3's form with every argument: {"module", "class_name", "config", "registered_name"}.
[[nodiscard]] Json layerToJson(const Layer &layer);

/// Name of a dtype policy of floating-point numbers, as a text or an object of Keras 2 or 3; null
/// is "float32". Errors: E10 (integers, quantised weights).
[[nodiscard]] Result<std::string> policyOf(const Json &dtype);

/// [null, 8, 8, 3] → (None, 8, 8, 3); nullopt where it is no list of sizes.
[[nodiscard]] std::optional<Shape> shapeFromJson(const Json &json);
[[nodiscard]] Json shapeToJson(const Shape &shape);

} // namespace convscope
