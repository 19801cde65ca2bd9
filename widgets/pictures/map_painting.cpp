// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "pictures/map_painting.h"

#include "visual/render_maps.h"

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

std::span<std::uint32_t> pixels(QImage &image)
{
    // Format_RGB32 rows are 4-byte aligned, so they follow each other without gaps.
    return {reinterpret_cast<std::uint32_t *>(image.bits()),
            static_cast<std::size_t>(image.width()) * static_cast<std::size_t>(image.height())};
}

QSize sizeOf(const Plane &plane)
{
    return {static_cast<int>(plane.columns), static_cast<int>(plane.rows)};
}

QSize fitted(const Plane &plane, QSize box)
{
    const QSizeF scaled = QSizeF(sizeOf(plane)).scaled(QSizeF(box), Qt::KeepAspectRatio);
    return {std::max(1, static_cast<int>(std::lround(scaled.width()))),
            std::max(1, static_cast<int>(std::lround(scaled.height())))};
}

} // namespace

QImage paintPlane(const Plane &plane, const ValueRange &range, const Colormap &colormap,
                  bool inverted)
{
    if (plane.isEmpty())
        return {};
    QImage image(sizeOf(plane), QImage::Format_RGB32);
    if (!image.isNull())
        render(plane, range, colormap, inverted, pixels(image));
    return image;
}

QImage paintPlaneScaled(const Plane &plane, const ValueRange &range, const Colormap &colormap,
                        bool inverted, QSize box)
{
    if (plane.isEmpty() || box.isEmpty())
        return {};
    const QSize size = fitted(plane, box);
    QImage image(size, QImage::Format_RGB32);
    if (!image.isNull())
        renderScaled(plane, range, colormap, inverted, size.height(), size.width(), pixels(image));
    return image;
}

std::vector<std::pair<int, QImage>>
paintMapsScaled(const Tensor &output, DataFormat format, std::int64_t batch, std::int64_t slice,
                const std::vector<std::pair<int, ValueRange>> &maps, const Colormap &colormap,
                bool inverted, QSize box)
{
    std::vector<std::pair<int, QImage>> pictures;
    const Plane first = mapPlane(output, format, batch, 0, slice);
    if (first.isEmpty() || box.isEmpty())
        return pictures;
    const QSize size = fitted(first, box);
    std::vector<MapTile> tiles;
    pictures.reserve(maps.size());
    for (const auto &[channel, range] : maps) {
        QImage image(size, QImage::Format_RGB32);
        if (channel < 0 || channel >= channelCount(output, format) || image.isNull())
            continue;
        pictures.emplace_back(channel, std::move(image));
        tiles.push_back({channel, range, pixels(pictures.back().second)});
    }
    renderMapsScaled(output, format, batch, slice, tiles, colormap, inverted, size.height(),
                     size.width());
    return pictures;
}

ValueRange photoRange(std::span<const Plane> planes)
{
    const Distribution values = distribution(planes);
    if (values.minimum >= 0 && values.maximum <= 255)
        return {0, values.maximum <= 1 ? 1.0F : 255.0F};
    return {values.minimum, values.maximum};
}

QImage paintPhoto(const Plane &red, const Plane &green, const Plane &blue, const ValueRange &range,
                  QSize box)
{
    if (red.isEmpty())
        return {};
    QImage image(sizeOf(red), QImage::Format_RGB32);
    if (image.isNull())
        return {};
    renderRgb(red, green, blue, range, pixels(image));
    if (box.isEmpty())
        return image;
    return image.scaled(fitted(red, box), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

const Colormap &chooseColormap(const QString &name, const Distribution &distribution, bool isDark,
                               bool isInput)
{
    std::string wanted = name.toStdString();
    if (wanted.empty()) {
        if (isInput && distribution.minimum >= 0)
            wanted = "gray";
        else if (distribution.minimum >= 0)
            wanted = "magma";
        else
            wanted = isDark ? "berlin" : "vik";
    }
    const Colormap *found = findColormap(wanted);
    return found != nullptr ? *found : colormaps().front();
}

ValueRange chooseRange(const Distribution &distribution, double share, bool isInput)
{
    if (isInput && distribution.minimum >= 0 && distribution.maximum <= 1)
        return {0, 1};
    return automaticRange(distribution, share);
}

} // namespace convscope
