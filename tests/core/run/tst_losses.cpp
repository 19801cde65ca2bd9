// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/registry.h"
#include "model/edit.h"
#include "run/losses.h"

#include <QTest>

using namespace convscope;

namespace {

/// A 1×1 convolution of two channels with penalties on its kernel and its output.
Layer penalised(const std::string &name)
{
    return *Layer(*findLayerType("Conv2D"), name)
                .with("kernel_size", IntList{1, 1})
                ->with("filters", std::int64_t{1})
                ->with("kernel_regularizer", ObjectValue{"L2", {{"l2", 0.5}}})
                ->with("activity_regularizer", ObjectValue{"L1", {{"l1", 0.1}}});
}

Model modelOf(std::vector<Layer> layers)
{
    Model model;
    for (Layer &layer : layers)
        model = insertLayer(model, model.size(), std::move(layer));
    return model;
}

/// A run whose every layer had the kernel (3, −4) and gave 24 values of −1 in four samples.
RunResult runOf(const Model &model)
{
    const Shape input{4, 2, 3, 2};
    RunResult result;
    result.shapes = inferShapes(model, std::span(&input, 1));
    for (int i = 0; i < model.size(); ++i) {
        LayerResult layer;
        layer.index = i;
        layer.output = Tensor::of({4, 2, 3, 1}, std::vector<float>(24, -1));
        layer.weights = {Tensor::of({1, 1, 2, 1}, std::vector<float>{3, -4}),
                         Tensor::of({1}, std::vector<float>{1})};
        result.layers.push_back(std::move(layer));
    }
    return result;
}

/// The factors are kept in single precision.
bool near(const std::vector<LayerLoss> &got, const std::vector<LayerLoss> &wanted)
{
    return std::equal(got.begin(), got.end(), wanted.begin(), wanted.end(),
                      [](const LayerLoss &a, const LayerLoss &b) {
                          return a.layer == b.layer && std::abs(a.weights - b.weights) < 1e-6 &&
                                 std::abs(a.activity - b.activity) < 1e-6;
                      });
}

Result<Losses> lossesOf(const Layer &layer)
{
    const Model model = modelOf({layer});
    return losses(model, runOf(model));
}

} // namespace

class TstLosses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countTrainableWeightsAndTheOutputPerSample();
    void aFrozenLayerCountsItsOutputOnly();
    void aBypassedLayerAndOneWithoutOutputAddNothing();
    void aSharedLayersWeightsCountOnce();
    void layersWithoutRegularizersAreLeftOut();
    void errorsNameLayerAndArgument();
};

void TstLosses::countTrainableWeightsAndTheOutputPerSample()
{
    const auto all = lossesOf(penalised("conv"));
    QVERIFY(all);
    QVERIFY(near(all->layers, {{"conv", 12.5, 0.6}}));
    QVERIFY(std::abs(all->total - 13.1) < 1e-6);
}

void TstLosses::aFrozenLayerCountsItsOutputOnly()
{
    const auto all = lossesOf(penalised("conv").withTrainable(false));
    QVERIFY(all);
    QVERIFY(near(all->layers, {{"conv", 0, 0.6}}));
}

void TstLosses::aBypassedLayerAndOneWithoutOutputAddNothing()
{
    QVERIFY(lossesOf(penalised("conv").withBypass(true))->layers.empty());
    const Model model = modelOf({penalised("conv")});
    RunResult run = runOf(model);
    run.layers[0].output = Tensor();
    QVERIFY(losses(model, run)->layers.empty());
}

void TstLosses::aSharedLayersWeightsCountOnce()
{
    const Model model = modelOf({penalised("conv"), penalised("again").withSharedWith("conv")});
    const auto all = losses(model, runOf(model));
    QVERIFY(all);
    QVERIFY(near(all->layers, {{"conv", 12.5, 0.6}, {"again", 0, 0.6}}));
}

void TstLosses::layersWithoutRegularizersAreLeftOut()
{
    const Model model = modelOf({Layer(*findLayerType("ReLU"), "relu"), penalised("conv")});
    const auto all = losses(model, runOf(model));
    QVERIFY(all);
    QCOMPARE(all->layers.size(), std::size_t{1});
    QCOMPARE(all->layers[0].layer, "conv");
}

void TstLosses::errorsNameLayerAndArgument()
{
    const auto all = lossesOf(*penalised("conv").with(
        "kernel_regularizer",
        ObjectValue{"OrthogonalRegularizer", {{"factor", 0.01}, {"mode", std::string("rows")}}}));
    QVERIFY(!all);
    QCOMPARE(all.error().layer, "conv");
    QCOMPARE(all.error().argument, "kernel_regularizer");
    QCOMPARE(all.error().rule, "E10");
}

QTEST_GUILESS_MAIN(TstLosses)
#include "tst_losses.moc"
