// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "visual/colormap.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace convscope;

class TstColormap : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void matchesThePublishedTables_data();
    void matchesThePublishedTables();
    void isOpaqueAndSmooth();
    void doesNotKnowOtherNames();
};

void TstColormap::matchesThePublishedTables_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isDiverging");
    QTest::addColumn<quint32>("first");
    QTest::addColumn<quint32>("middle");
    QTest::addColumn<quint32>("last");
    QTest::newRow("magma") << "magma" << false << 0xFF000004U << 0xFFB73779U << 0xFFFCFDBFU;
    QTest::newRow("viridis") << "viridis" << false << 0xFF440154U << 0xFF21918CU << 0xFFFDE725U;
    QTest::newRow("gray") << "gray" << false << 0xFF000000U << 0xFF808080U << 0xFFFFFFFFU;
    QTest::newRow("batlow") << "batlow" << false << 0xFF011959U << 0xFF828231U << 0xFFFACCFAU;
    QTest::newRow("vik") << "vik" << true << 0xFF001261U << 0xFFECE5E0U << 0xFF590008U;
    QTest::newRow("berlin") << "berlin" << true << 0xFF9EB0FFU << 0xFF190C09U << 0xFFFFADADU;
}

void TstColormap::matchesThePublishedTables()
{
    QFETCH(QString, name);
    QFETCH(bool, isDiverging);
    QFETCH(quint32, first);
    QFETCH(quint32, middle);
    QFETCH(quint32, last);
    const Colormap *map = findColormap(name.toStdString());
    QVERIFY(map != nullptr);
    QCOMPARE(map->isDiverging, isDiverging);
    QCOMPARE(map->colours[0], first);
    QCOMPARE(map->colours[128], middle);
    QCOMPARE(map->colours[255], last);
}

void TstColormap::isOpaqueAndSmooth()
{
    QCOMPARE(colormaps().size(), 6U);
    for (const Colormap &map : colormaps())
        for (std::size_t i = 0; i < 256; ++i) {
            QCOMPARE(map.colours[i] >> 24, 0xFFU);
            for (int shift = 0; i > 0 && shift < 24; shift += 8) {
                const auto channel = [&](std::size_t k) {
                    return int(map.colours[k] >> shift & 0xFF);
                };
                QVERIFY2(std::abs(channel(i) - channel(i - 1)) <= 8, map.name.data());
            }
        }
}

void TstColormap::doesNotKnowOtherNames()
{
    QVERIFY(findColormap("jet") == nullptr);
    QVERIFY(findColormap("") == nullptr);
}

QTEST_APPLESS_MAIN(TstColormap)
#include "tst_colormap.moc"
