// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "views/map_grid.h"
#include "views/tile_filter.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QTest>

using namespace convscope;
using namespace Qt::Literals::StringLiterals;

class TstTileFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsMaps_data();
    void findsMaps();
    void theGridShowsWhatIsFoundInItsOrder();
    void theGridFollowsItsFlags();
    void theGridKeepsItsSelection();
};

namespace {

/// Maps 2 and 13 are dead, 6 is the same as 4.
QString flagOf(int index)
{
    if (index == 2 || index == 13)
        return u"dead"_s;
    return index == 6 ? u"same as 4"_s : QString();
}

std::map<int, TileFlag> flags()
{
    return {{2, {TileFlag::Kind::Dead, 0}},
            {6, {TileFlag::Kind::SameAs, 4}},
            {13, {TileFlag::Kind::Dead, 0}}};
}

std::vector<int> shown(const MapGrid &grid)
{
    std::vector<int> indices;
    for (int position = 0; position < grid.shownCount(); ++position)
        indices.push_back(grid.indexAtPosition(position));
    return indices;
}

} // namespace

void TstTileFilter::findsMaps_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<int>>("found");
    QTest::newRow("one number") << u"12"_s << QList<int>{12};
    QTest::newRow("several numbers") << u"1 5, 12"_s << QList<int>{1, 5, 12};
    QTest::newRow("a range") << u"3-6"_s << QList<int>{3, 4, 5, 6};
    QTest::newRow("a range with a dash and spaces") << u" 3 – 5 "_s << QList<int>{3, 4, 5};
    QTest::newRow("a range that is being typed") << u"13-"_s << QList<int>{13, 14, 15};
    QTest::newRow("a flag") << u"dead"_s << QList<int>{2, 13};
    QTest::newRow("the beginning of a flag") << u"De"_s << QList<int>{2, 13};
    QTest::newRow("a flag with a number") << u"same as 4"_s << QList<int>{6};
    QTest::newRow("flags or numbers") << u"dead, 0-1"_s << QList<int>{0, 1, 2, 13};
    QTest::newRow("beyond the last map") << u"40"_s << QList<int>{};
    QTest::newRow("words that no map has") << u"bright"_s << QList<int>{};
    QTest::newRow("a number too large to count") << u"99999999999"_s << QList<int>{};
}

void TstTileFilter::findsMaps()
{
    QFETCH(QString, text);
    const TileFilter filter(text);
    QList<int> found;
    for (int i = 0; i < 16; ++i) {
        if (filter.matches(i, flagOf(i)))
            found << i;
    }
    QTEST(found, "found");
    QVERIFY(TileFilter(u" , "_s).isEmpty());
    QVERIFY(TileFilter().matches(7, {}));
}

void TstTileFilter::theGridShowsWhatIsFoundInItsOrder()
{
    MapGrid grid;
    grid.setMaps(16, {451, 300});
    grid.resize(254, 420);
    const QRect fourth = grid.tileRect(3);
    grid.setFilter(TileFilter(u"3, 12, 8-9"_s));
    QCOMPARE(grid.count(), 16);
    QCOMPARE(shown(grid), (std::vector<int>{3, 8, 9, 12}));
    QCOMPARE(grid.tileRect(9).size(), fourth.size());
    QVERIFY(grid.tileRect(0).isEmpty());
    QCOMPARE(grid.positionOf(0), -1);
    QCOMPARE(QAccessible::queryAccessibleInterface(&grid)->childCount(), 4);
    std::vector<int> backwards(16);
    for (int i = 0; i < 16; ++i)
        backwards[static_cast<std::size_t>(i)] = 15 - i;
    grid.setOrder(backwards);
    QCOMPARE(shown(grid), (std::vector<int>{12, 9, 8, 3}));
    grid.setFilter({});
    QCOMPARE(grid.shownCount(), 16);
    grid.setOrder({});
    QCOMPARE(grid.tileRect(3), fourth);
}

void TstTileFilter::theGridFollowsItsFlags()
{
    MapGrid grid;
    grid.setMaps(16, {451, 300});
    grid.setFilter(TileFilter(u"dead"_s));
    QCOMPARE(grid.shownCount(), 0);
    QSignalSpy changed(&grid, &MapGrid::shownCountChanged);
    grid.setFlags(flags());
    QCOMPARE(shown(grid), (std::vector<int>{2, 13}));
    QVERIFY(!changed.isEmpty());
    // Another layer: what is known of its maps comes later.
    grid.setMaps(8, {100, 100});
    QCOMPARE(grid.shownCount(), 0);
}

void TstTileFilter::theGridKeepsItsSelection()
{
    MapGrid grid;
    grid.setMaps(16, {451, 300});
    grid.resize(254, 420);
    grid.select(5);
    QSignalSpy selected(&grid, &MapGrid::selectionChanged);
    grid.setFilter(TileFilter(u"3-4, 12"_s));
    QCOMPARE(grid.selected(), 5);
    QVERIFY(selected.isEmpty());
    grid.selectNext(1);
    QCOMPARE(grid.selected(), 3);
    QTest::keyClick(&grid, Qt::Key_End);
    QCOMPARE(grid.selected(), 12);
    grid.setFilter(TileFilter(u"none"_s));
    QTest::keyClick(&grid, Qt::Key_Home);
    QCOMPARE(grid.selected(), 12);
}

QTEST_MAIN(TstTileFilter)
#include "tst_tile_filter.moc"
