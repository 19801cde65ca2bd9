// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "controls/callout.h"

#include "controls/token_label.h"
#include "style/convscope_style.h"
#include "style/fonts.h"
#include "style/paint.h"
#include "style/themed_icon.h"
#include "style/tokens.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kWidth = 300;
constexpr int kRadius = 6;
/// Half of the arrow's foot.
constexpr qreal kHalfFoot = 9;
/// Of the frame around the part.
constexpr int kFrame = 2;

/// A triangle from the bubble's edge, begun a little inside of it, to the tip.
QPainterPath arrow(const QRectF &bubble, QPointF tip, CalloutPlace::Side side)
{
    QPainterPath path;
    const bool isBeside = side == CalloutPlace::Side::Right || side == CalloutPlace::Side::Left;
    const qreal x = side == CalloutPlace::Side::Right ? bubble.left() + 1 : bubble.right() - 1;
    const qreal y = side == CalloutPlace::Side::Below ? bubble.top() + 1 : bubble.bottom() - 1;
    path.moveTo(tip);
    if (isBeside) {
        path.lineTo(x, tip.y() - kHalfFoot);
        path.lineTo(x, tip.y() + kHalfFoot);
    } else {
        path.lineTo(tip.x() - kHalfFoot, y);
        path.lineTo(tip.x() + kHalfFoot, y);
    }
    path.closeSubpath();
    return path;
}

} // namespace

Callout::Callout(QWidget *window)
    : QWidget(window), m_title(new TokenLabel({}, FontRole::Title, &Tokens::text)),
      m_text(new TokenLabel({}, FontRole::Text, &Tokens::text)),
      m_count(new TokenLabel({}, FontRole::Caption, &Tokens::text2)),
      m_back(new QPushButton(tr("&Back"))), m_next(new QPushButton), m_close(new QToolButton)
{
    m_text->setWordWrap(true);
    m_close->setAutoRaise(true);
    m_close->setIcon(themedIcon(u"close"));
    m_close->setFixedSize(24, 24);
    m_close->setToolTip(tr("End the tour (Esc)"));
    m_close->setAccessibleName(tr("End the tour"));
    markPrimary(m_next);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_close);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(8);
    foot->addWidget(m_count, 1);
    foot->addWidget(m_back);
    foot->addWidget(m_next);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(6);
    layout->addLayout(head);
    layout->addWidget(m_text);
    layout->addSpacing(6);
    layout->addLayout(foot);
    for (QWidget *button : {static_cast<QWidget *>(m_back), static_cast<QWidget *>(m_next),
                            static_cast<QWidget *>(m_close)})
        button->installEventFilter(this);
    setTabOrder(m_back, m_next);
    setTabOrder(m_next, m_close);
    connect(m_next, &QPushButton::clicked, this, &Callout::nextRequested);
    connect(m_back, &QPushButton::clicked, this, &Callout::backRequested);
    connect(m_close, &QToolButton::clicked, this, &Callout::endRequested);
    hide();
}

QString Callout::title() const
{
    return m_title->text();
}

void Callout::say(const QString &title, const QString &text, int step, int steps)
{
    m_title->setText(title);
    m_text->setText(text);
    m_count->setText(tr("%1 of %2").arg(step).arg(steps));
    m_back->setEnabled(step > 1);
    m_next->setText(step < steps ? tr("&Next") : tr("&Done"));
    setAccessibleName(tr("%1, %2 of %3").arg(title).arg(step).arg(steps));
    setAccessibleDescription(text);
    // Read out together with the button, which keeps the focus.
    m_next->setAccessibleDescription(title + u". "_s + text);
}

void Callout::pointAt(const QRect &part, QPoint anchor)
{
    constexpr QMargins kInside(14, 8, 8, 12);
    const int width = scaledHeight(kWidth);
    layout()->setContentsMargins(kInside);
    m_text->setContentsMargins(0, 0, 6, 0);
    const QSize bubble(width, layout()->totalHeightForWidth(width));
    const QRect window = parentWidget()->rect();
    if (part.isEmpty()) {
        m_place = {};
        m_place.bubble = QRect(
            QPoint((window.width() - bubble.width()) / 2, (window.height() - bubble.height()) / 2),
            bubble);
    } else {
        m_place = placeCallout(part, anchor, bubble, window);
    }
    QRect all = m_place.bubble;
    if (m_place.side != CalloutPlace::Side::Inside)
        all |= QRect(m_place.tip, QSize(1, 1));
    layout()->setContentsMargins(kInside + QMargins(m_place.bubble.left() - all.left(),
                                                    m_place.bubble.top() - all.top(),
                                                    all.right() - m_place.bubble.right(),
                                                    all.bottom() - m_place.bubble.bottom()));
    setGeometry(all);
    raise();
    show();
    update();
}

void Callout::takeFocus()
{
    m_next->setFocus(Qt::OtherFocusReason);
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void Callout::keyPressEvent(QKeyEvent *event)
{
    // Buttons outside of dialogs know the space bar alone.
    QWidget *focus = focusWidget();
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (auto *button = qobject_cast<QAbstractButton *>(focus))
            button->click();
        return;
    case Qt::Key_Right:
    case Qt::Key_PageDown:
        Q_EMIT nextRequested();
        return;
    case Qt::Key_Left:
    case Qt::Key_PageUp:
        if (m_back->isEnabled())
            Q_EMIT backRequested();
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

bool Callout::eventFilter(QObject *watched, QEvent *event)
{
    // Arrows turn pages, as the words on the buttons say; Tab goes from button to button.
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Left || key == Qt::Key_Right) {
            keyPressEvent(static_cast<QKeyEvent *>(event));
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void Callout::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal half = hairline(painter) / 2;
    const QRectF bubble =
        QRectF(m_place.bubble.translated(-pos())).adjusted(half, half, -half, -half);
    QPainterPath outline;
    outline.addRoundedRect(bubble, kRadius, kRadius);
    if (m_place.side != CalloutPlace::Side::Inside)
        outline |= arrow(bubble, QPointF(m_place.tip - pos()), m_place.side);
    painter.setPen(QPen(t.accent, 2 * half));
    painter.setBrush(t.surface);
    painter.drawPath(outline);
}

PartFrame::PartFrame(QWidget *window) : QWidget(window)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
}

void PartFrame::setPart(const QRect &part)
{
    setVisible(!part.isEmpty());
    if (part.isEmpty())
        return;
    setGeometry(part);
    // What is below the middle is painted without it.
    setMask(QRegion(rect()) - QRegion(rect().adjusted(kFrame, kFrame, -kFrame, -kFrame)));
    raise();
}

void PartFrame::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), tokens().accent);
}

} // namespace convscope
