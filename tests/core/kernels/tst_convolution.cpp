// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/conv_kernel.h"
#include "kernels/conv_tensors.h"
#include "kernels/parallel.h"

#include <QTest>

#include <hwy/targets.h>

#include <cmath>
#include <random>
#include <set>

using namespace convscope;

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

ConvProblem problemOf(const char *text, DataFormat format)
{
    auto problem = parseConvProblem(text);
    if (!problem)
        qFatal("%s", problem.error().message.c_str());
    problem->format = format;
    return *problem;
}

/// Small integers: every product and sum is exact in float, so kernels must agree to the bit.
Tensor integers(Extents extents, std::uint32_t seed, int bound)
{
    std::mt19937 random(seed);
    auto buffer = TensorBuffer::allocate(std::move(extents), "test data");
    for (float &x : buffer->values())
        x = static_cast<float>(static_cast<int>(random() % static_cast<unsigned>(2 * bound + 1)) -
                               bound);
    return Tensor(std::move(*buffer));
}

Tensor reals(Extents extents, std::uint32_t seed)
{
    std::mt19937 random(seed);
    auto buffer = TensorBuffer::allocate(std::move(extents), "test data");
    for (float &x : buffer->values())
        x = static_cast<float>(random() % 20001) / 10000.0F - 1.0F;
    return Tensor(std::move(*buffer));
}

template <class Make>
ConvWeights weightsOf(const ConvProblem &p, const Make &make)
{
    ConvWeights weights;
    weights.kernel = make(kernelExtents(p), 2U);
    if (p.op == ConvOp::Separable) {
        Extents pointwise(static_cast<std::size_t>(p.rank), 1);
        pointwise.insert(pointwise.end(), {p.ic * p.multiplier, p.oc});
        weights.pointwise = make(std::move(pointwise), 3U);
    }
    weights.bias = make({p.oc}, 4U);
    return weights;
}

Tensor computed(const ConvProblem &p, const Tensor &src, const ConvWeights &weights,
                const Elementwise &activation, const std::string &kernel = {})
{
    KernelContext context;
    context.forcedKernel = kernel;
    auto result = convolve(p, src, weights, activation, context);
    if (!result)
        qFatal("%s", result.error().message.c_str());
    return std::move(*result);
}

bool sameBits(const Tensor &a, const Tensor &b)
{
    return a.extents() == b.extents() &&
           std::memcmp(a.data(), b.data(), static_cast<std::size_t>(a.bytes())) == 0;
}

/// "" where equal, else the first difference.
std::string difference(const Tensor &got, const Tensor &expected, float absolute, float relative)
{
    if (got.extents() != expected.extents())
        return "shape " + toString(got.extents()) + ", expected " + toString(expected.extents());
    float largest = 0;
    for (const float x : expected.values())
        largest = std::max(largest, std::abs(x));
    const float allowed = absolute + relative * largest;
    for (std::size_t i = 0; i < expected.values().size(); ++i) {
        const float a = got.values()[i];
        const float b = expected.values()[i];
        if (!(std::abs(a - b) <= allowed))
            return "[" + std::to_string(i) + "] is " + std::to_string(a) + ", expected " +
                   std::to_string(b);
    }
    return {};
}

/// Kernels other than the reference that take the problem.
std::vector<std::string> takers(const ConvProblem &p)
{
    std::vector<std::string> names;
    for (const ConvKernel &kernel : convKernels()) {
        if (kernel.name != "reference" && kernel.declines(asRank3(p)).empty())
            names.emplace_back(kernel.name);
    }
    return names;
}

/// 0: the best one of this machine again.
void useTarget(std::int64_t target)
{
    hwy::SetSupportedTargetsForTest(target);
    hwy::GetChosenTarget().Update(hwy::SupportedTargets());
}

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
    void keepsNonFiniteNeighboursApart();
    void keepsHandMadeKernelsExact();
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
    useTarget(0);
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
        useTarget(target);
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

/// A kernel may not multiply zeros with cells its windows do not touch.
void TstConvolution::keepsNonFiniteNeighboursApart()
{
    for (const char *text : {"conv ic3 in9x40 oc8 k3x3 p=same", "conv ic1 in9x40 oc8 k3x3 p=same",
                             "conv ic8 in9x40 oc3 k1x1", "depthwise ic5 in9x10 k3x3",
                             "deconv ic5 in5x9 oc3 k5x5 s2x2 p=same"}) {
        for (const DataFormat format : {DataFormat::ChannelsLast, DataFormat::ChannelsFirst}) {
            const ConvProblem p = problemOf(text, format);
            const auto make = [](Extents e, std::uint32_t seed) {
                return integers(std::move(e), seed, 3);
            };
            const Tensor finite = make(srcExtents(p), 1);
            std::vector<float> values(finite.values().begin(), finite.values().end());
            values[values.size() / 2] = std::numeric_limits<float>::infinity();
            const Tensor src = Tensor::of(srcExtents(p), values);
            const ConvWeights weights = weightsOf(p, make);
            for (const std::string &kernel : takers(p)) {
                const Tensor expected = computed(p, src, weights, {}, "reference");
                const Tensor got = computed(p, src, weights, {}, kernel);
                for (std::size_t i = 0; i < expected.values().size(); ++i)
                    QCOMPARE(std::isfinite(got.values()[i]), std::isfinite(expected.values()[i]));
            }
        }
    }
}

/// An edge filter over a flat picture gives zeros, not roundings.
void TstConvolution::keepsHandMadeKernelsExact()
{
    for (const char *text : {"conv ic16 in40x40 oc16 k3x3 p=same", "conv ic9 in31x45 oc12 k3x3"}) {
        const ConvProblem p = problemOf(text, DataFormat::ChannelsLast);
        QVERIFY(chooseKernel(p, {})->kernel->transforms);
        const Tensor src = reals(srcExtents(p), 1);
        ConvWeights weights = weightsOf(p, [](Extents e, std::uint32_t) {
            auto buffer = TensorBuffer::allocate(std::move(e), "test data");
            std::fill(buffer->values().begin(), buffer->values().end(), 0.0F);
            return Tensor(std::move(*buffer));
        });
        const auto choice = chooseKernel(p, weights, {});
        QVERIFY(!choice->kernel->transforms);
        QVERIFY(std::any_of(choice->declined.begin(), choice->declined.end(), [](const auto &d) {
            return d.reason.find("1/64") != std::string::npos;
        }));
        std::vector<float> values(weights.kernel.values().begin(), weights.kernel.values().end());
        const std::size_t centre = 4 * static_cast<std::size_t>(p.ic * p.oc);
        values[centre] = 1.0F;     // the first channel as it is
        values[centre + 1] = 0.5F; // less its left neighbour
        values[centre + 1 - static_cast<std::size_t>(p.ic * p.oc)] = -0.5F;
        weights.kernel = Tensor::of(kernelExtents(p), values);
        QVERIFY(
            sameBits(computed(p, src, weights, {}), computed(p, src, weights, {}, "reference")));
        values[centre] = 0.3F;
        weights.kernel = Tensor::of(kernelExtents(p), values);
        QVERIFY(chooseKernel(p, weights, {})->kernel->transforms);
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
        useTarget(target);
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
