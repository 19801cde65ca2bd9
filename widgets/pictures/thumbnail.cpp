// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "pictures/thumbnail.h"

#include "pictures/map_painting.h"
#include "style/tokens.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <array>
#include <cmath>

namespace convscope {

namespace {

/// First three of the series colours: the channels of a sequence.
constexpr std::array<QRgb, 6> kSeries{0xFFD55E00, 0xFF009E73, 0xFF0072B2,
                                      0xFFCC79A7, 0xFFE69F00, 0xFF56B4E9};

/// Lines over the steps; one pixel column shows the extremes of the steps that fall on it.
QImage lines(const std::vector<Plane> &channels, const std::vector<QColor> &colours, QSize box)
{
    QImage image(box, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    const Distribution all = distribution(channels);
    const double low = all.minimum;
    const double span = all.maximum > all.minimum ? all.maximum - low : 1.0;
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    const double height = box.height() - 2.0;
    for (std::size_t i = 0; i < channels.size(); ++i) {
        const Plane &plane = channels[i];
        const double perPixel =
            std::max(1.0, static_cast<double>(plane.columns) / (2.0 * box.width()));
        QPainterPath path;
        bool isFirst = true;
        for (double step = 0; step < static_cast<double>(plane.columns); step += perPixel) {
            const auto column = static_cast<std::int64_t>(step);
            const float value = plane.at(0, column);
            if (!std::isfinite(value))
                continue;
            const double x = (step + 0.5) / static_cast<double>(plane.columns) * box.width();
            const double y = 1.0 + (1.0 - (value - low) / span) * height;
            if (isFirst)
                path.moveTo(x, y);
            else
                path.lineTo(x, y);
            isFirst = false;
        }
        painter.setPen(QPen(colours[i], std::max(1.0, box.height() / 60.0)));
        painter.drawPath(path);
    }
    return image;
}

QImage sequenceThumbnail(const Tensor &output, const ThumbnailStyle &style)
{
    const std::int64_t count = channelCount(output, style.format);
    std::vector<Plane> planes;
    std::vector<QColor> colours;
    if (style.isInput) {
        for (std::int64_t c = 0; c < std::min<std::int64_t>(count, 6); ++c) {
            planes.push_back(mapPlane(output, style.format, 0, c));
            colours.emplace_back(kSeries[static_cast<std::size_t>(c)]);
        }
        if (count == 1)
            colours.front() = tokens().text;
    } else {
        planes.push_back(mapPlane(output, style.format, 0,
                                  std::clamp<std::int64_t>(style.channel, 0, count - 1)));
        colours.push_back((style.isDark ? darkTokens() : lightTokens()).text);
    }
    return lines(planes, colours, style.box);
}

} // namespace

QImage thumbnail(const Tensor &output, const ThumbnailStyle &style)
{
    if (output.size() == 0 || output.rank() < 2 || output.rank() > 5 || style.box.isEmpty())
        return {};
    if (output.rank() <= 3)
        return sequenceThumbnail(output, style);
    const std::int64_t channels = channelCount(output, style.format);
    if (style.isInput && channels == 3 && output.rank() == 4) {
        const std::array<Plane, 3> planes{mapPlane(output, style.format, 0, 0),
                                          mapPlane(output, style.format, 0, 1),
                                          mapPlane(output, style.format, 0, 2)};
        return paintPhoto(planes[0], planes[1], planes[2], photoRange(planes), style.box);
    }
    const std::int64_t slices =
        output.rank() == 5 ? spatialExtents(output, style.format).front() : 1;
    const Plane plane = contiguous(
        mapPlane(output, style.format, 0, std::clamp<std::int64_t>(style.channel, 0, channels - 1),
                 style.slice < 0 ? slices / 2 : style.slice));
    const Distribution values = distribution(std::span(&plane, 1));
    return paintPlaneScaled(plane, chooseRange(values, DisplaySettings{}.share, style.isInput),
                            chooseColormap({}, values, style.isDark, style.isInput), false,
                            style.box);
}

} // namespace convscope
