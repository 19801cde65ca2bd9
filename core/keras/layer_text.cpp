// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "keras/layer_text.h"

#include "keras/layer_json.h"
#include "keras/model_json.h"

#include <nlohmann/json.hpp>

namespace convscope {

std::string layerToText(const Layer &layer)
{
    return jsonText(layerToJson(layer));
}

bool looksLikeLayers(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && text[first] == '{' &&
           text.find("\"class_name\"") != std::string_view::npos;
}

Result<TextLayers> layersFromText(std::string_view text, const std::string &what)
{
    const auto json = parseJson(text, what);
    if (!json)
        return fail(json.error());
    const Json *config = member(*json, "config");
    TextLayers read;
    if (config != nullptr && config->is_object() && member(*config, "layers") == nullptr) {
        auto entry = readLayer(*json, KerasVersion{});
        if (!entry)
            return fail(entry.error());
        read.layer = std::move(entry->layer);
        return read;
    }
    auto entry = modelFromJson(*json, std::nullopt);
    if (!entry)
        return fail(entry.error());
    read.stack = std::move(entry->model);
    return read;
}

} // namespace convscope
