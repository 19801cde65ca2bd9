// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "layers/layer.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace convscope {

/// A named entry of a model; extents may be unknown (batch and sizes usually are).
struct ModelInput
{
    std::string name;
    Shape shape;

    bool operator==(const ModelInput &) const = default;
};

/// What a layer reads: a model input or another layer, by position.
struct Source
{
    enum class Kind
    {
        Input,
        Layer,
        Missing
    };
    Kind kind = Kind::Missing;
    int index = -1;

    bool operator==(const Source &) const = default;
};

/// An ordered list of layers, each reading layers before it or model inputs. Immutable by habit:
/// edits (edit.h) return new models that share their layers, so a copy costs pointers.
struct Model
{
    std::string name = "sequential";
    /// Empty: one input called "input" of whatever shape comes.
    std::vector<ModelInput> inputs;
    std::vector<std::shared_ptr<const Layer>> layers;
    /// Names of the outputs; empty: the last layer.
    std::vector<std::string> outputs;
    /// Key of the initial weights that are drawn.
    std::uint64_t seed = 0;

    [[nodiscard]] int size() const { return static_cast<int>(layers.size()); }
    [[nodiscard]] const Layer &layer(int index) const
    {
        return *layers[static_cast<std::size_t>(index)];
    }
    /// Position of a layer, or −1.
    [[nodiscard]] int indexOf(std::string_view layerName) const;
    /// What layer `index` reads; Missing where a name is unknown or not before it.
    [[nodiscard]] std::vector<Source> sources(int index) const;
    /// The layer whose parameters and weights layer `index` uses: itself unless shared.
    [[nodiscard]] const Layer &owner(int index) const;
    /// Positions of the outputs.
    [[nodiscard]] std::vector<int> outputIndices() const;
    /// "conv2d", "conv2d_1", …: Keras' automatic name for a class, free in this model.
    [[nodiscard]] std::string freeName(std::string_view className) const;

    /// Same layers in the same order with equal values.
    bool operator==(const Model &other) const;
};

/// Keras' snake case of a class name: "Conv2DTranspose" → "conv2d_transpose".
[[nodiscard]] std::string snakeCase(std::string_view className);

} // namespace convscope
