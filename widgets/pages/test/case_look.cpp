// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "pages/test/case_look.h"

#include "explain/explain.h"
#include "visual/render.h"

#include <algorithm>

namespace convscope {

namespace {

/// Larger maps are averaged to this before they are drawn.
constexpr std::int64_t kMostCells = 1024;

QImage pictureOf(const Plane &plane, float range, bool isDark)
{
    const double shrink =
        std::max(1.0, static_cast<double>(std::max(plane.rows, plane.columns)) / kMostCells);
    const auto scaled = [&](std::int64_t n) {
        return std::max<std::int64_t>(static_cast<std::int64_t>(static_cast<double>(n) / shrink),
                                      1);
    };
    QImage image(static_cast<int>(scaled(plane.columns)), static_cast<int>(scaled(plane.rows)),
                 QImage::Format_RGB32);
    if (image.isNull())
        return image;
    std::vector<std::uint32_t> pixels(static_cast<std::size_t>(image.width()) *
                                      static_cast<std::size_t>(image.height()));
    renderScaled(plane, {-range, range}, *findColormap(isDark ? "berlin" : "vik"), false,
                 image.height(), image.width(), pixels);
    for (int row = 0; row < image.height(); ++row)
        std::copy_n(pixels.begin() + static_cast<std::ptrdiff_t>(row) * image.width(),
                    image.width(), reinterpret_cast<std::uint32_t *>(image.scanLine(row)));
    return image;
}

void drawMaps(CaseLook &look, const std::array<Plane, CaseLook::kParts> &planes, bool isDark)
{
    double range = 0;
    for (const Plane &plane : planes)
        range = std::max(range,
                         largestMagnitude({plane.tensor.data() + plane.offset,
                                           static_cast<std::size_t>(plane.rows * plane.columns)}));
    look.range = range > 0 ? range : 1;
    for (std::size_t i = 0; i < planes.size(); ++i)
        look.pictures[i] = pictureOf(planes[i], static_cast<float>(look.range), isDark);
}

/// "27 products make 1.4, the bias adds 0.1, relu makes it 1.5".
Words arithmeticOf(const CaseLook &look, const CaseDetail &detail)
{
    const TensorDifference &d = look.difference;
    const CaseStages &stages = detail.stages;
    if (look.layer < 0 || d.worst.size() < 2)
        return {};
    const auto operands = operandsOf(stages.model, stages.inputs, stages.run, look.layer);
    if (!operands)
        return {};
    const Extents cell = cellOf(Extents(d.worst.begin() + 1, d.worst.end()), d.format);
    const auto explained = explain(*operands, cell, d.worst.front());
    if (!explained || explained->stages.empty())
        return {};
    const Stage &last = explained->stages.back();
    const auto terms = static_cast<std::int64_t>(last.terms.size()) + last.omittedCount;
    Words said = last.sum && last.bias
                     ? words("{terms} products make {sum}, the bias adds {bias}: {result}", terms,
                             *last.sum, *last.bias, last.result)
                 : last.sum ? words("{terms} products make {result}", terms, last.result)
                            : words("{terms} values make {result}", terms, last.result);
    if (explained->activation)
        said = words("{sum}; {activation} makes it {value}", std::move(said),
                     explained->activation->name, explained->activation->output);
    return said;
}

} // namespace

CaseLook lookAt(const CaseResult &result, const CaseDetail &detail, bool isDark)
{
    CaseLook look;
    look.result = result;
    look.checks = detail.checks;
    for (const int index : detail.stages.model.outputIndices()) {
        if (index >= 0 && index < static_cast<int>(detail.stages.run.layers.size()))
            look.outputs.push_back(
                detail.stages.run.layers[static_cast<std::size_t>(index)].output);
    }
    const ComparedTensor *compared = detail.shown();
    if (compared == nullptr)
        return look;
    look.what = compared->what;
    look.layer = compared->layer;
    look.tolerance = compared->tolerance;
    look.expectedShape = compared->expected.extents();
    look.computedShape = compared->computed.extents();
    look.difference = differenceOf(*compared, formatOf(*compared, detail.stages));
    const TensorDifference &d = look.difference;
    if (!d.isComparable || d.difference.isNull())
        return look;
    const std::array<const Tensor *, CaseLook::kParts> tensors{&compared->expected,
                                                               &compared->computed, &d.difference};
    for (std::size_t i = 0; i < look.planes.size(); ++i) {
        look.planes[i] =
            contiguous(mapPlane(*tensors[i], d.format, d.batch, d.channel, d.position));
        if (look.planes[i].isEmpty())
            return look;
    }
    look.hasTensors = true;
    look.rows = look.planes[0].rows;
    look.columns = look.planes[0].columns;
    drawMaps(look, look.planes, isDark);
    look.arithmetic = arithmeticOf(look, detail);
    return look;
}

} // namespace convscope
