// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
// Histogram, norms, twins; the frequency response; start values and constraints.
#include "layers/constraints.h"
#include "layers/initializers.h"
#include "layers/registry.h"
#include "model/weights.h"
#include "weights_edit/frequency_response.h"
#include "weights_edit/kernel_presets.h"
#include "weights_edit/start_values.h"
#include "weights_edit/weight_statistics.h"

#include <QTest>

#include <cmath>
#include <complex>
#include <numeric>
#include <opencv2/core.hpp>

using namespace convscope;

namespace {

WeightSpec spec(const Extents &shape)
{
    WeightSpec spec;
    spec.name = "kernel";
    spec.shape = shape;
    spec.initializer = initializers().make("glorot_uniform");
    return spec;
}

WeightLayout layoutOf(const Extents &shape, LayerGroup group = LayerGroup::Convolution)
{
    return {spec(shape), group};
}

std::vector<float> waves(std::int64_t count)
{
    std::vector<float> values;
    for (std::int64_t i = 0; i < count; ++i)
        values.push_back(static_cast<float>(std::sin(double(i * i))));
    return values;
}

} // namespace

class TstWeightStatistics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsAndSums();
    void normsAreThoseOfFilters_data();
    void normsAreThoseOfFilters();
    void findsTwins_data();
    void findsTwins();
    void whatIsNotFiniteIsLeftOut();
    void responseIsOpenCvs();
    void responseOfABlurFalls();
    void startValuesFollowTheSeed();
    void constraintsSayWhatTheyChanged();
};

void TstWeightStatistics::countsAndSums()
{
    const Tensor weight = Tensor::of({2, 1, 1, 3}, std::vector<float>{1, 0, -2, 0, 0, 4});
    const auto s = weightStatistics(weight, layoutOf({2, 1, 1, 3})).value();
    QCOMPARE(s.smallest, -2.0);
    QCOMPARE(s.largest, 4.0);
    QCOMPARE(s.reach, 4.0);
    QCOMPARE(s.mean, 0.5);
    QCOMPARE(s.count, 6);
    QCOMPARE(s.zeros, 3);
    QVERIFY(std::abs(s.standardDeviation - std::sqrt(21.0 / 6 - 0.25)) < 1e-12);
    QCOMPARE(std::accumulate(s.bins.begin(), s.bins.end(), std::int64_t{0}), 6);
    QCOMPARE(s.bins[kWeightBins / 2], 3);
    QCOMPARE(s.bins.back(), 1);
    QCOMPARE(s.zeroFilters, std::vector<std::int64_t>{1});
}

void TstWeightStatistics::normsAreThoseOfFilters_data()
{
    QTest::addColumn<int>("group");
    QTest::newRow("filters last") << static_cast<int>(LayerGroup::Convolution);
    QTest::newRow("filters before channels") << static_cast<int>(LayerGroup::Transposed);
}

void TstWeightStatistics::normsAreThoseOfFilters()
{
    QFETCH(int, group);
    const Extents shape{3, 2, 4, 5};
    const WeightLayout layout = layoutOf(shape, LayerGroup(group));
    const Tensor weight = Tensor::of(shape, waves(*elementCount(shape)));
    const auto s = weightStatistics(weight, layout).value();
    QCOMPARE(static_cast<std::int64_t>(s.norms.size()), layout.filters());
    for (std::int64_t f = 0; f < layout.filters(); ++f) {
        double squares = 0;
        for (std::int64_t c = 0; c < layout.channels(); ++c)
            for (std::int64_t row = 0; row < 3; ++row)
                for (std::int64_t column = 0; column < 2; ++column) {
                    const double v = weight.data()[layout.offset({f, c, 0, row, column})];
                    squares += v * v;
                }
        QVERIFY(std::abs(s.norms[static_cast<std::size_t>(f)] - std::sqrt(squares)) < 1e-9);
    }
}

void TstWeightStatistics::findsTwins_data()
{
    QTest::addColumn<int>("channels");
    QTest::addColumn<double>("by");
    QTest::addColumn<bool>("areTwins");
    QTest::newRow("equal") << 3 << 0.0 << true;
    QTest::newRow("a little apart") << 3 << 0.01 << true;
    QTest::newRow("apart") << 3 << 0.2 << false;
    QTest::newRow("of many channels") << 300 << 0.01 << true;
    QTest::newRow("of many channels, apart") << 300 << 0.2 << false;
}

void TstWeightStatistics::findsTwins()
{
    QFETCH(int, channels);
    QFETCH(double, by);
    QFETCH(bool, areTwins);
    const Extents shape{3, 3, channels, 6};
    const WeightLayout layout = layoutOf(shape);
    std::vector<float> values = waves(*elementCount(shape));
    for (std::int64_t c = 0; c < channels; ++c)
        for (std::int64_t row = 0; row < 3; ++row)
            for (std::int64_t column = 0; column < 3; ++column) {
                const auto from = static_cast<std::size_t>(layout.offset({1, c, 0, row, column}));
                const auto to = static_cast<std::size_t>(layout.offset({4, c, 0, row, column}));
                values[to] = values[from] * static_cast<float>(1 + by);
            }
    const auto s = weightStatistics(Tensor::of(shape, values), layout).value();
    QVERIFY(s.comparesAll);
    QCOMPARE(s.twins.size(), std::size_t(areTwins ? 1 : 0));
    if (areTwins) {
        QCOMPARE(s.twins[0].first, 1);
        QCOMPARE(s.twins[0].second, 4);
        QVERIFY(std::abs(s.twins[0].distance - by / (1 + by)) < 1e-6);
    }
}

void TstWeightStatistics::whatIsNotFiniteIsLeftOut()
{
    const Tensor weight = Tensor::of({1, 1, 1, 3}, std::vector<float>{NAN, 2, INFINITY});
    const auto s = weightStatistics(weight, layoutOf({1, 1, 1, 3})).value();
    QCOMPARE(s.nonfinite, 2);
    QCOMPARE(s.largest, 2.0);
    QCOMPARE(s.smallest, 2.0);
    QCOMPARE(s.mean, 2.0);
}

void TstWeightStatistics::responseIsOpenCvs()
{
    constexpr int kSize = 64;
    const std::vector<float> kernel = waves(5 * 7);
    cv::Mat padded = cv::Mat::zeros(kSize, kSize, CV_64F);
    for (int row = 0; row < 5; ++row)
        for (int column = 0; column < 7; ++column)
            padded.at<double>(row, column) = double(kernel[std::size_t(row * 7 + column)]);
    cv::Mat spectrum;
    cv::dft(padded, spectrum, cv::DFT_COMPLEX_OUTPUT);
    const auto response = frequencyResponse(kernel, 5, 7, kSize);
    QCOMPARE(response.size(), std::size_t(kSize * kSize));
    for (int v = 0; v < kSize; ++v) {
        for (int u = 0; u < kSize; ++u) {
            // The middle of the response is its frequency 0.
            const auto &there =
                spectrum.at<cv::Vec2d>((v + kSize / 2) % kSize, (u + kSize / 2) % kSize);
            const double theirs = 10 * std::log10(there[0] * there[0] + there[1] * there[1]);
            QVERIFY(std::abs(theirs - double(response[std::size_t(v * kSize + u)])) < 1e-3);
        }
    }
}

void TstWeightStatistics::responseOfABlurFalls()
{
    const auto box = kernelValues({.shape = KernelShape::Box}, {1, 1, 3}).value();
    const std::vector<float> kernel(box.begin(), box.end());
    const auto response = frequencyResponse(kernel, 1, 3, 48);
    QCOMPARE(response.size(), std::size_t(48));
    QVERIFY(std::abs(response[24]) < 1e-4F);
    // Three cells cancel a wave of three cells.
    QCOMPARE(response[24 + 16], kLowestDecibels);
    const std::vector<float> nothing(9, 0.0F);
    QCOMPARE(frequencyResponse(nothing, 3, 3, 8)[0], kLowestDecibels);
}

void TstWeightStatistics::startValuesFollowTheSeed()
{
    const Layer layer(*findLayerType("Conv2D"), "conv2d");
    const WeightSpec kernel = spec({3, 3, 2, 4});
    const Tensor seven = startValues(layer, kernel, 7).value();
    QCOMPARE(seven.extents(), kernel.shape);
    QVERIFY(startValues(layer, kernel, 7).value() == seven);
    QVERIFY(!(startValues(layer, kernel, 8).value() == seven));
    // The same as the layer's own initializer with that seed would give.
    WeightSpec seeded = kernel;
    for (auto &field : seeded.initializer.fields)
        if (field.name == "seed")
            field.value = std::int64_t{7};
    if (!ownSeed(seeded.initializer))
        seeded.initializer.fields.push_back({"seed", std::int64_t{7}});
    QVERIFY(effectiveWeights(layer, std::span(&seeded, 1), 99).value()[0] == seven);
    // What is stored does not count.
    const Layer stored = layer.withWeights({Tensor::of({1}, std::vector<float>{5})});
    QVERIFY(startValues(stored, kernel, 7).value() == seven);
    QVERIFY(isSeeded(kernel.initializer));
    QVERIFY(!isSeeded(initializers().make("zeros")));
    QVERIFY(!ownSeed(kernel.initializer));
}

void TstWeightStatistics::constraintsSayWhatTheyChanged()
{
    const Layer layer(*findLayerType("Conv2D"), "conv2d");
    WeightSpec kernel = spec({1, 1, 2, 3});
    kernel.constraint = constraints().make("non_neg");
    const Tensor weight = Tensor::of(kernel.shape, std::vector<float>{1, -2, 3, 4, 5, -6});
    const auto constrained = constrainedValues(layer, kernel, weight).value();
    QCOMPARE(constrained.changed, (std::vector<IntPair>{{0, 1}, {1, 2}}));
    const std::vector<float> expected{1, 0, 3, 4, 5, 0};
    QVERIFY(std::equal(expected.begin(), expected.end(), constrained.values.values().begin()));
    kernel.constraint = constraints().make("max_norm");
    for (auto &field : kernel.constraint.fields)
        if (field.name == "axis")
            field.value = std::int64_t{9};
    const auto refused = constrainedValues(layer, kernel, weight);
    QVERIFY(!refused);
    QCOMPARE(refused.error().argument, "kernel_constraint");
}

QTEST_APPLESS_MAIN(TstWeightStatistics)
#include "tst_weight_statistics.moc"
