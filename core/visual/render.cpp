// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "visual/render.h"

#include "base/check.h"
#include "visual/colour_scale.h"
#include "visual/plane_rows.h"

namespace convscope {

namespace {

/// Zero times a finite value is zero, times anything else not-a-number: one addition per cell finds
/// rows that need the hatch.
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

/// A known stride lets the compiler drop the multiplication for planes that lie contiguously.
template <bool contiguous>
void colourRow(const float *in, std::int64_t stride, std::int64_t columns, std::int64_t row,
               const ColourScale &scale, std::uint32_t *out)
{
    const std::int64_t step = contiguous ? 1 : stride;
    float test = 0;
    for (std::int64_t x = 0; x < columns; ++x) {
        const float value = in[x * step];
        test += finiteTest(value);
        out[x] = scale.colour(value);
    }
    if (test != 0 || std::isnan(test))
        hatchRow(in, step, columns, row, out);
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
        for (std::int64_t row = first; row < last; ++row) {
            std::uint32_t *colours = out.data() + row * plane.columns;
            if (plane.columnStride == 1)
                colourRow<true>(rowData(plane, row), 1, plane.columns, row, scale, colours);
            else
                colourRow<false>(rowData(plane, row), plane.columnStride, plane.columns, row, scale,
                                 colours);
        }
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
