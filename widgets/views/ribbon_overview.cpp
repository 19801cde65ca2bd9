// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "views/ribbon_overview.h"

#include "style/tokens.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

constexpr int kLeastBar = 2;

} // namespace

RibbonOverview::RibbonOverview(QWidget *parent) : QWidget(parent)
{
    setAccessibleName(tr("Overview of the layers"));
    setMouseTracking(true);
    setFixedHeight(kHeight);
}

void RibbonOverview::setBars(std::vector<OverviewBar> bars)
{
    if (bars == m_bars)
        return;
    m_bars = std::move(bars);
    update();
}

void RibbonOverview::setShown(double first, double end)
{
    if (m_first == first && m_end == end)
        return;
    m_first = first;
    m_end = end;
    setAccessibleDescription(tr("layers %1 to %2 of %3")
                                 .arg(std::lround(first) + 1)
                                 .arg(std::lround(end))
                                 .arg(m_bars.size()));
    update();
}

double RibbonOverview::barWidth() const
{
    return m_bars.empty() ? 1.0 : width() / static_cast<double>(m_bars.size());
}

QRectF RibbonOverview::frame() const
{
    return {m_first * barWidth(), 0, std::max((m_end - m_first) * barWidth(), 6.0),
            static_cast<double>(height())};
}

int RibbonOverview::barAt(int x) const
{
    const auto bar = static_cast<int>(std::floor(x / barWidth()));
    return bar >= 0 && bar < static_cast<int>(m_bars.size()) ? bar : -1;
}

bool RibbonOverview::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int bar = barAt(help->pos().x());
        QToolTip::showText(help->globalPos(),
                           bar < 0 ? QString() : m_bars[static_cast<std::size_t>(bar)].name, this);
        return true;
    }
    return QWidget::event(event);
}

void RibbonOverview::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens();
    QPainter painter(this);
    double most = 0;
    for (const OverviewBar &bar : m_bars)
        most = std::max(most, bar.milliseconds);
    const double wide = barWidth();
    const double gap = wide >= 3 ? 1 : 0;
    const int room = height() - 3;
    const auto draw = [&](std::size_t i, const QColor &colour) {
        const OverviewBar &bar = m_bars[i];
        const double share = most > 0 ? std::sqrt(bar.milliseconds / most) : 0;
        const double high = std::max<double>(kLeastBar, std::round(share * room));
        const double left = std::round(static_cast<double>(i) * wide);
        const double right = std::round(static_cast<double>(i + 1) * wide);
        const QRectF rect(left, height() - 1 - high, std::max(right - left - gap, 1.0), high);
        if (!bar.isIllegal && !bar.isUnknown) {
            painter.fillRect(rect, colour);
            return;
        }
        const QRectF outline(rect.left(), height() - 1 - std::max(high, 8.0),
                             std::max(rect.width(), 3.0), std::max(high, 8.0));
        painter.setPen(QPen(bar.isIllegal ? t.error : t.warning, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(outline.adjusted(0.5, 0.5, -0.5, -0.5));
    };
    // Narrow bars share a pixel: what is to be found is on top.
    for (std::size_t i = 0; i < m_bars.size(); ++i) {
        if (!m_bars[i].isHit)
            draw(i, t.track);
    }
    for (std::size_t i = 0; i < m_bars.size(); ++i) {
        if (m_bars[i].isHit || m_bars[i].isCurrent)
            draw(i, t.accent);
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(t.text2, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(frame().adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
}

void RibbonOverview::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const double at = event->position().x() / barWidth();
    m_isDragged = true;
    m_grip = at - m_first;
    if (frame().contains(event->position()))
        return;
    // What was clicked at stands in the middle.
    m_grip = (m_end - m_first) / 2;
    Q_EMIT topWanted(at - m_grip);
}

void RibbonOverview::mouseMoveEvent(QMouseEvent *event)
{
    setCursor(frame().contains(event->position()) ? Qt::OpenHandCursor : Qt::ArrowCursor);
    if (m_isDragged)
        Q_EMIT topWanted(event->position().x() / barWidth() - m_grip);
}

void RibbonOverview::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        m_isDragged = false;
}

void RibbonOverview::wheelEvent(QWheelEvent *event)
{
    const double turns = -event->angleDelta().y() / 120.0;
    Q_EMIT topWanted(m_first + turns * std::max(1.0, (m_end - m_first) / 4));
    event->accept();
}

} // namespace convscope
