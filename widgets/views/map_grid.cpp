// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "views/map_grid.h"

#include "style/fonts.h"
#include "views/accessible_views.h"

#include <QAccessible>
#include <QApplication>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace convscope {

namespace {

constexpr int kGridWheelNotch = 120;
constexpr int kWidthStep = 8;
constexpr int kBarWidth = 8;
/// Kept pictures, in KiB: 96 MiB.
constexpr int kKeptTiles = 96 * 1024;

} // namespace

MapGrid::MapGrid(QWidget *parent) : QAbstractScrollArea(parent), m_tiles(kKeptTiles)
{
    installAccessibleViews();
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(tr("Maps"));
    // The bar lies in the right margin, over the viewport: it must not cost a column.
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_bar = new QScrollBar(Qt::Vertical, this);
    m_bar->hide();
    QScrollBar *inner = verticalScrollBar();
    connect(m_bar, &QScrollBar::valueChanged, inner, &QScrollBar::setValue);
    connect(inner, &QScrollBar::valueChanged, m_bar, &QScrollBar::setValue);
    viewport()->setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
    m_asking.setSingleShot(true);
    m_asking.setInterval(0);
    connect(&m_asking, &QTimer::timeout, this, &MapGrid::askForTiles);
}

void MapGrid::setMaps(int count, QSize cells)
{
    reset(count, cells, false);
}

void MapGrid::setSignals(int count)
{
    reset(count, {}, true);
}

void MapGrid::reset(int count, QSize cells, bool lines)
{
    if (count != m_count || cells != m_cells || lines != m_showsLines) {
        m_tiles.clear();
        m_lines.clear();
        m_flags.clear();
        m_order.clear();
        m_headings.clear();
        m_cells = cells;
        m_showsLines = lines;
        m_count = count;
        m_hovered = -1;
        const int kept = std::min(m_selected, count - 1);
        m_selected = count > 0 ? std::max(0, kept) : -1;
        arrange();
        if (m_selected >= 0)
            scrollTo(m_selected);
    }
    requestTiles();
}

void MapGrid::setTile(int index, const QImage &picture)
{
    if (index < 0 || index >= count())
        return;
    const auto kilobytes = static_cast<int>(1 + picture.sizeInBytes() / 1024);
    m_tiles.insert(index, new QImage(picture), kilobytes);
    viewport()->update(tileRect(index));
}

void MapGrid::setTileLine(int index, const LineEnvelope &line)
{
    if (index < 0 || index >= count())
        return;
    m_lines[index] = line;
    viewport()->update(tileRect(index));
}

void MapGrid::setLineRange(float low, float high)
{
    m_lineLow = low;
    m_lineHigh = high;
    viewport()->update();
}

void MapGrid::requestTiles()
{
    m_asking.start();
}

void MapGrid::setStale(bool stale)
{
    if (m_isStale == stale)
        return;
    m_isStale = stale;
    viewport()->update();
}

int MapGrid::top() const
{
    return verticalScrollBar()->value();
}

QRect MapGrid::tileRect(int index) const
{
    const int position = positionOf(index);
    return position < 0 ? QRect() : m_layout.tileRect(position).translated(0, -top());
}

int MapGrid::indexAt(QPoint point) const
{
    const int position = m_layout.positionAt(point + QPoint(0, top()));
    return position < 0 ? -1 : indexAtPosition(position);
}

std::vector<int> MapGrid::visibleIndices() const
{
    const auto [first, number] = m_layout.visible(top(), viewport()->height());
    std::vector<int> indices(static_cast<std::size_t>(number));
    for (int i = 0; i < number; ++i)
        indices[static_cast<std::size_t>(i)] = indexAtPosition(first + i);
    return indices;
}

MapGrid::Wanted MapGrid::wantedFor(int count, QSize cells, bool lines) const
{
    const qreal ratio = devicePixelRatioF();
    const auto devicePixels = [ratio](const QSize &tile) {
        return QSize(qRound(tile.width() * ratio), qRound(tile.height() * ratio));
    };
    if (count == m_count && cells == m_cells && lines == m_showsLines)
        return {visibleIndices(), devicePixels(m_layout.tile)};
    const int width = viewport()->width();
    const MapGridLayout layout = lines
                                     ? MapGridLayout::ofLines(count, width)
                                     : MapGridLayout::ofPictures(count, cells, m_tileWidth, width);
    const int most = std::max(0, layout.contentHeight() - viewport()->height());
    const auto [first, number] = layout.visible(std::min(top(), most), viewport()->height());
    Wanted wanted{std::vector<int>(static_cast<std::size_t>(number)), devicePixels(layout.tile)};
    std::iota(wanted.indices.begin(), wanted.indices.end(), first);
    return wanted;
}

void MapGrid::askForTiles()
{
    const std::vector<int> indices = visibleIndices();
    if (indices.empty() || !isVisible())
        return;
    const qreal ratio = devicePixelRatioF();
    Q_EMIT tilesNeeded(indices, QSize(qRound(m_layout.tile.width() * ratio),
                                      qRound(m_layout.tile.height() * ratio)));
}

void MapGrid::select(int index)
{
    if (index < 0 || index >= count())
        return;
    scrollTo(index);
    if (index == m_selected)
        return;
    m_selected = index;
    viewport()->update();
    Q_EMIT selectionChanged(index);
    QAccessibleEvent focus(this, QAccessible::Focus);
    focus.setChild(positionOf(index));
    QAccessible::updateAccessibility(&focus);
}

void MapGrid::selectNext(int steps)
{
    if (shownCount() == 0)
        return;
    const int from = m_selected < 0 ? -1 : positionOf(m_selected);
    const int position = from < 0 ? 0 : from + steps;
    select(indexAtPosition(std::clamp(position, 0, shownCount() - 1)));
}

void MapGrid::setTileWidth(int pixels)
{
    pixels = std::clamp(pixels, MapGridLayout::kLeastTile, MapGridLayout::kMostTile);
    if (pixels == m_tileWidth)
        return;
    m_tileWidth = pixels;
    updateLayout();
    requestTiles();
    Q_EMIT tileWidthChanged(pixels);
}

void MapGrid::scrollTo(int index)
{
    const int position = positionOf(index);
    if (position < 0)
        return;
    const QRect tile = m_layout.tileRect(position).adjusted(0, -3, 0, 3);
    if (tile.top() < top())
        verticalScrollBar()->setValue(tile.top());
    else if (tile.bottom() >= top() + viewport()->height())
        verticalScrollBar()->setValue(tile.bottom() + 1 - viewport()->height());
}

void MapGrid::updateLayout()
{
    const int number = shownCount();
    const int width = viewport()->width();
    m_layout = m_showsLines ? MapGridLayout::ofLines(number, width)
                            : MapGridLayout::ofPictures(number, m_cells, m_tileWidth, width);
    m_layout.sections = m_sections;
    m_layout.headingHeight = scaledHeight(24);
    const int most = std::max(0, m_layout.contentHeight() - viewport()->height());
    for (QScrollBar *bar : {verticalScrollBar(), m_bar}) {
        bar->setRange(0, most);
        bar->setPageStep(viewport()->height());
        bar->setSingleStep(m_layout.tile.height() + m_layout.gapY);
    }
    m_bar->setVisible(most > 0);
    placeBar();
    viewport()->update();
}

void MapGrid::placeBar()
{
    m_bar->setGeometry(width() - kBarWidth - 1, 0, kBarWidth, height());
    m_bar->raise();
}

bool MapGrid::event(QEvent *event)
{
    if (event->type() == QEvent::Show || event->type() == QEvent::ScreenChangeInternal)
        requestTiles();
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        viewport()->update();
    return QAbstractScrollArea::event(event);
}

bool MapGrid::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int index = indexAt(help->pos());
        if (index >= 0)
            QToolTip::showText(help->globalPos(), spokenTile(index), viewport(), tileRect(index));
        else
            QToolTip::hideText();
        return true;
    }
    if (event->type() == QEvent::Leave && m_hovered >= 0) {
        m_hovered = -1;
        viewport()->update();
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void MapGrid::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    updateLayout();
    if (m_selected >= 0 && event->oldSize().width() != event->size().width())
        scrollTo(m_selected);
    requestTiles();
}

void MapGrid::scrollContentsBy(int, int)
{
    viewport()->update();
    requestTiles();
}

void MapGrid::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_pressed = indexAt(event->position().toPoint());
    m_pressPoint = event->position().toPoint();
    if (m_pressed >= 0)
        select(m_pressed);
}

void MapGrid::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    if (m_pressed >= 0 && event->buttons().testFlag(Qt::LeftButton) &&
        (point - m_pressPoint).manhattanLength() >= QApplication::startDragDistance()) {
        const int index = m_pressed;
        m_pressed = -1;
        Q_EMIT dragRequested(index);
        return;
    }
    const int index = indexAt(point);
    if (index != m_hovered) {
        m_hovered = index;
        viewport()->update();
    }
}

void MapGrid::mouseReleaseEvent(QMouseEvent *)
{
    m_pressed = -1;
}

void MapGrid::mouseDoubleClickEvent(QMouseEvent *event)
{
    const int index = indexAt(event->position().toPoint());
    if (index >= 0 && event->button() == Qt::LeftButton)
        Q_EMIT activated(index);
}

void MapGrid::wheelEvent(QWheelEvent *event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier)) {
        QAbstractScrollArea::wheelEvent(event);
        return;
    }
    event->accept();
    m_wheelRest += event->angleDelta().y();
    const int steps = m_wheelRest / kGridWheelNotch;
    m_wheelRest -= steps * kGridWheelNotch;
    if (steps != 0 && !m_showsLines)
        setTileWidth(m_tileWidth + steps * kWidthStep);
}

void MapGrid::keyPressEvent(QKeyEvent *event)
{
    if (shownCount() == 0 || event->modifiers().testFlag(Qt::ControlModifier)) {
        QAbstractScrollArea::keyPressEvent(event);
        return;
    }
    const int page = std::max(1, viewport()->height() / (m_layout.tile.height() + m_layout.gapY)) *
                     m_layout.columns;
    const int factor = event->modifiers().testFlag(Qt::ShiftModifier) ? 10 : 1;
    switch (event->key()) {
    case Qt::Key_Left:
        return selectNext(-factor);
    case Qt::Key_Right:
        return selectNext(factor);
    case Qt::Key_Up:
        return selectNext(-m_layout.columns * factor);
    case Qt::Key_Down:
        return selectNext(m_layout.columns * factor);
    case Qt::Key_PageUp:
        return selectNext(-page);
    case Qt::Key_PageDown:
        return selectNext(page);
    case Qt::Key_Home:
        return selectNext(-count());
    case Qt::Key_End:
        return selectNext(count());
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_selected >= 0)
            Q_EMIT activated(m_selected);
        return;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void MapGrid::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void MapGrid::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

} // namespace convscope
