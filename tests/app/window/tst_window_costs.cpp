// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
//
// What the window's thread copies and hashes while a value of a matrix is dragged and while cells
// are pointed at, counted: the linker puts counters before the two functions through which every
// tensor's memory and fingerprint come.

#include "base/fingerprint.h"
#include "pages/arithmetic/arithmetic_page.h"
#include "pages/arithmetic/arithmetic_view.h"
#include "views/sum_table.h"
#include "weights_window.h"

#include <QMouseEvent>
#include <QTest>

#include <memory>

namespace {

/// Of this thread.
thread_local std::size_t hashedBytes = 0;
thread_local std::size_t allocatedBytes = 0;

} // namespace

// The linker's names of the two functions and of what stands before them.
using Block = std::shared_ptr<float[]>;
convscope::FingerprintBuilder &
realAddBytes(convscope::FingerprintBuilder *builder, const void *data,
             std::size_t size) asm("__real__ZN9convscope18FingerprintBuilder8addBytesEPKvm");
convscope::FingerprintBuilder &
countedAddBytes(convscope::FingerprintBuilder *builder, const void *data,
                std::size_t size) asm("__wrap__ZN9convscope18FingerprintBuilder8addBytesEPKvm");
Block realAllocateBlock(std::size_t bytes) asm("__real__ZN9convscope13allocateBlockEm");
Block countedAllocateBlock(std::size_t bytes) asm("__wrap__ZN9convscope13allocateBlockEm");

convscope::FingerprintBuilder &countedAddBytes(convscope::FingerprintBuilder *builder,
                                               const void *data, std::size_t size)
{
    hashedBytes += size;
    return realAddBytes(builder, data, size);
}

Block countedAllocateBlock(std::size_t bytes)
{
    allocatedBytes += bytes;
    return realAllocateBlock(bytes);
}

using namespace convscope;
using namespace Qt::StringLiterals;

namespace {

constexpr int kMoves = 40;

struct Cost
{
    std::size_t hashed = 0;
    std::size_t allocated = 0;
};

template <class Work>
Cost costOf(const Work &work)
{
    hashedBytes = 0;
    allocatedBytes = 0;
    work();
    return {hashedBytes, allocatedBytes};
}

void sendMouse(QWidget *widget, QEvent::Type type, const QPointF &at)
{
    QMouseEvent event(type, at, widget->mapToGlobal(at),
                      type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton,
                      type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton,
                      Qt::NoModifier);
    QCoreApplication::sendEvent(widget, &event);
}

} // namespace

class TstWindowCosts : public WeightsWindow
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { makeLook(); }
    void init() { open(); }
    void cleanup() { close(); }
    void countersCount();
    void aDraggedValueCostsItself();
    void pointingCopiesNothing();

private:
    Cost dragIn(std::int64_t size);
};

void TstWindowCosts::countersCount()
{
    const Cost cost = costOf([] {
        const std::vector<float> values(1000, 1.0F);
        static_cast<void>(Tensor::of({1000}, values));
    });
    QVERIFY(cost.hashed >= 4000);
    QVERIFY(cost.allocated >= 4000);
}

Cost TstWindowCosts::dragIn(std::int64_t size)
{
    showOnly("Dense", {1, size}, {{"units", size}});
    WeightCells *cells = views().cells;
    cells->setCurrent({5, 5});
    const QPointF from = cells->cellRect({5, 5}).center();
    const float before = cell(5, 5);
    const Cost cost = costOf([&] {
        sendMouse(cells->viewport(), QEvent::MouseButtonPress, from);
        for (int i = 0; i < kMoves; ++i) {
            sendMouse(cells->viewport(), QEvent::MouseMove, from - QPointF(0, 6 + i));
            QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
        }
        sendMouse(cells->viewport(), QEvent::MouseButtonRelease, from);
    });
    if (cell(5, 5) == before)
        QTest::qFail("nothing was dragged", __FILE__, __LINE__);
    if (!settle())
        QTest::qFail("not settled", __FILE__, __LINE__);
    return cost;
}

void TstWindowCosts::aDraggedValueCostsItself()
{
    // 16 and 64 MiB: neither is copied or hashed on this thread, and four times the matrix costs
    // no more.
    const Cost small = dragIn(2048);
    const Cost large = dragIn(4096);
    qInfo("%d moves: hashed %zu and %zu bytes, allocated %zu and %zu", kMoves, small.hashed,
          large.hashed, small.allocated, large.allocated);
    constexpr std::size_t kOfAMove = 4096;
    QVERIFY(small.hashed < kMoves * kOfAMove);
    QVERIFY(large.hashed < kMoves * kOfAMove);
    QVERIFY(small.allocated < std::size_t{1} << 20);
    QVERIFY(large.allocated < std::size_t{1} << 20);
    QVERIFY(large.hashed <= 2 * small.hashed + kOfAMove);
}

void TstWindowCosts::pointingCopiesNothing()
{
    auto *arithmetic = m_window->page<ArithmeticPage>();
    m_window->selection()->pin(PinnedCell{{70, 108}});
    m_window->centre()->setCurrent(arithmetic);
    QVERIFY(settle());
    ArithmeticView *view = arithmetic->view();
    std::vector<ArithmeticView::Place> cells;
    for (const ArithmeticView::Place &place : view->places()) {
        if (place.grid == ArithmeticView::Grid::Output)
            cells.push_back(place);
    }
    QVERIFY(cells.size() > 4);
    const QString first = arithmetic->sums()->accessibleDescription();
    bool hasChanged = false;
    const Cost cost = costOf([&] {
        for (int i = 0; i < kMoves; ++i) {
            const QRect rect = *view->rectOf(cells[static_cast<std::size_t>(i) % cells.size()]);
            sendMouse(view, QEvent::MouseMove, QRectF(rect).center());
            view->repaint();
            hasChanged = hasChanged || arithmetic->sums()->accessibleDescription() != first;
        }
    });
    QVERIFY(hasChanged);
    QCOMPARE(cost.hashed, std::size_t{0});
    QCOMPARE(cost.allocated, std::size_t{0});
}

QTEST_MAIN(TstWindowCosts)
#include "tst_window_costs.moc"
