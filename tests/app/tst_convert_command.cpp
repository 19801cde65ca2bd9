// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "program.h"
#include "support/test_paths.h"
#include "tensor/npz.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace convscope;
using namespace Qt::StringLiterals;

namespace {

QString kerasFile(const char *name)
{
    return QString::fromStdString(dataPath("keras/")) + QLatin1String(name);
}

/// One case of an archive as a file of its own, and its inputs as arrays; their names.
QStringList ownCase(const Workplace &place, const char *archive, const std::string &name)
{
    const auto members = readNpz(kerasFile(archive).toStdString(), [&](const std::string &member) {
        return member.starts_with(name + '/');
    });
    if (!members || members->empty() ||
        !writeNpz(place.path(u"case.npz"_s).toStdString(), *members))
        qFatal("there is no case %s", name.c_str());
    QStringList inputs;
    for (const NamedArray &member : *members) {
        if (!member.name.starts_with(name + "/input"))
            continue;
        inputs.push_back(u"in%1.npy"_s.arg(inputs.size()));
        if (!writeNpy(place.path(inputs.back()).toStdString(), member.array.tensor))
            qFatal("cannot write an input");
    }
    return inputs;
}

/// Every layer's output, or what the program said.
struct Ran
{
    std::vector<NamedArray> layers;
    QByteArray said;
};

Ran ran(const Workplace &place, const QString &model, const QStringList &inputs,
        const QStringList &more = {})
{
    QFile::remove(place.path(u"out.npz"_s));
    QStringList arguments{u"run"_s, model};
    for (const QString &input : inputs)
        arguments += {u"--input"_s, input};
    const Outcome outcome = place.run(arguments + more + QStringList{u"--output"_s, u"out.npz"_s});
    auto layers = readNpz(place.path(u"out.npz"_s).toStdString());
    return {outcome.status == 0 && layers ? std::move(*layers) : std::vector<NamedArray>(),
            outcome.err};
}

bool areEqual(const std::vector<NamedArray> &first, const std::vector<NamedArray> &second)
{
    return !first.empty() && std::equal(first.begin(), first.end(), second.begin(), second.end(),
                                        [](const NamedArray &a, const NamedArray &b) {
                                            return a.name == b.name &&
                                                   a.array.tensor == b.array.tensor;
                                        });
}

} // namespace

/// convscope convert IN OUT, and the weights that it and the other commands take from files.
class TstConvertCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void computesTheSameFromEveryFormat_data();
    void computesTheSameFromEveryFormat();
    void writesTheDocument();
    void keepsWhatIsNotKnown();
    void refuses_data();
    void refuses();
    void leavesWhatIsThere();
    void takesWeights_data();
    void takesWeights();
};

void TstConvertCommand::computesTheSameFromEveryFormat_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("name");
    for (const char *name : {"nested", "merges"}) {
        for (const QString &from : {u".keras"_s, u".h5"_s, u".npz"_s, u".json"_s})
            QTest::newRow((QLatin1String(name) + u" from "_s + from).toUtf8().constData())
                << from << QString::fromLatin1(name);
    }
}

void TstConvertCommand::computesTheSameFromEveryFormat()
{
    QFETCH(QString, from);
    QFETCH(QString, name);
    const Workplace place;
    const QStringList inputs = ownCase(place, "stacks.npz", u"stacks/%1"_s.arg(name).toStdString());
    const Ran first = ran(place, u"case.npz"_s, inputs);
    QVERIFY2(!first.layers.empty(), first.said.constData());
    const auto convert = [&](const QStringList &arguments) {
        const Outcome outcome = place.run(QStringList{u"convert"_s} + arguments);
        return outcome.status == 0 ? QByteArray() : arguments.join(u' ').toUtf8() + outcome.err;
    };
    const QString source = u"source"_s + from;
    QCOMPARE(convert({u"case.npz"_s, source}), QByteArray());
    QStringList weights;
    if (from == u".json") {
        QCOMPARE(convert({u"case.npz"_s, u"source.weights.h5"_s}), QByteArray());
        weights = {u"--weights"_s, u"source.weights.h5"_s};
    }
    for (const QString &to : {u".keras"_s, u".h5"_s, u".npz"_s, u".json"_s, u".weights.h5"_s})
        QCOMPARE(convert(QStringList{source, u"copy"_s + to} + weights), QByteArray());
    for (const QString &whole : {u"copy.keras"_s, u"copy.h5"_s, u"copy.npz"_s}) {
        const Ran copy = ran(place, whole, inputs);
        QVERIFY2(areEqual(copy.layers, first.layers), (whole.toUtf8() + copy.said).constData());
    }
    // Architecture and weights apart.
    for (const QString &donor : {u"copy.weights.h5"_s, u"copy.h5"_s}) {
        const Ran copy = ran(place, u"copy.json"_s, inputs, {u"--weights"_s, donor});
        QVERIFY2(areEqual(copy.layers, first.layers), (donor.toUtf8() + copy.said).constData());
    }
}

void TstConvertCommand::writesTheDocument()
{
    const Workplace place;
    const QString model = kerasFile("files/plain_keras3.keras");
    const Outcome whole = place.run({u"convert"_s, model, u"copy.h5"_s, u"--json"_s});
    QCOMPARE(whole.status, 0);
    QCOMPARE(whole.err, QByteArray());
    QCOMPARE(keysOf(whole.document()), u"layers params unsupported"_s);
    QCOMPARE(whole.document()[u"layers"_s].toInt(), 3);
    QCOMPARE(whole.document()[u"params"_s].toInt(), 330);
    QCOMPARE(whole.document()[u"unsupported"_s].toArray(), QJsonArray());
    // What a format cannot hold is told, and is no failure.
    const Outcome bare = place.run({u"convert"_s, model, u"copy.json"_s, u"--json"_s});
    QCOMPARE(bare.status, 0);
    QCOMPARE(bare.document()[u"unsupported"_s].toArray().size(), 1);
    const Outcome source = place.run({u"convert"_s, model, u"copy.py"_s});
    QCOMPARE(source.status, 0);
    QVERIFY2(source.err.contains("holds no weights"), source.err.constData());
    QVERIFY2(source.out.contains("3 layers, 330 parameters"), source.out.constData());
    QCOMPARE(place.entries(), (QStringList{u"copy.h5"_s, u"copy.json"_s, u"copy.py"_s}));
}

void TstConvertCommand::keepsWhatIsNotKnown()
{
    const Workplace place;
    QString from = kerasFile("files/bad/unknown_class.keras");
    for (const QString &to : {u"a.h5"_s, u"b.npz"_s, u"c.keras"_s, u"d.json"_s}) {
        const Outcome outcome = place.run({u"convert"_s, from, to, u"--json"_s});
        QVERIFY2(outcome.status == 0, outcome.err.constData());
        const QString told = outcome.document()[u"unsupported"_s].toArray().first().toString() +
                             outcome.document()[u"unsupported"_s].toArray().last().toString();
        QVERIFY2(told.contains(u"FancyAttention"), qPrintable(told));
        from = to;
    }
    QFile file(place.path(u"d.json"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("\"class_name\": \"FancyAttention\""));
}

void TstConvertCommand::refuses_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("words");
    const QString model = kerasFile("files/plain_keras3.keras");
    const auto row = [](const char *name, const QStringList &arguments, int status,
                        const char *words) {
        QTest::newRow(name) << arguments << status << QByteArray(words);
    };
    row("an ending that is not written", {model, u"x.onnx"_s}, 2, "must end in one of .keras");
    row("no ending", {model, u"keras"_s}, 2, "must end in one of");
    row("nothing to write to", {model}, 2, "OUT is required");
    row("no such file", {u"none.keras"_s, u"x.h5"_s}, 2, "there is no such file");
    row("a folder that is not there", {model, u"none/x.h5"_s}, 2, "there is no folder");
    row("weights without their model", {kerasFile("files/plain_keras3.weights.h5"), u"x.keras"_s},
        2, "holds weights alone");
    row("weights that do not fit", {kerasFile("files/bad/weight_shape.keras"), u"x.h5"_s}, 1,
        "must have the shape (3, 3, 1, 4). Received (3, 3, 1, 5)");
    row("weights of another model",
        {model, u"x.h5"_s, u"--weights"_s, kerasFile("files/unet_keras3.keras")}, 1,
        "expected those of 2 layers");
}

void TstConvertCommand::refuses()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, status);
    QFETCH(QByteArray, words);
    const Workplace place;
    const Outcome outcome =
        place.run(QStringList{u"convert"_s} + arguments + QStringList{u"--json"_s});
    QVERIFY2(outcome.err.contains(words), outcome.err.constData());
    QCOMPARE(outcome.status, status);
    QVERIFY(!outcome.error().isEmpty());
    QCOMPARE(place.entries(), QStringList());
}

void TstConvertCommand::leavesWhatIsThere()
{
    const Workplace place;
    QVERIFY(QFile::copy(kerasFile("files/plain_keras3.keras"), place.path(u"in.keras"_s)));
    place.file(u"old.h5"_s, "old");
    const Outcome wrong =
        place.run({u"convert"_s, u"in.keras"_s, u"old.h5"_s, u"--weights"_s, u"none.h5"_s});
    QCOMPARE(wrong.status, 2);
    const Outcome itself = place.run({u"convert"_s, u"in.keras"_s, u"in.keras"_s});
    QCOMPARE(itself.status, 2);
    QFile old(place.path(u"old.h5"_s));
    QVERIFY(old.open(QIODevice::ReadOnly));
    QCOMPARE(old.readAll(), QByteArray("old"));
    QCOMPARE(QFile(place.path(u"in.keras"_s)).size(),
             QFile(kerasFile("files/plain_keras3.keras")).size());
}

void TstConvertCommand::takesWeights_data()
{
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("words");
    const auto row = [](const char *name, const QStringList &names, int status, const char *words) {
        QTest::newRow(name) << names << status << QByteArray(words);
    };
    row("by name", {u"myconv/kernel"_s, u"myconv/bias"_s, u"out/kernel"_s, u"out/bias"_s}, 0, "");
    row("by order", {u"a/kernel"_s, u"a/bias"_s, u"b/kernel"_s, u"b/bias"_s}, 0,
        "were given in the order of the layers");
    row("one list", {u"arr_0"_s, u"arr_1"_s, u"arr_2"_s, u"arr_3"_s}, 0, "");
    row("of one layer", {u"myconv/kernel"_s, u"myconv/bias"_s}, 0,
        "holds no weights for out, which keep those they had");
    row("a short list", {u"arr_0"_s, u"arr_1"_s, u"arr_2"_s}, 1, "out must have 2 arrays");
    row("a long list", {u"arr_0"_s, u"arr_1"_s, u"arr_2"_s, u"arr_3"_s, u"arr_4"_s}, 1,
        "the model takes 4 arrays. Received 5, in one list");
    row("in another order", {u"arr_1"_s, u"arr_0"_s, u"arr_2"_s, u"arr_3"_s}, 1,
        "myconv must have 2 arrays [(3, 3, 1, 4), (4,)]");
}

void TstConvertCommand::takesWeights()
{
    QFETCH(QStringList, names);
    QFETCH(int, status);
    QFETCH(QByteArray, words);
    const Workplace place;
    const Extents shapes[] = {{3, 3, 1, 4}, {4}, {144, 2}, {2}, {3}};
    std::vector<NamedArray> arrays;
    for (int i = 0; i < names.size(); ++i) {
        // The number in its name says which array it is.
        const int which = names[i].startsWith(u"arr_") ? names[i].last(1).toInt() : i;
        const Extents &shape = shapes[which];
        const std::vector<float> values(static_cast<std::size_t>(elementCount(shape).value()),
                                        0.5F);
        arrays.push_back({names[i].toStdString(), {Tensor::of(shape, values), {}}});
    }
    QVERIFY(writeNpz(place.path(u"w.npz"_s).toStdString(), arrays).has_value());
    const Outcome outcome = place.run({u"convert"_s, kerasFile("files/plain_keras3.keras"),
                                       u"copy.keras"_s, u"--weights"_s, u"w.npz"_s});
    QCOMPARE(outcome.status, status);
    if (words.isEmpty())
        QCOMPARE(outcome.err, QByteArray());
    QVERIFY2(outcome.err.contains(words), outcome.err.constData());
}

QTEST_GUILESS_MAIN(TstConvertCommand)
#include "tst_convert_command.moc"
