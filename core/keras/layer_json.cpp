// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "keras/layer_json.h"

#include "base/concat.h"
#include "keras/config_rules.h"
#include "keras/near_match.h"
#include "keras/param_json.h"
#include "layers/registry.h"
#include "model/model.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace convscope {

namespace {

Failure unknownClass(const Json &json, const std::string &className)
{
    std::string message = concat("unknown layer class '", className, "'");
    if (className == "Lambda" || className.find('>') != std::string::npos) {
        message = concat("the layer class '", className,
                         "' holds code of its author, which a file cannot bring along");
    } else {
        std::vector<std::string> known;
        for (const LayerType *type : layerTypes()) {
            known.push_back(type->className);
            known.insert(known.end(), type->aliases.begin(), type->aliases.end());
        }
        message += didYouMean(className, known);
    }
    const Json *received = member(json, "class_name");
    return fail("E10", "class_name", received != nullptr ? jsonText(*received) : jsonText(json),
                message);
}

/// What an old version meant by a word.
Value asMeantBy(const KerasVersion &version, const ParamInfo &info, Value value)
{
    if (const auto *object = std::get_if<ObjectValue>(&value)) {
        if (version.isKeras2() && object->className == "hard_sigmoid" &&
            info.family->find("hard_sigmoid_keras2") != nullptr)
            return info.family->make("hard_sigmoid_keras2");
    } else if (const auto *word = std::get_if<std::string>(&value)) {
        const std::string legacy = "bilinear_legacy";
        if (version.hasLegacyBilinear() && *word == "bilinear" &&
            std::find(info.choices.begin(), info.choices.end(), legacy) != info.choices.end())
            return legacy;
    }
    return value;
}

Result<AnyParams> paramsFromJson(const LayerType &type, const Json &config,
                                 const KerasVersion &version)
{
    const auto items = normalizedConfig(type, config, version);
    if (!items)
        return fail(items.error());
    const ParamTable &table = *type.table;
    std::vector<std::pair<int, Value>> values;
    std::vector<bool> given(table.params().size(), false);
    for (const auto &[key, json] : *items) {
        const int index = table.indexOf(key);
        if (index < 0)
            return fail("E16", key, jsonText(json), unknownKeyMessage(type, key));
        const ParamInfo &info = table.params()[static_cast<std::size_t>(index)];
        auto value = valueFromJson(info, json);
        if (!value)
            return fail(value.error());
        values.emplace_back(index, asMeantBy(version, info, std::move(*value)));
        given[static_cast<std::size_t>(index)] = true;
    }
    for (std::size_t i = 0; i < given.size(); ++i) {
        const ParamInfo &info = table.params()[i];
        if (info.required && !given[i])
            return fail(info.formError({}, concat("nothing: ", type.className, " needs it")));
    }
    return table.with(table.defaults(), values);
}

Result<std::optional<Shape>> batchShape(const Json &config)
{
    for (const char *key : {"batch_input_shape", "batch_shape"}) {
        const Json *json = member(config, key);
        if (json == nullptr || json->is_null())
            continue;
        auto shape = shapeFromJson(*json);
        if (!shape)
            return fail("E11", key, jsonText(*json),
                        concat(key, " must be a list of sizes, None where unknown. Received ",
                               pythonText(*json)));
        return shape;
    }
    if (const Json *json = member(config, "input_shape"); json != nullptr && !json->is_null()) {
        const auto shape = shapeFromJson(*json);
        if (!shape)
            return fail("E11", "input_shape", jsonText(*json),
                        concat("input_shape must be a list of sizes, None where unknown, without "
                               "the batch. Received ",
                               pythonText(*json)));
        std::vector<Dim> dims = shape->dims();
        const Json *batch = member(config, "batch_size");
        dims.insert(dims.begin(), batch != nullptr ? integerOf(*batch) : std::nullopt);
        return Shape(std::move(dims));
    }
    return std::optional<Shape>();
}

/// Keras 2 alone added activity penalties up over the batch.
bool sumsActivityPenalty(const KerasVersion &version)
{
    return version.major == 2 && version.minor <= 3 && !version.isTensorFlow;
}

Result<LayerEntry> readEntry(const LayerType &type, const std::string &name, const Json &config,
                             const KerasVersion &version)
{
    if (const Json *dtype = member(config, "dtype")) {
        if (auto valid = checkDtype(*dtype); !valid)
            return fail(valid.error());
    }
    const Json *trainable = member(config, "trainable");
    if (trainable != nullptr && !trainable->is_boolean() && !trainable->is_null())
        return fail("E2", "trainable", jsonText(*trainable),
                    concat("trainable must be True or False. Received ", pythonText(*trainable)));
    auto shape = batchShape(config);
    if (!shape)
        return fail(shape.error());
    auto params = paramsFromJson(type, config, version);
    if (!params)
        return fail(params.error());
    LayerEntry entry{Layer(type, name).withParams(std::move(*params)), std::move(*shape), {}};
    if (trainable != nullptr && *trainable == false)
        entry.layer = entry.layer.withTrainable(false);
    const Json *penalty = member(config, "activity_regularizer");
    if (penalty != nullptr && !penalty->is_null() && sumsActivityPenalty(version))
        entry.warnings.push_back(
            concat(name.empty() ? type.className : name,
                   ": the Keras that wrote this summed the activity penalty over the batch; here "
                   "it is divided by the batch, as in later versions"));
    return entry;
}

} // namespace

Result<LayerEntry> layerFromJson(const Json &json, const KerasVersion &version)
{
    const std::string className = stringMember(json, "class_name");
    if (className.empty())
        return fail("file", "class_name", jsonText(json),
                    concat("a layer must be an object with class_name and config. Received ",
                           pythonText(json)));
    const LayerType *type = findLayerType(className);
    const Json *stated = member(json, "config");
    const Json config = stated != nullptr && !stated->is_null() ? *stated : Json::object();
    std::string name = stringMember(config, "name");
    const auto named = [&](Error error) {
        error.layer =
            name.empty() ? snakeCase(type != nullptr ? type->className : className) : name;
        return fail(std::move(error));
    };
    if (type == nullptr)
        return named(unknownClass(json, className).value());
    if (!config.is_object())
        return named({"file",
                      {},
                      "config",
                      jsonText(config),
                      concat("the config of ", className, " must be an object. Received ",
                             pythonText(config))});
    const Json *statedName = member(config, "name");
    if (statedName != nullptr && !statedName->is_string() && !statedName->is_null())
        return named({"E16",
                      {},
                      "name",
                      jsonText(*statedName),
                      concat("name must be a string. Received ", pythonText(*statedName))});
    auto entry = readEntry(*type, name, config, version);
    if (!entry)
        return named(entry.error());
    return entry;
}

Json layerToJson(const Layer &layer)
{
    Json config = Json::object();
    config["name"] = layer.name();
    config["trainable"] = layer.isTrainable();
    config["dtype"] = "float32";
    for (const ParamInfo &info : layer.type().table->params())
        config[info.name] = valueToJson(info, layer.value(info.name));
    Json json = Json::object();
    json["module"] = "keras.layers";
    json["class_name"] = layer.type().className;
    json["config"] = std::move(config);
    json["registered_name"] = nullptr;
    return json;
}

Result<void> checkDtype(const Json &dtype)
{
    if (dtype.is_null())
        return {};
    std::string name;
    if (dtype.is_string())
        name = dtype.get<std::string>();
    else if (const Json *config = member(dtype, "config"))
        name = stringMember(*config, "name");
    if (name == "float32")
        return {};
    const bool isQuantized = name.find("int8") != std::string::npos ||
                             name.find("int4") != std::string::npos ||
                             name.find("float8") != std::string::npos;
    return fail("E10", "dtype", jsonText(dtype),
                concat("dtype must be 'float32', the type everything is computed in",
                       isQuantized ? "; quantised weights cannot be read" : "", ". Received ",
                       pythonText(dtype)));
}

std::optional<Shape> shapeFromJson(const Json &json)
{
    if (!json.is_array())
        return std::nullopt;
    std::vector<Dim> dims;
    for (const Json &item : json) {
        if (item.is_null()) {
            dims.emplace_back();
            continue;
        }
        const auto n = integerOf(item);
        if (!n || *n < 0)
            return std::nullopt;
        dims.emplace_back(*n);
    }
    return Shape(std::move(dims));
}

Json shapeToJson(const Shape &shape)
{
    Json json = Json::array();
    for (const Dim &dim : shape.dims())
        json.push_back(dim ? Json(*dim) : Json());
    return json;
}

} // namespace convscope
