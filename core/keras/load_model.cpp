// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "keras/load_model.h"

#include "base/concat.h"
#include "keras/case_file.h"
#include "keras/keras_config.h"
#include "keras/stored_weights.h"
#include "model/shape_inference.h"
#include "tensor/file_bytes.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>

namespace convscope {

namespace {

std::string firstBytes(const std::string &path)
{
    char bytes[8] = {};
    std::ifstream in(path, std::ios::binary);
    in.read(bytes, sizeof bytes);
    return {bytes, static_cast<std::size_t>(in.gcount())};
}

Result<Model> withNamedWeights(const Model &model, const Json &names,
                               std::span<const Tensor> weights)
{
    if (!names.is_array() || names.size() != weights.size())
        return fail("E17", "weights", jsonText(names),
                    concat("weights: weight_layers must name one layer for each of the ",
                           weights.size(), " arrays"));
    Model result = model;
    std::vector<std::vector<Tensor>> own(result.layers.size());
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const int at = names[i].is_string() ? result.indexOf(names[i].get<std::string>()) : -1;
        if (at < 0)
            return fail("E17", "weights", jsonText(names[i]),
                        concat("weights: array ", i, " belongs to ", pythonText(names[i]),
                               ", which is no layer of the model"));
        own[static_cast<std::size_t>(at)].push_back(weights[i]);
    }
    for (std::size_t i = 0; i < own.size(); ++i) {
        if (!own[i].empty())
            result.layers[i] =
                std::make_shared<const Layer>(result.layers[i]->withWeights(std::move(own[i])));
    }
    return result;
}

Result<LoadedModel> fromCase(const CaseEntry &entry)
{
    auto read = modelOfCase(entry);
    if (!read)
        return fail(read.error());
    LoadedModel loaded;
    loaded.warnings = std::move(read->warnings);
    loaded.inputs = entry.inputs;
    if (const Json *inputTitle = member(*entry.json, "input_title");
        inputTitle != nullptr && inputTitle->is_string())
        loaded.inputTitle = inputTitle->get<std::string>();
    loaded.model = read->model;
    if (!loaded.inputs.empty() && !read->model.inputs.empty() &&
        loaded.inputs.size() != read->model.inputs.size())
        return fail("file", "input", {},
                    concat(entry.name, ": the model has ", read->model.inputs.size(),
                           " inputs, the case ", loaded.inputs.size()));
    if (entry.weights.empty())
        return loaded;
    Result<Model> model = read->model;
    if (const Json *names = member(*entry.json, "weight_layers")) {
        model = withNamedWeights(read->model, *names, entry.weights);
    } else {
        std::vector<Shape> shapes = inputShapes(read->model);
        for (std::size_t i = 0; i < entry.inputs.size(); ++i)
            shapes[std::min(i, shapes.size() - 1)] = Shape(entry.inputs[i].extents());
        if (shapes.front().rank() == 0)
            return fail("file", "input_shape", {},
                        concat(entry.name, ": the weights cannot be given to the layers, because "
                                           "neither the model nor the case states an input shape"));
        model = withStoredWeights(*read, entry.weights, shapes);
    }
    if (!model)
        return fail(model.error());
    loaded.model = std::move(*model);
    return loaded;
}

Result<LoadedModel> loadArchive(const std::string &path)
{
    const auto cases = readCaseFile(path);
    if (!cases)
        return fail(cases.error());
    auto loaded = fromCase(cases->front());
    if (loaded && cases->size() > 1)
        loaded->warnings.push_back(concat(path, " holds ", cases->size(),
                                          " cases; this is the first, ", cases->front().name));
    return loaded;
}

Result<LoadedModel> loadJson(const std::string &path)
{
    const auto text = readFileText(path);
    if (!text)
        return fail(text.error());
    auto json = parseJson(*text, path);
    if (!json)
        return fail(json.error());
    if (member(*json, "layer") != nullptr || member(*json, "model") != nullptr) {
        CaseEntry entry;
        entry.name = path;
        entry.json = std::make_shared<const Json>(std::move(*json));
        return fromCase(entry);
    }
    auto read = modelFromJson(*json, std::nullopt);
    if (!read)
        return fail(read.error());
    return LoadedModel{std::move(read->model), {}, {}, {}, std::move(read->warnings)};
}

} // namespace

Result<LoadedModel> loadModel(const std::string &path)
{
    const std::string magic = firstBytes(path);
    if (magic.starts_with("\x89HDF"))
        return fileError(path, "is an HDF5 file, which cannot be opened; save the model with "
                               "to_json(), or as a case (.npz)");
    auto loaded = magic.starts_with("PK") ? loadArchive(path) : loadJson(path);
    if (!loaded)
        return loaded;
    loaded->title = std::filesystem::path(path).stem().string();
    if (const auto config = kerasConfig())
        loaded->warnings.insert(loaded->warnings.end(), config->warnings.begin(),
                                config->warnings.end());
    return loaded;
}

} // namespace convscope
