// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "support/conv_cases.h"

#include <QTest>

#include <set>

using namespace convscope;
using namespace convscope::testing;

namespace {

struct Row
{
    const char *name;
    const char *problem;
};

/// Each runs in both data formats.
constexpr Row kRows[] = {
    {"one pixel, one channel, one filter", "conv ic1 in1x1 oc1 k1x1"},
    {"few channels to few filters", "conv ic3 in13x17 oc5 k3x3 p=same"},
    {"rows longer than two tiles", "conv ic2 in5x61 oc8 k3x3 p=same"},
    {"more filters than two vectors", "conv ic7 in9x11 oc71 k3x3 p=same"},
    {"pointwise on a batch", "conv mb3 ic19 in7x5 oc33 k1x1"},
    {"pointwise with strides", "conv mb2 ic5 in10x9 oc17 k1x1 s2x3"},
    {"pointwise with padding", "conv ic4 in6x7 oc9 k1x1 p=1,2x2,1"},
    {"even kernel, odd zero after", "conv ic3 in8x9 oc6 k2x4 p=same"},
    {"strides that differ", "conv ic6 in15x22 oc20 k3x5 s2x3 p=same"},
    {"strides beyond the kernel", "conv ic4 in23x29 oc7 k2x2 s4x3"},
    {"dilation", "conv ic5 in17x19 oc12 k3x3 d2x3 p=same"},
    {"dilation beyond the input", "conv ic3 in5x6 oc4 k3x3 d9x7 p=same"},
    {"padding wider than the input", "conv ic2 in3x4 oc3 k3x3 p=5,4x6,7"},
    {"negative padding leaves input unread", "conv ic3 in12x14 oc5 k3x3 p=-2,-1x-3,-1"},
    {"groups", "conv ic12 in9x10 oc20 k3x3 p=same g4"},
    {"one channel per group", "conv ic6 in9x10 oc12 k3x3 s2x2 p=same g6"},
    {"groups of pointwise", "conv ic12 in6x7 oc8 k1x1 g2"},
    {"sequence", "conv mb2 ic9 in50 oc18 k5 p=same"},
    {"causal sequence with dilation", "conv ic4 in40 oc7 k3 d5 p=causal"},
    {"causal sequence with strides", "conv ic4 in41 oc7 k3 s2 p=causal"},
    {"volume", "conv ic3 in5x6x7 oc10 k3x3x3 p=same"},
    {"volume with strides and dilation", "conv mb2 ic4 in9x8x11 oc6 k2x3x2 s2x1x3 d1x2x2"},
    {"many channels", "conv ic130 in6x8 oc40 k3x3 p=same"},
    {"one channel, rows of three", "conv mb2 ic1 in9x61 oc8 k3x3 p=same"},
    {"one channel, rows of three, few filters", "conv ic1 in7x40 oc3 k5x3"},
    {"borders apart from a strided row", "conv mb2 ic3 in23x131 oc20 k3x3 s2x2 p=same"},
    {"borders apart, padded on both sides", "conv ic4 in9x95 oc12 k3x5 s2x1 p=1,1x9,17"},
    {"borders apart, groups", "conv ic8 in9x95 oc24 k2x3 s1x2 p=same g2"},
    {"borders apart in a volume", "conv ic3 in4x9x75 oc17 k2x3x3 s1x2x2 p=same"},
    {"wide first layer", "conv ic3 in40x52 oc16 k7x7 s2x2 p=same"},
    {"3×3 on tiles that do not fill", "conv ic16 in13x15 oc32 k3x3 p=same"},
    {"3×3 on whole tiles", "conv mb2 ic32 in16x24 oc16 k3x3 p=same"},
    {"3×3 without padding", "conv ic16 in14x19 oc24 k3x3"},
    {"3×3 with dilation on few channels", "conv ic3 in19x45 oc10 k3x3 d2x3 p=same"},
    {"3×3 with dilation on many channels", "conv ic20 in23x29 oc20 k3x3 d3x2 p=same"},
    {"rows of three on a wide picture", "conv mb2 ic2 in7x301 oc19 k5x3 p=same"},
    {"rows of five", "conv mb2 ic3 in17x61 oc21 k5x5 p=same"},
    {"rows of five with dilation", "conv ic5 in19x45 oc7 k3x5 d2x3 p=same"},
    {"rows of four", "conv ic6 in11x63 oc33 k2x4 p=same"},
    {"rows of three, padded beyond the picture", "conv ic5 in6x33 oc3 k3x3 p=4,1x7,9"},
    {"rows of three in a sequence", "conv ic4 in97 oc24 k3 d2 p=causal"},
    {"rows of three in a volume", "conv ic3 in4x9x37 oc17 k3x3x3 p=same"},
    {"3×3 in a volume", "conv ic12 in5x14x15 oc20 k3x3x3 p=same"},
    {"transposed to 3×3 taps per phase", "deconv ic16 in17x15 oc32 k5x5 s2x2 p=same"},
    {"transposed to few filters by phases", "deconv ic12 in17x19 oc3 k5x5 s2x2 p=same"},
    {"transposed, 4×4 taps, no padding", "deconv mb2 ic40 in13x18 oc24 k4x4 s2x2"},
    {"transposed, 6×5 taps, strides that differ",
     "deconv ic70 in15x14 oc9 k6x5 s2x2 p=same op=1x0"},
    {"transposed, strides 3 and 2", "deconv ic8 in16x17 oc9 k7x6 s3x2 p=same"},
    {"transposed with stride 1", "deconv ic9 in16x21 oc16 k3x3 p=same"},
    {"transposed, strides 2", "deconv ic6 in5x7 oc9 k3x3 s2x2 p=same"},
    {"transposed, even kernel", "deconv ic8 in6x5 oc17 k4x4 s2x2 p=same"},
    {"transposed, strides beyond the kernel", "deconv ic3 in4x5 oc6 k2x2 s3x4"},
    {"transposed with output padding", "deconv ic5 in6x4 oc3 k3x3 s2x2 p=same op=0x1"},
    {"transposed with dilation", "deconv ic4 in7x6 oc5 k3x3 d2x3"},
    {"transposed with strides and dilation", "deconv ic4 in7x6 oc5 k3x3 s2x3 d3x2"},
    {"transposed sequence", "deconv mb2 ic7 in19 oc12 k5 s3"},
    {"transposed volume", "deconv ic4 in3x4x5 oc6 k3x2x3 s2x2x1 p=same"},
    {"transposed to few filters", "deconv ic32 in8x9 oc3 k5x5 s2x2 p=same"},
    {"depthwise", "depthwise ic37 in9x13 k3x3 p=same"},
    {"depthwise with strides", "depthwise ic16 in12x11 k3x3 s2x2 p=same"},
    {"depthwise with strides that differ", "depthwise ic5 in12x11 k3x5 s2x1 p=same"},
    {"depthwise with a multiplier", "depthwise ic6 in8x9 k3x3 m3"},
    {"depthwise with dilation", "depthwise ic20 in15x16 k3x3 d2x3 p=same"},
    {"depthwise, cells 4 KiB apart", "depthwise mb2 ic1024 in9x7 k3x3 p=same"},
    {"depthwise with strides, cells 4 KiB apart", "depthwise ic1024 in13x14 k3x3 s2x2 p=same"},
    {"depthwise volume, cells 4 KiB apart", "depthwise ic1024 in3x5x6 k1x3x3 p=same"},
    {"depthwise sequence", "depthwise ic18 in33 k4 p=same"},
    {"depthwise volume", "depthwise ic4 in5x6x7 k2x3x3 p=same"},
    {"separable", "separable ic19 in11x12 oc23 k3x3 p=same"},
    {"separable with strides", "separable mb2 ic16 in14x15 oc40 k3x3 s2x2 p=same"},
    {"separable with a multiplier", "separable ic5 in10x9 oc8 k3x3 m2"},
    {"separable beyond the second-level cache", "separable ic40 in91x80 oc24 k3x3 p=same"},
    {"results beyond the caches, 3×3", "conv ic2 in300x310 oc96 k3x3 p=same"},
    {"results beyond the caches, pointwise", "conv ic3 in300x310 oc96 k1x1"},
    {"results beyond the caches, 3×3 of more channels", "conv ic7 in130x101 oc640 k3x3"},
    {"separable sequence", "separable ic6 in30 oc9 k5 p=same"},
};

const Elementwise kRelu{ElementwiseOp::Relu, 0, std::numeric_limits<float>::infinity(), 0};

} // namespace

class TstConvolution : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup();
    void matchesReference_data();
    void matchesReference();
    void appliesTheActivation_data();
    void appliesTheActivation();
    void leavesOutTheBias();
    void namesTheKernelItUsed();
    void namesEachInstructionSet();
    void refusesAnUnknownKernel();
    void refusesAKernelThatDeclines();
    void stopsWhenCancelled();
    void readsItsOwnText_data();
    void readsItsOwnText();
};

void TstConvolution::cleanup()
{
    useInstructions(0);
    setThreadCount(0);
}

void TstConvolution::matchesReference_data()
{
    QTest::addColumn<QByteArray>("problem");
    QTest::addColumn<bool>("first");
    for (const Row &row : kRows) {
        QTest::addRow("%s, channels last", row.name) << QByteArray(row.problem) << false;
        QTest::addRow("%s, channels first", row.name) << QByteArray(row.problem) << true;
    }
}

void TstConvolution::matchesReference()
{
    QFETCH(QByteArray, problem);
    QFETCH(bool, first);
    const ConvProblem p = problemOf(problem.constData(),
                                    first ? DataFormat::ChannelsFirst : DataFormat::ChannelsLast);
    const auto small = [](Extents e, std::uint32_t seed) {
        return integers(std::move(e), seed, 4);
    };
    const auto real = [](Extents e, std::uint32_t seed) { return reals(std::move(e), seed); };
    const Tensor src = small(srcExtents(p), 1);
    const ConvWeights weights = weightsOf(p, small);
    const Tensor expected = computed(p, src, weights, kRelu, "reference");
    const Tensor realSrc = real(srcExtents(p), 1);
    const ConvWeights realWeights = weightsOf(p, real);
    const Tensor realExpected = computed(p, realSrc, realWeights, {}, "reference");

    for (const std::int64_t target : hwy::SupportedAndGeneratedTargets()) {
        useInstructions(target);
        for (const std::string &kernel : takers(p)) {
            const bool exact = !kernel.starts_with("winograd");
            Tensor onOne;
            for (const int threads : {1, 2}) {
                setThreadCount(threads);
                const std::string where = kernel + " on " + hwy::TargetName(target) + ": ";
                const std::string wrong =
                    difference(computed(p, src, weights, kRelu, kernel), expected,
                               exact ? 0.0F : 1e-6F, exact ? 0.0F : 1e-5F);
                QVERIFY2(wrong.empty(), (where + wrong).c_str());
                const Tensor result = computed(p, realSrc, realWeights, {}, kernel);
                const std::string inexact = difference(result, realExpected, 1e-6F, 1e-5F);
                QVERIFY2(inexact.empty(), (where + inexact).c_str());
                QVERIFY2(threads == 1 || sameBits(result, onOne),
                         (where + "one and two threads differ").c_str());
                onOne = result;
            }
        }
    }
}

void TstConvolution::appliesTheActivation_data()
{
    QTest::addColumn<int>("op");
    QTest::newRow("relu with a slope") << static_cast<int>(ElementwiseOp::Relu);
    QTest::newRow("sigmoid") << static_cast<int>(ElementwiseOp::Sigmoid);
    QTest::newRow("tanh") << static_cast<int>(ElementwiseOp::Tanh);
}

void TstConvolution::appliesTheActivation()
{
    QFETCH(int, op);
    const Elementwise activation{static_cast<ElementwiseOp>(op), 0.25F, 3.0F, 0.5F};
    const auto make = [](Extents e, std::uint32_t seed) { return reals(std::move(e), seed); };
    for (const char *text : {"conv ic3 in9x10 oc5 k3x3 p=same", "depthwise ic5 in9x10 k3x3",
                             "deconv ic3 in5x4 oc6 k3x3 s2x2", "separable ic4 in8x9 oc7 k3x3",
                             "conv ic16 in12x12 oc16 k3x3 p=same"}) {
        for (const DataFormat format : {DataFormat::ChannelsLast, DataFormat::ChannelsFirst}) {
            const ConvProblem p = problemOf(text, format);
            const Tensor src = make(srcExtents(p), 1);
            const ConvWeights weights = weightsOf(p, make);
            const std::string wrong =
                difference(computed(p, src, weights, activation),
                           computed(p, src, weights, activation, "reference"), 1e-6F, 1e-5F);
            QVERIFY2(wrong.empty(), wrong.c_str());
        }
    }
}

void TstConvolution::leavesOutTheBias()
{
    for (const char *text : {"conv ic3 in9x10 oc5 k3x3", "depthwise ic5 in9x10 k3x3",
                             "separable ic4 in8x9 oc7 k3x3", "conv ic16 in12x12 oc16 k3x3",
                             // Cells that no tap reaches hold the bias alone.
                             "deconv ic3 in4x5 oc6 k2x2 s3x4"}) {
        const ConvProblem p = problemOf(text, DataFormat::ChannelsLast);
        const auto make = [](Extents e, std::uint32_t seed) {
            return integers(std::move(e), seed, 3);
        };
        const Tensor src = make(srcExtents(p), 1);
        ConvWeights weights = weightsOf(p, make);
        weights.bias = Tensor();
        const std::string wrong = difference(computed(p, src, weights, {}),
                                             computed(p, src, weights, {}, "reference"), 0, 1e-5F);
        QVERIFY2(wrong.empty(), wrong.c_str());
    }
}

void TstConvolution::namesTheKernelItUsed()
{
    const ConvProblem p = problemOf("conv ic3 in9x10 oc5 k5x5", DataFormat::ChannelsLast);
    const Tensor src = integers(srcExtents(p), 1, 3);
    const ConvWeights weights =
        weightsOf(p, [](Extents e, std::uint32_t seed) { return integers(std::move(e), seed, 3); });
    KernelContext context;
    std::string used;
    context.usedKernel = &used;
    QVERIFY(convolve(p, src, weights, {}, context));
    QVERIFY2(used.starts_with("direct_"), used.c_str());
    context.forcedKernel = "reference";
    QVERIFY(convolve(p, src, weights, {}, context));
    QCOMPARE(used, "reference");
}

void TstConvolution::namesEachInstructionSet()
{
    std::set<std::string> names;
    const auto targets = hwy::SupportedAndGeneratedTargets();
    for (const std::int64_t target : targets) {
        useInstructions(target);
        names.insert(reportedName(convKernels().front()));
    }
    QCOMPARE(names.size(), targets.size());
}

void TstConvolution::refusesAnUnknownKernel()
{
    const auto choice =
        chooseKernel(problemOf("conv ic3 in9x10 oc5 k3x3", DataFormat::ChannelsLast), "fast");
    QVERIFY(!choice);
    QCOMPARE(choice.error().rule, "input");
    QVERIFY(choice.error().message.starts_with(
        "there is no convolution kernel named \"fast\"; the kernels are "));
    QVERIFY(choice.error().message.ends_with("reference"));
}

void TstConvolution::refusesAKernelThatDeclines()
{
    const auto choice =
        chooseKernel(problemOf("depthwise ic3 in9x10 k3x3", DataFormat::ChannelsLast), "direct");
    QVERIFY(!choice);
    QCOMPARE(choice.error().rule, "input");
    QVERIFY(
        choice.error().message.starts_with("the kernel \"direct\" does not take depthwise ic3"));
}

void TstConvolution::stopsWhenCancelled()
{
    for (const char *text :
         {"conv ic3 in9x10 oc5 k3x3", "depthwise ic3 in9x10 k3x3", "separable ic3 in9x10 oc5 k3x3",
          "deconv ic3 in9x10 oc5 k3x3 s2x2", "conv ic16 in12x12 oc16 k3x3"}) {
        const ConvProblem p = problemOf(text, DataFormat::ChannelsLast);
        const Tensor src = integers(srcExtents(p), 1, 3);
        const ConvWeights weights = weightsOf(
            p, [](Extents e, std::uint32_t seed) { return integers(std::move(e), seed, 3); });
        std::stop_source source;
        source.request_stop();
        KernelContext context;
        context.stop = source.get_token();
        for (const std::string &kernel : {std::string(), std::string("reference")}) {
            context.forcedKernel = kernel;
            const auto result = convolve(p, src, weights, {}, context);
            QVERIFY(!result);
            QCOMPARE(result.error().rule, "cancelled");
        }
    }
}

void TstConvolution::readsItsOwnText_data()
{
    QTest::addColumn<QByteArray>("problem");
    for (const Row &row : kRows)
        QTest::newRow(row.name) << QByteArray(row.problem);
}

void TstConvolution::readsItsOwnText()
{
    QFETCH(QByteArray, problem);
    const ConvProblem p = problemOf(problem.constData(), DataFormat::ChannelsFirst);
    const auto again = parseConvProblem(toString(p));
    QVERIFY2(again.has_value(), toString(p).c_str());
    QCOMPARE(toString(*again), toString(p));
    QVERIFY(*again == p);
}

QTEST_APPLESS_MAIN(TstConvolution)
#include "tst_convolution.moc"
