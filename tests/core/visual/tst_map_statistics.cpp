// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "visual/map_statistics.h"

#include <QTest>

#include <hwy/highway.h>

#include <cmath>
#include <limits>
#include <random>

using namespace convscope;

namespace {

constexpr float kInfinity = std::numeric_limits<float>::infinity();
const float kNotANumber = std::numeric_limits<float>::quiet_NaN();

/// Few different whole numbers, so that sums are exact and maxima are met often.
std::vector<float> wholeNumbers(std::int64_t count)
{
    std::mt19937 random(20260711);
    std::uniform_int_distribution<int> number(-4, 4);
    std::vector<float> values(static_cast<std::size_t>(count));
    for (float &value : values)
        value = static_cast<float>(number(random));
    return values;
}

Tensor tensorOf(std::int64_t batch, std::int64_t pixels, std::int64_t channels, DataFormat format,
                const std::vector<float> &values)
{
    return format == DataFormat::ChannelsLast ? Tensor::of({batch, 1, pixels, channels}, values)
                                              : Tensor::of({batch, channels, 1, pixels}, values);
}

/// The textbook: one value after the other.
MapStatistics byHand(const Tensor &tensor, DataFormat format, std::int64_t channel)
{
    MapStatistics s;
    s.minimum = kInfinity;
    s.maximum = -kInfinity;
    double sum = 0;
    double squares = 0;
    for (std::int64_t b = 0; b < tensor.extent(0); ++b) {
        const Plane plane = mapPlane(tensor, format, b, channel);
        for (std::int64_t x = 0; x < plane.columns; ++x) {
            const float value = plane.at(0, x);
            ++s.count;
            if (!std::isfinite(value)) {
                ++s.nonfinite;
                continue;
            }
            if (value > s.maximum)
                s.atMaximum = 0;
            s.maximum = std::max(s.maximum, value);
            s.minimum = std::min(s.minimum, value);
            s.atMaximum += value == s.maximum ? 1 : 0;
            s.zeros += value == 0 ? 1 : 0;
            sum += double(value);
            squares += double(value) * double(value);
        }
    }
    const auto n = double(s.count - s.nonfinite);
    s.mean = sum / n;
    s.energy = squares / n;
    s.standardDeviation = std::sqrt(std::max(0.0, s.energy - s.mean * s.mean));
    return s;
}

} // namespace

class TstMapStatistics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { hwy::SetSupportedTargetsForTest(0); }
    void countsEveryValueOnce_data();
    void countsEveryValueOnce();
    void findsMapsThatAreTheSame_data();
    void findsMapsThatAreTheSame();
    void knowsAMapWithoutFiniteValues();
    void givesTheDistributionOfAllMaps();
};

void TstMapStatistics::countsEveryValueOnce_data()
{
    QTest::addColumn<qint64>("target");
    QTest::addColumn<int>("batch");
    QTest::addColumn<int>("pixels");
    QTest::addColumn<int>("channels");
    QTest::addColumn<bool>("channelsFirst");
    for (const auto target : hwy::SupportedAndGeneratedTargets()) {
        const auto row = [&](const char *words, int batch, int pixels, int channels, bool first) {
            QTest::addRow("%s: %s", hwy::TargetName(target), words)
                << qint64(target) << batch << pixels << channels << first;
        };
        row("one channel", 1, 1000, 1, false);
        row("a photo", 1, 501, 3, false);
        row("as many channels as lanes", 1, 777, 16, false);
        row("an odd number of channels", 1, 333, 17, false);
        row("fewer pixels than lanes", 1, 3, 40, false);
        row("many tasks", 1, 40000, 5, false);
        row("a batch", 3, 129, 7, false);
        row("channels first", 1, 501, 6, true);
        row("channels first, a batch", 3, 130, 4, true);
        row("channels first, one pixel", 2, 1, 5, true);
        row("channels first, many tasks", 2, 150000, 2, true);
    }
}

void TstMapStatistics::countsEveryValueOnce()
{
    QFETCH(qint64, target);
    QFETCH(int, batch);
    QFETCH(int, pixels);
    QFETCH(int, channels);
    QFETCH(bool, channelsFirst);
    hwy::SetSupportedTargetsForTest(target);
    const DataFormat format = channelsFirst ? DataFormat::ChannelsFirst : DataFormat::ChannelsLast;
    std::vector<float> values = wholeNumbers(std::int64_t(batch) * pixels * channels);
    values[values.size() / 2] = kNotANumber;
    values.back() = kInfinity;
    const Tensor tensor = tensorOf(batch, pixels, channels, format, values);
    const std::vector<MapStatistics> found = mapStatistics(tensor, format);
    QCOMPARE(found.size(), std::size_t(channels));
    for (int c = 0; c < channels; ++c) {
        const MapStatistics wanted = byHand(tensor, format, c);
        const MapStatistics &s = found[std::size_t(c)];
        QCOMPARE(s.count, wanted.count);
        QCOMPARE(s.nonfinite, wanted.nonfinite);
        QCOMPARE(s.zeros, wanted.zeros);
        if (s.count == s.nonfinite)
            continue;
        QCOMPARE(s.minimum, wanted.minimum);
        QCOMPARE(s.maximum, wanted.maximum);
        QCOMPARE(s.atMaximum, wanted.atMaximum);
        QCOMPARE(s.mean, wanted.mean);
        QCOMPARE(s.energy, wanted.energy);
        QCOMPARE(s.standardDeviation, wanted.standardDeviation);
    }
}

void TstMapStatistics::findsMapsThatAreTheSame_data()
{
    QTest::addColumn<bool>("channelsFirst");
    QTest::newRow("channels last") << false;
    QTest::newRow("channels first") << true;
}

void TstMapStatistics::findsMapsThatAreTheSame()
{
    QFETCH(bool, channelsFirst);
    const DataFormat format = channelsFirst ? DataFormat::ChannelsFirst : DataFormat::ChannelsLast;
    constexpr std::int64_t kPixels = 1003;
    constexpr std::int64_t kChannels = 19;
    std::vector<float> values = wholeNumbers(kPixels * kChannels);
    const auto at = [&](std::int64_t pixel, std::int64_t channel) -> float & {
        const std::int64_t index =
            channelsFirst ? channel * kPixels + pixel : pixel * kChannels + channel;
        return values[std::size_t(index)];
    };
    for (std::int64_t p = 0; p < kPixels; ++p) {
        at(p, 18) = at(p, 2);
        at(p, 7) = at(p, 5);
        // The same values in other places are another map.
        at(kPixels - 1 - p, 9) = at(p, 5);
    }
    at(1002, 7) += 1;
    const auto found = mapStatistics(tensorOf(1, kPixels, kChannels, format, values), format);
    for (std::size_t c = 0; c < found.size(); ++c)
        QCOMPARE(found[c].sameAs, c == 18 ? 2 : -1);
}

void TstMapStatistics::knowsAMapWithoutFiniteValues()
{
    const Tensor tensor =
        Tensor::of({1, 1, 2, 2}, std::vector{kNotANumber, 3.0F, -kInfinity, 3.0F});
    const auto found = mapStatistics(tensor, DataFormat::ChannelsLast);
    QCOMPARE(found[0].nonfinite, 2);
    QVERIFY(!found[0].isDead());
    QVERIFY(found[1].isDead());
    QCOMPARE(found[1].atMaximum, 2);
}

void TstMapStatistics::givesTheDistributionOfAllMaps()
{
    std::vector<float> values = wholeNumbers(40000 * 6 + 6);
    values[100] = kNotANumber;
    const Tensor tensor = tensorOf(1, 40001, 6, DataFormat::ChannelsLast, values);
    const auto maps = mapStatistics(tensor, DataFormat::ChannelsLast);
    const Distribution found = distribution(tensor, maps);
    std::vector<Plane> planes;
    for (std::int64_t c = 0; c < 6; ++c)
        planes.push_back(mapPlane(tensor, DataFormat::ChannelsLast, 0, c));
    const Distribution wanted = distribution(planes);
    QCOMPARE(found.minimum, wanted.minimum);
    QCOMPARE(found.maximum, wanted.maximum);
    QCOMPARE(found.count, wanted.count);
    QCOMPARE(found.nonfinite, wanted.nonfinite);
    QCOMPARE(found.zeros, wanted.zeros);
    QVERIFY(std::abs(found.mean - wanted.mean) < 1e-12);
    QVERIFY(std::abs(found.standardDeviation - wanted.standardDeviation) < 1e-12);
    QCOMPARE(found.bins, wanted.bins);
}

QTEST_APPLESS_MAIN(TstMapStatistics)
#include "tst_map_statistics.moc"
