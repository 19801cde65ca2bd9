// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "keras/load_model.h"
#include "keras/save_model.h"
#include "layers/unknown_layer.h"
#include "run/executor.h"
#include "support/test_paths.h"
#include "testing/runner.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace convscope;
using namespace Qt::StringLiterals;

/// Model files of real Keras: whole ones, broken ones, and what is written and read back.
class TstModelFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void computesWhatKerasComputed_data();
    void computesWhatKerasComputed();
    void treatsBrokenFilesAsTheyAre_data();
    void treatsBrokenFilesAsTheyAre();
    void writesWhatItReads_data();
    void writesWhatItReads();
    void replacesAFileInOneStep();
    void stopsWhenAsked();
    void tellsHowFarItIs();
};

namespace {

QDir files()
{
    return QDir(QString::fromStdString(dataPath("keras/files")));
}

Tensor lastOutput(const Model &model, const std::vector<Tensor> &inputs)
{
    const RunResult result = run(model, inputs, {});
    return result.layers[static_cast<std::size_t>(model.outputIndices().front())].output;
}

} // namespace

void TstModelFiles::computesWhatKerasComputed_data()
{
    QTest::addColumn<QString>("path");
    for (const QFileInfo &info : files().entryInfoList({u"*.npz"_s}))
        QTest::newRow(info.completeBaseName().toUtf8().constData()) << info.filePath();
    QVERIFY(files().entryList({u"*.npz"_s}).size() >= 14);
}

void TstModelFiles::computesWhatKerasComputed()
{
    QFETCH(QString, path);
    const auto cases = readTestCases(path.toStdString());
    QVERIFY2(cases, cases ? "" : cases.error().message.c_str());
    for (const TestCase &test : *cases) {
        const CaseResult result = runCase(test, {});
        QVERIFY2(result.status == CaseStatus::Passed, result.message.text().c_str());
    }
}

void TstModelFiles::treatsBrokenFilesAsTheyAre_data()
{
    QTest::addColumn<QByteArray>("rule"); // empty: opens
    QTest::addColumn<QByteArray>("words");
    const auto row = [](const char *file, const char *rule, const char *words) {
        QTest::newRow(file) << QByteArray(rule) << QByteArray(words);
    };
    row("truncated.keras", "file", "not a complete zip archive");
    row("truncated.h5", "file", "says it ends at byte 20896, but holds only");
    row("truncated_head.h5", "file", "cut off");
    row("truncated.weights.h5", "file", "cut off");
    row("empty.keras", "file", "is empty");
    row("empty.h5", "file", "is empty");
    row("text.h5", "file", "no HDF5 file");
    row("text.keras", "file", "no zip archive");
    row("crc.keras", "file", "CRC");
    row("weight_shape.keras", "E17", "must have the shape (3, 3, 1, 4). Received");
    row("weight_missing.keras", "E17", "expected 2 arrays");
    row("weight_group_missing.keras", "E17", "expected 2 arrays");
    row("weight_extra.keras", "E17", "Received 3 arrays");
    row("weight_string.keras", "file", "text, not numbers");
    row("weight_nan.keras", "", "");
    row("no_config.keras", "file", "holds no config.json");
    row("no_weights.keras", "file", "holds no model.weights.h5");
    row("config_not_json.keras", "file", "config.json: is not whole JSON");
    row("config_bom_utf16.keras", "file", "is not JSON");
    row("config_list.keras", "file", "expected an object");
    row("config_deep.keras", "file", "levels deep");
    row("filters_string.keras", "", "E1 myconv");
    row("layers_object.keras", "file", "no list of layers");
    row("class_number.keras", "file", "class_name");
    row("config_null.keras", "file", "config of Conv2D must be an object");
    row("unknown_class.keras", "", "unknown");
    row("lambda.keras", "", "unknown");
    row("duplicate_names.keras", "E16", "occurs twice");
    row("huge_filters.keras", "E17", "1099511627776");
    row("batch_shape_negative.keras", "E11", "batch_shape");
    row("path_traversal.keras", "", "");
    row("zip_bomb.keras", "", "");
    row("deflated_is_fine.keras", "", "");
    row("weight_shape_keras3.h5", "E17", "must have the shape (3, 3, 1, 4)");
    row("weight_missing_keras3.h5", "E17", "but does not hold it");
    row("weight_shape_keras2.h5", "E17", "must have the shape (3, 3, 1, 4)");
    row("weight_missing_keras2.h5", "E17", "but does not hold it");
    row("huge_shape.h5", "file", "never written");
    row("no_model_config.h5", "file", "no attribute model_config");
    row("no_keras_version.h5", "file", "no keras_version");
    row("model_config_number.h5", "file", "is no text");
    row("model_config_cut.h5", "file", "not whole JSON");
    row("lambda.h5", "", "unknown");
    row("layer_names_missing.h5", "file", "no attribute layer_names");
    row("link_loop.h5", "", "");
    row("external_link.h5", "E17", "but does not hold it");
    row("float64_is_fine.h5", "", "");
    row("config_types.json", "E16", "name must be a string");
    row("not_a_model.json", "file", "no Keras model");
    row("cycle.json", "file", "in a circle");
    row("unknown_parent.json", "file", "ghost");
}

void TstModelFiles::treatsBrokenFilesAsTheyAre()
{
    QFETCH(QByteArray, rule);
    QFETCH(QByteArray, words);
    const QString path = files().filePath(u"bad/"_s + QLatin1String(QTest::currentDataTag()));
    QVERIFY(QFile::exists(path));
    const auto loaded = loadModel(path.toStdString());
    if (!rule.isEmpty()) {
        QVERIFY(!loaded);
        QVERIFY2(loaded.error().rule == rule.toStdString(), loaded.error().message.c_str());
        QVERIFY2(loaded.error().message.find(words.toStdString()) != std::string::npos,
                 loaded.error().message.c_str());
        return;
    }
    QVERIFY2(loaded, loaded ? "" : loaded.error().message.c_str());
    QByteArray found;
    for (const auto &layer : loaded->model.layers) {
        if (isUnknown(*layer))
            found = "unknown";
        if (const RefusedArgument *refused = layer->refusedArgument())
            found = QByteArray::fromStdString(refused->error.rule + ' ' + layer->name());
    }
    QCOMPARE(found, words);
}

void TstModelFiles::writesWhatItReads_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("ending");
    for (const QFileInfo &info : files().entryInfoList({u"*.keras"_s, u"*.h5"_s})) {
        if (info.fileName().contains(u"weights"))
            continue;
        for (const QString &ending : {u".keras"_s, u".h5"_s, u".npz"_s})
            QTest::newRow((info.fileName() + u" as "_s + ending).toUtf8().constData())
                << info.filePath() << ending;
    }
}

void TstModelFiles::writesWhatItReads()
{
    QFETCH(QString, path);
    QFETCH(QString, ending);
    const auto cases = readTestCases((path + u".npz"_s).toStdString());
    QVERIFY(cases);
    const std::vector<Tensor> &inputs = cases->front().entry.inputs;
    const auto first = loadModel(path.toStdString());
    QVERIFY2(first, first ? "" : first.error().message.c_str());
    QTemporaryDir folder;
    const std::string copy = folder.filePath(u"copy"_s + ending).toStdString();
    const auto saved = saveModel(copy, {first->model, inputs, R"({"zoom": 2})"});
    QVERIFY2(saved, saved ? "" : saved.error().message.c_str());
    const auto second = loadModel(copy);
    QVERIFY2(second, second ? "" : second.error().message.c_str());
    QCOMPARE(second->model.size(), first->model.size());
    for (int i = 0; i < first->model.size(); ++i)
        QVERIFY2(second->model.layer(i) == first->model.layer(i),
                 first->model.layer(i).name().c_str());
    QVERIFY(lastOutput(second->model, inputs) == lastOutput(first->model, inputs));
    if (ending != u".h5")
        QVERIFY(second->inputs == inputs);
    if (ending == u".keras")
        QCOMPARE(second->view, R"({"zoom": 2})");
    // Nothing is left beside the file.
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
}

void TstModelFiles::replacesAFileInOneStep()
{
    const auto loaded = loadModel(files().filePath(u"plain_keras3.keras"_s).toStdString());
    QVERIFY(loaded);
    QTemporaryDir folder;
    const std::string missing = folder.filePath(u"none/x.keras"_s).toStdString();
    const auto refused = saveModel(missing, {loaded->model});
    QVERIFY(!refused);
    QCOMPARE(refused.error().rule, "file");
    const std::string odd = folder.filePath(u"x.xyz"_s).toStdString();
    QVERIFY(saveModel(odd, {loaded->model}).error().message.find(".keras") != std::string::npos);
    const std::string path = folder.filePath(u"x.keras"_s).toStdString();
    QVERIFY(saveModel(path, {loaded->model}));
    QVERIFY(saveModel(path, {loaded->model}));
    QVERIFY(loadModel(path));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
}

void TstModelFiles::stopsWhenAsked()
{
    std::stop_source source;
    source.request_stop();
    for (const QString &file : {u"plain_keras3.keras"_s, u"plain_keras2.h5"_s}) {
        LoadOptions options;
        options.stop = source.get_token();
        const auto loaded = loadModel(files().filePath(file).toStdString(), options);
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().rule, "cancelled");
    }
}

void TstModelFiles::tellsHowFarItIs()
{
    for (const QString &file : {u"unet_keras3.keras"_s, u"unet_keras2.h5"_s}) {
        std::vector<double> shares;
        LoadOptions options;
        options.onProgress = [&](double share) { shares.push_back(share); };
        QVERIFY(loadModel(files().filePath(file).toStdString(), options));
        QVERIFY(!shares.empty());
        QVERIFY(std::is_sorted(shares.begin(), shares.end()));
        QVERIFY(shares.front() >= 0 && shares.back() == 1);
    }
}

QTEST_APPLESS_MAIN(TstModelFiles)
#include "tst_model_files.moc"
