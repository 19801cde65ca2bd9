// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "keras/operation_nodes.h"

#include "keras/layer_json.h"
#include "keras/param_json.h"
#include "keras/plain_json.h"
#include "keras/slice_key_json.h"
#include "keras/tensorflow_operations.h"
#include "layers/registry.h"

#include <algorithm>

namespace convscope {

namespace {

constexpr const char *kKey = "key";

bool isKeras3Tensor(const Json &json)
{
    return stringMember(json, "class_name") == "__keras_tensor__";
}

/// A tensor of either version, or a list of nothing but tensors.
bool isTensors(const Json &json)
{
    if (isKeras3Tensor(json) || isTensorTriple(json))
        return true;
    return json.is_array() && !json.empty() &&
           std::all_of(json.begin(), json.end(), [](const Json &item) {
               return isKeras3Tensor(item) || isTensorTriple(item);
           });
}

bool hasTensor(const Json &json)
{
    if (isKeras3Tensor(json) || isTensorTriple(json))
        return true;
    return json.is_structured() &&
           std::any_of(json.begin(), json.end(), [](const Json &item) { return hasTensor(item); });
}

/// Operations of Keras take arrays, not lists of numbers.
Json constantJson(const ParamInfo &info, const Value &value)
{
    Json json = valueToJson(info, value);
    if (std::holds_alternative<NumberArray>(value) && json.is_array())
        return {{"class_name", "__numpy__"},
                {"config", {{"value", std::move(json)}, {"dtype", "float32"}}}};
    return json;
}

/// Adds what stands in the place of one argument of the call; false for what is not known.
bool addArgument(const LayerType &type, const std::string &name, const Json &value,
                 OperationCall &call)
{
    if (isTensors(value)) {
        // A list stays one: whoever reads the tensors goes through it.
        call.tensors.push_back(value);
        return true;
    }
    if (hasTensor(value))
        return false;
    if (type.table->indexOf(name) < 0)
        return value.is_null();
    if (name == kKey) {
        const auto key = sliceKeyFromJson(value);
        if (key)
            call.entry["config"][name] = toString(*key);
        return key.has_value();
    }
    call.entry["config"][name] = plainJson(value);
    return true;
}

/// Name of an argument of the call by its place; of those that only take tensors there may be more.
std::string argumentAt(const LayerType &type, std::size_t place)
{
    return place < type.callArguments.size() ? type.callArguments[place] : std::string();
}

std::optional<OperationCall> keras3Call(const Json &entry, const Json &node)
{
    const std::string bare = stringMember(entry, "class_name");
    // Stretching pictures is a layer already.
    const bool isResize = bare == "Resize";
    const std::string className = isResize ? "Resizing" : "ops." + bare;
    const LayerType *type = findLayerType(className);
    const Json *args = member(node, "args");
    const Json *kwargs = member(node, "kwargs");
    if (type == nullptr || args == nullptr || !args->is_array())
        return std::nullopt;
    OperationCall call;
    call.entry = Json{{"class_name", className}, {"config", Json::object()}};
    if (const Json *config = member(entry, "config"))
        call.entry["config"] = plainJson(*config);
    Json &config = call.entry["config"];
    if (isResize) {
        const Json *size = member(config, "size");
        if (size == nullptr || !size->is_array() || size->size() != 2)
            return std::nullopt;
        config["height"] = size->at(0);
        config["width"] = size->at(1);
        config.erase("size");
    }
    // Whole numbers are what rounding gives here.
    if (const Json *decimals = member(config, "decimals"); decimals != nullptr && *decimals == 0)
        config.erase("decimals");
    for (std::size_t i = 0; i < args->size(); ++i) {
        if (!addArgument(*type, argumentAt(*type, i), (*args)[i], call))
            return std::nullopt;
    }
    // Named ones in the order of the call.
    for (const std::string &name : type->callArguments) {
        const Json *value = kwargs != nullptr ? member(*kwargs, name) : nullptr;
        if (value != nullptr && !addArgument(*type, name, *value, call))
            return std::nullopt;
    }
    return call;
}

/// The first argument of a TensorFlow call: a tensor, several, or a constant; and its keyword
/// arguments, which tf.keras hangs on the first tensor.
struct FirstArgument
{
    Json value;
    Json named = Json::object();
};

bool isConstant(const Json &json)
{
    return json.is_array() && json.size() >= 3 && json[0] == "_CONSTANT_VALUE";
}

std::optional<FirstArgument> firstArgument(const Json &node)
{
    if (!node.is_array() || node.empty())
        return std::nullopt;
    FirstArgument first;
    const auto named = [&](const Json &tensor) {
        if (tensor.size() > 3 && tensor[3].is_object())
            first.named = tensor[3];
    };
    const auto bare = [](const Json &tensor) {
        return Json::array({tensor[0], tensor[1], tensor[2]});
    };
    const Json &only = node.size() == 1 && node[0].is_array() ? node[0] : node;
    if (isConstant(only)) {
        first.value = only[2];
        named(only);
        return first;
    }
    if (isTensorTriple(only)) {
        first.value = bare(only);
        named(only);
        return first;
    }
    first.value = Json::array();
    for (const Json &item : only) {
        if (!isTensorTriple(item))
            return std::nullopt;
        first.value.push_back(bare(item));
        named(item);
    }
    return first;
}

std::optional<OperationCall> tensorFlowCall(const Json &entry, const Json &node)
{
    const Json *config = member(entry, "config");
    const auto *known =
        config != nullptr ? findTensorFlowOperation(stringMember(*config, "function")) : nullptr;
    const auto first = firstArgument(node);
    if (known == nullptr || !first)
        return std::nullopt;
    const LayerType *type = findLayerType(known->className);
    OperationCall call;
    call.entry = Json{{"class_name", known->className}, {"config", known->constants()}};
    call.entry["config"]["name"] = stringMember(*config, "name");
    if (!addArgument(*type, argumentAt(*type, 0), first->value, call))
        return std::nullopt;
    for (const auto &[key, value] : first->named.items()) {
        if (value.is_null() || known->isPassedOver(key))
            continue;
        const auto name = known->argument(key);
        if (!name)
            return std::nullopt;
        if (known->splitsSize(key)) {
            if (!value.is_array() || value.size() != 2)
                return std::nullopt;
            call.entry["config"]["height"] = value[0];
            call.entry["config"]["width"] = value[1];
        } else if (!addArgument(*type, *name, known->meant(key, value), call)) {
            return std::nullopt;
        }
    }
    return call;
}

std::optional<OperationCall> operationCall(const Json &entry, const Json &node)
{
    if (isOperationEntry(entry))
        return keras3Call(entry, node);
    std::string className = stringMember(entry, "class_name");
    if (const auto end = className.find_last_of(".>"); end != std::string::npos)
        className.erase(0, end + 1);
    if (className == "TFOpLambda" || className == "SlicingOpLambda")
        return tensorFlowCall(entry, node);
    return std::nullopt;
}

} // namespace

bool isTensorTriple(const Json &json)
{
    return json.is_array() && json.size() >= 3 && json[0].is_string() &&
           json[0] != "_CONSTANT_VALUE" && json[1].is_number_integer() &&
           json[2].is_number_integer();
}

bool isOperationEntry(const Json &entry)
{
    const std::string module = stringMember(entry, "module");
    return module.starts_with("keras.src.ops") || module.starts_with("keras.ops");
}

bool isOperation(const LayerType &type)
{
    return type.className.starts_with("ops.");
}

std::vector<OperationCall> operationCalls(const Json &entry)
{
    const Json *nodes = member(entry, "inbound_nodes");
    std::vector<OperationCall> calls;
    if (nodes == nullptr || !nodes->is_array())
        return calls;
    for (const Json &node : *nodes) {
        auto call = operationCall(entry, node);
        // Arguments that are none of the class: nothing is computed in place of what is meant.
        if (!call || !layerFromJson(call->entry, {}))
            return {};
        calls.push_back(std::move(*call));
    }
    return calls;
}

Json operationEntry(const Layer &layer)
{
    const LayerType &type = layer.type();
    Json config = Json::object();
    config["name"] = layer.name();
    for (const ParamInfo &info : type.table->params()) {
        const bool isOfCall = std::find(type.callArguments.begin(), type.callArguments.end(),
                                        info.name) != type.callArguments.end();
        if (!isOfCall)
            config[info.name] = valueToJson(info, layer.value(info.name));
    }
    const std::string name = type.className.substr(type.className.rfind('.') + 1);
    Json json = Json::object();
    json["module"] = type.module;
    json["class_name"] = name;
    json["config"] = std::move(config);
    json["registered_name"] = name;
    return json;
}

Json operationNode(const Layer &layer, Json tensors)
{
    const LayerType &type = layer.type();
    Json args = Json::array();
    std::size_t next = 0;
    for (const std::string &name : type.callArguments) {
        const int index = type.table->indexOf(name);
        const Value value = index >= 0 ? layer.value(name) : Value();
        if (name == kKey && index >= 0)
            args.push_back(sliceKeyToJson(parseSliceKey(std::get<std::string>(value)).value()));
        else if (!isNone(value))
            args.push_back(
                constantJson(type.table->params()[static_cast<std::size_t>(index)], value));
        else if (next < tensors.size())
            args.push_back(std::move(tensors[next++]));
    }
    // Classes that take any number of tensors take them as one list.
    if (type.callArguments.empty())
        args.push_back(std::move(tensors));
    Json json = Json::object();
    json["args"] = std::move(args);
    json["kwargs"] = Json::object();
    return json;
}

} // namespace convscope
