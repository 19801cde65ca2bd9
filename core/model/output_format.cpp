// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "model/output_format.h"

#include "model/wiring.h"

#include <algorithm>

namespace convscope {

namespace {

bool hasFormat(const Layer &layer, const Layer &owner)
{
    return owner.type().dataFormat && !layer.isBypassed();
}

DataFormat firstFormat(const Model &model)
{
    for (const auto &layer : model.layers) {
        if (hasFormat(*layer, *layer))
            return dataFormat(*layer);
    }
    return DataFormat::ChannelsLast;
}

} // namespace

std::vector<DataFormat> outputFormats(const Model &model, std::span<const DataFormat> inputs)
{
    const Wiring wiring(model);
    std::vector<DataFormat> formats;
    formats.reserve(model.layers.size());
    for (int i = 0; i < model.size(); ++i) {
        const Layer &owner = wiring.owner(i);
        if (hasFormat(model.layer(i), owner)) {
            formats.push_back(dataFormat(owner));
            continue;
        }
        const std::vector<Source> sources = wiring.sources(i);
        if (!sources.empty() && sources.front().kind == Source::Kind::Layer) {
            formats.push_back(formats[static_cast<std::size_t>(sources.front().index)]);
            continue;
        }
        const auto input =
            static_cast<std::size_t>(sources.empty() ? 0 : std::max(sources.front().index, 0));
        formats.push_back(inputs.empty() ? DataFormat::ChannelsLast
                                         : inputs[std::min(input, inputs.size() - 1)]);
    }
    return formats;
}

std::vector<DataFormat> outputFormats(const Model &model, DataFormat input)
{
    return outputFormats(model, std::span(&input, 1));
}

std::vector<DataFormat> inputFormats(const Model &model)
{
    const std::size_t count = std::max<std::size_t>(model.inputs.size(), 1);
    std::vector<std::optional<DataFormat>> found(count);
    std::size_t missing = count;
    const Wiring wiring(model);
    // The inputs whose channels lie in each layer's output as they came, as far as any do.
    std::vector<std::vector<int>> carried(model.layers.size());
    for (int i = 0; i < model.size() && missing > 0; ++i) {
        std::vector<int> read;
        for (const Source &source : wiring.sources(i)) {
            if (source.kind == Source::Kind::Input)
                read.push_back(source.index);
            else if (source.kind == Source::Kind::Layer)
                read.insert(read.end(), carried[static_cast<std::size_t>(source.index)].begin(),
                            carried[static_cast<std::size_t>(source.index)].end());
        }
        std::sort(read.begin(), read.end());
        read.erase(std::unique(read.begin(), read.end()), read.end());
        const Layer &owner = wiring.owner(i);
        if (!hasFormat(model.layer(i), owner)) {
            carried[static_cast<std::size_t>(i)] = std::move(read);
            continue;
        }
        for (const int input : read) {
            auto &format = found[static_cast<std::size_t>(input)];
            if (format)
                continue;
            format = dataFormat(owner);
            --missing;
        }
    }
    const DataFormat otherwise = firstFormat(model);
    std::vector<DataFormat> formats;
    for (const auto &format : found)
        formats.push_back(format.value_or(otherwise));
    return formats;
}

DataFormat inputFormat(const Model &model)
{
    return inputFormats(model).front();
}

int inputRank(const Model &model)
{
    for (const ModelInput &input : model.inputs) {
        if (input.shape.rank() > 0)
            return input.shape.rank();
    }
    for (const auto &layer : model.layers) {
        if (layer->type().inputRank > 0 && !layer->isBypassed())
            return layer->type().inputRank;
    }
    return 0;
}

std::optional<int> spatialRank(const Model &model)
{
    const int rank = inputRank(model);
    return rank >= 3 && rank <= 5 ? std::optional(rank - 2) : std::nullopt;
}

} // namespace convscope
