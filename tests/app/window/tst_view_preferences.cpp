// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
// What the wheel does over a map, and how many columns the maps have, in the real window.
#include "controls/hair_splitter.h"
#include "pages/explore/explore_page.h"
#include "stack/finder_popup.h"
#include "stack/stack_panel.h"
#include "support/window_look.h"
#include "views/feature_map_view.h"
#include "views/map_grid.h"
#include "window/actions/actions.h"
#include "window/frame/main_window.h"

#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QWheelEvent>

using namespace convscope;
using namespace Qt::Literals::StringLiterals;

namespace {

QAction *wheelOf(MainWindow &window, FeatureMapView::WheelMode mode)
{
    const QStringList ids{u"explore.wheel_zoom"_s, u"explore.wheel_scroll"_s,
                          u"explore.wheel_map"_s};
    return window.actions()->action(ids.at(static_cast<int>(mode)));
}

} // namespace

class TstViewPreferences : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_window.reset(); }

    void theWheelDoesWhatWasChosen();
    void theFinderFindsTheWheel();
    void theWheelIsKeptForTheNextStart();
    void columnsFollowTheWindow_data();
    void columnsFollowTheWindow();
    void whoMovedTheHandleKeepsThePlace();

private:
    bool settle();
    void turn(Qt::KeyboardModifiers modifiers);
    [[nodiscard]] FeatureMapView *map() const
    {
        return m_window->page<ExplorePage>()->panel()->map();
    }
    [[nodiscard]] MapGrid *grid() const { return m_window->page<ExplorePage>()->grid()->grid(); }
    [[nodiscard]] QAction *wheel(FeatureMapView::WheelMode mode) const
    {
        return wheelOf(*m_window, mode);
    }

    std::unique_ptr<WindowLook> m_look;
    std::unique_ptr<MainWindow> m_window;
    QTemporaryDir m_settings;
};

void TstViewPreferences::initTestCase()
{
    m_look = std::make_unique<WindowLook>();
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
}

void TstViewPreferences::init()
{
    m_window = std::make_unique<MainWindow>(&m_look->theme(), false);
    m_window->resize(1440, 900);
    m_window->show();
    m_window->openFirstLook();
    QVERIFY(settle());
}

bool TstViewPreferences::settle()
{
    return QTest::qWaitFor([this] { return m_window->isSettled(); }, 60000);
}

/// One notch away from the person, over the middle of the map.
void TstViewPreferences::turn(Qt::KeyboardModifiers modifiers)
{
    const QPointF middle = map()->rect().center();
    QWheelEvent event(middle, map()->mapToGlobal(middle), {}, {0, 120}, Qt::NoButton, modifiers,
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(map(), &event);
}

void TstViewPreferences::theWheelDoesWhatWasChosen()
{
    using Mode = FeatureMapView::WheelMode;
    QVERIFY(wheel(Mode::Zoom)->isChecked());
    map()->setZoom(4);
    turn(Qt::NoModifier);
    QVERIFY(map()->zoom() > 4);

    wheel(Mode::Scroll)->trigger();
    QVERIFY(!wheel(Mode::Zoom)->isChecked());
    map()->setZoom(4);
    const QRectF before = map()->cellRect({150, 200});
    turn(Qt::NoModifier);
    QCOMPARE(map()->zoom(), 4.0);
    QVERIFY(map()->cellRect({150, 200}).top() > before.top());

    wheel(Mode::NextMap)->trigger();
    grid()->select(5);
    turn(Qt::NoModifier);
    QCOMPARE(grid()->selected(), 4);
    QCOMPARE(map()->zoom(), 4.0);

    for (const Mode mode : {Mode::Zoom, Mode::Scroll, Mode::NextMap}) {
        wheel(mode)->trigger();
        map()->setZoom(4);
        turn(Qt::ControlModifier);
        QVERIFY(map()->zoom() > 4);
    }
}

void TstViewPreferences::theFinderFindsTheWheel()
{
    m_window->actions()->find->trigger();
    auto *popup = m_window->findChild<FinderPopup *>();
    auto *search = popup->findChild<QLineEdit *>();
    QTest::keyClicks(search, u"wheel over a map: scroll"_s);
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(map()->wheelMode(), FeatureMapView::WheelMode::Scroll);
    QVERIFY(wheel(FeatureMapView::WheelMode::Scroll)->isChecked());
    // Names tell the map that follows from the wheel that goes there.
    QSet<QString> names;
    for (const QAction *action : m_window->actions()->all())
        names.insert(action->objectName());
    QCOMPARE(names.size(), m_window->actions()->all().size());
}

void TstViewPreferences::theWheelIsKeptForTheNextStart()
{
    {
        MainWindow window(&m_look->theme(), true);
        QCOMPARE(window.page<ExplorePage>()->panel()->map()->wheelMode(),
                 FeatureMapView::WheelMode::Zoom);
        wheelOf(window, FeatureMapView::WheelMode::NextMap)->trigger();
        window.close();
    }
    MainWindow window(&m_look->theme(), true);
    QCOMPARE(window.page<ExplorePage>()->panel()->map()->wheelMode(),
             FeatureMapView::WheelMode::NextMap);
    QVERIFY(wheelOf(window, FeatureMapView::WheelMode::NextMap)->isChecked());
    // Nobody moved a handle: the window's size still decides.
    QVERIFY(window.page<ExplorePage>()->chosenSizes().isEmpty());
}

void TstViewPreferences::columnsFollowTheWindow_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("columns");
    QTest::addColumn<int>("width");
    QTest::newRow("narrow") << QSize(1024, 700) << 1 << 138;
    QTest::newRow("usual") << QSize(1440, 900) << 2 << 254;
    QTest::newRow("wide") << QSize(2000, 1200) << 3 << 373;
    QTest::newRow("very wide") << QSize(2560, 1440) << 4 << 492;
}

void TstViewPreferences::columnsFollowTheWindow()
{
    QFETCH(QSize, size);
    m_window->resize(size);
    QVERIFY(settle());
    QTEST(grid()->layoutInUse().columns, "columns");
    QTEST(grid()->width(), "width");
    if (size.width() == 2560)
        QCOMPARE(m_window->stackPanel()->width(), 300);
    // And back.
    m_window->resize(1440, 900);
    QVERIFY(settle());
    QCOMPARE(grid()->layoutInUse().columns, 2);
    QCOMPARE(m_window->stackPanel()->width(), 264);
}

void TstViewPreferences::whoMovedTheHandleKeepsThePlace()
{
    ExplorePage *page = m_window->page<ExplorePage>();
    QSplitterHandle *handle = page->splitter()->handle(1);
    QTest::mousePress(handle, Qt::LeftButton, {}, handle->rect().center());
    QTest::mouseMove(handle, handle->rect().center() + QPoint(60, 0));
    QTest::mouseRelease(handle, Qt::LeftButton, {}, handle->rect().center() + QPoint(60, 0));
    const int width = grid()->width();
    QVERIFY(width > 254);
    QCOMPARE(page->chosenSizes().size(), 2);
    m_window->resize(2560, 1440);
    QVERIFY(settle());
    QCOMPARE(grid()->width(), width);
    QTest::mouseDClick(handle, Qt::LeftButton, {}, handle->rect().center());
    QCOMPARE(grid()->layoutInUse().columns, 4);
    QVERIFY(page->chosenSizes().isEmpty());
}

QTEST_MAIN(TstViewPreferences)
#include "tst_view_preferences.moc"
