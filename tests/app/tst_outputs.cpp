// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "program.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTest>
#include <QThread>

#include <csignal>
#include <limits>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

/// Where results go: streams that are full or closed, runs that are ended, and what they leave.
class TstOutputs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void failsWhereNothingCanBeWritten_data();
    void failsWhereNothingCanBeWritten();
    void endsQuietlyWhenItsReaderDoes();
    void givesFilesThePermissionsOfTheUmask();
    void cleansUpAtEverySignal_data();
    void cleansUpAtEverySignal();
    void cleansUpWheneverItIsEnded();
    void saysThatAFileGrewTooLarge();
    void removesWhatAKilledRunLeft();
    void leavesWhatALivingRunHolds();
};

namespace {

constexpr auto kConv =
    R"({"class_name": "Conv2D", "config": {"name": "conv", "filters": 64, "kernel_size": 3}})";

/// A shell in the place's folder; "$0" is the program.
Outcome shell(const Workplace &place, const QString &command)
{
    QProcess process;
    process.setWorkingDirectory(place.path(u"."_s));
    process.start(u"bash"_s, {u"-c"_s, command, QStringLiteral(CONVSCOPE_PROGRAM)});
    if (!process.waitForFinished(-1))
        qFatal("cannot start bash");
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            process.readAllStandardOutput(), process.readAllStandardError()};
}

/// A run that does not end by itself soon and writes two kinds of outputs.
void startLongRun(QProcess &process, const Workplace &place)
{
    process.setWorkingDirectory(place.path(u"."_s));
    // Whoever runs the tests may ignore it.
    process.setChildProcessModifier([] { std::signal(SIGHUP, SIG_DFL); });
    process.start(QStringLiteral(CONVSCOPE_PROGRAM),
                  {u"run"_s, u"conv.json"_s, u"--input"_s,
                   u"pattern:noise?size=256x256&channels=3"_s, u"--repeat"_s, u"1000000"_s,
                   u"--output"_s, u"out.npz"_s, u"--maps"_s, u"maps"_s});
    QVERIFY(process.waitForStarted());
}

/// Nanoseconds that a process has been on a processor.
qint64 timeHad(pid_t process)
{
    QFile file(u"/proc/%1/schedstat"_s.arg(process));
    if (!file.open(QIODevice::ReadOnly))
        return std::numeric_limits<qint64>::max();
    return file.readAll().split(' ').first().toLongLong();
}

QString stagingFolder(const Workplace &place)
{
    const QStringList found = place.entries().filter(u".convscope-"_s);
    return found.isEmpty() ? QString() : place.path(found.front());
}

} // namespace

void TstOutputs::failsWhereNothingCanBeWritten_data()
{
    QTest::addColumn<QString>("command");
    const QString summary = u"\"$0\" summary conv.json --input-shape 1,8,8,3 "_s;
    QTest::newRow("a full device") << summary + u"> /dev/full"_s;
    QTest::newRow("a document into a full device") << summary + u"--json > /dev/full"_s;
    QTest::newRow("a closed stdout") << summary + u">&-"_s;
    QTest::newRow("a document into a closed stdout") << summary + u"--json >&-"_s;
    QTest::newRow("help into a full device") << u"\"$0\" --help > /dev/full"_s;
    QTest::newRow("the version into a closed stdout") << u"\"$0\" --version >&-"_s;
}

void TstOutputs::failsWhereNothingCanBeWritten()
{
    QFETCH(QString, command);
    const Workplace place;
    place.file(u"conv.json"_s, kConv);
    const Outcome outcome = shell(place, command);
    QCOMPARE(outcome.status, 2);
    QVERIFY2(outcome.err.startsWith("convscope: Cannot write to the standard output"), outcome.err);
    QCOMPARE(outcome.err.count('\n'), 1);
    QCOMPARE(place.entries(), QStringList{u"conv.json"_s});
}

void TstOutputs::endsQuietlyWhenItsReaderDoes()
{
    const Workplace place;
    // SIGPIPE as a shell leaves it, and ignored, as some programs hand it on.
    for (const auto handler : {SIG_DFL, SIG_IGN}) {
        int ends[2] = {};
        QCOMPARE(::pipe(ends), 0);
        ::close(ends[0]);
        QProcess process;
        process.setWorkingDirectory(place.path(u"."_s));
        process.setChildProcessModifier([&] {
            std::signal(SIGPIPE, handler);
            ::dup2(ends[1], STDOUT_FILENO);
        });
        process.start(QStringLiteral(CONVSCOPE_PROGRAM), {u"layers"_s, u"--json"_s});
        QVERIFY(process.waitForFinished());
        ::close(ends[1]);
        QCOMPARE(process.readAllStandardError(), QByteArray());
        if (handler == SIG_IGN) {
            QCOMPARE(process.exitStatus(), QProcess::NormalExit);
            QCOMPARE(process.exitCode(), 0);
        }
    }
}

void TstOutputs::givesFilesThePermissionsOfTheUmask()
{
    const Workplace place;
    place.file(u"conv.json"_s, kConv);
    const Outcome outcome =
        shell(place, u"umask 027; \"$0\" run conv.json --input 'pattern:noise?size=8x8&channels=3' "
                     "--output out.npz --maps maps; stat -c %a out.npz maps maps/conv.png"_s);
    QVERIFY2(outcome.out.endsWith("\n640\n750\n640\n"), outcome.out);
}

void TstOutputs::cleansUpAtEverySignal_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("Ctrl-C") << SIGINT;
    QTest::newRow("an end of the session") << SIGTERM;
    QTest::newRow("a terminal that closes") << SIGHUP;
}

void TstOutputs::cleansUpAtEverySignal()
{
    QFETCH(int, signal);
    const Workplace place;
    place.file(u"conv.json"_s, kConv);
    QProcess process;
    startLongRun(process, place);
    QTRY_VERIFY(!stagingFolder(place).isEmpty());
    struct stat folder
    {
    };
    QCOMPARE(::stat(stagingFolder(place).toLocal8Bit().constData(), &folder), 0);
    QCOMPARE(folder.st_mode & 07777, mode_t{0700});
    QCOMPARE(::kill(static_cast<pid_t>(process.processId()), signal), 0);
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 130);
    QCOMPARE(place.entries(), QStringList{u"conv.json"_s});
}

void TstOutputs::cleansUpWheneverItIsEnded()
{
    const Workplace place;
    place.file(u"conv.json"_s, kConv);
    // From before main to the middle of the work, measured by the time that the run has had.
    for (int milliseconds = 0; milliseconds <= 120; milliseconds += 6) {
        QProcess process;
        startLongRun(process, place);
        const auto pid = static_cast<pid_t>(process.processId());
        while (timeHad(pid) < milliseconds * 1'000'000LL)
            QThread::yieldCurrentThread();
        QCOMPARE(::kill(pid, SIGTERM), 0);
        QVERIFY(process.waitForFinished());
        // Before it listens the signal itself ends it.
        if (process.exitStatus() == QProcess::NormalExit)
            QCOMPARE(process.exitCode(), 130);
        QCOMPARE(place.entries(), QStringList{u"conv.json"_s});
    }
}

void TstOutputs::saysThatAFileGrewTooLarge()
{
    const Workplace place;
    place.file(u"conv.json"_s, kConv);
    const Outcome outcome =
        shell(place, u"ulimit -f 8; \"$0\" run conv.json --input "
                     "'pattern:noise?size=64x64&channels=3' --output out.npz"_s);
    QCOMPARE(outcome.status, 2);
    QVERIFY2(outcome.err.contains("out.npz") && outcome.err.contains("File too large"),
             outcome.err);
    QCOMPARE(place.entries(), QStringList{u"conv.json"_s});
}

void TstOutputs::removesWhatAKilledRunLeft()
{
    const Workplace place;
    place.file(u"conv.json"_s, kConv);
    QProcess process;
    startLongRun(process, place);
    QTRY_VERIFY(!stagingFolder(place).isEmpty());
    process.kill();
    QVERIFY(process.waitForFinished());
    QVERIFY(!stagingFolder(place).isEmpty());
    const Outcome next =
        place.run({u"run"_s, u"conv.json"_s, u"--input"_s, u"pattern:noise?size=8x8&channels=3"_s,
                   u"--output"_s, u"next.npz"_s});
    QCOMPARE(next.status, 0);
    QCOMPARE(stagingFolder(place), QString());
    QVERIFY(QFile::exists(place.path(u"next.npz"_s)));
}

void TstOutputs::leavesWhatALivingRunHolds()
{
    const Workplace place;
    place.file(u"conv.json"_s, kConv);
    QProcess process;
    startLongRun(process, place);
    QTRY_VERIFY(!stagingFolder(place).isEmpty());
    const QString held = stagingFolder(place);
    const Outcome next =
        place.run({u"run"_s, u"conv.json"_s, u"--input"_s, u"pattern:noise?size=8x8&channels=3"_s,
                   u"--output"_s, u"next.npz"_s});
    QCOMPARE(next.status, 0);
    QVERIFY(QDir(held).exists());
    process.terminate();
    QVERIFY(process.waitForFinished());
    QVERIFY(!QDir(held).exists());
}

QTEST_GUILESS_MAIN(TstOutputs)
#include "tst_outputs.moc"
