// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "keras/formats/hdf5_model.h"

#include "keras/formats/archive_weights.h"
#include "keras/formats/legacy_weights.h"
#include "keras/formats/written_weights.h"
#include "keras/model_builder.h"
#include "keras/operation_nodes.h"
#include "model/wiring.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>

namespace convscope {

namespace {

constexpr const char *kConfig = "model_config";
constexpr const char *kWeights = "model_weights";
constexpr const char *kVersion = "keras_version";

Result<KerasVersion> versionOf(const Hdf5File &file)
{
    for (const char *place : {"", kWeights}) {
        if (!file.hasAttribute(place, kVersion))
            continue;
        const auto text = file.text(place, kVersion);
        if (!text)
            return fail(text.error());
        return kerasVersion(*text);
    }
    return fileError(file.what(), words("states no {version}: it was written by Keras 1, whose "
                                        "weights are stored otherwise, or by another program",
                                        kVersion));
}

/// Keras writes the ellipsis of x[…] into such a file, but does not read it there: the axes that it
/// stands for, where it is known how many there are.
void spellOutEllipses(Json &node)
{
    Json *args = node.contains("args") ? &node["args"] : nullptr;
    if (args == nullptr || args->size() != 2 || !(*args)[1].is_array())
        return;
    const Json *config = member((*args)[0], "config");
    const Json *shape = config != nullptr ? member(*config, "shape") : nullptr;
    if (shape == nullptr || shape->empty())
        return;
    const Json whole = {{"class_name", "__slice__"},
                        {"config", {{"start", nullptr}, {"stop", nullptr}, {"step", nullptr}}}};
    const auto isEllipsis = [](const Json &item) {
        return stringMember(item, "class_name") == "__ellipsis__";
    };
    const auto isAxis = [&](const Json &item) { return !item.is_null() && !isEllipsis(item); };
    Json &key = (*args)[1];
    const auto named = static_cast<std::size_t>(std::count_if(key.begin(), key.end(), isAxis));
    Json spelled = Json::array();
    for (const Json &item : key) {
        if (!isEllipsis(item))
            spelled.push_back(item);
        for (std::size_t axis = named; isEllipsis(item) && axis < shape->size(); ++axis)
            spelled.push_back(whole);
    }
    key = std::move(spelled);
}

Json configToWrite(const Model &model)
{
    Json json = modelJson(model);
    for (Json &layer : json["config"]["layers"]) {
        if (stringMember(layer, "class_name") == "GetItem" && isOperationEntry(layer)) {
            for (Json &node : layer["inbound_nodes"])
                spellOutEllipses(node);
        }
    }
    return json;
}

/// The groups of model_weights: one per layer, in the model's order.
Result<void> writeGroups(Hdf5Writer &file, const Model &model, const Json &json,
                         std::span<const WrittenWeights> all)
{
    std::vector<std::string> layers;
    const Wiring wiring(model);
    for (const Json &entry : *layerEntries(json)) {
        if (isOperationEntry(entry) || (isInputLayer(entry) && isSequentialEntry(json)))
            continue;
        const std::string name = entryName(entry);
        const std::string group = fmt::format("{}/{}", kWeights, name);
        layers.push_back(name);
        if (auto made = file.group(group); !made)
            return made;
        const WrittenWeights *own = weightsOf(all, wiring.indexOf(nameHere(entry)));
        std::vector<std::string> names;
        // What is trained comes first.
        for (const bool isTrained : {true, false}) {
            for (std::size_t i = 0; own != nullptr && i < own->weights.size(); ++i) {
                if (own->isTrained[i] != isTrained)
                    continue;
                std::string weight = own->names[i];
                std::replace(weight.begin(), weight.end(), '/', '_');
                names.push_back(fmt::format("{}/{}", name, weight));
                auto done = file.array(fmt::format("{}/{}", group, names.back()), own->weights[i]);
                if (!done)
                    return done;
            }
        }
        if (auto written = file.texts(group, "weight_names", names); !written)
            return written;
    }
    const std::string top = fmt::format("{}/top_level_model_weights", kWeights);
    if (auto made = file.group(top); !made)
        return made;
    if (auto written = file.texts(top, "weight_names", {}); !written)
        return written;
    return file.texts(kWeights, "layer_names", layers);
}

/// Groups are called as the layers are written, which may be other names than they have here.
void renameGroups(const Json &json, std::vector<LegacyGroup> &groups)
{
    std::map<std::string, std::string> names;
    const Json *entries = layerEntries(json);
    for (const Json &entry : entries != nullptr ? *entries : Json::array()) {
        std::string own = nameHere(entry);
        const std::string written = entryName(entry);
        if (own != written)
            names[written] = std::move(own);
    }
    for (LegacyGroup &group : groups) {
        if (const auto found = names.find(group.name); found != names.end())
            group.name = found->second;
    }
}

Result<void> writeFile(const std::string &temporary, const SaveRequest &request, SaveReport &report)
{
    const auto weights = weightsToWrite(request.model, report);
    if (!weights)
        return fail(weights.error());
    auto file = Hdf5Writer::create(temporary);
    if (!file)
        return fail(file.error());
    const Json json = configToWrite(request.model);
    if (auto made = file->group(kWeights); !made)
        return made;
    if (auto written = writeGroups(*file, request.model, json, *weights); !written)
        return written;
    for (const char *place : {"", kWeights}) {
        for (const auto &[name, value] : {std::pair(kVersion, std::string(kWrittenKerasVersion)),
                                          std::pair("backend", std::string("tensorflow"))}) {
            if (auto written = file->text(place, name, value); !written)
                return written;
        }
    }
    if (auto written = file->text("", kConfig, jsonText(json)); !written)
        return written;
    return file->close();
}

} // namespace

bool isHdf5Model(const FileProbe &probe)
{
    const Hdf5File *file = probe.hdf5();
    return file != nullptr &&
           (file->hasAttribute("", kConfig) || file->kind(kWeights) == Hdf5File::Kind::Group);
}

Result<LoadedModel> readHdf5Model(const FileProbe &probe, const LoadOptions &options)
{
    const Hdf5File &file = *probe.hdf5();
    if (!file.hasAttribute("", kConfig))
        return fileError(
            file.what(),
            words("has no attribute {config}: it is no whole model, perhaps weights alone",
                  kConfig));
    const auto text = file.text("", kConfig);
    if (!text)
        return fail(text.error());
    const auto version = versionOf(file);
    if (!version)
        return fail(version.error());
    const auto json = parseJson(*text, fmt::format("{}: {}", file.what(), kConfig));
    if (!json)
        return fail(json.error());
    auto entry = modelFromJson(*json, *version);
    if (!entry)
        return fail(entry.error());
    auto groups = readLegacyGroups(file, kWeights, options);
    if (!groups)
        return fail(groups.error());
    renameGroups(*json, *groups);
    auto model = withLegacyWeights(*entry, std::move(*groups));
    if (!model)
        return fail(model.error());
    LoadedModel loaded;
    loaded.model = std::move(*model);
    loaded.warnings = std::move(entry->warnings);
    return loaded;
}

Result<SaveReport> writeHdf5Model(const std::string &path, const SaveRequest &request)
{
    SaveReport report;
    if (!request.inputs.empty())
        report.unsupported.push_back(words("the input is not kept in an HDF5 file"));
    const auto written = replaceFile(
        path, [&](const std::string &temporary) { return writeFile(temporary, request, report); });
    if (!written)
        return fail(written.error());
    return report;
}

} // namespace convscope
