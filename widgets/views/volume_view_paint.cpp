// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "style/fonts.h"
#include "style/numbers.h"
#include "style/tokens.h"
#include "views/device_pixels.h"
#include "views/map_marks.h"
#include "views/plot.h"
#include "views/volume_view.h"

#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace convscope {

/// Into a rectangle of device pixels, cells as exact as whole pixels allow.
void VolumeView::drawCells(QPainter &painter, const QRect &target, const PicturePyramid &picture,
                           double scale) const
{
    if (picture.isNull() || target.isEmpty())
        return;
    QImage cells(target.size(), QImage::Format_RGB32);
    cells.fill(tokens().sunken);
    MapTransform transform;
    transform.scale = scale;
    picture.draw(transform, scale < 2 * devicePixelRatioF(), cells);
    painter.drawImage(target.topLeft(), cells);
}

void VolumeView::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens();
    QPainter painter(this);
    painter.fillRect(rect(), t.sunken);
    const VolumeLayout at = layoutInUse();
    if (!m_pictures.extent.isEmpty()) {
        painter.setOpacity(mapOpacity());
        paintPlanes(painter, at);
        painter.setOpacity(1);
        paintWords(painter, at);
        paintHeat(painter, at);
        paintField(painter, at);
        paintGuides(painter, at);
    }
    if (!profileRect().isNull())
        paintProfile(painter);
    paintBadge(painter, 12);
    paintEdges(painter);
}

void VolumeView::paintPlanes(QPainter &painter, const VolumeLayout &at)
{
    DevicePixels pixels(painter, *this);
    drawCells(painter, at.slicePlane, m_slice, at.scale);
    drawCells(painter, at.columnPlane, m_column, at.scale);
    drawCells(painter, at.rowPlane, m_row, at.scale);
    if (!at.largest.isNull() && !m_largest.isNull())
        drawCells(painter, at.largest, m_largest,
                  at.largest.width() / static_cast<double>(m_pictures.extent.columns));
}

void VolumeView::paintHeat(QPainter &painter, const VolumeLayout &at)
{
    const auto &[slices, rows, columns] = m_heat.extents;
    if (m_heat.colours.empty() || !m_field)
        return;
    DevicePixels pixels(painter, *this);
    const VolumeCursor &first = m_heat.first;
    // The part of a plane from (top, left) on; `cell` gives the position of one of its cells.
    const auto plane = [&](const QRect &target, std::int64_t top, std::int64_t high,
                           std::int64_t left, std::int64_t wide, const auto &cell) {
        QImage heat(static_cast<int>(wide), static_cast<int>(high),
                    QImage::Format_ARGB32_Premultiplied);
        if (heat.isNull())
            return;
        for (std::int64_t y = 0; y < high; ++y) {
            auto *line = reinterpret_cast<QRgb *>(heat.scanLine(static_cast<int>(y)));
            for (std::int64_t x = 0; x < wide; ++x)
                line[x] = m_heat.colours[static_cast<std::size_t>(cell(y, x))];
        }
        painter.drawImage(QRect(QPoint(at.edge(target.left(), left), at.edge(target.top(), top)),
                                QPoint(at.edge(target.left(), left + wide) - 1,
                                       at.edge(target.top(), top + high) - 1)),
                          heat);
    };
    const std::int64_t slice = m_cursor.slice - first.slice;
    const std::int64_t row = m_cursor.row - first.row;
    const std::int64_t column = m_cursor.column - first.column;
    const auto at3 = [&](std::int64_t s, std::int64_t r, std::int64_t c) {
        return (s * rows + r) * columns + c;
    };
    if (slice >= 0 && slice < slices)
        plane(at.slicePlane, first.row, rows, first.column, columns,
              [&](std::int64_t y, std::int64_t x) { return at3(slice, y, x); });
    if (column >= 0 && column < columns)
        plane(at.columnPlane, first.row, rows, first.slice, slices,
              [&](std::int64_t y, std::int64_t x) { return at3(x, y, column); });
    if (row >= 0 && row < rows)
        plane(at.rowPlane, first.slice, slices, first.column, columns,
              [&](std::int64_t y, std::int64_t x) { return at3(y, row, x); });
}

void VolumeView::paintField(QPainter &painter, const VolumeLayout &at)
{
    if (!m_field)
        return;
    const auto &[first, last] = *m_field;
    DevicePixels pixels(painter, *this);
    const int line = pixels.hairline();
    const auto box = [&](const QRect &plane, std::int64_t top, std::int64_t bottom,
                         std::int64_t left, std::int64_t right) {
        const QRect rect(
            QPoint(at.edge(plane.left(), left), at.edge(plane.top(), top)),
            QPoint(at.edge(plane.left(), right + 1) - 1, at.edge(plane.top(), bottom + 1) - 1));
        fillFrame(painter, rect.adjusted(-line, -line, line, line), 3 * line, QColor(0, 0, 0, 204));
        fillFrame(painter, rect, line, Qt::white);
    };
    // Planes that lie outside of the box show nothing of it.
    if (m_cursor.slice >= first.slice && m_cursor.slice <= last.slice)
        box(at.slicePlane, first.row, last.row, first.column, last.column);
    if (m_cursor.column >= first.column && m_cursor.column <= last.column)
        box(at.columnPlane, first.row, last.row, first.slice, last.slice);
    if (m_cursor.row >= first.row && m_cursor.row <= last.row)
        box(at.rowPlane, first.slice, last.slice, first.column, last.column);
}

void VolumeView::paintGuides(QPainter &painter, const VolumeLayout &at)
{
    const Tokens &t = tokens();
    const auto value = this->value();
    QRect marked;
    {
        DevicePixels pixels(painter, *this);
        const int line = pixels.hairline();
        const auto middle = [&](int origin, std::int64_t index) {
            return (at.edge(origin, index) + at.edge(origin, index + 1) - line) / 2;
        };
        const auto rule = [&](const QRect &rect) {
            if (m_isTwoTone)
                painter.fillRect(rect.adjusted(-line, -line, line, line), QColor(0, 0, 0, 150));
            painter.fillRect(rect, m_isTwoTone ? QColor(Qt::white) : t.accent);
        };
        const int x = middle(at.slicePlane.left(), m_cursor.column);
        const int y = middle(at.slicePlane.top(), m_cursor.row);
        const int depthX = middle(at.columnPlane.left(), m_cursor.slice);
        const int depthY = middle(at.rowPlane.top(), m_cursor.slice);
        // The vertical line runs through both planes of columns, the horizontal one through both of
        // rows.
        rule({x, at.slicePlane.top(), line, at.rowPlane.bottom() + 1 - at.slicePlane.top()});
        rule({at.slicePlane.left(), y, at.columnPlane.right() + 1 - at.slicePlane.left(), line});
        rule({depthX, at.columnPlane.top(), line, at.columnPlane.height()});
        rule({at.rowPlane.left(), depthY, at.rowPlane.width(), line});
        const QRect cell(QPoint(at.edge(at.slicePlane.left(), m_cursor.column),
                                at.edge(at.slicePlane.top(), m_cursor.row)),
                         QPoint(at.edge(at.slicePlane.left(), m_cursor.column + 1) - 1,
                                at.edge(at.slicePlane.top(), m_cursor.row + 1) - 1));
        paintCellMarker(painter, pixels, cell, CellMark::Pinned);
        marked = cellMarkerRect(pixels, cell, CellMark::Pinned);
    }
    if (!value)
        return;
    const qreal ratio = devicePixelRatioF();
    const QRect logical(qRound(marked.left() / ratio), qRound(marked.top() / ratio),
                        qRound(marked.width() / ratio), qRound(marked.height() / ratio));
    const ReadOut text{
        valueText(static_cast<double>(*value)),
        u"[%1, %2, %3]"_s.arg(m_cursor.slice).arg(m_cursor.row).arg(m_cursor.column)};
    const QRect bounds(4, 4, width() - 8, height() - profileRect().height() - 8);
    paintTag(painter, tagRect(tagSize(text), logical, bounds), text);
}

void VolumeView::paintWords(QPainter &painter, const VolumeLayout &at)
{
    const Tokens &t = tokens();
    const qreal ratio = devicePixelRatioF();
    const auto logical = [&](const QRect &rect) {
        return QRectF(QPointF(rect.topLeft()) / ratio, QSizeF(rect.size()) / ratio);
    };
    painter.setFont(convscope::font(FontRole::MonoCaption));
    painter.setPen(t.text2);
    constexpr auto kAbove = Qt::AlignLeft | Qt::AlignVCenter;
    const QFontMetricsF metrics(painter.font());
    const QString whole = tr("slice %1: rows × columns").arg(m_cursor.slice);
    const QRectF sliceRect = logical(at.sliceLabel);
    painter.drawText(sliceRect.adjusted(0, 0, 200, 0), kAbove,
                     metrics.horizontalAdvance(whole) <= sliceRect.width()
                         ? whole
                         : tr("slice %1").arg(m_cursor.slice));
    painter.drawText(logical(at.columnLabel), kAbove, tr("column %1").arg(m_cursor.column));
    painter.drawText(logical(at.rowLabel), kAbove, tr("row %1").arg(m_cursor.row));
    if (at.largest.isNull())
        return;
    painter.drawText(logical(at.largestLabel), kAbove, tr("largest over slices"));
    painter.setFont(convscope::font(FontRole::Caption));
    painter.setPen(m_fieldWords.isEmpty() ? t.text2 : t.accentText);
    painter.drawText(logical(at.hint), Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap,
                     m_fieldWords.isEmpty()
                         ? tr("Three planes share one cursor. Drag in any of them to move the "
                              "other two.")
                         : m_fieldWords);
}

void VolumeView::paintProfile(QPainter &painter)
{
    const Tokens &t = tokens();
    const QRect area = profileRect();
    painter.fillRect(area, t.surface);
    {
        DevicePixels pixels(painter, *this);
        painter.fillRect(0, pixels.of(area.top()), pixels.of(width()), pixels.hairline(), t.line);
    }
    const QRectF title(12, area.top() + 1, width() - 24, scaledHeight(34));
    painter.setPen(t.text);
    painter.setFont(convscope::font(FontRole::Title));
    const QString words = tr("Along the slices");
    painter.drawText(title, Qt::AlignVCenter | Qt::AlignLeft, words);
    const double wide = QFontMetricsF(painter.font()).horizontalAdvance(words);
    painter.setPen(t.text2);
    painter.setFont(convscope::font(FontRole::MonoCaption));
    const QString place = u"[:, %1, %2]"_s.arg(m_cursor.row).arg(m_cursor.column);
    painter.drawText(title.adjusted(wide + 12, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, place);
    const double taken = wide + 24 + QFontMetricsF(painter.font()).horizontalAdvance(place);
    std::vector<LegendEntry> legend;
    if (!m_profile.input.isEmpty())
        legend.push_back({tr("input"), t.minus, LegendEntry::Kind::Line, Qt::SolidLine});
    legend.push_back({m_profile.mapName, t.plus, LegendEntry::Kind::Line, Qt::SolidLine});
    if (m_profile.window)
        legend.push_back({tr("window"), t.accentSoft, LegendEntry::Kind::Area, Qt::SolidLine});
    paintLegend(painter, title.adjusted(taken, 0, 0, 0), legend);

    const auto steps = static_cast<double>(m_profile.map.length - 1);
    PlotScale scale;
    scale.rect = QRectF(40, title.bottom() + 4, width() - 40 - 18,
                        area.bottom() - title.bottom() - 4 - scaledHeight(34));
    scale.last = steps;
    const auto [mapLow, mapHigh] = m_profile.map.limits();
    const auto [inputLow, inputHigh] = m_profile.input.limits();
    scale.low = static_cast<double>(std::min({0.0F, mapLow, inputLow}));
    scale.high = static_cast<double>(std::max({0.0F, mapHigh, inputHigh}));
    scale.high += 0.08 * (scale.high - scale.low);
    if (!(scale.high > scale.low))
        scale.high = scale.low + 1;
    // Input and map share the axis by its ends, as a map may have fewer slices than its input.
    PlotScale inputScale = scale;
    inputScale.last = static_cast<double>(std::max<std::int64_t>(1, m_profile.input.length) - 1);
    paintPlotArea(painter, scale);
    paintPlotSteps(painter, scale);
    if (m_profile.window) {
        const double half = scale.rect.width() / std::max(1.0, inputScale.last) / 2;
        const double left = std::max(
            scale.rect.left(), inputScale.x(static_cast<double>(m_profile.window->first)) - half);
        const double right = std::min(
            scale.rect.right(), inputScale.x(static_cast<double>(m_profile.window->second)) + half);
        painter.fillRect(QRectF(std::round(left), scale.rect.top(), std::round(right - left),
                                scale.rect.height()),
                         t.accentSoft);
    }
    const double cursor = std::floor(scale.x(static_cast<double>(m_cursor.slice))) + 0.5;
    painter.setPen(QPen(t.accent, 1));
    painter.drawLine(QPointF(cursor, scale.rect.top()), QPointF(cursor, scale.rect.bottom()));
    const std::array<std::pair<const LineEnvelope *, QColor>, 2> lines{
        {{&m_profile.input, t.minus}, {&m_profile.map, t.plus}}};
    for (const auto &[line, colour] : lines) {
        const PlotScale &own = line == &m_profile.input ? inputScale : scale;
        drawLine(painter, *line, own, colour, 1.5);
        // Dots while they stay apart.
        if (!line->isExact() || scale.rect.width() / std::max(1.0, own.last) < 9)
            continue;
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        for (std::size_t i = 0; i < line->low.size(); ++i) {
            if (std::isfinite(line->low[i]))
                painter.drawEllipse(QPointF(own.x(static_cast<double>(i)),
                                            own.y(static_cast<double>(line->low[i]))),
                                    2.6, 2.6);
        }
        painter.restore();
    }
}

} // namespace convscope
