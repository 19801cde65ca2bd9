// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "presenters/stack_arrangement.h"

#include "layers/registry.h"
#include "model/edit.h"

#include <QRegularExpression>
#include <QTest>

using namespace convscope;
using namespace Qt::StringLiterals;

namespace {

using Names = std::vector<std::string>;

void add(Model &model, const char *className, const std::string &name, const Names &reads)
{
    model.layers.push_back(
        std::make_shared<const Layer>(Layer(*findLayerType(className), name).withInputs(reads)));
}

/// Residual blocks of seven layers each between a stem and an end.
Model residual(int blocks)
{
    Model model;
    model.inputs.push_back({"photo", Shape({1, 8, 8, 3})});
    add(model, "Conv2D", "stem", {"photo"});
    std::string before = "stem";
    for (int i = 1; i <= blocks; ++i) {
        const std::string name = "stage_block" + std::to_string(i);
        add(model, "Conv2D", name + "_1_conv", {before});
        add(model, "Conv2D", name + "_0_conv", {before});
        add(model, "ReLU", name + "_1_relu", {name + "_1_conv"});
        add(model, "Conv2D", name + "_2_conv", {name + "_1_relu"});
        add(model, "ReLU", name + "_2_relu", {name + "_2_conv"});
        add(model, "Add", name + "_add", {name + "_0_conv", name + "_2_relu"});
        add(model, "ReLU", name + "_out", {name + "_add"});
        before = name + "_out";
    }
    add(model, "GlobalAveragePooling2D", "end", {before});
    return model;
}

/// "stem", "[block1 7]", "block1:", "- 1_conv" …
QStringList shown(const Model &model, const StackArrangement &stack)
{
    QStringList rows;
    for (const StackRow &row : stack.rows) {
        const QString block =
            row.block < 0 ? QString()
                          : QString::fromStdString(stack.blockNames[std::size_t(row.block)]);
        if (row.layer < 0)
            rows << u"input"_s;
        else if (row.kind == CardKind::Block)
            rows << u"[%1 %2]"_s.arg(block).arg(stack.layersOf(row).size());
        else if (row.kind == CardKind::Head)
            rows << block + u':';
        else
            rows << (row.kind == CardKind::Line ? u"- "_s : QString()) +
                        QString::fromStdString(model.layer(row.layer).name());
    }
    return rows;
}

} // namespace

class TstStackArrangement : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPlainStackIsAsItWas();
    void longModelsFoldTheirBlocks();
    void anUnfoldedBlockHasALinePerLayer();
    void foldsStayWhenLayersComeAndGo();
    void aFoldedBlockReadsFromOutsideOnly();
    void modelsInsideFoldAsWell();
    void everyInputHasARow();
    void takesTimeLinearInTheLayers();
};

void TstStackArrangement::aPlainStackIsAsItWas()
{
    Model model;
    for (int i = 0; i < 3; ++i)
        model = insertLayer(model, i, *findLayerType("ReLU"));
    const Folds folds;
    const StackArrangement stack = arrangeStack(model, &folds);
    QCOMPARE(stack.rows.size(), std::size_t{4});
    for (int row = 0; row < 4; ++row)
        QCOMPARE(stack.rows[std::size_t(row)].layer, row - 1);
    QVERIFY(!stack.rails.isShown);
}

void TstStackArrangement::longModelsFoldTheirBlocks()
{
    const Model model = residual(6);
    Folds folds;
    folds.open(kFoldedFrom);
    const StackArrangement stack = arrangeStack(model, &folds);
    QCOMPARE(shown(model, stack),
             (QStringList{u"input"_s, u"stem"_s, u"[stage_block1 7]"_s, u"[stage_block2 7]"_s,
                          u"[stage_block3 7]"_s, u"[stage_block4 7]"_s, u"[stage_block5 7]"_s,
                          u"[stage_block6 7]"_s, u"end"_s}));
    QVERIFY(stack.rails.isShown);
    QVERIFY(stack.rails.lanes.isPlain());
    // In a short one names alone make none.
    Folds few;
    few.open(22);
    QCOMPARE(arrangeStack(residual(3), &few).blocks.size(), std::size_t{0});
    // While something is looked for, every layer has a card.
    const StackArrangement flat = arrangeStack(model, nullptr);
    QCOMPARE(int(flat.rows.size()), model.size() + 1);
    for (int layer = 0; layer < model.size(); ++layer)
        QCOMPARE(flat.rows[std::size_t(flat.rowOfLayer[std::size_t(layer)])].layer, layer);
}

void TstStackArrangement::anUnfoldedBlockHasALinePerLayer()
{
    const Model model = residual(6);
    Folds folds;
    folds.open(kFoldedFrom);
    folds.setFolded("stage_block2", false);
    const StackArrangement stack = arrangeStack(model, &folds);
    QCOMPARE(
        shown(model, stack).mid(2, 10),
        (QStringList{u"[stage_block1 7]"_s, u"stage_block2:"_s, u"- stage_block2_0_conv"_s,
                     u"- stage_block2_1_conv"_s, u"- stage_block2_1_relu"_s,
                     u"- stage_block2_2_conv"_s, u"- stage_block2_2_relu"_s,
                     u"- stage_block2_add"_s, u"- stage_block2_out"_s, u"[stage_block3 7]"_s}));
    QVERIFY(stack.rows[10].endsBlock && !stack.rows[9].endsBlock);
    // The head makes no tensor: the first line reads the block above it along the trunk.
    const Rails &rails = stack.rails;
    QVERIFY(!rails.rows[3].isNode);
    const int first = rails.rows[4].node;
    QVERIFY(rails.lanes.rows[std::size_t(first)].readsAbove);
    QCOMPARE(rails.lanes.lanes.size(), std::size_t{2});
    QCOMPARE(rails.names[std::size_t(first)], u"stage_block2_0_conv"_s);
    QCOMPARE(stack.foldedBlockOf(model.indexOf("stage_block2_add")), -1);
    QCOMPARE(stack.blockNames[std::size_t(stack.foldedBlockOf(model.indexOf("stage_block1_add")))],
             std::string("stage_block1"));
}

void TstStackArrangement::foldsStayWhenLayersComeAndGo()
{
    Model model = residual(6);
    Folds folds;
    folds.open(kFoldedFrom);
    folds.setFolded("stage_block2", false);
    const auto headOf = [&] {
        const StackArrangement stack = arrangeStack(model, &folds);
        return shown(model, stack).filter(QRegularExpression(u"[:\\[]"_s));
    };
    const QStringList before = headOf();
    model = insertLayer(model, model.indexOf("stage_block2_2_conv"), *findLayerType("ReLU"));
    QCOMPARE(headOf(), before);
    model = removeLayer(model, model.indexOf("stage_block2_1_relu"));
    QCOMPARE(headOf(), before);
    model = insertLayer(model, 0, *findLayerType("ReLU"));
    QCOMPARE(headOf(), before);
}

void TstStackArrangement::aFoldedBlockReadsFromOutsideOnly()
{
    // The end reads the stem too: a lane along all the folded blocks.
    Model model = residual(6);
    add(model, "Conv2D", "late", {"stem"});
    Folds folds;
    folds.open(kFoldedFrom);
    const StackArrangement stack = arrangeStack(model, &folds);
    QCOMPARE(stack.rails.lanes.lanes.size(), std::size_t{1});
    QCOMPARE(stack.rails.lanes.lanes[0].source, 1);
    for (const LaneRow &row : stack.rails.lanes.rows)
        QVERIFY(row.readCount <= 1);
}

void TstStackArrangement::modelsInsideFoldAsWell()
{
    Model model;
    for (const char *name : {"first", "net/a", "net/deep/x", "net/deep/y", "net/b", "last"})
        add(model, "ReLU", name, {});
    Folds folds;
    folds.setFolded("net/deep", true);
    QCOMPARE(shown(model, arrangeStack(model, &folds)),
             (QStringList{u"input"_s, u"first"_s, u"net:"_s, u"- net/a"_s, u"[net/deep 2]"_s,
                          u"- net/b"_s, u"last"_s}));
    folds.setFolded("net", true);
    QCOMPARE(shown(model, arrangeStack(model, &folds)),
             (QStringList{u"input"_s, u"first"_s, u"[net 4]"_s, u"last"_s}));
}

void TstStackArrangement::everyInputHasARow()
{
    Model model;
    model.inputs = {{"left", Shape({1, 8, 8, 3})}, {"right", Shape({1, 8, 8, 3})}};
    add(model, "Conv2D", "a", {"left"});
    add(model, "Conv2D", "b", {"right"});
    add(model, "Add", "sum", {"a", "b"});
    const Folds folds;
    const StackArrangement stack = arrangeStack(model, &folds);
    QCOMPARE(stack.rows[1].layer, -1);
    QCOMPARE(stack.rows[1].input, 1);
    QCOMPARE(stack.rowOfLayer, (std::vector{2, 3, 4}));
    QCOMPARE(stack.rails.lanes.rows[3].enters.size(), std::size_t{1});
    QVERIFY(!stack.rails.lanes.rows[1].readsAbove);
}

void TstStackArrangement::takesTimeLinearInTheLayers()
{
    // Twenty thousand layers would take minutes if anything looked through all of them for each.
    const Model model = residual(3000);
    Folds folds;
    folds.open(kFoldedFrom);
    QCOMPARE(int(arrangeStack(model, &folds).rows.size()), 3003);
}

QTEST_APPLESS_MAIN(TstStackArrangement)
#include "tst_stack_arrangement.moc"
