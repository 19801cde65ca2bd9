// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "model/output_format.h"

namespace convscope {

std::vector<DataFormat> outputFormats(const Model &model, DataFormat input)
{
    std::vector<DataFormat> formats;
    for (int i = 0; i < model.size(); ++i) {
        const Layer &owner = model.owner(i);
        if (owner.type().dataFormat && !model.layer(i).isBypassed()) {
            formats.push_back(dataFormat(owner));
            continue;
        }
        const std::vector<Source> sources = model.sources(i);
        const bool readsLayer = !sources.empty() && sources.front().kind == Source::Kind::Layer;
        formats.push_back(readsLayer ? formats[static_cast<std::size_t>(sources.front().index)]
                                     : input);
    }
    return formats;
}

DataFormat inputFormat(const Model &model)
{
    for (const auto &layer : model.layers) {
        if (layer->type().dataFormat && !layer->isBypassed())
            return dataFormat(*layer);
    }
    return DataFormat::ChannelsLast;
}

} // namespace convscope
