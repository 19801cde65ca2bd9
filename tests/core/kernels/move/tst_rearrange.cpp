// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/move/rearrange.h"

#include "support/kernel_oracle.h"

#include <QTest>

#include <array>
#include <vector>

using namespace convscope;
using namespace convscope::testing;

namespace {

struct Row
{
    const char *name;
    Extents extents;
    Extents before;
    Extents after;
};

const Row kRows[] = {
    {"nothing", {2, 3, 4, 5}, {0, 0, 0, 0}, {0, 0, 0, 0}},
    {"rows and columns", {1, 9, 7, 3}, {0, 1, 2, 0}, {0, 3, 0, 0}},
    {"planes", {2, 3, 8, 37}, {0, 0, 2, 1}, {0, 0, 1, 4}},
    {"whole vectors", {1, 6, 20, 16}, {0, 1, 1, 0}, {0, 1, 1, 0}},
    {"rows of several tiles", {1, 3, 9000, 2}, {0, 1, 700, 0}, {0, 1, 5, 0}},
    {"sequence", {3, 19, 4}, {0, 5, 0}, {0, 2, 0}},
    {"volume", {1, 5, 6, 7, 2}, {0, 1, 2, 3, 0}, {0, 2, 1, 0, 0}},
    // From here on results bypass the caches.
    {"a large photo", {1, 1203, 1302, 3}, {0, 1, 2, 0}, {0, 2, 1, 0}},
    {"a large photo, columns only", {1, 1203, 1302, 3}, {0, 0, 2, 0}, {0, 0, 1, 0}},
    {"large planes", {2, 3, 903, 902}, {0, 0, 1, 1}, {0, 0, 1, 1}},
    {"large planes, some more", {1, 2, 1500, 1501}, {0, 1, 0, 5}, {0, 0, 3, 0}},
    {"long rows", {1, 370, 390, 32}, {0, 1, 1, 0}, {0, 1, 1, 0}},
    {"a long sequence", {1, 4300000}, {0, 7}, {0, 5}},
    {"every axis", {4, 5, 6}, {1, 2, 1}, {1, 1, 3}},
};

} // namespace

class TstRearrange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void padsAndCrops_data();
    void padsAndCrops();
    void padsWithZeros();
    void cropsToTheMiddle();
    void permutes_data();
    void permutes();
    void concatenates_data();
    void concatenates();
    void concatenatesLargeTensors_data();
    void concatenatesLargeTensors();
};

void TstRearrange::padsAndCrops_data()
{
    QTest::addColumn<int>("row");
    for (int i = 0; i < int(std::size(kRows)); ++i)
        QTest::newRow(kRows[i].name) << i;
}

void TstRearrange::padsAndCrops()
{
    QFETCH(int, row);
    const Row &r = kRows[row];
    const Tensor src = randomTensor(r.extents, 2);
    const auto padded = [&](const KernelContext &context) {
        return pad(src, r.before, r.after, context);
    };
    const std::string wrongPad = differenceFromReference(padded, 0, 0);
    QVERIFY2(wrongPad.empty(), wrongPad.c_str());
    const auto cropped = [&](const KernelContext &context) {
        return crop(src, r.before, r.after, context);
    };
    const std::string wrongCrop = differenceFromReference(cropped, 0, 0);
    QVERIFY2(wrongCrop.empty(), wrongCrop.c_str());
    const auto back = crop(*padded({}), r.before, r.after, {});
    QCOMPARE(difference(*back, src, 0, 0), std::string());
}

void TstRearrange::padsWithZeros()
{
    const Tensor src = Tensor::of({1, 2, 1}, std::array{5.0F, 6.0F});
    const auto y = pad(src, {0, 1, 0}, {0, 2, 0}, {});
    const Tensor expected = Tensor::of({1, 5, 1}, std::array{0.0F, 5.0F, 6.0F, 0.0F, 0.0F});
    QCOMPARE(difference(*y, expected, 0, 0), std::string());
}

void TstRearrange::cropsToTheMiddle()
{
    const Tensor src = Tensor::of({1, 5, 1}, std::array{1.0F, 2.0F, 3.0F, 4.0F, 5.0F});
    const auto y = crop(src, {0, 1, 0}, {0, 2, 0}, {});
    const Tensor expected = Tensor::of({1, 2, 1}, std::array{2.0F, 3.0F});
    QCOMPARE(difference(*y, expected, 0, 0), std::string());
}

void TstRearrange::permutes_data()
{
    QTest::addColumn<QVector<int>>("extents");
    QTest::addColumn<QVector<int>>("axes");
    using V = QVector<int>;
    QTest::newRow("channels to the front") << V{2, 13, 37, 3} << V{0, 3, 1, 2};
    QTest::newRow("channels to the end") << V{2, 5, 33, 34} << V{0, 2, 3, 1};
    QTest::newRow("a photo to planes") << V{1, 40, 41, 3} << V{0, 3, 1, 2};
    QTest::newRow("four planes to pixels") << V{1, 4, 30, 41} << V{0, 2, 3, 1};
    QTest::newRow("two planes to pixels") << V{1, 2, 31, 43} << V{0, 2, 3, 1};
    QTest::newRow("nothing moves") << V{3, 4, 5} << V{0, 1, 2};
    QTest::newRow("rows for columns") << V{1, 65, 70} << V{0, 2, 1};
    QTest::newRow("rows move whole") << V{3, 7, 50} << V{1, 0, 2};
    QTest::newRow("all turned round") << V{3, 4, 5, 6, 2} << V{4, 3, 2, 1, 0};
    QTest::newRow("volume to the front") << V{2, 3, 4, 5, 17} << V{0, 4, 1, 2, 3};
    QTest::newRow("batch to the end") << V{6, 4, 5} << V{1, 2, 0};
    QTest::newRow("a large photo to planes") << V{1, 1201, 1303, 3} << V{0, 3, 1, 2};
    QTest::newRow("large planes to a photo") << V{1, 3, 1201, 1303} << V{0, 2, 3, 1};
    QTest::newRow("many channels to the front") << V{1, 301, 403, 37} << V{0, 3, 1, 2};
    QTest::newRow("many channels to the end") << V{1, 48, 304, 305} << V{0, 2, 3, 1};
    QTest::newRow("a large matrix turned") << V{2051, 2102} << V{1, 0};
    QTest::newRow("short rows move whole") << V{61, 701, 5, 21} << V{2, 1, 0, 3};
    QTest::newRow("long rows move whole") << V{7, 13, 50001} << V{1, 0, 2};
    QTest::newRow("much turned round") << V{11, 61, 83, 79} << V{3, 2, 1, 0};
}

void TstRearrange::permutes()
{
    QFETCH(QVector<int>, extents);
    QFETCH(QVector<int>, axes);
    const Tensor src = randomTensor(Extents(extents.begin(), extents.end()), 6);
    const std::vector<int> order(axes.begin(), axes.end());
    const std::string wrong = differenceFromReference(
        [&](const KernelContext &context) { return permute(src, order, context); }, 0, 0);
    QVERIFY2(wrong.empty(), wrong.c_str());
    std::vector<int> inverse(order.size());
    for (std::size_t axis = 0; axis < order.size(); ++axis)
        inverse[std::size_t(order[axis])] = int(axis);
    QCOMPARE(difference(*permute(*permute(src, order, {}), inverse, {}), src, 0, 0), std::string());
}

void TstRearrange::concatenates_data()
{
    QTest::addColumn<int>("axis");
    QTest::addColumn<int>("width");
    for (const int axis : {0, 1, 2, -1})
        for (const int width : {1, 3, 40, 5000})
            QTest::addRow("axis %d, %d values in a row", axis, width) << axis << width;
}

void TstRearrange::concatenates()
{
    QFETCH(int, axis);
    QFETCH(int, width);
    std::vector<Tensor> sources;
    const int at = axis < 0 ? 2 : axis;
    for (const int length : {2, 1, 5}) {
        Extents extents{3, 4, width};
        extents[std::size_t(at)] = length;
        sources.push_back(randomTensor(extents, std::uint32_t(length)));
    }
    const std::string wrong = differenceFromReference(
        [&](const KernelContext &context) { return concatenate(sources, axis, context); }, 0, 0);
    QVERIFY2(wrong.empty(), wrong.c_str());
    const auto whole = concatenate(sources, axis, {});
    Extents before(3, 0);
    for (const Tensor &source : sources) {
        Extents after = whole->extents();
        for (std::size_t i = 0; i < 3; ++i)
            after[i] -= before[i] + source.extents()[i];
        QCOMPARE(difference(*crop(*whole, before, after, {}), source, 0, 0), std::string());
        before[std::size_t(at)] += source.extent(at);
    }
}

void TstRearrange::concatenatesLargeTensors_data()
{
    QTest::addColumn<QVector<int>>("extents");
    QTest::addColumn<int>("axis");
    using V = QVector<int>;
    QTest::newRow("channels at the end") << V{1, 701, 803, 1} << 3;
    QTest::newRow("channels in front") << V{1, 1, 701, 803} << 1;
    QTest::newRow("rows") << V{3, 5, 1, 35003} << 2;
    QTest::newRow("columns") << V{2, 803, 1, 333} << 2;
}

void TstRearrange::concatenatesLargeTensors()
{
    QFETCH(QVector<int>, extents);
    QFETCH(int, axis);
    std::vector<Tensor> sources;
    for (const int length : {3, 1, 4}) {
        Extents of(extents.begin(), extents.end());
        of[std::size_t(axis)] = length;
        sources.push_back(randomTensor(of, std::uint32_t(length)));
    }
    const std::string wrong = differenceFromReference(
        [&](const KernelContext &context) { return concatenate(sources, axis, context); }, 0, 0);
    QVERIFY2(wrong.empty(), wrong.c_str());
}

QTEST_APPLESS_MAIN(TstRearrange)
#include "tst_rearrange.moc"
