// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "paint_watch.h"

#include <QEvent>
#include <QWidget>

namespace convscope {

void PaintWatch::watch(QWidget *widget, std::function<void(qint64 began, qint64 ended)> painted)
{
    m_watched[widget] = std::move(painted);
}

bool PaintWatch::notify(QObject *receiver, QEvent *event)
{
    // The event may be gone, and the receiver too, when it has been handled.
    const QEvent::Type type = event->type();
    if (type != QEvent::Paint && type != QEvent::UpdateRequest)
        return QApplication::notify(receiver, event);
    const bool isUpdate = type == QEvent::UpdateRequest;
    if (!isUpdate && m_watched.contains(receiver))
        m_began.try_emplace(receiver, now());
    m_updates += isUpdate ? 1 : 0;
    const bool handled = QApplication::notify(receiver, event);
    m_updates -= isUpdate ? 1 : 0;
    if (m_updates == 0)
        tell();
    return handled;
}

void PaintWatch::tell()
{
    if (m_began.empty())
        return;
    const qint64 ended = now();
    std::map<QObject *, qint64> painted;
    painted.swap(m_began);
    for (const auto &[widget, began] : painted)
        m_watched.at(widget)(began, ended);
}

} // namespace convscope
