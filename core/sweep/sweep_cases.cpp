// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "sweep/sweep_cases.h"

#include "keras/layer_json.h"
#include "keras/model_json.h"
#include "model/shape_inference.h"
#include "testing/case_writer.h"
#include "testing/run_probes.h"
#include "testing/runner.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace convscope {

namespace {

/// Whether the layer looked at is the only one that varies.
bool isAlone(const Sweep &sweep)
{
    return std::all_of(sweep.axes.begin(), sweep.axes.end(),
                       [&](const SweepAxis &axis) { return axis.layer == sweep.layer; });
}

std::string caseName(const Sweep &sweep, const SweepCell &cell)
{
    std::string name = sweep.model.layer(sweep.layer).name() + ' ' + settingText(sweep, cell);
    // Slashes part names from what belongs to them.
    std::replace(name.begin(), name.end(), '/', '_');
    return name;
}

/// The config of a layer with the setting's values in it as they were given, refused ones too.
void setValues(Json &layer, const Sweep &sweep, const SweepCell &cell, int index)
{
    for (std::size_t i = 0; i < sweep.axes.size(); ++i) {
        const SweepAxis &axis = sweep.axes[i];
        if (axis.layer == index)
            layer["config"][axis.argument] = axis.values[cell.choice[i]];
    }
}

Json shapesJson(const std::vector<Shape> &shapes)
{
    if (shapes.size() == 1)
        return shapeToJson(shapes.front());
    Json list = Json::array();
    for (const Shape &shape : shapes)
        list.push_back(shapeToJson(shape));
    return list;
}

/// What the layer looked at reads: inputs of the model, outputs of the layers before it.
std::vector<Shape> shapesRead(const Sweep &sweep, const std::vector<Shape> &inputs)
{
    const ModelShapes shapes = inferShapes(sweep.model, inputs);
    std::vector<Shape> read;
    for (const Source &source : sweep.model.sources(sweep.layer)) {
        const auto at = static_cast<std::size_t>(source.index);
        read.push_back(source.kind == Source::Kind::Input
                           ? inputs.at(at)
                           : shapes.layers[at].output.value_or(Shape()));
    }
    return read;
}

/// The setting without what it expects.
Json refusedJson(const Sweep &sweep, const SweepCell &cell)
{
    std::vector<Shape> inputs;
    for (const Tensor &input : sweep.inputs)
        inputs.emplace_back(input.extents());
    Json json = Json::object();
    if (isAlone(sweep)) {
        json["layer"] = layerToJson(sweep.model.layer(sweep.layer));
        setValues(json["layer"], sweep, cell, sweep.layer);
        json["input_shape"] = shapesJson(shapesRead(sweep, inputs));
    } else {
        Model head = sweep.model;
        head.layers.resize(static_cast<std::size_t>(sweep.layer) + 1);
        head.outputs.clear();
        json["model"] = modelJson(head);
        for (Json &layer : json["model"]["config"]["layers"])
            setValues(layer, sweep, cell, head.indexOf(stringMember(layer["config"], "name")));
        json["input_shape"] = shapesJson(inputs);
    }
    json["keras_version"] = kWrittenKerasVersion;
    json["producer"] = "convscope";
    return json;
}

Result<TestCase> caseOfRefusal(const Sweep &sweep, const SweepCell &cell)
{
    CaseEntry entry;
    entry.name = caseName(sweep, cell);
    Json json = refusedJson(sweep, cell);
    const auto with = [&](std::string_view argument, ErrorStage stage) {
        json["error"] = {{"rule", cell.error->rule},
                         {"argument", argument},
                         {"stage", std::string(toString(stage))}};
        entry.json = std::make_shared<const Json>(json);
        return readTestCase({}, entry);
    };
    // The case itself tells at which stage it is refused, and whether it is.
    const auto tried = with({}, ErrorStage::Call);
    if (!tried)
        return fail(tried.error());
    CaseDetail detail;
    const CaseResult result = runCase(*tried, {}, &detail);
    if (result.status != CaseStatus::Passed || !detail.stages.refused)
        return fail(
            "input", cell.error->argument, {},
            words("{reason}: a case by itself would not be refused for it", cell.error->words));
    const auto &[stage, error] = *detail.stages.refused;
    return with(error.argument, stage);
}

} // namespace

std::string settingText(const Sweep &sweep, const SweepCell &cell)
{
    std::string text;
    for (std::size_t i = 0; i < sweep.axes.size(); ++i)
        text += (i > 0 ? ", " : "") + sweep.axes[i].argument + '=' +
                sweep.axes[i].texts[cell.choice[i]];
    return text;
}

Result<TestCase> caseOfSetting(const Sweep &sweep, const SweepCell &cell,
                               const std::stop_token &stop)
{
    if (cell.error)
        return caseOfRefusal(sweep, cell);
    Model model;
    const auto run = runSetting(sweep, cell, model, stop);
    if (!run)
        return fail(run.error());
    std::vector<std::vector<Tensor>> weights;
    for (const LayerResult &layer : run->layers)
        weights.push_back(layer.weights);
    const std::vector<Tensor> outputs{run->layers.back().output};
    const std::string name = caseName(sweep, cell);
    const std::vector<RunProbe> probes = probesOf(model, sweep.inputs, *run);
    if (isAlone(sweep) && !probes.empty() && probes.back().index == sweep.layer) {
        const LayerProbe &probe = probes.back().probe;
        Model single;
        single.layers.push_back(std::make_shared<const Layer>(probe.layer.withInputs({})));
        const std::vector<std::vector<Tensor>> own{probe.weights};
        return recordedCase({name, single, probe.inputs, own, outputs});
    }
    return recordedCase({name, model, sweep.inputs, weights, outputs});
}

} // namespace convscope
