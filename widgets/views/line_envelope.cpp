// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "views/line_envelope.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>

namespace convscope {

namespace {

template <typename Read>
LineEnvelope envelope(std::int64_t length, std::size_t parts, Read read)
{
    LineEnvelope line;
    line.length = length;
    const auto count = std::min<std::int64_t>(length, static_cast<std::int64_t>(parts));
    line.low.reserve(static_cast<std::size_t>(count));
    line.high.reserve(static_cast<std::size_t>(count));
    for (std::int64_t part = 0; part < count; ++part) {
        const std::int64_t end = (part + 1) * length / count;
        float low = std::numeric_limits<float>::quiet_NaN();
        float high = low;
        for (std::int64_t step = part * length / count; step < end; ++step) {
            const float value = read(step);
            if (std::isnan(value))
                continue;
            low = std::isnan(low) ? value : std::min(low, value);
            high = std::isnan(high) ? value : std::max(high, value);
        }
        line.low.push_back(low);
        line.high.push_back(high);
    }
    return line;
}

} // namespace

LineEnvelope LineEnvelope::of(std::span<const float> values, std::size_t parts)
{
    return envelope(static_cast<std::int64_t>(values.size()), parts,
                    [&](std::int64_t step) { return values[static_cast<std::size_t>(step)]; });
}

LineEnvelope LineEnvelope::of(const Plane &plane, std::size_t parts)
{
    if (plane.isEmpty())
        return {};
    return envelope(plane.columns, parts, [&](std::int64_t step) { return plane.at(0, step); });
}

std::pair<float, float> LineEnvelope::limits() const
{
    float least = std::numeric_limits<float>::infinity();
    float most = -least;
    for (std::size_t i = 0; i < low.size(); ++i) {
        if (std::isfinite(low[i]))
            least = std::min(least, low[i]);
        if (std::isfinite(high[i]))
            most = std::max(most, high[i]);
    }
    return least <= most ? std::pair(least, most) : std::pair(0.0F, 0.0F);
}

double PlotScale::x(double step) const
{
    return length > 1 ? rect.left() + step * rect.width() / static_cast<double>(length - 1)
                      : rect.center().x();
}

double PlotScale::y(double value) const
{
    if (!(high > low))
        return rect.center().y();
    return rect.bottom() - (value - low) / (high - low) * rect.height();
}

double PlotScale::stepAt(double x) const
{
    if (length <= 1 || rect.width() <= 0)
        return 0;
    return std::clamp((x - rect.left()) / rect.width(), 0.0, 1.0) * static_cast<double>(length - 1);
}

void drawLine(QPainter &painter, const LineEnvelope &line, const PlotScale &scale,
              const QColor &colour, qreal width, Qt::PenStyle style)
{
    if (line.isEmpty())
        return;
    painter.save();
    painter.setClipRect(scale.rect.adjusted(-1, -width / 2, 1, width / 2), Qt::IntersectClip);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, width, style, Qt::FlatCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    const auto parts = static_cast<double>(line.low.size());
    const auto pixel = [&](double value) {
        // Far outside stays outside, without overflowing the rasteriser.
        return std::clamp(scale.y(value), scale.rect.top() - 1e4, scale.rect.bottom() + 1e4);
    };
    QPolygonF points;
    const auto flush = [&] {
        if (points.size() == 1)
            painter.drawPoint(points.front());
        else if (points.size() > 1)
            painter.drawPolyline(points);
        points.clear();
    };
    PlotScale own = scale;
    own.length = line.length;
    for (std::size_t part = 0; part < line.low.size(); ++part) {
        if (!std::isfinite(line.low[part]) || !std::isfinite(line.high[part])) {
            flush();
            continue;
        }
        const double middle = line.isExact() ? static_cast<double>(part)
                                             : (static_cast<double>(part) + 0.5) *
                                                       static_cast<double>(line.length) / parts -
                                                   0.5;
        const double x = own.x(middle);
        points << QPointF(x, pixel(line.low[part]));
        if (line.high[part] > line.low[part])
            points << QPointF(x, pixel(line.high[part]));
    }
    flush();
    painter.restore();
}

std::vector<double> plotTicks(double low, double high, int most)
{
    std::vector<double> ticks;
    if (!(high > low) || !std::isfinite(high - low) || most < 1)
        return ticks;
    double step = std::pow(10.0, std::floor(std::log10((high - low) / most)));
    for (const double factor : {2.0, 2.5, 2.0, 2.0, 2.5}) {
        // 1, 2, 5, 10, 20, 50
        if (std::floor(high / step) - std::ceil(low / step) + 1 <= most)
            break;
        step *= factor;
    }
    for (double n = std::ceil(low / step - 1e-9); n * step <= high + 1e-9 * step; n += 1)
        ticks.push_back(n == 0 ? 0 : n * step);
    return ticks;
}

} // namespace convscope
