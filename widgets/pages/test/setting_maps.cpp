// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "pages/test/setting_maps.h"

#include "pictures/map_painting.h"
#include "style/tokens.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

/// Blocks of step × step cells as their means; the last ones may be smaller.
std::optional<Plane> averaged(const Plane &plane, std::int64_t step)
{
    const std::int64_t rows = (plane.rows + step - 1) / step;
    const std::int64_t columns = (plane.columns + step - 1) / step;
    auto buffer = TensorBuffer::allocate({rows, columns}, "a small map");
    if (!buffer)
        return std::nullopt;
    float *out = buffer->values().data();
    for (std::int64_t row = 0; row < rows; ++row) {
        const std::int64_t bottom = std::min(plane.rows, (row + 1) * step);
        for (std::int64_t column = 0; column < columns; ++column) {
            const std::int64_t right = std::min(plane.columns, (column + 1) * step);
            double sum = 0;
            for (std::int64_t y = row * step; y < bottom; ++y) {
                for (std::int64_t x = column * step; x < right; ++x)
                    sum += static_cast<double>(plane.at(y, x));
            }
            const auto cells = static_cast<double>((bottom - row * step) * (right - column * step));
            *out++ = static_cast<float>(sum / cells);
        }
    }
    return Plane{Tensor(std::move(*buffer)), 0, rows, columns, columns, 1};
}

QImage linePicture(const Plane &plane, const ValueRange &range, QSize box, bool isDark)
{
    QImage image(box, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    const double low = static_cast<double>(range.low);
    const double span = std::max(static_cast<double>(range.high) - low, 1e-30);
    QPainterPath path;
    for (std::int64_t i = 0; i < plane.columns; ++i) {
        const auto value = static_cast<double>(plane.at(0, i));
        if (!std::isfinite(value))
            continue;
        const double share = std::clamp((value - low) / span, 0.0, 1.0);
        const QPointF at((static_cast<double>(i) + 0.5) / static_cast<double>(plane.columns) *
                             box.width(),
                         1 + (1 - share) * (box.height() - 2));
        if (path.elementCount() == 0)
            path.moveTo(at);
        else
            path.lineTo(at);
    }
    painter.setPen(
        QPen((isDark ? darkTokens() : lightTokens()).text, std::max(1.0, box.height() / 60.0)));
    painter.drawPath(path);
    return image;
}

} // namespace

std::optional<SettingMap> settingMap(const Tensor &output, DataFormat format, std::int64_t channel,
                                     std::int64_t mostCells)
{
    if (output.size() == 0 || output.rank() < 2 || output.rank() > 5)
        return std::nullopt;
    const std::int64_t slices = output.rank() == 5 ? spatialExtents(output, format).front() : 1;
    const std::int64_t last = std::max<std::int64_t>(mapCount(output, format) - 1, 0);
    const Plane plane =
        mapPlane(output, format, 0, std::clamp<std::int64_t>(channel, 0, last), slices / 2);
    if (plane.isEmpty())
        return std::nullopt;
    SettingMap map;
    map.rows = plane.rows;
    map.columns = plane.columns;
    const auto cells = static_cast<double>(plane.rows) * static_cast<double>(plane.columns);
    const double ratio = cells / static_cast<double>(std::max<std::int64_t>(mostCells, 1));
    if (ratio > 1)
        map.step = static_cast<std::int64_t>(std::ceil(plane.rows > 1 ? std::sqrt(ratio) : ratio));
    auto small = averaged(plane, map.step);
    if (!small)
        return std::nullopt;
    map.plane = std::move(*small);
    map.range = automaticRange(distribution(std::span(&map.plane, 1)), DisplaySettings{}.share);
    return map;
}

void SettingMaps::clear()
{
    m_maps.clear();
    m_drawn.clear();
    m_range = {0, 0};
}

void SettingMaps::set(std::int64_t index, SettingMap map)
{
    m_range.low = std::min(m_range.low, map.range.low);
    m_range.high = std::max(m_range.high, map.range.high);
    if (m_range.low < 0) {
        m_range.high = std::max(m_range.high, -m_range.low);
        m_range.low = -m_range.high;
    }
    m_maps.insert_or_assign(index, std::move(map));
}

const SettingMap *SettingMaps::find(std::int64_t index) const
{
    const auto found = m_maps.find(index);
    return found == m_maps.end() ? nullptr : &found->second;
}

const Colormap &SettingMaps::colormap(bool isDark) const
{
    return *findColormap(m_range.low >= 0 ? "magma" : isDark ? "berlin" : "vik");
}

QImage SettingMaps::picture(std::int64_t index, QSize box, bool isDark) const
{
    const SettingMap *map = find(index);
    if (map == nullptr || box.isEmpty())
        return {};
    Drawn &drawn = m_drawn[{index, box.width()}];
    if (drawn.box == box && drawn.isDark == isDark && drawn.range == m_range)
        return drawn.picture;
    drawn = {box, isDark, m_range,
             map->rows == 1 ? linePicture(map->plane, m_range, box, isDark)
                            : paintPlaneScaled(map->plane, m_range, colormap(isDark), false, box)};
    return drawn.picture;
}

} // namespace convscope
