// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/argument_rows.h"
#include "layers/pass_on.h"
#include "layers/spatial_layer.h"

namespace convscope {

namespace {

struct SpatialDropout3DParams
{
    double rate = 0.5;
    DataFormat dataFormat = DataFormat::ChannelsLast;
    std::optional<std::int64_t> seed;

    bool operator==(const SpatialDropout3DParams &) const = default;
};

} // namespace

extern const LayerType kSpatialDropout3D;
const LayerType kSpatialDropout3D = layerType<SpatialDropout3DParams>({
    .className = "SpatialDropout3D",
    .group = LayerGroup::Noise,
    .summary = "drops whole channels during training",
    .inputRank = 5,
    .schema = {{
        rateRow<SpatialDropout3DParams>(),
        rows::dataFormat<SpatialDropout3DParams>(),
        seedRow<SpatialDropout3DParams>(),
    }},
    .inferShape = keepShape,
    .dataFormat = dataFormat,
    .forward = passOn,
    .sight = samePlace,
    .arithmetic = copied,
});

} // namespace convscope
