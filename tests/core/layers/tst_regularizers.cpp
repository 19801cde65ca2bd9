// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/regularizers.h"

#include <QTest>

#include <array>
#include <cmath>
#include <limits>

using namespace convscope;

class TstRegularizers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFactorOfZeroLeavesItsSumOut();
};

/// Keras skips the term, so that a sum which is not finite does not reach the loss.
void TstRegularizers::aFactorOfZeroLeavesItsSumOut()
{
    const float infinity = std::numeric_limits<float>::infinity();
    const Tensor weight = Tensor::of({3}, std::array{1.0F, -infinity, 2.0F});
    const auto none = penalty(regularizers().make("L1L2"), weight);
    QVERIFY(none);
    QCOMPARE(*none, 0.0);
    const auto l1 = penalty(regularizers().make("L1"), weight);
    QVERIFY(l1);
    QVERIFY(std::isinf(*l1));
}

QTEST_APPLESS_MAIN(TstRegularizers)
#include "tst_regularizers.moc"
