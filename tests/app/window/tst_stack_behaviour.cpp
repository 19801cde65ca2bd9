// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
// What people do with the stack, and what they do not expect to happen.
#include "controls/filter_bar.h"
#include "controls/quiet_spin_box.h"
#include "params/fact_table.h"
#include "stack/card_list.h"
#include "stack/stack_panel.h"
#include "support/driven_window.h"
#include "views/shape_ribbon.h"
#include "window/actions/actions.h"
#include "window/guide/tour.h"
#include "window/status/cost_question.h"
#include "window/status/status_line.h"

#include <QClipboard>
#include <QElapsedTimer>
#include <QToolButton>

using namespace convscope;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Everything asks first.
constexpr RunLimits kNothing{0, 0.25};

} // namespace

class TstStackBehaviour : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_look = std::make_unique<WindowLook>(); }
    void init() { m_drive = std::make_unique<DrivenWindow>(*m_look); }
    void cleanup() { m_drive.reset(); }

    void addLayerPreselectsWhatFits_data();
    void addLayerPreselectsWhatFits();
    void enterTakesNothingThatDoesNotFit();
    void aMergeReadsTheLayerBeforeItTwice();
    void layersBeforeAnEditAreNotOld();
    void whatIsOldStaysMarkedAfterEsc();
    void aSlowScrubDoesNotStrobe();
    void theFirstWindowFitsTheScreen_data();
    void theFirstWindowFitsTheScreen();
    void theFocusStaysAfterAnAnswer_data();
    void theFocusStaysAfterAnAnswer();
    void aFailureGoesWithTheNextEdit();
    void aRefusalGoesWhenTheValueIsTakenBack();
    void aBypassedLayerSaysWhatItPassesOn();
    void illegalRulesHaveRepairs_data();
    void illegalRulesHaveRepairs();
    void nothingStandsAboveAddLayerWhileFiltering();
    void aDraggedCardLeavesTheLineToBeSeen();
    void popupsHaveNoCorners();
    void theRibbonKeepsTheTotalsThatMatter();
    void theTourWorksByKeys();

private:
    [[nodiscard]] CostQuestion *question() { return m_drive->window.statusLine()->question(); }

    std::unique_ptr<WindowLook> m_look;
    std::unique_ptr<DrivenWindow> m_drive;
};

void TstStackBehaviour::addLayerPreselectsWhatFits_data()
{
    QTest::addColumn<QString>("stack");
    QTest::addColumn<QString>("first");
    QTest::newRow("a picture") << u"first_look.npz"_s << u"Conv2D"_s;
    QTest::newRow("a sequence") << u"sequence.npz"_s << u"Conv1D"_s;
    QTest::newRow("a volume") << u"volume.npz"_s << u"Conv3D"_s;
}

void TstStackBehaviour::addLayerPreselectsWhatFits()
{
    QFETCH(QString, stack);
    QFETCH(QString, first);
    m_drive->window.openBundledStack(stack);
    QVERIFY(m_drive->settle());
    m_drive->window.actions()->addLayer->trigger();
    QCOMPARE(m_drive->preselected(), first);
    m_drive->query(u"pool"_s);
    QCOMPARE(m_drive->preselected().right(2), first.right(2));
}

void TstStackBehaviour::enterTakesNothingThatDoesNotFit()
{
    const int before = m_drive->document()->model().size();
    m_drive->window.actions()->addLayer->trigger();
    m_drive->query(u"Conv1D"_s);
    QCOMPARE(m_drive->preselected(), QString());
    m_drive->pressInPopup(Qt::Key_Return);
    QVERIFY(m_drive->popup() != nullptr);
    // Not even where somebody goes to it by keys.
    m_drive->pressInPopup(Qt::Key_Down);
    QCOMPARE(m_drive->preselected(), u"Conv1D"_s);
    m_drive->pressInPopup(Qt::Key_Return);
    QCOMPARE(m_drive->document()->model().size(), before);
    // A click means it.
    auto *list = m_drive->popup()->findChild<QListView *>();
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                      list->visualRect(list->currentIndex()).center());
    QCOMPARE(m_drive->document()->model().size(), before + 1);
}

void TstStackBehaviour::aMergeReadsTheLayerBeforeItTwice()
{
    for (const QString &merge : {u"Add"_s, u"Concatenate"_s, u"Subtract"_s}) {
        m_drive->window.selection()->selectLayer(0);
        m_drive->window.actions()->addLayer->trigger();
        m_drive->query(merge);
        QCOMPARE(m_drive->preselected(), merge);
        m_drive->pressInPopup(Qt::Key_Return);
        QCOMPARE(m_drive->layer(1).inputs(), (std::vector<std::string>{"conv2d", "conv2d"}));
        QVERIFY(m_drive->document()->shapes().layers[1].output.has_value());
        m_drive->document()->undoStack()->undo();
    }
}

void TstStackBehaviour::layersBeforeAnEditAreNotOld()
{
    LayerResults *results = m_drive->window.results();
    results->setLimits(kNothing);
    // The third layer changes; the first two have nothing to do with it.
    QVERIFY(m_drive->set(2, "filters", std::int64_t{9}));
    QVERIFY(m_drive->settle());
    QVERIFY(results->isAsking());
    for (int i = 0; i < 5; ++i) {
        QCOMPARE(results->isStale(i), i >= 2);
        QCOMPARE(m_drive->window.ribbon()->face(i + 1).state,
                 i >= 2 ? RibbonFace::State::Stale : RibbonFace::State::Ok);
    }
    m_drive->document()->undoStack()->undo();
    QVERIFY(m_drive->settle());
    QVERIFY(!results->isStale(1));
}

void TstStackBehaviour::whatIsOldStaysMarkedAfterEsc()
{
    LayerResults *results = m_drive->window.results();
    results->setKernel(u"reference"_s);
    QVERIFY(m_drive->settle());
    m_drive->window.selection()->selectLayer(0);
    QVERIFY(m_drive->set(2, "filters", std::int64_t{4000}));
    QTRY_VERIFY_WITH_TIMEOUT(results->isSlow(), 30000);
    QTest::keyClick(&m_drive->window, Qt::Key_Escape);
    QVERIFY(m_drive->settle());
    QVERIFY(results->wasStopped());
    QVERIFY(results->isStale(2));
    QVERIFY(!results->isStale(0));
    QCOMPARE(m_drive->window.ribbon()->face(3).state, RibbonFace::State::Stale);
    QCOMPARE(m_drive->window.ribbon()->face(1).state, RibbonFace::State::Ok);
}

void TstStackBehaviour::aSlowScrubDoesNotStrobe()
{
    LayerResults *results = m_drive->window.results();
    results->setKernel(u"reference"_s);
    QVERIFY(m_drive->settle());
    int dimmed = 0;
    bool wasSlow = false;
    connect(results, &LayerResults::progressed, this, [&] {
        dimmed += results->isSlow() && !wasSlow ? 1 : 0;
        wasSlow = results->isSlow();
    });
    // Long enough to be called slow, shorter than what is called slow again. On a busy machine a
    // step may take longer: it and the one behind it are no slow scrub then.
    int isScrub = 0;
    for (std::int64_t filters = 40; filters < 46; ++filters) {
        const int before = dimmed;
        QElapsedTimer sinceEdit;
        sinceEdit.start();
        QVERIFY(m_drive->set(2, "filters", filters));
        QVERIFY(m_drive->settle());
        const bool isQuick = sinceEdit.elapsed() < LayerResults::kSoonMs;
        isScrub = isQuick ? isScrub + 1 : 0;
        QVERIFY2(dimmed == before || isScrub <= 1, qPrintable(QString::number(filters)));
    }
}

void TstStackBehaviour::theFirstWindowFitsTheScreen_data()
{
    QTest::addColumn<QSize>("screen");
    QTest::newRow("1024 × 768") << QSize(1024, 768);
    QTest::newRow("2560 × 1440 at 2×") << QSize(1280, 720);
    QTest::newRow("1920 × 1080") << QSize(1920, 1080);
}

void TstStackBehaviour::theFirstWindowFitsTheScreen()
{
    QFETCH(QSize, screen);
    MainWindow window(&m_look->theme(), false);
    window.fitScreen(QRect(QPoint(), screen));
    QVERIFY(window.width() <= screen.width());
    QVERIFY(window.height() < screen.height());
    QCOMPARE(window.width(), std::min(1440, screen.width() - 8));
}

void TstStackBehaviour::theFocusStaysAfterAnAnswer_data()
{
    QTest::addColumn<bool>("byMouse");
    QTest::addColumn<bool>("previews");
    QTest::newRow("Compute clicked") << true << false;
    QTest::newRow("Compute by keys") << false << false;
    QTest::newRow("Preview clicked") << true << true;
    QTest::newRow("Preview by keys") << false << true;
}

void TstStackBehaviour::theFocusStaysAfterAnAnswer()
{
    QFETCH(bool, byMouse);
    QFETCH(bool, previews);
    m_drive->window.results()->setLimits(kNothing);
    m_drive->window.selection()->selectLayer(0);
    auto *field = m_drive->field<QuietSpinBox>(u"filters"_s);
    field->setFocus();
    QTest::keyClick(field, Qt::Key_Up);
    QVERIFY(m_drive->settle());
    QVERIFY(question()->isVisible());
    QToolButton *link = previews ? question()->previewLink() : question()->computeLink();
    if (byMouse) {
        QTest::mouseClick(link, Qt::LeftButton);
    } else {
        link->setFocus(Qt::TabFocusReason);
        QTest::keyClick(link, Qt::Key_Space);
    }
    QVERIFY(m_drive->settle());
    QVERIFY(field->hasFocus());
}

void TstStackBehaviour::aFailureGoesWithTheNextEdit()
{
    StatusLine *status = m_drive->window.statusLine();
    m_drive->window.open(u"/nowhere/photo.png"_s);
    QVERIFY(m_drive->settle());
    QVERIFY(status->stateText().contains(u"there is no such file"));
    QVERIFY(m_drive->set(0, "filters", std::int64_t{12}));
    QVERIFY(m_drive->settle());
    QVERIFY2(status->stateText().startsWith(u"Up to date"), qPrintable(status->stateText()));
}

void TstStackBehaviour::aRefusalGoesWhenTheValueIsTakenBack()
{
    StatusLine *status = m_drive->window.statusLine();
    QVERIFY(!m_drive->document()->renameLayer(0, u"a/b"_s));
    QVERIFY(status->stateText().contains(u"'/'"));
    QVERIFY(m_drive->document()->renameLayer(0, u"conv2d"_s));
    QVERIFY(status->stateText().startsWith(u"Up to date"));
}

void TstStackBehaviour::aBypassedLayerSaysWhatItPassesOn()
{
    m_drive->window.selection()->selectLayer(1);
    m_drive->window.actions()->bypassLayer->trigger();
    QVERIFY(m_drive->settle());
    QStringList facts;
    for (const FactTable *table : m_drive->window.inspector()->findChildren<FactTable *>())
        for (const Fact &fact : table->facts())
            facts << fact.name + u": "_s + fact.value;
    QVERIFY2(facts.contains(u"bypassed: passes on 300×451×16"_s), qPrintable(facts.join(u'\n')));
}

void TstStackBehaviour::illegalRulesHaveRepairs_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("strides with dilation")
        << QByteArray(R"({"class_name": "Conv2D", "config": {"name": "c", "filters": 4,
            "kernel_size": [3, 3], "strides": [2, 2], "dilation_rate": [2, 2]}})");
    QTest::newRow("output_padding")
        << QByteArray(R"({"class_name": "Conv2DTranspose", "config": {"name": "c", "filters": 4,
            "kernel_size": [3, 3], "strides": [2, 2], "output_padding": [2, 2]}})");
}

void TstStackBehaviour::illegalRulesHaveRepairs()
{
    QFETCH(QByteArray, json);
    m_drive->window.selection()->selectLayer(0);
    QApplication::clipboard()->setText(QString::fromUtf8(json));
    m_drive->window.actions()->paste->trigger();
    QVERIFY(m_drive->settle());
    QCOMPARE(m_drive->layer(1).name(), "c");
    QVERIFY(m_drive->window.results()->state(1).isProblem());
    QVERIFY(m_drive->window.actions()->applyRepair->isEnabled());
    m_drive->window.actions()->applyRepair->trigger();
    QVERIFY(m_drive->settle());
    QVERIFY(!m_drive->window.results()->state(1).isProblem());
}

void TstStackBehaviour::nothingStandsAboveAddLayerWhileFiltering()
{
    StackPanel *stack = m_drive->window.stackPanel();
    stack->focusList();
    m_drive->window.actions()->filterList->trigger();
    QTest::keyClicks(QApplication::focusWidget(), u"pool"_s);
    stack->filter()->funnel()->click();
    QCoreApplication::processEvents();
    auto *list = stack->findChild<CardList *>();
    QWidget *add = nullptr;
    for (QToolButton *button : stack->findChildren<QToolButton *>())
        if (button->accessibleName() == u"Add layer at the end")
            add = button;
    QVERIFY(add != nullptr);
    QCOMPARE(add->y() - (list->y() + list->height()), 4);
    QCOMPARE(list->height(), list->sizeHintForRow(0));
}

void TstStackBehaviour::aDraggedCardLeavesTheLineToBeSeen()
{
    auto *list = m_drive->window.stackPanel()->findChild<CardList *>();
    const QImage card = list->draggedCard(list->model()->index(1, 0)).toImage();
    int covered = 0;
    for (int y = 0; y < card.height(); ++y)
        for (int x = 0; x < card.width(); ++x)
            covered += card.pixelColor(x, y).alpha() > 200 ? 1 : 0;
    QCOMPARE(covered, 0);
    QVERIFY(!card.isNull());
}

void TstStackBehaviour::popupsHaveNoCorners()
{
    m_drive->window.actions()->addLayer->trigger();
    const QRegion shape = m_drive->popup()->mask();
    QVERIFY(!shape.isEmpty());
    QVERIFY(!shape.contains(QPoint(0, 0)));
    QVERIFY(shape.contains(m_drive->popup()->rect().center()));
}

void TstStackBehaviour::theRibbonKeepsTheTotalsThatMatter()
{
    ShapeRibbon *ribbon = m_drive->window.ribbon();
    QCOMPARE(ribbon->totalsShown(), 4);
    while (m_drive->document()->model().size() < 9)
        m_drive->document()->duplicateLayer(0);
    QVERIFY(m_drive->settle());
    QCOMPARE(ribbon->totalsShown(), 2);
}

void TstStackBehaviour::theTourWorksByKeys()
{
    m_drive->window.stackPanel()->focusList();
    QWidget *before = QApplication::focusWidget();
    m_drive->window.actions()->tour->trigger();
    Tour *tour = m_drive->window.tour();
    QVERIFY(tour->isRunning());
    QCOMPARE(tour->step(), 0);
    m_drive->press(Qt::Key_Return);
    QCOMPARE(tour->step(), 1);
    m_drive->press(Qt::Key_Right);
    QCOMPARE(tour->step(), 2);
    m_drive->press(Qt::Key_Left);
    QCOMPARE(tour->step(), 1);
    for (int i = 0; i < 3; ++i)
        m_drive->press(Qt::Key_Return);
    QCOMPARE(tour->step(), 4);
    m_drive->press(Qt::Key_Return);
    QVERIFY(!tour->isRunning());
    QCOMPARE(QApplication::focusWidget(), before);
}

QTEST_MAIN(TstStackBehaviour)
#include "tst_stack_behaviour.moc"
