// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "controls/callout_place.h"

#include <QWidget>

class QPushButton;
class QToolButton;

namespace convscope {

class TokenLabel;

/// A few words that point at a place of the window, over everything else and without holding
/// anything up: all around it works as ever. A child of the window it points into.
class Callout : public QWidget
{
    Q_OBJECT

public:
    explicit Callout(QWidget *window);

    /// Says it; `step` of `steps`, from 1.
    void say(const QString &title, const QString &text, int step, int steps);
    /// Points at a part of the window, near `anchor`; an empty part: stands in the middle.
    void pointAt(const QRect &part, QPoint anchor);
    /// The button that goes on gets the focus.
    void takeFocus();
    [[nodiscard]] const CalloutPlace &place() const { return m_place; }
    [[nodiscard]] QString title() const;

Q_SIGNALS:
    void nextRequested();
    void backRequested();
    void endRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    CalloutPlace m_place;
    TokenLabel *m_title;
    TokenLabel *m_text;
    TokenLabel *m_count;
    QPushButton *m_back;
    QPushButton *m_next;
    QToolButton *m_close;
};

/// Two pixels of accent along the inner edge of a part of the window; the mouse does not see it.
class PartFrame : public QWidget
{
    Q_OBJECT

public:
    explicit PartFrame(QWidget *window);
    void setPart(const QRect &part);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace convscope
