// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "visual/render.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <numeric>

using namespace convscope;

class TstDistribution : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsAndMeasures();
    void leavesOutWhatIsNotFinite();
    void allChannelsTogetherAreTheWholeTensor();
    void reachesOverManyTasks();
    void choosesARange_data();
    void choosesARange();
    void clipsTheShareThatWasAskedFor();
};

namespace {

Plane row(const std::vector<float> &values)
{
    return mapPlane(Tensor::of({1, std::int64_t(values.size()), 1}, values),
                    DataFormat::ChannelsLast, 0, 0);
}

Distribution of(const std::vector<float> &values)
{
    const Plane plane = row(values);
    return distribution(std::span(&plane, 1));
}

} // namespace

void TstDistribution::countsAndMeasures()
{
    const Distribution d = of({-1, 0, 0, 3});
    QCOMPARE(d.count, 4);
    QCOMPARE(d.zeros, 2);
    QCOMPARE(d.nonfinite, 0);
    QCOMPARE(d.minimum, -1.0F);
    QCOMPARE(d.maximum, 3.0F);
    QCOMPARE(d.mean, 0.5);
    QCOMPARE(d.standardDeviation, std::sqrt(2.25));
    QCOMPARE(d.bins[0], 1);
    QCOMPARE(d.bins[64], 2);
    QCOMPARE(d.bins[255], 1);
}

void TstDistribution::leavesOutWhatIsNotFinite()
{
    const float infinity = std::numeric_limits<float>::infinity();
    const Distribution d = of({1, infinity, std::nanf(""), 2, -infinity});
    QCOMPARE(d.count, 5);
    QCOMPARE(d.nonfinite, 3);
    QCOMPARE(d.minimum, 1.0F);
    QCOMPARE(d.maximum, 2.0F);
    QCOMPARE(std::accumulate(d.bins.begin(), d.bins.end(), std::int64_t{0}), 2);

    const Distribution nothing = of({infinity});
    QCOMPARE(nothing.minimum, 0.0F);
    QCOMPARE(nothing.maximum, 0.0F);
    QCOMPARE(automaticRange(nothing, 0.996), (ValueRange{0, 1}));
}

void TstDistribution::allChannelsTogetherAreTheWholeTensor()
{
    std::vector<float> values(2 * 6 * 5 * 4);
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = float((i * 7919) % 240) - 100;
    const Tensor tensor = Tensor::of({2, 6, 5, 4}, values);
    for (const DataFormat format : {DataFormat::ChannelsLast, DataFormat::ChannelsFirst}) {
        std::vector<Plane> planes;
        for (std::int64_t batch = 0; batch < 2; ++batch)
            for (std::int64_t channel = 0; channel < channelCount(tensor, format); ++channel)
                planes.push_back(mapPlane(tensor, format, batch, channel));
        const Distribution all = distribution(planes);
        const Distribution whole = of(values);
        QCOMPARE(all.count, whole.count);
        QCOMPARE(all.minimum, whole.minimum);
        QCOMPARE(all.maximum, whole.maximum);
        QCOMPARE(all.bins, whole.bins);
        QVERIFY(std::abs(all.mean - whole.mean) < 1e-9);
        QVERIFY(std::abs(all.standardDeviation - whole.standardDeviation) < 1e-9);
    }
}

void TstDistribution::reachesOverManyTasks()
{
    const std::int64_t rows = 700;
    const std::int64_t columns = 500;
    std::vector<float> values(std::size_t(rows * columns));
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = float(i % 256);
    const Plane plane =
        mapPlane(Tensor::of({1, rows, columns, 1}, values), DataFormat::ChannelsLast, 0, 0);
    const Distribution d = distribution(std::span(&plane, 1));
    QCOMPARE(d.maximum, 255.0F);
    QCOMPARE(std::accumulate(d.bins.begin(), d.bins.end(), std::int64_t{0}), rows * columns);
    QVERIFY(std::abs(d.mean - 127.5) < 0.1);
}

void TstDistribution::choosesARange_data()
{
    QTest::addColumn<QList<float>>("values");
    QTest::addColumn<double>("share");
    QTest::addColumn<float>("low");
    QTest::addColumn<float>("high");
    using L = QList<float>;
    QTest::newRow("all of positive values starts at 0") << L{2, 3, 5} << 1.0 << 0.0F << 5.0F;
    QTest::newRow("all of negative values ends at 0") << L{-2, -3, -5} << 1.0 << -5.0F << 0.0F;
    QTest::newRow("both signs are symmetric") << L{-1, 0, 4} << 1.0 << -4.0F << 4.0F;
    QTest::newRow("only zeros") << L{0, 0, 0} << 0.996 << 0.0F << 1.0F;
    QTest::newRow("a constant") << L{7, 7} << 1.0 << 0.0F << 7.0F;
}

void TstDistribution::choosesARange()
{
    QFETCH(QList<float>, values);
    QFETCH(double, share);
    QFETCH(float, low);
    QFETCH(float, high);
    const ValueRange range =
        automaticRange(of(std::vector<float>(values.begin(), values.end())), share);
    QCOMPARE(range, (ValueRange{low, high}));
}

void TstDistribution::clipsTheShareThatWasAskedFor()
{
    std::vector<float> values(10000);
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = float(i) / 10000;
    QVERIFY(std::abs(automaticRange(of(values), 0.98).high - 0.98F) < 0.01F);

    // Mostly zeros: the range shows the few values that are not, less the brightest of them.
    std::vector<float> sparse(10000);
    for (std::size_t i = 0; i < 20; ++i)
        sparse[i * 400] = 1.0F + float(i) / 20;
    const ValueRange range = automaticRange(of(sparse), 0.996);
    QVERIFY(range.high > 1.5F && range.high <= 1.95F);

    // Two outliers in a thousand do not set the scale.
    values[5000] = 50;
    values[7000] = 60;
    QVERIFY(automaticRange(of(values), 0.996).high < 1.5F);
}

QTEST_APPLESS_MAIN(TstDistribution)
#include "tst_distribution.moc"
