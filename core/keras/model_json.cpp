// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "keras/model_json.h"

#include "keras/config_rules.h"
#include "keras/keras_config.h"
#include "keras/layer_json.h"
#include "keras/model_builder.h"
#include "layers/registry.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

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

Result<ModelEntry> fromLayer(const Json &json, const KerasVersion &version)
{
    auto read = readLayer(json, version);
    if (!read)
        return fail(read.error());
    ModelEntry entry;
    entry.version = version;
    entry.warnings = std::move(read->warnings);
    if (!read->policy.empty())
        entry.warnings.push_back(policyNote(read->policy));
    std::vector<Shape> shapes = builtShapes(json);
    if (read->batchShape)
        shapes = {*read->batchShape};
    Layer layer = read->layer;
    if (layer.name().empty())
        layer = layer.withName(entry.model.freeName(layer.type().className));
    entry.model.name = layer.name();
    std::vector<std::string> names;
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        names.push_back(i == 0 ? "input" : fmt::format("input_{}", i));
        entry.model.inputs.push_back({names.back(), shapes[i]});
    }
    if (names.size() > 1)
        layer = layer.withInputs(names);
    entry.weightOrder = {layer.name()};
    entry.model.layers.push_back(std::make_shared<const Layer>(std::move(layer)));
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
        if (bypassed == nullptr || *bypassed != true)
            continue;
        // A look through all names: for few layers only.
        if (const int at = model.indexOf(nameHere(entry)); at >= 0) {
            auto &layer = model.layers[static_cast<std::size_t>(at)];
            layer = std::make_shared<const Layer>(layer->withBypass(true));
        }
    }
}

std::string listed(const std::vector<std::string> &words)
{
    std::string out;
    for (const std::string &word : words)
        out += (out.empty() ? "" : ", ") + word;
    return out;
}

/// Keys of the first layer that has two or more which only Keras 1 wrote; a person may write one of
/// them by mistake.
std::vector<std::string> keysOfKeras1(const Json &json)
{
    const Json *entries = isModelEntry(json) ? layerEntries(json) : nullptr;
    for (const Json &entry : entries != nullptr ? *entries : Json::array({json})) {
        const Json *config = member(entry, "config");
        auto keys = config != nullptr ? keras1Keys(*config) : std::vector<std::string>();
        if (keys.size() > 1)
            return keys;
    }
    return {};
}

} // namespace

Json plainDocument(const Json &json)
{
    const Json *config = member(json, "config");
    const Json *layers = config != nullptr ? member(*config, "layers") : nullptr;
    if (isModelEntry(json) || layers == nullptr || !layers->is_array() ||
        findLayerType(stringMember(json, "class_name")) != nullptr)
        return json;
    Json plain = json;
    plain["class_name"] = member(*config, "input_layers") != nullptr ? "Functional" : "Sequential";
    return plain;
}

Result<ModelEntry> modelFromJson(const Json &stated, std::optional<KerasVersion> version)
{
    if (const auto config = kerasConfig(); !config)
        return fail(config.error());
    if (!stated.is_object() || stringMember(stated, "class_name").empty())
        return structureError(
            words("expected an object with class_name and config. Received {stated}",
                  pythonText(stated)));
    const Json json = plainDocument(stated);
    const KerasVersion used = version.value_or(versionOf(json));
    const std::vector<std::string> oldKeys = keysOfKeras1(json);
    if (used.major < 2 || !oldKeys.empty())
        return structureError(
            oldKeys.empty()
                ? words("it was written by Keras 1, whose arguments and weights mean other things")
                : words("it was written by Keras 1 ({keys}), whose arguments and weights mean "
                        "other things",
                        listed(oldKeys)));
    if (!isModelEntry(json))
        return fromLayer(json, used);
    ModelBuilder builder(used);
    auto model = builder.build(json);
    if (!model)
        return fail(model.error());
    applyOwn(json, *model);
    std::vector<Words> warnings = builder.takeWarnings();
    if (const std::string own = stringMember(stated, "class_name");
        own != stringMember(json, "class_name"))
        warnings.push_back(words(
            "its class {own} is not known here; its layers are read as those of a plain {plain}",
            own, stringMember(json, "class_name")));
    return ModelEntry{std::move(*model), builder.takeWeightOrder(), used, std::move(warnings)};
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
