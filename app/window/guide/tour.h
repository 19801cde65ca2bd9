// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QPointer>
#include <QTimer>
#include <QWidget>

class QAction;
class QShortcut;
class QUndoStack;

namespace convscope {

class Callout;
class PageHost;
class PartFrame;
class StatusLine;

/// Help → Tour: five callouts, one after another, at the places where everything happens. The
/// window stays in use meanwhile, and nothing in it moves.
class Tour : public QObject
{
    Q_OBJECT

public:
    /// The places.
    struct Parts
    {
        QWidget *stack;
        QWidget *ribbon;
        PageHost *centre;
        QWidget *inspector;
        StatusLine *status;
    };

    /// Starts with `start`; an edit in `history` takes the offer away. `window` owns this object
    /// and has all its parts.
    Tour(const Parts &parts, const QAction *start, const QUndoStack *history, QWidget *window);

    /// In the status line, beside the state, unless a person knows of the tour. It goes by itself
    /// when the stack is edited.
    void offer();
    [[nodiscard]] bool isKnown() const { return m_isKnown; }
    void setKnown(bool known) { m_isKnown = known; }

    /// From the first place; where it runs already, it gets the focus back.
    void start();
    void goTo(int step);
    void end();
    [[nodiscard]] bool isRunning() const { return m_step >= 0; }
    /// From 0; −1 while it does not run.
    [[nodiscard]] int step() const { return m_step; }
    [[nodiscard]] static int count();
    /// The part of the window that a step points at, in the window's coordinates; empty while it is
    /// hidden.
    [[nodiscard]] QRect part(int step) const;
    [[nodiscard]] Callout *callout() const { return m_callout; }
    /// Null where nothing is offered.
    [[nodiscard]] QWidget *offered() const { return m_offer; }

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] QWidget *target(int step) const;
    void showStep();
    void place();
    void withdraw();

    Parts m_parts;
    const QUndoStack *m_history;
    QWidget *m_window;
    Callout *m_callout;
    PartFrame *m_frame;
    QShortcut *m_escape;
    /// The window and its places; filtered while the tour runs.
    QList<QWidget *> m_watched;
    QPointer<QWidget> m_offer;
    QPointer<QWidget> m_hadFocus;
    /// Parts change one after another: they are looked at once, when all have.
    QTimer m_placing;
    int m_step = -1;
    bool m_isKnown = false;
};

} // namespace convscope
