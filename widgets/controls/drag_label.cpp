// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "controls/drag_label.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>

namespace convscope {

namespace {

constexpr double kPixelsPerStep = 8;

} // namespace

DragLabel::DragLabel(const QString &text, FontRole face, QWidget *parent)
    : TokenLabel(text, face, &Tokens::text2, parent)
{
}

void DragLabel::setScrubbing(bool enabled)
{
    m_scrubbing = enabled;
    if (enabled)
        setCursor(Qt::SizeHorCursor);
    else
        unsetCursor();
}

void DragLabel::mousePressEvent(QMouseEvent *event)
{
    if (!m_scrubbing || event->button() != Qt::LeftButton) {
        TokenLabel::mousePressEvent(event);
        return;
    }
    m_held = true;
    // Esc during the drag is meant for it, whoever has the focus.
    qApp->installEventFilter(this);
    m_moved = false;
    m_from = event->position().x();
    event->accept();
}

void DragLabel::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_held) {
        TokenLabel::mouseMoveEvent(event);
        return;
    }
    const int steps = static_cast<int>((event->position().x() - m_from) / kPixelsPerStep);
    if (steps == 0)
        return;
    m_from += steps * kPixelsPerStep;
    const bool fast = event->modifiers().testFlag(Qt::ShiftModifier);
    Q_EMIT scrubbed(fast ? 10 * steps : steps, m_moved);
    m_moved = true;
}

void DragLabel::mouseReleaseEvent(QMouseEvent *event)
{
    letGo();
    TokenLabel::mouseReleaseEvent(event);
}

void DragLabel::letGo()
{
    if (m_held)
        qApp->removeEventFilter(this);
    m_held = false;
}

void DragLabel::hideEvent(QHideEvent *event)
{
    letGo();
    TokenLabel::hideEvent(event);
}

bool DragLabel::eventFilter(QObject *watched, QEvent *event)
{
    const bool isKey =
        event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
    if (!m_held || !isKey || static_cast<QKeyEvent *>(event)->key() != Qt::Key_Escape)
        return TokenLabel::eventFilter(watched, event);
    event->accept();
    if (event->type() == QEvent::KeyPress) {
        letGo();
        if (m_moved)
            Q_EMIT takenBack();
    }
    return true;
}

} // namespace convscope
