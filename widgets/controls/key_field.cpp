// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "controls/key_field.h"

#include "style/fonts.h"

#include <QKeyEvent>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

bool isModifier(int key)
{
    switch (key) {
    case Qt::Key_Control:
    case Qt::Key_Shift:
    case Qt::Key_Alt:
    case Qt::Key_Meta:
    case Qt::Key_AltGr:
    case Qt::Key_Super_L:
    case Qt::Key_Super_R:
    case Qt::Key_CapsLock:
    case Qt::Key_NumLock:
    case Qt::Key_ScrollLock:
    case 0:
        return true;
    default:
        return false;
    }
}

Qt::KeyboardModifier flagOf(int key)
{
    switch (key) {
    case Qt::Key_Control:
        return Qt::ControlModifier;
    case Qt::Key_Shift:
        return Qt::ShiftModifier;
    case Qt::Key_Alt:
        return Qt::AltModifier;
    case Qt::Key_Meta:
    case Qt::Key_Super_L:
    case Qt::Key_Super_R:
        return Qt::MetaModifier;
    default:
        return Qt::NoModifier;
    }
}

/// A sign such as ? is typed with Shift on one keyboard and without on another.
bool isSign(int key)
{
    return key > Qt::Key_Space && key < Qt::Key_Escape && !QChar::isLetterOrNumber(char32_t(key));
}

} // namespace

QKeySequence keyOf(const QKeyEvent &event)
{
    if (isModifier(event.key()))
        return {};
    constexpr Qt::KeyboardModifiers kNamed =
        Qt::ControlModifier | Qt::ShiftModifier | Qt::AltModifier | Qt::MetaModifier;
    Qt::KeyboardModifiers modifiers = event.modifiers() & kNamed;
    int key = event.key();
    if (key == Qt::Key_Backtab) {
        key = Qt::Key_Tab;
        modifiers |= Qt::ShiftModifier;
    }
    if (key == Qt::Key_Enter)
        key = Qt::Key_Return;
    if (isSign(key))
        modifiers.setFlag(Qt::ShiftModifier, false);
    return QKeySequence(QKeyCombination(modifiers, Qt::Key(key)));
}

KeyField::KeyField(QWidget *parent) : QLineEdit(parent)
{
    setReadOnly(true);
    setFont(convscope::font(FontRole::Number));
    setContextMenuPolicy(Qt::NoContextMenu);
    setAttribute(Qt::WA_InputMethodEnabled, false);
    // Not by Tab: it would be taken as the key.
    setFocusPolicy(Qt::ClickFocus);
}

bool KeyField::event(QEvent *event)
{
    switch (event->type()) {
    case QEvent::ShortcutOverride:
        event->accept();
        return true;
    case QEvent::KeyPress:
        take(static_cast<QKeyEvent *>(event));
        return true;
    default:
        return QLineEdit::event(event);
    }
}

void KeyField::take(QKeyEvent *event)
{
    event->accept();
    if (event->isAutoRepeat())
        return;
    const QKeySequence key = keyOf(*event);
    // Platforms differ in whether the event of a modifier counts itself.
    if (key.isEmpty())
        showHeld(event->modifiers() | flagOf(event->key()));
    else if (key == QKeySequence(Qt::Key_Escape))
        Q_EMIT ended();
    else
        Q_EMIT pressed(key);
}

void KeyField::keyReleaseEvent(QKeyEvent *event)
{
    event->accept();
    // What the owner shows stays: the modifiers of a key go up after it.
    if (isModifier(event->key()) && text().endsWith(u'…'))
        showHeld(event->modifiers() & ~Qt::KeyboardModifiers(flagOf(event->key())));
}

void KeyField::showHeld(Qt::KeyboardModifiers modifiers)
{
    QString held;
    for (const auto &[flag, name] :
         {std::pair{Qt::MetaModifier, u"Super+"_s}, std::pair{Qt::ControlModifier, u"Ctrl+"_s},
          std::pair{Qt::AltModifier, u"Alt+"_s}, std::pair{Qt::ShiftModifier, u"Shift+"_s}}) {
        if (modifiers.testFlag(flag))
            held += name;
    }
    setText(held.isEmpty() ? held : held + u'…');
}

void KeyField::focusInEvent(QFocusEvent *event)
{
    QLineEdit::focusInEvent(event);
    Q_EMIT started();
}

void KeyField::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    // A menu of the desktop that opens for a moment is no leaving.
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        Q_EMIT ended();
}

} // namespace convscope
