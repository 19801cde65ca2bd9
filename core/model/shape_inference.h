// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/model.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace convscope {

/// How far one output cell sees along one spatial axis, in cells of the model's first input.
struct FieldAxis
{
    std::int64_t size = 1;
    /// Input cells between the fields of neighbouring outputs; a fraction after up-sampling.
    double jump = 1;
    /// First input cell of output cell 0; negative in padding.
    double start = 0;

    bool operator==(const FieldAxis &) const = default;
};

/// One entry per spatial axis; `everything` where an output cell sees the whole input.
struct ReceptiveField
{
    std::vector<FieldAxis> axes;
    bool everything = false;

    bool operator==(const ReceptiveField &) const = default;
};

/// What is known of one layer before it runs.
struct LayerShapes
{
    std::vector<Shape> inputs;
    /// Missing where the layer is illegal or waits.
    std::optional<Shape> output;
    std::optional<Error> error;
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
