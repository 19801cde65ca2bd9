// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "keras/params_json.h"

#include "keras/config_rules.h"
#include "keras/param_json.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace convscope {

namespace {

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

/// The arguments of a config; those that the rules of reading refuse are told apart one by one.
ConfigItems itemsOf(const LayerType &type, Json config, const KerasVersion &version,
                    std::vector<RefusedArgument> &refused)
{
    while (true) {
        auto items = normalizedConfig(type, config, version);
        if (items)
            return std::move(*items);
        const std::string key = items.error().argument;
        const Json *value = member(config, key);
        if (value == nullptr)
            return {};
        refused.push_back({key, jsonText(*value), {}, items.error()});
        config.erase(key);
    }
}

/// Takes one argument after the other, as long as any is legal beside those taken.
void takeWhatIsLegal(const ParamTable &table, const Error &whole,
                     std::vector<std::pair<int, Value>> values, const ConfigItems &items,
                     ReadParams &read)
{
    for (bool isTaken = true; isTaken;) {
        isTaken = std::erase_if(values, [&](const auto &value) {
                      auto with = table.with(read.params, value.first, value.second);
                      if (with)
                          read.params = std::move(*with);
                      return with.has_value();
                  }) > 0;
    }
    for (const auto &[index, value] : values) {
        const std::string &name = table.params()[static_cast<std::size_t>(index)].name;
        const auto item = std::find_if(items.begin(), items.end(),
                                       [&](const auto &i) { return i.first == name; });
        read.refused.push_back(
            {name, item != items.end() ? jsonText(item->second) : std::string(), value, whole});
    }
}

} // namespace

ReadParams paramsFromJson(const LayerType &type, const Json &config, const KerasVersion &version)
{
    ReadParams read;
    const ConfigItems items = itemsOf(type, config, version, read.refused);
    const ParamTable &table = *type.table;
    std::vector<std::pair<int, Value>> values;
    std::vector<bool> given(table.params().size(), false);
    for (const auto &[key, json] : items) {
        const int index = table.indexOf(key);
        if (index < 0) {
            read.refused.push_back(
                {key,
                 jsonText(json),
                 {},
                 fail("E16", key, jsonText(json), unknownKeyMessage(type, key)).value()});
            continue;
        }
        const ParamInfo &info = table.params()[static_cast<std::size_t>(index)];
        given[static_cast<std::size_t>(index)] = true;
        auto value = valueFromJson(info, json);
        if (!value) {
            read.refused.push_back({key, jsonText(json), {}, value.error()});
            continue;
        }
        Value meant = asMeantBy(version, info, std::move(*value));
        if (auto valid = info.validate(meant); !valid)
            read.refused.push_back({key, jsonText(json), {}, valid.error()});
        else
            values.emplace_back(index, std::move(meant));
    }
    for (std::size_t i = 0; i < given.size(); ++i) {
        const ParamInfo &info = table.params()[i];
        if (info.required && !given[i])
            read.refused.push_back(
                {info.name,
                 {},
                 {},
                 info.formError({}, words("nothing: {class} needs it", type.className))});
    }
    read.params = table.defaults();
    auto whole = table.with(read.params, values);
    if (whole)
        read.params = std::move(*whole);
    else
        takeWhatIsLegal(table, whole.error(), std::move(values), items, read);
    return read;
}

} // namespace convscope
