// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "stack/layer_card_delegate.h"

#include "style/fonts.h"
#include "style/themed_icon.h"
#include "style/tokens.h"

#include <QLineEdit>
#include <QPainter>
#include <QPainterPath>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kPadding = 8;
constexpr QSize kPicture{54, 46};
constexpr QSize kCompactPicture{42, 34};

QRect textLine(const QRect &card, int left, int right, int top, const QFont &face)
{
    return {left, card.top() + top, right - left, QFontMetrics(face).height()};
}

} // namespace

QRect LayerCardDelegate::cardRect(const QRect &item)
{
    return item.adjusted(0, 0, 0, -kGap);
}

QRect LayerCardDelegate::moreRect(const QRect &item)
{
    const QRect card = cardRect(item);
    return {card.right() - 26, card.bottom() - 24, 22, 20};
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
    const QSize picture = m_compact ? kCompactPicture : kPicture;
    const QRect box(card.left() + kPadding, card.center().y() - picture.height() / 2 + 1,
                    picture.width(), picture.height());
    paintPicture(painter, box, data);
    paintText(painter, card, box.right() + 11, data, isSelected, isHovered);
    if (isHovered && !data.isInput) {
        paintIcon(*painter, QRectF(card.left() + 1, card.center().y() - 8, 8, 16), u"grip",
                  tokens().text2);
        paintIcon(*painter, QRectF(moreRect(option.rect)).adjusted(3, 2, -3, -2), u"more",
                  tokens().text2);
    }
    painter->restore();
}

void LayerCardDelegate::paintFrame(QPainter *painter, const QRect &card, const LayerCard &data,
                                   bool isSelected, bool isHovered) const
{
    const Tokens &t = tokens();
    const bool isIllegal = data.state == CardState::Illegal;
    QColor fill = t.surface;
    QPen pen(t.line, 1);
    if (data.state == CardState::Waiting) {
        fill = Qt::transparent;
        pen = QPen(t.control, 1, Qt::DashLine);
    }
    if (isHovered && !isSelected && fill.alpha() > 0)
        fill = t.isDark ? fill.lighter(112) : fill.darker(102);
    if (isIllegal) {
        fill = t.errorSoft;
        pen = QPen(t.error, isSelected ? 2 : 1);
    } else if (isSelected) {
        fill = t.accentSoft;
        pen = QPen(t.accent, 1);
    }
    painter->setPen(pen);
    painter->setBrush(fill);
    painter->drawRoundedRect(QRectF(card).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

void LayerCardDelegate::paintPicture(QPainter *painter, const QRect &box,
                                     const LayerCard &data) const
{
    const Tokens &t = tokens();
    const QRectF iconBox(box.center().x() - 8, box.center().y() - 8, 17, 17);
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
    painter->drawImage(target, data.thumbnail);
    painter->setOpacity(1.0);
    if (data.state == CardState::Computing)
        paintIcon(*painter, iconBox, u"wait", Qt::white);
}

void LayerCardDelegate::paintText(QPainter *painter, const QRect &card, int left,
                                  const LayerCard &data, bool isSelected, bool isHovered) const
{
    const Tokens &t = tokens();
    const bool isIllegal = data.state == CardState::Illegal;
    const QFont number = font(FontRole::Caption);
    const QFontMetrics numberMetrics(number);
    const int right = card.right() - (m_compact ? 3 : 10);

    int numbersWidth = 0;
    if (!m_compact) {
        painter->setFont(number);
        painter->setPen(t.text2);
        const QString second = isHovered && !data.isInput ? QString() : data.time;
        QString first = data.params;
        QString below = second;
        if (first.isEmpty())
            std::swap(first, below);
        painter->drawText(textLine(card, left, right, 10, number),
                          Qt::AlignRight | Qt::AlignVCenter, first);
        painter->drawText(textLine(card, left, right, 27, number),
                          Qt::AlignRight | Qt::AlignVCenter, below);
        numbersWidth = std::max(numberMetrics.horizontalAdvance(first),
                                numberMetrics.horizontalAdvance(below)) +
                       6;
    }
    QFont title = font(FontRole::Title);
    title.setStrikeOut(data.isBypassed);
    painter->setFont(title);
    painter->setPen(t.text);
    const QRect titleLine = textLine(card, left, right - numbersWidth, m_compact ? 5 : 7, title);
    painter->drawText(
        titleLine, Qt::AlignLeft | Qt::AlignVCenter,
        QFontMetrics(title).elidedText(data.title, Qt::ElideMiddle, titleLine.width()));
    if (!m_compact) {
        const QFont name = font(FontRole::MonoCaption);
        painter->setFont(name);
        painter->setPen(t.text2);
        const QRect line = textLine(card, left, right - numbersWidth, 25, name);
        painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                          QFontMetrics(name).elidedText(data.name, Qt::ElideMiddle, line.width()));
    }
    // A shape is never elided: it gets a smaller face where it does not fit.
    QFont shape = font(data.state == CardState::Ok || data.state == CardState::Computing
                           ? FontRole::Number
                           : FontRole::MonoCaption);
    const int room = right - left;
    while (QFontMetrics(shape).horizontalAdvance(data.shape) > room && shape.pixelSize() > 8)
        shape.setPixelSize(shape.pixelSize() - 1);
    painter->setFont(shape);
    painter->setPen(isIllegal                          ? t.error
                    : data.state == CardState::Waiting ? t.text2
                                                       : (isSelected ? t.accentText : t.text));
    painter->drawText(textLine(card, left, card.right(), m_compact ? 24 : 41, shape),
                      Qt::AlignLeft | Qt::AlignVCenter, data.shape);
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
    const int left = card.left() + kPadding + picture.width() + 6;
    editor->setGeometry(left, card.center().y() - 11, card.right() - left - 6, 24);
}

} // namespace convscope
