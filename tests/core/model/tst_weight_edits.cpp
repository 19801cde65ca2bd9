// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/registry.h"
#include "model/edit.h"
#include "model/weights.h"
#include "tensor/random.h"

#include <QElapsedTimer>
#include <QTest>

#include <limits>
#include <numeric>

using namespace convscope;

namespace {

/// One Dense layer of 4 inputs and 3 units.
Model dense()
{
    const Layer layer(*findLayerType("Dense"), "dense");
    return insertLayer(Model(), 0, layer.with("units", std::int64_t{3}).value());
}

std::vector<Tensor> weightsOf(const Model &model)
{
    const Shape input{1, 4};
    const Layer &layer = model.owner(model.size() - 1);
    return effectiveWeights(layer, weightSpecs(layer, std::span(&input, 1)), model.seed).value();
}

Tensor counting(const Extents &extents, float first)
{
    std::vector<float> values(static_cast<std::size_t>(*elementCount(extents)));
    std::iota(values.begin(), values.end(), first);
    return Tensor::of(extents, values);
}

WeightBlock block(Extents first, const Extents &extents, float value)
{
    return {0, std::move(first), counting(extents, value)};
}

Model set(const Model &model, const WeightBlock &to)
{
    return setWeights(model, model.size() - 1, weightsOf(model), to).value();
}

} // namespace

/// An edit of weights is an edit like the others.
class TstWeightEdits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void setsABlockAndNothingElse();
    void drawnWeightsBecomeStored();
    void theModelBeforeIsAsItWas();
    void laterBlocksStandOnEarlierOnes();
    void aDragKeepsOneBlock();
    void whatIsSetBackIsAsBefore();
    void sharedLayersChangeTogether();
    void editsFollowTheLayer();
    void blocksOutsideAreRefused_data();
    void blocksOutsideAreRefused();
    void countsWhatIsStored();
    void coveredBlocksAreForgotten();
    void largeWeightsAreMendedRight();
    void aDragCopiesNoLargeWeight();
};

void TstWeightEdits::setsABlockAndNothingElse()
{
    const Model before = dense();
    const std::vector<Tensor> old = weightsOf(before);
    const std::vector<Tensor> changed = weightsOf(set(before, block({1, 1}, {2, 2}, 50)));
    QCOMPARE(changed.size(), old.size());
    QVERIFY(changed[1] == old[1]);
    for (std::int64_t row = 0; row < 4; ++row) {
        for (std::int64_t column = 0; column < 3; ++column) {
            const auto at = static_cast<std::size_t>(row * 3 + column);
            const bool isInside = row >= 1 && row < 3 && column >= 1;
            const float wanted =
                isInside ? float(50 + (row - 1) * 2 + (column - 1)) : old[0].values()[at];
            QCOMPARE(changed[0].values()[at], wanted);
        }
    }
}

void TstWeightEdits::drawnWeightsBecomeStored()
{
    Model model = set(dense(), block({0, 0}, {1, 1}, 9));
    QVERIFY(model.layer(0).hasStoredWeights());
    const std::vector<Tensor> before = weightsOf(model);
    // Another seed draws nothing any more.
    model.seed = 5;
    QVERIFY(weightsOf(model) == before);
}

void TstWeightEdits::theModelBeforeIsAsItWas()
{
    const Model before = set(dense(), block({0, 0}, {1, 1}, 9));
    const Fingerprint identity = before.layer(0).fingerprint();
    const Model after = set(before, block({3, 2}, {1, 1}, 8));
    QVERIFY(before.layer(0).fingerprint() == identity);
    QVERIFY(!(after.layer(0).fingerprint() == identity));
    QVERIFY(!(after == before));
    QCOMPARE(weightsOf(before)[0].values()[0], 9.0F);
    QVERIFY(weightsOf(before)[0].values()[11] != 8.0F);
    QCOMPARE(weightsOf(after)[0].values()[0], 9.0F);
    QCOMPARE(weightsOf(after)[0].values()[11], 8.0F);
}

void TstWeightEdits::laterBlocksStandOnEarlierOnes()
{
    Model model = set(dense(), block({0, 0}, {4, 3}, 100));
    model = set(model, block({1, 0}, {1, 3}, 7));
    const std::vector<Tensor> weights = weightsOf(model);
    QCOMPARE(weights[0].values()[2], 102.0F);
    QCOMPARE(weights[0].values()[3], 7.0F);
    QCOMPARE(weights[0].values()[5], 9.0F);
    QCOMPARE(weights[0].values()[6], 106.0F);
}

void TstWeightEdits::aDragKeepsOneBlock()
{
    Model dragged = dense();
    for (int step = 0; step < 50; ++step)
        dragged = set(dragged, block({1, 1}, {2, 2}, float(step)));
    // The same as if it had been set at once, so that its results are found again.
    const Model atOnce = set(dense(), block({1, 1}, {2, 2}, 49));
    QVERIFY(dragged == atOnce);
    QVERIFY(dragged.layer(0).fingerprint() == atOnce.layer(0).fingerprint());
}

void TstWeightEdits::whatIsSetBackIsAsBefore()
{
    const Model start = set(dense(), block({0, 0}, {1, 1}, 9));
    Model model = start;
    const Tensor old = blockOf(weightsOf(model)[1], {0}, {2}).value();
    model = set(model, {1, {0}, counting({2}, 3)});
    QVERIFY(!(model == start));
    QVERIFY(set(model, {1, {0}, old}) == start);
}

void TstWeightEdits::sharedLayersChangeTogether()
{
    Model model = dense();
    model = insertLayer(model, 1, model.layer(0).withName("again").withSharedWith("dense"));
    const Model changed = setWeights(model, 1, weightsOf(model), block({0, 0}, {1, 1}, 4)).value();
    QVERIFY(changed.layer(0).hasStoredWeights());
    QVERIFY(!changed.layer(1).hasStoredWeights());
    // Without its first call the second one has them.
    const Model alone = removeLayer(changed, 0);
    QCOMPARE(alone.layer(0).storedWeights()[0].values()[0], 4.0F);
}

void TstWeightEdits::editsFollowTheLayer()
{
    const Model model = set(dense(), block({0, 0}, {1, 1}, 4));
    const Model renamed = renameLayer(model, 0, "other").value();
    QCOMPARE(weightsOf(renamed)[0].values()[0], 4.0F);
    const Model copied = duplicateLayer(model, 0);
    QCOMPARE(copied.layer(1).storedWeights()[0].values()[0], 4.0F);
    // Replaced weights have no edits.
    QVERIFY(model.layer(0).withWeights(weightsOf(dense())).storedWeights() == weightsOf(dense()));
}

void TstWeightEdits::blocksOutsideAreRefused_data()
{
    QTest::addColumn<int>("weight");
    QTest::addColumn<Extents>("first");
    QTest::addColumn<Extents>("extents");
    QTest::newRow("a weight that is not there") << 2 << Extents{0} << Extents{1};
    QTest::newRow("below the last row") << 0 << Extents{3, 0} << Extents{2, 1};
    QTest::newRow("before the first") << 0 << Extents{-1, 0} << Extents{1, 1};
    QTest::newRow("of another rank") << 0 << Extents{0} << Extents{1};
    QTest::newRow("a place of another rank") << 0 << Extents{0} << Extents{1, 1};
}

void TstWeightEdits::blocksOutsideAreRefused()
{
    QFETCH(int, weight);
    QFETCH(Extents, first);
    QFETCH(Extents, extents);
    const Model model = dense();
    const auto changed =
        setWeights(model, 0, weightsOf(model),
                   {static_cast<std::size_t>(weight), first, counting(extents, 1)});
    QVERIFY(!changed);
    QCOMPARE(changed.error().rule, "input");
    QCOMPARE(changed.error().layer, "dense");
}

void TstWeightEdits::countsWhatIsStored()
{
    const Shape input{1, 4};
    const auto share = [&](const Layer &layer) {
        return storedShare(layer, weightSpecs(layer, std::span(&input, 1)));
    };
    QCOMPARE(share(dense().layer(0)), (StoredShare{0, 15}));
    QVERIFY(!share(dense().layer(0)).isPartial());
    const Layer stored = set(dense(), block({0, 0}, {1, 1}, 4)).layer(0);
    QCOMPARE(share(stored), (StoredShare{15, 15}));
    QVERIFY(!share(stored).isPartial());
    const Layer grown = stored.with("units", std::int64_t{5}).value();
    QCOMPARE(share(grown), (StoredShare{15, 25}));
    QVERIFY(share(grown).isPartial());
    const Layer cut = stored.with("units", std::int64_t{2}).value();
    QCOMPARE(share(cut), (StoredShare{10, 10}));
}

void TstWeightEdits::coveredBlocksAreForgotten()
{
    Model model = dense();
    for (int row = 0; row < 4; ++row)
        model = set(model, block({row, 1}, {1, 1}, float(row)));
    model = set(model, block({0, 0}, {4, 3}, 100));
    QVERIFY(model == set(dense(), block({0, 0}, {4, 3}, 100)));
}

void TstWeightEdits::largeWeightsAreMendedRight()
{
    // Blocks come, change, go and lie on one another; copies are held for a while or let go.
    const Extents extents{900, 700};
    const Tensor weight = counting(extents, 0);
    const RandomField random(FingerprintBuilder().add(std::string_view("mend")).finish());
    std::vector<WeightBlock> blocks;
    std::vector<Tensor> held(2);
    for (std::uint64_t step = 0; step < 200; ++step) {
        const auto upTo = [&](std::uint32_t column, std::int64_t below) {
            return static_cast<std::int64_t>(random.uniform(step, column) * double(below));
        };
        if (!blocks.empty() && upTo(0, 3) == 0)
            blocks.erase(blocks.begin() + upTo(1, static_cast<std::int64_t>(blocks.size())));
        const Extents first{upTo(2, 880), upTo(3, 680)};
        blocks.push_back(block(first, {1 + upTo(4, 20), 1 + upTo(5, 20)}, float(step) * 1e6F));
        const Tensor edited = editedWeight(weight, 0, blocks);
        std::vector<float> expected(weight.values().begin(), weight.values().end());
        for (const WeightBlock &b : blocks)
            for (std::int64_t row = 0; row < b.values.extent(0); ++row)
                for (std::int64_t column = 0; column < b.values.extent(1); ++column)
                    expected[static_cast<std::size_t>((b.first[0] + row) * 700 + b.first[1] +
                                                      column)] =
                        b.values.data()[row * b.values.extent(1) + column];
        QVERIFY(std::equal(expected.begin(), expected.end(), edited.values().begin()));
        held[step % 2] = upTo(6, 2) == 0 ? edited : Tensor();
    }
}

void TstWeightEdits::aDragCopiesNoLargeWeight()
{
    const Tensor weight = counting({4096, 4096}, 0); // 64 MiB
    QElapsedTimer timer;
    qint64 copying = std::numeric_limits<qint64>::max();
    for (int i = 0; i < 4; ++i) {
        timer.start();
        const Tensor copy = Tensor::of(weight.extents(), weight.values()).withFingerprint({});
        copying = std::min(copying, timer.nsecsElapsed());
    }
    Tensor shown;
    qint64 moving = std::numeric_limits<qint64>::max();
    for (int step = 0; step < 12; ++step) {
        timer.start();
        const Tensor next = editedWeight(weight, 0, {block({7, 9}, {1, 1}, float(step))});
        if (step > 2)
            moving = std::min(moving, timer.nsecsElapsed());
        QCOMPARE(next.data()[7 * 4096 + 9], float(step));
        shown = next;
    }
    QVERIFY2(moving * 20 < copying,
             qPrintable(QStringLiteral("%1 ns a move, %2 ns a copy").arg(moving).arg(copying)));
}

QTEST_APPLESS_MAIN(TstWeightEdits)
#include "tst_weight_edits.moc"
