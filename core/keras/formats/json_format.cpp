// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "keras/formats/json_format.h"

#include "keras/model_json.h"

#include <nlohmann/json.hpp>

namespace convscope {

bool isModelJson(const FileProbe &probe)
{
    const Json *json = probe.json();
    return json != nullptr && member(*json, "class_name") != nullptr;
}

Result<LoadedModel> readModelJson(const FileProbe &probe, const LoadOptions &)
{
    auto read = modelFromJson(*probe.json(), std::nullopt);
    if (!read)
        return fail(read.error());
    LoadedModel loaded;
    loaded.model = std::move(read->model);
    loaded.warnings = std::move(read->warnings);
    return loaded;
}

Result<SaveReport> writeModelJson(const std::string &path, const SaveRequest &request)
{
    if (auto saved = saveModelJson(path, request.model); !saved)
        return fail(saved.error());
    SaveReport report;
    for (const auto &layer : request.model.layers) {
        if (!layer->storedWeights().empty()) {
            report.unsupported.push_back(
                words("JSON holds no weights; save as .keras to keep them"));
            break;
        }
    }
    return report;
}

} // namespace convscope
