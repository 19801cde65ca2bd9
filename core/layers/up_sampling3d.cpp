// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/up_sampling_layer.h"

namespace convscope {

namespace {

struct UpSampling3DParams
{
    Tuple<3> size{2, 2, 2};
    DataFormat dataFormat = DataFormat::ChannelsLast;

    bool operator==(const UpSampling3DParams &) const = default;
};

AxisReport axisReport(const UpSampling3DParams &p, std::size_t axis, std::int64_t input)
{
    return repeatReport(input, p.size[axis]);
}

Failure refuseLength(const UpSampling3DParams &, const Shape &input, std::size_t axis,
                     const AxisReport &report)
{
    return refuseEmpty(input, axis, report);
}

Result<Tensor> forward(const UpSampling3DParams &p, std::span<const Tensor> inputs,
                       std::span<const Tensor>, const KernelContext &context)
{
    return upsample(upsampleProblem(inputs[0], list(p.size), dataFormat(p), Interpolation::Nearest),
                    inputs[0], context);
}

Words brief(const UpSampling3DParams &p)
{
    return upSamplingBrief(list(p.size), Interpolation::Nearest);
}

} // namespace

extern const LayerType kUpSampling3D;
const LayerType kUpSampling3D = layerType<UpSampling3DParams>({
    .className = "UpSampling3D",
    .group = LayerGroup::UpSample,
    .summary = "repeats slices, rows and columns",
    .inputRank = 5,
    .schema = {{
        upSamplingSizeRow<UpSampling3DParams>(),
        rows::dataFormat<UpSampling3DParams>(),
    }},
    .inferShape = inferSpatialShape,
    .axes = axes,
    .dataFormat = dataFormat,
    .forward = forward,
    .sight = channelWindows,
    .arithmetic = copied,
    .brief = brief,
});

} // namespace convscope
