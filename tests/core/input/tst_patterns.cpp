// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "input/patterns.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace convscope;
using namespace Qt::StringLiterals;

class TstPatterns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parsesWhatItPrints_data();
    void parsesWhatItPrints();
    void fillsInWhatIsLeftOut();
    void refuses_data();
    void refuses();
    void drawsEveryPatternInEveryRank_data();
    void drawsEveryPatternInEveryRank();
    void drawsTheValues();
    void repeatsNoiseOfTheSameSeed();
    void statesItsSource();
    void refusesASizeThatMemoryCannotHold();
};

namespace {

Input made(const char *text, const InputOptions &options = {})
{
    auto input = readInput(text, options);
    if (!input)
        qFatal("%s", input.error().message.c_str());
    return *std::move(input);
}

} // namespace

void TstPatterns::parsesWhatItPrints_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("impulse") << QByteArray("pattern:impulse?size=64x64&channels=1");
    QTest::newRow("sequence") << QByteArray("pattern:ramp?size=100&channels=2");
    QTest::newRow("volume") << QByteArray("pattern:zone_plate?size=8x16x24&channels=3");
    QTest::newRow("cell") << QByteArray("pattern:checkerboard?size=9x9&channels=1&cell=3");
    QTest::newRow("seed") << QByteArray("pattern:noise?size=9x9&channels=1&seed=7");
}

void TstPatterns::parsesWhatItPrints()
{
    QFETCH(QByteArray, text);
    const auto spec = parsePattern(text.toStdString(), {});
    QVERIFY(spec);
    QCOMPARE(toString(*spec), text.toStdString());
}

void TstPatterns::fillsInWhatIsLeftOut()
{
    QCOMPARE(made("pattern:noise").tensor.extents(), (Extents{1, 128, 128, 1}));
    InputOptions options;
    options.spatialRank = 1;
    options.channels = 3;
    QCOMPARE(made("pattern:noise", options).tensor.extents(), (Extents{1, 256, 3}));
    options.spatialRank = 3;
    QCOMPARE(made("pattern:noise?channels=2", options).tensor.extents(),
             (Extents{1, 32, 64, 64, 2}));
}

void TstPatterns::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("argument");
    QTest::addColumn<QString>("message");
    QTest::newRow("an unknown name")
        << QByteArray("pattern:stripes") << u"name"_s
        << u"pattern: expected one of impulse, checkerboard, ramp, zone_plate, noise, received \"stripes\""_s;
    QTest::newRow("a size of zero")
        << QByteArray("pattern:ramp?size=0x5") << u"size"_s
        << u"pattern: expected size to be one to three numbers of at least 1 like 64x64, received \"0x5\""_s;
    QTest::newRow("four numbers")
        << QByteArray("pattern:ramp?size=1x2x3x4") << u"size"_s
        << u"pattern: expected size to be one to three numbers of at least 1 like 64x64, received \"1x2x3x4\""_s;
    QTest::newRow("channels in words")
        << QByteArray("pattern:ramp?channels=three") << u"channels"_s
        << u"pattern: expected channels to be a whole number of at least 1, received \"three\""_s;
    QTest::newRow("a negative seed")
        << QByteArray("pattern:noise?seed=-1") << u"seed"_s
        << u"pattern: expected seed to be a whole number of at least 0, received \"-1\""_s;
    QTest::newRow("an unknown setting")
        << QByteArray("pattern:ramp?colour=red") << u"colour"_s
        << u"pattern: expected size, channels, cell or seed, received \"colour\""_s;
    QTest::newRow("a size of another rank than the model takes")
        << QByteArray("pattern:ramp?size=64") << u"size"_s
        << u"pattern: the model's first layer takes a picture (1, rows, columns, channels): expected a size of 2 numbers, received 1"_s;
}

void TstPatterns::refuses()
{
    QFETCH(QByteArray, text);
    InputOptions options;
    options.spatialRank = 2;
    const auto input = readInput(text.toStdString(), options);
    QVERIFY(!input);
    QCOMPARE(input.error().rule, "input");
    QTEST(QString::fromStdString(input.error().argument), "argument");
    QTEST(QString::fromStdString(input.error().message), "message");
}

void TstPatterns::drawsEveryPatternInEveryRank_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("size");
    for (const PatternInfo &info : patterns())
        for (const char *size : {"17", "9x12", "5x6x7"}) {
            const QByteArray name(info.name.data(), qsizetype(info.name.size()));
            QTest::newRow((name + ' ' + size).constData()) << name << QByteArray(size);
        }
}

void TstPatterns::drawsEveryPatternInEveryRank()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, size);
    const Input input =
        made(("pattern:" + name + "?size=" + size + "&channels=3&cell=2").constData());
    QCOMPARE(input.tensor.rank(), int(size.count('x')) + 3);
    QCOMPARE(input.tensor.extent(-1), 3);
    const auto [low, high] = std::ranges::minmax(input.tensor.values());
    QVERIFY(low >= 0 && high <= 1 && low < high);
    InputOptions options;
    options.scaling = ValueScaling::MinusOneToOne;
    const Input wide = made(input.source.c_str(), options);
    QCOMPARE(wide.tensor.data()[5], 2 * input.tensor.data()[5] - 1);
}

void TstPatterns::drawsTheValues()
{
    const Input impulse = made("pattern:impulse?size=5x7");
    QCOMPARE(std::ranges::count(impulse.tensor.values(), 1.0F), 1);
    QCOMPARE(impulse.tensor.data()[2 * 7 + 3], 1.0F);

    const Input board = made("pattern:checkerboard?size=4x4&cell=2");
    const std::vector<float> squares{0, 0, 1, 1, 0, 0, 1, 1, 1, 1, 0, 0, 1, 1, 0, 0};
    QVERIFY(std::ranges::equal(board.tensor.values(), squares));

    const Input ramp = made("pattern:ramp?size=3x5&channels=2");
    QCOMPARE(ramp.tensor.data()[0], 0.0F);
    QCOMPARE(ramp.tensor.data()[(0 * 5 + 4) * 2], 1.0F);
    QCOMPARE(ramp.tensor.data()[(2 * 5 + 0) * 2 + 1], 1.0F);
    QCOMPARE(ramp.tensor.data()[(1 * 5 + 1) * 2 + 1], 0.5F);

    const Input plate = made("pattern:zone_plate?size=65x65");
    QCOMPARE(plate.tensor.data()[32 * 65 + 32], 1.0F);
    QCOMPARE(plate.tensor.data()[32 * 65 + 40],
             float(0.5 + 0.5 * std::cos(3.14159265358979323846 * 64 / 65)));
}

void TstPatterns::repeatsNoiseOfTheSameSeed()
{
    const Input seven = made("pattern:noise?seed=7");
    QCOMPARE(seven.tensor, made("pattern:noise?seed=7").tensor);
    QVERIFY(!(seven.tensor == made("pattern:noise?seed=8").tensor));
    double sum = 0;
    for (const float value : seven.tensor.values())
        sum += value;
    // 16384 values: the mean's standard deviation is 0.0023.
    QVERIFY(std::abs(sum / double(seven.tensor.size()) - 0.5) < 0.01);
}

void TstPatterns::statesItsSource()
{
    const Input input = made("pattern:noise?size=8x8&seed=3");
    QCOMPARE(input.title.text(), "noise 8 × 8, seed 3");
    QCOMPARE(input.source, "pattern:noise?size=8x8&channels=1&seed=3");
    QCOMPARE(input.scaling.text(), "0 to 1");
}

void TstPatterns::refusesASizeThatMemoryCannotHold()
{
    const auto input = readInput("pattern:ramp?size=1000000x1000000&channels=1000", {});
    QVERIFY(!input);
    QCOMPARE(input.error().rule, "memory");
}

QTEST_APPLESS_MAIN(TstPatterns)
#include "tst_patterns.moc"
