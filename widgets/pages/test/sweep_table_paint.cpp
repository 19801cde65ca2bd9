// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
// How the table of a sweep looks.
#include "language/core_words.h"
#include "pages/test/setting_maps.h"
#include "pages/test/sweep_table.h"
#include "style/fonts.h"
#include "style/numbers.h"
#include "style/paint.h"
#include "style/themed_icon.h"
#include "style/tokens.h"

#include <QPaintEvent>
#include <QPainter>

#include <algorithm>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

/// The rule alone: what was received stands in the headers.
QString shortReason(const Error &error)
{
    const QString text = localized(error);
    const qsizetype end = text.indexOf(u". "_s);
    return end < 0 ? text : text.left(end);
}

} // namespace

void SweepTable::paintEvent(QPaintEvent *event)
{
    if (m_cells.empty())
        return;
    QPainter painter(this);
    const QRect all(0, 0, rowHeaderWidth() + columnCount() * cellWidth(),
                    kHeader + rowCount() * cellHeight());
    painter.fillRect(all, tokens().surface);
    paintHeaders(painter);
    for (std::int64_t i = 0; i < static_cast<std::int64_t>(m_cells.size()); ++i) {
        if (canBe(i) && cellRect(i).intersects(event->rect()))
            paintCell(painter, i);
    }
    paintErrors(painter, event->rect());
    painter.setPen(QPen(tokens().line, 0));
    painter.drawRect(all);
    if (m_current >= 0)
        paintRing(painter, cellRect(m_current), 0, 2, tokens().accent);
    if (m_dropEdge == Edge::Columns)
        paintDashedEdge(painter, QRect(0, 0, all.width(), kHeader), 0, 2, tokens().accent);
    else if (m_dropEdge == Edge::Rows)
        paintDashedEdge(painter, QRect(0, kHeader, rowHeaderWidth(), all.height() - kHeader), 0, 2,
                        tokens().accent);
}

void SweepTable::paintHeaders(QPainter &painter) const
{
    const auto label = [&](const QRect &area, const QString &name, const QString &value,
                           bool isStacked) {
        painter.setPen(QPen(tokens().line, 0));
        painter.drawRect(area);
        painter.setFont(convscope::font(FontRole::MonoCaption));
        painter.setPen(tokens().text2);
        const QRect inner = area.adjusted(8, 4, -4, -4);
        const QFontMetrics metrics(painter.font());
        const QString first = metrics.elidedText(name, Qt::ElideRight, inner.width());
        painter.drawText(inner, isStacked ? Qt::AlignTop : Qt::AlignVCenter, first);
        painter.setFont(convscope::font(FontRole::Number));
        painter.setPen(tokens().text);
        const QRect rest = isStacked
                               ? inner.adjusted(0, metrics.height() + 2, 0, 0)
                               : inner.adjusted(metrics.horizontalAdvance(first) + 8, 0, 0, 0);
        painter.drawText(
            rest, isStacked ? Qt::AlignTop : Qt::AlignVCenter,
            QFontMetrics(painter.font()).elidedText(value, Qt::ElideRight, rest.width()));
    };
    painter.fillRect(QRect(0, 0, rowHeaderWidth() + columnCount() * cellWidth(), kHeader),
                     tokens().window);
    painter.fillRect(QRect(0, 0, rowHeaderWidth(), kHeader + rowCount() * cellHeight()),
                     tokens().window);
    const SweepAxis &top = m_axes[m_columns];
    for (int column = 0; column < columnCount(); ++column)
        label({rowHeaderWidth() + column * cellWidth(), 0, cellWidth(), kHeader},
              QString::fromStdString(top.argument),
              QString::fromStdString(top.texts[static_cast<std::size_t>(column)]), false);
    const std::vector<std::size_t> axes = rowAxes();
    int span = rowCount();
    for (std::size_t i = 0; i < axes.size(); ++i) {
        const SweepAxis &axis = m_axes[axes[i]];
        const int values = static_cast<int>(axis.values.size());
        span /= values;
        for (int at = 0; at < rowCount() / span; ++at)
            label({static_cast<int>(i) * kRowHeader, kHeader + at * span * cellHeight(), kRowHeader,
                   span * cellHeight()},
                  QString::fromStdString(axis.argument),
                  QString::fromStdString(axis.texts[static_cast<std::size_t>(at % values)]), true);
    }
}

void SweepTable::paintCell(QPainter &painter, std::int64_t index) const
{
    const SweepCell &cell = m_cells[static_cast<std::size_t>(index)];
    const QRect area = cellRect(index);
    if (index == m_current)
        painter.fillRect(area, tokens().accentSoft);
    painter.setPen(QPen(tokens().line, 0));
    painter.drawRect(area);
    const QRect inner = area.adjusted(10, 8, -10, -8);
    painter.setFont(convscope::font(FontRole::Number));
    painter.setPen(tokens().text);
    if (cell.outputShape)
        paintShapeText(painter, QPointF(inner.left(), inner.top() + 12),
                       tightShapeText(*cell.outputShape), tokens().text, tokens().text2);
    if (m_ticked.contains(index))
        paintIcon(painter, QRectF(inner.right() - 14, inner.top(), 14, 14), u"check",
                  tokens().accentText);
    else if (m_now == index) {
        const QRect badge(inner.right() - 32, inner.top(), 32, 16);
        painter.fillRect(badge, tokens().text2);
        painter.setFont(convscope::font(FontRole::Caption));
        painter.setPen(tokens().surface);
        painter.drawText(badge, Qt::AlignCenter, tr("now"));
    }
    if (m_maps == nullptr) {
        paintFigures(painter, cell, QRect(inner.left(), inner.bottom() - 16, inner.width(), 18));
        return;
    }
    const QRect room(inner.left(), inner.top() + 20, inner.width(), inner.height() - 20);
    QImage picture = m_maps->picture(index, room.size() * devicePixelRatioF(), tokens().isDark);
    if (picture.isNull()) {
        painter.setPen(tokens().text2);
        painter.drawText(room, Qt::AlignVCenter, u"…"_s);
        return;
    }
    picture.setDevicePixelRatio(devicePixelRatioF());
    painter.drawImage(room.topLeft(), picture);
}

void SweepTable::paintFigures(QPainter &painter, const SweepCell &cell, const QRect &line) const
{
    painter.setFont(convscope::font(FontRole::MonoCaption));
    if (!cell.isDone) {
        painter.setPen(tokens().text2);
        painter.drawText(line, Qt::AlignVCenter, u"…"_s);
        return;
    }
    painter.setPen(cell.exceeds() ? tokens().error : tokens().text2);
    if (m_isCompared)
        painter.drawText(line, Qt::AlignVCenter,
                         cell.maxDifference ? valueText(*cell.maxDifference, 2) : u"–"_s);
    painter.setPen(tokens().text2);
    const QString time = durationText(cell.milliseconds.value_or(0) / 1000);
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignRight, time);
    constexpr int kBar = 36;
    const int right = line.right() - QFontMetrics(painter.font()).horizontalAdvance(time) - 8;
    const int left = std::max(line.left() + 56, right - kBar);
    if (right - left > 8) {
        painter.fillRect(QRect(left, line.center().y() - 2, right - left, 5), tokens().track);
        const double share = m_slowest > 0 ? cell.milliseconds.value_or(0) / m_slowest : 0;
        painter.fillRect(QRect(left, line.center().y() - 2,
                               std::max(static_cast<int>(share * (right - left)), 1), 5),
                         tokens().control);
    }
}

std::vector<SweepTable::ErrorField> SweepTable::errorFields() const
{
    const int rows = rowCount();
    const int columns = columnCount();
    const auto at = [&](int row, int column) {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) +
               static_cast<std::size_t>(column);
    };
    std::vector<QString> reasons(at(rows, 0));
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            const SweepCell &cell = m_cells[static_cast<std::size_t>(indexAt(row, column))];
            if (cell.error)
                reasons[at(row, column)] = shortReason(*cell.error);
        }
    }
    // What is taken into a field has no reason of its own any more.
    std::vector<ErrorField> fields;
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            const QString why = reasons[at(row, column)];
            if (why.isEmpty())
                continue;
            int right = column + 1;
            while (right < columns && reasons[at(row, right)] == why)
                ++right;
            int bottom = row + 1;
            const auto fits = [&](int r) {
                for (int c = column; c < right; ++c) {
                    if (reasons[at(r, c)] != why)
                        return false;
                }
                return true;
            };
            while (bottom < rows && fits(bottom))
                ++bottom;
            for (int r = row; r < bottom; ++r) {
                for (int c = column; c < right; ++c)
                    reasons[at(r, c)].clear();
            }
            fields.push_back({QRect(column, row, right - column, bottom - row), why});
        }
    }
    return fields;
}

void SweepTable::paintErrors(QPainter &painter, const QRect &seen) const
{
    if (!m_fields)
        m_fields = errorFields();
    for (const ErrorField &field : *m_fields) {
        const QRect area(rowHeaderWidth() + field.cells.x() * cellWidth(),
                         kHeader + field.cells.y() * cellHeight(),
                         field.cells.width() * cellWidth(), field.cells.height() * cellHeight());
        if (!area.intersects(seen))
            continue;
        painter.fillRect(area, tokens().window);
        painter.save();
        painter.setClipRect(area);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(tokens().line, 1));
        for (int x = area.left() - area.height(); x < area.right(); x += 10)
            painter.drawLine(x, area.bottom(), x + area.height(), area.top());
        painter.restore();
        painter.setPen(QPen(tokens().line, 0));
        painter.drawRect(area);
        painter.setFont(convscope::font(FontRole::Caption));
        const QRect room(area.left() + 30, area.top() + 4, std::min(area.width(), 260) - 36,
                         area.height() - 8);
        QString text = field.why;
        const QFontMetrics metrics(painter.font());
        const int lines = std::max(room.height() / metrics.lineSpacing(), 1);
        while (metrics.boundingRect(room, Qt::TextWordWrap, text).height() >
                   lines * metrics.lineSpacing() &&
               text.size() > 8)
            text = text.chopped(6).trimmed() + u'…';
        const QRect block = metrics.boundingRect(room, Qt::TextWordWrap | Qt::AlignVCenter, text);
        painter.fillRect(block.adjusted(-24, -2, 4, 2), tokens().window);
        paintIcon(painter, QRectF(area.left() + 8, block.center().y() - 8, 16, 16), u"error",
                  tokens().error);
        painter.setPen(tokens().text2);
        painter.drawText(room, Qt::TextWordWrap | Qt::AlignVCenter, text);
    }
}

} // namespace convscope
