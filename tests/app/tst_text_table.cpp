// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "text_table.h"

#include <QTest>

#include <limits>

using namespace convscope;

class TstTextTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void alignsItsColumns();
    void printsANumber_data();
    void printsANumber();
};

void TstTextTable::alignsItsColumns()
{
    TextTable table({{"layer"}, {"sees", TextTable::Align::Right}, {"note"}});
    table.addRow({"conv2d", "3×3", "first"});
    table.addRow({"up", "5", ""});
    QCOMPARE(QString::fromStdString(table.toString()), QStringLiteral("layer   sees  note\n"
                                                                      "──────  ────  ─────\n"
                                                                      "conv2d   3×3  first\n"
                                                                      "up         5\n"));
}

void TstTextTable::printsANumber_data()
{
    QTest::addColumn<QString>("printed");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const std::string &printed, const char *expected) {
        QTest::newRow(name) << QString::fromStdString(printed) << QString::fromUtf8(expected);
    };
    row("digits of a small number stay", groupedDigits(999), "999");
    row("digits are grouped by three", groupedDigits(1234567), "1,234,567");
    row("the sign is no digit", groupedDigits(-123456), "-123,456");
    row("a small count is exact", shortCount(999), "999");
    row("a large count has three digits and a unit", shortCount(2'488'320'000), "2.49 G");
    row("rounding does not reach 1000 of a unit", shortCount(999'999), "1 M");
    row("an unknown count", shortCount(std::nullopt), "?");
    row("a sum that has saturated", shortCount(std::numeric_limits<std::int64_t>::max()),
        "more than 9.2 E");
    row("bytes that have saturated", shortBytes(std::numeric_limits<std::int64_t>::max()),
        "more than 8 EiB");
    row("a large count below that", shortCount(std::int64_t{3} << 60), "3.46 E");
    row("no number", shortNumber(std::numeric_limits<double>::quiet_NaN()), "–");
    row("bytes", shortBytes(512), "512 B");
    row("mebibytes", shortBytes(368'640'000), "352 MiB");
    row("a small number", shortNumber(0.00012345), "0.000123");
    row("a number of three digits", shortNumber(123.456), "123");
    row("a number of four digits", shortNumber(1234.5), "1234");
    row("a negative number", shortNumber(-0.5), "-0.5");
}

void TstTextTable::printsANumber()
{
    QFETCH(QString, printed);
    QFETCH(QString, expected);
    QCOMPARE(printed, expected);
}

QTEST_APPLESS_MAIN(TstTextTable)
#include "tst_text_table.moc"
