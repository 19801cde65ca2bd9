// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
// What the window says about a layer.
#include "layers/registry.h"
#include "model/edit.h"
#include "presenters/layer_text.h"

#include <QTest>

using namespace convscope;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A Conv2D whose stored weights are of 3×3 kernels from 2 channels to 4 filters.
Layer storedConv(std::int64_t kernel, std::int64_t filters)
{
    const Layer layer(*findLayerType("Conv2D"), "conv2d");
    return layer.with("kernel_size", IntList{kernel, kernel})
        ->with("filters", filters)
        ->withWeights({Tensor::of({3, 3, 2, 4}, std::vector<float>(72, 1)),
                       Tensor::of({4}, std::vector<float>(4, 1))});
}

LayerShapes shapesOf(const Layer &layer, const Shape &input = {1, 9, 9, 2})
{
    return inferShapes(insertLayer(Model(), 0, layer), std::span(&input, 1)).layers.front();
}

} // namespace

class TstLayerText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatBecomesOfStoredWeights_data();
    void saysWhatBecomesOfStoredWeights();
    void countsNoParametersWhereNothingIsKnown();
};

void TstLayerText::saysWhatBecomesOfStoredWeights_data()
{
    QTest::addColumn<int>("kernel");
    QTest::addColumn<int>("filters");
    QTest::addColumn<int>("channels");
    QTest::addColumn<QString>("wanted");
    QTest::addRow("they fit") << 3 << 4 << 2 << QString();
    QTest::addRow("larger kernel")
        << 5 << 4 << 2 << u"kernel 3·3·2·4 kept inside 5·5·2·4, the rest drawn"_s;
    QTest::addRow("smaller kernel") << 1 << 4 << 2 << u"kernel 3·3·2·4 cut to 1·1·2·4"_s;
    QTest::addRow("more filters") << 3 << 6 << 2
                                  << u"kernel 3·3·2·4 kept inside 3·3·2·6, the rest drawn; "
                                     "bias 4 kept inside 6, the rest drawn"_s;
    QTest::addRow("other channels, fewer filters")
        << 3 << 2 << 3
        << u"kernel 3·3·2·4 cut and kept inside 3·3·3·2, the rest drawn; bias 4 cut to 2"_s;
}

void TstLayerText::saysWhatBecomesOfStoredWeights()
{
    QFETCH(int, kernel);
    QFETCH(int, filters);
    QFETCH(int, channels);
    const Layer layer = storedConv(kernel, filters);
    QTEST(adaptedWeightsText(layer, shapesOf(layer, {1, 9, 9, channels})), "wanted");
    QCOMPARE(adaptedWeightsText(layer.withWeights({}), shapesOf(layer)), QString());
}

void TstLayerText::countsNoParametersWhereNothingIsKnown()
{
    QCOMPARE(parameterFormula(shapesOf(storedConv(3, 4))), u"3·3·2·4 + 4 = 76"_s);
    const Layer pool(*findLayerType("MaxPooling2D"), "pool");
    QCOMPARE(parameterFormula(shapesOf(pool)), u"0"_s);
    QCOMPARE(parameterFormula(shapesOf(storedConv(11, 4))), u"–"_s);
}

QTEST_APPLESS_MAIN(TstLayerText)
#include "tst_layer_text.moc"
