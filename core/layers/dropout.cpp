// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/pass_on.h"

namespace convscope {

namespace {

struct DropoutParams
{
    double rate = 0.5;
    std::optional<IntList> noiseShape;
    std::optional<std::int64_t> seed;

    bool operator==(const DropoutParams &) const = default;
};

} // namespace

extern const LayerType kDropout;
const LayerType kDropout = layerType<DropoutParams>({
    .className = "Dropout",
    .group = LayerGroup::Noise,
    .summary = "drops values during training",
    .inputRank = 0,
    .schema = {{
        rateRow<DropoutParams>(),
        param("noise_shape", &DropoutParams::noiseShape)
            .label("Noise shape")
            .doc("Shape of the mask that training draws, with batch; 1 where an axis shares it."),
        seedRow<DropoutParams>(),
    }},
    .inferShape = keepShape,
    .forward = passOn,
    .sight = samePlace,
    .arithmetic = copied,
});

} // namespace convscope
