// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "keras/layer_json.h"

#include "base/concat.h"
#include "keras/config_rules.h"
#include "keras/near_match.h"
#include "keras/param_json.h"
#include "keras/plain_json.h"
#include "layers/registry.h"
#include "layers/time_distributed.h"
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

/// What the wrapper around a layer states about it: the type of what is computed, whether it is
/// trained, the shape.
Result<LayerEntry> readWrapped(const std::string &name, const Json &config,
                               const KerasVersion &version)
{
    const Json *wrapped = member(config, "layer");
    if (wrapped == nullptr)
        return fail("E16", "layer", {},
                    words("TimeDistributed needs the layer that it applies to every step"));
    auto inner = layerFromJson(*wrapped, version);
    if (!inner)
        return fail(inner.error());
    const LayerType &type = inner->layer.type();
    if (type.maxInputs > 1)
        return fail("E16", "layer", jsonText(*wrapped),
                    words("TimeDistributed applies a layer of one input. Received {class}",
                          type.className));
    auto shape = batchShape(config);
    if (!shape)
        return fail(shape.error());
    Layer layer = Layer(timeDistributed(type), name)
                      .withParams(inner->layer.params())
                      .withDtype(inner->layer.dtype())
                      .withTrainable(inner->layer.isTrainable());
    if (const Json *trainable = member(config, "trainable");
        trainable != nullptr && *trainable == false)
        layer = layer.withTrainable(false);
    return LayerEntry{std::move(layer), std::move(*shape), std::move(inner->warnings)};
}

Result<LayerEntry> readEntry(const LayerType &type, const std::string &name, const Json &config,
                             const KerasVersion &version)
{
    // Of a cast it is the argument.
    const bool isArgument = type.table->indexOf("dtype") >= 0;
    const Json *statedDtype = isArgument ? nullptr : member(config, "dtype");
    auto dtype = dtypePolicy(statedDtype != nullptr ? *statedDtype : Json());
    if (!dtype)
        return fail(dtype.error());
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
    entry.layer = entry.layer.withDtype(std::move(*dtype));
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
    const bool isWrapper = className.ends_with("TimeDistributed");
    const LayerType *type = findLayerType(className);
    const Json *stated = member(json, "config");
    const Json config =
        stated != nullptr && !stated->is_null() ? plainJson(*stated) : Json::object();
    std::string name = stringMember(config, "name");
    const auto named = [&](Error error) {
        error.layer =
            name.empty() ? snakeCase(type != nullptr ? type->className : className) : name;
        return fail(std::move(error));
    };
    if (type == nullptr && !isWrapper)
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
    auto entry =
        isWrapper ? readWrapped(name, config, version) : readEntry(*type, name, config, version);
    if (!entry)
        return named(entry.error());
    return entry;
}

Json layerToJson(const Layer &layer)
{
    if (const LayerType *inner = insideTimeDistributed(layer.type())) {
        Json config = Json::object();
        config["name"] = layer.name();
        config["trainable"] = layer.isTrainable();
        config["dtype"] = layer.dtype();
        config["layer"] =
            layerToJson(Layer(*inner, snakeCase(inner->className)).withParams(layer.params()));
        Json json = Json::object();
        json["module"] = "keras.layers";
        json["class_name"] = "TimeDistributed";
        json["config"] = std::move(config);
        json["registered_name"] = nullptr;
        return json;
    }
    Json config = Json::object();
    config["name"] = layer.name();
    config["trainable"] = layer.isTrainable();
    config["dtype"] = layer.dtype();
    for (const ParamInfo &info : layer.type().table->params())
        config[info.name] = valueToJson(info, layer.value(info.name));
    Json json = Json::object();
    const LayerType &type = layer.type();
    json["module"] = type.module;
    json["class_name"] = type.className;
    json["config"] = std::move(config);
    json["registered_name"] = type.module == "keras.layers" ? Json() : Json(type.className);
    return json;
}

Result<std::string> dtypePolicy(const Json &dtype)
{
    if (dtype.is_null())
        return "float32";
    std::string name;
    if (dtype.is_string())
        name = dtype.get<std::string>();
    else if (const Json *config = member(dtype, "config"))
        name = stringMember(*config, "name");
    static constexpr std::array<std::string_view, 6> kFloats{
        "float32", "float16", "bfloat16", "float64", "mixed_float16", "mixed_bfloat16"};
    if (std::find(kFloats.begin(), kFloats.end(), name) != kFloats.end())
        return name;
    const bool isQuantized = name.find("int8_from_") != std::string::npos ||
                             name.find("int4_from_") != std::string::npos ||
                             name.find("float8_from_") != std::string::npos;
    return fail("E10", "dtype", jsonText(dtype),
                concat("dtype must be a float type, as everything is computed in float32",
                       isQuantized ? "; quantised weights cannot be read" : "", ". Received ",
                       pythonText(dtype)));
}

std::optional<Shape> shapeFromJson(const Json &stated)
{
    const Json json = plainJson(stated);
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
