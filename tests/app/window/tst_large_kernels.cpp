// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
//
// The Arithmetic page where kernels are large, and where weights belong to the cell.
#include "controls/quiet_spin_box.h"
#include "controls/token_label.h"
#include "pages/arithmetic/arithmetic_page.h"
#include "pages/arithmetic/arithmetic_view.h"
#include "pages/arithmetic/product_tiles.h"
#include "pages/arithmetic/transport.h"
#include "support/pinned_cell.h"
#include "views/sum_table.h"
#include "weights_window.h"

#include <QApplication>
#include <QMouseEvent>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <ctime>

using namespace convscope;
using namespace Qt::Literals::StringLiterals;

class TstLargeKernels : public WeightsWindow
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { close(); }
    void everyProductIsSeen_data();
    void everyProductIsSeen();
    void hoverStaysQuick();
    void theHeaderCutsNothing();
    void smallerKernelsKeepTheirDigits();
    void anInterpolationsWeightsStandInTheKernelsPlace_data();
    void anInterpolationsWeightsStandInTheKernelsPlace();
    void productsSayWhetherTheyAreExact();

private:
    [[nodiscard]] ArithmeticPage *arithmetic() const { return m_window->page<ArithmeticPage>(); }
    [[nodiscard]] ArithmeticView *view() const { return arithmetic()->view(); }
    [[nodiscard]] ProductTiles *tiles() const { return arithmetic()->tiles(); }
    void pin(std::vector<std::int64_t> place, std::int64_t channel)
    {
        pinCell(*m_window->selection(), std::move(place), channel);
        QVERIFY(settle());
    }
};

void TstLargeKernels::initTestCase()
{
    makeLook();
    open();
    m_window->centre()->setCurrent(arithmetic());
}

void TstLargeKernels::everyProductIsSeen_data()
{
    QTest::addColumn<int>("side");
    QTest::addColumn<QSize>("window");
    QTest::newRow("5 wide") << 5 << QSize(1440, 900);
    QTest::newRow("7 wide") << 7 << QSize(1440, 900);
    QTest::newRow("11 wide") << 11 << QSize(1440, 900);
    QTest::newRow("7 in the smallest window") << 7 << QSize(1024, 700);
}

void TstLargeKernels::everyProductIsSeen()
{
    QFETCH(int, side);
    QFETCH(QSize, window);
    m_window->resize(window);
    showOnly("Conv2D", {1, 30, 32, 3},
             {{"filters", std::int64_t{2}},
              {"kernel_size", IntList{side, side}},
              {"padding", std::string("same")}});
    pin({1, 20}, 1);
    const ProductsPicture &picture = tiles()->picture();
    QCOMPARE(picture.tiles.size(), std::size_t(side * side));
    for (int i = 0; i < side * side; ++i) {
        const QRect rect = tiles()->tileRect(i);
        QVERIFY2(tiles()->viewport()->rect().contains(rect), qPrintable(QString::number(i)));
        // A row of the kernel never breaks.
        if (i % side != 0)
            QCOMPARE(rect.top(), tiles()->tileRect(i - 1).top());
        QCOMPARE(tiles()->tileAt(rect.center()), i);
        QVERIFY(picture.tiles[std::size_t(i)].tip.contains(u" × "_s));
    }
    // Numbers go before tiles do.
    QCOMPARE(tiles()->form() == ProductTiles::Form::Small, side != 5);
    // The picture above keeps its rules, and the sum stays.
    const int lines = static_cast<int>(view()->scene().rules.size());
    QVERIFY(view()->layoutInUse().rules.top() + lines * 20 <= view()->height());
    QVERIFY(arithmetic()->sums()->height() >= arithmetic()->sums()->wholeHeight() * 3 / 4);
    // What has no digits is said beside the title, and follows the pointer.
    if (tiles()->form() >= ProductTiles::Form::Brief) {
        const QPointF at = tiles()->tileRect(side).center();
        QMouseEvent move(QEvent::MouseMove, at, tiles()->viewport()->mapToGlobal(at), Qt::NoButton,
                         Qt::NoButton, Qt::NoModifier);
        QApplication::sendEvent(tiles()->viewport(), &move);
        const QString brief = picture.tiles[std::size_t(side)].brief();
        bool isSaid = false;
        for (const TokenLabel *label : arithmetic()->findChildren<TokenLabel *>())
            isSaid |= label->text().contains(brief);
        QVERIFY2(isSaid, qPrintable(brief));
    }
}

void TstLargeKernels::hoverStaysQuick()
{
    m_window->resize(1440, 900);
    // Processor time: the machine may be busy with other things.
    const auto now = [] {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
    };
    for (const std::int64_t side : {11, 3}) {
        showOnly("Conv2D", {1, 30, 32, side == 11 ? 3 : 512},
                 {{"filters", std::int64_t{2}}, {"kernel_size", IntList{side, side}}});
        pin({9, 12}, 1);
        std::vector<double> taken;
        for (int i = 0; i < 40; ++i) {
            const auto rect =
                view()->rectOf({ArithmeticView::Grid::Output, 7 + i % 5, 10 + i / 5 % 5});
            QVERIFY(rect);
            const QPointF at = rect->center();
            const double start = now();
            QMouseEvent move(QEvent::MouseMove, at, view()->mapToGlobal(at), Qt::NoButton,
                             Qt::NoButton, Qt::NoModifier);
            QApplication::sendEvent(view(), &move);
            view()->repaint();
            tiles()->viewport()->repaint();
            arithmetic()->sums()->repaint();
            taken.push_back(now() - start);
        }
        std::nth_element(taken.begin(), taken.begin() + 20, taken.end());
        qInfo("%d wide: %.2f ms a move", int(side), taken[20]);
        QVERIFY2(taken[20] < 16, qPrintable(QString::number(taken[20])));
    }
}

void TstLargeKernels::theHeaderCutsNothing()
{
    m_window->resize(1024, 700);
    for (const char *type : {"Conv3D", "Conv3DTranspose"}) {
        showOnly(type, {1, 12, 20, 24, 2},
                 {{"filters", std::int64_t{4}}, {"strides", IntList{2, 2, 2}}});
        pin({3, 5, 6}, 1);
        const Transport *header = arithmetic()->transport();
        QList<QWidget *> parts = header->findChildren<QWidget *>(Qt::FindDirectChildrenOnly);
        parts.removeIf([](const QWidget *part) { return !part->isVisible(); });
        std::sort(parts.begin(), parts.end(),
                  [](const QWidget *a, const QWidget *b) { return a->x() < b->x(); });
        int right = 0;
        for (const QWidget *part : parts) {
            QVERIFY2(part->width() >= part->minimumSizeHint().width(),
                     part->metaObject()->className());
            QVERIFY(part->x() >= right);
            right = part->x() + part->width();
        }
        QVERIFY(right <= header->width());
        // What rules leave out where there is no room is told by their tooltips.
        const QString tip = view()->toolTipAt(view()->layoutInUse().rules.topLeft() + QPoint(4, 4));
        QVERIFY2(tip.startsWith(u"slices "_s), qPrintable(tip));
        QVERIFY2(view()->accessibleDescription().contains(tip.section(u'\n', 0, 0)),
                 qPrintable(view()->accessibleDescription()));
        // What is chosen there is seen whole.
        const QWidget *tap = arithmetic()->extraField();
        QVERIFY(tap->isVisible());
        QVERIFY(tap->parentWidget()->rect().contains(tap->geometry()));
    }
}

void TstLargeKernels::smallerKernelsKeepTheirDigits()
{
    m_window->resize(1440, 900);
    showOnly("Conv2D", {1, 30, 32, 3}, {{"filters", std::int64_t{2}}});
    pin({3, 20}, 1);
    QCOMPARE(tiles()->form(), ProductTiles::Form::Tall);
    QVERIFY(tiles()->showsSum());
}

void TstLargeKernels::anInterpolationsWeightsStandInTheKernelsPlace_data()
{
    QTest::addColumn<QString>("layer");
    QTest::addColumn<int>("row");
    QTest::addColumn<int>("taps");
    QTest::newRow("between four cells") << u"UpSampling2D"_s << 5 << 4;
    QTest::newRow("at the edge, where cells are read twice") << u"UpSampling2D"_s << 0 << 4;
    QTest::newRow("resized") << u"Resizing"_s << 5 << 4;
}

void TstLargeKernels::anInterpolationsWeightsStandInTheKernelsPlace()
{
    QFETCH(QString, layer);
    QFETCH(int, row);
    QFETCH(int, taps);
    const bool isResizing = layer == u"Resizing"_s;
    showOnly(layer.toStdString(), {1, 10, 12, 2},
             isResizing ? std::vector<std::pair<std::string, Value>>{{"height", std::int64_t{17}},
                                                                     {"width", std::int64_t{29}}}
                        : std::vector<std::pair<std::string, Value>>{
                              {"interpolation", std::string("bilinear")}});
    pin({row, 7}, 1);
    const ArithmeticScene &scene = view()->scene();
    QCOMPARE(scene.middle, ArithmeticMiddle::Kernel);
    QCOMPARE(scene.kernel.size(), std::size_t(taps));
    QCOMPARE(scene.touches.size(), std::size_t(taps));
    float sum = 0;
    for (const float weight : scene.kernel)
        sum += weight;
    QVERIFY(std::abs(sum - 1) < 1e-5F);
    // Each stands on the tap of its tile and has its frame in all grids.
    for (const ProductTile &tile : tiles()->picture().tiles)
        QVERIFY(std::abs(double(scene.kernel[std::size_t(tile.tap)]) - tile.rawWeight) < 1e-6);
    QVERIFY(view()->rectOf({ArithmeticView::Grid::Kernel, 1, 1}));
    QVERIFY(
        view()->spoken({ArithmeticView::Grid::Kernel, 1, 1}).startsWith(u"weight, tap row 1"_s));
    QVERIFY(!scene.words.isEmpty());
    QVERIFY(!view()->grab().isNull());
}

void TstLargeKernels::productsSayWhetherTheyAreExact()
{
    showOnly("UpSampling2D", {1, 10, 12, 2}, {{"interpolation", std::string("bilinear")}});
    pin({5, 7}, 1);
    for (const ProductTile &tile : tiles()->picture().tiles) {
        const auto number = [](QString text) { return text.replace(u'−', u'-').toDouble(); };
        const double printed = number(tile.value) * number(tile.weight);
        const bool isExact = std::abs(printed - number(tile.product)) < 1e-9;
        QCOMPARE(tile.brief().contains(u" = "_s), isExact);
        QCOMPARE(tile.spoken.contains(u" is about "_s), !isExact);
    }
}

QTEST_MAIN(TstLargeKernels)
#include "tst_large_kernels.moc"
