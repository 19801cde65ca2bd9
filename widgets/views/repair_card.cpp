// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "views/repair_card.h"

#include "style/convscope_style.h"
#include "style/fonts.h"
#include "style/paint.h"
#include "style/tokens.h"
#include "views/device_pixels.h"

#include <QFontMetrics>
#include <QPushButton>
#include <QStyleOptionButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace convscope {

namespace {

constexpr int kCardPadding = 13;
constexpr QSize kMiniature{54, 40};

} // namespace

/// As wide as the card: the word at the left, the key that does the same at the right.
class ApplyButton : public QPushButton
{
public:
    using QPushButton::QPushButton;

    void setKey(const QString &key)
    {
        m_key = key;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        QStyleOptionButton option;
        initStyleOption(&option);
        style()->drawPrimitive(QStyle::PE_PanelButtonCommand, &option, &painter, this);
        painter.setPen(isPrimary(this) ? tokens().onAccent : tokens().text);
        const QRect line = rect().adjusted(9, 0, -9, 0);
        painter.setFont(convscope::font(FontRole::Small));
        painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft, text());
        const int taken = painter.fontMetrics().horizontalAdvance(text()) + 12;
        painter.setFont(convscope::font(FontRole::MonoCaption));
        if (painter.fontMetrics().horizontalAdvance(m_key) <= line.width() - taken)
            painter.drawText(line, Qt::AlignVCenter | Qt::AlignRight, m_key);
    }

private:
    QString m_key;
};

RepairCard::RepairCard(const ErrorRepair &repair, bool primary, QWidget *parent)
    : QWidget(parent), m_repair(repair)
{
    m_apply = new ApplyButton(tr("Apply"), this);
    if (primary)
        markPrimary(m_apply);
    m_apply->setAccessibleName(
        tr("Apply %1 %2, gives %3").arg(repair.argument, repair.change, repair.shapeWords));
    setToolTip(repair.reason);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(m_apply, &QAbstractButton::clicked, this, &RepairCard::applied);
}

QPushButton *RepairCard::applyButton() const
{
    return m_apply;
}

void RepairCard::setKey(const QString &key)
{
    m_apply->setKey(key);
}

void RepairCard::setMiniature(const QImage &picture)
{
    m_repair.miniature = picture;
    update();
}

QSize RepairCard::sizeHint() const
{
    return {198, scaledHeight(137)};
}

QSize RepairCard::minimumSizeHint() const
{
    return {132, scaledHeight(137)};
}

void RepairCard::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const int buttonHeight = scaledHeight(24);
    m_apply->setGeometry(kCardPadding, height() - kCardPadding + 2 - buttonHeight,
                         width() - 2 * kCardPadding, buttonHeight);
}

void RepairCard::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens();
    QPainter painter(this);
    paintPanel(painter, rect(), 6, t.surface, t.line);
    const QImage &picture = m_repair.miniature;
    int textRight = width() - kCardPadding;
    if (!picture.isNull()) {
        DevicePixels pixels(painter, *this);
        const QSize box = pixels.of(QRectF(QPointF(), QSizeF(kMiniature))).size();
        QSize size = picture.size().scaled(box, Qt::KeepAspectRatio);
        // A picture of few rows keeps a line that can be seen.
        size = size.expandedTo({pixels.of(9), pixels.of(9)});
        const QRect target(QPoint(pixels.of(width() - kCardPadding) - size.width(), pixels.of(11)),
                           size);
        drawPicture(painter, target, picture);
        textRight -= kMiniature.width() + 8;
    }
    const auto line = [&](int top, int right, const QFont &face, const QColor &colour,
                          const QString &words) {
        const QFontMetrics metrics(face);
        painter.setFont(face);
        painter.setPen(colour);
        painter.drawText(
            QRect(kCardPadding, scaledHeight(top), right - kCardPadding, metrics.height() + 2),
            Qt::AlignVCenter | Qt::AlignLeft,
            metrics.elidedText(words, Qt::ElideMiddle, right - kCardPadding));
    };
    line(10, textRight, convscope::font(FontRole::Number), t.text2, m_repair.argument);
    line(28, textRight, convscope::font(FontRole::Title), t.text, m_repair.change);
    const QFont number = convscope::font(FontRole::Number);
    painter.setFont(number);
    paintShapeText(painter,
                   QPointF(kCardPadding, scaledHeight(58) + QFontMetrics(number).ascent() + 1),
                   u"→ "_s + m_repair.shapeWords, t.text, t.text2);
    line(77, width() - kCardPadding, convscope::font(FontRole::Caption), t.text2, m_repair.reason);
}

} // namespace convscope
