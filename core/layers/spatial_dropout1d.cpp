// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/pass_on.h"

namespace convscope {

namespace {

struct SpatialDropout1DParams
{
    double rate = 0.5;
    std::optional<std::int64_t> seed;

    bool operator==(const SpatialDropout1DParams &) const = default;
};

} // namespace

extern const LayerType kSpatialDropout1D;
const LayerType kSpatialDropout1D = layerType<SpatialDropout1DParams>({
    .className = "SpatialDropout1D",
    .group = LayerGroup::Noise,
    .summary = "drops whole channels during training",
    .inputRank = 3,
    .schema = {{
        rateRow<SpatialDropout1DParams>(),
        seedRow<SpatialDropout1DParams>(),
    }},
    .inferShape = keepShape,
    .forward = passOn,
    .sight = samePlace,
    .arithmetic = copied,
});

} // namespace convscope
