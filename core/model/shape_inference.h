// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/model.h"
#include "model/receptive_field.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace convscope {

/// What is known of one layer before it runs.
struct LayerShapes
{
    std::vector<Shape> inputs;
    /// Missing where the layer is illegal or waits.
    std::optional<Shape> output;
    std::optional<Error> error;
    /// Of a class that is not known here, and no array stands in for its output.
    bool isUnknown = false;
    /// Name of the illegal layer this one waits for; empty otherwise.
    std::string waitsFor;
    std::vector<WeightSpec> weights;
    /// Parameters counted at this layer (a shared layer's later calls count none).
    std::int64_t params = 0;
    std::int64_t trainableParams = 0;
    /// Unknown where a size is unknown.
    std::optional<std::int64_t> macs;
    /// Bytes of the output.
    std::optional<std::int64_t> bytes;
    std::optional<ReceptiveField> field;
};

struct ModelShapes
{
    std::vector<LayerShapes> layers;
    std::int64_t params = 0;
    std::int64_t trainableParams = 0;
    std::optional<std::int64_t> macs;
    /// Most bytes of activations alive at once when each is freed after its last reader.
    std::optional<std::int64_t> peakBytes;

    [[nodiscard]] bool hasErrors() const;
};

/// Shapes of every layer for these input shapes (one per model input, with batch). An illegal layer
/// carries its error; those that depend on it wait; the others are inferred all the same.
[[nodiscard]] ModelShapes inferShapes(const Model &model, std::span<const Shape> inputs);

/// The model's own input shapes, in order; one wholly unknown shape of rank 0 where it states none.
[[nodiscard]] std::vector<Shape> inputShapes(const Model &model);

} // namespace convscope
