// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tensor/data_format.h"
#include "visual/render.h"

#include <QImage>
#include <QSize>

#include <map>
#include <optional>
#include <utility>

namespace convscope {

/// The map that a sweep looks at, of one setting, small enough that those of all settings are kept.
struct SettingMap
{
    /// Of one row for sequences and vectors.
    Plane plane;
    /// Rows and columns of the layer's own output, and how many of them one of the plane averages.
    std::int64_t rows = 0;
    std::int64_t columns = 0;
    std::int64_t step = 1;
    /// What shows nearly all of its values.
    ValueRange range;
};

/// Map `channel` of the first batch, of a volume its middle slice, averaged so that it has at most
/// `mostCells` values. Any thread; nothing where there is no map or no memory.
[[nodiscard]] std::optional<SettingMap> settingMap(const Tensor &output, DataFormat format,
                                                   std::int64_t channel, std::int64_t mostCells);

/// The maps of the settings that have run, drawn on one range.
class SettingMaps
{
public:
    void clear();
    void set(std::int64_t index, SettingMap map);
    [[nodiscard]] const SettingMap *find(std::int64_t index) const;
    /// Of all that have run: from 0 where nothing is below it, else symmetric.
    [[nodiscard]] ValueRange range() const { return m_range; }
    [[nodiscard]] const Colormap &colormap(bool isDark) const;
    /// At most as large as `box` (device pixels), in the map's aspect; lines fill it. Null where
    /// the setting has not run. Kept until the range or the box changes.
    [[nodiscard]] QImage picture(std::int64_t index, QSize box, bool isDark) const;

private:
    struct Drawn
    {
        QSize box;
        bool isDark = false;
        ValueRange range;
        QImage picture;
    };
    std::map<std::int64_t, SettingMap> m_maps;
    ValueRange m_range{0, 0};
    /// Two sizes at most: in the table, and along the arguments.
    mutable std::map<std::pair<std::int64_t, int>, Drawn> m_drawn;
};

} // namespace convscope
