// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "keras/layer_json.h"
#include "layers/layer.h"
#include "support/test_paths.h"

#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <nlohmann/json.hpp>

#include <cmath>
#include <limits>

using namespace convscope;
using namespace Qt::StringLiterals;

namespace convscope {

/// Compiled from the README of core/layers, see CMakeLists.txt.
extern const LayerType WALK_LAYER;

} // namespace convscope

namespace {

/// Two samples of 2 × 2 cells with two channels; channels_last.
Tensor picture()
{
    const float nan = std::numeric_limits<float>::quiet_NaN();
    return Tensor::of({2, 2, 2, 2},
                      std::vector<float>{5, -1, 3, 0, 4, 7, 9, -8, 1, 1, 1, nan, 1, 1, 2, 1});
}

Layer walked(const char *format)
{
    return *Layer(WALK_LAYER, "walked").with("data_format", std::string(format));
}

} // namespace

class TstAddingALayer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAtMostSixFiles();
    void hasItsArgumentAndItsWords();
    void infersShapes_data();
    void infersShapes();
    void refusesInputsOfAnotherRank();
    void givesTheLeastOfEachChannel_data();
    void givesTheLeastOfEachChannel();
    void seesAllCellsOfItsChannel();
    void isWrittenAsKerasWritesLayers();
};

void TstAddingALayer::readsAtMostSixFiles()
{
    QFile readme(QString::fromStdString(sourcePath("core/layers/README.md")));
    QVERIFY(readme.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(readme.readAll());
    const QString walk = text.section(u"## Adding a layer"_s, 1);
    const QString list = walk.section(u"\n\n"_s, 0, 0);
    QVERIFY2(list.contains(u"Read: this file;"_s), qPrintable(list));
    // The nearest class is one of those the last part names.
    const QString fixed = list.section(u"and the class nearest to yours"_s, 0, 0);
    const QRegularExpression quoted(u"`([a-z0-9_]+\\.(?:h|cpp))`"_s);
    QSet<QString> always;
    for (auto match = quoted.globalMatch(fixed); match.hasNext();)
        always.insert(match.next().captured(1));
    QVERIFY(!always.isEmpty());
    const auto toRead = 1 + always.size() + 1;
    QVERIFY2(toRead <= 6, qPrintable(u"%1 files are to be read"_s.arg(toRead)));
    for (auto match = quoted.globalMatch(list); match.hasNext();) {
        const QString path = u"core/layers/"_s + match.next().captured(1);
        QVERIFY2(QFile::exists(QString::fromStdString(sourcePath(path.toStdString()))),
                 qPrintable(path));
    }
}

void TstAddingALayer::hasItsArgumentAndItsWords()
{
    QCOMPARE(WALK_LAYER.className, WALK_CLASS);
    QVERIFY(!WALK_LAYER.summary.isEmpty());
    QCOMPARE(WALK_LAYER.table->params().size(), std::size_t{1});
    QCOMPARE(WALK_LAYER.table->params()[0].name, "data_format");
}

void TstAddingALayer::infersShapes_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("expected");
    QTest::newRow("channels last") << u"channels_last"_s << u"(None, 6)"_s;
    QTest::newRow("channels first") << u"channels_first"_s << u"(None, 4)"_s;
}

void TstAddingALayer::infersShapes()
{
    QFETCH(QString, format);
    QFETCH(QString, expected);
    const Shape input{Dim(), 4, Dim(), 6};
    const auto shape = inferShape(walked(format.toUtf8().constData()), std::span(&input, 1));
    QVERIFY(shape);
    QCOMPARE(QString::fromStdString(shape->toString()), expected);
}

void TstAddingALayer::refusesInputsOfAnotherRank()
{
    const Shape input{1, 4, 6};
    const auto shape = inferShape(walked("channels_last"), std::span(&input, 1));
    QVERIFY(!shape);
    QCOMPARE(shape.error().rule, "E11");
}

void TstAddingALayer::givesTheLeastOfEachChannel_data()
{
    QTest::addColumn<QString>("kernel");
    QTest::newRow("by the best kernels") << QString();
    QTest::newRow("by the textbook's loops") << u"reference"_s;
}

void TstAddingALayer::givesTheLeastOfEachChannel()
{
    QFETCH(QString, kernel);
    std::string used;
    KernelContext context;
    context.forcedKernel = kernel.toStdString();
    context.usedKernel = &used;
    const Layer layer = walked("channels_last");
    const Tensor input = picture();
    const auto output = WALK_LAYER.forward(layer.params(), std::span(&input, 1), {}, context);
    QVERIFY(output);
    QCOMPARE(output->extents(), (Extents{2, 2}));
    QCOMPARE(output->values()[0], 3.0F);
    QCOMPARE(output->values()[1], -8.0F);
    QCOMPARE(output->values()[2], 1.0F);
    QVERIFY(std::isnan(output->values()[3]));
    QVERIFY(!used.empty());
}

void TstAddingALayer::seesAllCellsOfItsChannel()
{
    const Shape input{1, 4, 5, 6};
    const Sight sight = sightOf(walked("channels_last"), std::span(&input, 1), Shape{1, 6}, 0);
    QCOMPARE(sight.axes.size(), std::size_t{3});
    QCOMPARE(sight.axes[0].from, -1);
    QCOMPARE(sight.axes[1].from, -1);
    QCOMPARE(sight.axes[2].from, 1);
}

void TstAddingALayer::isWrittenAsKerasWritesLayers()
{
    const Json json = layerToJson(walked("channels_first"));
    QCOMPARE(json["class_name"].get<std::string>(), WALK_CLASS);
    QCOMPARE(json["config"]["data_format"].get<std::string>(), "channels_first");
}

QTEST_GUILESS_MAIN(TstAddingALayer)
#include "tst_adding_a_layer.moc"
