// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/argument_rows.h"
#include "layers/interpolation_words.h"
#include "layers/layer_type.h"
#include "layers/resized_axis.h"
#include "layers/spatial_layer.h"

namespace convscope {

namespace {

struct ResizingParams
{
    std::int64_t height = 8;
    std::int64_t width = 8;
    Interpolation interpolation = Interpolation::Bilinear;
    bool cropToAspectRatio = false;
    bool padToAspectRatio = false;
    std::string fillMode = "constant";
    double fillValue = 0;
    bool antialias = false;
    DataFormat dataFormat = DataFormat::ChannelsLast;

    bool operator==(const ResizingParams &) const = default;
};

Result<void> cropOrPad(const ResizingParams &p)
{
    if (p.cropToAspectRatio && p.padToAspectRatio)
        return fail("E3", "pad_to_aspect_ratio", "true",
                    words("only one of crop_to_aspect_ratio and pad_to_aspect_ratio can be True"));
    if (p.fillMode != "constant")
        return fail("E10", "fill_mode", toJsonText(p.fillMode),
                    words("fill_mode must be 'constant'. Received '{mode}'", p.fillMode));
    return {};
}

ResizedArea areaOf(const ResizingParams &p, std::int64_t rows, std::int64_t columns)
{
    if (p.cropToAspectRatio)
        return croppedToShape(rows, columns, p.height, p.width);
    if (p.padToAspectRatio)
        return paddedToShape(rows, columns, p.height, p.width);
    return {rows, columns, 0, 0};
}

Result<Shape> inferShape(const ResizingParams &p, std::span<const Shape> inputs)
{
    return pictureOfSize(inputs[0], p.dataFormat, p.height, p.width);
}

std::vector<AxisReport> axes(const ResizingParams &p, const Shape &input)
{
    const int first = spatialAxis(p.dataFormat);
    const std::int64_t rows = input[first].value();
    const std::int64_t columns = input[first + 1].value();
    const ResizedArea area = areaOf(p, rows, columns);
    return {resizedReport(rows, area.top, area.rows, p.height, p.interpolation, p.antialias),
            resizedReport(columns, area.left, area.columns, p.width, p.interpolation, p.antialias)};
}

Result<Tensor> forward(const ResizingParams &p, std::span<const Tensor> inputs,
                       std::span<const Tensor>, const KernelContext &context)
{
    const Tensor &src = inputs[0];
    const int first = spatialAxis(p.dataFormat);
    const ResizedArea area = areaOf(p, src.extent(first), src.extent(first + 1));
    ResizeProblem problem;
    problem.interpolation = p.interpolation;
    problem.antialias = p.antialias;
    problem.format = p.dataFormat;
    problem.height = p.height;
    problem.width = p.width;
    problem.first = {area.top, area.left};
    problem.part = {area.rows, area.columns};
    problem.fill = static_cast<float>(p.fillValue);
    return resize(problem, src, context);
}

Words brief(const ResizingParams &p)
{
    return words("{height}×{width}", p.height, p.width);
}

Arithmetic arithmetic(const ResizingParams &p, std::span<const Shape>)
{
    const bool copies =
        p.interpolation == Interpolation::Nearest && (!p.padToAspectRatio || p.fillValue == 0);
    if (copies)
        return arithmeticOf(Arithmetic::Rule::Copy);
    Arithmetic a = arithmeticOf(Arithmetic::Rule::Interpolate);
    a.interpolation = p.interpolation;
    a.offset = p.fillValue;
    return a;
}

} // namespace

extern const LayerType kResizing;
const LayerType kResizing = layerType<ResizingParams>({
    .className = "Resizing",
    .group = LayerGroup::UpSample,
    .summary = "stretches a picture to a size",
    .inputRank = 4,
    .schema = {{
                   param("height", &ResizingParams::height)
                       .label("Height")
                       .doc("Rows of the output.")
                       .atLeast(1)
                       .required(),
                   param("width", &ResizingParams::width)
                       .label("Width")
                       .doc("Columns of the output.")
                       .atLeast(1)
                       .required(),
                   param("interpolation", &ResizingParams::interpolation)
                       .label("Interpolation")
                       .doc("nearest copies cells; the others blend neighbours with cell centres "
                            "aligned.")
                       .choices({"nearest", "bilinear", "bicubic", "lanczos3", "lanczos5"})
                       .rule("E10"),
                   param("crop_to_aspect_ratio", &ResizingParams::cropToAspectRatio)
                       .label("Crop")
                       .doc("Whether what does not fit the output's shape is cut off on both sides "
                            "first, so that nothing is distorted."),
                   param("pad_to_aspect_ratio", &ResizingParams::padToAspectRatio)
                       .label("Pad")
                       .doc("Whether the picture is widened to the output's shape first, so that "
                            "nothing is distorted."),
                   param("fill_mode", &ResizingParams::fillMode)
                       .label("Fill mode")
                       .doc("What padding adds: constant.")
                       .rare(),
                   param("fill_value", &ResizingParams::fillValue)
                       .label("Fill value")
                       .doc("The value that padding adds."),
                   param("antialias", &ResizingParams::antialias)
                       .label("Antialias")
                       .doc("Whether a smaller output blends all cells that it stands for."),
                   rows::dataFormat<ResizingParams>(),
               },
               {cropOrPad}},
    .inferShape = inferShape,
    .axes = axes,
    .dataFormat = dataFormat,
    .forward = forward,
    .sight = channelWindows,
    .arithmetic = arithmetic,
    .brief = brief,
});

} // namespace convscope
