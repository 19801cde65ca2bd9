// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "schema/object_family.h"

#include "base/check.h"

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

bool isNumber(const Value &value)
{
    return std::holds_alternative<std::int64_t>(value) || std::holds_alternative<double>(value);
}

/// Whether `value` may stand where the default is `model`.
bool isOfKind(const Value &value, const Value &model)
{
    if (std::holds_alternative<std::monostate>(model))
        return true;
    if (std::holds_alternative<double>(model))
        return isNumber(value);
    if (std::holds_alternative<std::int64_t>(model) || std::holds_alternative<IntList>(model))
        return std::holds_alternative<std::int64_t>(value) ||
               std::holds_alternative<IntList>(value);
    return value.index() == model.index();
}

double asDouble(const Value &value)
{
    if (const auto *n = std::get_if<std::int64_t>(&value))
        return static_cast<double>(*n);
    return std::get<double>(value);
}

bool isInside(const ObjectFieldInfo &info, double x)
{
    if (!std::isfinite(x))
        return false;
    return !info.minimum || (info.minimumExcluded ? x > *info.minimum : x >= *info.minimum);
}

Words bound(const ObjectFieldInfo &info)
{
    if (!info.minimum)
        return words("a finite number");
    return info.minimumExcluded
               ? words("a finite number, greater than {bound}", shortest(*info.minimum))
               : words("a finite number, at least {bound}", shortest(*info.minimum));
}

} // namespace

ObjectFamily::ObjectFamily(std::string word, std::vector<ObjectType> types)
    : m_word(std::move(word)), m_types(std::move(types))
{
}

const ObjectType *ObjectFamily::find(std::string_view name) const
{
    for (const ObjectType &type : m_types) {
        if (type.className == name || std::find(type.identifiers.begin(), type.identifiers.end(),
                                                name) != type.identifiers.end())
            return &type;
    }
    return nullptr;
}

ObjectValue ObjectFamily::make(std::string_view name) const
{
    const ObjectType *type = find(name);
    check(type != nullptr, "a known name of the family");
    ObjectValue object{type->className, {}};
    for (const ObjectFieldInfo &field : type->fields)
        object.fields.push_back({field.name, field.defaultValue});
    return object;
}

Result<void> ObjectFamily::validate(const ObjectValue &object, std::string_view argument) const
{
    if (object.isNone())
        return {};
    const auto refuse = [&](Words said) -> Result<void> {
        return fail("E10", std::string(argument), toJsonText(object), std::move(said));
    };
    const ObjectType *type = find(object.className);
    if (type == nullptr)
        return refuse(words("{argument}: unknown {family} '{class_name}'. Known are: {known_names}",
                            argument, term(m_word), object.className, knownNames()));
    for (const ObjectField &given : object.fields) {
        const auto info = std::find_if(type->fields.begin(), type->fields.end(),
                                       [&](const auto &f) { return f.name == given.name; });
        if (info == type->fields.end())
            return refuse(words("{argument}: {class_name} has no field '{field}'", argument,
                                type->className, given.name));
        if (!isOfKind(given.value, info->defaultValue))
            return refuse(words("{argument}: {field} of {class_name} cannot be {value}", argument,
                                given.name, type->className, toPython(given.value)));
        if (isNumber(given.value) && !isInside(*info, asDouble(given.value)))
            return refuse(
                words("{argument}: {field} of {class_name} must be {bound}. Received {received}",
                      argument, given.name, type->className, bound(*info), toPython(given.value)));
        if (const auto *text = std::get_if<std::string>(&given.value);
            text != nullptr && !info->choices.empty() &&
            std::find(info->choices.begin(), info->choices.end(), *text) == info->choices.end()) {
            std::string known;
            for (const std::string &choice : info->choices)
                known += (known.empty() ? "" : ", ") + choice;
            return refuse(words(
                "{argument}: {field} of {class_name} must be one of {known}. Received '{received}'",
                argument, given.name, type->className, known, *text));
        }
    }
    return {};
}

std::string ObjectFamily::knownNames() const
{
    std::string names;
    for (const ObjectType &type : m_types) {
        if (type.identifiers.empty())
            continue;
        if (!names.empty())
            names += ", ";
        names += type.identifiers.front();
    }
    return names;
}

} // namespace convscope
