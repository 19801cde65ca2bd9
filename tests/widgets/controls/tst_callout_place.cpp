// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "controls/callout_place.h"

#include <QTest>

using namespace convscope;
using Side = CalloutPlace::Side;

Q_DECLARE_METATYPE(Side)

class TstCalloutPlace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void standsBesideWhatItPointsAt_data();
    void standsBesideWhatItPointsAt();
    void staysInsideWhereNothingHasRoom();
};

void TstCalloutPlace::standsBesideWhatItPointsAt_data()
{
    QTest::addColumn<QSize>("window");
    QTest::addColumn<QRect>("target");
    QTest::addColumn<Side>("side");
    const QSize small(1024, 700);
    const QSize large(2560, 1440);
    QTest::newRow("a panel at the left") << small << QRect(0, 116, 200, 558) << Side::Right;
    QTest::newRow("a panel at the right") << small << QRect(760, 116, 264, 558) << Side::Left;
    QTest::newRow("a strip at the top") << small << QRect(0, 44, 1024, 72) << Side::Below;
    QTest::newRow("a line at the bottom") << small << QRect(0, 674, 1024, 26) << Side::Above;
    QTest::newRow("a middle with more room at its left")
        << small << QRect(340, 116, 420, 498) << Side::Left;
    QTest::newRow("a middle with room at its right")
        << large << QRect(800, 150, 1200, 1100) << Side::Right;
    QTest::newRow("a small part in a corner") << large << QRect(2500, 1400, 60, 40) << Side::Left;
}

void TstCalloutPlace::standsBesideWhatItPointsAt()
{
    QFETCH(QSize, window);
    QFETCH(QRect, target);
    QFETCH(Side, side);
    const QSize bubble(300, 170);
    const QRect area(QPoint(0, 0), window);
    const QPoint anchor =
        target.topLeft() + QPoint(qMin(target.width() / 2, 150), qMin(target.height() / 2, 150));
    const CalloutPlace place = placeCallout(target, anchor, bubble, area);
    QCOMPARE(place.side, side);
    QCOMPARE(place.bubble.size(), bubble);
    QVERIFY(area.contains(place.bubble));
    QVERIFY(!place.bubble.intersects(target));
    QVERIFY(target.contains(place.tip));
    // The arrow's foot is on the bubble's straight edge.
    if (side == Side::Left || side == Side::Right)
        QVERIFY(place.tip.y() >= place.bubble.top() + 18 &&
                place.tip.y() <= place.bubble.bottom() - 18);
    else
        QVERIFY(place.tip.x() >= place.bubble.left() + 18 &&
                place.tip.x() <= place.bubble.right() - 18);
}

void TstCalloutPlace::staysInsideWhereNothingHasRoom()
{
    const QRect area(0, 0, 400, 300);
    const CalloutPlace place = placeCallout(area, area.center(), {300, 170}, area);
    QCOMPARE(place.side, Side::Inside);
    QVERIFY(area.contains(place.bubble));
}

QTEST_MAIN(TstCalloutPlace)
#include "tst_callout_place.moc"
