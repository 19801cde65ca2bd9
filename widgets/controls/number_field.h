// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractSpinBox>
#include <QElapsedTimer>

namespace convscope {

/// A spin box that keeps what is typed. It takes the wheel only while focused, understands "2*3",
/// steps by 1 (arrows, wheel) and 10 (page keys, Ctrl), and speaks at every keystroke. Text that is
/// no number stays to be mended and is announced by textRejected(); a number outside the bounds is
/// announced like any other, because only the owner knows what to say about it. Esc gives back the
/// value from before.
///
/// "continuing" in signals: the change goes on with the one before, so that one undo step takes
/// both back. One gesture is: typing, from the first key until Enter, Tab or the loss of focus; a
/// run of steps with less than a second between them; a drag from press to release. Esc takes the
/// gesture back. The field has no undo of its own: Ctrl+Z ends the gesture and goes to the window.
class NumberField : public QAbstractSpinBox
{
    Q_OBJECT

public:
    explicit NumberField(QWidget *parent = nullptr);

    /// Steps from outside, e.g. a drag on the label.
    void scrub(int steps, bool continuing);
    /// What stands there is a number.
    [[nodiscard]] bool hasNumber() const { return m_hasNumber; }

    void stepBy(int steps) override;
    QValidator::State validate(QString &input, int &position) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void textRejected(const QString &text);

protected:
    /// Reads `text` into the value; false where it is no number.
    virtual bool readText(const QString &text) = 0;
    /// The value as it is shown.
    [[nodiscard]] virtual QString shownText() const = 0;
    /// Moves the value by steps within the bounds; false where it is there already.
    virtual bool moveValue(int steps) = 0;
    virtual void emitEdited(bool continuing) = 0;
    virtual void rememberValue() = 0;
    virtual void recallValue() = 0;

    /// Shows a value from the model. `same`: it is the one there already, so a text that means it
    /// stays while it is being typed.
    void refreshText(bool same);

    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    bool event(QEvent *event) override;

private:
    void takeTyped(const QString &text);
    void commit();
    void step(int steps, bool continuing);

    bool m_hasNumber = true;
    bool m_typing = false;
    /// There is a gesture for Esc to take back.
    bool m_changed = false;
    /// Runs from the last step of a run of steps; invalid: there is none.
    QElapsedTimer m_sinceStep;
};

} // namespace convscope
