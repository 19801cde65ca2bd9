// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "pages/test/sweep_table.h"

#include "language/core_words.h"
#include "style/fonts.h"
#include "style/numbers.h"
#include "style/paint.h"
#include "style/themed_icon.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kHeader = 34;
constexpr int kCellHeight = 58;
constexpr int kLeastCell = 128;
constexpr int kMostCell = 220;
constexpr int kRowHeader = 104;

/// The rule alone: what was received stands in the headers.
QString shortReason(const Error &error)
{
    const QString text = localized(error);
    const qsizetype end = text.indexOf(u". "_s);
    return end < 0 ? text : text.left(end);
}

} // namespace

SweepTable::SweepTable(QWidget *parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Settings"));
}

void SweepTable::setSweep(const Sweep &sweep, std::vector<SweepCell> cells, std::size_t columns,
                          std::optional<std::int64_t> now)
{
    m_axes = sweep.axes;
    m_cells = std::move(cells);
    m_columns = std::min(columns, m_axes.empty() ? 0 : m_axes.size() - 1);
    m_now = now;
    m_isCompared = !sweep.against.empty();
    m_slowest = 0;
    m_ticked.clear();
    m_current = -1;
    updateGeometry();
    update();
}

void SweepTable::setCell(std::int64_t index, const SweepCell &cell)
{
    m_cells[static_cast<std::size_t>(index)] = cell;
    m_slowest = std::max(m_slowest, cell.milliseconds.value_or(0));
    update();
}

void SweepTable::setCurrent(std::int64_t index)
{
    if (index < 0 || index >= static_cast<std::int64_t>(m_cells.size()) || index == m_current)
        return;
    m_current = index;
    update();
    Q_EMIT currentChanged(index);
}

int SweepTable::columnCount() const
{
    return m_axes.empty() ? 0 : static_cast<int>(m_axes[m_columns].values.size());
}

int SweepTable::rowCount() const
{
    return columnCount() == 0 ? 0 : static_cast<int>(m_cells.size()) / columnCount();
}

std::vector<std::size_t> SweepTable::rowAxes() const
{
    std::vector<std::size_t> axes;
    for (std::size_t i = 0; i < m_axes.size(); ++i) {
        if (i != m_columns)
            axes.push_back(i);
    }
    return axes;
}

int SweepTable::rowHeaderWidth() const
{
    return kRowHeader * static_cast<int>(std::max<std::size_t>(m_axes.size(), 1) - 1);
}

int SweepTable::cellWidth() const
{
    const int room = width() - rowHeaderWidth() - 2;
    return std::clamp(room / std::max(columnCount(), 1), kLeastCell, kMostCell);
}

QSize SweepTable::sizeHint() const
{
    return minimumSizeHint();
}

QSize SweepTable::minimumSizeHint() const
{
    return {rowHeaderWidth() + columnCount() * kLeastCell + 2,
            kHeader + rowCount() * kCellHeight + 2};
}

std::int64_t SweepTable::indexAt(int row, int column) const
{
    // The digits of the row in the row axes, the innermost last.
    std::vector<std::size_t> choice(m_axes.size());
    choice[m_columns] = static_cast<std::size_t>(column);
    const std::vector<std::size_t> axes = rowAxes();
    for (std::size_t i = axes.size(); i-- > 0;) {
        const int values = static_cast<int>(m_axes[axes[i]].values.size());
        choice[axes[i]] = static_cast<std::size_t>(row % values);
        row /= values;
    }
    std::int64_t index = 0;
    for (std::size_t i = 0; i < m_axes.size(); ++i)
        index = index * static_cast<std::int64_t>(m_axes[i].values.size()) +
                static_cast<std::int64_t>(choice[i]);
    return index;
}

std::pair<int, int> SweepTable::placeOf(std::int64_t index) const
{
    const std::vector<std::size_t> &choice = m_cells[static_cast<std::size_t>(index)].choice;
    int row = 0;
    for (const std::size_t axis : rowAxes())
        row = row * static_cast<int>(m_axes[axis].values.size()) + static_cast<int>(choice[axis]);
    return {row, static_cast<int>(choice[m_columns])};
}

QRect SweepTable::cellRect(std::int64_t index) const
{
    const auto [row, column] = placeOf(index);
    return {rowHeaderWidth() + column * cellWidth(), kHeader + row * kCellHeight, cellWidth(),
            kCellHeight};
}

std::int64_t SweepTable::indexAtPoint(const QPoint &point) const
{
    const int column = (point.x() - rowHeaderWidth()) / cellWidth();
    const int row = (point.y() - kHeader) / kCellHeight;
    if (point.x() < rowHeaderWidth() || point.y() < kHeader || column >= columnCount() ||
        row >= rowCount())
        return -1;
    return indexAt(row, column);
}

void SweepTable::paintEvent(QPaintEvent *)
{
    if (m_cells.empty())
        return;
    QPainter painter(this);
    const QRect all(0, 0, rowHeaderWidth() + columnCount() * cellWidth(),
                    kHeader + rowCount() * kCellHeight);
    painter.fillRect(all, tokens().surface);
    paintHeaders(painter);
    for (std::int64_t i = 0; i < static_cast<std::int64_t>(m_cells.size()); ++i) {
        if (!m_cells[static_cast<std::size_t>(i)].error)
            paintCell(painter, i);
    }
    paintErrors(painter);
    painter.setPen(QPen(tokens().line, 0));
    painter.drawRect(all);
    if (m_current >= 0)
        paintRing(painter, cellRect(m_current), 0, 2, tokens().accent);
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
    painter.fillRect(QRect(0, 0, rowHeaderWidth(), kHeader + rowCount() * kCellHeight),
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
            label({static_cast<int>(i) * kRowHeader, kHeader + at * span * kCellHeight, kRowHeader,
                   span * kCellHeight},
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
    painter.setFont(convscope::font(FontRole::MonoCaption));
    const QRect line(inner.left(), inner.bottom() - 16, inner.width(), 18);
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

void SweepTable::paintErrors(QPainter &painter) const
{
    // Touching cells with the same reason are one field.
    const int rows = rowCount();
    const int columns = columnCount();
    std::set<std::pair<int, int>> done;
    const auto reason = [&](int row, int column) {
        const SweepCell &cell = m_cells[static_cast<std::size_t>(indexAt(row, column))];
        return cell.error ? shortReason(*cell.error) : QString();
    };
    const auto isSame = [&](int row, int column, const QString &wanted) {
        return reason(row, column) == wanted && !done.contains({row, column});
    };
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            const QString why = reason(row, column);
            if (why.isEmpty() || done.contains({row, column}))
                continue;
            int right = column + 1;
            while (right < columns && isSame(row, right, why))
                ++right;
            int bottom = row + 1;
            const auto fitsRow = [&](int at) {
                for (int c = column; c < right; ++c) {
                    if (!isSame(at, c, why))
                        return false;
                }
                return true;
            };
            while (bottom < rows && fitsRow(bottom))
                ++bottom;
            for (int r = row; r < bottom; ++r) {
                for (int c = column; c < right; ++c)
                    done.insert({r, c});
            }
            const QRect area(rowHeaderWidth() + column * cellWidth(), kHeader + row * kCellHeight,
                             (right - column) * cellWidth(), (bottom - row) * kCellHeight);
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
            QString text = why;
            const QFontMetrics metrics(painter.font());
            const int lines = std::max(room.height() / metrics.lineSpacing(), 1);
            while (metrics.boundingRect(room, Qt::TextWordWrap, text).height() >
                       lines * metrics.lineSpacing() &&
                   text.size() > 8)
                text = text.chopped(6).trimmed() + u'…';
            const QRect block =
                metrics.boundingRect(room, Qt::TextWordWrap | Qt::AlignVCenter, text);
            painter.fillRect(block.adjusted(-24, -2, 4, 2), tokens().window);
            paintIcon(painter, QRectF(area.left() + 8, block.center().y() - 8, 16, 16), u"error",
                      tokens().error);
            painter.setPen(tokens().text2);
            painter.drawText(room, Qt::TextWordWrap | Qt::AlignVCenter, text);
        }
    }
}

void SweepTable::mousePressEvent(QMouseEvent *event)
{
    const std::int64_t index = indexAtPoint(event->position().toPoint());
    if (event->button() == Qt::LeftButton && index >= 0)
        setCurrent(index);
}

void SweepTable::mouseDoubleClickEvent(QMouseEvent *event)
{
    const std::int64_t index = indexAtPoint(event->position().toPoint());
    if (index >= 0 && !m_cells[static_cast<std::size_t>(index)].error)
        Q_EMIT opened(index);
}

void SweepTable::keyPressEvent(QKeyEvent *event)
{
    if (m_cells.empty()) {
        QWidget::keyPressEvent(event);
        return;
    }
    auto [row, column] = m_current < 0 ? std::pair(0, 0) : placeOf(m_current);
    switch (event->key()) {
    case Qt::Key_Left:
        --column;
        break;
    case Qt::Key_Right:
        ++column;
        break;
    case Qt::Key_Up:
        --row;
        break;
    case Qt::Key_Down:
        ++row;
        break;
    case Qt::Key_Space:
        if (m_current >= 0 && !m_cells[static_cast<std::size_t>(m_current)].error) {
            if (m_ticked.erase(m_current) == 0)
                m_ticked.insert(m_current);
            update();
            Q_EMIT tickedChanged();
        }
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_current >= 0 && !m_cells[static_cast<std::size_t>(m_current)].error)
            Q_EMIT opened(m_current);
        return;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    setCurrent(
        indexAt(std::clamp(row, 0, rowCount() - 1), std::clamp(column, 0, columnCount() - 1)));
}

bool SweepTable::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const std::int64_t index = m_cells.empty() ? -1 : indexAtPoint(help->pos());
    if (index < 0) {
        QToolTip::hideText();
        return true;
    }
    const SweepCell &cell = m_cells[static_cast<std::size_t>(index)];
    QStringList lines;
    if (cell.error)
        lines << localized(*cell.error);
    for (const Words &note : cell.notes)
        lines << localized(note);
    QToolTip::showText(help->globalPos(), lines.join(u'\n'), this);
    return true;
}

} // namespace convscope
