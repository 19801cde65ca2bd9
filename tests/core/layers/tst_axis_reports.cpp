// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "formula_value.h"
#include "layer_run.h"

#include "layers/axis_arithmetic.h"

#include <QTest>

using namespace convscope;
using namespace convscope::testing;

namespace {

AxisReport firstAxis(const Layer &layer, const Shape &input)
{
    return layer.type().axes(layer.params(), input).front();
}

/// All ones, so that an output cell is not 0 exactly where a tap meets the impulse.
std::vector<Tensor> ones(const Layer &layer, const Shape &input)
{
    std::vector<Tensor> weights;
    for (const WeightSpec &spec : weightSpecs(layer, std::span(&input, 1))) {
        const auto count = static_cast<std::size_t>(*elementCount(spec.shape));
        const float value = spec.name == "bias" ? 0.0F : 1.0F;
        weights.push_back(tensor(spec.shape, std::vector<float>(count, value)));
    }
    return weights;
}

} // namespace

class TstAxisReports : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void formulasReadAsPeopleWriteThem_data();
    void formulasReadAsPeopleWriteThem();
    void mapsTellWhichCellsAreRead_data();
    void mapsTellWhichCellsAreRead();
    void blendedCellsAreNeighbours();
    void briefsNameWhatDiffers_data();
    void briefsNameWhatDiffers();
};

void TstAxisReports::formulasReadAsPeopleWriteThem_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("formula");
    QTest::addColumn<qint64>("output");
    QTest::newRow("same") << 0 << u"⌈300 ÷ 1⌉"_qs << qint64(300);
    QTest::newRow("a window that does not fit") << 1 << u"⌊(9 − 13) ÷ 1⌋ + 1"_qs << qint64(-3);
    QTest::newRow("a window that moves by 2 and does not fit")
        << 2 << u"⌊(4 − 7) ÷ 2⌋ + 1"_qs << qint64(-1);
    QTest::newRow("transposed, valid") << 3 << u"113·2 + max(4 − 2, 0)"_qs << qint64(228);
    QTest::newRow("transposed, same") << 4 << u"113·2"_qs << qint64(226);
    QTest::newRow("transposed, valid, output padding")
        << 5 << u"(113 − 1)·2 + 4 + 1"_qs << qint64(229);
    QTest::newRow("transposed, same, output padding")
        << 6 << u"(113 − 1)·2 + 4 − 2·⌊4 ÷ 2⌋ + 1"_qs << qint64(225);
    QTest::newRow("cropping") << 7 << u"451 − 8 − 0"_qs << qint64(443);
    QTest::newRow("zero padding") << 8 << u"300 + 1 + 2"_qs << qint64(303);
    QTest::newRow("up-sampling") << 9 << u"150·2"_qs << qint64(300);
}

void TstAxisReports::formulasReadAsPeopleWriteThem()
{
    QFETCH(int, kind);
    QFETCH(QString, formula);
    QFETCH(qint64, output);
    const std::vector<AxisReport> reports{
        windowReport(300, {.kernel = 5, .padding = Padding::Same}),
        windowReport(9, {.kernel = 5, .dilation = 3}),
        windowReport(4, {.kernel = 7, .stride = 2}),
        transposedReport(113, {.kernel = 4, .stride = 2, .outputPadding = {}}),
        transposedReport(113,
                         {.kernel = 4, .stride = 2, .padding = Padding::Same, .outputPadding = {}}),
        transposedReport(113, {.kernel = 4, .stride = 2, .outputPadding = 1}),
        transposedReport(113,
                         {.kernel = 4, .stride = 2, .padding = Padding::Same, .outputPadding = 1}),
        cropReport(451, {8, 0}),
        padReport(300, {1, 2}),
        repeatReport(150, 2),
    };
    const AxisReport &report = reports[static_cast<std::size_t>(kind)];
    QCOMPARE(QString::fromStdString(report.formula.words().text()), formula);
    QCOMPARE(report.map.output, output);
    QCOMPARE(formulaValue(report.formula.words().text()).value(), output);
}

void TstAxisReports::mapsTellWhichCellsAreRead_data()
{
    QTest::addColumn<QString>("className");
    QTest::addColumn<int>("length");
    for (const char *name : {"Conv1D", "DepthwiseConv1D", "SeparableConv1D", "Conv1DTranspose",
                             "AveragePooling1D", "Cropping1D", "ZeroPadding1D", "UpSampling1D"}) {
        for (const int length : {1, 4, 7, 10})
            QTest::newRow(qPrintable(
                (QString::fromUtf8(name) + QStringLiteral(" over %1 steps")).arg(length)))
                << QString::fromUtf8(name) << length;
    }
}

void TstAxisReports::mapsTellWhichCellsAreRead()
{
    QFETCH(QString, className);
    QFETCH(int, length);
    const LayerType &type = *findLayerType(className.toStdString());
    const auto has = [&](const char *name) { return type.table->indexOf(name) >= 0; };
    const Shape input{1, length, 1};
    int compared = 0;
    for (int variant = 0; variant < 2 * 4 * 3 * 3 * 2; ++variant) {
        const std::int64_t size = variant / 2 % 4 + 1;
        const std::int64_t stride = variant / 8 % 3 + 1;
        const std::int64_t dilation = variant / 24 % 3 + 1;
        const std::int64_t more = variant / 72;
        Arguments arguments;
        if (has("kernel_size"))
            arguments.emplace_back("kernel_size", IntList{size});
        if (has("filters"))
            arguments.emplace_back("filters", std::int64_t{1});
        if (has("strides"))
            arguments.emplace_back("strides", IntList{stride});
        if (has("dilation_rate"))
            arguments.emplace_back("dilation_rate", IntList{dilation});
        if (has("output_padding") && more == 1)
            arguments.emplace_back("output_padding", IntList{stride - 1});
        if (has("pool_size"))
            arguments.emplace_back("pool_size", IntList{size});
        if (has("size"))
            arguments.emplace_back("size", size);
        if (has("cropping"))
            arguments.emplace_back("cropping", PairList{{more, size - 1}});
        if (className == "ZeroPadding1D")
            arguments.emplace_back("padding", PairList{{more, size - 1}});
        else if (has("padding"))
            arguments.emplace_back("padding", std::string(variant % 2 == 0 ? "valid" : "same"));
        const auto layer = tryLayer(className.toStdString(), arguments);
        if (!layer)
            continue; // strides with a dilation
        const AxisReport report = firstAxis(*layer, input);
        QCOMPARE(formulaValue(report.formula.words().text()).value(), report.map.output);
        if (report.map.output <= 0) {
            QVERIFY(!inferShape(*layer, std::span(&input, 1)));
            continue;
        }
        for (int impulse = 0; impulse < length; ++impulse) {
            std::vector<float> values(static_cast<std::size_t>(length), 0.0F);
            values[static_cast<std::size_t>(impulse)] = 1;
            const auto output =
                runLayer(*layer, {tensor({1, length, 1}, values)}, ones(*layer, input));
            QVERIFY(output);
            QCOMPARE(output->extent(1), report.map.output);
            for (std::int64_t o = 0; o < report.map.output; ++o) {
                bool reads = false;
                for (std::int64_t k = 0; k < report.map.taps; ++k)
                    reads = reads || report.map.source(o, k) == impulse;
                QCOMPARE(output->values()[static_cast<std::size_t>(o)] != 0, reads);
                ++compared;
            }
        }
    }
    QVERIFY(compared > 0);
}

void TstAxisReports::blendedCellsAreNeighbours()
{
    // Half-pixel: output 0 of 2 lies a quarter before cell 0, output 1 a quarter after it.
    const AxisMap map = blendReport(3, 2, 1).map;
    QCOMPARE(map.output, 6);
    QCOMPARE(map.source(0, 0), -1);
    QCOMPARE(map.source(0, 1), 0);
    QCOMPARE(map.source(1, 0), 0);
    QCOMPARE(map.source(1, 1), 1);
    QCOMPARE(map.source(4, 0), 1);
    QCOMPARE(map.source(4, 1), 2);
    QCOMPARE(map.source(5, 1), -1);
    // Bicubic reads one more cell on both sides.
    const AxisMap cubic = blendReport(5, 2, 2).map;
    for (std::int64_t k = 0; k < 4; ++k)
        QCOMPARE(cubic.source(4, k), k);
    // Aligned at the first cell: outputs 2 and 3 lie on cell 1 and halfway to cell 2.
    const AxisMap legacy = blendFromOriginReport(3, 2).map;
    QCOMPARE(legacy.source(2, 0), 1);
    QCOMPARE(legacy.source(3, 0), 1);
    QCOMPARE(legacy.source(3, 1), 2);
}

void TstAxisReports::briefsNameWhatDiffers_data()
{
    QTest::addColumn<int>("index");
    QTest::addColumn<QString>("brief");
    QTest::newRow("a kernel") << 0 << u"3×3"_qs;
    QTest::newRow("a stride") << 1 << u"3×3 · stride 2"_qs;
    QTest::newRow("unequal strides") << 2 << u"3×3 · stride 2×1"_qs;
    QTest::newRow("causal") << 3 << u"9 · causal"_qs;
    QTest::newRow("a dilation") << 4 << u"5×5 · dilation 3"_qs;
    QTest::newRow("a pool") << 5 << u"2×2"_qs;
    QTest::newRow("an overlapping pool") << 6 << u"2×2 · stride 1"_qs;
    QTest::newRow("cropping of a volume") << 7 << u"0, 7, 6"_qs;
    QTest::newRow("cropping of a sequence") << 8 << u"8, 0"_qs;
    QTest::newRow("padding of unequal sides") << 9 << u"0 + 1, 2"_qs;
    QTest::newRow("up-sampling") << 10 << u"2×3 · bilinear"_qs;
}

void TstAxisReports::briefsNameWhatDiffers()
{
    QFETCH(int, index);
    QFETCH(QString, brief);
    const std::vector<Layer> layers{
        makeLayer("Conv2D", {}),
        makeLayer("Conv2D", {{"strides", IntList{2, 2}}}),
        makeLayer("Conv2D", {{"strides", IntList{2, 1}}}),
        makeLayer("Conv1D", {{"kernel_size", IntList{9}}, {"padding", std::string("causal")}}),
        makeLayer("Conv2D", {{"kernel_size", IntList{5, 5}}, {"dilation_rate", IntList{3, 3}}}),
        makeLayer("MaxPooling2D", {}),
        makeLayer("AveragePooling2D", {{"strides", IntList{1, 1}}}),
        makeLayer("Cropping3D", {{"cropping", PairList{{0, 0}, {7, 7}, {6, 6}}}}),
        makeLayer("Cropping1D", {{"cropping", PairList{{8, 0}}}}),
        makeLayer("ZeroPadding2D", {{"padding", PairList{{0, 1}, {2, 2}}}}),
        makeLayer("UpSampling2D",
                  {{"size", IntList{2, 3}}, {"interpolation", std::string("bilinear")}}),
    };
    const Layer &layer = layers[static_cast<std::size_t>(index)];
    QCOMPARE(QString::fromStdString(layer.type().brief(layer.params()).text()), brief);
}

QTEST_APPLESS_MAIN(TstAxisReports)
#include "tst_axis_reports.moc"
