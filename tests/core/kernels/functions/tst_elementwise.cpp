// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/functions/elementwise.h"

#include "support/kernel_oracle.h"

#include <QTest>

#include <array>
#include <limits>
#include <vector>

using namespace convscope;
using namespace convscope::testing;

namespace {

constexpr float kInfinity = std::numeric_limits<float>::infinity();
constexpr float kNaN = std::numeric_limits<float>::quiet_NaN();

struct Row
{
    const char *name;
    Elementwise function;
    std::array<float, 3> ofInfinities; ///< f(∞), f(−∞), f(NaN)
};

constexpr Row kRows[] = {
    {"linear", {ElementwiseOp::Linear}, {kInfinity, -kInfinity, kNaN}},
    {"relu", {ElementwiseOp::Relu, 0, kInfinity, 0}, {kInfinity, 0, kNaN}},
    {"relu with a slope",
     {ElementwiseOp::Relu, 0.25F, kInfinity, 0},
     {kInfinity, -kInfinity, kNaN}},
    {"relu with a maximum", {ElementwiseOp::Relu, 0, 2.5F, 0}, {2.5F, 0, kNaN}},
    {"relu with a threshold", {ElementwiseOp::Relu, 0, kInfinity, 1.5F}, {kInfinity, kNaN, kNaN}},
    {"relu with everything", {ElementwiseOp::Relu, 0.5F, 3, -1}, {3, kNaN, kNaN}},
    {"relu6", {ElementwiseOp::Relu6}, {6, 0, kNaN}},
    {"leaky relu", {ElementwiseOp::LeakyRelu, 0.2F}, {kInfinity, -kInfinity, kNaN}},
    {"elu", {ElementwiseOp::Elu, 1}, {kInfinity, -1, kNaN}},
    {"celu", {ElementwiseOp::Celu, 1.5F}, {kInfinity, -1.5F, kNaN}},
    {"selu", {ElementwiseOp::Selu}, {kInfinity, -1.7580993F, kNaN}},
    {"softplus", {ElementwiseOp::Softplus}, {kInfinity, 0, kNaN}},
    {"softsign", {ElementwiseOp::Softsign}, {kNaN, kNaN, kNaN}},
    {"tanh", {ElementwiseOp::Tanh}, {1, -1, kNaN}},
    {"sigmoid", {ElementwiseOp::Sigmoid}, {1, 0, kNaN}},
    {"exponential", {ElementwiseOp::Exponential}, {kInfinity, 0, kNaN}},
    {"hard sigmoid", {ElementwiseOp::HardSigmoid}, {1, 0, kNaN}},
    {"hard sigmoid of Keras 2", {ElementwiseOp::HardSigmoidKeras2}, {1, 0, kNaN}},
    {"silu", {ElementwiseOp::Silu}, {kInfinity, kNaN, kNaN}},
    {"gelu", {ElementwiseOp::Gelu}, {kInfinity, kNaN, kNaN}},
    {"gelu by tanh", {ElementwiseOp::GeluApproximate}, {kInfinity, kNaN, kNaN}},
    {"mish", {ElementwiseOp::Mish}, {kInfinity, kNaN, kNaN}},
    {"hard silu", {ElementwiseOp::HardSilu}, {kInfinity, kNaN, kNaN}},
    {"hard tanh", {ElementwiseOp::HardTanh}, {1, -1, kNaN}},
    {"tanh shrink", {ElementwiseOp::TanhShrink}, {kInfinity, -kInfinity, kNaN}},
    {"soft shrink", {ElementwiseOp::SoftShrink, 0.5F}, {kInfinity, -kInfinity, 0}},
    {"hard shrink", {ElementwiseOp::HardShrink, 0.5F}, {kInfinity, -kInfinity, 0}},
    {"log sigmoid", {ElementwiseOp::LogSigmoid}, {0, -kInfinity, kNaN}},
    {"squareplus", {ElementwiseOp::Squareplus, 4}, {kInfinity, kNaN, kNaN}},
    {"sparse plus", {ElementwiseOp::SparsePlus}, {kInfinity, 0, kNaN}},
    {"sparse sigmoid", {ElementwiseOp::SparseSigmoid}, {1, 0, kNaN}},
    {"threshold", {ElementwiseOp::Threshold, 1, 7}, {kInfinity, 7, 7}},
};

/// Every size of number, kinks and the reach of the exponential.
Tensor everywhere()
{
    std::vector<float> x{0.0F, -0.0F, 0.5F,  -0.5F,  1,     -1,  3,    -3,   6,
                         20,   -20,   87.5F, -87.5F, 88.7F, 100, -103, 1e6F, -1e6F};
    for (int i = -300; i <= 300; ++i)
        x.push_back(static_cast<float>(i) * 0.037F);
    for (int i = -40; i <= 2; ++i) {
        x.push_back(std::pow(10.0F, static_cast<float>(i) / 2));
        x.push_back(-std::pow(10.0F, static_cast<float>(i) / 2));
    }
    return Tensor::of({static_cast<std::int64_t>(x.size())}, x);
}

} // namespace

class TstElementwise : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void matchesReference_data() { rows(); }
    void matchesReference();
    void givesKerasNonFiniteValues_data() { rows(); }
    void givesKerasNonFiniteValues();
    void takesAnyLength_data();
    void takesAnyLength();
    void worksInPlace();
    void stopsWhenCancelled();

private:
    static void rows()
    {
        QTest::addColumn<int>("row");
        for (int i = 0; i < int(std::size(kRows)); ++i)
            QTest::newRow(kRows[i].name) << i;
    }
};

void TstElementwise::matchesReference()
{
    QFETCH(int, row);
    const Elementwise f = kRows[row].function;
    const Tensor src = everywhere();
    const std::string wrong = differenceFromReference(
        [&](const KernelContext &context) { return elementwise(f, src, context); }, 3e-7, 1e-6,
        Tolerance::OfEach);
    QVERIFY2(wrong.empty(), wrong.c_str());
}

void TstElementwise::givesKerasNonFiniteValues()
{
    QFETCH(int, row);
    const Tensor src = Tensor::of({3}, std::array{kInfinity, -kInfinity, kNaN});
    const Tensor expected = Tensor::of({3}, kRows[row].ofInfinities);
    const auto apply = [&](const KernelContext &context) {
        return elementwise(kRows[row].function, src, context);
    };
    KernelContext plain;
    plain.forcedKernel = "reference";
    const std::string inReference = difference(*apply(plain), expected, 0, 1e-7);
    QVERIFY2(inReference.empty(), inReference.c_str());
    const std::string wrong = differenceFromReference(apply, 0, 1e-7);
    QVERIFY2(wrong.empty(), wrong.c_str());
}

void TstElementwise::takesAnyLength_data()
{
    QTest::addColumn<int>("length");
    for (const int length : {0, 1, 7, 15, 16, 17, 63, 16384, 16387, 50001, 4200011})
        QTest::addRow("%d values", length) << length;
}

void TstElementwise::takesAnyLength()
{
    QFETCH(int, length);
    const Tensor src = randomTensor({length}, 5);
    const std::string wrong = differenceFromReference(
        [&](const KernelContext &context) {
            return elementwise({ElementwiseOp::Sigmoid}, src, context);
        },
        3e-7, 1e-6);
    QVERIFY2(wrong.empty(), wrong.c_str());
}

void TstElementwise::worksInPlace()
{
    std::vector<float> x(37);
    for (std::size_t i = 0; i < x.size(); ++i)
        x[i] = static_cast<float>(i) - 20;
    applyElementwise({ElementwiseOp::Relu6}, x.data(), x.data(), 37);
    for (std::size_t i = 0; i < x.size(); ++i)
        QCOMPARE(x[i], std::clamp(static_cast<float>(i) - 20, 0.0F, 6.0F));
}

void TstElementwise::stopsWhenCancelled()
{
    std::stop_source source;
    source.request_stop();
    KernelContext context;
    context.stop = source.get_token();
    const auto result = elementwise({ElementwiseOp::Tanh}, randomTensor({100}, 1), context);
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().rule, std::string("cancelled"));
}

QTEST_APPLESS_MAIN(TstElementwise)
#include "tst_elementwise.moc"
