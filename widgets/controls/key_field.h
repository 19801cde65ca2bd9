// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QKeySequence>
#include <QLineEdit>

namespace convscope {

/// A field that takes the next key with its modifiers while it has the focus, whatever the key
/// means elsewhere (Tab, Enter and the window's own keys too). Esc alone and leaving the field end
/// it. The field shows what its owner sets, and the modifiers held.
class KeyField : public QLineEdit
{
    Q_OBJECT

public:
    explicit KeyField(QWidget *parent = nullptr);

Q_SIGNALS:
    void pressed(const QKeySequence &key);
    /// The focus has come, by a click or from the owner: keys are taken from now on.
    void started();
    /// Esc, or the focus went elsewhere.
    void ended();

protected:
    bool event(QEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void take(QKeyEvent *event);
    void showHeld(Qt::KeyboardModifiers modifiers);
};

/// The key of an event as actions name it: without the keypad, and without the Shift that a sign
/// needs to be typed. Empty for a modifier alone.
[[nodiscard]] QKeySequence keyOf(const QKeyEvent &event);

} // namespace convscope
