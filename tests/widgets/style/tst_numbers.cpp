// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "style/numbers.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace convscope;
using namespace Qt::StringLiterals;

class TstNumbers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void groupsIntegers();
    void shortensCounts();
    void scalesBytes();
    void scalesDurations();
    void writesGuessesRoughly();
    void writesValues_data();
    void writesValues();
    void putsShapesInWords();
};

void TstNumbers::groupsIntegers()
{
    QCOMPARE(integerText(0), u"0"_s);
    QCOMPARE(integerText(999), u"999"_s);
    QCOMPARE(integerText(1216), u"1\u2009216"_s);
    QCOMPARE(integerText(-12816), u"\u221212\u2009816"_s);
    QCOMPARE(integerText(std::numeric_limits<qint64>::min()),
             u"\u22129\u2009223\u2009372\u2009036\u2009854\u2009775\u2009808"_s);
}

void TstNumbers::shortensCounts()
{
    QCOMPARE(countText(999999), u"999\u2009999"_s);
    QCOMPARE(countText(162360000), u"162.4\u2009M"_s);
    QCOMPARE(countText(52500000), u"52.5\u2009M"_s);
    QCOMPARE(countText(999960000), u"1.0\u2009G"_s);
    QCOMPARE(countText(3'100'000'000'000), u"3.1\u2009T"_s);
}

void TstNumbers::scalesBytes()
{
    QCOMPARE(bytesText(512), u"512 B"_s);
    QCOMPARE(bytesText(8659200), u"8.26 MiB"_s);
    QCOMPARE(bytesText(17 * 1024 * 1024), u"17 MiB"_s);
    QCOMPARE(bytesText(1023 * 1024 + 700), u"1 MiB"_s);
    QCOMPARE(bytesText(qint64(1) << 30), u"1 GiB"_s);
}

void TstNumbers::scalesDurations()
{
    QCOMPARE(durationText(0.00004), u"0.04 ms"_s);
    QCOMPARE(durationText(0.0015), u"1.5 ms"_s);
    QCOMPARE(durationText(0.24), u"240 ms"_s);
    QCOMPARE(durationText(1.25), u"1.25 s"_s);
    QCOMPARE(durationText(125), u"2 min 5 s"_s);
    QCOMPARE(durationText(7260), u"2 h 1 min"_s);
}

void TstNumbers::writesGuessesRoughly()
{
    QCOMPARE(roughDurationText(0.032), u"30 ms"_s);
    QCOMPARE(roughDurationText(0.0001), u"10 ms"_s);
    QCOMPARE(roughDurationText(0.31), u"0.3 s"_s);
    QCOMPARE(roughDurationText(6.2), u"6 s"_s);
    QCOMPARE(roughDurationText(23), u"25 s"_s);
    QCOMPARE(roughDurationText(58), u"1 min"_s);
    QCOMPARE(roughDurationText(130), u"2 min"_s);
    QCOMPARE(roughDurationText(11000), u"3 h"_s);
}

void TstNumbers::writesValues_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("text");
    QTest::addRow("five digits") << 1.386394 << u"1.3864"_s;
    QTest::addRow("a true minus") << -0.0159234 << u"\u22120.015923"_s;
    QTest::addRow("zero") << 0.0 << u"0"_s;
    QTest::addRow("groups before the point") << 12345.6 << u"12\u2009346"_s;
    QTest::addRow("very small in powers of ten") << 1.2e-7 << u"1.2000e\u22127"_s;
    QTest::addRow("very large in powers of ten") << -3.5e9 << u"\u22123.5000e9"_s;
    QTest::addRow("not a number") << std::nan("") << u"NaN"_s;
    QTest::addRow("infinity") << -HUGE_VAL << u"\u2212\u221e"_s;
}

void TstNumbers::writesValues()
{
    QFETCH(double, value);
    QTEST(valueText(value), "text");
    if (value > 0)
        QCOMPARE(signedValueText(value), u'+' + valueText(value));
    else
        QCOMPARE(signedValueText(value), valueText(value));
}

void TstNumbers::putsShapesInWords()
{
    QCOMPARE(shapeText(Shape{1, 300, 451, 16}), u"300 × 451 × 16"_s);
    QCOMPARE(tightShapeText(Shape{std::nullopt, 300, 451, 16}), u"300×451×16"_s);
    QCOMPARE(shapeText(Shape{4, 600, std::nullopt, 3}), u"4 × 600 × ? × 3"_s);
    QCOMPARE(spokenShape(Shape{1, 300, 451, 16}), u"300 by 451 by 16"_s);
    QCOMPARE(shapeText(Shape{5}), u"5"_s);
}

QTEST_APPLESS_MAIN(TstNumbers)
#include "tst_numbers.moc"
