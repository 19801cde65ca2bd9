// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "keras/slice_key_json.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace convscope {

namespace {

/// Outer nullopt: neither a whole number nor null.
std::optional<std::optional<std::int64_t>> bound(const Json &config, const char *key)
{
    const Json *value = member(config, key);
    if (value == nullptr || value->is_null())
        return std::optional<std::int64_t>();
    const auto n = integerOf(*value);
    return n ? std::optional(n) : std::nullopt;
}

std::optional<SliceItem> itemFromJson(const Json &json)
{
    using Kind = SliceItem::Kind;
    if (json.is_null())
        return SliceItem{Kind::NewAxis, {}, {}, {}};
    if (const auto index = integerOf(json))
        return SliceItem{Kind::Index, *index, {}, {}};
    const std::string className = stringMember(json, "class_name");
    if (className == "__ellipsis__" || json == "...")
        return SliceItem{Kind::Ellipsis, {}, {}, {}};
    const Json *config = className == "__slice__" ? member(json, "config") : &json;
    if (config == nullptr || !config->is_object() || !config->contains("start"))
        return std::nullopt;
    const auto start = bound(*config, "start");
    const auto stop = bound(*config, "stop");
    const auto step = bound(*config, "step");
    if (!start || !stop || !step || *step == 0)
        return std::nullopt;
    return SliceItem{Kind::Range, *start, *stop, *step};
}

Json numberOrNull(const std::optional<std::int64_t> &n)
{
    return n ? Json(*n) : Json();
}

} // namespace

std::optional<SliceKey> sliceKeyFromJson(const Json &json)
{
    SliceKey key;
    const Json list = json.is_array() ? json : Json::array({json});
    for (const Json &entry : list) {
        const auto item = itemFromJson(entry);
        if (!item)
            return std::nullopt;
        key.push_back(*item);
    }
    const auto ellipses = std::count_if(key.begin(), key.end(), [](const SliceItem &item) {
        return item.kind == SliceItem::Kind::Ellipsis;
    });
    return key.empty() || ellipses > 1 ? std::nullopt : std::optional(std::move(key));
}

Json sliceKeyToJson(const SliceKey &key)
{
    Json list = Json::array();
    for (const SliceItem &item : key) {
        switch (item.kind) {
        case SliceItem::Kind::Range:
            list.push_back({{"class_name", "__slice__"},
                            {"config",
                             {{"start", numberOrNull(item.start)},
                              {"stop", numberOrNull(item.stop)},
                              {"step", numberOrNull(item.step)}}}});
            break;
        case SliceItem::Kind::Index:
            list.push_back(*item.start);
            break;
        case SliceItem::Kind::NewAxis:
            list.push_back(nullptr);
            break;
        case SliceItem::Kind::Ellipsis:
            list.push_back({{"class_name", "__ellipsis__"}, {"config", Json::object()}});
            break;
        }
    }
    return list;
}

} // namespace convscope
