// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "testing/comparison.h"
#include "testing/difference.h"

#include <QTest>

#include <cmath>

using namespace convscope;

class TstComparison : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judges_data();
    void judges();
    void findsTheWorstElement();
    void measuresErrors();
    void refusesOtherShapes();
    void countsUnitsInTheLastPlace();
};

using Values = std::vector<float>;
Q_DECLARE_METATYPE(Values)

void TstComparison::judges_data()
{
    QTest::addColumn<Values>("got");
    QTest::addColumn<Values>("reference");
    QTest::addColumn<bool>("elementwise");
    QTest::addColumn<bool>("matches");
    const float inf = INFINITY;
    const float nan = NAN;
    const auto row = [](const char *name, Values got, Values reference, bool elementwise,
                        bool matches) {
        QTest::newRow(name) << std::move(got) << std::move(reference) << elementwise << matches;
    };
    row("equal values", {1, 2}, {1, 2}, false, true);
    row("small beside the largest", {100, 0.0009F}, {100, 0}, false, true);
    row("too far beside the largest", {100, 0.0011F}, {100, 0}, false, false);
    row("small beside the largest, element by element", {100, 0.0009F}, {100, 0}, true, false);
    row("within the absolute part", {5e-7F}, {0}, true, true);
    row("NaN where NaN is expected", {nan}, {nan}, false, true);
    row("NaN where a number is expected", {nan}, {1}, false, false);
    row("a number where NaN is expected", {1}, {nan}, false, false);
    row("the same infinity", {inf, -inf}, {inf, -inf}, false, true);
    row("the other infinity", {inf}, {-inf}, false, false);
    row("a large number is no infinity", {3e38F}, {inf}, false, false);
    row("infinities do not widen the tolerance", {inf, 1.1F}, {inf, 1}, false, false);
    row("nothing", {}, {}, false, true);
}

void TstComparison::judges()
{
    QFETCH(Values, got);
    QFETCH(Values, reference);
    QFETCH(bool, elementwise);
    QFETCH(bool, matches);
    const auto count = static_cast<std::int64_t>(got.size());
    const Comparison result = compare(Tensor::of({count}, got), Tensor::of({count}, reference),
                                      {.elementwise = elementwise});
    QCOMPARE(result.matches, matches);
    QCOMPARE(result.message.isEmpty(), matches);
}

void TstComparison::findsTheWorstElement()
{
    const Values reference(24, 1);
    Values got = reference;
    got[17] = 1.5F;
    got[3] = 1.25F;
    const Comparison result =
        compare(Tensor::of({2, 3, 4}, got), Tensor::of({2, 3, 4}, reference), {});
    QCOMPARE(result.worstIndex, (Extents{1, 1, 1}));
    QCOMPARE(result.message.text(),
             "at (1, 1, 1) got 1.5, expected 1: off by 0.5, allowed 1.1e-05; 2 of 24 elements are "
             "too far off");
}

void TstComparison::measuresErrors()
{
    const Comparison result = compare(Tensor::of({4}, Values{1, 2, 3, 4.5F}),
                                      Tensor::of({4}, Values{1, 2.5F, 3, 4}), {1, 0, false});
    QVERIFY(result.matches);
    QCOMPARE(result.maxError, 0.5);
    QCOMPARE(result.meanError, 0.25);
    QCOMPARE(result.allowed, 1.0);
}

void TstComparison::refusesOtherShapes()
{
    const Comparison result =
        compare(Tensor::of({4}, Values{1, 2, 3, 4}), Tensor::of({2, 2}, Values{1, 2, 3, 4}), {});
    QVERIFY(!result.matches);
    QCOMPARE(result.message.text(), "expected the shape (2, 2), got (4,)");
}

void TstComparison::countsUnitsInTheLastPlace()
{
    const auto ulp = [](const Values &got, const Values &expected) {
        const auto count = static_cast<std::int64_t>(got.size());
        const Tensor computed = Tensor::of({count}, got);
        const Tensor wanted = Tensor::of({count}, expected);
        return differenceOf({{}, -1, computed, wanted, {}, compare(computed, wanted, {})},
                            DataFormat::ChannelsLast)
            .ulp;
    };
    QCOMPARE(ulp({1, 0.5F}, {1, 0.5F}).value(), 0.0);
    QCOMPARE(ulp({std::nextafter(1.0F, 2.0F), 0.5F}, {1, 0.5F}).value(), 1.0);
    // Near zero the units of 5 % of the largest count: an error is never none.
    QVERIFY(ulp({1, 10}, {1, 0}).value() > 1e6);
    QVERIFY(ulp({1, 1e-9F}, {1, 0}).value() < 1);
    QVERIFY(std::isinf(ulp({1, INFINITY}, {1, 2}).value()));
    QVERIFY(std::isinf(ulp({1, NAN}, {1, 2}).value()));
    QVERIFY(!ulp({}, {}));
}

QTEST_APPLESS_MAIN(TstComparison)
#include "tst_comparison.moc"
