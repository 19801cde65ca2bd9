// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "model/lanes.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <random>
#include <set>

using namespace convscope;

namespace {

using Reads = std::vector<std::vector<int>>;

/// A graph of rows that mostly read the row above and sometimes others.
Reads randomReads(std::mt19937 &random, int rows, int percent)
{
    Reads reads(static_cast<std::size_t>(rows));
    for (int row = 1; row < rows; ++row) {
        std::vector<int> &here = reads[static_cast<std::size_t>(row)];
        if (random() % 8 != 0)
            here.push_back(row - 1);
        const int more =
            static_cast<int>(random() % 100) < percent ? 1 + static_cast<int>(random() % 3) : 0;
        for (int i = 0; i < more || here.empty(); ++i)
            here.push_back(static_cast<int>(random() % static_cast<unsigned>(row)));
    }
    return reads;
}

/// The lane with a source of its own.
const Lane *laneFrom(const LaneLayout &layout, int source)
{
    for (const Lane &lane : layout.lanes) {
        if (lane.source == source)
            return &lane;
    }
    return nullptr;
}

/// A row that reads the one above, put in at a place: everything behind moves down.
Reads withRowAt(const Reads &reads, int place)
{
    Reads changed;
    for (int row = 0; row <= static_cast<int>(reads.size()); ++row) {
        if (row == place) {
            changed.push_back({place - 1});
            continue;
        }
        std::vector<int> here = reads[static_cast<std::size_t>(row > place ? row - 1 : row)];
        for (int &source : here)
            source += source >= place ? 1 : 0;
        // What read the row above reads the new one.
        if (row == place + 1)
            std::replace(here.begin(), here.end(), place - 1, place);
        changed.push_back(std::move(here));
    }
    return changed;
}

} // namespace

class TstLanes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aChainHasNone();
    void nestsSkipsWithTheLongestOutermost();
    void aTensorThatIsReadTwiceHasOneLane();
    void lanesAreUsedAgain();
    void theFifthIsShared();
    void everyReadIsDrawnAndNothingElse_data();
    void everyReadIsDrawnAndNothingElse();
    void noTwoTensorsShareALane();
    void nestedLanesNeverCross();
    void lanesStayWhenRowsComeElsewhere();
    void takesTimeLinearInTheRows();
};

void TstLanes::aChainHasNone()
{
    const LaneLayout layout = layoutLanes(Reads{{}, {0}, {1}, {2}});
    QVERIFY(layout.isPlain());
    QVERIFY(!layout.rows[0].readsAbove && layout.rows[1].readsAbove && layout.rows[2].isReadBelow);
    QVERIFY(layoutLanes({}).rows.empty());
}

void TstLanes::nestsSkipsWithTheLongestOutermost()
{
    // As a U-Net of three levels.
    const LaneLayout layout = layoutLanes(Reads{
        {}, {0}, {1}, {2}, {3}, {4}, {5}, {6}, {7, 5}, {8}, {9}, {10, 3}, {11}, {12}, {13, 1}});
    QCOMPARE(layout.lanes.size(), std::size_t{3});
    QCOMPARE(laneFrom(layout, 5)->depth, 1);
    QCOMPARE(laneFrom(layout, 3)->depth, 2);
    QCOMPARE(laneFrom(layout, 1)->depth, 3);
    QCOMPARE(layout.rows[14].enters, std::vector{0});
    QCOMPARE(layout.rows[14].readCount, 2);
    QCOMPARE(layout.rows[6].below[2], 0);
}

void TstLanes::aTensorThatIsReadTwiceHasOneLane()
{
    const LaneLayout layout = layoutLanes(Reads{{}, {0}, {0, 0}, {2, 0}, {3, 1, 0}});
    QCOMPARE(laneFrom(layout, 0)->readers, (std::vector{2, 3, 4}));
    QCOMPARE(layout.rows[2].readCount, 2);
    QCOMPARE(layout.rows[2].enters.size(), std::size_t{1});
}

void TstLanes::lanesAreUsedAgain()
{
    // Residual blocks one after another, and skips that overlap like links of a chain.
    const LaneLayout blocks = layoutLanes(Reads{{}, {0}, {1, 0}, {2}, {3, 2}, {4}, {5, 4}});
    for (const Lane &lane : blocks.lanes)
        QCOMPARE(lane.depth, 1);
    const LaneLayout links = layoutLanes(Reads{{}, {0}, {1, 0}, {2, 1}, {3, 2}, {4, 3}, {5, 4}});
    for (const Lane &lane : links.lanes)
        QCOMPARE(lane.depth, lane.source % 2 + 1);
}

void TstLanes::theFifthIsShared()
{
    const LaneLayout layout = layoutLanes(
        Reads{{}, {0}, {1}, {2}, {3}, {4}, {5}, {6, 5}, {7, 4}, {8, 3}, {9, 2}, {10, 1}, {11, 0}});
    QCOMPARE(laneFrom(layout, 2)->depth, 4);
    QCOMPARE(laneFrom(layout, 1)->depth, 0);
    QCOMPARE(laneFrom(layout, 0)->depth, 0);
    QCOMPARE(layout.rows[5].sharedBelow, 2);
    QCOMPARE(layout.rows[0].sharedBelow, 1);
    QCOMPARE(layout.rows[11].sharedBelow, 1);
    QCOMPARE(layout.rows[12].sharedBelow, 0);
}

void TstLanes::everyReadIsDrawnAndNothingElse_data()
{
    QTest::addColumn<int>("percent");
    QTest::newRow("few skips") << 15;
    QTest::newRow("many skips") << 70;
}

void TstLanes::everyReadIsDrawnAndNothingElse()
{
    QFETCH(int, percent);
    for (unsigned seed = 0; seed < 200; ++seed) {
        std::mt19937 random(seed);
        const Reads reads = randomReads(random, 2 + static_cast<int>(seed % 60), percent);
        const LaneLayout layout = layoutLanes(reads);
        for (int row = 0; row < static_cast<int>(reads.size()); ++row) {
            const LaneRow &here = layout.rows[static_cast<std::size_t>(row)];
            std::set<int> drawn;
            if (here.readsAbove)
                drawn.insert(row - 1);
            for (const int lane : here.enters)
                drawn.insert(layout.lanes[static_cast<std::size_t>(lane)].source);
            const auto &wanted = reads[static_cast<std::size_t>(row)];
            QCOMPARE(drawn, std::set<int>(wanted.begin(), wanted.end()));
        }
    }
}

void TstLanes::noTwoTensorsShareALane()
{
    for (unsigned seed = 0; seed < 300; ++seed) {
        std::mt19937 random(seed);
        const Reads reads = randomReads(random, 2 + static_cast<int>(seed % 80), 40);
        const LaneLayout layout = layoutLanes(reads);
        std::map<std::pair<int, int>, int> taken; // (gap, depth) → lane
        std::map<int, int> shared;
        for (std::size_t i = 0; i < layout.lanes.size(); ++i) {
            const Lane &lane = layout.lanes[i];
            for (int gap = lane.source; gap < lane.last(); ++gap) {
                if (lane.depth == 0) {
                    ++shared[gap];
                    continue;
                }
                const bool isFree =
                    taken.emplace(std::pair(gap, lane.depth), static_cast<int>(i)).second;
                QVERIFY2(isFree, qPrintable(QString::number(seed)));
                QCOMPARE(layout.rows[static_cast<std::size_t>(gap)]
                             .below[static_cast<std::size_t>(lane.depth) - 1],
                         static_cast<int>(i));
            }
        }
        for (int gap = 0; gap < static_cast<int>(layout.rows.size()); ++gap) {
            QCOMPARE(layout.rows[static_cast<std::size_t>(gap)].sharedBelow, shared[gap]);
            for (int depth = 1; depth <= kMostLanes; ++depth) {
                const int lane = layout.rows[static_cast<std::size_t>(gap)]
                                     .below[static_cast<std::size_t>(depth) - 1];
                QCOMPARE(lane >= 0, taken.contains({gap, depth}));
            }
        }
    }
}

void TstLanes::nestedLanesNeverCross()
{
    for (unsigned seed = 0; seed < 300; ++seed) {
        std::mt19937 random(seed);
        const LaneLayout layout = layoutLanes(randomReads(random, 40, 40));
        for (const Lane &outer : layout.lanes) {
            for (const Lane &inner : layout.lanes) {
                if (inner.source > outer.source && inner.last() <= outer.last() && outer.depth > 0)
                    QVERIFY(inner.depth > 0 && inner.depth < outer.depth);
            }
        }
    }
}

void TstLanes::lanesStayWhenRowsComeElsewhere()
{
    for (unsigned seed = 0; seed < 200; ++seed) {
        std::mt19937 random(seed);
        const Reads reads = randomReads(random, 40, 30);
        const LaneLayout before = layoutLanes(reads);
        // Everywhere where no lane leaves the row above: there the new row would take its readers.
        const int place = 1 + static_cast<int>(random() % 39);
        const LaneLayout after = layoutLanes(withRowAt(reads, place));
        QCOMPARE(after.lanes.size(), before.lanes.size());
        for (std::size_t i = 0; i < before.lanes.size(); ++i)
            QCOMPARE(after.lanes[i].depth, before.lanes[i].depth);
        // A skip that is added behind the end of a lane leaves the lane alone.
        Reads more = reads;
        more.push_back({39});
        more.push_back({40, 39});
        const LaneLayout longer = layoutLanes(more);
        for (std::size_t i = 0; i < before.lanes.size(); ++i) {
            if (before.lanes[i].source != 39)
                QCOMPARE(longer.lanes[i].depth, before.lanes[i].depth);
        }
    }
}

void TstLanes::takesTimeLinearInTheRows()
{
    // Counted in what is laid out: a chain of a hundred thousand rows with skips of every length,
    // which anything quadratic would not finish here.
    Reads reads(100000);
    std::mt19937 random(1);
    for (int row = 1; row < 100000; ++row)
        reads[static_cast<std::size_t>(row)] = {
            row - 1, static_cast<int>(random() % static_cast<unsigned>(row))};
    const LaneLayout layout = layoutLanes(reads);
    QCOMPARE(layout.rows.size(), reads.size());
    // All nested: the most that can be open at once.
    Reads nested(20000);
    for (int row = 1; row < 20000; ++row) {
        nested[static_cast<std::size_t>(row)] = {row - 1};
        if (row > 10000)
            nested[static_cast<std::size_t>(row)].push_back(20000 - row - 1);
    }
    QCOMPARE(layoutLanes(nested).rows[9998].sharedBelow + kMostLanes, 9999);
}

QTEST_APPLESS_MAIN(TstLanes)
#include "tst_lanes.moc"
