// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "visual/plane.h"
#include "visual/render.h"

#include <QImage>

namespace convscope::samples {

/// rows × columns of value(row, column).
template <typename Value>
Plane plane(std::int64_t rows, std::int64_t columns, Value value)
{
    std::vector<float> values;
    values.reserve(static_cast<std::size_t>(rows * columns));
    for (std::int64_t row = 0; row < rows; ++row) {
        for (std::int64_t column = 0; column < columns; ++column)
            values.push_back(value(row, column));
    }
    Plane plane;
    plane.tensor = Tensor::of({rows, columns}, values);
    plane.rows = rows;
    plane.columns = columns;
    plane.rowStride = columns;
    plane.columnStride = 1;
    return plane;
}

/// Two rings with fur between them, 0 … 1: something with edges in every direction.
[[nodiscard]] Plane photo(std::int64_t rows, std::int64_t columns);
/// Edges of the photo in one of 16 directions, rectified: like the maps of a first layer.
[[nodiscard]] Plane edges(const Plane &photo, int direction);
[[nodiscard]] QImage picture(const Plane &plane, const ValueRange &range,
                             std::string_view colormap);

} // namespace convscope::samples
