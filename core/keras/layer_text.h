// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/model.h"

#include <optional>
#include <string>
#include <string_view>

namespace convscope {

/// What a text in Keras' JSON means to a stack: one of the two.
struct TextLayers
{
    /// A whole stack.
    std::optional<Model> stack;
    std::optional<Layer> layer;
};

/// A layer with its arguments as Keras 3's JSON, without its weights.
[[nodiscard]] std::string layerToText(const Layer &layer);
/// Whether a text is JSON of a layer or a stack rather than anything else.
[[nodiscard]] bool looksLikeLayers(std::string_view text);
/// Reads {"class_name", "config"} of a layer, which may be illegal, or what to_json() gives. `what`
/// names the text in messages. Errors: those of reading a model.
[[nodiscard]] Result<TextLayers> layersFromText(std::string_view text, const std::string &what);

} // namespace convscope
