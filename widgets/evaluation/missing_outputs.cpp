// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "evaluation/missing_outputs.h"

#include "layers/unknown_layer.h"
#include "model/wiring.h"

namespace convscope {

std::vector<std::string> missingOutputs(const Model &model)
{
    std::vector<std::string> missing(static_cast<std::size_t>(model.size()));
    const Wiring wiring(model);
    for (int i = 0; i < model.size(); ++i) {
        // What stands in for its output needs nothing.
        if (isUnknown(model.layer(i)) && !unknownLayer(model.layer(i)).fed.isNull())
            continue;
        for (const Source &source : wiring.sources(i)) {
            if (source.kind != Source::Kind::Layer || source.index >= i)
                continue;
            const Layer &read = model.layer(source.index);
            const std::string &before = missing[static_cast<std::size_t>(source.index)];
            const bool hasNone =
                isUnknown(read) && !read.isBypassed() && unknownLayer(read).fed.isNull();
            if (hasNone || !before.empty()) {
                missing[static_cast<std::size_t>(i)] = hasNone ? read.name() : before;
                break;
            }
        }
    }
    return missing;
}

} // namespace convscope
