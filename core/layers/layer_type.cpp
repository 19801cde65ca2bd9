// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/layer_type.h"

namespace convscope {

std::string_view title(LayerGroup group)
{
    switch (group) {
    case LayerGroup::Convolution:
        return "Convolution";
    case LayerGroup::Transposed:
        return "Transposed";
    case LayerGroup::Separable:
        return "Separable";
    case LayerGroup::Crop:
        return "Crop";
    case LayerGroup::Pad:
        return "Pad";
    case LayerGroup::UpSample:
        return "Up-sample";
    case LayerGroup::Pool:
        return "Pool";
    case LayerGroup::Activation:
        return "Activation";
    case LayerGroup::Normalization:
        return "Normalization";
    case LayerGroup::Shape:
        return "Shape";
    case LayerGroup::Merge:
        return "Merge";
    case LayerGroup::Noise:
        return "Noise";
    case LayerGroup::Core:
        return "Core";
    }
    checkFailed("a known group", std::source_location::current());
}

} // namespace convscope
