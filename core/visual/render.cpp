// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "visual/render.h"

#include "base/check.h"
#include "visual/colour_scale.h"
#include "visual/plane_rows.h"

namespace convscope {

namespace {

/// Zero times a finite value is zero, times anything else not-a-number.
float finiteTest(float value)
{
    return value * 0.0F;
}

void hatchRow(const float *in, std::int64_t stride, std::int64_t columns, std::int64_t row,
              std::uint32_t *out)
{
    bool leftIsFinite = true;
    for (std::int64_t x = 0; x < columns; ++x) {
        const bool isFinite = std::isfinite(in[x * stride]);
        if (!isFinite)
            out[x] = hatchColour(row, x, leftIsFinite);
        leftIsFinite = isFinite;
    }
}

/// Rows whose values do not lie contiguously are copied together first.
void colourRow(const Plane &plane, std::int64_t row, const ColourScale &scale, std::uint32_t *out)
{
    const float *in = rowData(plane, row);
    std::array<float, 1024> piece;
    bool isFinite = true;
    if (plane.columnStride == 1)
        isFinite = scale.colours(in, plane.columns, out);
    for (std::int64_t x = 0; plane.columnStride != 1 && x < plane.columns;) {
        const auto length =
            std::min<std::int64_t>(plane.columns - x, static_cast<std::int64_t>(piece.size()));
        for (std::int64_t i = 0; i < length; ++i)
            piece[static_cast<std::size_t>(i)] = in[(x + i) * plane.columnStride];
        isFinite = scale.colours(piece.data(), length, out + x) && isFinite;
        x += length;
    }
    if (!isFinite)
        hatchRow(in, plane.columnStride, plane.columns, row, out);
}

std::uint32_t byteOf(float value, float low, float factor)
{
    return static_cast<std::uint32_t>(ColourScale::level((value - low) * factor + 0.5F, 255.0F));
}

} // namespace

void render(const Plane &plane, const ValueRange &range, const Colormap &colormap, bool inverted,
            std::span<std::uint32_t> out)
{
    if (plane.isEmpty())
        return;
    check(static_cast<std::int64_t>(out.size()) >= plane.rows * plane.columns,
          "room for every cell of the plane");
    const ColourScale scale(range, colormap, inverted);
    forRowBlocks(plane.rows, plane.columns, [&](std::int64_t first, std::int64_t last) {
        for (std::int64_t row = first; row < last; ++row)
            colourRow(plane, row, scale, out.data() + row * plane.columns);
    });
}

void renderRgb(const Plane &red, const Plane &green, const Plane &blue, const ValueRange &range,
               std::span<std::uint32_t> out)
{
    if (red.isEmpty())
        return;
    check(green.rows == red.rows && blue.rows == red.rows && green.columns == red.columns &&
              blue.columns == red.columns,
          "three planes of one size");
    check(static_cast<std::int64_t>(out.size()) >= red.rows * red.columns,
          "room for every cell of the planes");
    const float factor = ColourScale::factor(range, 255);
    const float low = range.low;
    forRowBlocks(red.rows, red.columns, [&](std::int64_t first, std::int64_t last) {
        for (std::int64_t row = first; row < last; ++row) {
            const float *r = rowData(red, row);
            const float *g = rowData(green, row);
            const float *b = rowData(blue, row);
            std::uint32_t *colours = out.data() + row * red.columns;
            bool leftIsFinite = true;
            for (std::int64_t x = 0; x < red.columns; ++x) {
                const float rv = r[x * red.columnStride];
                const float gv = g[x * green.columnStride];
                const float bv = b[x * blue.columnStride];
                const float test = finiteTest(rv) + finiteTest(gv) + finiteTest(bv);
                const bool isFinite = !std::isnan(test);
                colours[x] = isFinite ? 0xFF000000U | byteOf(rv, low, factor) << 16 |
                                            byteOf(gv, low, factor) << 8 | byteOf(bv, low, factor)
                                      : hatchColour(row, x, leftIsFinite);
                leftIsFinite = isFinite;
            }
        }
    });
}

} // namespace convscope
