// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "shape_argument.h"

#include <QTest>

using namespace convscope;

class TstShapeArgument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAShape_data();
    void readsAShape();
    void refusesWhatIsNone_data();
    void refusesWhatIsNone();
};

void TstShapeArgument::readsAShape_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("shape");
    const auto row = [](const char *name, const char *text, const char *shape) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(shape);
    };
    row("bare numbers", "4,600,600,3", "(4, 600, 600, 3)");
    row("as Python prints it", "(4, 600, 600, 3)", "(4, 600, 600, 3)");
    row("a list", "[4,8]", "(4, 8)");
    row("None for unknown", "None,600,600,3", "(None, 600, 600, 3)");
    row("a question mark for unknown", "?,?,?,3", "(None, None, None, 3)");
    row("one extent", "5", "(5,)");
}

void TstShapeArgument::readsAShape()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, shape);
    const auto parsed = parseShape(text.toStdString());
    QVERIFY2(parsed.has_value(), parsed ? "" : parsed.error().message.c_str());
    QCOMPARE(QByteArray::fromStdString(parsed->toString()), shape);
}

void TstShapeArgument::refusesWhatIsNone_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray("");
    QTest::newRow("an extent of zero") << QByteArray("4,0,600,3");
    QTest::newRow("a negative extent") << QByteArray("-1,600,600,3");
    QTest::newRow("a fraction") << QByteArray("4,2.5");
    QTest::newRow("a word") << QByteArray("4,wide");
    QTest::newRow("an x between the extents") << QByteArray("600x600");
    QTest::newRow("an empty tuple") << QByteArray("()");
    QTest::newRow("more than 64 bits") << QByteArray("99999999999999999999,3");
}

void TstShapeArgument::refusesWhatIsNone()
{
    QFETCH(QByteArray, text);
    const auto parsed = parseShape(text.toStdString());
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().rule, "usage");
    QCOMPARE(parsed.error().argument, "input_shape");
    const QByteArray end = "like 4,600,600,3; received '" + text + "'.";
    QVERIFY2(QByteArray::fromStdString(parsed.error().message).endsWith(end),
             parsed.error().message.c_str());
}

QTEST_APPLESS_MAIN(TstShapeArgument)
#include "tst_shape_argument.moc"
