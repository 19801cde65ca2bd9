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

/// Steps (arrow keys, notches of the wheel) closer together than this are one gesture.
constexpr qint64 kStepPause = 1000;

bool isUndoOrRedo(const QKeyEvent &event)
{
    return event.matches(QKeySequence::Undo) || event.matches(QKeySequence::Redo);
}

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
    m_sinceStep.invalidate();
    if (!m_typing)
        rememberValue();
    m_changed = true;
    m_hasNumber = readText(text);
    const bool continuing = m_typing;
    m_typing = true;
    if (m_hasNumber) {
        emitEdited(continuing);
    } else {
        Q_EMIT textRejected(text);
    }
}

void NumberField::step(int steps, bool continuing)
{
    if (!continuing)
        rememberValue();
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
    const bool continuing = m_sinceStep.isValid() && m_sinceStep.elapsed() < kStepPause;
    m_sinceStep.start();
    step(steps, continuing);
}

void NumberField::scrub(int steps, bool continuing)
{
    step(steps, continuing);
}

void NumberField::commit()
{
    m_typing = false;
    m_sinceStep.invalidate();
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
    // Undo and redo are the document's: what was typed so far is a step of its own.
    if (event->type() == QEvent::ShortcutOverride &&
        isUndoOrRedo(*static_cast<QKeyEvent *>(event))) {
        commit();
        m_changed = false;
        event->ignore();
        return true;
    }
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
        m_sinceStep.invalidate();
        m_changed = false;
        m_hasNumber = true;
        lineEdit()->setText(shownText());
        lineEdit()->selectAll();
        // Goes on with the gesture, which so ends where it began and leaves no step.
        emitEdited(true);
        return;
    default:
        if (isUndoOrRedo(*event)) {
            event->ignore();
            return;
        }
        QAbstractSpinBox::keyPressEvent(event);
    }
}

void NumberField::wheelEvent(QWheelEvent *event)
{
    if (!hasFocus()) {
        event->ignore();
        return;
    }
    QAbstractSpinBox::wheelEvent(event);
    event->accept();
}

} // namespace convscope
