// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "controls/expression.h"

#include <QString>
#include <QTest>

using namespace convscope;
using namespace Qt::StringLiterals;

class TstExpression : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void evaluates_data();
    void evaluates();
    void refuses_data();
    void refuses();
    void keepsLongIntegersWhole();
    void survivesDeepBrackets();
};

void TstExpression::evaluates_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("value");
    QTest::addRow("a number") << u" 12 "_s << 12.0;
    QTest::addRow("powers of ten") << u"1e-3"_s << 0.001;
    QTest::addRow("products before sums") << u"1 + 2*3"_s << 7.0;
    QTest::addRow("brackets first") << u"(1+2)*3"_s << 9.0;
    QTest::addRow("from left to right") << u"8/2/2"_s << 2.0;
    QTest::addRow("typographic signs") << u"6×4÷3−1"_s << 7.0;
    QTest::addRow("signs before numbers") << u"--2 - -3"_s << 5.0;
}

void TstExpression::evaluates()
{
    QFETCH(QString, text);
    QFETCH(double, value);
    QCOMPARE(evaluateExpression(text).value(), value);
}

void TstExpression::refuses_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"", "-", "2*", "(2", "2)", "abc", "2 3", "1/0", "0x10", "1e999", "."})
        QTest::addRow("'%s'", text) << QString::fromLatin1(text);
}

void TstExpression::refuses()
{
    QFETCH(QString, text);
    QVERIFY(!evaluateExpression(text));
}

void TstExpression::keepsLongIntegersWhole()
{
    QCOMPARE(evaluateInteger(u"9007199254740993").value(), qint64(9007199254740993));
    QCOMPARE(evaluateInteger(u"7/2*2").value(), qint64(7));
    QVERIFY(!evaluateInteger(u"7/2"));
}

void TstExpression::survivesDeepBrackets()
{
    QVERIFY(!evaluateExpression(QString(100000, u'(')));
}

QTEST_APPLESS_MAIN(TstExpression)
#include "tst_expression.moc"
