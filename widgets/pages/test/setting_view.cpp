// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "pages/test/setting_view.h"

#include "pages/test/setting_maps.h"
#include "style/fonts.h"
#include "style/numbers.h"
#include "style/tokens.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kMostHeight = 240;
constexpr int kLineHeight = 90;
constexpr int kRange = 22;

} // namespace

SettingView::SettingView(const SettingMaps *maps, QWidget *parent) : QWidget(parent), m_maps(maps)
{
    setMouseTracking(true);
    setAccessibleName(tr("Map of the setting"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    fit();
}

void SettingView::show(std::int64_t index)
{
    m_index = index;
    refresh();
}

void SettingView::refresh()
{
    fit();
    update();
}

QRect SettingView::mapRect() const
{
    const SettingMap *map = m_maps->find(m_index);
    if (map == nullptr)
        return {};
    if (map->rows == 1)
        return {0, 0, width(), kLineHeight};
    const double scale = std::min(width() / static_cast<double>(map->columns),
                                  kMostHeight / static_cast<double>(map->rows));
    return {0, 0, std::max(static_cast<int>(scale * static_cast<double>(map->columns)), 1),
            std::max(static_cast<int>(scale * static_cast<double>(map->rows)), 1)};
}

void SettingView::fit()
{
    const QRect map = mapRect();
    if (!map.isNull())
        m_height = map.height();
    setFixedHeight(m_height + kRange);
}

void SettingView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void SettingView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRect map = mapRect();
    painter.setFont(convscope::font(FontRole::Caption));
    painter.setPen(tokens().text2);
    if (map.isNull()) {
        painter.fillRect(rect().adjusted(0, 0, 0, -kRange), tokens().sunken);
        painter.drawText(rect().adjusted(0, 0, 0, -kRange), Qt::AlignCenter,
                         m_index < 0 ? QString() : tr("No map: not computed"));
        return;
    }
    QImage picture = m_maps->picture(m_index, map.size() * devicePixelRatioF(), tokens().isDark);
    painter.setRenderHint(QPainter::SmoothPixmapTransform,
                          picture.width() > map.width() * devicePixelRatioF());
    painter.fillRect(map, tokens().surface);
    painter.drawImage(map, picture);

    const QRect line(0, map.bottom() + 4, width(), kRange - 4);
    painter.setFont(convscope::font(FontRole::MonoCaption));
    const ValueRange range = m_maps->range();
    const QString low = valueText(static_cast<double>(range.low), 3);
    const QString high = valueText(static_cast<double>(range.high), 3);
    const QFontMetrics metrics(painter.font());
    painter.drawText(line, Qt::AlignVCenter, low);
    const int left = metrics.horizontalAdvance(low) + 6;
    constexpr int kBar = 96;
    const Colormap &colours = m_maps->colormap(tokens().isDark);
    for (int x = 0; x < kBar; ++x)
        painter.fillRect(
            left + x, line.center().y() - 2, 1, 6,
            QColor::fromRgb(colours.colours[static_cast<std::size_t>(x * 255 / (kBar - 1))]));
    const QRect rest = line.adjusted(left + kBar + 6, 0, 0, 0);
    painter.drawText(rest, Qt::AlignVCenter, high);
    painter.setFont(convscope::font(FontRole::Caption));
    painter.drawText(rest, Qt::AlignVCenter | Qt::AlignRight, tr("same for all settings"));
}

void SettingView::mouseMoveEvent(QMouseEvent *event)
{
    const QRect area = mapRect();
    const QPoint at = event->position().toPoint();
    const SettingMap *map = m_maps->find(m_index);
    if (map == nullptr || !area.contains(at)) {
        Q_EMIT cellDescribed({});
        return;
    }
    const std::int64_t row =
        map->rows == 1 ? 0 : (at.y() - area.top()) * map->plane.rows / area.height();
    const std::int64_t column = (at.x() - area.left()) * map->plane.columns / area.width();
    const QString value = valueText(static_cast<double>(map->plane.at(row, column)), 6);
    Q_EMIT cellDescribed(map->step == 1
                             ? tr("row %1, column %2: %3").arg(row).arg(column).arg(value)
                             : tr("from row %1, column %2 on: %3, the mean of %4 × %4 cells")
                                   .arg(row * map->step)
                                   .arg(column * map->step)
                                   .arg(value)
                                   .arg(map->step));
}

void SettingView::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    Q_EMIT cellDescribed({});
}

} // namespace convscope
