// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
//
// The weights shown beside an explanation are those that it uses, for every class with a window.
#include "explain/kernel_slice.h"
#include "layers/registry.h"
#include "support/random_layers.h"

#include <QTest>

#include <random>

using namespace convscope;
using namespace convscope::testing;

namespace {

Result<LayerOperands> operandsOf(const RandomLayer &made)
{
    KernelContext context;
    context.forcedKernel = "reference";
    auto output =
        made.layer.type().forward(made.layer.params(), made.inputs, made.weights, context);
    if (!output)
        return fail(output.error());
    const DataFormat format = dataFormat(made.layer);
    LayerOperands operands{made.layer,   "layer", made.inputs, {},         {},
                           made.weights, *output, format,      "reference"};
    for (std::size_t i = 0; i < made.inputs.size(); ++i) {
        operands.inputNames.push_back("input" + std::to_string(i));
        operands.inputFormats.push_back(format);
    }
    return operands;
}

} // namespace

class TstKernelSlice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void weightsAreThoseOfTheTerms();
    void costIsWhatExplainVisits();
};

void TstKernelSlice::weightsAreThoseOfTheTerms()
{
    std::mt19937 random(11);
    int compared = 0;
    for (const LayerType *type : layerTypes()) {
        for (int trial = 0; trial < 20; ++trial) {
            const auto made = randomLayer(*type, random);
            if (!made)
                continue;
            const auto operands = operandsOf(*made);
            QVERIFY(operands);
            Extents cell = cellExtents(operands->output.extents(), operands->outputFormat);
            if (operands->output.size() == 0 || cell.empty())
                continue;
            for (std::int64_t &index : cell)
                index = static_cast<std::int64_t>(random() % static_cast<unsigned>(index));
            const auto told = explain(*operands, cell, 0);
            if (!told)
                continue;
            for (std::size_t i = 0; i < told->stages.size(); ++i) {
                const Stage &stage = told->stages[i];
                if (stage.weights != 0 || stage.taps.empty() || stage.name == "pointwise")
                    continue;
                const bool isBetween =
                    layerArithmetic(*operands).rule == Arithmetic::Rule::Separable;
                for (const Term &term : stage.terms) {
                    const std::int64_t output =
                        isBetween ? static_cast<std::int64_t>(i) : cell.back();
                    const auto slice = kernelSlice(*operands, term.channel, output);
                    QVERIFY2(slice, type->className.c_str());
                    QCOMPARE(slice->taps, stage.taps);
                    QCOMPARE(static_cast<double>(slice->values[static_cast<std::size_t>(term.tap)]),
                             term.weight);
                    QVERIFY(isBetween ||
                            channelsSeen(*operands, cell.back()).contains(term.channel));
                    ++compared;
                }
                if (!isBetween && stage.name != "transposed")
                    QCOMPARE(static_cast<std::int64_t>(stage.channels.size()),
                             channelsSeen(*operands, cell.back()).count);
            }
        }
    }
    qInfo("%d weights compared", compared);
    QVERIFY(compared > 500);
}

void TstKernelSlice::costIsWhatExplainVisits()
{
    std::mt19937 random(5);
    for (const LayerType *type : layerTypes()) {
        const auto made = randomLayer(*type, random);
        if (!made)
            continue;
        const auto operands = operandsOf(*made);
        QVERIFY(operands);
        const Extents cell(static_cast<std::size_t>(operands->output.rank()) - 1, 0);
        if (operands->output.size() == 0)
            continue;
        const auto told = explain(*operands, cell, 0);
        if (!told)
            continue;
        std::int64_t terms = 0;
        for (const Stage &stage : told->stages)
            terms = std::max(terms, static_cast<std::int64_t>(stage.terms.size()));
        QVERIFY2(explanationCost(*operands, cell, 0) >= terms, type->className.c_str());
    }
}

QTEST_GUILESS_MAIN(TstKernelSlice)
#include "tst_kernel_slice.moc"
