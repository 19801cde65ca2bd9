// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "controls/number_field.h"

#include "style/fonts.h"

#include <QFocusEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QWheelEvent>

namespace convscope {

namespace {

/// Notches of the wheel closer together than this are one gesture.
constexpr qint64 kWheelPause = 600;

} // namespace

NumberField::NumberField(QWidget *parent) : QAbstractSpinBox(parent)
{
    setFont(convscope::font(FontRole::Number));
    setFocusPolicy(Qt::StrongFocus);
    setKeyboardTracking(true);
    setAccelerated(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(lineEdit(), &QLineEdit::textEdited, this, &NumberField::takeTyped);
}

QValidator::State NumberField::validate(QString &, int &) const
{
    // Any text may stand; readText() judges it.
    return QValidator::Acceptable;
}

QSize NumberField::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(u'0') * 6 + 31, scaledHeight(28)};
}

QSize NumberField::minimumSizeHint() const
{
    return {32, scaledHeight(28)};
}

void NumberField::refreshText(bool same)
{
    const bool isEdited = hasFocus() && m_changed;
    if (!same || !isEdited || !m_typing) {
        m_hasNumber = true;
        m_typing = m_typing && same;
        if (lineEdit()->text() != shownText())
            lineEdit()->setText(shownText());
    }
    // An undo or another layer is where Esc leads back to; the answer to an edit is not.
    if (!same || !isEdited) {
        m_changed = false;
        rememberValue();
    }
    update();
}

void NumberField::takeTyped(const QString &text)
{
    m_stepping = false;
    m_changed = true;
    m_hasNumber = readText(text);
    if (m_hasNumber) {
        const bool continuing = m_typing;
        m_typing = true;
        emitEdited(continuing);
    } else {
        Q_EMIT textRejected(text);
    }
}

void NumberField::step(int steps, bool continuing)
{
    m_typing = false;
    m_changed = true;
    m_hasNumber = true;
    const bool moved = moveValue(steps);
    lineEdit()->setText(shownText());
    lineEdit()->selectAll();
    update();
    if (moved)
        emitEdited(continuing);
}

void NumberField::stepBy(int steps)
{
    const bool continuing = m_stepping;
    m_stepping = true;
    step(steps, continuing);
}

void NumberField::scrub(int steps, bool continuing)
{
    step(steps, continuing);
}

void NumberField::commit()
{
    m_typing = false;
    m_stepping = false;
    if (m_hasNumber && lineEdit()->text() != shownText())
        lineEdit()->setText(shownText());
}

void NumberField::focusInEvent(QFocusEvent *event)
{
    QAbstractSpinBox::focusInEvent(event);
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason) {
        m_changed = false;
        rememberValue();
    }
}

void NumberField::focusOutEvent(QFocusEvent *event)
{
    commit();
    QAbstractSpinBox::focusOutEvent(event);
}

bool NumberField::event(QEvent *event)
{
    // Esc belongs to the field while there is something to give back, else to the window.
    if (event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape && m_changed) {
        event->accept();
        return true;
    }
    return QAbstractSpinBox::event(event);
}

void NumberField::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        commit();
        m_changed = false;
        rememberValue();
        lineEdit()->selectAll();
        Q_EMIT editingFinished();
        // Not accepted further up: a dialog's default button must not answer.
        return;
    case Qt::Key_Escape:
        if (!m_changed) {
            event->ignore();
            return;
        }
        recallValue();
        m_typing = false;
        m_stepping = false;
        m_changed = false;
        m_hasNumber = true;
        lineEdit()->setText(shownText());
        lineEdit()->selectAll();
        emitEdited(false);
        return;
    default:
        QAbstractSpinBox::keyPressEvent(event);
    }
}

void NumberField::keyReleaseEvent(QKeyEvent *event)
{
    if (!event->isAutoRepeat())
        m_stepping = false;
    QAbstractSpinBox::keyReleaseEvent(event);
}

void NumberField::mouseReleaseEvent(QMouseEvent *event)
{
    m_stepping = false;
    QAbstractSpinBox::mouseReleaseEvent(event);
}

void NumberField::wheelEvent(QWheelEvent *event)
{
    if (!hasFocus()) {
        event->ignore();
        return;
    }
    if (!m_sinceWheel.isValid() || m_sinceWheel.elapsed() > kWheelPause)
        m_stepping = false;
    m_sinceWheel.start();
    QAbstractSpinBox::wheelEvent(event);
    event->accept();
}

} // namespace convscope
