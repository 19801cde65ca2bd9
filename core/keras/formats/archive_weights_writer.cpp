// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "keras/formats/archive_weights.h"

#include "keras/formats/written_weights.h"
#include "keras/model_builder.h"
#include "keras/operation_nodes.h"
#include "layers/time_distributed.h"
#include "layers/unknown_layer.h"
#include "model/wiring.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <map>

namespace convscope {

namespace {

/// Where Keras 3 keeps the weights of a layer below its group. Of an unknown class its file says
/// it; from other kinds of files it is guessed.
std::string placeOf(const Layer &layer, const WrittenWeights &written, std::size_t index)
{
    const std::string &name = written.names[index];
    if (insideTimeDistributed(layer.type()) != nullptr)
        return fmt::format("layer/vars/{}", index);
    if (!isUnknown(layer))
        return fmt::format("vars/{}", index);
    if (name.find("vars/") != std::string::npos)
        return name;
    static constexpr std::array<std::string_view, 3> kRecurrent{"LSTM", "GRU", "SimpleRNN"};
    const bool hasCell =
        std::find(kRecurrent.begin(), kRecurrent.end(), layer.type().className) != kRecurrent.end();
    return fmt::format("{}{}", hasCell ? "cell/vars/" : "vars/", index);
}

} // namespace

Result<void> writeArchiveWeights(Hdf5Writer &file, const Model &model, const Json &json,
                                 std::span<const WrittenWeights> weights)
{
    const Json *entries = layerEntries(json);
    std::map<std::string, int> used;
    const Wiring wiring(model);
    for (const Json &entry : entries != nullptr ? *entries : Json::array()) {
        if (isOperationEntry(entry) || (isInputLayer(entry) && isSequentialEntry(json)))
            continue;
        const std::string id = weightGroupName(stringMember(entry, "class_name"));
        const int number = used[id]++;
        const std::string group =
            fmt::format("layers/{}{}", id, number == 0 ? "" : fmt::format("_{}", number));
        if (auto made = file.group(group + "/vars"); !made)
            return made;
        if (auto named = file.text(group + "/vars", "name", entryName(entry)); !named)
            return named;
        const WrittenWeights *own = weightsOf(weights, wiring.indexOf(nameHere(entry)));
        if (own == nullptr)
            continue;
        for (std::size_t i = 0; i < own->weights.size(); ++i) {
            auto done = file.array(group + '/' + placeOf(model.layer(own->layer), *own, i),
                                   own->weights[i]);
            if (!done)
                return done;
        }
    }
    if (auto made = file.group("vars"); !made)
        return made;
    return file.text("vars", "name", model.name);
}

} // namespace convscope
