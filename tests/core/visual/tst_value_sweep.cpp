// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "visual/value_sweep.h"

#include <hwy/targets.h>

#include <QTest>

#include <array>
#include <cmath>
#include <limits>
#include <numeric>
#include <vector>

using namespace convscope;

/// Every instruction set of the machine against plain loops, on lengths with and without a rest.
class TstValueSweep : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void matchesPlainLoops_data();
    void matchesPlainLoops();
    void cleanup() { hwy::SetSupportedTargetsForTest(0); }
};

namespace {

/// Multiples of 1/8 of both signs, zeros, and every eleventh value not finite.
std::vector<float> values(int count, bool isAllFinite)
{
    std::vector<float> result;
    for (int i = 0; i < count; ++i)
        result.push_back(float((i * 37) % 64 - 20) / 8);
    for (std::size_t i = 3; !isAllFinite && i < result.size(); i += 11)
        result[i] = i % 2 == 0 ? std::nanf("") : std::numeric_limits<float>::infinity();
    return result;
}

} // namespace

void TstValueSweep::matchesPlainLoops_data()
{
    QTest::addColumn<qint64>("target");
    QTest::addColumn<int>("count");
    QTest::addColumn<bool>("isAllFinite");
    hwy::SetSupportedTargetsForTest(0);
    for (const auto target : hwy::SupportedAndGeneratedTargets())
        for (const int count : {0, 1, 3, 16, 100, 1023})
            for (const bool isAllFinite : {true, false})
                QTest::addRow("%s, %d values, %s", hwy::TargetName(target), count,
                              isAllFinite ? "all finite" : "some not finite")
                    << qint64(target) << count << isAllFinite;
}

void TstValueSweep::matchesPlainLoops()
{
    QFETCH(qint64, target);
    QFETCH(int, count);
    QFETCH(bool, isAllFinite);
    hwy::SetSupportedTargetsForTest(target);
    const std::vector<float> in = values(count, isAllFinite);
    const float low = -2;
    const float perUnit = 64;
    std::array<std::uint32_t, 256> table{};
    std::iota(table.begin(), table.end(), 1000U);

    Sweep expected{std::numeric_limits<float>::infinity(), -std::numeric_limits<float>::infinity()};
    std::array<std::uint32_t, 257> expectedBins{};
    std::vector<std::uint32_t> expectedColours;
    for (const float value : in) {
        const float level =
            std::isnan(value) ? 0.0F : std::fmin(std::fmax((value - low) * perUnit, 0.0F), 255.0F);
        expectedColours.push_back(table[std::size_t(level)]);
        if (!std::isfinite(value)) {
            ++expected.nonfinite;
            ++expectedBins[256];
            continue;
        }
        expected.minimum = std::fmin(expected.minimum, value);
        expected.maximum = std::fmax(expected.maximum, value);
        expected.sum += double(value);
        expected.squares += double(value) * double(value);
        expected.zeros += value == 0 ? 1 : 0;
        ++expectedBins[std::size_t(level)];
    }

    const Sweep sweep = sweepMoments(in.data(), count);
    QCOMPARE(sweep.minimum, expected.minimum);
    QCOMPARE(sweep.maximum, expected.maximum);
    QCOMPARE(sweep.nonfinite, expected.nonfinite);
    QCOMPARE(sweep.zeros, expected.zeros);
    // Eighths and their squares add up without rounding.
    QVERIFY(sweep.sum == expected.sum);
    QVERIFY(sweep.squares == expected.squares);

    std::array<std::uint32_t, 257> bins{};
    sweepBins(in.data(), count, low, perUnit, bins.data());
    QCOMPARE(bins, expectedBins);

    std::vector<std::uint32_t> colours(in.size());
    const bool isFinite =
        sweepColours(in.data(), count, low, perUnit, table.data(), colours.data());
    QCOMPARE(isFinite, expected.nonfinite == 0);
    QCOMPARE(colours, expectedColours);
}

QTEST_APPLESS_MAIN(TstValueSweep)
#include "tst_value_sweep.moc"
