// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
//
// Where the arithmetic's picture puts things, and how it prints numbers.
#include "explaining/explanation_words.h"
#include "explaining/printed_numbers.h"
#include "pages/arithmetic/arithmetic_layout.h"
#include "pages/arithmetic/arithmetic_scene.h"
#include "pages/arithmetic/tap_colours.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <random>
#include <set>

using namespace convscope;
using namespace Qt::Literals::StringLiterals;

namespace {

AxisMap convolution(std::int64_t input, std::int64_t taps, std::int64_t stride,
                    std::int64_t dilation, std::int64_t padBefore, std::int64_t padAfter)
{
    AxisMap map;
    map.input = input;
    map.taps = taps;
    map.step = stride;
    map.tapStep = dilation;
    map.offset = padBefore;
    map.output = (input + padBefore + padAfter - ((taps - 1) * dilation + 1)) / stride + 1;
    return map;
}

AxisMap transposed(std::int64_t input, std::int64_t taps, std::int64_t stride, std::int64_t crop)
{
    AxisMap map;
    map.input = input;
    map.taps = taps;
    map.step = 1;
    map.tapStep = -1;
    map.offset = -crop;
    map.divisor = stride;
    map.output = (input - 1) * stride + taps - 2 * crop;
    return map;
}

std::array<double, 3> oklab(const QColor &colour)
{
    const auto linear = [](float part) {
        const auto value = static_cast<double>(part);
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    const double r = linear(colour.redF());
    const double g = linear(colour.greenF());
    const double b = linear(colour.blueF());
    const double l = std::cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
    const double m = std::cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
    const double s = std::cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
    return {0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
            1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
            0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s};
}

constexpr QSize kWide{872, 446};
constexpr QSize kNarrow{544, 250};

QRect roomOf(QSize size)
{
    return QRect(QPoint(), size);
}

} // namespace

class TstArithmeticLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theUsualCase();
    void everythingHasItsPlace_data();
    void everythingHasItsPlace();
    void steppingMovesNothing();
    void theWholeWindowIsShown();
    void wideWindowsHaveBreaks();
    void hitsAreTheInverseOfPlaces();
    void scatterIsTheReverse();
    void sequencesStandBelowEachOther();
    void tapsHaveColoursOfTheirOwn();
    void digitsFit();
    void equalsOnlyWhereItAddsUp();
    void copiedDigitsReadBack();
};

void TstArithmeticLayout::theUsualCase()
{
    const std::array axes{convolution(150, 3, 2, 1, 0, 1), convolution(225, 3, 2, 1, 1, 1)};
    const std::array<std::int64_t, 2> cell{74, 110};
    const ArithmeticLayout layout = layoutArithmetic(axes, cell, kWide, ArithmeticMiddle::Kernel);
    QCOMPARE(layout.input.cell, 36);
    QCOMPARE(layout.kernel.cell, 48);
    QVERIFY(layout.showsDigits);
    // The padding row below is shown, and the window's rows are the last ones.
    QCOMPARE(layout.input.rows.back(), 150);
    QCOMPARE(layout.input.rows.size(), std::size_t(9));
    QCOMPARE(layout.input.columns.front(), 217);
    QCOMPARE(layout.input.columns.back(), 225);
    QCOMPARE(layout.output.rows, (std::vector<std::int64_t>{70, 71, 72, 73, 74}));
    QCOMPARE(layout.output.columns, (std::vector<std::int64_t>{108, 109, 110, 111, 112}));
}

void TstArithmeticLayout::everythingHasItsPlace_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("columns");
    QTest::addColumn<int>("dilation");
    QTest::addColumn<bool>("isWide");
    QTest::addColumn<ArithmeticMiddle>("middle");
    for (const bool isWide : {true, false}) {
        const char *where = isWide ? "wide" : "narrow";
        for (const int size : {1, 2, 3, 5, 7, 11}) {
            for (const ArithmeticMiddle middle :
                 {ArithmeticMiddle::Kernel, ArithmeticMiddle::Stages, ArithmeticMiddle::Words})
                QTest::addRow("%s %d, middle %d", where, size, static_cast<int>(middle))
                    << size << size << 1 << isWide << middle;
        }
        QTest::addRow("%s 3 by 11", where) << 3 << 11 << 1 << isWide << ArithmeticMiddle::Kernel;
        QTest::addRow("%s dilated", where) << 3 << 3 << 4 << isWide << ArithmeticMiddle::Kernel;
        QTest::addRow("%s far", where) << 3 << 3 << 60 << isWide << ArithmeticMiddle::Kernel;
    }
}

void TstArithmeticLayout::everythingHasItsPlace()
{
    QFETCH(int, rows);
    QFETCH(int, columns);
    QFETCH(int, dilation);
    QFETCH(bool, isWide);
    QFETCH(ArithmeticMiddle, middle);
    const QSize size = isWide ? kWide : kNarrow;
    const std::array axes{
        convolution(400, rows, 1, dilation, rows / 2 * dilation, rows / 2 * dilation),
        convolution(300, columns, 1, dilation, columns / 2 * dilation, columns / 2 * dilation)};
    for (const std::int64_t at : {0, 1, 150, 298, 299}) {
        const std::array<std::int64_t, 2> cell{at, at};
        const ArithmeticLayout layout = layoutArithmetic(axes, cell, size, middle);
        const QRect room = roomOf(size);
        QVERIFY2(room.contains(layout.input.rect), qPrintable(QString::number(at)));
        QVERIFY(room.contains(layout.output.rect));
        QVERIFY(!layout.input.rect.intersects(layout.output.rect));
        QVERIFY(layout.output.cellRect(at, at));
        if (middle != ArithmeticMiddle::Words) {
            QVERIFY(room.contains(layout.kernel.rect));
            QVERIFY(!layout.input.rect.intersects(layout.kernel.rect));
            QVERIFY(!layout.kernel.rect.intersects(layout.output.rect));
            QCOMPARE(layout.kernel.rows.size(), std::size_t(rows));
            QCOMPARE(layout.kernel.columns.size(), std::size_t(columns));
        }
        QVERIFY(!layout.legend.intersects(layout.rules));
        QVERIFY(std::is_sorted(layout.input.rows.begin(), layout.input.rows.end()));
    }
}

void TstArithmeticLayout::steppingMovesNothing()
{
    const std::array axes{convolution(40, 3, 2, 1, 0, 1), convolution(60, 5, 1, 1, 2, 2)};
    const std::array<std::int64_t, 2> middle{9, 30};
    const ArithmeticLayout first = layoutArithmetic(axes, middle, kWide, ArithmeticMiddle::Kernel);
    for (std::int64_t row = 0; row < axes[0].output; ++row) {
        for (std::int64_t column = 0; column < axes[1].output; ++column) {
            const std::array<std::int64_t, 2> cell{row, column};
            const ArithmeticLayout layout =
                layoutArithmetic(axes, cell, kWide, ArithmeticMiddle::Kernel);
            QCOMPARE(layout.input.rect, first.input.rect);
            QCOMPARE(layout.kernel.rect, first.kernel.rect);
            QCOMPARE(layout.output.rect, first.output.rect);
            QCOMPARE(layout.rules, first.rules);
        }
    }
}

void TstArithmeticLayout::theWholeWindowIsShown()
{
    std::mt19937 random(7);
    const auto upTo = [&](std::int64_t most) {
        return static_cast<std::int64_t>(random() % static_cast<unsigned>(most)) + 1;
    };
    for (int trial = 0; trial < 400; ++trial) {
        std::array<AxisMap, 2> axes;
        for (AxisMap &map : axes) {
            if (trial % 3 == 2) {
                map = transposed(upTo(40), upTo(5), upTo(3), 0);
            } else {
                const std::int64_t taps = upTo(7);
                const std::int64_t dilation = upTo(3);
                const std::int64_t pad = trial % 2 == 0 ? taps / 2 * dilation : 0;
                map = convolution(upTo(50) + (taps - 1) * dilation, taps, upTo(3), dilation, pad,
                                  pad);
            }
        }
        const std::array<std::int64_t, 2> cell{upTo(axes[0].output) - 1, upTo(axes[1].output) - 1};
        const ArithmeticLayout layout =
            layoutArithmetic(axes, cell, kWide, ArithmeticMiddle::Kernel);
        for (std::int64_t kr = 0; kr < axes[0].taps; ++kr) {
            const auto row = touchedIndex(axes[0], cell[0], kr);
            QVERIFY2(!row || layout.input.rowSlot(*row) >= 0,
                     qPrintable(u"trial %1: row %2 of %3 … %4"_s.arg(trial)
                                    .arg(*row)
                                    .arg(layout.input.rows.front())
                                    .arg(layout.input.rows.back())));
        }
        for (std::int64_t kc = 0; kc < axes[1].taps; ++kc) {
            const auto column = touchedIndex(axes[1], cell[1], kc);
            QVERIFY(!column || layout.input.columnSlot(*column) >= 0);
        }
    }
}

void TstArithmeticLayout::wideWindowsHaveBreaks()
{
    const std::array axes{convolution(900, 3, 1, 100, 0, 0), convolution(900, 3, 1, 100, 0, 0)};
    const std::array<std::int64_t, 2> cell{200, 300};
    const ArithmeticLayout layout = layoutArithmetic(axes, cell, kWide, ArithmeticMiddle::Kernel);
    QCOMPARE(layout.input.rows, (std::vector<std::int64_t>{200, 300, 400}));
    QCOMPARE(layout.input.columns, (std::vector<std::int64_t>{300, 400, 500}));
    QVERIFY(layout.input.cell >= 24);
}

void TstArithmeticLayout::hitsAreTheInverseOfPlaces()
{
    const std::array axes{convolution(40, 3, 1, 1, 1, 1), convolution(60, 5, 1, 1, 2, 2)};
    const std::array<std::int64_t, 2> cell{0, 0};
    const ArithmeticLayout layout = layoutArithmetic(axes, cell, kWide, ArithmeticMiddle::Kernel);
    for (const Lens *lens : {&layout.input, &layout.kernel, &layout.output}) {
        for (int r = 0; r < static_cast<int>(lens->rows.size()); ++r) {
            for (int c = 0; c < static_cast<int>(lens->columns.size()); ++c)
                QCOMPARE(lens->slotAt(lens->slotRect(r, c).center()), std::optional(QPoint(c, r)));
        }
        QVERIFY(!lens->slotAt(lens->rect.topLeft() - QPoint(1, 1)));
        QVERIFY(!lens->slotAt(lens->rect.bottomRight() + QPoint(1, 1)));
    }
}

void TstArithmeticLayout::scatterIsTheReverse()
{
    for (const std::int64_t taps : {2, 3, 4, 5}) {
        for (const std::int64_t stride : {1, 2, 3}) {
            const AxisMap map = transposed(9, taps, stride, taps > 2 ? 1 : 0);
            const AxisMap back = scatterMap(map);
            for (std::int64_t i = 0; i < map.input; ++i) {
                for (std::int64_t k = 0; k < taps; ++k) {
                    const auto o = touchedIndex(back, i, k);
                    QVERIFY(o);
                    if (*o >= 0 && *o < map.output)
                        QCOMPARE(map.source(*o, k), i);
                }
            }
        }
    }
    const std::array axes{scatterMap(transposed(20, 4, 2, 1)), scatterMap(transposed(20, 4, 2, 1))};
    const std::array<std::int64_t, 2> cell{7, 9};
    const ArithmeticLayout layout = layoutScatter(axes, cell, kWide);
    QVERIFY(layout.input.cellRect(7, 9));
    QVERIFY(layout.output.rows.size() > layout.input.rows.size());
    QVERIFY(layout.input.rect.right() < layout.kernel.rect.left());
    QVERIFY(layout.kernel.rect.right() < layout.output.rect.left());
    QVERIFY(roomOf(kWide).contains(layout.output.rect));
}

void TstArithmeticLayout::sequencesStandBelowEachOther()
{
    const std::array axes{convolution(451, 9, 1, 1, 8, 0)};
    const std::array<std::int64_t, 1> cell{270};
    const ArithmeticLayout layout = layoutArithmetic(axes, cell, kWide, ArithmeticMiddle::Kernel);
    QVERIFY(layout.isStacked);
    QVERIFY(layout.input.rect.bottom() < layout.kernel.rect.top());
    QVERIFY(layout.kernel.rect.bottom() < layout.output.rect.top());
    for (std::int64_t step = 262; step <= 271; ++step)
        QVERIFY(layout.input.cellRect(0, step));
    QVERIFY(roomOf(kWide).contains(layout.output.rect));
    const std::array long99{convolution(451, 99, 1, 1, 49, 49)};
    QVERIFY(layoutArithmetic(long99, cell, kWide, ArithmeticMiddle::Kernel).kernel.rect.right() <
            kWide.width());
}

void TstArithmeticLayout::tapsHaveColoursOfTheirOwn()
{
    std::set<QRgb> colours;
    for (int row = 0; row < 5; ++row) {
        for (int column = 0; column < 11; ++column)
            colours.insert(tapColour(row, column, 5).rgb());
    }
    QCOMPARE(colours.size(), std::size_t(55));
    QVERIFY(tapColour(0, 0, 3).lightness() < tapColour(2, 0, 3).lightness());
    // Told apart by the eye, every two of a 7×7 kernel: in OKLab one step of 0.02 is just seen.
    for (const bool isDark : {false, true}) {
        std::vector<std::array<double, 3>> seen;
        for (int row = 0; row < 7; ++row) {
            for (int column = 0; column < 7; ++column)
                seen.push_back(oklab(tapColour(row, column, 7, isDark)));
        }
        double least = 1;
        for (std::size_t i = 0; i < seen.size(); ++i) {
            for (std::size_t j = i + 1; j < seen.size(); ++j)
                least = std::min(least, std::hypot(seen[i][0] - seen[j][0], seen[i][1] - seen[j][1],
                                                   seen[i][2] - seen[j][2]));
        }
        QVERIFY2(least > 0.055, qPrintable(QString::number(least)));
    }
}

void TstArithmeticLayout::digitsFit()
{
    for (const double value : {0.0, 0.27, -0.0185, 1.95, 12345.678, -12345.678, 1e-9, 1e12}) {
        for (const int characters : {4, 5, 7})
            QVERIFY2(cellDigits(value, characters).size() <= characters,
                     qPrintable(cellDigits(value, characters)));
    }
    QCOMPARE(cellDigits(0.274, 5), u"0.27"_s);
    QCOMPARE(cellDigits(-0.0185, 6), u"−0.018"_s);
    QCOMPARE(cellDigits(-0.0001, 5), u"−1e−4"_s);
}

void TstArithmeticLayout::equalsOnlyWhereItAddsUp()
{
    const std::array exact{0.25, 0.5};
    QVERIFY(SumFormat(exact).addsUp(exact, 0.75));
    const std::array thirds{1.0 / 3, 1.0 / 3, 1.0 / 3};
    QVERIFY(!SumFormat(thirds).addsUp(thirds, 1.0));
    QCOMPARE(productSign(u"0.25"_s, u"−0.5"_s, u"−0.125"_s), u"="_s);
    QCOMPARE(productSign(u"0.25"_s, u"−0.5"_s, u"−0.13"_s), u"≈"_s);
    QCOMPARE(productSign(u"0.25"_s, u"−0.5"_s, u"0.125"_s), u"≈"_s);
    QCOMPARE(productSign(u"0"_s, u"−0.0685"_s, u"0"_s), u"="_s);
    QCOMPARE(productSign(u"2e−3"_s, u"50"_s, u"0.1"_s), u"="_s);
    QCOMPARE(productSign(u"0.3159"_s, u"0.0685"_s, u"0.0216"_s), u"≈"_s);
    // Equal as doubles, and yet not as they are printed.
    QCOMPARE(productSign(allDigits(double(0.1F)), allDigits(double(0.3F)),
                         allDigits(double(0.3F) * double(0.1F))),
             u"≈"_s);
    QCOMPARE(productSign(u"NaN"_s, u"1"_s, u"NaN"_s), u"≈"_s);
    QCOMPARE(sumSign({u"0.1"_s, u"0.2"_s, u"−1"_s}, u"−0.7"_s), u"="_s);
    QCOMPARE(sumSign({u"0.1"_s, u"0.2"_s}, u"0.30000000000000004"_s), u"≈"_s);
    QCOMPARE(sumSign({u"1e−300"_s, u"1e300"_s}, u"1e300"_s), u"≈"_s);
    QCOMPARE(sumSign({}, u"0"_s), u"="_s);
    const std::array small{2.2286e-2};
    QCOMPARE(SumFormat(small).text(small[0]), u"0.02229"_s);
    QCOMPARE(SumFormat(small).text(-1e-9), u"0.00000"_s);
    const std::array infinite{1.0, std::numeric_limits<double>::infinity()};
    QVERIFY(!SumFormat(infinite).addsUp(infinite, infinite[1]));
}

void TstArithmeticLayout::copiedDigitsReadBack()
{
    std::mt19937 random(3);
    std::normal_distribution<float> numbers(0, 3);
    for (int i = 0; i < 2000; ++i) {
        const float value = numbers(random);
        QString text = allDigits(value);
        text.replace(QChar(0x2212), u'-');
        QCOMPARE(text.toFloat(), value);
        const double product = static_cast<double>(value) * 1.1;
        text = allDigits(product);
        text.replace(QChar(0x2212), u'-');
        QCOMPARE(text.toDouble(), product);
    }
}

QTEST_GUILESS_MAIN(TstArithmeticLayout)
#include "tst_arithmetic_layout.moc"
