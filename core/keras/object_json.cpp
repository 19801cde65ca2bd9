// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "keras/object_json.h"

#include "keras/near_match.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace convscope {

namespace {

/// Written beside the fields, without meaning for the values.
bool isBookkeeping(std::string_view key, const Json &value)
{
    return ((key == "input_axes" || key == "output_axes") && value.is_null()) || key == "dtype" ||
           key == "name" || key == "trainable";
}

/// Keras 2 called the slope of its layer alpha.
std::string_view presentName(std::string_view className, std::string_view key)
{
    return className == "LeakyReLU" && key == "alpha" ? "negative_slope" : key;
}

class ObjectReader
{
public:
    ObjectReader(const ObjectFamily &family, const std::string &argument, const Json &json)
        : m_family(family), m_argument(argument), m_json(json)
    {
    }

    Result<ObjectValue> read() const
    {
        if (m_json.is_null())
            return ObjectValue{};
        if (m_json.is_string())
            return fromIdentifier(m_json.get<std::string>());
        if (!m_json.is_object() || stringMember(m_json, "class_name").empty())
            return refuse(
                words("must be the name or the config of a known {word}", term(m_family.word())));
        const std::string className = stringMember(m_json, "class_name");
        const Json *config = member(m_json, "config");
        if (className == "function") {
            if (config == nullptr || !config->is_string())
                return refuse(words("is a function of the user, which a file cannot hold"));
            return fromIdentifier(config->get<std::string>());
        }
        return fromClass(className, config != nullptr ? *config : Json());
    }

private:
    Failure refuse(Words reason) const
    {
        return fail("E10", m_argument, jsonText(m_json),
                    words("{argument} {reason}. Received {received}", m_argument, std::move(reason),
                          pythonText(m_json)));
    }

    Failure unknown(const std::string &name) const
    {
        std::vector<std::string> known;
        for (const ObjectType &type : m_family.types()) {
            if (type.identifiers.empty())
                continue;
            known.push_back(type.className);
            known.insert(known.end(), type.identifiers.begin(), type.identifiers.end());
        }
        return fail(
            "E10", m_argument, jsonText(m_json),
            didYouMean(words("{argument}: unknown {word} '{name}'. Known are: {known}", m_argument,
                             term(m_family.word()), name, m_family.knownNames()),
                       name, known));
    }

    const ObjectType *find(std::string_view name) const
    {
        if (const ObjectType *type = m_family.find(name))
            return type;
        const auto dot = name.rfind('.');
        return dot == std::string_view::npos ? nullptr : m_family.find(name.substr(dot + 1));
    }

    Result<ObjectValue> fromIdentifier(const std::string &name) const
    {
        const ObjectType *type = find(name);
        // Layers that stand as activations have no word.
        if (type == nullptr || type->identifiers.empty())
            return unknown(name);
        ObjectValue object = m_family.make(type->className);
        // The string means the function l1_l2(0.01, 0.01); the class L1L2 has 0 and 0.
        if (name == "l1_l2") {
            for (ObjectField &field : object.fields)
                field.value = 0.01;
        }
        return object;
    }

    Result<ObjectValue> fromClass(const std::string &className, const Json &config) const
    {
        // The layer Activation around a function is that function.
        if (const Json *inner = member(config, "activation");
            inner != nullptr && className.ends_with("Activation"))
            return ObjectReader(m_family, m_argument, *inner).read();
        const ObjectType *type = find(className);
        if (type == nullptr)
            return unknown(className);
        ObjectValue object = m_family.make(type->className);
        if (config.is_null())
            return object;
        if (!config.is_object())
            return refuse(words("has a config that is no JSON object"));
        for (const auto &[key, value] : config.items()) {
            const std::string_view name = presentName(type->className, key);
            const auto field = std::find_if(object.fields.begin(), object.fields.end(),
                                            [&](const ObjectField &f) { return f.name == name; });
            if (field == object.fields.end()) {
                if (isBookkeeping(key, value))
                    continue;
                return refuse(words("has the field '{key}', which {class_name} does not know", key,
                                    type->className));
            }
            auto read = fieldValue(*field, value);
            if (!read)
                return fail(read.error());
            field->value = std::move(*read);
        }
        if (auto valid = m_family.validate(object, m_argument); !valid) {
            Error error = valid.error();
            error.received = jsonText(m_json);
            return fail(std::move(error));
        }
        return object;
    }

    /// A field as the kind of its default.
    Result<Value> fieldValue(const ObjectField &field, const Json &value) const
    {
        const Value &standard = field.value;
        if (value.is_null())
            return standard;
        if (value.is_boolean() && std::holds_alternative<bool>(standard))
            return Value(value.get<bool>());
        if (value.is_number() && std::holds_alternative<double>(standard))
            return Value(value.get<double>());
        if (value.is_number()) {
            if (const auto n = integerOf(value))
                return Value(*n);
            return Value(value.get<double>());
        }
        if (value.is_string()) {
            const auto text = value.get<std::string>();
            // Keras 2 calls the truncated normal distribution "normal".
            return Value(field.name == "distribution" && text == "normal" ? "truncated_normal"
                                                                          : text);
        }
        if (value.is_array()) {
            IntList list;
            for (const Json &item : value) {
                const auto n = integerOf(item);
                if (!n)
                    return refuse(
                        words("has a field '{name}' that is no list of integers", field.name));
                list.push_back(*n);
            }
            return Value(std::move(list));
        }
        // A seed generator of Keras 3 carries its seed.
        if (field.name == "seed") {
            if (const Json *config = member(value, "config")) {
                if (const Json *seed = member(*config, "seed"))
                    return fieldValue(field, *seed);
            }
        }
        return refuse(words("has a field '{name}' of a form that is not known", field.name));
    }

    const ObjectFamily &m_family;
    const std::string &m_argument;
    const Json &m_json;
};

Json fieldJson(const Value &value)
{
    if (const auto *b = std::get_if<bool>(&value))
        return *b;
    if (const auto *n = std::get_if<std::int64_t>(&value))
        return *n;
    if (const auto *d = std::get_if<double>(&value))
        return *d;
    if (const auto *text = std::get_if<std::string>(&value))
        return *text;
    if (const auto *list = std::get_if<IntList>(&value))
        return *list;
    return nullptr;
}

} // namespace

Result<ObjectValue> objectFromJson(const ObjectFamily &family, const std::string &argument,
                                   const Json &json)
{
    return ObjectReader(family, argument, json).read();
}

Json objectToJson(const ObjectFamily &family, const ObjectValue &object)
{
    if (object.isNone())
        return nullptr;
    const ObjectType *type = family.find(object.className);
    const bool isActivation = family.word() == "activation";
    if (isActivation && type != nullptr && !type->identifiers.empty() &&
        object == family.make(object.className))
        return type->identifiers.front();
    Json config = Json::object();
    for (const ObjectField &field : object.fields)
        config[field.name] = fieldJson(field.value);
    Json json = Json::object();
    // An activation without a word of its own is a layer.
    const bool isLayer = isActivation && type != nullptr && type->identifiers.empty();
    json["module"] = isLayer        ? "keras.layers"
                     : isActivation ? "keras.activations"
                                    : fmt::format("keras.{}s", family.word());
    json["class_name"] = object.className;
    json["config"] = std::move(config);
    json["registered_name"] = nullptr;
    return json;
}

} // namespace convscope
