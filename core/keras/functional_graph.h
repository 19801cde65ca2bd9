// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "keras/model_builder.h"

#include <nlohmann/json.hpp>

#include <array>
#include <map>
#include <optional>
#include <unordered_map>

namespace convscope {

/// A tensor of a functional model: the output `tensor` of call `node` of a layer.
struct TensorRef
{
    std::string layer;
    int node = 0;
    int tensor = 0;
    /// As Keras 3 states it beside the reference.
    std::optional<Shape> shape = {};
};

/// The graph of a Functional or Model config: which call of which layer reads what.
class FunctionalGraph
{
public:
    /// Reads both forms of inbound_nodes. Errors: "file".
    [[nodiscard]] static Result<FunctionalGraph> parse(const Json &model, bool isKeras2);

    /// Adds every call to the builder, each after what it reads, otherwise in the file's order.
    /// `inputs`: what the model's inputs stand for. Returns the names of its outputs.
    [[nodiscard]] Result<ModelBuilder::Names> addTo(ModelBuilder &builder,
                                                    const ModelBuilder::Place &place,
                                                    const ModelBuilder::Names &inputs) const;

private:
    struct Entry
    {
        const Json *json = nullptr;
        std::string name;
        /// What each call reads, and Keras 3's arguments of it.
        std::vector<std::vector<TensorRef>> calls;
        std::vector<const Json *> arguments;
        /// Of an operation known here: the layer that each call is.
        std::vector<Json> operations;
        /// Of each use, see Use. Building a model counts as its call 0 in Keras 2 everywhere, in
        /// Keras 3 for a functional one in output_layers only.
        std::array<int, 2> firstNode{};
    };

    /// Who names a call.
    enum class Use
    {
        Call,  ///< another layer
        Output ///< output_layers
    };

    [[nodiscard]] int find(const std::string &name) const;
    /// Position in `entries` and call; an error where there is no such call.
    [[nodiscard]] Result<std::pair<int, int>> resolve(const TensorRef &ref, Use use) const;
    void fitNodeNumbers(Use use);
    using Node = std::pair<int, int>; // entry, call: ordered as in the file
    /// Shapes that readers state of the outputs that they read, by call.
    [[nodiscard]] std::map<Node, std::vector<std::optional<Shape>>> statedOutputs() const;

    std::vector<Entry> m_entries;
    std::unordered_map<std::string, int> m_places;
    std::vector<TensorRef> m_inputs;
    std::vector<TensorRef> m_outputs;
};

/// The InputLayer entries of a functional model, in the order of its input_layers.
[[nodiscard]] std::vector<const Json *> functionalInputs(const Json &model);

} // namespace convscope
