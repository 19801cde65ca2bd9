// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/pass_on.h"

namespace convscope {

namespace {

struct GaussianDropoutParams
{
    double rate = 0.5;
    std::optional<std::int64_t> seed;

    bool operator==(const GaussianDropoutParams &) const = default;
};

} // namespace

extern const LayerType kGaussianDropout;
const LayerType kGaussianDropout = layerType<GaussianDropoutParams>({
    .className = "GaussianDropout",
    .group = LayerGroup::Noise,
    .summary = "multiplies by noise during training",
    .inputRank = 0,
    .schema = {{
        rateRow<GaussianDropoutParams>(),
        seedRow<GaussianDropoutParams>(),
    }},
    .inferShape = keepShape,
    .forward = passOn,
    .sight = samePlace,
    .arithmetic = copied,
});

} // namespace convscope
