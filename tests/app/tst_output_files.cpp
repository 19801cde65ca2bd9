// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "output_files.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace convscope;
using namespace Qt::StringLiterals;

class TstOutputFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsFilesOnlyWhenComplete();
    void leavesNothingWhenAbandoned();
    void keepsAnOldFileWhenAbandoned();
    void makesFoldersAndTakesThemBack();
    void refusesAPlace_data();
    void refusesAPlace();
    void refusesAPipe();
    void followsALink();
    void refusesWhatIsRead();
    void refusesTheSamePlaceTwice();
    void namesThePathThatWasGiven();
    void acceptsNothingAfterAnInterrupt();
};

namespace {

void write(const std::string &path, const QByteArray &text)
{
    QFile file(QString::fromStdString(path));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

QStringList entries(const QTemporaryDir &folder)
{
    return QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
}

} // namespace

void TstOutputFiles::showsFilesOnlyWhenComplete()
{
    const QTemporaryDir folder;
    OutputFiles outputs;
    const std::string place = folder.filePath(u"out.npz"_s).toStdString();
    const auto path = outputs.add("--output", place);
    QVERIFY(path.has_value());
    QVERIFY(QString::fromStdString(*path).endsWith(u".npz"));
    write(*path, "whole");
    QVERIFY(!QFile::exists(folder.filePath(u"out.npz"_s)));
    QVERIFY(outputs.commit().has_value());
    QCOMPARE(entries(folder), QStringList{u"out.npz"_s});
}

void TstOutputFiles::leavesNothingWhenAbandoned()
{
    const QTemporaryDir folder;
    {
        OutputFiles outputs;
        const auto path = outputs.add("--output", folder.filePath(u"out.npz"_s).toStdString());
        QVERIFY(path.has_value());
        write(*path, "part");
        write(*path + ".part", "a writer's own part");
    }
    QCOMPARE(entries(folder), QStringList{});
}

void TstOutputFiles::keepsAnOldFileWhenAbandoned()
{
    const QTemporaryDir folder;
    const QString place = folder.filePath(u"out.npz"_s);
    write(place.toStdString(), "old");
    {
        OutputFiles outputs;
        const auto path = outputs.add("--output", place.toStdString());
        QVERIFY(path.has_value());
        write(*path, "part");
    }
    QFile file(place);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), "old");
}

void TstOutputFiles::makesFoldersAndTakesThemBack()
{
    const QTemporaryDir folder;
    const std::string deep = folder.filePath(u"a/b"_s).toStdString();
    {
        OutputFiles outputs;
        QVERIFY(outputs.addFolder("--maps", deep).has_value());
        const auto path = outputs.add("--output", deep + "/map.png");
        QVERIFY(path.has_value());
        write(*path, "part");
    }
    QCOMPARE(entries(folder), QStringList{});

    OutputFiles outputs;
    QVERIFY(outputs.addFolder("--maps", deep + "/").has_value());
    QVERIFY(outputs.addFolder("--maps", deep).has_value());
    const auto path = outputs.add("--output", deep + "/map.png");
    QVERIFY(path.has_value());
    write(*path, "whole");
    QVERIFY(outputs.commit().has_value());
    QVERIFY(QFile::exists(folder.filePath(u"a/b/map.png"_s)));
}

void TstOutputFiles::refusesAPlace_data()
{
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("reason");
    QTest::newRow("in a folder that does not exist")
        << u"missing/out.npz"_s << u"there is no folder"_s;
    QTest::newRow("that is a folder") << u""_s << u"it names a folder"_s;
    QTest::newRow("below a file") << u"file/out.npz"_s << u"there is no folder"_s;
}

void TstOutputFiles::refusesAPlace()
{
    QFETCH(QString, place);
    QFETCH(QString, reason);
    const QTemporaryDir folder;
    write(folder.filePath(u"file"_s).toStdString(), "a file");
    OutputFiles outputs;
    const auto path = outputs.add("--output", (folder.path() + u'/' + place).toStdString());
    QVERIFY(!path);
    QCOMPARE(path.error().rule, "file");
    QVERIFY2(QString::fromStdString(path.error().message).contains(reason),
             path.error().message.c_str());
}

void TstOutputFiles::refusesAPipe()
{
    const QTemporaryDir folder;
    const QString pipe = folder.filePath(u"pipe"_s);
    QCOMPARE(::mkfifo(pipe.toLocal8Bit().constData(), 0600), 0);
    const QString link = folder.filePath(u"link"_s);
    QVERIFY(QFile::link(pipe, link));
    OutputFiles outputs;
    for (const QString &path : {pipe, link}) {
        const auto added = outputs.add("--output", path.toStdString());
        QVERIFY(!added);
        QCOMPARE(added.error().rule, "file");
        QCOMPARE(added.error().message, "Cannot write " + path.toStdString() +
                                            ": it is a device, a pipe or a socket, not a file.");
    }
    struct stat there
    {
    };
    QCOMPARE(::lstat(pipe.toLocal8Bit().constData(), &there), 0);
    QVERIFY(S_ISFIFO(there.st_mode));
}

void TstOutputFiles::followsALink()
{
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkdir(u"deep"_s));
    const QString target = folder.filePath(u"deep/out.npz"_s);
    const QString link = folder.filePath(u"link.npz"_s);
    // Twice: at first the link leads to nothing.
    QVERIFY(QFile::link(u"deep/out.npz"_s, link));
    for (const QByteArray text : {"first", "second"}) {
        OutputFiles outputs;
        const auto path = outputs.add("--output", link.toStdString());
        QVERIFY2(path.has_value(), path ? "" : path.error().message.c_str());
        write(*path, text);
        QVERIFY(outputs.commit().has_value());
        QVERIFY(QFileInfo(link).isSymLink());
        QFile file(target);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), text);
    }
    QCOMPARE(QDir(folder.filePath(u"deep"_s)).entryList(QDir::Files | QDir::Hidden),
             QStringList{u"out.npz"_s});
    QVERIFY(QFile::link(u"circle"_s, folder.filePath(u"circle"_s)));
    OutputFiles outputs;
    QVERIFY(!outputs.add("--output", folder.filePath(u"circle"_s).toStdString()));
}

void TstOutputFiles::refusesWhatIsRead()
{
    const QTemporaryDir folder;
    const std::string input = folder.filePath(u"in.npz"_s).toStdString();
    write(input, "input");
    const QString link = folder.filePath(u"link"_s);
    QVERIFY(QFile::link(u"in.npz"_s, link));
    OutputFiles outputs;
    outputs.keep(std::vector<std::string>{"none", input});
    for (const std::string &path : {input,
                                    folder.path().toStdString() + "/../" +
                                        QDir(folder.path()).dirName().toStdString() + "/in.npz",
                                    link.toStdString()}) {
        const auto added = outputs.add("--output", path);
        QVERIFY(!added);
        QCOMPARE(added.error().rule, "usage");
        QCOMPARE(added.error().message, "--output would replace " + path + ", which is read.");
    }
}

void TstOutputFiles::refusesTheSamePlaceTwice()
{
    const QTemporaryDir folder;
    const std::string place = folder.filePath(u"report"_s).toStdString();
    const std::string other = folder.path().toStdString() + "/./report";
    OutputFiles outputs;
    QVERIFY(outputs.add("--junit", place).has_value());
    const auto second = outputs.add("--html", other);
    QVERIFY(!second);
    QCOMPARE(second.error().rule, "usage");
    QCOMPARE(second.error().message, "--junit and --html would both write " + other + '.');
    QVERIFY(!outputs.addFolder("--maps", place));
}

void TstOutputFiles::namesThePathThatWasGiven()
{
    const QTemporaryDir folder;
    const std::string place = folder.filePath(u"out.npz"_s).toStdString();
    OutputFiles outputs;
    const auto path = outputs.add("--output", place);
    QVERIFY(path.has_value());
    const Error error{
        "file",
        {},
        {},
        {},
        words("{file}: {reason}", *path + ".12-3.part", words("{path} is full", *path))};
    const Error given = outputs.asGiven(error);
    QCOMPARE(given.message, place + ": " + place + " is full");
    QCOMPARE(given.words.text(), given.message);
}

void TstOutputFiles::acceptsNothingAfterAnInterrupt()
{
    const QTemporaryDir folder;
    OutputFiles outputs;
    outputs.abandon();
    const auto path = outputs.add("--output", folder.filePath(u"out.npz"_s).toStdString());
    QVERIFY(!path);
    QCOMPARE(path.error().rule, "cancelled");
    QVERIFY(!outputs.commit());
}

QTEST_APPLESS_MAIN(TstOutputFiles)
#include "tst_output_files.moc"
