// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
// Work that would take long, in the real window: it asks in the status line, and both answers work
// by mouse, keyboard and menu.
#include "pages/explore/explore_page.h"
#include "support/window_look.h"
#include "views/feature_map_view.h"
#include "views/map_grid.h"
#include "views/shape_ribbon.h"
#include "window/actions/actions.h"
#include "window/frame/main_window.h"
#include "window/status/cost_question.h"
#include "window/status/status_line.h"

#include <QLabel>
#include <QLayout>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace convscope;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Whatever is not in the cache is too much.
constexpr RunLimits kNothing{0, 1};

} // namespace

class TstLongWork : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_look = std::make_unique<WindowLook>(); }
    void init();
    void cleanup() { m_window.reset(); }

    void asksOnOpening();
    void keepsTheOldMapsMarked();
    void f5ComputesTheWhole();
    void theLinksAreReachedByKeys();
    void previewsSayWhatTheyAre();
    void readOutsAreTrueToThePreview();
    void theNoteFitsBesideASwitch();
    void undoTakesTheQuestionBack();
    void theQuestionFollowsASlider();
    void goesThroughAllLayersWithoutMaps();

private:
    bool settle();
    void open();
    [[nodiscard]] CostQuestion *question() { return m_window->statusLine()->question(); }
    [[nodiscard]] FeatureMapView *map() { return m_window->page<ExplorePage>()->panel()->map(); }
    bool setFilters(std::int64_t filters, bool continuing = false)
    {
        return m_window->document()->setArgument(0, "filters", filters, continuing);
    }

    std::unique_ptr<WindowLook> m_look;
    std::unique_ptr<MainWindow> m_window;
};

void TstLongWork::init()
{
    m_window = std::make_unique<MainWindow>(&m_look->theme(), false);
    m_window->resize(1440, 900);
    m_window->show();
    QApplication::setActiveWindow(m_window.get());
    m_window->results()->setLimits(RunLimits::none());
}

bool TstLongWork::settle()
{
    return QTest::qWaitFor([this] { return m_window->isSettled(); }, 60000);
}

void TstLongWork::open()
{
    m_window->openFirstLook();
    QVERIFY(settle());
    m_window->results()->setLimits(kNothing);
}

void TstLongWork::asksOnOpening()
{
    m_window->results()->setLimits(kNothing);
    m_window->openFirstLook();
    QVERIFY(settle());
    QVERIFY(m_window->results()->isAsking());
    QVERIFY(question()->isVisible());
    QVERIFY(question()->text().startsWith(u"about "));
    QVERIFY2(question()->text().endsWith(u"22 MiB."), qPrintable(question()->text()));
    QCOMPARE(m_window->statusLine()->stateText(), u"Not computed"_s);
    QVERIFY(map()->isEmpty());
    QCOMPARE(m_window->page<ExplorePage>()->grid()->grid()->count(), 0);
    // The photo is there, and the shapes are known.
    m_window->selection()->selectLayer(-1);
    QVERIFY(settle());
    QCOMPARE(map()->picture().size(), QSize(451, 300));
    QCOMPARE(m_window->ribbon()->face(1).shapeWords, u"300×451×16"_s);
    m_window->selection()->selectLayer(0);
    QTest::mouseClick(question()->computeLink(), Qt::LeftButton);
    QVERIFY(settle());
    QVERIFY(m_window->results()->isUpToDate());
    QVERIFY(!question()->isVisible());
    QCOMPARE(m_window->page<ExplorePage>()->grid()->grid()->count(), 16);
    QVERIFY(m_window->statusLine()->stateText().startsWith(u"Up to date"));
}

void TstLongWork::keepsTheOldMapsMarked()
{
    open();
    map()->pin({86, 146});
    QSignalSpy described(m_window->page<ExplorePage>()->presenter(), &MapsPresenter::cellDescribed);
    QVERIFY(setFilters(5));
    QVERIFY(settle());
    QCOMPARE(m_window->page<ExplorePage>()->grid()->grid()->count(), 16);
    QCOMPARE(m_window->statusLine()->stateText(), u"Out of date"_s);
    QCOMPARE(m_window->ribbon()->face(1).state, RibbonFace::State::Stale);
    QCOMPARE(m_window->ribbon()->face(1).shapeWords, u"300×451×5"_s);
    QVERIFY(described.back().front().toString().startsWith(u"out of date: conv2d [86, 146, 0]"));
    QVERIFY(!m_window->actions()->applyConstraints->isEnabled());
}

void TstLongWork::f5ComputesTheWhole()
{
    open();
    QVERIFY(setFilters(5));
    QCOMPARE(m_window->actions()->computeAgain->text(), u"Compute the whole"_s);
    QTest::keyClick(m_window.get(), Qt::Key_F5);
    QVERIFY(settle());
    QVERIFY(m_window->results()->isUpToDate());
    QCOMPARE(m_window->page<ExplorePage>()->grid()->grid()->count(), 5);
    QCOMPARE(m_window->actions()->computeAgain->text(), u"Compute again"_s);
    QVERIFY(!m_window->actions()->previewFirst->isEnabled());
}

void TstLongWork::theLinksAreReachedByKeys()
{
    open();
    QVERIFY(setFilters(5));
    map()->setFocus();
    QWidget *const compute = question()->computeLink();
    for (int step = 0; step < 8 && QApplication::focusWidget() != compute; ++step)
        m_window->actions()->nextPanel->trigger();
    QCOMPARE(QApplication::focusWidget(), compute);
    QVERIFY(compute->accessibleName().startsWith(u"Compute the whole: about "));
    QTest::keyClick(compute, Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), static_cast<QWidget *>(question()->previewLink()));
    QTest::keyClick(question()->previewLink(), Qt::Key_Space);
    QVERIFY(m_window->results()->isPreview());
    QVERIFY(settle());
    // The other answer still stands.
    QVERIFY(compute->isVisible());
    QVERIFY(!question()->previewLink()->isVisible());
    compute->setFocus();
    QTest::keyClick(compute, Qt::Key_Space);
    QVERIFY(settle());
    QVERIFY(m_window->results()->isUpToDate());
}

void TstLongWork::previewsSayWhatTheyAre()
{
    open();
    const MapPanelHeader *header = m_window->page<ExplorePage>()->panel()->header();
    QVERIFY(header->note().isEmpty());
    QVERIFY(setFilters(5));
    QVERIFY(m_window->actions()->previewFirst->isEnabled());
    m_window->actions()->previewFirst->trigger();
    QVERIFY(settle());
    QCOMPARE(m_window->statusLine()->stateText(), u"Preview at ¼"_s);
    QVERIFY(question()->text().startsWith(u"The whole: about "));
    QCOMPARE(header->note(), u"preview at ¼"_s);
    QCOMPARE(map()->accessibleDescription(), u"preview at ¼"_s);
    QCOMPARE(map()->picture().size(), QSize(113, 75));
    QCOMPARE(m_window->page<ExplorePage>()->grid()->grid()->count(), 5);
    // Shapes are those of the stack, and no time is that of the whole.
    QCOMPARE(m_window->ribbon()->face(1).shapeWords, u"300×451×5"_s);
    QVERIFY(m_window->ribbon()->face(1).toolTip.contains(u"preview at ¼"));
    // A layer that needs more than there is says so.
    QVERIFY(m_window->document()->setArgument(4, "padding", std::string("valid"), false));
    QVERIFY(m_window->document()->setArgument(3, "padding", std::string("valid"), false));
    QVERIFY(m_window->document()->setArgument(3, "kernel_size", IntList{40, 3}, false));
    m_window->actions()->previewFirst->trigger();
    QVERIFY(settle());
    QCOMPARE(m_window->statusLine()->stateText(), u"Preview at ¼, too small for conv2d_1"_s);
    m_window->actions()->computeAgain->trigger();
    QVERIFY(settle());
    QVERIFY(header->note().isEmpty());
    QVERIFY(map()->accessibleDescription().isEmpty());
}

void TstLongWork::readOutsAreTrueToThePreview()
{
    open();
    QVERIFY(setFilters(5));
    m_window->actions()->previewFirst->trigger();
    QVERIFY(settle());
    QSignalSpy described(m_window->page<ExplorePage>()->presenter(), &MapsPresenter::cellDescribed);
    map()->pin({21, 112});
    const QString text = described.back().front().toString();
    QVERIFY(text.startsWith(u"conv2d [21, 112, 0] = "));
    // Five by five cells around it, cut at the edge of 113 columns.
    QVERIFY(text.endsWith(u" ← rows 19–23, columns 110–112 of the reduced input"));
    const Tensor &output = m_window->results()->at(0)->result.output;
    QCOMPARE(m_window->page<ExplorePage>()->presenter()->shown()->plane.at(21, 112),
             output.data()[(21 * 113 + 112) * 5]);
}

/// Volumes have a switch in the header, which leaves little room for words.
void TstLongWork::theNoteFitsBesideASwitch()
{
    m_window->results()->setLimits(kNothing);
    m_window->openBundledStack(u"volume.npz"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->results()->isAsking(), 20000);
    m_window->actions()->previewFirst->trigger();
    QVERIFY(settle());
    MapPanelHeader *header = m_window->page<ExplorePage>()->panel()->header();
    const auto shown = [header] {
        for (const QLabel *label : header->findChildren<QLabel *>()) {
            if (label->accessibleName() == header->note())
                return label->text();
        }
        return QString();
    };
    for (const QSize size : {QSize(1440, 900), QSize(1024, 700), QSize(1440, 900)}) {
        m_window->resize(size);
        QVERIFY(settle());
        QCOMPARE(header->note(), u"preview at ¼"_s);
        const bool isNarrow = size.width() == 1024;
        QCOMPARE(shown(), isNarrow ? u"¼"_s : u"preview at ¼"_s);
        QVERIFY(isNarrow || header->layout()->sizeHint().width() <= header->width());
    }
}

void TstLongWork::undoTakesTheQuestionBack()
{
    open();
    QVERIFY(setFilters(5));
    QVERIFY(m_window->results()->isAsking());
    m_window->actions()->undo->trigger();
    QVERIFY(settle());
    QVERIFY(m_window->results()->isUpToDate());
    QVERIFY(!question()->isVisible());
    m_window->actions()->redo->trigger();
    QVERIFY(question()->isVisible());
}

void TstLongWork::theQuestionFollowsASlider()
{
    open();
    QVERIFY(setFilters(5));
    const QString small = question()->text();
    question()->computeLink()->setFocus();
    for (std::int64_t filters = 100; filters < 110; ++filters)
        QVERIFY(setFilters(filters, filters > 100));
    QVERIFY(question()->text() != small);
    // Who was about to answer still is.
    QCOMPARE(QApplication::focusWidget(), static_cast<QWidget *>(question()->computeLink()));
    // Without the limits there is nothing to ask.
    m_window->results()->setLimits(RunLimits::none());
    QVERIFY(setFilters(4));
    QVERIFY(!question()->isVisible());
    QVERIFY(settle());
    QVERIFY(m_window->results()->isUpToDate());
}

void TstLongWork::goesThroughAllLayersWithoutMaps()
{
    m_window->results()->setLimits(kNothing);
    m_window->openFirstLook();
    QVERIFY(settle());
    for (int layer = m_window->document()->model().size() - 1; layer >= -1; --layer) {
        m_window->selection()->selectLayer(layer);
        QVERIFY(settle());
        QCOMPARE(map()->isEmpty(), layer >= 0);
    }
    m_window->actions()->newStack->trigger();
    QVERIFY(!question()->isVisible());
}

QTEST_MAIN(TstLongWork)
#include "tst_long_work.moc"
