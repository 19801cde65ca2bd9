// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "kernels/window/resize.h"
#include "layers/axis_map.h"

namespace convscope {

/// The part of a picture that is stretched to another size, as Keras' image.resize counts it: all
/// of it, or cut (negative: padded) at both ends to the target's shape.
struct ResizedArea
{
    std::int64_t rows = 0; ///< after cutting or padding
    std::int64_t columns = 0;
    std::int64_t top = 0; ///< first row kept; negative: rows added before
    std::int64_t left = 0;
};

/// The largest part of a picture that has the shape height : width, in its middle.
[[nodiscard]] ResizedArea croppedToShape(std::int64_t rows, std::int64_t columns,
                                         std::int64_t height, std::int64_t width);

/// The smallest area of that shape around the picture.
[[nodiscard]] ResizedArea paddedToShape(std::int64_t rows, std::int64_t columns,
                                        std::int64_t height, std::int64_t width);

/// A picture's shape with these rows and columns. E13 where it has no cells.
[[nodiscard]] Result<Shape> pictureOfSize(const Shape &input, DataFormat format,
                                          std::int64_t height, std::int64_t width);

/// One axis of `input` cells, of which `part` from `first` on become `output`; with `antialias` a
/// smaller output blends more of them.
[[nodiscard]] AxisReport resizedReport(std::int64_t input, std::int64_t first, std::int64_t part,
                                       std::int64_t output, Interpolation interpolation,
                                       bool antialias = false);

/// What a report's map was made of.
struct ResizedLine
{
    std::int64_t first = 0; ///< may lie before the input
    std::int64_t part = 1;
    bool isAntialiased = false;
};

/// `map` is a resizedReport's with this interpolation.
[[nodiscard]] ResizedLine resizedLine(const AxisMap &map, Interpolation interpolation);

} // namespace convscope
