// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "views/device_pixels.h"

#include <QCache>

#include <utility>

namespace convscope {

DevicePixels::DevicePixels(QPainter &painter, const QWidget &widget)
    : m_painter(painter), m_ratio(widget.devicePixelRatioF())
{
    m_painter.save();
    const QTransform before = m_painter.deviceTransform();
    QTransform world = m_painter.worldTransform();
    world.scale(1 / m_ratio, 1 / m_ratio);
    world.translate(qRound(before.dx()) - before.dx(), qRound(before.dy()) - before.dy());
    m_painter.setWorldTransform(world);
    m_painter.setRenderHint(QPainter::Antialiasing, false);
}

QRect DevicePixels::of(const QRectF &logical) const
{
    return QRect(QPoint(of(logical.left()), of(logical.top())),
                 QPoint(of(logical.right()) - 1, of(logical.bottom()) - 1));
}

void fillFrame(QPainter &painter, const QRect &rect, int thickness, const QColor &colour)
{
    const int t = qMin(thickness, qMin(rect.width(), rect.height()));
    painter.fillRect(rect.left(), rect.top(), rect.width(), t, colour);
    painter.fillRect(rect.left(), rect.bottom() + 1 - t, rect.width(), t, colour);
    painter.fillRect(rect.left(), rect.top() + t, t, rect.height() - 2 * t, colour);
    painter.fillRect(rect.right() + 1 - t, rect.top() + t, t, rect.height() - 2 * t, colour);
}

namespace {

/// Shrinking reads the whole picture; the same few are painted again and again.
QImage shrunk(const QImage &picture, QSize size)
{
    constexpr int kKeptKilobytes = 8 * 1024;
    using Key = std::pair<qint64, std::pair<int, int>>;
    static QCache<Key, QImage> cache(kKeptKilobytes);
    const Key key{picture.cacheKey(), {size.width(), size.height()}};
    if (const QImage *known = cache.object(key))
        return *known;
    QImage small = picture.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    cache.insert(key, new QImage(small), static_cast<int>(1 + small.sizeInBytes() / 1024));
    return small;
}

} // namespace

void drawPicture(QPainter &painter, const QRect &target, const QImage &picture)
{
    if (picture.size() == target.size()) {
        painter.drawImage(target.topLeft(), picture);
        return;
    }
    // The painter's own smooth drawing reads four pixels at most: too few when shrinking.
    if (picture.width() > target.width() || picture.height() > target.height()) {
        painter.drawImage(target.topLeft(), shrunk(picture, target.size()));
        return;
    }
    painter.drawImage(target, picture);
}

} // namespace convscope
