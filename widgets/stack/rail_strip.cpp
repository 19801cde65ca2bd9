// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "stack/rail_strip.h"

#include "stack/layer_card_delegate.h"
#include "stack/layer_list_model.h"
#include "style/cached_text.h"
#include "style/fonts.h"
#include "style/tokens.h"

#include <QAbstractItemModel>
#include <QApplication>
#include <QHelpEvent>
#include <QListView>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QScrollBar>
#include <QStringList>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cstdlib>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kTrunk = 44;
constexpr int kPitch = 8;
/// Of the quarter circles by which a lane leaves and enters.
constexpr int kTurn = 5;
constexpr qreal kDot = 3;
constexpr qreal kRing = 5;
/// A row that a lane enters and another leaves has the one above the other.
constexpr int kApart = 4;

} // namespace

RailStrip::RailStrip(QListView *list, QWidget *parent) : QWidget(parent), m_list(list)
{
    setFixedWidth(kWidth);
    setMouseTracking(true);
    setAccessibleName(tr("Who reads whom"));
    list->viewport()->installEventFilter(this);
    const auto repaint = qOverload<>(&QWidget::update);
    connect(list->verticalScrollBar(), &QScrollBar::valueChanged, this, repaint);
    const QAbstractItemModel *model = list->model();
    connect(model, &QAbstractItemModel::rowsInserted, this, repaint);
    connect(model, &QAbstractItemModel::rowsRemoved, this, repaint);
}

void RailStrip::setRails(Rails rails)
{
    if (rails == m_rails)
        return;
    m_rails = std::move(rails);
    m_nodeRows.clear();
    for (std::size_t row = 0; row < m_rails.rows.size(); ++row) {
        if (m_rails.rows[row].isNode)
            m_nodeRows.push_back(static_cast<int>(row));
    }
    m_hovered = -1;
    update();
}

void RailStrip::setCurrentRow(int row)
{
    const bool isNode = row >= 0 && row < static_cast<int>(m_rails.rows.size()) &&
                        m_rails.rows[static_cast<std::size_t>(row)].isNode;
    const int node = isNode ? m_rails.rows[static_cast<std::size_t>(row)].node : -1;
    if (node == m_currentNode)
        return;
    m_currentNode = node;
    update();
}

int RailStrip::laneX(int depth)
{
    // The shared lane is outermost.
    return kTrunk - kPitch * (depth == 0 ? kMostLanes + 1 : depth);
}

RailStrip::Span RailStrip::spanOf(int row) const
{
    const QModelIndex index = m_list->model()->index(row, 0);
    const QRect item = m_list->visualRect(index);
    const auto card = index.data(LayerListModel::CardRole).value<LayerCard>();
    const int offset = m_list->viewport()->mapTo(parentWidget(), QPoint()).y() - y();
    return {item.top() + offset, LayerCardDelegate::middleOf(item, card) + offset,
            item.top() + item.height() + offset};
}

int RailStrip::rowOfNode(int node) const
{
    return m_nodeRows[static_cast<std::size_t>(node)];
}

int RailStrip::rowAt(int y) const
{
    const int inList = y - (m_list->viewport()->mapTo(parentWidget(), QPoint()).y() - this->y());
    const QModelIndex index = m_list->indexAt(QPoint(m_list->viewport()->width() / 2, inList));
    return index.isValid() && index.row() < static_cast<int>(m_rails.rows.size()) ? index.row()
                                                                                  : -1;
}

std::optional<QPoint> RailStrip::dotOf(int row) const
{
    if (row < 0 || row >= static_cast<int>(m_rails.rows.size()))
        return std::nullopt;
    const Span span = spanOf(row);
    if (span.bottom <= 0 || span.top >= height())
        return std::nullopt;
    return QPoint(kTrunk, span.middle);
}

int RailStrip::laneAt(QPoint point) const
{
    const int row = rowAt(point.y());
    if (row < 0)
        return -1;
    const Rails::Row &at = m_rails.rows[static_cast<std::size_t>(row)];
    if (at.node < 0)
        return -1;
    const auto &lanes = m_rails.lanes;
    const Span span = spanOf(row);
    // Above its dot a row has what passes below the node before it.
    const bool isAbove = at.isNode && point.y() < span.middle;
    const int gap = isAbove ? at.node - 1 : at.node;
    const LaneRow &here = lanes.rows[static_cast<std::size_t>(at.node)];
    const bool isAtDot = at.isNode && std::abs(point.y() - span.middle) <= 6;
    if (isAtDot && point.x() >= kTrunk - kTurn) {
        if (!here.enters.empty())
            return here.enters.front();
        return here.leaves;
    }
    if (gap >= 0) {
        for (int depth = 1; depth <= kMostLanes; ++depth) {
            const int lane = lanes.rows[static_cast<std::size_t>(gap)]
                                 .below[static_cast<std::size_t>(depth) - 1];
            if (lane >= 0 && std::abs(point.x() - laneX(depth)) <= kPitch / 2 - 1)
                return lane;
        }
        // Of those that share a lane, the one that is read next.
        if (lanes.rows[static_cast<std::size_t>(gap)].sharedBelow > 0 &&
            std::abs(point.x() - laneX(0)) <= kPitch / 2) {
            for (std::size_t i = 0; i < lanes.lanes.size(); ++i) {
                const Lane &lane = lanes.lanes[i];
                if (lane.depth == 0 && lane.source <= gap && lane.last() > gap)
                    return static_cast<int>(i);
            }
        }
    }
    // The part that runs across to the dot.
    if (isAtDot) {
        for (const int lane : here.enters) {
            if (point.x() >= laneX(lanes.lanes[static_cast<std::size_t>(lane)].depth))
                return lane;
        }
        if (here.leaves >= 0 &&
            point.x() >= laneX(lanes.lanes[static_cast<std::size_t>(here.leaves)].depth))
            return here.leaves;
    }
    return -1;
}

bool RailStrip::isHot(int index, int node) const
{
    if (index < 0)
        return false;
    const Lane &one = lane(index);
    if (index == m_hovered)
        return node >= one.source && node < one.last();
    return m_currentNode > node && one.source <= node &&
           std::binary_search(one.readers.begin(), one.readers.end(), m_currentNode);
}

void RailStrip::paintEvent(QPaintEvent *event)
{
    if (m_rails.rows.empty() || m_list->model()->rowCount() != int(m_rails.rows.size()))
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(event->rect());
    int first = rowAt(std::max(0, event->rect().top()));
    first = first < 0 ? 0 : std::max(0, first - 1);
    std::vector<int> rows;
    for (int row = first; row < static_cast<int>(m_rails.rows.size()); ++row) {
        rows.push_back(row);
        if (spanOf(row).top > event->rect().bottom())
            break;
    }
    for (const int row : rows)
        paintThin(painter, row);
    for (const int row : rows)
        paintMarked(painter, row);
    for (const int row : rows)
        paintDot(painter, row);
}

void RailStrip::paintThin(QPainter &painter, int row)
{
    painter.setPen(QPen(tokens().control, 1, Qt::SolidLine, Qt::FlatCap));
    paintPassing(painter, row, false);
    paintJoints(painter, row, false);
}

void RailStrip::paintMarked(QPainter &painter, int row)
{
    if (m_currentNode < 0 && m_hovered < 0)
        return;
    painter.setPen(QPen(tokens().accent, 2, Qt::SolidLine, Qt::FlatCap));
    paintPassing(painter, row, true);
    paintJoints(painter, row, true);
}

void RailStrip::paintPassing(QPainter &painter, int row, bool isMarked)
{
    const Rails::Row &at = m_rails.rows[static_cast<std::size_t>(row)];
    if (at.node < 0)
        return;
    const Span span = spanOf(row);
    const auto &rows = m_rails.lanes.rows;
    const LaneRow &here = rows[static_cast<std::size_t>(at.node)];
    const auto wants = [&](int lane, int gap) { return !isMarked || isHot(lane, gap); };
    // On whole pixels, whether one or two wide.
    const qreal place = isMarked ? 1 : 0.5;
    const auto line = [&](qreal x, qreal top, qreal bottom) {
        painter.drawLine(QPointF(x + place, top), QPointF(x + place, bottom));
    };
    const bool isHotTrunk = isMarked && m_currentNode >= 0;
    // From the row's upper edge to its dot, and on to its lower edge.
    const auto half = [&](int gap, qreal top, qreal bottom) {
        if (gap < 0)
            return;
        const LaneRow &between = rows[static_cast<std::size_t>(gap)];
        if (between.isReadBelow && (!isMarked || (isHotTrunk && m_currentNode == gap + 1)))
            line(kTrunk, top, bottom);
        for (int depth = 1; depth <= kMostLanes; ++depth) {
            const int index = between.below[static_cast<std::size_t>(depth) - 1];
            if (index < 0 || !wants(index, gap))
                continue;
            // The ends are joints.
            const bool isMarkedEnd = isMarked && index != m_hovered && at.node == m_currentNode;
            const bool isEnd =
                at.isNode && gap == at.node - 1 && (lane(index).last() == at.node || isMarkedEnd);
            const bool isStart = at.isNode && gap == at.node && lane(index).source == at.node;
            const bool isDouble = here.leaves >= 0 && !here.enters.empty();
            const int shift = kTurn + (isDouble ? kApart : 0);
            line(laneX(depth), isStart ? top + shift : top, isEnd ? bottom - shift : bottom);
        }
        if (between.sharedBelow == 0)
            return;
        bool isShared = !isMarked;
        if (isMarked) {
            for (std::size_t i = 0; i < m_rails.lanes.lanes.size() && !isShared; ++i)
                isShared = m_rails.lanes.lanes[i].depth == 0 && isHot(static_cast<int>(i), gap);
        }
        if (!isShared)
            return;
        const QPen before = painter.pen();
        QPen dotted = before;
        dotted.setDashPattern({1.5, 2});
        painter.setPen(dotted);
        line(laneX(0), top, bottom);
        painter.setPen(before);
    };
    if (!at.isNode) {
        half(at.node, span.top, span.bottom);
        return;
    }
    half(at.node - 1, span.top, span.middle);
    half(at.node, span.middle, span.bottom);
}

void RailStrip::paintJoints(QPainter &painter, int row, bool isMarked)
{
    const Rails::Row &at = m_rails.rows[static_cast<std::size_t>(row)];
    if (at.node < 0 || !at.isNode)
        return;
    const LaneRow &here = m_rails.lanes.rows[static_cast<std::size_t>(at.node)];
    const qreal middle = spanOf(row).middle;
    const bool isDouble = here.leaves >= 0 && !here.enters.empty();
    const qreal apart = isDouble ? kApart : 0;
    painter.setBrush(Qt::NoBrush);
    const auto joint = [&](int index, qreal y, int direction) {
        const qreal x = laneX(lane(index).depth) + (isMarked ? 1 : 0.5);
        QPainterPath path(QPointF(kTrunk + 0.5, middle));
        if (isDouble)
            path.lineTo(kTrunk - kRing, y);
        path.lineTo(x + kTurn, y);
        path.quadTo(x, y, x, y + direction * kTurn);
        painter.drawPath(path);
    };
    for (const int index : here.enters) {
        const bool isHotHere = index == m_hovered || at.node == m_currentNode;
        if (!isMarked || isHotHere)
            joint(index, middle - apart, -1);
    }
    if (here.leaves >= 0 && (!isMarked || isHot(here.leaves, at.node)))
        joint(here.leaves, middle + apart, 1);
}

void RailStrip::paintDot(QPainter &painter, int row)
{
    const Rails::Row &at = m_rails.rows[static_cast<std::size_t>(row)];
    if (!at.isNode || at.node < 0)
        return;
    const Tokens &t = tokens();
    const LaneRow &here = m_rails.lanes.rows[static_cast<std::size_t>(at.node)];
    const Span span = spanOf(row);
    const QPointF dot(kTrunk + 0.5, span.middle + 0.5);
    bool isMarked = at.node == m_currentNode;
    if (m_currentNode > at.node) {
        isMarked = isMarked || (m_currentNode == at.node + 1 && here.isReadBelow) ||
                   isHot(here.leaves, at.node);
    }
    if (m_hovered >= 0) {
        const Lane &one = lane(m_hovered);
        isMarked = isMarked || one.source == at.node ||
                   std::binary_search(one.readers.begin(), one.readers.end(), at.node);
    }
    const QColor ink = isMarked ? t.accent : t.control;
    if (here.readCount >= 2) {
        painter.setPen(QPen(ink, isMarked ? 2 : 1));
        painter.setBrush(t.window);
        painter.drawEllipse(dot, kRing, kRing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(ink);
        painter.drawEllipse(dot, 2, 2);
    } else {
        painter.setPen(Qt::NoPen);
        painter.setBrush(ink);
        painter.drawEllipse(dot, kDot, kDot);
    }
    if (here.sharedBelow > 1 &&
        (at.node == 0 || m_rails.lanes.rows[static_cast<std::size_t>(at.node) - 1].sharedBelow !=
                             here.sharedBelow)) {
        // How many share the lane from here on.
        painter.setPen(t.text2);
        QFont face = convscope::font(FontRole::MonoCaption);
        painter.setFont(face);
        drawLineOfText(painter, QRectF(0, span.middle + 6, 14, 14), Qt::AlignCenter,
                       QString::number(here.sharedBelow));
    }
}

QString RailStrip::wordsAt(QPoint point) const
{
    const int index = laneAt(point);
    if (index < 0)
        return {};
    const Lane &one = lane(index);
    const auto name = [this](int node) { return m_rails.names[static_cast<std::size_t>(node)]; };
    QStringList readers;
    for (const int reader : one.readers)
        readers << name(reader);
    return readers.size() == 1 ? tr("%1 reads %2").arg(readers.first(), name(one.source))
                               : tr("%1 read %2").arg(readers.join(u", "_s), name(one.source));
}

bool RailStrip::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), wordsAt(help->pos()), this);
        return true;
    }
    return QWidget::event(event);
}

void RailStrip::mouseMoveEvent(QMouseEvent *event)
{
    const int index = laneAt(event->position().toPoint());
    setCursor(index >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (index != m_hovered) {
        m_hovered = index;
        update();
    }
}

void RailStrip::mousePressEvent(QMouseEvent *event)
{
    const QPoint at = event->position().toPoint();
    const int index = laneAt(at);
    if (event->button() != Qt::LeftButton || index < 0)
        return;
    const Lane &one = lane(index);
    const int source = rowOfNode(one.source);
    const int last = rowOfNode(one.last());
    const int here = rowAt(at.y());
    Q_EMIT rowWanted(here - source < last - here ? last : source);
}

void RailStrip::leaveEvent(QEvent *)
{
    if (m_hovered < 0)
        return;
    m_hovered = -1;
    update();
}

void RailStrip::wheelEvent(QWheelEvent *event)
{
    QApplication::sendEvent(m_list->viewport(), event);
}

bool RailStrip::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        update();
    return QWidget::eventFilter(watched, event);
}

} // namespace convscope
