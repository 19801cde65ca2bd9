// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "style/fonts.h"
#include "style/numbers.h"
#include "style/tokens.h"
#include "views/device_pixels.h"
#include "views/map_marks.h"
#include "views/series_colours.h"
#include "views/signal_view.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace convscope {

namespace {

constexpr double kLineWidth = 1.3;

} // namespace

void SignalView::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens();
    QPainter painter(this);
    painter.fillRect(rect(), t.sunken);
    painter.setOpacity(mapOpacity());
    if (length() > 0) {
        if (m_mode == Mode::Numbers) {
            paintMapTitle(painter, QRectF(12, 0, width() - 24, scaledHeight(34)));
            paintNumbers(painter);
        } else {
            const Places at = places();
            if (!m_input.empty())
                paintInput(painter, at);
            paintMapTitle(painter, at.mapTitle);
            const PlotScale scale = mapScale();
            if (m_mode == Mode::Lines)
                paintMapLine(painter, scale);
            else
                paintStrip(painter, scale);
            paintCursor(painter, scale);
        }
    }
    painter.setOpacity(1);
    paintBadge(painter, 8);
    paintEdges(painter);
}

void SignalView::paintInput(QPainter &painter, const Places &at)
{
    const Tokens &t = tokens();
    const PlotScale scale = inputScale();
    painter.setPen(t.text);
    painter.setFont(convscope::font(FontRole::Title));
    painter.drawText(at.inputTitle, Qt::AlignVCenter | Qt::AlignLeft, tr("Input"));
    std::vector<LegendEntry> legend;
    for (std::size_t i = 0; i < m_input.size(); ++i)
        legend.push_back({m_input[i].name, seriesColour(static_cast<int>(i)),
                          LegendEntry::Kind::Line, seriesDash(static_cast<int>(i))});
    if (m_window)
        legend.push_back({tr("window %1 to %2").arg(m_window->first).arg(m_window->second),
                          t.accentSoft, LegendEntry::Kind::Area, Qt::SolidLine});
    QRectF legendRect = at.inputTitle;
    legendRect.setLeft(legendRect.left() + 56);
    paintLegend(painter, legendRect, legend);

    paintPlotArea(painter, scale);
    if (m_window) {
        painter.save();
        painter.setClipRect(scale.rect);
        const double left = std::round(scale.x(static_cast<double>(m_window->first)));
        const double right = std::round(scale.x(static_cast<double>(m_window->second)));
        const QRectF window(left, scale.rect.top(), std::max(2.0, right - left),
                            scale.rect.height());
        painter.fillRect(window, t.accentSoft);
        painter.setPen(QPen(t.accent, 1));
        painter.drawRect(window.adjusted(0.5, 0.5, -0.5, -0.5));
        painter.restore();
    }
    for (std::size_t i = 0; i < m_input.size(); ++i)
        drawLine(painter, visible(m_input[i], scale), scale, seriesColour(static_cast<int>(i)),
                 kLineWidth, seriesDash(static_cast<int>(i)));
}

void SignalView::paintMapTitle(QPainter &painter, const QRectF &rect)
{
    const Tokens &t = tokens();
    double x = rect.left();
    const auto say = [&](const QString &words, const QFont &face, const QColor &colour) {
        painter.setFont(face);
        painter.setPen(colour);
        painter.drawText(QRectF(x, rect.top(), rect.right() - x, rect.height()),
                         Qt::AlignVCenter | Qt::AlignLeft, words);
        x += QFontMetricsF(face).horizontalAdvance(words) + 12;
    };
    say(m_map.name, convscope::font(FontRole::Title), t.text);
    if (const auto step = m_hovered ? m_hovered : currentStep(); step && *step < length()) {
        say(tr("step"), convscope::font(FontRole::Text), t.text2);
        say(integerText(*step), convscope::font(FontRole::Number), t.text);
        say(valueText(static_cast<double>(m_map.values.at(0, *step)), 4),
            convscope::font(FontRole::Number), t.text);
    }
    if (m_field && !m_fieldWords.isEmpty()) {
        painter.setFont(convscope::font(FontRole::Caption));
        painter.setPen(t.accentText);
        if (QFontMetricsF(painter.font()).horizontalAdvance(m_fieldWords) < rect.right() - x)
            painter.drawText(rect, Qt::AlignVCenter | Qt::AlignRight, m_fieldWords);
        return;
    }
    if (m_cut.value_or(0) > 0) {
        const QString words = tr("%1 of %2 steps are cut by the range")
                                  .arg(integerText(*m_cut), integerText(length()));
        painter.setFont(convscope::font(FontRole::Caption));
        painter.setPen(t.text2);
        if (QFontMetricsF(painter.font()).horizontalAdvance(words) < rect.right() - x)
            painter.drawText(rect, Qt::AlignVCenter | Qt::AlignRight, words);
    }
}

void SignalView::paintMapLine(QPainter &painter, const PlotScale &scale)
{
    paintPlotArea(painter, scale);
    if (m_field) {
        const double left = std::round(scale.x(static_cast<double>(m_field->first)));
        const double right = std::round(scale.x(static_cast<double>(m_field->second)));
        const QRectF field(left, scale.rect.top(), std::max(2.0, right - left),
                           scale.rect.height());
        if (m_heat.colours.empty())
            painter.fillRect(field, tokens().accentSoft);
        painter.setPen(QPen(tokens().accent, 1));
        painter.drawRect(field.adjusted(0.5, 0.5, -0.5, -0.5));
    }
    paintHeat(painter, scale, scale.rect);
    paintPlotSteps(painter, scale);
    drawLine(painter, visible(m_map, scale), scale, tokens().text, kLineWidth);
}

void SignalView::paintHeat(QPainter &painter, const PlotScale &scale, const QRectF &band) const
{
    const auto count = static_cast<std::int64_t>(m_heat.colours.size());
    if (count == 0)
        return;
    painter.save();
    painter.setClipRect(scale.rect);
    painter.setRenderHint(QPainter::Antialiasing, false);
    // A step reaches half way to its neighbours; of many on one pixel the last is seen.
    double left = scale.x(static_cast<double>(m_heat.first) - 0.5);
    for (std::int64_t i = 0; i < count; ++i) {
        const double right = scale.x(static_cast<double>(m_heat.first + i) + 0.5);
        if (right >= scale.rect.left() && left <= scale.rect.right() &&
            (std::floor(right) > std::floor(left) || i + 1 == count)) {
            painter.fillRect(
                QRectF(std::floor(left), band.top(),
                       std::max(std::floor(right) - std::floor(left), 1.0), band.height()),
                QColor::fromRgba(qUnpremultiply(m_heat.colours[static_cast<std::size_t>(i)])));
            left = right;
        } else if (right < scale.rect.left()) {
            left = right;
        }
    }
    painter.restore();
}

void SignalView::paintStrip(QPainter &painter, const PlotScale &scale)
{
    paintPlotSteps(painter, scale);
    if (m_strip.isNull())
        return;
    DevicePixels pixels(painter, *this);
    const QRect area = pixels.of(scale.rect);
    const double perStep = scale.last > scale.first ? area.width() / (scale.last - scale.first)
                                                    : static_cast<double>(area.width());
    QImage line(area.width(), 1, QImage::Format_RGB32);
    auto *out = reinterpret_cast<QRgb *>(line.bits());
    const auto *in = reinterpret_cast<const QRgb *>(m_strip.constScanLine(0));
    for (int x = 0; x < area.width(); ++x) {
        const double step = scale.first + (x + 0.5) / perStep;
        out[x] = in[std::clamp<std::int64_t>(std::llround(step), 0, m_strip.width() - 1)];
    }
    painter.drawImage(area, line);
    QRectF band = scale.rect;
    band.setHeight(std::min(12.0, band.height()));
    if (!m_heat.colours.empty())
        painter.fillRect(band, tokens().surface);
    paintHeat(painter, scale, band);
}

void SignalView::paintCursor(QPainter &painter, const PlotScale &scale)
{
    const Tokens &t = tokens();
    painter.save();
    painter.setClipRect(scale.rect.adjusted(-6, 0, 6, 6));
    for (const auto &step : {m_pinned, m_hovered ? m_hovered : currentStep()}) {
        if (!step || *step >= length())
            continue;
        const double x = scale.x(static_cast<double>(*step));
        if (x < scale.rect.left() - 1 || x > scale.rect.right() + 1)
            continue;
        painter.setRenderHint(QPainter::Antialiasing, false);
        const double line = std::floor(x) + 0.5;
        if (m_mode == Mode::HeatStrip) {
            painter.setPen(QPen(QColor(0, 0, 0, 204), 3));
            painter.drawLine(QPointF(line, scale.rect.top()), QPointF(line, scale.rect.bottom()));
            painter.setPen(QPen(Qt::white, 1));
        } else {
            painter.setPen(QPen(t.accent, 1));
        }
        painter.drawLine(QPointF(line, scale.rect.top()), QPointF(line, scale.rect.bottom()));
        if (m_mode == Mode::Lines) {
            const auto value = static_cast<double>(m_map.values.at(0, *step));
            const double y = std::clamp(scale.y(value), scale.rect.top(), scale.rect.bottom());
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(QPen(t.surface, 1));
            painter.setBrush(t.accent);
            if (std::isfinite(y))
                painter.drawEllipse(QPointF(line, y), 4.5, 4.5);
        }
    }
    painter.restore();
}

void SignalView::paintNumbers(QPainter &painter)
{
    const Tokens &t = tokens();
    const Cells grid = cells();
    painter.setFont(convscope::font(FontRole::Number));
    painter.fillRect(grid.area, t.surface);
    const int rows = grid.area.height() / grid.height;
    const auto shown = m_hovered ? m_hovered : currentStep();
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < grid.columns; ++column) {
            const std::int64_t step = std::int64_t{m_topRow + row} * grid.columns + column;
            if (step >= length())
                return;
            const QRect cell(grid.area.left() + column * grid.width,
                             grid.area.top() + row * grid.height, grid.width, grid.height);
            if (step == m_pinned || step == shown)
                painter.fillRect(cell, step == m_pinned ? t.accentSoft : t.hover);
            const QRect inner = cell.adjusted(8, 0, -12, 0);
            painter.setPen(t.text2);
            painter.drawText(inner, Qt::AlignVCenter | Qt::AlignLeft, integerText(step));
            painter.setPen(step == m_pinned ? t.accentText : t.text);
            painter.drawText(inner, Qt::AlignVCenter | Qt::AlignRight,
                             valueText(static_cast<double>(m_map.values.at(0, step)), 4));
        }
    }
}

} // namespace convscope
