// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "visual/plane.h"

#include <QTest>

#include <numeric>

using namespace convscope;

class TstPlane : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsTheValuesOfItsIndex_data();
    void showsTheValuesOfItsIndex();
    void clampsIndices();
    void countsMapsAndChannels();
    void isEmptyForATensorWithoutValues();
};

namespace {

/// Values 0, 1, 2 … in C order, so that a value tells its place.
Tensor counting(Extents extents)
{
    std::vector<float> values(static_cast<std::size_t>(*elementCount(extents)));
    std::iota(values.begin(), values.end(), 0.0F);
    return Tensor::of(std::move(extents), values);
}

float placeOf(const Extents &extents, const Extents &index)
{
    std::int64_t place = 0;
    for (std::size_t axis = 0; axis < extents.size(); ++axis)
        place = place * extents[axis] + index[axis];
    return static_cast<float>(place);
}

} // namespace

void TstPlane::showsTheValuesOfItsIndex_data()
{
    QTest::addColumn<QList<qint64>>("extents");
    QTest::addColumn<bool>("channelsFirst");
    QTest::addColumn<int>("cut");
    QTest::addColumn<QList<qint64>>("size");
    // Index of cell (1, 2) of batch 1, channel 2, position 1; of (0, 2) where there is one row.
    QTest::addColumn<int>("row");
    QTest::addColumn<QList<qint64>>("index");
    const int slice = int(PlaneCut::Slice);
    using L = QList<qint64>;
    QTest::newRow("features are one row") << L{3, 5} << false << slice << L{1, 5} << 0 << L{1, 2};
    QTest::newRow("a sequence is one row")
        << L{2, 7, 3} << false << slice << L{1, 7} << 0 << L{1, 2, 2};
    QTest::newRow("a sequence, channels first")
        << L{2, 3, 7} << true << slice << L{1, 7} << 0 << L{1, 2, 2};
    QTest::newRow("a picture") << L{2, 4, 5, 3} << false << slice << L{4, 5} << 1 << L{1, 1, 2, 2};
    QTest::newRow("a picture, channels first")
        << L{2, 3, 4, 5} << true << slice << L{4, 5} << 1 << L{1, 2, 1, 2};
    QTest::newRow("a slice of a volume")
        << L{2, 4, 5, 6, 3} << false << slice << L{5, 6} << 1 << L{1, 1, 1, 2, 2};
    QTest::newRow("a row through a volume shows slices × columns")
        << L{2, 4, 5, 6, 3} << false << int(PlaneCut::Row) << L{4, 6} << 1 << L{1, 1, 1, 2, 2};
    QTest::newRow("a column through a volume shows rows × slices")
        << L{2, 4, 5, 6, 3} << false << int(PlaneCut::Column) << L{5, 4} << 1 << L{1, 2, 1, 1, 2};
    QTest::newRow("a column through a volume, channels first")
        << L{2, 3, 4, 5, 6} << true << int(PlaneCut::Column) << L{5, 4} << 1 << L{1, 2, 2, 1, 1};
}

void TstPlane::showsTheValuesOfItsIndex()
{
    QFETCH(QList<qint64>, extents);
    QFETCH(bool, channelsFirst);
    QFETCH(int, cut);
    QFETCH(QList<qint64>, size);
    QFETCH(int, row);
    QFETCH(QList<qint64>, index);
    const Extents shape(extents.begin(), extents.end());
    const Plane plane = mapPlane(
        counting(shape), channelsFirst ? DataFormat::ChannelsFirst : DataFormat::ChannelsLast, 1, 2,
        1, PlaneCut(cut));
    QCOMPARE((QList<qint64>{plane.rows, plane.columns}), size);
    QCOMPARE(plane.at(row, 2), placeOf(shape, Extents(index.begin(), index.end())));
}

void TstPlane::clampsIndices()
{
    const Tensor tensor = counting({2, 2, 2, 3});
    const Plane plane = mapPlane(tensor, DataFormat::ChannelsLast, 99, 99);
    QCOMPARE(plane.at(1, 1), 23.0F);
    QCOMPARE(mapPlane(tensor, DataFormat::ChannelsLast, -1, -1).at(0, 0), 0.0F);
}

void TstPlane::countsMapsAndChannels()
{
    QCOMPARE(channelCount(counting({1, 4, 5, 3}), DataFormat::ChannelsLast), 3);
    QCOMPARE(channelCount(counting({1, 4, 5, 3}), DataFormat::ChannelsFirst), 4);
    QCOMPARE(mapCount(counting({1, 9}), DataFormat::ChannelsLast), 1);
    QCOMPARE(spatialExtents(counting({1, 4, 5, 3}), DataFormat::ChannelsFirst), (Extents{5, 3}));
    QCOMPARE(spatialExtents(counting({1, 2, 4, 5, 3}), DataFormat::ChannelsLast),
             (Extents{2, 4, 5}));
}

void TstPlane::isEmptyForATensorWithoutValues()
{
    QVERIFY(mapPlane(counting({1, 0, 5, 3}), DataFormat::ChannelsLast, 0, 0).isEmpty());
}

QTEST_APPLESS_MAIN(TstPlane)
#include "tst_plane.moc"
