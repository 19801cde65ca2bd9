// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "keras/model_builder.h"

#include "base/concat.h"
#include "keras/functional_graph.h"
#include "keras/layer_json.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace convscope {

namespace {

std::string bareClass(const Json &entry)
{
    std::string name = stringMember(entry, "class_name");
    if (const auto dot = name.rfind('.'); dot != std::string::npos)
        name.erase(0, dot + 1);
    return name;
}

/// Shape of an InputLayer, or of the first layer of a Keras 2 Sequential, or what the model was
/// built for.
Result<std::optional<Shape>> statedShape(const Json &config)
{
    for (const char *key : {"batch_shape", "batch_input_shape", "build_input_shape"}) {
        const Json *json = member(config, key);
        if (json == nullptr || json->is_null())
            continue;
        const auto shape = shapeFromJson(*json);
        if (!shape)
            return fail("E11", key, jsonText(*json),
                        concat(key, " must be a list of sizes, None where unknown. Received ",
                               pythonText(*json)));
        return std::optional<Shape>(*shape);
    }
    for (const char *key : {"shape", "input_shape"}) {
        const Json *json = member(config, key);
        if (json == nullptr || json->is_null())
            continue;
        const auto shape = shapeFromJson(*json);
        if (!shape)
            return fail("E11", key, jsonText(*json),
                        concat(key, " must be a list of sizes, None where unknown. Received ",
                               pythonText(*json)));
        std::vector<Dim> dims = shape->dims();
        const Json *batch = member(config, "batch_size");
        dims.insert(dims.begin(), batch != nullptr ? integerOf(*batch) : std::nullopt);
        return std::optional<Shape>(Shape(std::move(dims)));
    }
    return std::optional<Shape>();
}

const Json &configOf(const Json &entry)
{
    static const Json none = Json::object();
    const Json *config = member(entry, "config");
    return config != nullptr ? *config : none;
}

} // namespace

bool isSequentialEntry(const Json &entry)
{
    return bareClass(entry) == "Sequential";
}

bool isModelEntry(const Json &entry)
{
    const std::string name = bareClass(entry);
    return name == "Sequential" || name == "Functional" || name == "Model";
}

bool isInputLayer(const Json &entry)
{
    return bareClass(entry) == "InputLayer";
}

const Json *layerEntries(const Json &model)
{
    const Json &config = configOf(model);
    if (config.is_array())
        return &config;
    const Json *layers = member(config, "layers");
    return layers != nullptr && layers->is_array() ? layers : nullptr;
}

std::string entryName(const Json &entry)
{
    std::string name = stringMember(entry, "name");
    return name.empty() ? stringMember(configOf(entry), "name") : name;
}

Failure structureError(const std::string &message)
{
    return fail("file", {}, {}, concat("the model cannot be read: ", message));
}

Result<Model> ModelBuilder::build(const Json &json)
{
    if (const std::string name = entryName(json); !name.empty())
        m_model.name = name;
    if (auto added = addInputs(json); !added)
        return fail(added.error());
    Names inputs;
    for (const ModelInput &input : m_model.inputs)
        inputs.push_back(input.name);
    // An input without a name of its own: the first layer reads it by standing first.
    if (inputs.empty())
        inputs.emplace_back();
    auto outputs = addModel(json, {}, inputs);
    if (!outputs)
        return fail(outputs.error());
    for (const std::string &output : *outputs) {
        if (m_model.size() > 0 && m_model.indexOf(output) < 0)
            return structureError(concat("its output '", output, "' is an input, not a layer"));
    }
    if (outputs->size() > 1 ||
        (m_model.size() > 0 && outputs->front() != m_model.layers.back()->name()))
        m_model.outputs = std::move(*outputs);
    leaveOutPlainInputs();
    return std::move(m_model);
}

Result<void> ModelBuilder::addInput(const Json &inputLayer, const std::string &fallbackName)
{
    const Json &config = configOf(inputLayer);
    std::string name = entryName(inputLayer);
    if (name.empty())
        name = fallbackName;
    const auto named = [&](Error error) {
        error.layer = name;
        return fail(std::move(error));
    };
    if (const Json *dtype = member(config, "dtype")) {
        const auto policy = dtypePolicy(*dtype);
        if (!policy)
            return named(policy.error());
    }
    const auto shape = statedShape(config);
    if (!shape)
        return named(shape.error());
    if (std::any_of(m_model.inputs.begin(), m_model.inputs.end(),
                    [&](const ModelInput &input) { return input.name == name; }))
        return structureError(concat("two inputs are called '", name, "'"));
    m_model.inputs.push_back({name, shape->value_or(Shape())});
    return {};
}

Result<void> ModelBuilder::addInputs(const Json &json)
{
    const Json *entries = layerEntries(json);
    if (entries == nullptr)
        return structureError("its config has no list of layers");
    if (!isSequentialEntry(json)) {
        for (const Json *input : functionalInputs(json)) {
            if (auto added = addInput(*input, "input"); !added)
                return added;
        }
        if (m_model.inputs.empty())
            return structureError("it names no input layer");
        return {};
    }
    if (entries->empty())
        return {};
    const Json &first = entries->front();
    if (isInputLayer(first))
        return addInput(first, "input");
    if (isModelEntry(first))
        return addInputs(first);
    auto shape = statedShape(configOf(first));
    if (shape && !*shape)
        shape = statedShape(configOf(json));
    if (!shape)
        return fail(shape.error());
    if (*shape)
        m_model.inputs.push_back(
            {entryName(first).empty() ? "input" : entryName(first) + "_input", **shape});
    return {};
}

Result<ModelBuilder::Names> ModelBuilder::addModel(const Json &json, const Place &place,
                                                   const Names &inputs)
{
    if (layerEntries(json) == nullptr)
        return structureError("its config has no list of layers");
    return isSequentialEntry(json) ? addSequential(json, place, inputs)
                                   : addFunctional(json, place, inputs);
}

Result<ModelBuilder::Names> ModelBuilder::addSequential(const Json &json, const Place &place,
                                                        const Names &inputs)
{
    const Json &entries = *layerEntries(json);
    Names current = inputs;
    bool isFirst = true;
    for (const Json &entry : entries) {
        if (isInputLayer(entry)) {
            if (!isFirst)
                return structureError("a Sequential model has an InputLayer behind another layer");
        } else {
            if (current.size() != 1)
                return structureError(concat("a layer of a Sequential model would read ",
                                             current.size(), " tensors"));
            auto outputs = addCall(entry, 0, place, current);
            if (!outputs)
                return outputs;
            current = std::move(*outputs);
        }
        isFirst = false;
    }
    return current;
}

Result<ModelBuilder::Names> ModelBuilder::addFunctional(const Json &json, const Place &place,
                                                        const Names &inputs)
{
    auto graph = FunctionalGraph::parse(json, m_version.isKeras2());
    if (!graph)
        return fail(graph.error());
    return graph->addTo(*this, place, inputs);
}

Result<ModelBuilder::Names> ModelBuilder::addCall(const Json &entry, int call, const Place &place,
                                                  const Names &inputs)
{
    if (!isModelEntry(entry)) {
        auto name = addLayer(entry, call, place, inputs);
        if (!name)
            return fail(name.error());
        return Names{std::move(*name)};
    }
    const std::string name = entryName(entry).empty() ? "model" : entryName(entry);
    const std::string counted = call == 0 ? name : concat(name, ':', call + 1);
    return addModel(entry, {place.prefix + counted + '/', place.owner + name + '/'}, inputs);
}

Result<ModelBuilder::Names> ModelBuilder::addOperation(Json entry, int call, const Place &place,
                                                       const Names &inputs)
{
    if (call > 0)
        entry["config"]["name"] = concat(entryName(entry), '_', call + 1);
    auto name = addLayer(entry, 0, place, inputs);
    if (!name)
        return fail(name.error());
    return Names{std::move(*name)};
}

Result<std::string> ModelBuilder::addLayer(const Json &entry, int call, const Place &place,
                                           const Names &inputs)
{
    auto read = layerFromJson(entry, m_version);
    if (!read) {
        Error error = read.error();
        error.layer = place.prefix + error.layer;
        return fail(std::move(error));
    }
    const LayerType &type = read->layer.type();
    const std::string stated = entryName(entry);
    const std::string base = stated.empty() ? m_model.freeName(type.className) : stated;
    const std::string name = place.prefix + (call == 0 ? base : concat(base, ':', call + 1));
    const std::string owner = place.owner + base;
    const bool isTaken = m_model.indexOf(name) >= 0 ||
                         std::any_of(m_model.inputs.begin(), m_model.inputs.end(),
                                     [&](const ModelInput &input) { return input.name == name; });
    if (isTaken)
        return fail(
            Error{"E16", name, "name", '"' + name + '"',
                  concat("names must be unique within a model, but '", name, "' occurs twice")});
    Layer layer = read->layer.withName(name).withInputs(inputs);
    if (name != owner)
        layer = layer.withSharedWith(owner);
    else
        m_weightOrder.push_back(name);
    m_model.layers.push_back(std::make_shared<const Layer>(std::move(layer)));
    for (std::string &warning : read->warnings)
        m_warnings.push_back(std::move(warning));
    return name;
}

void ModelBuilder::leaveOutPlainInputs()
{
    std::string before = m_model.inputs.empty() ? std::string() : m_model.inputs.front().name;
    for (auto &layer : m_model.layers) {
        const std::string name = layer->name();
        if (layer->inputs() == Names{before})
            layer = std::make_shared<const Layer>(layer->withInputs({}));
        before = name;
    }
}

} // namespace convscope
