// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "style/cached_text.h"

#include <QCache>
#include <QFontMetricsF>
#include <QPainter>
#include <QTextLayout>

#include <limits>

namespace convscope {

namespace {

constexpr int kKept = 2048;

struct Key
{
    QFont font;
    QString text;

    bool operator==(const Key &other) const { return text == other.text && font == other.font; }
};

std::size_t qHash(const Key &key, std::size_t seed)
{
    return qHashMulti(seed, key.font, key.text);
}

struct Shaped
{
    Shaped(const QString &text, const QFont &font) : layout(text, font) {}

    QTextLayout layout;
    qreal height = 0;
    /// By the font's metrics; below 0: not asked for yet.
    qreal width = -1;
};

Shaped &shaped(const QFont &font, const QString &text)
{
    static QCache<Key, Shaped> cache(kKept);
    const Key key{font, text};
    if (Shaped *known = cache.object(key))
        return *known;
    auto *made = new Shaped(text, font);
    QTextOption option(Qt::AlignLeft);
    option.setWrapMode(QTextOption::ManualWrap);
    made->layout.setTextOption(option);
    made->layout.setCacheEnabled(true);
    made->layout.beginLayout();
    QTextLine line = made->layout.createLine();
    line.setLineWidth(std::numeric_limits<int>::max() / 256);
    line.setPosition({0, 0});
    made->layout.endLayout();
    // Not height(), which is rounded up.
    made->height = line.ascent() + line.descent();
    cache.insert(key, made);
    return *made;
}

} // namespace

qreal textWidth(const QFont &font, const QString &text)
{
    if (text.isEmpty())
        return 0;
    Shaped &line = shaped(font, text);
    if (line.width < 0)
        line.width = QFontMetricsF(font).horizontalAdvance(text);
    return line.width;
}

void drawLineOfText(QPainter &painter, const QRectF &rect, int alignment, const QString &text)
{
    if (text.isEmpty())
        return;
    const Shaped &shape = shaped(painter.font(), text);
    const QTextLine line = shape.layout.lineAt(0);
    const qreal width = line.horizontalAdvance();
    // What is cut off takes the long way.
    if (width > rect.width() || shape.height > rect.height()) {
        painter.drawText(rect, alignment, text);
        return;
    }
    QPointF at = rect.topLeft();
    if ((alignment & Qt::AlignRight) != 0)
        at.rx() += rect.width() - width;
    else if ((alignment & Qt::AlignHCenter) != 0)
        at.rx() += (rect.width() - width) / 2;
    if ((alignment & Qt::AlignBottom) != 0)
        at.ry() += rect.height() - shape.height;
    else if ((alignment & Qt::AlignVCenter) != 0)
        at.ry() += (rect.height() - shape.height) / 2;
    line.draw(&painter, at);
}

void drawLineOfText(QPainter &painter, const QPointF &position, const QString &text)
{
    if (text.isEmpty())
        return;
    const QTextLine line = shaped(painter.font(), text).layout.lineAt(0);
    line.draw(&painter, QPointF(position.x(), position.y() - line.ascent()));
}

} // namespace convscope
