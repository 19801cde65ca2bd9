// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "program.h"
#include "tensor/npy.h"
#include "tensor/npz.h"

#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QTest>

#include <algorithm>
#include <numeric>

using namespace convscope;
using namespace Qt::StringLiterals;

namespace {

constexpr auto kTwoLayers = R"({
    "class_name": "Sequential",
    "config": {"name": "pair", "layers": [
        {"class_name": "Conv2D", "config": {"name": "conv", "filters": 2, "kernel_size": [1, 1],
            "kernel_initializer": "ones", "kernel_regularizer":
                {"class_name": "L1", "config": {"l1": 0.5}}}},
        {"class_name": "Cropping2D", "config": {"name": "crop", "cropping": 1}}]}})";

QString arrayFile(const Workplace &place, const QString &name, const Extents &extents)
{
    std::vector<float> values(static_cast<std::size_t>(elementCount(extents).value()));
    std::iota(values.begin(), values.end(), 0.0F);
    const QString path = place.path(name);
    if (!writeNpy(path.toStdString(), Tensor::of(extents, values)))
        qFatal("cannot write %s", qPrintable(path));
    return path;
}

std::vector<NamedArray> arrays(const Workplace &place, const QString &name)
{
    auto read = readNpz(place.path(name).toStdString());
    return read ? std::move(*read) : std::vector<NamedArray>();
}

} // namespace

class TstRunCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesTheDocument();
    void writesOneArrayPerLayer();
    void writesOneLayerAlone();
    void drawsMaps();
    void printsATable();
    void readsAPicture();
    void drawsTheSameWeightsForTheSameSeed();
    void joinsSeveralInputsToABatch();
    void takesAnotherFilesWeights();
    void feedsWhatIsNotKnownHere();
    void givesTheSameWithAnyNumberOfThreads();
    void countsValuesThatAreNotFinite();
    void takesAKernelByTheNameInItsTable();
    void drawsLayersOfAlikeNames();
    void refuses_data();
    void refuses();
    void refusesABrokenPicture_data();
    void refusesABrokenPicture();
};

void TstRunCommand::writesTheDocument()
{
    const Workplace place;
    const Outcome outcome = place.run({u"run"_s, place.file(u"pair.json"_s, kTwoLayers),
                                       u"--input"_s, arrayFile(place, u"in.npy"_s, {1, 4, 4, 2}),
                                       u"--repeat"_s, u"3"_s, u"--json"_s});
    QCOMPARE(outcome.err, QByteArray());
    QCOMPARE(outcome.status, 0);
    const QJsonObject document = outcome.document();
    QCOMPARE(keysOf(document), u"input_shape layers loss losses notes total_ms"_s);
    QCOMPARE(document[u"input_shape"_s].toArray(), (QJsonArray{1, 4, 4, 2}));
    QVERIFY(document[u"total_ms"_s].toDouble() > 0);
    // Four ones, each with half a point of penalty.
    QCOMPARE(document[u"losses"_s].toObject(), (QJsonObject{{u"conv"_s, 2.0}}));
    QCOMPARE(document[u"loss"_s].toDouble(), 2.0);

    QCOMPARE(document[u"layers"_s].toArray().size(), 2);
    const QJsonObject crop = document[u"layers"_s][1].toObject();
    QCOMPARE(keysOf(crop),
             u"class_name kernel known max mean min ms name nonfinite output_shape std"_s);
    QCOMPARE(crop[u"name"_s].toString(), u"crop"_s);
    QCOMPARE(crop[u"class_name"_s].toString(), u"Cropping2D"_s);
    QCOMPARE(crop[u"output_shape"_s].toArray(), (QJsonArray{1, 2, 2, 2}));
    // Both channels hold the sum of the two inputs: 2n + (2n + 1) at places 5, 6, 9, 10.
    QCOMPARE(crop[u"min"_s].toDouble(), 21.0);
    QCOMPARE(crop[u"max"_s].toDouble(), 41.0);
    QCOMPARE(crop[u"mean"_s].toDouble(), 31.0);
    QCOMPARE(crop[u"std"_s].toDouble(), std::sqrt((100.0 + 36 + 36 + 100) / 4));
    QCOMPARE(crop[u"nonfinite"_s].toInt(), 0);
}

void TstRunCommand::writesOneArrayPerLayer()
{
    const Workplace place;
    const Outcome outcome =
        place.run({u"run"_s, place.file(u"pair.json"_s, kTwoLayers), u"--input"_s,
                   arrayFile(place, u"in.npy"_s, {1, 4, 4, 2}), u"--output"_s, u"out.npz"_s});
    QCOMPARE(outcome.status, 0);
    QCOMPARE(place.entries(), (QStringList{u"in.npy"_s, u"out.npz"_s, u"pair.json"_s}));
    const auto written = arrays(place, u"out.npz"_s);
    QCOMPARE(written.size(), std::size_t{2});
    QCOMPARE(written[0].name, "conv");
    QCOMPARE(written[0].array.tensor.extents(), (Extents{1, 4, 4, 2}));
    QCOMPARE(written[1].name, "crop");
    const float expected[] = {21, 21, 25, 25, 37, 37, 41, 41};
    QCOMPARE(written[1].array.tensor, Tensor::of({1, 2, 2, 2}, expected));
}

void TstRunCommand::writesOneLayerAlone()
{
    const Workplace place;
    const Outcome outcome = place.run({u"run"_s, place.file(u"pair.json"_s, kTwoLayers),
                                       u"--input"_s, arrayFile(place, u"in.npy"_s, {1, 4, 4, 2}),
                                       u"--output"_s, u"out.npz"_s, u"--only"_s, u"crop"_s});
    QCOMPARE(outcome.status, 0);
    const auto written = arrays(place, u"out.npz"_s);
    QCOMPARE(written.size(), std::size_t{1});
    QCOMPARE(written[0].name, "crop");
    // Without a file to be written it is told that there is none.
    const Outcome idle = place.run({u"run"_s, place.path(u"pair.json"_s), u"--input"_s,
                                    place.path(u"in.npy"_s), u"--only"_s, u"crop"_s});
    QCOMPARE(idle.status, 0);
    QVERIFY2(idle.err.contains("nothing is written"), idle.err.constData());
}

void TstRunCommand::drawsMaps()
{
    const Workplace place;
    const Outcome outcome =
        place.run({u"run"_s, place.file(u"pair.json"_s, kTwoLayers), u"--input"_s,
                   arrayFile(place, u"in.npy"_s, {1, 4, 4, 2}), u"--maps"_s, u"deep/maps"_s});
    QCOMPARE(outcome.status, 0);
    const QImage conv(place.path(u"deep/maps/conv.png"_s));
    const QImage crop(place.path(u"deep/maps/crop.png"_s));
    QVERIFY(!conv.isNull());
    QVERIFY(!crop.isNull());
    QVERIFY(conv.width() > crop.width());
}

void TstRunCommand::printsATable()
{
    const Workplace place;
    const Outcome outcome =
        place.run({u"run"_s, place.file(u"pair.json"_s, kTwoLayers), u"--input"_s,
                   arrayFile(place, u"in.npy"_s, {1, 4, 4, 2}), u"--kernel"_s, u"reference"_s});
    QCOMPARE(outcome.status, 0);
    QVERIFY2(outcome.out.contains("pair, input (1, 4, 4, 2)"), outcome.out);
    QVERIFY2(outcome.out.contains("(1, 2, 2, 2)"), outcome.out);
    QVERIFY2(outcome.out.contains("reference"), outcome.out);
    QVERIFY2(outcome.out.contains("loss 2"), outcome.out);
}

void TstRunCommand::readsAPicture()
{
    const Workplace place;
    QImage picture(5, 3, QImage::Format_RGB888);
    picture.fill(Qt::red);
    QVERIFY(picture.save(place.path(u"red.png"_s)));
    const QString model = place.layerFile(
        u"first.json"_s, "Conv2D",
        R"("name": "conv", "filters": 1, "kernel_size": 1, "data_format": "channels_first",
           "kernel_initializer": "ones")");
    const Outcome outcome =
        place.run({u"run"_s, model, u"--input"_s, place.path(u"red.png"_s), u"--json"_s});
    QCOMPARE(outcome.status, 0);
    QCOMPARE(outcome.document()[u"input_shape"_s].toArray(), (QJsonArray{1, 3, 3, 5}));
    const QJsonObject layer = outcome.document()[u"layers"_s][0].toObject();
    QCOMPARE(layer[u"output_shape"_s].toArray(), (QJsonArray{1, 1, 3, 5}));
    // Red is 1 at a scale of 0 to 1, green and blue are 0.
    QCOMPARE(layer[u"mean"_s].toDouble(), 1.0);
}

void TstRunCommand::drawsTheSameWeightsForTheSameSeed()
{
    const Workplace place;
    const QString model = place.layerFile(u"conv.json"_s, "Conv2D",
                                          R"("name": "conv", "filters": 3, "kernel_size": 3)");
    const QString input = arrayFile(place, u"in.npy"_s, {1, 5, 5, 1});
    const auto output = [&](const QString &seed, const QString &file) {
        const Outcome outcome = place.run(
            {u"run"_s, model, u"--input"_s, input, u"--seed"_s, seed, u"--output"_s, file});
        const auto written = arrays(place, file);
        return outcome.status != 0 || written.empty() ? Tensor() : written[0].array.tensor;
    };
    const Tensor first = output(u"7"_s, u"a.npz"_s);
    QVERIFY(!first.isNull());
    QCOMPARE(output(u"7"_s, u"b.npz"_s), first);
    QVERIFY(!(output(u"8"_s, u"c.npz"_s) == first));
}

void TstRunCommand::joinsSeveralInputsToABatch()
{
    const Workplace place;
    const QString input = arrayFile(place, u"in.npy"_s, {1, 4, 4, 2});
    const Outcome outcome = place.run({u"run"_s, place.file(u"pair.json"_s, kTwoLayers),
                                       u"--input"_s, input, input, input, u"--json"_s});
    QCOMPARE(outcome.status, 0);
    QCOMPARE(outcome.document()[u"input_shape"_s].toArray(), (QJsonArray{3, 4, 4, 2}));
}

void TstRunCommand::takesAnotherFilesWeights()
{
    const Workplace place;
    const QString model =
        place.layerFile(u"conv.json"_s, "Conv2D",
                        R"("name": "conv", "filters": 1, "kernel_size": 1, "use_bias": false)");
    const float kernel[] = {0.25F};
    const std::vector<NamedArray> members{
        {"mine/case",
         {{}, std::string(R"({"layer": {"class_name": "Conv2D", "config": {"name": "other",
            "filters": 1, "kernel_size": 1, "use_bias": false}}, "input_shape": [1, 2, 2, 1]})")}},
        {"mine/weights/0", {Tensor::of({1, 1, 1, 1}, kernel), {}}}};
    QVERIFY(writeNpz(place.path(u"w.npz"_s).toStdString(), members).has_value());
    const QString input = arrayFile(place, u"in.npy"_s, {1, 2, 2, 1});
    const Outcome fitting =
        place.run({u"run"_s, model, u"--input"_s, input, u"--weights"_s, u"w.npz"_s, u"--json"_s});
    QCOMPARE(fitting.status, 0);
    QCOMPARE(fitting.document()[u"layers"_s][0][u"max"_s].toDouble(), 0.75);

    const Outcome wrong = place.run({u"run"_s, model, u"--input"_s, input, u"--weights"_s,
                                     u"w.npz"_s, u"--set"_s, u"conv.kernel_size=2"_s, u"--json"_s});
    QCOMPARE(wrong.status, 1);
    QCOMPARE(wrong.error()[u"rule"_s].toString(), u"E17"_s);
    QCOMPARE(wrong.error()[u"layer"_s].toString(), u"conv"_s);
}

void TstRunCommand::feedsWhatIsNotKnownHere()
{
    const Workplace place;
    const QString model = place.file(u"gate.json"_s, R"({"class_name": "Sequential", "config": {
        "name": "s", "layers": [
            {"class_name": "InputLayer", "config": {"batch_shape": [null, 4, 4, 2], "name": "in"}},
            {"class_name": "Gate", "config": {"name": "gate"}},
            {"class_name": "Cropping2D", "config": {"name": "crop", "cropping": 1}}]}})");
    const QString array = arrayFile(place, u"fed.npy"_s, {1, 4, 4, 3});
    const auto values = readNpy(array.toStdString());
    QVERIFY(values);
    const std::vector<NamedArray> members{{"other", {*values, {}}}, {"gate", {*values, {}}}};
    QVERIFY(writeNpz(place.path(u"fed.npz"_s).toStdString(), members));
    const QStringList arguments{
        u"run"_s,      model,        u"--input"_s, arrayFile(place, u"in.npy"_s, {1, 4, 4, 2}),
        u"--output"_s, u"out.npz"_s, u"--feed"_s};
    for (const QString &file : {array, place.path(u"fed.npz"_s)}) {
        const Outcome outcome = place.run(arguments + QStringList{u"gate="_s + file});
        QVERIFY2(outcome.status == 0, outcome.err);
        const std::vector<NamedArray> written = arrays(place, u"out.npz"_s);
        const auto crop = std::ranges::find(written, "crop", &NamedArray::name);
        QVERIFY(crop != written.end());
        QCOMPARE(crop->array.tensor.extents(), (Extents{1, 2, 2, 3}));
        QCOMPARE(crop->array.tensor.values()[0], 15.0F);
    }
    const Outcome missing = place.run(arguments + QStringList{u"gate=none.npy"_s});
    QCOMPARE(missing.status, 2);
    QVERIFY2(missing.err.contains("none.npy"), missing.err);
    const Outcome other = place.run(arguments + QStringList{u"door="_s + array});
    QCOMPARE(other.status, 2);
    QVERIFY2(other.err.contains("--feed takes LAYER=FILE"), other.err);
}

void TstRunCommand::givesTheSameWithAnyNumberOfThreads()
{
    const Workplace place;
    const QString model =
        place.layerFile(u"conv.json"_s, "Conv2D",
                        R"("name": "conv", "filters": 8, "kernel_size": 3, "padding": "same")");
    const QString input = arrayFile(place, u"in.npy"_s, {1, 40, 40, 3});
    const auto output = [&](const QString &threads) {
        const Outcome outcome = place.run({u"run"_s, model, u"--input"_s, input, u"--threads"_s,
                                           threads, u"--output"_s, u"out.npz"_s});
        const auto written = arrays(place, u"out.npz"_s);
        return outcome.status != 0 || written.empty() ? Tensor() : written[0].array.tensor;
    };
    const Tensor one = output(u"1"_s);
    QVERIFY(!one.isNull());
    QCOMPARE(output(u"2"_s), one);
}

void TstRunCommand::countsValuesThatAreNotFinite()
{
    const Workplace place;
    const float values[] = {1, std::numeric_limits<float>::infinity(),
                            std::numeric_limits<float>::quiet_NaN(), 3};
    QVERIFY(writeNpy(place.path(u"in.npy"_s).toStdString(), Tensor::of({1, 2, 2, 1}, values))
                .has_value());
    const QString model =
        place.layerFile(u"crop.json"_s, "Cropping2D", R"("name": "crop", "cropping": 0)");
    const Outcome outcome = place.run({u"run"_s, model, u"--input"_s, u"in.npy"_s, u"--json"_s});
    QCOMPARE(outcome.status, 0);
    const QJsonObject layer = outcome.document()[u"layers"_s][0].toObject();
    QCOMPARE(layer[u"nonfinite"_s].toInt(), 2);
    QCOMPARE(layer[u"min"_s].toDouble(), 1.0);
    QCOMPARE(layer[u"max"_s].toDouble(), 3.0);
}

void TstRunCommand::takesAKernelByTheNameInItsTable()
{
    const Workplace place;
    const QStringList arguments{u"run"_s, place.file(u"pair.json"_s, kTwoLayers), u"--input"_s,
                                arrayFile(place, u"in.npy"_s, {1, 4, 4, 2}), u"--json"_s};
    const auto kernelOf = [](const Outcome &outcome) {
        return outcome.document()[u"layers"_s][0][u"kernel"_s].toString();
    };
    const QString direct = kernelOf(place.run(arguments + QStringList{u"--kernel"_s, u"direct"_s}));
    QVERIFY2(direct.startsWith(u"direct_"), qPrintable(direct));
    QCOMPARE(kernelOf(place.run(arguments + QStringList{u"--kernel"_s, direct})), direct);
    const Outcome other = place.run(arguments + QStringList{u"--kernel"_s, u"direct_mmx"_s});
    QCOMPARE(other.status, 2);
    QVERIFY2(other.err.contains("\"direct_mmx\""), other.err);
}

void TstRunCommand::drawsLayersOfAlikeNames()
{
    const Workplace place;
    QByteArray model = kTwoLayers;
    model.replace("\"conv\"", "\"a/b\"").replace("\"crop\"", "\"a_b\"");
    const Outcome outcome =
        place.run({u"run"_s, place.file(u"pair.json"_s, model), u"--input"_s,
                   arrayFile(place, u"in.npy"_s, {1, 4, 4, 2}), u"--maps"_s, u"maps"_s});
    QCOMPARE(outcome.err, QByteArray());
    QVERIFY(QFile::exists(place.path(u"maps/a_b.png"_s)));
    QVERIFY(QFile::exists(place.path(u"maps/a_b_.png"_s)));
}

void TstRunCommand::refuses_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const QStringList &arguments, int status,
                        const QString &rule, const QString &message) {
        QTest::newRow(name) << arguments << status << rule << message;
    };
    const QStringList input{u"--input"_s, u"in.npy"_s};
    row("no input", {}, 2, u"input"_s, u"--input FILE is needed"_s);
    row("an input that is not there", {u"--input"_s, u"none.png"_s}, 2, u"file"_s, u"none.png"_s);
    row("no number of repeats", input + QStringList{u"--repeat"_s, u"0"_s}, 2, u"input"_s,
        u"--repeat"_s);
    row("a layer to write that is not there",
        input + QStringList{u"--output"_s, u"out.npz"_s, u"--only"_s, u"third"_s}, 2, u"input"_s,
        u"'third'"_s);
    row("an output in a folder that is not there",
        input + QStringList{u"--output"_s, u"none/out.npz"_s}, 2, u"file"_s, u"none"_s);
    row("maps in place of a file", input + QStringList{u"--maps"_s, u"in.npy"_s}, 2, u"file"_s,
        u"in.npy"_s);
    row("a shape the input does not have", input + QStringList{u"--input-shape"_s, u"1,5,5,2"_s}, 1,
        u"input"_s, u"(1, 4, 4, 2), --input-shape asks for (1, 5, 5, 2)"_s);
    row("a kernel that is not there", input + QStringList{u"--kernel"_s, u"magic"_s}, 2, u"input"_s,
        u"magic"_s);
    row("an input without an end", {u"--input"_s, u"/dev/zero"_s}, 2, u"file"_s,
        u"/dev/zero: this is a device"_s);
    row("an output in place of the input", input + QStringList{u"--output"_s, u"./in.npy"_s}, 2,
        u"input"_s, u"--output would replace ./in.npy, which is read"_s);
    row("an output in place of the model", input + QStringList{u"--output"_s, u"pair.json"_s}, 2,
        u"input"_s, u"--output would replace pair.json, which is read"_s);
    row("arrays and maps in one place",
        input + QStringList{u"--output"_s, u"out"_s, u"--maps"_s, u"out"_s}, 2, u"input"_s,
        u"--output and --maps would both write out"_s);
    for (const auto &option : {u"--seed"_s, u"--output"_s, u"--maps"_s, u"--weights"_s,
                               u"--kernel"_s, u"--input-shape"_s}) {
        row(qPrintable(option + u" without a value"_s), input + QStringList{option, u""_s}, 2,
            u"input"_s, option + u" needs a value"_s);
        row(qPrintable(option + u" with nothing behind ="_s), QStringList{option + u'='} + input, 2,
            u"input"_s, option + u" needs a value"_s);
    }
    row("a seed below 0", input + QStringList{u"--seed"_s, u"-1"_s}, 2, u"input"_s, u"--seed"_s);
    row("a seed above 32 bits", input + QStringList{u"--seed"_s, u"4294967296"_s}, 2, u"input"_s,
        u"--seed"_s);
    row("an illegal layer", input + QStringList{u"--set"_s, u"crop.cropping=2"_s}, 1, u"E14"_s,
        u"crop"_s);
    row("more filters than memory holds",
        {u"--input"_s, u"pattern:noise?size=4000x4000"_s, u"--set"_s, u"conv.filters=100000"_s}, 1,
        u"memory"_s, u"100000"_s);
}

void TstRunCommand::refuses()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, status);
    QFETCH(QString, rule);
    QFETCH(QString, message);
    const Workplace place;
    place.file(u"pair.json"_s, kTwoLayers);
    arrayFile(place, u"in.npy"_s, {1, 4, 4, 2});
    const Outcome outcome =
        place.run(QStringList{u"run"_s, u"pair.json"_s, u"--json"_s} + arguments);
    QCOMPARE(outcome.error()[u"rule"_s].toString(), rule);
    QCOMPARE(outcome.status, status);
    const QString said = outcome.error()[u"message"_s].toString();
    QVERIFY2(said.contains(message), qPrintable(said));
    QVERIFY2(QString::fromUtf8(outcome.err).contains(said), outcome.err);
    QCOMPARE(place.entries(), (QStringList{u"in.npy"_s, u"pair.json"_s}));
}

void TstRunCommand::refusesABrokenPicture_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QImage picture(64, 64, QImage::Format_RGB888);
    picture.fill(Qt::red);
    const QTemporaryDir folder;
    picture.save(folder.filePath(u"whole.png"_s));
    QFile file(folder.filePath(u"whole.png"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray whole = file.readAll();
    QTest::newRow("an empty file") << QByteArray();
    QTest::newRow("text") << QByteArray("not a picture");
    QTest::newRow("a picture cut off") << whole.left(whole.size() / 2);
    QTest::newRow("a header alone") << whole.left(33);
}

void TstRunCommand::refusesABrokenPicture()
{
    QFETCH(QByteArray, bytes);
    const Workplace place;
    place.file(u"pair.json"_s, kTwoLayers);
    place.file(u"broken.png"_s, bytes);
    const Outcome outcome =
        place.run({u"run"_s, u"pair.json"_s, u"--json"_s, u"--input"_s, u"broken.png"_s});
    QCOMPARE(outcome.status, 2);
    QCOMPARE(outcome.error()[u"rule"_s].toString(), u"file"_s);
    QVERIFY2(outcome.err.contains("broken.png"), outcome.err);
}

QTEST_GUILESS_MAIN(TstRunCommand)
#include "tst_run_command.moc"
