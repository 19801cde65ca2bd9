// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "stack/layer_card_delegate.h"

#include "style/cached_text.h"
#include "style/fonts.h"
#include "style/paint.h"
#include "style/themed_icon.h"
#include "style/tokens.h"

#include <QLineEdit>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kPadding = 8;
constexpr QSize kPicture{54, 46};
constexpr QSize kCompactPicture{42, 34};

/// A line of text in a card, `top` and `height` at the normal size of text.
QRect lineRect(const QRect &card, int left, int right, int top, int height)
{
    const double factor = fontFactor();
    return {left, card.top() + qRound(top * factor), right - left, qRound(height * factor)};
}

/// The text, its middle left out where it does not fit.
QString fitted(const QFont &face, const QString &text, int width)
{
    return textWidth(face, text) <= width
               ? text
               : QFontMetrics(face).elidedText(text, Qt::ElideMiddle, width);
}

} // namespace

QRect LayerCardDelegate::cardRect(const QRect &item)
{
    // Room around it for the ring of the focus, one pixel outside the edge.
    return item.adjusted(2, 2, -2, 2 - kGap);
}

QRect LayerCardDelegate::moreRect(const QRect &item)
{
    const QRect card = cardRect(item);
    return {card.right() - 29, card.top() + (card.height() - 20) / 2 + 2, 22, 20};
}

QSize LayerCardDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    const int height = m_compact ? kCompactHeight : kHeight;
    return {120, scaledHeight(height) + kGap};
}

void LayerCardDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const
{
    const auto data = index.data(Qt::UserRole).value<LayerCard>();
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const bool isHovered = option.state.testFlag(QStyle::State_MouseOver);
    const QRect card = cardRect(option.rect);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintFrame(painter, card, data, isSelected, isHovered);
    if (isSelected &&
        (option.state.testFlag(QStyle::State_HasFocus) || data.state == CardState::Illegal))
        paintRing(*painter, QRectF(card).adjusted(-1, -1, 1, 1), 7, 2,
                  data.state == CardState::Illegal ? tokens().error : tokens().accent);
    const QSize picture = m_compact ? kCompactPicture : kPicture;
    const QRect box(card.left() + kPadding + 1, card.center().y() - picture.height() / 2 + 1,
                    picture.width(), picture.height());
    paintPicture(painter, box, data);
    paintText(painter, card, box.right() + 11, data, isHovered);
    if (isHovered && !data.isInput) {
        // Half of it is left of the picture, where nothing else stands.
        painter->save();
        painter->setClipRect(QRect(card.left() + 1, card.top(), 8, card.height()));
        paintIcon(*painter, QRectF(card.left() - 3, card.center().y() - 7, 16, 16), u"grip",
                  tokens().text2);
        painter->restore();
        paintIcon(*painter, QRectF(moreRect(option.rect)).adjusted(3, 2, -3, -2), u"more",
                  tokens().text2);
    }
    painter->restore();
}

void LayerCardDelegate::paintFrame(QPainter *painter, const QRect &card, const LayerCard &data,
                                   bool isSelected, bool isHovered) const
{
    const Tokens &t = tokens();
    if (data.state == CardState::Illegal) {
        paintPanel(*painter, card, 6, t.errorSoft, t.error);
    } else if (isSelected) {
        paintPanel(*painter, card, 6, t.accentSoft, t.accent);
    } else if (data.state == CardState::Waiting) {
        if (isHovered)
            paintPanel(*painter, card, 6, t.hover, QColor());
        paintDashedEdge(*painter, card, 6, 1, t.line);
    } else {
        paintPanel(*painter, card, 6, t.surface, isHovered ? t.control : t.line);
    }
}

void LayerCardDelegate::paintPicture(QPainter *painter, const QRect &box,
                                     const LayerCard &data) const
{
    const Tokens &t = tokens();
    const QRectF iconBox(box.center().x() - 9, box.center().y() - 9, 20, 20);
    if (data.state == CardState::Illegal) {
        paintIcon(*painter, iconBox, u"error", t.error);
        return;
    }
    if (data.state == CardState::Waiting || data.thumbnail.isNull()) {
        paintIcon(*painter, iconBox, u"wait", t.text2);
        return;
    }
    const QSizeF size = QSizeF(data.thumbnail.size()).scaled(box.size(), Qt::KeepAspectRatio);
    const QRectF target(box.left() + (box.width() - size.width()) / 2,
                        box.top() + (box.height() - size.height()) / 2, size.width(),
                        size.height());
    painter->setOpacity(data.isBypassed ? 0.4 : data.isStale ? 0.55 : 1.0);
    // Few cells stay sharp squares; photos are smoothed down.
    painter->setRenderHint(QPainter::SmoothPixmapTransform, data.thumbnail.width() > size.width());
    if (data.thumbnail.hasAlphaChannel()) {
        painter->fillRect(target, t.surface);
        painter->setPen(QPen(t.line, 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(target.adjusted(0.5, 0.5, -0.5, -0.5));
    }
    // On whole device pixels, or a picture of few cells gets grey seams.
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->drawImage(target, data.thumbnail);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setOpacity(1.0);
    if (data.state == CardState::Computing)
        paintIcon(*painter, iconBox, u"wait", Qt::white);
}

void LayerCardDelegate::paintText(QPainter *painter, const QRect &card, int left,
                                  const LayerCard &data, bool isHovered) const
{
    const Tokens &t = tokens();
    const int right = card.right() - (m_compact ? 3 : 10);
    const QFont numbers = font(FontRole::MonoCaption);
    const QFont times = font(FontRole::Caption);

    int numbersWidth = 0;
    if (!m_compact) {
        // The ⋯ button takes the place of the time.
        const QString time = isHovered && !data.isInput ? QString() : data.time;
        painter->setPen(t.text2);
        painter->setFont(numbers);
        drawLineOfText(*painter, lineRect(card, left, right, 8, 18),
                       Qt::AlignRight | Qt::AlignVCenter, data.params);
        painter->setFont(times);
        drawLineOfText(*painter, lineRect(card, left, right, data.params.isEmpty() ? 12 : 26, 16),
                       Qt::AlignRight | Qt::AlignVCenter, time);
        numbersWidth =
            std::max(qRound(textWidth(numbers, data.params)), qRound(textWidth(times, data.time))) +
            8;
    }
    QFont title = font(FontRole::Title);
    title.setStrikeOut(data.isBypassed);
    painter->setFont(title);
    painter->setPen(t.text);
    const QRect titleLine = lineRect(card, left, right - numbersWidth, m_compact ? 5 : 7, 18);
    drawLineOfText(*painter, titleLine, Qt::AlignLeft | Qt::AlignVCenter,
                   fitted(title, data.title, titleLine.width()));
    if (!m_compact) {
        painter->setFont(numbers);
        painter->setPen(t.text2);
        const QRect line = lineRect(card, left, right - numbersWidth, 25, 14);
        drawLineOfText(*painter, line, Qt::AlignLeft | Qt::AlignVCenter,
                       fitted(numbers, data.name, line.width()));
    }
    // A shape is never elided: it gets a smaller face where it does not fit.
    QFont shape = font(FontRole::Number);
    const int room = card.right() - 4 - left;
    while (shapeTextWidth(shape, data.shape) > room && shape.pixelSize() > 8)
        shape.setPixelSize(shape.pixelSize() - 1);
    const QRect line = lineRect(card, left, card.right(), m_compact ? 23 : 40, 16);
    const QFontMetrics metrics(shape);
    const double baseline =
        line.top() + (line.height() - metrics.height()) / 2.0 + metrics.ascent();
    painter->setFont(shape);
    const QColor ink = data.state == CardState::Illegal   ? t.error
                       : data.state == CardState::Waiting ? t.text2
                                                          : t.text;
    paintShapeText(*painter, QPointF(left, std::round(baseline)), data.shape, ink, t.text2);
}

QWidget *LayerCardDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &,
                                         const QModelIndex &index) const
{
    auto *edit = new QLineEdit(parent);
    edit->setFont(font(FontRole::MonoCaption));
    edit->setFrame(true);
    edit->setAccessibleName(tr("Name of %1").arg(index.data(Qt::DisplayRole).toString()));
    return edit;
}

void LayerCardDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                             const QModelIndex &) const
{
    const QRect card = cardRect(option.rect);
    const QSize picture = m_compact ? kCompactPicture : kPicture;
    const int left = card.left() + kPadding + picture.width() + 4;
    editor->setGeometry(left, card.center().y() - 11, card.right() - left - 6, 24);
}

} // namespace convscope
