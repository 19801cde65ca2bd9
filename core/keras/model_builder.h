// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "keras/json_text.h"
#include "keras/keras_version.h"
#include "model/model.h"

#include <optional>
#include <string>
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
    [[nodiscard]] std::vector<std::string> takeWarnings() { return std::move(m_warnings); }
    /// Names of the layers added since the last call, as Keras lists their weights.
    [[nodiscard]] Names takeWeightOrder() { return std::exchange(m_weightOrder, {}); }
    void setWeightOrder(Names names) { m_weightOrder = std::move(names); }

    /// Adds the layers of a Sequential or Functional `json` that reads `inputs`; the names of its
    /// outputs.
    [[nodiscard]] Result<Names> addModel(const Json &json, const Place &place, const Names &inputs);
    /// Adds one call of a layer or of a model inside the model.
    [[nodiscard]] Result<Names> addCall(const Json &entry, int call, const Place &place,
                                        const Names &inputs);

    /// Adds a call of an operation as a layer by itself.
    [[nodiscard]] Result<Names> addOperation(Json entry, int call, const Place &place,
                                             const Names &inputs);

private:
    [[nodiscard]] Result<Names> addSequential(const Json &json, const Place &place,
                                              const Names &inputs);
    [[nodiscard]] Result<Names> addFunctional(const Json &json, const Place &place,
                                              const Names &inputs);
    [[nodiscard]] Result<std::string> addLayer(const Json &entry, int call, const Place &place,
                                               const Names &inputs);
    [[nodiscard]] Result<void> addInputs(const Json &json);
    [[nodiscard]] Result<void> addInput(const Json &inputLayer, const std::string &fallbackName);
    /// A layer that reads exactly what stands before it says so by saying nothing.
    void leaveOutPlainInputs();

    KerasVersion m_version;
    Model m_model;
    Names m_weightOrder;
    std::vector<std::string> m_warnings;
};

/// Sequential, Functional or Model, with or without a module before it.
[[nodiscard]] bool isModelEntry(const Json &entry);
[[nodiscard]] bool isSequentialEntry(const Json &entry);
[[nodiscard]] bool isInputLayer(const Json &entry);
/// The entries of the model's layers: a list, or the member `layers` of its config. Null where
/// neither.
[[nodiscard]] const Json *layerEntries(const Json &model);
/// Name of a layer or model: of the entry, else of its config.
[[nodiscard]] std::string entryName(const Json &entry);
/// Error{rule "file"} about the model's structure.
[[nodiscard]] Failure structureError(const std::string &message);

} // namespace convscope
