// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "pages/arithmetic/product_tiles.h"

#include "pages/arithmetic/accessible_arithmetic.h"
#include "pages/arithmetic/arithmetic_marks.h"
#include "style/cached_text.h"
#include "style/fonts.h"
#include "style/paint.h"
#include "style/tokens.h"
#include "views/map_marks.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>

namespace convscope {

namespace {

constexpr int kHeight = 70;
constexpr int kLinePitch = 76;
constexpr int kEdge = 2;
constexpr int kStripe = 5;
/// Room of the sum behind the last tile.
constexpr int kSumWidth = 92;

} // namespace

ProductTiles::ProductTiles(QWidget *parent) : QAbstractScrollArea(parent)
{
    installAccessibleArithmetic();
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Products"));
    viewport()->setMouseTracking(true);
}

void ProductTiles::setPicture(ProductsPicture picture)
{
    m_picture = std::move(picture);
    arrange();
}

void ProductTiles::setTap(int tap)
{
    if (tap == m_tap)
        return;
    m_tap = tap;
    const int index = indexOfTap(tap);
    if (index >= 0) {
        const QRect rect = placeOf(index);
        QScrollBar *bar = verticalScrollBar();
        if (rect.top() < bar->value())
            bar->setValue(rect.top() - kEdge);
        else if (rect.bottom() > bar->value() + viewport()->height())
            bar->setValue(rect.bottom() - viewport()->height() + kEdge);
    }
    viewport()->update();
}

int ProductTiles::indexOfTap(int tap) const
{
    const auto found = std::find_if(m_picture.tiles.begin(), m_picture.tiles.end(),
                                    [tap](const ProductTile &tile) { return tile.tap == tap; });
    return found == m_picture.tiles.end() ? -1 : static_cast<int>(found - m_picture.tiles.begin());
}

int ProductTiles::lines() const
{
    const int count = static_cast<int>(m_picture.tiles.size());
    return (count + m_perLine - 1) / std::max(m_perLine, 1);
}

void ProductTiles::arrange()
{
    const int count = static_cast<int>(m_picture.tiles.size());
    const int sum = m_picture.sum.isEmpty() ? 0 : kSumWidth;
    const int room = viewport()->width() - 2 * kEdge;
    const auto fits = [&](int tile, int gap, int columns, int behind) {
        return columns * (tile + gap) - gap + behind <= room;
    };
    qreal widest = 0;
    const QFont face = convscope::font(FontRole::Number);
    for (const ProductTile &tile : m_picture.tiles) {
        for (const QString *text : {&tile.value, &tile.weight, &tile.product})
            widest = std::max(widest, textWidth(face, *text));
    }
    const int least = qRound(widest) + 10;
    m_tileWidth = std::max(68, least);
    m_gap = m_picture.join.isEmpty() ? 10 : 16;
    if (fits(m_tileWidth, m_gap, count, sum)) {
        m_perLine = std::max(count, 1);
    } else {
        // Narrower before they wrap.
        m_tileWidth = std::max(56, least);
        m_gap = m_picture.join.isEmpty() ? 6 : 13;
        m_perLine = std::max(count, 1);
        if (!fits(m_tileWidth, m_gap, count, sum)) {
            const int most = std::max(1, (room - sum + m_gap) / (m_tileWidth + m_gap));
            const int perRow = std::max(m_picture.perRow, 1);
            m_perLine = most >= perRow ? most / perRow * perRow : most;
        }
    }
    const int height = lines() * kLinePitch + 2 * kEdge - (kLinePitch - kHeight);
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(kLinePitch);
    verticalScrollBar()->setRange(0, std::max(0, height - viewport()->height()));
    viewport()->update();
}

QRect ProductTiles::placeOf(int index) const
{
    const int line = index / m_perLine;
    const int column = index % m_perLine;
    return {kEdge + column * (m_tileWidth + m_gap), kEdge + line * kLinePitch, m_tileWidth,
            kHeight};
}

QRect ProductTiles::tileRect(int index) const
{
    return placeOf(index).translated(0, -verticalScrollBar()->value());
}

int ProductTiles::tileAt(QPoint point) const
{
    for (int i = 0; i < static_cast<int>(m_picture.tiles.size()); ++i) {
        if (tileRect(i).contains(point))
            return i;
    }
    return -1;
}

void ProductTiles::paintTile(QPainter &painter, const QRect &rect, const ProductTile &tile)
{
    const Tokens &t = tokens();
    painter.save();
    QPainterPath outline;
    outline.addRoundedRect(QRectF(rect), 4, 4);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipPath(outline, Qt::IntersectClip);
    painter.fillRect(rect, t.surface);
    painter.fillRect(rect.left(), rect.top(), rect.width(), kStripe, tile.frame);
    const int rows = 1 + (tile.weight.isEmpty() ? 0 : 1) + (tile.product.isEmpty() ? 0 : 1);
    const int each = (rect.height() - kStripe) / rows;
    int y = rect.top() + kStripe;
    painter.setFont(convscope::font(FontRole::Number));
    const auto line = [&](const QString &text, const QColor &fill, bool isHatched) {
        const QRect area(rect.left(), y, rect.width(), each);
        if (isHatched)
            paintPaddingCell(painter, area);
        else if (fill.isValid())
            painter.fillRect(area, fill);
        painter.setPen(isHatched ? t.text2 : fill.isValid() ? contrasting(fill.rgb()) : t.text);
        drawLineOfText(painter, area, Qt::AlignCenter, text);
        y += each;
    };
    line(tile.value, tile.valueFill, tile.isPadding);
    if (!tile.weight.isEmpty())
        line(tile.weight, tile.weightFill, false);
    if (!tile.product.isEmpty())
        line(tile.product, {}, false);
    painter.restore();
    paintPanel(painter, rect, 4, QColor(), t.line);
    if (tile.isWinner)
        paintRing(painter, QRectF(rect).adjusted(-1, -1, 1, 1), 5, 2, t.accent);
    if (tile.tap == m_tap)
        paintRing(painter, QRectF(rect).adjusted(-1, -1, 1, 1), 5, 2,
                  t.isDark ? QColor(Qt::white) : QColor(Qt::black));
}

void ProductTiles::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    const Tokens &t = tokens();
    painter.fillRect(viewport()->rect(), t.surface);
    const int count = static_cast<int>(m_picture.tiles.size());
    for (int i = 0; i < count; ++i) {
        const QRect rect = tileRect(i);
        if (!rect.intersects(viewport()->rect()))
            continue;
        paintTile(painter, rect, m_picture.tiles[static_cast<std::size_t>(i)]);
        painter.setFont(convscope::font(FontRole::Number));
        painter.setPen(t.text2);
        const QRect gap(rect.right() + 1, rect.bottom() - 22, m_gap, 20);
        if (i + 1 < count && !m_picture.join.isEmpty())
            drawLineOfText(painter, gap, Qt::AlignCenter, m_picture.join);
        if (i + 1 < count || m_picture.sum.isEmpty())
            continue;
        drawLineOfText(painter, gap, Qt::AlignCenter, m_picture.sign);
        QFont strong = convscope::font(FontRole::Number);
        strong.setWeight(QFont::DemiBold);
        painter.setFont(strong);
        painter.setPen(t.text);
        drawLineOfText(painter, QRect(gap.right() + 6, gap.top(), kSumWidth, 20),
                       Qt::AlignLeft | Qt::AlignVCenter, m_picture.sum);
    }
    if (hasFocus())
        paintRing(painter, QRectF(viewport()->rect()), 3, 2, t.accent);
}

void ProductTiles::choose(int index)
{
    if (index < 0 || index >= static_cast<int>(m_picture.tiles.size()))
        return;
    const ProductTile &tile = m_picture.tiles[static_cast<std::size_t>(index)];
    setTap(tile.tap);
    Q_EMIT tapChosen(tile.tap);
    QAccessibleValueChangeEvent change(this, tile.spoken);
    QAccessible::updateAccessibility(&change);
}

void ProductTiles::mouseMoveEvent(QMouseEvent *event)
{
    choose(tileAt(event->pos()));
}

void ProductTiles::mousePressEvent(QMouseEvent *event)
{
    choose(tileAt(event->pos()));
}

void ProductTiles::keyPressEvent(QKeyEvent *event)
{
    const int at = std::max(indexOfTap(m_tap), 0);
    const int last = static_cast<int>(m_picture.tiles.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Left:
        return choose(std::max(at - 1, 0));
    case Qt::Key_Right:
        return choose(std::min(at + 1, last));
    case Qt::Key_Up:
        return choose(std::max(at - m_perLine, 0));
    case Qt::Key_Down:
        return choose(std::min(at + m_perLine, last));
    case Qt::Key_Home:
        return choose(0);
    case Qt::Key_End:
        return choose(last);
    default:
        event->ignore();
    }
}

bool ProductTiles::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int index = tileAt(help->pos());
        if (index < 0)
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(),
                               m_picture.tiles[static_cast<std::size_t>(index)].tip, viewport());
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void ProductTiles::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    arrange();
}

void ProductTiles::changeEvent(QEvent *event)
{
    viewport()->update();
    QAbstractScrollArea::changeEvent(event);
}

void ProductTiles::focusInEvent(QFocusEvent *event)
{
    viewport()->update();
    QAbstractScrollArea::focusInEvent(event);
}

void ProductTiles::focusOutEvent(QFocusEvent *event)
{
    viewport()->update();
    QAbstractScrollArea::focusOutEvent(event);
}

} // namespace convscope
