// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/window/pooling.h"

#include "kernels/window/reduce.h"
#include "support/kernel_oracle.h"

#include <QTest>

#include <array>
#include <limits>
#include <numeric>

using namespace convscope;
using namespace convscope::testing;

namespace {

struct Row
{
    const char *name;
    int rank;
    std::int64_t mb;
    std::int64_t c;
    Spatial in;
    Spatial kernel;
    Spatial strides;
    Spatial padBefore;
    Spatial padAfter;
};

constexpr Row kRows[] = {
    {"halves of a picture", 2, 1, 32, {8, 10, 1}, {2, 2, 1}, {2, 2, 1}, {}, {}},
    {"odd sizes, the last row unread", 2, 2, 5, {9, 37, 1}, {2, 2, 1}, {2, 2, 1}, {}, {}},
    {"overlapping, padded all round",
     2,
     1,
     17,
     {7, 23, 1},
     {3, 3, 1},
     {1, 1, 1},
     {1, 1, 0},
     {1, 1, 0}},
    {"padded after only", 2, 1, 3, {7, 40, 1}, {3, 3, 1}, {2, 2, 1}, {0, 0, 0}, {1, 1, 0}},
    {"strides beyond the window", 2, 3, 1, {11, 50, 1}, {2, 2, 1}, {5, 3, 1}, {}, {}},
    {"unequal windows", 2, 1, 20, {8, 19, 1}, {2, 5, 1}, {3, 1, 1}, {0, 2, 0}, {1, 2, 0}},
    {"window as large as the picture", 2, 2, 6, {5, 7, 1}, {5, 7, 1}, {1, 1, 1}, {}, {}},
    {"one column", 2, 1, 9, {12, 1, 1}, {3, 1, 1}, {1, 1, 1}, {1, 0, 0}, {1, 0, 0}},
    {"windows that lie outside", 2, 1, 4, {3, 4, 1}, {1, 2, 1}, {1, 1, 1}, {2, 3, 0}, {2, 3, 0}},
    {"rows longer than a part", 2, 1, 3, {2, 3000, 1}, {2, 3, 1}, {1, 2, 1}, {0, 1, 0}, {0, 1, 0}},
    {"sequence", 1, 2, 18, {45, 1, 1}, {4, 1, 1}, {2, 1, 1}, {1, 0, 0}, {2, 0, 0}},
    // From here on results bypass the caches.
    {"a large photo", 2, 1, 3, {1203, 1190, 1}, {3, 3, 1}, {1, 1, 1}, {1, 1, 0}, {1, 1, 0}},
    {"vectors of channels", 2, 1, 32, {367, 366, 1}, {3, 3, 1}, {1, 1, 1}, {1, 1, 0}, {1, 1, 0}},
    {"odd channels", 2, 1, 21, {451, 452, 1}, {2, 5, 1}, {1, 1, 1}, {0, 2, 0}, {0, 2, 0}},
    {"halves of a large picture", 2, 1, 4, {2101, 2006, 1}, {2, 2, 1}, {2, 2, 1}, {}, {}},
    {"a very wide picture", 2, 1, 1, {3, 1500001, 1}, {1, 3, 1}, {1, 1, 1}, {0, 1, 0}, {0, 1, 0}},
    {"volume", 3, 1, 7, {5, 6, 9}, {2, 3, 2}, {2, 1, 2}, {0, 1, 0}, {1, 1, 1}},
};

PoolProblem problemOf(const Row &row, PoolKind kind, DataFormat format)
{
    PoolProblem p{kind,   row.rank,   row.mb,      row.c,         row.in,
                  row.in, row.kernel, row.strides, row.padBefore, format};
    for (std::size_t axis = 0; axis < 3; ++axis)
        p.out[axis] = (row.in[axis] + row.padBefore[axis] + row.padAfter[axis] - row.kernel[axis]) /
                          row.strides[axis] +
                      1;
    return p;
}

Extents sourceExtents(const PoolProblem &p)
{
    Extents extents{p.mb};
    if (p.format == DataFormat::ChannelsFirst)
        extents.push_back(p.c);
    extents.insert(extents.end(), p.in.begin(), p.in.begin() + p.rank);
    if (p.format == DataFormat::ChannelsLast)
        extents.push_back(p.c);
    return extents;
}

/// 1 … 12 as a picture of 3 rows and 4 columns.
Tensor twelve()
{
    std::array<float, 12> values{};
    std::iota(values.begin(), values.end(), 1.0F);
    return Tensor::of({1, 3, 4, 1}, values);
}

} // namespace

class TstPooling : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void matchesReference_data();
    void matchesReference();
    void averagesInsideOnly();
    void paddingNeverWins();
    void notANumberWins();
    void reducesWholeImages_data();
    void reducesWholeImages();
};

void TstPooling::matchesReference_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<bool>("average");
    QTest::addColumn<bool>("first");
    for (int i = 0; i < int(std::size(kRows)); ++i)
        for (const bool average : {false, true})
            for (const bool first : {false, true})
                QTest::addRow("%s, %s, %s", kRows[i].name, average ? "average" : "maximum",
                              first ? "channels first" : "channels last")
                    << i << average << first;
}

void TstPooling::matchesReference()
{
    QFETCH(int, row);
    QFETCH(bool, average);
    QFETCH(bool, first);
    const PoolProblem p = problemOf(kRows[row], average ? PoolKind::Average : PoolKind::Max,
                                    first ? DataFormat::ChannelsFirst : DataFormat::ChannelsLast);
    const Tensor src = randomTensor(sourceExtents(p), 3);
    const std::string wrong =
        differenceFromReference([&](const KernelContext &context) { return pool(p, src, context); },
                                average ? 1e-7 : 0, average ? 5e-7 : 0);
    QVERIFY2(wrong.empty(), wrong.c_str());
}

void TstPooling::averagesInsideOnly()
{
    PoolProblem p{PoolKind::Average, 2,         1,         1,        {3, 4, 1},
                  {2, 2, 1},         {2, 2, 1}, {2, 2, 1}, {0, 0, 0}};
    const auto y = pool(p, twelve(), {});
    QVERIFY(y.has_value());
    const Tensor expected = Tensor::of({1, 2, 2, 1}, std::array{3.5F, 5.5F, 9.5F, 11.5F});
    QCOMPARE(difference(*y, expected, 0, 0), std::string());
}

void TstPooling::paddingNeverWins()
{
    PoolProblem p{PoolKind::Max, 2, 1, 1, {1, 2, 1}, {1, 2, 1}, {3, 3, 1}, {1, 1, 1}, {1, 1, 0}};
    const Tensor src = Tensor::of({1, 1, 2, 1}, std::array{-5.0F, -7.0F});
    const auto y = pool(p, src, {});
    QVERIFY(y.has_value());
    const Tensor expected = Tensor::of({1, 1, 2, 1}, std::array{-5.0F, -5.0F});
    QCOMPARE(difference(*y, expected, 0, 0), std::string());
}

void TstPooling::notANumberWins()
{
    PoolProblem p{PoolKind::Max, 1, 1, 1, {40, 1, 1}, {38, 1, 1}, {3, 1, 1}, {1, 1, 1}, {0, 0, 0}};
    std::vector<float> values(40, 1.0F);
    values[20] = std::numeric_limits<float>::quiet_NaN();
    const Tensor src = Tensor::of({1, 40, 1}, values);
    const auto y = pool(p, src, {});
    QVERIFY(y.has_value());
    for (std::int64_t i = 0; i < 38; ++i)
        QCOMPARE(std::isnan(y->data()[i]), i >= 18 && i <= 20);
    QVERIFY(std::isnan(globalPool(PoolKind::Max, src, DataFormat::ChannelsLast, {})->data()[0]));
}

void TstPooling::reducesWholeImages_data()
{
    QTest::addColumn<int>("channels");
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("columns");
    QTest::newRow("one cell") << 5 << 1 << 1;
    QTest::newRow("few channels") << 3 << 13 << 17;
    QTest::newRow("a vector of channels") << 16 << 9 << 8;
    QTest::newRow("odd number of channels") << 33 << 7 << 7;
    QTest::newRow("many channels") << 130 << 5 << 6;
    QTest::newRow("several parts") << 2 << 301 << 299;
}

void TstPooling::reducesWholeImages()
{
    QFETCH(int, channels);
    QFETCH(int, rows);
    QFETCH(int, columns);
    for (const PoolKind kind : {PoolKind::Max, PoolKind::Average})
        for (const DataFormat format : {DataFormat::ChannelsLast, DataFormat::ChannelsFirst}) {
            const bool last = format == DataFormat::ChannelsLast;
            const Tensor src = randomTensor(last ? Extents{2, rows, columns, channels}
                                                 : Extents{2, channels, rows, columns},
                                            9);
            const std::string wrong = differenceFromReference(
                [&](const KernelContext &context) {
                    return globalPool(kind, src, format, context);
                },
                kind == PoolKind::Max ? 0 : 3e-7, 0);
            QVERIFY2(wrong.empty(), wrong.c_str());
        }
}

QTEST_APPLESS_MAIN(TstPooling)
#include "tst_pooling.moc"
