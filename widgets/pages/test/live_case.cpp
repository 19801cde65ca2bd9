// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "pages/test/live_case.h"

#include "evaluation/layer_results.h"
#include "keras/layer_json.h"
#include "testing/case_stages.h"
#include "testing/case_writer.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace convscope {

namespace {

constexpr const char *kFollows = "follows";

/// Its result, where it belongs to the present state as a whole.
const LayerResult *resultOf(const PageContext &context, int layer)
{
    const EvaluatedLayer *evaluated = context.results->at(layer);
    if (evaluated == nullptr || context.results->isStale(layer) || evaluated->reduction > 1 ||
        evaluated->result.output.isNull())
        return nullptr;
    return &evaluated->result;
}

Failure notComputed(const std::string &layer)
{
    return fail("input", "layer", {},
                words("{layer} has not been computed as it stands now", layer));
}

} // namespace

Result<TestCase> caseOfLayer(const PageContext &context, int layer)
{
    const Model &model = context.document->model();
    const std::string name = model.layer(layer).name();
    const LayerResult *own = resultOf(context, layer);
    if (own == nullptr || model.layer(layer).isBypassed())
        return notComputed(name);
    std::vector<Tensor> inputs;
    for (const Source &source : model.sources(layer)) {
        if (source.kind == Source::Kind::Input) {
            inputs.push_back(
                context.document->inputTensors().at(static_cast<std::size_t>(source.index)));
            continue;
        }
        const LayerResult *read = resultOf(context, source.index);
        if (read == nullptr)
            return notComputed(model.layer(source.index).name());
        inputs.push_back(read->output);
    }
    Model single;
    single.layers.push_back(std::make_shared<const Layer>(model.owner(layer).withInputs({})));
    const std::vector<std::vector<Tensor>> weights{own->weights};
    const std::vector<Tensor> outputs{own->output};
    const auto made = recordedCase({name, single, inputs, weights, outputs});
    if (!made)
        return made;
    Json json = *made->entry.json;
    json[kFollows] = name;
    return withJson(*made, std::move(json));
}

Result<TestCase> caseOfStack(const PageContext &context)
{
    const Model &model = context.document->model();
    const std::vector<bool> lacking = lackingLayers(model);
    const auto isLacking = [&](int layer) {
        return bool(lacking[static_cast<std::size_t>(layer)]);
    };
    const std::vector<int> indices = model.outputIndices();
    const bool isWhole = std::none_of(indices.begin(), indices.end(), isLacking);
    // Where the outputs depend on a class that is not known here, the last layers that do not are
    // what is expected.
    std::set<int> ends;
    std::vector<std::vector<Tensor>> weights;
    for (int i = 0; i < model.size(); ++i) {
        for (const Source &source : model.sources(i)) {
            if (isLacking(i) && source.kind == Source::Kind::Layer && !isLacking(source.index))
                ends.insert(source.index);
        }
        const LayerResult *own = resultOf(context, i);
        if (own == nullptr && !isLacking(i))
            return notComputed(model.layer(i).name());
        weights.push_back(own != nullptr ? own->weights : std::vector<Tensor>());
    }
    std::vector<Tensor> outputs;
    std::vector<std::pair<std::string, Tensor>> activations;
    for (const int index : indices) {
        if (isWhole)
            outputs.push_back(resultOf(context, index)->output);
        else if (!isLacking(index))
            ends.insert(index);
    }
    for (const int index : ends) {
        if (!isWhole)
            activations.emplace_back(model.layer(index).name(), resultOf(context, index)->output);
    }
    if (outputs.empty() && activations.empty())
        return notComputed(model.size() > 0 ? model.layer(0).name() : model.name);
    return recordedCase(
        {model.name, model, context.document->inputTensors(), weights, outputs, activations});
}

int followedLayer(const TestCase &test, const Model &model)
{
    const std::string name = stringMember(*test.entry.json, kFollows);
    return name.empty() ? -1 : model.indexOf(name);
}

CaseToRun beside(const SuiteCase &test, const PageContext &context)
{
    const Model &model = context.document->model();
    const int layer = followedLayer(*test, model);
    const LayerResult *own = layer < 0 ? nullptr : resultOf(context, layer);
    if (own == nullptr)
        return {test, nullptr};
    TestCase present = *test;
    Json json = *test->entry.json;
    json["layer"] = layerToJson(model.owner(layer));
    present.entry.json = std::make_shared<const Json>(std::move(json));
    present.entry.weights = own->weights;
    return {test, std::make_shared<const TestCase>(std::move(present))};
}

} // namespace convscope
