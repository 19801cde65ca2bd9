// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/up_sampling_layer.h"

namespace convscope {

namespace {

/// Always (batch, steps, channels): Keras has no data_format here.
struct UpSampling1DParams
{
    std::int64_t size = 2;

    bool operator==(const UpSampling1DParams &) const = default;
};

AxisReport axisReport(const UpSampling1DParams &p, std::size_t, std::int64_t input)
{
    return repeatReport(input, p.size);
}

Failure refuseLength(const UpSampling1DParams &, const Shape &input, std::size_t axis,
                     const AxisReport &report)
{
    return refuseEmpty(input, axis, report);
}

Result<Tensor> forward(const UpSampling1DParams &p, std::span<const Tensor> inputs,
                       std::span<const Tensor>, const KernelContext &context)
{
    return upsample(upsampleProblem(inputs[0], {p.size}, dataFormat(p), Interpolation::Nearest),
                    inputs[0], context);
}

Words brief(const UpSampling1DParams &p)
{
    return upSamplingBrief({p.size}, Interpolation::Nearest);
}

} // namespace

extern const LayerType kUpSampling1D;
const LayerType kUpSampling1D = layerType<UpSampling1DParams>({
    .className = "UpSampling1D",
    .group = LayerGroup::UpSample,
    .summary = "repeats steps",
    .inputRank = 3,
    .schema = {{
        upSamplingSizeRow<UpSampling1DParams>(),
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
