// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "views/shape_ribbon.h"

#include "style/cached_text.h"
#include "style/fonts.h"
#include "style/paint.h"
#include "views/accessible_views.h"
#include "views/ribbon_graph_layout.h"
#include "views/ribbon_overview.h"

#include <QAccessible>
#include <QCoreApplication>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace convscope {

namespace {

constexpr int kTotalsFrom = 1360;
constexpr int kHysteresis = 40;
constexpr int kBriefTotals = 2;

int wordsWidth(const QFont &face, const QString &words)
{
    return static_cast<int>(std::ceil(textWidth(face, words)));
}

RibbonExtent extentOf(const RibbonFace &face)
{
    const bool hasTensor = face.hasTensor();
    RibbonExtent extent;
    extent.dimensions = hasTensor ? face.dimensions : 0;
    extent.slices = face.slices;
    extent.rows = face.rows;
    extent.columns = face.columns;
    extent.channels = face.channels;
    extent.shapeWidth = static_cast<int>(
        std::ceil(shapeTextWidth(convscope::font(FontRole::Number), ribbonCaption(face))));
    extent.arrowWidth = std::max(wordsWidth(convscope::font(FontRole::Caption), face.className),
                                 wordsWidth(convscope::font(FontRole::MonoCaption), face.brief));
    return extent;
}

/// Captions and shapes below and above several faces stay.
bool sharesWords(const RibbonFace &a, const RibbonFace &b)
{
    return a.shapeWords == b.shapeWords && a.state == b.state && a.block == b.block &&
           a.caption == b.caption && a.isLine == b.isLine;
}

} // namespace

bool RibbonFace::looksLike(const RibbonFace &other) const
{
    const auto sameLine = [](const LineEnvelope &a, const LineEnvelope &b) {
        return a.first == b.first && a.length == b.length && a.low == b.low && a.high == b.high;
    };
    return layer == other.layer && caption == other.caption && block == other.block &&
           isLine == other.isLine && icon == other.icon && className == other.className &&
           brief == other.brief && shapeWords == other.shapeWords && toolTip == other.toolTip &&
           accessibleName == other.accessibleName && state == other.state &&
           dimensions == other.dimensions && slices == other.slices && rows == other.rows &&
           columns == other.columns && channels == other.channels &&
           picture.cacheKey() == other.picture.cacheKey() &&
           std::equal(lines.begin(), lines.end(), other.lines.begin(), other.lines.end(), sameLine);
}

QString ribbonCaption(const RibbonFace &face)
{
    switch (face.state) {
    case RibbonFace::State::Illegal:
        return ShapeRibbon::tr("no output");
    case RibbonFace::State::Waiting:
        return face.shapeWords.isEmpty() ? ShapeRibbon::tr("waiting") : face.shapeWords;
    case RibbonFace::State::Unknown:
        return ShapeRibbon::tr("not known here");
    case RibbonFace::State::Ok:
    case RibbonFace::State::Stale:
    case RibbonFace::State::Bypassed:
        break;
    }
    return face.shapeWords;
}

ShapeRibbon::ShapeRibbon(QWidget *parent)
    : QAbstractScrollArea(parent), m_overview(new RibbonOverview(viewport()))
{
    m_overview->hide();
    installAccessibleViews();
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Shapes of the stack"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    viewport()->setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
}

void ShapeRibbon::setFaces(std::vector<RibbonFace> faces)
{
    if (faces.size() == m_faces.size()) {
        std::vector<int> changed;
        bool hasSameExtents = true;
        for (std::size_t i = 0; i < faces.size(); ++i) {
            if (!faces[i].looksLike(m_faces[i]))
                changed.push_back(static_cast<int>(i));
            // What several faces share is laid out anew.
            hasSameExtents = hasSameExtents && (!isFolded() || sharesWords(faces[i], m_faces[i]));
        }
        m_faces = std::move(faces);
        for (const int index : changed)
            hasSameExtents = measure(index) && hasSameExtents;
        if (hasSameExtents || updateLayout()) {
            for (const int index : changed)
                updateColumn(index);
        }
        return;
    }
    m_faces = std::move(faces);
    m_hovered = -1;
    if (m_current >= count())
        m_current = count() - 1;
    measureAll();
    updateLayout();
}

void ShapeRibbon::setFace(int index, const RibbonFace &face)
{
    if (index < 0 || index >= count())
        return;
    RibbonFace &old = m_faces[static_cast<std::size_t>(index)];
    const bool looksSame = face.looksLike(old);
    const bool isWorded = isFolded() && !sharesWords(face, old);
    old = face;
    if (!looksSame && ((measure(index) && !isWorded) || updateLayout()))
        updateColumn(index);
}

bool ShapeRibbon::measure(int index)
{
    RibbonExtent &extent = m_extents[static_cast<std::size_t>(index)];
    const RibbonExtent before = std::exchange(extent, extentOf(face(index)));
    return extent == before;
}

void ShapeRibbon::measureAll()
{
    m_extents.clear();
    for (const RibbonFace &face : m_faces)
        m_extents.push_back(extentOf(face));
}

void ShapeRibbon::updateColumn(int index)
{
    const RibbonColumn &column = m_layout.columns[static_cast<std::size_t>(index)];
    QRect area = column.column.adjusted(-6, 0, 6, 0);
    if (!column.arrow.isNull())
        area.setLeft(std::min(area.left(), column.arrow.left()));
    viewport()->update(area.translated(-left(), 0));
}

void ShapeRibbon::setTotals(std::vector<Total> totals)
{
    if (totals == m_totals)
        return;
    m_totals = std::move(totals);
    if (updateLayout())
        viewport()->update(viewport()->width() - totalsWidth(), 0, totalsWidth(),
                           viewport()->height());
}

void ShapeRibbon::setFieldBoxes(std::vector<std::optional<QRectF>> boxes)
{
    if (boxes == m_boxes)
        return;
    m_boxes = std::move(boxes);
    viewport()->update();
}

void ShapeRibbon::setCurrent(int index)
{
    if (index == m_current)
        return;
    m_current = index;
    ensureVisible(index);
    viewport()->update();
}

int ShapeRibbon::left() const
{
    return horizontalScrollBar()->value();
}

int ShapeRibbon::totalsWidth() const
{
    if (m_totals.empty() || !m_showsTotals)
        return 0;
    int labels = 0;
    int values = 0;
    const std::vector<Total> totals = totalsNow();
    for (int i = 0; i < totalsShown(); ++i) {
        const Total &total = totals[static_cast<std::size_t>(i)];
        labels = std::max(labels, wordsWidth(convscope::font(FontRole::Caption), total.label));
        values = std::max(values, wordsWidth(convscope::font(FontRole::MonoCaption), total.value));
    }
    if (m_isBrief)
        return 23 + std::max(labels, values) + 16;
    return std::max(186, 23 + labels + 16 + values + 16);
}

int ShapeRibbon::totalsShown() const
{
    if (!m_showsTotals)
        return 0;
    const auto all = static_cast<int>(m_totals.size());
    return m_isBrief ? std::min(kBriefTotals, all) : all;
}

RibbonLayout ShapeRibbon::layoutFor(QSize size) const
{
    if (isFolded())
        return layoutFoldedRibbon(m_extents, size, *m_graph, m_runs.runs);
    if (m_graph && m_graph->rows.size() == m_extents.size())
        return layoutGraphRibbon(m_extents, size, *m_graph);
    return layoutRibbon(m_extents, size);
}

void ShapeRibbon::setGraph(std::optional<LaneLayout> graph)
{
    if (graph == m_graph)
        return;
    m_graph = std::move(graph);
    if (!m_graph || m_graph->rows.size() == m_faces.size())
        updateLayout();
}

void ShapeRibbon::setChips(std::map<int, QString> chips)
{
    if (chips == m_chips)
        return;
    m_chips = std::move(chips);
    viewport()->update();
}

bool ShapeRibbon::updateLayout()
{
    const RibbonLayout before = m_layout;
    const int shownBefore = totalsShown();
    const int wide = viewport()->width();
    if (wide < kTotalsFrom || viewport()->height() < 100)
        m_showsTotals = false;
    else if (wide >= kTotalsFrom + kHysteresis)
        m_showsTotals = true;
    QSize full = viewport()->size();
    m_runs = isFolded() ? runsOf(m_faces) : WordedRuns();
    placeOverview();
    if (!m_overview->isHidden())
        full.setHeight(m_overview->y());
    m_isBrief = false;
    m_layout = layoutFor(QSize(full.width() - totalsWidth(), full.height()));
    if (m_layout.contentWidth > full.width() - totalsWidth() && showsTotals() && !isFolded()) {
        // Shapes matter more than most of the totals.
        m_isBrief = true;
        m_layout = layoutFor(QSize(full.width() - totalsWidth(), full.height()));
    }
    const int room = full.width() - totalsWidth();
    horizontalScrollBar()->setRange(0, std::max(0, m_layout.contentWidth - room));
    horizontalScrollBar()->setPageStep(room);
    placeOverview();
    if (m_layout == before && totalsShown() == shownBefore)
        return true;
    viewport()->update();
    return false;
}

QRect ShapeRibbon::columnRect(int index) const
{
    return m_layout.columns[static_cast<std::size_t>(index)].column.translated(-left(), 0);
}

int ShapeRibbon::indexAt(QPoint point) const
{
    for (int i = 0; i < count(); ++i) {
        // The arrow belongs to the layer it stands for.
        const RibbonColumn &column = m_layout.columns[static_cast<std::size_t>(i)];
        QRect area = column.column.adjusted(-4, 0, 4, 0);
        if (!column.arrow.isNull())
            area.setLeft(column.arrow.left());
        if (area.translated(-left(), 0).contains(point))
            return i;
    }
    return -1;
}

void ShapeRibbon::ensureVisible(int index)
{
    if (index < 0 || index >= count())
        return;
    const QRect column =
        m_layout.columns[static_cast<std::size_t>(index)].column.adjusted(-32, 0, 32, 0);
    const int room = viewport()->width() - totalsWidth();
    if (column.left() < left())
        horizontalScrollBar()->setValue(column.left());
    else if (column.right() >= left() + room)
        horizontalScrollBar()->setValue(column.right() + 1 - room);
}

bool ShapeRibbon::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int index = indexAt(help->pos());
        if (index >= 0)
            QToolTip::showText(help->globalPos(), face(index).toolTip, viewport(),
                               columnRect(index));
        else
            QToolTip::hideText();
        return true;
    }
    if (event->type() == QEvent::MouseMove) {
        const int index = indexAt(static_cast<QMouseEvent *>(event)->position().toPoint());
        if (index != m_hovered) {
            m_hovered = index;
            viewport()->update();
        }
    } else if (event->type() == QEvent::Leave && m_hovered >= 0) {
        m_hovered = -1;
        viewport()->update();
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void ShapeRibbon::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange) {
        measureAll();
        updateLayout();
        viewport()->update();
    }
    QAbstractScrollArea::changeEvent(event);
}

void ShapeRibbon::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    updateLayout();
    viewport()->update();
    ensureVisible(m_current);
}

void ShapeRibbon::mousePressEvent(QMouseEvent *event)
{
    const int index = indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && index >= 0)
        Q_EMIT selected(index);
}

void ShapeRibbon::mouseDoubleClickEvent(QMouseEvent *event)
{
    const int index = indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && index >= 0)
        Q_EMIT activated(index);
}

void ShapeRibbon::wheelEvent(QWheelEvent *event)
{
    const QPoint delta =
        event->pixelDelta().isNull() ? event->angleDelta() / 2 : event->pixelDelta();
    const int turn = std::abs(delta.x()) > std::abs(delta.y()) ? delta.x() : delta.y();
    horizontalScrollBar()->setValue(left() - turn);
    event->accept();
}

void ShapeRibbon::keyPressEvent(QKeyEvent *event)
{
    if (count() == 0 || event->modifiers().testFlag(Qt::ControlModifier)) {
        QAbstractScrollArea::keyPressEvent(event);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Left:
        Q_EMIT selected(std::max(0, m_current - 1));
        return;
    case Qt::Key_Right:
        Q_EMIT selected(std::min(count() - 1, m_current + 1));
        return;
    case Qt::Key_Home:
        Q_EMIT selected(0);
        return;
    case Qt::Key_End:
        Q_EMIT selected(count() - 1);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_current >= 0)
            Q_EMIT activated(m_current);
        return;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void ShapeRibbon::scrollContentsBy(int, int)
{
    viewport()->update();
}

void ShapeRibbon::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void ShapeRibbon::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

} // namespace convscope
