// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "keras/formats/model_format.h"
#include "support/test_paths.h"
#include "tensor/npz.h"
#include "tensor/zip_writer.h"

#include <QDir>
#include <QFile>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace convscope;
using namespace Qt::StringLiterals;

/// What a file is decides, not what it is called.
class TstModelFormats : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFormatSaysWhatItIs();
    void tellsFilesByTheirContent_data();
    void tellsFilesByTheirContent();
    void namesWhatIsNotRead_data();
    void namesWhatIsNotRead();
    void namesFoldersOfTensorFlow();
    void writesByTheLongestEnding_data();
    void writesByTheLongestEnding();
};

namespace {

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

QByteArray archive(const std::string &member, const std::string &content)
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"a.zip"_s);
    {
        auto zip = ZipWriter::create(path.toStdString());
        if (!zip || !zip->add(member, content) || !zip->close())
            qFatal("the archive cannot be written");
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the archive cannot be read");
    return file.readAll();
}

} // namespace

void TstModelFormats::everyFormatSaysWhatItIs()
{
    QSet<QString> names;
    for (const ModelFormat &format : modelFormats()) {
        const QString name = QString::fromStdString(format.name.text());
        QVERIFY2(!names.contains(name), qPrintable(name));
        names.insert(name);
        const bool isUsed =
            format.read != nullptr || format.readWeights != nullptr || format.write != nullptr;
        // Either something is done with it, or it is said what to do about it.
        QVERIFY2(isUsed == format.advice.isEmpty(), qPrintable(name));
        QVERIFY2(format.is != nullptr || format.write != nullptr, qPrintable(name));
        QVERIFY2(format.write == nullptr || !format.endings.empty(), qPrintable(name));
    }
    QCOMPARE(modelFormats().front().endings.front(), ".keras");
}

void TstModelFormats::tellsFilesByTheirContent_data()
{
    QTest::addColumn<QString>("name");
    const auto row = [](const char *file, const char *name) {
        QTest::newRow(file) << QString::fromLatin1(name);
    };
    row("files/plain_keras3.keras", "Keras archive");
    row("files/wavenet_keras2.keras", "Keras archive");
    row("files/plain_keras3.h5", "Keras HDF5");
    row("files/plain_keras2.h5", "Keras HDF5");
    row("files/plain_keras3.weights.h5", "Keras weights");
    row("files/plain_keras2.weights_legacy.h5", "Keras 2 weights");
    row("files/plain_keras3.json", "Keras JSON");
    row("files/plain_keras3.json.npz", "Case");
    row("conv2d.npz", "Case");
}

void TstModelFormats::tellsFilesByTheirContent()
{
    QFETCH(QString, name);
    const QString path =
        QString::fromStdString(dataPath("keras/")) + QLatin1String(QTest::currentDataTag());
    QTemporaryDir folder;
    // The name of the copy promises something else, or nothing.
    for (const QString &called : {u"x"_s, u"x.json"_s, u"x.h5"_s, u"x.keras"_s, u"x.png"_s}) {
        const QString copy = folder.filePath(called);
        QVERIFY(QFile::copy(path, copy));
        const auto probe = FileProbe::open(copy.toStdString());
        QVERIFY(probe);
        const ModelFormat *format = formatOf(*probe);
        QVERIFY2(format != nullptr, qPrintable(called));
        QCOMPARE(QString::fromStdString(format->name.text()), name);
    }
}

void TstModelFormats::namesWhatIsNotRead_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("words");
    const auto row = [](const char *name, const char *file, const QByteArray &content,
                        const char *words) {
        QTest::newRow(name) << QString::fromLatin1(file) << content << QByteArray(words);
    };
    const auto copied = [](const char *name) {
        QFile file(QString::fromStdString(dataPath("keras/foreign/")) + QLatin1String(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    row("TensorFlow.js", "model.json", copied("tfjs_model.json"), "is a TensorFlow.js model");
    row("get_config()", "x.json", copied("get_config.json"), "without the class it belongs to");
    row("Keras 1", "x.json", copied("keras1_without_version.json"), "was written by Keras 1");
    row("an ONNX model", "x.onnx", QByteArray("\x08\x07\x12\x07pytorch\x1a\x05", 12) + "2.1.0",
        "is an ONNX model");
    row("a PyTorch archive", "x.pt", archive("model/data.pkl", "pickled"), "is a PyTorch file");
    row("a PyTorch archive under another name", "x.keras", archive("archive/data.pkl", "pickled"),
        "is a PyTorch file");
    row("a pickle", "x.pth", QByteArray("\x80\x02}q\x00", 5), "pickled Python object");
    row("safetensors", "x.safetensors", QByteArray("\x30\0\0\0\0\0\0\0", 8) + "{\"a\": {}}",
        "is a safetensors file");
    row("TensorFlow Lite", "x.tflite", QByteArray("\x1c\0\0\0TFL3\0\0", 10), "TensorFlow Lite");
    row("a frozen graph", "frozen.pb", QByteArray("\x0a\x10\x0a", 3), "is a graph of TensorFlow");
    row("a saved graph", "saved_model.pb", QByteArray("\x08\x01\x12", 3), "is a SavedModel");
    row("a checkpoint", "x.ckpt.index", QByteArray("\0\0\1", 3), "is a checkpoint of TensorFlow");
    row("another archive", "x.zip", archive("a.txt", "a"), "holds neither a Keras model");
    row("another JSON", "x.json", "{\"a\": 1}", "is JSON, but no Keras model");
    row("a text", "x.txt", "hello", "is no model");
    row("nothing", "x.keras", "", "is empty");
}

void TstModelFormats::namesWhatIsNotRead()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, words);
    QTemporaryDir folder;
    const QString path = folder.filePath(file);
    write(path, content);
    const auto loaded = loadModel(path.toStdString());
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().rule, "file");
    QVERIFY2(loaded.error().message.find(words.toStdString()) != std::string::npos,
             loaded.error().message.c_str());
}

void TstModelFormats::namesFoldersOfTensorFlow()
{
    QTemporaryDir folder;
    QVERIFY(loadModel(folder.path().toStdString()).error().message.find("is a folder") !=
            std::string::npos);
    write(folder.filePath(u"saved_model.pb"_s), "x");
    QVERIFY(loadModel(folder.path().toStdString()).error().message.find("is a SavedModel") !=
            std::string::npos);
}

void TstModelFormats::writesByTheLongestEnding_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("m.keras") << u"Keras archive"_s;
    QTest::newRow("m.h5") << u"Keras HDF5"_s;
    QTest::newRow("m.HDF5") << u"Keras HDF5"_s;
    QTest::newRow("m.weights.h5") << u"Keras weights"_s;
    QTest::newRow("m.json") << u"Keras JSON"_s;
    QTest::newRow("m.npz") << u"Case"_s;
    QTest::newRow("m.py") << u"Python source"_s;
    QTest::newRow("m.onnx") << QString();
    QTest::newRow("keras") << QString();
    QTest::newRow(".keras") << QString();
}

void TstModelFormats::writesByTheLongestEnding()
{
    QFETCH(QString, name);
    const ModelFormat *format = formatToWrite(QTest::currentDataTag());
    QCOMPARE(format != nullptr ? QString::fromStdString(format->name.text()) : QString(), name);
}

QTEST_APPLESS_MAIN(TstModelFormats)
#include "tst_model_formats.moc"
