// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "keras/json_text.h"
#include "keras/keras_version.h"
#include "model/model.h"

#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace convscope {

/// Builds the flat list of layers from the configs of a model and the models inside it.
class ModelBuilder
{
public:
    explicit ModelBuilder(const KerasVersion &version) : m_version(version) {}

    using Names = std::vector<std::string>;

    /// Where a part of the model stands: names begin with `prefix`; `owner` is the prefix of the
    /// part's first call, whose weights a later call shares.
    struct Place
    {
        std::string prefix;
        std::string owner;
    };

    /// The whole document's model; empty `inputs` of the result where it states none.
    [[nodiscard]] Result<Model> build(const Json &json);
    [[nodiscard]] std::vector<Words> takeWarnings() { return std::move(m_warnings); }
    /// Names of the layers added since the last call, as Keras lists their weights.
    [[nodiscard]] Names takeWeightOrder() { return std::exchange(m_weightOrder, {}); }
    void setWeightOrder(Names names) { m_weightOrder = std::move(names); }

    /// What is said of one call beside the layer's own entry: what an unknown layer needs.
    struct Call
    {
        int number = 0;
        /// Shapes of what it reads and of its outputs, as far as the file states them.
        std::vector<Shape> inputs;
        std::vector<std::optional<Shape>> outputs;
        /// Keras 3's arguments of the call; null where the file has none.
        const Json *arguments = nullptr;
    };

    /// Adds the layers of a Sequential or Functional `json` that reads `inputs`; the names of its
    /// outputs.
    [[nodiscard]] Result<Names> addModel(const Json &json, const Place &place, const Names &inputs);
    /// Adds one call of a layer or of a model inside the model.
    [[nodiscard]] Result<Names> addCall(const Json &entry, const Call &call, const Place &place,
                                        const Names &inputs);

    /// Adds a call of an operation as a layer by itself.
    [[nodiscard]] Result<Names> addOperation(Json entry, const Call &call, const Place &place,
                                             const Names &inputs);

private:
    [[nodiscard]] Result<Names> addSequential(const Json &json, const Place &place,
                                              const Names &inputs);
    [[nodiscard]] Result<Names> addFunctional(const Json &json, const Place &place,
                                              const Names &inputs);
    [[nodiscard]] Result<Names> addLayer(const Json &entry, const Call &call, const Place &place,
                                         const Names &inputs);
    /// Further outputs of an unknown layer that something reads: layers that name the first one.
    [[nodiscard]] Result<Names> addOutputs(const Layer &first, const Call &call);
    [[nodiscard]] Result<void> add(Layer layer);
    void notePolicy(const std::string &policy);
    [[nodiscard]] Result<void> addInputs(const Json &json);
    [[nodiscard]] Result<void> addInput(const Json &inputLayer, const std::string &fallbackName);
    /// A layer that reads exactly what stands before it says so by saying nothing.
    void leaveOutPlainInputs();
    /// Model::freeName() of the model so far, without looking through it, free behind the prefix
    /// too.
    [[nodiscard]] std::string freeName(std::string_view className, const std::string &prefix);

    KerasVersion m_version;
    Model m_model;
    /// Of inputs and layers.
    std::unordered_set<std::string> m_names;
    /// By prefix and class: numbers below are taken.
    std::unordered_map<std::string, int> m_nextNumber;
    Names m_weightOrder;
    std::vector<Words> m_warnings;
    bool m_hasPolicyNote = false;
};

/// Sequential, Functional or Model, with or without a module before it.
[[nodiscard]] bool isModelEntry(const Json &entry);
[[nodiscard]] bool isSequentialEntry(const Json &entry);
[[nodiscard]] bool isInputLayer(const Json &entry);
/// The entries of the model's layers: a list, or the member `layers` of its config. Null where
/// neither.
[[nodiscard]] const Json *layerEntries(const Json &model);
/// Shape in the build_config of an entry that reads one tensor.
[[nodiscard]] std::optional<Shape> builtShape(const Json &entry);
/// Name of a layer or model: of the entry, else of its config.
[[nodiscard]] std::string entryName(const Json &entry);
/// The name it has here: Keras 3 allows no '/', so that layers of models inside models are written
/// under other names than they are called by.
[[nodiscard]] std::string nameHere(const Json &entry);
/// What a person should know of a dtype policy that is not float32.
[[nodiscard]] Words policyNote(const std::string &policy);
/// Error{rule "file"} about the model's structure.
[[nodiscard]] Failure structureError(Words message);

} // namespace convscope
