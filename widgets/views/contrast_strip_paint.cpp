// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "style/fonts.h"
#include "style/numbers.h"
#include "style/tokens.h"
#include "views/contrast_strip.h"
#include "views/device_pixels.h"

#include <QPainter>
#include <QPushButton>

#include <algorithm>
#include <cmath>
#include <vector>

namespace convscope {

namespace {

constexpr int kHandleWidth = 4;
constexpr int kBarPitch = 3;

} // namespace

void ContrastStrip::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens();
    QPainter painter(this);
    painter.fillRect(rect(), t.window);
    painter.setOpacity(m_isStale ? 0.55 : 1.0);
    const auto [low, high] = axis();
    {
        DevicePixels pixels(painter, *this);
        painter.fillRect(0, 0, pixels.of(width()), pixels.hairline(), t.line);
        const QRect bars = pixels.of(QRectF(barsRect()));
        const QRect colours = pixels.of(QRectF(colourRect()));

        const double span = static_cast<double>(m_range.high) - static_cast<double>(m_range.low);
        QImage line(colours.width(), 1, QImage::Format_RGB32);
        auto *pixel = reinterpret_cast<QRgb *>(line.bits());
        for (int x = 0; x < colours.width(); ++x) {
            const double value = low + (x + 0.5) / colours.width() * (high - low);
            const double share = span > 0 ? (value - static_cast<double>(m_range.low)) / span : 0.5;
            pixel[x] = m_colours[static_cast<std::size_t>(std::clamp(share * 255, 0.0, 255.0))];
        }
        painter.drawImage(colours, line);

        // One bar per three pixels: the largest bin in it, log(1 + count).
        std::int64_t most = 1;
        for (const std::int64_t count : m_distribution.bins)
            most = std::max(most, count);
        const double top = std::log1p(static_cast<double>(most));
        const int pitch = pixels.of(kBarPitch);
        const double least = static_cast<double>(m_distribution.minimum);
        const double range = static_cast<double>(m_distribution.maximum) - least;
        const auto bins = static_cast<double>(m_distribution.bins.size());
        for (int x = 0; x < bars.width() && m_distribution.count > 0; x += pitch) {
            const auto binAt = [&](int at) {
                const double value = low + static_cast<double>(at) / bars.width() * (high - low);
                return range > 0 ? (value - least) / range * bins : (value <= least ? 0.0 : bins);
            };
            const double from = binAt(x);
            const double to = std::max(binAt(x + pitch), from + 1e-9);
            if (to <= 0 || from >= bins)
                continue;
            const auto first = static_cast<std::size_t>(std::clamp(from, 0.0, bins - 1));
            const auto last =
                static_cast<std::size_t>(std::clamp(std::ceil(to) - 1, 0.0, bins - 1));
            std::int64_t count = 0;
            for (std::size_t bin = first; bin <= std::max(first, last); ++bin)
                count = std::max(count, m_distribution.bins[bin]);
            if (count == 0)
                continue;
            const int bar =
                std::max(1, qRound(std::log1p(static_cast<double>(count)) / top * bars.height()));
            painter.fillRect(bars.left() + x, bars.bottom() + 1 - bar,
                             std::min(pitch, bars.width() - x), bar, t.disabled);
        }
    }
    painter.setRenderHint(QPainter::Antialiasing);
    for (const Handle handle : {Handle::Low, Handle::High}) {
        const double value =
            static_cast<double>(handle == Handle::Low ? m_range.low : m_range.high);
        const QRectF shape(std::round(xOf(value)) - kHandleWidth / 2.0, barsRect().top() - 4,
                           kHandleWidth, colourRect().bottom() + 4 - barsRect().top() + 4);
        if (hasFocus() && handle == m_active) {
            painter.setPen(QPen(t.accent, 2));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(shape.adjusted(-3, -1, 3, 1), 4, 4);
        }
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.text);
        painter.drawRoundedRect(shape, 1.5, 1.5);
    }
    paintLabels(painter);
}

void ContrastStrip::paintLabels(QPainter &painter)
{
    if (isCompact())
        return;
    const Tokens &t = tokens();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setFont(convscope::font(FontRole::MonoCaption));
    const QFontMetrics metrics(painter.font());
    const QRect bars = barsRect();
    const int top = colourRect().bottom() + 3;
    const int labelHeight = metrics.height();
    const auto [low, high] = axis();
    struct Label
    {
        double value;
        bool isHandle;
    };
    // The handles speak first; the ends of the axis only where there is room.
    std::vector<QRect> taken;
    for (const Label &label :
         {Label{static_cast<double>(m_range.high), true},
          Label{static_cast<double>(m_range.low), true}, Label{low, false}, Label{high, false}}) {
        const QString text = valueText(label.value, 4);
        const int width = metrics.horizontalAdvance(text);
        const int x = std::clamp(static_cast<int>(std::round(xOf(label.value))) - width / 2,
                                 bars.left(), bars.right() + 1 - width);
        const QRect place(x, top, width, labelHeight);
        const bool isFree = std::none_of(taken.begin(), taken.end(), [&](const QRect &other) {
            return other.adjusted(-6, 0, 6, 0).intersects(place);
        });
        if (!isFree)
            continue;
        taken.push_back(place);
        const bool atEnd = label.value == low || label.value == high;
        painter.setPen(label.isHandle && !atEnd ? t.text : t.text2);
        painter.drawText(place, Qt::AlignCenter, text);
    }
    painter.setPen(t.text2);
    painter.setFont(convscope::font(FontRole::Caption));
    painter.drawText(
        QRect(m_button->x() - 10, m_button->geometry().bottom() + 3, m_button->width() + 20,
              labelHeight),
        Qt::AlignCenter,
        QFontMetrics(painter.font()).elidedText(m_sharing, Qt::ElideRight, m_button->width() + 20));
}

} // namespace convscope
