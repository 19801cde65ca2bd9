// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "tensor/random.h"

#include <QTest>

#include <cmath>

using namespace convscope;

using Words = std::array<std::uint32_t, 4>;

class TstRandom : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void philoxGivesThePublishedNumbers();
    void quantilesAreThoseOfTheNormalLaw_data();
    void quantilesAreThoseOfTheNormalLaw();
    void logarithmsAgreeWithTheLibrary();
    void positionsAndKeysGiveDifferentNumbers();
};

void TstRandom::philoxGivesThePublishedNumbers()
{
    // Known answers of the Random123 distribution.
    QCOMPARE(philox({0, 0, 0, 0}, {0, 0}), (Words{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}));
    const std::uint32_t ones = 0xffffffff;
    QCOMPARE(philox({ones, ones, ones, ones}, {ones, ones}),
             (Words{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}));
    QCOMPARE(philox({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}),
             (Words{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}));
}

void TstRandom::quantilesAreThoseOfTheNormalLaw_data()
{
    QTest::addColumn<double>("p");
    QTest::addColumn<double>("x");
    QTest::newRow("the middle") << 0.5 << 0.0;
    QTest::newRow("three tenths") << 0.3 << -0.5244005127080407;
    QTest::newRow("the border of the middle") << 0.075 << -1.4395314709384557;
    QTest::newRow("the other border") << 0.925 << 1.439531470938456;
    QTest::newRow("two hundredths") << 0.02 << -2.0537489106318225;
    QTest::newRow("the upper tail") << 0.999999 << 4.753424308817089;
    QTest::newRow("the tail") << 1e-5 << -4.2648907939228256;
    QTest::newRow("the far tail") << 1e-20 << -9.262340089798405;
    QTest::newRow("the end") << 1e-300 << -37.0470962993612;
}

void TstRandom::quantilesAreThoseOfTheNormalLaw()
{
    QFETCH(double, p);
    QFETCH(double, x);
    QVERIFY(std::abs(normalQuantile(p) - x) <= 1e-14 * std::abs(x));
}

void TstRandom::logarithmsAgreeWithTheLibrary()
{
    for (const double x : {1e-300, 1e-20, 0.5, 0.75, 0.9999999, 1.0, 1.4142, 1.4143, 1.7, 1e9})
        QVERIFY(std::abs(portableLog(x) - std::log(x)) <= 5e-16 * std::abs(std::log(x)));
}

void TstRandom::positionsAndKeysGiveDifferentNumbers()
{
    const RandomField field(Fingerprint{1, 2});
    const RandomField other(Fingerprint{1, 3});
    double sum = 0;
    for (std::uint32_t i = 0; i < 1000; ++i) {
        const double u = field.uniform(0, i);
        QVERIFY(u > 0 && u < 1);
        QVERIFY(u != field.uniform(1, i));
        QVERIFY(u != field.uniform(0, i + 1));
        QVERIFY(u != other.uniform(0, i));
        sum += u;
    }
    QVERIFY(std::abs(sum / 1000 - 0.5) < 5 * std::sqrt(1.0 / 12 / 1000));
}

QTEST_APPLESS_MAIN(TstRandom)
#include "tst_random.moc"
