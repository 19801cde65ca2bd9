// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "keras/keras_config.h"
#include "tensor/default_data_format.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace convscope;

class TstKerasConfig : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup();
    void readsValues_data();
    void readsValues();
    void refusesWrongValues_data();
    void refusesWrongValues();
    void neverWrites();
    void looksWhereKerasLooks();
    void readsOnceAndDecidesTheDefaultFormat();
    void canBeSet();
};

namespace {

void write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

} // namespace

void TstKerasConfig::cleanup()
{
    setKerasConfig(std::nullopt);
    setDefaultDataFormatSource({});
    qunsetenv("KERAS_HOME");
}

void TstKerasConfig::readsValues_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("channelsFirst");
    QTest::addColumn<int>("warnings");
    QTest::newRow("the file Keras writes")
        << QByteArray(R"({"floatx": "float32", "epsilon": 1e-07, "backend": "tensorflow",
                          "image_data_format": "channels_last"})")
        << false << 0;
    QTest::newRow("channels first")
        << QByteArray(R"({"image_data_format": "channels_first"})") << true << 0;
    QTest::newRow("an empty object") << QByteArray("{}") << false << 0;
    QTest::newRow("unknown keys are passed over")
        << QByteArray(R"({"nnx_enabled": false, "image_data_format": "channels_first"})") << true
        << 0;
    QTest::newRow("an integer epsilon") << QByteArray(R"({"epsilon": 1})") << false << 0;
    QTest::newRow("the key of Keras 1 is ignored with a warning")
        << QByteArray(R"({"image_dim_ordering": "th"})") << false << 1;
    QTest::newRow("another float type is warned of")
        << QByteArray(R"({"floatx": "float16"})") << false << 1;
    QTest::newRow("no JSON: the defaults and a warning")
        << QByteArray(R"({"image_data_format": "channels_first")") << false << 1;
    QTest::newRow("JSON that is no object") << QByteArray("[1, 2]") << false << 1;
    QTest::newRow("an empty file") << QByteArray() << false << 1;
}

void TstKerasConfig::readsValues()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, channelsFirst);
    QFETCH(int, warnings);
    QTemporaryDir folder;
    write(folder.filePath("keras.json"), text);
    const auto config = readKerasConfig(folder.path().toStdString());
    QVERIFY(config);
    QCOMPARE(config->imageDataFormat == DataFormat::ChannelsFirst, channelsFirst);
    QCOMPARE(config->warnings.size(), std::size_t(warnings));
    for (const Words &warning : config->warnings)
        QVERIFY(warning.text().find("keras.json") != std::string::npos);
}

void TstKerasConfig::refusesWrongValues_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("message");
    const auto row = [](const char *name, const char *text, const char *message) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(message);
    };
    row("a format of another case", R"({"image_data_format": "Channels_First"})",
        "image_data_format must be 'channels_last' or 'channels_first'. Received "
        "'Channels_First'");
    row("an unknown float type", R"({"floatx": "float8"})",
        "floatx must be 'float16', 'float32' or 'float64'. Received 'float8'");
    row("an epsilon of zero", R"({"epsilon": 0})",
        "epsilon must be a number greater than 0. Received 0");
    row("an epsilon in quotes", R"({"epsilon": "1e-7"})",
        "epsilon must be a number greater than 0. Received '1e-7'");
}

void TstKerasConfig::refusesWrongValues()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, message);
    QTemporaryDir folder;
    write(folder.filePath("keras.json"), text);
    const auto config = readKerasConfig(folder.path().toStdString());
    QVERIFY(!config);
    QCOMPARE(config.error().rule, "file");
    QCOMPARE(config.error().message,
             folder.filePath("keras.json").toStdString() + ": " + message.toStdString());
}

void TstKerasConfig::neverWrites()
{
    QTemporaryDir folder;
    const auto config = readKerasConfig(folder.filePath("absent").toStdString());
    QVERIFY(config);
    QVERIFY(*config == KerasConfig{});
    QVERIFY(QDir(folder.path()).isEmpty());
}

void TstKerasConfig::looksWhereKerasLooks()
{
    qputenv("KERAS_HOME", "/somewhere/else");
    QCOMPARE(kerasDirectory(), "/somewhere/else");
    qputenv("KERAS_HOME", "~/keras settings");
    QCOMPARE(kerasDirectory(), QDir::homePath().toStdString() + "/keras settings");
    qputenv("KERAS_HOME", "");
    const QByteArray home = qgetenv("HOME");
    QTemporaryDir folder;
    qputenv("HOME", folder.path().toUtf8());
    QCOMPARE(kerasDirectory(), folder.path().toStdString() + "/.keras");
    qputenv("HOME", "/no such home");
    QCOMPARE(kerasDirectory(), "/tmp/.keras");
    qputenv("HOME", home);
}

void TstKerasConfig::readsOnceAndDecidesTheDefaultFormat()
{
    QTemporaryDir folder;
    qputenv("KERAS_HOME", folder.path().toUtf8());
    QVERIFY(defaultDataFormat() == DataFormat::ChannelsLast);
    write(folder.filePath("keras.json"), R"({"image_data_format": "channels_first"})");
    setKerasConfig(std::nullopt);
    QVERIFY(kerasConfig());
    QVERIFY(defaultDataFormat() == DataFormat::ChannelsFirst);
    write(folder.filePath("keras.json"), R"({"image_data_format": "channels_last"})");
    QVERIFY(defaultDataFormat() == DataFormat::ChannelsFirst);
    setKerasConfig(std::nullopt);
    QVERIFY(defaultDataFormat() == DataFormat::ChannelsLast);
}

void TstKerasConfig::canBeSet()
{
    KerasConfig config;
    config.imageDataFormat = DataFormat::ChannelsFirst;
    setKerasConfig(config);
    QVERIFY(defaultDataFormat() == DataFormat::ChannelsFirst);
    QVERIFY(kerasConfig().value() == config);
}

QTEST_APPLESS_MAIN(TstKerasConfig)
#include "tst_keras_config.moc"
