// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "keras/model_json.h"

#include "keras/layer_json.h"
#include "keras/operation_nodes.h"
#include "model/shape_inference.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>

namespace convscope {

namespace {

/// Of keras.ops: Keras writes it in graphs only.
bool isOperation(const Layer &layer)
{
    return layer.type().className.starts_with("ops.");
}

bool isChain(const Model &model)
{
    return model.inputs.size() <= 1 && model.outputs.empty() &&
           std::all_of(model.layers.begin(), model.layers.end(), [](const auto &layer) {
               return layer->inputs().empty() && layer->sharedWith().empty() &&
                      !isOperation(*layer);
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

Json layerEntry(const Layer &layer)
{
    Json json = isOperation(layer) ? operationEntry(layer) : layerToJson(layer);
    if (layer.isBypassed())
        json["convscope"]["bypassed"] = true;
    return json;
}

Json sequentialLayers(const Model &model)
{
    Json layers = Json::array();
    for (const ModelInput &input : model.inputs)
        layers.push_back(inputLayer(input.name, input.shape));
    for (const auto &layer : model.layers)
        layers.push_back(layerEntry(*layer));
    return layers;
}

/// Writes a graph: every layer once, with one inbound node per call.
class FunctionalWriter
{
public:
    explicit FunctionalWriter(const Model &model)
        : m_model(model), m_shapes(inferShapes(model, inputShapes(model))), m_inputs(model.inputs)
    {
        if (m_inputs.empty())
            m_inputs.push_back({"input", Shape()});
        std::map<std::string, int> calls;
        for (const auto &layer : model.layers) {
            const std::string owner = ownerOf(*layer);
            m_history[layer->name()] = {owner, calls[owner]++};
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
        for (const auto &layer : m_model.layers) {
            if (ownerOf(*layer) == layer->name())
                layers.push_back(entry(*layer));
        }
        Json outputs = Json::array();
        for (const int index : m_model.outputIndices()) {
            const auto &[owner, call] = m_history.at(m_model.layer(index).name());
            outputs.push_back(Json::array({owner, call, 0}));
        }
        config["layers"] = std::move(layers);
        config["input_layers"] = std::move(inputs);
        config["output_layers"] = std::move(outputs);
    }

private:
    std::string ownerOf(const Layer &layer) const
    {
        return m_model.indexOf(layer.sharedWith()) >= 0 ? layer.sharedWith() : layer.name();
    }

    Json entry(const Layer &layer) const
    {
        Json nodes = Json::array();
        for (int i = 0; i < m_model.size(); ++i) {
            if (ownerOf(m_model.layer(i)) == layer.name())
                nodes.push_back(node(i));
        }
        Json json = layerEntry(layer);
        json["name"] = layer.name();
        json["inbound_nodes"] = std::move(nodes);
        return json;
    }

    Json node(int index) const
    {
        Json tensors = Json::array();
        for (const Source &source : m_model.sources(index)) {
            if (source.kind == Source::Kind::Input) {
                const ModelInput &input = m_inputs[static_cast<std::size_t>(source.index)];
                tensors.push_back(tensor(input.name, 0, input.shape));
            } else if (source.kind == Source::Kind::Layer) {
                const auto &[owner, call] = m_history.at(m_model.layer(source.index).name());
                const auto &shape = m_shapes.layers[static_cast<std::size_t>(source.index)].output;
                tensors.push_back(tensor(owner, call, shape.value_or(Shape())));
            }
        }
        if (isOperation(m_model.layer(index)))
            return operationNode(m_model.layer(index), std::move(tensors));
        const bool isMerging = m_model.layer(index).type().maxInputs > 1;
        Json json = Json::object();
        json["args"] = isMerging ? Json::array({std::move(tensors)}) : std::move(tensors);
        json["kwargs"] = Json::object();
        return json;
    }

    static Json tensor(const std::string &layer, int call, const Shape &shape)
    {
        Json config = Json::object();
        config["shape"] = shapeToJson(shape);
        config["dtype"] = "float32";
        config["keras_history"] = Json::array({layer, call, 0});
        Json json = Json::object();
        json["class_name"] = "__keras_tensor__";
        json["config"] = std::move(config);
        return json;
    }

    const Model &m_model;
    ModelShapes m_shapes;
    std::vector<ModelInput> m_inputs;
    /// Layer → the layer it is a call of, and which call.
    std::map<std::string, std::pair<std::string, int>> m_history;
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
