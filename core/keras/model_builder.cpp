// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "keras/model_builder.h"

#include "base/saturating.h"
#include "keras/functional_graph.h"
#include "keras/layer_json.h"
#include "keras/operation_nodes.h"
#include "layers/unknown_layer.h"

#include <fmt/format.h>

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
                        words("{key} must be a list of sizes, None where unknown. Received {json}",
                              key, pythonText(*json)));
        return std::optional<Shape>(*shape);
    }
    for (const char *key : {"shape", "input_shape"}) {
        const Json *json = member(config, key);
        if (json == nullptr || json->is_null())
            continue;
        const auto shape = shapeFromJson(*json);
        if (!shape)
            return fail("E11", key, jsonText(*json),
                        words("{key} must be a list of sizes, None where unknown. Received {json}",
                              key, pythonText(*json)));
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

/// More layers than any network has, few enough to be listed in seconds.
constexpr std::int64_t kMostLayers = std::int64_t{1} << 18;

/// Layers that a model becomes, every call of a model inside counted with its layers: a file of a
/// few kilobytes can ask for billions. Saturates.
std::int64_t layerCount(const Json &model)
{
    const Json *entries = layerEntries(model);
    if (entries == nullptr)
        return 0;
    std::int64_t count = 0;
    for (const Json &entry : *entries) {
        if (isInputLayer(entry))
            continue;
        const Json *nodes = isSequentialEntry(model) ? nullptr : member(entry, "inbound_nodes");
        const std::int64_t calls =
            nodes != nullptr && nodes->is_array() ? static_cast<std::int64_t>(nodes->size()) : 1;
        count = saturatingAdd(
            count, saturatingMultiply(calls, isModelEntry(entry) ? layerCount(entry) : 1));
    }
    return count;
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

std::string nameHere(const Json &entry)
{
    const Json *own = member(entry, "convscope");
    const std::string name = own != nullptr ? stringMember(*own, "name") : std::string();
    return name.empty() ? entryName(entry) : name;
}

std::optional<Shape> builtShape(const Json &entry)
{
    const Json *build = member(entry, "build_config");
    const Json *stated = build != nullptr ? member(*build, "input_shape") : nullptr;
    return stated != nullptr ? shapeFromJson(*stated) : std::nullopt;
}

Words policyNote(const std::string &policy)
{
    return words("its dtype policy is {policy}; everything is computed in float32", policy);
}

Failure structureError(Words message)
{
    return fail("file", {}, {}, words("the model cannot be read: {message}", std::move(message)));
}

Result<Model> ModelBuilder::build(const Json &json)
{
    if (const std::string name = entryName(json); !name.empty())
        m_model.name = name;
    if (const std::int64_t count = layerCount(json); count > kMostLayers)
        return structureError(words("with every call of the models inside it, it has {count} "
                                    "layers; at most {limit} can be opened",
                                    count, kMostLayers));
    if (auto added = addInputs(json); !added)
        return fail(added.error());
    for (const ModelInput &input : m_model.inputs)
        m_names.insert(input.name);
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
        const bool isInput = std::any_of(m_model.inputs.begin(), m_model.inputs.end(),
                                         [&](const ModelInput &i) { return i.name == output; });
        if (m_model.size() > 0 && (isInput || !m_names.contains(output)))
            return structureError(words("its output '{output}' is an input, not a layer", output));
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
        const auto policy = policyOf(*dtype);
        if (!policy)
            return named(policy.error());
        notePolicy(*policy);
    }
    const auto shape = statedShape(config);
    if (!shape)
        return named(shape.error());
    if (std::any_of(m_model.inputs.begin(), m_model.inputs.end(),
                    [&](const ModelInput &input) { return input.name == name; }))
        return structureError(words("two inputs are called '{name}'", name));
    m_model.inputs.push_back({name, shape->value_or(Shape())});
    return {};
}

Result<void> ModelBuilder::addInputs(const Json &json)
{
    const Json *entries = layerEntries(json);
    if (entries == nullptr)
        return structureError(words("its config has no list of layers"));
    if (!isSequentialEntry(json)) {
        for (const Json *input : functionalInputs(json)) {
            if (auto added = addInput(*input, "input"); !added)
                return added;
        }
        if (m_model.inputs.empty())
            return structureError(words("it names no input layer"));
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
        return structureError(words("its config has no list of layers"));
    return isSequentialEntry(json) ? addSequential(json, place, inputs)
                                   : addFunctional(json, place, inputs);
}

Result<ModelBuilder::Names> ModelBuilder::addSequential(const Json &json, const Place &place,
                                                        const Names &inputs)
{
    const Json &entries = *layerEntries(json);
    Names current = inputs;
    bool isFirst = true;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const Json &entry = entries[i];
        if (isInputLayer(entry)) {
            if (!isFirst)
                return structureError(
                    words("a Sequential model has an InputLayer behind another layer"));
        } else {
            if (current.size() != 1)
                return structureError(words(
                    "a layer of a Sequential model would read {count} tensors", current.size()));
            Call call;
            if (const auto built = builtShape(entry))
                call.inputs = {*built};
            if (i + 1 < entries.size())
                call.outputs = {builtShape(entries[i + 1])};
            auto outputs = addCall(entry, call, place, current);
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

Result<ModelBuilder::Names> ModelBuilder::addCall(const Json &entry, const Call &call,
                                                  const Place &place, const Names &inputs)
{
    if (!isModelEntry(entry))
        return addLayer(entry, call, place, inputs);
    const std::string name = entryName(entry).empty() ? "model" : entryName(entry);
    const std::string counted =
        call.number == 0 ? name : fmt::format("{}:{}", name, call.number + 1);
    return addModel(entry, {place.prefix + counted + '/', place.owner + name + '/'}, inputs);
}

Result<ModelBuilder::Names> ModelBuilder::addOperation(Json entry, const Call &call,
                                                       const Place &place, const Names &inputs)
{
    const std::string stated = entryName(entry);
    Call single = call;
    single.number = 0;
    std::string name = stated;
    for (int next = call.number;
         next > 0 && (name == stated || m_names.contains(place.prefix + name)); ++next)
        name = fmt::format("{}_{}", stated, next + 1);
    entry["config"]["name"] = name;
    return addLayer(entry, single, place, inputs);
}

Result<ModelBuilder::Names> ModelBuilder::addLayer(const Json &entry, const Call &call,
                                                   const Place &place, const Names &inputs)
{
    auto read = readLayer(entry, m_version);
    if (!read) {
        Error error = read.error();
        error.layer = place.prefix + error.layer;
        return fail(std::move(error));
    }
    const LayerType &type = read->layer.type();
    const std::string stated = nameHere(entry);
    const std::string base = stated.empty() ? freeName(type.className, place.prefix) : stated;
    const std::string name =
        place.prefix + (call.number == 0 ? base : fmt::format("{}:{}", base, call.number + 1));
    const std::string owner = place.owner + base;
    Layer layer = read->layer.withName(name).withInputs(inputs);
    if (name != owner && !isOperation(type))
        layer = layer.withSharedWith(owner);
    if (isUnknown(layer)) {
        UnknownLayer unknown;
        unknown.inputs = call.inputs;
        if (!call.outputs.empty())
            unknown.output = call.outputs.front();
        if (call.arguments != nullptr)
            unknown.call = jsonText(*call.arguments);
        layer = withUnknown(layer, std::move(unknown));
    }
    if (auto added = add(layer); !added)
        return fail(added.error());
    if (name == owner)
        m_weightOrder.push_back(name);
    for (Words &warning : read->warnings)
        m_warnings.push_back(std::move(warning));
    notePolicy(read->policy);
    if (isUnknown(layer) && name == owner)
        m_warnings.push_back(words("{layer} is kept and written back, but not computed: {reason}",
                                   name, unknownClassError(entry).words));
    return isUnknown(layer) ? addOutputs(layer, call) : Names{name};
}

Result<void> ModelBuilder::add(Layer layer)
{
    const std::string &name = layer.name();
    if (!m_names.insert(name).second)
        return fail(
            Error{"E16", name, "name", '"' + name + '"',
                  words("names must be unique within a model, but '{name}' occurs twice", name)});
    m_model.layers.push_back(std::make_shared<const Layer>(std::move(layer)));
    return {};
}

Result<ModelBuilder::Names> ModelBuilder::addOutputs(const Layer &first, const Call &call)
{
    Names names{first.name()};
    for (std::size_t i = 1; i < call.outputs.size(); ++i) {
        UnknownLayer unknown;
        unknown.inputs = call.inputs;
        unknown.output = call.outputs[i];
        unknown.outputOf = first.name();
        unknown.outputIndex = static_cast<int>(i);
        names.push_back(fmt::format("{}:output_{}", first.name(), i));
        Layer output = Layer(first.type(), names.back()).withInputs(first.inputs());
        if (auto added = add(withUnknown(output, std::move(unknown))); !added)
            return fail(added.error());
    }
    return names;
}

void ModelBuilder::notePolicy(const std::string &policy)
{
    if (policy.empty() || policy == "float32" || std::exchange(m_hasPolicyNote, true))
        return;
    m_warnings.push_back(policyNote(policy));
}

std::string ModelBuilder::freeName(std::string_view className, const std::string &prefix)
{
    const std::string base = snakeCase(className);
    int &next = m_nextNumber[prefix + base];
    std::string candidate;
    do {
        candidate = next == 0 ? base : fmt::format("{}_{}", base, next);
        ++next;
    } while (m_names.contains(candidate) || m_names.contains(prefix + candidate));
    return candidate;
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
