// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "support/test_paths.h"
#include "tensor/npz.h"
#include "testing/runner.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace convscope;

/// Where cases are found, and what is said of a case that cannot be read.
class TstCaseFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsFilesInFolders();
    void explainsBrokenFiles_data();
    void explainsBrokenFiles();
};

void TstCaseFiles::findsFilesInFolders()
{
    const std::vector<std::string> folder{convscope::dataPath("keras")};
    const auto files = findCaseFiles(folder).files;
    QVERIFY(files.size() >= 23);
    QVERIFY(std::is_sorted(files.begin(), files.end()));
    QTemporaryDir empty;
    const std::vector<std::string> nothing{empty.path().toStdString()};
    QVERIFY(findCaseFiles(nothing).errors.at(0).error.message.find("no .npz file") !=
            std::string::npos);
    const std::vector<std::string> missing{"no such folder"};
    QCOMPARE(findCaseFiles(missing).errors.at(0).error.rule, "file");
    // A file of a folder that is given too, by whatever path, is there once.
    const std::vector<std::string> twice{convscope::dataPath("keras"), files.front(),
                                         convscope::dataPath("keras/../keras")};
    QVERIFY(findCaseFiles(twice).files == files);
}

void TstCaseFiles::explainsBrokenFiles_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("words");
    const auto row = [](const char *name, const char *json, const char *words) {
        QTest::newRow(name) << QByteArray(json) << QByteArray(words);
    };
    row("no JSON", "{", "s/one/case: is not whole JSON");
    row("a list", "[]", "s/one/case is no JSON object");
    row("neither layer nor model", "{}", "s/one: the case must have the key layer, model or file");
    row("a stage that does not exist",
        R"({"layer": {}, "error": {"rule": "E1", "argument": "a", "stage": "later"}})",
        "error must have a rule, an argument and a stage");
    row("a tolerance in words", R"({"layer": {}, "atol": "small"})", "atol must be a number");
    row("a loss in words", R"({"layer": {}, "loss": "none"})", "loss must be a number");
    row("a statistic that there is not", R"({"layer": {}, "statistics": {"median": 1}})",
        "s/one: statistics has no key median; there are min, max, mean, zeros, bounds");
    row("no statistic", R"({"layer": {}, "statistics": {}})",
        "statistics must have some of the keys min, max, mean, zeros, bounds");
    row("an interval the wrong way round", R"({"layer": {}, "statistics": {"mean": [3, 1]}})",
        "have mean as [from, to], the lower end first, received [3,1]");
    row("an interval of words", R"({"layer": {}, "statistics": {"max": "much"}})",
        "a number or [from, to] for max, received \"much\"");
    row("misspelled keys", R"({"layer": {}, "atoll": 1e-3, "propertys": "all"})",
        "s/one: the case has no key atoll, propertys; there are layer, model, file");
    row("a misspelled key of an error",
        R"({"layer": {}, "error": {"rule": "E1", "argment": "a", "stage": "build"}})",
        "error has no key argment; there are rule, argument, stage");
    row("an empty property", R"({"layer": {}, "property": ""})", "property must name a property");
    row("a negative seed", R"({"layer": {}, "seed": -1})", "seed must be a whole number");
    row("a shape in words", R"({"layer": {}, "input_shape": "any"})", "input_shape must be a list");
}

void TstCaseFiles::explainsBrokenFiles()
{
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, words);
    const QTemporaryDir folder;
    const std::string path = folder.filePath("suite.npz").toStdString();
    const std::vector<NamedArray> arrays{{"s/one/case", {{}, json.toStdString()}}};
    QVERIFY(writeNpz(path, arrays));
    const auto cases = readTestCases(path);
    QVERIFY(!cases);
    QCOMPARE(cases.error().rule, "file");
    QVERIFY2(cases.error().message.find(words.toStdString()) != std::string::npos,
             cases.error().message.c_str());
}

QTEST_APPLESS_MAIN(TstCaseFiles)
#include "tst_case_files.moc"
