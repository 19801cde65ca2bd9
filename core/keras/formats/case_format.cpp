// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "keras/formats/case_format.h"

#include "keras/case_archive.h"
#include "keras/formats/read_count.h"
#include "keras/stored_weights.h"
#include "layers/unknown_layer.h"
#include "model/shape_inference.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <functional>

namespace convscope {

namespace {

/// `called`: names of the arrays, which layers of unknown classes keep; null where there are none.
Result<Model> withNamedWeights(const Model &model, const Json &names, const Json *called,
                               std::span<const Tensor> weights)
{
    if (!names.is_array() || names.size() != weights.size())
        return fail(
            "E17", "weights", jsonText(names),
            words("weights: weight_layers must name one layer for each of the {count} arrays",
                  weights.size()));
    Model result = model;
    std::vector<std::vector<Tensor>> own(result.layers.size());
    std::vector<std::vector<std::string>> ownNames(result.layers.size());
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const int at = names[i].is_string() ? result.indexOf(names[i].get<std::string>()) : -1;
        if (at < 0)
            return fail(
                "E17", "weights", jsonText(names[i]),
                words("weights: array {index} belongs to {layer}, which is no layer of the model",
                      i, pythonText(names[i])));
        auto &layerNames = ownNames[static_cast<std::size_t>(at)];
        const bool isCalled = called != nullptr && called->is_array() && i < called->size() &&
                              (*called)[i].is_string();
        layerNames.push_back(isCalled ? (*called)[i].get<std::string>()
                                      : fmt::format("weight_{}", layerNames.size()));
        own[static_cast<std::size_t>(at)].push_back(weights[i]);
    }
    for (std::size_t i = 0; i < own.size(); ++i) {
        if (own[i].empty())
            continue;
        const Layer &layer = *result.layers[i];
        result.layers[i] = std::make_shared<const Layer>(
            isUnknown(layer) ? withUnknownWeights(layer, std::move(ownNames[i]), std::move(own[i]))
                             : layer.withWeights(std::move(own[i])));
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
                    words("{case}: the model has {count} inputs, the case {received}", entry.name,
                          read->model.inputs.size(), loaded.inputs.size()));
    if (entry.weights.empty())
        return loaded;
    Result<Model> model = read->model;
    if (const Json *names = member(*entry.json, "weight_layers")) {
        model = withNamedWeights(read->model, *names, member(*entry.json, "weight_names"),
                                 entry.weights);
    } else {
        std::vector<Shape> shapes = inputShapes(read->model);
        for (std::size_t i = 0; i < entry.inputs.size(); ++i)
            shapes[std::min(i, shapes.size() - 1)] = Shape(entry.inputs[i].extents());
        if (shapes.front().rank() == 0)
            return fail("file", "input_shape", {},
                        words("{case}: the weights cannot be given to the layers, because neither "
                              "the model nor the case states an input shape",
                              entry.name));
        model = withStoredWeights(*read, entry.weights, shapes);
    }
    if (!model)
        return fail(model.error());
    loaded.model = std::move(*model);
    return loaded;
}

} // namespace

bool isCaseArchive(const FileProbe &probe)
{
    const ZipFile *zip = probe.zip();
    return zip != nullptr &&
           std::any_of(zip->names().begin(), zip->names().end(),
                       [](const std::string &name) { return name.ends_with("/case.npy"); });
}

Result<LoadedModel> readCaseArchive(const FileProbe &probe, const LoadOptions &options)
{
    const auto archive = CaseArchive::of(probe.path(), probe.sharedZip());
    if (!archive)
        return fail(archive.error());
    std::error_code code;
    ReadCount count(options, std::filesystem::file_size(probe.path(), code));
    const auto first = archive->read(0, std::ref(count));
    if (!first)
        return fail(first.error());
    auto loaded = fromCase(*first);
    if (loaded && archive->names().size() > 1)
        loaded->warnings.push_back(words("The file holds {count} cases; this is the first, {name}",
                                         archive->names().size(), first->name));
    count.finish();
    return loaded;
}

Result<SaveReport> writeCaseArchive(const std::string &path, const SaveRequest &request)
{
    if (auto saved = saveCase(path, request.model, request.inputs); !saved)
        return fail(saved.error());
    return SaveReport{};
}

bool isCaseJson(const FileProbe &probe)
{
    const Json *json = probe.json();
    return json != nullptr &&
           (member(*json, "layer") != nullptr ||
            (member(*json, "model") != nullptr && member(*json, "class_name") == nullptr));
}

Result<LoadedModel> readCaseJson(const FileProbe &probe, const LoadOptions &)
{
    CaseEntry entry;
    entry.name = probe.path();
    entry.json = std::make_shared<const Json>(*probe.json());
    return fromCase(entry);
}

} // namespace convscope
