// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "model/first_layers.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace convscope {

namespace {

bool rescales(std::string_view className)
{
    return className == "Rescaling" || className == "Normalization";
}

bool keepsValues(std::string_view className)
{
    constexpr std::array<std::string_view, 8> kNames{"ZeroPadding", "Cropping", "Resizing",
                                                     "CenterCrop",  "Random",   "Reshape",
                                                     "Permute",     "Dropout"};
    return std::ranges::any_of(kNames, [&](auto name) { return className.starts_with(name); });
}

} // namespace

bool firstLayersRescale(const Model &model, int input)
{
    // Whether a layer hands on the input's values.
    std::vector<bool> hasInput(model.layers.size());
    for (int i = 0; i < model.size(); ++i) {
        const auto sources = model.sources(i);
        const bool reads = std::ranges::any_of(sources, [&](const Source &source) {
            return source.kind == Source::Kind::Input
                       ? source.index == input
                       : source.kind == Source::Kind::Layer &&
                             hasInput[static_cast<std::size_t>(source.index)];
        });
        const std::string_view className = model.layer(i).type().className;
        if (reads && rescales(className))
            return true;
        hasInput[static_cast<std::size_t>(i)] = reads && keepsValues(className);
    }
    return false;
}

} // namespace convscope
