// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "command.h"
#include "program.h"

#include <QFile>
#include <QProcess>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;

class TstCommandLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void helpNamesEveryCommand();
    void everyCommandHasItsHelp();
    void statesItsVersion();
    void refusesWrongUsage_data();
    void refusesWrongUsage();
    void needsNoDisplay();
    void refusesAWindow_data();
    void refusesAWindow();
    void anInterruptLeavesNothingBehind_data();
    void anInterruptLeavesNothingBehind();
};

void TstCommandLine::helpNamesEveryCommand()
{
    const Workplace place;
    const Outcome outcome = place.run({u"--help"_s});
    QCOMPARE(outcome.status, 0);
    for (const auto &command : convscope::commands()) {
        const auto line = QByteArray::fromStdString("\n  " + command->name() + ' ');
        QVERIFY2(outcome.out.contains(line), line);
    }
}

void TstCommandLine::everyCommandHasItsHelp()
{
    const Workplace place;
    for (const auto &command : convscope::commands()) {
        const Outcome outcome = place.run({QString::fromStdString(command->name()), u"--help"_s});
        QCOMPARE(outcome.status, 0);
        QVERIFY2(outcome.out.contains(command->description().c_str()), outcome.out);
        QVERIFY2(outcome.out.contains("--json"), outcome.out);
        QVERIFY2(outcome.out.contains("--threads"), outcome.out);
    }
}

void TstCommandLine::statesItsVersion()
{
    const Workplace place;
    const Outcome outcome = place.run({u"--version"_s});
    QCOMPARE(outcome.status, 0);
    QVERIFY2(outcome.out.startsWith("convscope "), outcome.out);
}

void TstCommandLine::refusesWrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("an unknown option") << QStringList{u"--sumary"_s};
    QTest::newRow("an unknown option of a command") << QStringList{u"layers"_s, u"--bad"_s};
    QTest::newRow("no threads") << QStringList{u"layers"_s, u"--threads"_s, u"0"_s};
    QTest::newRow("a word for the number of threads")
        << QStringList{u"layers"_s, u"--threads"_s, u"all"_s};
    QTest::newRow("an option without its value") << QStringList{u"summary"_s, u"m"_s, u"--set"_s};
}

void TstCommandLine::refusesWrongUsage()
{
    QFETCH(QStringList, arguments);
    const Workplace place;
    const Outcome outcome = place.run(arguments);
    QCOMPARE(outcome.status, 2);
    QCOMPARE(outcome.out, QByteArray());
    QVERIFY2(outcome.err.startsWith("convscope: "), outcome.err);
    QVERIFY2(outcome.err.contains("--help"), outcome.err);
}

void TstCommandLine::needsNoDisplay()
{
    const Workplace place;
    const Outcome outcome = place.runWithoutDisplay({u"layers"_s});
    QCOMPARE(outcome.status, 0);
}

void TstCommandLine::refusesAWindow_data()
{
    QTest::addColumn<QStringList>("files");
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("without a display") << QStringList() << QByteArray("There is no display");
    QTest::newRow("on a file that is not there")
        << QStringList{u"cat.png"_s} << QByteArray("There is no file cat.png.");
    QTest::newRow("for a subcommand with a slip")
        << QStringList{u"sumary"_s} << QByteArray("Did you mean 'summary'?");
}

void TstCommandLine::refusesAWindow()
{
    QFETCH(QStringList, files);
    QFETCH(QByteArray, message);
    const Workplace place;
    const Outcome outcome = place.runWithoutDisplay(files);
    QCOMPARE(outcome.status, 2);
    QVERIFY2(outcome.err.contains(message), outcome.err);
}

void TstCommandLine::anInterruptLeavesNothingBehind_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("Ctrl-C") << SIGINT;
    QTest::newRow("a request to end") << SIGTERM;
}

void TstCommandLine::anInterruptLeavesNothingBehind()
{
    QFETCH(int, signal);
    const Workplace place;
    const QString model = place.layerFile(u"conv.json"_s, "Conv2D",
                                          R"("name": "conv", "filters": 64, "kernel_size": 3)");
    QProcess process;
    process.setWorkingDirectory(place.path(u"."_s));
    process.start(QStringLiteral(CONVSCOPE_PROGRAM),
                  {u"run"_s, model, u"--input"_s, u"pattern:noise?size=512x512&channels=3"_s,
                   u"--repeat"_s, u"1000000"_s, u"--output"_s, u"out.npz"_s, u"--maps"_s,
                   u"maps"_s});
    QVERIFY(process.waitForStarted());
    // The kernel tells from when on the program catches the signal.
    const auto takesSignals = [&] {
        QFile status(u"/proc/%1/status"_s.arg(process.processId()));
        if (!status.open(QIODevice::ReadOnly))
            return false;
        for (const QByteArray &line : status.readAll().split('\n')) {
            if (line.startsWith("SigCgt:"))
                return (line.mid(7).trimmed().toULongLong(nullptr, 16) >> (SIGINT - 1) & 1) != 0;
        }
        return false;
    };
    QTRY_VERIFY(takesSignals());
    QCOMPARE(::kill(static_cast<pid_t>(process.processId()), signal), 0);
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 130);
    QVERIFY(process.readAllStandardError().contains("Interrupted"));
    QCOMPARE(place.entries(), QStringList{u"conv.json"_s});
}

QTEST_GUILESS_MAIN(TstCommandLine)
#include "tst_command_line.moc"
