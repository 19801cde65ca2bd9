// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/pass_on.h"
#include "layers/regularizers.h"

namespace convscope {

namespace {

struct ActivityRegularizationParams
{
    double l1 = 0;
    double l2 = 0;

    bool operator==(const ActivityRegularizationParams &) const = default;
};

ObjectValue activityRegularizer(const ActivityRegularizationParams &p)
{
    return {"L1L2", {{"l1", p.l1}, {"l2", p.l2}}};
}

} // namespace

extern const LayerType kActivityRegularization;
const LayerType kActivityRegularization = layerType<ActivityRegularizationParams>({
    .className = "ActivityRegularization",
    .group = LayerGroup::Core,
    .summary = "adds a penalty on its input to the loss",
    .schema = {{
        param("l1", &ActivityRegularizationParams::l1)
            .label("L1 factor")
            .doc("Factor of the sum of absolute values, divided by the batch.")
            .atLeast(0),
        param("l2", &ActivityRegularizationParams::l2)
            .label("L2 factor")
            .doc("Factor of the sum of squares, divided by the batch.")
            .atLeast(0),
    }},
    .inferShape = keepShape,
    .forward = passOn,
    .sight = samePlace,
    .arithmetic = copied,
    .activityRegularizer = activityRegularizer,
});

} // namespace convscope
