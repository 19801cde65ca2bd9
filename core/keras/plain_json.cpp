// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "keras/plain_json.h"

#include <nlohmann/json.hpp>

namespace convscope {

namespace {

/// What the object stands for, or nullptr where it is no such wrapping.
const Json *wrapped(const Json &object)
{
    if (stringMember(object, "type") == "ndarray")
        return member(object, "value");
    const std::string className = stringMember(object, "class_name");
    if (className == "__numpy__" || className == "__tensor__") {
        const Json *config = member(object, "config");
        return config != nullptr ? member(*config, "value") : nullptr;
    }
    if (className == "__tuple__" || className == "TensorShape")
        return member(object, "items");
    return nullptr;
}

} // namespace

Json plainJson(const Json &json)
{
    if (json.is_object()) {
        if (const Json *value = wrapped(json))
            return plainJson(*value);
        Json plain = Json::object();
        for (const auto &[key, item] : json.items())
            plain[key] = plainJson(item);
        return plain;
    }
    if (json.is_array()) {
        Json plain = Json::array();
        for (const Json &item : json)
            plain.push_back(plainJson(item));
        return plain;
    }
    return json;
}

} // namespace convscope
