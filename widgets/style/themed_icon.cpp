// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "style/themed_icon.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace convscope {

namespace {

class ThemedIconEngine : public QIconEngine
{
public:
    ThemedIconEngine(QString name, TokenRole role) : m_name(std::move(name)), m_role(role) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        paintIcon(*painter, rect, m_name, colour(mode, state));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return iconPixmap(m_name, colour(mode, state), std::min(size.width(), size.height()), 1.0);
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state,
                         qreal ratio) override
    {
        // Qt 6.4 hands over device pixels.
        QPixmap drawn =
            iconPixmap(m_name, colour(mode, state), std::min(size.width(), size.height()), 1.0);
        drawn.setDevicePixelRatio(ratio);
        return drawn;
    }

    QIconEngine *clone() const override { return new ThemedIconEngine(*this); }
    QString key() const override { return u"ConvScopeIcon"_s; }
    bool isNull() override { return !QFile::exists(u":/icons/"_s + m_name + u".svg"_s); }

private:
    QColor colour(QIcon::Mode mode, QIcon::State state) const
    {
        if (mode == QIcon::Disabled)
            return tokens().disabled;
        if (state == QIcon::On)
            return tokens().accentText;
        return tokens().*m_role;
    }

    QString m_name;
    TokenRole m_role;
};

} // namespace

QIcon themedIcon(QStringView name, TokenRole role)
{
    return QIcon(new ThemedIconEngine(name.toString(), role));
}

QPixmap iconPixmap(QStringView name, const QColor &colour, int size, qreal ratio)
{
    const int side = std::max(1, qRound(size * ratio));
    const QString key =
        u"convscope/%1/%2/%3/%4"_s.arg(name, colour.name(QColor::HexArgb)).arg(side).arg(ratio);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = QPixmap(side, side);
    pixmap.fill(Qt::transparent);
    QFile file(u":/icons/%1.svg"_s.arg(name));
    if (file.open(QIODevice::ReadOnly)) {
        QByteArray drawing = file.readAll();
        drawing.replace("#000000", colour.name().toLatin1());
        QSvgRenderer renderer(drawing);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setOpacity(colour.alphaF());
        renderer.render(&painter, QRectF(0, 0, side, side));
    }
    pixmap.setDevicePixelRatio(ratio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

void paintIcon(QPainter &painter, const QRectF &rect, QStringView name, const QColor &colour)
{
    const int side = qRound(std::min(rect.width(), rect.height()));
    const qreal ratio = painter.device()->devicePixelRatioF();
    QRectF square(0, 0, side, side);
    square.moveCenter(rect.center());
    square.moveTopLeft(
        QPointF(qRound(square.x() * ratio) / ratio, qRound(square.y() * ratio) / ratio));
    painter.drawPixmap(square.topLeft(), iconPixmap(name, colour, side, ratio));
}

} // namespace convscope
