// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "keras/param_json.h"

#include "base/check.h"
#include "keras/object_json.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace convscope {

namespace {

/// nullopt: of no form that the kind knows.
using Read = std::optional<Value>;

Read integer(const Json &json)
{
    if (const auto n = integerOf(json))
        return Value(*n);
    return std::nullopt;
}

Read number(const Json &json)
{
    if (json.is_number())
        return Value(json.get<double>());
    return std::nullopt;
}

std::optional<IntList> integers(const Json &json)
{
    if (!json.is_array())
        return std::nullopt;
    IntList list;
    for (const Json &item : json) {
        const auto n = integerOf(item);
        if (!n)
            return std::nullopt;
        list.push_back(*n);
    }
    return list;
}

Read tuple(const Json &json, int count)
{
    if (const auto n = integerOf(json))
        return Value(IntList(static_cast<std::size_t>(count), *n));
    auto list = integers(json);
    if (!list || static_cast<int>(list->size()) != count)
        return std::nullopt;
    return Value(std::move(*list));
}

/// One axis of cropping or zero padding: n for (n, n), or [before, after].
std::optional<IntPair> pair(const Json &json)
{
    if (const auto n = integerOf(json))
        return IntPair{*n, *n};
    const auto list = integers(json);
    if (!list || list->size() != 2)
        return std::nullopt;
    return IntPair{(*list)[0], (*list)[1]};
}

Read pairs(const Json &json, int count)
{
    if (const auto n = integerOf(json))
        return Value(PairList(static_cast<std::size_t>(count), IntPair{*n, *n}));
    if (count == 1) {
        if (const auto single = pair(json))
            return Value(PairList{*single});
        return std::nullopt;
    }
    if (!json.is_array() || static_cast<int>(json.size()) != count)
        return std::nullopt;
    PairList list;
    for (const Json &item : json) {
        const auto axis = pair(item);
        if (!axis)
            return std::nullopt;
        list.push_back(*axis);
    }
    return Value(std::move(list));
}

/// Nested lists of equal lengths into `array`; `axis` is the depth.
bool addNumbers(const Json &json, std::size_t axis, NumberArray &array)
{
    if (json.is_number()) {
        array.values.push_back(json.get<double>());
        return axis == array.shape.size();
    }
    if (!json.is_array() || json.empty())
        return false;
    const auto length = static_cast<std::int64_t>(json.size());
    if (axis == array.shape.size()) {
        if (!array.values.empty())
            return false;
        array.shape.push_back(length);
    }
    return array.shape[axis] == length &&
           std::all_of(json.begin(), json.end(),
                       [&](const Json &item) { return addNumbers(item, axis + 1, array); });
}

Read numbers(const Json &json)
{
    NumberArray array;
    if (!addNumbers(json, 0, array))
        return std::nullopt;
    return Value(std::move(array));
}

/// Begins with `at`, the number of the first value not written yet.
Json arrayJson(const NumberArray &array, std::size_t axis, std::size_t &at)
{
    if (axis == array.shape.size())
        return array.values[at++];
    Json list = Json::array();
    for (std::int64_t i = 0; i < array.shape[axis]; ++i)
        list.push_back(arrayJson(array, axis + 1, at));
    return list;
}

/// A list whose unknown entries (None) are stored as −1, e.g. noise_shape.
Read looseList(const Json &json)
{
    if (const auto n = integerOf(json))
        return Value(IntList{*n});
    if (!json.is_array())
        return std::nullopt;
    IntList list;
    for (const Json &item : json) {
        const auto n = item.is_null() ? std::optional<std::int64_t>(-1) : integerOf(item);
        if (!n)
            return std::nullopt;
        list.push_back(*n);
    }
    return Value(std::move(list));
}

Read read(const ParamInfo &info, const Json &json)
{
    switch (info.kind) {
    case ParamKind::Integer:
        return integer(json);
    case ParamKind::OptionalInteger:
        return json.is_null() ? Read(Value()) : integer(json);
    case ParamKind::Number:
        return number(json);
    case ParamKind::OptionalNumber:
        return json.is_null() ? Read(Value()) : number(json);
    case ParamKind::Boolean:
        return json.is_boolean() ? Read(Value(json.get<bool>())) : std::nullopt;
    case ParamKind::Choice:
        if (json.is_null() && info.allowsNone)
            return Value();
        return json.is_string() ? Read(Value(json.get<std::string>())) : std::nullopt;
    case ParamKind::Tuple:
        return tuple(json, info.count);
    case ParamKind::OptionalTuple:
        return json.is_null() ? Read(Value()) : tuple(json, info.count);
    case ParamKind::Pairs:
        return pairs(json, info.count);
    case ParamKind::IntegerList:
        if (auto list = integers(json))
            return Value(std::move(*list));
        if (const auto n = info.takesOne ? integerOf(json) : std::nullopt)
            return Value(IntList{*n});
        return std::nullopt;
    case ParamKind::OptionalIntegerList:
        return json.is_null() ? Read(Value()) : looseList(json);
    case ParamKind::Text:
        return json.is_string() ? Read(Value(json.get<std::string>())) : std::nullopt;
    case ParamKind::Numbers:
        return numbers(json);
    case ParamKind::OptionalNumbers:
        return json.is_null() ? Read(Value()) : numbers(json);
    case ParamKind::Object:
        check(false, "objects are read by objectFromJson");
    }
    checkFailed("a known kind", std::source_location::current());
}

} // namespace

Result<Value> valueFromJson(const ParamInfo &info, const Json &json)
{
    if (json.is_null() && info.noneMeans)
        return info.noneMeans();
    Read value;
    if (info.kind == ParamKind::Object) {
        if (!json.is_null() || info.allowsNone) {
            auto object = objectFromJson(*info.family, info.name, json);
            if (!object)
                return fail(object.error());
            value = std::move(*object);
        }
    } else {
        value = read(info, json);
    }
    if (!value)
        return fail(info.formError(jsonText(json), pythonText(json)));
    if (auto valid = info.validate(*value); !valid) {
        Error error = valid.error();
        error.received = jsonText(json);
        return fail(std::move(error));
    }
    return std::move(*value);
}

Json valueToJson(const ParamInfo &info, const Value &value)
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
    if (const auto *axes = std::get_if<PairList>(&value)) {
        // One axis is written as its pair, several as a list of pairs.
        if (info.count == 1)
            return axes->front();
        return *axes;
    }
    if (const auto *array = std::get_if<NumberArray>(&value)) {
        std::size_t first = 0;
        return arrayJson(*array, 0, first);
    }
    if (const auto *object = std::get_if<ObjectValue>(&value))
        return objectToJson(*info.family, *object);
    return nullptr;
}

} // namespace convscope
