// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "tensor/data_format_order.h"
#include "tensor/spatial_reduction.h"

#include <QTest>

#include <numeric>

using namespace convscope;

namespace {

Tensor counting(const Extents &extents)
{
    std::vector<float> values(static_cast<std::size_t>(elementCount(extents).value()));
    std::iota(values.begin(), values.end(), 0.0F);
    return Tensor::of(extents, values);
}

std::vector<float> valuesOf(const Tensor &tensor)
{
    return {tensor.values().begin(), tensor.values().end()};
}

} // namespace

class TstSpatialReduction : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void extents_data();
    void extents();
    void averagesBlocks();
    void averagesWhatIsLeftOver();
    void isTheSameInBothFormats_data();
    void isTheSameInBothFormats();
    void leavesTensorsWithoutPlaces();
    void hasAnIdentityOfItsOwn();
};

void TstSpatialReduction::extents_data()
{
    QTest::addColumn<Extents>("extents");
    QTest::addColumn<bool>("isLast");
    QTest::addColumn<Extents>("expected");
    QTest::newRow("a photo") << Extents{1, 300, 451, 3} << true << Extents{1, 75, 113, 3};
    QTest::newRow("a photo, channels first")
        << Extents{1, 3, 300, 451} << false << Extents{1, 3, 75, 113};
    QTest::newRow("a sequence") << Extents{2, 10, 5} << true << Extents{2, 3, 5};
    QTest::newRow("a sequence, channels first") << Extents{2, 5, 10} << false << Extents{2, 5, 3};
    QTest::newRow("a volume keeps its slices")
        << Extents{1, 24, 60, 61, 1} << true << Extents{1, 24, 15, 16, 1};
    QTest::newRow("features") << Extents{4, 100} << true << Extents{4, 100};
    QTest::newRow("one cell") << Extents{1, 1, 1, 3} << true << Extents{1, 1, 1, 3};
    QTest::newRow("an empty picture") << Extents{1, 0, 8, 3} << true << Extents{1, 0, 2, 3};
}

void TstSpatialReduction::extents()
{
    QFETCH(Extents, extents);
    QFETCH(bool, isLast);
    QFETCH(Extents, expected);
    const DataFormat format = isLast ? DataFormat::ChannelsLast : DataFormat::ChannelsFirst;
    QCOMPARE(reducedExtents(extents, format, 4), expected);
    QCOMPARE(reduced(counting(extents), format, 4).extents(), expected);
}

void TstSpatialReduction::averagesBlocks()
{
    const Tensor less = reduced(counting({1, 2, 4, 1}), DataFormat::ChannelsLast, 2);
    QCOMPARE(valuesOf(less), (std::vector<float>{2.5F, 4.5F}));
    const Tensor steps = reduced(counting({1, 4, 2}), DataFormat::ChannelsLast, 2);
    QCOMPARE(valuesOf(steps), (std::vector<float>{1, 2, 5, 6}));
}

void TstSpatialReduction::averagesWhatIsLeftOver()
{
    // 3 × 3 cells: a block of four, two of two, one alone.
    const Tensor less = reduced(counting({1, 3, 3, 1}), DataFormat::ChannelsLast, 2);
    QCOMPARE(valuesOf(less), (std::vector<float>{2, 3.5F, 6.5F, 8}));
}

void TstSpatialReduction::isTheSameInBothFormats_data()
{
    QTest::addColumn<Extents>("extents");
    QTest::newRow("sequences") << Extents{2, 11, 3};
    QTest::newRow("pictures") << Extents{2, 9, 10, 3};
    QTest::newRow("volumes") << Extents{2, 3, 9, 5, 2};
}

void TstSpatialReduction::isTheSameInBothFormats()
{
    QFETCH(Extents, extents);
    const Tensor last = counting(extents);
    const Tensor first = toDataFormat(last, DataFormat::ChannelsLast, DataFormat::ChannelsFirst);
    const Tensor turned = toDataFormat(reduced(last, DataFormat::ChannelsLast, 4),
                                       DataFormat::ChannelsLast, DataFormat::ChannelsFirst);
    const Tensor less = reduced(first, DataFormat::ChannelsFirst, 4);
    QCOMPARE(less.extents(), turned.extents());
    QCOMPARE(valuesOf(less), valuesOf(turned));
}

void TstSpatialReduction::leavesTensorsWithoutPlaces()
{
    const Tensor features = counting({2, 10});
    QVERIFY(reduced(features, DataFormat::ChannelsLast, 4) == features);
}

void TstSpatialReduction::hasAnIdentityOfItsOwn()
{
    const Tensor whole = counting({1, 8, 8, 1});
    const Tensor quarter = reduced(whole, DataFormat::ChannelsLast, 4);
    QVERIFY(quarter == reduced(whole, DataFormat::ChannelsLast, 4));
    QVERIFY(!(quarter == reduced(whole, DataFormat::ChannelsLast, 2)));
    QVERIFY(!(quarter == whole));
}

QTEST_APPLESS_MAIN(TstSpatialReduction)
#include "tst_spatial_reduction.moc"
