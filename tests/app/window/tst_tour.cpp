// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
// The five callouts point at what is there, at every size, and hold nothing up.
#include "controls/callout.h"
#include "pages/explore/explore_page.h"
#include "params/inspector.h"
#include "stack/stack_panel.h"
#include "support/window_look.h"
#include "views/map_grid.h"
#include "window/actions/actions.h"
#include "window/frame/main_window.h"
#include "window/guide/tour.h"
#include "window/status/status_line.h"

#include <QListView>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace convscope;
using namespace Qt::Literals::StringLiterals;

class TstTour : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_look = std::make_unique<WindowLook>(); }
    void init();
    void cleanup() { m_window.reset(); }

    void goesThroughFivePlacesAndBack();
    void escEndsItWhereverTheFocusIs();
    void pointsAtThePartsAtEverySize_data();
    void pointsAtThePartsAtEverySize();
    void nothingMovesAndEverythingWorks();
    void followsWhatHappensToTheWindow();
    void isOfferedOnce();
    void theOfferGoesWithTheFirstEdit();
    void isNeverOfferedUnasked();

private:
    QPushButton *button(const QString &text);
    QToolButton *offered(const QString &name);
    QString misplaced();

    std::unique_ptr<WindowLook> m_look;
    std::unique_ptr<MainWindow> m_window;
};

void TstTour::init()
{
    m_window = std::make_unique<MainWindow>(&m_look->theme(), false);
    m_window->show();
    m_window->openFirstLook();
    QVERIFY(QTest::qWaitFor([this] { return m_window->isSettled(); }, 60000));
    QApplication::setActiveWindow(m_window.get());
}

QPushButton *TstTour::button(const QString &text)
{
    for (auto *button : m_window->tour()->callout()->findChildren<QPushButton *>())
        if (QString(button->text()).remove(u'&') == text)
            return button;
    return nullptr;
}

QToolButton *TstTour::offered(const QString &name)
{
    for (auto *button : m_window->tour()->offered()->findChildren<QToolButton *>())
        if (button->accessibleName() == name)
            return button;
    return nullptr;
}

/// "" where the callout stands in the window beside its part and points into it.
QString TstTour::misplaced()
{
    const Tour *tour = m_window->tour();
    const CalloutPlace &place = tour->callout()->place();
    const QRect part = tour->part(tour->step());
    if (!tour->callout()->isVisible())
        return u"not visible"_s;
    if (!m_window->rect().contains(place.bubble))
        return u"outside of the window"_s;
    if (place.side == CalloutPlace::Side::Inside || place.bubble.intersects(part))
        return u"over its part"_s;
    if (!part.contains(place.tip))
        return u"points elsewhere"_s;
    return {};
}

void TstTour::goesThroughFivePlacesAndBack()
{
    Tour *tour = m_window->tour();
    m_window->stackPanel()->focusList();
    m_window->actions()->tour->trigger();
    QCOMPARE(tour->step(), 0);
    QCOMPARE(Tour::count(), 5);
    QVERIFY(!button(u"Back"_s)->isEnabled());
    QStringList titles;
    for (int step = 0; step < 5; ++step) {
        QCOMPARE(tour->step(), step);
        QCOMPARE(misplaced(), QString());
        titles << tour->callout()->title();
        QVERIFY(tour->callout()->accessibleName().contains(titles.last()));
        QPushButton *on = button(step < 4 ? u"Next"_s : u"Done"_s);
        QVERIFY(on != nullptr);
        // By keyboard: the button has the focus at every step.
        QVERIFY(on->hasFocus());
        if (step < 4)
            QTest::keyClick(on, Qt::Key_Space);
    }
    titles.removeDuplicates();
    QCOMPARE(titles.size(), 5);
    QTest::mouseClick(button(u"Back"_s), Qt::LeftButton);
    QCOMPARE(tour->step(), 3);
    QTest::mouseClick(button(u"Next"_s), Qt::LeftButton);
    QTest::mouseClick(button(u"Done"_s), Qt::LeftButton);
    QVERIFY(!tour->isRunning());
    QVERIFY(!tour->callout()->isVisible());
    QVERIFY(m_window->stackPanel()->list()->hasFocus());
    m_window->actions()->tour->trigger();
    QCOMPARE(tour->step(), 0);
}

void TstTour::escEndsItWhereverTheFocusIs()
{
    m_window->actions()->tour->trigger();
    QTest::keyClick(button(u"Next"_s), Qt::Key_Escape);
    QVERIFY(!m_window->tour()->isRunning());
    m_window->actions()->tour->trigger();
    m_window->stackPanel()->focusList();
    QTest::keyClick(m_window->stackPanel()->list(), Qt::Key_Escape);
    QVERIFY(!m_window->tour()->isRunning());
}

void TstTour::pointsAtThePartsAtEverySize_data()
{
    QTest::addColumn<QSize>("size");
    for (const QSize size : {QSize(1024, 700), QSize(1160, 760), QSize(1280, 800), QSize(1440, 900),
                             QSize(1920, 1080), QSize(2560, 1440)})
        QTest::addRow("%d by %d", size.width(), size.height()) << size;
}

void TstTour::pointsAtThePartsAtEverySize()
{
    QFETCH(QSize, size);
    m_window->actions()->tour->trigger();
    m_window->resize(size);
    for (int step = 0; step < Tour::count(); ++step) {
        m_window->tour()->goTo(step);
        QTRY_COMPARE(misplaced(), QString());
    }
}

void TstTour::nothingMovesAndEverythingWorks()
{
    const auto places = [this] {
        QList<QRect> rects;
        for (const QWidget *part : {static_cast<QWidget *>(m_window->stackPanel()),
                                    static_cast<QWidget *>(m_window->inspector()),
                                    static_cast<QWidget *>(m_window->page<ExplorePage>()->panel()),
                                    static_cast<QWidget *>(m_window->statusLine())})
            rects << QRect(part->mapTo(m_window.get(), QPoint(0, 0)), part->size());
        return rects;
    };
    const QList<QRect> before = places();
    m_window->actions()->tour->trigger();
    for (int step = 0; step < Tour::count(); ++step) {
        m_window->tour()->goTo(step);
        QCOMPARE(places(), before);
    }
    m_window->selection()->selectLayer(2);
    m_window->actions()->duplicateLayer->trigger();
    QCOMPARE(m_window->document()->model().size(), 6);
    MapGrid *grid = m_window->page<ExplorePage>()->grid()->grid();
    QVERIFY(QTest::qWaitFor([this] { return m_window->isSettled(); }, 60000));
    // A click beside the callout reaches what is there.
    m_window->tour()->goTo(0);
    const QPoint tile = grid->tileRect(grid->indexAtPosition(1)).center();
    QWidget *under = m_window->childAt(grid->viewport()->mapTo(m_window.get(), tile));
    if (under == grid->viewport()) {
        QTest::mouseClick(under, Qt::LeftButton, {}, tile);
        QCOMPARE(grid->selected(), 1);
    }
    QVERIFY(m_window->tour()->isRunning());
}

void TstTour::followsWhatHappensToTheWindow()
{
    Tour *tour = m_window->tour();
    m_window->actions()->tour->trigger();
    m_window->actions()->sidePanels->trigger();
    QVERIFY(tour->part(0).isEmpty());
    QVERIFY(tour->callout()->accessibleDescription().contains(u"hidden"));
    QVERIFY(m_window->rect().contains(tour->callout()->geometry()));
    m_window->actions()->sidePanels->trigger();
    QTRY_COMPARE(misplaced(), QString());
    QVERIFY(!tour->callout()->accessibleDescription().contains(u"hidden"));

    // Where the maps give way to a problem, the third callout points at that.
    tour->goTo(2);
    QVERIFY(m_window->document()->setArgument(0, "padding", std::string("valid"), false));
    QVERIFY(m_window->document()->setArgument(0, "kernel_size", IntList{600, 3}, false));
    QVERIFY(QTest::qWaitFor([this] { return m_window->isSettled(); }, 60000));
    QTRY_VERIFY(tour->part(2).width() > m_window->page<ExplorePage>()->panel()->width());
    // No side of it has room: the callout stands in it.
    QTRY_COMPARE(tour->callout()->place().side, CalloutPlace::Side::Inside);
    QVERIFY(tour->part(2).contains(tour->callout()->geometry()));
}

void TstTour::isOfferedOnce()
{
    Tour *tour = m_window->tour();
    QVERIFY(!tour->isKnown());
    tour->offer();
    QVERIFY(tour->offered() != nullptr);
    QVERIFY(!tour->isRunning());
    offered(u"No tour now"_s)->click();
    QVERIFY(tour->offered() == nullptr);
    tour->offer();
    QVERIFY(tour->offered() == nullptr);

    tour->setKnown(false);
    tour->offer();
    offered(u"New here? Take the tour"_s)->click();
    QCOMPARE(tour->step(), 0);
    QVERIFY(tour->offered() == nullptr);
}

void TstTour::theOfferGoesWithTheFirstEdit()
{
    m_window->tour()->offer();
    m_window->document()->duplicateLayer(0);
    QVERIFY(m_window->tour()->offered() == nullptr);
}

void TstTour::isNeverOfferedUnasked()
{
    const QTemporaryDir folder;
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder.path());
    {
        MainWindow window(&m_look->theme(), true);
        window.show();
        QVERIFY(!window.tour()->isKnown());
        QVERIFY(window.tour()->offered() == nullptr);
        window.tour()->offer();
        window.close();
    }
    MainWindow window(&m_look->theme(), true);
    QVERIFY(window.tour()->isKnown());
}

QTEST_MAIN(TstTour)
#include "tst_tour.moc"
