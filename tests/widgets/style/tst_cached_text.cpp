// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "style/cached_text.h"
#include "style/fonts.h"

#include <QFontMetricsF>
#include <QImage>
#include <QPainter>
#include <QTest>

using namespace convscope;
using namespace Qt::StringLiterals;

class TstCachedText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { setUpFonts(); }
    void drawsWhatThePainterDraws_data();
    void drawsWhatThePainterDraws();
    void drawsAtABaseline();
    void measuresWhatTheFontMeasures();
};

namespace {

QImage paper(qreal ratio)
{
    QImage image(qRound(160 * ratio), qRound(60 * ratio), QImage::Format_RGB32);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::white);
    return image;
}

} // namespace

void TstCachedText::drawsWhatThePainterDraws_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("alignment");
    QTest::addColumn<qreal>("ratio");
    const QString shape = u"512×512×17"_s;
    QTest::newRow("left, at the top") << shape << int(Qt::AlignLeft) << 1.0;
    QTest::newRow("right, in the middle") << shape << int(Qt::AlignRight | Qt::AlignVCenter) << 1.0;
    QTest::newRow("in the centre") << u"3×3 · stride 2"_s << int(Qt::AlignCenter) << 1.0;
    QTest::newRow("at the bottom") << shape << int(Qt::AlignHCenter | Qt::AlignBottom) << 1.0;
    QTest::newRow("at a broken ratio") << shape << int(Qt::AlignCenter) << 1.25;
    QTest::newRow("at two pixels per point")
        << shape << int(Qt::AlignHCenter | Qt::AlignBottom) << 2.0;
    QTest::newRow("too long for its place")
        << u"a sentence that nobody could fit in there"_s << int(Qt::AlignCenter) << 1.0;
}

void TstCachedText::drawsWhatThePainterDraws()
{
    QFETCH(QString, text);
    QFETCH(int, alignment);
    QFETCH(qreal, ratio);
    const QRectF place(10, 12.3, 130, 19.7);
    QImage wanted = paper(ratio);
    {
        QPainter painter(&wanted);
        painter.setFont(convscope::font(FontRole::MonoCaption));
        painter.drawText(place, alignment, text);
    }
    // Twice: shaped now, and as it was kept.
    for (int i = 0; i < 2; ++i) {
        QImage found = paper(ratio);
        {
            QPainter painter(&found);
            painter.setFont(convscope::font(FontRole::MonoCaption));
            drawLineOfText(painter, place, alignment, text);
        }
        QCOMPARE(found, wanted);
    }
    QVERIFY(wanted != paper(ratio));
}

void TstCachedText::drawsAtABaseline()
{
    QImage wanted = paper(1);
    QImage found = paper(1);
    QPainter plain(&wanted);
    plain.setFont(convscope::font(FontRole::Number));
    plain.drawText(QPointF(20, 30), u"300×451"_s);
    plain.end();
    QPainter cached(&found);
    cached.setFont(convscope::font(FontRole::Number));
    drawLineOfText(cached, QPointF(20, 30), u"300×451"_s);
    cached.end();
    QCOMPARE(found, wanted);
}

void TstCachedText::measuresWhatTheFontMeasures()
{
    for (const FontRole role : {FontRole::Caption, FontRole::Number, FontRole::Title}) {
        const QFont face = convscope::font(role);
        QCOMPARE(textWidth(face, u"Multiply–adds"_s),
                 QFontMetricsF(face).horizontalAdvance(u"Multiply–adds"_s));
    }
    QCOMPARE(textWidth(convscope::font(FontRole::Text), QString()), 0.0);
}

QTEST_MAIN(TstCachedText)
#include "tst_cached_text.moc"
