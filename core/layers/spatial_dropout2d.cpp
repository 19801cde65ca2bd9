// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/argument_rows.h"
#include "layers/pass_on.h"
#include "layers/spatial_layer.h"

namespace convscope {

namespace {

struct SpatialDropout2DParams
{
    double rate = 0.5;
    DataFormat dataFormat = DataFormat::ChannelsLast;
    std::optional<std::int64_t> seed;

    bool operator==(const SpatialDropout2DParams &) const = default;
};

} // namespace

extern const LayerType kSpatialDropout2D;
const LayerType kSpatialDropout2D = layerType<SpatialDropout2DParams>({
    .className = "SpatialDropout2D",
    .group = LayerGroup::Noise,
    .summary = "drops whole channels during training",
    .inputRank = 4,
    .schema = {{
        rateRow<SpatialDropout2DParams>(),
        rows::dataFormat<SpatialDropout2DParams>(),
        seedRow<SpatialDropout2DParams>(),
    }},
    .inferShape = keepShape,
    .dataFormat = dataFormat,
    .forward = passOn,
    .sight = samePlace,
    .arithmetic = copied,
});

} // namespace convscope
