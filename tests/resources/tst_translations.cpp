// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
// Every translation has the places of its source: none lost, none invented.
#include "support/pseudo_language.h"
#include "support/test_paths.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace convscope;
using namespace Qt::Literals::StringLiterals;

class TstTranslations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepTheirPlaces_data();
    void keepTheirPlaces();
    void findsALostPlace_data();
    void findsALostPlace();
    void thePseudoLanguageKeepsWhatStays_data();
    void thePseudoLanguageKeepsWhatStays();
};

void TstTranslations::keepTheirPlaces_data()
{
    QTest::addColumn<QString>("file");
    const QDir folder(QString::fromStdString(sourcePath("resources/translations")));
    const QStringList files = folder.entryList({u"convscope_*.ts"_s});
    QVERIFY(!files.isEmpty());
    for (const QString &file : files)
        QTest::newRow(qPrintable(file)) << folder.filePath(file);
}

void TstTranslations::keepTheirPlaces()
{
    QFETCH(QString, file);
    const QStringList mistakes = placeMistakes(file);
    QVERIFY2(mistakes.isEmpty(), qPrintable(mistakes.join(u'\n')));
}

void TstTranslations::findsALostPlace_data()
{
    QTest::addColumn<QString>("context");
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("translation");
    QTest::addColumn<int>("mistakes");
    QTest::newRow("all kept in another order")
        << u"core"_s << u"at most {limit}, got {value}"_s << u"{value} ist mehr als {limit}"_s << 0;
    QTest::newRow("a named place is lost")
        << u"core"_s << u"at most {limit}, got {value}"_s << u"hoechstens {limit}"_s << 1;
    QTest::newRow("a named place is misspelt")
        << u"core"_s << u"at most {limit}"_s << u"hoechstens {Limit}"_s << 1;
    QTest::newRow("a brace is lost")
        << u"core"_s << u"at most {limit}"_s << u"hoechstens {limit"_s << 1;
    QTest::newRow("a numbered place is lost") << u"Page"_s << u"%1 of %2"_s << u"%1"_s << 1;
    QTest::newRow("a numbered place is another")
        << u"Page"_s << u"%1 of %2"_s << u"%1 von %3"_s << 1;
    QTest::newRow("not translated yet") << u"Page"_s << u"%1 of %2"_s << QString() << 0;
}

void TstTranslations::findsALostPlace()
{
    QFETCH(QString, context);
    QFETCH(QString, source);
    QFETCH(QString, translation);
    QFETCH(int, mistakes);
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"convscope_de.ts"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QString text = u"<TS version=\"2.1\"><context><name>%1</name><message><source>%2</source>"
                         "<translation>%3</translation></message></context></TS>"_s;
    file.write(text.arg(context, source, translation).toUtf8());
    file.close();
    QCOMPARE(placeMistakes(file.fileName()).size(), mistakes);
}

void TstTranslations::thePseudoLanguageKeepsWhatStays_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("expected");
    QTest::newRow("a word") << u"Save"_s << u"Šåṽéö"_s;
    QTest::newRow("a key and an ellipsis") << u"&Open…"_s << u"&Öþéñö…"_s;
    QTest::newRow("places") << u"{name} of %1"_s << u"{name} öƒ %1ö"_s;
    QTest::newRow("tags and entities") << u"<b>a</b> &amp; b"_s << u"<b>å</b> &amp; ƀö"_s;
    QTest::newRow("patterns of file names")
        << u"Models (*.json *.npz)"_s << u"Ṁöđéļšöö (*.json *.npz)"_s;
    QTest::newRow("no letters") << u"%1 × %2"_s << u"%1 × %2"_s;
}

void TstTranslations::thePseudoLanguageKeepsWhatStays()
{
    QFETCH(QString, source);
    QTEST(pseudo(source), "expected");
}

QTEST_GUILESS_MAIN(TstTranslations)
#include "tst_translations.moc"
