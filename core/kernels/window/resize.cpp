// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/window/resize.h"

#include "base/check.h"
#include "kernels/kernel_result.h"
#include "kernels/parallel_tiles.h"
#include "kernels/window/upsample_weights.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace convscope {

namespace {

ResizeBlend nearest(std::int64_t o, std::int64_t part, std::int64_t output)
{
    const auto at = static_cast<std::int64_t>(std::floor(
        (static_cast<double>(o) + 0.5) * static_cast<double>(part) / static_cast<double>(output)));
    return {std::min(at, part - 1), {1.0F}};
}

std::vector<ResizeBlend> blendsOf(const ResizeProblem &problem, std::int64_t part,
                                  std::int64_t output)
{
    std::vector<ResizeBlend> blends;
    for (std::int64_t o = 0; o < output; ++o)
        blends.push_back(resizeBlend(problem.interpolation, problem.antialias, o, part, output));
    return blends;
}

/// dst += weight · src.
void addRow(float weight, const float *src, std::int64_t n, float *dst)
{
    for (std::int64_t i = 0; i < n; ++i)
        dst[i] += weight * src[i];
}

/// A plane of rows × columns cells of `depth` values next to each other.
struct Plane
{
    const float *src;
    std::int64_t rows;
    std::int64_t columns;
    std::int64_t depth;
};

/// One row of the result: rows blended into `blended`, then its columns.
void resizeRow(const ResizeProblem &problem, const Plane &plane, const ResizeBlend &rows,
               const std::vector<ResizeBlend> &columns, float *blended, float *dst)
{
    const std::int64_t depth = plane.depth;
    const std::int64_t width = plane.columns * depth;
    std::fill_n(blended, width, 0.0F);
    float outside = 0;
    for (std::size_t k = 0; k < rows.weights.size(); ++k) {
        const std::int64_t row = rows.first + static_cast<std::int64_t>(k) + problem.first[0];
        if (row < 0 || row >= plane.rows)
            outside += rows.weights[k] * problem.fill;
        else
            addRow(rows.weights[k], plane.src + row * width, width, blended);
    }
    if (outside != 0.0F)
        std::for_each(blended, blended + width, [=](float &x) { x += outside; });
    for (std::size_t o = 0; o < columns.size(); ++o) {
        float *cell = dst + static_cast<std::int64_t>(o) * depth;
        std::fill_n(cell, depth, 0.0F);
        for (std::size_t k = 0; k < columns[o].weights.size(); ++k) {
            const std::int64_t column =
                columns[o].first + static_cast<std::int64_t>(k) + problem.first[1];
            const float weight = columns[o].weights[k];
            if (column < 0 || column >= plane.columns)
                std::for_each(cell, cell + depth, [&](float &x) { x += weight * problem.fill; });
            else
                addRow(weight, blended + column * depth, depth, cell);
        }
    }
}

} // namespace

ResizeBlend resizeBlend(Interpolation interpolation, bool antialias, std::int64_t o,
                        std::int64_t part, std::int64_t output)
{
    if (interpolation == Interpolation::Nearest)
        return nearest(o, part, output);
    const double ratio = static_cast<double>(part) / static_cast<double>(output);
    // How far the function of the weights is stretched.
    const double stretch = antialias ? std::max(ratio, 1.0) : 1.0;
    const double reach = static_cast<double>(interpolationRadius(interpolation)) * stretch;
    const double u = (static_cast<double>(o) + 0.5) * ratio - 0.5;
    const auto begin = std::max<std::int64_t>(static_cast<std::int64_t>(std::ceil(u - reach)), 0);
    const auto end =
        std::min<std::int64_t>(static_cast<std::int64_t>(std::floor(u + reach)), part - 1);
    std::vector<double> weights;
    double sum = 0;
    for (std::int64_t i = begin; i <= end; ++i) {
        weights.push_back(
            interpolationWeight(interpolation, std::abs(u - static_cast<double>(i)) / stretch));
        sum += weights.back();
    }
    ResizeBlend blend{begin, {}};
    for (const double weight : weights)
        blend.weights.push_back(static_cast<float>(weight / sum));
    return blend;
}

Result<Tensor> resize(const ResizeProblem &problem, const Tensor &src, const KernelContext &context)
{
    check(src.rank() == 4, "pictures");
    const bool last = problem.format == DataFormat::ChannelsLast;
    const std::int64_t depth = last ? src.extent(3) : 1;
    const std::int64_t planes = last ? src.extent(0) : src.extent(0) * src.extent(1);
    const std::int64_t rows = src.extent(last ? 1 : 2);
    const std::int64_t columns = src.extent(last ? 2 : 3);
    Extents to = src.extents();
    to[last ? 1 : 2] = problem.height;
    to[last ? 2 : 3] = problem.width;
    auto dst = TensorBuffer::allocate(to, "the resized picture");
    if (!dst)
        return tl::unexpected(dst.error());
    const std::vector<ResizeBlend> rowBlends = blendsOf(problem, problem.part[0], problem.height);
    const std::vector<ResizeBlend> columnBlends = blendsOf(problem, problem.part[1], problem.width);
    const bool done = parallelFor(planes * problem.height, context.stop, [&](std::int64_t task) {
        std::vector<float> blended(static_cast<std::size_t>(columns * depth));
        const std::int64_t plane = task / problem.height;
        resizeRow(problem, {src.data() + plane * rows * columns * depth, rows, columns, depth},
                  rowBlends[static_cast<std::size_t>(task % problem.height)], columnBlends,
                  blended.data(), dst->data() + task * problem.width * depth);
    });
    context.report(context.wantsReference() ? "reference" : "blended");
    return finishedTensor(std::move(*dst), done,
                          operationFingerprint("resize", context, {&src, 1})
                              .add(std::uint64_t(problem.interpolation))
                              .add(static_cast<std::uint64_t>(problem.antialias))
                              .add(problem.height)
                              .add(problem.width)
                              .add(problem.first[0])
                              .add(problem.first[1])
                              .add(problem.part[0])
                              .add(problem.part[1])
                              .add(static_cast<double>(problem.fill)));
}

} // namespace convscope
