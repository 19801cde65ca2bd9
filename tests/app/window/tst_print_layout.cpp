// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "window/printing/print_layout.h"

#include <QTest>

using namespace convscope;

namespace {

constexpr QSizeF kLandscape(1032, 703);
constexpr QSizeF kPortrait(703, 1032);

PageContents stack(int layers, int maps, QSizeF map)
{
    PageContents contents;
    for (int i = 0; i <= layers; ++i)
        contents.ribbon.push_back({2, 1, 300, 451, 16, 70, i == 0 ? 0 : 80});
    contents.layers = layers;
    contents.maps = maps;
    contents.map = map;
    return contents;
}

/// Everything that must not overlap.
std::vector<QRectF> parts(const PageLayout &layout)
{
    std::vector<QRectF> all{layout.title, layout.facts, layout.mapTitle, layout.map, layout.scale};
    for (const RibbonLine &line : layout.ribbonLines)
        all.push_back({0, line.origin.y(), 100, PageLayout::kRibbonHeight * layout.ribbonScale});
    for (const auto *rects : {&layout.tiles, &layout.tileWords, &layout.tableHeads, &layout.rows})
        all.insert(all.end(), rects->begin(), rects->end());
    if (!layout.gridTitle.isNull())
        all.push_back(layout.gridTitle);
    if (!layout.moreRows.isNull())
        all.push_back(layout.moreRows);
    return all;
}

bool overlap(const QRectF &a, const QRectF &b)
{
    return a.intersected(b).width() > 0.01 && a.intersected(b).height() > 0.01;
}

} // namespace

class TstPrintLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingIsOnThePageAndApart_data();
    void everythingIsOnThePageAndApart();
    void showsAsManyMapsAsFit();
    void breaksALongRibbon();
    void keepsTheShapeOfTheMap();
};

void TstPrintLayout::everythingIsOnThePageAndApart_data()
{
    QTest::addColumn<QSizeF>("page");
    QTest::addColumn<int>("layers");
    QTest::addColumn<int>("maps");
    QTest::addColumn<QSizeF>("map");
    const QSizeF photo(451, 300);
    QTest::newRow("five layers, landscape") << kLandscape << 5 << 16 << photo;
    QTest::newRow("five layers, portrait") << kPortrait << 5 << 16 << photo;
    QTest::newRow("sixty layers, landscape") << kLandscape << 60 << 512 << photo;
    QTest::newRow("sixty layers, portrait") << kPortrait << 60 << 512 << photo;
    QTest::newRow("one map") << kLandscape << 5 << 1 << photo;
    QTest::newRow("no map") << kPortrait << 5 << 0 << QSizeF();
    QTest::newRow("the input alone") << kLandscape << 0 << 3 << photo;
    QTest::newRow("tall maps") << kLandscape << 5 << 16 << QSizeF(20, 900);
    QTest::newRow("wide maps") << kPortrait << 5 << 16 << QSizeF(900, 3);
    QTest::newRow("letter paper") << QSizeF(965, 725) << 5 << 16 << photo;
    QTest::newRow("a small page") << QSizeF(470, 320) << 5 << 16 << photo;
}

void TstPrintLayout::everythingIsOnThePageAndApart()
{
    QFETCH(QSizeF, page);
    QFETCH(int, layers);
    QFETCH(int, maps);
    QFETCH(QSizeF, map);
    const PageLayout layout = layoutPage(stack(layers, maps, map), page);
    const std::vector<QRectF> all = parts(layout);
    const QRectF whole(QPointF(-0.01, -0.01), page + QSizeF(0.02, 0.02));
    for (std::size_t i = 0; i < all.size(); ++i) {
        QVERIFY2(whole.contains(all[i]), qPrintable(QString::number(i)));
        for (std::size_t j = i + 1; j < all.size(); ++j)
            QVERIFY2(!overlap(all[i], all[j]),
                     qPrintable(QStringLiteral("%1 and %2").arg(i).arg(j)));
    }
    QCOMPARE(layout.rows.size() < static_cast<std::size_t>(layers), !layout.moreRows.isNull());
    // The same again: it depends on nothing else.
    QCOMPARE(layoutPage(stack(layers, maps, map), page), layout);
}

void TstPrintLayout::showsAsManyMapsAsFit()
{
    const QSizeF photo(451, 300);
    QCOMPARE(layoutPage(stack(5, 16, photo), kLandscape).tiles.size(), std::size_t{16});
    const std::size_t most = layoutPage(stack(5, 512, photo), kLandscape).tiles.size();
    QVERIFY(most > 16);
    QVERIFY(most < 512);
    // Fewer maps are larger.
    QVERIFY(layoutPage(stack(5, 4, photo), kLandscape).tiles.front().width() >
            layoutPage(stack(5, 16, photo), kLandscape).tiles.front().width());
}

void TstPrintLayout::breaksALongRibbon()
{
    const PageLayout layout = layoutPage(stack(14, 16, {451, 300}), kPortrait);
    QVERIFY(layout.ribbonLines.size() > 1);
    for (std::size_t i = 1; i < layout.ribbonLines.size(); ++i) {
        const RibbonLine &before = layout.ribbonLines[i - 1];
        QCOMPARE(layout.ribbonLines[i].first, before.first + before.count - 1);
    }
    for (const RibbonLine &line : layout.ribbonLines) {
        for (int i = line.first; i < line.first + line.count; ++i) {
            const QRect &column = layout.ribbon.columns[static_cast<std::size_t>(i)].column;
            const double left = line.origin.x() + column.left() * layout.ribbonScale;
            QVERIFY(left >= 0);
            QVERIFY(left + column.width() * layout.ribbonScale <= kPortrait.width());
        }
    }
    // A little too long: smaller instead of a second line.
    const PageLayout little = layoutPage(stack(5, 16, {451, 300}), kLandscape);
    QCOMPARE(little.ribbonLines.size(), std::size_t{1});
    QVERIFY(little.ribbonScale < 1);
    QCOMPARE(layoutPage(stack(3, 16, {451, 300}), kLandscape).ribbonScale, 1.0);
}

void TstPrintLayout::keepsTheShapeOfTheMap()
{
    for (const QSizeF page : {kLandscape, kPortrait}) {
        const PageLayout layout = layoutPage(stack(5, 16, {451, 300}), page);
        QVERIFY(qAbs(layout.map.width() / layout.map.height() - 451.0 / 300) < 1e-6);
        QVERIFY(layout.map.width() > 250);
        QVERIFY(layout.scale.left() >= layout.map.right());
    }
}

QTEST_MAIN(TstPrintLayout)
#include "tst_print_layout.moc"
