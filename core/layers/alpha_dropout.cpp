// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/pass_on.h"

namespace convscope {

namespace {

struct AlphaDropoutParams
{
    double rate = 0.5;
    std::optional<IntList> noiseShape;
    std::optional<std::int64_t> seed;

    bool operator==(const AlphaDropoutParams &) const = default;
};

} // namespace

extern const LayerType kAlphaDropout;
const LayerType kAlphaDropout = layerType<AlphaDropoutParams>({
    .className = "AlphaDropout",
    .group = LayerGroup::Noise,
    .summary = "drops values during training and keeps mean and variance",
    .inputRank = 0,
    .schema = {{
        rateRow<AlphaDropoutParams>(),
        param("noise_shape", &AlphaDropoutParams::noiseShape)
            .label("Noise shape")
            .doc("Shape of the mask that training draws, with batch; 1 where an axis shares it."),
        seedRow<AlphaDropoutParams>(),
    }},
    .inferShape = keepShape,
    .forward = passOn,
    .sight = samePlace,
    .arithmetic = copied,
});

} // namespace convscope
