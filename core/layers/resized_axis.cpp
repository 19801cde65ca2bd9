// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/resized_axis.h"

#include "base/saturating.h"

#include <algorithm>
#include <string>

namespace convscope {

namespace {

/// Keras divides in floating point and cuts off.
std::int64_t inProportion(std::int64_t length, std::int64_t to, std::int64_t from)
{
    return static_cast<std::int64_t>(static_cast<double>(saturatingMultiply(length, to)) /
                                     static_cast<double>(from));
}

/// Cells on either side of the nearest ones.
std::int64_t radiusOf(Interpolation interpolation)
{
    switch (interpolation) {
    case Interpolation::Nearest:
        return 0;
    case Interpolation::Bilinear:
    case Interpolation::BilinearLegacy:
        return 1;
    case Interpolation::Bicubic:
        return 2;
    case Interpolation::Lanczos3:
        return 3;
    case Interpolation::Lanczos5:
        return 5;
    }
    return 1;
}

/// The map's offset for a part that begins with the input.
std::int64_t offsetOfPart(std::int64_t radius, std::int64_t part, std::int64_t output)
{
    return radius == 0
               ? -part
               : output - part + saturatingMultiply(saturatingMultiply(2, output), radius - 1);
}

} // namespace

Result<Shape> pictureOfSize(const Shape &input, DataFormat format, std::int64_t height,
                            std::int64_t width)
{
    const int first = spatialAxis(format);
    if (input[first] == Dim(0) || input[first + 1] == Dim(0))
        return fail("E13", "input", {},
                    words("The input is an empty picture. Received the input shape {shape}",
                          input.toString()));
    Shape shape = input;
    shape[first] = height;
    shape[first + 1] = width;
    return shape;
}

ResizedArea croppedToShape(std::int64_t rows, std::int64_t columns, std::int64_t height,
                           std::int64_t width)
{
    const std::int64_t keptRows =
        std::max<std::int64_t>(std::min(rows, inProportion(columns, height, width)), 1);
    const std::int64_t keptColumns =
        std::max<std::int64_t>(std::min(columns, inProportion(rows, width, height)), 1);
    return {keptRows, keptColumns, (rows - keptRows) / 2, (columns - keptColumns) / 2};
}

ResizedArea paddedToShape(std::int64_t rows, std::int64_t columns, std::int64_t height,
                          std::int64_t width)
{
    // As many cells are added after as before, so an odd one is left out.
    const std::int64_t above = (std::max(rows, inProportion(columns, height, width)) - rows) / 2;
    const std::int64_t before =
        (std::max(columns, inProportion(rows, width, height)) - columns) / 2;
    return {rows + 2 * above, columns + 2 * before, -above, -before};
}

AxisReport resizedReport(std::int64_t input, std::int64_t first, std::int64_t part,
                         std::int64_t output, Interpolation interpolation, bool antialias)
{
    std::int64_t radius = radiusOf(interpolation);
    if (antialias && part > output)
        radius = (radius * part + output - 1) / output;
    AxisReport report;
    AxisMap &map = report.map;
    map.input = input;
    map.output = output;
    // Cell o lies at (o + ½)·part ÷ output; the blended ones are radius to both sides of that less
    // ½.
    const std::int64_t twice = saturatingMultiply(2, output);
    map.step = saturatingMultiply(2, part);
    map.divisor = twice;
    map.floors = true;
    map.taps = std::max<std::int64_t>(2 * radius, 1);
    map.tapStep = twice;
    map.offset = offsetOfPart(radius, part, output) - saturatingMultiply(twice, first);
    report.formula = {{output},
                      [](const AxisFormula::Numbers &n) { return words("{output}", n[0]); }};
    return report;
}

ResizedLine resizedLine(const AxisMap &map, Interpolation interpolation)
{
    const std::int64_t radius = map.taps / 2;
    ResizedLine line;
    line.part = map.step / 2;
    line.first = (offsetOfPart(radius, line.part, map.output) - map.offset) /
                 saturatingMultiply(2, map.output);
    line.isAntialiased = radius > radiusOf(interpolation);
    return line;
}

} // namespace convscope
