// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/functions/affine.h"
#include "kernels/move/merge.h"
#include "kernels/window/matmul.h"

#include "support/kernel_oracle.h"

#include <QTest>

#include <array>
#include <limits>
#include <vector>

using namespace convscope;
using namespace convscope::testing;

class TstArithmetic : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scalesChannels_data();
    void scalesChannels();
    void normalizesBatches();
    void rescales();
    void merges_data();
    void merges();
    void broadcastsAsNumpy();
    void notANumberWinsMerging();
    void slopesByAlpha_data();
    void slopesByAlpha();
    void multipliesMatrices_data();
    void multipliesMatrices();
};

void TstArithmetic::scalesChannels_data()
{
    QTest::addColumn<QVector<int>>("extents");
    QTest::addColumn<int>("axis");
    using V = QVector<int>;
    QTest::newRow("a photo") << V{1, 70, 60, 3} << -1;
    QTest::newRow("a vector of channels") << V{2, 9, 8, 32} << -1;
    QTest::newRow("odd number of channels") << V{2, 5, 6, 21} << 3;
    QTest::newRow("thousands of channels") << V{3, 2, 4099} << -1;
    QTest::newRow("planes") << V{2, 5, 9, 13} << 1;
    QTest::newRow("large planes") << V{1, 2, 150, 151} << 1;
    QTest::newRow("rows") << V{2, 7, 4} << 1;
    QTest::newRow("past the caches, a photo") << V{1, 1201, 1203, 3} << -1;
    QTest::newRow("past the caches, vectors of channels") << V{1, 363, 362, 32} << -1;
    QTest::newRow("past the caches, planes") << V{1, 3, 1201, 1203} << 1;
}

void TstArithmetic::scalesChannels()
{
    QFETCH(QVector<int>, extents);
    QFETCH(int, axis);
    const Tensor src = randomTensor(Extents(extents.begin(), extents.end()), 1);
    const Extents channels{src.extent(axis)};
    const Tensor a = randomTensor(channels, 2);
    const Tensor b = randomTensor(channels, 3);
    const Tensor c = randomTensor(channels, 4);
    for (const ChannelAffine &numbers :
         {ChannelAffine{a, b, c}, ChannelAffine{{}, b, {}}, ChannelAffine{a, {}, {}}}) {
        const std::string wrong = differenceFromReference(
            [&](const KernelContext &context) { return affine(numbers, src, axis, context); }, 0,
            3e-7);
        QVERIFY2(wrong.empty(), wrong.c_str());
    }
}

void TstArithmetic::normalizesBatches()
{
    const auto two = [](float a, float b) { return Tensor::of({2}, std::array{a, b}); };
    const ChannelAffine numbers =
        batchNormalization(two(3, 1), two(-1, 2), two(10, 0), two(3.99F, 0.24F), 0.01);
    const Tensor src = Tensor::of({1, 1, 2}, std::array{14.0F, 1.0F});
    // (14 − 10) / 2 · 3 − 1 and (1 − 0) / 0.5 · 1 + 2.
    const Tensor expected = Tensor::of({1, 1, 2}, std::array{5.0F, 4.0F});
    QCOMPARE(difference(*affine(numbers, src, -1, {}), expected, 1e-6, 0), std::string());
}

void TstArithmetic::rescales()
{
    for (const Extents &extents : {Extents{3, 41, 7}, Extents{1, 1201, 1203, 3}}) {
        const Tensor src = randomTensor(extents, 1);
        const std::string wrong = differenceFromReference(
            [&](const KernelContext &context) { return rescale(1.0F / 255, -0.5F, src, context); },
            1e-7, 0);
        QVERIFY2(wrong.empty(), wrong.c_str());
    }
}

void TstArithmetic::merges_data()
{
    QTest::addColumn<int>("op");
    QTest::addColumn<QVector<QVector<int>>>("shapes");
    using V = QVector<int>;
    using VV = QVector<QVector<int>>;
    const std::array names{"add", "subtract", "multiply", "average", "maximum", "minimum"};
    for (int op = 0; op < int(names.size()); ++op) {
        QTest::addRow("%s equal shapes", names[std::size_t(op)])
            << op << VV{V{2, 9, 7, 5}, V{2, 9, 7, 5}};
        QTest::addRow("%s per channel", names[std::size_t(op)])
            << op << VV{V{2, 9, 70, 5}, V{1, 1, 1, 5}};
        QTest::addRow("%s a plane and its rows", names[std::size_t(op)])
            << op << VV{V{2, 1, 70}, V{2, 90, 1}};
        QTest::addRow("%s past the caches", names[std::size_t(op)])
            << op << VV{V{1, 1201, 1203, 3}, V{1203, 3}};
        QTest::addRow("%s ranks that differ", names[std::size_t(op)]) << op << VV{V{7}, V{3, 5, 7}};
        if (op != int(MergeOp::Subtract))
            QTest::addRow("%s four sources", names[std::size_t(op)])
                << op << VV{V{3, 4, 50}, V{3, 4, 50}, V{3, 4, 1}, V{3, 4, 50}};
    }
}

void TstArithmetic::merges()
{
    QFETCH(int, op);
    QFETCH(QVector<QVector<int>>, shapes);
    std::vector<Tensor> sources;
    for (const QVector<int> &shape : shapes)
        sources.push_back(
            randomTensor(Extents(shape.begin(), shape.end()), std::uint32_t(sources.size())));
    const std::string wrong = differenceFromReference(
        [&](const KernelContext &context) { return merge(MergeOp(op), sources, context); }, 0, 0);
    QVERIFY2(wrong.empty(), wrong.c_str());
}

void TstArithmetic::broadcastsAsNumpy()
{
    const std::array fit{randomTensor({3, 1}, 1), randomTensor({2, 1, 4}, 2)};
    QVERIFY((broadcastExtents(fit) == Extents{2, 3, 4}));
    const std::array misfit{randomTensor({3, 2}, 1), randomTensor({3, 4}, 2)};
    QVERIFY(!broadcastExtents(misfit).has_value());
    const std::array sources{Tensor::of({2, 1}, std::array{1.0F, 2.0F}),
                             Tensor::of({2}, std::array{10.0F, 20.0F})};
    const Tensor expected = Tensor::of({2, 2}, std::array{11.0F, 21.0F, 12.0F, 22.0F});
    QCOMPARE(difference(*merge(MergeOp::Add, sources, {}), expected, 0, 0), std::string());
}

void TstArithmetic::notANumberWinsMerging()
{
    const float nan = std::numeric_limits<float>::quiet_NaN();
    const std::array sources{Tensor::of({2}, std::array{nan, 1.0F}),
                             Tensor::of({2}, std::array{1.0F, nan})};
    for (const MergeOp op : {MergeOp::Maximum, MergeOp::Minimum}) {
        const auto y = merge(op, sources, {});
        QVERIFY(std::isnan(y->data()[0]) && std::isnan(y->data()[1]));
    }
}

void TstArithmetic::slopesByAlpha_data()
{
    QTest::addColumn<QVector<int>>("alpha");
    using V = QVector<int>;
    QTest::newRow("every value") << V{7, 30, 5};
    QTest::newRow("per channel") << V{1, 1, 5};
    QTest::newRow("one for all") << V{1};
}

void TstArithmetic::slopesByAlpha()
{
    QFETCH(QVector<int>, alpha);
    const Tensor src = randomTensor({2, 7, 30, 5}, 1);
    const Tensor slopes = randomTensor(Extents(alpha.begin(), alpha.end()), 2);
    const std::string wrong = differenceFromReference(
        [&](const KernelContext &context) { return prelu(src, slopes, context); }, 0, 2e-7);
    QVERIFY2(wrong.empty(), wrong.c_str());
}

void TstArithmetic::multipliesMatrices_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("in");
    QTest::addColumn<int>("units");
    QTest::newRow("a number") << 1 << 1 << 1;
    QTest::newRow("one row to ten classes") << 1 << 300 << 10;
    QTest::newRow("one row, odd sizes") << 1 << 1537 << 131;
    QTest::newRow("five rows") << 5 << 33 << 65;
    QTest::newRow("a block of rows and more") << 8 << 20 << 47;
    QTest::newRow("many rows to one unit") << 100 << 7 << 1;
    QTest::newRow("nothing to sum") << 3 << 0 << 4;
}

void TstArithmetic::multipliesMatrices()
{
    QFETCH(int, rows);
    QFETCH(int, in);
    QFETCH(int, units);
    const Tensor src = randomTensor({1, rows, in}, 1, 1);
    const Tensor kernel = randomTensor({in, units}, 2, 1);
    const Tensor bias = randomTensor({units}, 3, 1);
    const Elementwise relu{ElementwiseOp::Relu, 0, std::numeric_limits<float>::infinity(), 0};
    for (const Elementwise &activation : {Elementwise{}, relu})
        for (const Tensor &b : {bias, Tensor()}) {
            const std::string wrong = differenceFromReference(
                [&](const KernelContext &context) {
                    return dense(src, kernel, b, activation, context);
                },
                1e-7, 2e-6);
            QVERIFY2(wrong.empty(), wrong.c_str());
        }
}

QTEST_APPLESS_MAIN(TstArithmetic)
#include "tst_arithmetic.moc"
