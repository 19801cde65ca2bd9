// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "keras/model_json.h"

#include "keras/layer_json.h"
#include "keras/operation_nodes.h"
#include "layers/unknown_layer.h"
#include "model/shape_inference.h"
#include "model/wiring.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <set>

namespace convscope {

namespace {

bool isChain(const Model &model)
{
    return model.inputs.size() <= 1 && model.outputs.empty() &&
           std::all_of(model.layers.begin(), model.layers.end(), [](const auto &layer) {
               return layer->inputs().empty() && layer->sharedWith().empty() &&
                      !isOperation(layer->type());
           });
}

Json inputLayer(const std::string &name, const Shape &shape)
{
    Json config = Json::object();
    config["batch_shape"] = shape.rank() > 0 ? shapeToJson(shape) : Json();
    config["dtype"] = "float32";
    config["sparse"] = false;
    config["ragged"] = false;
    config["name"] = name;
    Json json = Json::object();
    json["module"] = "keras.layers";
    json["class_name"] = "InputLayer";
    json["config"] = std::move(config);
    json["registered_name"] = nullptr;
    return json;
}

/// Names as Keras 3 allows them, which takes no '/', by the names they have here.
class WrittenNames
{
public:
    explicit WrittenNames(const Model &model)
    {
        std::vector<std::string> wanted;
        for (const ModelInput &input : model.inputs)
            wanted.push_back(input.name);
        for (const auto &layer : model.layers)
            wanted.push_back(layer->name());
        // Names that stay come first, so that no changed one takes theirs.
        std::set<std::string> taken;
        for (const std::string &name : wanted) {
            if (name.find('/') == std::string::npos)
                taken.insert(name);
        }
        for (const std::string &name : wanted) {
            if (name.find('/') == std::string::npos)
                continue;
            std::string written = name;
            std::replace(written.begin(), written.end(), '/', '_');
            while (!taken.insert(written).second)
                written += '_';
            m_changed[name] = written;
        }
    }

    [[nodiscard]] const std::string &of(const std::string &name) const
    {
        const auto found = m_changed.find(name);
        return found != m_changed.end() ? found->second : name;
    }

private:
    std::map<std::string, std::string> m_changed;
};

Json layerEntry(const Layer &layer, const WrittenNames &names)
{
    Json json = isOperation(layer.type()) ? operationEntry(layer) : layerToJson(layer);
    if (const std::string &written = names.of(layer.name()); written != layer.name()) {
        json["config"]["name"] = written;
        json["convscope"]["name"] = layer.name();
    }
    if (layer.isBypassed())
        json["convscope"]["bypassed"] = true;
    return json;
}

Json sequentialLayers(const Model &model)
{
    const WrittenNames names(model);
    Json layers = Json::array();
    for (const ModelInput &input : model.inputs)
        layers.push_back(inputLayer(input.name, input.shape));
    for (const auto &layer : model.layers)
        layers.push_back(layerEntry(*layer, names));
    return layers;
}

/// Writes a graph: every layer once, with one inbound node per call.
class FunctionalWriter
{
public:
    explicit FunctionalWriter(const Model &model)
        : m_model(model), m_wiring(model), m_shapes(inferShapes(model, inputShapes(model))),
          m_inputs(model.inputs), m_names(model)
    {
        if (m_inputs.empty())
            m_inputs.push_back({"input", Shape()});
        for (int i = 0; i < model.size(); ++i) {
            const Layer &layer = model.layer(i);
            if (isFurtherOutput(layer)) {
                const UnknownLayer &unknown = unknownLayer(layer);
                Origin origin = m_history[unknown.outputOf];
                origin.tensor = unknown.outputIndex;
                m_history[layer.name()] = origin;
            } else {
                const std::string &owner = m_wiring.owner(i).name();
                std::vector<int> &calls = m_calls[owner];
                m_history[layer.name()] = {owner, static_cast<int>(calls.size()), 0};
                calls.push_back(i);
            }
        }
    }

    void write(Json &config) const
    {
        Json layers = Json::array();
        Json inputs = Json::array();
        for (const ModelInput &input : m_inputs) {
            Json entry = inputLayer(input.name, input.shape);
            entry["name"] = input.name;
            entry["inbound_nodes"] = Json::array();
            layers.push_back(std::move(entry));
            inputs.push_back(Json::array({input.name, 0, 0}));
        }
        for (int i = 0; i < m_model.size(); ++i) {
            const Layer &layer = m_model.layer(i);
            if (&m_wiring.owner(i) == &layer && !isFurtherOutput(layer))
                layers.push_back(entry(layer));
        }
        Json outputs = Json::array();
        for (const int index : m_model.outputIndices()) {
            const Origin &origin = m_history.at(m_model.layer(index).name());
            outputs.push_back(Json::array({m_names.of(origin.layer), origin.call, origin.tensor}));
        }
        config["layers"] = std::move(layers);
        config["input_layers"] = std::move(inputs);
        config["output_layers"] = std::move(outputs);
    }

private:
    /// Which output of which call of which layer a tensor is.
    struct Origin
    {
        std::string layer;
        int call = 0;
        int tensor = 0;
    };

    static bool isFurtherOutput(const Layer &layer)
    {
        return isUnknown(layer) && !unknownLayer(layer).outputOf.empty();
    }

    Json entry(const Layer &layer) const
    {
        Json nodes = Json::array();
        for (const int call : m_calls.at(layer.name()))
            nodes.push_back(node(call));
        Json json = layerEntry(layer, m_names);
        json["name"] = m_names.of(layer.name());
        json["inbound_nodes"] = std::move(nodes);
        return json;
    }

    Json node(int index) const
    {
        Json tensors = Json::array();
        for (const Source &source : m_wiring.sources(index)) {
            if (source.kind == Source::Kind::Input) {
                const ModelInput &input = m_inputs[static_cast<std::size_t>(source.index)];
                tensors.push_back(tensor({input.name, 0, 0}, input.shape));
            } else if (source.kind == Source::Kind::Layer) {
                const auto &shape = m_shapes.layers[static_cast<std::size_t>(source.index)].output;
                tensors.push_back(tensor(m_history.at(m_model.layer(source.index).name()),
                                         shape.value_or(Shape())));
            }
        }
        const Layer &layer = m_model.layer(index);
        if (isUnknown(layer)) {
            // Called as its file says, with the tensors of today.
            auto call = parseJson(unknownLayer(layer).call, "a call");
            std::size_t next = 0;
            if (call && replaceTensors(*call, tensors, next) && next == tensors.size())
                return std::move(*call);
        }
        if (isOperation(layer.type()))
            return operationNode(layer, std::move(tensors));
        const bool isMerging = isUnknown(layer) ? tensors.size() > 1 : layer.type().maxInputs > 1;
        Json json = Json::object();
        json["args"] = isMerging ? Json::array({std::move(tensors)}) : std::move(tensors);
        json["kwargs"] = Json::object();
        return json;
    }

    /// Puts the tensors, one after another, in the places of those that a call names; false where
    /// it names more.
    static bool replaceTensors(Json &json, const Json &tensors, std::size_t &next)
    {
        if (stringMember(json, "class_name") == "__keras_tensor__") {
            if (next >= tensors.size())
                return false;
            json = tensors[next++];
            return true;
        }
        if (!json.is_structured())
            return true;
        for (Json &item : json) {
            if (!replaceTensors(item, tensors, next))
                return false;
        }
        return true;
    }

    Json tensor(const Origin &origin, const Shape &shape) const
    {
        Json config = Json::object();
        config["shape"] = shapeToJson(shape);
        config["dtype"] = "float32";
        config["keras_history"] =
            Json::array({m_names.of(origin.layer), origin.call, origin.tensor});
        Json json = Json::object();
        json["class_name"] = "__keras_tensor__";
        json["config"] = std::move(config);
        return json;
    }

    const Model &m_model;
    Wiring m_wiring;
    ModelShapes m_shapes;
    std::vector<ModelInput> m_inputs;
    WrittenNames m_names;
    /// Where a layer is called, by its name.
    std::map<std::string, std::vector<int>> m_calls;
    /// By the name of a layer of the model.
    std::map<std::string, Origin> m_history;
};

} // namespace

Json modelJson(const Model &model)
{
    Json config = Json::object();
    config["name"] = model.name;
    config["trainable"] = true;
    const bool chain = isChain(model);
    if (chain) {
        config["dtype"] = "float32";
        config["layers"] = sequentialLayers(model);
    } else {
        FunctionalWriter(model).write(config);
    }
    Json json = Json::object();
    json["module"] = chain ? "keras" : "keras.src.models.functional";
    json["class_name"] = chain ? "Sequential" : "Functional";
    json["config"] = std::move(config);
    json["registered_name"] = chain ? Json() : Json("Functional");
    if (model.seed != 0)
        json["convscope"]["seed"] = model.seed;
    return json;
}

std::string modelToJson(const Model &model)
{
    return modelJson(model).dump(1, ' ', false, Json::error_handler_t::replace);
}

} // namespace convscope
