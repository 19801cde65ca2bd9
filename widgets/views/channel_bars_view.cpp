// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "views/channel_bars_view.h"

#include "style/cached_text.h"
#include "style/fonts.h"
#include "style/numbers.h"
#include "style/paint.h"
#include "style/tokens.h"
#include "views/accessible_views.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

constexpr double kLeastPitch = 4;
constexpr double kMostPitch = 22;
constexpr int kBarsTitle = 22;
constexpr int kFoot = 18;

} // namespace

ChannelBarsView::ChannelBarsView(QWidget *parent) : QWidget(parent)
{
    installAccessibleViews();
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Contribution of every channel"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void ChannelBarsView::setBars(ChannelBars bars)
{
    m_bars = std::move(bars);
    showCurrent();
    update();
}

int ChannelBarsView::currentIndex() const
{
    const auto found =
        std::find_if(m_bars.bars.begin(), m_bars.bars.end(),
                     [this](const ChannelBars::Bar &bar) { return bar.channel == m_bars.current; });
    return found == m_bars.bars.end() ? -1 : static_cast<int>(found - m_bars.bars.begin());
}

QRectF ChannelBarsView::area() const
{
    return QRectF(4, kBarsTitle + 4, width() - 8, height() - kBarsTitle - kFoot - 8);
}

double ChannelBarsView::pitch() const
{
    const auto count = static_cast<double>(std::max<std::size_t>(m_bars.bars.size(), 1));
    return std::clamp(area().width() / count, kLeastPitch, kMostPitch);
}

double ChannelBarsView::most() const
{
    double most = 0;
    for (const ChannelBars::Bar &bar : m_bars.bars) {
        if (std::isfinite(bar.value))
            most = std::max(most, std::abs(bar.value));
    }
    return most;
}

void ChannelBarsView::showCurrent()
{
    const double all = pitch() * static_cast<double>(m_bars.bars.size());
    const double room = area().width();
    const double at = pitch() * std::max(currentIndex(), 0);
    if (at < m_scroll)
        m_scroll = at;
    if (at + pitch() > m_scroll + room)
        m_scroll = at + pitch() - room;
    m_scroll = std::clamp(m_scroll, 0.0, std::max(all - room, 0.0));
}

QRect ChannelBarsView::barRect(int index) const
{
    const QRectF all = area();
    const double left = all.left() + index * pitch() - m_scroll;
    return QRectF(left, all.top(), pitch(), all.height()).toAlignedRect();
}

int ChannelBarsView::barAt(QPoint point) const
{
    const QRectF all = area();
    if (point.x() < all.left() || point.x() > all.right() || point.y() < kBarsTitle)
        return -1;
    const int index = static_cast<int>((point.x() - all.left() + m_scroll) / pitch());
    return index >= 0 && index < static_cast<int>(m_bars.bars.size()) ? index : -1;
}

QString ChannelBarsView::spoken(int index) const
{
    const ChannelBars::Bar &bar = m_bars.bars[static_cast<std::size_t>(index)];
    return bar.isOutside ? tr("channel %1, of another group").arg(bar.channel)
                         : tr("channel %1, %2").arg(bar.channel).arg(signedValueText(bar.value, 5));
}

void ChannelBarsView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokens();
    painter.fillRect(rect(), t.surface);
    painter.setFont(convscope::font(FontRole::Title));
    painter.setPen(t.text);
    const QRect head(4, 0, width() - 8, kBarsTitle);
    drawLineOfText(painter, head, Qt::AlignLeft | Qt::AlignVCenter, m_bars.title);
    const int after = qRound(textWidth(painter.font(), m_bars.title)) + 8;
    painter.setFont(convscope::font(FontRole::Text));
    painter.setPen(t.text2);
    if (after + textWidth(painter.font(), m_bars.note) <= head.width())
        drawLineOfText(painter, head.adjusted(after, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                       m_bars.note);
    const QRectF all = area();
    const double largest = most();
    double highest = 0;
    double lowest = 0;
    for (const ChannelBars::Bar &bar : m_bars.bars) {
        if (!std::isfinite(bar.value))
            continue;
        highest = std::max(highest, bar.value);
        lowest = std::min(lowest, bar.value);
    }
    const double range = highest - lowest;
    const double zero = all.top() + (range > 0 ? highest / range : 0.5) * all.height();
    const int current = currentIndex();
    painter.setClipRect(all.adjusted(0, -2, 0, kFoot + 4));
    if (current >= 0) {
        const QRect column = barRect(current);
        painter.fillRect(
            QRectF(column.left(), all.top(), std::max(pitch(), 8.0), all.height() + kFoot),
            t.accentSoft);
    }
    const int first = std::max(0, static_cast<int>(m_scroll / pitch()) - 1);
    const int last = std::min(static_cast<int>(m_bars.bars.size()) - 1,
                              static_cast<int>((m_scroll + all.width()) / pitch()) + 1);
    for (int i = first; i <= last; ++i) {
        const ChannelBars::Bar &bar = m_bars.bars[static_cast<std::size_t>(i)];
        const double left = all.left() + i * pitch() - m_scroll;
        const double wide = std::max(pitch() - (pitch() > 8 ? 5 : 1), 2.0);
        if (bar.isOutside) {
            painter.fillRect(QRectF(left, zero - 1, wide, 3), t.track);
            continue;
        }
        const double length =
            largest > 0 && std::isfinite(bar.value) ? bar.value / range * all.height() : 0;
        const double top = length >= 0 ? zero - length : zero;
        painter.fillRect(QRectF(left, top, wide, std::max(std::abs(length), 1.0)),
                         bar.value < 0 ? t.minus : t.plus);
    }
    painter.fillRect(QRectF(all.left(), std::round(zero), all.width(), 1), t.control);
    // Numbers below, as many as have room.
    painter.setFont(convscope::font(FontRole::MonoCaption));
    const int every = std::max(1, static_cast<int>(std::ceil(48 / pitch())));
    const auto numberOf = [&](int i) {
        return QString::number(m_bars.bars[static_cast<std::size_t>(i)].channel);
    };
    const auto placeOf = [&](int i) {
        const double wide = textWidth(painter.font(), numberOf(i));
        const double middle = all.left() + (i + 0.5) * pitch() - m_scroll - (pitch() > 8 ? 2 : 0);
        return QRectF(
            std::clamp(middle - wide / 2, all.left(), std::max(all.right() - wide, all.left())),
            all.bottom() + 2, wide + 1, kFoot - 2);
    };
    const QRectF taken =
        current >= first && current <= last ? placeOf(current).adjusted(-8, 0, 8, 0) : QRectF();
    for (int i = first; i <= last; ++i) {
        const QRectF place = placeOf(i);
        if (i != current && (i % every != 0 || place.intersects(taken)))
            continue;
        painter.setPen(i == current ? t.accentText : t.text2);
        drawLineOfText(painter, place, Qt::AlignCenter, numberOf(i));
    }
    painter.setClipping(false);
    if (hasFocus())
        paintRing(painter, QRectF(rect()), 3, 2, t.accent);
}

void ChannelBarsView::choose(int index)
{
    if (index < 0 || index >= static_cast<int>(m_bars.bars.size()) ||
        m_bars.bars[static_cast<std::size_t>(index)].isOutside)
        return;
    Q_EMIT channelChosen(m_bars.bars[static_cast<std::size_t>(index)].channel);
    QAccessibleValueChangeEvent change(this, spoken(index));
    QAccessible::updateAccessibility(&change);
}

void ChannelBarsView::mousePressEvent(QMouseEvent *event)
{
    choose(barAt(event->position().toPoint()));
}

void ChannelBarsView::wheelEvent(QWheelEvent *event)
{
    const double all = pitch() * static_cast<double>(m_bars.bars.size());
    const QPoint angle = event->angleDelta();
    m_scroll = std::clamp(m_scroll - (angle.y() != 0 ? angle.y() : angle.x()) / 2.0, 0.0,
                          std::max(all - area().width(), 0.0));
    event->accept();
    update();
}

void ChannelBarsView::keyPressEvent(QKeyEvent *event)
{
    const int at = std::max(currentIndex(), 0);
    const int last = static_cast<int>(m_bars.bars.size()) - 1;
    const int step = event->modifiers().testFlag(Qt::ShiftModifier) ? 10 : 1;
    switch (event->key()) {
    case Qt::Key_Left:
        return choose(std::max(at - step, 0));
    case Qt::Key_Right:
        return choose(std::min(at + step, last));
    case Qt::Key_Home:
        return choose(0);
    case Qt::Key_End:
        return choose(last);
    default:
        event->ignore();
    }
}

bool ChannelBarsView::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int index = barAt(help->pos());
        if (index < 0)
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), spoken(index), this);
        return true;
    }
    return QWidget::event(event);
}

void ChannelBarsView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showCurrent();
}

} // namespace convscope
