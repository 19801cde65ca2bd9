// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "support/test_paths.h"
#include "testing/report.h"
#include "testing/runner.h"

#include <QDir>
#include <QTest>

using namespace convscope;

/// Every case that real Keras made, by the kernels the program would choose and by the textbook
/// ones.
class TstKerasCases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allCasesPass_data();
    void allCasesPass();
};

void TstKerasCases::allCasesPass_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("kernel");
    const QDir folder(QString::fromStdString(convscope::dataPath("keras")));
    const QStringList files = folder.entryList({"*.npz"}, QDir::Files, QDir::Name);
    QVERIFY2(files.size() >= 23, "the files of cases are missing");
    for (const QString &file : files) {
        const QByteArray name = file.chopped(4).toUtf8();
        QTest::addRow("%s by the best kernels", name.constData())
            << folder.filePath(file) << QByteArray();
        QTest::addRow("%s by the reference kernels", name.constData())
            << folder.filePath(file) << QByteArray("reference");
    }
}

void TstKerasCases::allCasesPass()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, kernel);
    RunnerOptions options;
    options.kernel = kernel.toStdString();
    const std::vector<std::string> paths{file.toStdString()};
    const auto report = runTests(paths, options);
    QVERIFY(report.errors.empty());
    constexpr int kShown = 5;
    int shown = 0;
    for (const CaseResult &result : report.cases) {
        if (result.status != CaseStatus::Passed && ++shown <= kShown)
            qWarning("%s", caseLine(result).c_str());
    }
    QCOMPARE(report.skipped, 0);
    QVERIFY2(report.failed == 0, summaryLine(report).c_str());
    QVERIFY(report.passed > 0);
}

QTEST_APPLESS_MAIN(TstKerasCases)
#include "tst_keras_cases.moc"
