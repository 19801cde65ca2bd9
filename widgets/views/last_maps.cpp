// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "views/last_maps.h"

#include "style/fonts.h"
#include "style/tokens.h"
#include "views/device_pixels.h"

#include <algorithm>

namespace convscope {

namespace {

constexpr int kLeastTile = 88;
constexpr int kGapX = 9;
constexpr int kGapY = 6;
constexpr double kOpacity = 0.45;

} // namespace

LastMaps::LastMaps(QWidget *parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAccessibleName(tr("Last valid maps, out of date"));
}

void LastMaps::setPictures(std::vector<QImage> pictures)
{
    m_pictures = std::move(pictures);
    updateGeometry();
    update();
}

QRect LastMaps::tileRect(int index, int width) const
{
    const QSize cells = m_pictures.empty() ? QSize(2, 1) : m_pictures.front().size();
    const double aspect =
        cells.isEmpty() ? 0.5 : static_cast<double>(cells.height()) / cells.width();
    const int columns = std::max(1, (width + kGapX) / (kLeastTile + kGapX));
    const double pitch = static_cast<double>(width + kGapX) / columns;
    const int height = qRound((pitch - kGapX) * std::clamp(aspect, 0.2, 1.2));
    const int left = qRound(index % columns * pitch);
    const int right = qRound((index % columns + 1) * pitch) - kGapX;
    return {left, index / columns * (height + kGapY), right - left, height};
}

int LastMaps::heightForWidth(int width) const
{
    if (m_pictures.empty())
        return 0;
    return tileRect(static_cast<int>(m_pictures.size()) - 1, width).bottom() + 1;
}

QSize LastMaps::sizeHint() const
{
    return {600, heightForWidth(600)};
}

void LastMaps::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    for (std::size_t i = 0; i < m_pictures.size(); ++i) {
        const QRect tile = tileRect(static_cast<int>(i), width());
        {
            DevicePixels pixels(painter, *this);
            const QRect box = pixels.of(QRectF(tile));
            painter.fillRect(box, tokens().track);
            painter.setOpacity(kOpacity);
            drawPicture(painter, box, m_pictures[i]);
            painter.setOpacity(1);
        }
        const QString words = QString::number(i);
        painter.setFont(convscope::font(FontRole::MonoCaption));
        const int width = painter.fontMetrics().horizontalAdvance(words) + 8;
        const QRect tag(tile.left() + 3, tile.bottom() - 16, width, 14);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(QColor(0, 0, 0, 110));
        painter.drawRoundedRect(tag, 2, 2);
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(Qt::white);
        painter.drawText(tag, Qt::AlignCenter, words);
    }
}

} // namespace convscope
