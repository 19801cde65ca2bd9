// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "style/layer_icon.h"

using namespace Qt::StringLiterals;

namespace convscope {

QString layerIcon(LayerGroup group)
{
    switch (group) {
    case LayerGroup::Convolution:
        return u"layer_conv"_s;
    case LayerGroup::Transposed:
        return u"layer_transpose"_s;
    case LayerGroup::Separable:
        return u"layer_separable"_s;
    case LayerGroup::Crop:
        return u"layer_crop"_s;
    case LayerGroup::Pad:
        return u"layer_pad"_s;
    case LayerGroup::UpSample:
        return u"layer_upsample"_s;
    case LayerGroup::Pool:
        return u"layer_pool"_s;
    case LayerGroup::Activation:
        return u"layer_activation"_s;
    case LayerGroup::Normalization:
        return u"sliders"_s;
    case LayerGroup::Shape:
        return u"grid"_s;
    case LayerGroup::Merge:
        return u"layer_merge"_s;
    case LayerGroup::Noise:
        return u"dice"_s;
    case LayerGroup::Core:
        return u"split"_s;
    }
    return {};
}

} // namespace convscope
