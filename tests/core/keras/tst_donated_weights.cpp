// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "keras/donated_weights.h"
#include "model/shape_inference.h"
#include "support/test_paths.h"
#include "tensor/npz.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace convscope;

/// Weights of a file that are given to the layers of another one's model.
class TstDonatedWeights : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesWeightsOfEveryKindOfFile_data();
    void takesWeightsOfEveryKindOfFile();
    void matchesByClassWhereNamesDiffer();
    void matchesInOrder();
    void tellsWhatDoesNotFit();
    void cutsAFlatListToFit();
    void saysWhereThereAreNone();
};

namespace {

std::string file(const char *name)
{
    return dataPath("keras/files/") + name;
}

Model plain()
{
    auto loaded = loadModel(file("plain_keras3.keras"));
    if (!loaded)
        qFatal("%s", loaded.error().message.c_str());
    return loaded->model;
}

Model withoutWeights(Model model)
{
    for (auto &layer : model.layers)
        layer = std::make_shared<const Layer>(layer->withWeights({}));
    return model;
}

Model renamed(Model model)
{
    for (auto &layer : model.layers)
        layer = std::make_shared<const Layer>(layer->withName("other_" + layer->name()));
    return model;
}

WeightMatch match(const Model &model, DonatedWeights donated)
{
    return matchWeights(model, inputShapes(model), std::move(donated));
}

/// The weights of a model as groups.
DonatedWeights donatedBy(const Model &model)
{
    DonatedWeights donated;
    for (const auto &layer : model.layers)
        donated.groups.push_back({layer->name(), {}, {}, layer->storedWeights()});
    return donated;
}

} // namespace

void TstDonatedWeights::takesWeightsOfEveryKindOfFile_data()
{
    QTest::addColumn<int>("by");
    const auto row = [](const char *name, WeightMatch::By by) {
        QTest::newRow(name) << static_cast<int>(by);
    };
    row("plain_keras3.keras", WeightMatch::By::Name);
    row("plain_keras3.h5", WeightMatch::By::Name);
    row("plain_keras2.h5", WeightMatch::By::Name);
    row("plain_keras3.weights.h5", WeightMatch::By::Name);
    row("plain_keras2.weights_legacy.h5", WeightMatch::By::Name);
}

void TstDonatedWeights::takesWeightsOfEveryKindOfFile()
{
    QFETCH(int, by);
    const auto donated = loadWeights(file(QTest::currentDataTag()));
    QVERIFY2(donated, donated ? "" : donated.error().message.c_str());
    const Model model = withoutWeights(plain());
    const WeightMatch found = match(model, *donated);
    QVERIFY(found.fitsWholly());
    QCOMPARE(static_cast<int>(found.by), by);
    const Model given = withMatchedWeights(model, found);
    QCOMPARE(given.layer(0).storedWeights().size(), std::size_t(2));
    QCOMPARE(given.layer(2).storedWeights().size(), std::size_t(2));
    QVERIFY(!(given == model));
}

void TstDonatedWeights::matchesByClassWhereNamesDiffer()
{
    const auto donated = loadWeights(file("plain_keras3.weights.h5"));
    QVERIFY(donated);
    const Model model = renamed(withoutWeights(plain()));
    const WeightMatch found = match(model, *donated);
    QVERIFY(found.fitsWholly());
    QCOMPARE(found.by, WeightMatch::By::Class);
    QVERIFY(withMatchedWeights(model, found).layer(0).storedWeights() ==
            plain().layer(0).storedWeights());
}

void TstDonatedWeights::matchesInOrder()
{
    const auto donated = loadWeights(file("plain_keras2.weights_legacy.h5"));
    QVERIFY(donated);
    const WeightMatch found = match(renamed(withoutWeights(plain())), *donated);
    QVERIFY(found.fitsWholly());
    QCOMPARE(found.by, WeightMatch::By::Order);
    const Words note = matchNotes(renamed(plain()), found).front();
    QVERIFY(note.text().find("in the order of the layers") != std::string::npos);
}

void TstDonatedWeights::tellsWhatDoesNotFit()
{
    using State = WeightMatchRow::State;
    const Model model = plain();
    DonatedWeights donated = donatedBy(model);
    std::swap(donated.groups[0].weights[0], donated.groups[2].weights[0]);
    donated.groups.push_back({"stranger", {}, {}, {model.layer(0).storedWeights()[1]}});
    const WeightMatch found = match(model, donated);
    QVERIFY(!found.fitsWholly());
    QCOMPARE(found.rows.size(), std::size_t(3));
    QCOMPARE(found.rows[0].state, State::WrongShape);
    QCOMPARE(found.rows[0].expected.front(), (Extents{3, 3, 1, 4}));
    QCOMPARE(found.rows[0].received.front(), (Extents{144, 2}));
    QCOMPARE(found.rows[2].state, State::NoLayer);
    QCOMPARE(found.rows[2].layer, -1);
    const Error error = matchError(model, found);
    QCOMPARE(error.rule, "E17");
    QCOMPARE(error.layer, "myconv");
    QVERIFY(error.message.find("(3, 3, 1, 4)") != std::string::npos);
    // A layer that the file leaves out keeps what it has.
    DonatedWeights one = donatedBy(model);
    one.groups.pop_back();
    const WeightMatch part = match(model, one);
    QVERIFY(part.fitsWholly());
    QCOMPARE(part.rows[1].state, State::NoDonor);
    QVERIFY(withMatchedWeights(model, part) == model);
    const std::vector<Words> notes = matchNotes(model, part);
    QCOMPARE(notes.size(), std::size_t(1));
    QCOMPARE(notes[0].text(), "holds no weights for out, which keep those they had");
    QVERIFY(matchNotes(model, match(model, donatedBy(model))).empty());
}

void TstDonatedWeights::cutsAFlatListToFit()
{
    const Model model = plain();
    QTemporaryDir folder;
    const std::string path = folder.filePath(QStringLiteral("w.npz")).toStdString();
    std::vector<NamedArray> arrays;
    for (const auto &layer : model.layers) {
        for (const Tensor &weight : layer->storedWeights())
            arrays.push_back({"arr_" + std::to_string(arrays.size()), {weight, {}}});
    }
    QVERIFY(writeNpz(path, arrays));
    const auto donated = loadWeights(path);
    QVERIFY2(donated, donated ? "" : donated.error().message.c_str());
    QVERIFY(donated->isFlat);
    const WeightMatch found = match(withoutWeights(model), *donated);
    QVERIFY(found.fitsWholly());
    QVERIFY(withMatchedWeights(withoutWeights(model), found) == model);
    // One array too many belongs to no layer.
    arrays.push_back({"arr_9", arrays.front().array});
    QVERIFY(writeNpz(path, arrays));
    const WeightMatch tooMany = match(model, *loadWeights(path));
    QVERIFY(!tooMany.fitsWholly());
    QCOMPARE(matchError(model, tooMany).message,
             "weights: the model takes 4 arrays. Received 5, in one list");
    // Names of layers and weights.
    arrays.clear();
    for (const auto &layer : model.layers) {
        for (const Tensor &weight : layer->storedWeights())
            arrays.push_back({layer->name() + "/w" + std::to_string(arrays.size()), {weight, {}}});
    }
    QVERIFY(writeNpz(path, arrays));
    const WeightMatch named = match(withoutWeights(model), *loadWeights(path));
    QVERIFY(named.fitsWholly());
    QCOMPARE(named.by, WeightMatch::By::Name);
}

void TstDonatedWeights::saysWhereThereAreNone()
{
    const auto none = loadWeights(file("plain_keras3.json"));
    QVERIFY(!none);
    QCOMPARE(none.error().rule, "input");
    QVERIFY(!loadWeights(file("bad/truncated.h5")));
}

QTEST_APPLESS_MAIN(TstDonatedWeights)
#include "tst_donated_weights.moc"
