// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "style/tokens.h"

#include <QTest>

using namespace convscope;

class TstTokens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsTheExtremes();
    void keepsContrast_data();
    void keepsContrast();
    void givesCellDigitsContrast();
};

void TstTokens::knowsTheExtremes()
{
    QCOMPARE(contrastRatio(Qt::black, Qt::white), 21.0);
    QCOMPARE(contrastRatio(Qt::white, Qt::white), 1.0);
}

void TstTokens::keepsContrast_data()
{
    using Role = QColor Tokens::*;
    QTest::addColumn<QColor>("ink");
    QTest::addColumn<QColor>("ground");
    QTest::addColumn<double>("atLeast");
    const auto row = [](const char *name, Role ink, Role ground, double light, double dark) {
        QTest::addRow("%s in light", name) << lightTokens().*ink << lightTokens().*ground << light;
        QTest::addRow("%s in dark", name) << darkTokens().*ink << darkTokens().*ground << dark;
    };
    // What was measured when the colours were chosen, less the rounding.
    row("text on window", &Tokens::text, &Tokens::window, 15.15, 13.75);
    row("text on soft accent", &Tokens::text, &Tokens::accentSoft, 14.05, 9.65);
    row("quiet text on window", &Tokens::text2, &Tokens::window, 6.24, 7.45);
    row("quiet text on surface", &Tokens::text2, &Tokens::surface, 6.85, 6.65);
    row("quiet text on sunken", &Tokens::text2, &Tokens::sunken, 5.55, 8.35);
    row("quiet text on soft accent", &Tokens::text2, &Tokens::accentSoft, 5.75, 5.25);
    row("accent text on soft accent", &Tokens::accentText, &Tokens::accentSoft, 6.25, 6.95);
    row("text on accent", &Tokens::onAccent, &Tokens::accent, 6.05, 8.25);
    row("error on window", &Tokens::error, &Tokens::window, 5.85, 7.35);
    row("error on its soft fill", &Tokens::error, &Tokens::errorSoft, 5.65, 6.25);
    row("warning on its soft fill", &Tokens::warning, &Tokens::warningSoft, 5.65, 6.85);
    row("passed on window", &Tokens::passed, &Tokens::window, 5.54, 8.75);
    row("plus on surface", &Tokens::plus, &Tokens::surface, 6.25, 6.35);
    row("minus on surface", &Tokens::minus, &Tokens::surface, 6.85, 6.85);
    row("control edges on window", &Tokens::control, &Tokens::window, 3.0, 3.0);
    row("control edges on surface", &Tokens::control, &Tokens::surface, 3.0, 3.0);
    // Fills under the pointer must not cost legibility.
    row("text on hover", &Tokens::text, &Tokens::hover, 7, 7);
    row("quiet text on hover", &Tokens::text2, &Tokens::hover, 4.5, 4.5);
    row("quiet text on pressed", &Tokens::text2, &Tokens::pressed, 4.5, 4.5);
    row("error on surface", &Tokens::error, &Tokens::surface, 4.5, 4.5);
}

void TstTokens::keepsContrast()
{
    QFETCH(QColor, ink);
    QFETCH(QColor, ground);
    QFETCH(double, atLeast);
    const double ratio = contrastRatio(ink, ground);
    QVERIFY2(ratio >= atLeast, qPrintable(QString::number(ratio)));
}

void TstTokens::givesCellDigitsContrast()
{
    // Whichever of black and white contrasts more is readable on any colour.
    double worst = 21;
    for (int grey = 0; grey < 256; ++grey) {
        const QColor ground(grey, grey, grey);
        worst = std::min(
            worst, std::max(contrastRatio(ground, Qt::black), contrastRatio(ground, Qt::white)));
    }
    QVERIFY(worst >= 4.5);
}

QTEST_APPLESS_MAIN(TstTokens)
#include "tst_tokens.moc"
