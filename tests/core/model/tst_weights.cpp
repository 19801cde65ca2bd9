// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/layer.h"
#include "layers/registry.h"
#include "model/constrain.h"
#include "model/edit.h"
#include "model/weights.h"

#include <QTest>

#include <numeric>

using namespace convscope;

namespace {

Layer conv(std::int64_t kernel, std::int64_t filters, const std::string &name = "conv2d")
{
    const Layer layer(*findLayerType("Conv2D"), name);
    return *layer.with("kernel_size", IntList{kernel, kernel})->with("filters", filters);
}

std::vector<WeightSpec> specsOf(const Layer &layer)
{
    const Shape input{1, 9, 9, 2};
    return weightSpecs(layer, std::span(&input, 1));
}

std::vector<Tensor> weightsOf(const Layer &layer, std::uint64_t seed = 1)
{
    return effectiveWeights(layer, specsOf(layer), seed).value();
}

Tensor counting(const Extents &extents)
{
    std::vector<float> values(static_cast<std::size_t>(*elementCount(extents)));
    std::iota(values.begin(), values.end(), 1.0F);
    return Tensor::of(extents, values);
}

float at(const Tensor &t, std::int64_t row, std::int64_t column, std::int64_t channel,
         std::int64_t filter)
{
    const std::int64_t offset =
        ((row * t.extent(1) + column) * t.extent(2) + channel) * t.extent(3) + filter;
    return t.values()[static_cast<std::size_t>(offset)];
}

Model modelOf(Layer layer)
{
    return insertLayer(Model(), 0, std::move(layer));
}

} // namespace

class TstWeights : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void storedWeightsThatFitAreTakenAsTheyAre();
    void drawnWeightsFollowSeedLayerAndWeight();
    void aSeedOfTheInitializerCountsInsteadOfTheModels();
    void aLargerKernelKeepsTheOldOneInItsCentre();
    void aSmallerKernelKeepsTheCentre();
    void moreFiltersKeepTheFirstOnes();
    void errorsNameTheArgumentOfTheInitializer();
    void constraintsChangeWeightsAndTellWhichKernels();
    void frozenLayersAreNotConstrained();
};

void TstWeights::storedWeightsThatFitAreTakenAsTheyAre()
{
    const Layer layer =
        conv(3, 4).withWeights({counting({3, 3, 2, 4}), Tensor::of({4}, std::vector<float>(4, 5))});
    const auto weights = weightsOf(layer);
    QCOMPARE(weights[0].data(), layer.storedWeights()[0].data());
    QCOMPARE(weights[1].data(), layer.storedWeights()[1].data());
}

void TstWeights::drawnWeightsFollowSeedLayerAndWeight()
{
    const Tensor kernel = weightsOf(conv(3, 4))[0];
    QVERIFY(kernel == weightsOf(conv(3, 4))[0]);
    QVERIFY(!(kernel == weightsOf(conv(3, 4), 2)[0]));
    QVERIFY(!(kernel == weightsOf(conv(3, 4, "other"))[0]));
    QCOMPARE(weightsOf(conv(3, 4))[1].values()[0], 0.0F);
}

void TstWeights::aSeedOfTheInitializerCountsInsteadOfTheModels()
{
    const Value seeded = ObjectValue{"GlorotUniform", {{"seed", std::int64_t{7}}}};
    const auto layer = conv(3, 4).with("kernel_initializer", seeded);
    QVERIFY(layer);
    QVERIFY(weightsOf(*layer, 1)[0] == weightsOf(*layer, 2)[0]);
    QVERIFY(!(weightsOf(*layer)[0] == weightsOf(conv(3, 4))[0]));
}

void TstWeights::aLargerKernelKeepsTheOldOneInItsCentre()
{
    const Tensor old = counting({3, 3, 2, 4});
    const Tensor grown = weightsOf(conv(5, 4).withWeights({old}))[0];
    for (std::int64_t row = 0; row < 3; ++row) {
        for (std::int64_t column = 0; column < 3; ++column)
            QCOMPARE(at(grown, row + 1, column + 1, 1, 3), at(old, row, column, 1, 3));
    }
    QCOMPARE(at(grown, 0, 0, 0, 0), at(weightsOf(conv(5, 4))[0], 0, 0, 0, 0));
}

void TstWeights::aSmallerKernelKeepsTheCentre()
{
    const Tensor old = counting({5, 5, 2, 4});
    const Tensor shrunk = weightsOf(conv(3, 4).withWeights({old}))[0];
    QCOMPARE(at(shrunk, 0, 0, 0, 0), at(old, 1, 1, 0, 0));
    QCOMPARE(at(shrunk, 2, 2, 1, 3), at(old, 3, 3, 1, 3));
}

void TstWeights::moreFiltersKeepTheFirstOnes()
{
    const Tensor old = counting({3, 3, 2, 4});
    const Tensor more = weightsOf(conv(3, 6).withWeights({old}))[0];
    QCOMPARE(at(more, 2, 1, 1, 3), at(old, 2, 1, 1, 3));
    QCOMPARE(at(more, 2, 1, 1, 5), at(weightsOf(conv(3, 6))[0], 2, 1, 1, 5));
}

void TstWeights::errorsNameTheArgumentOfTheInitializer()
{
    const auto layer = conv(3, 4).with("bias_initializer", ObjectValue{"Orthogonal", {}});
    const auto weights = effectiveWeights(*layer, specsOf(*layer), 0);
    QVERIFY(!weights);
    QCOMPARE(weights.error().rule, "E10");
    QCOMPARE(weights.error().layer, "conv2d");
    QCOMPARE(weights.error().argument, "bias_initializer");
}

void TstWeights::constraintsChangeWeightsAndTellWhichKernels()
{
    const Layer layer =
        *conv(1, 3).with("kernel_constraint",
                         ObjectValue{"MaxNorm", {{"max_value", 2.0}, {"axis", IntList{0, 1, 2}}}});
    const Model model = modelOf(layer);
    const Shape input{1, 2, 2, 2};
    const ModelShapes shapes = inferShapes(model, std::span(&input, 1));
    const std::vector<std::vector<Tensor>> weights{
        {Tensor::of({1, 1, 2, 3}, std::vector<float>{3, 1, 0, 4, 1, 0}), counting({3})}};
    const auto result = constrainWeights(model, shapes, weights);
    QVERIFY(result);
    QCOMPARE(result->changes.size(), std::size_t{1});
    QCOMPARE(result->changes[0].name, "kernel");
    QCOMPARE(result->changes[0].kernels, (std::vector<IntPair>{{0, 0}, {1, 0}}));
    const std::vector<Tensor> &stored = result->model.layer(0).storedWeights();
    QCOMPARE(stored.size(), std::size_t{2});
    QVERIFY(std::abs(stored[0].values()[0] - 1.2F) < 1e-6F);
    QVERIFY(std::abs(stored[0].values()[3] - 1.6F) < 1e-6F);
    QVERIFY(stored[1] == weights[0][1]);
}

void TstWeights::frozenLayersAreNotConstrained()
{
    const Layer layer =
        conv(1, 3).with("kernel_constraint", ObjectValue{"NonNeg", {}})->withTrainable(false);
    const Model model = modelOf(layer);
    const Shape input{1, 2, 2, 2};
    const ModelShapes shapes = inferShapes(model, std::span(&input, 1));
    const std::vector<std::vector<Tensor>> weights{
        {Tensor::of({1, 1, 2, 3}, std::vector<float>(6, -1)), counting({3})}};
    const auto result = constrainWeights(model, shapes, weights);
    QVERIFY(result);
    QVERIFY(result->changes.empty());
    QVERIFY(result->model == model);
}

QTEST_APPLESS_MAIN(TstWeights)
#include "tst_weights.moc"
