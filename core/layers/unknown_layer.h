// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "layers/layer.h"

#include <optional>
#include <string>
#include <vector>

namespace convscope {

// A layer of a class that is not known here (LSTM, Lambda, somebody's own): shown, kept with its
// config and weights, written back as it came in, never computed. No code of a file is ever run.

/// What is known of such a layer.
struct UnknownLayer
{
    /// Shapes of its inputs and its output, where the file states them.
    std::vector<Shape> inputs;
    std::optional<Shape> output;
    /// Names and shapes of its stored weights, as its file calls them.
    std::vector<std::string> weightNames;
    std::vector<Extents> weightShapes;
    /// JSON text of how it is called, beside the tensors it reads; empty where the file says
    /// nothing.
    std::string call;
    /// Further outputs of such a layer are layers of their own here, which name the first.
    std::string outputOf;
    int outputIndex = 0;
    /// What stands in for its output; null: nothing, and what depends on it does not run.
    Tensor fed;
    /// The file that it was read from, for people; may be empty.
    std::string fedFrom;

    bool operator==(const UnknownLayer &) const = default;
};

/// The type of an unknown class: the same object for the same name, alive for ever. Thread-safe.
[[nodiscard]] const LayerType &unknownLayerType(const std::string &className);

[[nodiscard]] bool isUnknown(const LayerType &type);
[[nodiscard]] inline bool isUnknown(const Layer &layer)
{
    return isUnknown(layer.type());
}
/// Of an unknown layer only.
[[nodiscard]] const UnknownLayer &unknownLayer(const Layer &layer);
[[nodiscard]] Layer withUnknown(const Layer &layer, UnknownLayer unknown);
/// What distinguishes the outputs of layers of one unknown class.
void addIdentity(FingerprintBuilder &builder, const AnyParams &params);
/// Weights that a file stores, under the names it gives them.
[[nodiscard]] Layer withUnknownWeights(const Layer &layer, std::vector<std::string> names,
                                       std::vector<Tensor> weights);

/// The layer with an array in place of its output (null: without). Errors: "input" where the layer
/// is of a known class or the array contradicts the shape that the file states (E11). `from`: the
/// file that the array was read from.
[[nodiscard]] Result<Layer> fedWith(const Layer &layer, Tensor output, std::string from = {});

} // namespace convscope
