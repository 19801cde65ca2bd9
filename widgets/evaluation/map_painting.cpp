// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "evaluation/map_painting.h"

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

QImage paintPhoto(const Plane &red, const Plane &green, const Plane &blue, QSize box)
{
    if (red.isEmpty())
        return {};
    QImage image(sizeOf(red), QImage::Format_RGB32);
    if (image.isNull())
        return {};
    renderRgb(red, green, blue, {0, 1}, pixels(image));
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
