// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "pictures/map_viewport.h"

#include <QImage>

#include <vector>

namespace convscope {

/// A picture of one pixel per cell and its halvings, for drawing it zoomed out without reading
/// every cell. A value; safe to build on a worker thread.
class PicturePyramid
{
public:
    PicturePyramid() = default;
    /// The picture alone (converted to Format_RGB32): zoomed out it is drawn by picking cells.
    [[nodiscard]] static PicturePyramid flat(const QImage &picture);
    /// All levels: one pass over the picture and a third of its memory. For worker threads, or
    /// pictures below kSmallPicture cells.
    [[nodiscard]] static PicturePyramid build(const QImage &picture);
    /// Small enough to halve while painting.
    static constexpr std::int64_t kSmallPicture = 512 * 512;

    [[nodiscard]] bool isNull() const { return m_levels.empty(); }
    [[nodiscard]] bool isComplete() const { return m_isComplete; }
    [[nodiscard]] const QImage &picture() const;
    [[nodiscard]] std::int64_t rows() const { return picture().height(); }
    [[nodiscard]] std::int64_t columns() const { return picture().width(); }

    /// What a view of `size` device pixels shows: cells repeated exactly, or (`smooth`) area
    /// averages when shrinking and linear interpolation when growing. Only visible cells are read.
    /// Device pixels outside the picture are left as they are in `out`, a Format_RGB32 image.
    void draw(const MapTransform &transform, bool smooth, QImage &out) const;

private:
    std::vector<QImage> m_levels;
    bool m_isComplete = false;
};

} // namespace convscope
