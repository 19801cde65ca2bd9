// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QApplication>
#include <QElapsedTimer>

#include <functional>
#include <map>

namespace convscope {

/// An application that says when painting has ended: a widget counts as painted when the update of
/// its window that painted it is over, pixels flushed.
class PaintWatch : public QApplication
{
public:
    PaintWatch(int &argc, char **argv) : QApplication(argc, argv) { m_clock.start(); }

    bool notify(QObject *receiver, QEvent *event) override;

    /// Nanoseconds since the start; steady.
    [[nodiscard]] qint64 now() const { return m_clock.nsecsElapsed(); }
    /// Called with the time at which painting of a watched widget began and ended.
    void watch(QWidget *widget, std::function<void(qint64 began, qint64 ended)> painted);

private:
    void tell();

    QElapsedTimer m_clock;
    std::map<QObject *, std::function<void(qint64, qint64)>> m_watched;
    /// Watched widgets painted in the update under way.
    std::map<QObject *, qint64> m_began;
    int m_updates = 0;
};

} // namespace convscope
