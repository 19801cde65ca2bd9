// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "controls/toggle_switch.h"

#include "style/focus_ring.h"
#include "style/paint.h"

#include <QKeyEvent>
#include <QPainter>

namespace convscope {

ToggleSwitch::ToggleSwitch(QWidget *parent) : QAbstractButton(parent)
{
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setFixedSize(sizeHint());
    setRingRadius(this, 9);
}

QSize ToggleSwitch::sizeHint() const
{
    return {30, 16};
}

void ToggleSwitch::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokens();
    const QRectF r(rect());
    const qreal radius = r.height() / 2;
    QColor fill = isChecked() ? t.accent : t.surface;
    QColor edge = isChecked() ? QColor() : t.control;
    QColor knob = isChecked() ? t.onAccent : t.control;
    if (!isEnabled()) {
        fill = t.track;
        edge = QColor();
        knob = t.disabled;
    } else if (!isChecked() && underMouse()) {
        fill = t.hover;
    }
    paintPanel(painter, r, radius, fill, edge);
    const qreal size = r.height() - 4;
    const qreal x = isChecked() ? r.right() - size - 2 : r.left() + 2;
    paintPanel(painter, {x, r.top() + 2, size, size}, size / 2, knob, QColor());
}

void ToggleSwitch::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right) {
        if (isChecked() != (event->key() == Qt::Key_Right))
            click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

} // namespace convscope
