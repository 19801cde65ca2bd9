// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "keras/json_text.h"
#include "keras/keras_version.h"
#include "model/model.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace convscope {

/// The Keras whose forms are written.
inline constexpr std::string_view kWrittenKerasVersion = "3.15.1";

/// A model as a file states it.
struct ModelEntry
{
    Model model;
    /// Names of the layers in the order in which Keras lists their weights (get_weights()).
    std::vector<std::string> weightOrder;
    KerasVersion version;
    std::vector<Words> warnings;
};

/// Reads what to_json() gives: Sequential (Keras 2's list and object forms, tf.keras, Keras 3),
/// Model/Functional (both forms of inbound_nodes, shared layers, several inputs and outputs, models
/// inside models, whose layers are named "sub/layer"), or a single layer.
/// `version` replaces the document's own keras_version. A later call of a shared layer is named
/// "layer:2". Errors name the layer; those of the structure itself have the rule "file".
[[nodiscard]] Result<ModelEntry> modelFromJson(const Json &json,
                                               std::optional<KerasVersion> version);
[[nodiscard]] Result<Model> modelFromJson(std::string_view text);
/// A document whose class is derived from Sequential or Functional (it holds layers, but is
/// neither) as a document of that class; others as they are. modelFromJson reads it so.
[[nodiscard]] Json plainDocument(const Json &json);

/// Keras 3's form: Sequential where every layer reads the one before, else Functional. Reads back
/// equal. Layers of models inside models are written flat, under names without '/'.
[[nodiscard]] Json modelJson(const Model &model);
[[nodiscard]] std::string modelToJson(const Model &model);

} // namespace convscope
