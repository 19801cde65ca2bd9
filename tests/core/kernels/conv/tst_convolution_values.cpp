// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
// What kernels make of values that are not finite, of hand-made weights, and of weights they keep.
#include "support/conv_cases.h"

#include <QTest>

using namespace convscope;
using namespace convscope::testing;

class TstConvolutionValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsNonFiniteNeighboursApart();
    void tellsWeightsOfOneProblemFromAnother();
    void keepsNonFiniteWeightsToTheirTaps();
    void keepsHandMadeKernelsExact();
};

/// A kernel may not multiply zeros with cells its windows do not touch.
void TstConvolutionValues::keepsNonFiniteNeighboursApart()
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

/// The same kernel's values serve problems whose taps meet other cells.
void TstConvolutionValues::tellsWeightsOfOneProblemFromAnother()
{
    const ConvProblem p =
        problemOf("deconv ic9 in16x16 oc9 k5x5 s2x2 p=same", DataFormat::ChannelsLast);
    const auto make = [](Extents e, std::uint32_t seed) { return reals(std::move(e), seed); };
    const Tensor src = make(srcExtents(p), 1);
    const ConvWeights weights = weightsOf(p, make);
    // As many results from crops that differ: before 1 or 2, and from none of a larger result.
    for (const std::int64_t crop : {1, 2, 0}) {
        ConvProblem moved = p;
        moved.padBefore = {crop, crop, 0};
        for (const std::string &kernel : takers(moved)) {
            const std::string wrong =
                difference(computed(moved, src, weights, {}, kernel),
                           computed(moved, src, weights, {}, "reference"), 1e-6F, 1e-5F);
            QVERIFY2(wrong.empty(), (kernel + ": " + wrong).c_str());
        }
    }
    // Square kernels read forwards and transposed.
    for (const char *text :
         {"conv ic9 in16x16 oc9 k3x3 p=same", "deconv ic9 in16x16 oc9 k3x3 p=same",
          "conv ic9 in16x16 oc9 k3x3 p=same"}) {
        const ConvProblem square = problemOf(text, DataFormat::ChannelsLast);
        const ConvWeights same{make({3, 3, 9, 9}, 5), {}, {}};
        for (const std::string &kernel : takers(square)) {
            const std::string wrong =
                difference(computed(square, src, same, {}, kernel),
                           computed(square, src, same, {}, "reference"), 1e-6F, 1e-5F);
            QVERIFY2(wrong.empty(), (std::string(text) + ", " + kernel + ": " + wrong).c_str());
        }
    }
}

/// An infinite weight makes results infinite, not other taps' results undefined. Where it meets
/// padding, engines that lay zeros around the input give NaN and others do not: not compared.
void TstConvolutionValues::keepsNonFiniteWeightsToTheirTaps()
{
    for (const char *text : {"conv ic3 in20x40 oc10 k3x3 p=same", "conv ic16 in20x40 oc16 k3x3",
                             "deconv ic9 in16x16 oc9 k5x5 s2x2 p=same"}) {
        const ConvProblem p = problemOf(text, DataFormat::ChannelsLast);
        QVERIFY(chooseKernel(p, {})->kernel->transforms);
        const auto make = [](Extents e, std::uint32_t seed) { return reals(std::move(e), seed); };
        const Tensor src = make(srcExtents(p), 1);
        ConvWeights weights = weightsOf(p, make);
        std::vector<float> values(weights.kernel.values().begin(), weights.kernel.values().end());
        values[values.size() / 3] = std::numeric_limits<float>::infinity();
        weights.kernel = Tensor::of(kernelExtents(p), values);
        const auto choice = chooseKernel(p, weights, {});
        QVERIFY(!choice->kernel->transforms);
        QVERIFY(std::any_of(choice->declined.begin(), choice->declined.end(), [](const auto &d) {
            return d.reason().text().find("not finite") != std::string::npos;
        }));
        const Tensor got = computed(p, src, weights, {});
        const Tensor expected = computed(p, src, weights, {}, "reference");
        int infinities = 0;
        constexpr std::int64_t kReach = 4;
        for (std::int64_t y = kReach; y < p.out[0] - kReach; ++y) {
            for (std::int64_t i = (y * p.out[1] + kReach) * p.oc;
                 i < ((y + 1) * p.out[1] - kReach) * p.oc; ++i) {
                const auto cell = static_cast<std::size_t>(i);
                QCOMPARE(std::isnan(got.values()[cell]), std::isnan(expected.values()[cell]));
                QCOMPARE(std::isinf(got.values()[cell]), std::isinf(expected.values()[cell]));
                infinities += std::isinf(got.values()[cell]) ? 1 : 0;
            }
        }
        QVERIFY(infinities > 0);
    }
}

/// An edge filter over a flat picture gives zeros, not roundings.
void TstConvolutionValues::keepsHandMadeKernelsExact()
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
            return d.reason().text().find("1/64") != std::string::npos;
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

QTEST_APPLESS_MAIN(TstConvolutionValues)
#include "tst_convolution_values.moc"
