// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "keras/layer_json.h"

#include "keras/near_match.h"
#include "keras/operation_nodes.h"
#include "keras/param_json.h"
#include "keras/params_json.h"
#include "keras/plain_json.h"
#include "keras/wrapped_layer.h"
#include "layers/registry.h"
#include "layers/time_distributed.h"
#include "layers/unknown_layer.h"
#include "model/model.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace convscope {

namespace {

Result<std::optional<Shape>> batchShape(const Json &config)
{
    for (const char *key : {"batch_input_shape", "batch_shape"}) {
        const Json *json = member(config, key);
        if (json == nullptr || json->is_null())
            continue;
        auto shape = shapeFromJson(*json);
        if (!shape)
            return fail("E11", key, jsonText(*json),
                        words("{key} must be a list of sizes, None where unknown. Received {json}",
                              key, pythonText(*json)));
        return shape;
    }
    if (const Json *json = member(config, "input_shape"); json != nullptr && !json->is_null()) {
        const auto shape = shapeFromJson(*json);
        if (!shape)
            return fail("E11", "input_shape", jsonText(*json),
                        words("input_shape must be a list of sizes, None where unknown, without "
                              "the batch. Received {json}",
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

/// Members of an entry that every layer has, or that are made anew when it is written.
constexpr std::array<std::string_view, 10> kEntryMembers{
    "class_name",     "config", "module",        "registered_name",  "build_config",
    "compile_config", "name",   "inbound_nodes", "shared_object_id", "convscope"};

/// The members that are kept for writing back, as JSON text; empty where there are none.
std::string keptMembers(const Json &entry)
{
    Json kept = Json::object();
    for (const auto &[key, value] : entry.items()) {
        if (std::find(kEntryMembers.begin(), kEntryMembers.end(), key) == kEntryMembers.end())
            kept[key] = value;
    }
    return kept.empty() ? std::string() : jsonText(kept);
}

/// Members of a config that change nothing of what is computed, but are kept.
std::string keptConfig(const Json &config, bool hasOtherPolicy)
{
    Json kept = Json::object();
    if (hasOtherPolicy)
        kept["dtype"] = *member(config, "dtype");
    if (const Json *value = member(config, "synchronized"); value != nullptr && *value == true)
        kept["synchronized"] = *value;
    return kept.empty() ? std::string() : jsonText(kept);
}

/// Refused arguments are kept as the file has them, however Python wrapped their values.
void keepAsStated(const Json &entry, std::vector<RefusedArgument> &refused)
{
    const Json *config = member(entry, "config");
    for (RefusedArgument &argument : refused) {
        const Json *stated = config != nullptr ? member(*config, argument.argument) : nullptr;
        if (stated != nullptr)
            argument.json = jsonText(*stated);
    }
}

LayerEntry readKnown(const LayerType &type, const std::string &name, const Json &json,
                     const Json &config, const KerasVersion &version)
{
    LayerStatement statement;
    const auto refuse = [&](const char *key, const Error &error) {
        const Json *value = member(config, key);
        statement.refused.push_back(
            {key, value != nullptr ? jsonText(*value) : std::string(), {}, error});
    };
    LayerEntry entry{Layer(type, name), {}, {}, {}};
    // Of a cast it is the argument.
    const bool isArgument = type.table->indexOf("dtype") >= 0;
    if (const Json *dtype = isArgument ? nullptr : member(config, "dtype")) {
        if (auto policy = policyOf(*dtype))
            entry.policy = *policy == "float32" ? std::string() : *policy;
        else
            refuse("dtype", policy.error());
    }
    const Json *own = member(json, "convscope");
    const Json *trainable =
        member(own != nullptr && own->contains("trainable") ? *own : config, "trainable");
    if (trainable != nullptr && !trainable->is_boolean() && !trainable->is_null())
        refuse("trainable", fail("E2", "trainable", jsonText(*trainable),
                                 words("trainable must be True or False. Received {trainable}",
                                       pythonText(*trainable)))
                                .value());
    if (auto shape = batchShape(config))
        entry.batchShape = std::move(*shape);
    else
        refuse(shape.error().argument.c_str(), shape.error());
    ReadParams read = paramsFromJson(type, config, version);
    entry.layer = entry.layer.withParams(std::move(read.params));
    statement.refused.insert(statement.refused.end(), read.refused.begin(), read.refused.end());
    for (RefusedArgument &refused : statement.refused)
        refused.error.layer = name.empty() ? snakeCase(type.className) : name;
    keepAsStated(json, statement.refused);
    statement.config = keptConfig(config, !entry.policy.empty());
    statement.entry = keptMembers(json);
    if (!statement.isEmpty())
        entry.layer =
            entry.layer.withStatement(std::make_shared<const LayerStatement>(std::move(statement)));
    if (trainable != nullptr && *trainable == false)
        entry.layer = entry.layer.withTrainable(false);
    const Json *penalty = member(config, "activity_regularizer");
    if (penalty != nullptr && !penalty->is_null() && sumsActivityPenalty(version))
        entry.warnings.push_back(
            words("{layer}: the Keras that wrote this summed the activity penalty over the batch; "
                  "here it is divided by the batch, as in later versions",
                  name.empty() ? type.className : name));
    return entry;
}

/// Everything the file says is kept as text; nothing of it is looked into.
LayerEntry readUnknown(const std::string &className, const std::string &name, const Json &json,
                       const Json &config)
{
    LayerStatement statement;
    statement.config = jsonText(config);
    Json members = Json::object();
    for (const auto &[key, value] : json.items()) {
        if (key != "class_name" && key != "config" && key != "name" && key != "inbound_nodes" &&
            key != "convscope")
            members[key] = value;
    }
    statement.entry = jsonText(members);
    LayerEntry entry{Layer(unknownLayerType(className), name), {}, {}, {}};
    entry.layer =
        entry.layer.withStatement(std::make_shared<const LayerStatement>(std::move(statement)));
    if (auto shape = batchShape(config))
        entry.batchShape = std::move(*shape);
    if (const Json *trainable = member(config, "trainable");
        trainable != nullptr && *trainable == false)
        entry.layer = entry.layer.withTrainable(false);
    return entry;
}

/// A module of Keras' own, in all the places it has lived; a class of the same name elsewhere is
/// another class.
bool isFromKeras(const Json &json)
{
    const std::string module = stringMember(json, "module");
    return module.empty() || module == "keras" || module.starts_with("keras.") ||
           module.starts_with("tf_keras") || module.starts_with("tensorflow.");
}

/// nullopt where the layer inside is none that is known here and reads one tensor.
std::optional<LayerEntry> readWrapper(const std::string &name, const Json &json, Json config,
                                      const KerasVersion &version)
{
    auto inner = readLayer(*layerInside(json), version);
    if (!inner || isUnknown(inner->layer) || inner->layer.type().maxInputs > 1)
        return std::nullopt;
    config.erase("layer");
    LayerEntry entry = readKnown(wrapperType(), name, json, config, version);
    entry.layer = wrapped(entry.layer, inner->layer);
    entry.warnings.insert(entry.warnings.end(), inner->warnings.begin(), inner->warnings.end());
    if (entry.policy.empty())
        entry.policy = inner->policy;
    return entry;
}

} // namespace

Error unknownClassError(const Json &json)
{
    const std::string className = stringMember(json, "class_name");
    Words message;
    if (className == "Lambda" || className.find('>') != std::string::npos) {
        message = words("the layer class '{class_name}' holds code of its author, which a file "
                        "cannot bring along",
                        className);
    } else {
        std::vector<std::string> known;
        for (const LayerType *type : layerTypes()) {
            known.push_back(type->className);
            known.insert(known.end(), type->aliases.begin(), type->aliases.end());
        }
        message =
            didYouMean(words("unknown layer class '{class_name}'", className), className, known);
    }
    const Json *received = member(json, "class_name");
    return fail("E10", "class_name", received != nullptr ? jsonText(*received) : jsonText(json),
                std::move(message))
        .value();
}

Result<LayerEntry> readLayer(const Json &json, const KerasVersion &version)
{
    const std::string className = stringMember(json, "class_name");
    if (className.empty())
        return fail("file", "class_name", jsonText(json),
                    words("a layer must be an object with class_name and config. Received {json}",
                          pythonText(json)));
    // Both have an Add: that of keras.ops is read as what it is in operation_nodes.h.
    const bool isLayer =
        isFromKeras(json) && (!isOperationEntry(json) || className.starts_with("ops."));
    const LayerType *type = isLayer ? findLayerType(className) : nullptr;
    const Json *stated = member(json, "config");
    const Json config = stated != nullptr ? *stated : Json::object();
    const std::string name = stringMember(config, "name");
    const auto named = [&](Error error) {
        error.layer =
            name.empty() ? snakeCase(type != nullptr ? type->className : className) : name;
        return fail(std::move(error));
    };
    if (!config.is_object())
        return named({"file",
                      {},
                      "config",
                      jsonText(config),
                      words("the config of {class_name} must be an object. Received {config}",
                            className, pythonText(config))});
    const Json *statedName = member(config, "name");
    if (statedName != nullptr && !statedName->is_string() && !statedName->is_null())
        return named(
            {"E16",
             {},
             "name",
             jsonText(*statedName),
             words("name must be a string. Received {stated_name}", pythonText(*statedName))});
    if (type != nullptr)
        return readKnown(*type, name, json, plainJson(config), version);
    if (isLayer && layerInside(json) != nullptr) {
        if (auto wrapper = readWrapper(name, json, plainJson(config), version))
            return std::move(*wrapper);
    }
    return readUnknown(className, name, json, config);
}

Result<LayerEntry> layerFromJson(const Json &json, const KerasVersion &version)
{
    auto entry = readLayer(json, version);
    if (!entry)
        return entry;
    const std::string name = entry->layer.name();
    if (isUnknown(entry->layer)) {
        Error error = unknownClassError(json);
        error.layer = name.empty() ? snakeCase(entry->layer.type().className) : name;
        return fail(std::move(error));
    }
    if (const RefusedArgument *refused = entry->layer.refusedArgument())
        return fail(refused->error);
    return entry;
}

namespace {

/// The object that a statement keeps as text.
Json keptObject(const std::string &text)
{
    if (text.empty())
        return Json::object();
    auto json = parseJson(text, "what is kept of a layer");
    return json && json->is_object() ? std::move(*json) : Json::object();
}

Json unknownToJson(const Layer &layer)
{
    const LayerStatement *statement = layer.statement();
    const Json members = keptObject(statement != nullptr ? statement->entry : std::string());
    Json config = keptObject(statement != nullptr ? statement->config : std::string());
    config["name"] = layer.name();
    Json json = Json::object();
    if (const Json *module = member(members, "module"))
        json["module"] = *module;
    json["class_name"] = layer.type().className;
    json["config"] = std::move(config);
    for (const auto &[key, value] : members.items())
        json[key] = value;
    return json;
}

/// Puts back what the file said beyond the legal arguments.
void addStatement(const LayerStatement &statement, Json &json)
{
    Json &config = json["config"];
    const Json arguments = keptObject(statement.config);
    for (const auto &[key, value] : arguments.items())
        config[key] = value;
    for (const RefusedArgument &refused : statement.refused) {
        const auto value = parseJson(refused.json, refused.argument);
        if (value)
            config[refused.argument] = *value;
        else
            config.erase(refused.argument);
    }
    const Json members = keptObject(statement.entry);
    for (const auto &[key, value] : members.items())
        json[key] = value;
}

} // namespace

Json layerToJson(const Layer &layer)
{
    if (isUnknown(layer))
        return unknownToJson(layer);
    if (insideTimeDistributed(layer.type()) != nullptr) {
        const UnwrappedLayer both = unwrapped(layer);
        Json json = layerToJson(both.outer);
        json["config"]["layer"] = layerToJson(both.inner);
        return json;
    }
    Json config = Json::object();
    config["name"] = layer.name();
    // Some constructors of Keras 3 take no such argument.
    const bool takesTrainable = !layer.type().className.starts_with("SpatialDropout");
    if (takesTrainable)
        config["trainable"] = layer.isTrainable();
    config["dtype"] = "float32";
    for (const ParamInfo &info : layer.type().table->params())
        config[info.name] = valueToJson(info, layer.value(info.name));
    Json json = Json::object();
    const LayerType &type = layer.type();
    json["module"] = type.module;
    json["class_name"] = type.className;
    json["config"] = std::move(config);
    json["registered_name"] = type.module == "keras.layers" ? Json() : Json(type.className);
    if (!takesTrainable && !layer.isTrainable())
        json["convscope"]["trainable"] = false;
    if (const LayerStatement *statement = layer.statement())
        addStatement(*statement, json);
    return json;
}

Result<std::string> policyOf(const Json &dtype)
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
    const bool isQuantized = name.find("_from_") != std::string::npos ||
                             name.find("int4") != std::string::npos ||
                             name.find("float8") != std::string::npos;
    return fail(
        "E10", "dtype", jsonText(dtype),
        isQuantized
            ? words("dtype must be 'float32', the type everything is computed in, or another "
                    "floating-point type; quantised weights cannot be read. Received {dtype}",
                    pythonText(dtype))
            : words("dtype must be 'float32', the type everything is computed in, or another "
                    "floating-point type. Received {dtype}",
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
