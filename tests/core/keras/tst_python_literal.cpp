// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "keras/python_literal.h"

#include <QTest>

using namespace convscope;

class TstPythonLiteral : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAValue_data();
    void readsAValue();
    void refusesWhatIsNone_data();
    void refusesWhatIsNone();
};

void TstPythonLiteral::readsAValue_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("json");
    const auto row = [](const char *name, const char *text, const char *json) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(json);
    };
    row("an integer", "3", "3");
    row("a negative integer", "-4", "-4");
    row("an integer with a plus sign", "+4", "4");
    row("an integer too large for 64 bits is a number", "99999999999999999999", "1e+20");
    row("a fraction", "0.5", "0.5");
    row("a fraction without its zero", ".5", "0.5");
    row("an exponent", "1e-7", "1e-07");
    row("None", "None", "null");
    row("JSON's null", "null", "null");
    row("True", "True", "true");
    row("JSON's false", "false", "false");
    row("a bare word", "same", "\"same\"");
    row("a bare word of several parts", "he_normal", "\"he_normal\"");
    row("Python's nan is a name", "nan", "\"nan\"");
    row("and so is its infinity", "(inf, -inf)", "[\"inf\",\"-inf\"]");
    row("quotes keep a word that means something else", "'None'", "\"None\"");
    row("quotes of the other kind", "\"same\"", "\"same\"");
    row("an escaped quote", "'it\\'s'", "\"it's\"");
    row("a tuple", "(2, 2)", "[2,2]");
    row("a tuple without brackets", "2,3", "[2,3]");
    row("a tuple of one", "(2,)", "[2]");
    row("an empty tuple", "()", "[]");
    row("brackets around one value", "(2)", "2");
    row("a list of one", "[2]", "[2]");
    row("nested tuples", "((1,2),(0,3))", "[[1,2],[0,3]]");
    row("nested tuples without the outer brackets", "(1,2), (0,3)", "[[1,2],[0,3]]");
    row("a dictionary", "{\"class_name\": \"Constant\", \"config\": {\"value\": 0.5}}",
        "{\"class_name\":\"Constant\",\"config\":{\"value\":0.5}}");
    row("a dictionary in Python's words", "{'seed': None, 'scale': 2.0,}",
        "{\"seed\":null,\"scale\":2.0}");
    row("space around a value", "  7 ", "7");
}

void TstPythonLiteral::readsAValue()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, json);
    const auto value = parsePythonLiteral(text.toStdString());
    QVERIFY2(value.has_value(), value ? "" : value.error().message.c_str());
    QCOMPARE(QByteArray::fromStdString(value->dump()), json);
}

void TstPythonLiteral::refusesWhatIsNone_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("message");
    const auto row = [](const char *name, const QByteArray &text, const char *message) {
        QTest::newRow(name) << text << QByteArray(message);
    };
    row("nothing", "", "'' is not a value: a value is missing at character 1.");
    row("an open bracket", "(2, 2", "'(2, 2' is not a value: ')' is missing at character 6.");
    row("a closing bracket too many", "2)", "'2)' is not a value: unexpected ')' at character 2.");
    row("two values", "2 3", "'2 3' is not a value: unexpected '3' at character 3.");
    row("an open quote", "'same", "''same' is not a value: ''' is missing at character 6.");
    row("a key without quotes", "{a: 1}",
        "'{a: 1}' is not a value: a key in quotes is missing at character 2.");
    row("no value after a key", "{'a':}",
        "'{'a':}' is not a value: unexpected '}' at character 6.");
    row("a comma too many", "(1,,2)", "'(1,,2)' is not a value: unexpected ',' at character 4.");
}

void TstPythonLiteral::refusesWhatIsNone()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, message);
    const auto value = parsePythonLiteral(text.toStdString());
    QVERIFY(!value);
    QCOMPARE(QByteArray::fromStdString(value.error().message), message);
    QCOMPARE(value.error().rule, "usage");
}

QTEST_APPLESS_MAIN(TstPythonLiteral)
#include "tst_python_literal.moc"
