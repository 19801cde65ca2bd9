// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/functions/group_reduce.h"
#include "kernels/move/axis_split.h"
#include "layers/scale_and_center.h"
#include "layers/tensor_axes.h"
#include "layers/tensor_axis.h"

#include <algorithm>

namespace convscope {

namespace {

struct GroupNormalizationParams : ScaleAndCenter
{
    std::int64_t groups = 32;
    std::int64_t axis = -1;
    double epsilon = 0.001;

    bool operator==(const GroupNormalizationParams &) const = default;
};

Result<void> groupsArePositive(const GroupNormalizationParams &p)
{
    if (p.groups > 0 || p.groups == -1)
        return {};
    return fail("E7", "groups", std::to_string(p.groups),
                words("groups must be a positive integer, or −1 for one group per channel. "
                      "Received {groups}",
                      p.groups));
}

std::int64_t groupCount(const GroupNormalizationParams &p, std::int64_t channels)
{
    return p.groups == -1 ? channels : p.groups;
}

Result<Shape> inferShape(const GroupNormalizationParams &p, std::span<const Shape> inputs)
{
    const Shape &input = inputs[0];
    const auto axis = tensorAxis(p.axis, input);
    if (!axis)
        return fail(axis.error());
    if (const auto extents = knownExtents({*axis}, input); !extents)
        return fail(extents.error());
    if (*axis != 1 && *axis != input.rank() - 1)
        return fail("E11", "axis", std::to_string(p.axis),
                    words("axis must be the first behind the batch or the last. Received {axis} "
                          "for the input shape {shape}",
                          p.axis, input.toString()));
    const std::int64_t channels = *input[*axis];
    const std::int64_t groups = groupCount(p, channels);
    if (groups < 1 || channels % groups != 0)
        return fail("E7", "groups", std::to_string(p.groups),
                    words("groups must divide the number of input channels. Received groups "
                          "{groups} for {channels} channels of the input shape {shape}: {channels} "
                          "mod {groups} = {rest}",
                          groups, channels, input.toString(),
                          groups < 1 ? channels : channels % groups));
    return input;
}

std::vector<WeightSpec> weightSpecs(const GroupNormalizationParams &p,
                                    std::span<const Shape> inputs)
{
    return scaleAndCenterSpecs(p, {inputs[0][static_cast<int>(p.axis)].value()});
}

/// Channels last: a cell's channels lie next to each other, those of a group too. Elsewhere a group
/// is one stretch.
Result<Tensor> forward(const GroupNormalizationParams &p, std::span<const Tensor> inputs,
                       std::span<const Tensor> weights, const KernelContext &context)
{
    const Tensor &src = inputs[0];
    const auto axis = static_cast<int>(p.axis < 0 ? p.axis + src.rank() : p.axis);
    const AxisSplit split = splitAt(src.extents(), axis);
    const std::int64_t groups = groupCount(p, split.length);
    const std::int64_t ofGroup = split.length / std::max<std::int64_t>(groups, 1);
    const std::int64_t batch = src.extent(0);
    GroupNorm norm;
    norm.epsilon = p.epsilon;
    norm.gamma = gammaOf(p, weights);
    norm.beta = betaOf(p, weights);
    if (split.inner == 1) {
        norm.split = {batch, batch == 0 ? 0 : split.outer / batch, groups, ofGroup};
        norm.groupStep = ofGroup;
    } else {
        norm.split = {batch * groups, 1, 1, ofGroup * split.inner};
        norm.outerPeriod = groups;
        norm.outerStep = ofGroup;
        norm.afterRun = split.inner;
    }
    return normalizeGroups(norm, src, context);
}

Words brief(const GroupNormalizationParams &p)
{
    if (p.groups == -1)
        return words("per channel");
    return p.groups == 1 ? words("1 group") : words("{groups} groups", p.groups);
}

/// All places, and the channels of the same group.
Sight sight(const GroupNormalizationParams &p, std::span<const Shape> inputs, const Shape &,
            std::size_t)
{
    const Shape &input = inputs[0];
    const int channel = tensorAxis(p.axis, input).value();
    const std::int64_t channels = input[channel].value();
    Sight sight = samePlaceOf(input, input);
    for (AxisSight &axis : sight.axes)
        axis.line = true;
    AxisSight &own = sight.axes[static_cast<std::size_t>(channel) - 1];
    own.line = false;
    own.blockOutputs = channels / groupCount(p, channels);
    own.blockInputs = own.blockOutputs;
    return sight;
}

Arithmetic arithmetic(const GroupNormalizationParams &p, std::span<const Shape> inputs)
{
    return normalizationOf(p, p.epsilon, {tensorAxis(p.axis, inputs[0]).value()});
}

} // namespace

extern const LayerType kGroupNormalization;
const LayerType kGroupNormalization = layerType<GroupNormalizationParams>({
    .className = "GroupNormalization",
    .group = LayerGroup::Normalization,
    .summary = "brings groups of channels to mean 0 and spread 1, each picture by itself",
    .schema = {withScaleAndCenter<GroupNormalizationParams>({
                   param("groups", &GroupNormalizationParams::groups)
                       .label("Groups")
                       .doc("Into how many groups the channels are divided; −1: each by itself.")
                       .atLeast(-1)
                       .rules("E7", "E7"),
                   param("axis", &GroupNormalizationParams::axis)
                       .label("Axis")
                       .doc("Axis of the channels: −1 for channels_last, 1 for channels_first."),
                   epsilonRow<GroupNormalizationParams>(),
               }),
               {groupsArePositive}},
    .inferShape = inferShape,
    .weightSpecs = weightSpecs,
    .forward = forward,
    .sight = sight,
    .arithmetic = arithmetic,
    .brief = brief,
});

} // namespace convscope
