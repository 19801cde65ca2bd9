// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "keras/model_json.h"

#include "base/concat.h"
#include "keras/config_rules.h"
#include "keras/keras_config.h"
#include "keras/layer_json.h"
#include "keras/model_builder.h"

#include <nlohmann/json.hpp>

namespace convscope {

namespace {

/// Extra members of our own, which Keras passes over.
constexpr const char *kOwn = "convscope";

bool hasModule(const Json &json)
{
    return member(json, "module") != nullptr;
}

/// The version a document states, else the one its form gives away: only Keras 2 wrote bare lists
/// and batch_input_shape without a version beside them.
KerasVersion versionOf(const Json &json)
{
    if (const std::string stated = stringMember(json, "keras_version"); !stated.empty())
        return kerasVersion(stated);
    if (hasModule(json))
        return {};
    const KerasVersion second{2, 4, false};
    const Json *config = member(json, "config");
    if (config == nullptr)
        return {};
    if (member(*config, "batch_input_shape") != nullptr)
        return second;
    const Json *entries = isModelEntry(json) ? layerEntries(json) : nullptr;
    if (entries == nullptr || entries->empty())
        return {};
    const Json *first = member(entries->front(), "config");
    return config->is_array() ||
                   (first != nullptr && member(*first, "batch_input_shape") != nullptr)
               ? second
               : KerasVersion{};
}

/// Shapes in the build_config of a bare layer: one, or one per input.
std::vector<Shape> builtShapes(const Json &json)
{
    std::vector<Shape> shapes;
    const Json *build = member(json, "build_config");
    const Json *stated = build != nullptr ? member(*build, "input_shape") : nullptr;
    if (stated == nullptr || !stated->is_array() || stated->empty())
        return shapes;
    if (const auto shape = shapeFromJson(*stated))
        return {*shape};
    for (const Json &item : *stated) {
        const auto shape = shapeFromJson(item);
        if (!shape)
            return {};
        shapes.push_back(*shape);
    }
    return shapes;
}

/// One note for the whole model where a layer would compute in another type.
void noteDtype(ModelEntry &entry)
{
    for (const auto &layer : entry.model.layers) {
        if (layer->dtype() != "float32") {
            entry.warnings.push_back(concat("the model computes in ", layer->dtype(),
                                            "; here everything is computed in float32"));
            return;
        }
    }
}

Result<ModelEntry> fromLayer(const Json &json, const KerasVersion &version)
{
    auto read = layerFromJson(json, version);
    if (!read)
        return fail(read.error());
    ModelEntry entry;
    entry.version = version;
    entry.warnings = std::move(read->warnings);
    std::vector<Shape> shapes = builtShapes(json);
    if (read->batchShape)
        shapes = {*read->batchShape};
    Layer layer = read->layer;
    if (layer.name().empty())
        layer = layer.withName(entry.model.freeName(layer.type().className));
    entry.model.name = layer.name();
    std::vector<std::string> names;
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        names.push_back(i == 0 ? "input" : concat("input_", i));
        entry.model.inputs.push_back({names.back(), shapes[i]});
    }
    if (names.size() > 1)
        layer = layer.withInputs(names);
    entry.weightOrder = {layer.name()};
    entry.model.layers.push_back(std::make_shared<const Layer>(std::move(layer)));
    noteDtype(entry);
    return entry;
}

void applyOwn(const Json &json, Model &model)
{
    if (const Json *own = member(json, kOwn)) {
        if (const Json *seed = member(*own, "seed"); seed != nullptr && seed->is_number_unsigned())
            model.seed = seed->get<std::uint64_t>();
    }
    const Json *entries = layerEntries(json);
    if (entries == nullptr)
        return;
    for (const Json &entry : *entries) {
        const Json *own = member(entry, kOwn);
        const Json *bypassed = own != nullptr ? member(*own, "bypassed") : nullptr;
        const int at = model.indexOf(entryName(entry));
        if (bypassed != nullptr && *bypassed == true && at >= 0) {
            auto &layer = model.layers[static_cast<std::size_t>(at)];
            layer = std::make_shared<const Layer>(layer->withBypass(true));
        }
    }
}

/// Keys of the first layer that has two or more which only Keras 1 wrote, where no version is
/// stated.
std::vector<std::string> statedKeras1Keys(const Json &json)
{
    const Json *entries = layerEntries(json);
    if (!stringMember(json, "keras_version").empty() || entries == nullptr)
        return {};
    for (const Json &entry : *entries) {
        const Json *config = member(entry, "config");
        if (config == nullptr)
            continue;
        if (auto keys = keras1Keys(*config); keys.size() > 1)
            return keys;
    }
    return {};
}

} // namespace

Result<ModelEntry> modelFromJson(const Json &json, std::optional<KerasVersion> version)
{
    if (const auto config = kerasConfig(); !config)
        return fail(config.error());
    if (!json.is_object() || stringMember(json, "class_name").empty())
        return structureError(
            concat("expected an object with class_name and config. Received ", pythonText(json)));
    const KerasVersion used = version.value_or(versionOf(json));
    if (used.major < 2)
        return structureError(
            "it was written by Keras 1, whose arguments and weights mean other things");
    if (const auto keys = version ? std::vector<std::string>() : statedKeras1Keys(json);
        keys.size() > 1) {
        std::string words;
        for (const std::string &key : keys)
            words += (words.empty() ? "" : ", ") + key;
        return structureError(concat("it was written by Keras 1 (", words,
                                     "), whose arguments and weights mean other things"));
    }
    if (!isModelEntry(json))
        return fromLayer(json, used);
    ModelBuilder builder(used);
    auto model = builder.build(json);
    if (!model)
        return fail(model.error());
    applyOwn(json, *model);
    ModelEntry entry{std::move(*model), builder.takeWeightOrder(), used, builder.takeWarnings()};
    noteDtype(entry);
    return entry;
}

Result<Model> modelFromJson(std::string_view text)
{
    const auto json = parseJson(text, "the model");
    if (!json)
        return fail(json.error());
    auto entry = modelFromJson(*json, std::nullopt);
    if (!entry)
        return fail(entry.error());
    return std::move(entry->model);
}

} // namespace convscope
