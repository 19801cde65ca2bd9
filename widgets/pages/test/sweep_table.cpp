// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "pages/test/sweep_table.h"

#include "language/core_words.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>

#include <algorithm>
#include <utility>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

SweepTable::SweepTable(QWidget *parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAccessibleName(tr("Settings"));
}

void SweepTable::setSweep(const Sweep &sweep, std::vector<SweepCell> cells, std::size_t columns,
                          std::optional<std::int64_t> now)
{
    m_axes = sweep.axes;
    m_cells = std::move(cells);
    m_columns = std::min(columns, m_axes.empty() ? 0 : m_axes.size() - 1);
    m_now = now;
    m_fields.reset();
    m_isCompared = !sweep.against.empty();
    m_slowest = 0;
    for (const SweepCell &cell : m_cells)
        m_slowest = std::max(m_slowest, cell.milliseconds.value_or(0));
    m_ticked.clear();
    m_current = -1;
    m_pressed = -1;
    updateGeometry();
    update();
}

void SweepTable::setNow(std::optional<std::int64_t> now)
{
    m_now = now;
    update();
}

void SweepTable::setColumns(std::size_t axis)
{
    m_columns = std::min(axis, m_axes.empty() ? 0 : m_axes.size() - 1);
    m_fields.reset();
    updateGeometry();
    update();
}

void SweepTable::setMaps(const SettingMaps *maps)
{
    m_maps = maps;
    updateGeometry();
    update();
}

SweepTable::Edge SweepTable::edgeAt(const QPoint &point) const
{
    if (m_cells.empty() || !rect().contains(point))
        return Edge::None;
    return point.y() < kHeader            ? Edge::Columns
           : point.x() < rowHeaderWidth() ? Edge::Rows
                                          : Edge::None;
}

void SweepTable::setDropEdge(Edge edge)
{
    m_dropEdge = edge;
    update();
}

bool SweepTable::canBe(std::int64_t index) const
{
    return index >= 0 && !m_cells[static_cast<std::size_t>(index)].error;
}

void SweepTable::setCell(std::int64_t index, const SweepCell &cell)
{
    m_cells[static_cast<std::size_t>(index)] = cell;
    if (cell.error)
        m_fields.reset();
    m_slowest = std::max(m_slowest, cell.milliseconds.value_or(0));
    update();
}

void SweepTable::setCurrent(std::int64_t index)
{
    if (index < 0 || index >= static_cast<std::int64_t>(m_cells.size()) || index == m_current)
        return;
    const auto refresh = [this](std::int64_t at) {
        if (at >= 0)
            update(cellRect(at).adjusted(-2, -2, 2, 2));
    };
    refresh(std::exchange(m_current, index));
    refresh(index);
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

int SweepTable::cellHeight() const
{
    return m_maps != nullptr ? kMapCellHeight : kCellHeight;
}

QSize SweepTable::sizeHint() const
{
    return minimumSizeHint();
}

QSize SweepTable::minimumSizeHint() const
{
    return {rowHeaderWidth() + columnCount() * kLeastCell + 2,
            kHeader + rowCount() * cellHeight() + 2};
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
    return {rowHeaderWidth() + column * cellWidth(), kHeader + row * cellHeight(), cellWidth(),
            cellHeight()};
}

std::int64_t SweepTable::indexAtPoint(const QPoint &point) const
{
    const int column = (point.x() - rowHeaderWidth()) / cellWidth();
    const int row = (point.y() - kHeader) / cellHeight();
    if (point.x() < rowHeaderWidth() || point.y() < kHeader || column >= columnCount() ||
        row >= rowCount())
        return -1;
    return indexAt(row, column);
}

void SweepTable::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_pressed = indexAtPoint(event->position().toPoint());
    if (m_pressed >= 0)
        setCurrent(m_pressed);
}

void SweepTable::mouseMoveEvent(QMouseEvent *event)
{
    const std::int64_t index = m_cells.empty() ? -1 : indexAtPoint(event->position().toPoint());
    if (event->buttons() == Qt::NoButton && index >= 0)
        setCurrent(index);
    setCursor(canBe(index) ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void SweepTable::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || m_cells.empty())
        return;
    const std::int64_t index = indexAtPoint(event->position().toPoint());
    if (index != std::exchange(m_pressed, -1) || !canBe(index))
        return;
    if ((event->modifiers() & Qt::ControlModifier) != 0)
        toggleTick(index);
    else
        Q_EMIT opened(index);
}

void SweepTable::toggleTick(std::int64_t index)
{
    if (m_ticked.erase(index) == 0)
        m_ticked.insert(index);
    update();
    Q_EMIT tickedChanged();
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
        if (canBe(m_current))
            toggleTick(m_current);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (canBe(m_current))
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
