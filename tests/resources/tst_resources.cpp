// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "data_folder.h"
#include "support/test_paths.h"

#include <QDir>
#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

/// What is compiled in is what lies in the folders, all of it.
class TstResources : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void compilesInWholeFolders_data();
    void compilesInWholeFolders();
    void drawsIconsInBlackOnASixteenGrid();
    void listsTheLicenceOfEverySample();
    void findsTheDataFolder();
};

namespace {

const QString kSource = QString::fromStdString(convscope::sourcePath("resources/"));

QByteArray content(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

void TstResources::compilesInWholeFolders_data()
{
    QTest::addColumn<QStringList>("patterns");
    QTest::newRow("icons") << QStringList{u"*.svg"_s};
    QTest::newRow("samples") << QStringList{u"*.png"_s, u"*.jpg"_s};
    QTest::newRow("stacks") << QStringList{u"*.npz"_s};
}

void TstResources::compilesInWholeFolders()
{
    QFETCH(QStringList, patterns);
    const QString folder = QString::fromLatin1(QTest::currentDataTag());
    const QStringList files = QDir(kSource + folder).entryList(patterns, QDir::Files);
    QVERIFY(!files.isEmpty());
    QCOMPARE(QDir(u":/"_s + folder).entryList(QDir::Files), files);
    for (const QString &name : files)
        QVERIFY2(content(u":/"_s + folder + u'/' + name) == content(kSource + folder + u'/' + name),
                 qPrintable(name));
}

void TstResources::drawsIconsInBlackOnASixteenGrid()
{
    const QDir folder(u":/icons"_s);
    for (const QString &name : folder.entryList()) {
        const QByteArray drawing = content(folder.filePath(name));
        QXmlStreamReader xml(drawing);
        QVERIFY2(xml.readNextStartElement() && xml.name() == u"svg", qPrintable(name));
        const QString box = xml.attributes().value(u"viewBox"_s).toString();
        while (!xml.atEnd())
            xml.readNext();
        QVERIFY2(!xml.hasError(), qPrintable(name + xml.errorString()));
        if (name == u"convscope.svg")
            continue;
        QCOMPARE(box, u"0 0 16 16"_s);
        QVERIFY2(drawing.contains("#000000"), qPrintable(name));
    }
}

void TstResources::listsTheLicenceOfEverySample()
{
    const QByteArray sources = content(kSource + u"samples/SOURCES.md"_s);
    for (const QString &name : QDir(u":/samples"_s).entryList(QDir::Files))
        QVERIFY2(sources.contains("| " + name.toUtf8() + " |"), qPrintable(name));
}

void TstResources::findsTheDataFolder()
{
    const std::filesystem::path folder = convscope::dataFolder();
    QVERIFY(std::filesystem::exists(folder / "samples" / "chelsea.png"));
    QVERIFY(std::filesystem::exists(folder / "stacks" / "first_look.npz"));

    const QTemporaryDir chosen;
    QVERIFY(QDir(chosen.path()).mkdir(u"samples"_s) && QDir(chosen.path()).mkdir(u"stacks"_s));
    QVERIFY(qputenv("CONVSCOPE_DATA_DIR", chosen.path().toUtf8()));
    const std::filesystem::path found = convscope::dataFolder();
    qunsetenv("CONVSCOPE_DATA_DIR");
    QCOMPARE(QString::fromStdString(found.string()), chosen.path());
}

QTEST_APPLESS_MAIN(TstResources)
#include "tst_resources.moc"
