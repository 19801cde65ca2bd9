// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "base/check.h"
#include "layers/interpolation_words.h"
#include "layers/up_sampling_layer.h"

namespace convscope {

namespace {

struct UpSampling2DParams
{
    Tuple<2> size{2, 2};
    DataFormat dataFormat = DataFormat::ChannelsLast;
    Interpolation interpolation = Interpolation::Nearest;

    bool operator==(const UpSampling2DParams &) const = default;
};

AxisReport axisReport(const UpSampling2DParams &p, std::size_t axis, std::int64_t input)
{
    const std::int64_t size = p.size[axis];
    switch (p.interpolation) {
    case Interpolation::Nearest:
        return repeatReport(input, size);
    case Interpolation::Bilinear:
        return blendReport(input, size, 1);
    case Interpolation::BilinearLegacy:
        return blendFromOriginReport(input, size);
    case Interpolation::Bicubic:
        return blendReport(input, size, 2);
    case Interpolation::Lanczos3:
        return blendReport(input, size, 3);
    case Interpolation::Lanczos5:
        return blendReport(input, size, 5);
    }
    checkFailed("a known interpolation", std::source_location::current());
}

Failure refuseLength(const UpSampling2DParams &, const Shape &input, std::size_t axis,
                     const AxisReport &report)
{
    return refuseEmpty(input, axis, report);
}

Result<Tensor> forward(const UpSampling2DParams &p, std::span<const Tensor> inputs,
                       std::span<const Tensor>, const KernelContext &context)
{
    return upsample(upsampleProblem(inputs[0], list(p.size), p.dataFormat, p.interpolation),
                    inputs[0], context);
}

Words brief(const UpSampling2DParams &p)
{
    return upSamplingBrief(list(p.size), p.interpolation);
}

Arithmetic arithmetic(const UpSampling2DParams &p, std::span<const Shape>)
{
    return interpolationOf(p.interpolation, list(p.size));
}

} // namespace

extern const LayerType kUpSampling2D;
const LayerType kUpSampling2D = layerType<UpSampling2DParams>({
    .className = "UpSampling2D",
    .group = LayerGroup::UpSample,
    .summary = "repeats or blends rows and columns",
    .inputRank = 4,
    .schema = {{
        upSamplingSizeRow<UpSampling2DParams>(),
        rows::dataFormat<UpSampling2DParams>(),
        param("interpolation", &UpSampling2DParams::interpolation)
            .label("Interpolation")
            .doc("nearest repeats cells; the others blend neighbours with cell centres aligned. "
                 "bilinear_legacy aligns the first cells instead, as Keras 2.2.3 to 2.3.1 and "
                 "TensorFlow.js do.")
            .rule("E10"),
    }},
    .inferShape = inferSpatialShape,
    .axes = axes,
    .dataFormat = dataFormat,
    .forward = forward,
    .sight = channelWindows,
    .arithmetic = arithmetic,
    .brief = brief,
});

} // namespace convscope
