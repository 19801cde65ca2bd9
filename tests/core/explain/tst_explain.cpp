// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
//
// Explanations of single values against what the layers compute.

#include "explain/axis_links.h"
#include "explain/explain.h"
#include "explain/stage_maker.h"
#include "kernels/move/rearrange.h"
#include "layers/axis_arithmetic.h"
#include "layers/registry.h"
#include "layers/time_distributed.h"
#include "support/random_layers.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <functional>

using namespace convscope;
using namespace convscope::testing;
using namespace Qt::StringLiterals;

namespace {

/// One layer and what it ran with, by the reference kernels.
Result<LayerOperands> operandsOf(const RandomLayer &made)
{
    std::vector<Shape> shapes;
    for (const Tensor &input : made.inputs)
        shapes.emplace_back(input.extents());
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

Extents randomCell(const LayerOperands &operands, std::mt19937 &random)
{
    Extents cell = cellExtents(operands.output.extents(), operands.outputFormat);
    for (std::int64_t &index : cell)
        index = static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(index));
    return cell;
}

/// Equal but for the rounding of the value to float, or of what came before a function of it.
bool isClose(double recomputed, float value)
{
    if (std::isnan(recomputed) || std::isnan(value))
        return std::isnan(recomputed) == std::isnan(value);
    if (std::isinf(value) || std::isinf(static_cast<float>(recomputed)))
        return static_cast<float>(recomputed) == value;
    return std::abs(recomputed - static_cast<double>(value)) <=
           1e-6 + 2e-6 * std::abs(static_cast<double>(value));
}

QString describe(const LayerOperands &operands, const Explanation &told)
{
    QStringList words{QString::fromStdString(told.className)};
    for (const ParamInfo &info : operands.layer.type().table->params()) {
        if (!info.rare)
            words << QString::fromStdString(info.name + '=' +
                                            toPython(operands.layer.value(info.name)));
    }
    for (const Tensor &input : operands.inputs)
        words << QString::fromStdString(toString(input.extents()));
    words << u"cell %1 of sample %2: value %3, recomputed %4"_s.arg(
        QString::fromStdString(toString(told.cell)), QString::number(told.batch),
        QString::number(static_cast<double>(told.value), 'g', 9),
        QString::number(told.recomputed, 'g', 17));
    return words.join(u' ');
}

/// What is wrong within an explanation: operands that are not the tensors', sums that do not add
/// up.
QString inconsistency(const LayerOperands &operands, const Explanation &told)
{
    for (const Stage &stage : told.stages) {
        double sum = 0;
        for (const Term &term : stage.terms) {
            if (term.source == Term::kPadding && term.value != 0)
                return u"a padding cell with a value"_s;
            if (term.source >= 0) {
                const Tensor &input = operands.inputs[static_cast<std::size_t>(term.input)];
                if (term.value != static_cast<double>(input.data()[term.source]))
                    return u"an operand that is not the tensor's"_s;
                if (told.place(term)[0] != told.batch)
                    return u"an operand of another sample"_s;
            }
            if (term.stage >= 0 &&
                term.value != told.stages[static_cast<std::size_t>(term.stage)].result)
                return u"an operand that is not the stage's"_s;
            if (stage.isWeighted && term.product != term.value * term.weight)
                return u"a product that is none"_s;
            if (stage.weights >= 0 &&
                term.weight !=
                    static_cast<double>(operands.weights[static_cast<std::size_t>(stage.weights)]
                                            .data()[term.weightAt]))
                return u"a weight that is not the tensor's"_s;
            sum += term.product;
        }
        if (stage.reduce == Reduce::Sum && sum + stage.bias.value_or(0) != stage.result)
            return u"a sum that does not add up"_s;
        double channels = 0;
        for (const ChannelSum &channel : stage.channels)
            channels += channel.sum;
        if (!stage.channels.empty() && std::abs(channels - sum) > 1e-9 * (1 + std::abs(sum)))
            return u"channels that do not add up"_s;
        if (stage.winner && stage.terms[*stage.winner].value != stage.result)
            return u"a winner that does not win"_s;
    }
    return {};
}

/// Terms that do not lie where the axis maps say; padding is exactly what they say is outside.
QString misplaced(const LayerOperands &operands, const Explanation &told)
{
    const LayerType &type = operands.layer.type();
    if (!type.axes)
        return {};
    const auto reports = type.axes(operands.layer.params(), Shape(operands.inputs[0].extents()));
    const int first = spatialAxis(dataFormat(operands.layer));
    const Extents index = tensorIndex(told.cell, operands.outputFormat);
    for (const Stage &stage : told.stages) {
        if (stage.taps.size() != reports.size() || stage.reduce == Reduce::Interpolate ||
            stage.reduce == Reduce::Line)
            continue;
        for (const Term &term : stage.terms) {
            const Extents tap = Explanation::tap(stage, term);
            const Extents place = told.place(term);
            bool isOutside = false;
            for (std::size_t i = 0; i < reports.size(); ++i) {
                const auto axis = static_cast<std::size_t>(first) + i;
                const std::int64_t cell = reports[i].map.source(index[axis - 1], tap[i]);
                isOutside = isOutside || cell < 0;
                if (!place.empty() && place[axis] != cell)
                    return u"a term at another place than its tap's"_s;
            }
            if (isOutside != (term.source == Term::kPadding))
                return u"padding inside the input, or a cell outside"_s;
        }
    }
    return {};
}

/// Padding among the terms: as many as the window has places outside the input.
std::int64_t paddingTerms(const Explanation &told)
{
    std::int64_t count = 0;
    for (const Stage &stage : told.stages) {
        for (const Term &term : stage.terms)
            count += term.source == Term::kPadding ? 1 : 0;
    }
    return count;
}

} // namespace

class TstExplain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recomputesEveryClass_data();
    void recomputesEveryClass();
    void explainsEveryStep_data();
    void explainsEveryStep();
    void channelsFirstExplainsTheSame_data();
    void channelsFirstExplainsTheSame();
    void paddingIsWhatLiesOutside();
    void manyTermsAreCutToTheLargest();
    void refusesCells_data();
    void refusesCells();
    void linksAgree();
    void aWindowOfManyChannelsIsQuick();
};

void TstExplain::recomputesEveryClass_data()
{
    QTest::addColumn<QString>("className");
    for (const LayerType *type : layerTypes())
        QTest::addRow("%s", type->className.c_str()) << QString::fromStdString(type->className);
}

void TstExplain::recomputesEveryClass()
{
    QFETCH(QString, className);
    const LayerType &type = *findLayerType(className.toStdString());
    std::mt19937 random(qChecksum(className.toLatin1()) + 2U);
    for (int round = 0; round < 40; ++round) {
        const auto made = randomLayer(type, random);
        QVERIFY2(made.has_value(), "no legal arguments were found");
        const auto operands = operandsOf(*made);
        QVERIFY2(operands.has_value(), operands ? "" : operands.error().message.c_str());
        for (int probe = 0; probe < 8; ++probe) {
            const auto batch = static_cast<std::int64_t>(
                random() % static_cast<std::uint64_t>(operands->output.extent(0)));
            const auto told = explain(*operands, randomCell(*operands, random), batch);
            QVERIFY2(told.has_value(), told ? "" : told.error().message.c_str());
            QVERIFY2(isClose(told->recomputed, told->value),
                     qPrintable(describe(*operands, *told)));
            const QString wrong = inconsistency(*operands, *told) + misplaced(*operands, *told);
            QVERIFY2(wrong.isEmpty(), qPrintable(wrong + u": "_s + describe(*operands, *told)));
        }
    }
}

void TstExplain::explainsEveryStep_data()
{
    QTest::addColumn<QString>("className");
    for (const char *name :
         {"Conv2D", "DepthwiseConv2D", "Conv2DTranspose", "SeparableConv2D", "MaxPooling2D",
          "UpSampling2D", "ZeroPadding2D", "Dense", "Softmax", "PReLU", "BatchNormalization",
          "LayerNormalization", "GroupNormalization", "Permute", "Flatten"})
        QTest::addRow("%s", name) << QString::fromLatin1(name);
}

void TstExplain::explainsEveryStep()
{
    QFETCH(QString, className);
    const LayerType &inner = *findLayerType(className.toStdString());
    std::mt19937 random(qChecksum(className.toLatin1()) + 5U);
    for (int round = 0; round < 20; ++round) {
        auto made = randomLayer(inner, random, Extents{6, 5, 4, 6});
        QVERIFY(made.has_value());
        made->layer = Layer(timeDistributed(inner), "layer").withParams(made->layer.params());
        made->inputs[0] = made->inputs[0].reshaped({2, 3, 5, 4, 6});
        const auto operands = operandsOf(*made);
        QVERIFY2(operands.has_value(), operands ? "" : operands.error().message.c_str());
        for (int probe = 0; probe < 8; ++probe) {
            const auto batch = static_cast<std::int64_t>(random() % 2);
            const Extents cell = randomCell(*operands, random);
            const auto told = explain(*operands, cell, batch);
            QVERIFY2(told.has_value(), told ? "" : told.error().message.c_str());
            QVERIFY2(isClose(told->recomputed, told->value),
                     qPrintable(describe(*operands, *told)));
            const QString wrong = inconsistency(*operands, *told);
            QVERIFY2(wrong.isEmpty(), qPrintable(wrong + u": "_s + describe(*operands, *told)));
            // Nothing of another step.
            for (const Stage &stage : told->stages) {
                for (const Term &term : stage.terms)
                    QVERIFY(term.source < 0 ||
                            told->place(term)[1] ==
                                tensorIndex(cell, operands->outputFormat).front());
            }
        }
    }
}

void TstExplain::channelsFirstExplainsTheSame_data()
{
    QTest::addColumn<QString>("className");
    for (const LayerType *type : layerTypes()) {
        if (type->table->indexOf("data_format") >= 0 && type->className != "Flatten")
            QTest::addRow("%s", type->className.c_str()) << QString::fromStdString(type->className);
    }
}

void TstExplain::channelsFirstExplainsTheSame()
{
    QFETCH(QString, className);
    const LayerType &type = *findLayerType(className.toStdString());
    std::mt19937 random(qChecksum(className.toLatin1()) + 3U);
    for (int compared = 0; compared < 10;) {
        auto made = randomLayer(type, random, {}, {"linear", "tanh"});
        QVERIFY(made.has_value());
        if (made->layer.value("data_format") != Value(std::string("channels_last")))
            continue;
        ++compared;
        RandomLayer turned = *made;
        turned.layer = *made->layer.with("data_format", Value(std::string("channels_first")));
        const Tensor &last = made->inputs[0];
        std::vector<int> axes{0, last.rank() - 1};
        for (int axis = 1; axis < last.rank() - 1; ++axis)
            axes.push_back(axis);
        turned.inputs[0] = *permute(last, axes, {});
        const auto a = operandsOf(*made), b = operandsOf(turned);
        QVERIFY(a && b);
        const Extents cell = randomCell(*a, random);
        const auto one = explain(*a, cell, 0);
        const auto other = explain(*b, cell, 0);
        QVERIFY(one && other);
        QCOMPARE(other->recomputed, one->recomputed);
        QCOMPARE(other->stages.size(), one->stages.size());
        for (std::size_t s = 0; s < one->stages.size(); ++s) {
            const auto &terms = one->stages[s].terms;
            const auto &others = other->stages[s].terms;
            QCOMPARE(others.size(), terms.size());
            QCOMPARE(other->stages[s].taps, one->stages[s].taps);
            for (std::size_t i = 0; i < terms.size(); ++i) {
                QCOMPARE(others[i].channel, terms[i].channel);
                QCOMPARE(others[i].tap, terms[i].tap);
                QCOMPARE(others[i].product, terms[i].product);
                Extents place = other->place(others[i]);
                if (!place.empty())
                    std::rotate(place.begin() + 1, place.begin() + 2, place.end());
                QCOMPARE(place, one->place(terms[i]));
            }
        }
    }
}

namespace {

RandomLayer layerOf(const char *className,
                    const std::vector<std::pair<std::string, Value>> &arguments,
                    const Extents &input, std::mt19937 &random)
{
    Layer layer(*findLayerType(className), "layer");
    for (const auto &[argument, value] : arguments)
        layer = *layer.with(argument, value);
    RandomLayer made{layer, {randomTensor(input, random)}, {}};
    const Shape shape(input);
    for (const WeightSpec &spec : weightSpecs(layer, std::span(&shape, 1)))
        made.weights.push_back(randomTensor(spec.shape, random));
    return made;
}

const Value kSame(std::string("same"));

} // namespace

void TstExplain::paddingIsWhatLiesOutside()
{
    std::mt19937 random(1);
    const auto operands = operandsOf(layerOf(
        "Conv2D", {{"filters", Value(std::int64_t{2})}, {"padding", kSame}}, {1, 5, 6, 3}, random));
    const auto corner = explain(*operands, {0, 0, 1}, 0);
    QCOMPARE(corner->stages[0].terms.size(), std::size_t{27});
    QCOMPARE(paddingTerms(*corner), std::int64_t{15});
    // The window's first row and first column of each channel.
    for (const Term &term : corner->stages[0].terms) {
        const Extents tap = Explanation::tap(corner->stages[0], term);
        QCOMPARE(term.source == Term::kPadding, tap[0] == 0 || tap[1] == 0);
    }
    QCOMPARE(paddingTerms(*explain(*operands, {2, 2, 0}, 0)), std::int64_t{0});
    // Padding of a pooling is no term.
    const auto pooled = operandsOf(
        layerOf("AveragePooling2D", {{"pool_size", Value(IntList{3, 3})}, {"padding", kSame}},
                {1, 4, 4, 1}, random));
    const auto edge = explain(*pooled, {0, 0, 0}, 0);
    QCOMPARE(paddingTerms(*edge), std::int64_t{0});
    // Windows of 9 places that meet four cells each.
    QCOMPARE(edge->stages[0].count, std::optional<std::int64_t>(4));
}

void TstExplain::manyTermsAreCutToTheLargest()
{
    std::mt19937 random(2);
    const auto operands =
        operandsOf(layerOf("Dense", {{"units", Value(std::int64_t{3})}}, {1, 12000}, random));
    const auto told = explain(*operands, {1}, 0);
    const Stage &stage = told->stages[0];
    QCOMPARE(stage.terms.size(), std::size_t{1000});
    QCOMPARE(stage.omittedCount, std::int64_t{11000});
    ExplainOptions all;
    all.mostTerms = 20000;
    const auto whole = explain(*operands, {1}, 0, all);
    QCOMPARE(whole->stages[0].terms.size(), std::size_t{12000});
    QCOMPARE(whole->recomputed, told->recomputed);
    std::vector<double> sizes;
    double listed = 0;
    for (const Term &term : whole->stages[0].terms)
        sizes.push_back(std::abs(term.product));
    std::sort(sizes.begin(), sizes.end(), std::greater<>());
    double smallest = sizes[0];
    for (const Term &term : stage.terms) {
        smallest = std::min(smallest, std::abs(term.product));
        listed += term.product;
    }
    QCOMPARE(smallest, sizes[999]);
    QVERIFY(std::abs(listed + stage.omittedSum - *whole->stages[0].sum) < 1e-9);
}

void TstExplain::refusesCells_data()
{
    QTest::addColumn<std::vector<std::int64_t>>("cell");
    QTest::addColumn<int>("batch");
    QTest::addColumn<QString>("argument");
    QTest::newRow("a row beyond the map") << Extents{5, 0, 0} << 0 << u"cell"_s;
    QTest::newRow("a negative column") << Extents{0, -1, 0} << 0 << u"cell"_s;
    QTest::newRow("too few indices") << Extents{0, 0} << 0 << u"cell"_s;
    QTest::newRow("a sample that is not there") << Extents{0, 0, 0} << 1 << u"batch"_s;
}

void TstExplain::refusesCells()
{
    QFETCH(std::vector<std::int64_t>, cell);
    QFETCH(int, batch);
    QFETCH(QString, argument);
    std::mt19937 random(3);
    const auto operands = operandsOf(layerOf("ReLU", {}, {1, 5, 5, 2}, random));
    const auto told = explain(*operands, cell, batch);
    QVERIFY(!told.has_value());
    QCOMPARE(QString::fromStdString(told.error().argument), argument);
    QCOMPARE(told.error().rule, std::string("input"));
}

void TstExplain::linksAgree()
{
    const AxisMap map = transposedReport(5, {3, 2, 1, Padding::Valid, {}}).map;
    QCOMPARE(coverage(map), (std::vector<std::int64_t>{1, 1, 2, 1, 2, 1, 2, 1, 2, 1, 1}));
    std::int64_t links = 0;
    for (std::int64_t i = 0; i < map.input; ++i) {
        for (const AxisLink &link : linksOfInput(map, i)) {
            QCOMPARE(link.output, 2 * i + link.tap);
            ++links;
        }
    }
    std::int64_t byTap = 0;
    for (std::int64_t k = 0; k < map.taps; ++k)
        byTap += static_cast<std::int64_t>(linksOfTap(map, k).size());
    QCOMPARE(byTap, links);
    QCOMPARE(linksOfOutput(map, 1), (std::vector<AxisLink>{{1, 0, -1}, {1, 1, 0}, {1, 2, -1}}));
}

void TstExplain::aWindowOfManyChannelsIsQuick()
{
    std::mt19937 random(4);
    const auto operands = operandsOf(
        layerOf("Conv2D", {{"filters", Value(std::int64_t{2})}}, {1, 4, 4, 512}, random));
    double best = 1e9;
    for (int round = 0; round < 20; ++round) {
        QElapsedTimer timer;
        timer.start();
        const auto told = explain(*operands, {1, 1, 1}, 0);
        best = std::min(best, static_cast<double>(timer.nsecsElapsed()) * 1e-6);
        QCOMPARE(told->stages[0].terms.size(), std::size_t{4608});
    }
    qInfo("4 608 terms: %.3f ms", best);
}

QTEST_APPLESS_MAIN(TstExplain)
#include "tst_explain.moc"
