// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/registry.h"
#include "model/display_order.h"
#include "model/edit.h"
#include "model/rewire.h"

#include <QTest>

#include <algorithm>

using namespace convscope;
using namespace std::string_literals;

namespace {

using Names = std::vector<std::string>;

struct Part
{
    const char *className;
    const char *name;
    Names reads;
};

Model graph(const std::vector<Part> &parts)
{
    Model model;
    model.inputs.push_back({"photo", Shape({1, 8, 8, 3})});
    for (const Part &part : parts)
        model.layers.push_back(std::make_shared<const Layer>(
            Layer(*findLayerType(part.className), part.name).withInputs(part.reads)));
    return model;
}

/// A block as files have it, its two branches mixed, and a second output.
Model mixed()
{
    return graph({{"Conv2D", "stem", {}},
                  {"Conv2D", "b_1_conv", {"stem"}},
                  {"Conv2D", "b_0_conv", {"stem"}},
                  {"ReLU", "b_1_relu", {"b_1_conv"}},
                  {"BatchNormalization", "b_0_bn", {"b_0_conv"}},
                  {"Add", "b_add", {"b_0_bn", "b_1_relu"}},
                  {"ReLU", "end", {}},
                  {"GlobalAveragePooling2D", "side", {"b_add"}}});
}

Names namesIn(const Model &model, const std::vector<int> &order)
{
    Names names;
    for (const int i : order)
        names.push_back(model.layer(i).name());
    return names;
}

Shape picture()
{
    return Shape({1, 8, 8, 3});
}

std::optional<Shape> outputOf(const Model &model, const std::string &layer)
{
    const std::vector inputs{picture()};
    return inferShapes(model, inputs).layers[static_cast<std::size_t>(model.indexOf(layer))].output;
}

} // namespace

class TstRewire : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void branchesStayTogether();
    void chainsKeepTheirOrder();
    void namesMakeBlocks_data();
    void namesMakeBlocks();
    void blocksHoldStrangers();
    void modelsInsideAreBlocks();
    void setsWhatALayerReads();
    void movesWhatItReadsBeforeIt();
    void refusesLoopsAndStrangers();
    void theInputOfAPlainStackCanBeRead();
    void offersWhatFitsAndSaysWhyNot();
    void insertsOnOneBranch();
    void insertsInFrontOfAllReaders();
    void movesToAnotherBranch();
};

void TstRewire::branchesStayTogether()
{
    const Model model = mixed();
    QCOMPARE(namesIn(model, displayOrder(model)),
             (Names{"stem", "b_0_conv", "b_0_bn", "b_1_conv", "b_1_relu", "b_add", "end", "side"}));
}

void TstRewire::chainsKeepTheirOrder()
{
    Model model = graph(
        {{"Conv2D", "a", {}}, {"Conv2D", "b", {}}, {"Add", "c", {"b", "a"}}, {"ReLU", "d", {}}});
    QCOMPARE(displayOrder(model), (std::vector{0, 1, 2, 3}));
    // What nobody reads stands behind what it reads.
    model = insertLayer(model, 1, Layer(*findLayerType("ReLU"), "loose").withInputs({"photo"}));
    QCOMPARE(displayOrder(model).size(), std::size_t{5});
    QCOMPARE(displayOrder({}).size(), std::size_t{0});
}

void TstRewire::namesMakeBlocks_data()
{
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<QStringList>("blocks");
    using L = QStringList;
    QTest::newRow("names that share nothing") << L{"a", "b", "c"} << L{};
    QTest::newRow("automatic names") << L{"re_lu", "re_lu_1", "re_lu_2"} << L{};
    QTest::newRow("residual blocks")
        << L{"conv1_pad",           "conv1_conv",        "conv2_block1_0_conv", "conv2_block1_0_bn",
             "conv2_block1_1_conv", "conv2_block1_1_bn", "conv2_block1_add",    "conv2_block1_out",
             "conv2_block2_1_conv", "conv2_block2_1_bn", "conv2_block2_add",    "avg_pool",
             "predictions"}
        << L{"conv1 0-1", "conv2_block1 2-7", "conv2_block2 8-10"};
    QTest::newRow("a name that is the beginning of the next")
        << L{"conv1", "conv1_bn", "conv1_relu", "top"} << L{"conv1 0-2"};
    QTest::newRow("stages without numbers of their own")
        << L{"block1_conv1", "block1_conv2", "block1_pool",
             "block2_conv1", "block2_pool",  "flatten"}
        << L{"block1 0-2", "block2 3-4"};
    QTest::newRow("alternating names") << L{"down_1", "pool_1", "down_2", "pool_2"} << L{};
}

void TstRewire::namesMakeBlocks()
{
    QFETCH(QStringList, names);
    QFETCH(QStringList, blocks);
    std::vector<std::string> kept;
    for (const QString &name : names)
        kept.push_back(name.toStdString());
    Model model;
    for (const std::string &name : kept)
        model.layers.push_back(std::make_shared<const Layer>(*findLayerType("ReLU"), name));
    QStringList found;
    for (const LayerBlock &block : layerBlocks(model, displayOrder(model)))
        found << QStringLiteral("%1 %2-%3")
                     .arg(QString::fromStdString(block.prefix))
                     .arg(block.first)
                     .arg(block.last);
    QCOMPARE(found, blocks);
}

void TstRewire::blocksHoldStrangers()
{
    Model model;
    for (const char *name : {"a_1_conv", "a_1_bn", "a_add", "b_conv", "b_bn"})
        model.layers.push_back(std::make_shared<const Layer>(*findLayerType("ReLU"), name));
    // A layer that is put in has an automatic name.
    const Model changed = insertLayer(model, 1, *findLayerType("Conv2D"));
    const std::vector<LayerBlock> blocks = layerBlocks(changed, displayOrder(changed));
    QCOMPARE(blocks.size(), std::size_t{2});
    QCOMPARE(blocks[0], (LayerBlock{"a", 0, 3, -1, false}));
    QCOMPARE(blocks[1], (LayerBlock{"b", 4, 5, -1, false}));
    QCOMPARE(nameInBlock("a_1_conv", "a"), std::string_view("1_conv"));
    QCOMPARE(nameInBlock("conv2d", "a"), std::string_view("conv2d"));
}

void TstRewire::modelsInsideAreBlocks()
{
    Model model;
    for (const char *name : {"first", "net/a_conv", "net/a_bn", "net/deep/x", "net/deep/y", "last"})
        model.layers.push_back(std::make_shared<const Layer>(*findLayerType("ReLU"), name));
    const std::vector<LayerBlock> blocks = layerBlocks(model, displayOrder(model));
    QCOMPARE(blocks.size(), std::size_t{3});
    QCOMPARE(blocks[0], (LayerBlock{"net", 1, 4, -1, true}));
    QCOMPARE(blocks[1], (LayerBlock{"net/a", 1, 2, 0, false}));
    QCOMPARE(blocks[2], (LayerBlock{"net/deep", 3, 4, 0, true}));
}

void TstRewire::setsWhatALayerReads()
{
    const Model model = mixed();
    const int add = model.indexOf("b_add");
    const auto changed = setReads(model, add, {"b_1_relu", "b_0_bn", "b_1_relu"});
    QVERIFY(changed.has_value());
    QCOMPARE(readNames(*changed, add), (Names{"b_1_relu", "b_0_bn", "b_1_relu"}));
    QCOMPARE(changed->layers[0], model.layers[0]);
    // What follows it goes on reading it, and the same again is no change.
    QCOMPARE(readNames(*changed, changed->indexOf("end")), Names{"b_add"});
    QVERIFY(*setReads(model, add, readNames(model, add)) == model);
    QVERIFY(setReads(model, model.indexOf("end"), {"b_add"})->layer(6).inputs().empty());
}

void TstRewire::movesWhatItReadsBeforeIt()
{
    // b_0_bn stands behind b_1_relu in the file, but does not depend on it.
    const Model model = mixed();
    const auto changed = setReads(model, model.indexOf("b_1_relu"), {"b_0_bn"});
    QVERIFY(changed.has_value());
    QCOMPARE(changed->size(), model.size());
    QVERIFY(changed->indexOf("b_0_bn") < changed->indexOf("b_1_relu"));
    for (int i = 0; i < changed->size(); ++i) {
        for (const Source &source : changed->sources(i))
            QVERIFY(source.kind != Source::Kind::Missing);
        const int before = model.indexOf(changed->layer(i).name());
        if (changed->layer(i).name() != "b_1_relu")
            QCOMPARE(readNames(*changed, i), readNames(model, before));
    }
    QCOMPARE(outputOf(*changed, "end"), outputOf(model, "end"));
}

void TstRewire::refusesLoopsAndStrangers()
{
    const Model model = mixed();
    const auto loop = setReads(model, model.indexOf("b_0_conv"), {"b_add"});
    QVERIFY(!loop.has_value());
    QCOMPARE(loop.error().rule, "E11"s);
    QCOMPARE(loop.error().message, "b_0_conv cannot read b_add, which depends on it"s);
    QVERIFY(!setReads(model, 3, {model.layer(3).name()}).has_value());
    QVERIFY(!setReads(model, 3, {"nobody"}).has_value());
    QVERIFY(!setReads(model, 3, {}).has_value());
}

void TstRewire::theInputOfAPlainStackCanBeRead()
{
    Model model;
    for (const char *name : {"Conv2D", "ReLU", "Add"})
        model = insertLayer(model, model.size(), *findLayerType(name));
    const auto changed = setReads(model, 1, {"input"});
    QVERIFY(changed.has_value());
    QCOMPARE(changed->sources(1), (std::vector{Source{Source::Kind::Input, 0}}));
    QCOMPARE(changed->sources(0), (std::vector{Source{Source::Kind::Input, 0}}));
    QCOMPARE(*outputOf(*changed, "re_lu"), picture());
}

void TstRewire::offersWhatFitsAndSaysWhyNot()
{
    const Model model = mixed();
    const std::vector inputs{picture()};
    const ModelShapes shapes = inferShapes(model, inputs);
    const int add = model.indexOf("b_add");
    const ReadOffers offers = readOffers(model, shapes, inputs, add, 2);
    QCOMPARE(offers.loops, 2);
    QCOMPARE(offers.tensors.size(), std::size_t{6});
    for (const ReadOffer &offer : offers.tensors) {
        QCOMPARE(offer.makes.has_value(), !offer.why.has_value());
        Names names = readNames(model, add);
        names.push_back(offer.name);
        const auto changed = setReads(model, add, names);
        QVERIFY(changed.has_value());
        // What is promised is what comes.
        QCOMPARE(outputOf(*changed, "b_add"), offer.makes);
        if (offer.name == "photo") {
            QVERIFY(offer.why.has_value());
            const std::string why = offer.why->message;
            QVERIFY2(why.find("(1, 8, 8, 3)") != std::string::npos, why.c_str());
        }
        QCOMPARE(offer.place, offer.name == "b_0_bn" ? 0 : offer.name == "b_1_relu" ? 1 : -1);
    }
    // In the place of one, the other says what fits.
    const ReadOffers single = readOffers(model, shapes, inputs, 0, 0);
    QCOMPARE(single.tensors.size(), std::size_t{1});
    QVERIFY(single.tensors[0].makes.has_value());
}

void TstRewire::insertsOnOneBranch()
{
    const Model model = mixed();
    const Inserted on = insertBelow(model, model.indexOf("stem"), model.indexOf("b_0_conv"),
                                    *findLayerType("ReLU"));
    const std::string name = on.model.layer(on.index).name();
    QCOMPARE(readNames(on.model, on.index), Names{"stem"});
    QCOMPARE(readNames(on.model, on.model.indexOf("b_0_conv")), Names{name});
    QCOMPARE(readNames(on.model, on.model.indexOf("b_1_conv")), Names{"stem"});
    QCOMPARE(outputOf(on.model, "end"), outputOf(model, "end"));
}

void TstRewire::insertsInFrontOfAllReaders()
{
    const Model model = mixed();
    const Inserted all = insertBelow(model, model.indexOf("stem"), -1, *findLayerType("ReLU"));
    const std::string name = all.model.layer(all.index).name();
    QCOMPARE(readNames(all.model, all.model.indexOf("b_0_conv")), Names{name});
    QCOMPARE(readNames(all.model, all.model.indexOf("b_1_conv")), Names{name});
    // In a chain it is the plain insertion, unnamed reads and all.
    Model chain;
    for (int i = 0; i < 3; ++i)
        chain = insertLayer(chain, i, *findLayerType("ReLU"));
    for (int above = -1; above < 3; ++above)
        QVERIFY(insertBelow(chain, above, -1, *findLayerType("Conv2D")).model ==
                insertLayer(chain, above + 1, *findLayerType("Conv2D")));
}

void TstRewire::movesToAnotherBranch()
{
    const Model model = mixed();
    const auto at = [&](const char *name) { return model.indexOf(name); };
    // The normalization goes behind the activation of the other branch.
    const auto moved = moveBelow(model, at("b_0_bn"), at("b_1_relu"), -1);
    QVERIFY(moved.has_value());
    const auto reads = [&](const char *name) { return readNames(*moved, moved->indexOf(name)); };
    QCOMPARE(reads("b_0_bn"), Names{"b_1_relu"});
    QCOMPARE(reads("b_add"), (Names{"b_0_conv", "b_0_bn"}));
    QCOMPARE(outputOf(*moved, "end"), outputOf(model, "end"));
    for (int i = 0; i < moved->size(); ++i) {
        for (const Source &source : moved->sources(i))
            QVERIFY(source.kind != Source::Kind::Missing);
    }
    // Back to where it was, on one branch alone.
    const auto back = moveBelow(*moved, moved->indexOf("b_0_bn"), moved->indexOf("b_0_conv"),
                                moved->indexOf("b_add"));
    QVERIFY(back.has_value());
    QCOMPARE(readNames(*back, back->indexOf("b_add")), (Names{"b_0_bn", "b_1_relu"}));
    // To the very front.
    const auto front = moveBelow(model, at("b_0_bn"), -1, -1);
    QVERIFY(front.has_value());
    QCOMPARE(readNames(*front, front->indexOf("stem")), Names{"b_0_bn"});
    QCOMPARE(readNames(*front, front->indexOf("b_0_bn")), Names{"photo"});
    QVERIFY(!moveBelow(model, at("b_add"), at("stem"), -1).has_value());
    QVERIFY(*moveBelow(model, at("b_0_bn"), at("b_0_bn"), -1) == model);
}

QTEST_APPLESS_MAIN(TstRewire)
#include "tst_rewire.moc"
