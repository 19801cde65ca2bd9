// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "program.h"
#include "support/test_paths.h"

#include "tensor/npz.h"

#include <QColor>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QProcess>
#include <QTest>

#include <algorithm>

#include <sys/stat.h>

using namespace convscope;
using namespace Qt::StringLiterals;

/// What the program makes of inputs, shapes and models that come in every way, driven as a person
/// drives it.
class TstInputArguments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsStatedShapesAndStoredWeights_data();
    void keepsStatedShapesAndStoredWeights();
    void oneFileForSeveralInputsIsANote();
    void aPatternHasTheStatedSize();
    void keepsAlphaForAModelOfFourChannels();
    void scalesAsTheModelSuggests_data();
    void scalesAsTheModelSuggests();
    void takesAShapeForEachInput();
    void refusesOneShapeForUnlikeInputs();
    void saysNothingButWhatIsWrong_data();
    void saysNothingButWhatIsWrong();
    void readsAModelFromAPipe_data();
    void readsAModelFromAPipe();
    void refusesAPipeIntoWhichNobodyWrites();
};

namespace {

constexpr auto kIdentity =
    R"({"class_name": "ZeroPadding2D", "config": {"name": "id", "padding": 0}})";

constexpr auto kTwoInputs = R"({"class_name": "Functional", "config": {"name": "two", "layers": [
    {"class_name": "InputLayer", "name": "a", "config": {"batch_input_shape": [null, 8, 8, 3],
        "dtype": "float32", "name": "a"}, "inbound_nodes": []},
    {"class_name": "InputLayer", "name": "b", "config": {"batch_input_shape": [null, 6],
        "dtype": "float32", "name": "b"}, "inbound_nodes": []},
    {"class_name": "Flatten", "name": "f", "config": {"name": "f"},
        "inbound_nodes": [[["a", 0, 0, {}]]]},
    {"class_name": "Concatenate", "name": "c", "config": {"name": "c", "axis": -1},
        "inbound_nodes": [[["f", 0, 0, {}], ["b", 0, 0, {}]]]}],
    "input_layers": [["a", 0, 0], ["b", 0, 0]], "output_layers": [["c", 0, 0]]}})";

/// A model named so whose first layer is written so, for pictures of this many channels.
QByteArray modelOf(const QByteArray &name, int channels, const QByteArray &firstLayer = {})
{
    return R"({"class_name": "Sequential", "config": {"name": ")" + name + R"(", "layers": [
        {"class_name": "InputLayer", "config": {"batch_input_shape": [null, 10, 12, )" +
           QByteArray::number(channels) + R"(], "dtype": "float32", "name": "in"}}, )" +
           firstLayer +
           R"({"class_name": "ZeroPadding2D", "config": {"name": "id", "padding": 0}}]}})";
}

/// 10 × 12, the pixel at (row, column) of the value 20 · column, row, 255 and opacity 100.
QString picture(const Workplace &place, const QString &name, QImage::Format format)
{
    QImage image(12, 10, format);
    for (int row = 0; row < 10; ++row)
        for (int column = 0; column < 12; ++column)
            image.setPixelColor(column, row, QColor(20 * column, row, 255, 100));
    const QString path = place.path(name);
    if (!image.save(path))
        qFatal("cannot write %s", qPrintable(path));
    return path;
}

Tensor outputOf(const Workplace &place, const std::string &layer)
{
    const auto arrays = readNpz(place.path(u"out.npz"_s).toStdString());
    if (!arrays)
        return {};
    const auto found = std::ranges::find(*arrays, layer, &NamedArray::name);
    return found == arrays->end() ? Tensor() : found->array.tensor;
}

QString trained()
{
    return QString::fromStdString(dataPath("input/trained_8x8x1.npz"));
}

} // namespace

void TstInputArguments::keepsStatedShapesAndStoredWeights_data()
{
    QTest::addColumn<bool>("colour");
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QStringList>("says");
    const QStringList both{u"(1, 10, 12, 1)"_s, u"(None, 8, 8, 1)"_s,
                           u"--fit resize, crop or pad"_s};
    QTest::newRow("another size") << false << QStringList() << u"E11"_s << both;
    QTest::newRow("another size and colour")
        << true << QStringList() << u"E11"_s
        << QStringList{u"(1, 10, 12, 3)"_s, u"(None, 8, 8, 1)"_s, u"--fit resize, crop or pad"_s};
    QTest::newRow("the model cannot take the size")
        << false << QStringList{u"--fit"_s, u"model"_s} << u"E11"_s << both;
    QTest::newRow("nor by another input shape")
        << false << QStringList{u"--input-shape"_s, u"1,10,12,1"_s} << u"E17"_s
        << QStringList{u"(128, 2)"_s, u"(240, 2)"_s, u"(1, 10, 12, 1)"_s};
    QTest::newRow("resized") << false << QStringList{u"--fit"_s, u"resize"_s} << QString()
                             << QStringList{u"resized from 10 × 12 to 8 × 8 (bilinear)"_s,
                                            u"values 0 to 1"_s};
    QTest::newRow("cropped and grey")
        << true << QStringList{u"--fit"_s, u"crop"_s} << QString()
        << QStringList{u"colour to grey by luminance"_s,
                       u"cropped at the centre from 10 × 12 to 10 × 10"_s,
                       u"resized from 10 × 10 to 8 × 8 (bilinear)"_s};
}

void TstInputArguments::keepsStatedShapesAndStoredWeights()
{
    QFETCH(bool, colour);
    QFETCH(QStringList, options);
    QFETCH(QString, rule);
    QFETCH(QStringList, says);
    const Workplace place;
    const QString input =
        picture(place, u"in.png"_s, colour ? QImage::Format_RGB888 : QImage::Format_Grayscale8);
    const Outcome outcome =
        place.run(QStringList{u"run"_s, trained(), u"--input"_s, input, u"--json"_s} + options);
    QCOMPARE(outcome.status, rule.isEmpty() ? 0 : 1);
    QCOMPARE(outcome.error()[u"rule"_s].toString(), rule);
    const QString notes = outcome.document()[u"notes"_s].toVariant().toStringList().join(u"; "_s);
    const QString said = rule.isEmpty() ? notes : outcome.error()[u"message"_s].toString();
    for (const QString &part : says) {
        QVERIFY2(said.contains(part), qPrintable(said));
        QVERIFY2(QString::fromUtf8(outcome.err).contains(part), outcome.err);
    }
    if (rule.isEmpty()) {
        QCOMPARE(outcome.document()[u"input_shape"_s].toArray(), (QJsonArray{1, 8, 8, 1}));
    }
}

void TstInputArguments::oneFileForSeveralInputsIsANote()
{
    const Workplace place;
    const QString model = place.file(u"two.json"_s, R"({"class_name": "Functional", "config": {
        "name": "f", "layers": [
        {"class_name": "InputLayer", "name": "left", "inbound_nodes": [],
            "config": {"batch_input_shape": [null, 10, 12, 1], "name": "left"}},
        {"class_name": "InputLayer", "name": "right", "inbound_nodes": [],
            "config": {"batch_input_shape": [null, 8, 8, 1], "name": "right"}},
        {"class_name": "Flatten", "name": "a", "config": {"name": "a"},
            "inbound_nodes": [[["left", 0, 0, {}]]]},
        {"class_name": "Flatten", "name": "b", "config": {"name": "b"},
            "inbound_nodes": [[["right", 0, 0, {}]]]}],
        "input_layers": [["left", 0, 0], ["right", 0, 0]],
        "output_layers": [["a", 0, 0], ["b", 0, 0]]}})");
    const QString input = picture(place, u"in.png"_s, QImage::Format_Grayscale8);
    const Outcome outcome =
        place.run({u"run"_s, model, u"--input"_s, input, u"--fit"_s, u"crop"_s, u"--json"_s});
    QCOMPARE(outcome.status, 0);
    const QString notes = outcome.document()[u"notes"_s].toVariant().toStringList().join(u"; "_s);
    QVERIFY2(notes.contains(u"read at each of the model's 2 inputs: left, right"_s),
             qPrintable(notes));
    // Each as it states it.
    QVERIFY2(notes.contains(u"to 8 × 8 (bilinear)"_s), qPrintable(notes));
}

void TstInputArguments::aPatternHasTheStatedSize()
{
    const Workplace place;
    const Outcome outcome =
        place.run({u"run"_s, trained(), u"--input"_s, u"pattern:ramp"_s, u"--json"_s});
    QVERIFY2(outcome.status == 0, outcome.err);
    QCOMPARE(outcome.document()[u"input_shape"_s].toArray(), (QJsonArray{1, 8, 8, 1}));
    const QString open = place.file(u"open.json"_s, R"({"class_name": "Sequential", "config": {
        "name": "s", "layers": [{"class_name": "ReLU", "config": {"name": "r"}}]}})");
    const Outcome asked = place.run({u"run"_s, open, u"--input"_s, u"pattern:noise"_s,
                                     u"--input-shape"_s, u"1,20,30,2"_s, u"--json"_s});
    QVERIFY2(asked.status == 0, asked.err);
    QCOMPARE(asked.document()[u"input_shape"_s].toArray(), (QJsonArray{1, 20, 30, 2}));
}

void TstInputArguments::keepsAlphaForAModelOfFourChannels()
{
    const Workplace place;
    const Outcome outcome = place.run(
        {u"run"_s, place.file(u"four.json"_s, modelOf("four", 4)), u"--input"_s,
         picture(place, u"in.png"_s, QImage::Format_RGBA8888), u"--output"_s, u"out.npz"_s});
    QCOMPARE(outcome.status, 0);
    QVERIFY2(outcome.err.contains("alpha kept as the fourth channel"), outcome.err);
    const Tensor output = outputOf(place, "id");
    QCOMPARE(output.extents(), (Extents{1, 10, 12, 4}));
    QCOMPARE(output.data()[4], 20 / 255.0F);
    QCOMPARE(output.data()[7], 100 / 255.0F);
}

void TstInputArguments::scalesAsTheModelSuggests_data()
{
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<QString>("range");
    QTest::addColumn<float>("red"); // of the pixel (0, 1), stored as 20
    constexpr auto kRescaling =
        R"({"class_name": "Rescaling", "config": {"name": "r", "scale": 1.0}}, )";
    QTest::newRow("a plain model") << modelOf("plain", 3) << QString() << 20 / 255.0F;
    QTest::newRow("a family by its name")
        << modelOf("mobilenetv2_1.00", 3) << QString() << 20 / 127.5F - 1;
    QTest::newRow("the first layer rescales")
        << modelOf("vgg", 3, kRescaling) << QString() << 20.0F;
    QTest::newRow("as asked") << modelOf("vgg", 3) << u"0..255"_s << 20.0F;
    QTest::newRow("blue first") << modelOf("vgg", 3) << QString() << 255 - 103.939F;
}

void TstInputArguments::scalesAsTheModelSuggests()
{
    QFETCH(QByteArray, model);
    QFETCH(QString, range);
    QFETCH(float, red);
    const Workplace place;
    QStringList arguments{u"run"_s,      place.file(u"model.json"_s, model),
                          u"--input"_s,  picture(place, u"in.png"_s, QImage::Format_RGB888),
                          u"--output"_s, u"out.npz"_s};
    if (!range.isEmpty())
        arguments += {u"--values"_s, range};
    const Outcome outcome = place.run(arguments);
    QVERIFY2(outcome.status == 0, outcome.err);
    QVERIFY2(outcome.err.contains("values "), outcome.err);
    QCOMPARE(outputOf(place, "id").data()[3], red);
}

void TstInputArguments::takesAShapeForEachInput()
{
    const Workplace place;
    const Outcome outcome =
        place.run({u"summary"_s, place.file(u"two.json"_s, kTwoInputs), u"--input-shape"_s,
                   u"1,4,4,3"_s, u"--input-shape"_s, u"1,5"_s, u"--json"_s});
    QVERIFY2(outcome.status == 0, outcome.err);
    const QJsonArray layers = outcome.document()[u"layers"_s].toArray();
    QCOMPARE(layers.last()[u"output_shape"_s].toArray(), (QJsonArray{1, 4 * 4 * 3 + 5}));
}

void TstInputArguments::refusesOneShapeForUnlikeInputs()
{
    const Workplace place;
    const Outcome outcome = place.run({u"summary"_s, place.file(u"two.json"_s, kTwoInputs),
                                       u"--input-shape"_s, u"1,8,8,3"_s, u"--json"_s});
    QCOMPARE(outcome.status, 2);
    const QString said = outcome.error()[u"message"_s].toString();
    QVERIFY2(said.contains(u"2 inputs (a (None, 8, 8, 3), b (None, 6))"_s), qPrintable(said));
}

void TstInputArguments::saysNothingButWhatIsWrong_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("from");
    QTest::newRow("a PNG with a wrong byte") << u"in.png"_s << 100;
    QTest::newRow("a JPEG with wrong bytes") << u"in.jpg"_s << 400;
    QTest::newRow("a TIFF with wrong bytes") << u"in.tif"_s << 4;
    QTest::newRow("a BMP of a kind that does not exist") << u"in.bmp"_s << 28;
}

void TstInputArguments::saysNothingButWhatIsWrong()
{
    QFETCH(QString, name);
    QFETCH(int, from);
    const Workplace place;
    const QString path = place.path(name);
    QImage image(40, 40, QImage::Format_RGB888);
    image.fill(Qt::red);
    if (name.endsWith(u"tif"_s))
        place.file(name, QByteArray("II\x2A\0\x08\0\0\0\0\0\0\0\0\0", 14));
    else
        QVERIFY(image.save(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QByteArray bytes = file.readAll();
    for (int i = from; i < bytes.size() && i < from + 4; ++i)
        bytes[i] = char(~bytes[i]);
    file.seek(0);
    file.write(bytes);
    file.close();
    const Outcome outcome =
        place.run({u"run"_s, place.file(u"id.json"_s, kIdentity), u"--input"_s, path});
    // A message or notes of ours, none of any library.
    for (const QByteArray &line : outcome.err.split('\n'))
        QVERIFY2(line.isEmpty() || line.startsWith("convscope: "), outcome.err);
    QVERIFY(outcome.status == 0 || outcome.status == 2);
    QVERIFY(!outcome.err.isEmpty());
}

void TstInputArguments::readsAModelFromAPipe_data()
{
    QTest::addColumn<QString>("command");
    const QString layers = u" summary %1 --input-shape 1,4,4,1 --json"_s;
    QTest::newRow("stdin") << u"cat id.json | \"$0\""_s + layers.arg(u"/dev/stdin"_s);
    QTest::newRow("stdin from a file") << u"\"$0\""_s + layers.arg(u"/dev/stdin < id.json"_s);
    QTest::newRow("a process substitution") << u"\"$0\""_s + layers.arg(u"<(cat id.json)"_s);
    QTest::newRow("a named pipe") << u"mkfifo p; (cat id.json > p &) ; \"$0\""_s +
                                         layers.arg(u"p"_s) + u"; rm p"_s;
    QTest::newRow("an archive") << u"cat trained.npz | \"$0\" summary /dev/stdin --json"_s;
}

void TstInputArguments::readsAModelFromAPipe()
{
    QFETCH(QString, command);
    const Workplace place;
    place.file(u"id.json"_s, kIdentity);
    QVERIFY(QFile::copy(trained(), place.path(u"trained.npz"_s)));
    QProcess shell;
    shell.setWorkingDirectory(place.path(u"."_s));
    shell.start(u"bash"_s, {u"-c"_s, command, QStringLiteral(CONVSCOPE_PROGRAM)});
    QVERIFY(shell.waitForFinished());
    const QByteArray said = shell.readAllStandardError();
    QVERIFY2(shell.exitCode() == 0, said);
    const auto document = QJsonDocument::fromJson(shell.readAllStandardOutput()).object();
    QVERIFY(!document[u"layers"_s].toArray().isEmpty());
}

void TstInputArguments::refusesAPipeIntoWhichNobodyWrites()
{
    const Workplace place;
    for (const char *name : {"model.json", "in.png"})
        QCOMPARE(::mkfifo(place.path(QString::fromLatin1(name)).toLocal8Bit().constData(), 0600),
                 0);
    const Outcome model = place.run({u"summary"_s, u"model.json"_s});
    QCOMPARE(model.status, 2);
    QCOMPARE(model.err,
             QByteArray("convscope: model.json: nothing came through this pipe within a second\n"));
    const Outcome input =
        place.run({u"run"_s, place.file(u"id.json"_s, kIdentity), u"--input"_s, u"in.png"_s});
    QCOMPARE(input.status, 2);
    QCOMPARE(input.err,
             QByteArray("convscope: in.png: nothing came through this pipe within a second\n"));
}

QTEST_GUILESS_MAIN(TstInputArguments)
#include "tst_input_arguments.moc"
