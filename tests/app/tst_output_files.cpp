// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "output_files.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

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
    const auto path = outputs.add(place);
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
        const auto path = outputs.add(folder.filePath(u"out.npz"_s).toStdString());
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
        const auto path = outputs.add(place.toStdString());
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
        QVERIFY(outputs.addFolder(deep).has_value());
        const auto path = outputs.add(deep + "/map.png");
        QVERIFY(path.has_value());
        write(*path, "part");
    }
    QCOMPARE(entries(folder), QStringList{});

    OutputFiles outputs;
    QVERIFY(outputs.addFolder(deep + "/").has_value());
    QVERIFY(outputs.addFolder(deep).has_value());
    const auto path = outputs.add(deep + "/map.png");
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
    const auto path = outputs.add((folder.path() + u'/' + place).toStdString());
    QVERIFY(!path);
    QCOMPARE(path.error().rule, "file");
    QVERIFY2(QString::fromStdString(path.error().message).contains(reason),
             path.error().message.c_str());
}

void TstOutputFiles::acceptsNothingAfterAnInterrupt()
{
    const QTemporaryDir folder;
    OutputFiles outputs;
    outputs.abandon();
    const auto path = outputs.add(folder.filePath(u"out.npz"_s).toStdString());
    QVERIFY(!path);
    QCOMPARE(path.error().rule, "cancelled");
    QVERIFY(!outputs.commit());
}

QTEST_APPLESS_MAIN(TstOutputFiles)
#include "tst_output_files.moc"
