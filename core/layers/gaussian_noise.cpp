// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/pass_on.h"

namespace convscope {

namespace {

struct GaussianNoiseParams
{
    double stddev = 0.1;
    std::optional<std::int64_t> seed;

    bool operator==(const GaussianNoiseParams &) const = default;
};

} // namespace

extern const LayerType kGaussianNoise;
const LayerType kGaussianNoise = layerType<GaussianNoiseParams>({
    .className = "GaussianNoise",
    .group = LayerGroup::Noise,
    .summary = "adds noise during training",
    .inputRank = 0,
    .schema = {{
        param("stddev", &GaussianNoiseParams::stddev)
            .label("Standard deviation")
            .doc("Of the noise that training adds. Outside training nothing happens.")
            .atLeast(0)
            .required(),
        seedRow<GaussianNoiseParams>(),
    }},
    .inferShape = keepShape,
    .forward = passOn,
    .sight = samePlace,
    .arithmetic = copied,
});

} // namespace convscope
