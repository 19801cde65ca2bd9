// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "testing/case_writer.h"

#include "keras/layer_json.h"
#include "keras/model_json.h"
#include "model/edit.h"
#include "tensor/file_bytes.h"
#include "tensor/npz.h"

#include <nlohmann/json.hpp>

#include <set>

namespace convscope {

namespace {

/// The model without its bypassed layers, and which of the old ones each layer was.
Model withoutBypassed(const Model &model, std::vector<std::size_t> &origin)
{
    Model plain = model;
    origin.clear();
    for (int i = 0; i < model.size(); ++i)
        origin.push_back(static_cast<std::size_t>(i));
    for (int i = plain.size() - 1; i >= 0; --i) {
        if (!plain.layer(i).isBypassed())
            continue;
        plain = removeLayer(plain, i);
        origin.erase(origin.begin() + i);
    }
    return plain;
}

void addMembers(std::vector<NamedArray> &arrays, const std::string &name,
                const std::vector<Tensor> &tensors, bool isAlwaysNumbered)
{
    for (std::size_t i = 0; i < tensors.size(); ++i) {
        const bool isAlone = tensors.size() == 1 && !isAlwaysNumbered;
        arrays.push_back({isAlone ? name : name + '/' + std::to_string(i), {tensors[i], {}}});
    }
}

} // namespace

Result<TestCase> recordedCase(const RecordedCase &recorded)
{
    std::vector<std::size_t> origin;
    const Model model = withoutBypassed(recorded.model, origin);
    CaseEntry entry;
    entry.name = recorded.name;
    Json json = Json::object();
    if (model.size() == 1) {
        json["layer"] = layerToJson(model.layer(0));
        entry.weights = recorded.weights[origin.front()];
    } else {
        json["model"] = modelJson(model);
        // Its weights are listed in the order in which the file will be read.
        const auto read = modelFromJson(json["model"], std::nullopt);
        if (!read)
            return fail(read.error());
        for (const std::string &name : read->weightOrder) {
            const auto at = static_cast<std::size_t>(read->model.indexOf(name));
            for (const Tensor &weight : recorded.weights[origin.at(at)])
                entry.weights.push_back(weight);
        }
    }
    json["keras_version"] = kWrittenKerasVersion;
    json["producer"] = "convscope";
    entry.json = std::make_shared<const Json>(std::move(json));
    entry.inputs.assign(recorded.inputs.begin(), recorded.inputs.end());
    entry.outputs.assign(recorded.outputs.begin(), recorded.outputs.end());
    entry.activations.assign(recorded.activations.begin(), recorded.activations.end());
    return readTestCase({}, std::move(entry));
}

Result<TestCase> withJson(const TestCase &test, Json json)
{
    CaseEntry entry = test.entry;
    entry.json = std::make_shared<const Json>(std::move(json));
    return readTestCase(test.file, std::move(entry));
}

Result<TestCase> expecting(const TestCase &test, std::vector<Tensor> outputs)
{
    Json json = *test.entry.json;
    for (const char *key : {"error", "output_shape", "statistics", "loss", "property", "oracle"})
        json.erase(key);
    CaseEntry entry = test.entry;
    entry.json = std::make_shared<const Json>(std::move(json));
    entry.outputs = std::move(outputs);
    entry.activations.clear();
    return readTestCase(test.file, std::move(entry));
}

Result<void> writeCases(const std::string &path, std::span<const TestCase> cases)
{
    std::vector<NamedArray> arrays;
    std::set<std::string> names;
    for (const TestCase &test : cases) {
        const std::string &name = test.name();
        if (!names.insert(name).second)
            return fileError(path, words("two cases are called {case}", name));
        const CaseEntry &entry = test.entry;
        arrays.push_back({name + "/case", {{}, jsonText(*entry.json)}});
        addMembers(arrays, name + "/input", entry.inputs, false);
        addMembers(arrays, name + "/weights", entry.weights, true);
        addMembers(arrays, name + "/output", entry.outputs, false);
        addMembers(arrays, name + "/constrained", entry.constrained, true);
        for (const auto &[layer, tensor] : entry.activations)
            arrays.push_back({name + "/activations/" + layer, {tensor, {}}});
    }
    return writeNpz(path, arrays);
}

} // namespace convscope
