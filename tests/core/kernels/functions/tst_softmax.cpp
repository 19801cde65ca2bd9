// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/functions/softmax.h"
#include "kernels/functions/softmax_tile.h"

#include "support/kernel_oracle.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <vector>

using namespace convscope;
using namespace convscope::testing;

class TstSoftmax : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void matchesReference_data();
    void matchesReference();
    void takesValuesOfAnySize_data();
    void takesValuesOfAnySize();
    void staysExactFarFromZero();
    void passesNotANumberOn();
    void computesSparsemaxAsKerasDoes();
    void gates_data();
    void gates();
    void writesNothingBehindItsRows_data();
    void writesNothingBehindItsRows();
};

void TstSoftmax::matchesReference_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QVector<int>>("extents");
    QTest::addColumn<int>("axis");
    using V = QVector<int>;
    for (const int kind : {0, 1, 2}) {
        const char *name = kind == 0 ? "softmax" : kind == 1 ? "log softmax" : "sparsemax";
        QTest::addRow("%s of one value", name) << kind << V{3, 1} << -1;
        QTest::addRow("%s of ten classes", name) << kind << V{7, 10} << -1;
        QTest::addRow("%s of 32 channels", name) << kind << V{2, 5, 6, 32} << -1;
        QTest::addRow("%s of 33 channels", name) << kind << V{2, 5, 6, 33} << 3;
        QTest::addRow("%s of a thousand classes", name) << kind << V{2, 1000} << -1;
        QTest::addRow("%s of a long row", name) << kind << V{2, 5003} << -1;
        QTest::addRow("%s along planes", name) << kind << V{2, 5, 7, 41} << 1;
        QTest::addRow("%s along rows", name) << kind << V{1, 6, 9, 3} << 2;
        QTest::addRow("%s along the batch", name) << kind << V{4, 9, 31} << 0;
        QTest::addRow("%s along planes of whole vectors", name) << kind << V{2, 7, 8, 32} << 1;
    }
    for (const int kind : {0, 1}) {
        const char *name = kind == 0 ? "softmax" : "log softmax";
        QTest::addRow("%s of many rows of 32", name) << kind << V{1, 363, 362, 32} << -1;
        QTest::addRow("%s of many rows of 33", name) << kind << V{1, 363, 362, 33} << -1;
        QTest::addRow("%s of many rows of ten", name) << kind << V{430003, 10} << -1;
        QTest::addRow("%s of many long rows", name) << kind << V{1403, 3001} << -1;
        QTest::addRow("%s along large planes", name) << kind << V{1, 9, 703, 689} << 1;
        QTest::addRow("%s along large even planes", name) << kind << V{1, 10, 640, 672} << 1;
    }
}

void TstSoftmax::matchesReference()
{
    QFETCH(int, kind);
    QFETCH(QVector<int>, extents);
    QFETCH(int, axis);
    const Tensor src = randomTensor(Extents(extents.begin(), extents.end()), 8, 9);
    const std::string wrong = differenceFromReference(
        [&](const KernelContext &context) {
            return softmax(SoftmaxKind(kind), src, axis, context);
        },
        // Logarithms of a sum near 1 show how that was rounded.
        SoftmaxKind(kind) == SoftmaxKind::LogSoftmax ? 6e-7 : 2e-7, 1e-6, Tolerance::OfEach);
    QVERIFY2(wrong.empty(), wrong.c_str());
}

void TstSoftmax::takesValuesOfAnySize_data()
{
    QTest::addColumn<QVector<int>>("extents");
    QTest::addColumn<int>("axis");
    using V = QVector<int>;
    QTest::newRow("rows of 32") << V{90, 32} << -1;
    QTest::newRow("rows of ten") << V{90, 10} << -1;
    QTest::newRow("long rows") << V{40, 301} << -1;
    QTest::newRow("planes") << V{2, 7, 8, 32} << 1;
    QTest::newRow("odd planes") << V{2, 7, 9, 11} << 1;
}

/// Rows and planes of small values need no shift by their maximum, those of large ones do.
void TstSoftmax::takesValuesOfAnySize()
{
    QFETCH(QVector<int>, extents);
    QFETCH(int, axis);
    for (const float span : {1.0F, 31.9F, 33.0F, 90.0F, 1000.0F, 1e30F})
        for (const SoftmaxKind kind : {SoftmaxKind::Softmax, SoftmaxKind::LogSoftmax}) {
            const Tensor src =
                randomTensor(Extents(extents.begin(), extents.end()), std::uint32_t(span), span);
            const std::string wrong = differenceFromReference(
                [&](const KernelContext &context) { return softmax(kind, src, axis, context); },
                kind == SoftmaxKind::LogSoftmax ? 6e-7 : 2e-7, 1e-6, Tolerance::OfEach);
            QVERIFY2(wrong.empty(), wrong.c_str());
        }
}

void TstSoftmax::staysExactFarFromZero()
{
    const Tensor src =
        Tensor::of({2, 3}, std::array{1000.0F, 1001.0F, 1002.0F, -1e30F, -5.0F, -5.0F});
    const Tensor expected =
        Tensor::of({2, 3}, std::array{0.0900305732F, 0.244728471F, 0.665240956F, 0.0F, 0.5F, 0.5F});
    QCOMPARE(difference(*softmax(SoftmaxKind::Softmax, src, -1, {}), expected, 1e-7, 0),
             std::string());
}

void TstSoftmax::passesNotANumberOn()
{
    std::vector<float> values(40, 1.0F);
    values[21] = std::numeric_limits<float>::quiet_NaN();
    const Tensor src = Tensor::of({2, 20}, values);
    for (const SoftmaxKind kind : {SoftmaxKind::Softmax, SoftmaxKind::LogSoftmax}) {
        const std::string wrong = differenceFromReference(
            [&](const KernelContext &context) { return softmax(kind, src, -1, context); }, 1e-7,
            1e-6);
        QVERIFY2(wrong.empty(), wrong.c_str());
        QVERIFY(std::isnan(softmax(kind, src, 1, {})->data()[39]));
    }
    const auto sparse = softmax(SoftmaxKind::Sparsemax, src, -1, {});
    for (int i = 0; i < 20; ++i) {
        QVERIFY(std::isfinite(sparse->data()[i]));
        QVERIFY(std::isnan(sparse->data()[20 + i]));
    }
}

void TstSoftmax::computesSparsemaxAsKerasDoes()
{
    // Support of 2: τ = (3 + 5.5 − 1) / 2 = 3.75, above every value.
    const Tensor src = Tensor::of({2, 3}, std::array{3.0F, 2.5F, 0.0F, 3.0F, 1.0F, 0.0F});
    const Tensor expected = Tensor::of({2, 3}, std::array{0.0F, 0.0F, 0.0F, 1.0F, 0.0F, 0.0F});
    QCOMPARE(difference(*softmax(SoftmaxKind::Sparsemax, src, -1, {}), expected, 0, 0),
             std::string());
}

void TstSoftmax::gates_data()
{
    QTest::addColumn<QVector<int>>("extents");
    QTest::addColumn<int>("axis");
    using V = QVector<int>;
    QTest::newRow("along the last axis") << V{3, 7, 22} << -1;
    QTest::newRow("along the channels in front") << V{2, 6, 9, 11} << 1;
    QTest::newRow("two values") << V{1, 2} << 1;
}

void TstSoftmax::gates()
{
    QFETCH(QVector<int>, extents);
    QFETCH(int, axis);
    const Tensor src = randomTensor(Extents(extents.begin(), extents.end()), 4);
    const std::string wrong = differenceFromReference(
        [&](const KernelContext &context) { return glu(src, axis, context); }, 1e-7, 1e-6);
    QVERIFY2(wrong.empty(), wrong.c_str());
}

void TstSoftmax::writesNothingBehindItsRows_data()
{
    QTest::addColumn<qint64>("target");
    for (const std::int64_t target : hwy::SupportedAndGeneratedTargets())
        QTest::newRow(hwy::TargetName(target)) << qint64(target);
}

/// Rows shorter than a vector too: what lies behind them is another thread's.
void TstSoftmax::writesNothingBehindItsRows()
{
    QFETCH(qint64, target);
    useInstructions(target);
    constexpr float kForeign = 7;
    constexpr std::size_t kBehind = 64;
    for (const SoftmaxKind kind : {SoftmaxKind::Softmax, SoftmaxKind::LogSoftmax})
        for (std::int64_t n = 1; n <= 70; ++n)
            for (std::int64_t rows = 1; rows <= 21; ++rows) {
                const auto count = static_cast<std::size_t>(rows * n);
                const std::vector<float> src(count + kBehind, 0.5F);
                std::vector<float> dst(count + kBehind, kForeign);
                softmaxRows(kind, src.data(), dst.data(), rows, n, false);
                const auto end = dst.begin() + static_cast<std::ptrdiff_t>(count);
                const bool isWhole = std::none_of(
                    dst.begin(), end, [](float x) { return x == kForeign || std::isnan(x); });
                const bool isKept =
                    std::all_of(end, dst.end(), [](float x) { return x == kForeign; });
                QVERIFY2(isWhole && isKept,
                         qPrintable(QStringLiteral("%1 rows of %2 values").arg(rows).arg(n)));
            }
    useInstructions(0);
}

QTEST_APPLESS_MAIN(TstSoftmax)
#include "tst_softmax.moc"
