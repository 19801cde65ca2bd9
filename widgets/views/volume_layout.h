// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QPoint>
#include <QRect>
#include <QSize>

#include <cstdint>
#include <optional>

namespace convscope {

struct VolumeExtent
{
    std::int64_t slices = 0;
    std::int64_t rows = 0;
    std::int64_t columns = 0;

    [[nodiscard]] bool isEmpty() const { return slices <= 0 || rows <= 0 || columns <= 0; }
    bool operator==(const VolumeExtent &) const = default;
};

struct VolumeCursor
{
    std::int64_t slice = 0;
    std::int64_t row = 0;
    std::int64_t column = 0;

    bool operator==(const VolumeCursor &) const = default;
};

/// Where the three planes, the projection and the words are, in device pixels. The planes have one
/// scale: rows × columns, to its right rows × slices, below it slices × columns.
struct VolumeLayout
{
    /// Device pixels per cell.
    double scale = 1;
    QRect slicePlane;
    QRect columnPlane;
    QRect rowPlane;
    /// Null where there is no room.
    QRect largest;
    QRect sliceLabel, columnLabel, rowLabel, largestLabel, hint;

    /// Largest scale that fits; whole device pixels per cell from 2 on.
    [[nodiscard]] static VolumeLayout of(const VolumeExtent &extent, QSize size, double ratio,
                                         int textHeight);
    /// The cursor that a point in one of the planes means: two coordinates from the point, the
    /// third from `cursor`.
    [[nodiscard]] std::optional<VolumeCursor> cursorAt(QPoint point, const VolumeCursor &cursor,
                                                       const VolumeExtent &extent) const;
    /// Device pixels of cell `index` along an axis that starts at `origin`.
    [[nodiscard]] int edge(int origin, std::int64_t index) const;
};

} // namespace convscope
