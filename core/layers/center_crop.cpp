// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/move/rearrange.h"
#include "layers/argument_rows.h"
#include "layers/layer_type.h"
#include "layers/resized_axis.h"
#include "layers/spatial_layer.h"

namespace convscope {

namespace {

struct CenterCropParams
{
    std::int64_t height = 8;
    std::int64_t width = 8;
    DataFormat dataFormat = DataFormat::ChannelsLast;

    bool operator==(const CenterCropParams &) const = default;
};

bool isLargeEnough(const CenterCropParams &p, std::int64_t rows, std::int64_t columns)
{
    return rows >= p.height && columns >= p.width;
}

Result<Shape> inferShape(const CenterCropParams &p, std::span<const Shape> inputs)
{
    return pictureOfSize(inputs[0], p.dataFormat, p.height, p.width);
}

std::vector<AxisReport> axes(const CenterCropParams &p, const Shape &input)
{
    const int first = spatialAxis(p.dataFormat);
    const std::int64_t rows = input[first].value();
    const std::int64_t columns = input[first + 1].value();
    if (!isLargeEnough(p, rows, columns)) {
        const ResizedArea area = croppedToShape(rows, columns, p.height, p.width);
        return {resizedReport(rows, area.top, area.rows, p.height, Interpolation::Bilinear),
                resizedReport(columns, area.left, area.columns, p.width, Interpolation::Bilinear)};
    }
    const auto cut = [](std::int64_t have, std::int64_t want) {
        const std::int64_t before = (have - want) / 2;
        return cropReport(have, {before, have - want - before});
    };
    return {cut(rows, p.height), cut(columns, p.width)};
}

/// A picture that is too small is stretched, after the shape of the output has been cut out of it.
Result<Tensor> forward(const CenterCropParams &p, std::span<const Tensor> inputs,
                       std::span<const Tensor>, const KernelContext &context)
{
    const Tensor &src = inputs[0];
    const auto first = static_cast<std::size_t>(spatialAxis(p.dataFormat));
    const std::int64_t rows = src.extents()[first];
    const std::int64_t columns = src.extents()[first + 1];
    if (!isLargeEnough(p, rows, columns)) {
        const ResizedArea area = croppedToShape(rows, columns, p.height, p.width);
        ResizeProblem problem;
        problem.interpolation = Interpolation::Bilinear;
        problem.format = p.dataFormat;
        problem.height = p.height;
        problem.width = p.width;
        problem.first = {area.top, area.left};
        problem.part = {area.rows, area.columns};
        return resize(problem, src, context);
    }
    Extents before(4, 0);
    Extents after(4, 0);
    const std::int64_t wanted[] = {p.height, p.width};
    for (std::size_t i = 0; i < 2; ++i) {
        const std::int64_t rest = src.extents()[first + i] - wanted[i];
        before[first + i] = rest / 2;
        after[first + i] = rest - rest / 2;
    }
    return crop(src, before, after, context);
}

Words brief(const CenterCropParams &p)
{
    return words("{height}×{width}", p.height, p.width);
}

Arithmetic arithmetic(const CenterCropParams &p, std::span<const Shape> inputs)
{
    const int first = spatialAxis(p.dataFormat);
    const bool copies = isLargeEnough(p, inputs[0][first].value(), inputs[0][first + 1].value());
    return copies ? arithmeticOf(Arithmetic::Rule::Copy)
                  : interpolationOf(Interpolation::Bilinear, {});
}

} // namespace

extern const LayerType kCenterCrop;
const LayerType kCenterCrop = layerType<CenterCropParams>({
    .className = "CenterCrop",
    .group = LayerGroup::Crop,
    .summary = "keeps the middle of a picture",
    .inputRank = 4,
    .schema = {{
        param("height", &CenterCropParams::height)
            .label("Height")
            .doc("Rows of the output.")
            .atLeast(1)
            .required(),
        param("width", &CenterCropParams::width)
            .label("Width")
            .doc("Columns of the output.")
            .atLeast(1)
            .required(),
        rows::dataFormat<CenterCropParams>(),
    }},
    .inferShape = inferShape,
    .axes = axes,
    .dataFormat = dataFormat,
    .forward = forward,
    .sight = channelWindows,
    .arithmetic = arithmetic,
    .brief = brief,
});

} // namespace convscope
