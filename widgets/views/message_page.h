// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QPushButton;

namespace convscope {

class TokenLabel;

/// Why there is no map where no arithmetic is needed: the layer waits for another one, or it failed
/// while it ran. One sentence, what to do, and at most one button.
class MessagePage : public QWidget
{
    Q_OBJECT

public:
    explicit MessagePage(QWidget *parent = nullptr);

    /// "conv2d_3 waits for conv2d_2", with a button to the layer waited for.
    void showWaiting(const QString &layer, const QString &blocker);
    /// `title` is the fact, `detail` the message with its numbers, `advice` what to do. An empty
    /// `action` leaves out the button.
    void showFailure(const QString &title, const QString &detail, const QString &advice,
                     const QString &action);

    /// Nothing is wrong, but there is nothing to show yet; as showFailure().
    void showHint(const QString &title, const QString &detail, const QString &advice,
                  const QString &action);

    [[nodiscard]] QString title() const;
    [[nodiscard]] QPushButton *button() const { return m_button; }

Q_SIGNALS:
    /// The button: jump to the layer waited for, or the action of the failure.
    void actionRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void show(const QString &title, const QString &detail, const QString &advice,
              const QString &action);

    class Icon;
    Icon *m_icon;
    TokenLabel *m_title;
    TokenLabel *m_detail;
    TokenLabel *m_advice;
    QPushButton *m_button;
};

} // namespace convscope
