// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "visual/render.h"

#include "base/check.h"
#include "visual/area_cover.h"
#include "visual/channel_sweep.h"
#include "visual/colour_scale.h"
#include "visual/plane_rows.h"

namespace convscope {

namespace {

/// Σ share · row.
void sumCoveredRows(const Plane &plane, const Cover &rows, std::span<float> sums)
{
    if (plane.columnStride == 1) {
        std::vector<const float *> places;
        std::vector<float> shares;
        for (std::int64_t row = rows.first; row <= rows.last; ++row) {
            places.push_back(rowData(plane, row));
            shares.push_back(rows.share(row));
        }
        sumRows(places, shares, plane.columns, sums.data());
        return;
    }
    std::ranges::fill(sums, 0.0F);
    for (std::int64_t row = rows.first; row <= rows.last; ++row) {
        const float *values = rowData(plane, row);
        for (std::size_t x = 0; x < sums.size(); ++x)
            sums[x] += rows.share(row) * values[static_cast<std::int64_t>(x) * plane.columnStride];
    }
}

/// Means of one output row: `sums` is room for one row of the plane.
void averageRow(const Plane &plane, const Cover &rows, std::span<const Cover> columns, float area,
                std::span<float> sums, std::span<float> means)
{
    sumCoveredRows(plane, rows, sums);
    for (std::size_t o = 0; o < means.size(); ++o) {
        const Cover &cover = columns[o];
        float sum = cover.firstShare * sums[static_cast<std::size_t>(cover.first)];
        for (std::int64_t x = cover.first + 1; x < cover.last; ++x)
            sum += sums[static_cast<std::size_t>(x)];
        if (cover.last != cover.first)
            sum += cover.lastShare * sums[static_cast<std::size_t>(cover.last)];
        means[o] = sum / area;
    }
}

/// Calls paint(outRow, means…) for every output row; means of each plane lie one after another.
template <class Paint>
void forAveragedRows(std::span<const Plane> planes, std::int64_t outRows, std::int64_t outColumns,
                     const Paint &paint)
{
    const std::int64_t inRows = planes[0].rows;
    const std::int64_t inColumns = planes[0].columns;
    const std::vector<Cover> rows = covers(inRows, outRows);
    const std::vector<Cover> columns = covers(inColumns, outColumns);
    const float height = coveredLength(inRows, outRows);
    const float width = coveredLength(inColumns, outColumns);
    const std::int64_t cellsPerRow =
        std::max(outColumns, static_cast<std::int64_t>(height) * inColumns);
    forRowBlocks(outRows, cellsPerRow, [&](std::int64_t first, std::int64_t last) {
        std::vector<float> sums(static_cast<std::size_t>(inColumns));
        const auto outWidth = static_cast<std::size_t>(outColumns);
        std::vector<float> means(outWidth * planes.size());
        for (std::int64_t row = first; row < last; ++row) {
            for (std::size_t p = 0; p < planes.size(); ++p)
                averageRow(planes[p], rows[static_cast<std::size_t>(row)], columns, height * width,
                           sums, std::span(means).subspan(p * outWidth, outWidth));
            paint(row, means.data());
        }
    });
}

} // namespace

void renderScaled(const Plane &plane, const ValueRange &range, const Colormap &colormap,
                  bool inverted, std::int64_t outRows, std::int64_t outColumns,
                  std::span<std::uint32_t> out)
{
    if (plane.isEmpty() || outRows <= 0 || outColumns <= 0)
        return;
    check(static_cast<std::int64_t>(out.size()) >= outRows * outColumns,
          "room for every cell of the picture");
    const ColourScale scale(range, colormap, inverted);
    forAveragedRows(std::span(&plane, 1), outRows, outColumns,
                    [&](std::int64_t row, const float *means) {
                        std::uint32_t *colours = out.data() + row * outColumns;
                        if (scale.colours(means, outColumns, colours))
                            return;
                        bool leftIsFinite = true;
                        for (std::int64_t x = 0; x < outColumns; ++x) {
                            const bool isFinite = std::isfinite(means[x]);
                            if (!isFinite)
                                colours[x] = hatchColour(row, x, leftIsFinite);
                            leftIsFinite = isFinite;
                        }
                    });
}

void renderRgbScaled(const Plane &red, const Plane &green, const Plane &blue,
                     const ValueRange &range, std::int64_t outRows, std::int64_t outColumns,
                     std::span<std::uint32_t> out)
{
    if (red.isEmpty() || outRows <= 0 || outColumns <= 0)
        return;
    check(green.rows == red.rows && blue.rows == red.rows && green.columns == red.columns &&
              blue.columns == red.columns,
          "three planes of one size");
    check(static_cast<std::int64_t>(out.size()) >= outRows * outColumns,
          "room for every cell of the picture");
    const std::array<Plane, 3> planes{red, green, blue};
    const float factor = ColourScale::factor(range, 255);
    const auto byteOf = [&](float value) {
        return static_cast<std::uint32_t>(
            ColourScale::level((value - range.low) * factor + 0.5F, 255.0F));
    };
    forAveragedRows(planes, outRows, outColumns, [&](std::int64_t row, const float *means) {
        std::uint32_t *colours = out.data() + row * outColumns;
        bool leftIsFinite = true;
        for (std::int64_t x = 0; x < outColumns; ++x) {
            const float r = means[x];
            const float g = means[outColumns + x];
            const float b = means[2 * outColumns + x];
            const bool isFinite = std::isfinite(r) && std::isfinite(g) && std::isfinite(b);
            colours[x] = isFinite ? 0xFF000000U | byteOf(r) << 16 | byteOf(g) << 8 | byteOf(b)
                                  : hatchColour(row, x, leftIsFinite);
            leftIsFinite = isFinite;
        }
    });
}

} // namespace convscope
