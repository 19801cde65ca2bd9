// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
// What is copied is read again by numpy, by spreadsheets and here.
#include "weights_edit/weight_text.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace convscope;

namespace {

WeightLayout layoutOf(const Extents &shape, const std::string &name = "kernel")
{
    WeightSpec spec;
    spec.name = name;
    spec.shape = shape;
    return {spec, LayerGroup::Convolution};
}

QString message(const std::string &text, const Extents &shape)
{
    const auto block = blockOfText(text, layoutOf(shape));
    return block ? QString() : QString::fromStdString(block.error().message);
}

} // namespace

class TstWeightText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesAndTabs();
    void everyDigitComesBack_data();
    void everyDigitComesBack();
    void readsWhatOthersWrite_data();
    void readsWhatOthersWrite();
    void aVectorMayStandInAColumn();
    void saysWhatItCannotRead();
};

void TstWeightText::linesAndTabs()
{
    const Tensor kernel = Tensor::of({2, 2, 1, 1}, std::vector<float>{1, -2.5F, 0, 1e-7F});
    QCOMPARE(textOf(kernel, layoutOf({2, 2, 1, 1})), "1\t-2.5\n0\t1e-07\n");
    // Channels one below the other.
    const Tensor filter = Tensor::of({2, 1, 2, 1}, std::vector<float>{1, 2, 3, 4});
    QCOMPARE(textOf(filter, layoutOf({2, 1, 2, 1})), "1\n3\n\n2\n4\n");
    const Tensor matrix = Tensor::of({2, 3}, std::vector<float>{1, 2, 3, 4, 5, 6});
    QCOMPARE(textOf(matrix, layoutOf({2, 3})), "1\t2\t3\n4\t5\t6\n");
    QCOMPARE(textOf(Tensor::of({3}, std::vector<float>{1, 2, 3}), layoutOf({3}, "bias")),
             "1\t2\t3\n");
}

void TstWeightText::everyDigitComesBack_data()
{
    QTest::addColumn<Extents>("shape");
    QTest::newRow("a kernel") << Extents{3, 5, 1, 1};
    QTest::newRow("all of a convolution") << Extents{3, 2, 4, 5};
    QTest::newRow("a volume") << Extents{2, 3, 2, 2, 2};
    QTest::newRow("a sequence") << Extents{9, 3, 2};
    QTest::newRow("a matrix") << Extents{7, 3};
}

void TstWeightText::everyDigitComesBack()
{
    QFETCH(Extents, shape);
    std::vector<float> values;
    for (std::int64_t i = 0; i < *elementCount(shape); ++i)
        values.push_back(static_cast<float>(std::sin(double(i) * 1.7) * std::pow(10, i % 9 - 5)));
    values[1] = std::numeric_limits<float>::quiet_NaN();
    values[2] = -std::numeric_limits<float>::infinity();
    const Tensor block = Tensor::of(shape, values);
    const Tensor back = blockOfText(textOf(block, layoutOf(shape)), layoutOf(shape)).value();
    QCOMPARE(back.extents(), shape);
    for (std::size_t i = 0; i < values.size(); ++i)
        QVERIFY(back.values()[i] == values[i] || (std::isnan(values[i]) && i == 1));
}

void TstWeightText::readsWhatOthersWrite_data()
{
    QTest::addColumn<std::string>("text");
    QTest::newRow("tabs") << std::string("1\t2\t3\n-4\t5e-1\t+6\n");
    QTest::newRow("tabs, no last line end, Windows") << std::string("1\t2\t3\r\n-4\t.5\t6");
    QTest::newRow("commas") << std::string("1,2,3\n-4,0.5,6");
    QTest::newRow("commas and spaces") << std::string("1, 2, 3\n-4, 0.5, 6\n\n");
    QTest::newRow("spaces") << std::string("  1 2   3\n -4 0.5 6");
    QTest::newRow("decimal commas and tabs") << std::string("1,0\t2\t3\n-4\t0,5\t6,000");
    QTest::newRow("decimal commas and semicolons") << std::string("1;2;3\n-4;0,5;6");
    QTest::newRow("a list") << std::string("[[1, 2, 3], [-4, 0.5, 6]]");
    QTest::newRow("printed by numpy") << std::string("[[ 1.   2.   3. ]\n [-4.   0.5  6. ]]");
    QTest::newRow("a long line printed by numpy")
        << std::string("[[ 1.   2.\n   3. ]\n [-4.   0.5\n  6. ]]");
    QTest::newRow("as numpy represents it")
        << std::string("array([[ 1. ,  2. ,  3. ],\n       [-4. ,  0.5,  6. ]], dtype=float32)");
    QTest::newRow("one kernel of many") << std::string("[[[1, 2, 3], [-4, 0.5, 6]]]");
    QTest::newRow("a true minus") << std::string("1\t2\t3\n−4\t0.5\t6");
}

void TstWeightText::readsWhatOthersWrite()
{
    QFETCH(std::string, text);
    const auto block = blockOfText(text, layoutOf({2, 3, 1, 1}));
    QVERIFY2(block.has_value(), block ? "" : block.error().message.c_str());
    const std::vector<float> expected{1, 2, 3, -4, 0.5F, 6};
    QVERIFY(std::equal(expected.begin(), expected.end(), block->values().begin()));
}

void TstWeightText::aVectorMayStandInAColumn()
{
    const auto block = blockOfText("1\n2\n3\n", layoutOf({3}, "bias"));
    QVERIFY(block);
    QCOMPARE(block->values()[2], 3.0F);
    // A matrix may not: which way round would be a guess.
    QVERIFY(!blockOfText("1\n2\n3\n", layoutOf({1, 3})));
}

void TstWeightText::saysWhatItCannotRead()
{
    QCOMPARE(message("1 2\n3 4\n", {3, 3, 1, 1}),
             QStringLiteral("Here are 3 × 3 values. Received 2 × 2"));
    QCOMPARE(message("1 2\n3\n", {2, 2, 1, 1}),
             QStringLiteral("Rows must be of one length: row 1 has 1 numbers, those before it 2"));
    QCOMPARE(message("1 two\n", {1, 2, 1, 1}),
             QStringLiteral("Only numbers can be pasted here. Received two"));
    QCOMPARE(message("1 +-2\n", {1, 2, 1, 1}),
             QStringLiteral("Only numbers can be pasted here. Received +-2"));
    QCOMPARE(message(" \n\n", {1, 2, 1, 1}), QStringLiteral("The text has no numbers"));
}

QTEST_APPLESS_MAIN(TstWeightText)
#include "tst_weight_text.moc"
