// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
// Transforms of kernels, filters and whole weights, of every order of axes.
#include "weights_edit/weight_transforms.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace convscope;

namespace {

WeightSpec spec(const Extents &shape, const std::string &name = "kernel")
{
    WeightSpec spec;
    spec.name = name;
    spec.shape = shape;
    return spec;
}

WeightLayout convolution(const Extents &shape)
{
    return {spec(shape), LayerGroup::Convolution};
}

Tensor counting(const Extents &extents)
{
    std::vector<float> values(static_cast<std::size_t>(*elementCount(extents)));
    std::iota(values.begin(), values.end(), 1.0F);
    return Tensor::of(extents, values);
}

std::vector<float> values(const Tensor &tensor)
{
    return {tensor.values().begin(), tensor.values().end()};
}

std::vector<float> done(const Tensor &block, const WeightLayout &layout,
                        const WeightTransform &transform)
{
    return values(transformed(block, layout, transform).value());
}

} // namespace

class TstWeightTransforms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void layoutsNameTheAxes();
    void regionsAreWhatTheTargetSays();
    void moveTheCellsOfEveryKernel();
    void fourTurnsAreNone_data();
    void fourTurnsAreNone();
    void transposedLayersHaveTheirFiltersFirst();
    void normaliseKernelsOrFilters();
    void changeEveryValue();
    void shuffleKeepsTheValues();
    void fillEveryKernel();
    void sayWhatCannotBe();
    void stopWhenAsked();
};

void TstWeightTransforms::layoutsNameTheAxes()
{
    const WeightLayout conv = convolution({5, 4, 3, 16});
    QCOMPARE(conv.channels(), 3);
    QCOMPARE(conv.filters(), 16);
    QVERIFY(conv.kernel() == (KernelExtents{1, 5, 4}));
    const WeightPlace place{.filter = 8, .channel = 1, .slice = 0, .row = 2, .column = 3};
    QCOMPARE(conv.indices(place), (Extents{2, 3, 1, 8}));
    QCOMPARE(conv.offset(place), ((2 * 4 + 3) * 3 + 1) * 16 + 8);
    QVERIFY(conv.placeOf({2, 3, 1, 8}) == place);

    const WeightLayout transposed(spec({4, 4, 8, 32}), LayerGroup::Transposed);
    QCOMPARE(transposed.channels(), 32);
    QCOMPARE(transposed.filters(), 8);
    QCOMPARE(transposed.indices({.filter = 7, .channel = 31}), (Extents{0, 0, 7, 31}));

    QVERIFY(convolution({10, 3}).isMatrix());
    QVERIFY(convolution({1, 1, 8, 3}).isMatrix());
    QVERIFY(WeightLayout(spec({16}, "bias"), LayerGroup::Convolution).isVector());
    const WeightLayout slope(spec({30, 40, 5}, "alpha"), LayerGroup::Activation);
    QVERIFY(slope.kernel() == (KernelExtents{1, 30, 40}));
    QCOMPARE(slope.channels(), 1);
    QCOMPARE(slope.filters(), 5);
    const WeightLayout line = convolution({9, 2, 4});
    QVERIFY(line.kernel() == (KernelExtents{1, 1, 9}));
    const WeightLayout volume = convolution({2, 3, 4, 5, 6});
    QVERIFY(volume.kernel() == (KernelExtents{2, 3, 4}));
    QCOMPARE(volume.size(), 2 * 3 * 4 * 5 * 6);
}

void TstWeightTransforms::regionsAreWhatTheTargetSays()
{
    const WeightLayout layout = convolution({5, 5, 3, 16});
    const WeightPlace at{.filter = 8, .channel = 1};
    QVERIFY(layout.region(WeightTarget::Kernel, at) == (WeightRegion{{0, 0, 1, 8}, {5, 5, 1, 1}}));
    QVERIFY(layout.region(WeightTarget::Filter, at) == (WeightRegion{{0, 0, 0, 8}, {5, 5, 3, 1}}));
    QVERIFY(layout.region(WeightTarget::All, at) == (WeightRegion{{0, 0, 0, 0}, {5, 5, 3, 16}}));
}

void TstWeightTransforms::moveTheCellsOfEveryKernel()
{
    const WeightLayout layout = convolution({2, 2, 1, 1});
    const Tensor block = counting({2, 2, 1, 1}); // 1 2 / 3 4
    using enum WeightOperation;
    QCOMPARE(done(block, layout, {.operation = Turn}), (std::vector<float>{3, 1, 4, 2}));
    QCOMPARE(done(block, layout, {.operation = MirrorColumns}), (std::vector<float>{2, 1, 4, 3}));
    QCOMPARE(done(block, layout, {.operation = MirrorRows}), (std::vector<float>{3, 4, 1, 2}));
    QCOMPARE(done(block, layout, {.operation = Transpose}), (std::vector<float>{1, 3, 2, 4}));
    // Two filters: each by itself.
    const Tensor two = counting({1, 2, 1, 2}); // filter 0: 1 3; filter 1: 2 4
    QCOMPARE(done(two, convolution({1, 2, 1, 2}), {.operation = MirrorColumns}),
             (std::vector<float>{3, 4, 1, 2}));
}

void TstWeightTransforms::fourTurnsAreNone_data()
{
    QTest::addColumn<int>("group");
    QTest::addColumn<Extents>("shape");
    QTest::newRow("convolution") << static_cast<int>(LayerGroup::Convolution)
                                 << Extents{5, 5, 3, 4};
    QTest::newRow("transposed") << static_cast<int>(LayerGroup::Transposed) << Extents{4, 4, 3, 2};
    QTest::newRow("volume") << static_cast<int>(LayerGroup::Convolution) << Extents{2, 3, 3, 2, 2};
}

void TstWeightTransforms::fourTurnsAreNone()
{
    QFETCH(int, group);
    QFETCH(Extents, shape);
    const WeightLayout layout(spec(shape), LayerGroup(group));
    const Tensor block = counting(shape);
    Tensor turned = block;
    for (int i = 0; i < 4; ++i) {
        QVERIFY(i == 0 || values(turned) != values(block));
        turned = transformed(turned, layout, {.operation = WeightOperation::Turn}).value();
    }
    QCOMPARE(values(turned), values(block));
    // Turning is mirroring and transposing.
    const Tensor once = transformed(block, layout, {.operation = WeightOperation::Turn}).value();
    const Tensor mirrored =
        transformed(block, layout, {.operation = WeightOperation::MirrorRows}).value();
    QCOMPARE(values(once), done(mirrored, layout, {.operation = WeightOperation::Transpose}));
}

void TstWeightTransforms::transposedLayersHaveTheirFiltersFirst()
{
    // Rows, columns, filters, channels: one row of two cells, two filters, one channel.
    const WeightLayout layout(spec({1, 2, 2, 1}), LayerGroup::Transposed);
    const Tensor block = Tensor::of({1, 2, 2, 1}, std::vector<float>{1, 10, 3, 30});
    QCOMPARE(done(block, layout, {.operation = WeightOperation::SumToOne, .ofFilters = true}),
             (std::vector<float>{0.25F, 0.25F, 0.75F, 0.75F}));
}

void TstWeightTransforms::normaliseKernelsOrFilters()
{
    // One row of two cells, two channels, two filters.
    const Extents shape{1, 2, 2, 2};
    const WeightLayout layout = convolution(shape);
    const Tensor block = Tensor::of(shape, std::vector<float>{1, 2, 3, 4, 3, 6, 1, 4});
    const auto kernels = done(block, layout, {.operation = WeightOperation::SumToOne});
    QCOMPARE(kernels, (std::vector<float>{0.25F, 0.25F, 0.75F, 0.5F, 0.75F, 0.75F, 0.25F, 0.5F}));
    const auto filters =
        done(block, layout, {.operation = WeightOperation::SumToOne, .ofFilters = true});
    QCOMPARE(filters,
             (std::vector<float>{0.125F, 0.125F, 0.375F, 0.25F, 0.375F, 0.375F, 0.125F, 0.25F}));
    const auto norms =
        done(block, layout, {.operation = WeightOperation::NormToOne, .ofFilters = true});
    for (std::size_t f = 0; f < 2; ++f) {
        double squares = 0;
        for (std::size_t i = f; i < norms.size(); i += 2)
            squares += double(norms[i]) * double(norms[i]);
        QVERIFY(std::abs(squares - 1) < 1e-6);
    }
    const auto even = done(block, layout, {.operation = WeightOperation::SumToZero});
    QCOMPARE(even, (std::vector<float>{-1, -2, 1, 0, 1, 2, -1, 0}));
    // A kernel of zeros among others stays.
    const Tensor some = Tensor::of(shape, std::vector<float>{0, 2, 3, 4, 0, 6, 1, 4});
    const auto rest = done(some, layout, {.operation = WeightOperation::NormToOne});
    QCOMPARE(rest[0], 0.0F);
    QCOMPARE(rest[4], 0.0F);
    // A bias is one.
    const WeightLayout bias(spec({4}, "bias"), LayerGroup::Convolution);
    QCOMPARE(done(Tensor::of({4}, std::vector<float>{1, 1, 2, 4}), bias,
                  {.operation = WeightOperation::SumToOne, .ofFilters = true}),
             (std::vector<float>{0.125F, 0.125F, 0.25F, 0.5F}));
}

void TstWeightTransforms::changeEveryValue()
{
    const WeightLayout layout = convolution({2, 2});
    const Tensor block = Tensor::of({2, 2}, std::vector<float>{1, -2, 0.5F, 4});
    using enum WeightOperation;
    QCOMPARE(done(block, layout, {.operation = Add, .amount = 0.5}),
             (std::vector<float>{1.5F, -1.5F, 1, 4.5F}));
    QCOMPARE(done(block, layout, {.operation = Scale, .amount = -2}),
             (std::vector<float>{-2, 4, -1, -8}));
    QCOMPARE(done(block, layout, {.operation = Invert}), (std::vector<float>{-1, 2, -0.5F, -4}));
    QCOMPARE(done(block, layout, {.operation = Zero}), (std::vector<float>{0, 0, 0, 0}));
}

void TstWeightTransforms::shuffleKeepsTheValues()
{
    const Extents shape{7, 7, 3, 5};
    const Tensor block = counting(shape);
    const WeightLayout layout = convolution(shape);
    auto once = done(block, layout, {.operation = WeightOperation::Shuffle, .seed = 7});
    QCOMPARE(done(block, layout, {.operation = WeightOperation::Shuffle, .seed = 7}), once);
    QVERIFY(done(block, layout, {.operation = WeightOperation::Shuffle, .seed = 8}) != once);
    QVERIFY(once != values(block));
    std::sort(once.begin(), once.end());
    QCOMPARE(once, values(block));
}

void TstWeightTransforms::fillEveryKernel()
{
    const Extents shape{3, 3, 2, 2};
    const Tensor filled = filledWith({.shape = KernelShape::Identity}, convolution(shape)).value();
    QCOMPARE(filled.extents(), shape);
    for (std::int64_t i = 0; i < filled.size(); ++i)
        QCOMPARE(filled.data()[i], i / 4 == 4 ? 1.0F : 0.0F);
}

void TstWeightTransforms::sayWhatCannotBe()
{
    const auto turned = transformed(counting({3, 5, 1, 1}), convolution({3, 5, 1, 1}),
                                    {.operation = WeightOperation::Turn});
    QVERIFY(!turned);
    QCOMPARE(turned.error().message,
             "A kernel of 3 × 5 cannot be turned: it needs as many rows as columns");
    const Tensor odd = Tensor::of({1, 2, 1, 1}, std::vector<float>{-1, 1});
    const auto sum =
        transformed(odd, convolution({1, 2, 1, 1}), {.operation = WeightOperation::SumToOne});
    QVERIFY(!sum);
    QCOMPARE(sum.error().message, "The values sum to 0: no factor makes their sum 1");
}

void TstWeightTransforms::stopWhenAsked()
{
    std::stop_source stop;
    stop.request_stop();
    const Extents shape{3, 3, 2, 2};
    using enum WeightOperation;
    for (const WeightOperation operation : {Turn, SumToOne, Add, Shuffle}) {
        const auto result = transformed(counting(shape), convolution(shape),
                                        {.operation = operation}, stop.get_token());
        QVERIFY(!result);
        QCOMPARE(result.error().rule, "cancelled");
    }
}

QTEST_APPLESS_MAIN(TstWeightTransforms)
#include "tst_weight_transforms.moc"
