// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "views/large_map_view.h"

#include "style/tokens.h"
#include "views/accessible_views.h"
#include "views/device_pixels.h"
#include "views/map_marks.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

constexpr int kWheelNotch = 120;
constexpr int kAnnounceDelay = 200;
constexpr double kStaleOpacity = 0.55;

} // namespace

LargeMapView::LargeMapView(const QString &name, QWidget *parent) : QWidget(parent)
{
    installAccessibleViews();
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(name);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    m_announcing.setSingleShot(true);
    m_announcing.setInterval(kAnnounceDelay);
    connect(&m_announcing, &QTimer::timeout, this, [this] {
        const QString words = spokenCurrent();
        if (words.isEmpty())
            return;
        QAccessibleValueChangeEvent change(this, words);
        QAccessible::updateAccessibility(&change);
    });
}

void LargeMapView::setStale(bool stale)
{
    if (stale == m_isStale)
        return;
    m_isStale = stale;
    update();
}

void LargeMapView::setProgress(double progress)
{
    if (progress == m_progress)
        return;
    m_progress = progress;
    update(0, 0, width(), 3);
}

double LargeMapView::mapOpacity() const
{
    return m_isStale ? kStaleOpacity : 1;
}

void LargeMapView::paintBadge(QPainter &painter, int top)
{
    if (m_isStale)
        paintStaleBadge(painter, {width() - 12, top}, tr("Out of date"));
}

void LargeMapView::paintEdges(QPainter &painter)
{
    const Tokens &t = tokens();
    DevicePixels pixels(painter, *this);
    const int right = pixels.of(width());
    if (m_progress >= 0) {
        painter.fillRect(0, 0, right, pixels.of(2), t.track);
        painter.fillRect(0, 0, qRound(right * std::clamp(m_progress, 0.0, 1.0)), pixels.of(2),
                         t.accent);
    }
    if (hasFocus())
        fillFrame(painter, QRect(0, 0, right, pixels.of(height())), pixels.of(2), t.accent);
}

int LargeMapView::takeNotches(const QWheelEvent &event)
{
    const QPoint angle = event.angleDelta();
    m_wheelRest += angle.y() != 0 ? angle.y() : angle.x();
    const int notches = m_wheelRest / kWheelNotch;
    m_wheelRest -= notches * kWheelNotch;
    return notches;
}

void LargeMapView::changeMap(int notches)
{
    for (int i = 0; i < std::abs(notches); ++i) {
        if (notches > 0)
            Q_EMIT previousMap();
        else
            Q_EMIT nextMap();
    }
}

void LargeMapView::keyPressEvent(QKeyEvent *event)
{
    const bool isControl = event->modifiers().testFlag(Qt::ControlModifier);
    if (!isControl && event->key() == Qt::Key_PageUp)
        Q_EMIT previousMap();
    else if (!isControl && event->key() == Qt::Key_PageDown)
        Q_EMIT nextMap();
    else
        QWidget::keyPressEvent(event);
}

void LargeMapView::changeEvent(QEvent *event)
{
    update();
    QWidget::changeEvent(event);
}

} // namespace convscope
