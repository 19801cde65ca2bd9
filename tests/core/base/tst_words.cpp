// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "base/result.h"
#include "base/words.h"

#include <QTest>

using namespace convscope;

class TstWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysTheSentence_data();
    void saysTheSentence();
    void namesItsValues();
    void translatesWordsWithinWords();
    void passesOverATranslationWithAnotherPlace();
    void changesTheTextsAtItsPlaces();
    void anErrorCarriesItsWords();
};

void TstWords::saysTheSentence_data()
{
    QTest::addColumn<QString>("said");
    QTest::addColumn<QString>("expected");

    const auto row = [](const char *name, const Words &said, const char *expected) {
        QTest::newRow(name) << QString::fromStdString(said.text()) << QString::fromUtf8(expected);
    };
    row("no place", words("an empty model"), "an empty model");
    row("whole numbers as they are", words("{a} of {b}", -3, std::size_t{1'000'000}),
        "-3 of 1000000");
    row("other numbers with six digits", words("{a}, {b}, {c}", 0.1F, 1e-7, 1234567.0),
        "0.1, 1e-07, 1.23457e+06");
    row("a place named twice takes one value", words("{n} × {n} of {name}", 3, "conv"),
        "3 × 3 of conv");
    row("doubled braces are braces", words("{{\"class_name\": {name}}}", std::string("Dense")),
        "{\"class_name\": Dense}");
    row("words at a place", words("{file}: {reason}", 'f', words("ends in line {line}", 7)),
        "f: ends in line 7");
    row("a value's own braces stay", words("got {value}", "{x}"), "got {x}");
    row("verbatim", verbatim("{anything} at all"), "{anything} at all");
}

void TstWords::saysTheSentence()
{
    QFETCH(QString, said);
    QTEST(said, "expected");
}

void TstWords::namesItsValues()
{
    const Words said = words("at {limit}, got {value}; {limit} is most", 5, "[3]");
    QCOMPARE(said.values.size(), std::size_t{2});
    QCOMPARE(said.values[0].name, "limit");
    QCOMPARE(*said.values[0].value.integer(), 5);
    QCOMPARE(said.values[1].name, "value");
    QCOMPARE(*said.values[1].value.string(), "[3]");
    QCOMPARE(said, words("at {limit}, got {value}; {limit} is most", 5, "[3]"));
    QVERIFY(!(said == words("at {limit}, got {value}; {limit} is most", 5, "[4]")));
    QCOMPARE(words("{a}", words("b")), words("{a}", words("b")));
    QVERIFY(placesOf("a } b").empty());
    QVERIFY(placesOf("a { b").empty());
}

void TstWords::translatesWordsWithinWords()
{
    const TranslatePattern german = [](const std::string &pattern) -> std::string {
        if (pattern == "{file} cannot be read: {reason}")
            return "{reason}; so bleibt {file} ungelesen";
        return pattern == "it is {n} bytes long" ? "{n} Byte sind es" : pattern;
    };
    const Words said =
        words("{file} cannot be read: {reason}", "x", words("it is {n} bytes long", 3));
    QCOMPARE(render(said, german), "3 Byte sind es; so bleibt x ungelesen");
}

void TstWords::passesOverATranslationWithAnotherPlace()
{
    const TranslatePattern slip = [](const std::string &) { return std::string("nur {andere}"); };
    QCOMPARE(render(words("at most {n}", 3), slip), "at most 3");
}

void TstWords::changesTheTextsAtItsPlaces()
{
    const Words said = words("{file}: {reason}, line {line}", "/tmp/x",
                             words("/tmp/x stays, {path} is full", "/tmp/x"), 7);
    const Words told = withTexts(said, [](const std::string &text) {
        return text == "/tmp/x" ? std::string("out.npz") : text;
    });
    QCOMPARE(told.text(), "out.npz: /tmp/x stays, out.npz is full, line 7");
    QCOMPARE(told.pattern, said.pattern);
}

void TstWords::anErrorCarriesItsWords()
{
    const Result<int> failed = fail("E2", "strides", "[0]", words("at least {n}", 1));
    QCOMPARE(failed.error().message, "at least 1");
    QCOMPARE(failed.error().words, words("at least {n}", 1));
    Error error = failed.error();
    error.say(words("at layer {name}: {reason}", "conv", error.words));
    QCOMPARE(error.message, "at layer conv: at least 1");
}

QTEST_APPLESS_MAIN(TstWords)
#include "tst_words.moc"
