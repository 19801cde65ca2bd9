// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "keras/formats/python_source.h"
#include "keras/model_json.h"
#include "support/test_paths.h"

#include <nlohmann/json.hpp>

#include <QFile>
#include <QTest>

using namespace convscope;

/// What the written program says beside its layers; whether Keras runs it is held by hand
/// (compare_saved_models.py).
class TstPythonSource : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsPolicies_data();
    void keepsPolicies();
    void numbersOperationsBehindLayers_data();
    void numbersOperationsBehindLayers();
};

namespace {

/// A convolution called `name`, then × 2 by an operation.
std::string sourceWith(const std::string &name, const Json &dtype)
{
    QFile file(QString::fromStdString(dataPath("keras/reported/op_with_constant_keras3.json")));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the model is not there");
    QByteArray text = file.readAll();
    text.replace("\"c\"", '"' + QByteArray::fromStdString(name) + '"');
    Json json = Json::parse(text.toStdString());
    if (!dtype.is_null())
        json["config"]["layers"][1]["config"]["dtype"] = dtype;
    const auto entry = modelFromJson(json, std::nullopt);
    if (!entry)
        qFatal("%s", entry.error().message.c_str());
    return pythonSource(entry->model);
}

} // namespace

void TstPythonSource::keepsPolicies_data()
{
    QTest::addColumn<QByteArray>("dtype");
    QTest::addColumn<QByteArray>("written");
    QTest::newRow("none") << QByteArray("null") << QByteArray();
    QTest::newRow("float32") << QByteArray("\"float32\"") << QByteArray();
    QTest::newRow("by name") << QByteArray("\"float64\"") << QByteArray("dtype=\"float64\"");
    QTest::newRow("an object")
        << QByteArray(
               R"({"module": "keras", "class_name": "DTypePolicy", "config": {"name": "mixed_float16"}})")
        << QByteArray("dtype=\"mixed_float16\"");
}

void TstPythonSource::keepsPolicies()
{
    QFETCH(QByteArray, dtype);
    QFETCH(QByteArray, written);
    const std::string source = sourceWith("c", Json::parse(dtype.toStdString()));
    if (written.isEmpty())
        QVERIFY2(source.find("dtype") == std::string::npos, source.c_str());
    else
        QVERIFY2(source.find(written.toStdString()) != std::string::npos, source.c_str());
}

void TstPythonSource::numbersOperationsBehindLayers_data()
{
    QTest::addColumn<QByteArray>("counted");
    QTest::newRow("c") << QByteArray();
    QTest::newRow("multiply_by_two") << QByteArray();
    QTest::newRow("multiply_2") << QByteArray("while keras.backend.get_uid(\"multiply\") < 3:");
    QTest::newRow("Multiply") << QByteArray();
}

void TstPythonSource::numbersOperationsBehindLayers()
{
    QFETCH(QByteArray, counted);
    const std::string source = sourceWith(QTest::currentDataTag(), {});
    if (counted.isEmpty())
        QVERIFY2(source.find("get_uid") == std::string::npos, source.c_str());
    else
        QVERIFY2(source.find(counted.toStdString()) < source.find("layers.Conv2D"), source.c_str());
}

QTEST_APPLESS_MAIN(TstPythonSource)
#include "tst_python_source.moc"
