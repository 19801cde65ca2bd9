// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/pass_on.h"

namespace convscope {

namespace {

/// Of the networks ConvNeXt: leaves whole branches out during training.
struct StochasticDepthParams
{
    double dropPathRate = 0.1;

    bool operator==(const StochasticDepthParams &) const = default;
};

} // namespace

extern const LayerType kStochasticDepth;
const LayerType kStochasticDepth = layerType<StochasticDepthParams>({
    .className = "StochasticDepth",
    .module = "keras.src.applications.convnext",
    .group = LayerGroup::Noise,
    .summary = "leaves out the whole branch at random during training",
    .schema = {{
        param("drop_path_rate", &StochasticDepthParams::dropPathRate)
            .label("Rate")
            .doc("How often training leaves the branch out, from 0 to 1. Outside training nothing "
                 "happens.")
            .atLeast(0)
            .atMost(1)
            .required(),
    }},
    .inferShape = keepShape,
    .forward = passOn,
    .sight = samePlace,
    .arithmetic = copied,
});

} // namespace convscope
