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

#include <QAccessible>
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
constexpr int kFlatHeight = 20;
constexpr int kSmallWidth = 24;
constexpr int kSmallHeight = 18;
/// Between two rows of a kernel on one line.
constexpr int kGroupGap = 12;
constexpr int kEdge = 2;
/// Longer names of inputs are cut.
constexpr int kWidestName = 120;

QFont faceOf(ProductTiles::Form form)
{
    return convscope::font(form == ProductTiles::Form::Tall ? FontRole::Number
                                                            : FontRole::MonoCaption);
}
/// What a tile with room for one number shows.
const QString &shortTextOf(const ProductTile &tile)
{
    return tile.product.isEmpty() ? tile.value : tile.product;
}

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

int ProductTiles::Arrangement::pitch() const
{
    return height + (form == Form::Tall ? 6 : form == Form::Small ? 2 : 3);
}

ProductTiles::Arrangement ProductTiles::smallArrangement() const
{
    const int room = viewport()->width() - 2 * kEdge;
    const int perRow = std::max(m_picture.perRow, 1);
    Arrangement at;
    at.form = Form::Small;
    at.tileWidth = kSmallWidth;
    at.height = kSmallHeight;
    at.gap = 2;
    const int rowWidth = perRow * (kSmallWidth + at.gap) - at.gap;
    const int rows = (room + kGroupGap) / (rowWidth + kGroupGap);
    // A row that is wider than the panel goes on below.
    at.perLine = rows > 0 ? rows * perRow : std::max((room + at.gap) / (kSmallWidth + at.gap), 1);
    at.group = rows > 1 ? perRow : 0;
    return at;
}

ProductTiles::Arrangement ProductTiles::arrangement(Form form) const
{
    if (form == Form::Small)
        return smallArrangement();
    const bool isBrief = form == Form::Brief;
    const bool isFlat = form == Form::Flat || isBrief;
    const int count = static_cast<int>(m_picture.tiles.size());
    const int sum = m_picture.sum.isEmpty() ? 0 : kSumWidth;
    const int room = viewport()->width() - 2 * kEdge;
    qreal widest = 0;
    qreal name = 0;
    int numbers = 1;
    const QFont face = faceOf(form);
    const QFont caption = convscope::font(FontRole::Caption);
    for (const ProductTile &tile : m_picture.tiles) {
        for (const QString *text : {&tile.value, &tile.weight, &tile.product}) {
            if (!isBrief || text == &shortTextOf(tile))
                widest = std::max(widest, textWidth(face, *text));
        }
        name = std::max(name, textWidth(caption, tile.name));
        numbers = std::max(numbers,
                           1 + (tile.weight.isEmpty() ? 0 : 1) + (tile.product.isEmpty() ? 0 : 1));
    }
    if (isBrief)
        numbers = 1;
    const int least = std::max(qRound(widest), std::min(qRound(name), kWidestName)) + 10;
    Arrangement at;
    at.form = form;
    const bool isJoined = !m_picture.join.isEmpty();
    const auto fits = [&](int columns, int behind) {
        return columns * (at.tileWidth + at.gap) - at.gap + behind <= room;
    };
    at.perLine = std::max(count, 1);
    if (isFlat) {
        at.height = kFlatHeight;
        at.tileWidth = kStripe + numbers * (qRound(widest) + 4) +
                       (name > 0 ? std::min(qRound(name), kWidestName) + 8 : 0);
        at.gap = isJoined ? 11 : 6;
    } else {
        at.height = kHeight;
        at.tileWidth = std::max(68, least);
        at.gap = isJoined ? 16 : 10;
        if (fits(count, sum))
            return at;
        // Narrower before they wrap.
        at.tileWidth = std::max(56, least);
        at.gap = isJoined ? 13 : 6;
    }
    if (fits(count, sum))
        return at;
    const int most = std::max(1, (room - sum + at.gap) / (at.tileWidth + at.gap));
    const int perRow = std::max(m_picture.perRow, 1);
    at.perLine = most >= perRow ? most / perRow * perRow : most;
    // As much of a kernel's row as there is room for, the sum elsewhere.
    if (isFlat && at.perLine < perRow)
        at.perLine = std::clamp((room + at.gap) / (at.tileWidth + at.gap), 1, perRow);
    return at;
}

int ProductTiles::heightOf(const Arrangement &at) const
{
    const int count = static_cast<int>(m_picture.tiles.size());
    const int lines = std::max((count + at.perLine - 1) / std::max(at.perLine, 1), 1);
    return lines * at.pitch() + 2 * kEdge - (at.pitch() - at.height);
}

int ProductTiles::lines() const
{
    const int count = static_cast<int>(m_picture.tiles.size());
    return (count + m_at.perLine - 1) / std::max(m_at.perLine, 1);
}

void ProductTiles::arrange()
{
    const int seen = viewport()->height();
    for (const Form form : {Form::Tall, Form::Flat, Form::Brief, Form::Small}) {
        m_at = arrangement(form);
        if (heightOf(m_at) <= seen)
            break;
    }
    const int last = static_cast<int>(m_picture.tiles.size()) - 1;
    m_showsSum =
        last < 0 || m_picture.sum.isEmpty() ||
        (m_at.form != Form::Small && placeOf(last).right() + kSumWidth <= viewport()->width());
    verticalScrollBar()->setPageStep(seen);
    verticalScrollBar()->setSingleStep(m_at.pitch());
    verticalScrollBar()->setRange(0, std::max(0, heightOf(m_at) - seen));
    viewport()->update();
}

QRect ProductTiles::placeOf(int index) const
{
    const int line = index / m_at.perLine;
    const int column = index % m_at.perLine;
    const int groups = m_at.group > 0 ? column / m_at.group : 0;
    return {kEdge + column * (m_at.tileWidth + m_at.gap) + groups * (kGroupGap - m_at.gap),
            kEdge + line * m_at.pitch(), m_at.tileWidth, m_at.height};
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

void ProductTiles::paintSmallTile(QPainter &painter, const QRect &rect, const ProductTile &tile)
{
    const QRect body = rect.adjusted(kStripe, 0, 0, 0);
    painter.fillRect(rect, tile.frame);
    if (tile.isPadding)
        paintPaddingCell(painter, body);
    else
        painter.fillRect(body, tile.productFill.isValid() ? tile.productFill : tokens().track);
    paintMarks(painter, rect, tile);
}

void ProductTiles::paintMarks(QPainter &painter, const QRect &rect, const ProductTile &tile)
{
    const Tokens &t = tokens();
    if (tile.isWinner)
        paintRing(painter, QRectF(rect).adjusted(-1, -1, 1, 1), 5, 2, t.accent);
    if (tile.tap == m_tap)
        paintRing(painter, QRectF(rect).adjusted(-1, -1, 1, 1), 5, 2,
                  t.isDark ? QColor(Qt::white) : QColor(Qt::black));
}

void ProductTiles::paintTile(QPainter &painter, const QRect &rect, const ProductTile &tile)
{
    if (m_at.form == Form::Small)
        return paintSmallTile(painter, rect, tile);
    const Tokens &t = tokens();
    painter.save();
    QPainterPath outline;
    outline.addRoundedRect(QRectF(rect), 4, 4);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipPath(outline, Qt::IntersectClip);
    const bool isBrief = m_at.form == Form::Brief;
    const bool isFlat = m_at.form == Form::Flat || isBrief;
    const int numbers =
        isBrief ? 1 : 1 + (tile.weight.isEmpty() ? 0 : 1) + (tile.product.isEmpty() ? 0 : 1);
    const int rows = numbers + (tile.name.isEmpty() ? 0 : 1);
    QRect body = rect;
    if (isFlat)
        body.setLeft(rect.left() + kStripe);
    else
        body.setTop(rect.top() + kStripe);
    painter.fillRect(rect, tile.frame);
    painter.fillRect(body, t.surface);
    int done = 0;
    const auto line = [&](const QString &text, const QColor &fill, bool isHatched) {
        const int from = done * (isFlat ? body.width() : body.height()) / rows;
        const int to = ++done * (isFlat ? body.width() : body.height()) / rows;
        const QRect area = isFlat ? QRect(body.left() + from, body.top(), to - from, body.height())
                                  : QRect(body.left(), body.top() + from, body.width(), to - from);
        if (isHatched)
            paintPaddingCell(painter, area);
        else if (fill.isValid())
            painter.fillRect(area, fill);
        painter.setPen(isHatched ? t.text2 : fill.isValid() ? contrasting(fill.rgb()) : t.text);
        drawLineOfText(painter, area, Qt::AlignCenter, text);
    };
    if (!tile.name.isEmpty()) {
        painter.setFont(convscope::font(FontRole::Caption));
        line(QFontMetrics(painter.font()).elidedText(tile.name, Qt::ElideMiddle, body.width() - 6),
             {}, false);
    }
    painter.setFont(faceOf(m_at.form));
    if (!isBrief || tile.product.isEmpty())
        line(tile.value, tile.valueFill, tile.isPadding);
    if (!tile.weight.isEmpty() && !isBrief)
        line(tile.weight, tile.weightFill, false);
    if (!tile.product.isEmpty())
        line(tile.product, {}, isBrief && tile.isPadding);
    painter.restore();
    paintPanel(painter, rect, 4, QColor(), t.line);
    paintMarks(painter, rect, tile);
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
        if (m_at.form == Form::Small)
            continue;
        const QRect gap(rect.right() + 1, m_at.form == Form::Tall ? rect.bottom() - 22 : rect.top(),
                        m_at.gap, 20);
        if (i + 1 < count && !m_picture.join.isEmpty())
            drawLineOfText(painter, gap, Qt::AlignCenter, m_picture.join);
        if (i + 1 < count || m_picture.sum.isEmpty() || !m_showsSum)
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
    // Whoever hears of it may bring other tiles.
    const ProductTile tile = m_picture.tiles[static_cast<std::size_t>(index)];
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
        return choose(std::max(at - m_at.perLine, 0));
    case Qt::Key_Down:
        return choose(std::min(at + m_at.perLine, last));
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
    if (event->size().width() != event->oldSize().width())
        Q_EMIT widthChanged();
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
