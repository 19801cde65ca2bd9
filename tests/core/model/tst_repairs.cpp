// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/registry.h"
#include "model/edit.h"
#include "model/repairs.h"

#include <QTest>

using namespace convscope;

namespace {

Model stack(std::initializer_list<const char *> classNames)
{
    Model model;
    for (const char *name : classNames)
        model = insertLayer(model, model.size(), *findLayerType(name));
    return model;
}

Model with(const Model &model, int index, const char *argument, const Value &value)
{
    auto changed = setArgument(model, index, argument, value);
    check(changed.has_value(), "a legal argument");
    return *changed;
}

const Repair *find(const std::vector<Repair> &repairs, std::string_view argument, int layer)
{
    for (const Repair &repair : repairs) {
        if (repair.argument == argument && repair.layer == layer)
            return &repair;
    }
    return nullptr;
}

} // namespace

class TstRepairs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mendsAWindowTallerThanItsInput();
    void everyRepairMakesTheLayerLegal();
    void mendsACropThatLeavesNothing();
    void mendsGroupsThatDoNotDivide();
    void offersNothingWhereThereIsNothingObvious();
};

void TstRepairs::mendsAWindowTallerThanItsInput()
{
    // The design's example: 9 × 14 cells, a 5 × 5 kernel with dilation 3 needs 13.
    Model model = stack({"MaxPooling2D", "Conv2D"});
    model = with(model, 0, "pool_size", IntList{8, 8});
    model = with(model, 1, "kernel_size", IntList{5, 5});
    model = with(model, 1, "dilation_rate", IntList{3, 3});
    const Shape input{1, 75, 112, 24};
    const auto repairs = findRepairs(model, std::span(&input, 1), 1);
    const Repair *dilation = find(repairs, "dilation_rate", 1);
    QVERIFY(dilation != nullptr);
    QCOMPARE(dilation->after, Value(IntList{2, 2}));
    QCOMPARE(dilation->output, Shape({1, 1, 6, 8}));
    const Repair *padding = find(repairs, "padding", 1);
    QVERIFY(padding != nullptr);
    QCOMPARE(padding->output, Shape({1, 9, 14, 8}));
    const Repair *kernel = find(repairs, "kernel_size", 1);
    QVERIFY(kernel != nullptr);
    // 3·(3 − 1) + 1 = 7 fits into 9; 3·(4 − 1) + 1 = 10 does not.
    QCOMPARE(kernel->after, Value(IntList{3, 3}));
    QVERIFY(repairs.size() <= 4);
    QVERIFY(repairs.front().change <= repairs.back().change);
}

void TstRepairs::everyRepairMakesTheLayerLegal()
{
    Model model = stack({"MaxPooling2D", "MaxPooling2D", "Conv2D"});
    model = with(model, 2, "kernel_size", IntList{9, 9});
    const Shape input{1, 20, 30, 3};
    const auto repairs = findRepairs(model, std::span(&input, 1), 2, 10);
    QVERIFY(!repairs.empty());
    for (const Repair &repair : repairs) {
        const ModelShapes shapes = inferShapes(repair.model, std::span(&input, 1));
        QVERIFY(shapes.layers[2].output.has_value());
        QCOMPARE(*shapes.layers[2].output, repair.output);
    }
}

void TstRepairs::mendsACropThatLeavesNothing()
{
    Model model = stack({"Cropping2D"});
    model = with(model, 0, "cropping", PairList{{6, 6}, {1, 1}});
    const Shape input{1, 10, 10, 3};
    const auto repairs = findRepairs(model, std::span(&input, 1), 0);
    QVERIFY(!repairs.empty());
    QCOMPARE(repairs.front().after, Value(PairList{{4, 4}, {1, 1}}));
    QCOMPARE(repairs.front().output, Shape({1, 2, 8, 3}));
}

void TstRepairs::mendsGroupsThatDoNotDivide()
{
    Model model = stack({"Conv2D"});
    model = with(model, 0, "groups", std::int64_t{4});
    const Shape input{1, 10, 10, 6};
    const auto repairs = findRepairs(model, std::span(&input, 1), 0);
    QVERIFY(!repairs.empty());
    // 6 channels and 8 filters: 2 divides both, 3 does not divide the filters.
    QCOMPARE(repairs.front().argument, "groups");
    QCOMPARE(repairs.front().after, Value(std::int64_t{2}));
}

void TstRepairs::offersNothingWhereThereIsNothingObvious()
{
    const Model model = stack({"Conv3D"});
    const Shape input{1, 10, 10, 6};
    QVERIFY(findRepairs(model, std::span(&input, 1), 0).empty());
}

QTEST_APPLESS_MAIN(TstRepairs)
#include "tst_repairs.moc"
