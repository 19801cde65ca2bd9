// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
// A second page is a type and a line in the list: everything else in the window finds it by itself.
#include "controls/command_action.h"
#include "controls/segmented_tabs.h"
#include "evaluation/layer_results.h"
#include "pages/explore/explore_page.h"
#include "pages/problems/problem_pages.h"
#include "stack/finder_popup.h"
#include "support/window_look.h"
#include "views/error_page.h"
#include "views/feature_map_view.h"
#include "window/actions/actions.h"
#include "window/frame/main_window.h"
#include "window/status/status_line.h"

#include <QLineEdit>
#include <QListView>
#include <QMenuBar>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QVBoxLayout>
#include <QWheelEvent>

using namespace convscope;
using namespace Qt::Literals::StringLiterals;

namespace {

/// As small as a page can be that still does something.
class NotesPage : public Page
{
public:
    static constexpr const char *kId = "notes";

    explicit NotesPage(const PageContext &context)
        : Page(context), m_field(new QLineEdit),
          m_count(makeAction({u"notes.count"_s, u"Count the words"_s, {u"Ctrl+1"_s}, {}, {}}, this))
    {
        auto *layout = new QVBoxLayout(this);
        layout->addWidget(m_field);
        connect(m_count, &QAction::triggered, this, [this] { ++counted; });
    }

    [[nodiscard]] QString id() const override { return QString::fromLatin1(kId); }
    [[nodiscard]] QString title() const override { return u"Notes"_s; }
    void activate() override { isActive = true; }
    void deactivate() override { isActive = false; }
    [[nodiscard]] bool canShow(const LayerState &state) const override
    {
        return state.kind != LayerState::Kind::Waits;
    }
    [[nodiscard]] bool isSettled() const override { return !isBusy; }
    [[nodiscard]] QList<PagePanel> panels() const override { return {{u"text"_s, m_field}}; }
    [[nodiscard]] QList<QAction *> actions() const override { return {m_count}; }
    [[nodiscard]] std::optional<EarlyDrawing> prepareEarly() override
    {
        ++askedForDrawing;
        return std::nullopt;
    }
    void save(QSettings &settings) const override { settings.setValue(u"text"_s, m_field->text()); }
    void restore(const QSettings &settings) override
    {
        m_field->setText(settings.value(u"text"_s).toString());
    }

    [[nodiscard]] QLineEdit *field() const { return m_field; }

    bool isActive = false;
    bool isBusy = false;
    int counted = 0;
    int askedForDrawing = 0;

private:
    QLineEdit *m_field;
    QAction *m_count;
};

constexpr std::array kPages{pageEntry<ExplorePage>(), pageEntry<NotesPage>()};

} // namespace

class TstPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_window.reset(); }

    void onePageNeedsNoSwitch();
    void theSwitchAndItsKeysChangeThePage();
    void theWheelDoesNot();
    void menuAndFinderOfferThePage();
    void actionsBelongToTheActivePage();
    void theFocusWalksThroughItsPanels();
    void theWindowWaitsForIt();
    void runsAskTheActivePageAlone();
    void problemsStandInItsPlace();
    void swapsLeaveTheSelectionAlone();
    void keepsWhatItKeeps();
    void f8ReachesALayerThatFailedToRun();

private:
    bool settle();
    [[nodiscard]] NotesPage *notes() const { return m_window->page<NotesPage>(); }
    [[nodiscard]] ModeSwitch *modes() const { return m_window->findChild<ModeSwitch *>(); }
    QAction *action(const QString &id) { return m_window->actions()->action(id); }

    std::unique_ptr<WindowLook> m_look;
    std::unique_ptr<MainWindow> m_window;
    QTemporaryDir m_settings;
};

void TstPages::initTestCase()
{
    m_look = std::make_unique<WindowLook>();
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
}

void TstPages::init()
{
    m_window = std::make_unique<MainWindow>(&m_look->theme(), false, kPages);
    m_window->results()->setLimits(RunLimits::none());
    m_window->resize(1440, 900);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_window->openFirstLook();
    QVERIFY(settle());
}

bool TstPages::settle()
{
    return QTest::qWaitFor([this] { return m_window->isSettled(); }, 60000);
}

void TstPages::onePageNeedsNoSwitch()
{
    const std::array one{pageEntry<ExplorePage>()};
    MainWindow window(&m_look->theme(), false, one);
    window.show();
    QVERIFY(window.findChild<ModeSwitch *>() == nullptr);
    QVERIFY(window.actions()->action(u"page.explore"_s) == nullptr);
    QCOMPARE(window.actions()->action(u"explore.zoom_in"_s)->text(), u"Zoom in"_s);
}

void TstPages::theSwitchAndItsKeysChangeThePage()
{
    QCOMPARE(modes()->count(), 2);
    QVERIFY(modes()->isVisible());
    QCOMPARE(modes()->tabText(1), u"Notes"_s);
    QVERIFY(!notes()->isActive);

    QTest::keyClick(m_window.get(), Qt::Key_2, Qt::AltModifier);
    QCOMPARE(m_window->centre()->currentWidget(), notes());
    QCOMPARE(modes()->currentIndex(), 1);
    QVERIFY(notes()->isActive);
    QVERIFY(!m_window->page<ExplorePage>()->presenter()->isActive());

    modes()->setCurrentIndex(0);
    QCOMPARE(m_window->centre()->current(), m_window->page<ExplorePage>());
    QVERIFY(!notes()->isActive);
    QVERIFY(settle());
    QVERIFY(action(u"page.explore"_s)->isChecked());
}

void TstPages::theWheelDoesNot()
{
    const QPointF middle = modes()->rect().center();
    QWheelEvent event(middle, modes()->mapToGlobal(middle), {}, {0, -120}, Qt::NoButton,
                      Qt::NoModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(modes(), &event);
    QCOMPARE(modes()->currentIndex(), 0);
}

void TstPages::menuAndFinderOfferThePage()
{
    QStringList texts;
    for (const QAction *menu : m_window->findChild<QMenuBar *>()->actions())
        for (const QAction *entry : menu->menu()->actions())
            texts << entry->text();
    QVERIFY(texts.contains(u"Notes"_s));
    QVERIFY(texts.contains(u"Count the words"_s));

    m_window->actions()->find->trigger();
    auto *search = m_window->findChild<FinderPopup *>()->findChild<QLineEdit *>();
    QTest::keyClicks(search, u"page: notes"_s);
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(m_window->centre()->current(), notes());
}

void TstPages::actionsBelongToTheActivePage()
{
    // Both have Ctrl+1.
    FeatureMapView *map = m_window->page<ExplorePage>()->panel()->map();
    map->setZoom(3);
    QTest::keyClick(m_window.get(), Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(map->zoom(), 1.0);
    QCOMPARE(notes()->counted, 0);
    QVERIFY(!action(u"notes.count"_s)->isVisible());
    QVERIFY(m_window->actions()->copy->isEnabled());

    map->setZoom(3);
    m_window->centre()->setCurrent(notes());
    QTest::keyClick(m_window.get(), Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(map->zoom(), 3.0);
    QCOMPARE(notes()->counted, 1);
    QVERIFY(!action(u"explore.zoom_in"_s)->isEnabled());
    QVERIFY(!action(u"explore.wheel_zoom"_s)->isEnabled());
    // There is nothing to be copied.
    QVERIFY(!m_window->actions()->copy->isEnabled());
}

void TstPages::theFocusWalksThroughItsPanels()
{
    m_window->centre()->setCurrent(notes());
    bool wasThere = false;
    for (int step = 0; step < 4; ++step) {
        m_window->actions()->nextPanel->trigger();
        wasThere = wasThere || notes()->field()->hasFocus();
    }
    QVERIFY(wasThere);
}

void TstPages::theWindowWaitsForIt()
{
    notes()->isBusy = true;
    QVERIFY(m_window->isSettled());
    m_window->centre()->setCurrent(notes());
    QVERIFY(!m_window->isSettled());
    notes()->isBusy = false;
    QVERIFY(m_window->isSettled());
}

void TstPages::runsAskTheActivePageAlone()
{
    m_window->document()->setArgument(0, "filters", std::int64_t{5}, false);
    QVERIFY(settle());
    QCOMPARE(notes()->askedForDrawing, 0);
    m_window->centre()->setCurrent(notes());
    m_window->document()->setArgument(0, "filters", std::int64_t{6}, false);
    QVERIFY(settle());
    QCOMPARE(notes()->askedForDrawing, 1);
    // What the other page shows is as it was; it follows when it is shown.
    const auto *explore = m_window->page<ExplorePage>();
    QCOMPARE(explore->presenter()->shown()->request.output.extent(3), 5);
    modes()->setCurrentIndex(0);
    QVERIFY(settle());
    QCOMPARE(explore->presenter()->shown()->request.output.extent(3), 6);
}

void TstPages::problemsStandInItsPlace()
{
    m_window->document()->setArgument(1, "pool_size", IntList{301, 2}, false);
    QVERIFY(settle());
    m_window->selection()->selectLayer(1);
    QVERIFY(qobject_cast<ErrorPage *>(m_window->centre()->currentWidget()) != nullptr);
    // The page says that it can show such a layer, but none that waits.
    m_window->centre()->setCurrent(notes());
    QCOMPARE(m_window->centre()->currentWidget(), notes());
    m_window->selection()->selectLayer(2);
    QVERIFY(!m_window->centre()->showsPage());
    QVERIFY(notes()->isActive);
    m_window->selection()->selectLayer(0);
    QVERIFY(m_window->centre()->showsPage());
}

void TstPages::swapsLeaveTheSelectionAlone()
{
    FeatureMapView *map = m_window->page<ExplorePage>()->panel()->map();
    map->pin({10, 20});
    QCOMPARE(m_window->selection()->cellIn({300, 451}), (std::vector<std::int64_t>{10, 20}));
    m_window->selection()->look({3});
    const SelectionState before = m_window->selection()->state();
    m_window->centre()->setCurrent(notes());
    QVERIFY(m_window->selection()->state() == before);
    m_window->selection()->pin(PinnedCell{{30, 40}});
    modes()->setCurrentIndex(0);
    QVERIFY(settle());
    QCOMPARE(map->pinnedCell().value_or(MapCell{}), (MapCell{30, 40}));
    // A map that has no such cell shows none, and leaves it to the others.
    m_window->selection()->pin(PinnedCell{{299, 450}});
    m_window->selection()->selectLayer(1);
    QVERIFY(settle());
    QVERIFY(!map->pinnedCell());
    QVERIFY(!m_window->selection()->cellIn({150, 225}));
    m_window->selection()->selectLayer(0);
    QVERIFY(settle());
    QCOMPARE(map->pinnedCell().value_or(MapCell{}), (MapCell{299, 450}));
}

void TstPages::keepsWhatItKeeps()
{
    {
        MainWindow window(&m_look->theme(), true, kPages);
        window.centre()->setCurrent(window.page<NotesPage>());
        window.page<NotesPage>()->field()->setText(u"look at map 8"_s);
        window.close();
    }
    MainWindow window(&m_look->theme(), true, kPages);
    QCOMPARE(window.centre()->current(), window.page<NotesPage>());
    QCOMPARE(window.page<NotesPage>()->field()->text(), u"look at map 8"_s);
    QCOMPARE(window.findChild<ModeSwitch *>()->currentIndex(), 1);
}

void TstPages::f8ReachesALayerThatFailedToRun()
{
    QVERIFY(!m_window->actions()->nextProblem->isEnabled());
    m_window->document()->setArgument(0, "filters", std::int64_t{100000000}, false);
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->results()->isRunning(), 60000);
    QCOMPARE(m_window->results()->state(0).kind, LayerState::Kind::Failed);
    QVERIFY(m_window->actions()->nextProblem->isEnabled());
    m_window->selection()->selectLayer(3);
    QTest::keyClick(m_window.get(), Qt::Key_F8);
    QCOMPARE(m_window->selection()->layer(), 0);
    QVERIFY(m_window->statusLine()->stateText().startsWith(u"conv2d cannot run"));
}

QTEST_MAIN(TstPages)
#include "tst_pages.moc"
