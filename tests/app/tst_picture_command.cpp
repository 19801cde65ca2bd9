// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "program.h"

#include <QImage>
#include <QTest>

using namespace Qt::StringLiterals;

class TstPictureCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void paintsAPinnedCell();
    void refuses_data();
    void refuses();
};

void TstPictureCommand::paintsAPinnedCell()
{
    const Workplace place;
    const Outcome outcome =
        place.run({u"picture"_s, u"explore"_s, u"--layer"_s, u"conv2d"_s, u"--cell"_s,
                   u"299,450,15"_s, u"-o"_s, u"out.png"_s, u"--json"_s});
    QVERIFY2(outcome.status == 0, outcome.err);
    QCOMPARE(keysOf(outcome.document()), u"cell height layer output width"_s);
    QCOMPARE(QImage(place.path(u"out.png"_s)).size(), QSize(1440, 900));
}

void TstPictureCommand::refuses_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("message");
    const QStringList output{u"-o"_s, u"out.png"_s};
    const auto row = [](const char *name, const QStringList &arguments, const QString &message) {
        QTest::newRow(name) << arguments << message;
    };
    row("no number for a scale", output + QStringList{u"--scale"_s, u"nan"_s},
        u"--scale: must be a number from 0.5 to 4, received 'nan'"_s);
    row("a scale too large", output + QStringList{u"--scale"_s, u"4.5"_s}, u"'4.5'"_s);
    row("a cell below the map",
        output + QStringList{u"--layer"_s, u"conv2d"_s, u"--cell"_s, u"300,0,0"_s},
        u"(300, 0, 0) lies outside the map, whose extents with the channels are (300, 451, 16)"_s);
    row("a channel that is not there",
        output + QStringList{u"--layer"_s, u"conv2d"_s, u"--cell"_s, u"0,0,16"_s},
        u"lies outside the map"_s);
    row("a layer whose name has two lines", output + QStringList{u"--layer"_s, u"a\nb"_s},
        u"no layer named a\nb"_s);
    row("an ending of no picture", {u"-o"_s, u"out.xyz"_s}, u"--output must end in one of "_s);
    row("smaller than the window can be", output + QStringList{u"--size"_s, u"800x500"_s},
        u"the least size of the window is 880x560"_s);
    row("a language that is not there", output + QStringList{u"--language"_s, u"zh_CN"_s},
        u"the window speaks en, not zh_CN"_s);
}

void TstPictureCommand::refuses()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, message);
    const Workplace place;
    const Outcome outcome =
        place.run(QStringList{u"picture"_s, u"explore"_s, u"--json"_s} + arguments);
    QCOMPARE(outcome.status, 2);
    const QString said = outcome.error()[u"message"_s].toString();
    QVERIFY2(said.contains(message), qPrintable(said));
    QVERIFY2(!said.contains(u".convscope-"), qPrintable(said));
    QCOMPARE(outcome.err.count('\n'), 1);
    QVERIFY(place.entries().isEmpty());
}

QTEST_GUILESS_MAIN(TstPictureCommand)
#include "tst_picture_command.moc"
