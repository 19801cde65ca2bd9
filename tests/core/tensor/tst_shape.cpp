// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "tensor/tensor.h"

#include <QTest>

using namespace convscope;

class TstShape : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void printsLikePython();
    void countsWithoutOverflow();
    void refusesWhatMemoryCannotHold();
    void tellsContentApart();
};

void TstShape::printsLikePython()
{
    QCOMPARE(Shape({std::nullopt, 5, 7}).toString(), "(None, 5, 7)");
    QCOMPARE(toString(Extents{3}), "(3,)");
}

void TstShape::countsWithoutOverflow()
{
    QCOMPARE(elementCount({2, 3, 4}).value(), 24);
    QVERIFY(!elementCount({std::int64_t{1} << 40, std::int64_t{1} << 40}));
}

void TstShape::refusesWhatMemoryCannotHold()
{
    const auto buffer = TensorBuffer::allocate({1, 20000, 20000, 100000}, "the output of conv2d");
    QVERIFY(!buffer);
    QCOMPARE(buffer.error().rule, "memory");
    QVERIFY(buffer.error().message.find("(1, 20000, 20000, 100000)") != std::string::npos);
}

void TstShape::tellsContentApart()
{
    const float values[] = {1, 2, 3, 4, 5, 6};
    const Tensor a = Tensor::of({2, 3}, values);
    QCOMPARE(a, Tensor::of({2, 3}, values));
    QVERIFY(!(a == Tensor::of({3, 2}, values)));
    const float others[] = {1, 2, 3, 4, 5, 7};
    QVERIFY(!(a == Tensor::of({2, 3}, others)));
}

QTEST_APPLESS_MAIN(TstShape)
#include "tst_shape.moc"
