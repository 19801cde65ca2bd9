// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "keras/save_model.h"

#include "base/check.h"
#include "keras/formats/model_format.h"
#include "keras/model_json.h"
#include "layers/unknown_layer.h"
#include "tensor/npz.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

namespace convscope {

Result<SaveReport> saveModel(const std::string &path, const SaveRequest &request)
{
    const ModelFormat *format = formatToWrite(path);
    if (format == nullptr) {
        std::string endings;
        for (const ModelFormat &known : modelFormats()) {
            if (known.write != nullptr)
                endings += (endings.empty() ? "" : ", ") + std::string(known.endings.front());
        }
        return fileError(path, words("models are saved as {endings}", endings));
    }
    return saveModelAs(*format, path, request);
}

Result<SaveReport> saveModelAs(const ModelFormat &format, const std::string &path,
                               const SaveRequest &request)
{
    check(format.write != nullptr, "a format that is written");
    auto report = format.write(path, request);
    if (!report || format.read == nullptr || !isLoadedByKeras(format))
        return report;
    for (const auto &layer : request.model.layers) {
        if (layer->isBypassed())
            report->unsupported.push_back(
                words("{layer}: Keras knows no bypass and computes it", layer->name()));
    }
    return report;
}

Result<void> saveCase(const std::string &path, const Model &model, std::span<const Tensor> inputs)
{
    Json json = Json::object();
    json["model"] = modelJson(model);
    json["keras_version"] = kWrittenKerasVersion;
    json["producer"] = "convscope";
    std::vector<NamedArray> arrays;
    Json weightLayers = Json::array();
    Json weightNames = Json::array();
    bool hasUnknown = false;
    for (const auto &layer : model.layers) {
        const std::vector<Tensor> &stored = layer->storedWeights();
        for (std::size_t i = 0; i < stored.size(); ++i) {
            arrays.push_back(
                {fmt::format("model/weights/{}", weightLayers.size()), {stored[i], {}}});
            weightLayers.push_back(layer->name());
            const bool isNamed = isUnknown(*layer) && i < unknownLayer(*layer).weightNames.size();
            hasUnknown = hasUnknown || isNamed;
            weightNames.push_back(isNamed ? unknownLayer(*layer).weightNames[i]
                                          : fmt::format("weight_{}", i));
        }
    }
    // Which layer each array belongs to: no shapes are needed to read them back, and layers may
    // stay without weights or hold such as do not fit.
    json["weight_layers"] = std::move(weightLayers);
    // Nobody else knows what a class that is not known here calls its own.
    if (hasUnknown)
        json["weight_names"] = std::move(weightNames);
    for (std::size_t i = 0; i < inputs.size(); ++i)
        arrays.push_back({inputs.size() == 1 ? "model/input" : fmt::format("model/input/{}", i),
                          {inputs[i], {}}});
    arrays.insert(arrays.begin(), {"model/case", {{}, jsonText(json)}});
    return writeNpz(path, arrays);
}

Result<void> saveModelJson(const std::string &path, const Model &model)
{
    const std::string text = modelToJson(model) + '\n';
    return replaceFile(path, {reinterpret_cast<const unsigned char *>(text.data()), text.size()});
}

} // namespace convscope
