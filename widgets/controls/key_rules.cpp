// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "controls/key_rules.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

struct KeyRules
{
    Q_DECLARE_TR_FUNCTIONS(KeyRules)
};

template <std::size_t N>
bool isOneOf(Qt::Key key, const std::array<Qt::Key, N> &keys)
{
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

bool isArrow(Qt::Key key)
{
    return isOneOf(key, std::array{Qt::Key_Left, Qt::Key_Right, Qt::Key_Up, Qt::Key_Down});
}

bool typesText(Qt::Key key)
{
    // Named keys lie above all characters.
    return key < Qt::Key_Escape;
}

bool movesInside(Qt::Key key)
{
    return isArrow(key) ||
           isOneOf(key, std::array{Qt::Key_Home, Qt::Key_End, Qt::Key_PageUp, Qt::Key_PageDown,
                                   Qt::Key_Tab, Qt::Key_Backtab, Qt::Key_Return, Qt::Key_Enter,
                                   Qt::Key_Escape, Qt::Key_Backspace, Qt::Key_Delete});
}

/// With Super, Ctrl+Alt or Alt: what GNOME and others take before any program.
QString desktopRefusal(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    if (modifiers.testFlag(Qt::MetaModifier) || key == Qt::Key_Meta || key == Qt::Key_Super_L ||
        key == Qt::Key_Super_R)
        return KeyRules::tr("Keys with Super belong to the desktop.");
    if (!modifiers.testFlag(Qt::AltModifier))
        return {};
    if (modifiers.testFlag(Qt::ControlModifier))
        return KeyRules::tr("Keys with Ctrl+Alt belong to the desktop.");
    if (key >= Qt::Key_F1 && key <= Qt::Key_F35)
        return KeyRules::tr("Alt with a function key belongs to the desktop.");
    if (isOneOf(key, std::array{Qt::Key_Space, Qt::Key_Tab, Qt::Key_Backtab, Qt::Key_Escape}))
        return KeyRules::tr("The desktop switches windows with Alt+Space, Alt+Tab and Alt+Esc.");
    return {};
}

QString inputMethodRefusal(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    const bool isCtrl = modifiers == Qt::ControlModifier;
    const bool isCtrlShift = modifiers == (Qt::ControlModifier | Qt::ShiftModifier);
    const bool isSpace = key == Qt::Key_Space && (isCtrl || modifiers == Qt::ShiftModifier);
    const bool isMark = isCtrl && (key == Qt::Key_Period || key == Qt::Key_Semicolon);
    const bool isLetter = isCtrlShift && isOneOf(key, std::array{Qt::Key_U, Qt::Key_E, Qt::Key_F});
    if (isSpace || isMark || isLetter)
        return KeyRules::tr("Input methods use this key to enter characters.");
    return {};
}

QString textFieldRefusal(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    if (!modifiers.testFlag(Qt::ControlModifier) || modifiers.testFlag(Qt::AltModifier))
        return {};
    const bool isLetter =
        modifiers == Qt::ControlModifier &&
        isOneOf(key, std::array{Qt::Key_A, Qt::Key_D, Qt::Key_E, Qt::Key_K, Qt::Key_U});
    if (isLetter || isArrow(key) || key == Qt::Key_Backspace)
        return KeyRules::tr("Text fields take this key.");
    if (key == Qt::Key_Home || key == Qt::Key_End)
        return KeyRules::tr("This key goes to the first and last place in maps and text.");
    return {};
}

} // namespace

QString keyText(const QKeySequence &key)
{
    return key.toString(QKeySequence::NativeText).replace(u"Return"_s, KeyRules::tr("Enter"));
}

QString keysText(const QList<QKeySequence> &keys)
{
    QStringList words;
    for (const QKeySequence &key : keys)
        words << keyText(key);
    return words.join(u"  "_s);
}

QString keyRefusal(const QKeySequence &sequence)
{
    if (sequence.count() != 1 || sequence[0].key() == Qt::Key_unknown)
        return KeyRules::tr("This key has no name that could be kept.");
    const Qt::Key key = sequence[0].key();
    const Qt::KeyboardModifiers modifiers = sequence[0].keyboardModifiers();
    if (const QString reason = desktopRefusal(key, modifiers); !reason.isEmpty())
        return reason;
    if (const QString reason = inputMethodRefusal(key, modifiers); !reason.isEmpty())
        return reason;
    if (const QString reason = textFieldRefusal(key, modifiers); !reason.isEmpty())
        return reason;
    if (key == Qt::Key_Menu)
        return KeyRules::tr("This key opens the menu of what has the focus.");
    if ((modifiers & ~Qt::KeyboardModifiers(Qt::ShiftModifier)) != Qt::NoModifier)
        return {};
    if (typesText(key))
        return KeyRules::tr("A key that types belongs to fields, lists and maps; add Ctrl or Alt.");
    if (movesInside(key))
        return KeyRules::tr("This key moves inside fields, lists and maps; add Ctrl or Alt.");
    return {};
}

} // namespace convscope
