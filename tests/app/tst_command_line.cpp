// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "command.h"
#include "error_report.h"
#include "output_files.h"
#include "program.h"

#include <QFile>
#include <QProcess>
#include <QScopeGuard>
#include <QTest>

#include <csignal>
#include <new>
#include <stdexcept>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

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
    void anInterruptIsOneDocument();
    void anExceptionIsAnError();
    void aMessageIsOneLine();
};

namespace {

/// Whether a process catches Ctrl-C; the kernel tells.
bool takesSignals(const QProcess &process)
{
    QFile status(u"/proc/%1/status"_s.arg(process.processId()));
    if (!status.open(QIODevice::ReadOnly))
        return false;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("SigCgt:"))
            return (line.mid(7).trimmed().toULongLong(nullptr, 16) >> (SIGINT - 1) & 1) != 0;
    }
    return false;
}

class ThrowingCommand final : public convscope::Command
{
public:
    [[nodiscard]] std::string name() const override { return "throw"; }
    [[nodiscard]] std::string description() const override { return "Throw"; }
    void declare(CLI::App &) override {}
    [[nodiscard]] convscope::Result<int> run(convscope::CommandContext &) override
    {
        if (memory)
            throw std::bad_alloc();
        throw std::out_of_range("index 3 of 2");
    }

    bool memory = false;
};

} // namespace

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
    QTRY_VERIFY(takesSignals(process));
    QCOMPARE(::kill(static_cast<pid_t>(process.processId()), signal), 0);
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 130);
    QVERIFY(process.readAllStandardError().contains("Interrupted"));
    QCOMPARE(place.entries(), QStringList{u"conv.json"_s});
}

void TstCommandLine::anInterruptIsOneDocument()
{
    // The pipe has a writer that never writes: no token reaches whoever waits for it.
    const Workplace place;
    const QString model = place.layerFile(u"conv.json"_s, "Conv2D",
                                          R"("name": "conv", "filters": 1, "kernel_size": 1)");
    const QByteArray pipe = place.path(u"in.npy"_s).toLocal8Bit();
    QCOMPARE(::mkfifo(pipe.constData(), 0600), 0);
    const int writer = ::open(pipe.constData(), O_RDWR | O_CLOEXEC);
    QVERIFY(writer >= 0);
    const auto closed = qScopeGuard([writer] { ::close(writer); });
    QProcess process;
    process.setWorkingDirectory(place.path(u"."_s));
    process.start(QStringLiteral(CONVSCOPE_PROGRAM),
                  {u"run"_s, model, u"--input"_s, u"in.npy"_s, u"--json"_s});
    QVERIFY(process.waitForStarted());
    QTRY_VERIFY(takesSignals(process));
    QCOMPARE(::kill(static_cast<pid_t>(process.processId()), SIGINT), 0);
    QVERIFY(process.waitForFinished());
    const Outcome outcome{process.exitCode(), process.readAllStandardOutput(),
                          process.readAllStandardError()};
    QCOMPARE(outcome.status, 130);
    QCOMPARE(outcome.error()[u"rule"_s].toString(), u"cancelled"_s);
    QCOMPARE(outcome.out.count("\"error\""), 1);
    QCOMPARE(outcome.err, QByteArray("convscope: Interrupted.\n"));
}

void TstCommandLine::anExceptionIsAnError()
{
    ThrowingCommand command;
    convscope::OutputFiles outputs;
    int argc = 0;
    convscope::CommandContext context{true, {}, outputs, argc, nullptr};
    const auto unexpected = convscope::runCaught(command, context);
    QVERIFY(!unexpected);
    QCOMPARE(unexpected.error().rule, "internal");
    QVERIFY(unexpected.error().message.find("index 3 of 2") != std::string::npos);
    QCOMPARE(convscope::exitStatus(unexpected.error()), 1);
    command.memory = true;
    QCOMPARE(convscope::runCaught(command, context).error().rule, "memory");
}

void TstCommandLine::aMessageIsOneLine()
{
    const Workplace place;
    const QString model = place.layerFile(u"conv.json"_s, "Conv2D",
                                          R"("name": "a\nb", "filters": 1, "kernel_size": 9)");
    const Outcome layer = place.run({u"summary"_s, model, u"--input-shape"_s, u"1,4,4,1"_s});
    QCOMPARE(layer.status, 1);
    QCOMPARE(layer.err.count('\n'), 1);
    QVERIFY2(layer.err.startsWith("convscope: a\\nb: "), layer.err);

    place.file(u"t.csv"_s, QByteArray("1,2\n3,a\0b\n", 10));
    const Outcome table = place.run({u"run"_s, model, u"--input"_s, u"t.csv"_s});
    QCOMPARE(table.status, 2);
    QVERIFY2(table.err.endsWith("received \"a\\x00b\"\n"), table.err);
}

QTEST_GUILESS_MAIN(TstCommandLine)
#include "tst_command_line.moc"
