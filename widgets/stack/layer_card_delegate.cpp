// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "stack/layer_card_delegate.h"

#include "stack/block_painting.h"
#include "stack/layer_list_model.h"
#include "style/cached_text.h"
#include "style/chip.h"
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
constexpr QSize kDensePicture{33, 33};
constexpr QSize kCompactPicture{42, 34};

/// A line of text in a card, `top` and `height` at the normal size of text.
QRect lineRect(const QRect &card, int left, int right, int top, int height)
{
    const double factor = fontFactor();
    return {left, card.top() + qRound(top * factor), right - left, qRound(height * factor)};
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

int LayerCardDelegate::middleOf(const QRect &item, const LayerCard &card)
{
    return card.kind == CardKind::Line ? item.top() + scaledHeight(kLineHeight) / 2
                                       : cardRect(item).center().y();
}

QRect LayerCardDelegate::foldRect(const QRect &item, const LayerCard &card)
{
    if (card.kind != CardKind::Block && card.kind != CardKind::Head)
        return {};
    return blockTriangle(item, card);
}

QSize LayerCardDelegate::pictureSize() const
{
    switch (m_look) {
    case Look::Full:
        return kPicture;
    case Look::Dense:
        return kDensePicture;
    case Look::Compact:
        return m_isNarrow ? kDensePicture : kCompactPicture;
    }
    return {};
}

QSize LayerCardDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const auto data = index.data(LayerListModel::CardRole).value<LayerCard>();
    int height = m_look == Look::Full    ? kHeight
                 : m_look == Look::Dense ? kDenseHeight
                                         : kCompactHeight;
    switch (data.kind) {
    case CardKind::Card:
        break;
    case CardKind::Block:
        height = kBlockHeight;
        break;
    case CardKind::Head:
        return {120, scaledHeight(kHeadHeight)};
    case CardKind::Line:
        return {120, scaledHeight(kLineHeight) + (data.endsBlock ? kGap + 2 : 0)};
    }
    return {120, scaledHeight(height) + kGap};
}

void LayerCardDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const
{
    const auto data = index.data(LayerListModel::CardRole).value<LayerCard>();
    const QString chip = index.data(LayerListModel::ChipRole).toString();
    const int hits = index.data(LayerListModel::HitRole).toInt();
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const bool isHovered = option.state.testFlag(QStyle::State_MouseOver);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (data.kind != CardKind::Card) {
        const bool hasFocus = option.state.testFlag(QStyle::State_HasFocus);
        paintBlockRow(*painter, option.rect, data, {chip, isSelected, isHovered, hasFocus, hits});
        painter->restore();
        return;
    }
    const QRect card = cardRect(option.rect);
    paintFrame(painter, card, data, isSelected, isHovered, !chip.isEmpty());
    if (isSelected &&
        (option.state.testFlag(QStyle::State_HasFocus) || data.state == CardState::Illegal))
        paintRing(*painter, QRectF(card).adjusted(-1, -1, 1, 1), 7, 2,
                  data.state == CardState::Illegal ? tokens().error : tokens().accent);
    if (hits > 0)
        paintHitMark(*painter, card);
    const QSize picture = pictureSize();
    const QRect box(card.left() + (m_look == Look::Dense ? 5 : kPadding) + 1,
                    card.center().y() - picture.height() / 2 + 1, picture.width(),
                    picture.height());
    paintPicture(painter, box, data);
    if (m_look == Look::Dense) {
        paintDenseText(painter, card, box.right() + 8, data, chip, isHovered);
    } else {
        int taken = 0;
        if (!chip.isEmpty())
            taken =
                paintChip(*painter,
                          m_look == Look::Compact ? QPoint(card.right() - 5, card.top() + 5)
                                                  : QPoint(card.right() - 6, card.bottom() - 18),
                          chip);
        paintText(painter, card, box.right() + (m_isNarrow ? 8 : 11), data,
                  m_look == Look::Compact ? taken : 0, isHovered);
    }
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
                                   bool isSelected, bool isHovered, bool isRead) const
{
    const Tokens &t = tokens();
    if (data.state == CardState::Illegal) {
        paintPanel(*painter, card, 6, t.errorSoft, t.error);
    } else if (isSelected) {
        paintPanel(*painter, card, 6, t.accentSoft, t.accent);
    } else if (data.state == CardState::Waiting) {
        if (isHovered)
            paintPanel(*painter, card, 6, t.hover, QColor());
        paintDashedEdge(*painter, card, 6, 1, data.isUnknown ? t.warning : t.line);
    } else if (isRead) {
        paintPanel(*painter, card, 6, t.surface, t.accent);
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
    if (data.isUnknown && data.state == CardState::Waiting) {
        paintIcon(*painter, iconBox, u"help", t.warning);
        return;
    }
    if (data.isFurtherInput && data.thumbnail.isNull()) {
        paintIcon(*painter, iconBox, u"image", t.text2);
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
                                  const LayerCard &data, int taken, bool isHovered) const
{
    const Tokens &t = tokens();
    const int right = card.right() - (m_look == Look::Compact ? 3 : 10) - taken;
    const QFont numbers = font(FontRole::MonoCaption);
    const QFont times = font(FontRole::Caption);

    int numbersWidth = 0;
    if (m_look != Look::Compact) {
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
    const QRect titleLine =
        lineRect(card, left, right - numbersWidth, m_look == Look::Compact ? 5 : 7, 18);
    drawLineOfText(*painter, titleLine, Qt::AlignLeft | Qt::AlignVCenter,
                   fittedText(title, data.title, titleLine.width()));
    if (m_look != Look::Compact) {
        painter->setFont(numbers);
        painter->setPen(t.text2);
        const QRect line = lineRect(card, left, right - numbersWidth, 25, 14);
        const QString name =
            fittedText(numbers, data.name, line.width() - (data.isShared ? 16 : 0));
        drawLineOfText(*painter, line, Qt::AlignLeft | Qt::AlignVCenter, name);
        // It uses the weights of another.
        if (data.isShared)
            paintIcon(*painter,
                      QRectF(left + textWidth(numbers, name) + 4, line.center().y() - 5, 12, 12),
                      u"link", t.text2);
    }
    const QRect line =
        lineRect(card, left, card.right() - 4, m_look == Look::Compact ? 23 : 40, 16);
    paintShape(*painter, font(FontRole::Number), line, Qt::AlignLeft, data);
}

void LayerCardDelegate::paintDenseText(QPainter *painter, const QRect &card, int left,
                                       const LayerCard &data, const QString &chip,
                                       bool isHovered) const
{
    const Tokens &t = tokens();
    const int right = card.right() - 7;
    // The ⋯ button takes the place of what stands at the right.
    const bool hasMore = isHovered && !data.isInput;
    const QFont names = font(FontRole::MonoCaption);
    const QFont times = font(FontRole::Caption);
    QFont title = font(FontRole::Title);
    title.setStrikeOut(data.isBypassed);
    const int room = right - left - (hasMore ? 26 : 0);
    const int least = qRound(textWidth(title, u"Conc"_s));
    // The class first; the name gets what is left of the line.
    const int titleWidth = std::min(qRound(std::ceil(textWidth(title, data.title))), room);
    const QString name =
        room - titleWidth > least ? fittedText(names, data.name, room - titleWidth - 8) : QString();
    painter->setFont(title);
    painter->setPen(t.text);
    drawLineOfText(*painter, lineRect(card, left, right, 4, 18), Qt::AlignLeft | Qt::AlignVCenter,
                   fittedText(title, data.title, room));
    painter->setPen(t.text2);
    // A chip beside a long shape takes the place of the time.
    const qreal shapeWidth = shapeTextWidth(font(FontRole::Number), data.shape);
    const bool hasTime =
        chip.isEmpty() || shapeWidth + textWidth(times, data.time) + 30 <= right - left;
    const QString time = hasTime ? data.time : QString();
    if (!hasMore) {
        if (data.isShared && !name.isEmpty())
            paintIcon(*painter, QRectF(right - textWidth(names, name) - 15, card.top() + 7, 12, 12),
                      u"link", t.text2);
        painter->setFont(names);
        drawLineOfText(*painter, lineRect(card, left, right, 4, 18),
                       Qt::AlignRight | Qt::AlignVCenter, name);
        painter->setFont(times);
        drawLineOfText(*painter, lineRect(card, left, right, 22, 16),
                       Qt::AlignRight | Qt::AlignVCenter, time);
    }
    const int timeWidth = time.isEmpty() ? 0 : qRound(textWidth(times, time)) + 6;
    if (!chip.isEmpty())
        paintChip(*painter, QPoint(right - timeWidth, card.top() + qRound(23 * fontFactor())),
                  chip);
    paintShape(*painter, font(FontRole::Number), lineRect(card, left, right, 22, 16), Qt::AlignLeft,
               data);
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
                                             const QModelIndex &index) const
{
    const auto data = index.data(LayerListModel::CardRole).value<LayerCard>();
    if (data.kind == CardKind::Line) {
        editor->setGeometry(option.rect.left() + 24, option.rect.top() - 2,
                            option.rect.width() - 30, 24);
        return;
    }
    const QRect card = cardRect(option.rect);
    const int left = card.left() + kPadding + pictureSize().width() + 4;
    editor->setGeometry(left, card.center().y() - 11, card.right() - left - 6, 24);
}

} // namespace convscope
