// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "stack/block_painting.h"

#include "stack/layer_card_delegate.h"
#include "style/cached_text.h"
#include "style/chip.h"
#include "style/fonts.h"
#include "style/paint.h"
#include "style/themed_icon.h"
#include "style/tokens.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

constexpr int kIndent = 10;
constexpr int kRadius = 6;
/// Space for the triangle, left of the words.
constexpr int kTriangle = 24;

/// Left out of the room that a row inside of other blocks has.
QRect indented(const QRect &rect, const LayerCard &card)
{
    return rect.adjusted(card.indent * kIndent, 0, 0, 0);
}

void paintFolded(QPainter &painter, const QRect &item, const LayerCard &card,
                 const BlockRowState &state)
{
    const Tokens &t = tokens();
    const QRect whole = indented(LayerCardDelegate::cardRect(item), card);
    // The edge of another card that shows below says that there is more in it.
    const QRect box = whole.adjusted(0, 0, 0, -2);
    const bool isIllegal = card.state == CardState::Illegal;
    const QColor edge = isIllegal                                   ? t.error
                        : state.isSelected || !state.chip.isEmpty() ? t.accent
                        : state.isHovered                           ? t.control
                                                                    : t.line;
    const QColor fill = isIllegal ? t.errorSoft : state.isSelected ? t.accentSoft : t.surface;
    paintPanel(painter, whole.adjusted(3, 8, -3, 0), kRadius, fill, edge);
    paintPanel(painter, box, kRadius, fill, edge);
    if (state.isSelected && state.hasFocus)
        paintRing(painter, QRectF(whole).adjusted(-1, -1, 1, 1), 7, 2, t.accent);
    const QRect triangle = blockTriangle(item, card);
    paintChevron(painter, QRectF(triangle).center(), 8, 270, t.text2);
    const int left = box.left() + kTriangle;
    const int right = box.right() - 7;
    const double factor = fontFactor();
    const QRect first(left, box.top() + qRound(2 * factor), right - left, qRound(17 * factor));
    const QRect second = first.translated(0, qRound(16 * factor));
    QFont name = font(FontRole::MonoCaption);
    name.setWeight(QFont::DemiBold);
    const QFont captions = font(FontRole::Caption);
    // The name matters more than how many there are.
    const bool hasRoom =
        textWidth(name, card.title) + textWidth(captions, card.params) + 8 <= first.width();
    const QString count = hasRoom ? card.params : QString();
    int room = first.width() - qRound(textWidth(captions, count)) - 8;
    if (!state.chip.isEmpty())
        room -= paintChip(painter, QPoint(first.left() + room, first.top() + 2), state.chip) + 4;
    if (state.hits > 0)
        room -= paintSoftChip(painter, QPoint(first.left() + room, first.top() + 2),
                              QString::number(state.hits)) +
                4;
    painter.setFont(name);
    painter.setPen(t.text);
    drawLineOfText(painter, first, Qt::AlignLeft | Qt::AlignVCenter,
                   fittedText(name, card.title, room));
    painter.setFont(captions);
    painter.setPen(t.text2);
    drawLineOfText(painter, first, Qt::AlignRight | Qt::AlignVCenter, count);
    drawLineOfText(painter, second, Qt::AlignRight | Qt::AlignVCenter, card.time);
    paintShape(painter, font(FontRole::MonoCaption),
               second.adjusted(0, 0, -qRound(textWidth(captions, card.time)) - 6, 0), Qt::AlignLeft,
               card);
}

/// The part of an unfolded block's one card that this row shows.
void paintPart(QPainter &painter, const QRect &item, const LayerCard &card)
{
    const Tokens &t = tokens();
    QRectF part = QRectF(item).adjusted(2 + (card.indent - 1) * kIndent, 0, -2, 0);
    const bool isHead = card.kind == CardKind::Head;
    if (isHead) {
        part.setLeft(item.left() + 2 + card.indent * kIndent);
        part.setTop(item.top() + 2);
    }
    if (card.endsBlock)
        part.setBottom(item.bottom() - LayerCardDelegate::kGap + 1);
    painter.save();
    painter.setClipRect(part);
    // What lies outside of the clip makes the edges that this row does not have.
    paintPanel(painter, part.adjusted(0, isHead ? 0 : -20, 0, card.endsBlock ? 0 : 20), kRadius,
               t.surface, t.line);
    painter.restore();
}

void paintHead(QPainter &painter, const QRect &item, const LayerCard &card,
               const BlockRowState &state)
{
    const Tokens &t = tokens();
    paintPart(painter, item, card);
    const QRect triangle = blockTriangle(item, card);
    paintChevron(painter, QRectF(triangle).center(), 8, 0, state.isHovered ? t.text : t.text2);
    const QRect words = indented(item.adjusted(2 + kTriangle, 2, -9, 0), card);
    QFont name = font(FontRole::MonoCaption);
    name.setWeight(QFont::DemiBold);
    const QFont captions = font(FontRole::Caption);
    painter.setFont(name);
    painter.setPen(t.text);
    drawLineOfText(
        painter, words, Qt::AlignLeft | Qt::AlignVCenter,
        fittedText(name, card.title, words.width() - qRound(textWidth(captions, card.params)) - 8));
    painter.setFont(captions);
    painter.setPen(t.text2);
    drawLineOfText(painter, words, Qt::AlignRight | Qt::AlignVCenter, card.params);
}

void paintLine(QPainter &painter, const QRect &item, const LayerCard &card,
               const BlockRowState &state)
{
    const Tokens &t = tokens();
    paintPart(painter, item, card);
    const int height = scaledHeight(LayerCardDelegate::kLineHeight);
    const QRect line(item.left() + 2 + (card.indent - 1) * kIndent, item.top(),
                     item.width() - 4 - (card.indent - 1) * kIndent, height);
    const bool isIllegal = card.state == CardState::Illegal;
    if (state.isSelected)
        paintPanel(painter, line, 3, isIllegal ? t.errorSoft : t.accentSoft,
                   isIllegal ? t.error : t.accent);
    else if (isIllegal)
        paintPanel(painter, line, 3, t.errorSoft, t.error);
    else if (!state.chip.isEmpty())
        paintPanel(painter, line, 3, QColor(), t.accent);
    else if (state.isHovered)
        paintPanel(painter, line.adjusted(1, 0, -1, 0), 3, t.hover, QColor());
    if (state.isSelected && state.hasFocus)
        paintRing(painter, QRectF(line).adjusted(-1, -1, 1, 1), 4, 2,
                  isIllegal ? t.error : t.accent);
    const QString icon = isIllegal                          ? QStringLiteral("error")
                         : card.isUnknown                   ? QStringLiteral("help")
                         : card.state == CardState::Waiting ? QStringLiteral("wait")
                                                            : card.icon;
    const QColor ink = isIllegal ? t.error : card.isUnknown ? t.warning : t.text2;
    paintIcon(painter, QRectF(line.left() + 8, line.center().y() - 6, 13, 13), icon, ink);
    const QFont captions = font(FontRole::Caption);
    QFont names = font(FontRole::MonoCaption);
    names.setStrikeOut(card.isBypassed);
    if (state.hits > 0)
        paintHitMark(painter, line.adjusted(0, 1, 0, -1));
    const QRect words = line.adjusted(28, 0, -7, 0);
    const qreal shapeWidth = shapeTextWidth(font(FontRole::MonoCaption), card.shape);
    const QString timed = QStringLiteral("00.00 ms");
    // A column for the times, where there is room for one beside a name.
    const int timeWidth = words.width() - shapeWidth - textWidth(captions, timed) < 60
                              ? 0
                              : qRound(textWidth(captions, timed));
    painter.setFont(captions);
    painter.setPen(t.text2);
    if (timeWidth > 0)
        drawLineOfText(painter, words, Qt::AlignRight | Qt::AlignVCenter, card.time);
    const QRect shapes = words.adjusted(40, 0, -timeWidth, 0);
    paintShape(painter, font(FontRole::MonoCaption), shapes, Qt::AlignRight, card);
    int room = words.width() - timeWidth - std::min(qRound(shapeWidth), shapes.width()) - 6;
    if (!state.chip.isEmpty())
        room -= paintChip(painter, QPoint(words.left() + room, line.top() + 3), state.chip) + 4;
    painter.setFont(names);
    painter.setPen(t.text);
    const QString name = fittedText(names, card.title, room - (card.isShared ? 14 : 0));
    drawLineOfText(painter, words, Qt::AlignLeft | Qt::AlignVCenter, name);
    if (card.isShared)
        paintIcon(painter,
                  QRectF(words.left() + textWidth(names, name) + 3, line.center().y() - 5, 11, 11),
                  QStringLiteral("link"), t.text2);
}

} // namespace

void paintHitMark(QPainter &painter, const QRect &card)
{
    painter.save();
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens().accent);
    painter.drawRoundedRect(QRectF(card.left(), card.top() + 3, 3, card.height() - 6), 1.5, 1.5);
    painter.restore();
}

QRect blockTriangle(const QRect &item, const LayerCard &card)
{
    const QRect box = indented(item.adjusted(2, 2, -2, 0), card);
    const int height = card.kind == CardKind::Head
                           ? item.height() - 2
                           : scaledHeight(LayerCardDelegate::kBlockHeight) - 2;
    return {box.left(), box.top(), kTriangle, height};
}

QString fittedText(const QFont &face, const QString &text, int width)
{
    return textWidth(face, text) <= width
               ? text
               : QFontMetrics(face).elidedText(text, Qt::ElideMiddle, width);
}

void paintShape(QPainter &painter, QFont face, const QRect &room, Qt::Alignment side,
                const LayerCard &card)
{
    // A shape is never elided: it gets a smaller face where it does not fit.
    while (shapeTextWidth(face, card.shape) > room.width() && face.pixelSize() > 8)
        face.setPixelSize(face.pixelSize() - 1);
    const QFontMetrics metrics(face);
    const bool isWords = card.state == CardState::Illegal || card.state == CardState::Waiting;
    const QString text = isWords && shapeTextWidth(face, card.shape) > room.width()
                             ? metrics.elidedText(card.shape, Qt::ElideRight, room.width())
                             : card.shape;
    const qreal width = shapeTextWidth(face, text);
    const qreal x = side == Qt::AlignLeft ? room.left() : room.right() + 1 - width;
    const qreal y = room.top() + (room.height() - metrics.height()) / 2.0 + metrics.ascent();
    painter.setFont(face);
    paintShapeText(painter, QPointF(std::round(x), std::round(y)), text, shapeInk(card),
                   tokens().text2);
}

QColor shapeInk(const LayerCard &card)
{
    const Tokens &t = tokens();
    if (card.state == CardState::Illegal)
        return t.error;
    if (card.state == CardState::Waiting)
        return card.isUnknown ? t.warning : t.text2;
    return t.text;
}

void paintBlockRow(QPainter &painter, const QRect &item, const LayerCard &card,
                   const BlockRowState &state)
{
    if (card.kind == CardKind::Block)
        paintFolded(painter, item, card, state);
    else if (card.kind == CardKind::Head)
        paintHead(painter, item, card, state);
    else
        paintLine(painter, item, card, state);
}

} // namespace convscope
